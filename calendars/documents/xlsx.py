"""Excel sheets: a title above, a ruled table with merged cells, notes below.

A sheet has no tables of its own, only cells; where the table begins and ends is told by the ruled cells, or, where
nothing is ruled, by rows with several cells. Formulas are not computed (the value last shown is in the file); hidden
sheets, rows and columns are left out, as a person would not see them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from calendars.documents.document import Block, Cell, Document, Table
from calendars.documents.format import LineCounter, Source
from calendars.documents.number_formats import DateParts, date_parts, shown_date
from calendars.documents.package import Package, child, local, value

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_CELLS_A_ROW = 20  # on average over a sheet; more than any schedule has


def read(source: Source) -> Document:
    """The visible sheets one after another; a table bears the name of its sheet."""
    return _Workbook(source).document()


@dataclass(frozen=True, slots=True)
class _Style:
    date: DateParts | None
    ruled: bool


@dataclass(frozen=True, slots=True)
class _Area:
    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(slots=True)
class _Sheet:
    """What is seen of a sheet: texts by place, which places are ruled, merged areas by their first place."""

    texts: dict[tuple[int, int], str]
    ruled: set[tuple[int, int]]
    areas: dict[tuple[int, int], _Area]


class _Workbook:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._package = Package(source)
        self._lines = LineCounter(source)
        self._main = self._package.main_part() or "xl/workbook.xml"
        self._relations = self._package.relations(self._main)
        parts = dict(self._relations.values())
        self._styles = list(self._read_styles(self._package.xml(parts.get("styles", ""))))
        strings = self._package.elements(parts["sharedStrings"], "si") if "sharedStrings" in parts else ()
        self._strings = [_string(e) for e in strings]
        self._from_1904 = False
        self._hidden = False

    def document(self) -> Document:
        root = self._package.xml(self._main)
        sheets = child(root, "sheets")
        if sheets is None:
            raise self._source.refused(
                "it holds no sheet; open it in Excel, save it as .xlsx and try that copy"
            )
        self._from_1904 = value(child(root, "workbookPr"), "date1904") in ("1", "true")
        blocks: list[Block] = []
        for element in sheets:
            kind, path = self._relations.get(_relation_id(element), ("", ""))
            if kind != "worksheet":
                continue
            if value(element, "state") in ("hidden", "veryHidden"):
                self._hidden = True
                continue
            sheet = self._read_sheet(path)
            blocks += self._sheet_blocks(sheet, value(element, "name"))
        notes = ["Hidden sheets, rows or columns were left out."] if self._hidden else []
        if any(name.endswith("vbaProject.bin") for name in self._package.names):
            notes.append("It holds macros, which were not run.")
        return self._source.document(blocks, notes=notes)

    @staticmethod
    def _read_styles(root: etree._Element | None) -> Iterator[_Style]:
        codes = {value(e, "numFmtId"): value(e, "formatCode") for e in _children(child(root, "numFmts"))}
        borders = [
            sum(value(side, "style") not in (None, "none") for side in border) >= 2
            for border in _children(child(root, "borders"))
        ]
        for xf in _children(child(root, "cellXfs")):
            identity = value(xf, "numFmtId") or "0"
            border = int(value(xf, "borderId") or 0)
            yield _Style(
                date_parts(int(identity), codes.get(identity)),
                border < len(borders) and borders[border],
            )

    def _read_sheet(self, path: str) -> _Sheet:
        sheet = _Sheet({}, set(), {})
        hidden_columns: set[int] = set()
        filled = row = 0
        most = self._source.limits.rows
        for element in self._package.elements(path, "col", "row", "mergeCell"):
            name = local(element)
            if name == "col" and value(element, "hidden") in ("1", "true"):
                first, last = int(value(element, "min") or 1), int(value(element, "max") or 1)
                hidden_columns |= set(range(first - 1, min(last, first + 1_000)))
            elif name == "row":
                number = value(element, "r")
                row = int(number) - 1 if number else row + 1
                before = len(sheet.texts)
                if value(element, "hidden") in ("1", "true"):
                    self._hidden = self._hidden or len(element) > 0
                    continue
                self._read_row(element, row, hidden_columns, sheet)
                filled += len(sheet.texts) > before
                if filled > most or len(sheet.texts) > most * _CELLS_A_ROW:
                    raise self._source.refused(
                        f"a sheet of it has more than {most:,} rows, so it is no schedule; keep the part that is one "
                        "in a file of its own, or raise documents.max_rows in the configuration"
                    )
            elif name == "mergeCell" and len(sheet.areas) < most:
                area = _area(value(element, "ref") or "")
                if area:
                    sheet.areas[area.row, area.column] = area
        return sheet

    def _read_row(self, element: etree._Element, row: int, hidden: set[int], sheet: _Sheet) -> None:
        column = -1
        for cell in element:
            place = _place(value(cell, "r") or "")
            column = place[1] if place else column + 1
            if column in hidden:
                self._hidden = self._hidden or len(cell) > 0
                continue
            index = value(cell, "s")
            style = self._styles[int(index)] if index and int(index) < len(self._styles) else None
            if style and style.ruled:
                sheet.ruled.add((row, column))
            text = self._cell_text(cell, style)
            if text.strip():
                sheet.texts[row, column] = text

    def _cell_text(self, cell: etree._Element, style: _Style | None) -> str:
        kind = value(cell, "t") or "n"
        if kind == "inlineStr":
            return _string(child(cell, "is"))
        content = child(cell, "v")
        text = (content.text or "") if content is not None else ""
        if kind == "s":
            return self._strings[int(text)] if text.isdigit() and int(text) < len(self._strings) else ""
        if kind == "d":
            return re.sub(r"(\d{4})-(\d\d)-(\d\d)(?:T00:00:00.*)?", r"\3/\2/\1", text)
        if kind in ("e", "b"):
            return ""
        if kind == "str":
            return text
        try:
            number = float(text)
        except ValueError:
            return text
        date = shown_date(number, style.date, from_1904=self._from_1904) if style and style.date else None
        return date or (str(int(number)) if number == int(number) else f"{number:.10g}")

    def _sheet_blocks(self, sheet: _Sheet, title: str | None) -> Iterator[Block]:
        """Title rows as lines, each run of table rows as a table, notes as lines."""
        places = sorted(sheet.texts)
        rows: dict[int, list[int]] = {}
        for row, column in places:
            rows.setdefault(row, []).append(column)
        inside = _table_rows(sheet, rows)
        for of_table, run in groupby(sorted(rows), key=inside.__contains__):
            if of_table:
                yield from self._table(sheet, list(run), title)
            else:
                for place in ((row, column) for row in run for column in rows[row]):
                    yield from self._cell_lines(sheet.texts[place])

    def _cell_lines(self, text: str) -> Iterator[Block]:
        for part in text.splitlines():
            if part.strip():
                yield self._lines.line(part.rstrip(), whole=True)

    def _table(self, sheet: _Sheet, rows: list[int], title: str | None) -> Iterator[Block]:
        first, last = rows[0], rows[-1]
        inside = [p for p in sorted(sheet.texts) if first <= p[0] <= last]
        left = min(c for _, c in inside)
        areas = {p: a for p, a in sheet.areas.items() if first <= a.row <= last}
        last = max([last, *(min(a.last_row, _end_of_ruled(sheet, last)) for a in areas.values())])
        right = max(
            *(c for _, c in inside), *(a.last_column for p, a in areas.items() if p in sheet.texts), 0
        )
        cells: list[Cell] = []
        for row, column in inside:
            area = areas.get((row, column), _Area(row, column, row, column))
            lines = tuple(
                self._lines.line(part.strip(), whole=True)
                for part in sheet.texts[row, column].splitlines()
                if part.strip()
            )
            cells.append(
                Cell(
                    lines,
                    row - first,
                    column - left,
                    min(area.last_row, last) - row + 1,
                    min(area.last_column, right) - column + 1,
                    name=_name(row, column),
                )
            )
        yield Table(tuple(cells), last - first + 1, right - left + 1, title)


def _table_rows(sheet: _Sheet, rows: dict[int, list[int]]) -> set[int]:
    """The rows that belong to a table: those with ruled cells, or, in an unruled sheet, with several cells."""
    ruled = {row for row, column in sheet.texts if (row, column) in sheet.ruled}
    for place, area in sheet.areas.items():
        if place in sheet.ruled and place in sheet.texts:
            ruled |= set(range(area.row, min(area.last_row, max(rows)) + 1))
    found = ruled
    if len(ruled) < 2:
        several = [row for row, columns in rows.items() if len(columns) > 1]
        last = max(several, default=0)
        while (
            several and last + 1 in rows and all(sheet.texts[last + 1, c].isdigit() for c in rows[last + 1])
        ):
            last += 2  # a calendar's last week, of which the month has one day
        found = {row for row in rows if several and min(several) <= row <= last}
    for row in sorted(found):  # a title over the whole table is a line, even in a frame
        if len(rows.get(row, ())) > 1:
            break
        found.discard(row)
    return found


def _end_of_ruled(sheet: _Sheet, row: int) -> int:
    ruled = {r for r, _ in sheet.ruled}
    while row + 1 in ruled:
        row += 1
    return row


def _children(element: etree._Element | None) -> Iterator[etree._Element]:
    return iter(element) if element is not None else iter(())


def _relation_id(element: etree._Element) -> str:
    return next((str(v) for k, v in element.items() if str(k).endswith("}id")), "")


def _string(element: etree._Element | None) -> str:
    """The text of a string item, its runs joined, without the phonetic guide."""
    if element is None:
        return ""
    pieces: list[str] = []
    for e in element:
        name = local(e)
        if name == "t":
            pieces.append(e.text or "")
        elif name == "r":
            pieces.append(_string(e))
    return "".join(pieces).replace("_x000D_", "")


def _place(reference: str) -> tuple[int, int] | None:
    """ "B7" -> (6, 1), counted from 0."""
    match = _REFERENCE.fullmatch(reference)
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _name(row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _area(reference: str) -> _Area | None:
    first, _, last = reference.partition(":")
    start, end = _place(first), _place(last)
    return _Area(*start, *end) if start and end else None
