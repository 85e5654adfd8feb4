"""OpenDocument text: paragraphs with the numbers of their lists, tables with merged cells, notes, text frames.

The file is XML in a zip, so it is read without LibreOffice. Tracked changes are as accepted: what was deleted stands
apart from the text. What is hard is lists, which `odt_styles` counts. Macros, objects and linked files are not looked
at.
"""

from collections.abc import Iterator

from lxml import etree

from calendars.documents.document import Block, Cell, Document, Line, Role, Table
from calendars.documents.format import LineCounter, Source
from calendars.documents.odt_styles import Numbered, OdtStyles
from calendars.documents.package import Package, child, local, value
from calendars.documents.tables import framed, is_layout, only_pictures
from calendars.documents.word_styles import RunLook

_WIDEST = 1_000
_MOST_SPACES = 200
_APART = frozenset(("tracked-changes", "annotation", "annotation-end", "forms", "note-citation", "ruby-text"))
_GROUPS = frozenset(
    ("section", "index-body", "table-of-content", "numbered-paragraph", "index-title", "text-box")
)
_ROW_GROUPS = frozenset(("table-header-rows", "table-rows", "table-row-group"))


def read(source: Source) -> Document:
    """The document as accepted; page headers first, notes and page footers last."""
    return _Odt(source).document()


