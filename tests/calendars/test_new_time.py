"""What a few typed words make of the time that stands."""

from datetime import UTC, date, datetime, time

import pytest
from papers import paper, when_of

from calendars.changes import apply
from calendars.events import Event, Override
from calendars.revision import compare
from calendars.revision.new_time import new_time
from calendars.times import DayPart, month_span
from calendars.when import Day, Hours, Repeat, Span, Undated, When

NOVEMBER = month_span(2023, 11)
NINE = Undated(Hours(start=time(9)))
AFTERNOON = Undated(Hours(part=DayPart.AFTERNOON))
LATER = Undated()


def event_at(text: str) -> Event:
    programme = paper("monthly 2023-11 #41/CTr-BTV on 30/10", f"Họp giao ban Thường trực: {text}")
    [event] = apply([], compare([], programme, calendar="vp", now=datetime(2023, 10, 30, tzinfo=UTC)))
    return event


def day(number: int, hours: Hours) -> Day:
    return Day(date(2023, 11, number), hours)


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        (NINE, day(24, NINE.hours)),
        (AFTERNOON, day(24, AFTERNOON.hours)),
        (when_of("27/11", NOVEMBER), day(27, Hours(start=time(8)))),
        (when_of("27/11 14:00", NOVEMBER), day(27, Hours(start=time(14)))),
        (when_of("~25/11-29/11", NOVEMBER), when_of("~25/11-29/11", NOVEMBER)),
        (LATER, LATER),
    ],
)
def test_what_is_not_said_of_a_day_stays(said: When, becomes: When) -> None:
    assert new_time(event_at("24/11 8:00"), said) == becomes


def test_an_hour_alone_is_a_new_hour_on_the_same_days_of_a_standing_meeting() -> None:
    standing = event_at("FRI pm")
    moved = new_time(standing, NINE)
    assert isinstance(moved, Repeat)
    assert isinstance(standing.when, Repeat)
    assert moved.hours == NINE.hours
    assert moved.recurrence.rrule() == standing.when.recurrence.rrule()


def test_an_hour_alone_is_a_new_hour_of_one_day_where_that_day_now_is() -> None:
    standing = event_at("FRI pm")
    assert new_time(standing, NINE, date(2023, 11, 24)) == day(24, NINE.hours)
    moved = Override(day=date(2023, 11, 24), when=day(23, Hours(part=DayPart.MORNING)))
    from_thursday = standing._replace(overrides=(moved,))
    assert new_time(from_thursday, NINE, date(2023, 11, 24)) == day(23, NINE.hours)


def test_the_hours_of_a_beginning_and_an_end_are_not_those_of_one_day() -> None:
    two_days = Span(date(2023, 11, 24), date(2023, 11, 25), Hours(start=time(8)))
    lasting = event_at("24/11")._replace(when=two_days)
    assert new_time(lasting, when_of("27/11", NOVEMBER)) == when_of("27/11", NOVEMBER)


def test_words_that_leave_a_meeting_without_a_day_are_refused() -> None:
    with pytest.raises(ValueError, match="has no day yet"):
        new_time(event_at("?"), NINE)


def test_a_whole_standing_meeting_does_not_become_one_day_nor_one_day_a_standing_meeting() -> None:
    standing = event_at("FRI pm")
    with pytest.raises(ValueError, match="say with --day which"):
        new_time(standing, when_of("24/11", NOVEMBER))
    with pytest.raises(ValueError, match="cannot become a standing meeting"):
        new_time(standing, standing.when, date(2023, 11, 24))
