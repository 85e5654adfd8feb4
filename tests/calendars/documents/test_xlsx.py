"""A sheet as its reader sees it: days and hours as days and hours, merged cells, the table between title and notes."""

import pytest
from made_documents import BUILT_IN_DATE, DAY, HOUR, WEEKDAY, sheet_xml, xlsx
from outlines import outline

from calendars.documents import Table, read_document
from calendars.documents.number_formats import date_parts, shown_date

WEEK = sheet_xml(
    [
        ["TRƯỜNG CAO ĐẲNG HẠ LAM"],
        ["LỊCH TUẦN 2"],
        [],
        ["Thứ/ngày", None, "Giờ", "Nội dung"],
        ["T2", (45299, DAY), (0.3125, HOUR), "Chào cờ"],
        [None, None, "13h30-15h", "Họp khoa\nHọp tổ"],
        ["T3", (45300, DAY), None, "Trống"],
        [],
        ["Ghi chú: lịch thay giấy mời."],
    ],
    ["A2:D2", "A4:B4", "A5:A6", "B5:B6"],
    ruled=(4, 5, 6, 7),
)


def test_a_week_is_title_table_and_notes() -> None:
    document = read_document(xlsx(WEEK, names=["Tuần 2"]), "week.xlsx")
    assert outline(document) == [
        "TRƯỜNG CAO ĐẲNG HẠ LAM",
        "LỊCH TUẦN 2",
        "| Thứ/ngày | < | Giờ | Nội dung |",
        "| T2 | 08/01 | 07h30 | Chào cờ |",
        "| ^ | ^ | 13h30-15h | Họp khoa / Họp tổ |",
        "| T3 | 09/01 |  | Trống |",
        "Ghi chú: lịch thay giấy mời.",
    ]
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    assert table.title == "Tuần 2"
    cell = table.at(2, 3)
    assert cell is not None
    assert cell.name == "D6"


def test_without_borders_the_rows_with_several_cells_are_the_table() -> None:
    rows: list[list[str | None]] = [["Lịch"], ["Ngày", "Việc"], ["05/6", "Họp"], [None, "Đi xã"]]
    rows += [["06/6", "Nghỉ"], ["Hết"]]
    document = read_document(xlsx(sheet_xml(rows)), "a.xlsx")
    assert outline(document) == [
        "Lịch",
        "| Ngày | Việc |",
        "| 05/6 | Họp |",
        "|  | Đi xã |",
        "| 06/6 | Nghỉ |",
        "Hết",
    ]


def test_each_visible_sheet_is_read_and_hidden_ones_are_told() -> None:
    sheets = [sheet_xml([[text]]) for text in ("Tuần 1", "Nháp", "Tuần 2")]
    document = read_document(xlsx(*sheets, states=["visible", "hidden"]), "a.xlsx")
    assert outline(document) == ["Tuần 1", "Tuần 2"]
    assert document.notes == ("Hidden sheets, rows or columns were left out.",)


def test_two_tables_of_a_sheet_stay_apart_by_the_title_between_them() -> None:
    rows = [["Tuần 1"], ["a", "b"], ["c", "d"], ["Tuần 2"], ["e", "f"], ["g", "h"]]
    document = read_document(xlsx(sheet_xml(rows, ruled=(2, 3, 5, 6))), "a.xlsx")
    assert outline(document) == ["Tuần 1", "| a | b |", "| c | d |", "Tuần 2", "| e | f |", "| g | h |"]


def test_a_sheet_that_counts_days_from_1904_shows_the_same_days() -> None:
    data = xlsx(sheet_xml([[(45299 - 1462, BUILT_IN_DATE)]]), workbook='<workbookPr date1904="1"/>')
    assert outline(read_document(data, "mac.xlsx")) == ["08/01/2024"]


def test_a_weekday_in_the_format_is_shown() -> None:
    assert outline(read_document(xlsx(sheet_xml([[(45299, WEEKDAY)]])), "a.xlsx")) == ["Thứ Hai, 08/01/2024"]


@pytest.mark.parametrize(
    ("number", "identity", "code", "text"),
    [
        (45299, 14, None, "08/01/2024"),
        (45299, 164, "dd/mm", "08/01"),
        (45299, 164, "mm/yyyy", "01/2024"),
        (45299, 164, "m/d/yyyy", "08/01/2024"),
        (0.3125, 20, None, "07h30"),
        (0.75, 164, 'h"h"mm', "18h00"),
        (45299.5, 22, None, "12h00 08/01/2024"),
        (45299, 164, 'd "tháng" m', "08/01"),
        (7, 0, None, None),
        (1234.5, 4, None, None),
        (0.5, 164, "0.00%", None),
        (45299, 164, "General", None),
        (45299, 164, '"ngày" 0', None),
    ],
)
def test_a_number_is_a_moment_only_where_its_format_says_so(
    number: float, identity: int, code: str | None, text: str | None
) -> None:
    parts = date_parts(identity, code)
    assert (shown_date(number, parts, from_1904=False) if parts else None) == text


def test_plain_numbers_are_written_as_people_do() -> None:
    assert outline(read_document(xlsx(sheet_xml([[1.0], [2.5], [45299]])), "a.xlsx")) == ["1", "2.5", "45299"]
