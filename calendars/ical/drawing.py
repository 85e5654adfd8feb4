"""How an event looks in a calendar client: its components as values, before any byte is written.

What is hard is to draw without guessing: an event without an hour is an all-day one, a part of a day takes the office's
hours and says so, a window is a tentative bar over its days, an end that is not told is not drawn. Rule numbers are
those of `docs/feeds.md`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from calendars.events import Event, Override
from calendars.ical.series import Series, outlook_rule, series_of
from calendars.ical.text import WHOLE_DAY, Words, clean, clean_line, deadline_title, description, time_line
from calendars.programme import Category, Status
from calendars.recurrence import DaysOff, Frequency, Recurrence
from calendars.times import ONE_DAY, DaySpan, OfficeHours
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, When, Window, extent

Moment = date | datetime

YEARS_AHEAD = 2
"""A repeat without an end is drawn to the end of this many years after its event was last revised."""
MOST_YEARS = 40
"""No repeat is drawn further than this from its first day, whatever end it gives."""


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

    horizon: the last day drawn of a repeat without an end; None for `YEARS_AHEAD` of the event's last revision, which
    keeps the bytes of an event its own.
    """

    zone: ZoneInfo
    office_hours: OfficeHours
    words: Words
    is_day_off: DaysOff | None = None
    horizon: date | None = None


def draw(event: Event, drawing: Drawing, remarks: tuple[str, ...] = ()) -> tuple[Component, ...]:
    """The components of one event, in order; none where it has no day yet, or no occurrence before the horizon.

    remarks: sentences that stand in the description as they are, such as a clash with another meeting.
    """
    overrides = {override.day: override for override in event.overrides}
    match event.when:
        case Undated():
            components: list[Component] = []
        case Days(days=days, hours=hours):
            components = list(
                _single_days(event, [(day, day) for day in days], hours, overrides, drawing, remarks)
            )
        case Repeat(recurrence=recurrence, hours=hours):
            components = list(_repeat(event, recurrence, hours, overrides, drawing, remarks))
        case Span(first=first, last=date() as last, hours=hours, daily=True) if (
            hours and hours != WHOLE_DAY and first != last
        ):
            every_day = Recurrence(frequency=Frequency.DAILY, first=first, until=last)
            components = list(_repeat(event, every_day, hours, overrides, drawing, remarks))
        case when:
            components = [_component(event, when, drawing, remarks)]
    return (*components, *_beside(event, overrides, drawing, remarks))


def uid_of_day(uid: str, day: date) -> str:
    """The UID of one of several separate days: the event's own with the day put in before its "@", or at its end."""
    name, at, host = uid.partition("@")
    return f"{name}-{day:%Y%m%d}{at}{host}"


def _single_days(
    event: Event,
    days: Iterable[tuple[date, date]],
    hours: Hours,
    overrides: dict[date, Override],
    drawing: Drawing,
    remarks: tuple[str, ...],
) -> Iterator[Component]:
    """An event for each day; one that was cancelled stays as such (rule 5.1), since nothing else would tell of it."""
    for day, falls in days:
        override = overrides.pop(day, None)
        if override is None or override.when is None:
            one = event if override is None else replace(event, status=Status.CANCELLED)
            component = _component(one, Day(falls, hours), drawing, remarks)
        elif isinstance(override.when, Undated):
            continue
        else:
            component = _component(_overridden(event, override), override.when, drawing, remarks)
        yield replace(component, uid=uid_of_day(event.uid, day))


