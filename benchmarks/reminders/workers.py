"""Two workers against one on PostgreSQL, with a channel that takes 20 ms a message.

    python benchmarks/reminders/workers.py DATABASE_URL [--messages N] [--senders N]

Each worker is a process with its own connection; together they share one outbox by FOR UPDATE SKIP LOCKED. Budget: two
do at least 1.7 times the work of one. Every message is counted: none twice, none left.
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
    with connect(url) as database:
        delivery = a_delivery(database, {EMAIL: channel}, lambda: datetime.now(UTC), senders={EMAIL: senders})
        delivery.next_moment()
        print("ready", flush=True)
        sys.stdin.readline()
        delivery.pump()
        delivery.close()
    sent.write_text("\n".join(channel.ids), encoding="utf-8")


def run(url: str, workers: int, messages: int, senders: int) -> float:
    """Messages a second by so many workers."""
    due = datetime.now(UTC)
    with connect(url) as database, database.transaction() as connection:
        for table in ("outbox", "attempts", "tallies"):
            connection.execute(Query("clear", f"DELETE FROM {table}", {}))
        Outbox(connection).add(
            [a_telling(n, due=due, starts=due, ends=due + timedelta(days=1)) for n in range(messages)]
        )
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / str(n) for n in range(workers)]
        processes = [
            subprocess.Popen(
                [sys.executable, __file__, url, "--senders", str(senders), "--work", str(file)],
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url")
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--senders", type=int, default=4)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.url, options.senders, options.work)
        return
    one = run(options.url, 1, options.messages, options.senders)
    two = run(options.url, 2, options.messages, options.senders)
    ideal = options.senders / SECONDS_A_MESSAGE
    print(
        f"one worker:  {one:6.0f} messages a second ({one / ideal:.0%} of what {options.senders} senders can do)"
    )
    print(f"two workers: {two:6.0f} messages a second, {two / one:.2f} times as many (budget 1.7)")


if __name__ == "__main__":
    main()
