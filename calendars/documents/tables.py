"""What stands in the frame of a table without being of it: a title above the heading row, notes below the last day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from calendars.documents.document import Block, Cell, Line, Table

_LAYOUT_COLUMNS = 2
_LAYOUT_ROWS = 4
_FEW = 10  # letters: a file with fewer, and a picture, is a scan


def is_layout(width: int, height: int, *, ruled: bool) -> bool:
    """Whether a table only sets text side by side: a letterhead, a signature; no lines are drawn in it."""
    return width <= _LAYOUT_COLUMNS and height <= _LAYOUT_ROWS and not ruled


def only_pictures(blocks: Iterable[Block]) -> bool:
    """Whether a file has next to no text, so that what it says can only stand in its pictures."""
    letters = 0
    for block in blocks:
        lines = (block,) if isinstance(block, Line) else (line for cell in block.cells for line in cell.lines)
        letters += sum(len("".join(line.text.split())) for line in lines)
        if letters >= _FEW:
            return False
    return True


def framed(table: Table) -> Iterator[Block]:
    """The title rows as lines, the table, and the note rows as lines.

    Such a row has one cell over the whole width; blank rows at both ends are left out. A row like that between others
    is a day's heading and stays, and so does the first of these where no row of column heads stands above it.
    """
    rows: list[list[Cell]] = [[] for _ in range(table.height)]
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + cell.rows, table.height)):
            rows[row].append(cell)
    first, last = 0, table.height
    while first < last and _outside(rows[first], table.width):
        first += 1
    while last > first and _outside(rows[last - 1], table.width):
        last -= 1
    if first == last:
        yield table
        return
    days = [_outside(row, table.width) for row in rows[first + 1 : last]]
    numbered = any(character.isdigit() for cell in rows[first] for character in cell.text)
    if first and any(days) and (numbered or not days[0]):
        first -= 1  # no heads of columns: they bear no numbers, and the first day follows them at once
    yield from (line for row in rows[:first] for cell in row for line in cell.lines)
    inside = [cell for cell in table.cells if first <= cell.row < last]
    yield replace(
        table,
        cells=tuple(replace(c, row=c.row - first, rows=min(c.rows, last - c.row)) for c in inside),
        height=last - first,
    )
    yield from (line for row in rows[last:] for cell in row for line in cell.lines)


def _outside(row: list[Cell], width: int) -> bool:
    filled = [cell for cell in row if cell.lines]
    return not filled or (len(filled) == 1 and filled[0].columns >= width > 1 and filled[0].rows == 1)
