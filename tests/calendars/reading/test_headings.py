"""The days that a heading gives to all that stands below it."""

from datetime import date

import pytest

from calendars.grammar.rule import Context
from calendars.reading.timing.headings import heading_span
from calendars.times import DaySpan

MAY = Context(period=DaySpan(date(2025, 5, 1), date(2025, 6, 30)), issued=date(2025, 4, 25))


@pytest.mark.parametrize(
    ("heading", "first", "last"),
    [
        ("Tuần 2 (05/5 - 11/5)", (5, 5), (5, 11)),
        ("Tuần 4 (từ thứ Hai 19/5 đến Chủ nhật 25/5)", (5, 19), (5, 25)),
        ("THÁNG 6/2025", (6, 1), (6, 30)),
        ("THÁNG 5/2025 - THÁNG CÔNG NHÂN", (5, 1), (5, 31)),
    ],
)
def test_a_month_or_a_week_as_a_heading(heading: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert heading_span(heading, MAY) == DaySpan(date(2025, *first), date(2025, *last))


def test_a_week_without_days_counts_in_the_month_of_the_programme() -> None:
    may = Context(period=DaySpan(date(2025, 5, 1), date(2025, 5, 31)), issued=None)
    week = heading_span("Tuần 3:", may)
    assert week is not None
    assert date(2025, 5, 12) <= week.first <= date(2025, 5, 15)
    assert len(week) == 7


@pytest.mark.parametrize("heading", ["NHIỆM VỤ THÁNG 5", "Tuần 5: Tổng kết tháng", "HỘI NGHỊ, CUỘC HỌP"])
def test_other_headings_give_no_days(heading: str) -> None:
    assert heading_span(heading, MAY) is None
