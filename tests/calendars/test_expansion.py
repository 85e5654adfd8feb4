"""The days of a recurrence within a span: RFC 5545, exactly, with python-dateutil as the yardstick."""

import sys
from datetime import date, datetime, time, timedelta
from types import FrameType
from typing import Any
from unittest.mock import patch

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from calendars.expansion import days_between, named_days_between
from calendars.recurrence import Frequency, Recurrence, Roll, WeekdayOf
from calendars.times import DaySpan, month_span
from calendars.workdays import is_day_off

NOVEMBER = month_span(2023, 11)


def of(rule: str, **bounds: object) -> Recurrence:
    return Recurrence.from_rrule(rule, **bounds)


def days(recurrence: Recurrence, span: DaySpan = NOVEMBER) -> list[int]:
    return [day.day for day in days_between(recurrence, span, is_day_off=is_day_off)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=FR", [3, 10, 17, 24]),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", [1, 3, 6, 8, 10, 13, 15, 17, 20, 22, 24, 27, 29]),
        ("FREQ=MONTHLY;BYMONTHDAY=15", [15]),
        ("FREQ=MONTHLY;BYMONTHDAY=5,20", [5, 20]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", []),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", [30]),
        ("FREQ=MONTHLY;BYDAY=1TH", [2]),
        ("FREQ=MONTHLY;BYDAY=-1FR", [24]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", [30]),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20", [20]),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", []),
        ("FREQ=DAILY", list(range(1, 31))),
    ],
)
def test_a_pattern_that_names_its_days_needs_no_anchor(rule: str, expected: list[int]) -> None:
    assert days(of(rule)) == expected


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY",
        "FREQ=MONTHLY;INTERVAL=3",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "FREQ=YEARLY",
        "FREQ=DAILY;INTERVAL=2",
    ],
)
def test_a_pattern_that_says_only_how_often_gives_no_day(rule: str) -> None:
    assert days(of(rule)) == []


def test_fortnights_are_counted_from_the_first() -> None:
    assert days(of("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", first=date(2023, 1, 6))) == [10, 24]


def test_the_bounds_are_both_included() -> None:
    assert days(of("FREQ=WEEKLY;BYDAY=FR", first=date(2023, 11, 10), until=date(2023, 11, 24))) == [
        10,
        17,
        24,
    ]


def test_days_left_out_are_left_out() -> None:
    assert days(of("FREQ=WEEKLY;BYDAY=FR", left_out=(date(2023, 11, 17),))) == [3, 10, 24]


@pytest.mark.parametrize(
    ("roll", "span", "expected"),
    [
        pytest.param(Roll.NEXT, month_span(2016, 10), [17], id="15/10/2016 is a Saturday"),
        pytest.param(Roll.PREVIOUS, month_span(2016, 10), [14], id="the Friday before"),
        pytest.param(Roll.NEAREST, month_span(2016, 10), [14], id="Friday is nearer than Monday"),
        pytest.param(Roll.NEXT, month_span(2023, 11), [15], id="a working day stays"),
        pytest.param(
            Roll.NEXT, DaySpan(date(2016, 10, 17), date(2016, 10, 31)), [17], id="rolled into the span"
        ),
        pytest.param(Roll.NEXT, DaySpan(date(2016, 10, 1), date(2016, 10, 16)), [], id="rolled out of it"),
    ],
)
def test_a_day_that_meets_a_day_off_rolls(roll: Roll, span: DaySpan, expected: list[int]) -> None:
    assert days(of("FREQ=MONTHLY;BYMONTHDAY=15", roll=roll), span) == expected


def test_a_day_rolls_over_the_whole_of_tet() -> None:
    tet = of("FREQ=MONTHLY;BYMONTHDAY=10", roll=Roll.NEXT)
    assert days(tet, month_span(2024, 2)) == [15]


def test_a_rolled_day_keeps_the_name_of_its_pattern() -> None:
    rolled = of("FREQ=MONTHLY;BYMONTHDAY=15", roll=Roll.NEXT)
    named = list(named_days_between(rolled, month_span(2016, 10), is_day_off=is_day_off))
    assert named == [(date(2016, 10, 15), date(2016, 10, 17))]


def test_two_days_that_roll_to_one_give_it_once() -> None:
    both = of("FREQ=MONTHLY;BYMONTHDAY=15,16", roll=Roll.NEXT)
    assert days(both, month_span(2016, 10)) == [17]


def test_public_holidays_are_skipped_where_the_words_say_so() -> None:
    mondays = of("FREQ=WEEKLY;BYDAY=MO", skips_days_off=True)
    assert days(mondays, month_span(2024, 1)) == [8, 15, 22, 29]


def test_a_saturday_that_is_named_is_no_holiday() -> None:
    assert days(of("FREQ=WEEKLY;BYDAY=SA", skips_days_off=True)) == [4, 11, 18, 25]


def test_without_a_calendar_of_holidays_weekends_alone_are_days_off() -> None:
    rolled = of("FREQ=MONTHLY;BYMONTHDAY=15", roll=Roll.NEXT)
    assert list(days_between(rolled, month_span(2016, 10))) == [date(2016, 10, 17)]


