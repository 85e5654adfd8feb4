"""Standing papers as offices write them: days on which nothing is held, from when they hold, hours given once."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.recurrence import Roll
from calendars.when import Repeat

CLUBS = "NHÀ THIẾU NHI BẾN LÀNG\nLỊCH SINH HOẠT CÁC CÂU LẠC BỘ HÈ 2022\n(từ 06/6 đến 12/8/2022)\n\n"


def read(text: str) -> tuple[Entry, ...]:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2026, 1, 1)).entries


def rule_of(entry: Entry) -> Repeat:
    assert isinstance(entry.when, Repeat)
    return entry.when


def test_a_note_tells_on_which_days_one_of_them_rests() -> None:
    entries = read(
        f"{CLUBS}1. Bơi cơ bản: thứ 3, 5, 7 hằng tuần, 16h00.\n2. Cờ vua: thứ 4 hằng tuần, 14h00.\n\n"
        "Ghi chú:\n- Hồ bơi bảo trì từ 18/7 đến 24/7: CLB Bơi cơ bản nghỉ các ngày 19, 21, 23/7.\n"
    )
    swimming, chess = (rule_of(entry).recurrence for entry in entries)
    assert [day.day for day in swimming.left_out] == [19, 21, 23]
    assert chess.left_out == ()


def test_a_bracket_below_duties_tells_when_they_are_told_elsewhere() -> None:
    text = (
        "HẠT KIỂM LÂM BẾN LÀNG\nV/v lịch trực mùa khô\n\n"
        "Hạt quy định lịch trực từ ngày 01/01/2025 đến hết ngày 30/4/2025 như sau:\n\n"
        "1. Trực lãnh đạo\n- Hạt trưởng: thứ Hai hằng tuần.\n- Phó Hạt trưởng: thứ Ba hằng tuần.\n"
        "(Từ 25/01 đến 02/02/2025 trực theo lịch Tết riêng, không áp dụng mục này.)\n"
        "2. Tuần tra: sáng Chủ nhật hằng tuần, xuất phát 6h00 tại Trạm số 2.\n"
    )
    first, second, third = read(text)
    assert rule_of(first).recurrence.left_out == (date(2025, 1, 27),)
    assert rule_of(second).recurrence.left_out == (date(2025, 1, 28),)
    patrol = rule_of(third).recurrence
    assert (third.title, patrol.left_out) == ("Tuần tra", ())
    assert (patrol.first, patrol.until) == (date(2025, 1, 5), date(2025, 4, 27))


@pytest.mark.parametrize(
    "holds",
    [
        "từ ngày 15/3/2021 Công ty thực hiện lịch họp sau, cho đến khi có thông báo mới:",
        "Công ty áp dụng từ ngày 15/3/2021 lịch họp như sau:",
    ],
)
def test_holds_from_the_day_that_leads_to_its_items(holds: str) -> None:
    text = (
        f"CÔNG TY MAY BẾN LÀNG\n\nV/v: Lịch họp định kỳ\n\nTheo chỉ đạo của Giám đốc, {holds}\n\n"
        "STT - Cuộc họp - Thời gian - Chủ trì\n"
        "1. Họp đầu ca: 7h20 - 7h30 các ngày từ thứ Hai đến thứ Bảy, tại xưởng - Tổ trưởng\n"
        "2. Họp tuần: 16h00 thứ Bảy hằng tuần - Phó Giám đốc\n"
        "3. Kiểm kê kho: ngày cuối cùng của mỗi tháng - Trưởng kho\n\nNgày 08/3/2021\n"
    )
    first, second, _ = read(text)
    assert rule_of(first).recurrence.first == date(2021, 3, 15)
    assert rule_of(second).recurrence.first == date(2021, 3, 20)
    hours = rule_of(first).hours
    assert (str(hours.start), str(hours.end)) == ("07:20:00", "07:30:00")


def test_hours_below_a_list_are_of_all_of_it() -> None:
    text = (
        "THÔNG BÁO\nLịch tiếp công dân năm 2026\n\nNgười tiếp - Ngày tiếp\n"
        "+ Chủ tịch UBND xã: thứ Tư hằng tuần.\n+ Tổ đại biểu HĐND: thứ Năm tuần thứ ba của tháng.\n\n"
        "Giờ tiếp: từ 8h00 đến 11h30.\n"
    )
    entries = read(text)
    assert [str(rule_of(entry).hours.start) for entry in entries] == ["08:00:00", "08:00:00"]


def test_only_the_one_named_goes_to_another_day() -> None:
    text = (
        "THÔNG BÁO\nLịch tiếp công dân năm 2020\n\nI. Lịch tiếp\n"
        "1. Viện trưởng: ngày thứ Năm tuần thứ hai hằng tháng.\n2. Phó Viện trưởng: sáng thứ Ba hàng tuần.\n"
        "Nếu ngày tiếp của Viện trưởng trùng ngày nghỉ lễ, tết thì tiếp vào ngày làm việc tiếp theo.\n"
    )
    rolls = [rule_of(entry).recurrence.roll for entry in read(text)]
    assert rolls == [Roll.NEXT, None]


def test_a_closed_day_is_nothing_that_is_held() -> None:
    text = f"{CLUBS}1. Phòng đọc: thứ Ba đến Chủ nhật, 8h - 17h. Thứ Hai đóng cửa làm nghiệp vụ.\n"
    assert [entry.title for entry in read(text)] == ["Phòng đọc"]


def test_a_month_has_its_own_day_whatever_is_done_on_it() -> None:
    text = (
        "TRẠM Y TẾ XÃ BẾN LÀNG\nLỊCH TIÊM CHỦNG VÀ HOẠT ĐỘNG ĐỊNH KỲ NĂM 2021\n\n"
        "1. Tiêm chủng mở rộng: ngày 10 hằng tháng, từ 7h30 đến 11h00. Riêng tháng 02 tiêm ngày 05/02.\n"
        "2. Giao ban: 14h00 ngày 28 hằng tháng.\n"
    )
    standing, single, _ = read(text)
    assert rule_of(standing).recurrence.left_out == (date(2021, 2, 10),)
    assert str(single.when.hours.start) == "07:30:00"
