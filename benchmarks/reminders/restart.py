"""The first message after a restart with ten thousand due: a process of its own, timed from its start.

    python -m benchmarks.reminders.restart [--due N] [--rounds N]

The channel takes no time, so what is measured is ours: the interpreter, the database, the first round.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

SUPPORT = Path(__file__).resolve().parents[2] / "tests" / "support"
sys.path.insert(0, str(SUPPORT))

from telling_office import a_telling  # noqa: E402 - found by the line above

from benchmarks.figures import Figure, answer  # noqa: E402 - likewise
from scheduler.database import connect  # noqa: E402 - likewise
from scheduler.outbox import Outbox  # noqa: E402 - likewise

PATIENCE = 60.0


def until(holds, process: subprocess.Popen[bytes]) -> None:
    """Wait for it; AssertionError where the process ends before or it takes too long."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert process.poll() is None, f"the sender ended with status {process.returncode}"
        assert time.monotonic() < deadline, f"nothing came within {PATIENCE:.0f} s"
        time.sleep(0.005)


def restarted(folder: Path, count: int) -> tuple[float, float]:
    """Seconds to the first message and to the last."""
    url, sent = f"sqlite:///{folder / 'restart.db'}", folder / "sent"
    past = datetime.now(UTC) - timedelta(minutes=10)
    tellings = [a_telling(n, due=past, starts=past, ends=past + timedelta(days=1)) for n in range(count)]
    with connect(url) as database, database.transaction() as connection:
        Outbox(connection).add(tellings)
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, SUPPORT / "clock_worker.py", url, sent, "0"])
    try:
        until(sent.exists, process)
        first = time.monotonic() - began
        until(lambda: sent.read_text("utf-8").count("done") >= count, process)
        return first, time.monotonic() - began
    finally:
        process.terminate()
        process.wait()


def measure(due: int = 10_000, rounds: int = 3) -> Iterator[Figure]:
    runs = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(restarted(Path(folder), due))
    note = f"{due:,} due; all of them were sent after {runs[-1][1]:.1f} s"
    yield Figure("restart", tuple(first for first, _ in runs), note=note)


if __name__ == "__main__":
    sys.exit(answer(measure))
