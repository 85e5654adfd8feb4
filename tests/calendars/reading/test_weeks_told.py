"""Which week a schedule of bare weekdays is for, wherever and however its head tells it."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.reading.framing.weeks_told import counted_week, week_by_issue, week_told
from calendars.times import DaySpan, month_span
from calendars.when import Day

_BODY = """

Thứ 2:
 Sáng: Giao ban cơ quan.
Thứ 6:
 15h: Sinh hoạt chi bộ
"""
_TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "head",
    [
        "HỘI CỰU CHIẾN BINH TỈNH A\nTuần 32 (từ 03/8 đến 09/8/2015)\nLỊCH LÀM VIỆC CỦA THƯỜNG TRỰC TỈNH HỘI",
        "HỘI CỰU CHIẾN BINH TỈNH A\nTUẦN 32 NĂM 2015\nLỊCH LÀM VIỆC CỦA THƯỜNG TRỰC TỈNH HỘI",
        "HỘI CỰU CHIẾN BINH TỈNH A     Tuần 32 (03/8 - 09/8/2015)\nLỊCH CÔNG TÁC TUẦN",
        "HỘI CỰU CHIẾN BINH TỈNH A\nLỊCH CÔNG TÁC TUẦN\nBắt đầu từ thứ Hai ngày 03/8/2015",
        "LỊCH CÔNG TÁC TUẦN\nNgày bắt đầu: 03/8/2015     Ngày kết thúc: 09/8/2015",
        "LỊCH CÔNG TÁC TUẦN\nTuần thứ: 32\nTừ ngày: 03/08/2015\nĐến ngày: 09/08/2015",
        "LỊCH CÔNG TÁC TUẦN 03-09/8/15",
        "LỊCH CÔNG TÁC TUẦN\n(Kèm theo Công văn số 12/CV-HCCB ngày 31/7/2015)\n(Từ 03/8 đến 09/8)",
        "Xem lịch theo tuần: Tuần 32 - 2015\n[ 03/08/2015 → 09/08/2015 ]\nLịch công tác của Thường trực",
        "LỊCH CÔNG TÁC TUẦN THỨ NHẤT THÁNG 8/2015",
        "CHƯƠNG TRÌNH CÔNG TÁC TUẦN 01 - THÁNG 08 - NĂM 2015",
        "HỘI CỰU CHIẾN BINH TỈNH A\nLâm An, ngày 31 tháng 7 năm 2015\nLỊCH CÔNG TÁC TUẦN",
        "HỘI CỰU CHIẾN BINH TỈNH A\nLâm An, ngày 03/8/2015\nLỊCH CÔNG TÁC TUẦN NÀY",
    ],
)
def test_week_is_found_wherever_the_head_tells_it(head: str) -> None:
    read = read_programme(decode((head + _BODY).encode(), "a.txt"), today=_TODAY)
    days = [entry.when.day for entry in read.entries if isinstance(entry.when, Day)]
    assert days == [date(2015, 8, 3), date(2015, 8, 7)]


def test_weekdays_tell_the_year_of_a_title_without_one() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN (28/7 - 03/8)\nThứ 2 (28/7)\n- 8h: Họp giao ban\nThứ 4 (30/7)\n- 8h: Họp chi bộ\n"
    )
    read = read_programme(decode(text.encode(), "a.txt"), today=_TODAY)
    assert read.period == DaySpan(date(2025, 7, 28), date(2025, 8, 3))


def test_week_that_only_the_present_day_tells_is_none_to_be_sure_of() -> None:
    read = read_programme(decode(("LỊCH CÔNG TÁC TUẦN" + _BODY).encode(), "a.txt"), today=_TODAY)
    assert read.entries
    assert all(entry.confidence < 0.9 for entry in read.entries)


@pytest.mark.parametrize(
    "line", ["Áp dụng từ 01/7/2019 đến hết 31/12/2019", "Tuần 32", "Bắt đầu từ 04/8/2015", "Số: 12/2015"]
)
def test_line_that_tells_no_week(line: str) -> None:
    assert week_told([line], None) is None


def test_weeks_are_counted_from_that_in_which_the_month_begins_by_wednesday() -> None:
    assert counted_week("LỊCH TUẦN 3 THÁNG 4", month_span(2021, 4)).span.first == date(2021, 4, 19)  # type: ignore[union-attr]
    assert counted_week("LỊCH TUẦN III THÁNG 9", month_span(2015, 9)).span.first == date(2015, 9, 14)  # type: ignore[union-attr]


def test_schedule_of_dates_needs_no_day_of_issue() -> None:
    assert week_by_issue("LỊCH CÔNG TÁC TUẦN", ["Thứ Hai (03/8)"], date(2015, 7, 31)) is None


def test_a_week_over_new_year_is_of_the_year_of_its_weekdays() -> None:
    text = (
        "Trường MN Sao Mai - Lịch tuần 17 (30/12 - 05/01)\nNăm học 2024-2025\n\n"
        "Thứ 2, 30/12:\n + 16h30: Tổng kết thi đua\n"
        "Thứ 4, 01/01:\n + Nghỉ Tết Dương lịch\nThứ 6, 03/1:\n + 14h: Chuyên đề Montessori\n"
        "Thứ 7, 04/01/2024:\n + 8h00: Họp cha mẹ\n"
    )
    whens = [entry.when for entry in read_programme(decode(text.encode(), "w.txt")).entries]
    days = [when.day for when in whens if isinstance(when, Day)]
    assert days == [date(2024, 12, 30), date(2025, 1, 1), date(2025, 1, 3), date(2025, 1, 4)]


def test_a_message_names_its_week_with_the_year() -> None:
    text = (
        "Kính gửi Quý Thầy/Cô,\nVPK gửi lịch tuần 50 (08/12 - 14/12/2025) của Khoa Kinh tế:\n\n"
        "T2: 8h giao ban khoa; 14h họp bộ môn.\nT4: 9h00 seminar.\n"
        "* Nhắc việc:\n- Bài kỷ yếu (CV 433 ngày 17/11/2025): nộp chậm nhất 20/12.\n"
    )
    whens = [entry.when for entry in read_programme(decode(text.encode(), "w.txt")).entries]
    days = {when.day for when in whens if isinstance(when, Day)}
    assert days == {date(2025, 12, 8), date(2025, 12, 10), date(2025, 12, 20)}
