"""Server time of the month page with 500 events in its month, as a visitor without an account asks (budget 30 ms).

    python -m benchmarks.pages [--events N] [--rounds N]

The application is called in this process without a socket, so what is measured is its own work: routing, the database,
the occurrences with their clashes, the template. Before each page one event gets another title.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as clock_time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "support"))

from page_office import NOW, PageOffice, page_office

from benchmarks.figures import Figure, answer
from calendars.changes import Change, ChangeKind, Revision
from calendars.events import Event
from calendars.marks import Category, Status
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.releases import ReleaseStore
from calendars.store import CalendarStore
from calendars.when import Day, Hours, Repeat, When, Window

FIRST = date(2026, 12, 1)
PATHS = ("/c/hoi/month/2026-12", "/c/hoi/week/2026-51", "/c/hoi/agenda?from=2026-12-01")


def made_events(count: int) -> list[Event]:
    """As offices have them: mostly meetings with an hour, some windows, some standing."""
    made = []
    for number in range(count):
        day = FIRST + timedelta(days=number % 31)
        hours = Hours(start=clock_time(7 + number % 10, 30))
        when: When = Day(day, hours)
        if number % 25 == 0:
            when = Window(day, day + timedelta(days=9))
        elif number % 100 == 1:
            weekly = Recurrence(
                frequency=Frequency.WEEKLY,
                by_day=(WeekdayOf(number % 5),),
                first=FIRST,
                until=date(2026, 12, 31),
            )
            when = Repeat(weekly, hours)
        made.append(
            Event(
                uid=f"e{number}",
                calendar="hoi",
                title=f"Họp chuyên đề số {number} về công tác cán bộ cơ sở",
                category=Category.MEETING,
                status=Status.TENTATIVE if isinstance(when, Window) else Status.CONFIRMED,
                when=when,
                location=f"Phòng họp số {number % 40}",
                created=NOW,
                revised=NOW,
            )
        )
    return made


def fill(office: PageOffice, count: int) -> None:
    """Put the events on the calendar."""
    changes = tuple(Change(kind=ChangeKind.ADDED, before=None, after=event) for event in made_events(count))
    with office.services.calendars.database.transaction() as connection:
        ReleaseStore(connection).publish(Revision(calendar="hoi", changes=changes), now=NOW)


async def spent(office: PageOffice, path: str) -> tuple[float, float]:
    """Seconds from the request to the last byte of its answer, and of them those that this process computed."""
    route, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": route,
        "raw_path": route.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"testserver")],
        "client": ("127.0.0.1", 1),
        "server": ("testserver", 80),
    }
    statuses = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    began, computed = time.perf_counter(), time.process_time()
    await office.app(scope, receive, send)
    ended, computed = time.perf_counter(), time.process_time() - computed
    assert statuses == [200], statuses
    return ended - began, computed


def change_one(office: PageOffice, number: int) -> None:
    """Give one event of the month another title, as an approver does."""
    with office.services.calendars.database.transaction() as connection:
        before = CalendarStore(connection).event(f"e{number % 100 + 2}")
        after = before._replace(title=f"Họp chuyên đề số {number}, có thay đổi", sequence=before.sequence + 1)
        change = Change(kind=ChangeKind.ALTERED, before=before, after=after)
        ReleaseStore(connection).publish(Revision(calendar="hoi", changes=(change,)), now=NOW)


async def times_of(office: PageOffice, path: str, times: int) -> Figure:
    """A page made anew each time; in the note, what of it this process computed, and the same page as it is kept."""
    first, _ = await spent(office, path)
    again = [await spent(office, path) for _ in range(times)]
    anew = []
    for number in range(times):
        change_one(office, number)
        anew.append(await spent(office, path))
    computed, kept = median(pair[1] for pair in anew), median(pair[0] for pair in again)
    note = (
        f"{path}: made anew, of which computing {computed * 1000:.1f} ms; the first time {first * 1000:.1f} ms; "
        f"as it is kept {kept * 1000:.2f} ms"
    )
    return Figure("month-page", tuple(pair[0] * 1000 for pair in anew), note=note)


def measure(events: int = 500, rounds: int = 40) -> Iterator[Figure]:
    """Make the office, measure, and leave nothing behind."""
    with tempfile.TemporaryDirectory() as folder, page_office(Path(folder)) as office:
        fill(office, events)
        month, *others = (asyncio.run(times_of(office, path, rounds)) for path in PATHS)
    yield replace(month, note="; ".join(figure.note for figure in (month, *others)))


if __name__ == "__main__":
    sys.exit(answer(measure))
