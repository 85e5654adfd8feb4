"""One page of a PDF file as words and ruling lines, in points from its top left corner as the page is shown.

A PDF holds glyphs at places, not text: words are made from the distances between glyphs, since spaces are often missing
or stand inside words. Raised digits after a word are footnote marks and are left out, so that "2023¹" stays a year.
"""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from calendars.documents.page_tables import Ruling
from calendars.documents.page_words import Word

_WORD_GAP = 0.14  # of the size: white between glyphs that is a space where the file has none
_BLANK_GAP = 0.08  # of the size: the least width of a blank; some files have blanks without any inside words
_SAME_BASE = 0.45  # of the size: raised numbers stand so much higher
_TWICE = 0.08  # of the size
_RAISED = 0.2  # of the size
_SMALL = 0.8  # of the size of the letters before
_THIN = 3.0  # points: a path so thin is a line
_MOST_SEGMENTS = 20_000
_SAMPLE = 300  # glyphs by which the direction of a page is told
_FIRST_SIGN = 0x20  # what is before it is no sign but a code for a machine
# "KѭѫQJ": a Latin word with Cyrillic or Greek letters is a font's own numbering of its letters.
_MIXED = re.compile(r"[A-Za-zÀ-ỹ][\u0370-\u03ff\u0460-\u052f]|[\u0370-\u03ff\u0460-\u052f][A-Za-zÀ-ỹ]")
_LINE_END_HYPHENS = "\x02\ufffe\u00ad"


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    left: float
    right: float
    base: float
    size: float


