"""How many calls one warm reading of the benchmark's paper makes: the same number on every machine.

`python -m benchmarks.documents.work` prints it; with PYTHONHASHSEED set, no set is gone through in another order.
"""

import sys
from types import FrameType

from benchmarks.documents.papers import programme_text
from benchmarks.documents.reading import REMEMBERING, read


def calls_of_a_reading(letters: int = 9000) -> int:
    """The calls of functions, Python's own and those in C, once what is made when first asked for has been made."""
    data = programme_text(letters).encode()
    for _ in range(2):
        read(data, "a.txt")
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


if __name__ == "__main__":
    print(calls_of_a_reading())
