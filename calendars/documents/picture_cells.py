"""The cells of a table in a picture, cut out and put one below the other.

Recognition looks for columns of text and takes narrow cells for specks or runs two of them together. In one column,
each cell is found. Where a cell stood on the page is kept, so that the words go back to their places.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from calendars.documents.page_tables import Box, Grid
from calendars.documents.page_words import Word
from calendars.documents.picture import Grey

_MARGIN = 1  # pixels inside the lines of a cell
_GAP = 36  # pixels between two cells
_SIDE = 24  # pixels beside them
_HIGHEST = 12_000  # pixels of one column
_INK = 190  # darker than this is ink
_AROUND = 8  # pixels around the ink: the marks of letters may be faint
_SMALL, _LARGER = 30, 1.7  # pixels of the lower cells, lines of one row: such type is enlarged so many times
_LEAST_INK = 12  # pixels; less is dust


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of a page: where it begins on the page, and the rows it takes in the column."""

    left: int
    top: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Column:
    """Pieces of a page one below the other, enlarged by `scale` where their type is small."""

    grey: Grey
    pieces: tuple[Placed, ...]
    scale: float

    def on_page(self, words: Sequence[Word]) -> Iterator[Word]:
        """The words found in the column, at their places on the page."""
        for found in words:
            word = Word(
                found.text, *(v / self.scale for v in (found.left, found.right, found.base, found.size))
            )
            middle = word.base - word.size * 0.3
            piece = next((p for p in self.pieces if p.begin - _GAP // 2 <= middle < p.end + _GAP // 2), None)
            if piece:
                right, down = piece.left - _SIDE, piece.top - piece.begin
                yield replace(word, left=word.left + right, right=word.right + right, base=word.base + down)


def columns(grey: Grey, tables: Sequence[Grid]) -> Iterator[Column]:
    """The cells of all tables that hold ink, in as many columns as their height needs."""
    crops: list[tuple[Grey, int, int]] = []
    height = 0
    for box in (box for table in tables for box in table.boxes):
        crop = _inked(grey, box)
        if crop is None:
            continue
        if height + len(crop[0]) + _GAP > _HIGHEST and crops:
            yield _column(crops)
            crops, height = [], 0
        crops.append(crop)
        height += len(crop[0]) + _GAP
    if crops:
        yield _column(crops)


def _inked(grey: Grey, box: Box) -> tuple[Grey, int, int] | None:
    """The part of a cell that holds ink, and where it begins on the page."""
    top, left = int(box.top) + _MARGIN, int(box.left) + _MARGIN
    cell = grey[top : int(box.bottom) - _MARGIN, left : int(box.right) - _MARGIN]
    ink = cell < _INK
    if ink.sum() < _LEAST_INK:
        return None
    ys, xs = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    first_row, first_column = max(0, int(ys[0]) - _AROUND), max(0, int(xs[0]) - _AROUND)
    return (
        cell[first_row : ys[-1] + _AROUND, first_column : xs[-1] + _AROUND],
        left + first_column,
        top + first_row,
    )


def _column(crops: Sequence[tuple[Grey, int, int]]) -> Column:
    width = max(crop.shape[1] for crop, _, _ in crops) + 2 * _SIDE
    out = np.full((sum(len(crop) + _GAP for crop, _, _ in crops) + _GAP, width), 255, dtype=np.uint8)
    pieces: list[Placed] = []
    place = _GAP
    for crop, left, top in crops:
        out[place : place + len(crop), _SIDE : _SIDE + crop.shape[1]] = crop
        pieces.append(Placed(left, top, place, place + len(crop)))
        place += len(crop) + _GAP
    lines = sorted(len(crop) - 2 * _AROUND for crop, _, _ in crops)
    if lines[len(lines) // 3] >= _SMALL:
        return Column(out, tuple(pieces), 1.0)
    larger = Image.fromarray(out).resize(
        (round(width * _LARGER), round(len(out) * _LARGER)), Image.Resampling.BICUBIC
    )
    return Column(np.asarray(larger), tuple(pieces), _LARGER)


def outside(grey: Grey, tables: Sequence[Grid]) -> Grey:
    """The page with its tables blank."""
    out = grey.copy()
    for table in tables:
        out[int(table.top) : int(table.bottom) + 1, int(table.columns[0]) : int(table.columns[-1]) + 1] = 255
    return out
