"""One spelling for what is written in many: the form of a text in which the rules of the grammar look for words.

"hoà" and "hòa", composed and decomposed letters, a Cyrillic у inside "ngày", four kinds of dash are different strings
and the same Vietnamese. `normalise` mends what is no difference to a reader and remembers where everything stood;
`matching_form` also removes case and spelling variants, letter for letter, so that places stay true; `fold`
removes all marks. Old encodings are `legacy`'s work, letters that a scanner confused `ocr`'s.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from calendars.grammar.legacy import convert, detect, detect_viqr, fix_legacy

__all__ = [
    "Normalised",
    "fix_legacy",
    "fold",
    "fold_word",
    "is_unaccented",
    "matching_form",
    "normalise",
    "unmarked_form",
]

_LATIN_OF = str.maketrans(
    "авеёкмнорстухіѕјһԁԛԝАВЕКМНОРСТУХІЅЈᴠᴡᴢᴏᴄᴜɡɑıðÐƉɖ",
    "aBeëKMHopcTyxisjhdqwABEKMHOPCTYXISJvwzocugaiđĐĐđ",
)
_LOOK_ALIKE = re.compile(f"[{''.join(map(chr, _LATIN_OF))}]")
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỹ]")
_WORD = re.compile(r"[^\W\d_]+")

_SIGNS = str.maketrans(
    "‐‑‒–—―−﹣－’‘′ʹ´`ʼ＇“”„«»＂İ\u2044",
    "---------''''''''\"\"\"\"\"\"I/",
)
_SIGN = re.compile(f"[{''.join(map(chr, _SIGNS))}]")

_INVISIBLE = "\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e"
_MARK = "\u0300-\u036f"
_ODD = re.compile(
    rf"[\s{_INVISIBLE}]{{2,}}|[^\S ]|[{_INVISIBLE}]"  # spaces of every kind, and what is not seen
    rf"|[^\s{_MARK}][{_MARK}]+|[{_MARK}]+"  # letters written apart from their marks
    "|[\uff01-\uff5e\U0001d400-\U0001d7ff]"  # full-width forms and mathematical bold
)
_SPACES = "\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_ODD_HINT = re.compile(f"[{_SPACES}{_MARK}{_INVISIBLE}\uff01-\uff5e\U0001d400-\U0001d7ff]")
"""What any of these must have, but for two spaces; one class of letters is quick to look for."""
_MOST_MARKS = 4  # no letter bears more; what follows is noise, and sorting it would take quadratic time
_SHAPES = "\u0302\u0306\u031b"  # hat, breve, horn: part of the letter, so they go before the tone


_PLAIN = re.compile("[ -_a-~áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíỉĩịóỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĐ]*")
"""Text in which there is nothing to mend; without ì and ò, which also stand in text of old encodings."""
_PAIR_OF_VNI = re.compile("[àáâéêù](?<=[aeAE].|[yY]ù|[oO]â)")
"""The letters of "tuaàn", "thaùng", of which each alone is sound; no syllable has both side by side."""


class Normalised(NamedTuple):
    """A text in one spelling, and where its pieces stood in the text as given.

    Each map is a pair of equally long lists: places in the newer text and the places they had before.
    """

    text: str
    maps: tuple[tuple[list[int], list[int]], ...] = ()

    def origin(self, place: int) -> int:
        """The place in the text as given of a place in this text (0 to its length)."""
        for here, there in reversed(self.maps):
            index = bisect_right(here, place) - 1
            moved = there[index] + place - here[index]
            place = min(moved, there[index + 1]) if index + 1 < len(there) else moved
        return place


def normalise(text: str) -> Normalised:
    """`text` with old encodings read, letters composed, look-alikes replaced, runs of spaces made one space.

    Line breaks are spaces here. Dashes become "-", primes and apostrophes "'", quotation marks '"'; case stays.
    """
    ascii_only = text.isascii()
    encoding = detect_viqr(text) if ascii_only else None
    if (
        encoding is None
        and _PLAIN.fullmatch(text) is not None
        and "  " not in text
        and (ascii_only or _PAIR_OF_VNI.search(text) is None)
    ):
        return tuple.__new__(Normalised, (text, ()))  # nearly every line: half the time of the call
    maps: list[tuple[list[int], list[int]]] = []
    encoding = encoding or (None if ascii_only else detect(text))
    if encoding is not None:
        text, places = convert(text, encoding)
        maps.append(_map(places))
    if "  " in text or _ODD_HINT.search(text) is not None:
        text, places = _mend(text)
        maps.append(_map(places))
    if not text.isascii():
        if _SIGN.search(text):
            text = text.translate(_SIGNS)
        if _LOOK_ALIKE.search(text):
            text = _WORD.sub(_with_latin_letters, text)
    elif "`" in text:
        text = text.replace("`", "'")
    return Normalised(text, tuple(maps))


def _map(places: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [0, *(here for here, _ in places)], [0, *(there for _, there in places)]


def _mend(text: str) -> tuple[str, list[tuple[int, int]]]:
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    done = length = 0
    for found in _ODD.finditer(text):
        mended = _mended(found[0])
        if mended == found[0]:
            continue
        pieces += (text[done : found.start()], mended)
        length += found.start() - done
        places.append((length, found.start()))
        length += len(mended)
        done = found.end()
        places.append((length, done))
    pieces.append(text[done:])
    return "".join(pieces), places


def _mended(odd: str) -> str:
    first = odd[0]
    if first.isspace() or (len(odd) > 1 and not first.isalnum() and any(map(str.isspace, odd))):
        return " "
    if unicodedata.category(first) == "Cf":
        return " " if any(map(str.isspace, odd)) else ""
    if unicodedata.combining(first):
        return ""
    if len(odd) == 1:
        return unicodedata.normalize("NFKC", odd)
    letters = unicodedata.normalize("NFD", odd[: 1 + _MOST_MARKS])
    marks = sorted(letters[1:], key=lambda mark: mark not in _SHAPES)
    composed = unicodedata.normalize("NFC", letters[0] + "".join(marks))
    return unicodedata.normalize("NFKC", composed) if first >= "\uff01" else composed


def _with_latin_letters(word: re.Match[str]) -> str:
    letters = word[0].translate(_LATIN_OF)
    if letters == word[0] or not any(_LATIN.match(letter) and letter not in "ðÐ" for letter in word[0]):
        return word[0]
    return letters.lower() if word[0][1:].islower() and letters[0].islower() else letters


def _tone_places() -> dict[str, str]:
    """Old and mistaken places of a tone in oa, oe, uy, each to the new one."""
    rows = (("òóỏõọ", "o", "a", "àáảãạ"), ("òóỏõọ", "o", "e", "èéẻẽẹ"), ("ùúủũụ", "u", "y", "ỳýỷỹỵ"))
    return {
        first + second: bare + toned
        for firsts, bare, second, toneds in rows
        for first, toned in zip(firsts, toneds, strict=True)
    }


_TONE_PLACE = _tone_places()
_WORD_VARIANT = {
    "hàng": "hằng", "bẩy": "bảy", "mồng": "mùng", "kì": "kỳ", "kỉ": "kỷ", "quí": "quý", "qui": "quy", "quĩ": "quỹ",
    "giửa": "giữa", "tuàn": "tuần", "rời": "dời", "nhựt": "nhật", "xáng": "sáng", "đén": "đến", "đên": "đến",
}  # fmt: skip
_LATE_TONE = {"hiêù": "hiều", "hơì": "hời", "buôỉ": "buổi", "tôí": "tối"}
"""In words of time a tone typed one letter too late: chiêù, thơì gian."""


def _variants() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds the variants, and by what it finds of them what they become.

    Each is found from the first letter on that is another, if that bears a mark: few letters of a text do, so the
    search passes by all others.
    """
    rest = ["[ae](?<=[òóỏõọ].)", "y(?<=[ùúủũụ].)"]
    canonical = dict(_TONE_PLACE)
    begins = set("òóỏõọùúủũụ")
    for variant, word in (_WORD_VARIANT | _LATE_TONE).items():
        place = next(index for index, letter in enumerate(variant) if letter != word[index])
        if variant[place].isascii():
            place = 0
        whole = rf"(?<![^\W\d_]{variant})(?![^\W\d_])" if variant in _WORD_VARIANT else ""
        rest.append(rf"{variant[place + 1 :]}(?<={variant}){whole}")
        begins.add(variant[place])
        canonical[variant[place:]] = word[place:]
    return re.compile(f"[{''.join(sorted(begins))}](?:{'|'.join(rest)})"), canonical


