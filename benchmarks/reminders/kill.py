"""Killing the sending process again and again at random moments, with thousands of people to be told.

    python -m benchmarks.reminders.kill [--people 5000] [--rounds 100] [--workers N] [--seed N] [--url DATABASE]

The long form of `tests/scheduler/kill`: by e-mail, webhook and Zalo Bot together, on SQLite unless a URL names an empty
PostgreSQL database. It ends with status 1 where anything is lost, or comes twice that was not in flight at a kill.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "support"))

from kill_rounds import run_rounds

from benchmarks.figures import Figure, answer


def measure(
    people: int = 2000, rounds: int = 12, workers: int = 1, seed: int = 1, longest: float = 0.3, url: str = ""
) -> Iterator[Figure]:
    """longest: seconds that a process lives at most; url: an empty PostgreSQL database, SQLite where none is named."""
    with tempfile.TemporaryDirectory() as folder:
        report = run_rounds(
            url or f"sqlite:///{Path(folder) / 'sched.db'}",
            people=people,
            rounds=rounds,
            workers=workers,
            longest_life=longest,
            seed=seed,
        )
    wrong = sum(report.lost.values()) + report.other_ids + len(report.violations)
    note = (
        f"{report.people:,} people, a third each by e-mail, webhook and Zalo Bot; {report.kills} kills, "
        f"{report.useful_kills} with work left; copies, each with the same id: {sum(report.copies.values())}, "
        f"not in flight at a kill: {len(report.not_in_flight)}; promise kept: {'yes' if report.is_kept else 'no'}"
    )
    yield Figure("lost", (wrong if report.is_kept else max(wrong, 1),), note=note)


if __name__ == "__main__":
    sys.exit(answer(measure))
