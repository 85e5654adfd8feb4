"""A sheet as a Word document: A4, Times New Roman 14, margins and letterhead of Decree 30/2020/ND-CP.

What is hard is Word's own defaults: a font is named four times, a cell's width twice, and python-docx writes the moment
of writing into the file, where the same sheet should give the same bytes.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from calendars.paper.sheet import COUNTRY, HEADINGS, MOTTO, Letterhead, Paper, Schedule, Section

FONT, SIZE, SMALL = "Times New Roman", Pt(14), Pt(13)
PAGE = (Mm(210), Mm(297))
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(15)
COLUMNS = tuple(Mm(width) for width in (36, 28, 80, 36, 34, 38))
HALVES = {False: (Mm(65), Mm(100)), True: (Mm(100), Mm(152))}
"""The widths of the two halves of letterhead and signature, by whether the sheet is laid across."""
FIRST_LINE = Mm(12.7)
WRITTEN = datetime(2020, 3, 5)  # noqa: DTZ001 - a document's property bears no zone
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def to_docx(paper: Paper) -> bytes:
    """The sheet as a .docx file. The same sheet gives the same bytes."""
    document = Document()
    _set_page(document, wide=paper.wide)
    _set_font(document)
    _set_properties(document, paper)
    _head(document, paper.letterhead, HALVES[paper.wide])
    for number, line in enumerate(paper.title):
        _write(
            document.add_paragraph(), line, bold=True, align=CENTRE, before=Pt(12) if number == 0 else Pt(0)
        )
    for part in paper.body:
        if isinstance(part, Schedule):
            _schedule(document, part)
        else:
            _section(document, part)
    if paper.closing:
        _write(document.add_paragraph(), paper.closing, align=JUSTIFY, before=Pt(6), indent=FIRST_LINE)
    _tail(document, paper.letterhead, HALVES[paper.wide])
    file = io.BytesIO()
    document.save(file)
    return _without_moment(file.getvalue())


def _set_page(document: WordDocument, *, wide: bool) -> None:
    section = document.sections[0]
    short, long = PAGE
    section.page_width, section.page_height = (long, short) if wide else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = LEFT, RIGHT


def _set_font(document: WordDocument) -> None:
    style = document.styles["Normal"]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - tells the type checker which of Word's styles it is
    style.font.name, style.font.size = FONT, SIZE
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def _set_properties(document: WordDocument, paper: Paper) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = paper.letterhead.issuer
    properties.title, properties.comments = " ".join(paper.title), ""
    properties.created = properties.modified = WRITTEN
    properties.language = "vi-VN"


def _head(document: WordDocument, head: Letterhead, widths: Sequence[Length]) -> None:
    table = document.add_table(rows=1, cols=2)
    _set_widths(table, widths)
    left, right = table.rows[0].cells
    _lines(left, [(head.superior, False), (head.issuer.upper(), True), (head.number_line, False)])
    _lines(right, [(COUNTRY, True), (MOTTO, True), (head.date_line, False)])


def _lines(cell: _Cell, lines: Sequence[tuple[str | None, bool]]) -> None:
    """Lines of a cell, centred; each is a text and whether it is bold."""
    free: Paragraph | None = cell.paragraphs[0]
    for text, bold in lines:
        if text:
            size = SMALL if text == COUNTRY else None
            _write(free or cell.add_paragraph(), text, bold=bold, align=CENTRE, size=size)
            free = None


def _schedule(document: WordDocument, schedule: Schedule) -> None:
    document.paragraphs[-1].paragraph_format.space_after = Pt(6)
    table = document.add_table(rows=1, cols=len(HEADINGS), style="Table Grid")
    _repeat_on_each_page(table)
    for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
        _write(cell.paragraphs[0], heading, bold=True, align=CENTRE)
    for day, rows in schedule.days:
        first = None
        for row in rows:
            cells = table.add_row().cells
            for cell, text in zip(cells[1:], row.cells, strict=True):
                _write(cell.paragraphs[0], text)
            first = first or cells[0]
            last = cells[0]
        merged = first.merge(last) if first is not None and first is not last else first
        if merged is not None:
            merged.text = ""
            _write(merged.paragraphs[0], day, bold=True, align=CENTRE)
            merged.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    _set_widths(table, COLUMNS)


def _repeat_on_each_page(table: Table) -> None:
    etree.SubElement(table.rows[0]._tr.get_or_add_trPr(), qn("w:tblHeader"))


def _set_widths(table: Table, widths: Sequence[Length]) -> None:
    """Column widths; LibreOffice goes by the grid, Word by the cells."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _section(document: WordDocument, section: Section) -> None:
    _write(document.add_paragraph(), section.heading, bold=True, before=Pt(6), indent=FIRST_LINE)
    for number, item in enumerate(section.items, start=1):
        paragraph = document.add_paragraph()
        _write(paragraph, f"{number}. {item}", align=JUSTIFY, before=Pt(6), indent=FIRST_LINE)


def _tail(document: WordDocument, head: Letterhead, widths: Sequence[Length]) -> None:
    _write(document.add_paragraph(), "")
    table = document.add_table(rows=1, cols=2)
    _set_widths(table, widths)
    # A signature stands on one page with what it signs for.
    etree.SubElement(table.rows[0]._tr.get_or_add_trPr(), qn("w:cantSplit"))
    left, right = table.rows[0].cells
    _write(left.paragraphs[0], "Nơi nhận:", bold=True)
    for receiver in (*head.distribution, "Lưu: VT."):
        _write(
            left.add_paragraph(),
            f"- {receiver.rstrip(';.')}{'.' if receiver == 'Lưu: VT.' else ';'}",
            size=Pt(11),
        )
    _lines(right, [(head.authority, True), (head.post, True)])
    for _ in range(4):
        right.add_paragraph()
    _write(right.add_paragraph(), head.signatory or "", bold=True, align=CENTRE)


def _write(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
    before: Length | None = None,
    indent: Length | None = None,
    size: Length | None = None,
) -> None:
    run = paragraph.add_run(text)
    run.bold = bold or None
    run.font.size = size
    if align is not None:
        paragraph.alignment = align
    paragraph.paragraph_format.space_before = before
    paragraph.paragraph_format.first_line_indent = indent


def _without_moment(data: bytes) -> bytes:
    """The same package with every part of it dated alike."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, ZIP_TIME), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
