"""Days in the middle of what they head are put first, and only these."""

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.centred import with_day_cells_first, with_days_first
from calendars.layouts.tables import columns_of


def ordered(*texts: str) -> list[str]:
    """The texts of these lines in the order in which they are given back."""
    return [line.text for line in with_days_first([Line(text, n) for n, text in enumerate(texts)])]


def test_a_label_goes_before_the_morning_that_stands_above_it() -> None:
    assert ordered(
        "Sáng",
        "- 8h00: Họp A",
        "THỨ HAI 17/02",
        "Chiều",
        "- Họp B",
        "Sáng",
        "Thứ Ba 18/02",
        "Chiều",
        "- Họp C",
    ) == [
        "THỨ HAI 17/02",
        "Sáng",
        "- 8h00: Họp A",
        "Chiều",
        "- Họp B",
        "Thứ Ba 18/02",
        "Sáng",
        "Chiều",
        "- Họp C",
    ]


def test_hours_tell_where_no_part_of_the_day_does() -> None:
    assert ordered("8h00: A", "Thứ Hai 17/02", "14h00: B", "7h30: C", "Thứ Ba 18/02", "15h00: D") == [
        "Thứ Hai 17/02",
        "8h00: A",
        "14h00: B",
        "Thứ Ba 18/02",
        "7h30: C",
        "15h00: D",
    ]


def test_days_that_stand_first_stay() -> None:
    for texts in (
        ("Thứ Hai 17/02", "Sáng", "8h00: A", "Chiều", "14h00: B", "Thứ Ba 18/02", "Sáng", "8h00: C"),
        ("8h00: Khai mạc", "Thứ Hai 17/02", "9h00: A", "Thứ Ba 18/02", "9h00: B"),
        ("Sáng", "8h00: A", "Thứ Hai 17/02", "Chiều", "14h00: B"),
    ):
        assert ordered(*texts) == list(texts)


def test_cells_of_days_go_to_the_first_of_their_rows() -> None:
    rows = (
        ("Thứ", "Buổi", "Nội dung"),
        ("", "Sáng", "8h00: Giao ban"),
        ("Thứ Hai 16/3", "Chiều", "14h00: Họp A"),
        ("", "Sáng", "7h30: Tiếp công dân"),
        ("Thứ Ba 17/3", "Chiều", "15h00: Kiểm tra"),
    )
    cells = [
        Cell((Line(text, number),) if text else (), number, column)
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
    ]
    table = Table(tuple(cells), height=len(rows), width=3)
    columns = columns_of(table)
    assert columns is not None
    placed = {cell.text: cell.row for cell in with_day_cells_first(table, columns).cells if cell.column == 0}
    assert placed == {"Thứ": 0, "Thứ Hai 16/3": 1, "Thứ Ba 17/3": 3}
