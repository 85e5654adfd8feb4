"""Word documents: paragraphs with the numbers that Word generates, tables with merged cells, footnotes, text boxes.

What makes it hard is that the text a reader sees is spread: numbers and bullets are computed, a date is cut into runs,
deleted text is still in the file, a text box stands inside the paragraph it is anchored to. Tracked changes are taken
as accepted. Macros, embedded objects, comments and linked files are not looked at.
"""

from collections.abc import Iterator

from lxml import etree

from calendars.documents.document import Block, Cell, Document, Line, Role, Table
from calendars.documents.format import LineCounter, Source
from calendars.documents.package import Package, child, local, value
from calendars.documents.tables import framed, is_layout, only_pictures
from calendars.documents.word_numbering import Numbering
from calendars.documents.word_styles import Styles, has_borders

_TRANSPARENT = frozenset(
    "ins moveTo hyperlink smartTag sdt sdtContent customXml fldSimple bdo dir ruby rubyBase r".split(" ")
)
_MARKS = {"noBreakHyphen": "-", "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "softHyphen": ""}
_SYMBOLS = {
    "f0b7": "•",
    "f0a7": "▪",
    "f02d": "-",
    "f0d8": "➢",
    "f0e0": "→",
    "f0fc": "✓",
    "f02b": "+",
    "f0be": "-",
}
_WIDEST = 1_000


def read(source: Source) -> Document:
    """The document as accepted; page headers first, footnotes and page footers last."""
    return _Word(source).document()


class _Word:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._package = Package(source)
        self._main = self._package.main_part() or "word/document.xml"
        relations = self._package.relations(self._main)
        self._parts = dict(relations.values())
        self._by_id = relations
        self._styles = Styles(self._package.xml(self._parts.get("styles", "")))
        self._numbering = Numbering(self._package.xml(self._parts.get("numbering", "")), self._styles)
        self._lines = LineCounter(source)
        self._notes_met: list[tuple[str, str]] = []
        self._remarks: dict[str, None] = {}

    def document(self) -> Document:
        root = self._package.xml(self._main)
        body = child(root, "body")
        if body is None:
            raise self._source.refused(
                "it holds no Word text; open it in Word, save it as .docx and try that copy"
            )
        blocks: list[Block] = list(self._margin("header", Role.PAGE_HEADER))
        blocks += self._blocks(body)
        blocks += self._footnotes()
        blocks += self._margin("footer", Role.PAGE_FOOTER)
        if only_pictures(blocks) and (recognised := self._recognised(body)):
            return recognised
        if any(name.endswith("vbaProject.bin") for name in self._package.names):
            self._remarks["It holds macros, which were not run."] = None
        return self._source.document(blocks, notes=self._remarks)

    def _recognised(self, body: etree._Element) -> Document | None:
        """The document as the text of the pictures it shows."""
        from calendars.documents import scan  # noqa: PLC0415 - loads numpy and Pillow, which text does not need

        named = (
            value(e, "embed") or value(e, "id") for e in body.iter() if local(e) in ("blip", "imagedata")
        )
        paths = dict.fromkeys(self._by_id[i][1] for i in named if i in self._by_id)
        return scan.read_shown(self._source, map(self._package.bytes, paths))

    def _margin(self, kind: str, role: Role) -> Iterator[Line]:
        """The text of all page headers or footers, each said once, page numbers left out."""
        said: set[str] = set()
        for part in sorted({path for k, path in self._by_id.values() if k == kind}):
            root = self._package.xml(part)
            for line in self._flat(self._blocks(root)) if root is not None else ():
                text = line.text.strip()
                if text.strip("-–— .").isdigit() or not text or text in said:
                    continue
                said.add(text)
                yield Line(line.text, line.number, role=role, mark=line.mark, whole=line.whole)

    def _footnotes(self) -> Iterator[Line]:
        roots = {kind: self._package.xml(self._parts.get(f"{kind}s", "")) for kind in ("footnote", "endnote")}
        notes = {
            (kind, value(e, "id")): e
            for kind, root in roots.items()
            for e in (root if root is not None else ())
            if value(e, "type") in (None, "normal")
        }
        for number, key in enumerate(self._notes_met, 1):
            if key not in notes:
                continue
            mark: str | None = str(number)
            for line in self._flat(self._blocks(notes[key])):
                if line.text.strip():
                    yield Line(
                        line.text.strip(), line.number, role=Role.FOOTNOTE, mark=mark, whole=line.whole
                    )
                    mark = None

    @staticmethod
    def _flat(blocks: Iterator[Block]) -> Iterator[Line]:
        for block in blocks:
            if isinstance(block, Line):
                yield block
            else:
                yield from (line for cell in block.cells for line in cell.lines)

    def _blocks(self, parent: etree._Element) -> Iterator[Block]:
        carried = ""
        for element in parent:
            name = local(element)
            if name == "p":
                text, boxes = self._paragraph_text(element)
                text = carried + text
                mark_gone = child(element, "pPr", "rPr", "del"), child(element, "pPr", "rPr", "moveFrom")
                if any(e is not None for e in mark_gone):
                    carried = text
                else:
                    carried = ""
                    yield from self._paragraph_lines(element, text)
                for box in boxes:
                    yield from self._blocks(box)
            elif name == "tbl":
                yield from self._table(element)
            elif name in _TRANSPARENT:
                yield from self._blocks(element)
            elif name in ("altChunk", "subDoc"):
                self._remarks["It includes another file, which was not read."] = None

    def _paragraph_text(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        style = value(child(paragraph, "pPr", "pStyle"))
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        self._gather(paragraph, style, pieces, boxes)
        return "".join(pieces), boxes

    def _gather(
        self, element: etree._Element, style: str | None, pieces: list[str], boxes: list[etree._Element]
    ) -> None:
        """The visible text below an element into `pieces`; the contents of text boxes into `boxes`."""
        look = None
        if local(element) == "r":
            look = self._styles.look(style, child(element, "rPr"))
            if look.left_out:
                return
        for e in element:
            name = local(e)
            if name == "t":
                pieces.append(look.shown(e.text or "") if look else e.text or "")
            elif name in _MARKS:
                pieces.append(_MARKS[name])
            elif name == "sym":
                pieces.append(_SYMBOLS.get((value(e, "char") or "").lower(), ""))
            elif name in ("footnoteReference", "endnoteReference"):
                self._notes_met.append((name.removesuffix("Reference"), value(e, "id") or ""))
            elif name == "AlternateContent":
                chosen = child(e, "Choice")
                self._gather(chosen if chosen is not None else e, style, pieces, boxes)
            elif name in ("drawing", "pict", "object", "Fallback"):
                boxes += [box for box in e.iter() if local(box) == "txbxContent"]
            elif name in _TRANSPARENT:
                self._gather(e, style, pieces, boxes)

    def _paragraph_lines(self, paragraph: etree._Element, text: str) -> Iterator[Line]:
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle"))
        mark = self._numbering.mark(self._styles.list_place(style, properties))
        role = Role.HEADING if text.strip() and self._styles.is_heading(style, properties) else Role.BODY
        texts = text.rstrip("\n").split("\n")
        for part in texts:
            yield self._lines.line(part, role=role, mark=mark, whole=len(texts) == 1)
            mark = None

    def _table(self, element: etree._Element) -> Iterator[Block]:
        """The table; one that only sets text side by side (a letterhead, the signature) as its lines."""
        cells: list[Cell] = []
        owners: dict[int, int] = {}
        height = width = 0
        for row in self._rows(element):
            column = min(_int(value(child(row, "trPr", "gridBefore")), 0), _WIDEST)
            for e in _through(row, "tc"):
                properties = child(e, "tcPr")
                span = max(1, min(_int(value(child(properties, "gridSpan")), 1), _WIDEST))
                merged = child(properties, "vMerge")
                owner = owners.get(column)
                if merged is not None and value(merged) in (None, "continue") and owner is not None:
                    cell = cells[owner]
                    cells[owner] = Cell(
                        cell.lines, cell.row, cell.column, height - cell.row + 1, cell.columns
                    )
                else:
                    owners[column] = len(cells)
                    lines = (line for line in self._flat(self._blocks(e)) if line.text.strip() or line.mark)
                    cells.append(Cell(tuple(lines), height, column, 1, span))
                column += span
            height, width = height + 1, max(width, column)
            if height > self._source.limits.rows:
                raise self._source.refused(
                    f"a table of it has more than {self._source.limits.rows:,} rows; split the document, "
                    "or raise documents.max_rows in the configuration"
                )
        if len(cells) == 1 or is_layout(width, height, ruled=self._is_ruled(element)):
            for cell in cells:
                yield from cell.lines
        elif cells:
            yield from framed(Table(tuple(cells), height, width))

    def _rows(self, table: etree._Element) -> Iterator[etree._Element]:
        for row in _through(table, "tr"):
            if child(row, "trPr", "del") is None:
                yield row

    def _is_ruled(self, table: etree._Element) -> bool:
        properties = child(table, "tblPr")
        own = child(properties, "tblBorders")
        if own is not None:
            return has_borders(own)
        if self._styles.draws_borders(value(child(properties, "tblStyle"))):
            return True
        rows = list(_through(table, "tr"))
        cells = [cell for row in rows for cell in _through(row, "tc")]
        return any(has_borders(child(cell, "tcPr", "tcBorders")) for cell in cells)


def _through(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of this name, looking through content controls and the like."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in _TRANSPARENT:
            yield from _through(element, name)


def _int(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 10 else default
