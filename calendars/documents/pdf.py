"""PDF files: the text layer in reading order, ruled tables as tables, pages without text as pictures.

A PDF knows no lines, columns or tables; they are found again from where things stand (`pdf_page`, `page_blocks`).
Scripts, forms, attachments and links are not looked at.
"""

from dataclasses import replace

import pypdfium2 as pdfium

from calendars.documents.document import Document
from calendars.documents.format import LineCounter, Source
from calendars.documents.page_blocks import PageBlocks, PageContent, chained, page_blocks
from calendars.documents.pdf_page import Sheet
from calendars.errors import UnreadableDocument

_UNREADABLE = 0.3  # of a page's letters
_UNTOLD = 0.03  # of a page's glyphs: what its fonts draw and do not name
_FEW = 10  # letters: a page with fewer and a picture is a scan
_MOST_SCANNED = 100  # pages; each takes seconds


def read(source: Source) -> Document:
    """The pages one after another; raises UnreadableDocument for a file that is encrypted, damaged or too long."""
    try:
        file = pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise source.refused(
                "it is protected by a password; save it without one and try that copy"
            ) from error
        raise source.refused("the file is damaged; print it to PDF again and try that copy") from error
    count = len(file)
    if count > source.limits.pages:
        raise source.refused(
            f"it has {count:,} pages and {source.limits.pages:,} are allowed; give the pages that are the programme, "
            "or raise documents.max_pages in the configuration"
        )
    lines = LineCounter(source)
    pages: list[PageBlocks] = []
    scanned = seen = doubtful = 0
    for index in range(count):
        content, untold = _content(source, file, index)
        pages.append(page_blocks(content, lines, index + 1, count))
        if content.recognised:
            scanned += not untold
            seen += untold
            source.progress(index + 1, count)
        elif untold:
            doubtful += 1
        if scanned + seen > _MOST_SCANNED:
            raise source.refused(
                f"more than {_MOST_SCANNED} pages of it are pictures; give those that are the programme"
            )
    notes = [f"{scanned} of {count} pages are pictures; their text was recognised."] if scanned else []
    if seen:
        notes.append(
            f"The fonts of {seen} of {count} pages do not say which letters they draw; their text was recognised."
        )
    if doubtful:
        notes.append(
            f"The fonts of {doubtful} of {count} pages do not say which letters they draw: what was read there cannot "
            "be trusted. Compare it with the paper, or install tesseract-ocr and tesseract-ocr-vie and read it again."
        )
    recognised = scanned + seen
    document = source.document(chained(pages), pages=count, notes=notes, from_picture=recognised * 2 > count)
    return replace(document, doubtful=True) if doubtful else document


def _content(source: Source, file: pdfium.PdfDocument, index: int) -> tuple[PageContent, bool]:
    """A page, and whether its fonts do not tell its letters; such a page is recognised where Tesseract is there."""
    page = file[index]
    sheet = Sheet(page)
    try:
        words, unknown, untold = sheet.words()
        letters = sum(len(word.text) for word in words)
        is_picture = letters < _FEW and sheet.has_pictures()
        if is_picture or max(unknown / _UNREADABLE, untold / _UNTOLD) > 1:
            from calendars.documents import scan  # noqa: PLC0415 - loads numpy and Pillow, which text does not need

            try:
                return scan.page_content(source, scan.rendered(page)), not is_picture
            except UnreadableDocument:
                if is_picture or unknown > _UNREADABLE:
                    raise
        text = PageContent(words, sheet.rulings(), sheet.width, sheet.height, shown=sheet.on_picture)
        return text, untold > _UNTOLD
    finally:
        sheet.close()
        page.close()
