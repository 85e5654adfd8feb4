"""A feed of 10,000 events: rendered at first, after one change, and unchanged.

    python -m benchmarks.feeds.rendering [--events N] [--rounds N]

After a change of one event that event alone is rendered and the stored bytes of the others are joined: budget 50 ms.
An unchanged feed is a 304 told from one number of one row: budget 1 ms of server time, measured through the whole
application without a network, and no event is read: SQLite's own trace is looked at.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from icalendar import Calendar

from benchmarks.feeds.events import SLUG, change_one, service_of
from benchmarks.figures import Figure, answer
from calendars.feeds import FeedAddress
from calendars.store import CalendarStore
from scheduler.web.app import create_app

ADDRESS = FeedAddress(SLUG)


def seconds(work) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def asked(app, headers: list[tuple[bytes, bytes]]) -> tuple[int, dict[bytes, bytes]]:
    """Status and headers of one GET, given to the application as a server would."""
    scope = {
        "type": "http",
        "method": "GET",
        "path": f"/feeds/{SLUG}.ics",
        "raw_path": b"",
        "query_string": b"",
        "root_path": "",
        "headers": headers,
        "http_version": "1.1",
        "scheme": "http",
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    said: list[dict] = []

    async def send(message):
        said.append(message)

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def one():
        await app(dict(scope), receive, send)

    asked.loop.run_until_complete(one())
    return said[0]["status"], dict(said[0]["headers"])


def trace(service, work) -> list[str]:
    """The statements that SQLite ran meanwhile."""
    statements: list[str] = []
    with service.database._session() as session:
        session._raw.set_trace_callback(statements.append)
    work()
    with service.database._session() as session:
        session._raw.set_trace_callback(None)
    return statements


def measure(events: int = 10_000, rounds: int = 9) -> Iterator[Figure]:
    asked.loop = asyncio.new_event_loop()
    with tempfile.TemporaryDirectory() as folder:
        service = service_of(Path(folder), events)
        service.problems = tuple
        service.measures = tuple
        first = seconds(lambda: service.feed(ADDRESS))
        body = service.feed(ADDRESS).body
        changes, rendered = [], []
        for turn in range(rounds):
            change_one(service, 17 + turn, 1)
            with service.database.reading() as connection:
                rendered.append(len(CalendarStore(connection).unrendered(SLUG)))
            changes.append(seconds(lambda: service.feed(ADDRESS)) * 1000)
        joins = [seconds(lambda: service.feed(ADDRESS)) * 1000 for _ in range(rounds)]
        joined = statistics.median(joins)
        note = f"{events:,} events, {len(body):,} bytes; joining the stored bytes alone {joined:.1f} ms"
        yield Figure("feed-changed", tuple(changes), note=note)
        yield Figure("feed-rendered", tuple(rendered))

        app = create_app(service)
        status, headers = asked(app, [])
        assert status == 200
        match = [(b"if-none-match", headers[b"etag"])]
        statements = trace(service, lambda: asked(app, match))
        status, _ = asked(app, match)
        assert status == 304
        unchanged = sorted(seconds(lambda: asked(app, match)) * 1000 for _ in range(2000))
        spread = (unchanged[500], statistics.median(unchanged), unchanged[1500])
        yield Figure(
            "feed-unchanged",
            spread,
            note="304: 2,000 requests through the whole application, the middle half",
        )
        reads = [text for text in statements if "events" in text.lower()]
        yield Figure(
            "feed-unread", (len(reads),), note=f"SQLite's own trace of a 304: {len(statements)} statements"
        )
        calendar = Calendar.from_ical(body)
        written = seconds(calendar.to_ical)
        yield Figure("feed-first", (first,), (written,), "icalendar writes components that were made before")
        service.database.close()


if __name__ == "__main__":
    sys.exit(answer(measure))
