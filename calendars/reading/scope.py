"""What holds for an item from around it: the document's context, its section, what stands over it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from calendars.grammar.rule import Context, Reading, Understanding
from calendars.layouts.layout import Matter
from calendars.marks import Category, Issue, Passage, Status
from calendars.reading.timing.precedence import Origin
from calendars.times import DaySpan
from calendars.when import NO_HOURS, Hours, When

Understand = Callable[[str, Context], Understanding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What an item inherits.

    section: the readings of its heading and note; period: where an item without any time belongs to all of it,
    else None; change: the state that a heading such as "Không tổ chức:" gives; venue_change: the heading says
    that the place changes; section_passages: where `section` was read; parent: the words over the item and
    their passages; subject: what a letter is about; topic: what all items of a roster are; named: what
    the title says that all items are; rounds: what is held in one place after the other; day: that of a
    letter's meeting, for items that tell only an hour; notice: the document changes what was announced;
    recurring: it is a standing rule; due: the section lists last days; heading: of the section;
    parent_place and parent_hours: where and at which hours all below a sentence takes place.
    """

    context: Context
    matter: Matter
    section: tuple[Reading, ...] = ()
    period: DaySpan | None = None
    change: Status | None = None
    venue_change: bool = False
    parent: str | None = None
    parent_place: str | None = None
    parent_hours: Hours = NO_HOURS
    parent_passages: tuple[Passage, ...] = ()
    section_passages: tuple[Passage, ...] = ()
    subject: str | None = None
    topic: str | None = None
    named: str | None = None
    rounds: str | None = None
    day: Reading | None = None
    notice: bool = False
    recurring: bool = False
    due: bool = False
    heading: str = ""


@dataclass(slots=True, kw_only=True)
class Draft:
    """An entry while it is being made; `clues` are what its confidence is reckoned from."""

    title: str
    category: Category
    status: Status
    when: When
    origin: Origin
    evidence: tuple[Passage, ...]
    location: str | None = None
    chair: str | None = None
    attendees: str | None = None
    prepared_by: str | None = None
    note: str | None = None
    issues: list[Issue] = field(default_factory=list)
    clues: set[str] = field(default_factory=set)
