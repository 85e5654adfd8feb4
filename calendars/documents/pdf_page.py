"""One page of a PDF file as words and ruling lines, in points from its top left corner as the page is shown.

A PDF holds glyphs at places, not text: words are made from the distances between glyphs, since spaces are often missing
or stand inside words. Raised digits after a word are footnote marks and are left out, so that "2023¹" stays a year.
"""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from calendars.documents.page_tables import Ruling
from calendars.documents.page_words import Word

_WORD_GAP = 0.22  # of the size: white between glyphs that is a space, where the file has none
_GENERATED_GAP = 0.12  # the same where the library supposes one
_RAISED = 0.2  # of the size
_SMALL = 0.8  # of the size of the letters before
_THIN = 3.0  # points: a path so thin is a line
_MOST_SEGMENTS = 20_000
_SAMPLE = 300  # glyphs by which the direction of a page is told
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
        return seen.most_common(1)[0][0] if seen else self._page.get_rotation()

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file's coordinates from the top left corner of the page as it reads."""
        left, bottom, right, top = self._box
        match self._direction:
            case 90:
                return y - bottom, x - left
            case 180:
                return right - x, y - bottom
            case 270:
                return top - y, right - x
            case _:
                return x - left, top - y

    def words(self) -> tuple[list[Word], float]:
        """The words of the page, and which share of its glyphs stand for no letter that is known."""
        words: list[Word] = []
        current: list[_Glyph] = []
        glyphs = unknown = 0
        for glyph, generated in self._glyphs():
            if glyph is None or glyph.text.isspace():
                if not (generated and current and glyph is not None and self._close(current[-1], glyph)):
                    words += _word(current)
                    current = []
                continue
            glyphs += 1
            unknown += glyph.text == "\ufffd" or unicodedata.category(glyph.text) in ("Co", "Cn")
            if current and not _follows(current[-1], glyph):
                words += _word(current)
                current = []
            current.append(glyph)
        words += _word(current)
        return words, unknown / glyphs if glyphs else 0.0

    @staticmethod
    def _close(before: _Glyph, space: _Glyph) -> bool:
        return (
            space.right - before.right < _GENERATED_GAP * before.size and abs(space.base - before.base) < 0.1
        )

    def _glyphs(self) -> Iterator[tuple[_Glyph | None, bool]]:
        """Each glyph with whether the library supposes it; None where a line ends or text stands across the page."""
        box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(self._text.count_chars()):
            code = raw.FPDFText_GetUnicode(self._text, index)
            generated = raw.FPDFText_IsGenerated(self._text, index) == 1
            text = "-" if chr(code) in _LINE_END_HYPHENS else chr(code)
            if text in "\r\n\0":
                yield None, generated
                continue
            raw.FPDFText_GetLooseCharBox(self._text, index, box)
            raw.FPDFText_GetCharOrigin(self._text, index, x, y)
            raw.FPDFText_GetMatrix(self._text, index, matrix)
            if not generated and _direction(matrix) != self._direction:
                yield None, generated
                continue
            corners = self.shown(box.left, box.bottom), self.shown(box.right, box.top)
            left, right = sorted((corners[0][0], corners[1][0]))
            size = raw.FPDFText_GetFontSize(self._text, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
            base = self.shown(x.value, y.value)[1]
            if generated:
                left = right
            yield _Glyph(text, left, right, base, size or 1.0), generated

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


def _follows(before: _Glyph, glyph: _Glyph) -> bool:
    """Whether a glyph belongs to the word of the one before it."""
    if unicodedata.combining(glyph.text):
        return True
    gap = glyph.left - before.right
    size = max(before.size, glyph.size)
    return -0.6 * size < gap < _WORD_GAP * size and abs(glyph.base - before.base) < 0.5 * size


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
