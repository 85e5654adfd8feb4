"""What invitations tell beside the meeting: rooms, what is asked for in brackets, who signs, what it is about."""

from datetime import date

from calendars.documents.text import decode
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.when import Day


def read(text: str) -> tuple[Entry, ...]:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2026, 1, 1)).entries


def test_a_room_for_the_night_is_no_meeting() -> None:
    text = (
        "THÔNG BÁO\nTriệu tập học viên lớp bồi dưỡng\n\n1. Khai giảng: 8h00, thứ Hai, ngày 09/3/2026.\n\n"
        "Học viên ở ký túc xá nhận phòng từ 14h00 ngày 08/3.\n"
    )
    assert [entry.title for entry in read(text)] == ["Khai giảng"]


def test_a_summons_is_named_by_its_title_and_not_by_its_matter() -> None:
    text = (
        "GIẤY TRIỆU TẬP\nHội nghị Ban Chấp hành Hội Nông dân huyện lần thứ 8\n\n"
        "1. Thời gian: từ 7h30 ngày 20/12/2016 đến 11h00 ngày 21/12/2016.\n2. Địa điểm: Hội trường huyện.\n"
        "3. Nội dung: Tổng kết công tác Hội năm 2016; bầu bổ sung 02 ủy viên.\n"
    )
    assert [entry.title for entry in read(text)] == ["Hội nghị Ban Chấp hành Hội Nông dân huyện lần thứ 8"]


def test_who_signs_on_the_line_of_the_day_is_no_meeting() -> None:
    text = (
        "THƯ MỜI HỌP CHA MẸ HỌC SINH\n\nNhà trường kính mời phụ huynh dự họp:\n"
        "- Họp phụ huynh khối 1: 7g30, thứ bảy ngày 17/9/2022\n- Họp phụ huynh khối 4: 14g cùng ngày\n\n"
        "Quý phụ huynh đi đúng giờ, gởi xe trước 7g15 ở cổng sau.\n\nNgày 12/9/2022, Hiệu trưởng: Châu Văn Bình\n"
    )
    assert [entry.title for entry in read(text)] == ["Họp phụ huynh khối 1", "Họp phụ huynh khối 4"]


def test_an_hour_goes_with_the_day_above_and_its_bracket_asks_for_another() -> None:
    text = (
        "THƯ MỜI\n\nTới dự:\n1. Họp tổ dân phố: 19 giờ 30, tối thứ Bảy 14/11/2020.\n"
        "2. Ngày hội Đại đoàn kết: 8h sáng Chủ nhật 15/11/2020.\n"
        "Từ 10h30: liên hoan (gia đình nào ăn cơm đăng ký với bà Tẹo trước thứ Sáu 13/11, 100.000đ/suất).\n"
    )
    days = {entry.title: entry.when.day for entry in read(text) if isinstance(entry.when, Day)}
    assert days["Liên hoan"] == date(2020, 11, 15)
    assert date(2020, 11, 12) in days.values()
