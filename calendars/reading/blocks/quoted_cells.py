"""Rows of a sheet written out, cells in quotation marks: "Thứ 2, 19/10","8h00","Họp giao ban","Phòng họp 1".

What is hard: the sign between the cells stands in some of them too, and quotation marks name things in prose, so that
several rows below each other must have as many cells.
"""

import csv
from collections.abc import Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.tables import heading_role
from calendars.reading.blocks.whole_text import whole_text

_SIGNS = (",", ";")
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_LONGEST = 2_000  # letters of a row


def without_quotation_marks(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, bars between the cells of such rows."""
    if '"' not in whole_text(blocks):
        return blocks
    marked = [(n, block) for n, block in enumerate(blocks) if isinstance(block, Line) and '"' in block.text]
    for sign in _SIGNS:
        cells = {n: _cells(block, sign) for n, block in marked if _is_quoted(block.text, sign)}
        width = max(map(len, cells.values()), default=0)
        quoted = [n for n, row in cells.items() if len(row) == width]
        if width < _FEWEST_CELLS or len(quoted) < (1 if _is_sheet(blocks, sign, width) else _FEWEST_ROWS):
            continue
        rows = {
            n: row for n in range(len(blocks)) if len(row := cells.get(n) or _cells(blocks[n], sign)) == width
        }
        return [_barred(block, rows[n]) if n in rows else block for n, block in enumerate(blocks)]
    return blocks


def _is_quoted(text: str, sign: str) -> bool:
    """Whether a cell begins with a quotation mark right behind the sign, or the row does."""
    return f'{sign}"' in text or text.lstrip().startswith('"')


def _is_sheet(blocks: Sequence[Block], sign: str, width: int) -> bool:
    """Whether a row of heads has as many cells as those with quotation marks."""
    heads = (_cells(block, sign) for block in blocks)
    return any(len(row) == width and all(heading_role(cell) is not None for cell in row) for row in heads)


def _cells(block: Block, sign: str) -> Sequence[str]:
    """The cells of a row; none where it is no row, or has bars already."""
    if (
        not isinstance(block, Line)
        or len(block.text) > _LONGEST
        or "|" in block.text
        or sign not in block.text
    ):
        return ()
    text = block.text.strip()
    try:
        row = next(csv.reader([text], delimiter=sign, skipinitialspace=text.startswith('"')))
    except (csv.Error, StopIteration):
        return ()
    return [cell.strip() for cell in row]


def _barred(block: Block, cells: Sequence[str]) -> Block:
    return block.with_text(" | ".join(cells)) if isinstance(block, Line) else block
