"""How late reminders are: at ten a second for a minute, and after a restart with ten thousand due.

    python benchmarks/reminders/lateness.py [--seconds N] [--rate N]

Budgets: 99 of 100 within a second; the first within five seconds of a restart. The restart is a process of its own,
timed from its start. The channel takes no time, so what is measured is ours.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

SUPPORT = Path(__file__).resolve().parents[2] / "tests" / "support"
sys.path.insert(0, str(SUPPORT))

from telling_office import EMAIL, ScriptedChannel, a_delivery, a_telling  # noqa: E402 - found by the line above

from scheduler.clock import Clock  # noqa: E402 - found by the line above
from scheduler.database import connect  # noqa: E402 - found by the line above
from scheduler.outbox import Outbox  # noqa: E402 - found by the line above


def due(at: datetime, number: int) -> object:
    return a_telling(number, due=at, starts=at, ends=at + timedelta(days=1))


def by_the_minute(folder: Path, seconds: int, rate: int) -> None:
    late: list[float] = []
    planned: dict[str, datetime] = {}

    class Timing(ScriptedChannel):
        def send(self, message, *, now):
            late.append((datetime.now(UTC) - planned[message.id]).total_seconds())
            return super().send(message, now=now)

    with connect(f"sqlite:///{folder / 'minute.db'}") as database:
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
    late.sort()
    p50, p99 = late[len(late) // 2], late[int(len(late) * 0.99)]
    print(f"{rate} a second for {seconds} s: p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms, ", end="")
    print(f"worst {late[-1] * 1000:.0f} ms (budget: p99 1000 ms)")


def after_a_restart(folder: Path) -> None:
    url = f"sqlite:///{folder / 'restart.db'}"
    past = datetime.now(UTC) - timedelta(minutes=10)
    with connect(url) as database, database.transaction() as connection:
        Outbox(connection).add([due(past, n) for n in range(10_000)])
    sent = folder / "sent"
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, SUPPORT / "clock_worker.py", url, sent, "0"])
    while not sent.exists():
        time.sleep(0.005)
    first = time.monotonic() - began
    while sent.read_text("utf-8").count("done") < 10_000:
        time.sleep(0.1)
    whole = time.monotonic() - began
    process.terminate()
    process.wait()
    print(f"restart with 10,000 due: first after {first:.2f} s (budget 5 s), all after {whole:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        after_a_restart(Path(folder))
        by_the_minute(Path(folder), options.seconds, options.rate)


if __name__ == "__main__":
    main()