class _Odt:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._package = Package(source)
        manifest = self._package.xml("META-INF/manifest.xml")
        if manifest is not None and any(local(e) == "encryption-data" for e in manifest.iter()):
            raise source.refused(
                "it is protected by a password; open it, save it without one and try that copy"
            )
        self._content = self._package.xml("content.xml")
        self._shared = self._package.xml("styles.xml")
        self._styles = OdtStyles(self._content, self._shared)
        self._lines = LineCounter(source)
        self._lists: dict[str, Numbered] = {}
        self._outline = Numbered(None)
        self._latest: dict[str | None, Numbered] = {}
        self._notes: list[etree._Element] = []

    def document(self) -> Document:
        text = child(self._content, "body", "text")
        if text is None:
            raise self._source.refused("it holds no text; open it, save it as .docx and try that copy")
        blocks: list[Block] = list(self._margin("header", Role.PAGE_HEADER))
        blocks += self._blocks(text)
        blocks += self._footnotes()
        blocks += self._margin("footer", Role.PAGE_FOOTER)
        if only_pictures(blocks) and (recognised := self._recognised(text)):
            return recognised
        macros = any(name.startswith(("Basic/", "Scripts/")) for name in self._package.names)
        return self._source.document(blocks, notes=["It holds macros, which were not run."] if macros else ())

    def _recognised(self, text: etree._Element) -> Document | None:
        """The document as the text of the pictures it shows."""
        from calendars.documents import scan  # noqa: PLC0415 - loads numpy and Pillow, which text does not need

        paths = dict.fromkeys(value(e, "href") or "" for e in text.iter() if local(e) == "image")
        return scan.read_shown(self._source, map(self._package.bytes, paths))

    def _margin(self, kind: str, role: Role) -> Iterator[Line]:
        """The text of all page headers or footers, each said once, page numbers left out."""
        said: set[str] = set()
        pages = child(self._shared, "master-styles")
        for page in pages if pages is not None else ():
            for part in (e for e in page if local(e).startswith(kind)):
                for line in _flat(self._blocks(part)):
                    text = line.text.strip()
                    if text and text not in said and not text.strip("-–— .").isdigit():
                        said.add(text)
                        yield Line(line.text, line.number, role=role, mark=line.mark, whole=line.whole)

    def _footnotes(self) -> Iterator[Line]:
        for number, note in enumerate(self._notes, 1):
            mark: str | None = str(number)
            for line in _flat(self._blocks(note)):
                if line.text.strip():
                    yield Line(
                        line.text.strip(), line.number, role=Role.FOOTNOTE, mark=mark, whole=line.whole
                    )
                    mark = None

    # --- paragraphs and lists -----------------------------------------------------------------------------------

    def _blocks(self, parent: etree._Element) -> Iterator[Block]:
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, None)
            elif name == "h":
                depth = value(element, "outline-level") or "1"
                unnumbered = value(element, "is-list-header") == "true" or not depth.isdigit()
                yield from self._paragraph(
                    element, None if unnumbered else self._styles.mark(self._outline, int(depth))
                )
            elif name == "list":
                yield from self._list(element, self._numbered(element), 1)
            elif name == "table":
                yield from self._table(element)
            elif name in _GROUPS:
                yield from self._blocks(element)
            elif name == "frame":
                for box in element:
                    if local(box) == "text-box":
                        yield from self._blocks(box)

    def _numbered(self, element: etree._Element) -> Numbered:
        """The counters with which a list of the first level begins."""
        style = value(element, "style-name")
        if style is None:
            first = next((e for e in element.iter() if local(e) == "p"), None)
            style = self._styles.list_style(value(first, "style-name"))
        other = self._lists.get(value(element, "continue-list") or "")
        if other is None and value(element, "continue-numbering") == "true":
            other = self._latest.get(style)
        numbered = Numbered(style, other.counters if other else {})
        self._latest[style] = numbered
        if identity := value(element, "id"):
            self._lists[identity] = numbered
        return numbered

    def _list(self, element: etree._Element, numbered: Numbered, depth: int) -> Iterator[Block]:
        own = value(element, "style-name")
        if depth > 1 and own not in (None, numbered.style):
            numbered = Numbered(own)
        for item in element:
            marked = local(item) == "list-item"
            for e in item:
                name = local(e)
                if name in ("p", "h"):
                    start = value(item, "start-value")
                    yield from self._paragraph(
                        e, self._styles.mark(numbered, depth, start) if marked else None
                    )
                    marked = False
                elif name == "list":
                    yield from self._list(e, numbered, depth + 1)
                elif name == "table":
                    yield from self._table(e)

    def _paragraph(self, element: etree._Element, mark: str | None) -> Iterator[Block]:
        pieces: list[str] = []
        frames: list[etree._Element] = []
        self._gather(element, self._styles.look(value(element, "style-name")), pieces, frames)
        text = "".join(pieces)
        role = Role.HEADING if local(element) == "h" and text.strip() else Role.BODY
        texts = text.rstrip("\n").split("\n")
        for part in texts:
            yield self._lines.line(part.rstrip(" "), role=role, mark=mark, whole=len(texts) == 1)
            mark = None
        for frame in frames:
            yield from self._blocks(frame)

    def _gather(
        self, element: etree._Element, look: RunLook, pieces: list[str], frames: list[etree._Element]
    ) -> None:
        """The visible text of an element into `pieces`; the contents of frames into `frames`."""

        def add(text: str | None) -> None:
            if text and not look.left_out:
                pieces.append(look.shown(text.replace("\n", " ")))

        add(element.text)
        for e in element:
            name = local(e)
            if name == "s":
                count = value(e, "c") or "1"
                add(" " * (min(int(count), _MOST_SPACES) if count.isdigit() and len(count) < 7 else 1))
            elif name in ("tab", "line-break"):
                add("\t") if name == "tab" else pieces.append("\n")
            elif name == "note":
                body = child(e, "note-body")
                if body is not None:
                    self._notes.append(body)
            elif name == "span":
                self._gather(e, self._styles.look(value(e, "style-name")).over(look), pieces, frames)
            elif name == "text-box":
                frames.append(e)
            elif name == "frame":
                self._gather(e, RunLook(hidden=True), [], frames)
            elif name and name not in _APART:
                self._gather(e, look, pieces, frames)
            add(e.tail)

    # --- tables -------------------------------------------------------------------------------------------------

    def _table(self, element: etree._Element) -> Iterator[Block]:
        """The table; one that only sets text side by side (a letterhead, the signature) as its lines."""
        cells: list[Cell] = []
        height = width = 0
        ruled = False
        for row in _rows(element):
            column = 0
            for e in row:
                name = local(e)
                if name not in ("table-cell", "covered-table-cell"):
                    continue
                if name == "table-cell":
                    lines = (line for line in _flat(self._blocks(e)) if line.text.strip() or line.mark)
                    rows, columns = (_count(e, f"number-{kind}-spanned") for kind in ("rows", "columns"))
                    cells.append(Cell(tuple(lines), height, column, rows, columns))
                    ruled = ruled or self._styles.is_ruled(value(e, "style-name"))
                column = min(column + _count(e, "number-columns-repeated"), _WIDEST)
            height, width = height + 1, max(width, column)
            if height > self._source.limits.rows:
                raise self._source.refused(
                    f"a table of it has more than {self._source.limits.rows:,} rows; split the document, "
                    "or raise documents.max_rows in the configuration"
                )
        if len(cells) == 1 or is_layout(width, height, ruled=ruled):
            for cell in cells:
                yield from cell.lines
        elif cells:
            yield from framed(Table(tuple(cells), height, width))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if local(element) == "table-row":
            yield element
        elif local(element) in _ROW_GROUPS:
            yield from _rows(element)


def _count(element: etree._Element, name: str) -> int:
    text = value(element, name)
    return max(1, min(int(text), _WIDEST)) if text and text.isdigit() and len(text) < 10 else 1


def _flat(blocks: Iterator[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for cell in block.cells for line in cell.lines)
