"""Names of which one is written with initials and the other in full: "Đại hội TDTT", "Đại hội Thể dục thể thao".

Any words of a name may be shortened so, thus no table tells them: a run of words whose first letters are the capitals
that stand in the other name is what these stand for.
"""

import re
from functools import lru_cache

from calendars.layouts.words import fold

_CAPITALS = re.compile(r"(?<!\w)[A-ZĐ](?:&?[A-ZĐ]){1,7}(?!\w)")
_WORDS = re.compile(r"[^\W\d_]+")
_JOINS = ("va", "&")


def written_alike(one: str, other: str) -> tuple[str, str]:
    """Both names, each with those words as initials that the other writes so."""
    return _shortened(one, other), _shortened(other, one)


def _shortened(text: str, by: str) -> str:
    for found in _capitals(by):
        if found not in text:
            text = _with_initials(text, found)
    return text


@lru_cache(maxsize=1024)
def _capitals(name: str) -> tuple[str, ...]:
    """The initials in a name; a notice compares each of its names with all others."""
    return () if name.isupper() else tuple(_CAPITALS.findall(name))


def _with_initials(text: str, capitals: str) -> str:
    wanted = fold(capitals.replace("&", ""))
    words = [found for found in _WORDS.finditer(text) if fold(found[0]) not in _JOINS]
    firsts = "".join(fold(found[0])[0] for found in words)
    place = firsts.find(wanted)
    if place < 0:
        return text
    begin, end = words[place].start(), words[place + len(wanted) - 1].end()
    return text[:begin] + capitals + text[end:]
