"""Planning a million reminders: how long it takes and how much memory, against the budget of 60 s and 300 MB.

    python benchmarks/reminders/planning.py [DATABASE_URL] [--people N] [--events N]

A thousand people follow a thousand events, one reminder each. The plan is made, kept, and made again unchanged.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path

from calendars.events import Event, Occurrence
from calendars.programme import Category, Status
from calendars.when import Day, Hours
from scheduler.database import connect
from scheduler.outbox import Outbox, Scope
from scheduler.people import Address, ChannelKind, Follow, Person
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url", nargs="?")
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--events", type=int, default=1000)
    options = parser.parse_args()
    people = followers(options.people)
    before = memory()
    began = time.perf_counter()
    counted = sum(
        1 for _ in plan_reminders([RULE], occurrences(options.events), people, now=NOW, office=Office())
    )
    print(f"planned only:   {counted:>9,} reminders in {time.perf_counter() - began:6.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        url = options.url or f"sqlite:///{Path(folder) / 'sched.db'}"
        count, seconds = plan(url, people, options.events)
        print(f"planned, kept:  {count:>9,} reminders in {seconds:6.1f} s (budget 60 s)")
        count, seconds = plan(url, people, options.events)
        print(f"planned again:  {count:>9,} reminders in {seconds:6.1f} s")
    print(f"memory: {memory():.0f} MB at most (budget 300 MB), {before:.0f} MB before")


if __name__ == "__main__":
    main()
