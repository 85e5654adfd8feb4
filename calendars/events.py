"""What is on the calendar: an event with its identity, and its occurrences on days.

An `Event` has a UID for life and a sequence number that rises with each published change. What is hard: an event may be
a day, a window still open, a standing meeting with single days moved or cancelled, and all must give occurrences the
same way. No clock is read here and no hour invented: drawing a part of a day is left to `ical` and the pages.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from calendars.expansion import ROLL_REACH, named_days_between, ordinals_between
from calendars.marks import Category, Issue, Passage, Status
from calendars.recurrence import DaysOff
from calendars.times import DayPart, DaySpan
from calendars.when import NO_HOURS, Day, Days, Hours, Repeat, Span, Undated, When, extent

if TYPE_CHECKING:
    # Whoever reads the calendar alone loads nothing of documents.
    from calendars.programme import Programme


class Origin(NamedTuple):
    """Where an event comes from: a document and the passage, or a hand ("hand" is then who typed it).

    document: SHA-256 in hex of the document that last spoke of it; name, number, issuer, issued as that document has
    them. as_of: the day by which its word is ranked among others (issued, else the first day of its period; a hand's:
    the day of the change); None ranks below all.
    """

    document: str | None = None
    name: str | None = None
    number: str | None = None
    issuer: str | None = None
    issued: date | None = None
    passages: tuple[Passage, ...] = ()
    hand: str | None = None
    as_of: date | None = None

    @property
    def is_calendar(self) -> bool:
        """Whether an imported calendar told it, which has a name and nothing else that a document has."""
        return self.document is not None and self == Origin(document=self.document, name=self.name)


NO_ORIGIN = Origin()


class Override(NamedTuple):
    """One occurrence of a series that differs: `day` is the day the pattern gives (its recurrence-id).

    when None: this occurrence is cancelled. The other fields replace the event's where not None.
    """

    day: date
    when: When | None
    title: str | None = None
    location: str | None = None
    chair: str | None = None
    note: str | None = None


class Event(NamedTuple):
    """One thing on the calendar.

    uid: opaque, for life; calendar: the slug; sequence: RFC 5546 section 2.1.4, stored and rising; revised: the instant
    (UTC) of its last change, which is its DTSTAMP and LAST-MODIFIED; created: the instant it was first kept.
    groups: those whom it concerns, by name; preparing: those of them that only prepare it, so it claims nobody's time.
    ended: the last day of a standing meeting that a later programme no longer names; None while it is not known to end.
    postponed_from: of an undated event the time that it had, where its readers still have it; None where it had none.
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
    origin: Origin = NO_ORIGIN
    overrides: tuple[Override, ...] = ()
    confidence: float = 1.0
    issues: tuple[Issue, ...] = ()
    groups: tuple[str, ...] = ()
    preparing: tuple[str, ...] = ()
    ended: date | None = None
    postponed_from: When | None = None


class Occurrence(NamedTuple):
    """One happening of an event: `day` identifies it within the event (the recurrence-id; None for a single event).

    when is a Day, Span, Window or Undated with the hours of this happening; the rest is what a reader needs. A named
    tuple, since a month of many standing meetings makes tens of thousands of them, four times as fast as a dataclass.
    """

    event: Event
    day: date | None
    when: When
    title: str
    location: str | None
    status: Status


def time_of(event: Event, day: date | None) -> When | None:
    """The time of the event, or of its one occurrence that bears that day; None where that is cancelled."""
    if day is None:
        return event.when
    for override in event.overrides:
        if override.day == day:
            return override.when
    return Day(day, event.when.hours) if isinstance(event.when, Repeat) else event.when


def place_of(event: Event, day: date | None) -> str | None:
    """The place of the event, or of its one occurrence that bears that day."""
    own = next((override.location for override in event.overrides if override.day == day), None)
    return own or event.location


