"""A feed of 10,000 events: rendered at first, after one change, and unchanged.

    python -m benchmarks.feeds.rendering [EVENTS]

After a change of one event that event alone is rendered and the stored bytes of the others are joined: budget 50 ms.
An unchanged feed is a 304 told from one number of one row: budget 1 ms of server time, measured through the whole
application without a network, and no event is read: SQLite's own trace is looked at. Of the renders the best of nine is
taken, of the answers the median.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from icalendar import Calendar

from benchmarks.feeds.events import SLUG, change_one, service_of
from calendars.feeds import FeedAddress
from scheduler.web.app import create_app

ADDRESS = FeedAddress(SLUG)
ROUNDS = 9


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


def main(count: int) -> int:
    asked.loop = asyncio.new_event_loop()
    with tempfile.TemporaryDirectory() as folder:
        service = service_of(Path(folder), count)
        service.problems = tuple
        service.gauges = dict
        first = seconds(lambda: service.feed(ADDRESS))
        body = service.feed(ADDRESS).body
        changes = []
        for turn in range(ROUNDS):
            change_one(service, 17 + turn, 1)
            changes.append(seconds(lambda: service.feed(ADDRESS)))
        joins = [seconds(lambda: service.feed(ADDRESS)) for _ in range(ROUNDS)]

        app = create_app(service)
        status, headers = asked(app, [])
        assert status == 200
        match = [(b"if-none-match", headers[b"etag"])]
        statements: list[str] = []
        with service.database._session() as session:
            session._raw.set_trace_callback(statements.append)
        status, _ = asked(app, match)
        with service.database._session() as session:
            session._raw.set_trace_callback(None)
        assert status == 304
        reads = [text for text in statements if "events" in text.lower()]
        unchanged = [seconds(lambda: asked(app, match)) for _ in range(2000)]
        whole = seconds(lambda: Calendar.from_ical(body).to_ical()) if count <= 2000 else None
        service.database.close()

    print(f"feed of {count:,} events, {len(body):,} bytes")
    print(f"  all rendered           {first * 1e3:9.1f} ms")
    after = min(changes)
    print(f"  after one change       {after * 1e3:9.1f} ms   budget 50 ms")
    print(f"  joined alone           {min(joins) * 1e3:9.1f} ms")
    quiet = statistics.median(unchanged)
    print(f"  304, server time       {quiet * 1e3:9.3f} ms   budget 1 ms; statements on events: {len(reads)}")
    if whole is not None:
        print(f"  parsed and written by icalendar {whole * 1e3:.1f} ms")
    return 0 if after <= 0.050 and quiet <= 0.001 and not reads else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
