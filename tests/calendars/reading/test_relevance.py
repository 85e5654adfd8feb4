"""Times that are none of the thing itself, standing rules and what bounds them, deadlines beside other times."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.marks import Category, Status
from calendars.programme import Entry, Kind
from calendars.reading import read_programme
from calendars.recurrence import Roll
from calendars.when import Day, Repeat, when_to_json

HEAD = "CHƯƠNG TRÌNH CÔNG TÁC\nTháng 5 năm 2024\n\nII. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG\n"
RULE = "QUY CHẾ LÀM VIỆC\n\nĐiều 3. Chế độ họp\n"
FORCE = "\nĐiều 8. Hiệu lực\nQuy chế này có hiệu lực từ ngày 05/02/2024, thay thế Quy chế số 02-QC/BQ ngày 09/3/2020.\n"


def entries(text: str) -> tuple[Entry, ...]:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2024, 4, 28)).entries


def days(text: str) -> list[object]:
    return [when_to_json(entry.when).get("date") for entry in entries(text)]


def test_a_rule_in_force_begins_with_its_day_and_has_no_end() -> None:
    found = read_programme(
        decode(
            f"{RULE}1. Giao ban: 8h00 thứ Ba hằng tuần.\n2. Họp chi bộ: ngày 04 hằng tháng.\n{FORCE}".encode(),
            "a",
        )
    )
    assert found.kind is Kind.RECURRING
    told = [entry.when.recurrence for entry in found.entries if isinstance(entry.when, Repeat)]
    assert [(rule.first, rule.until) for rule in told] == [(date(2024, 2, 6), None), (date(2024, 3, 4), None)]
    assert len(found.entries) == 2


@pytest.mark.parametrize(
    "clause",
    [
        "; trường hợp ngày 07 rơi vào ngày nghỉ thì họp vào ngày làm việc liền kề tiếp theo",
        ". Nếu trùng vào thứ Bảy, Chủ nhật thì họp vào ngày làm việc tiếp theo",
    ],
)
def test_where_a_day_off_sends_a_meeting_belongs_to_the_rule_before(clause: str) -> None:
    (found,) = entries(f"{RULE}1. Chi đoàn họp thường kỳ vào chiều ngày 07 hằng tháng{clause}.\n{FORCE}")
    assert isinstance(found.when, Repeat)
    assert (found.when.recurrence.by_month_day, found.when.recurrence.roll) == ((7,), Roll.NEXT)


def test_the_first_monday_of_the_month_recurs_in_a_rule() -> None:
    (found,) = entries(f"{RULE}- Chào cờ: 7h15 thứ Hai đầu tháng.\n{FORCE}")
    assert isinstance(found.when, Repeat)
    assert str(found.when.recurrence.by_day[0]) == "1MO"


def test_what_is_done_when_asked_for_is_no_event() -> None:
    head = "THÔNG BÁO\nLịch tiếp công dân năm 2024\n\nLịch tiếp công dân kể từ ngày 01/01/2024 như sau:\n\n"
    found = entries(
        head + "1. Trưởng phòng: thứ Năm hằng tuần.\n2. Tiếp công dân đột xuất: khi có yêu cầu.\n"
    )
    assert [type(entry.when) for entry in found] == [Repeat]


@pytest.mark.parametrize(
    "item",
    [
        "Trong tháng 3, Hội đã tổ chức 02 lớp tập huấn (các ngày 12/3 và 19/3/2024).",
        "Phấn đấu có 95% hộ đạt chuẩn, 6/7 khu phố đạt chuẩn văn hóa.",
        "Đại biểu ở xa đăng ký phòng nghỉ đêm 12/5 với Văn phòng.",
    ],
)
def test_days_of_something_else_are_no_events(item: str) -> None:
    assert entries(f"{HEAD}1. {item}\n") == ()


def test_keeping_archives_is_no_lodging() -> None:
    assert days(f"{HEAD}1. Tập huấn văn thư, lưu trữ (ngày 17/5).\n") == ["2024-05-17"]


def test_each_deadline_of_a_sentence_is_its_own() -> None:
    found = entries(
        f"{HEAD}1. Các xã hoàn thành bình xét trước ngày 12/5, gửi danh sách về Phòng chậm nhất ngày 20/5.\n"
        "2. Các xã gửi báo cáo kết quả 6 tháng trước 05/6, báo cáo năm trước 05/11/2024.\n"
    )
    assert {entry.category for entry in found} == {Category.DEADLINE}
    assert [entry.when.day.isoformat() for entry in found if isinstance(entry.when, Day)] == [
        "2024-05-11",
        "2024-05-20",
        "2024-06-04",
        "2024-11-04",
    ]


def test_a_deadline_behind_a_month_that_names_the_report() -> None:
    (found,) = entries(f"{HEAD}1. Văn phòng tham mưu báo cáo tháng 5 (xong trước 16h ngày 28/5).\n")
    assert (found.category, when_to_json(found.when)["end"]) == (Category.DEADLINE, "16:00")
    assert "báo cáo tháng 5" in found.title


def test_a_deadline_behind_the_name_of_a_month_of_action() -> None:
    (found,) = entries(
        f"{HEAD}1. Các cơ sở gửi báo cáo Tháng Công nhân về Liên đoàn chậm nhất 16h30 ngày 29/5.\n"
    )
    assert (found.category, when_to_json(found.when)["end"]) == (Category.DEADLINE, "16:30")


def test_the_day_before_a_colon_holds_for_each_part_behind_it() -> None:
    found = entries(
        "LỊCH CÔNG TÁC TUẦN 20\n(Từ ngày 13/5 đến ngày 19/5/2024)\n\nI. Đ/C CHỦ TỊCH\n"
        "- Thứ Hai, 13/5: 8h dự Hội nghị sơ kết tại huyện; 15h họp Thường trực.\n"
        "- Thứ Tư, 15/5: sáng - trao quyết định bổ nhiệm; tối (20h00) - dự đêm văn nghệ.\n"
    )
    told = [when_to_json(entry.when) for entry in found]
    assert [(each.get("date"), each["start"]) for each in told] == [
        ("2024-05-13", "08:00"),
        ("2024-05-13", "15:00"),
        ("2024-05-15", None),
        ("2024-05-15", "20:00"),
    ]
    assert {entry.status for entry in found} == {Status.CONFIRMED}


def test_the_day_in_the_text_beats_that_of_the_table() -> None:
    (found,) = entries(
        "CHƯƠNG TRÌNH CÔNG TÁC\nTháng 3 năm 2024\n\nI. NHIỆM VỤ TRỌNG TÂM\n"
        "1. Hưởng ứng Giờ Trái đất (20h30 - 21h30, thứ Bảy, ngày 23/3).\n"
    )
    assert (found.category, when_to_json(found.when)["date"]) == (Category.OBSERVANCE, "2024-03-23")