def reach(when: When, overrides: Iterable[Override] = ()) -> DaySpan | None:
    """The days that it can touch at most; None where the time is still to be told.

    A repeat without an end reaches to `date.max`. A span whose end is not told counts as its first day: nothing is
    guessed of the rest. A rolled day may land a little beyond the pattern.
    """
    spans = [span for o in overrides if o.when is not None and (span := reach(o.when)) is not None]
    match when:
        case Undated():
            pass
        case Span(first=first, last=None):
            spans.append(DaySpan(first, first))
        case Repeat(recurrence=recurrence):
            first, last = recurrence.first or date.min, recurrence.until or date.max
            if recurrence.roll is not None:
                margin = timedelta(days=ROLL_REACH)
                first = first - margin if first != date.min else first
                last = last + margin if last != date.max else last
            spans.append(DaySpan(first, max(first, last)))
        case _:
            spans += [closed] if (closed := extent(when)) else []
    return DaySpan(min(s.first for s in spans), max(s.last for s in spans)) if spans else None


def spoken_of(programme: "Programme") -> DaySpan | None:
    """The days of which a programme speaks: its period and all its entries; None where it names no day."""
    spans = [programme.period] if programme.period else []
    spans += [span for entry in programme.entries if (span := reach(entry.when)) is not None]
    if programme.issued:
        spans.append(DaySpan(programme.issued, programme.issued))
    # An open end says nothing of the days that matter.
    closed = [DaySpan(span.first, span.first if span.last == date.max else span.last) for span in spans]
    return DaySpan(min(s.first for s in closed), max(s.last for s in closed)) if closed else None


def occurrences_between(
    events: Iterable[Event],
    span: DaySpan,
    *,
    is_day_off: DaysOff | None = None,
    with_cancelled: bool = False,
) -> list[Occurrence]:
    """What happens within these days, by day, hour and title.

    A day gives one occurrence, separate days one each, a standing meeting one on each of its days. A span gives one,
    which touches `span` though it may begin before; where it has hours of each day, one for each of its days. An open
    window gives one, since its day is not known. An undated event gives none. What an override moved stands at its new
    time under its old day. with_cancelled: cancelled events and days too, their status saying so.
    """
    by_day: dict[int, list[Occurrence | _Standing]] = defaultdict(list)
    out_of_order: set[int] = set()
    known: dict[Hours, Hours] = {}
    first, last = span.first.toordinal(), span.last.toordinal()
    cancelled = None if with_cancelled else Status.CANCELLED
    # Events in the order of their hours fill each day in that order: tens of thousands of occurrences need no sorting.
    for event in sorted((e for e in events if e.status is not cancelled), key=_order_of_event):
        when = event.when
        if isinstance(when, Repeat) and when.recurrence.roll is None and not event.overrides:
            hours = known.setdefault(when.hours, when.hours)
            standing = event, hours, event.title, event.location, event.status
            for ordinal in ordinals_between(when.recurrence, first, last, is_day_off=is_day_off):
                by_day[ordinal].append(standing)
        elif isinstance(when, Day) and not event.overrides:
            if when.day in span:
                one = Occurrence(event, None, when, event.title, event.location, event.status)
                by_day[when.day.toordinal()].append(one)
        else:
            for occurrence in _occurrences(event, span, is_day_off, with_cancelled):
                day = _first_day(occurrence.when).toordinal()
                by_day[day].append(occurrence)
                if event.overrides:
                    out_of_order.add(day)
    happening: list[Occurrence] = []
    for ordinal in sorted(by_day):
        on_it = _on(date.fromordinal(ordinal), by_day[ordinal])
        happening += sorted(on_it, key=_order_of_occurrence) if ordinal in out_of_order else on_it
    return happening


_Standing = tuple[Event, Hours, str, str | None, Status]
"""A series of which nothing differs from day to day: what its occurrences have in common."""


def _on(day: date, happening: Iterable[Occurrence | _Standing]) -> list[Occurrence]:
    """What happens on a day, the standing meetings of that day made occurrences."""
    found: list[Occurrence] = []
    add, make = found.append, tuple.__new__
    latest, at = NO_HOURS, Day(day)
    for one in happening:
        if isinstance(one, Occurrence):
            add(one)
            continue
        event, hours, title, location, status = one
        if hours is not latest:
            latest, at = hours, Day(day, hours)
        # What `Occurrence(...)` does, without the call that costs more than the tuple.
        add(make(Occurrence, (event, day, at, title, location, status)))
    return found


