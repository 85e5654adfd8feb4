"""A document as received: text and tables in reading order, each piece knowing its place.

A reader of a format turns bytes into these values and does nothing else: it neither joins hard-wrapped lines nor looks
for a meaning. It never fetches anything and is bounded in size, time, pages and memory (`Limits`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a line is, where the format itself says so (a Word footnote, a page header); BODY elsewhere."""

    BODY = "body"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    PAGE_HEADER = "page-header"
    PAGE_FOOTER = "page-footer"


Corners = tuple[float, float, float, float, float, float, float, float]
"""Where a line stands on the picture of its page: x and y of its top left, top right, bottom right and bottom left
corner, in shares of the picture's width and height. Four corners, since a scanned page may lie askew."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph of text without its line break.

    number counts the lines of the whole document from 1, blank ones included (for Word: paragraphs); page from 1, None
    where the format has no pages; mark is the list mark that the format generated ("1.", "a)", "-") and that is not in
    `text`; whole tells that the format marks ends of paragraphs, so that the line is never a part of a wrapped one;
    corners only where pages can be shown as they look.
    """

    text: str
    number: int
    page: int | None = None
    role: Role = Role.BODY
    mark: str | None = None
    whole: bool = False
    corners: Corners | None = None

    def with_text(self, text: str) -> "Line":
        """The same line with another text. A document has many lines, and `replace` takes four times as long."""
        if text == self.text:
            return self
        return Line(text, self.number, self.page, self.role, self.mark, self.whole, self.corners)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines, and how many rows and columns it covers (merged cells stand once, at the top left).

    name: the place as a person would say it ("B7" in a sheet), else None.
    """

    lines: tuple[Line, ...]
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    name: str | None = None

    @property
    def text(self) -> str:
        """The lines, joined by line breaks."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in reading order; rows and columns count from 0. A table over several pages is one table."""

    cells: tuple[Cell, ...]
    height: int
    width: int
    title: str | None = None

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers this place."""
        for cell in self.cells:
            if cell.row <= row < cell.row + cell.rows and cell.column <= column < cell.column + cell.columns:
                return cell
        return None


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A file as text and tables.

    sha256 is that of the bytes as received, in hex. notes: what the reader had to do or leave out, as sentences a
    person may see ("the text was in TCVN3 and was converted"). from_picture: its text was recognised, not stored.
    doubtful: what its text says cannot be relied on, since its fonts do not tell which letters they draw.
    sent: the day of the mail that it is or came with. subject: what the mail that it is says it is about.
    """

    name: str
    sha256: str
    media_type: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    notes: tuple[str, ...] = ()
    from_picture: bool = False
    doubtful: bool = False
    sent: date | None = None
    subject: str | None = None

    def lines(self) -> Iterator[Line]:
        """Every line in reading order, those of tables included."""
        for block in self.blocks:
            if isinstance(block, Line):
                yield block
            else:
                for cell in block.cells:
                    yield from cell.lines


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may cost; beyond, it is refused with `UnreadableDocument` and nothing is lost.

    bytes: of the file; expanded: of what is unpacked from it; pages, rows (of sheets), line (characters of one line),
    seconds (of the child process that reads a format with native code), memory (bytes of that child).
    """

    bytes: int = 50_000_000
    expanded: int = 200_000_000
    pages: int = 500
    rows: int = 20_000
    line: int = 1_000_000
    seconds: float = 60.0
    memory: int = 1_000_000_000


Progress = Callable[[int, int | None], None]
"""Called with (pages done, pages in all or None) while a long document is read."""
