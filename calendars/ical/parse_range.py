"""RECURRENCE-ID with RANGE=THISANDFUTURE: one change for an occurrence and all later ones (RFC 5545 section 3.2.13).

What is hard is that an event keeps its changes day by day. So the change is written out for each later day up to a
horizon, where a series that goes on further ends: what lies beyond would else be shown as it was.
"""

from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from calendars.events import Event, Override
from calendars.expansion import days_between
from calendars.ical.parse_times import MOST_OCCURRENCES, Properties, bounds, local, local_day, when_of
from calendars.ical.parse_words import status_of, text_of, title_of
from calendars.marks import Category, Status
from calendars.times import ONE_DAY, DaySpan
from calendars.when import Day, Days, Repeat, Span, When

THIS_AND_FUTURE = "THISANDFUTURE"


def range_of(part: Properties) -> str:
    """For which occurrences beside its own a change holds, as its RECURRENCE-ID says; empty for none."""
    return str(getattr(part["RECURRENCE-ID"], "params", {}).get("RANGE", "")).upper()


def changed_from(event: Event, part: Properties, zone: ZoneInfo, horizon: date) -> Event:
    """The event with its occurrences changed from the day on that the component names.

    Each is moved by as much as that day's, as the office's clock shows it. horizon: how far a series is followed.
    ValueError where the event has no occurrence on that day.
    """
    day = local_day(part["RECURRENCE-ID"].dt, zone)
    days = _days_from(event, day, horizon)
    if day not in days:
        raise ValueError(f"the series has nothing on {day:%d/%m/%Y}, from which on this should hold")
    if status_of(part) is Status.CANCELLED:
        return _ended(event, day)
    start, lasts = bounds(part)
    shift = local_day(start, zone) - day
    like_it = Override(
        day=day,
        when=None,
        title=title_of(part, Category.MEETING, status_of(part)),
        location=text_of(part, "LOCATION"),
        note=text_of(part, "DESCRIPTION"),
    )
    overrides = {override.day: override for override in event.overrides}
    for each in days:
        overrides[each] = like_it._replace(day=each, when=_at(start, each + shift, lasts, zone))
    return event._replace(
        when=_followed(event.when, days[-1] if len(days) == MOST_OCCURRENCES else horizon),
        overrides=tuple(overrides[each] for each in sorted(overrides)),
    )


def _days_from(event: Event, day: date, horizon: date) -> list[date]:
    """The days of the event from that one on, those beside its pattern with them."""
    match event.when:
        case Repeat(recurrence=recurrence) if day <= horizon:
            found = set(islice(days_between(recurrence, DaySpan(day, horizon)), MOST_OCCURRENCES))
        case Days(days=days):
            found = {each for each in days if each >= day}
        case _:
            return []
    beside = {o.day for o in event.overrides if o.day >= day and o.when is not None}
    return sorted(found | beside)[:MOST_OCCURRENCES]


def _at(start: date, day: date, lasts: timedelta | None, zone: ZoneInfo) -> Day | Span:
    """The same hours on another day."""
    if not isinstance(start, datetime):
        return when_of(day, lasts, zone)
    return when_of(datetime.combine(day, local(start, zone).time(), zone), lasts, zone)


def _followed(when: When, last: date) -> When:
    """The series as far as its change was written out."""
    if isinstance(when, Repeat) and (when.recurrence.until is None or when.recurrence.until > last):
        return when._replace(recurrence=when.recurrence._replace(until=last))
    return when


def _ended(event: Event, day: date) -> Event:
    """The event without its occurrences from that day on."""
    kept = tuple(override for override in event.overrides if override.day < day)
    match event.when:
        case Repeat(recurrence=recurrence) if recurrence.first is None or recurrence.first < day:
            shorter = recurrence._replace(until=day - ONE_DAY)
            return event._replace(when=event.when._replace(recurrence=shorter), overrides=kept)
        case Days(days=days) if days[0] < day:
            gone = tuple(Override(day=each, when=None) for each in days if each >= day)
            return event._replace(overrides=(*kept, *gone))
        case _:
            return event._replace(status=Status.CANCELLED)
