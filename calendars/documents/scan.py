"""Pages that are pictures: scans, photographs, and PDF pages without a text layer, read by Tesseract.

The picture is made fit first (`picture`); the words found are put into lines, columns and tables like a PDF page's.
What Tesseract reads is not corrected here; the grammar knows which letters it mistakes.
"""

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from typing import Self

import pypdfium2 as pdfium
from PIL import Image, ImageSequence, UnidentifiedImageError

from calendars.documents.document import Document
from calendars.documents.format import LineCounter, Source
from calendars.documents.page_blocks import PageBlocks, PageContent, chained, page_blocks
from calendars.documents.page_tables import grids
from calendars.documents.page_words import Word, median
from calendars.documents.picture import Cleaned, Grey, cleaned, rulings, without
from calendars.documents.picture_cells import columns

_LANGUAGE = "vie"
_DOTS = 200  # an inch: as which a PDF page is drawn
_CLEANED_DOTS = "150"  # an inch: about as which a page is given to Tesseract
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}  # its threads wait for each other: alone it takes a third of the time
_MOST_PIXELS = 60_000_000
_LEAST_PAGE = 300  # pixels, the shorter side of a picture that may be a page
_MOST_SHOWN = 100  # pictures; each takes seconds
_LAYOUT = "6"  # one block of lines, in which every line of the picture is looked for
_UPSIDE_DOWN = 0.5  # of its words: a page that Tesseract trusts so little may lie on its side or its head
_SURE, _DOUBTFUL = 25.0, 75.0  # per cent of trust that Tesseract has in a word
_DESCENDING = re.compile(r"[gjpqyQ,;()/ạẹịọụậặộợựệỵ]")
_INSTALL = (
    "it is a picture of text, and reading one needs Tesseract with Vietnamese: install the packages tesseract-ocr and "
    "tesseract-ocr-vie, or give the document as text"
)


def read(source: Source) -> Document:
    """A picture, or each frame of one, as a page."""
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    lines = LineCounter(source)
    pages: list[PageBlocks] = []
    try:
        with Image.open(io.BytesIO(source.data)) as picture:
            count = getattr(picture, "n_frames", 1)
            if count > source.limits.pages:
                raise source.refused(
                    f"it has {count:,} pages and {source.limits.pages:,} are allowed; give fewer"
                )
            if picture.width * picture.height > _MOST_PIXELS:
                raise source.refused(
                    "the picture is too large; save it with at most 60 million pixels and try again"
                )
            for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
                pages.append(page_blocks(page_content(source, frame), lines, number, count))
                source.progress(number, count)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise source.refused(f"the picture is damaged ({error}); save or take it again") from error
    notes = ["The text was recognised in a picture."]
    return source.document(chained(pages), pages=count, notes=notes, from_picture=True)


def read_shown(source: Source, shown: Iterable[bytes]) -> Document | None:
    """A file of another format that only shows pictures of pages, each as a page; None where none is a page's.

    Small pictures are emblems and signatures; drawings (.emf, .wmf) are passed over. Raises UnreadableDocument.
    """
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    pictures: list[Image.Image] = []
    for data in shown:
        try:
            picture: Image.Image = Image.open(io.BytesIO(data))
        except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
            continue
        if min(picture.size) >= _LEAST_PAGE and picture.width * picture.height <= _MOST_PIXELS:
            pictures.append(picture)
    count = len(pictures)
    if count > _MOST_SHOWN:
        raise source.refused(f"it shows more than {_MOST_SHOWN} pictures; give those that are the programme")
    lines = LineCounter(source)
    pages: list[PageBlocks] = []
    for number, picture in enumerate(pictures, 1):
        try:
            pages.append(page_blocks(page_content(source, picture), lines, number, count))
        except (OSError, SyntaxError, ValueError) as error:
            raise source.refused(f"a picture in it is damaged ({error}); save or take it again") from error
        source.progress(number, count)
    notes = ["It holds pictures only; their text was recognised."]
    return source.document(chained(pages), pages=count, notes=notes, from_picture=True) if pages else None


