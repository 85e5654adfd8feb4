"""Importing a month's programme against a calendar of 50,000 events: looking, comparing, keeping.

    python -m benchmarks.calendar.comparing [--events N] [--rounds N]

The events lie over ten years in an SQLite file; the programme has 40 items, half of which go on, close or move what is
there. Budget: a second, reading the document apart (a few milliseconds, see benchmarks for reading).
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from benchmarks.figures import Figure, answer
from calendars.events import Event, Origin
from calendars.marks import Category, Passage, Status
from calendars.programme import Entry, Kind, Programme, Source
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.releases import ReleaseStore
from calendars.revision import compare
from calendars.store import CalendarStore
from calendars.times import month_span
from calendars.when import Day, Repeat, When, Window
from scheduler.database import connect

SLUG = "bench"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
HEADS = (
    "Họp",
    "Hội nghị",
    "Giao ban",
    "Tập huấn",
    "Sơ kết",
    "Tổng kết",
    "Làm việc với",
    "Kiểm tra",
    "Giám sát",
)
TOPICS = ("công tác Hội", "phong trào thi đua", "Đề án", "bình đẳng giới", "an toàn thực phẩm", "khởi nghiệp")
PLACES = (
    "huyện Tân Lập",
    "huyện Phú Khê",
    "xã Hòa Sơn",
    "Sở Y tế",
    "Ban Thường vụ",
    "Đảng đoàn",
    "tổ biên tập",
)


def title(chance: random.Random) -> str:
    words = chance.choice(HEADS), chance.choice(TOPICS), str(chance.randint(1, 2000)), chance.choice(PLACES)
    return " ".join(words)


def old_events(count: int) -> list[Event]:
    chance = random.Random(11)
    events = []
    for number in range(count):
        day = date(2017, 1, 1) + timedelta(days=chance.randrange(3650))
        when: When = Day(day)
        if number % 20 == 0:
            first, friday = day.replace(day=1), (WeekdayOf(chance.randrange(5)),)
            weekly = Recurrence(
                frequency=Frequency.WEEKLY, by_day=friday, first=first, until=first + timedelta(days=27)
            )
            when = Repeat(weekly)
        elif number % 10 == 1:
            when = Window(day, day + timedelta(days=9))
        events.append(
            Event(
                uid=f"{number}@bench",
                calendar=SLUG,
                title=title(chance),
                category=Category.MEETING,
                status=Status.TENTATIVE if isinstance(when, Window) else Status.CONFIRMED,
                when=when,
                created=NOW,
                revised=NOW,
                origin=Origin(document="0" * 64, as_of=day - timedelta(days=20), passages=(Passage("x", 1),)),
            )
        )
    return events


def programme_of(events: list[Event]) -> Programme:
    chance = random.Random(13)
    period = month_span(2024, 11)
    windows = [
        e for e in events if isinstance(e.when, Window) and period.first <= e.when.first <= period.last
    ][:20]
    entries = [_entry(e.title, Day(e.when.first)) for e in windows if isinstance(e.when, Window)]
    days = list(period)
    entries += [_entry(title(chance), Day(chance.choice(days))) for _ in range(40 - len(entries))]
    return Programme(
        source=Source(name="bench.txt", sha256="1" * 64, media_type="text/plain"),
        kind=Kind.MONTHLY,
        issued=date(2024, 10, 30),
        period=period,
        entries=tuple(entries),
    )


def _entry(words: str, when: When) -> Entry:
    return Entry(title=words, category=Category.MEETING, status=Status.CONFIRMED, when=when)


def imported_in(folder: Path, events: list[Event], programme: Programme) -> tuple[float, str]:
    """Seconds of an import into a new database of these events, and what took how long."""
    with connect(f"sqlite:///{folder}/bench.db") as database:
        with database.transaction() as connection:
            store = CalendarStore(connection)
            store.open_calendar(SLUG, NOW)
            store.keep_events(events)
        marks = [time.perf_counter()]
        with database.transaction() as connection:
            store = CalendarStore(connection)
            store.keep_document(programme.source, b"bench", NOW)
            near = store.events_for(programme, SLUG)
            marks.append(time.perf_counter())
            revision = compare(near, programme, calendar=SLUG, now=NOW)
            marks.append(time.perf_counter())
            ReleaseStore(connection).publish(revision, programme=programme, now=NOW)
        marks.append(time.perf_counter())
    looked, compared, kept = (after - before for before, after in pairwise(marks))
    told = (
        f"{len(programme.entries)} items against {len(events):,} events, {len(near)} of them near: looked up "
        f"{looked:.3f} s, compared {compared:.3f} s, kept {kept:.3f} s; {len(revision.kept_changes)} changes, "
        f"{len(revision.questions)} questions"
    )
    return marks[-1] - marks[0], told


def measure(events: int = 50_000, rounds: int = 3) -> Iterator[Figure]:
    stored = old_events(events)
    programme = programme_of(stored)
    spent, told = [], ""
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            seconds, told = imported_in(Path(folder), stored, programme)
        spent.append(seconds)
    yield Figure("import", tuple(spent), note=told)


if __name__ == "__main__":
    sys.exit(answer(measure))
