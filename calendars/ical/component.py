"""How one happening looks in a calendar client, as the values of a VEVENT, before any byte is written.

What is hard is to draw without guessing: an event without an hour is an all-day one, a part of a day takes the office's
hours and says so, a window is a tentative bar over its days, an end that is not told is not drawn. Rule numbers are
those of `docs/feeds.md`.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from calendars.events import Event
from calendars.ical.text import clean, clean_line, deadline_title, description, time_line
from calendars.ical.words import Words
from calendars.marks import Category, Status
from calendars.recurrence import DaysOff
from calendars.times import ONE_DAY, OfficeHours
from calendars.when import Day, Hours, Span, When, Window, extent

Moment = date | datetime


class Busy(StrEnum):
    """X-MICROSOFT-CDO-BUSYSTATUS: Outlook goes by it rather than by TRANSP (rules 5.3 and 5.4)."""

    FREE = "FREE"
    TENTATIVE = "TENTATIVE"
    BUSY = "BUSY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One VEVENT. start and end are both days or both instants in the office's zone; end is excluded, None if not told.

    rule is a whole RRULE value with UNTIL; left_out and recurrence_id are of the kind of the series' start.
    """

    uid: str
    start: Moment
    end: Moment | None
    summary: str
    description: str
    location: str | None
    categories: tuple[str, ...]
    status: str
    busy: Busy
    sequence: int
    created: datetime
    revised: datetime
    rule: str | None = None
    left_out: tuple[Moment, ...] = ()
    recurrence_id: Moment | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the office chose about drawing: its zone, its hours, its language ("vi" or "en"), its days off.

    horizon: the last day drawn of a repeat without an end; None for `drawing.YEARS_AHEAD` of the event's last revision,
    which keeps the bytes of an event its own. remarks: sentences that stand first in the description.
    """

    zone: ZoneInfo
    office_hours: OfficeHours
    words: Words
    is_day_off: DaysOff | None = None
    horizon: date | None = None
    remarks: tuple[str, ...] = ()


def component_of(event: Event, when: When, drawing: Drawing) -> Component:
    """The component of one happening of an event, at its time, under the event's UID."""
    start, end = extent_of(when, event.category, drawing)
    status, busy = _standing(event, when)
    words = drawing.words
    lines = description(event, time_line(when, event.category, words), words)
    return Component(
        uid=clean_line(event.uid),
        start=start,
        end=end,
        summary=_summary(event, status, words),
        description=clean("\n".join((*drawing.remarks, *lines))),
        location=clean_line(event.location) if event.location else None,
        categories=_categories(event, words),
        status=status,
        busy=busy,
        sequence=event.sequence,
        created=event.created,
        revised=event.revised,
    )


def extent_of(when: When, category: Category, drawing: Drawing) -> tuple[Moment, Moment | None]:
    """Where it begins and where it ends, both days or both instants; the end None where it is not told."""
    match when:
        case Day(day=day, hours=hours):
            return _hours_of_day(day, day, hours, category, drawing)
        case Window(first=first, last=last, hours=hours) if first == last:
            return _hours_of_day(first, last, hours, category, drawing)
        case Span(first=first, last=date() as last, hours=hours, daily=daily):
            if first == last or (not daily and _crosses_midnight(first, last, hours)):
                return _hours_of_day(first, last, hours, category, drawing)
            return first, last + ONE_DAY
        case Span(first=first):
            return first, first + ONE_DAY
        case _:
            days = extent(when)
            if days is None:
                raise ValueError(f"{when!r} has no day on which it could be drawn")
            return days.first, days.last + ONE_DAY


def _crosses_midnight(first: date, last: date, hours: Hours) -> bool:
    clocks = hours.start is not None and hours.end is not None
    return clocks and last - first == ONE_DAY and hours.end < hours.start  # type: ignore[operator]


def _hours_of_day(
    first: date, last: date, hours: Hours, category: Category, drawing: Drawing
) -> tuple[Moment, Moment | None]:
    begin, finish = hours.start, hours.end
    if begin is None and finish is not None and category is Category.DEADLINE:
        begin, finish = finish, None
    if begin is None and hours.part is not None and (drawn := drawing.office_hours.of(hours.part)):
        begin, finish = drawn[0], finish or drawn[1]
    if begin is None:
        return first, last + ONE_DAY
    start = _instant(first, begin, drawing.zone)
    if finish is None or (finish == begin and first == last):
        return start, None
    end = _instant(last, finish, drawing.zone)
    return start, end if end > start else _instant(last + ONE_DAY, finish, drawing.zone)


def _instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    if clock == time.max:
        return datetime.combine(day + ONE_DAY, time(0), zone)
    return datetime.combine(day, clock, zone)


def _standing(event: Event, when: When) -> tuple[str, Busy]:
    if event.status in (Status.CANCELLED, Status.POSTPONED):
        return "CANCELLED", Busy.FREE
    if event.status is Status.TENTATIVE or isinstance(when, Window):
        return "TENTATIVE", Busy.TENTATIVE
    if event.category is Category.MEETING:
        return "CONFIRMED", Busy.BUSY
    return "CONFIRMED", Busy.FREE


def _summary(event: Event, status: str, words: Words) -> str:
    title = clean_line(event.title)
    if event.category is Category.DEADLINE:
        title = deadline_title(title, words)
    if event.status is Status.POSTPONED:
        return f"{words.postponed} {title}"
    if status == "CANCELLED":
        return f"{words.cancelled} {title}"
    return f"{words.tentative} {title}" if status == "TENTATIVE" else title


def _categories(event: Event, words: Words) -> tuple[str, ...]:
    named = (event.origin.issuer, words.categories[event.category], *event.groups)
    return tuple(dict.fromkeys(filter(None, (clean_line(name) for name in named if name))))
