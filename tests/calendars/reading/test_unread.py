"""What a document says of time and no entry tells becomes an issue with its passage."""

from calendars.documents import read_document
from calendars.reading import read_programme

HEAD = "CHƯƠNG TRÌNH\nCông tác tháng 12 năm 2026\n\nI. CÁC HỘI NGHỊ, CUỘC HỌP\n\n"


def issues_of(items: str) -> list[tuple[str, int | None]]:
    programme = read_programme(read_document((HEAD + items).encode(), "a.txt"))
    return [(issue.code, issue.passage.line if issue.passage else None) for issue in programme.issues]


def test_a_day_that_the_calendar_does_not_have_is_told_with_its_line() -> None:
    assert issues_of("1. Họp giao ban: 8h00 ngày 01/12.\n2. Họp tổng kết: ngày 31/11/2026.\n") == [
        ("no-such-date", 7)
    ]


def test_what_became_an_entry_is_not_told_again() -> None:
    assert issues_of("1. Họp giao ban: 8h00 ngày 01/12.\n2. Họp tổng kết: chiều ngày 30/12.\n") == []


def test_words_without_a_time_are_no_issue() -> None:
    assert issues_of("1. Họp giao ban: 8h00 ngày 01/12.\n2. Chuẩn bị tài liệu cho đại biểu.\n") == []
