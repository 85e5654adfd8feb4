"""Several single days of one item, days on which a standing thing is left out, and old days of a notice."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.marks import Status
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.when import Day, Repeat, Window, when_to_json

HEAD = "CHƯƠNG TRÌNH CÔNG TÁC\nTháng 5 năm 2024\n\nII. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG\n"


def entries(text: str) -> tuple[Entry, ...]:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2024, 4, 28)).entries


@pytest.mark.parametrize(
    "item",
    [
        "1. Hội nghị Ban Chấp hành (lần 1: thứ Sáu, 03/5; lần 2: thứ Sáu, 17/5)",
        "1. Tập huấn sơ cứu (lớp 1: 03/5; lớp 2: 17/5), nhà văn hóa",
        "1. Làm việc với các chi hội: ngày 03/5 (Chi hội 1) và ngày 17/5 (Chi hội 4)",
    ],
)
def test_each_numbered_or_bracketed_day_is_an_entry(item: str) -> None:
    found = [entry.when for entry in entries(f"{HEAD}{item}\n")]
    assert found == [Day(date(2024, 5, 3)), Day(date(2024, 5, 17))]


def test_a_later_day_has_the_hours_of_the_first() -> None:
    found = entries(
        f"{HEAD}1. Làm việc với các chi hội\nThời gian: 14 giờ 00, ngày 08/5 (Chi hội 1) và ngày 13/5 (Chi hội 4)\n"
    )
    assert [(when_to_json(e.when)["date"], when_to_json(e.when)["start"]) for e in found] == [
        ("2024-05-08", "14:00"),
        ("2024-05-13", "14:00"),
    ]


def test_a_week_that_differs_is_an_exception_and_a_single_day() -> None:
    standing, once = entries(
        f"{HEAD}1. Giao ban cơ quan: 8h00 thứ Sáu hằng tuần (riêng tuần cuối tháng chuyển sang thứ Năm 30/5).\n"
    )
    assert isinstance(standing.when, Repeat)
    assert standing.status is Status.CONFIRMED
    assert standing.when.recurrence.left_out == (date(2024, 5, 31),)
    told = when_to_json(once.when)
    assert (told["date"], told["start"]) == ("2024-05-30", "08:00")


def test_a_session_that_is_left_out_is_an_exception_of_the_standing_thing() -> None:
    (found,) = entries(
        "THÔNG BÁO ĐIỀU CHỈNH LỊCH SINH HOẠT THÁNG 5/2024\n\n"
        "Lớp múa thiếu nhi học vào 17h00 thứ Ba và thứ Năm hằng tuần.\n\n1. Nghỉ 01 buổi, thứ Năm ngày 16/5.\n"
    )
    assert isinstance(found.when, Repeat)
    assert found.when.recurrence.left_out == (date(2024, 5, 16),)


def test_by_how_much_a_meeting_moved_is_no_length() -> None:
    old, new = entries(
        "THÔNG BÁO\nV/v thay đổi thời gian họp Ban Chấp hành Hội\n\n"
        "Theo Giấy mời số 05/GM-HKH ngày 02/5/2024, "
        "Hội nghị Ban Chấp hành Hội được tổ chức vào 8h00 ngày 24/5/2024.\n\n"
        "- Hội nghị được tổ chức sớm hơn 02 ngày, vào lúc 14h00 ngày 22/5/2024.\n"
    )
    assert (old.status, when_to_json(old.when)["date"]) == (Status.POSTPONED, "2024-05-24")
    assert (new.status, when_to_json(new.when)["date"]) == (Status.CONFIRMED, "2024-05-22")


def test_what_was_announced_is_the_old_time_of_what_is_moved() -> None:
    found = entries(
        "THÔNG BÁO\nVề việc dời thời gian tổ chức Hội thi Cây trồng và Hội nghị khuyến nông\n\n"
        "Theo kế hoạch đã gửi, Hội nghị khuyến nông huyện dự kiến diễn ra ngày 20/5/2024.\n\n"
        "1. Hội nghị khuyến nông huyện: dời sang 8h00 ngày 27/5/2024.\n"
    )
    assert [(e.status, when_to_json(e.when)["date"]) for e in found] == [
        (Status.POSTPONED, "2024-05-20"),
        (Status.CONFIRMED, "2024-05-27"),
    ]


def test_weekdays_with_their_dates_in_brackets_are_one_thing_on_several_days() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 15\n(Từ 07/4/2025 đến 13/4/2025)\n\nThứ Năm (10/4):\n- 8h00: Họp tổ.\n"
        "Thứ Sáu (11/4):\n- Các lớp học bình thường theo thời khóa biểu.\n- 14h00: Sinh hoạt chuyên môn.\n"
        "Thứ Bảy (12/4), Chủ nhật (13/4): Hội khỏe Phù Đổng cấp thành phố.\n"
    )
    found = read_programme(decode(text.encode(), "a.txt")).entries
    assert [entry.title for entry in found] == [
        "Họp tổ",
        "Sinh hoạt chuyên môn",
        "Hội khỏe Phù Đổng cấp thành phố",
    ]
    when = when_to_json(found[-1].when)
    assert (when["from"], when["to"], when["mode"]) == ("2025-04-12", "2025-04-13", "daily")


@pytest.mark.parametrize(
    "item",
    [
        "Hội thao: dự kiến tháng 5 và tháng 11.",
        "Hội thao: các tháng 5, 11.",
        "Mỗi năm tổ chức hội thao 02 lần, vào tháng 5 và tháng 11.",
        "Hội thao 2 lần/năm (tháng 5, tháng 11).",
        "Hội thao mỗi năm 2 đợt: đợt 1 tháng 5, đợt 2 tháng 11.",
    ],
)
def test_each_of_several_months_is_an_entry(item: str) -> None:
    found = entries(f"CÔNG ĐOÀN CƠ SỞ SỢI MÂY\nLỊCH SINH HOẠT NĂM 2022\n\n1. {item}\n")
    assert [(e.when.first, e.when.last) for e in found if isinstance(e.when, Window)] == [
        (date(2022, 5, 1), date(2022, 5, 31)),
        (date(2022, 11, 1), date(2022, 11, 30)),
    ]
