"""What a person types in one line: a bound that stands apart from its repeat."""

from datetime import date

import pytest

from calendars.reading.typed import read_typed
from calendars.when import Repeat


@pytest.mark.parametrize(
    ("bound", "first", "until"),
    [
        ("từ 01/12", date(2026, 12, 4), None),
        ("đến hết tháng 12", date(2026, 11, 27), date(2026, 12, 31)),
        ("từ 01/12 đến 31/12", date(2026, 12, 4), date(2026, 12, 31)),
    ],
)
def test_a_bound_apart_from_its_repeat_bounds_it(bound: str, first: date, until: date | None) -> None:
    (found,) = read_typed(
        f"Họp giao ban chiều thứ Sáu hằng tuần tại phòng họp số 2 {bound}", date(2026, 11, 21)
    )
    assert isinstance(found.when, Repeat)
    assert (found.when.recurrence.first, found.when.recurrence.until) == (first, until)
    assert (found.title, found.location) == ("Họp giao ban", "phòng họp số 2")
