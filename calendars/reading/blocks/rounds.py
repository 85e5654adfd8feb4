"""Columns that number the courses or rounds of one thing: "Đợt | Đơn vị | Thời gian" over "1 | Khối mầm non | ...".

The number is part of a row's name ("Đợt 1 (Các trường mầm non)"), and its whole name where no other column tells one.
What is hard is that "Lớp" may head the names of classes as well ("10A1"), so that every cell must be a number.
"""

import re
from dataclasses import replace

from calendars.documents.document import Cell, Table
from calendars.layouts.tables import heading_role

_HEAD = re.compile(r"(?:lớp|đợt|khóa|khoá|vòng|phiên|cụm|lượt)(?: (?:số|thứ))?", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:(?:lớp|đợt|khóa|khoá|vòng|phiên|cụm|lượt) )?(?:số |thứ )?(?P<number>\d{1,2}|[IVX]{1,4})",
    re.IGNORECASE,
)
_FEWEST = 2  # rows
_TIMES = ("day", "time", "part")
_NAMES = (None, "content", "attendees")


def with_rounds_named(table: Table) -> Table:
    """The table with the rounds as part of what its rows tell; another table as it is."""
    heads = {cell.column: cell for cell in table.cells if cell.row == 0 and cell.text.strip()}
    first = heads.get(min(heads, default=0))
    if first is None or not _HEAD.fullmatch(name := first.text.strip()):
        return table
    cells = [cell for cell in table.cells if cell.column == first.column and cell.row > 0]
    numbers = {cell.row: found["number"] for cell in cells if (found := _NUMBER.fullmatch(cell.text.strip()))}
    if len(numbers) < max(_FEWEST, len(cells)):
        return table
    roles = {column: heading_role(head.text) for column, head in heads.items() if column > first.column}
    if not any(role in _TIMES for role in roles.values()):
        return table
    named = next((c for c, role in sorted(roles.items()) if role in _NAMES), None)
    if named is None:
        named = next(
            (c for c, role in sorted(roles.items()) if role == "location" and c == first.column + 1), None
        )
    if named is None:
        return _put(table, first, {row: f"{name.capitalize()} {number}" for row, number in numbers.items()})
    told = {
        cell.row: f"{name.capitalize()} {numbers[cell.row]} ({cell.text.strip()})"
        for cell in table.cells
        if cell.column == named and cell.row in numbers and "(" not in cell.text and cell.text.strip()
    }
    return _put(table, heads[named], told) if len(told) == len(numbers) else table


def _put(table: Table, head: Cell, told: dict[int, str]) -> Table:
    cells = []
    for cell in table.cells:
        if cell is head:
            cell = replace(cell, lines=(cell.lines[0].with_text("Nội dung"),))
        elif cell.column == head.column and cell.row in told:
            cell = replace(cell, lines=(cell.lines[0].with_text(told[cell.row]),))
        cells.append(cell)
    return replace(table, cells=tuple(cells))
