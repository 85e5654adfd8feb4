"""A day's label with its lunar day in brackets is a label all the same."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Day


@pytest.mark.parametrize(
    "label",
    [
        "Thứ Bảy 22/3/2025 (tức 23 tháng Hai năm Ất Tỵ)",
        "★ Thứ Bảy 22/3/2025 (tức 23 tháng Hai năm Ất Tỵ)",
        "- Thứ Bảy, ngày 22/3 (nhằm 23/2 âm lịch):",
        "THỨ BẢY 22/3 (23/2 ÂL)",
    ],
)
def test_what_stands_below_is_of_that_day(label: str) -> None:
    text = f"CHƯƠNG TRÌNH THÁNG 3 NĂM 2025\n\n{label}\n  8h00: Lễ mít tinh\n  10h30: Gặp mặt theo khóa\n"
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2025, 3, 1))
    assert [(entry.title, entry.when.day) for entry in programme.entries if isinstance(entry.when, Day)] == [
        ("Lễ mít tinh", date(2025, 3, 22)),
        ("Gặp mặt theo khóa", date(2025, 3, 22)),
    ]


def test_a_service_is_not_moved() -> None:
    text = "LỊCH CÔNG TÁC TUẦN\nTừ ngày 17/8 đến 23/8/2020\n\n- 8h: Họp\n\nTHỨ 7 (22/8): khám dịch vụ từ 7h đến 11h30"
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2020, 8, 17))
    assert [entry.title for entry in programme.entries][-1] == "Khám dịch vụ"
    assert str(programme.entries[-1].when.hours.end) == "11:30:00"
