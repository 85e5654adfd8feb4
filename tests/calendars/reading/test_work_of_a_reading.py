"""How much work one reading is, counted in calls: a check added for one kind of paper is asked of every line of all.

The budget of 20 ms shows such growth only on a quiet machine, and only when somebody measures; each step of it is too
small to be seen there. Counted are the calls of functions, Python's own and those in C, in a warm reading of the
benchmark's paper, in a process of its own, where no other test has filled what remembers its answers.
A slow pattern is no call more, so that it is counted besides how often a turn of phrase is searched for in vain.

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

import pytest

from benchmarks.documents.papers import programme_text
from benchmarks.documents.reading import read
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

ROOT = Path(__file__).resolve().parents[3]
CALLS = 60_700
SEARCHED_IN_VAIN = 136
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


def test_turns_that_the_paper_has_not_are_seldom_searched_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their words should be rare enough, or `beside` or `holds` should look for more of the phrase, cheaply."""
    put, vain = Turn.put, 0

    def counted(turn: Turn, text: str, period: DaySpan | None) -> str:
        nonlocal vain
        told = put(turn, text, period)
        searched = not turn.opens and (turn.holds is None or turn.holds(text, period))
        vain += searched and told == text
        return told

    monkeypatch.setattr(Turn, "put", counted)
    read(programme_text(9000).encode(), "a.txt")
    assert vain <= SEARCHED_IN_VAIN * SLACK
