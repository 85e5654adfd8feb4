"""Events of an invented office, and random ones, for the tests of feeds."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from calendars.events import Event, Origin, Override
from calendars.feeds import Feed
from calendars.ical.render import render_calendar, render_event
from calendars.marks import Category, Passage, Status
from calendars.recurrence import Frequency, Recurrence, Roll, WeekdayOf
from calendars.times import VIETNAM, DayPart, DaySpan, OfficeHours
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, When, Window

REVISED = datetime(2023, 10, 30, 8, 15, tzinfo=UTC)
OFFICE = OfficeHours()
STYLE: Mapping[str, Any] = {"zone": VIETNAM, "office_hours": OFFICE}
FEED = Feed(name="Chương trình công tác", calendars=frozenset({"van-phong"}))
PROGRAMME = Origin(
    document="0" * 64,
    name="chuong-trinh-thang-11.md",
    number="41/CTr-VP",
    issuer="Văn phòng tỉnh An Sơn",
    issued=date(2023, 10, 30),
    passages=(Passage("- Chiều thứ Sáu hằng tuần: Họp giao ban.", 27),),
)
AFTERNOON = Hours(part=DayPart.AFTERNOON)
FRIDAYS = Recurrence(
    frequency=Frequency.WEEKLY,
    by_day=(WeekdayOf(4),),
    first=date(2023, 11, 3),
    until=date(2023, 11, 24),
)


def event(when: When, **fields: Any) -> Event:
    """A confirmed meeting; fields change it."""
    plain = Event(
        uid="4f1c9a@sched",
        calendar="van-phong",
        title="Họp giao ban",
        category=Category.MEETING,
        status=Status.CONFIRMED,
        when=when,
        created=REVISED,
        revised=REVISED,
        origin=PROGRAMME,
    )
    return plain._replace(**fields)


def feed_of(*events: Event, **style: Any) -> bytes:
    """A whole feed of these events."""
    return render_calendar(FEED, [render_event(e, **{**STYLE, **style}) for e in events], zone=VIETNAM)


def unfolded(body: bytes) -> list[str]:
    """The content lines of a feed, folds undone."""
    return body.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def lines_of(e: Event, **style: Any) -> list[str]:
    """The content lines of one event."""
    return unfolded(render_event(e, **{**STYLE, **style}))


# Random events -------------------------------------------------------------------------------------------------------

YEAR = DaySpan(date(2023, 1, 1), date(2024, 12, 31))
days = st.dates(YEAR.first, YEAR.last)
texts = st.text(
    st.sampled_from("Họp giao ban, triển khai; \\ \n\t\r ế ệ ữ 🙂 e\u0302\u0301 \u200b\u00a0\x07"),
    min_size=1,
    max_size=120,
).filter(lambda text: bool(text.strip("\n\t\r \u200b\u00a0\x07")))
clocks = st.times(min_value=time(6), max_value=time(22)).map(lambda t: t.replace(second=0, microsecond=0))


@st.composite
def some_hours(draw: st.DrawFn) -> Hours:
    kind = draw(st.sampled_from(("none", "start", "both", "part", "end")))
    if kind == "none":
        return Hours()
    if kind == "part":
        return Hours(part=draw(st.sampled_from(DayPart)))
    start, end = draw(clocks), draw(clocks)
    if kind == "both":
        return Hours(start=start, end=end)
    return Hours(start=start) if kind == "start" else Hours(end=end)


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    frequency = draw(st.sampled_from(Frequency))
    first = draw(days)
    parts: dict[str, Any] = {}
    weekdays = st.integers(0, 6)
    match frequency:
        case Frequency.DAILY:
            if draw(st.booleans()):
                parts["by_day"] = tuple(WeekdayOf(d) for d in sorted(draw(st.sets(weekdays, min_size=1))))
        case Frequency.WEEKLY:
            parts["by_day"] = tuple(WeekdayOf(d) for d in sorted(draw(st.sets(weekdays, min_size=1))))
        case Frequency.MONTHLY | Frequency.YEARLY:
            if frequency is Frequency.YEARLY:
                parts["by_month"] = tuple(sorted(draw(st.sets(st.integers(1, 12), min_size=1, max_size=2))))
            match draw(st.sampled_from(("days", "nth", "last-working"))):
                case "days":
                    month_days = st.sampled_from((1, 5, 15, 20, 25, 28, 29, 30, 31, -1))
                    parts["by_month_day"] = tuple(sorted(draw(st.sets(month_days, min_size=1, max_size=2))))
                case "nth":
                    nth = draw(st.sampled_from((1, 2, 3, 4, 5, -1)))
                    parts["by_day"] = (WeekdayOf(draw(weekdays), nth),)
                case "last-working":
                    parts["by_day"] = tuple(WeekdayOf(d) for d in range(5))
                    parts["by_set_pos"] = (draw(st.sampled_from((1, -1))),)
    return Recurrence(
        frequency=frequency,
        interval=draw(st.sampled_from((1, 1, 1, 2, 3))),
        first=first,
        until=first + timedelta(days=draw(st.integers(0, 500))),
        left_out=tuple(sorted(draw(st.sets(days, max_size=4)))),
        skips_days_off=draw(st.booleans()),
        roll=draw(st.sampled_from((None, None, *Roll))),
        **parts,
    )


@st.composite
def whens(draw: st.DrawFn) -> When:
    hours = draw(some_hours())
    first = draw(days)
    last = first + timedelta(days=draw(st.integers(0, 12)))
    match draw(st.sampled_from(("day", "days", "span", "window", "repeat", "repeat", "undated"))):
        case "day":
            return Day(first, hours)
        case "days":
            return Days(tuple(sorted(draw(st.sets(days, min_size=2, max_size=5)))), hours)
        case "span":
            return Span(first, draw(st.sampled_from((last, None))), hours, daily=draw(st.booleans()))
        case "window":
            return Window(first, last, hours)
        case "repeat":
            return Repeat(draw(recurrences()), hours)
    return Undated(hours)


@st.composite
def overrides_of(draw: st.DrawFn, when: When) -> tuple[Override, ...]:
    if not isinstance(when, Repeat | Days):
        return ()
    concerned = draw(st.sets(days, max_size=3))
    if isinstance(when, Days):
        concerned |= set(draw(st.sets(st.sampled_from(when.days), max_size=2)))
    elif when.recurrence.first:
        near = [when.recurrence.first + timedelta(days=n) for n in range(0, 29, 7)]
        concerned |= set(draw(st.sets(st.sampled_from(near), max_size=3)))
    return tuple(
        Override(
            day=day,
            when=draw(st.one_of(st.none(), st.builds(Day, days, some_hours()))),
            title=draw(st.none() | texts),
        )
        for day in sorted(concerned)
    )


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any event that a document or a hand can make."""
    when = draw(whens())
    return event(
        when,
        uid=f"{draw(st.uuids()).hex}@sched",
        title=draw(texts),
        category=draw(st.sampled_from(Category)),
        status=draw(st.sampled_from(Status)),
        sequence=draw(st.integers(0, 9)),
        location=draw(st.none() | texts),
        chair=draw(st.none() | texts),
        note=draw(st.none() | texts),
        groups=tuple(draw(st.lists(texts, max_size=2))),
        preparing=tuple(draw(st.lists(texts, max_size=1))),
        overrides=draw(overrides_of(when)),
        origin=PROGRAMME._replace(
            passages=(Passage(draw(texts), 3, page=draw(st.none() | st.integers(1, 9))),)
        ),
    )
