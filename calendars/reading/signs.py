"""Signs in an entry and in what it was read from that a time or a title was guessed.

They are looked for when all entries are made, since an hour that one of them did not take may be another's. Each
weight is a round share of entries that were wholly right among those with the sign, over labelled documents, though
their confidence said more than 0.9: half of the stretches of days with a half of the day, nine of ten of the others.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from calendars.marks import Category, Status
from calendars.programme import Entry
from calendars.times import DayPart
from calendars.when import Day, Days, Span

_CLOCK = re.compile(  # begins with its figure, which lets the search skip where there is none
    r"\d(?<![\d/].)(?<=(?=(?P<hour>2[0-3]|[01]?\d)\s?(?:h(?!a)|g(?!\w{2})|giờ)\s?(?:[0-5]\d)?(?![\w/])).)"
)
_DOUBTS = ("dự kiến", "chờ", "có thể", "chưa chốt")
_DOUBT = re.compile(rf"\b(?:{'|'.join(_DOUBTS)})\b", re.IGNORECASE)
_SECOND = 12  # hours
_SIGN = 0.9
_HALF_OF_DAYS = 0.7


def with_signs_of_guessing(entries: Sequence[Entry], *, notice: bool) -> tuple[Entry, ...]:
    """The entries, less sure where something of what they were read from seems to be left.

    notice: whether the paper is one of change, in which an old time and what is called off are what it is about.
    """
    taken: dict[tuple[int, str | None], set[int]] = defaultdict(set)
    for entry in entries:
        hours = entry.when.hours
        told = {each.hour for each in (hours.start, hours.end) if isinstance(each, time)}
        for passage in entry.evidence[:1]:
            taken[passage.line, passage.text].update(told)
    return tuple(_less_sure(entry, _weight(entry, taken, notice=notice)) for entry in entries)


def _less_sure(entry: Entry, weight: float) -> Entry:
    return replace(entry, confidence=round(entry.confidence * weight, 3)) if weight < 1 else entry


def _weight(entry: Entry, taken: dict[tuple[int, str | None], set[int]], *, notice: bool) -> float:
    hours = entry.when.hours
    if isinstance(entry.when, Span) and hours.part not in (None, DayPart.ALL_DAY) and hours.start is None:
        return _HALF_OF_DAYS  # that of the row or heading in which its first day stands, as often as not
    text = entry.evidence[0].text or "" if entry.evidence else ""
    doubtful = (
        (entry.status in (Status.POSTPONED, Status.CANCELLED) and not notice)
        or ":" in entry.title
        or entry.title.count("(") != entry.title.count(")")
        or _CLOCK.search(entry.title) is not None
        or (entry.status is Status.CONFIRMED and _is_in_doubt(text))
        or _leaves_an_hour(entry, text, taken)
    )
    return _SIGN if doubtful else 1.0


def _is_in_doubt(text: str) -> bool:
    """Whether a word of doubt stands in a text, which is looked for as such before as a word of its own."""
    words = text.lower()
    return any(map(words.__contains__, _DOUBTS)) and _DOUBT.search(text) is not None


def _leaves_an_hour(entry: Entry, text: str, taken: dict[tuple[int, str | None], set[int]]) -> bool:
    """Whether an entry without an hour was read from words that tell one which no entry has."""
    if entry.when.hours.start or entry.category is Category.OBSERVANCE:
        return False
    if not isinstance(entry.when, (Day, Days, Span)):
        return False
    known = taken[entry.evidence[0].line, entry.evidence[0].text]
    told = (int(found["hour"]) for found in _CLOCK.finditer(text))
    return any(not {hour, hour + _SECOND} & known for hour in told)
