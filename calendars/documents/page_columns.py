"""The order in which the lines of a page are read: letterheads, signatures and pages in two columns.

Two texts side by side are read one after the other; a row of a list ("1. Họp giao ban    8h00") is read across. They
look alike line by line. What tells is where they stand: a letterhead is before everything else, a signature after, and
columns of running text are both broad and many lines long.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from calendars.documents.page_words import Row, Segment, median

_BROAD = 0.08  # of the page's width: the least a column covers
_RUNNING = 0.28  # of the page's width: the least a column of running text covers
_MANY = 5  # lines
_GAP = 1.9  # of the usual distance of lines: more white than this across both columns ends them
_AGAIN = 2.6  # of the usual distance of lines: a letterhead's column that stops for so long has ended


@dataclass(frozen=True, slots=True)
class _Columns:
    """Rows `start` to `end` (excluded) that stand in two columns left and right of `gutter`."""

    start: int
    end: int
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]


def in_reading_order(
    rows: Sequence[Row], width: float, *, first: bool = True, last: bool = True
) -> Iterator[Row]:
    """The rows of a page (or of a part of it) as they are read.

    first, last: whether nothing stands before or after these rows in the document, so that a letterhead or a signature
    may be among them.
    """
    index = 0
    while index < len(rows):
        columns = _columns_at(rows, index, width, opening=first and index <= 1)
        if columns and _side_by_side(columns, len(rows), width, first=first, last=last):
            yield from ((segment,) for segment in columns.left)
            yield from ((segment,) for segment in columns.right)
            index = columns.end
        else:
            yield rows[index]
            index += 1


def _columns_at(rows: Sequence[Row], start: int, width: float, *, opening: bool) -> _Columns | None:
    """The longest stretch of rows from `start` on that a gutter divides."""
    best: _Columns | None = None
    for row in rows[start : start + 3]:
        for before, after in pairwise(row):
            for gutter in (before.right + 1, (before.right + after.left) / 2, after.left - 1):
                columns = _divided(rows, start, gutter, width, opening=opening)
                if columns and (best is None or columns.end > best.end):
                    best = columns
    return best


def _divided(
    rows: Sequence[Row], start: int, gutter: float, width: float, *, opening: bool
) -> _Columns | None:
    """The rows from `start` on that the gutter divides; in a letterhead neither column begins again after a break."""
    pitch = _pitch(rows[start:])
    left: list[Segment] = []
    right: list[Segment] = []
    end = start
    for row in rows[start:]:
        if any(segment.left < gutter < segment.right for segment in row):
            break
        if end > start and row[0].base - rows[end - 1][0].base > _GAP * pitch:
            break
        sides = [left if segment.right <= gutter else right for segment in row]
        if opening and any(side and row[0].base - side[-1].base > _AGAIN * pitch for side in sides):
            break
        for side, segment in zip(sides, row, strict=True):
            side.append(segment)
        end += 1
    for column in (left, right):
        if len({round(segment.base) for segment in column}) < 2:
            return None
        if max(s.right for s in column) - min(s.left for s in column) < _BROAD * width:
            return None
    if not any(len(row) > 1 for row in rows[start:end]):
        return None
    return _Columns(start, end, tuple(_joined(left)), tuple(_joined(right)))


def _joined(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Segments of one column at one height as one."""
    current: list[Segment] = []
    for segment in segments:
        if current and abs(segment.base - current[-1].base) < 0.4 * segment.size:
            current.append(segment)
            continue
        if current:
            yield Segment(tuple(word for s in current for word in s.words))
        current = [segment]
    if current:
        yield Segment(tuple(word for s in current for word in s.words))


def _pitch(rows: Sequence[Row]) -> float:
    steps = [below[0].base - above[0].base for above, below in pairwise(rows[:12])]
    return min(median(steps), 2.2 * median([row[0].size for row in rows[:12]])) or 1.0


def _side_by_side(columns: _Columns, rows: int, width: float, *, first: bool, last: bool) -> bool:
    """Whether the columns are read one after the other, not across."""
    if first and columns.start <= 1:
        return True
    if last and columns.end >= rows - 2 and not _aligned(columns):
        return True
    return all(
        len(column) >= _MANY and median([s.right - s.left for s in column]) > _RUNNING * width
        for column in (columns.left, columns.right)
    )


def _aligned(columns: _Columns) -> bool:
    """Whether the columns stand row by row at the same heights, many of them: a list that is read across."""
    heights = {round(segment.base) for segment in columns.left} & {
        round(segment.base) for segment in columns.right
    }
    return len(heights) > _MANY and len(heights) * 2 > len(columns.left) + len(columns.right) - len(heights)
