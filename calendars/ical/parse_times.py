"""What a foreign VEVENT says of time, as a When in the office's zone.

What is hard: instants come in any zone, in UTC or floating, ends are excluded or given as a length, and a series keeps
its clock in its own zone. A repeat stays a repeat where the office's zone keeps the same clock; elsewhere, and for
rules that a `Recurrence` cannot hold, its days are written out up to a horizon.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from calendars.events import Override
from calendars.expansion import days_between
from calendars.marks import Issue
from calendars.recurrence import Frequency, Recurrence
from calendars.times import ONE_DAY, DaySpan
from calendars.when import Day, Days, Hours, Repeat, Span, When

Properties = Mapping[str, Any]
"""A component as the icalendar library reads it: a property is of one of thirty classes, or broken."""

YEARS = range(1900, 2200)
LONGEST = timedelta(days=366 * 50)
MOST_OCCURRENCES = 750
"""Days of a series that are written out; a daily one of two years."""
MOST_COUNTED = 20_000
"""How far a COUNT is followed."""


@dataclass(frozen=True, slots=True)
class ReadTime:
    """When a foreign event is: its days, the days of its series that differ, and what was odd."""

    when: When
    overrides: tuple[Override, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_time(component: Properties, zone: ZoneInfo, horizon: date) -> ReadTime:
    """The days and hours of a VEVENT, in the office's zone. ValueError where it has no usable DTSTART.

    horizon: how far a series that must be written out is followed.
    """
    start, lasts = bounds(component)
    once = when_of(start, lasts, zone)
    issues: tuple[Issue, ...] = ()
    if isinstance(start, datetime) and start.tzinfo is None:
        zone_told = component["DTSTART"].params.get("TZID")
        issues = (_without_zone(zone_told),)
    if (_length(component, start) or ONE_DAY) < timedelta(0):
        issues += (
            Issue("end-ignored", "its end is before its beginning or of another kind, and is left out"),
        )
    if "DTEND" in component and "DURATION" in component and component["DURATION"].dt != lasts:
        issues += (Issue("two-ends", "it has an end and a length that differ; the end is kept"),)
    rules = [rule for rule in _values(component, "RRULE") if _is_sane(rule)]
    if len(rules) < len(_values(component, "RRULE")):
        issues += (Issue("rule-not-understood", "its rule is not followed: only its first day is kept"),)
    extra = [moment for moment, _ in _moments(component, "RDATE")]
    if not rules and not extra:
        return ReadTime(once, (), issues)
    left_out = {local_day(moment, zone) for moment, _ in _moments(component, "EXDATE")}
    if len(rules) == 1 and isinstance(once, Day) and _same_clock(start, zone):
        recurrence = _recurrence(rules[0], start, zone, left_out)
        if recurrence is not None:
            beside = [moment for moment in extra if local_day(moment, zone) not in left_out]
            if not any(days_between(recurrence, DaySpan(once.day, once.day))) and once.day not in left_out:
                # RFC 5545 leaves open what a DTSTART outside its own rule means; every client shows it.
                beside.append(start)
            overrides = tuple(Override(day=local_day(m, zone), when=when_of(m, lasts, zone)) for m in beside)
            return ReadTime(Repeat(recurrence, once.hours), overrides, issues)
    return _written_out(start, lasts, rules, extra, left_out, zone, horizon, issues)


def _without_zone(told: str | None) -> Issue:
    if told is None:
        return Issue("floating-time", "an hour without a zone is taken for the office's own")
    return Issue(
        "unknown-zone",
        f"its zone {told!r} is not known and not in the file; its hours are taken for the office's own",
    )


def bounds(component: Properties) -> tuple[date, timedelta | None]:
    """The start as written, and how long it lasts: None where an instant has no end, a day where a date has none.

    An end that cannot be (before the start, or a day for an hour) counts as none. ValueError for days that no office
    has: some programs write the year 9999 for "always", after which there is no day.
    """
    start: date = component["DTSTART"].dt
    lasts = _length(component, start)
    if lasts is None or lasts < timedelta(0):
        lasts = None
    if start.year not in YEARS or (lasts is not None and lasts > LONGEST):
        raise ValueError(f"it lies outside the years {YEARS.start} to {YEARS.stop - 1}")
    if isinstance(start, datetime):
        return start, lasts or None
    return start, max(lasts or ONE_DAY, ONE_DAY)


def _length(component: Properties, start: date) -> timedelta | None:
    """How long it is said to last, which may be impossible; None where nothing is said."""
    if "DTEND" not in component:
        length: timedelta | None = component["DURATION"].dt if "DURATION" in component else None
        return length
    end: date = component["DTEND"].dt
    if isinstance(start, datetime) != isinstance(end, datetime):
        return -ONE_DAY
    if isinstance(start, datetime) and isinstance(end, datetime) and not (start.tzinfo and end.tzinfo):
        start, end = start.replace(tzinfo=None), end.replace(tzinfo=None)
    return end - start


def when_of(start: date, lasts: timedelta | None, zone: ZoneInfo) -> Day | Span:
    """The day or days of one happening, in the office's zone; a night that ends within a day is its first day's."""
    if not isinstance(start, datetime):
        last = start + (lasts or ONE_DAY) - ONE_DAY
        return Day(start) if last == start else Span(start, last)
    begins = local(start, zone)
    first, clock = begins.date(), _clock(begins)
    if lasts is None:
        return Day(first, Hours(start=clock))
    ends = local(start + lasts if start.tzinfo is None else start.astimezone(UTC) + lasts, zone)
    last, finish = ends.date(), _clock(ends)
    if finish == time(0) and last > first:
        last, finish = last - ONE_DAY, time.max
    if last == first or (last - first == ONE_DAY and finish < clock):
        return Day(first, Hours(clock, finish) if finish != clock else Hours(start=clock))
    return Span(first, last, Hours(clock, finish))


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """The instant in the office's zone; a floating one, for which the file names no zone, is the office's."""
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def local_day(moment: date, zone: ZoneInfo) -> date:
    """The office's day on which it falls."""
    return local(moment, zone).date() if isinstance(moment, datetime) else moment


