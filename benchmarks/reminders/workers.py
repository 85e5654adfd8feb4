"""Two workers against one on PostgreSQL, with a channel that takes 20 ms a message.

    python -m benchmarks.reminders.workers [--messages N] [--senders N] [--rounds N]

Each worker is a process with its own connection; together they share one outbox by FOR UPDATE SKIP LOCKED. Budget: two
do at least 1.7 times the work of one. Every message is counted: none twice, none left.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

SUPPORT = Path(__file__).resolve().parents[2] / "tests" / "support"
sys.path.insert(0, str(SUPPORT))

from telling_office import EMAIL, ScriptedChannel, a_delivery, a_telling  # noqa: E402 - found by the line above

from benchmarks.figures import Figure, alternating, answer  # noqa: E402 - likewise
from benchmarks.postgres import database  # noqa: E402 - likewise
from calendars.queries import Query  # noqa: E402 - found by the line above
from scheduler.database import connect  # noqa: E402 - found by the line above
from scheduler.outbox import Outbox  # noqa: E402 - found by the line above

SECONDS_A_MESSAGE = 0.02


class Slow(ScriptedChannel):
    def send(self, message, *, now):
        time.sleep(SECONDS_A_MESSAGE)
        return super().send(message, now=now)


def work(url: str, senders: int, sent: Path) -> None:
    """A worker: waits for the word to go, sends until nothing is left, and writes down what it sent."""
    channel = Slow()
    with connect(url) as opened:
        delivery = a_delivery(opened, {EMAIL: channel}, lambda: datetime.now(UTC), senders={EMAIL: senders})
        delivery.next_moment()
        print("ready", flush=True)
        sys.stdin.readline()
        delivery.pump()
        delivery.close()
    sent.write_text("\n".join(channel.ids), encoding="utf-8")


def run(url: str, workers: int, messages: int, senders: int) -> float:
    """Messages a second by so many workers."""
    due = datetime.now(UTC)
    with connect(url) as opened, opened.transaction() as connection:
        for table in ("outbox", "attempts", "tallies"):
            connection.execute(Query("clear", f"DELETE FROM {table}", {}))
        Outbox(connection).add(
            [a_telling(n, due=due, starts=due, ends=due + timedelta(days=1)) for n in range(messages)]
        )
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / str(n) for n in range(workers)]
        processes = [
            subprocess.Popen(
                [sys.executable, "-m", "benchmarks.reminders.workers", "work", url, str(senders), str(file)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for file in files
        ]
        for process in processes:
            process.stdout.readline()
        began = time.monotonic()
        for process in processes:
            process.stdin.write("go\n")
            process.stdin.flush()
        for process in processes:
            process.wait()
        seconds = time.monotonic() - began
        ids = [line for file in files for line in file.read_text("utf-8").splitlines()]
    assert len(ids) == len(set(ids)) == messages, f"{len(ids)} sent, {len(set(ids))} different, of {messages}"
    return messages / seconds


def measure(messages: int = 1000, senders: int = 4, rounds: int = 2) -> Iterator[Figure]:
    """senders: of each worker."""
    with database("workers") as url:
        one, two = (partial(run, url, workers, messages, senders) for workers in (1, 2))
        rates_of_one, rates_of_two = alternating(rounds, one, two)
    ideal = senders / SECONDS_A_MESSAGE
    note = f"{messages:,} messages, {senders} senders a worker, which could do {ideal:.0f} a second; each sent once"
    yield Figure("workers", rates_of_two, rates_of_one, note)


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        work(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
    else:
        sys.exit(answer(measure))
