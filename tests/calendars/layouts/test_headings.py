"""Headings of weeks, groups and lists, and what a labelled line beside items is."""

import pytest

from calendars.documents.document import Cell, Line, Table
from calendars.layouts import day_table
from calendars.layouts.layout import Matter
from calendars.layouts.matters import matter_of
from calendars.layouts.sections import sections_of
from calendars.layouts.timelabels import is_week_heading


@pytest.mark.parametrize(
    "text",
    [
        "Tuần 2 (07/11 - 12/11)",
        "TUẦN 1 (từ 01/4 đến 05/4):",
        "Tuần thứ 3 từ ngày 14 đến ngày 19/11",
        "* Tuần 4 (từ thứ Hai 19/5 đến Chủ nhật 25/5)",
        "Tuần II tháng 5/2025",
        "Tuần 5:",
    ],
)
def test_a_week_and_its_days_are_a_heading(text: str) -> None:
    assert is_week_heading(text)


@pytest.mark.parametrize(
    "text", ["Tuần 5: Tổng kết tháng", "Tuần lễ an toàn giao thông", "Tuần tra 22h - 24h", "Tuần 3 họp tổ"]
)
def test_a_line_that_tells_what_is_held_is_no_heading_of_a_week(text: str) -> None:
    assert not is_week_heading(text)


def lines_of(*texts: str) -> list[Line]:
    """Lines one below the other; an empty text is a blank line."""
    return [Line(text, number, whole=True) for number, text in enumerate(texts, 1) if text]


def test_a_week_is_never_glued_to_the_item_before() -> None:
    sections = sections_of(
        lines_of("Tuần 1 (04-09/5)", "- Họp tổ.", "Tuần 2 (11-16/5)", "- Thứ Hai: Chào cờ.")
    )
    assert [(s.heading, [item.text for item in s.items]) for s in sections] == [
        ("Tuần 1 (04-09/5)", ["Họp tổ."]),
        ("Tuần 2 (11-16/5)", ["Thứ Hai: Chào cờ."]),
    ]


def test_organising_what_was_planned_is_a_section_of_tasks_and_no_tail() -> None:
    assert matter_of("TỔ CHỨC THỰC HIỆN") is Matter.TASKS
    assert matter_of("KINH PHÍ THỰC HIỆN") is Matter.TAIL


def test_a_label_that_stands_apart_behind_a_list_is_of_all_its_items() -> None:
    (section,) = sections_of(
        lines_of("1. Chủ tịch: thứ Tư.", "2. Phó Chủ tịch: thứ Sáu.", "", "Địa điểm: Phòng tiếp dân.")
    )
    assert [(item.text, item.location) for item in section.items] == [
        ("Chủ tịch: thứ Tư.", None),
        ("Phó Chủ tịch: thứ Sáu.", None),
        ("Địa điểm: Phòng tiếp dân.", None),
    ]


def test_a_label_right_below_an_item_is_of_that_item() -> None:
    (section,) = sections_of(lines_of("1. Họp A: 06/5.", "2. Họp B: 07/5.", "Địa điểm: Phòng 2."))
    assert [item.location for item in section.items] == [None, "Phòng 2"]


def test_a_row_of_a_letter_and_a_month_heads_the_rows_below() -> None:
    texts = [
        ("STT", "Nội dung", "Thời gian"),
        ("A", "THÁNG 5/2026 - THÁNG CÔNG NHÂN", ""),
        ("1", "Hội thi", "12/5"),
        ("B", "THÁNG 6/2026", ""),
        ("2", "Giao ban", "Hạ tuần"),
    ]
    cells = tuple(
        Cell((Line(text, 10 * row + column, whole=True),) if text else (), row, column)
        for row, cells in enumerate(texts, 1)
        for column, text in enumerate(cells)
    )
    table = Table(tuple(Cell(c.lines, c.row - 1, c.column) for c in cells), height=5, width=3)
    assert [(s.heading, [item.text for item in s.items]) for s in day_table.sections_of_table(table)] == [
        ("THÁNG 5/2026 - THÁNG CÔNG NHÂN", ["Hội thi"]),
        ("THÁNG 6/2026", ["Giao ban"]),
    ]


def test_what_announces_a_list_of_changes_reports_nothing() -> None:
    assert matter_of("Căn cứ tình hình thiệt hại sau bão, Sở thông báo:") is Matter.UNKNOWN
    assert matter_of("Tình hình thiệt hại:") is Matter.REPORT


def test_a_roman_number_before_a_whole_sentence_marks_an_item() -> None:
    sections = sections_of(
        lines_of("I. Giao ban: thứ 6 hằng tuần.", "II. Sơ kết: 12/11.", "III. Việc cụ thể:", "1. Họp chi bộ.")
    )
    assert [(s.heading, [item.text for item in s.items]) for s in sections] == [
        (None, ["Giao ban: thứ 6 hằng tuần.", "Sơ kết: 12/11."]),
        ("Việc cụ thể:", ["Họp chi bộ."]),
    ]
