"""What letters say beside their meeting: halves of a day, who is fetched, what is asked for, since when."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.marks import Category
from calendars.reading import read_programme
from calendars.when import Day, Repeat

LETTER = """UBND TỈNH SA LONG
SỞ NÔNG NGHIỆP
Số: 143/GM-SNN
Sa Long, ngày 03 tháng 6 năm 2019

GIẤY MỜI

Giám đốc Sở trân trọng kính mời đại diện lãnh đạo UBND các huyện dự họp với các nội dung sau:

{body}

Đề nghị đại biểu dự đúng thành phần, đúng giờ./.
"""
WHERE = "\n2. Chủ trì: Đ/c Giám đốc Sở.\n3. Địa điểm: Hội trường Sở, số 15 đường 3 tháng 2."
NOTICE = """UBND XÃ TÂN AN
Số: 12/TB-UBND
Tân An, ngày 17 tháng 3 năm 2026

THÔNG BÁO
Về việc điều chỉnh lịch một số cuộc họp

{body}
"""


def _told(text: str) -> list[str]:
    found = []
    for entry in read_programme(decode(text.encode(), "a.txt")).entries:
        when = entry.when
        hours = when.hours
        hour = (
            f"{hours.start:%H:%M}"
            if hours.start
            else f"-{hours.end:%H:%M}"
            if hours.end
            else hours.part or ""
        )
        day = f"{when.day:%d/%m}" if isinstance(when, Day) else type(when).__name__
        if isinstance(when, Repeat):
            day = f"since {when.recurrence.first}, until {when.recurrence.until}"
        found.append(f"{entry.title} | {day} {hour}".strip())
    return found


@pytest.mark.parametrize(
    "body",
    [
        "1. Nội dung: Thứ Sáu, ngày 07/6/2019\n- Buổi sáng (bắt đầu từ 8h00): {a}\n- Buổi chiều (từ 13h30): {b}",
        "1. Thời gian, nội dung: Thứ Sáu, ngày 07/6/2019\n- Từ 8h00: {a}\n- Từ 13h30: {b}",
        "1. Nội dung:\n- 8h00, thứ Sáu, ngày 07/6/2019: {a}\n- 13h30 cùng ngày: {b}",
        "1. Thời gian: Thứ Sáu, ngày 07/6/2019\n- Buổi sáng, từ 8h00: {a}\n- Buổi chiều, từ 13h30: {b}",
    ],
)
def test_each_half_of_a_day_below_a_label_is_held(body: str) -> None:
    names = {"a": "Triển khai các biện pháp phòng, chống dịch.", "b": "Sơ kết sản xuất vụ Đông Xuân."}
    assert _told(LETTER.format(body=body.format(**names) + WHERE)) == [
        "Triển khai các biện pháp phòng, chống dịch | 07/06 08:00",
        "Sơ kết sản xuất vụ Đông Xuân | 07/06 13:30",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Các khóa ở xa về, Ban liên lạc bố trí xe đón tại ga lúc 6h00 và 6h30 ngày 17/11.",
        "Xe buýt đón tại Bến xe 5h30 sáng 17/11.",
        "Ô tô khởi hành tại UBND huyện 5h00 ngày 17/11.",
        "Sự hiện diện của quý vị ngày 17/11 là vinh dự của nhà trường.",
    ],
)
def test_when_guests_are_fetched_is_no_meeting(line: str) -> None:
    body = f"Thời gian: 8h00 ngày 17/11/2019\nĐịa điểm: Hội trường Sở.\n{line}"
    assert _told(LETTER.format(body=body)) == ["Họp | 17/11 08:00"]


def test_who_comes_early_makes_nothing_due() -> None:
    for line in (
        "1. Diễn tập PCCC 9h sáng mai vẫn như cũ, ba mẹ mặc đồng phục cho con và đưa đến trước 7h45.",
        "1. Diễn tập PCCC 9h sáng mai không thay đổi, các lớp xếp hàng xong trước 8h45.",
    ):
        (drill,) = read_programme(decode(NOTICE.format(body=line).encode(), "a.txt")).entries
        assert (drill.title, drill.category) == ("Diễn tập PCCC", Category.MEETING)


def test_what_is_asked_for_behind_a_meal_is_due() -> None:
    line = (
        "Tối hôm trước (11/11), từ 19h30 có giao lưu văn nghệ tại sân đình.\n"
        "Trưa 12/11: bữa cơm đoàn kết, mỗi hộ 02 suất, báo số lượng cho trưởng xóm chậm nhất 09/11.\n"
        "Sự có mặt của ông bà góp phần cho Ngày hội thành công."
    )
    body = f"Thời gian: 8h00 ngày 12/11/2019\nĐịa điểm: Nhà văn hóa.\n{line}"
    assert _told(LETTER.format(body=body))[1:] == [
        "Giao lưu văn nghệ | 11/11 19:30",
        "Bữa cơm đoàn kết, mỗi hộ 02 suất | 12/11 noon",
        "Báo số lượng cho trưởng xóm | 09/11",
    ]


def test_what_is_destroyed_is_not_called_off() -> None:
    line = "1. Họp Hội đồng tiêu hủy hồ sơ, 8h00 ngày 20/3.\n2. Các thôn gửi số liệu tiêu hủy lợn trước ngày 19/3."
    found = read_programme(decode(NOTICE.format(body=line).encode(), "a.txt")).entries
    assert [entry.status.value for entry in found] == ["confirmed", "confirmed"]


@pytest.mark.parametrize(
    "line",
    [
        "Từ tháng 4/2026 trở đi, lịch tiếp công dân vẫn thực hiện vào ngày 15 hằng tháng.",
        "Lịch tiếp công dân: ngày 15 hằng tháng (từ tháng 4/2026).",
    ],
)
def test_from_a_month_on_has_no_end(line: str) -> None:
    body = f"1. Phiên tiếp công dân ngày 15/3/2026 chuyển sang ngày 18/3/2026.\n2. {line}"
    assert _told(NOTICE.format(body=body))[-1] == "Tiếp công dân | since 2026-04-15, until None"


@pytest.mark.parametrize("arrival", ["", " (đón tiếp từ 7h45)"])
def test_a_card_with_its_time_and_place_on_lines_of_their_own(arrival: str) -> None:
    text = (
        "THƯ MỜI HỌP PHỤ HUYNH ĐẦU NĂM HỌC 2024 - 2025\n\n"
        "Giáo viên chủ nhiệm trân trọng kính mời phụ huynh đến dự buổi họp đầu năm:\n\n"
        f"8h00 sáng Chủ Nhật ngày 15/09/2024{arrival}\nPhòng học lớp 3A4, tầng 2 dãy B\n"
    )
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2024, 9, 1))
    (entry,) = programme.entries
    assert isinstance(entry.when, Day)
    assert (entry.when.day, entry.location) == (date(2024, 9, 15), "Phòng học lớp 3A4, tầng 2 dãy B")


def test_who_is_away_says_so_on_the_day_of_the_meeting_and_not_of_its_agenda() -> None:
    text = (
        "PHIẾU BÁO HỌP\n\nKính gửi đồng chí: Lê Văn Ba\nMời đ/c đến họp chi bộ thường kỳ\n"
        "Vào hồi 19 giờ 30, ngày 03 tháng 02 năm 2017\n"
        "Tại: Nhà văn hoá thôn\nNội dung:\n 1. Thông báo nội bộ\n 2. Phân công trồng cây sáng 05/02\n"
        "Đ/c nào vắng mặt báo cáo bí thư trước 17h cùng ngày.\n"
    )
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2017, 1, 20))
    asked = [entry.when for entry in programme.entries if entry.category is Category.DEADLINE]
    assert [when.day for when in asked if isinstance(when, Day)] == [date(2017, 2, 3)]


def test_a_meeting_put_off_again_to_an_hour_of_its_day_is_held_then() -> None:
    text = (
        "V/v thay đổi thời gian họp\n\nQuảng Lâm, ngày 17 tháng 7 năm 2018\n\nVăn phòng có Giấy mời số 187/GM-VP mời "
        "dự họp về tiến độ dự án vào lúc 08 giờ 00 ngày 19/7/2018.\n\n"
        "Do Chủ tịch bận công tác, cuộc họp nêu trên được dời lại vào lúc 15 giờ 30 cùng ngày.\n"
    )
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2018, 7, 17))
    told = [
        (entry.when.hours.start.hour, entry.status.value)
        for entry in programme.entries
        if entry.when.hours.start
    ]
    assert told == [(8, "postponed"), (15, "confirmed")]
