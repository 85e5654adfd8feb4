"""Tables of a page, from the lines that rule them.

The lines of a table come in pieces, doubled, or as thin rectangles. Where they cross they make a grid; where a piece is
missing, neighbouring cells are one. A table that runs over a page's end is put together again: the repeated heading row
is dropped, a row that the page's end broke is joined, and a day's cell goes on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from calendars.documents.document import Cell, Line, Table

_NEAR = 3.0  # points: positions this close are the same line
_MOST_RULINGS = 3_000  # a page; a drawing has more, a table does not
_LEAST = 8.0  # points: the least width and height of a cell
_FEW_ROWS = 3
_OPEN_ENDS = (",", "-", "/", "(", " và", "–")


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line of a page: horizontal when `left` < `right`, vertical when `top` < `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it is wider than high."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a grid in the page's coordinates, and its place in the grid."""

    left: float
    top: float
    right: float
    bottom: float
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its columns and rows begin and end, and its cells, merged ones once."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    boxes: tuple[Box, ...]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.rows[0]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.rows[-1]


def grids(rulings: Iterable[Ruling], near: float = _NEAR) -> list[Grid]:
    """The ruled tables of a page from top to bottom; frames of a single cell are none.

    `near` is the distance at which lines count as touching.
    """
    found = []
    for group in _touching([r for r in rulings if max(r.right - r.left, r.bottom - r.top) > near], near):
        grid = _grid(group, near)
        if grid and len(grid.boxes) > 1 and len(grid.rows) > 2 and len(grid.columns) > 2:
            found.append(grid)
    return sorted(found, key=lambda grid: grid.top)


def _touching(rulings: Sequence[Ruling], near: float) -> list[list[Ruling]]:
    """The lines in groups that touch or cross each other."""
    groups: list[list[Ruling]] = []
    for ruling in rulings[:_MOST_RULINGS]:
        met = [group for group in groups if any(_touch(ruling, other, near) for other in group)]
        merged = [ruling, *(other for group in met for other in group)]
        groups = [group for group in groups if group not in met] + [merged]
    return groups


def _touch(one: Ruling, other: Ruling, near: float) -> bool:
    return (
        one.left <= other.right + near
        and other.left <= one.right + near
        and one.top <= other.bottom + near
        and other.top <= one.bottom + near
    )


def _positions(values: Iterable[float], near: float) -> tuple[float, ...]:
    """The distinct positions among values that scatter a little."""
    clusters: list[list[float]] = []
    for value in sorted(values):
        if clusters and value - clusters[-1][-1] <= near:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return tuple(sum(cluster) / len(cluster) for cluster in clusters)


def _grid(rulings: Sequence[Ruling], near: float) -> Grid | None:
    level = [r for r in rulings if r.horizontal]
    upright = [r for r in rulings if not r.horizontal]
    xs = _positions(((r.left + r.right) / 2 for r in upright), near)
    ys = _positions(((r.top + r.bottom) / 2 for r in level), near)
    if level and xs:  # the sides of a table are often left open
        xs = _positions((*xs, min(r.left for r in level), max(r.right for r in level)), near)
    xs = tuple(x for i, x in enumerate(xs) if i == 0 or x - xs[i - 1] >= _LEAST)
    ys = tuple(y for i, y in enumerate(ys) if i == 0 or y - ys[i - 1] >= _LEAST)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > 20_000:
        return None

    def beside(x: float, top: float, bottom: float) -> bool:
        middle = (top + bottom) / 2
        return any(
            abs((r.left + r.right) / 2 - x) <= near and r.top - near <= middle <= r.bottom + near
            for r in upright
        )

    def below(y: float, left: float, right: float) -> bool:
        middle = (left + right) / 2
        return any(
            abs((r.top + r.bottom) / 2 - y) <= near and r.left - near <= middle <= r.right + near
            for r in level
        )

    owner: dict[tuple[int, int], tuple[int, int]] = {}
    boxes: list[Box] = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in owner:
                continue
            last_column = column
            while last_column + 2 < len(xs) and not beside(xs[last_column + 1], ys[row], ys[row + 1]):
                last_column += 1
            last_row = row
            while last_row + 2 < len(ys) and not any(
                below(ys[last_row + 1], xs[c], xs[c + 1]) for c in range(column, last_column + 1)
            ):
                last_row += 1
            for r in range(row, last_row + 1):
                for c in range(column, last_column + 1):
                    owner[r, c] = (row, column)
            edges = xs[column], ys[row], xs[last_column + 1], ys[last_row + 1]
            boxes.append(Box(*edges, row, column, last_row - row + 1, last_column - column + 1))
    return Grid(xs, ys, tuple(boxes))


