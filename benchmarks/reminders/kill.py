"""Killing the sending process a hundred times at random moments, with five thousand people to be told.

    python benchmarks/reminders/kill.py [DATABASE_URL] [--people N] [--rounds N] [--workers N] [--seed N]

The long form of `tests/scheduler/kill`: by e-mail, webhook and Zalo Bot together, on SQLite unless a URL names an empty
PostgreSQL database. It ends with status 1 where anything is lost, or comes twice that was not in flight at a kill.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "support"))

from kill_rounds import run_rounds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url", nargs="?")
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=0.3, help="seconds that a process lives at most")
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = run_rounds(
            options.url or f"sqlite:///{Path(folder) / 'sched.db'}",
            people=options.people,
            rounds=options.rounds,
            workers=options.workers,
            longest_life=options.longest,
            seed=options.seed,
        )
    print(f"people:   {report.people}, a third each by e-mail, webhook and Zalo Bot")
    print(f"kills:    {report.kills}, {report.useful_kills} of them with work left")
    print(f"lost:     {report.lost}")
    print(f"copies:   {report.copies}, each with the same id; in flight at most {report.in_flight_at_most}")
    print(f"states:   {dict(report.states)}")
    print(f"kept:     {'yes' if report.is_kept else 'NO'}, in {time.monotonic() - began:.0f} s")
    sys.exit(not report.is_kept)


if __name__ == "__main__":
    main()
