"""Tables of duty become rows of day and duty."""

from calendars.documents.document import Cell, Line, Table
from calendars.layouts import day_table
from calendars.layouts.roster import by_duty


def table(*rows: tuple[str, ...]) -> Table:
    """A table of these rows."""
    cells = [
        Cell((Line(text, 10 * number + column, whole=True),) if text else (), number, column)
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
    ]
    return Table(tuple(cells), height=len(rows), width=len(rows[0]))


def test_the_people_of_a_row_are_its_duty() -> None:
    roster = table(
        ("TT", "Ngày trực", "Ca trực", "Lãnh đạo trực", "Cán bộ trực", "Điện thoại"),
        ("1", "14/02/2026", "Sáng", "PGĐ Nông Thị Bạch", "Lù A Chớ", "0912.345.001"),
        ("2", "15/02/2026", "Chiều", "", "Ma Thị Nhung", "0912.345.002"),
    )
    items = day_table.sections_of_table(by_duty(roster))[0].items
    assert [(item.day, item.time, item.text) for item in items] == [
        ("14/02/2026", "Sáng", "Trực: PGĐ Nông Thị Bạch, Lù A Chớ"),
        ("15/02/2026", "Chiều", "Trực: Ma Thị Nhung"),
    ]


def test_duty_beside_contents_and_standing_committees_are_left_alone() -> None:
    week = table(("Thứ, ngày", "Nội dung", "Trực lãnh đạo"), ("Thứ Hai 20/11", "Giao ban", "Đ/c Hà"))
    committee = table(
        ("Ngày", "Việc"),
        ("20/11", "Giao ban Thường trực"),
        ("21/11", "Họp trực tuyến"),
        ("22/11", "Đi cơ sở"),
    )
    assert (by_duty(week), by_duty(committee)) == (week, committee)
