"""Other programs' readers of iCalendar agree with the calendar on every occurrence of a year.

A thousand mixed series, with days moved, cancelled, skipped on holidays and rolled to working days.
"""

import json
import subprocess
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import libical
import pytest
import recurring_ical_events
from icalendar import Calendar
from mixed_calendar import YEAR, expected, mixed_events, mixed_feed

from calendars.times import VIETNAM

MANY = mixed_events(1000)
FEED = mixed_feed(MANY)
EXPECTED = expected(MANY)


def of_the_year(shown):
    """(UID without day, start) of those that begin within the year, in the office's zone."""
    return sorted(
        (uid.partition("@")[0].partition("-")[0], start) for uid, start in shown if local_day(start) in YEAR
    )


def local_day(start):
    if len(start) == 10:
        return datetime.fromisoformat(start).date()
    return datetime.fromisoformat(start).astimezone(VIETNAM).date()


def test_the_calendar_is_a_mixed_one():
    assert len(EXPECTED) > 15_000
    lines = Counter(line.partition(b":")[0].partition(b";")[0] for line in FEED.split(b"\r\n"))
    for name, least in {b"RRULE": 500, b"EXDATE": 100, b"RECURRENCE-ID": 100}.items():
        assert lines[name] > least, name
    assert FEED.count(b"\r\nSTATUS:CANCELLED\r\n") > 20


@pytest.mark.parametrize("reader", ["ical.js", "node-ical"])
def test_javascript_readers_agree(reader, tmp_path, repository: Path):
    file = tmp_path / "feed.ics"
    file.write_bytes(FEED)
    done = subprocess.run(
        ["node", "occurrences.mjs", reader, file, YEAR.first.isoformat(), YEAR.last.isoformat()],
        cwd=repository / "tests" / "js",
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert of_the_year(json.loads(done.stdout)) == EXPECTED


def test_libical_agrees():
    assert of_the_year(libical.shown(FEED, YEAR.first.year - 1, YEAR.last.year + 1)) == EXPECTED


def test_recurring_ical_events_agrees():
    some = MANY[::8]
    shown = recurring_ical_events.of(Calendar.from_ical(mixed_feed(some))).between(
        YEAR.first - timedelta(days=1), YEAR.last + timedelta(days=2)
    )
    starts = [(str(c["UID"]), c["DTSTART"].dt) for c in shown if c["STATUS"] != "CANCELLED"]
    assert of_the_year((uid, text(start)) for uid, start in starts) == expected(some)


def text(start):
    if isinstance(start, datetime):
        return start.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return start.isoformat()
