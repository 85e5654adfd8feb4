"""What a paper tells below the name of a thing, of a group or of itself: changes, hours of months, its own day."""

from datetime import date

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Day, Repeat

CHANGES = (
    "UBND HUYỆN LÂM HÒA\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO\nSố: 12/PGDĐT\nLâm Hòa, ngày 06 tháng 3 năm 2025\n"
    "V/v điều chỉnh lịch một số hoạt động tháng 3/2025\n\nKính gửi: Các trường học trong huyện.\n\n"
    "Phòng điều chỉnh như sau:\n\n"
)
DELEGATES = (
    "HĐND HUYỆN LÂM HÒA\nSố: 58/TB-HĐND\nLâm Hòa, ngày 26 tháng 6 năm 2023\n\n"
    "LỊCH TIẾP CÔNG DÂN QUÝ III/2023\n\n"
)


def days_of(text: str) -> list[date]:
    entries = read_programme(decode(text.encode(), "a.txt")).entries
    return [entry.when.day for entry in entries if isinstance(entry.when, Day)]


def rules_of(text: str) -> list[tuple[tuple[date, ...], date | None]]:
    entries = read_programme(decode(text.encode(), "a.txt")).entries
    rules = [entry.when.recurrence for entry in entries if isinstance(entry.when, Repeat)]
    return [(rule.left_out, rule.until) for rule in rules]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (
            "   Đã thông báo: 18/3/2025.   Nay tổ chức vào: thứ Ba, 25/3/2025.",
            ["03-18 postponed: Hội khỏe cấp huyện", "03-25: Hội khỏe cấp huyện"],
        ),
        (
            "   Chuyển từ các ngày 20, 21/3 sang các ngày 27, 28/3/2025.",
            ["03-20..03-21 postponed: Hội khỏe cấp huyện", "03-27..03-28: Hội khỏe cấp huyện"],
        ),
        (
            "   - Trước đây ấn định 8 giờ 00 ngày 17/3\n   - Nay đẩy sớm lên 13 giờ 30 phút ngày 12/3.",
            ["03-17 08:00 postponed: Hội khỏe cấp huyện", "03-12 13:30: Hội khỏe cấp huyện"],
        ),
        ("   Không thay đổi: ngày 14/3, tại sân vận động.", ["03-14: Hội khỏe cấp huyện"]),
        ("   Không tổ chức ngày 21/3.", ["03-21 cancelled: Hội khỏe cấp huyện"]),
        (
            "   Lùi 01 tuần: từ 14/3 sang 21/3.",
            ["03-14 postponed: Hội khỏe cấp huyện", "03-21: Hội khỏe cấp huyện"],
        ),
        ("   - Hủy buổi ngày 21/3.", ["03-21 cancelled: Hội khỏe cấp huyện"]),
    ],
)
def test_lines_below_a_name_tell_what_becomes_of_it(below: str, expected: list[str]) -> None:
    rest = "\n\n2. Hội thi giáo viên dạy giỏi\n   Lùi từ 22/3 đến 29/3.\n"
    assert lines_of(f"{CHANGES}1. Hội khỏe cấp huyện\n{below}{rest}") == [
        *expected,
        "03-22 postponed: Hội thi giáo viên dạy giỏi",
        "03-29: Hội thi giáo viên dạy giỏi",
    ]


def test_the_hours_of_a_heading_are_those_of_the_months_below_it() -> None:
    assert lines_of(
        f"{DELEGATES}B. ĐẠI BIỂU (14h00, phòng 105)\nTháng 7\n- Ngày 05, 19: Ông Lò Văn Ban\n"
        "- Ngày 20 (thứ Năm): Bà Đào Thị Mai\nTháng 8\n- Ngày 02: Ông Lò Văn Ban\n"
    ) == [
        "07-05 07-19 14:00: Tiếp công dân",
        "07-20 14:00: Tiếp công dân",
        "08-02 14:00: Tiếp công dân",
    ]


def test_months_below_a_term_of_a_school_year_are_of_that_year() -> None:
    text = (
        "TRƯỜNG THPT LÂM HÒA\nKẾ HOẠCH HOẠT ĐỘNG CÂU LẠC BỘ HỌC KỲ I NĂM HỌC 2023-2024\n\nTháng 12\n"
        "- Hội diễn: ngày 21\nTháng 01\n- Tổng kết: ngày 12\n"
    )
    assert days_of(text) == [date(2023, 12, 21), date(2024, 1, 12)]


