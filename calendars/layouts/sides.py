"""Tables with the same columns several times, side by side: hours and things of the morning, then of the afternoon.

    Thứ, ngày   | Sáng |                  | Chiều |
                | Giờ  | Nội dung         | Giờ   | Nội dung
    T2 (05/10)  | 7h30 | Giao ban         | 14h00 | Họp chi bộ

So stand leaders, rooms and days too. Such a table is turned into rows, each with what heads its side. What is hard: the
name of a side stands in a row above the heads of columns, or in each of these ("Giờ sáng").
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Cell, Table
from calendars.layouts.crosstab import as_table, days_down
from calendars.layouts.shapes import looks_like_person, names_a_room
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import is_day_label, is_part_label
from calendars.layouts.words import fold

_HEADING_ROWS = 4
_PART_BEHIND = re.compile(
    r"(?P<head>.*\S)\s*[-–(/]?\s*(?P<part>(?:buổi )?(?:sáng|chiều|tối))\)?", re.IGNORECASE
)
_HEADS_A_ROW = ("day", "number")
_Side = tuple[Cell | None, list[int]]  # what names it, and its columns


def with_sides_below(table: Table) -> Table:
    """A table of sides with the same columns as rows below one another; any other table as it is."""
    for row in range(min(_HEADING_ROWS, table.height - 1)):
        heads = {cell.column: cell for cell in table.cells if cell.row == row and cell.text.strip()}
        plain = {column: _without_part(head) for column, head in heads.items()}
        roles = {column: heading_role(head.text) for column, (head, _) in plain.items()}
        groups = _repeated(sorted(roles), roles)
        if not groups:
            continue
        sides = [(_name_of(table, row, group, plain), group) for group in groups]
        names = [name for name, _ in sides if name is not None]
        named = _named([_text(name) for name in names]) if len(names) == len(sides) else None
        if named is None:
            continue
        inside = {column for group in groups for column in group}
        beside = _beside(table, row, heads, inside)
        return _below(table, row, beside, sides, named, [plain[column][0] for column in groups[0]])
    return table


def _below(
    table: Table, row: int, beside: Sequence[Cell], sides: Sequence[_Side], named: str, heads: Sequence[Cell]
) -> Table:
    rows: list[list[Cell | None]] = [[*beside, None, *heads]]
    days = days_down(table, row, beside)
    for below in range(row + 1, table.height):
        others = [days.get((below, head.column)) or table.at(below, head.column) for head in beside]
        for name, columns in sides:
            cells = [table.at(below, column) for column in columns]
            if any(cell is not None and cell.row == below and cell.text.strip() for cell in cells):
                rows.append([*others, name, *cells])
    told = as_table(rows, len(beside), (named,), beside)
    placed = [
        replace(head, row=0, column=len(beside) + 1 + n, columns=1, rows=1) for n, head in enumerate(heads)
    ]
    return Table((*told.cells, *placed), told.height, told.width + len(heads), table.title)


def _repeated(columns: Sequence[int], roles: dict[int, str | None]) -> list[list[int]]:
    """The columns of each side, where the same roles follow one another twice and more up to the last column."""
    for size in range(2, len(columns) // 2 + 1):
        sides = [list(columns[n : n + size]) for n in range(len(columns) % size, len(columns), size)]
        told = [[roles[column] for column in side] for side in sides]
        while len(told) > 1 and told[0] != told[-1]:
            told, sides = told[1:], sides[1:]
        alike = all(side == told[0] for side in told)
        if len(told) > 1 and alike and "content" in told[0] and not set(_HEADS_A_ROW) & set(told[0]):
            return sides
    return []


def _without_part(head: Cell) -> tuple[Cell, str | None]:
    """A head without the half of the day that stands behind it ("Giờ sáng"), and that half."""
    found = _PART_BEHIND.fullmatch(_text(head))
    if found is None or heading_role(found["head"]) is None:
        return head, None
    return replace(head, lines=(replace(head.lines[0], text=found["head"]),)), found["part"]


def _name_of(
    table: Table, row: int, group: Sequence[int], heads: dict[int, tuple[Cell, str | None]]
) -> Cell | None:
    """What names a side: the cell above its columns, or the half in one of their heads."""
    for column in group:
        head, part = heads[column]
        if part is not None:
            return replace(head, lines=(replace(head.lines[0], text=part),), columns=1)
    above = table.at(row - 1, group[0]) if row else None
    return above if above is not None and above.text.strip() else None


def _named(names: Sequence[str]) -> str | None:
    """The head of a column that holds these names: halves of the day, days, rooms or people; None for others."""
    if all(map(is_part_label, names)):
        return "Buổi"
    if all(map(is_day_label, names)):
        return "Thứ, ngày"
    if all(names_a_room(fold(name)) for name in names):
        return "Địa điểm"
    return "Chủ trì" if all(map(looks_like_person, names)) else None


def _beside(table: Table, row: int, heads: dict[int, Cell], inside: set[int]) -> list[Cell]:
    """The heads of the columns that belong to no side, from their own row or the one above."""
    above = {cell.column: cell for cell in table.cells if cell.row == row - 1 and cell.text.strip()}
    found = {**above, **heads}
    return [replace(found[column], row=row) for column in sorted(found) if column not in inside]


def _text(cell: Cell) -> str:
    return " ".join(line.text.strip() for line in cell.lines)
