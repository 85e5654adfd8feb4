"""A period within a name is kept there, and one within a time is read with it."""

from datetime import date

import pytest

from calendars.reading.typed import read_typed
from calendars.when import Day

TYPED_ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "title", "day"),
    [
        (
            "Tổng kết 6 tháng đầu năm 2027 sáng 15/07/2027 tại phòng họp số 1",
            "Tổng kết 6 tháng đầu năm 2027",
            date(2027, 7, 15),
        ),
        ("Sơ kết quý I năm 2027 lúc 8h00 ngày 10/4/2027", "Sơ kết quý I năm 2027", date(2027, 4, 10)),
        (
            "Hội nghị tổng kết năm 2026: 8h00 ngày 20/12/2026",
            "Hội nghị tổng kết năm 2026",
            date(2026, 12, 20),
        ),
        (
            "Tổng kết năm học 2026-2027, 8h ngày 30/5/2027",
            "Tổng kết năm học 2026-2027",
            date(2027, 5, 30),
        ),
        (
            "sáng 15/7/2027 Tổng kết 6 tháng đầu năm 2027",
            "Tổng kết 6 tháng đầu năm 2027",
            date(2027, 7, 15),
        ),
    ],
)
def test_what_a_meeting_is_about_stays_in_its_title(typed: str, title: str, day: date) -> None:
    [entry] = read_typed(typed, TYPED_ON)
    assert isinstance(entry.when, Day)
    assert (entry.title, entry.when.day) == (title, day)


@pytest.mark.parametrize(
    ("typed", "title", "day"),
    [
        ("Họp giao ban trong quý I năm 2027, ngày 10/2/2027", "Họp giao ban", date(2027, 2, 10)),
        ("Hội thảo khoa học: quý I năm 2027, ngày 10/2/2027", "Hội thảo khoa học", date(2027, 2, 10)),
    ],
)
def test_a_period_that_belongs_to_the_time_is_no_part_of_the_title(typed: str, title: str, day: date) -> None:
    [entry] = read_typed(typed, TYPED_ON)
    assert isinstance(entry.when, Day)
    assert (entry.title, entry.when.day) == (title, day)
