"""A title above a table and notes below it are lines, even where the clerk put them into the table."""

from calendars.documents import Block, Cell, Line, Table
from calendars.documents.tables import framed


def made(*rows: tuple[str, ...], width: int = 3) -> Table:
    """A table of rows; a row of one text is one cell over the whole width."""
    cells: list[Cell] = []
    for index, row in enumerate(rows):
        for column, text in enumerate(row):
            lines = (Line(text, len(cells) + 1),) if text else ()
            cells.append(Cell(lines, index, column, 1, width if len(row) == 1 else 1))
    return Table(tuple(cells), len(rows), width)


def told(blocks: list[Block]) -> list[str | list[str]]:
    return [
        block.text
        if isinstance(block, Line)
        else ["|".join(c.text for c in block.cells if c.row == row) for row in range(block.height)]
        for block in blocks
    ]


def test_a_title_and_notes_within_the_frame_become_lines() -> None:
    table = made(
        ("LỊCH TUẦN 2",), ("", "", ""), ("Ngày", "Giờ", "Việc"), ("08/01", "8h", "Họp"), ("Ghi chú: ...",)
    )
    assert told(list(framed(table))) == ["LỊCH TUẦN 2", ["Ngày|Giờ|Việc", "08/01|8h|Họp"], "Ghi chú: ..."]


def test_headings_of_days_between_rows_stay() -> None:
    table = made(("Giờ", "Việc", "Nơi"), ("Thứ Hai",), ("8h", "Họp", "P1"), ("Thứ Ba",), ("9h", "Đi", "Xã"))
    assert list(framed(table)) == [table]


def test_the_first_day_stays_where_no_heads_of_columns_stand_above_it() -> None:
    table = made(("LỊCH",), ("Thứ Hai",), ("8h", "Họp", "P1"), ("Thứ Ba",), ("9h", "Đi", "Xã"))
    assert told(list(framed(table))) == ["LỊCH", ["Thứ Hai", "8h|Họp|P1", "Thứ Ba", "9h|Đi|Xã"]]


def test_a_table_of_nothing_else_stays_a_table() -> None:
    table = made(("a",), ("b",))
    assert list(framed(table)) == [table]
