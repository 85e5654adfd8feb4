"""From the words of an item to a title as a person would write it in a calendar (reference section F.1).

Times, places and people have been cut out before; here leading verbs go ("Phối hợp tổ chức Hội thảo ..."), what
makes the title long goes in a fixed order, and the first letter becomes a capital. Names in quotation marks are
never cut.
"""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from calendars.layouts.words import fold
from calendars.reading.naming.trims import (
    FIRST,
    LAST,
    SECOND,
    SHORTENINGS,
    THIRD,
    may_trim,
    trim_named,
)
from calendars.reading.notices.title_tails import without_tail
from calendars.reading.spans import BLANKS, inside, quotations
from calendars.reading.words import item_words

LONGEST = 90

_TRAILING = f"{BLANKS},;:.-–/"
_WITH_WHOM = re.compile(r"^(?:(?:cùng|với)\s+)(?P<who>[^,:;]{2,60}?)\s+(?=tổ chức\b)", re.IGNORECASE)
_ORGANISES = re.compile(
    r"^[^.:;,]{2,120}?\s(?:tổ chức|triệu tập|tiến hành)\s+(?=\S)"
)  # "UBND xã tổ chức họp dân"
_AFTER_WORDS = 6
_SHORTEST = 15  # letters that are always left of a title


def title_of(text: str) -> str:
    """The title for words that hold neither time nor place nor people any more; "" where nothing is left."""
    text = _trimmed(_balanced(" ".join(text.split()).strip(" ,;:-–+*•")))
    text = _held_after(_without(FIRST, text))
    text = _without(SECOND, text)
    text = without_tail(text, has_head) or text
    text = _without_leads(_without(THIRD, text))
    text = _shortened(_without(LAST, text))
    text = _balanced(_trimmed(text))
    return text[:1].upper() + text[1:]


def _without(stage: AbstractSet[int], text: str) -> str:
    """The title without what a stage's trims cut off it, one after the other; it stays where nothing would be left."""
    for trim in may_trim(text, stage):
        rest = trim.pattern.sub("", text, count=1)
        if rest and rest != text and (not trim.heads or has_head(rest)):
            text = rest
    return text


def _shortened(text: str) -> str:
    """A title that is too long without what may go, the first that may first."""
    for pattern in SHORTENINGS:
        if len(text) <= LONGEST:
            break
        found = pattern.search(text)
        if found and found.start() > _SHORTEST and not inside(found.start() + 1, quotations(text)):
            text = (text[: found.start()] + text[found.end() :]).strip()
    return text


def _held_after(text: str) -> str:
    """What is held behind what it follows: "Sau lễ II họp Ban Hành giáo", "Sau giờ làm việc: họp công đoàn"."""
    words = text.split(" ", maxsplit=_AFTER_WORDS)
    if words[0].lower() != "sau":
        return text
    for first in (*range(3, len(words)), 2):
        rest = " ".join(words[first:])
        if not rest.startswith(("làm việc", "chào cờ")) and has_head(rest):
            return rest
    return text


def sends_somebody(text: str) -> bool:
    """Whether words say who is sent to something that is held ("cử cán bộ dự họp trù bị")."""
    found = trim_named("who-is-sent").pattern.match(text)
    return found is not None and has_head(text[found.end() :])


def held_in(sentence: str) -> str | None:
    """The title of what a sentence says is held or that people are invited to; None where it names no such thing."""
    title = title_of(sentence)
    if not has_head(title) and (found := _ORGANISES.match(title)):
        title = title_of(title[found.end() :])
    return title if has_head(title) else None


def is_change(text: str) -> bool:
    """Whether words say only that something changes ("chuyển sang", "hủy")."""
    return trim_named("change").pattern.fullmatch(f" {text.strip()}") is not None


def _without_leads(text: str) -> str:
    """The text from its head noun on, where only leading verbs and adverbs stand before it."""
    words = item_words()
    at = 0
    best = 0
    while at < len(text):
        if found := words["items.leads"].match_spelled(text, at):
            at = _skip(text, found.end())
            if at < len(text) and _head_at(text, at):
                best = at
            continue
        if found := _WITH_WHOM.match(text[at:]):
            at += found.end()
            continue
        break
    return text[best:]


def _head_at(text: str, at: int) -> bool:
    found = item_words()["items.heads"].match_spelled(text, at)
    return found is not None and found[0] != "du"


def _skip(folded: str, at: int) -> int:
    while at < len(folded) and not (folded[at].isalnum() or folded[at] in '"“('):
        at += 1
    return at


def _trimmed(text: str) -> str:
    """The text without the signs at its end, nor an "và" that nothing follows."""
    text = text.rstrip(_TRAILING)
    return text[:-2].rstrip() if text.endswith("và") and text[-3:-2].isspace() else text


def _balanced(text: str) -> str:
    """The text without a bracket that lost its partner."""
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")] if text.rindex("(") > 0.5 * len(text) else text.replace("(", "", 1)
    if text.count(")") > text.count("("):
        text = text.replace(")", "", 1)
    return text.strip(" ,;:-–")


@lru_cache(maxsize=1024)
def has_head(text: str) -> bool:
    """Whether the words begin, after leading verbs, with the name of something that is held."""
    heads = item_words()["items.heads"]
    text = text.strip(' -–+*•"“')
    return (
        heads.match_spelled(text) is not None
        or heads.match_spelled(_without_leads(text).strip(' -–+*•"“')) is not None
    )


def mentions_head(text: str) -> bool:
    """Whether the name of something that is held stands anywhere in the words."""
    heads = item_words()["items.heads"]
    return any(
        found[0] != "du" and heads.match_spelled(text, found.start()) is not None
        for found in heads.all(fold(text))
    )
