"""In which year the days of a notice lie that tells none: by its weekdays, by its head, else today's."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Day

SPORTS = (
    "{head}THÔNG BÁO\nVề việc thay đổi lịch thi đấu\n\n"
    "* Khai mạc: 16h30 {first}, sân xưởng 2.\n* Cầu lông: 8h {second}.\n"
)


@pytest.mark.parametrize(
    ("head", "first", "second", "year"),
    [
        ("", "thứ Sáu 17/7", "Chủ nhật 26/7", 2020),
        ("BAN TỔ CHỨC HỘI THAO NĂM 2019\n", "ngày 17/7", "ngày 26/7", 2019),
        ("", "ngày 17/7", "ngày 26/7", 2022),
    ],
    ids=["by-weekdays", "by-its-head", "by-today"],
)
def test_the_year_of_days_that_tell_none(head: str, first: str, second: str, year: int) -> None:
    text = SPORTS.format(head=head, first=first, second=second)
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2022, 7, 1))
    assert [entry.when.day for entry in programme.entries if isinstance(entry.when, Day)] == [
        date(year, 7, 17),
        date(year, 7, 26),
    ]
