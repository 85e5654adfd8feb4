"""Pages as blocks: words and ruling lines become lines in reading order and tables, the same for PDF files and scans.

Each page is divided at its tables; what is above, between and below is text, perhaps in columns. Page numbers, repeated
page heads and footnotes get their role, since a number or a citation at a page's end stands within a sentence.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from calendars.documents.document import Block, Corners, Line, Role, Table
from calendars.documents.format import LineCounter
from calendars.documents.page_aligned import aligned, table_of_rows
from calendars.documents.page_columns import in_reading_order
from calendars.documents.page_tables import Grid, Ruling, grids, joined, table_of
from calendars.documents.page_words import Row, Word, median, rows_of
from calendars.documents.tables import framed

_PAGE_NUMBER = re.compile(r"[-–—.\s]*(trang\s*)?\d{1,3}(\s*/\s*\d{1,3})?[-–—.\s]*", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\d{1,2}[\s.)]*[^\W\d_]")
_MARGIN = 0.11  # of the page's height, above and below
_COLUMN_GAP = 2.5  # of the letters' size
_LONGEST_MARK = 5  # letters: what is so short before a gap is a list mark
_SMALLER = 0.93  # of the usual size
_ABOVE, _BELOW = (
    0.95,
    0.3,
)  # of the letters' size: how far the marks of capitals and the tails reach from the base


@dataclass(frozen=True, slots=True)
class PageContent:
    """What stands on a page: its words and lines, its size in the same measure, and whether it was a picture.

    near: the distance at which ruling lines count as touching; shown: the place on the page's picture, in shares of its
    width and height, of a place in the measure of the words.
    """

    words: Sequence[Word]
    rulings: Sequence[Ruling]
    width: float
    height: float
    recognised: bool = False
    near: float = 3.0
    shown: Callable[[float, float], tuple[float, float]] | None = None

    def corners(self, row: Row) -> Corners:
        """Where a row stands on the picture of the page."""
        words = [word for segment in row for word in segment.words]
        left, right = min(word.left for word in words), max(word.right for word in words)
        top = min(word.base - _ABOVE * word.size for word in words)
        bottom = max(word.base + _BELOW * word.size for word in words)
        shares = []
        for x, y in ((left, top), (right, top), (right, bottom), (left, bottom)):
            share = self.shown(x, y) if self.shown else (x / self.width, y / self.height)
            shares += [round(min(max(value, 0.0), 1.0), 4) for value in share]
        return tuple(shares)  # type: ignore[return-value]  # four times two


@dataclass(slots=True)
class PageBlocks:
    """A page's blocks in reading order, and how far down the page each line of its text stands, from 0 to 1."""

    blocks: list[Block]
    heights: dict[int, float]


def page_blocks(content: PageContent, lines: LineCounter, number: int, count: int) -> PageBlocks:
    """The blocks of page `number` of `count`."""

    def cell_line(row: Row) -> Line:
        return lines.line(_text_of(row), page=number, corners=content.corners(row))

    tables = grids(content.rulings, content.near)
    heights: dict[int, float] = {}
    blocks: list[Block] = []
    usual = median([word.size for word in content.words for _ in word.text])
    outside = [word for word in content.words if not any(_inside(word, grid) for grid in tables)]
    edges = [0.0, *(edge for grid in tables for edge in (grid.top, grid.bottom)), content.height]
    for part in range(len(tables) + 1):
        top = edges[2 * part] if part else float("-inf")
        bottom = edges[2 * part + 1] if part < len(tables) else float("inf")
        here = [word for word in outside if top <= _middle(word) < bottom]
        first, last = number == 1 and part == 0, number == count and part == len(tables)
        rows = rows_of(here)
        unruled = [] if content.recognised else aligned(rows)
        ends = [0, *(edge for table in unruled for edge in (table.start, table.end)), len(rows)]
        for index in range(len(unruled) + 1):
            is_first, is_last = first and index == 0, last and index == len(unruled)
            text = rows[ends[2 * index] : ends[2 * index + 1]]
            ordered = list(in_reading_order(text, content.width, first=is_first, last=is_last))
            for row, role in _roles(ordered, usual, last=part == len(tables) and index == len(unruled)):
                line = lines.line(_text_of(row), page=number, role=role, corners=content.corners(row))
                heights[line.number] = row[0].base / content.height
                blocks.append(line)
            if index < len(unruled):
                blocks.append(table_of_rows(rows, unruled[index], cell_line))
        if part < len(tables):
            blocks.append(_table(tables[part], content.words, cell_line))
    return PageBlocks(blocks, heights)


