"""Programmes of schools and parishes as their pages print them: cells a line each, days before things on one line."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.marks import Category
from calendars.programme import Kind, Programme
from calendars.reading import read_programme
from calendars.reading.naming.holidays import names_holidays
from calendars.when import when_to_json


def page(text: str) -> Programme:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2026, 11, 22))


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    entries = page(text).entries
    whens = [when_to_json(entry.when) for entry in entries]
    return [
        (entry.title, when.get("date") or when.get("from"), when["start"])
        for entry, when in zip(entries, whens, strict=True)
    ]


PARISH = """LỊCH MỤC VỤ THÁNG 12/2025

Thứ tư 03/12/2025
*Bổn mạng gia đình Giáo lý viên vào lúc 4h30
*19h chầu Thánh Thể

Thứ bảy 06/12/2025 Tĩnh tâm giới Hiền Mẫu
Chúa Nhật 07/12/2025 *Thánh lễ cầu cho ân nhân
*Gặp gỡ giới Trẻ 17h
Thứ năm 11/12/2025 19h chầu Thánh Thể

Thứ sáu 19/12/2025
*Thánh lễ cầu cho các linh hồn vào lúc 19h
"""


def test_a_day_and_its_thing_on_one_line_head_the_lines_below() -> None:
    assert told(PARISH)[2:6] == [
        ("Tĩnh tâm giới Hiền Mẫu", "2025-12-06", None),
        ("Thánh lễ cầu cho ân nhân", "2025-12-07", None),
        ("Gặp gỡ giới Trẻ", "2025-12-07", "17:00"),
        ("Chầu Thánh Thể", "2025-12-11", "19:00"),
    ]


def test_a_mass_before_dawn_is_no_evening_where_evenings_are_told_as_such_and_stays_in_doubt() -> None:
    first = page(PARISH).entries[0]
    assert when_to_json(first.when)["start"] == "04:30"
    assert first.confidence is not None
    assert first.confidence < 0.9


def test_what_is_held_though_something_else_is_not_is_an_entry() -> None:
    assert told(
        "LỊCH SINH HOẠT THÁNG 4/2026\nThứ 5 (2/4): Thánh lễ Tiệc Ly\n"
        "- Không có lễ sáng. Nhưng có Thánh lễ Truyền Dầu tại nhà thờ chính tòa vào lúc 8h30.\n"
        "- 18h00: Thánh lễ chiều\n"
    )[1] == ("Thánh lễ Truyền Dầu", "2026-04-02", "08:30")


PLAN = """LỊCH THỰC HIỆN KẾ HOẠCH NĂM HỌC 2019-2020

THÁNG

TUẦN

NỘI DUNG CÔNG VIỆC

BỘ PHẬN THỰC HIỆN

8/2019

Từ

05 - 31/8

- Tổ chức cho học sinh tựu trường

( 19/8/2019)

- Dự hội nghị an ninh học đường ( 23/8 )

- 100% CBGV

- BGH+KT

- Trường Mầm non

- Hiệu trưởng

9/2019

Từ 01- 08/9

- Tổ chức khai giảng năm học mới (05/9)
"""


def test_a_plan_by_weeks_names_who_in_a_column_below_and_days_in_brackets() -> None:
    assert page(PLAN).kind is Kind.MONTHLY
    assert [day for _, day, _ in told(PLAN)] == ["2019-08-19", "2019-08-23", "2019-09-05"]


@pytest.mark.parametrize(
    "who", ["Hiệu trưởng", "BGH + KT", "CBGV, NV", "Các tổ chuyên môn", "100% CBGV", "GVCN các lớp"]
)
def test_who_does_something_is_no_thing_that_is_held(who: str) -> None:
    found = told(
        "KẾ HOẠCH THÁNG 9/2024\nTuần 1 (Từ 02/9 đến 07/9)\n- Khai giảng năm học mới (05/9)\n"
        f"- Ôn luyện học sinh giỏi\n- {who}\n"
    )
    assert who not in [title for title, _, _ in found]


def test_days_in_brackets_over_things_head_them() -> None:
    found = told(
        "KẾ HOẠCH THÁNG 9/2024\nI. Nội dung\n(05/9)\n- Khai giảng năm học mới\n(12/9)\n- Họp cha mẹ học sinh\n"
    )
    assert [day for _, day, _ in found] == ["2024-09-05", "2024-09-12"]


YEAR = """LỊCH NĂM HỌC 2024 - 2025
HỌC KỲ I
01/08/2024 – 31/12/2024
Giai đoạn 1
 • 05/09/2024: Khai giảng / School opening
 • 02 & 03/09/2024: Lễ Quốc khánh / National day
 • 28/10/2024 à 01/11/2024: Nghỉ giữa kỳ
Giai đoạn 2
 • 23/12/2024 – 03/01/2025: Nghỉ Giáng sinh và Tết Dương lịch
 • 26/01/2025 - 08/02/2025: Tết Âm lịch - 2 tuần
 • 30/04/2025: Mít tinh Giải phóng miền Nam
"""


def test_a_calendar_of_a_school_year_tells_holidays_in_two_languages() -> None:
    found = page(YEAR).entries
    assert [(entry.title, entry.category) for entry in found] == [
        ("Khai giảng", Category.MEETING),
        ("Lễ Quốc khánh", Category.OBSERVANCE),
        ("Nghỉ giữa kỳ", Category.MEETING),
        ("Nghỉ Giáng sinh và Tết Dương lịch", Category.OBSERVANCE),
        ("Tết Âm lịch - 2 tuần", Category.OBSERVANCE),
        ("Mít tinh Giải phóng miền Nam", Category.MEETING),
    ]
    assert when_to_json(found[2].when)["to"] == "2024-11-01"


@pytest.mark.parametrize(
    ("title", "holiday"),
    [
        ("Nghỉ lễ Giỗ Tổ Hùng Vương", True),
        ("Nghỉ Tết Nguyên đán Ất Tỵ 2025", True),
        ("Lễ 30/4 và 1/5", True),
        ("Ngày Giải phóng miền Nam - Quốc tế Lao động", True),
        ("Gặp mặt Tết Nguyên đán", False),
        ("Lễ hội Trăng", False),
    ],
)
def test_a_holiday_is_named_by_no_other_word(title: str, *, holiday: bool) -> None:
    assert names_holidays(title) is holiday


DUE = """KẾ HOẠCH
Tổ chức Đại hội Chi đoàn nhiệm kỳ 2024 - 2027
TT
Nội dung công việc chủ yếu cần tiến hành để chuẩn bị đại hội
Số ngày chậm nhất phải hoàn thành trước ngày đại hội
Ngày chậm nhất phải hoàn thành
1
Chuẩn bị văn kiện
Mở hội nghị Ban Chấp hành thông qua dự thảo báo cáo.
45 ngày
10/3/2024
2
Chuẩn bị nhân sự
Căn cứ đề án nhân sự, Ban Chấp hành lập danh sách trình cấp ủy và Đoàn cấp trên cho ý kiến.
30 ngày
25/3/2024 (thứ Hai)
3
Gửi giấy mời đại biểu
10/4/2024
"""


def test_a_head_that_says_by_when_makes_rows_of_cells_a_line_each_due() -> None:
    found = page(DUE).entries
    assert [(when_to_json(entry.when)["date"], entry.category) for entry in found] == [
        (day, Category.DEADLINE) for day in ("2024-03-10", "2024-03-25", "2024-04-10")
    ]
