"""What readers of a calendar see through a season, for tests that look at it from outside."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime

from written_papers import YEAR

from calendars.changes import Change
from calendars.events import Event, Occurrence, occurrences_between
from calendars.times import DaySpan
from calendars.when import Day, Span, Window

SEASON = DaySpan(date(YEAR, 9, 1), date(YEAR + 1, 6, 30))
STAMPS = re.compile(rb"\r\n(SEQUENCE|DTSTAMP|LAST-MODIFIED):[^\r]*")

CLASHES = re.compile("⚠.*?(?:\\\\n|(?=\r\n))".encode())
"""What a description says of other meetings, which is no change of this one."""

Published = dict[str, bytes]
"""The VEVENTs of a calendar by UID, without what each revision counts up."""


@dataclass(frozen=True)
class Seen:
    """What readers have last seen of a UID."""

    sequence: int
    modified: datetime
    content: bytes


def unstamped(content: bytes) -> bytes:
    """The VEVENTs without what each revision counts up."""
    return STAMPS.sub(b"", content)


def unremarked(content: bytes) -> bytes:
    """The VEVENTs, unfolded, without what they tell of clashes."""
    return CLASHES.sub(b"", content.replace(b"\r\n ", b""))


def days_told(events: tuple[Event, ...]) -> set[tuple[str, date]]:
    """What a reader of the feed sees: title and first day of all that is not cancelled."""
    seen = occurrences_between(events, SEASON)
    return {(one.title.removeprefix("(Dự kiến) "), first_day(one)) for one in seen}


def digest(data: bytes) -> str:
    """By which a document is known again."""
    return hashlib.sha256(data).hexdigest()


def told_of(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    """The kinds of changes and the UIDs that they are of."""
    return [(change.kind.value, change.uid) for change in changes]


def first_day(occurrence: Occurrence) -> date:
    """The day on which it begins, or may."""
    match occurrence.when:
        case Day(day=day):
            return day
        case Span(first=first) | Window(first=first):
            return first
    raise AssertionError(occurrence)
