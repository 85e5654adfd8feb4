"""How much work one reading is, counted in calls: a check added for one kind of paper is asked of every line of all.

The budget of 20 ms shows such growth only on a quiet machine, and only when somebody measures; each step of it is too
small to be seen there. Counted are the calls of functions, Python's own and those in C, in a warm reading of the
benchmark's paper: the same number on every machine, but for a few where a set is gone through in another order.
A slow pattern is no call more; what a call costs, `make bench` tells.

Where the test fails, look first at what was added: `python -m cProfile -s ncalls -m benchmarks.documents.reading`
before and after. A new check should cost a paper without its words next to nothing: ask `in` for a word or sign that
must stand in the text before a pattern or a helper is called, ask it once for an item or a run of lines and not for
each word, and ask last what is seldom decided by it. Only what is left after that is the price of what is read now:
write it into `CALLS`, with the reason in the message of the commit, and a smaller number there when work has gone.
"""

import sys
from types import FrameType

from benchmarks.documents.papers import programme_text
from benchmarks.documents.reading import REMEMBERING, read

CALLS = 67_600
SLACK = 1.03


def calls_of_a_reading(data: bytes) -> int:
    calls = 0

    def seen(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    for remembering in REMEMBERING:
        remembering.cache_clear()
    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        read(data, "a.txt")
    finally:
        sys.setprofile(before)
    return calls


def test_a_reading_is_no_more_work_than_it_was() -> None:
    data = programme_text(9000).encode()
    for _ in range(2):  # what is made when first asked for is made
        read(data, "a.txt")
    assert calls_of_a_reading(data) <= CALLS * SLACK
