"""Cells that say "as above" ("nt", "như trên", a ditto mark), as the cell above that goes on over their rows.

What is hard: where the row has an hour or half of its own, the same thing is held once more and does not go on; and in
a table with a column for each of several people the cell to the left is meant where the one above was of an hour.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Cell, Table
from calendars.layouts.layout import Item
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import begins_with_clock, names_a_day
from calendars.layouts.words import fold

_DITTO = re.compile(r"\W*(?:n\s?[./]?\s?t|nhu tren)\W*|\s*[-–]*\s*(?:[\"”“〃]|''|’’)\s*[-–]*\s*")
_AGAIN = re.compile(
    r"(?P<half>Sáng|Chiều|Tối)\s*[:-]\s*(?:[Nn]\s?[./]?\s?[Tt]|[Nn]hư trên|[Nn]hư buổi sáng)\W*"
)
_CLOCK = r"\d{1,2}\s?(?:h|g|:)\s?\d{0,2}"
_LEAD = re.compile(
    rf"(?:(?:Sáng|Chiều|Tối)\s*[:-]?\s*)?(?:(?:từ\s+)?{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?\s*[:,-]?\s*)?"
)
_HOURS_BESIDE = re.compile(rf"\s*\([^()]*{_CLOCK}[^()]*\)")
_LONGEST_AGAIN = 30  # letters
_HEADING_ROWS = 4
_SEVERAL = 2


def with_dittos_joined(table: Table) -> Table:
    """The table with each cell that says "as above" taken into the one above it, or put in words where it cannot be."""
    if not any(_is_ditto(cell) for cell in table.cells):
        return table
    roles = _roles(table)
    headings = {
        cell.row for cell in table.cells if roles.get(cell.column) == heading_role(cell.text) is not None
    }
    above: dict[int, int] = {}
    cells: list[Cell] = []
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        place = above.get(cell.column)
        upper = cells[place] if place is not None else None
        ended = upper is not None and (begins_with_clock(upper.text.strip()) or upper.row in headings)
        if ended and _is_ditto(cell) and (beside := _beside(table, roles, cell)) is not None:
            above[cell.column] = len(cells)
            cells.append(replace(cell, lines=beside.lines))
            continue
        if upper is None or not _is_ditto(cell) or upper.row + upper.rows != cell.row:
            above[cell.column] = len(cells)
            cells.append(cell)
        elif _has_other_hour(table, roles, upper.row, cell.row):
            above[cell.column] = len(cells)
            cells.append(replace(cell, lines=upper.lines))
        else:
            cells[above[cell.column]] = replace(upper, rows=upper.rows + cell.rows)
    return replace(table, cells=tuple(cells))


def with_items_as_above(items: Sequence[Item]) -> list[Item]:
    """The items, one that says only "as above" behind a half of the day with the words of the one above it.

    "Sáng: kiểm tra xã A" over "Chiều: nt": what is done in the morning goes on; its hour does not.
    """
    told: list[Item] = []
    for item in items:
        again = _AGAIN.fullmatch(item.text) if len(item.text) < _LONGEST_AGAIN else None
        above = told[-1] if told else None
        if again and above and above.day == item.day and not above.text.startswith(again["half"]):
            done = _HOURS_BESIDE.sub("", _LEAD.sub("", above.text, count=1))
            item = item.with_text(f"{again['half']}: {done}")
        told.append(item)
    return told


def _is_ditto(cell: Cell) -> bool:
    text = cell.text
    return len(text) < len("(như trên) -") and _DITTO.fullmatch(fold(text)) is not None


def _beside(table: Table, roles: dict[int, str], cell: Cell) -> Cell | None:
    """The cell to the left, where both stand in columns of people, each with his own things: he does the same."""
    if not roles or cell.column in roles or cell.column - 1 in roles:
        return None
    for column in range(cell.column - 1, -1, -1):
        left = table.at(cell.row, column)
        if column in roles or left is None or not left.text.strip():
            return None
        if not _is_ditto(left):
            return left
    return None


def _roles(table: Table) -> dict[int, str]:
    found: dict[int, str] = {}
    last = _HEADING_ROWS
    for cell in sorted(table.cells, key=lambda cell: cell.row):
        if cell.row < last and cell.column not in found and (role := heading_role(cell.text)):
            found[cell.column] = role
            last = min(last, cell.row + _SEVERAL)  # "Cùng dự" further down heads nothing
    return found


def _has_other_hour(table: Table, roles: dict[int, str], first: int, row: int) -> bool:
    """Whether a row tells an hour, or a half of the day, that the first one does not."""
    for column, role in roles.items():
        own, told = table.at(row, column), table.at(first, column)
        if role not in ("time", "part") or own is None or not own.text.strip() or _is_ditto(own):
            continue
        if told is None or told.text.strip() != own.text.strip():
            return True
    return False


def over_days(days: Sequence[str]) -> str:
    """The label of days over which one thing goes on, from those of the rows that it covers."""
    told = [day.strip() for day in days if names_a_day(day)]
    return days[0] if len(set(told)) < _SEVERAL else f"{told[0]} - {told[-1]}"
