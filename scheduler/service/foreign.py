"""Foreign calendars: an .ics file or address kept as a calendar here, brought up to date by importing it again.

What is hard is to tell what changed in a source that names no releases: events are known by their UID; one that is no
longer in the source is cancelled if it lies ahead, and left alone if it is past; one that says the same changes
nothing. Its events are published like our own, so lists, conflicts and reminders hold for them too.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from calendars.changes import Change, ChangeKind, Revision, to_the_second
from calendars.events import Event, Origin, reach
from calendars.ical.parse import read_calendar
from calendars.marks import Status
from calendars.programme import Kind, Programme, Source
from calendars.queries import Connection
from calendars.records import content_of
from calendars.store import CalendarStore
from scheduler.settings import Settings

MEDIA_TYPE = "text/calendar"


def is_calendar(data: bytes) -> bool:
    """Whether the bytes are iCalendar, by their first line."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper() == b"BEGIN:VCALENDAR"


def foreign_programme(data: bytes, name: str) -> Programme:
    """The file as the releases keep it: a document without entries of its own."""
    source = Source(name=name, sha256=hashlib.sha256(data).hexdigest(), media_type=MEDIA_TYPE)
    return Programme(source=source, kind=Kind.OTHER, title=name)


def compare_foreign(
    connection: Connection, data: bytes, name: str, *, calendar: str, settings: Settings, now: datetime
) -> Revision:
    """What the file changes on the calendar that holds it. InvalidCalendarData where the bytes are no calendar."""
    told = read_calendar(data, calendar=calendar, zone=settings.timezone, now=now, source=name)
    known = {event.uid: event for event in CalendarStore(connection).events(calendar)}
    today = now.astimezone(settings.timezone).date()
    changes = [*_told(told.events, known, now), *_gone(told.events, known.values(), today, now)]
    source = foreign_programme(data, name).source
    return Revision(calendar=calendar, source=source, changes=tuple(changes), issues=told.issues)


def _told(events: Iterable[Event], known: Mapping[str, Event], now: datetime) -> Iterable[Change]:
    for event in events:
        before = known.get(event.uid)
        if before is None:
            yield Change(kind=ChangeKind.ADDED, before=None, after=event, why=("the file names it",))
            continue
        after = replace(event, created=before.created, sequence=before.sequence)
        if _words(after) == _words(before):
            continue
        sequence = max(before.sequence + 1, event.sequence)
        kind = _kind(before, after)
        changed = replace(after, sequence=sequence, revised=to_the_second(now))
        yield Change(kind=kind, before=before, after=changed, why=("the same UID",))


def _gone(told: Iterable[Event], known: Iterable[Event], today: date, now: datetime) -> Iterable[Change]:
    named = {event.uid for event in told}
    for event in known:
        span = reach(event.when, event.overrides)
        is_ahead = span is None or span.last >= today
        if event.uid in named or event.status is Status.CANCELLED or not is_ahead or event.origin.hand:
            continue
        cancelled = replace(
            event, status=Status.CANCELLED, sequence=event.sequence + 1, revised=to_the_second(now)
        )
        yield Change(
            kind=ChangeKind.CANCELLED, before=event, after=cancelled, why=("the file no longer names it",)
        )


def _words(event: Event) -> object:
    """What people see of it: neither when it was revised nor which copy of the file it was read from."""
    return content_of(replace(event, origin=Origin()))


def _kind(before: Event, after: Event) -> ChangeKind:
    if after.status is Status.CANCELLED and before.status is not Status.CANCELLED:
        return ChangeKind.CANCELLED
    return ChangeKind.MOVED if after.when != before.when else ChangeKind.ALTERED