class Sheet:
    """A page turned so that most of its text reads upright, whatever the file says of its rotation."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._text = page.get_textpage()
        self._box = page.get_bbox()
        self._rotation = page.get_rotation()
        self._untold = 0
        self._direction = self._usual_direction()
        left, bottom, right, top = self._box
        self.width, self.height = right - left, top - bottom
        if self._direction in (90, 270):
            self.width, self.height = self.height, self.width

    def close(self) -> None:
        """Give the text back to the library."""
        self._text.close()

    def _usual_direction(self) -> int:
        """Into which direction of the file's coordinates most text runs, in degrees against the clock."""
        matrix = raw.FS_MATRIX()
        seen: Counter[int] = Counter()
        count = self._text.count_chars()
        for index in range(0, count, max(1, count // _SAMPLE)):
            if raw.FPDFText_GetMatrix(self._text, index, matrix) and not raw.FPDFText_IsGenerated(
                self._text, index
            ):
                seen[_direction(matrix)] += 1
        return seen.most_common(1)[0][0] if seen else self._rotation

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file's coordinates from the top left corner of the page as it reads."""
        return self._turned(x, y, self._direction)

    def on_picture(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page as it reads stands on its picture, which is turned as the file says: in shares."""
        left, bottom, right, top = self._box
        match self._direction:
            case 90:
                x, y = y + left, x + bottom
            case 180:
                x, y = right - x, y + bottom
            case 270:
                x, y = right - y, top - x
            case _:
                x, y = x + left, top - y
        width, height = right - left, top - bottom
        if self._rotation in (90, 270):
            width, height = height, width
        across, down = self._turned(x, y, self._rotation)
        return across / (width or 1.0), down / (height or 1.0)

    def _turned(self, x: float, y: float, direction: int) -> tuple[float, float]:
        left, bottom, right, top = self._box
        match direction:
            case 90:
                return y - bottom, x - left
            case 180:
                return right - x, y - bottom
            case 270:
                return top - y, right - x
            case _:
                return x - left, top - y

    def words(self) -> tuple[list[Word], float, float]:
        """The words of the page; which share of its glyphs stand for no known letter, and which its fonts do not tell.

        The first share counts the signs of symbol fonts too, of which lists have some; the second only what a font
        draws and does not name, or names by letters that no word has together.
        """
        glyphs = list(self._glyphs())
        unknown = sum(
            g.text[0] == "\ufffd" or unicodedata.category(g.text[0]) in ("Co", "Cn") for g in glyphs
        )
        untold = self._untold + sum(g.text[0] == "\ufffd" for g in glyphs)
        words = [word for line in _base_lines(glyphs) for word in _words_of(line)]
        mixed = sum(len(word.text) for word in words if _MIXED.search(word.text))
        drawn = len(glyphs) + self._untold
        return words, unknown / len(glyphs) if glyphs else 0.0, (untold + mixed) / drawn if drawn else 0.0

    def _glyphs(self) -> Iterator[_Glyph]:
        """The glyphs and blanks that the file itself has, without text that stands across the page.

        A mark that is drawn over the letter before it is one glyph with it.
        """
        box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        x, y = ctypes.c_double(), ctypes.c_double()
        last: _Glyph | None = None
        for index in range(self._text.count_chars()):
            code = raw.FPDFText_GetUnicode(self._text, index)
            text = "-" if chr(code) in _LINE_END_HYPHENS else chr(code)
            if code < _FIRST_SIGN and text != "-" and self._is_drawn(index):
                self._untold += 1
            if text in "\r\n\0" or raw.FPDFText_IsGenerated(self._text, index) == 1:
                continue
            if last is not None and unicodedata.combining(text):
                last = replace(last, text=last.text + text)
                continue
            raw.FPDFText_GetMatrix(self._text, index, matrix)
            if _direction(matrix) != self._direction:
                continue
            raw.FPDFText_GetLooseCharBox(self._text, index, box)
            raw.FPDFText_GetCharOrigin(self._text, index, x, y)
            corners = self.shown(box.left, box.bottom), self.shown(box.right, box.top)
            left, right = sorted((corners[0][0], corners[1][0]))
            size = raw.FPDFText_GetFontSize(self._text, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
            if last is not None:
                yield last
            last = _Glyph(text, left, right, self.shown(x.value, y.value)[1], size or 1.0)
        if last is not None:
            yield last

    def _is_drawn(self, index: int) -> bool:
        """Whether a character that is none leaves ink on the page."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if raw.FPDFText_IsGenerated(self._text, index) == 1:
            return False
        known = raw.FPDFText_GetCharBox(self._text, index, left, right, bottom, top)
        return bool(known) and right.value - left.value > 0 and top.value - bottom.value > 0

    def rulings(self) -> list[Ruling]:
        """The straight lines that are drawn on the page, thin rectangles among them."""
        found: list[Ruling] = []
        for path in self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
            left, bottom, right, top = path.get_bounds()
            corners = self.shown(left, bottom), self.shown(right, top)
            xs, ys = sorted((corners[0][0], corners[1][0])), sorted((corners[0][1], corners[1][1]))
            if min(xs[1] - xs[0], ys[1] - ys[0]) <= _THIN:
                found.append(Ruling(xs[0], ys[0], xs[1], ys[1]))
            elif _is_stroked(path):
                found += self._sides(path)
            if len(found) > _MOST_SEGMENTS:
                break
        return found

    def _sides(self, path: pdfium.PdfObject) -> Iterator[Ruling]:
        """The horizontal and vertical sides of a drawn figure."""
        matrix = path.get_matrix()
        x, y = ctypes.c_float(), ctypes.c_float()
        begin = last = (0.0, 0.0)
        for index in range(min(raw.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
            segment = raw.FPDFPath_GetPathSegment(path, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = self.shown(*matrix.on_point(x.value, y.value))
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                begin = point
            elif kind == raw.FPDF_SEGMENT_LINETO:
                yield from _side(last, point)
            if raw.FPDFPathSegment_GetClose(segment):
                yield from _side(point, begin)
            last = point

    def has_pictures(self) -> bool:
        """Whether the page shows a picture."""
        return any(True for _ in self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _direction(matrix: raw.FS_MATRIX) -> int:
    """Into which of four directions text runs, in degrees."""
    return round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) % 4 * 90


def _side(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Ruling]:
    xs, ys = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if min(xs[1] - xs[0], ys[1] - ys[0]) < 1.0:
        yield Ruling(xs[0], ys[0], xs[1], ys[1])


def _is_stroked(path: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)


def _base_lines(glyphs: Sequence[_Glyph]) -> Iterator[list[_Glyph]]:
    """The glyphs of each height from left to right: files draw the letters of a second font after all others."""
    line: list[_Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: g.base):
        if line and glyph.base - line[0].base > _SAME_BASE * max(glyph.size, line[0].size):
            yield sorted(line, key=lambda g: g.left)
            line = []
        line.append(glyph)
    if line:
        yield sorted(line, key=lambda g: g.left)


def _words_of(line: Sequence[_Glyph]) -> Iterator[Word]:
    """The words of a line: white between glyphs parts them, more than a little where the file has no blank there."""
    current: list[_Glyph] = []
    blank: _Glyph | None = None
    for glyph in line:
        if glyph.text.isspace():
            blank = glyph
            continue
        if current:
            before = current[-1]
            if glyph.text == before.text and glyph.left - before.left < _TWICE * glyph.size:
                continue  # drawn twice to look bold
            size = max(before.size, glyph.size)
            after_blank = blank is not None and glyph.left - blank.left > _BLANK_GAP * size
            if after_blank or glyph.left - before.right > _WORD_GAP * size:
                yield from _word(current)
                current = []
        current.append(glyph)
        blank = None
    yield from _word(current)


def _word(glyphs: list[_Glyph]) -> Iterator[Word]:
    """The word that glyphs make, without a raised number at its end."""
    if not glyphs:
        return
    size, base = glyphs[0].size, glyphs[0].base
    kept = [
        glyph
        for glyph in glyphs
        if not (glyph.text.isdigit() and glyph.size < _SMALL * size and base - glyph.base > _RAISED * size)
    ]
    if len(glyphs) > 1 and glyphs[0].text.isdigit() and glyphs[-1].size * _SMALL > size:
        base, size = glyphs[-1].base, glyphs[-1].size  # a footnote begins with its raised number
    text = "".join(glyph.text for glyph in kept)
    yield Word(text, kept[0].left, max(glyph.right for glyph in kept), base, size)
