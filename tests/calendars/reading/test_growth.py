"""A line of one thing thousands of times, as no clerk writes it: it takes time by its length, not its square."""

import time
from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme

NOTICE = "THÔNG BÁO\nVề việc hoãn họp\n\n"
LETTERS = 6_000
TIMES = 4
MOST = 9
"""Four times the length takes four times the time; were it the square, sixteen times."""


def _seconds(unit: str, letters: int) -> float:
    document = decode((NOTICE + unit * (letters // len(unit)) + "\n.").encode(), "a.txt")
    begun = time.process_time()
    read_programme(document, today=date(2024, 1, 1))
    return time.process_time() - begun


@pytest.mark.parametrize("unit", ["...", "a (1/1), ", "Tháng 1: a; ", "Thứ Hai 1/1: họp. "])
def test_a_line_takes_time_in_proportion(unit: str) -> None:
    _seconds(unit, LETTERS)  # what is made when first asked for is made
    short = min(_seconds(unit, LETTERS) for _ in range(3))
    long = min(_seconds(unit, TIMES * LETTERS) for _ in range(2))
    assert long <= MOST * short
