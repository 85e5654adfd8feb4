"""How sure the entries of a document may be: as sure as the document lets one be."""

from dataclasses import replace
from datetime import date

from calendars.documents.text import decode
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.reading.checks import as_sure_as_the_rest

WEEK = "LỊCH CÔNG TÁC TUẦN 10 (04/3 - 08/3/2024)\n\n" + "\n".join(
    f"Thứ {name}, {day:02}/3:\n- 8h00: Họp giao ban khối {day}\n- 14h00: Làm việc với xã số {day}"
    for name, day in (("Hai", 4), ("Ba", 5), ("Tư", 6), ("Năm", 7), ("Sáu", 8))
)
SURE = 0.9


def entries_of(text: str) -> tuple[Entry, ...]:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2024, 3, 1)).entries


def test_a_plain_week_is_sure() -> None:
    entries = entries_of(WEEK)
    assert len(entries) == 10
    assert all(entry.confidence >= SURE for entry in entries)


def test_none_is_sure_where_a_fifth_is_doubted() -> None:
    entries = entries_of(WEEK)
    doubted = tuple(replace(entry, confidence=0.5) for entry in entries[:2])
    assert all(entry.confidence < SURE for entry in as_sure_as_the_rest((*doubted, *entries[2:]), 0))


def test_none_is_sure_where_times_are_left() -> None:
    entries = entries_of(WEEK)
    assert as_sure_as_the_rest(entries, 1) == entries
    assert all(entry.confidence < SURE for entry in as_sure_as_the_rest(entries, 2))


def test_an_invitation_is_less_sure_than_a_plain_week() -> None:
    (entry,) = entries_of(
        "GIẤY MỜI\nHọp tổng kết công tác hội\n\nThời gian: 8h00 ngày 05/3/2024\nĐịa điểm: Hội trường\n"
    )
    assert entry.confidence < SURE


def test_signs_that_something_was_guessed_make_an_entry_less_sure() -> None:
    head = "LỊCH CÔNG TÁC THÁNG 11 NĂM 2026\n\n"
    others = "".join(f"- 0{day}/11: Họp tổ {day}\n" for day in range(2, 9))

    def sure(item: str) -> bool:
        text = f"{head}{others}- {item}\n"
        programme = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 10, 25))
        return programme.entries[-1].confidence >= SURE

    assert sure("8h00 12/11: Họp hội đồng")
    assert not sure("12/11: Họp hội đồng, học sinh có mặt 7h15")
    assert not sure("Sáng 12-13/11: Tập huấn nghiệp vụ")
