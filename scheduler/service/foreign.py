"""Foreign calendars: an .ics file or address kept as a calendar here, brought up to date by importing it again.

What is hard is to tell what changed in a source that names no releases. Its events live beside those of documents and
hands, and it speaks for its own alone: those that it brought itself, known by the calendar's name (else the file's) and
by their UIDs. One of its own that it no longer names is cancelled if it lies ahead; where so many are missing that the
copy is rather in doubt, it is asked of each. Its events are published like our own, so lists, conflicts and reminders
hold for them too; each change bears an entry, as a document's do, by which what is in doubt waits for a person.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from calendars.changes import Candidate, Change, ChangeKind, Question, Revision, to_the_second
from calendars.events import Event, Origin, reach
from calendars.ical.parse import read_calendar
from calendars.marks import Issue, Status
from calendars.programme import Entry, Kind, Programme, Source
from calendars.queries import Connection
from calendars.records import content_of, json_text
from calendars.revision.reasons import reason
from calendars.store import CalendarStore
from scheduler.settings import Settings

MEDIA_TYPE = "text/calendar"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NO_LONGER_NAMED = reason("calendar-no-longer-names")
FEW = 3
"""So many missing events are cancelled; more only where they are at most half of those to come."""
MOST_ASKED = 50
"""Of so many missing events it is asked one by one; of more only told, since the file is rather another one."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A foreign calendar as it was read. programme: what the releases keep of it, a document without entries."""

    programme: Programme
    events: tuple[Event, ...]
    issues: tuple[Issue, ...]

    @property
    def name(self) -> str:
        """By which it is known again: its own name, else the file's."""
        return str(self.programme.title)


def read_foreign(data: bytes, name: str, *, calendar: str, settings: Settings, now: datetime) -> Foreign:
    """The file as it stands. InvalidCalendarData where the bytes are no calendar."""
    told = read_calendar(data, calendar=calendar, zone=settings.timezone, now=now, source=name)
    source = Source(name=name, sha256=hashlib.sha256(data).hexdigest(), media_type=MEDIA_TYPE)
    programme = Programme(source=source, kind=Kind.OTHER, title=told.name or name)
    events = tuple(
        event._replace(origin=event.origin._replace(name=programme.title)) for event in told.events
    )
    return Foreign(programme, events, told.issues)


def compare_foreign(
    connection: Connection, foreign: Foreign, *, calendar: str, settings: Settings, now: datetime
) -> Revision:
    """What the foreign calendar changes on the calendar that holds it, and what it leaves in doubt."""
    source, told = foreign.programme.source, foreign.events
    if not told:
        nothing = Issue("no-events", "there is no usable event in this calendar; nothing is changed")
        return Revision(calendar=calendar, source=source, issues=(*foreign.issues, nothing))
    known = {event.uid: event for event in CalendarStore(connection).events(calendar)}
    own = {uid: event for uid, event in known.items() if _is_brought_by(foreign.name, event)}
    changes = [change for event in told if (change := _told(event, known, own, now)) is not None]
    gone, doubt = _gone(told, own.values(), now.astimezone(settings.timezone).date())
    issues = (*foreign.issues, *_left_to_others(told, known, own))
    if doubt is None:
        return Revision(
            calendar=calendar,
            source=source,
            changes=(*changes, *(_cancelled(event, now) for event in gone)),
            issues=issues,
        )
    asked = gone if len(gone) <= MOST_ASKED else []
    return Revision(
        calendar=calendar,
        source=source,
        changes=tuple(changes),
        questions=tuple(_missing(event, doubt) for event in asked),
        issues=(*issues, doubt),
    )


def change_of(
    connection: Connection, foreign: Foreign, uid: str, *, calendar: str, now: datetime
) -> Change | None:
    """What the foreign calendar does to the one event of that UID; None where it has nothing more to say of it."""
    before = CalendarStore(connection).find_event(uid, calendar)
    known = {} if before is None else {uid: before}
    own = {} if before is None or not _is_brought_by(foreign.name, before) else known
    event = next((event for event in foreign.events if event.uid == uid), None)
    if event is not None:
        return _told(event, known, own, now)
    if uid in own and own[uid].status is not Status.CANCELLED:
        return _cancelled(own[uid], now)
    return None