def _clock(at: datetime) -> time:
    return at.time().replace(second=0, microsecond=0)


def _values(component: Properties, name: str) -> list[Any]:
    found = component.get(name)
    return found if isinstance(found, list) else [] if found is None else [found]


def _moments(component: Properties, name: str) -> Iterator[tuple[date, timedelta | None]]:
    """The days or instants of RDATE or EXDATE, a period's with its length."""
    for value in _values(component, name):
        for item in value.dts:
            if isinstance(item.dt, tuple):
                begin, rest = item.dt
                yield begin, rest if isinstance(rest, timedelta) else rest - begin
            else:
                yield item.dt, None


def _is_sane(rule: Any) -> bool:
    """Whether it repeats by days or longer, goes on, and counts weekdays that there are: no month has a sixth Monday.

    Others would be walked for ever, or stop the walk.
    """
    frequency, interval = rule.get("FREQ", [""])[0], rule.get("INTERVAL", [1])[0]
    # RFC 5545, 3.3.10: the number before a weekday counts within the month, or within the year.
    weeks = 53 if frequency == Frequency.YEARLY and "BYMONTH" not in rule else 5
    return (
        frequency in tuple(Frequency)
        and interval >= 1
        and rule.get("COUNT", [1])[0] >= 1
        and all(abs(day.relative or 0) <= weeks for day in rule.get("BYDAY", ()))
    )


def _same_clock(start: date, zone: ZoneInfo) -> bool:
    """Whether a series that keeps its own zone's clock keeps the office's too, on the same days."""
    if not isinstance(start, datetime) or start.tzinfo is None:
        return True
    if local(start, zone).date() != start.date():
        return False
    seasons = [start.replace(tzinfo=None) + timedelta(days=91 * quarter) for quarter in range(4)]
    offsets = {
        (at.replace(tzinfo=start.tzinfo).utcoffset() or timedelta(0))
        - (at.replace(tzinfo=zone).utcoffset() or timedelta(0))
        for at in seasons
    }
    return len(offsets) == 1