def _occurrences(
    event: Event, span: DaySpan, is_day_off: DaysOff | None, with_cancelled: bool
) -> Iterator[Occurrence]:
    differing = {override.day for override in event.overrides}
    for day, when in _plain_times(event.when, span, is_day_off):
        if day is None or day not in differing:
            yield Occurrence(
                event=event,
                day=day,
                when=when,
                title=event.title,
                location=event.location,
                status=event.status,
            )
    for override in event.overrides:
        occurrence = _overridden(event, override, is_day_off, with_cancelled)
        if occurrence is not None and (reached := reach(occurrence.when)) and reached.overlaps(span):
            yield occurrence


def _plain_times(when: When, span: DaySpan, is_day_off: DaysOff | None) -> Iterator[tuple[date | None, When]]:
    """The times within the span as the pattern gives them, each with the day that names it."""
    match when:
        case Repeat(recurrence=recurrence, hours=hours):
            for name, day in named_days_between(recurrence, span, is_day_off=is_day_off):
                yield name, Day(day, hours)
        case Days(days=days, hours=hours):
            yield from ((day, Day(day, hours)) for day in days if day in span)
        case Span(first=first, last=last, hours=hours, daily=True) if last is not None and hours:
            inside = (
                DaySpan(max(first, span.first), min(last, span.last))
                if span.overlaps(DaySpan(first, last))
                else ()
            )
            yield from ((day, Day(day, hours)) for day in inside)
        case _:
            days_of_it = reach(when)
            if days_of_it is not None and days_of_it.overlaps(span):
                yield None, when


def _overridden(
    event: Event, override: Override, is_day_off: DaysOff | None, with_cancelled: bool
) -> Occurrence | None:
    """The occurrence that an override makes; None where it is cancelled and such are not wanted."""
    status, when = event.status, override.when
    if when is None:
        if not with_cancelled:
            return None
        status, when = Status.CANCELLED, _planned(event, override.day, is_day_off)
    return Occurrence(
        event=event,
        day=override.day,
        when=when,
        title=override.title or event.title,
        location=override.location or event.location,
        status=status,
    )


def _planned(event: Event, day: date, is_day_off: DaysOff | None) -> Day:
    """When the occurrence named `day` was to be before it was cancelled."""
    if isinstance(event.when, Repeat) and event.when.recurrence.roll is not None:
        margin = timedelta(days=ROLL_REACH)
        around = DaySpan(day - margin, day + margin)
        for name, rolled in named_days_between(event.when.recurrence, around, is_day_off=is_day_off):
            if name == day:
                return Day(rolled, event.when.hours)
    return Day(day, event.when.hours)


_PART_ORDER = {
    None: 0,
    DayPart.ALL_DAY: 0,
    DayPart.MORNING: 1,
    DayPart.NOON: 2,
    DayPart.AFTERNOON: 3,
    DayPart.EVENING: 4,
    DayPart.NIGHT: 5,
}


_Order = tuple[tuple[int, time], str, str]


def _order_of_event(event: Event) -> _Order:
    return _order_of_hours(event.when.hours), event.title, event.uid


def _order_of_occurrence(occurrence: Occurrence) -> _Order:
    return _order_of_hours(occurrence.when.hours), occurrence.title, occurrence.event.uid


@lru_cache(maxsize=1024)
def _order_of_hours(hours: Hours) -> tuple[int, time]:
    """Whole days first, then by part of the day and hour; kept, since an office's events have few different hours."""
    part = hours.part if hours.start is None else _part_of(hours.start)
    return _PART_ORDER[part], hours.start or time.min


def _first_day(when: When) -> date:
    if isinstance(when, Day):
        return when.day
    return days.first if (days := reach(when)) else date.max


def _part_of(start: time) -> DayPart:
    if start.hour < 11:
        return DayPart.MORNING
    if start.hour < 13:
        return DayPart.NOON
    return DayPart.AFTERNOON if start.hour < 18 else DayPart.EVENING
