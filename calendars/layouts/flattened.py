"""A table that lost its grid: one cell a line, heading cells first.

The lines are put back into rows by the day labels of the first column and by what each cell looks like
(`shapes`), so that a missing cell shifts nothing. What is hard is a day cell that covered several rows: it
stands once, and the rows below it begin with the next column (reference section A.6).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.shapes import affinity
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import is_day_label

_SKIPPED = -0.7


@dataclass(frozen=True, slots=True)
class Flattened:
    """Where a flattened table begins and ends among lines (end excluded), and the table it was."""

    begin: int
    end: int
    table: Table


def find_flattened(lines: Sequence[Line]) -> Flattened | None:
    """The first flattened table among the lines: two or more heading cells in a row, then cells."""
    place = 0
    while place < len(lines):
        roles: list[str] = []
        while place + len(roles) < len(lines) and (role := heading_role(lines[place + len(roles)].text)):
            roles.append(role)
        body = lines[place + len(roles) :]
        if _is_heading(roles) and body:
            header = list(lines[place : place + len(roles)])
            return Flattened(place, len(lines), _table(header, _roles(roles), body))
        place += max(1, len(roles))
    return None


def _is_heading(roles: Sequence[str]) -> bool:
    return len(roles) >= 2 and "content" in roles and bool({"day", "time", "part"} & set(roles))


def _roles(roles: list[str]) -> list[str]:
    """Of two day columns the second, when it is headed "Thời gian", holds hours."""
    days = [n for n, role in enumerate(roles) if role == "day"]
    return ["time" if role == "day" and n in days[1:] and n > 1 else role for n, role in enumerate(roles)]


def _table(header: list[Line], roles: list[str], body: Sequence[Line]) -> Table:
    rows: list[dict[int, list[Line]]] = []
    leading = [n for n, role in enumerate(roles) if role in ("day", "number")]
    others = [n for n, role in enumerate(roles) if n not in leading]
    day: list[Line] = []
    segment: list[Line] = []
    for line in body:
        if "day" in roles and is_day_label(line.text):
            if segment:
                rows += _rows(day, segment, roles, others)
                day, segment = [], []
            day = [*day, line]
        else:
            segment.append(line)
    rows += _rows(day, segment, roles, others)
    cells = [Cell((line,), 0, column) for column, line in enumerate(header)]
    for number, row in enumerate(rows, 1):
        cells += [Cell(tuple(lines), number, column) for column, lines in sorted(row.items())]
    return Table(tuple(cells), height=len(rows) + 1, width=len(header))


def _rows(
    day: list[Line], segment: list[Line], roles: list[str], others: list[int]
) -> list[dict[int, list[Line]]]:
    cells = [line for line in segment if not (line.text.strip().isdigit() and "number" in roles)]
    if not cells:
        return []
    rows: list[dict[int, list[Line]]] = []
    if len(others) == 1:
        rows = [{others[0]: [line]} for line in cells]
    else:
        rows = _aligned(cells, [(n, roles[n]) for n in others])
    if day:
        label = replace(day[0], text=" ".join(line.text for line in day))
        rows[0] = {roles.index("day"): [label], **rows[0]}
    return rows


def _aligned(cells: Sequence[Line], columns: Sequence[tuple[int, str]]) -> list[dict[int, list[Line]]]:
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