def _table(grid: Grid, words: Iterable[Word], line: Callable[[Row], Line]) -> Table:
    inside = [word for word in words if _inside(word, grid)]
    texts: list[tuple[Line, ...]] = []
    for box in grid.boxes:
        mine = [
            word
            for word in inside
            if box.left <= (word.left + word.right) / 2 < box.right and box.top <= _middle(word) < box.bottom
        ]
        texts.append(tuple(map(line, rows_of(mine))))
    return table_of(grid, texts)


def _middle(word: Word) -> float:
    return word.base - word.size * 0.3


def _inside(word: Word, grid: Grid) -> bool:
    middle = (word.left + word.right) / 2
    return grid.top <= _middle(word) < grid.bottom and grid.columns[0] <= middle < grid.columns[-1]


def _text_of(row: Row) -> str:
    """The text of a row; columns that stayed side by side are kept apart by three spaces."""
    text = row[0].text
    for before, after in pairwise(row):
        wide = after.left - before.right > _COLUMN_GAP * before.size and len(text) > _LONGEST_MARK
        text += ("   " if wide else " ") + after.text
    return text


def _roles(rows: Sequence[Row], usual: float, *, last: bool) -> Iterator[tuple[Row, Role]]:
    """Each row with its role: the small ones that close a page and begin with a number are footnotes."""
    notes = len(rows)
    if last:
        for index in range(len(rows) - 1, -1, -1):
            if rows[index][0].size >= _SMALLER * usual and not _PAGE_NUMBER.fullmatch(_text_of(rows[index])):
                break
            if rows[index][0].size < _SMALLER * usual and _FOOTNOTE.match(_text_of(rows[index])):
                notes = index
    for index, row in enumerate(rows):
        footnote = index >= notes and row[0].size < _SMALLER * usual
        yield row, Role.FOOTNOTE if footnote else Role.BODY


def _mark_margins(pages: Sequence[PageBlocks]) -> None:
    """Page numbers, and lines that stand on the head or foot of most pages, get their role."""

    def in_margin(page: PageBlocks, block: Block) -> bool:
        height = page.heights.get(block.number, 0.5) if isinstance(block, Line) else 0.5
        return height < _MARGIN or height > 1 - _MARGIN

    texts = Counter(
        text
        for page in pages
        for text in {b.text for b in page.blocks if isinstance(b, Line) and in_margin(page, b)}
    )
    for page in pages:
        for index, block in enumerate(page.blocks):
            if not isinstance(block, Line) or not in_margin(page, block):
                continue
            repeated = len(pages) > 2 and texts[block.text] > len(pages) / 2
            if repeated or _PAGE_NUMBER.fullmatch(block.text):
                above = page.heights[block.number] < 0.5
                page.blocks[index] = replace(block, role=Role.PAGE_HEADER if above else Role.PAGE_FOOTER)


def chained(pages: Sequence[PageBlocks]) -> list[Block]:
    """The blocks of all pages: margins marked as such, and a table that goes on over a page's end as one."""
    _mark_margins(pages)
    blocks: list[Block] = []
    for page in pages:
        rest = list(page.blocks)
        before = next((i for i in range(len(blocks) - 1, -1, -1) if not _is_margin(blocks[i])), None)
        after = next((i for i, block in enumerate(rest) if not _is_margin(block)), None)
        if before is not None and after is not None:
            first, second = blocks[before], rest[after]
            if isinstance(first, Table) and isinstance(second, Table) and first.width == second.width:
                blocks[before] = joined(first, second)
                del rest[after]
        blocks += rest
    return [part for block in blocks for part in (framed(block) if isinstance(block, Table) else (block,))]


def _is_margin(block: Block) -> bool:
    return isinstance(block, Line) and block.role in (Role.PAGE_HEADER, Role.PAGE_FOOTER)
