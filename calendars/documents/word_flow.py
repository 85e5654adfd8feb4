"""The text of older Word formats as they store it, one paragraph after the other, made into lines and tables.

Both RTF and Word 97 keep a table as a run of paragraphs that end cells and rows, and each row tells by itself where its
cells end, in twips from the margin. The columns of a table are where any of its rows has an edge; a cell covers those
between its own edges.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from calendars.documents.document import Block, Cell, Document, Line, Role, Table
from calendars.documents.format import LineCounter, Source
from calendars.documents.tables import framed, is_layout, only_pictures

_NEAR = 60  # twips: edges this close are one
_WIDEST = 1_000  # columns


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text with tabs and line breaks, its list mark, and whether its style makes it a heading."""

    text: str
    mark: str | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class CellEdge:
    """How a row defines a cell: where it ends, in twips, and whether it goes on from the cell above or to the left."""

    right: int
    from_above: bool = False
    from_left: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells' paragraphs and edges, where the first begins, and whether lines are drawn."""

    cells: tuple[tuple[Paragraph, ...], ...]
    edges: tuple[CellEdge, ...]
    left: int = 0
    ruled: bool = False


Item = Paragraph | Row


@dataclass(frozen=True, slots=True)
class Flow:
    """What a file says: page heads, text, notes in the order of their numbers, page feet, and the pictures it shows."""

    body: Sequence[Item]
    heads: Sequence[Item] = ()
    notes: Sequence[Sequence[Item]] = ()
    feet: Sequence[Item] = ()
    pictures: Sequence[bytes] = ()
    remarks: Sequence[str] = ()


def document_of(source: Source, flow: Flow) -> Document:
    """The document: page heads first, notes and page feet last; what only shows pictures is recognised."""
    lines = LineCounter(source)
    blocks: list[Block] = list(_margin(source, flow.heads, lines, Role.PAGE_HEADER))
    blocks += _blocks(source, flow.body, lines)
    blocks += _notes(source, flow.notes, lines)
    blocks += _margin(source, flow.feet, lines, Role.PAGE_FOOTER)
    if flow.pictures and only_pictures(blocks):
        from calendars.documents import scan  # noqa: PLC0415 - loads numpy and Pillow, which text does not need

        if recognised := scan.read_shown(source, flow.pictures):
            return recognised
    return source.document(blocks, notes=flow.remarks)


def _margin(source: Source, items: Sequence[Item], lines: LineCounter, role: Role) -> Iterator[Line]:
    """The text of page heads or feet, each said once, page numbers left out."""
    said: set[str] = set()
    for line in _flat(_blocks(source, items, lines)):
        text = line.text.strip()
        if text and text not in said and not text.strip("-–— .").isdigit():
            said.add(text)
            yield replace(line, role=role)


def _notes(source: Source, notes: Sequence[Sequence[Item]], lines: LineCounter) -> Iterator[Line]:
    for number, note in enumerate(notes, 1):
        mark: str | None = str(number)
        for line in _flat(_blocks(source, note, lines)):
            if line.text.strip():
                yield replace(line, text=line.text.strip(), role=Role.FOOTNOTE, mark=mark)
                mark = None


def _flat(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for cell in block.cells for line in cell.lines)


def _blocks(source: Source, items: Sequence[Item], lines: LineCounter) -> Iterator[Block]:
    rows: list[Row] = []
    for item in items:
        if isinstance(item, Row):
            rows.append(item)
            if len(rows) > source.limits.rows:
                raise source.refused(
                    f"a table of it has more than {source.limits.rows:,} rows; split the document, or raise "
                    "documents.max_rows in the configuration"
                )
            continue
        yield from _table(rows, lines)
        rows = []
        yield from _lines(item, lines)
    yield from _table(rows, lines)


def _lines(paragraph: Paragraph, lines: LineCounter) -> Iterator[Line]:
    role = Role.HEADING if paragraph.heading and paragraph.text.strip() else Role.BODY
    texts = paragraph.text.rstrip("\n").split("\n")
    mark = paragraph.mark
    for text in texts:
        yield lines.line(text, role=role, mark=mark, whole=len(texts) == 1)
        mark = None


def _table(rows: Sequence[Row], lines: LineCounter) -> Iterator[Block]:
    """The table; one that only sets text side by side (a letterhead, the signature) as its lines."""
    if not rows:
        return
    places = _columns(rows)
    cells: list[Cell] = []
    owners: dict[int, int] = {}  # the column where a cell begins -> the cell that stands there last
    for number, row in enumerate(rows):
        column = places[row.left]
        latest: int | None = None
        for edge, paragraphs in zip(row.edges, row.cells, strict=False):
            end = max(places[edge.right], column + 1)
            owner = owners.get(column)
            if edge.from_left and latest is not None:
                cells[latest] = replace(cells[latest], columns=end - cells[latest].column)
            elif edge.from_above and owner is not None:
                cells[owner] = replace(cells[owner], rows=number - cells[owner].row + 1)
                latest = None
            else:
                text = (line for paragraph in paragraphs for line in _lines(paragraph, lines))
                kept = tuple(line for line in text if line.text.strip() or line.mark)
                owners[column] = latest = len(cells)
                cells.append(Cell(kept, number, column, 1, end - column))
            column = end
    width = max((cell.column + cell.columns for cell in cells), default=0)
    if len(cells) == 1 or is_layout(width, len(rows), ruled=any(row.ruled for row in rows)):
        for cell in cells:
            yield from cell.lines
    elif cells:
        yield from framed(Table(tuple(cells), len(rows), width))


def _columns(rows: Sequence[Row]) -> dict[int, int]:
    """The number of the column that begins at each edge."""
    edges = sorted({edge.right for row in rows for edge in row.edges} | {row.left for row in rows})
    number, places = 0, {edges[0]: 0}
    for before, after in pairwise(edges):
        number = min(number + (after - before > _NEAR), _WIDEST)
        places[after] = number
    return places
