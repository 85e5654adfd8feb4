"""A calendar of many mixed series, the same each time: repeats of every kind with days moved, cancelled and skipped."""

import random
from datetime import UTC, date, datetime, time, timedelta

from sample_events import event, feed_of

from calendars.events import Event, Override, occurrences_between
from calendars.marks import Category, Status
from calendars.recurrence import Frequency, Recurrence, Roll, WeekdayOf
from calendars.times import VIETNAM, DayPart, DaySpan, OfficeHours
from calendars.when import Day, Days, Hours, Repeat, Span, When, Window

YEAR = DaySpan(date(2024, 1, 1), date(2024, 12, 31))
HOLIDAYS = {date(2024, 1, 1), *(date(2024, 2, d) for d in range(8, 15)), date(2024, 4, 18), date(2024, 9, 2)}
RULES = (
    "FREQ=WEEKLY;BYDAY=FR",
    "FREQ=WEEKLY;BYDAY=MO,WE",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=MONTHLY;BYMONTHDAY=20",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYMONTHDAY=5,20",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10",
    "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20",
    "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO",
)


def is_day_off(day: date) -> bool:
    return day in HOLIDAYS or day.weekday() >= 5


def mixed_events(count: int) -> list[Event]:
    """`count` events that touch 2024, nine in ten of them series."""
    chance = random.Random(20240101)
    return [_event(number, chance) for number in range(count)]


def mixed_feed(many: list[Event]) -> bytes:
    """Their feed."""
    return feed_of(*many, is_day_off=is_day_off, horizon=date(2025, 6, 30))


def expected(many: list[Event]) -> list[tuple[str, str]]:
    """(UID without day, start) of what takes place within 2024, as the calendar itself says."""
    taking_place = [e for e in many if e.status is not Status.CANCELLED]
    return sorted(
        (o.event.uid.partition("@")[0], _start_text(o.when))
        for o in occurrences_between(taking_place, YEAR, is_day_off=is_day_off)
        if YEAR.first <= _first(o.when) <= YEAR.last
    )


def _first(when: When) -> date:
    assert isinstance(when, Day | Span | Window)
    return when.day if isinstance(when, Day) else when.first


def _start_text(when: When) -> str:
    hours = when.hours
    drawn = OfficeHours().of(hours.part) if hours.part else None
    clock = hours.start or (drawn[0] if drawn else None)
    if clock is None or not isinstance(when, Day):
        return _first(when).isoformat()
    return datetime.combine(_first(when), clock, VIETNAM).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _event(number: int, chance: random.Random) -> Event:
    first = YEAR.first + timedelta(days=chance.randrange(-200, 300))
    hours = chance.choice(
        (Hours(), Hours(time(8), time(9, 30)), Hours(time(6, 30), time(7)), Hours(part=DayPart.AFTERNOON))
    )
    when, overrides = _when(first, hours, chance)
    return event(
        when,
        uid=f"mixed{number:05}@sched",
        title=f"Cuộc họp số {number}",
        status=chance.choices((Status.CONFIRMED, Status.TENTATIVE, Status.CANCELLED), (90, 7, 3))[0],
        category=chance.choice((Category.MEETING, Category.MEETING, Category.OBSERVANCE)),
        sequence=chance.randrange(3),
        overrides=overrides,
    )


def _when(first: date, hours: Hours, chance: random.Random) -> tuple[When, tuple[Override, ...]]:
    match chance.randrange(20):
        case 0:
            return Day(max(first, YEAR.first), hours), ()
        case 1:
            return Span(
                max(first, YEAR.first), max(first, YEAR.first) + timedelta(days=chance.randrange(1, 6))
            ), ()
        case 2:
            return Days(tuple(max(first, YEAR.first) + timedelta(days=n * 9) for n in range(4)), hours), ()
    recurrence = Recurrence.from_rrule(
        chance.choice(RULES),
        first=first,
        until=chance.choice((None, first + timedelta(days=chance.randrange(30, 500)))),
        skips_days_off=chance.random() < 0.3,
    )
    if recurrence.frequency is Frequency.MONTHLY and chance.random() < 0.3:
        recurrence = Recurrence.from_rrule(
            recurrence.rrule(), first=first, until=recurrence.until, roll=chance.choice(tuple(Roll))
        )
    return Repeat(recurrence, hours), _overrides(recurrence, hours, chance)


def _overrides(recurrence: Recurrence, hours: Hours, chance: random.Random) -> tuple[Override, ...]:
    """Some days of a weekly series moved to the next day, to another hour, or cancelled."""
    if recurrence.by_day[:1] != (WeekdayOf(4),) or recurrence.frequency is not Frequency.WEEKLY:
        return ()
    fridays = YEAR.first + timedelta(days=(4 - YEAR.first.weekday()) % 7)
    changed = {fridays + timedelta(days=7 * chance.randrange(52)) for _ in range(4)}
    return tuple(
        Override(
            day=day,
            when=chance.choice(
                (None, Day(day, Hours(time(15), time(16))), Day(day + timedelta(days=1), hours))
            ),
        )
        for day in sorted(changed)
        if day >= (recurrence.first or day) and day <= (recurrence.until or day)
    )
