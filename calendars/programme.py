"""What one document announces, as written: the programme, its entries, and what was ignored in it.

An `Entry` is what the paper says; an `events.Event` is what is on the calendar. They are two types, so that no field is
"maybe filled later". What both bear, down to the passages and the doubts, stands in `marks`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calendars.marks import Category, Issue, Passage, Status
from calendars.times import DaySpan
from calendars.when import When


class Kind(StrEnum):
    """What sort of document it is."""

    MONTHLY = "monthly"
    WEEKLY = "weekly"
    NOTICE = "notice"
    INVITATION = "invitation"
    RECURRING = "recurring"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A passage that looks like a time and is none, and why: citation, term, number, past, topic, name, ..."""

    text: str
    reason: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing the document announces.

    title: as a person would write it in a calendar; confidence: from 0 to 1, how often an entry read like this is
    wholly right; evidence: the passages it was read from, the first being the item itself. groups: those of the office
    that it names, None where nobody has looked; preparing: those of them that only prepare it.
    """

    title: str
    category: Category
    status: Status
    when: When
    location: str | None = None
    chair: str | None = None
    attendees: str | None = None
    prepared_by: str | None = None
    note: str | None = None
    evidence: tuple[Passage, ...] = ()
    confidence: float = 1.0
    issues: tuple[Issue, ...] = ()
    groups: tuple[str, ...] | None = None
    preparing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document as a file: its name, SHA-256 in hex, media type and number of pages (None: no pages)."""

    name: str
    sha256: str
    media_type: str
    pages: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """What one document announces. `replaces` names a document that it takes the place of, as cited."""

    source: Source
    kind: Kind
    title: str | None = None
    number: str | None = None
    issuer: str | None = None
    issued: date | None = None
    period: DaySpan | None = None
    signatory: str | None = None
    distribution: tuple[str, ...] = ()
    replaces: str | None = None
    entries: tuple[Entry, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    issues: tuple[Issue, ...] = ()