def _recurrence(rule: Any, start: date, zone: ZoneInfo, left_out: set[date]) -> Recurrence | None:
    """The rule as a Recurrence, or None where it has parts that this cannot hold."""
    plain = {name: values for name, values in rule.items() if name not in ("UNTIL", "COUNT", "WKST")}
    weeks_matter = rule.get("FREQ") == ["WEEKLY"] and rule.get("INTERVAL", [1]) != [1]
    if weeks_matter and rule.get("WKST", ["MO"]) != ["MO"]:
        return None
    try:
        text = type(rule)(plain).to_ical().decode()
        recurrence = Recurrence.from_rrule(
            text, first=local_day(start, zone), left_out=tuple(sorted(left_out))
        )
    except ValueError:
        return None
    return recurrence._replace(until=_last_day(rule, start, zone, recurrence))


def _last_day(rule: Any, start: date, zone: ZoneInfo, recurrence: Recurrence) -> date | None:
    """The day that bounds the recurrence: UNTIL's, or that of its COUNT's last; None where it has no end."""
    if "COUNT" not in rule:
        until = _until_day(rule, start, zone)
        return until and max(until, local_day(start, zone))
    first, count = local_day(start, zone), min(rule["COUNT"][0], MOST_COUNTED)
    for years in (2, 20, 200):
        span = DaySpan(first, date(min(first.year + years, date.max.year), 12, 31))
        days = list(islice(days_between(recurrence._replace(left_out=()), span), count))
        if len(days) == count:
            break
    return days[-1] if days else first


def _until_day(rule: Any, start: date, zone: ZoneInfo) -> date | None:
    if "UNTIL" not in rule:
        return None
    until: date = rule["UNTIL"][0]
    last = local_day(until, zone)
    if isinstance(until, datetime) and isinstance(start, datetime):
        # The bound is an instant: on its last day the series happens only if it begins by then.
        last -= ONE_DAY if _clock(local(until, zone)) < _clock(local(start, zone)) else timedelta(0)
    return last


def _rule(rule: Any, start: date) -> Iterable[datetime]:
    """The days of a walk over a rule on its own clock, without zone and without UNTIL."""
    walked = {name: values for name, values in rule.items() if name != "UNTIL"}
    begin = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime.combine(start, time(0))
    text = type(rule)(walked).to_ical().decode()
    return rrulestr(text, dtstart=begin)


def _written_out(
    start: date,
    lasts: timedelta | None,
    rules: list[Any],
    extra: list[date],
    left_out: set[date],
    zone: ZoneInfo,
    horizon: date,
    issues: tuple[Issue, ...],
) -> ReadTime:
    """Each day of a series for itself, up to the horizon; the commonest hours are the series', others differ."""
    moments = {start, *extra}
    for rule in rules:
        moments |= set(_walked(rule, start, zone, horizon))
    happening: dict[date, Day | Span] = {}
    for when in sorted((when_of(moment, lasts, zone) for moment in moments), key=_first):
        if _first(when) not in left_out:
            happening.setdefault(_first(when), when)
    if len(moments) > len(happening) + len(left_out):
        issues += (Issue("several-times-a-day", "of several times on one day only the first is kept"),)
    if not happening:
        raise ValueError("every day of its series is left out")
    if len(happening) == 1:
        return ReadTime(next(iter(happening.values())), (), issues)
    usual = _commonest(when.hours for when in happening.values() if isinstance(when, Day))
    overrides = tuple(
        Override(day=day, when=when) for day, when in happening.items() if when != Day(day, usual)
    )
    return ReadTime(Days(tuple(sorted(happening)), usual), overrides, issues)


def _walked(rule: Any, start: date, zone: ZoneInfo, horizon: date) -> Iterator[date]:
    last = min(_until_day(rule, start, zone) or horizon, horizon)
    for number, at in enumerate(_rule(rule, start)):
        if not isinstance(start, datetime):
            moment: date = at.date()
        else:
            moment = at.replace(tzinfo=start.tzinfo)
        if local_day(moment, zone) > last or number >= MOST_OCCURRENCES:
            return
        yield moment


def _first(when: Day | Span) -> date:
    return when.day if isinstance(when, Day) else when.first


def _commonest(hours: Iterable[Hours]) -> Hours:
    seen = list(hours)
    return max(seen, key=seen.count) if seen else Hours()
