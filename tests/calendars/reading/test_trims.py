"""Everything that is cut off a title leaves what its examples say, and is looked for wherever they stand."""

import pytest

from calendars.reading.naming.titles import title_of
from calendars.reading.naming.trim import Trim
from calendars.reading.naming.trims import FIRST, LAST, SECOND, THIRD, TRIMS, may_trim

EXAMPLES = [
    pytest.param(trim, written, left, id=f"{trim.name}-{place}")
    for trim in TRIMS
    for place, (written, left) in enumerate(trim.examples, 1)
]


@pytest.mark.parametrize(("trim", "written", "left"), EXAMPLES)
def test_a_trim_leaves_what_its_example_says(trim: Trim, written: str, left: str) -> None:
    assert trim in may_trim(written, FIRST | SECOND | THIRD | LAST)
    assert title_of(written) == left[:1].upper() + left[1:]


@pytest.mark.parametrize("trim", TRIMS, ids=lambda trim: trim.name)
def test_every_trim_has_an_example_of_which_it_cuts(trim: Trim) -> None:
    assert any(trim.pattern.sub("", written) == left != written for written, left in trim.examples)


@pytest.mark.parametrize("text", ["Lùi", "Dời sang", "Được", "Nay", "Hội nghị sơ kết", "Họp Ban Thường vụ"])
def test_what_would_leave_nothing_stays(text: str) -> None:
    assert title_of(text) == text


def test_names_are_each_of_one_trim() -> None:
    assert len({trim.name for trim in TRIMS}) == len(TRIMS)
