"""Whatever is on the calendar, its feed is well formed and says the same as the calendar itself."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import recurring_ical_events
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from sample_events import OFFICE, YEAR, event, events, feed_of

from calendars.events import Event, occurrences_between
from calendars.marks import Status
from calendars.times import VIETNAM, DayPart, DaySpan
from calendars.when import Day, Hours, Span

HOLIDAYS = {date(2023, 1, 2), date(2023, 5, 1), date(2023, 9, 4), date(2024, 2, 9)}
WIDE = DaySpan(date(2022, 11, 1), date(2026, 12, 31))

examples = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def is_day_off(day: date) -> bool:
    return day in HOLIDAYS or day.weekday() >= 5


@examples
@given(st.lists(events(), max_size=3, unique_by=lambda e: e.uid))
def test_every_line_is_short_whole_text_and_not_blank(many):
    body = feed_of(*many, is_day_off=is_day_off)
    assert body.endswith(b"\r\n")
    for line in body.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert line.decode("utf-8").strip()
        assert b"\n" not in line
        assert b"\r" not in line


@examples
@given(st.lists(events(), max_size=3, unique_by=lambda e: e.uid))
def test_the_same_events_give_the_same_bytes(many):
    assert feed_of(*many) == feed_of(*many)


@examples
@given(st.lists(events(), max_size=3, unique_by=lambda e: e.uid))
def test_one_component_for_each_uid_and_recurrence_id(many):
    components = Calendar.from_ical(feed_of(*many, is_day_off=is_day_off)).walk("VEVENT")
    keys = [(str(c["UID"]), str(c.get("RECURRENCE-ID") and c["RECURRENCE-ID"].dt)) for c in components]
    assert len(keys) == len(set(keys))


@examples
@given(st.lists(events(), max_size=3, unique_by=lambda e: e.uid))
def test_no_end_lies_before_its_beginning(many):
    for component in Calendar.from_ical(feed_of(*many)).walk("VEVENT"):
        if "DTEND" in component:
            assert component["DTEND"].dt > component["DTSTART"].dt


def shown_by_a_client(body: bytes) -> list[tuple[str, str]]:
    """First day or instant and UID of each occurrence that a client shows as taking place."""
    calendar = Calendar.from_ical(body)
    shown = recurring_ical_events.of(calendar).between(WIDE.first, WIDE.last + timedelta(days=1))
    return sorted(
        (start_text(c["DTSTART"].dt), str(c["UID"]).split("@")[0].split("-")[0])
        for c in shown
        if c.get("STATUS") != "CANCELLED"
    )


def start_text(start: date) -> str:
    if isinstance(start, datetime):
        return start.astimezone(UTC).isoformat()
    return start.isoformat()


def on_the_calendar(many: list[Event]) -> list[tuple[str, str]]:
    """The same of the calendar's own occurrences, drawn by the office's hours."""
    occurring = [as_one_bar(e) for e in many if e.status not in (Status.CANCELLED, Status.POSTPONED)]
    return sorted(
        (drawn_start(o.when, o.event), o.event.uid.split("@")[0])
        for o in occurrences_between(occurring, WIDE, is_day_off=is_day_off)
    )


def as_one_bar(e: Event) -> Event:
    """A span of whole days is one bar, though the calendar counts each of its days."""
    if isinstance(e.when, Span) and e.when.hours == Hours(part=DayPart.ALL_DAY):
        return e._replace(when=replace(e.when, hours=Hours()))
    return e


def drawn_start(when, e: Event) -> str:
    """What rules 4.4 to 4.6 say of the beginning: a clock time, the office's hours for a part, else the day."""
    day = when.day if isinstance(when, Day) else when.first
    clock = clock_of(when.hours, e) if isinstance(when, Day) or when.first == when.last else None
    nightly = not isinstance(when, Day) and crosses_midnight(when)
    if nightly:
        clock = when.hours.start
    return start_text(datetime.combine(day, clock, VIETNAM) if clock else day)


def crosses_midnight(when) -> bool:
    hours, last = when.hours, getattr(when, "last", None)
    if type(when).__name__ != "Span" or last is None or hours.start is None or hours.end is None:
        return False
    return last - when.first == timedelta(days=1) and hours.end < hours.start and not when.daily


def clock_of(hours: Hours, e: Event) -> time | None:
    if hours.start is not None:
        return hours.start
    if hours.end is not None and e.category.value == "deadline":
        return hours.end
    drawn = OFFICE.of(hours.part) if hours.part else None
    return drawn[0] if drawn else None


@settings(examples, max_examples=120)
@given(st.lists(events(), max_size=2, unique_by=lambda e: e.uid))
def test_a_client_shows_the_occurrences_of_the_calendar(many):
    assert shown_by_a_client(feed_of(*many, is_day_off=is_day_off)) == on_the_calendar(many)


def test_the_comparison_sees_a_difference():
    one = event(Day(YEAR.first))
    assert shown_by_a_client(feed_of(one)) != on_the_calendar([event(Day(YEAR.last))])
