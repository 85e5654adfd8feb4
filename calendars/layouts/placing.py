"""Cells that lost their columns, put back by their order and by what each looks like.

What is hard: cells are missing, so that counting shifts; the best placing of all cells together decides, by dynamic
programming over the column of the last cell.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from calendars.documents.document import Line, Table
from calendars.layouts.shapes import affinity

_SKIPPED = -0.7
_NO_CONTENT = -4.0
_GOES_ON = -1.6
_IN_ORDER = 1.0


@dataclass(frozen=True, slots=True)
class Flattened:
    """Where a flattened table begins and ends among lines (end excluded), and the table it was."""

    begin: int
    end: int
    table: Table


def placed(cells: Sequence[Line], columns: Sequence[tuple[int, str]]) -> dict[int, list[Line]]:
    """The cells of one row, in order, by the number of their column; `columns` are (number, role) from left to right.

    Two cells that follow each other may be one cut in two; as many cells as columns are most likely one each.
    """
    if not cells or not columns:
        return {}
    width = len(columns)
    skip = [_NO_CONTENT if role == "content" else _SKIPPED for _, role in columns]
    own = [[affinity(role, cell.text) for _, role in columns] for cell in cells]
    if len(cells) == width:
        for n in range(width):
            own[n][n] += _IN_ORDER
    best = [own[0][c] + sum(skip[:c]) for c in range(width)]
    back: list[list[int]] = []
    for row in own[1:]:
        came: list[int] = []
        scores: list[float] = []
        for c in range(width):
            choices = [best[b] + row[c] + sum(skip[b + 1 : c]) for b in range(c)]
            choices.append(best[c] + min(row[c], 0.0) + _GOES_ON)
            came.append(max(range(c + 1), key=choices.__getitem__))
            scores.append(max(choices))
        best = scores
        back.append(came)
    column = max(range(width), key=lambda c: best[c] + sum(skip[c + 1 :]) * 0.5)
    placing = [column]
    for came in reversed(back):
        column = came[column]
        placing.append(column)
    found: dict[int, list[Line]] = {}
    for cell, place in zip(cells, reversed(placing), strict=True):
        found.setdefault(columns[place][0], []).append(cell)
    return found


def aligned(cells: Sequence[Line], columns: Sequence[tuple[int, str]]) -> list[dict[int, list[Line]]]:
    """The best placing of cells, in order, into rows of these columns: dynamic programming over the last column."""
    count, width = len(cells), len(columns)
    content = next(n for n, (_, role) in enumerate(columns) if role == "content")
    best: list[list[float]] = [[float("-inf")] * width for _ in range(count)]
    back: list[list[tuple[int, bool]]] = [[(-1, True)] * width for _ in range(count)]
    for i, cell in enumerate(cells):
        for c, (_, role) in enumerate(columns):
            own = affinity(role, cell.text)
            if i == 0:
                best[i][c] = own + _SKIPPED * c if c <= content else float("-inf")
                continue
            for b in range(width):
                if best[i - 1][b] == float("-inf"):
                    continue
                if c == b == content:
                    own_part = best[i - 1][b] + min(own, 0.0) + _GOES_ON
                    _better(best, back, i, c, own_part, (b, False))
                if c > b and not (b < content < c):
                    _better(best, back, i, c, best[i - 1][b] + own + _SKIPPED * (c - b - 1), (b, False))
                if c <= content <= b:
                    _better(
                        best,
                        back,
                        i,
                        c,
                        best[i - 1][b] + own + _SKIPPED * (width - 1 - b + c * 0.3),
                        (b, True),
                    )
    column = max(range(width), key=lambda c: best[count - 1][c] + _SKIPPED * (width - 1 - c))
    placing: list[tuple[int, bool]] = []
    for i in range(count - 1, -1, -1):
        previous, new_row = back[i][column]
        placing.append((column, new_row or i == 0))
        column = previous
    rows: list[dict[int, list[Line]]] = []
    for cell, (column, new_row) in zip(cells, reversed(placing), strict=True):
        if new_row:
            rows.append({})
        rows[-1].setdefault(columns[column][0], []).append(cell)
    return rows


def _better(
    best: list[list[float]],
    back: list[list[tuple[int, bool]]],
    i: int,
    c: int,
    score: float,
    came: tuple[int, bool],
) -> None:
    if score > best[i][c]:
        best[i][c], back[i][c] = score, came
