"""Days in an item that are those of another time or thing, and what stands below a meeting without being one."""

from datetime import date

from calendars.documents.text import decode
from calendars.marks import Category, Status
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.when import Day, Repeat, Span

HEAD = "CHƯƠNG TRÌNH CÔNG TÁC\nTháng 4 năm 2026\n\nII. CÁC HỘI NGHỊ, CUỘC HỌP\n"


def _read(body: str) -> tuple[Entry, ...]:
    return read_programme(decode((HEAD + body).encode(), "a.txt")).entries


def test_the_former_time_of_a_thing_in_brackets_is_not_its_own() -> None:
    (forum,) = _read("1. Diễn đàn lần thứ II (lần thứ I tổ chức ngày 18/4/2025): ngày 16/4/2026.\n")
    assert isinstance(forum.when, Day)
    assert forum.when.day == date(2026, 4, 16)


def test_what_a_meeting_talks_of_is_no_meeting() -> None:
    found = _read(
        "1. Hội nghị Ban Thường vụ lần thứ 5 (02/4/2026)\n1.1. Cho ý kiến về kết quả công tác quý I.\n"
        "1.2. Xem xét công tác cán bộ.\n2. Họp giao ban: ngày 09/4.\n"
    )
    assert [entry.title for entry in found] == ["Hội nghị Ban Thường vụ lần thứ 5", "Họp giao ban"]


def test_stretches_behind_the_number_of_a_class_are_things_of_their_own() -> None:
    found = _read(
        "1. Tập huấn kỹ năng bán hàng.\n   Thời gian: Lớp 1: ngày 10-11/4; lớp 2: ngày 14-15/4.\n"
        "   Địa điểm: Hội trường.\n"
        "2. Họp giao ban.\n   Thời gian: ngày 20/4.\n   Địa điểm: Phòng họp.\n"
    )
    stretches = [
        (e.when.first.day, e.when.last and e.when.last.day) for e in found if isinstance(e.when, Span)
    ]
    assert stretches == [(10, 11), (14, 15)]


def test_what_stands_below_a_term_is_due() -> None:
    found = _read(
        "1. Thời hạn gửi bài:\n- Tóm tắt: 06/4/2026.\n- Toàn văn: 12/4/2026.\n2. Họp giao ban: ngày 20/4.\n"
    )
    assert [e.category for e in found] == [Category.DEADLINE, Category.DEADLINE, Category.MEETING]


def test_a_day_left_out_may_be_told_with_its_weekday() -> None:
    (weekly,) = _read("1. Họp giao ban: thứ Ba hằng tuần (trừ thứ Ba ngày 14/4/2026).\n")
    assert isinstance(weekly.when, Repeat)
    assert weekly.when.recurrence.left_out == (date(2026, 4, 14),)


def test_the_day_from_which_a_meeting_was_moved_is_its_old_time() -> None:
    old, new = _read("1. Hội thi tuyên truyền viên (lùi từ ngày 26/3): ngày 18/4/2026, tại Nhà văn hóa.\n")
    assert isinstance(old.when, Day)
    assert isinstance(new.when, Day)
    assert (old.when.day, old.status) == (date(2026, 3, 26), Status.POSTPONED)
    assert (new.title, new.when.day, new.status) == (
        "Hội thi tuyên truyền viên",
        date(2026, 4, 18),
        Status.CONFIRMED,
    )
    assert old.issues == new.issues == ()
