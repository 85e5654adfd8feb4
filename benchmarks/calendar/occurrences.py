"""The occurrences of mixed series in one month: ours, dateutil's, recurring-ical-events', libical's where it is there.

    python -m benchmarks.calendar.occurrences [--series N] [--peers N] [--rounds N]

The series are the kinds that offices have, begun over ten years; the month lies after all of them began. Ours
and libical run on all of them, the slow peers on some, which is counted up in proportion; on those the number of
occurrences must be the same. libical seeks: its iterator is set to the month instead of walking there.
"""

import gc
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

import recurring_ical_events
from dateutil.rrule import rrulestr
from icalendar import Calendar, vRecur
from icalendar import Event as IcalEvent

from benchmarks.calendar.libical_seeking import Seeking, available
from benchmarks.figures import Figure, answer
from calendars.events import Event, occurrences_between
from calendars.expansion import days_between
from calendars.marks import Category, Status
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.times import VIETNAM, DaySpan, month_span
from calendars.when import Hours, Repeat
from scheduler.cli import COLLECTED_AFTER

MONTH = month_span(2023, 11)
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
    assert recurrence.first is not None
    year = DaySpan(recurrence.first, recurrence.first + timedelta(days=366))
    return recurrence._replace(first=next(days_between(recurrence, year)))


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


def timed(work: Callable[[], int], rounds: int) -> tuple[int, tuple[float, ...]]:
    """The result, and the processor seconds of each round: others may be busy on this machine."""
    spent, result = [], 0
    for _ in range(rounds):
        began = time.process_time()
        result = work()
        spent.append(time.process_time() - began)
    return result, tuple(spent)


def measure(series: int = 10_000, peers: int = 2000, rounds: int = 5) -> Iterator[Figure]:
    """peers: the series that the slow peers are given; their time is counted up in proportion."""
    events = mixed_series(series)
    few = events[:peers]
    share = series / len(few)
    calendar = as_icalendar(few)
    # What stands ready is out of the collector's sight, for all alike: it would else be walked through again and again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECTED_AFTER)  # as every `sched` runs
    count, whole = timed(lambda: by_us(events), rounds)
    _, days = timed(lambda: days_by_us(events), rounds)
    wanted = by_us(few)
    by_recurring, recurring = timed(lambda: by_recurring_ical_events(calendar), 1)
    by_dateutils, dateutils = timed(lambda: by_dateutil(few), 1)
    told = {"recurring-ical-events": by_recurring == wanted, "dateutil": by_dateutils == wanted}
    note = f"{series:,} series, {MONTH.first:%m/%Y}: {count:,} occurrences; the slow peers ran on {len(few):,} of them"
    yield Figure("occurrences", whole, tuple(spent * share for spent in recurring), note)
    yield Figure("occurrences-dateutil", days, tuple(spent * share for spent in dateutils))
    sought: tuple[float, ...] = ()
    if available():
        by_libical, sought = timed(Seeking(events, MONTH), rounds)
        told["libical"] = by_libical == count
    yield Figure(
        "occurrences-libical", days, sought, "libical by ctypes: its iterator is set to the month's first day"
    )
    differing = [peer for peer, same in told.items() if not same]
    told_words = f"compared with {', '.join(told)}; different: {', '.join(differing) or 'none'}"
    yield Figure("occurrences-same", (len(differing),), note=told_words)


if __name__ == "__main__":
    sys.exit(answer(measure))
