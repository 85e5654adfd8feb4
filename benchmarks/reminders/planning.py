"""Planning a million reminders: how long it takes and how much memory, against the budget of 60 s and 300 MB.

    python -m benchmarks.reminders.planning [--people N] [--events N] [--url DATABASE]

A thousand people follow a thousand events, one reminder each. The plan is made, kept, and made again unchanged.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path

from benchmarks.figures import Figure, answer
from calendars.events import Event, Occurrence
from calendars.marks import Category, Status
from calendars.when import Day, Hours
from scheduler.channel_kinds import ChannelKind
from scheduler.database import connect
from scheduler.outbox import Outbox, Scope
from scheduler.people import Address, Follow, Person
from scheduler.reminders import Lead, Office, ReminderRule, plan_reminders

NOW = datetime(2023, 11, 1, tzinfo=UTC)
RULE = ReminderRule(name="day-before", before=Lead(days=1))


def occurrences(count: int) -> Iterator[Occurrence]:
    for n in range(count):
        when = Day(date(2023, 11, 10) + timedelta(days=n % 80), Hours(time_of_day(8 + n % 9)))
        event = Event(
            uid=f"event-{n}",
            calendar="hoi",
            title=f"Cuộc họp số {n}",
            category=Category.MEETING,
            status=Status.CONFIRMED,
            when=when,
            created=NOW,
            revised=NOW,
        )
        yield Occurrence(
            event=event, day=None, when=when, title=event.title, location=None, status=event.status
        )


def followers(count: int) -> list[Person]:
    return [
        Person(
            id=f"p-{n:08x}",
            name=f"Người {n}",
            addresses=(Address(ChannelKind.EMAIL, f"p{n}@example.org"),),
            follows=(Follow(calendar="*"),),
        )
        for n in range(count)
    ]


def memory() -> float:
    """The most this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def plan(url: str, people: list[Person], events: int) -> tuple[int, float]:
    began = time.perf_counter()
    with connect(url) as database, database.transaction() as connection:
        reminders = plan_reminders([RULE], occurrences(events), people, now=NOW, office=Office())
        count = Outbox(connection).replace_plan(reminders, Scope(), now=NOW)
    return count, time.perf_counter() - began


def measure(people: int = 1000, events: int = 1000, url: str = "") -> Iterator[Figure]:
    """So many people, so many events that all of them follow; url: an empty database, SQLite where none is named."""
    told = followers(people)
    before = memory()
    began = time.perf_counter()
    planned = plan_reminders([RULE], occurrences(events), told, now=NOW, office=Office())
    counted = sum(1 for _ in planned)
    alone = time.perf_counter() - began
    with tempfile.TemporaryDirectory() as folder:
        where = url or f"sqlite:///{Path(folder) / 'sched.db'}"
        kept, first = plan(where, told, events)
        most = memory()
        note = f"{counted:,} reminders: {alone:.1f} s to plan them alone, {first:.1f} s planned and kept"
        yield Figure("plan", (first,), note=note)
        yield Figure("plan-memory", (most,), note=f"{before:.0f} MB before planning")
    assert kept == counted


if __name__ == "__main__":
    sys.exit(answer(measure))
