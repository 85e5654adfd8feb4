"""Hours that a standing paper tells once for all its rows, and days of its months with their weekdays."""

from datetime import date, time

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.recurrence import Roll
from calendars.when import Repeat

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


def test_what_is_told_of_some_by_their_names() -> None:
    paper = ROWS.format(told="Giờ tiêm của các điểm: 7h30 - 10h30.") + (
        "\nRiêng Bản Khe và Nà Lúa: nếu ngày tiêm trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo.\n"
    )
    told = [entry.when for entry in read_programme(decode(paper.encode(), "a.txt")).entries]
    assert [when.recurrence.roll for when in told if isinstance(when, Repeat)] == [Roll.NEXT, Roll.NEXT, None]


@pytest.mark.parametrize("said", ["(riêng ngày 18/10 nghỉ)", "(nghỉ ngày 18/10)", "(ngày 18/10 không họp)"])
def test_a_row_of_each_week_that_rests_once(said: str) -> None:
    paper = f"""PHÒNG GIÁO DỤC HUYỆN SÔNG TRÀ

LỊCH CÔNG TÁC THÁNG 10/2024

Thời gian | Nội dung | Thành phần
Thứ Sáu hằng tuần | 15h30 Họp tổ nghiệp vụ {said} | Các tổ
09/10 | Giao ban cụm | Hiệu trưởng
"""
    weekly = read_programme(decode(paper.encode(), "a.txt")).entries[0]
    assert weekly.title == "Họp tổ nghiệp vụ"
    assert isinstance(weekly.when, Repeat)
    assert weekly.when.recurrence.left_out == (date(2024, 10, 18),)
