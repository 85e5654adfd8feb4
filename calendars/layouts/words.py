"""The words by which offices label the parts of a document, kept as data in `words.toml`.

What is hard is that the same word is typed with and without diacritics, with either tone placement and in
capitals: all comparison is by `fold`, which keeps the length of a text, so that places found in the folded text
hold in the text itself. What the words mean for an entry is left to `reading`, whose own words stand in
`reading/words.toml`.
"""

import re
import tomllib
import unicodedata
from codecs import charmap_build, charmap_decode, charmap_encode
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


def _folding() -> dict[int, str]:
    table = {ord("đ"): "d", ord("Đ"): "d", ord("ð"): "d", ord("Ð"): "d", ord("\N{KELVIN SIGN}"): "k"}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[code] = base.lower()
    return table


_FOLDING = _folding()
_LONGEST_PHRASE = 120  # letters, with what white space may stand in it


# Nearly every text is written in the letters of one byte below, and what Python calls a character map turns these into
# bytes, and bytes into folded letters, in a tenth of the time that `translate` takes.
_MARKED = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"
_WRITTEN = (
    "\0\t\n\r" + "".join(map(chr, range(32, 127))) + _MARKED + _MARKED.upper() + "–—“”‘’…•·°×½²§«»ð\xa0"
).ljust(256, "\ufffe")
_TO_BYTES = charmap_build(_WRITTEN)
_FROM_BYTES = _WRITTEN.translate(_FOLDING)


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Lower case without diacritics, character for character: the result is as long as `text` (which must be NFC)."""
    if text.isascii():
        return text.lower()
    try:
        return charmap_decode(charmap_encode(text, "strict", _TO_BYTES)[0], "strict", _FROM_BYTES)[0]
    except UnicodeEncodeError:  # a letter of another language
        return text.translate(_FOLDING)


@lru_cache(maxsize=1024)
def lowered(text: str) -> str:
    """Lower case, remembered as what `fold` gives is: a dozen rules look for their words in the same text."""
    return text.lower()


def _spelling(text: str) -> tuple[str, str]:
    """A word by its letters and its marks, wherever in the word the tone is written ("hòa" and "hoà")."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d\N{COMBINING SHORT STROKE OVERLAY}"))
    marks = "".join(sorted(c for c in letters if unicodedata.combining(c)))
    return "".join(c for c in letters if not unicodedata.combining(c)), marks


def _whole(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some folded phrases, whole, the longest first.

    Each choice begins with a letter, by which a search passes quickly over where none of them can begin.
    """
    behind: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        behind.setdefault(phrase[0], []).append(re.escape(phrase[1:]).replace(r"\ ", r"\s+"))
    each = (rf"{re.escape(first)}(?<![^\W_].)(?:{'|'.join(rest)})" for first, rest in sorted(behind.items()))
    return re.compile(rf"(?:{'|'.join(each) or '(?!)'})(?![^\W_])")


class Phrases:
    """A set of phrases, found whole, the longest first, in folded text."""

    def __init__(self, phrases: list[str]) -> None:
        self._spellings = {_spelling(phrase) for phrase in phrases}
        self._pattern = _whole({fold(phrase) for phrase in phrases})
        # Asked so often that a call of Python's own for each would be felt.
        self.search = self._pattern.search
        """The first place in a folded text, at or after a second argument, where a phrase stands."""
        self.match = self._pattern.match
        """The phrase that stands exactly at the beginning of a folded text, or at a second argument."""

    def without(self, folded: str) -> str:
        """The folded text without the phrases, with one space between what is left."""
        return " ".join(self._pattern.sub(" ", folded).split())

    def fullmatch(self, folded: str) -> bool:
        """Whether the whole text is one of the phrases."""
        return self._pattern.fullmatch(folded) is not None

    def match_spelled(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The phrase at `start` of a text that is not folded, told from others that fold alike ("họp" and "hợp").

        Two words and more are hardly ever mistaken, and text without diacritics cannot tell: there folding decides.
        """
        # What a phrase may look at: a whole document may stand behind it, and is not folded for each of its lines.
        near = start + _LONGEST_PHRASE
        found = self._pattern.match(fold(text[:near]), start)
        if found is None or " " in found[0] or text.isascii():
            return found
        return found if _spelling(text[slice(*found.span())]) in self._spellings else None

    def search_spelled(self, text: str) -> re.Match[str] | None:
        """The first place in a text that is not folded where a phrase stands, told from words that fold alike.

        See `match_spelled`: "chỉ huy" does not say "hủy".
        """
        for found in self._pattern.finditer(fold(text)):
            if self.match_spelled(text, found.start()) is not None:
                return found
        return None

    def all(self, folded: str) -> list[re.Match[str]]:
        """Every place where a phrase stands."""
        return list(self._pattern.finditer(folded))


class Vocabulary(dict[str, Phrases]):
    """The phrases of one words file by "table.name", made when first asked for; KeyError for a name that it has not."""

    def __init__(self, package: str) -> None:
        super().__init__()
        text = files(package).joinpath("words.toml").read_text("utf-8")
        self._tables: dict[str, Any] = tomllib.loads(text)

    def raw(self, path: str) -> Any:
        """The value as the file has it."""
        value: Any = self._tables
        for name in path.split("."):
            value = value[name]
        return value

    def names(self, table: str) -> tuple[str, ...]:
        """The names of the lists in a table, in the order of the file."""
        return tuple(name for name, value in self.raw(table).items() if isinstance(value, list))

    def __missing__(self, path: str) -> Phrases:
        self[path] = Phrases(self.raw(path))
        return self[path]


@cache
def layout_words() -> Vocabulary:
    """The words of `layouts/words.toml`, read once."""
    return Vocabulary("calendars.layouts")