def test_a_press_release_tells_its_own_day_below_its_type() -> None:
    text = (
        "SỞ VĂN HÓA TỈNH VÂN LÂM\n\nTHÔNG CÁO BÁO CHÍ\nNgày 06/9/2024\n\nDỪNG NHIỀU HOẠT ĐỘNG DO BÃO\n\n"
        "Sở thông tin về các hoạt động như sau:\n\n"
        "+ Đêm nhạc Mùa vàng, 20h00 thứ Bảy 07/9: không tổ chức.\n"
        "+ Giải chạy Bến sông: từ 7h30 Chủ nhật 08/9 lùi sang Chủ nhật 22/9; giờ và nơi chạy (cầu Bến) giữ nguyên.\n"
        "Năm 2023, bão số 1 (ngày 18/7/2023) làm hư hại 2/7 thiết chế văn hóa.\n"
    )
    assert {day.year for day in days_of(text)} == {2024}
    assert lines_of(text) == [
        "09-07 20:00 cancelled: Đêm nhạc Mùa vàng",
        "09-08 07:30 postponed: Giải chạy Bến sông",
        "09-22 07:30: Giải chạy Bến sông",
    ]


@pytest.mark.parametrize("second", ["sáng", "chiều"])
def test_what_stands_behind_the_last_weekday_is_of_all(second: str) -> None:
    often = f"Sáng thứ Ba và {second} thứ Năm hằng tuần, từ 04/7 đến 31/8, tại trụ sở"
    rules = rules_of(f"{DELEGATES}A. CÁN BỘ\n{often}.\n")
    assert {until for _, until in rules} <= {date(2023, 8, 31), date(2023, 8, 29)}


def test_a_weekday_on_which_one_rests_for_something_is_left_out() -> None:
    often = "Sáng thứ Ba và sáng thứ Năm hằng tuần, tại trụ sở (nghỉ thứ Ba ngày 15/8 để dự hội thao)"
    assert rules_of(f"{DELEGATES}A. CÁN BỘ\n{often}.\n") == [((date(2023, 8, 15),), date(2023, 9, 28))]


def test_hours_before_a_colon_are_those_of_all_the_days_behind_it() -> None:
    text = (
        "HĐND THỊ XÃ LÂM HÒA\nTHÔNG BÁO\nLịch hoạt động tháng 11/2022\n\n"
        "- Tiếp xúc cử tri, đều bắt đầu lúc 8 giờ: ngày 7/11 tại xã Mỹ Lâm; ngày 9/11 tại xã Bản Đôn.\n"
        "- Tổng kết chi bộ (mỗi buổi 14h00): ngày 20/11 chi bộ 1; ngày 21/11 chi bộ 2.\n"
        "- Hội thao: 16h00 ngày 25/11.\n"
    )
    assert lines_of(text) == [
        "11-07 08:00: Tiếp xúc cử tri",
        "11-09 08:00: Tiếp xúc cử tri",
        "11-20 14:00: Tổng kết chi bộ",
        "11-21 14:00: Tổng kết chi bộ",
        "11-25 16:00: Hội thao",
    ]


def test_a_section_of_one_line_tells_what_becomes_of_its_heading() -> None:
    assert lines_of(
        f"{CHANGES}I. HỘI THI TIẾNG HÁT\nĐã thông báo: 14h00 ngày 11/3. Nay tổ chức lại vào 14h00 ngày 18/3.\n\n"
        "II. HỌP PHỤ HUYNH KHỐI 9\nGiữ nguyên 7h30 Chủ nhật 16/3.\n"
    ) == [
        "03-11 14:00 postponed: Hội thi tiếng hát",
        "03-18 14:00: Hội thi tiếng hát",
        "03-16 07:30: Họp phụ huynh khối 9",
    ]


def test_a_line_that_names_a_thing_of_its_own_is_not_of_the_name_above() -> None:
    text = (
        "ĐẢNG ỦY XÃ LÂM HÒA\nCHƯƠNG TRÌNH CÔNG TÁC THÁNG 4/2025\n\n1. Công tác tuyên truyền\n"
        "Điều chỉnh kế hoạch tuyên truyền, hoàn thành trước ngày 10/4.\n2. Hội thao\nDiễn ra lúc 8h00 ngày 20/4.\n"
    )
    assert lines_of(text) == ["04-09 deadline: Điều chỉnh kế hoạch tuyên truyền", "04-20 08:00: Hội thao"]
