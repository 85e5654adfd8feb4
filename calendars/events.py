"""What is on the calendar: an event with its identity, and its occurrences on days.

An `Event` has a UID for life and a sequence number that rises with each published change. What is hard: an event may be
a day, a window still open, a standing meeting with single days moved or cancelled, and all must give occurrences the
same way. No clock is read here and no hour invented: drawing a part of a day is left to `ical` and the pages.
"""

from dataclasses import dataclass
from datetime import date, datetime

from calendars.programme import Category, Issue, Passage, Status
from calendars.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an event comes from: a document and the passage, or a hand ("hand" is then who typed it).

    document: SHA-256 in hex of the document that last spoke of it; name, number, issuer as that document has them.
    """

    document: str | None = None
    name: str | None = None
    number: str | None = None
    issuer: str | None = None
    issued: date | None = None
    passages: tuple[Passage, ...] = ()
    hand: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """One occurrence of a series that differs: `day` is the day the pattern gives (its recurrence-id).

    when None: this occurrence is cancelled. The other fields replace the event's where not None.
    """

    day: date
    when: When | None
    title: str | None = None
    location: str | None = None
    chair: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing on the calendar.

    uid: opaque, for life; calendar: the slug; sequence: RFC 5546 section 2.1.4, stored and rising; revised: the instant
    (UTC) of its last change, which is its DTSTAMP and LAST-MODIFIED; created: the instant it was first kept.
    """

    uid: str
    calendar: str
    title: str
    category: Category
    status: Status
    when: When
    created: datetime
    revised: datetime
    sequence: int = 0
    location: str | None = None
    chair: str | None = None
    attendees: str | None = None
    prepared_by: str | None = None
    note: str | None = None
    origin: Origin = Origin()
    overrides: tuple[Override, ...] = ()
    confidence: float = 1.0
    issues: tuple[Issue, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One happening of an event: `day` identifies it within the event (the recurrence-id; None for a single event).

    when is a Day, Span, Window or Undated with the hours of this happening; the rest is what a reader needs.
    """

    event: Event
    day: date | None
    when: When
    title: str
    location: str | None
    status: Status
