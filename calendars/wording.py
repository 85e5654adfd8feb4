"""The words that a person gives what is on the calendar: how long they may be, and what may stand in them.

Feeds, messages and pages repeat a title a thousand times, so it has bounds; a document's words stay as they were read,
and only what somebody types is held to them. What is hard is not to refuse a change of the place because a document
gave a title that nobody would type: words that stay as they stood are not looked at.
"""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from calendars.errors import UnusableWords

LONGEST: Mapping[str, int] = MappingProxyType(
    {"title": 500, "location": 300, "chair": 300, "attendees": 2_000, "prepared_by": 500, "note": 4_000}
)
"""How many letters each text may have."""
OF_LINES = ("attendees", "note")
"""The texts that may have several lines."""
_TURNING = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "title": "the title",
        "location": "the place",
        "chair": "the chair",
        "attendees": "the list of attendees",
        "prepared_by": "the preparing unit",
        "note": "the note",
    }
)


class Worded(Protocol):
    """An event or an entry."""

    @property
    def title(self) -> str:
        """What it is called."""


def tidied(field: str, text: str, old: str | None = None) -> str | None:
    """What was typed, as it is kept: in one line where the field has but one; None where nothing is left of it.

    old: what stands there; where that was sent back it stays, letter by letter.
    """
    if text == old:
        return old
    lines = text.splitlines() if field in OF_LINES else [text]
    return "\n".join(" ".join(line.split()) for line in lines).strip() or None


def check_words(new: Worded, old: Worded | None = None) -> None:
    """UnusableWords where a text of `new` is none that can be taken; what stands so in `old` already can."""
    for field, longest in LONGEST.items():
        text = getattr(new, field)
        if old is not None and text == getattr(old, field):
            continue
        if not text or not text.strip():
            if field == "title":
                raise UnusableWords(field, f"{NAMES[field]} must not be empty")
            continue
        if len(text) > longest:
            raise UnusableWords(field, f"{NAMES[field]} has {len(text)} letters; it may have {longest}")
        if strange := next(filter(_is_unseen, text), ""):
            raise UnusableWords(
                field,
                f"{NAMES[field]} holds a character that nobody sees, U+{ord(strange):04X}: type it anew",
            )


def straight(text: str) -> str:
    """The text without marks of direction, which would turn what stands around it (UAX 9 section 2).

    Letters that run from right to left stay. It is for where nothing else can keep texts apart, as in a subject.
    """
    return text if text.isprintable() else text.translate(_TURNING)


def _is_unseen(letter: str) -> bool:
    return letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs")