def _is_brought_by(source: str, event: Event) -> bool:
    """Whether the event stands as that calendar brought it: what a document or a hand told bears their marks."""
    return event.origin.is_calendar and event.origin.name == source


def _told(event: Event, known: Mapping[str, Event], own: Mapping[str, Event], now: datetime) -> Change | None:
    """What one event of the file changes; None where nothing, and where another source has told it."""
    if event.uid not in known:
        why = (reason("calendar-names"),)
        return Change(kind=ChangeKind.ADDED, before=None, after=event, entry=entry_of(event), why=why)
    before = own.get(event.uid)
    if before is None:
        return None
    after = event._replace(created=before.created, sequence=before.sequence)
    if _words(after) == _words(before):
        return None
    sequence = max(before.sequence + 1, event.sequence)
    changed = after._replace(sequence=sequence, revised=to_the_second(now))
    return Change(
        kind=_kind(before, after),
        before=before,
        after=changed,
        entry=entry_of(event),
        why=(reason("same-uid"),),
    )


def entry_of(event: Event, *issues: Issue) -> Entry:
    """The event as a reviewer sees it, with what is in doubt of it."""
    return Entry(
        title=event.title,
        category=event.category,
        status=event.status,
        when=event.when,
        location=event.location,
        chair=event.chair,
        attendees=event.attendees,
        note=event.note,
        issues=(*event.issues, *issues),
        groups=event.groups or None,
    )


def _missing(event: Event, doubt: Issue) -> Question:
    """Whether an event that the file no longer names is to be cancelled."""
    entry = replace(entry_of(event), status=Status.CANCELLED, issues=(doubt,))
    gone = digest_of(event._replace(status=Status.CANCELLED))
    candidate = Candidate(event=event, score=1.0, why=(NO_LONGER_NAMED,), says=gone)
    return Question(entries=(entry,), reason=str(doubt), candidates=(candidate,))


def _left_to_others(
    events: Iterable[Event], known: Mapping[str, Event], own: Mapping[str, Event]
) -> Iterable[Issue]:
    """What the file says otherwise of events that are not its own."""
    for event in events:
        other = known.get(event.uid)
        if other is None or event.uid in own:
            continue
        if _words(event._replace(created=other.created, sequence=other.sequence)) != _words(other):
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
        "they stay until somebody says that they are cancelled",
    )


def _ends_from(event: Event, today: date) -> bool:
    span = reach(event.when, event.overrides)
    return span is None or span.last >= today


def _cancelled(event: Event, now: datetime) -> Change:
    cancelled = event._replace(
        status=Status.CANCELLED, sequence=event.sequence + 1, revised=to_the_second(now)
    )
    return Change(
        kind=ChangeKind.CANCELLED,
        before=event,
        after=cancelled,
        entry=replace(entry_of(event), status=Status.CANCELLED, issues=()),
        why=(NO_LONGER_NAMED,),
    )


def _words(event: Event) -> object:
    """What people see of it: neither when it was revised, nor from which copy of the file, nor what was in doubt."""
    return content_of(event._replace(origin=Origin(), issues=()))


def _kind(before: Event, after: Event) -> ChangeKind:
    if after.status is Status.CANCELLED and before.status is not Status.CANCELLED:
        return ChangeKind.CANCELLED
    return ChangeKind.MOVED if after.when != before.when else ChangeKind.ALTERED


def digest_of(event: Event) -> str:
    """By which it is known whether an event says the same as when it was asked about."""
    words = content_of(event._replace(origin=Origin(), issues=(), created=EPOCH))
    return hashlib.sha256(json_text(words).encode()).hexdigest()[:32]