_VARIANT, _CANONICAL = _variants()


def matching_form(text: str) -> str:
    """A normalised text in lower case, tones in one place, spelling variants as one; places do not move.

    Reference section E.2. The same is done to the words inside patterns, so a rule may be written either way.
    """
    lower = text.lower()
    return lower if lower.isascii() else _VARIANT.sub(_canonical, lower)


_MONG = re.compile(r"\bmong(?= (?:\d|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)\b)")


def unmarked_form(matching: str) -> str:
    """A text in matching form that was typed without marks, "mong 5" (mồng) as "mung 5"; places do not move.

    Without its marks the word is many others, so a number must follow.
    """
    return _MONG.sub("mung", matching)


def _canonical(variant: re.Match[str]) -> str:
    return _CANONICAL[variant[0]]


def _bare_letters() -> dict[int, str]:
    table = {ord("đ"): "d", ord("Đ"): "d"}
    for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)):
        bare = unicodedata.normalize("NFD", chr(code))[0]
        if bare.isascii():
            table[code] = bare.lower()
    return table


_BARE = _bare_letters()
_ANY_MARK = re.compile(f"[{_MARK}]+")


def fold(text: str) -> str:
    """`text` in lower case without any mark (đ is d): for likeness, for searching, for text typed without marks.

    A composed text keeps its length.
    """
    if not text.isascii():
        text = _ANY_MARK.sub("", text).translate(_BARE)
    return text.lower()


@lru_cache(maxsize=2048)
def fold_word(word: str) -> str:
    """The same of a word of a rule: these are few, and said again and again."""
    return fold(word)


_MARKED_WORD = re.compile(r"[à-öø-ỹđ][^\W\d_]*")
_FEW = 0.02  # share of words with marks below which a long text counts as typed without them (reference E.3)
_LONG = 20  # words


def is_unaccented(matching: str) -> bool:
    """Whether a text in matching form was typed without Vietnamese marks (names and slips apart)."""
    if matching.isascii() or _MARKED_WORD.search(matching) is None:
        return True
    enough = _FEW * (len(matching) // 2 + 1)  # of so many letters no more words can be made
    if enough <= 1:
        return False
    marked = len(list(islice(_MARKED_WORD.finditer(matching), int(enough) + 1)))
    if marked >= enough:
        return False
    words = len(_WORD.findall(matching))
    return words > _LONG and marked < _FEW * words
