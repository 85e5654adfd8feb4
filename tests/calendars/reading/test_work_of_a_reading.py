"""How much work one reading is, counted in calls: a check added for one kind of paper is asked of every line of all.

The budget of 20 ms shows such growth only on a quiet machine, and only when somebody measures; each step of it is too
small to be seen there. Counted are the calls of functions, Python's own and those in C, in a warm reading of the
benchmark's paper, in a process of its own, where no other test has filled what remembers its answers.
A slow pattern is no call more; what a call costs, `make bench` tells.

Where the test fails, look first at what was added: `python -m cProfile -s ncalls -m benchmarks.documents.reading`
before and after. A new check should cost a paper without its words next to nothing: ask `in` for a word or sign that
must stand in the text before a pattern or a helper is called, ask it once for an item or a run of lines and not for
each word, and ask last what is seldom decided by it. Only what is left after that is the price of what is read now:
write it into `CALLS`, with the reason in the message of the commit, and a smaller number there when work has gone.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CALLS = 66_800
SLACK = 1.03


def test_a_reading_is_no_more_work_than_it_was() -> None:
    counted = subprocess.run(
        [sys.executable, "-m", "benchmarks.documents.work"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert int(counted.stdout) <= CALLS * SLACK
