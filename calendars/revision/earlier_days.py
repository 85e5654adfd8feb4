"""The days that a standing meeting had before those that the calendar knows of it, in another rhythm.

May's programme that is imported after June's tells of Fridays where June goes on with Mondays. What is hard is that
both hold: the Mondays stay the meeting's, under its UID, and the Fridays become its ended part, the same as where the
programmes come one after the other (see `standing`). Days in the same rhythm go to the meeting itself, yet its place
and people are those that the later programme has told.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from calendars.events import Event, reach
from calendars.marks import Status
from calendars.programme import Entry
from calendars.revision.precision import DETAIL_FIELDS
from calendars.revision.relations import same_pattern
from calendars.revision.standing import has_other_pattern
from calendars.revision.uids import former_uid
from calendars.when import Repeat


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