def _repeat(
    event: Event,
    recurrence: Recurrence,
    hours: Hours,
    overrides: dict[date, Override],
    drawing: Drawing,
    remarks: tuple[str, ...],
) -> Iterator[Component]:
    """A series and its changed days; cancelled days are exceptions of the rule (rule 5.2)."""
    begins = recurrence.first or event.created.astimezone(drawing.zone).date()
    span = DaySpan(begins, _bound(recurrence, begins, event, drawing))
    like_series = _extent(Day(begins, hours), event.category, drawing)[0]
    dropped = {
        day
        for day, override in overrides.items()
        if not _is_alike(override, like_series, event.category, drawing)
    }
    series = series_of(
        recurrence,
        span,
        cancelled=dropped if outlook_rule(recurrence) else (),
        changed=overrides.keys() - dropped,
        is_day_off=drawing.is_day_off,
    )
    if series is None:
        return
    if series.rule is None:
        yield from _single_days(event, series.days, hours, overrides, drawing, remarks)
        return
    master = _component(event, Day(series.first, hours), drawing, remarks)
    yield replace(
        master,
        rule=f"{series.rule};UNTIL={_until(master.start, series)}",
        left_out=tuple(on_day(master.start, day) for day in series.left_out),
    )
    for day, falls in series.days:
        override = overrides.pop(day, None)
        if override is not None and override.when is not None:
            component = _component(_overridden(event, override), override.when, drawing, remarks)
        elif falls != day:
            component = _component(event, Day(falls, hours), drawing, remarks)
        else:
            continue
        yield replace(component, recurrence_id=on_day(master.start, day))


def _is_alike(override: Override, start: Moment, category: Category, drawing: Drawing) -> bool:
    """Whether a changed day can stay in the series that starts at `start`.

    It cannot where it is cancelled, not known, or a whole day in a series with an hour and the other way round, of
    which some clients lose the hour.
    """
    if override.when is None or isinstance(override.when, Undated):
        return False
    moved = _extent(override.when, category, drawing)[0]
    return isinstance(moved, datetime) == isinstance(start, datetime)


def _beside(
    event: Event, overrides: dict[date, Override], drawing: Drawing, remarks: tuple[str, ...]
) -> Iterator[Component]:
    """Changed days outside the series, each an event: clients differ on a recurrence-id that has no match."""
    for day, override in sorted(overrides.items()):
        if override.when is not None and not isinstance(override.when, Undated):
            component = _component(_overridden(event, override), override.when, drawing, remarks)
            yield replace(component, uid=uid_of_day(event.uid, day))


def _bound(recurrence: Recurrence, begins: date, event: Event, drawing: Drawing) -> date:
    """The last day to draw: the recurrence's own end, else the horizon (rule 6.5), and no more than a working life."""
    revised = event.revised.astimezone(drawing.zone).date()
    horizon = drawing.horizon or date(max(revised, begins).year + YEARS_AHEAD, 12, 31)
    ends = min(recurrence.until or horizon, date(begins.year + MOST_YEARS, 12, 31))
    return max(begins, ends)


def _until(start: Moment, series: Series) -> str:
    """UNTIL as rule 6.2 wants it: a day for days, UTC for instants."""
    last = on_day(start, series.last)
    if isinstance(last, datetime):
        return last.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return last.strftime("%Y%m%d")


def on_day(start: Moment, day: date) -> Moment:
    """Another day of a series that begins at `start`: the same hour of that day, or the day itself."""
    return datetime.combine(day, start.timetz()) if isinstance(start, datetime) else day


def _overridden(event: Event, override: Override) -> Event:
    return replace(
        event,
        title=override.title or event.title,
        location=override.location or event.location,
        chair=override.chair or event.chair,
        note=override.note or event.note,
    )


def _component(event: Event, when: When, drawing: Drawing, remarks: tuple[str, ...]) -> Component:
    start, end = _extent(when, event.category, drawing)
    status, busy = _standing(event, when)
    words = drawing.words
    lines = description(event, time_line(when, event.category, words), words)
    return Component(
        uid=clean_line(event.uid),
        start=start,
        end=end,
        summary=_summary(event, status, words),
        description=clean("\n".join((*remarks, *lines))),
        location=clean_line(event.location) if event.location else None,
        categories=_categories(event, words),
        status=status,
        busy=busy,
        sequence=event.sequence,
        created=event.created,
        revised=event.revised,
    )


def _extent(when: When, category: Category, drawing: Drawing) -> tuple[Moment, Moment | None]:
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
