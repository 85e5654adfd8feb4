"""How late reminders are, at ten a second for a minute.

    python -m benchmarks.reminders.lateness [--seconds N] [--rate N]

The channel takes no time, so what is measured is ours, and the disk's: a lease is kept before its message is sent, and
the slowest commit is told, since a disk that others write to may take a second for one.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

SUPPORT = Path(__file__).resolve().parents[2] / "tests" / "support"
sys.path.insert(0, str(SUPPORT))

from telling_office import EMAIL, ScriptedChannel, a_delivery, a_telling  # noqa: E402 - found by the line above

from benchmarks.figures import Figure, answer  # noqa: E402 - likewise
from calendars.queries import Dialect  # noqa: E402 - found by the line above
from scheduler.clock import Clock  # noqa: E402 - found by the line above
from scheduler.database import Database  # noqa: E402 - found by the line above
from scheduler.outbox import Outbox  # noqa: E402 - found by the line above
from scheduler.sqlite import SqliteSession  # noqa: E402 - found by the line above


def due(at: datetime, number: int) -> object:
    return a_telling(number, due=at, starts=at, ends=at + timedelta(days=1))


def lateness(folder: Path, seconds: int, rate: int) -> tuple[list[float], float]:
    """Seconds from when each was due to when the channel had it, in order of size; and those of the slowest commit."""
    late: list[float] = []
    commits: list[float] = []
    planned: dict[str, datetime] = {}
    path = folder / "minute.db"

    class Timing(ScriptedChannel):
        def send(self, message, *, now):
            late.append((datetime.now(UTC) - planned[message.id]).total_seconds())
            return super().send(message, now=now)

    class TimedSession(SqliteSession):
        def commit(self) -> None:
            began = time.monotonic()
            super().commit()
            commits.append(time.monotonic() - began)

    with Database(f"sqlite:///{path}", Dialect.SQLITE, lambda: TimedSession(path)) as database:
        database.upgrade()
        first = datetime.now(UTC) + timedelta(seconds=3)
        tellings = [due(first + timedelta(seconds=n / rate), n) for n in range(seconds * rate)]
        planned |= {telling.id: telling.due for telling in tellings}
        with database.transaction() as connection:
            Outbox(connection).add(tellings)
        channel = Timing()
        clock = Clock(database, a_delivery(database, {EMAIL: channel}, lambda: datetime.now(UTC)), worker="b")
        clock.start()
        while len(channel.sent) < len(tellings):
            time.sleep(0.1)
        clock.stop()
    return sorted(late), max(commits)


def measure(seconds: int = 60, rate: int = 10) -> Iterator[Figure]:
    """So many reminders a second, for so many seconds."""
    # What earlier measurements wrote, by the gigabyte, would else be written while this one waits for its commits.
    os.sync()
    with tempfile.TemporaryDirectory() as folder:
        late, commit = lateness(Path(folder), seconds, rate)
    p50, p99 = late[len(late) // 2], late[int(len(late) * 0.99)]
    note = (
        f"{rate} a second for {seconds} s: half within {p50 * 1000:.0f} ms, the worst {late[-1] * 1000:.0f} ms late; "
        f"the slowest commit took {commit * 1000:.0f} ms"
    )
    yield Figure("late", (p99,), note=note)


if __name__ == "__main__":
    sys.exit(answer(measure))
