"""Rows of a sheet written out, cells in quotation marks: "Thứ 2, 19/10","8h00","Họp giao ban","Phòng họp 1".

What is hard: the sign between the cells stands in some of them too, and quotation marks name things in prose, so that
several rows below each other must have as many cells.
"""

import csv
from collections.abc import Sequence

from calendars.documents.document import Block, Line

_SIGNS = (",", ";")
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_LONGEST = 2_000  # letters of a row


def without_quotation_marks(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, bars between the cells of such rows."""
    for sign in _SIGNS:
        beside = f'"{sign}', f'{sign}"', f'"{sign} "'
        cells = [_cells(block, sign) if _holds(block, beside) else () for block in blocks]
        width = max(map(len, cells), default=0)
        if width < _FEWEST_CELLS or sum(len(row) == width for row in cells) < _FEWEST_ROWS:
            continue
        first = next(n for n, row in enumerate(cells) if row)
        last = next(n for n in range(len(cells) - 1, -1, -1) if cells[n])
        rows = {
            n: row for n in range(first, last + 1) if len(row := cells[n] or _cells(blocks[n], sign)) == width
        }
        return [_barred(block, rows[n]) if n in rows else block for n, block in enumerate(blocks)]
    return blocks


def _holds(block: Block, beside: Sequence[str]) -> bool:
    return isinstance(block, Line) and '"' in block.text and any(map(block.text.__contains__, beside))


def _cells(block: Block, sign: str) -> Sequence[str]:
    """The cells of a row; none where it is no row, or has bars already."""
    if not isinstance(block, Line) or len(block.text) > _LONGEST or "|" in block.text:
        return ()
    try:
        return [
            cell.strip()
            for cell in next(csv.reader([block.text.strip()], delimiter=sign, skipinitialspace=True))
        ]
    except (csv.Error, StopIteration):
        return ()


def _barred(block: Block, cells: Sequence[str]) -> Block:
    return block.with_text(" | ".join(cells)) if isinstance(block, Line) else block
