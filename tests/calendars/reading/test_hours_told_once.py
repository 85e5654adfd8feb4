"""Hours that a standing paper tells once for all its rows, and days of its months with their weekdays."""

from datetime import time

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme

ROWS = """TRUNG TÂM Y TẾ HUYỆN SÔNG TRÀ

LỊCH TIÊM CHỦNG NĂM 2023

{told}

Xã | Ngày tiêm | Điểm tiêm
Bản Khe | ngày 05 hằng tháng | Trạm Y tế xã
Nà Lúa | ngày 10 hằng tháng | Nhà văn hóa
Cốc San | thứ Năm cuối cùng hằng tháng | Trạm Y tế xã
"""


@pytest.mark.parametrize(
    "told",
    [
        "Thời gian tiêm thường xuyên ở tất cả các điểm: từ 7h30 đến 10h30.",
        "Giờ tiêm của các điểm: 7h30 - 10h30.",
        "Thời gian tiêm: từ 7h30 đến 10h30 tại tất cả các điểm.",
    ],
)
def test_the_hours_of_all_rows(told: str) -> None:
    entries = read_programme(decode(ROWS.format(told=told).encode(), "a.txt")).entries
    assert [(entry.when.hours.start, entry.when.hours.end) for entry in entries] == [
        (time(7, 30), time(10, 30))
    ] * 3


def test_a_day_of_a_month_is_no_weekly_rule() -> None:
    paper = """UBND XÃ SÔNG TRÀ

LỊCH TIẾP CÔNG DÂN 6 THÁNG CUỐI NĂM 2024

Tháng 8
- Ngày 01 (thứ Năm): đ/c Phan Văn Thục, Chủ tịch
- Ngày 15 (thứ Năm): đ/c Lục Minh Đạt, Phó Chủ tịch
Tháng 9
- Ngày 04 (thứ Tư, thay ngày 01 trùng nghỉ lễ): đ/c Phan Văn Thục, Chủ tịch
"""
    assert lines_of(paper) == ["08-01: Tiếp công dân", "08-15: Tiếp công dân", "09-04: Tiếp công dân"]


def test_the_hours_and_the_place_of_all_months() -> None:
    paper = """UBND THỊ XÃ SÔNG TRÀ

THÔNG BÁO
Lịch tiếp công dân 6 tháng cuối năm 2024

I. LÃNH ĐẠO UBND THỊ XÃ TIẾP CÔNG DÂN
Thời gian: buổi sáng, từ 8h00 đến 11h00. Địa điểm: Trụ sở Tiếp công dân, số 2 phố 19/5.

Tháng 7
- Ngày 01 (thứ Hai): đ/c Phan Văn Thục, Chủ tịch
Tháng 8
- Ngày 01 (thứ Năm): đ/c Phan Văn Thục, Chủ tịch
"""
    entries = read_programme(decode(paper.encode(), "a.txt")).entries
    assert lines_of(paper) == ["07-01 08:00-11:00: Tiếp công dân", "08-01 08:00-11:00: Tiếp công dân"]
    assert {entry.location for entry in entries} == {"Trụ sở Tiếp công dân, số 2 phố 19/5"}
