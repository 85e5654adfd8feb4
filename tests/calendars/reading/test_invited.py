"""What invitations tell beside the meeting: rooms, what is asked for in brackets, who signs, what it is about."""

from datetime import date, time

from calendars.documents.text import decode
from calendars.marks import Category
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.when import Day, Hours


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


def test_each_line_of_a_group_is_a_meeting_of_its_own() -> None:
    text = (
        "TRƯỜNG THPT BẾN LÀNG\nGIẤY MỜI HỌP CHA MẸ HỌC SINH\n"
        "Nhà trường kính mời ông (bà) đến họp cha mẹ học sinh cuối học kỳ I:\n"
        "Khối 10: 7h30 sáng Chủ nhật 12/01/2025\nKhối 12: 8h00 thứ Bảy 11/01/2025\nTại phòng học của lớp.\n"
        "Riêng Ban đại diện họp trước lúc 7h00 ngày 11/01 tại phòng Hội đồng.\n"
    )
    first, second, third = read(text)
    assert [first.title, second.title] == [
        "Họp cha mẹ học sinh: khối 10",
        "Họp cha mẹ học sinh: khối 12",
    ]
    assert [first.location, second.location] == ["phòng học của lớp", "phòng học của lớp"]
    assert (third.category, str(third.when.hours.start)) == (Category.MEETING, "07:00:00")


def test_headings_over_labelled_times_name_what_is_held() -> None:
    text = (
        'GIẤY MỜI\nTham dự Lễ công bố Chỉ dẫn địa lý "Bưởi An Lãng"\n\nSở trân trọng kính mời quý đại biểu dự:\n'
        "I. LỄ CÔNG BỐ\nThời gian: 8 giờ 30, ngày 18/5/2021\nĐịa điểm: Trung tâm Hội nghị tỉnh\n"
        "II. THAM QUAN MÔ HÌNH\nThời gian: 14h00 cùng ngày\nĐịa điểm: Hợp tác xã Tân Hội\n"
    )
    assert [(entry.title, entry.when) for entry in read(text)] == [
        ("Lễ công bố", Day(date(2021, 5, 18), Hours(time(8, 30)))),
        ("Tham quan mô hình", Day(date(2021, 5, 18), Hours(time(14, 0)))),
    ]


def test_courses_have_the_opening_hour_told_for_all_of_them() -> None:
    text = (
        "GIẤY TRIỆU TẬP\nLớp bồi dưỡng lý luận chính trị hè năm 2022\n\nTriệu tập giáo viên dự học như sau:\n"
        "Đợt | Đơn vị | Thời gian | Địa điểm\n1 | Các trường mầm non | 25-26/7/2022 | Hội trường A\n"
        "2 | Các trường tiểu học | 27-28/7/2022 | Hội trường A\nKhai mạc mỗi đợt lúc 7h30.\n"
    )
    entries = read(text)
    assert [entry.title for entry in entries] == [
        "Lớp bồi dưỡng lý luận chính trị hè năm 2022: đợt 1 (Các trường mầm non)",
        "Lớp bồi dưỡng lý luận chính trị hè năm 2022: đợt 2 (Các trường tiểu học)",
    ]
    assert {str(entry.when.hours.start) for entry in entries} == {"07:30:00"}


def test_a_session_bears_the_name_of_what_it_is_of() -> None:
    text = (
        "GIẤY MỜI\nHọp Hội đồng thi đua - khen thưởng huyện (02 phiên)\n\n1. Phiên 1 (xét khen thưởng)\n"
        "- Thời gian: 8h00 ngày 10/3/2020.\n2. Phiên 2 (toàn thể)\n- Thời gian: 14h00 ngày 13/3/2020.\n"
    )
    assert [entry.title for entry in read(text)] == [
        "Họp Hội đồng thi đua - khen thưởng huyện: phiên 1 (xét khen thưởng)",
        "Họp Hội đồng thi đua - khen thưởng huyện: phiên 2 (toàn thể)",
    ]


def test_who_is_asked_to_stay_is_no_part_of_the_title() -> None:
    text = (
        "GIẤY MỜI\nĐến dự: Đại hội Chi hội thôn Đông\nThời gian: Vào hồi 7h30, ngày 14 tháng 8 năm 2022\n"
        "Sau đại hội mời đồng chí ở lại dự cơm thân mật lúc 11h.\n"
    )
    assert [entry.title for entry in read(text)] == ["Đại hội Chi hội thôn Đông", "Cơm thân mật"]
