"""Wordings that weekly schedules and letters share, each as a line or two of a small paper."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Day, Span, Window

WEEK = "LỊCH CÔNG TÁC TUẦN\nTừ ngày 06/4 đến ngày 12/4/2026\n\nThứ Hai (06/4)\n• 8h00: Giao ban\n"


def told(text: str) -> list[str]:
    """Each title with its day or days and its hours."""
    lines = []
    for entry in read_programme(decode(text.encode(), "a.txt"), today=date(2026, 4, 1)).entries:
        when = entry.when
        day = f"{when.day:%d/%m}" if isinstance(when, Day) else ""
        days = f"{when.first:%d}-{when.last:%d/%m}" if isinstance(when, Span | Window) else ""
        hours = "-".join(f"{hour:%H:%M}" for hour in (when.hours.start, when.hours.end) if hour)
        lines.append(" ".join(filter(None, (entry.title, day, days, hours))))
    return lines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("• Đào tạo cấp cứu, mỗi ngày từ 13:30 đến 16:30", "Đào tạo cấp cứu 09-10/04 13:30-16:30"),
        ("• Tập huấn hằng ngày 8h00 - 10h00", "Tập huấn 09-10/04 08:00-10:00"),
    ],
)
def test_each_day_of_a_heading_of_two(line: str, expected: str) -> None:
    assert told(f"{WEEK}Thứ Năm, thứ Sáu (09-10/4)\n{line}\n")[-1] == expected


def test_what_is_due_in_the_morning_hands_its_day_on() -> None:
    text = (
        WEEK + "\nThứ Sáu, ngày 10/4: trước 10h00, các phòng gửi đăng ký; 15h00, họp Chi ủy, tại phòng 302.\n"
    )
    assert told(text)[1:] == ["Các phòng gửi đăng ký 10/04 10:00", "Họp Chi ủy 10/04 15:00"]


def test_a_starred_note_behind_the_last_day_is_no_thing_of_that_day() -> None:
    assert told(WEEK + "• 14h00: Họp tổ\n* Học phí tháng 4 thu theo QĐ 41/2025/QĐ-UBND.\n") == [
        "Giao ban 06/04 08:00",
        "Họp tổ 06/04 14:00",
    ]


@pytest.mark.parametrize("heading", ["Chiều 26/3 (thứ Năm):", "Chiều 26/3:", "CHIỀU NGÀY 26/3"])
def test_half_a_day_heads_what_is_on_then(heading: str) -> None:
    text = (
        "THƯ MỜI\nĐại hội đại biểu Hội Khuyến học tỉnh lần thứ V\n\nKính gửi: Ông/Bà\n"
        "Thời gian: 1,5 ngày, từ 13h30 ngày 26/3 đến 17h00 ngày 27/3/2026\nĐịa điểm: Trung tâm Hội nghị\n\n"
        f"CHƯƠNG TRÌNH\n{heading}\n  13h00: Đón tiếp đại biểu\n  13h30: Phiên trù bị\n"
        "Ngày 27/3 (thứ Sáu):\n  8h00: Phiên chính thức\n  16h30: Bế mạc\n"
    )
    assert told(text)[1:] == [
        "Đón tiếp đại biểu 26/03 13:00",
        "Phiên trù bị 26/03 13:30",
        "Phiên chính thức 27/03 08:00",
        "Bế mạc 27/03 16:30",
    ]


@pytest.mark.parametrize("heading", ["Tuần 4 và những ngày còn lại", "Tuần 4 và công tác khác"])
def test_a_week_of_the_month_is_no_week_of_the_year(heading: str) -> None:
    text = (
        "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 10 NĂM 2025\n\n1/ Tuần 3 (13-19/10):\n- 7g30 ngày 17/10: Lễ phát động.\n\n"
        f"2/ {heading}:\n- Tập huấn kỹ năng giám sát: dự kiến ngày 23/10.\n"
        "- Ngày hội Đại đoàn kết: khoảng cuối tháng 10.\n"
    )
    assert told(text)[1:] == ["Tập huấn kỹ năng giám sát 23/10", "Ngày hội Đại đoàn kết 21-31/10"]


def test_why_a_notice_is_given_is_no_thing() -> None:
    text = (
        "THÔNG BÁO\nVề việc thay đổi lịch học\n\n"
        "Lớp bồi dưỡng K3 chuyển từ 7h30 ngày 28/8 sang 7h30 ngày 30/8/2025.\n"
        "Lý do: phục vụ Đại hội Đảng bộ tỉnh và kỳ nghỉ lễ 02/9.\n"
    )
    assert all("Lý do" not in line for line in told(text))


def test_a_day_behind_its_label_heads_what_is_on_then() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN\nTừ ngày 06/4 đến ngày 12/4/2026\n\n"
        "Ngày: Thứ Hai, 06/4\nSáng: 8h00 - Giao ban. Chủ trì: CCT.\nChiều: 14h00 - Đối thoại với doanh nghiệp.\n"
        "Ngày: Thứ Ba, 07/4\nSáng: Hội nghị tổng kết (8h30 đến 11h30).\n"
        "Công việc tuần tới: 13/4 chào cờ (7h30).\n"
    )
    assert told(text) == [
        "Giao ban 06/04 08:00",
        "Đối thoại với doanh nghiệp 06/04 14:00",
        "Hội nghị tổng kết 07/04 08:30-11:30",
        "Chào cờ 13/04 07:30",
    ]


def test_what_was_printed_wrongly_is_of_the_thing_to_which_the_paper_invited() -> None:
    text = (
        "SỞ CÔNG THƯƠNG\nV/v đính chính Giấy mời\n\nKính gửi: Các doanh nghiệp\n\n"
        "Ngày 07/4/2026, Sở phát hành Giấy mời số 211/GM-SCT về việc tham dự Hội nghị phổ biến hàng rào kỹ thuật.\n\n"
        "Do sơ suất trong khâu in ấn, Sở xin đính chính như sau:\n\n"
        "- Thời gian đã ghi: 8 giờ 00, thứ Năm, ngày 16/4/2026.\n"
        "- Nay sửa lại là: 8 giờ 00, thứ Sáu, ngày 17/4/2026.\n"
    )
    thing = "Hội nghị phổ biến hàng rào kỹ thuật"
    assert told(text) == [f"{thing} 16/04 08:00", f"{thing} 17/04 08:00"]


def test_who_gives_the_paper_and_when_is_no_thing() -> None:
    assert told(WEEK + "\nVăn phòng Hội (04.4.2026)\n") == ["Giao ban 06/04 08:00"]


def test_what_is_valid_still_is_due_by_no_day() -> None:
    assert told(WEEK + "\nThẻ cấp trước 31/12/2025 vẫn còn giá trị.\n") == ["Giao ban 06/04 08:00"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Hạ tuần: tập huấn nghiệp vụ (ngày bầu cử: Chủ nhật 15/3/2026).", "Tập huấn nghiệp vụ 21-28/02"),
        ("- Dự kiến đầu tháng 3: hành trình về nguồn tại Khu di tích.", "Hành trình về nguồn 01-10/03"),
    ],
)
def test_windows_before_what_is_on_then(line: str, expected: str) -> None:
    text = f"CHƯƠNG TRÌNH CÔNG TÁC THÁNG 02 NĂM 2026\n\n- Họp tổ: 14h00 ngày 08/02.\n{line}\n"
    assert told(text)[1:] == [expected]


def test_a_first_column_of_whose_things_these_are_may_be_empty() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN\nTừ ngày 06/4 đến ngày 12/4/2026\n\n"
        "ĐƠN VỊ             NGÀY              NỘI DUNG\n"
        "                   07/4              7h00: Dâng hương kỷ niệm Giỗ Tổ\n"
    )
    assert told(text) == ["Dâng hương kỷ niệm Giỗ Tổ 07/04 07:00"]
