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

from calendars.layouts.words import lowered
from calendars.marks import Category, Status
from calendars.programme import Entry
from calendars.recurrence import Recurrence
from calendars.times import DayPart
from calendars.when import Day, Days, Repeat, Span

_CLOCK = re.compile(  # begins with its figure, which lets the search skip where there is none
    r"\d(?<![\d/].)(?<=(?=(?P<hour>2[0-3]|[01]?\d)\s?(?:h(?!a)|g(?!\w{2})|giờ)\s?(?:[0-5]\d)?(?![\w/])).)"
)
_DOUBTS = ("dự kiến", "chờ", "có thể", "chưa chốt")
_DOUBT = re.compile(rf"\b(?:{'|'.join(_DOUBTS)})\b", re.IGNORECASE)
_BUT_FOR = re.compile(r"\b(?:trừ|ngoại trừ|riêng)\s|\b(?:nghỉ|không họp|không sinh hoạt)\s", re.IGNORECASE)
_ONE_OR_ALL = re.compile(r"\b(?:thứ|t)\s?(?:2\s?-\s?4|3\s?-\s?5|4\s?-\s?6|5\s?-\s?7)(?!\s?-)", re.IGNORECASE)
_DATE = re.compile(r"\d\s?[-–,]\s?\d{1,2}/\d{1,2}\b|\bngày \d")  # and no name of a street or square
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
        or (isinstance(entry.when, Repeat) and _leaves_an_exception(entry.when.recurrence, text))
        or (entry.location is not None and _DATE.search(entry.location) is not None)
    )
    return _SIGN if doubtful else 1.0


def _is_in_doubt(text: str) -> bool:
    """Whether a word of doubt stands in a text, which is looked for as such before as a word of its own."""
    words = lowered(text)
    return any(map(words.__contains__, _DOUBTS)) and _DOUBT.search(text) is not None


def _leaves_an_exception(rule: Recurrence, text: str) -> bool:
    """Whether words tell when something that repeats is not held, and the rule leaves nothing out, or may mean two."""
    if "thứ" in text.lower() and _ONE_OR_ALL.search(text) is not None:
        return True
    left_out = rule.left_out or rule.skips_days_off or rule.by_month or rule.roll
    return not left_out and _BUT_FOR.search(text) is not None


def _leaves_an_hour(entry: Entry, text: str, taken: dict[tuple[int, str | None], set[int]]) -> bool:
    """Whether an entry without an hour was read from words that tell one which no entry has."""
    if entry.when.hours.start or entry.category is Category.OBSERVANCE:
        return False
    if not isinstance(entry.when, (Day, Days, Span)):
        return False
    known = taken[entry.evidence[0].line, entry.evidence[0].text]
    told = (int(found["hour"]) for found in _CLOCK.finditer(text))
    return any(not {hour, hour + _SECOND} & known for hour in told)
