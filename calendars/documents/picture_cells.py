"""A page with its tables taken apart: what stands outside them, then each cell, one below the other in one picture.

Recognition looks for columns of text and takes narrow cells for specks or runs two of them together. In one column
each cell is found, and the page is read in one go. Where a piece stood on the page is kept, so that the words go back
to their places.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from calendars.documents.page_tables import Grid
from calendars.documents.page_words import Word
from calendars.documents.picture import Grey

_MARGIN = 1  # pixels inside the lines of a cell
_GAP = 36  # pixels between two pieces
_SIDE = 24  # pixels beside them
_HIGHEST = 12_000  # pixels of one column
_INK = 190  # darker than this is ink
_AROUND = 8  # pixels around the ink: the marks of letters may be faint
_LEAST_INK = 12  # pixels; less is dust


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a page: its picture, where that begins on the page, and whether it is a cell of a table."""

    grey: Grey
    left: int
    top: int
    is_cell: bool


@dataclass(frozen=True, slots=True)
class Column:
    """Pieces of a page one below the other, and the row with which each begins."""

    grey: Grey
    pieces: tuple[Piece, ...]
    begins: tuple[int, ...]

    def piece_at(self, row: float) -> Piece:
        """The piece to which a row of the column belongs, or is nearest."""
        return self.pieces[self._number(row)]

    def _number(self, row: float) -> int:
        return max(0, bisect_right(self.begins, row + _GAP / 2) - 1)

    def on_page(self, words: Sequence[Word]) -> Iterator[Word]:
        """The words found in the column, at their places on the page."""
        for word in words:
            number = self._number(word.base - word.size * 0.3)
            piece = self.pieces[number]
            right, down = piece.left - _SIDE, piece.top - self.begins[number]
            yield replace(word, left=word.left + right, right=word.right + right, base=word.base + down)


def columns(grey: Grey, tables: Sequence[Grid]) -> Iterator[Column]:
    """What holds ink on a page, in as many columns as its height needs; mostly one."""
    pieces: list[Piece] = []
    height = 0
    for piece in (*_outside(grey, tables), *_cells(grey, tables)):
        if pieces and height + len(piece.grey) + _GAP > _HIGHEST:
            yield _column(pieces)
            pieces, height = [], 0
        pieces.append(piece)
        height += len(piece.grey) + _GAP
    if pieces:
        yield _column(pieces)


def _outside(grey: Grey, tables: Sequence[Grid]) -> Iterator[Piece]:
    """The page without its tables, in stretches between which white is wider than between pieces."""
    rest = grey.copy()
    for table in tables:
        rest[int(table.top) : int(table.bottom) + 1, int(table.columns[0]) : int(table.columns[-1]) + 1] = 255
    inked = np.flatnonzero((rest < _INK).any(axis=1))
    breaks = np.flatnonzero(np.diff(inked) > _GAP + 2 * _AROUND) + 1
    for first, last in pairwise((0, *breaks.tolist(), len(inked))):
        if first < last:
            top, bottom = int(inked[first]), int(inked[last - 1]) + 1
            yield from _inked(rest, 0, top, rest.shape[1], bottom, is_cell=False)


def _cells(grey: Grey, tables: Sequence[Grid]) -> Iterator[Piece]:
    for box in (box for table in tables for box in table.boxes):
        left, top = int(box.left) + _MARGIN, int(box.top) + _MARGIN
        right, bottom = int(box.right) - _MARGIN, int(box.bottom) - _MARGIN
        yield from _inked(grey, left, top, right, bottom, is_cell=True)


def _inked(grey: Grey, left: int, top: int, right: int, bottom: int, *, is_cell: bool) -> Iterator[Piece]:
    """The part of an area that holds ink, with a little around it; nothing of a blank one."""
    ink = grey[top:bottom, left:right] < _INK
    if ink.sum() < _LEAST_INK:
        return
    ys, xs = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    first_row, first_column = max(0, int(ys[0]) - _AROUND), max(0, int(xs[0]) - _AROUND)
    part = grey[top:bottom, left:right][first_row : ys[-1] + _AROUND, first_column : xs[-1] + _AROUND]
    yield Piece(part, left + first_column, top + first_row, is_cell)


def _column(pieces: Sequence[Piece]) -> Column:
    width = max(piece.grey.shape[1] for piece in pieces) + 2 * _SIDE
    height = sum(len(piece.grey) + _GAP for piece in pieces) + _GAP
    out = np.full((height, width), 255, dtype=np.uint8)
    begins: list[int] = []
    place = _GAP
    for piece in pieces:
        out[place : place + len(piece.grey), _SIDE : _SIDE + piece.grey.shape[1]] = piece.grey
        begins.append(place)
        place += len(piece.grey) + _GAP
    return Column(out, tuple(pieces), tuple(begins))
