"""Web pages: the main content as lines and tables. What is the main content is told by `html_main`.

Nothing a page refers to is fetched. Old pages lie about their encoding; the bytes decide. A table that only lays out
the page (one nested in another, a single row, a letterhead) is text; one with rows and columns is a table.
"""

import re
from collections.abc import Generator, Iterator

from lxml import etree, html

from calendars.documents.document import Block, Cell, Document, Line, Role, Table
from calendars.documents.format import LineCounter, Source
from calendars.documents.html_main import main_content
from calendars.documents.tables import framed
from calendars.documents.word_numbering import letters, roman
from calendars.encodings import decode_text

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike "
    "strong sub sup time tt u var wbr o:p st1:date img".split(" ")
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_REST = re.compile(
    r"(các )?(tin|bài)( bài| tức| viết)? (khác|liên quan|cùng chuyên mục|mới hơn|cũ hơn|đã đưa|mới nhất)\W*",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(©|bản quyền|giấy phép số|lượt (xem|truy cập)|đang truy cập|chia sẻ|in trang|gửi (email|mail)|quay lại"
    r"|về đầu trang|trang chủ)\b.{0,160}",
    re.IGNORECASE,
)
_WIDEST = 1_000
_LAYOUT_CELL = 3_000  # characters; no cell of a schedule is so long
_DEEPEST = 200


def read(source: Source) -> Document:
    """The page's main content."""
    return _Page(source).document()


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4_096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode()
        if name.lower() not in ("utf-8", "utf8", "iso-8859-1", "windows-1252", "unicode", "utf-16"):
            try:
                return data.decode(name)
            except (LookupError, UnicodeDecodeError):
                pass
    try:
        return decode_text(data)[0]
    except UnicodeError:
        return data.decode("utf-8", errors="replace")


class _Page:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._lines = LineCounter(source)

    def document(self) -> Document:
        parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = html.document_fromstring(_decoded(self._source.data).encode(), parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError) as error:
            raise self._source.refused("the page holds no text; save it again from the browser") from error
        if any("depth" in entry.message.lower() for entry in parser.error_log):
            raise self._too_deep()
        depth, deepest = 0, 0
        for event, _ in etree.iterwalk(root, events=("start", "end")):
            depth += 1 if event == "start" else -1
            deepest = max(deepest, depth)
        if deepest > _DEEPEST:
            raise self._too_deep()
        main = main_content(root)
        blocks = list(self._kept(self._child_blocks(main, Role.BODY)))
        if not blocks:
            raise self._source.refused(
                "the page holds no text; perhaps it shows its content only in a browser: print it to PDF"
            )
        return self._source.document(blocks)

    def _too_deep(self) -> Exception:
        return self._source.refused(
            "its parts are nested too deeply for any page people write, and it was not read"
        )

    @staticmethod
    def _kept(blocks: Iterator[Block]) -> Iterator[Block]:
        """The blocks up to where the page lists other news, without lines that are furniture."""
        for block in blocks:
            if isinstance(block, Line):
                if _REST.fullmatch(block.text.strip()):
                    return
                if _FURNITURE.fullmatch(block.text.strip()):
                    continue
            yield block

    def _blocks(self, element: html.HtmlElement, role: Role = Role.BODY) -> Iterator[Block]:
        """The lines and tables of an element; text between block elements is a line of its own."""
        pieces: list[str] = []
        mark = self._mark(element)
        if element.text:
            pieces.append(self._words(element, element.text))
        for child in element:
            if not isinstance(child.tag, str):
                pass
            elif child.tag == "br":
                pieces.append("\n")
            elif child.tag in _INLINE and not any(
                e.tag not in _INLINE | {"br"} for e in child.iterdescendants()
            ):
                self._gather(child, pieces)
            else:
                mark = yield from self._flush(pieces, role, mark)
                yield from self._child_blocks(child, role)
            if child.tail:
                pieces.append(self._words(element, child.tail))
        yield from self._flush(pieces, role, mark)

    def _child_blocks(self, child: html.HtmlElement, role: Role) -> Iterator[Block]:
        if child.tag == "table":
            yield from self._table(child)
        elif child.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            yield from self._blocks(child, Role.HEADING)
        else:
            yield from self._blocks(child, role)

    @staticmethod
    def _words(element: html.HtmlElement, text: str) -> str:
        preformatted = element.tag == "pre" or any(True for _ in element.iterancestors("pre"))
        return text.replace("\r\n", "\n") if preformatted else _SPACE.sub(" ", text)

    def _gather(self, element: html.HtmlElement, pieces: list[str]) -> None:
        if element.text:
            pieces.append(self._words(element, element.text))
        for child in element:
            if child.tag == "br":
                pieces.append("\n")
            elif isinstance(child.tag, str):
                self._gather(child, pieces)
            if child.tail:
                pieces.append(self._words(element, child.tail))

    def _flush(self, pieces: list[str], role: Role, mark: str | None) -> Generator[Block, None, str | None]:
        """The gathered text as lines; gives back the list mark if no line has taken it."""
        texts = [_SPACE.sub(" ", text).strip() for text in "".join(pieces).split("\n")]
        pieces.clear()
        texts = [text for text in texts if text]
        for text in texts:
            yield self._lines.line(text, role=role, mark=mark, whole=len(texts) == 1)
            mark = None
        return mark

    @staticmethod
    def _mark(element: html.HtmlElement) -> str | None:
        """What the browser draws before a list item."""
        parent = element.getparent()
        if element.tag != "li" or parent is None:
            return None
        if parent.tag != "ol":
            return "•"
        start = element.get("value") or parent.get("start") or ""
        before = 0 if element.get("value") else sum(1 for e in element.itersiblings("li", preceding=True))
        number = (int(start) if start.isdigit() and len(start) < 6 else 1) + before
        kind = parent.get("type", "1")
        text = {
            "a": letters(number),
            "A": letters(number).upper(),
            "i": roman(number),
            "I": roman(number).upper(),
        }
        return f"{text.get(kind, str(number))}."

    def _table(self, element: html.HtmlElement) -> Iterator[Block]:
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        if len(rows) > self._source.limits.rows:
            raise self._source.refused(
                f"a table of it has more than {self._source.limits.rows:,} rows; save the part that is a schedule as a "
                "page of its own, or raise documents.max_rows in the configuration"
            )
        if self._is_layout(element, rows):
            for child in element:
                if isinstance(child.tag, str):
                    yield from self._child_blocks(child, Role.BODY)
            return
        for caption in element.iterchildren("caption"):
            yield from self._blocks(caption, Role.HEADING)
        cells = list(self._cells(rows))
        if cells:
            height, width = max(c.row + c.rows for c in cells), max(c.column + c.columns for c in cells)
            yield from framed(Table(tuple(cells), height, width))

    def _cells(self, rows: list[html.HtmlElement]) -> Iterator[Cell]:
        taken: dict[int, int] = {}
        for index, row in enumerate(rows):
            column = 0
            for e in row.iterchildren("td", "th"):
                while taken.get(column, 0) > index:
                    column += 1
                height = _span(e.get("rowspan"), len(rows) - index)
                width = _span(e.get("colspan"), _WIDEST)
                lines = tuple(line for block in self._blocks(e) for line in _lines_of(block))
                yield Cell(lines, index, column, height, width)
                for covered in range(column, column + width):
                    taken[covered] = index + height
                column += width

    @staticmethod
    def _is_layout(element: html.HtmlElement, rows: list[html.HtmlElement]) -> bool:
        widths = [sum(1 for _ in row.iterchildren("td", "th")) for row in rows]
        if max(widths, default=0) < 2 or len(rows) < 2 or element.get("role") in ("presentation", "none"):
            return True
        if next(element.iterdescendants("table"), None) is not None:
            return True
        if any(
            len(cell.text_content()) > _LAYOUT_CELL for row in rows for cell in row.iterchildren("td", "th")
        ):
            return True
        ruled = element.get("border", "0") not in ("", "0") or "border" in element.get("style", "")
        named = element.get("class") is not None or next(element.iter("th"), None) is not None
        styled = any("border" in cell.get("style", "") for row in rows[:2] for cell in row)
        return max(widths) <= 2 and len(rows) <= 4 and not (ruled or named or styled)


def _lines_of(block: Block) -> Iterator[Line]:
    if isinstance(block, Line):
        yield block
    else:
        yield from (line for cell in block.cells for line in cell.lines)


def _span(text: str | None, most: int) -> int:
    """A rowspan or colspan within what there is; 0 means to the end."""
    number = int(text) if text and text.strip().isdigit() and len(text) < 8 else 1
    return max(1, min(number or most, most))
