"""What a standing rule says of days off, once for all its items."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.recurrence import Roll
from calendars.when import Day, Repeat, Undated, when_to_json

RULES = (
    "LỊCH TIẾP CÔNG DÂN NĂM 2025\n\n1. Chủ tịch: thứ Năm hằng tuần.\n2. Phó Chủ tịch: ngày 15 hằng tháng.\n"
    "Địa điểm: Trụ sở phường.\n{}\n"
)


@pytest.mark.parametrize(
    ("sentence", "roll"),
    [
        ("Trường hợp lịch tiếp trùng vào ngày nghỉ thì chuyển sang ngày làm việc tiếp theo.", Roll.NEXT),
        (
            "Nếu ngày tiếp công dân trùng thứ Bảy, Chủ nhật thì thực hiện vào ngày làm việc liền trước.",
            Roll.PREVIOUS,
        ),
        ("Đề nghị công dân mang theo giấy tờ.", None),
    ],
)
def test_a_sentence_of_its_own_is_of_all_items(sentence: str, roll: Roll | None) -> None:
    found = read_programme(decode(RULES.format(sentence).encode(), "a.txt")).entries
    assert [entry.when.recurrence.roll for entry in found if isinstance(entry.when, Repeat)] == [roll, roll]


def test_what_is_said_only_by_how_often_has_no_day_and_waits_for_one() -> None:
    text = (
        "QUY CHẾ\nChế độ họp năm 2025\n\nĐiều 1. Hội nghị Ban Chấp hành: mỗi quý một lần.\n"
        "Điều 2. Bí thư Đảng ủy tiếp công dân: ngày 10 hằng tháng.\n"
    )
    rarely, monthly = read_programme(decode(text.encode(), "a.txt")).entries
    assert isinstance(rarely.when, Undated)
    assert "undated" in {issue.code for issue in rarely.issues}
    assert (monthly.title, monthly.chair) == ("Tiếp công dân", "Bí thư Đảng ủy")


def test_the_month_of_issue_bounds_no_standing_rule() -> None:
    text = (
        "Số: 12-TB/CB\nHạ Lam, ngày 20 tháng 01 năm 2025\n\nTHÔNG BÁO\nLịch sinh hoạt chi bộ\n\n"
        "1. Sinh hoạt chi bộ thường kỳ: 8h00 ngày 05 hằng tháng.\n"
    )
    (found,) = read_programme(decode(text.encode(), "a.txt")).entries
    assert isinstance(found.when, Repeat)
    assert (found.when.recurrence.first, found.when.recurrence.until) == (date(2025, 2, 5), None)


def test_a_month_may_have_its_own_day_and_a_quarter_its_first_monday() -> None:
    text = (
        "QUY ĐỊNH\nVề chế độ hội họp năm 2024\n\n"
        "1. Họp Ban Chấp hành: ngày 28 hằng tháng; riêng tháng 12 họp ngày 26.\n"
        "2. Giao ban Bí thư chi bộ: 8h00 thứ Hai đầu tiên của quý.\n"
    )
    monthly, once, quarterly = (
        entry.when for entry in read_programme(decode(text.encode(), "a.txt")).entries
    )
    assert isinstance(monthly, Repeat)
    assert (monthly.recurrence.first, monthly.recurrence.left_out) == (
        date(2024, 1, 28),
        (date(2024, 12, 28),),
    )
    assert once == Day(date(2024, 12, 26))
    assert isinstance(quarterly, Repeat)
    assert quarterly.recurrence.rrule() == "FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO"


def test_months_in_a_row_before_a_day_are_those_of_every_year() -> None:
    text = "LỊCH SINH HOẠT NĂM 2025\n\n- Sinh hoạt chuyên đề: tháng 3, tháng 6, tháng 9, tháng 12, ngày 15.\n"
    (found,) = read_programme(decode(text.encode(), "a.txt")).entries
    assert isinstance(found.when, Repeat)
    assert found.title == "Sinh hoạt chuyên đề"
    assert found.when.recurrence.rrule() == "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15"


def test_a_deadline_and_every_working_day_go_nowhere() -> None:
    rules = RULES.replace("ngày 15 hằng tháng", "các ngày làm việc từ thứ Hai đến thứ Sáu").replace(
        "1. Chủ tịch", "1. Báo cáo kết quả: trước ngày 20 hằng tháng.\n2. Chủ tịch"
    )
    text = rules.format("Nếu ngày tiếp trùng ngày nghỉ thì tiếp vào ngày làm việc tiếp theo.")
    found = read_programme(decode(text.encode(), "a.txt")).entries
    rolls = [entry.when.recurrence.roll for entry in found if isinstance(entry.when, Repeat)]
    assert rolls.count(Roll.NEXT) == 1
    assert rolls.count(None) == 2


def test_hours_and_place_below_a_table_of_days_are_of_all_its_rows() -> None:
    text = (
        "LỊCH TIẾP CÔNG DÂN QUÝ I NĂM 2026\n\n"
        "TT | Ngày tiếp | Buổi | Người tiếp\n1 | 07/01/2026 | Sáng | Chủ tịch UBND xã\n"
        "2 | 21/01/2026 | Chiều | Phó Chủ tịch UBND xã\n3 | 25/02/2026 | Cả ngày | Phó Chủ tịch UBND xã\n\n"
        "Thời gian: buổi sáng từ 7 giờ 30 đến 11 giờ 00; buổi chiều từ 13 giờ 30 đến 16 giờ 30.\n"
        "Địa điểm: Phòng Tiếp công dân.\n"
    )
    told = [
        (when_to_json(e.when), e.location) for e in read_programme(decode(text.encode(), "a.txt")).entries
    ]
    assert [(when["date"], when["start"], when["end"], place) for when, place in told] == [
        ("2026-01-07", "07:30", "11:00", "Phòng Tiếp công dân"),
        ("2026-01-21", "13:30", "16:30", "Phòng Tiếp công dân"),
        ("2026-02-25", "07:30", "16:30", "Phòng Tiếp công dân"),
    ]


def test_a_table_of_days_and_people_is_named_by_its_title() -> None:
    text = (
        "LỊCH TIẾP XÚC CỬ TRI THÁNG 6 NĂM 2026\n\nThời gian | Địa điểm | Tổ đại biểu\n"
        "8h00 ngày 25/6/2026 | Hội trường xã Khê Thượng | Tổ số 1\n"
        "14h00 ngày 26/6/2026 | Hội trường xã Khê Hạ | Tổ số 2\n"
    )
    found = read_programme(decode(text.encode(), "a.txt")).entries
    assert [(e.title, when_to_json(e.when)["start"], e.location, e.attendees) for e in found] == [
        ("Tiếp xúc cử tri", "08:00", "Hội trường xã Khê Thượng", "Tổ số 1"),
        ("Tiếp xúc cử tri", "14:00", "Hội trường xã Khê Hạ", "Tổ số 2"),
    ]


def test_hours_of_the_halves_are_of_a_listing_too_and_of_nothing_with_its_own() -> None:
    text = (
        "LỊCH TIÊM CHỦNG THÁNG 4 NĂM 2026\n\nNgày | Buổi | Điểm tiêm | Đối tượng\n"
        "09/4 | Sáng | Trạm Y tế | Trẻ dưới 1 tuổi\n"
        "10/4 | Cả ngày | Trường Mầm non | Trẻ 24 tháng\n\n"
        "Thời gian làm việc: sáng từ 7h30 đến 10h30; chiều từ 14h00 đến 16h30.\n"
        "Giao ban cộng tác viên: 15h00 ngày 03/4/2026 tại Trạm Y tế.\n"
    )
    found = [(e.title, when_to_json(e.when)) for e in read_programme(decode(text.encode(), "a.txt")).entries]
    assert [(title, when["date"], when["start"], when["end"]) for title, when in found] == [
        ("Tiêm chủng", "2026-04-09", "07:30", "10:30"),
        ("Tiêm chủng", "2026-04-10", "07:30", "16:30"),
        ("Giao ban cộng tác viên", "2026-04-03", "15:00", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Các mục 1, 2 trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo.",
        "Lịch tại điểm 1, 2 nếu trùng ngày nghỉ lễ, tết thì chuyển sang ngày làm việc tiếp theo.",
        "Ghi chú: Riêng mục 1 và mục 2, nếu trùng thứ Bảy, Chủ nhật thì tiếp vào ngày làm việc kế tiếp.",
    ],
)
def test_a_sentence_of_some_points_is_of_these_alone(sentence: str) -> None:
    text = (
        "THANH TRA THÀNH PHỐ\nTHÔNG BÁO\nLịch tiếp công dân năm 2024\n\n"
        "1. Chánh Thanh tra tiếp công dân: sáng thứ Ba tuần thứ nhất hằng tháng.\n"
        "2. Phó Chánh Thanh tra tiếp công dân: ngày 20 hằng tháng.\n"
        f"3. Tiếp công dân thường xuyên: ngày 15 hằng tháng.\n{sentence}\n"
    )
    entries = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 1, 1)).entries
    rolls = [entry.when.recurrence.roll for entry in entries if isinstance(entry.when, Repeat)]
    assert rolls == [Roll.NEXT, Roll.NEXT, None]