def test_the_ends_of_time_are_no_trouble() -> None:
    always = DaySpan(date.max - timedelta(days=40), date.max)
    assert len(list(days_between(of("FREQ=DAILY", first=date.min, roll=Roll.NEXT), always))) > 20
    assert list(days_between(of("FREQ=MONTHLY;BYMONTHDAY=1"), DaySpan(date.min, date.min))) == [date.min]


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=5", "FREQ=MONTHLY;INTERVAL=7", "FREQ=YEARLY"]
)
def test_a_series_of_centuries_costs_what_one_of_weeks_does(rule: str) -> None:
    weeks, centuries = (
        steps_to_find(of(rule, first=first), month_span(9000, 1))
        for first in (date(8999, 12, 1), date(1, 12, 1))
    )
    assert centuries <= 2 * weeks + 50


def steps_to_find(recurrence: Recurrence, span: DaySpan) -> int:
    """How many lines of code are run until its days are found."""
    steps = 0

    def count(_: FrameType, event: str, __: object) -> Any:
        nonlocal steps
        steps += event == "line"
        return count

    former = sys.gettrace()
    sys.settrace(count)
    try:
        list(days_between(recurrence, span))
    finally:
        sys.settrace(former)
    return steps


# the yardstick

FIRSTS = st.dates(date(2018, 1, 1), date(2024, 12, 31))
MONTH_DAYS = st.sampled_from([1, 2, 15, 28, 29, 30, 31, -1, -2, -31])
WEEKDAYS = st.lists(st.integers(0, 6), min_size=1, max_size=5, unique=True).map(
    lambda numbers: tuple(WeekdayOf(number) for number in sorted(numbers))
)
NTH_WEEKDAYS = st.lists(
    st.builds(WeekdayOf, st.integers(0, 6), st.sampled_from([1, 2, 3, 4, 5, -1, -2, -5])),
    min_size=1,
    max_size=3,
    unique=True,
).map(tuple)


def tuples(members: st.SearchStrategy[int], most: int = 3) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(members, min_size=1, max_size=most, unique=True).map(tuple)


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    """Any recurrence on which RFC 5545 and dateutil agree (dateutil counts BYSETPOS of a first, broken week apart)."""
    frequency = draw(st.sampled_from(Frequency))
    by_month = draw(st.just(()) | tuples(st.integers(1, 12)))
    by_month_day = () if frequency is Frequency.WEEKLY else draw(st.just(()) | tuples(MONTH_DAYS))
    named = NTH_WEEKDAYS if frequency in (Frequency.MONTHLY, Frequency.YEARLY) else WEEKDAYS
    by_day = draw(st.just(()) | WEEKDAYS | named)
    positions = (
        st.just(()) | tuples(st.sampled_from([1, 2, 3, -1, -2]), 2) if by_day or by_month_day else st.just(())
    )
    by_set_pos = draw(positions)
    first = draw(FIRSTS)
    if frequency is Frequency.WEEKLY and by_set_pos:
        first -= timedelta(days=first.weekday())
    return Recurrence(
        frequency=frequency,
        interval=draw(st.integers(1, 5)),
        by_month=by_month,
        by_month_day=by_month_day,
        by_day=by_day,
        by_set_pos=by_set_pos,
        first=first,
        until=draw(st.none() | st.integers(0, 1200).map(lambda more: first + timedelta(days=more))),
    )


def by_dateutil(recurrence: Recurrence, span: DaySpan) -> list[date]:
    assert recurrence.first is not None
    until = f";UNTIL={recurrence.until:%Y%m%d}" if recurrence.until else ""
    rule = rrulestr(recurrence.rrule() + until, dtstart=datetime.combine(recurrence.first, time.min))
    first, last = (datetime.combine(day, time.min) for day in (span.first, span.last))
    # Else it looks for a 30 February, day by day, until the year 9999.
    with patch("datetime.MAXYEAR", span.last.year + 1):
        return [at.date() for at in rule.between(first, last, inc=True)]


@given(recurrences(), FIRSTS, st.sampled_from([0, 6, 30, 366, 900]))
def test_the_days_are_those_of_dateutil(recurrence: Recurrence, begins: date, length: int) -> None:
    span = DaySpan(begins, begins + timedelta(days=length))
    assert list(days_between(recurrence, span)) == by_dateutil(recurrence, span)


@given(recurrences(), FIRSTS, st.integers(0, 400), st.integers(0, 400))
def test_the_days_of_a_span_are_those_of_its_two_halves(
    recurrence: Recurrence, begins: date, length: int, more: int
) -> None:
    middle, ends = begins + timedelta(days=length), begins + timedelta(days=length + more + 1)
    halves = DaySpan(begins, middle), DaySpan(middle + timedelta(days=1), ends)
    parts = [day for half in halves for day in days_between(recurrence, half)]
    assert parts == list(days_between(recurrence, DaySpan(begins, ends)))


@given(recurrences(), st.sampled_from(Roll), FIRSTS, st.integers(0, 200))
def test_a_rolling_series_never_falls_on_a_weekend_and_loses_no_day(
    recurrence: Recurrence, roll: Roll, begins: date, length: int
) -> None:
    span = DaySpan(begins, begins + timedelta(days=length))
    rolling = recurrence._replace(roll=roll)
    named = list(named_days_between(rolling, span))
    assert all(day.weekday() < 5 for _, day in named)
    inner = {day for day in days_between(recurrence, span) if 3 < (day - begins).days < length - 3}
    assert inner <= {name for name, _ in named}


@given(recurrences())
def test_a_recurrence_survives_its_json(recurrence: Recurrence) -> None:
    assert Recurrence.from_json(recurrence.to_json()) == recurrence
