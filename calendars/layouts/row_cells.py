"""The cells of a row of a table, and the several things that one cell of it may tell (reference section A.5).

What is hard: a cell lists what the cells beside it tell the hours of, or marks nothing where its next thing begins.
"""

import re
from collections.abc import Iterable, Sequence

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.day_lines import with_half_spelled
from calendars.layouts.outline import mark_of
from calendars.layouts.parted_cells import parted_lines
from calendars.layouts.timelabels import begins_with_clock, is_day_label, is_part_label, is_time_label
from calendars.layouts.words import fold

_PART_START = re.compile(r"(?:[-+•–]\s*)?(?:buoi\s+)?(?:sang|chieu|toi|trua|ca ngay)\b\s*[(:,]?")


def flat(cells: Iterable[Cell]) -> str:
    """All that cells say, their lines joined by blanks."""
    return " ".join(line.text.strip() for cell in cells for line in cell.lines if line.text.strip())


def cells_of_row(table: Table, row: int) -> list[Cell]:
    """The cells that begin in a row, from left to right."""
    return [cell for cell in table.cells if cell.row == row]


def covering(table: Table, row: int, columns: Iterable[int]) -> list[Cell]:
    """The cells that stand in columns of a row, those that reach down to it from rows above among them."""
    found: list[Cell] = []
    for column in columns:
        cell = table.at(row, column)
        if cell is not None and cell not in found:
            found.append(cell)
    return found


def share(cells: Sequence[Cell], number: int, count: int) -> str:
    """The part of a row's cell that belongs to one of the `count` things in the row."""
    lines = [line.text.strip() for cell in cells for line in cell.lines if line.text.strip()]
    if count > 1 and len(lines) == count:
        return lines[number].lstrip("-+• ")
    return " ".join(lines)


def pieces_by_clock(cells: Sequence[Cell], clocks: Sequence[Cell]) -> list[list[Line]]:
    """The lines of a cell as things of their own where the cell of hours has as many lines; else nothing."""
    hours = [line for cell in clocks for line in cell.lines if line.text.strip()]
    lines = [line for cell in cells for line in cell.lines if line.text.strip()]
    timed = all(is_time_label(line.text) or line.text[-1:].isdigit() for line in hours)
    parted = any(line.text.rstrip().endswith(("-", "–")) for line in hours[:-1])  # "8h00 -" over "9h00"
    return [[line] for line in lines] if len(hours) == len(lines) > 1 and timed and not parted else []


def pieces_of(cells: Iterable[Cell]) -> Iterable[list[Line]]:
    """The things in a cell: a new one begins at a mark, an hour or a part of the day."""
    held: list[Line] = []
    for cell in cells:
        for line in parted_lines(cell.lines):
            text = line.text.strip()
            if not text:
                continue
            if held and _begins_new(line, held):
                yield held
                held = []
            held.append(line)
    if held:
        yield held


def _begins_new(line: Line, held: Sequence[Line]) -> bool:
    text = line.text.strip()
    if mark_of(line) is not None:
        return True
    if is_day_label(text) or is_part_label(held[-1].text.strip()):
        return False
    told = "".join(each.text for each in held)
    if told.count("(") > told.count(")"):
        return False
    halved = with_half_spelled(text)
    return begins_with_clock(text) or _PART_START.match(fold(halved)) is not None
