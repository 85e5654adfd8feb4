"""Foreign calendars: an .ics file or address kept as a calendar here, brought up to date by importing it again.

What is hard is to tell what changed in a source that names no releases. Its events live beside those of documents and
hands, and it speaks for its own alone: those that it brought itself, known by the calendar's name (else the file's) and
by their UIDs. One of its own that it no longer names is cancelled if it lies ahead, unless so many are missing that the
copy is rather in doubt. Its events are published like our own, so lists, conflicts and reminders hold for them too.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from calendars.changes import Change, ChangeKind, Revision, to_the_second
from calendars.events import Event, Origin, reach
from calendars.ical.parse import read_calendar
from calendars.marks import Issue, Status
from calendars.programme import Kind, Programme, Source
from calendars.queries import Connection
from calendars.records import content_of
from calendars.store import CalendarStore
from scheduler.settings import Settings

MEDIA_TYPE = "text/calendar"
NAMED = (".ics", ".ical", ".icalendar")
FEW = 3
"""So many missing events are cancelled; more only where they are at most half of those to come."""


def is_calendar(data: bytes, name: str) -> bool:
    """Whether the bytes are iCalendar by their first line, or should be by the file's name."""
    return (
        name.lower().endswith(NAMED) or data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper() == b"BEGIN:VCALENDAR"
    )


def foreign_programme(data: bytes, name: str) -> Programme:
    """The file as the releases keep it: a document without entries of its own."""
    source = Source(name=name, sha256=hashlib.sha256(data).hexdigest(), media_type=MEDIA_TYPE)
    return Programme(source=source, kind=Kind.OTHER, title=name)


def compare_foreign(
    connection: Connection, data: bytes, name: str, *, calendar: str, settings: Settings, now: datetime
) -> Revision:
    """What the file changes on the calendar that holds it. InvalidCalendarData where the bytes are no calendar."""
    told = read_calendar(data, calendar=calendar, zone=settings.timezone, now=now, source=name)
    source = foreign_programme(data, name).source
    if not told.events:
        nothing = Issue("no-entries", "there is no usable event in this calendar; nothing is changed")
        return Revision(calendar=calendar, source=source, issues=(*told.issues, nothing))
    named = told.name or name
    events = [replace(event, origin=event.origin._replace(name=named)) for event in told.events]
    known = {event.uid: event for event in CalendarStore(connection).events(calendar)}
    own = {uid: event for uid, event in known.items() if _is_brought_by(named, event)}
    issues = [*told.issues, *_left_to_others(events, known, own)]
    gone, doubt = _gone(events, own.values(), now.astimezone(settings.timezone).date())
    changes = [*_told(events, known, own, now), *(_cancelled(event, now) for event in gone if doubt is None)]
    return Revision(
        calendar=calendar,
        source=source,
        changes=tuple(changes),
        issues=tuple(issues if doubt is None else [*issues, doubt]),
    )


def _is_brought_by(source: str, event: Event) -> bool:
    """Whether the event stands as that calendar brought it: what a document or a hand told bears their marks."""
    origin = event.origin
    return origin.document is not None and origin == Origin(document=origin.document, name=source)


def _told(
    events: Iterable[Event], known: Mapping[str, Event], own: Mapping[str, Event], now: datetime
) -> Iterable[Change]:
    for event in events:
        if event.uid not in known:
            yield Change(kind=ChangeKind.ADDED, before=None, after=event, why=("the file names it",))
            continue
        before = own.get(event.uid)
        if before is None:
            continue
        after = replace(event, created=before.created, sequence=before.sequence)
        if _words(after) == _words(before):
            continue
        sequence = max(before.sequence + 1, event.sequence)
        kind = _kind(before, after)
        changed = replace(after, sequence=sequence, revised=to_the_second(now))
        yield Change(kind=kind, before=before, after=changed, why=("the same UID",))


def _left_to_others(
    events: Iterable[Event], known: Mapping[str, Event], own: Mapping[str, Event]
) -> Iterable[Issue]:
    """What the file says otherwise of events that are not its own."""
    for event in events:
        other = known.get(event.uid)
        if other is None or event.uid in own:
            continue
        if _words(replace(event, created=other.created, sequence=other.sequence)) != _words(other):
            yield Issue(
                "not-its-own",
                f"“{other.title}” was told by another source or by hand, and stays as it is",
            )


def _gone(events: Iterable[Event], own: Iterable[Event], today: date) -> tuple[list[Event], Issue | None]:
    """Its own events ahead that it no longer names; and why they rather stay, None where they are to be cancelled."""
    named = {event.uid for event in events}
    brought = list(own)
    ahead = [event for event in brought if event.status is not Status.CANCELLED and _ends_from(event, today)]
    gone = [event for event in ahead if event.uid not in named]
    is_another = bool(gone) and not any(event.uid in named for event in brought)
    if not is_another and (len(gone) <= FEW or len(gone) * 2 <= len(ahead)):
        return gone, None
    return gone, Issue(
        "many-missing",
        f"{len(gone)} of the {len(ahead)} coming events that this calendar brought before are no longer in it; "
        "they stay: look at the file, and cancel by hand what does not take place",
    )


def _ends_from(event: Event, today: date) -> bool:
    span = reach(event.when, event.overrides)
    return span is None or span.last >= today


def _cancelled(event: Event, now: datetime) -> Change:
    cancelled = replace(
        event, status=Status.CANCELLED, sequence=event.sequence + 1, revised=to_the_second(now)
    )
    return Change(
        kind=ChangeKind.CANCELLED, before=event, after=cancelled, why=("the file no longer names it",)
    )


def _words(event: Event) -> object:
    """What people see of it: neither when it was revised nor which copy of the file it was read from."""
    return content_of(replace(event, origin=Origin()))


def _kind(before: Event, after: Event) -> ChangeKind:
    if after.status is Status.CANCELLED and before.status is not Status.CANCELLED:
        return ChangeKind.CANCELLED
    return ChangeKind.MOVED if after.when != before.when else ChangeKind.ALTERED
