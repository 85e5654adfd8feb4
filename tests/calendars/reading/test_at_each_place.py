"""One thing at several places in turn, told with or without "tại", beside its name or in the line "Thời gian" below."""

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import extent

MONTH = """HUYỆN ỦY SÔNG TRÀ
CHƯƠNG TRÌNH CÔNG TÁC THÁNG 12/2023

1. {told}
"""


@pytest.mark.parametrize(
    ("told", "places"),
    [
        (
            "Thông qua dự thảo báo cáo: tại Đảng ủy xã Khe Lim sáng 14/12; tại Đảng ủy xã Yên Ninh chiều 14/12.",
            ["14/12 Đảng ủy xã Khe Lim", "14/12 Đảng ủy xã Yên Ninh"],
        ),
        (
            "Dự Ngày hội tại khu dân cư: sáng 08/12, thôn 3; chiều 08/12, thôn 7; sáng 16/12, liên thôn 9.",
            ["08/12 thôn 3", "08/12 thôn 7", "16/12 liên thôn 9"],
        ),
        (
            "Dự Ngày hội tại khu dân cư\nThời gian: sáng 08/12, thôn 3; sáng 16/12, thôn 9.",
            ["08/12 thôn 3", "16/12 thôn 9"],
        ),
        (
            "Kiểm tra trường học: 21/12 (Tiểu học An Lạc); 22/12 (THCS Bình Yên).",
            ["21/12 Tiểu học An Lạc", "22/12 THCS Bình Yên"],
        ),
    ],
)
def test_each_place_has_its_meeting(told: str, places: list[str]) -> None:
    entries = read_programme(decode(MONTH.format(told=told).encode(), "a.txt")).entries
    days = [extent(entry.when) for entry in entries]
    told_at = [f"{day.first:%d/%m} {entry.location}" for day, entry in zip(days, entries, strict=True) if day]
    assert told_at == places
