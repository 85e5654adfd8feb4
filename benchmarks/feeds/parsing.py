"""A feed of 10,000 events read back as events, beside icalendar parsing and writing the same bytes.

    python -m benchmarks.feeds.parsing [--events N] [--rounds N]

Ours reads by icalendar too and then makes events of what it found, with their repeats and places: what is shown is what
that adds. icalendar's round trip is what a program does that changes one event in a file.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from icalendar import Calendar

from benchmarks.feeds.events import NOW, SLUG, service_of
from benchmarks.figures import Figure, alternating, answer
from calendars.feeds import FeedAddress
from calendars.ical.parse import read_calendar
from calendars.times import VIETNAM


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def measure(events: int = 1000, rounds: int = 3) -> Iterator[Figure]:
    """The figures are for 10,000 events, counted up from so many."""
    share = 10_000 / events
    with tempfile.TemporaryDirectory() as folder:
        service = service_of(Path(folder), events)
        body = service.feed(FeedAddress(SLUG)).body
        service.database.close()
    ours, theirs = alternating(
        rounds,
        lambda: share * seconds(lambda: read_calendar(body, calendar=SLUG, zone=VIETNAM, now=NOW)),
        lambda: share * seconds(lambda: Calendar.from_ical(body)),
    )
    yield Figure(
        "feed-parsed", ours, theirs, f"{events:,} events, {len(body):,} bytes, counted up to 10,000 events"
    )


if __name__ == "__main__":
    sys.exit(answer(measure))
