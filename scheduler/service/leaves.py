"""A long draft in leaves: so many entries at a time, and beside them the stretch of the document they were read from.

What is hard is that no line of the document falls between two leaves: what was not understood stands there to be read.
"""

from dataclasses import dataclass
from itertools import groupby

from calendars.documents.document import Cell, Table
from scheduler.service.drafting import Draft, DraftEntry
from scheduler.service.passages import Sheet

ENTRIES = 100
"""How many entries a leaf holds: a month's programme stays whole, and a year's does not stop a browser."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf of `count`, counted from 1. first_line, last_line: of the document beside it; None: to its end."""

    number: int
    count: int
    entries: tuple[DraftEntry, ...]
    first_line: int
    last_line: int | None

    def holds(self, line: int) -> bool:
        """Whether that line of the document stands beside it."""
        return self.first_line <= line and (self.last_line is None or line <= self.last_line)

    def rows(self, table: Table) -> list[list[Cell]]:
        """The rows of a table beside it, below the table's head; all of them where cells reach over several rows."""
        rows = [list(cells) for _, cells in groupby(table.cells, lambda cell: cell.row)]
        if self.count == 1 or any(cell.rows > 1 for cell in table.cells):
            return rows
        held = [row for row in rows if any(self.holds(line.number) for cell in row for line in cell.lines)]
        return held if not held or held[0] is rows[0] else [rows[0], *held]

    def sheets(self, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
        """The pictured pages beside it: those that bear one of its lines, and those between them."""
        if self.count == 1:
            return sheets
        bearing = [
            sheet.page
            for sheet in sheets
            for passage in sheet.passages
            for shape in passage.shapes
            if self.holds(shape.line)
        ]
        return tuple(s for s in sheets if bearing and min(bearing) <= s.page <= max(bearing)) or sheets

    def stretches(self, numbers: int) -> list[tuple[int, int, int]]:
        """Each leaf with the numbers of its first and last entry, of so many entries in all."""
        return [
            (leaf, (leaf - 1) * ENTRIES + 1, min(leaf * ENTRIES, numbers))
            for leaf in range(1, self.count + 1)
        ]


def leaf_with(entry: int) -> int:
    """The number of the leaf on which the entry of that number stands."""
    return max(entry - 1, 0) // ENTRIES + 1


def leaf_of(draft: Draft, wanted: int) -> Leaf:
    """The leaf of that number, or the nearest there is."""
    count = leaf_with(len(draft.entries))
    number = min(max(wanted, 1), count)
    entries, following = (
        draft.entries[(place - 1) * ENTRIES : place * ENTRIES] for place in (number, number + 1)
    )
    lines, later = _lines(entries), _lines(following)
    first = min(lines, default=0) if number > 1 else 0
    last = max([*lines, min(later) - 1]) if later else None
    return Leaf(number, count, entries, first, last)


def _lines(entries: tuple[DraftEntry, ...]) -> list[int]:
    """The lines where the entries stand: a whole holds the passages of its parts as well, which stand elsewhere."""
    return [one.read.evidence[0].line for one in entries if one.read.evidence]
