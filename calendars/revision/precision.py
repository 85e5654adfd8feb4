"""Two tellings of one thing: the more precise holds, what is not said stays.

A later paper may tell a time more exactly, tell less of it, or tell another; it may repeat a place in other capitals or
tell a new one. Which is which is decided here; what becomes of the event then is `merging`'s and `standing`'s work.
"""

from collections.abc import Mapping

from calendars.events import Event, Origin, reach
from calendars.grammar.spelling import fold
from calendars.programme import Entry
from calendars.times import DaySpan
from calendars.when import NO_HOURS, Hours, Undated, When, Window, with_hours

DETAIL_FIELDS = ("location", "chair", "attendees", "prepared_by", "note")


def merged_when(told: When, now: When) -> When:
    """The time after a document has spoken again: the newer, except where it only tells less of the same."""
    if isinstance(now, Undated) and not isinstance(told, Undated):
        return told
    if _tells_less(told, now):
        return with_hours(told, merged_hours(told.hours, now.hours))
    if days_of(told) == days_of(now) and type(told) is type(now):
        return with_hours(now, merged_hours(told.hours, now.hours))
    return now


def _tells_less(told: When, now: When) -> bool:
    """Whether `now` is a window around days that are known more exactly."""
    if not isinstance(now, Window) or isinstance(told, Undated):
        return False
    days, around = reach(told), DaySpan(now.first, now.last)
    return days is not None and days != around and days.first in around and days.last in around


def merged_hours(told: Hours, now: Hours) -> Hours:
    """The newer hours, or the old ones where the newer say less of the same part of the day."""
    if not now:
        return told
    if now.start is None and told.start is not None and now.part in (None, told.part):
        return told
    if now.start is not None and now.start == told.start and now.end is None:
        return now._replace(end=told.end, part=now.part or told.part)
    return now


def adds_hours(before: When, after: When) -> bool:
    """Whether the later hours only say more than the earlier."""
    if before.hours == NO_HOURS or before.hours == after.hours:
        return True
    if before.hours.start is None:
        return after.hours.start is not None and after.hours.part in (None, before.hours.part)
    return after.hours.start == before.hours.start


def days_of(when: When) -> object:
    """The days of it without the hours."""
    return with_hours(when, NO_HOURS)


def detailed(event: Event, entry: Entry) -> Event:
    """The event with what the entry says beside its time; other capitals or marks alone are no change."""
    told = {
        name: text
        for name in DETAIL_FIELDS
        if (text := getattr(entry, name)) is not None and differing(text, getattr(event, name))
    }
    if entry.groups is not None:
        event = _with_groups(event, entry, told)
    return event._replace(**told) if told else event


def _with_groups(event: Event, entry: Entry, told: Mapping[str, str]) -> Event:
    """The event for the groups that the entry names: in place of the former where it tells them anew."""
    asked = tuple(group for group in entry.groups or () if group not in entry.preparing)
    preparing = entry.preparing
    if "attendees" not in told:
        asked = tuple(group for group in event.groups if group not in event.preparing) + asked
    if "prepared_by" not in told:
        preparing = event.preparing + preparing
    preparing = tuple(dict.fromkeys(group for group in preparing if group not in asked))
    groups = tuple(dict.fromkeys((*asked, *preparing)))
    if (set(groups), set(preparing)) == (set(event.groups), set(event.preparing)):
        return event
    return event._replace(groups=groups, preparing=preparing)


def differing(text: str | None, known: str | None) -> str | None:
    """The text where it says what is not known yet; None where it says nothing, or the same in other letters."""
    if text is None or (known is not None and fold(text).split() == fold(known).split()):
        return None
    return text


def told_by(before: Event, after: Event, entry: Entry, origin: Origin) -> Event:
    """The event as the entry has made it, with where it was told; as it was where nothing of it has changed."""
    if after == before:
        return before
    return after._replace(origin=origin, confidence=entry.confidence, issues=entry.issues)
