"""The days that a standing meeting had before those that the calendar knows of it, in another rhythm.

May's programme that is imported after June's tells of Fridays where June goes on with Mondays. What is hard is that
both hold: the Mondays stay the meeting's, under its UID, and the Fridays become its ended part, the same as where the
programmes come one after the other (see `standing`). Days in the same rhythm go to the meeting itself, yet its place
and people are those that the later programme has told.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from calendars.events import Event, reach
from calendars.expansion import days_between
from calendars.marks import Status
from calendars.programme import Entry
from calendars.revision.precision import DETAIL_FIELDS
from calendars.revision.relations import same_pattern
from calendars.revision.standing import has_other_pattern
from calendars.revision.uids import former_uid
from calendars.times import ONE_DAY, DaySpan
from calendars.when import Repeat

NEXT_DAY_WITHIN = timedelta(days=4 * 366)
"""Longer than from one day of any standing meeting to its next."""


def tells_of_earlier_days(event: Event, entry: Entry) -> bool:
    """Whether an entry tells of another rhythm, over before the first known day of a standing meeting."""
    told, now = event.when, entry.when
    if not isinstance(told, Repeat) or not isinstance(now, Repeat) or event.status is Status.CANCELLED:
        return False
    first, until = told.recurrence.first, now.recurrence.until
    return first is not None and until is not None and until < first and has_other_pattern(told, now)


def as_former_part(made: Event, going_on: Event) -> Event:
    """What an entry of earlier days has made, as the ended part of the standing meeting that goes on."""
    if not isinstance(made.when, Repeat) or (last := made.when.recurrence.until) is None:
        raise ValueError(f"{made.title!r} has no last day")
    return made._replace(uid=former_uid(going_on.uid, last), title=going_on.title, ended=last)


def former_part(events: Iterable[Event], going_on: Event, entry: Entry) -> Event | None:
    """The ended part of a standing meeting whose days are those of an entry; None where no part is."""
    now = reach(entry.when)
    for event in events:
        if event.ended is not None and event.uid == former_uid(going_on.uid, event.ended):
            told = reach(event.when)
            if told is not None and now is not None and told.overlaps(now):
                return event
    return None


def ended_parts(events: Iterable[Event], going_on: Event) -> list[tuple[date, Event]]:
    """The ended parts of a standing meeting in order, each after its last day."""
    parts = [
        (event.ended, event)
        for event in events
        if event.ended is not None and event.uid == former_uid(going_on.uid, event.ended)
    ]
    return sorted(parts, key=lambda part: part[0])


def parted(entry: Entry, last: date) -> tuple[Entry | None, Entry | None]:
    """What an entry tells of a standing meeting's days until one, and of those after it; None where of none."""
    if not isinstance(entry.when, Repeat) or (first := entry.when.recurrence.first) is None:
        return None, entry
    told = entry.when.recurrence
    by_pattern, until = told._replace(roll=None), told.until or date.max
    if first > last or next(days_between(by_pattern, DaySpan(first, last)), None) is None:
        return None, entry
    before = told._replace(until=min(until, last), left_out=tuple(d for d in told.left_out if d <= last))
    earlier = replace(entry, when=entry.when._replace(recurrence=before))
    ahead = DaySpan(last + ONE_DAY, min(until, last + NEXT_DAY_WITHIN)) if until > last else None
    begins = next(days_between(by_pattern, ahead), None) if ahead else None
    if begins is None:
        return earlier, None
    after = told._replace(first=begins, left_out=tuple(d for d in told.left_out if d > last))
    return earlier, replace(entry, when=entry.when._replace(recurrence=after))


def what_adds(event: Event, entry: Entry) -> Entry:
    """An outranked entry without what has been told of a standing meeting: its place, its people, its groups."""
    if not isinstance(event.when, Repeat):
        return entry
    known = (name for name in DETAIL_FIELDS if getattr(event, name) is not None)
    fields: dict[str, Any] = dict.fromkeys(known)
    if event.groups:
        return replace(entry, **fields, groups=None, preparing=())
    return replace(entry, **fields)


def made_of(parts: Iterable[Event], entry: Entry) -> Event | None:
    """Which of the ended parts that a document has made is that of one of its entries."""
    for part in parts:
        if isinstance(part.when, Repeat) and isinstance(entry.when, Repeat):
            is_same = same_pattern(part.when.recurrence, entry.when.recurrence)
            if is_same and part.origin.passages == entry.evidence:
                return part
    return None
