"""Text whose letters were decoded wrongly: TCVN3 and VNI fonts, Windows-1258, UTF-8 read as Western.

Files made before about 2010, and PDF files with the fonts of that time, hold Vietnamese as bytes of a
single-byte font; read as Western text they look like `ngµy 24 th¸ng 11`. The hard part is not to convert what
is already right: every candidate is measured by how many of its marked words are spelt as Vietnamese
syllables, and only a clear lead counts. Bytes are not met here (that is `documents`' work), and it must run
before anything removes soft hyphens: in TCVN3 they are the letter ư.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import filterfalse

from calendars.encodings import TCVN3_LETTERS, VIQR_CODES, VIQR_HINT, VNI_LETTERS, viqr_letter
from calendars.grammar.syllables import is_syllable

_WINDOWS_1258 = {
    **dict(zip("ÌÒÞìò", "\u0300\u0309\u0303\u0301\u0323", strict=True)),
    **dict(zip("ðÐãÃõÕýÝ", "đĐăĂơƠưƯ", strict=True)),
}


def _with_capitals(small: Mapping[str, str]) -> dict[str, str]:
    """The letters of a table of small ones, and what their capitals are written as: "AØ" and "Aø" are both À."""
    capitals = {code.upper(): letter.upper() for code, letter in small.items()}
    titled = {code[0].upper() + code[1:]: letter.upper() for code, letter in small.items() if len(code) == 2}
    return {**small, **capitals, **titled}


@dataclass(frozen=True, slots=True)
class Encoding:
    """A way of reading wrongly decoded text: its name, what to look for, and what each find stands for."""

    name: str
    codes: re.Pattern[str]
    letter: Callable[[str], str]


def _by_table(name: str, letters: Mapping[str, str]) -> Encoding:
    longest_first = sorted(letters, key=lambda code: (-len(code), code))
    return Encoding(name, re.compile("|".join(map(re.escape, longest_first))), letters.__getitem__)


def _utf8(found: str) -> str:
    for western in ("cp1252", "latin-1"):
        try:
            return found.encode(western).decode("utf-8")
        except UnicodeError:
            continue
    return found


_CONTINUATION = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # 0x80-0xBF, and what cp1252 makes of them

ENCODINGS = (
    _by_table("TCVN3", TCVN3_LETTERS),
    _by_table("VNI", _with_capitals(VNI_LETTERS)),
    Encoding(
        "UTF-8 read as Western",
        re.compile(f"[Â-ß]{_CONTINUATION}|[à-ï]{_CONTINUATION}{{2}}"),
        _utf8,
    ),
    _by_table("Windows-1258 read as Western", _WINDOWS_1258),
)

VIQR = Encoding("VIQR", VIQR_CODES, viqr_letter)
_SUSPICIOUS = re.compile("[\u00a1-\u00bf\u00adÄ-ÇËÎ-ÒÖ-ØÛÜÞßä-çìëîïñò÷øûüþÿðöÌ]")
_OUT_OF_SYLLABLE = re.compile("[À-Þàáâãèéêõùú](?<=[a-z][À-Þ]|[aeAE].|o[âõùú]|O[ÂÕÙÚ]|yù|YÙ)")
"""A capital inside a word, or two vowels that no syllable has side by side: "tuaàn" by VNI is "tuần"."""
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[^\x00-\x7f]")
_OUT_OF_PLACE = re.compile("[\u00a1-\u00bf\u00ad×÷]")
_SURE_WORDS = 2
_LONGEST_SAMPLE = 20_000  # letters; enough to measure a document by, and keeps detection cheap


def detect(text: str) -> Encoding | None:
    """The encoding by which `text` becomes Vietnamese, None where it already is, or is not Vietnamese at all."""
    if text.isascii() or (_SUSPICIOUS.search(text) is None and _OUT_OF_SYLLABLE.search(text) is None):
        return None
    sample = text[:_LONGEST_SAMPLE]
    if _is_sound(sample):
        return None
    plain = _merit(sample)
    merits = [(_merit(convert(sample, encoding)[0]), encoding) for encoding in ENCODINGS]
    merit, best = max(merits, key=lambda pair: pair[0])
    return best if merit > max(plain, 0) and merit - plain >= 2 else None


def detect_viqr(text: str) -> Encoding | None:
    """VIQR, where a text in plain letters has at least two words that are Vietnamese by it and none that is not."""
    if VIQR_HINT.search(text) is None:
        return None
    sample = convert(text[:_LONGEST_SAMPLE], VIQR)[0]
    marked = [word for word in _WORD.findall(sample) if not word.isascii()]
    return VIQR if len(marked) >= _SURE_WORDS and all(map(is_syllable, marked)) else None


def _is_sound(text: str) -> bool:
    """Whether every marked word is a syllable already: the letters ì and ò also stand in most sound text."""
    marked = filterfalse(str.isascii, _WORD.findall(text))
    return _OUT_OF_PLACE.search(text) is None and all(map(is_syllable, marked))


def _merit(text: str) -> int:
    """Marked words that are Vietnamese syllables less those that are not.

    Letters of the old tables that are no letters in Unicode (µ ¸ © and the like) count as two faults of their own.
    """
    merit = 0
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        if _MARKED.search(word):
            merit += 1 if is_syllable(word) else -1
    return merit - 2 * len(
        re.findall("(?<=[A-Za-z])[\u00a1-\u00bf\u00ad×÷]|[\u00a1-\u00b9\u00ad×÷](?=[a-zÀ-Þ])", text)
    )


def convert(text: str, encoding: Encoding) -> tuple[str, list[tuple[int, int]]]:
    """The text in `encoding`'s letters, and where each changed piece begins: (place in the result, place in `text`).

    The places are such that what lies between two of them has the same length in both, but for the piece itself.
    """
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    done = length = 0
    for found in encoding.codes.finditer(text):
        letter = encoding.letter(found[0])
        pieces += (text[done : found.start()], letter)
        length += found.start() - done
        places.append((length, found.start()))
        length += len(letter)
        done = found.end()
        places.append((length, done))
    pieces.append(text[done:])
    return "".join(pieces), places


def fix_legacy(text: str) -> tuple[str, str | None]:
    """Text in an old Vietnamese encoding as Unicode, with the encoding's name; other text as it is, with None.

    Reference section E.4. Text that lost its letters ("ng?y") cannot be recovered and is returned as it is.
    """
    encoding = detect_viqr(text) if text.isascii() else detect(text)
    if encoding is None:
        return text, None
    return unicodedata.normalize("NFC", convert(text, encoding)[0]), encoding.name
