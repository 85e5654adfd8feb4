"""Tables that no lines rule: columns told by the white that runs down between them.

Below a row of column heads the white between two columns is never crossed; a line of running text crosses it at once
and ends the table. Two texts side by side (letterheads, signatures, pages in two columns) are `page_columns`' work, so
that three columns are the least. What is hard is where a row begins: cells wrap, and nothing parts the rows.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from calendars.documents.document import Cell, Line, Table
from calendars.documents.page_words import Row, Segment, Word, median, segments_of

_LEAST_COLUMNS = 3
_LEAST_LINES = 4
_LEAST_FULL = 3  # lines with words in three columns or more, the heads among them
_GUTTER = 0.25  # of the letters' size: the least white between two columns
_BREAK = 3.5  # of the usual distance of lines: more white than this ends a table
_ROW_GAP = 1.35  # of the usual distance of lines: more white than this parts two rows
_CLOCK = re.compile(r"\(?(?:từ\s+|lúc\s+)?\d{1,2}\s*(?:h|g|giờ|:)", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:thứ\b|t[2-7]\b|chủ\s+nhật|cn\b)", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,3}[.)]?")


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table among the rows of a page: those from `start` to `end` (excluded), and the white between its columns."""

    start: int
    end: int
    gutters: tuple[float, ...]


def aligned(rows: Sequence[Row]) -> list[Aligned]:
    """The tables without ruling lines among the rows of a page, from top to bottom."""
    found: list[Aligned] = []
    place = 0
    while place < len(rows):
        table = _table_at(rows, place) if len(rows[place]) >= _LEAST_COLUMNS else None
        if table is None:
            place += 1
        else:
            found.append(table)
            place = table.end
    return found


def _table_at(rows: Sequence[Row], start: int) -> Aligned | None:
    white = [(before.right, after.left) for before, after in pairwise(rows[start])]
    pitch = median([below[0].base - above[0].base for above, below in pairwise(rows[start : start + 20])])
    end = start + 1
    while end < len(rows):
        if rows[end][0].base - rows[end - 1][0].base > _BREAK * pitch:
            break
        least = _GUTTER * rows[end][0].size
        left = [_widest_left(gap, rows[end]) for gap in white]
        if any(b - a < least for a, b in left):
            break
        white = left
        end += 1
    gutters = tuple((a + b) / 2 for a, b in white)
    full = sum(len(_by_column(row, gutters)) >= _LEAST_COLUMNS for row in rows[start:end])
    if end - start < _LEAST_LINES or full < _LEAST_FULL:
        return None
    return Aligned(start, end, gutters)


def _widest_left(gap: tuple[float, float], row: Row) -> tuple[float, float]:
    """The widest stretch of a gap that the words of a row leave white."""
    begin, end = gap
    best = (begin, begin)
    for word in sorted((word for segment in row for word in segment.words), key=lambda word: word.left):
        if word.right <= begin:
            continue
        if word.left >= end:
            break
        best = max(best, (begin, word.left), key=lambda one: one[1] - one[0])
        begin = word.right
    return max(best, (begin, max(begin, end)), key=lambda one: one[1] - one[0])


def _by_column(row: Row, gutters: Sequence[float]) -> dict[int, Segment]:
    """The words of a row by the column in which they stand."""
    columns: dict[int, list[Word]] = {}
    for segment in row:
        for word in segment.words:
            columns.setdefault(sum(word.left > gutter for gutter in gutters), []).append(word)
    return {column: Segment(tuple(words)) for column, words in sorted(columns.items())}


def table_of_rows(rows: Sequence[Row], table: Aligned, line: Callable[[Row], Line]) -> Table:
    """The table with its lines, made by `line`, in the cells of its rows."""
    told = [_by_column(row, table.gutters) for row in rows[table.start : table.end]]
    begins = _row_begins(told)
    cells: list[Cell] = []
    for number, (first, last) in enumerate(pairwise((*begins, len(told)))):
        for column in range(len(table.gutters) + 1):
            texts = [row[column].words for row in told[first:last] if column in row]
            cells.append(Cell(tuple(line(segments_of(words)) for words in texts), number, column))
    return Table(tuple(cells), len(begins), len(table.gutters) + 1)


def _row_begins(told: Sequence[dict[int, Segment]]) -> list[int]:
    """The lines with which rows begin, that of the heads first."""
    width = max(column for row in told for column in row) + 1
    hours = next((c for c in range(width) if _count(told, c, _CLOCK) >= 2), None)
    numbers = next((c for c in range(min(2, width)) if _count(told, c, _COUNT, whole=True) >= 2), None)
    bases = [next(iter(row.values())).base for row in told]
    pitch = median([below - above for above, below in pairwise(bases)]) or 1.0
    closest = min((below - above for above, below in pairwise(bases)), default=pitch)
    begins = [0]
    for place in range(1, len(told)):
        row = told[place]
        if numbers is not None:
            new = numbers in row and _COUNT.fullmatch(row[numbers].text) is not None
        elif hours is not None:
            new = hours in row and _CLOCK.match(row[hours].text) is not None
            new = new or (0 in row and len(row) > 1 and _WEEKDAY.match(row[0].text) is not None)
        else:
            new = bases[place] - bases[place - 1] > _ROW_GAP * closest or (0 in row and len(row) > 1)
        if new:
            begins.append(place)
    return begins


def _count(
    told: Sequence[dict[int, Segment]], column: int, kind: re.Pattern[str], *, whole: bool = False
) -> int:
    test = kind.fullmatch if whole else kind.match
    return sum(column in row and test(row[column].text) is not None for row in told)
