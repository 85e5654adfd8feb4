"""Names over their days, places over their hours, points below a meeting, ends told behind a name."""

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme

MONTH = "CHƯƠNG TRÌNH THÁNG 6/2021\n\n"
WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "1. Khai mạc hè:\n8h00, ngày 01/6/2021\n2. Hội thi bơi:\nThứ Bảy, 12/6/2021\n3. Tổng kết hè:\nNgày 25/6/2021\n",
        "* Khai mạc hè\n8h00 ngày 01/6/2021\n* Hội thi bơi\nNgày 12/6/2021\n* Tổng kết hè\nNgày 25/6/2021\n",
        "1. Khai mạc hè\n- 8h00 ngày 01/6/2021\n2. Hội thi bơi\n- Ngày 12/6/2021\n3. Tổng kết hè\n- Ngày 25/6/2021\n",
        "1. Khai mạc hè\n8h00 ngày 01/6/2021\nĐoàn viên\n2. Hội thi bơi\nNgày 12/6/2021\n3. Tổng kết hè\n25/6/2021\n",
    ],
)
def test_days_below_names_are_of_these(text: str) -> None:
    assert lines_of(MONTH + text) == [
        "06-01 08:00: Khai mạc hè",
        "06-12: Hội thi bơi",
        "06-25: Tổng kết hè",
    ]


def test_days_over_items_head_them() -> None:
    text = f"{MONTH}- Chủ đề\nThứ Hai 07/6/2021\n- Họp tổ\nThứ Ba 08/6/2021\n- Kiểm tra hồ sơ\nThứ Tư 09/6/2021\n"
    assert lines_of(text) == ["06-07: Họp tổ", "06-08: Kiểm tra hồ sơ"]


def test_a_place_over_hours_is_theirs() -> None:
    text = (
        f"{WEEK}Thứ Ba 07/5\n* Tại Đền Mai, Đình Đông, Tượng đài\n- Từ 8 giờ 00 phút: dâng hương\n- 18h30: Lễ rước\n"
        "Thứ Tư 08/5\n- 8 giờ: Lễ tạ\n"
    )
    entries = read_programme(decode(text.encode(), "a.txt")).entries
    assert [(entry.title, entry.location) for entry in entries] == [
        ("Dâng hương", "Đền Mai, Đình Đông, Tượng đài"),
        ("Lễ rước", "Đền Mai, Đình Đông, Tượng đài"),
        ("Lễ tạ", None),
    ]


def test_numbers_below_a_meeting_with_its_hour_are_its_points() -> None:
    text = (
        f"{WEEK}Thứ Hai 06/5\n8h00: Họp giao ban\n1. Đánh giá tuần 18\n2. Báo cáo tiến độ\n3. Kiểm tra hồ sơ thi đua\n"
        "14h00: Tiếp công dân\nThứ Ba 07/5\nKhai mạc Đại hội: 09h00\n1- Chào cờ\n2- Báo cáo tổng kết\n"
    )
    assert lines_of(text) == [
        "05-06 08:00: Họp giao ban",
        "05-06 14:00: Tiếp công dân",
        "05-07 09:00: Khai mạc Đại hội",
    ]


def test_until_when_a_thing_lasts_that_begins_below_its_day() -> None:
    text = (
        f"{WEEK}Thứ Hai 06/5\n- 8 giờ 00 phút: khai mạc Chợ quê, kéo dài đến 10 giờ 00 phút ngày 08/5/2024\n"
        "- 14h00: Hội sách, kéo dài đến hết ngày 09/5\nThứ Ba 07/5\n- 7h30: Họp tổ, báo cáo trước ngày 10/5\n"
    )
    assert lines_of(text)[:2] == [
        "05-06..05-08 08:00-10:00: Khai mạc Chợ quê",
        "05-06..05-09 14:00: Hội sách",
    ]
    assert "05-07 07:30: Họp tổ" in lines_of(text)


def test_guests_received_in_a_half_of_the_day_are_the_thing_itself() -> None:
    assert lines_of(f"{WEEK}Thứ Hai 06/5\nBuổi sáng đón khách tỉnh bạn.\nThứ Ba 07/5\n8h00: Họp tổ\n") == [
        "05-06 morning: Đón khách tỉnh bạn",
        "05-07 08:00: Họp tổ",
    ]


def test_what_stands_below_a_picture_is_no_thing() -> None:
    text = (
        f"{WEEK}Thứ Hai 06/5\n- 8h00: Họp tổ\nĐại biểu xem tranh. (Ảnh: Văn An)\nThứ Ba 07/5\n- 9h00: Lễ tạ\n"
    )
    assert lines_of(text) == ["05-06 08:00: Họp tổ", "05-07 09:00: Lễ tạ"]


def test_a_month_glued_to_a_school_year() -> None:
    text = (
        "KẾ HOẠCH\nCông tác Đội tháng 12năm học 2019 - 2020\n\n1. Tổ chức hoạt động kỷ niệm 75 năm ngày thành lập "
        "Quân đội nhân dân Việt Nam (22/12).\n"
    )
    assert lines_of(text) == ["12-22 all-day observance: Ngày thành lập Quân đội nhân dân Việt Nam"]


def test_a_programme_over_its_days_is_no_name_of_theirs() -> None:
    text = (
        "Hội trại sức trẻ\n\nThời gian – Địa điểm:\n • Thời gian: từ 13h00 ngày 24/3/2018 đến 10h00 ngày 25/3/2018.\n"
        " • Địa điểm: Công viên bãi biển.\n\n1. Nội dung tổng thể:\n • Trang trí lều trại\n2. Chương trình cụ thể:\n"
        "* Ngày 24 tháng 3 năm 2018\n • 13 giờ 30: Tập trung trại sinh\n • 14 giờ 30 đến 18 giờ: Sinh hoạt trại\n"
        "* Ngày 25 tháng 3 năm 2018\n • 8 giờ 00: Trò chơi vận động\n"
    )
    assert not any(line.endswith(": Chương trình") for line in lines_of(text))


def test_a_remark_that_leads_to_a_schedule_has_things_below_it() -> None:
    text = (
        f"{MONTH}1. Kiểm tra Tin học: ngày 03/6/2021.\n2. Lưu ý: Khối 5 kiểm tra theo lịch sau:\n"
        "+ Ngày 11/6/2021: kiểm tra Tiếng Việt lớp 5.\n+ Ngày 12/6/2021: kiểm tra Toán lớp 5.\n"
    )
    assert lines_of(text) == [
        "06-03: Kiểm tra Tin học",
        "06-11: Kiểm tra Tiếng Việt lớp 5",
        "06-12: Kiểm tra Toán lớp 5",
    ]