def rendered(page: pdfium.PdfPage) -> Image.Image:
    """A PDF page as a picture."""
    width, height = page.get_size()
    scale = min(_DOTS / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    picture: Image.Image = page.render(scale=scale).to_pil()
    return picture


def page_content(source: Source, picture: Image.Image) -> PageContent:
    """The words and lines of a picture of a page, in pixels of the page as it was cleaned."""
    with _Tesseract(source) as tesseract:  # loads its model while the page is cleaned
        page = cleaned(picture)
        content, trust = _content(source, page, tesseract)
    if trust < _UPSIDE_DOWN:
        turns = _quarter_turns(source, page.grey)
        if turns:
            with _Tesseract(source) as tesseract:
                content, _ = _content(source, page.turned(turns), tesseract)
    return content


def _content(source: Source, page: Cleaned, tesseract: "_Tesseract") -> tuple[PageContent, float]:
    """What stands on a clean page, and the share of its words that Tesseract trusts."""
    grey = page.grey
    lines = rulings(grey)
    near = grey.shape[1] / 250
    tables = grids(lines, near)
    rows: list[dict[str, str]] = []
    words: list[Word] = []
    for number, column in enumerate(columns(without(grey, lines) if tables else grey, tables)):
        with _Tesseract(source) if number else tesseract as run:
            found = _rows(run.read(column.grey))
        rows += found
        for in_cells in (False, True):
            mine = [row for row in found if column.piece_at(_middle(row)).is_cell is in_cells]
            words += column.on_page(_words(mine, with_specks=in_cells))
    height, width = grey.shape
    trusted = sum(float(row["conf"]) >= _DOUBTFUL for row in rows)
    content = PageContent(words, lines, width, height, recognised=True, near=near, shown=page.received)
    return content, trusted / len(rows) if rows else 0.0


def _middle(row: dict[str, str]) -> float:
    return float(row["top"]) + float(row["height"]) / 2


def _rows(table: str) -> list[dict[str, str]]:
    """The words of the table that Tesseract prints."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [row for row in rows if row.get("level") == "5" and (row.get("text") or "").strip()]


def _quarter_turns(source: Source, grey: Grey) -> int:
    """By how many quarters, against the clock, the page has to be turned to be read, as Tesseract sees it."""
    with _Tesseract(source, "osd", "0") as tesseract:
        seen = re.search(r"Rotate: (\d+)", tesseract.read(grey))
    return -int(seen[1]) // 90 % 4 if seen else 0


class _Tesseract:
    """A run of Tesseract that waits for its picture."""

    def __init__(self, source: Source, language: str = _LANGUAGE, layout: str = _LAYOUT) -> None:
        program = shutil.which("tesseract")
        if program is None:
            raise source.refused(_INSTALL)
        self._source, self._language = source, language
        options = ["--dpi", _CLEANED_DOTS, "--psm", layout, "-l", language]
        printed = ["-c", "tessedit_do_invert=0", "tsv"] if language == _LANGUAGE else []
        self._process = subprocess.Popen(
            [program, "stdin", "stdout", *options, *printed],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **_ONE_THREAD},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """End a run that was not needed or has failed."""
        if self._process.poll() is None:
            self._process.kill()
        if self._process.stdout and not self._process.stdout.closed:
            self._process.communicate()

    def read(self, grey: Grey) -> str:
        """What it prints of a picture; nothing where it cannot tell which way up a page is."""
        height, width = grey.shape
        picture = b"P5 %d %d 255\n" % (width, height) + grey.tobytes()
        told, complaint = (
            out.decode("utf-8", "replace")
            for out in self._process.communicate(picture, self._source.limits.seconds)
        )
        if self._process.returncode != 0 and self._language == _LANGUAGE:
            missing = "traineddata" in complaint or "language" in complaint
            raise self._source.refused(
                _INSTALL if missing else f"Tesseract could not read the page: {complaint[:200]}"
            )
        return told + complaint * (self._language != _LANGUAGE)


def _words(found: list[dict[str, str]], *, with_specks: bool) -> list[Word]:
    """The words of Tesseract's table; those of one line share their base and size.

    Unless `with_specks`, lines of a letter or two that Tesseract doubts are left out: what a stamp or a signature left.
    """
    lines: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in found:
        lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
    words: list[Word] = []
    for rows in lines.values():
        rows = [row for row in rows if _is_word(row)]
        doubted = all(_letters(row) < 3 and float(row["conf"]) < _DOUBTFUL for row in rows)
        if not any(map(_letters, rows)) or (doubted and not with_specks):
            continue
        standing = [row for row in rows if not _DESCENDING.search(row["text"])] or rows
        base = median([float(row["top"]) + float(row["height"]) for row in standing])
        size = median([float(row["height"]) for row in rows]) * 1.1
        for row in rows:
            left = float(row["left"])
            words.append(Word(row["text"].strip(), left, left + float(row["width"]), base, size))
    return words


def _letters(row: dict[str, str]) -> int:
    return sum(character.isalnum() for character in row["text"])


def _is_word(row: dict[str, str]) -> bool:
    """Whether Tesseract trusts it, or it looks like a word or a number all the same: marks and specks do not."""
    return float(row["conf"]) >= _SURE or (
        _letters(row) > 1 and _letters(row) >= 0.7 * len(row["text"].strip())
    )
