"""The components of an event: one for a day, several for separate days, a series with its changed days.

What is hard is that each client understands its own part of a series: what a rule cannot say becomes exceptions,
changed occurrences or events of their own, and all of them together show the days of the calendar. Rule numbers are
those of `docs/feeds.md`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from calendars.events import Event, Override
from calendars.ical.component import Component, Drawing, Moment, component_of, extent_of
from calendars.ical.series import Series, outlook_rule, series_of
from calendars.ical.text import WHOLE_DAY
from calendars.marks import Category, Status
from calendars.recurrence import Frequency, Recurrence
from calendars.times import DaySpan
from calendars.when import Day, Days, Hours, Repeat, Span, Undated

YEARS_AHEAD = 2
"""A repeat without an end is drawn to the end of this many years after its event was last revised."""
MOST_YEARS = 40
"""No repeat is drawn further than this from its first day, whatever end it gives."""


def draw(event: Event, drawing: Drawing) -> tuple[Component, ...]:
    """The components of one event, in order; none where it has no day yet, or no occurrence before the horizon."""
    if isinstance(event.when, Undated) and event.postponed_from is not None:
        # What its readers have of it must be taken back (rule 5.1).
        event = event._replace(when=event.postponed_from, status=Status.POSTPONED)
    overrides = {override.day: override for override in event.overrides}
    match event.when:
        case Undated():
            components: list[Component] = []
        case Days(days=days, hours=hours):
            components = list(_single_days(event, [(day, day) for day in days], hours, overrides, drawing))
        case Repeat(recurrence=recurrence, hours=hours):
            components = list(_repeat(event, recurrence, hours, overrides, drawing))
        case Span(first=first, last=date() as last, hours=hours, daily=True) if (
            hours and hours != WHOLE_DAY and first != last
        ):
            every_day = Recurrence(frequency=Frequency.DAILY, first=first, until=last)
            components = list(_repeat(event, every_day, hours, overrides, drawing))
        case when:
            components = [component_of(event, when, drawing)]
    return (*components, *_beside(event, overrides, drawing))


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
) -> Iterator[Component]:
    """An event for each day; one that was cancelled stays as such (rule 5.1), since nothing else would tell of it."""
    for day, falls in days:
        override = overrides.pop(day, None)
        if override is None or override.when is None or isinstance(override.when, Undated):
            one = event if override is None else event._replace(status=Status.CANCELLED)
            component = component_of(one, Day(falls, hours), drawing)
        else:
            component = component_of(_overridden(event, override), override.when, drawing)
        yield replace(component, uid=uid_of_day(event.uid, day))


def _repeat(
    event: Event,
    recurrence: Recurrence,
    hours: Hours,
    overrides: dict[date, Override],
    drawing: Drawing,
) -> Iterator[Component]:
    """A series and its changed days; cancelled days are exceptions of the rule (rule 5.2)."""
    begins = recurrence.first or event.created.astimezone(drawing.zone).date()
    span = DaySpan(begins, _bound(recurrence, begins, event, drawing))
    like_series = extent_of(Day(begins, hours), event.category, drawing)[0]
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
        yield from _single_days(event, series.days, hours, overrides, drawing)
        return
    master = component_of(event, Day(series.first, hours), drawing)
    yield replace(
        master,
        rule=f"{series.rule};UNTIL={_until(master.start, series)}",
        left_out=tuple(on_day(master.start, day) for day in series.left_out),
    )
    for day, falls in series.days:
        override = overrides.pop(day, None)
        if override is not None and override.when is not None:
            component = component_of(_overridden(event, override), override.when, drawing)
        elif falls != day:
            component = component_of(event, Day(falls, hours), drawing)
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
    moved = extent_of(override.when, category, drawing)[0]
    return isinstance(moved, datetime) == isinstance(start, datetime)


def _beside(event: Event, overrides: dict[date, Override], drawing: Drawing) -> Iterator[Component]:
    """Changed days outside the series, each an event: clients differ on a recurrence-id that has no match."""
    for day, override in sorted(overrides.items()):
        if override.when is not None and not isinstance(override.when, Undated):
            component = component_of(_overridden(event, override), override.when, drawing)
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
    return event._replace(
        title=override.title or event.title,
        location=override.location or event.location,
        chair=override.chair or event.chair,
        note=override.note or event.note,
    )
