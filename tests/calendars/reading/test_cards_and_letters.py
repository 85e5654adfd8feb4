"""Invitations on cards and in letters: what "Đến dự" names, times below bare labels, what is asked for in brackets."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

ISSUED = "An Hòa, ngày 10 tháng 11 năm 2018\n"


def read(text: str) -> list[str]:
    """Category where it is none of the usual, day, hours and title of each entry."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 11, 22))
    lines = []
    for entry in programme_to_json(programme)["entries"]:
        when = entry["when"]
        days = "/".join(filter(None, (when.get("date") or when.get("from"), when.get("to"))))
        hours = "-".join(filter(None, (when["start"], when["end"])))
        kind = entry["category"].replace("meeting", "")
        lines.append(f"{' '.join(filter(None, (kind, days, hours)))}: {entry['title']}")
    return lines


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ('KHAI MẠC TRIỂN LÃM ẢNH "SẮC NÚI"', 'Khai mạc triển lãm ảnh "sắc núi"'),
        ("ĐÊM NHẠC MÙA THU", "Đêm nhạc mùa thu"),
        ("Hội thi tiếng hát công nhân", "Hội thi tiếng hát công nhân"),
    ],
)
def test_a_card_without_a_title_names_what_people_come_to(name: str, title: str) -> None:
    text = (
        f"CÂU LẠC BỘ NHIẾP ẢNH\n\nTrân trọng kính mời: Quý Ông (Bà)\n\nĐến dự {name}\n\n"
        "• 16g30, thứ bảy, ngày 08.12.2018\n"
        "• Tại: Bảo tàng tỉnh\n\nChủ nhiệm CLB\n"
    )
    assert read(text) == [f"2018-12-08 16:30: {title}"]


@pytest.mark.parametrize("closed", ["(trừ sáng thứ hai)", "(nghỉ các buổi trưa)"])
def test_a_thing_of_many_days_may_be_closed_for_half_a_day(closed: str) -> None:
    text = f"GIẤY MỜI\nXem triển lãm\n\n{ISSUED}\n- Triển lãm mở cửa từ 08/12 đến 16/12/2018 {closed}\n"
    assert read(text) == ["2018-12-08/2018-12-16: Triển lãm mở cửa"]


@pytest.mark.parametrize(
    ("bracket", "asked"),
    [
        ("(bình chọn đến 11g ngày 15.12)", "deadline 2018-12-15 11:00: Bình chọn: trao giải ảnh đẹp"),
        ("(đăng ký tại lớp đến hết ngày 15/12)", "deadline 2018-12-15: Đăng ký: trao giải ảnh đẹp"),
        ("(nhận bài đến 15/12)", "deadline 2018-12-15: Nhận bài: trao giải ảnh đẹp"),
    ],
)
def test_a_bracket_tells_until_when_something_is_taken(bracket: str, asked: str) -> None:
    text = f"GIẤY MỜI\nXem triển lãm\n\n{ISSUED}\n- Trao giải ảnh đẹp: chiều 16/12/2018 {bracket}.\n"
    assert read(text) == ["2018-12-16: Trao giải ảnh đẹp", asked]


@pytest.mark.parametrize(
    "below",
    [
        "II. THỜI GIAN, ĐỊA ĐIỂM\nBắt đầu lúc 13 giờ 30 phút, thứ Năm, ngày 16/11/2017, tại Phòng họp số 2.",
        "1. Thời gian và địa điểm\nKhai mạc 13 giờ 30, thứ Năm, ngày 16/11/2017, tại Phòng họp số 2",
        "1. Thời gian\nVào hồi 13 giờ 30 phút, ngày 16/11/2017",
        "I- NỘI DUNG\n1. Báo cáo kết quả.\n\nII- THỜI GIAN\n01 ngày, khai mạc 13 giờ 30, thứ Năm, ngày 16/11/2017",
    ],
)
def test_a_time_below_a_bare_label_is_that_of_the_letter(below: str) -> None:
    text = f"GIẤY MỜI\nDự Hội nghị trực tuyến về thu ngân sách\n\n{below}\n\nIII. CHUẨN BỊ\n- Mang theo tài liệu.\n"
    assert read(text) == ["2017-11-16 13:30: Hội nghị trực tuyến về thu ngân sách"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Nội dung đã in", "Nội dung đúng"),
        ("Thông tin đã đăng", "Thông tin chính xác"),
        ("Nội dung đã ghi", "Nay sửa lại"),
    ],
)
def test_a_misprint_and_what_is_right_each_behind_its_label(wrong: str, right: str) -> None:
    text = (
        'ĐÍNH CHÍNH\nGiấy mời số 281/GM-LM ngày 11/10/2023\n\nVăn phòng xin đính chính Giấy mời dự Diễn đàn "Nông sản"'
        f' như sau:\n\n- {wrong}: "8h00, thứ Năm, ngày 20/10/2023".\n- {right}: "8h00, thứ Năm, ngày 19/10/2023".\n'
    )
    assert read(text)[-1] == '2023-10-19 08:00: Diễn đàn "Nông sản"'


def test_what_a_boarding_school_holds_each_evening() -> None:
    text = (
        "QUY ĐỊNH CHẾ ĐỘ HỘI HỌP NĂM HỌC 2025-2026\n\n1. Chào cờ: 7h00 thứ Hai hàng tuần.\n"
        "2. Tự học: 19h00 - 21h15, từ thứ 2 đến thứ 5 hàng tuần.\n"
    )
    assert [line.rpartition(": ")[2] for line in read(text)] == ["Chào cờ", "Tự học"]


def test_before_which_hour_people_come_is_no_entry() -> None:
    text = (
        "GIẤY MỜI\nDự Đại hội đại biểu\n\n* Thời gian: 13h30, thứ Ba ngày 29/7/2025.\n* Địa điểm: Hội trường xã.\n\n"
        "Đề nghị đại biểu có mặt trước 13h00 ngày 29/7 để nhận tài liệu.\n"
    )
    assert read(text) == ["2025-07-29 13:30: Đại hội đại biểu"]


@pytest.mark.parametrize(
    "holds", ["Lịch dùng từ 02/01/2024 đến 30/11/2024.", "Sử dụng từ 02/01/2024 đến 30/11/2024."]
)
def test_from_when_a_schedule_is_used_is_no_entry(holds: str) -> None:
    text = (
        "TRẠM Y TẾ XÃ\nLỊCH HOẠT ĐỘNG CỐ ĐỊNH NĂM 2024\n\n- Tiêm chủng: ngày 25 hàng tháng, 7g00.\n"
        f"- Khám thai: sáng thứ 3 hàng tuần.\n- Giao ban: 14g00 thứ sáu hằng tuần.\n\n{holds}\n"
    )
    assert [line.rpartition(": ")[2] for line in read(text)] == ["Tiêm chủng", "Khám thai", "Giao ban"]


def test_some_stay_behind_the_meeting() -> None:
    text = (
        f"GIẤY MỜI\nV/v tập huấn sơ cấp cứu\n\n{ISSUED}\n1. Thời gian: 7h30 ngày 17/11/2018.\n"
        "2. Địa điểm: Hội trường.\n\n"
        "Sau lớp học, chiều 18/11 lãnh đạo các xã ở lại họp bàn công tác Tết.\n"
    )
    assert read(text)[-1] == "2018-11-18: Lãnh đạo các xã họp bàn công tác Tết"