def _row_texts(table: Table, row: int) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.split()) for cell in table.cells if cell.row == row)


def joined(first: Table, second: Table) -> Table:
    """A table and its continuation on the next page as one."""
    height, cells = first.height, list(first.cells)
    skipped = 0
    while (
        skipped < second.height and skipped < 3 and _row_texts(second, skipped) == _row_texts(first, skipped)
    ):
        if not any(_row_texts(second, skipped)):
            break
        skipped += 1
    rest = [replace(cell, row=cell.row - skipped) for cell in second.cells if cell.row >= skipped]
    broken = {cell.column: cell for cell in rest if cell.row == 0}
    if _is_continuation(first, broken):
        for index, cell in enumerate(cells):
            more = broken.get(cell.column)
            if cell.row + cell.rows == height and more is not None:
                rows = cell.rows + more.rows - 1
                cells[index] = replace(cell, lines=cell.lines + more.lines, rows=rows)
        rest = [replace(cell, row=cell.row - 1) for cell in rest if cell.row > 0]
        skipped += 1
    for cell in rest:
        above = next(
            (i for i, c in enumerate(cells) if c.column == cell.column and c.row + c.rows == height), None
        )
        goes_on = cell.row == 0 and cell.column == 0 and not cell.lines and above is not None and bool(broken)
        if goes_on and above is not None:
            cells[above] = replace(cells[above], rows=cells[above].rows + cell.rows)
        else:
            cells.append(replace(cell, row=cell.row + height))
    return Table(tuple(cells), height + second.height - skipped, max(first.width, second.width), first.title)


def _is_continuation(first: Table, row: dict[int, Cell]) -> bool:
    """Whether the first row of the next page is the rest of a row that the page's end broke."""
    filled = {column: cell for column, cell in row.items() if cell.lines}
    if not filled or 0 in filled:
        return False
    if _always_filled(first) - filled.keys():
        return True  # a new row would have its number, or what else every row has
    for column, cell in filled.items():
        start = cell.lines[0].text.lstrip()[:1]
        above = next((c for c in first.cells if c.column == column and c.row + c.rows == first.height), None)
        if above is None or not above.lines:
            return False
        if not start.islower() and not above.text.rstrip().endswith(_OPEN_ENDS):
            return False
    return True


def _always_filled(table: Table) -> set[int]:
    """The columns in which every row of a table tells something of its own; none of a table of few rows."""
    below: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.row:
            below.setdefault(cell.column, []).append(cell)
    if table.height <= _FEW_ROWS:
        return set()
    return {
        column
        for column, cells in below.items()
        if len(cells) == table.height - 1 and all(cell.lines and cell.rows == 1 for cell in cells)
    }


def table_of(grid: Grid, lines: Sequence[tuple[Line, ...]]) -> Table:
    """The grid with the lines of each of its boxes, in their order."""
    cells = [
        Cell(text, box.row, box.column, box.rows, box.columns)
        for box, text in zip(grid.boxes, lines, strict=True)
    ]
    return Table(tuple(cells), len(grid.rows) - 1, len(grid.columns) - 1)
