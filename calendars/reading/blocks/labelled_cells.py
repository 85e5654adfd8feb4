"""Rows whose every cell bears its label: "Ngày: Thứ 2 26/10; Giờ: 8h30; Nội dung: Giao ban; Địa điểm: P.301".

The labels become the heads of columns. What is hard: the sign between the cells stands within them too, so that what
has no label goes on the cell before.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Block, Line
from calendars.layouts.tables import heading_role
from calendars.reading.blocks.whole_text import has_row_of, whole_text

_SIGNS = (";", "|")
_FEWEST_ROWS = 2
_FEWEST_CELLS = 3
_LONGEST = 600  # letters of a row
_CELL = re.compile(r"[\s*•+-]*(?P<label>[^\W\d_][^:|;()]{1,28}?)\s*:\s*(?P<value>.*)", re.DOTALL)
_TIMES = frozenset(("day", "time", "part"))


def labels_as_heads(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, such rows that follow each other below a row of their labels, bars between the cells."""
    text = whole_text(blocks)
    for sign in _SIGNS:
        if text.count(sign) < _FEWEST_ROWS * (_FEWEST_CELLS - 1) or not has_row_of(sign, text):
            continue
        told = [
            _cells(block, sign)
            if isinstance(block, Line) and block.text.count(sign) >= _FEWEST_CELLS - 1
            else {}
            for block in blocks
        ]
        first = next((n for n, cells in enumerate(told) if cells), len(told))
        rows: dict[int, dict[str, str]] = {}
        for n in range(first, len(blocks)):
            block = blocks[n]
            if not told[n] and isinstance(block, Line) and not block.text.strip():
                continue
            if not told[n] or set(told[n]) != set(told[first]):
                break
            rows[n] = told[n]
        if len(rows) >= _FEWEST_ROWS:
            return _as_table(blocks, rows, list(told[first]))
    return blocks


def _as_table(
    blocks: Sequence[Block], rows: dict[int, dict[str, str]], labels: Sequence[str]
) -> Sequence[Block]:
    drawn: list[Block] = []
    for n, block in enumerate(blocks):
        if n not in rows or not isinstance(block, Line):
            if not min(rows) < n < max(rows):
                drawn.append(block)
            continue
        if n == min(rows):
            drawn.append(replace(block, text=" | ".join(labels), mark=None))
        drawn.append(replace(block, text=" | ".join(rows[n][label] for label in labels), mark=None))
    return drawn


def _cells(block: Line, sign: str) -> dict[str, str]:
    """The cells of a row by their labels; none where it is no such row."""
    if len(block.text) > _LONGEST:
        return {}
    cells: dict[str, str] = {}
    last = ""
    for part in block.text.split(sign):
        found = _CELL.fullmatch(part)
        if found is not None and heading_role(found["label"]) is not None and found["label"] not in cells:
            last = found["label"]
            cells[last] = found["value"].strip()
        elif not last:
            return {}
        else:
            cells[last] = f"{cells[last]}{sign}{part}".strip()
    roles = {heading_role(label) for label in cells}
    known = len(cells) >= _FEWEST_CELLS and "content" in roles and not _TIMES.isdisjoint(map(str, roles))
    return cells if known and "|" not in "".join(cells.values()) else {}
