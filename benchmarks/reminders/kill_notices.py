"""Killing the sending process at random moments while the calendar changes, with thousands of people to be told.

    python -m benchmarks.reminders.kill_notices [--people 5000] [--rounds 100] [--workers N] [--seed N] [--url DATABASE]

The long form of the same in `tests/scheduler/kill`: two meetings are moved, cancelled and set back between and during
the kills. It ends with status 1 where somebody heard last what does not stand, or twice what was not in flight.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "support"))

from kill_notices import run_changes

from benchmarks.figures import Figure, answer


def measure(
    people: int = 2000, rounds: int = 12, workers: int = 1, seed: int = 1, longest: float = 0.6, url: str = ""
) -> Iterator[Figure]:
    """longest: seconds that a process lives at most; url: an empty PostgreSQL database, SQLite where none is named."""
    with tempfile.TemporaryDirectory() as folder:
        report = run_changes(
            url or f"sqlite:///{Path(folder) / 'sched.db'}",
            people=people,
            rounds=rounds,
            workers=workers,
            longest_life=longest,
            seed=seed,
            lease=10.0,
        )
    wrong = len(report.wrong) + len(report.not_in_flight) + len(report.violations)
    note = (
        f"{report.people:,} people, a third each by e-mail, webhook and Zalo Bot; {report.changes} changes of two "
        f"meetings, {report.kills} kills, {report.useful_kills} with work left; {report.told:,} notices came, "
        f"{report.overtaken:,} were told by a later one; copies of what was in flight: {report.copies}, of anything "
        f"else: {len(report.not_in_flight)}; told something else than what stands: {len(report.wrong)}"
    )
    yield Figure("wrong-notices", (wrong if report.is_kept else max(wrong, 1),), note=note)


if __name__ == "__main__":
    sys.exit(answer(measure))
