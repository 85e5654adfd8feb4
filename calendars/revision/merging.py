"""What an event becomes when an entry speaks of it, calls it off or puts it off; and the event that a new one makes.

The UID stays with the meeting, whatever is said of it. Which of two tellings holds is `precision`'s work, what becomes
of a standing meeting `standing`'s.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from calendars.changes import ChangeKind
from calendars.events import Event, Origin, reach
from calendars.grammar.spelling import fold
from calendars.marks import Status
from calendars.programme import Entry, Kind, Programme
from calendars.revision.precision import DETAIL_FIELDS, adds_hours, days_of, detailed, merged_when, told_by
from calendars.revision.relations import told_on
from calendars.revision.standing import Merged, became_series, ended_with, held_before, merge_series
from calendars.times import ONE_DAY, DaySpan
from calendars.when import Day, Days, Repeat, Span, Undated, When, Window


def origin_of(programme: Programme, entries: Iterable[Entry]) -> Origin:
    """Where an event comes from that these entries of a programme made or changed."""
    return Origin(
        document=programme.source.sha256,
        name=programme.source.name,
        number=programme.number,
        issuer=programme.issuer,
        issued=programme.issued,
        passages=tuple(passage for entry in entries for passage in entry.evidence),
        as_of=told_on(programme),
    )


def new_event(entry: Entry, programme: Programme, *, calendar: str, uid: str, now: datetime) -> Event:
    """The event that a new entry makes."""
    return Event(
        uid=uid,
        calendar=calendar,
        title=entry.title,
        category=entry.category,
        status=entry.status,
        when=entry.when,
        created=now,
        revised=now,
        **{name: getattr(entry, name) for name in DETAIL_FIELDS},
        origin=origin_of(programme, (entry,)),
        confidence=entry.confidence,
        issues=entry.issues,
        groups=entry.groups or (),
        preparing=entry.preparing,
    )


def merge(
    event: Event,
    entry: Entry,
    origin: Origin,
    *,
    title: str | None = None,
    begins: date | None = None,
) -> Merged:
    """The event after an entry that speaks of all of it.

    title: its title from now on, None as it was; begins: from when on the word of a standing meeting holds, None from
    its first day (see `standing.holds_from`).
    """
    merged = _merged(event, entry, origin, begins)
    if title is None or title == event.title:
        return merged
    kind = ChangeKind.ALTERED if merged.kind is ChangeKind.UNCHANGED else merged.kind
    return replace(merged, kind=kind, event=told_by(event, merged.event._replace(title=title), entry, origin))


def _merged(event: Event, entry: Entry, origin: Origin, begins: date | None) -> Merged:
    if isinstance(event.when, Repeat) and isinstance(entry.when, Repeat):
        return merge_series(event, event.when, entry, entry.when, origin, begins)
    if isinstance(event.when, Day) and isinstance(entry.when, Repeat):
        return became_series(event, event.when, entry, entry.when, origin)
    when = merged_when(event.when, entry.when)
    status = event.status
    if when != event.when or status is Status.CANCELLED or entry.status is Status.CONFIRMED:
        # A document that only leaves open what is known does not make it doubtful again.
        less = when == event.when and when != entry.when
        status = status if less and status is not Status.CANCELLED else entry.status
    after = detailed(event._replace(when=when, status=status), entry)
    if isinstance(event.when, Window | Undated) and not isinstance(when, Window | Undated):
        # "Thời gian cụ thể sẽ thông báo sau" is no longer true.
        after = after._replace(note=entry.note or _without_promise(event.note))
    return Merged(_kind_of(event, after), told_by(event, after, entry, origin))


_PROMISE = re.compile(r"(?:se )?(?:co )?(?:thong bao|bao) (?:sau|rieng)|giay moi rieng|theo giay moi")


def _without_promise(note: str | None) -> str | None:
    """The note without the parts that only say that the time will be told."""
    if note is None:
        return None
    kept = [part for part in note.split(";") if not _PROMISE.search(fold(part))]
    return ";".join(kept).strip() or None


def _kind_of(before: Event, after: Event) -> ChangeKind:
    if after == before:
        return ChangeKind.UNCHANGED
    if after.when == before.when:
        return ChangeKind.ALTERED
    if isinstance(before.when, Window | Undated) and isinstance(after.when, Day | Days | Span):
        return ChangeKind.CLOSED
    if days_of(before.when) == days_of(after.when) and adds_hours(before.when, after.when):
        return ChangeKind.ALTERED
    return ChangeKind.MOVED


def cancelled(event: Event, when: When, origin: Origin) -> Merged:
    """The event called off at a time; of a standing meeting that began before, the days from that time on."""
    if isinstance(event.when, Repeat) and isinstance(when, Repeat):
        first, begins = event.when.recurrence.first, when.recurrence.first
        if first is not None and begins is not None and first < begins:
            after = ended_with(event, event.when, begins - ONE_DAY)
            return Merged(ChangeKind.ENDED, after._replace(origin=origin))
    return Merged(ChangeKind.CANCELLED, event._replace(status=Status.CANCELLED, origin=origin))


def postponed(event: Event, begins: date | None, origin: Origin) -> Merged:
    """The event at a time that is to be told; of a standing meeting the days before `begins` were held, and stay.

    Where it has no day from `begins` on there is nothing to put off: it stays as it is.
    """
    after = event._replace(when=Undated(), status=Status.TENTATIVE, overrides=(), ended=None, origin=origin)
    if not isinstance(event.when, Repeat):
        return Merged(ChangeKind.MOVED, after)
    first, until = event.when.recurrence.first, event.when.recurrence.until
    if begins is not None and until is not None and until < begins:
        return Merged(ChangeKind.UNCHANGED, event)
    if first is None or begins is None or first >= begins:
        return Merged(ChangeKind.MOVED, after)
    ahead = event.when._replace(recurrence=event.when.recurrence._replace(first=begins))
    return Merged(
        ChangeKind.MOVED, after._replace(postponed_from=ahead), held_before(event, event.when, begins)
    )


def part_within(event: Event, period: DaySpan, kind: Kind) -> When | None:
    """The part of an event for which a programme of that period speaks alone; None where others have said it too."""
    if isinstance(event.when, Repeat):
        recurrence = event.when.recurrence
        if kind is not Kind.MONTHLY or recurrence.until is None or recurrence.until not in period:
            return None
        first = max(recurrence.first or period.first, period.first)
        left_out = tuple(day for day in recurrence.left_out if day >= first)
        return event.when._replace(recurrence=recurrence._replace(first=first, left_out=left_out))
    span = reach(event.when)
    return event.when if span is None or (span.first in period and span.last in period) else None


def raised(before: Event, after: Event, now: datetime) -> Event:
    """The event with the next sequence number, changed now; an undated one keeps the time that readers have of it."""
    former = None
    if isinstance(after.when, Undated):
        former = after.postponed_from or (None if isinstance(before.when, Undated) else before.when)
    return after._replace(sequence=before.sequence + 1, revised=now, postponed_from=former)
