"""Values written for a reader. What is written in Vietnamese is read back as the same value, whatever the value."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calendars.grammar.repeat_days import falls_on, first_day
from calendars.grammar.rule import Context
from calendars.grammar.understand import understand
from calendars.marks import Status
from calendars.phrasing import clock_words, date_text, hours_phrase, phrase, weekday_text
from calendars.phrasing.wording import WORDINGS
from calendars.recurrence import Frequency, Recurrence, Roll, WeekdayOf
from calendars.times import DayPart, DaySpan, iso_week_span, month_span
from calendars.when import NO_HOURS, Day, Days, Hours, Repeat, Span, Undated, When, Window
from calendars.workdays import days_off_between

FRIDAY = date(2023, 11, 24)
WORKING_WEEK = tuple(WeekdayOf(day) for day in range(5))


def weekly(*days: int, **bounds: object) -> Recurrence:
    return Recurrence(frequency=Frequency.WEEKLY, by_day=tuple(map(WeekdayOf, days)), **bounds)  # type: ignore[arg-type]  # as named


class TestInVietnamese:
    @pytest.mark.parametrize(
        ("when", "text"),
        [
            (Day(FRIDAY), "thứ Sáu, ngày 24/11/2023"),
            (Day(date(2024, 2, 4)), "Chủ nhật, ngày 04/02/2024"),
            (Day(FRIDAY, Hours(time(8))), "08h00, thứ Sáu, ngày 24/11/2023"),
            (Day(FRIDAY, Hours(time(8), time(11, 30))), "08h00 - 11h30, thứ Sáu, ngày 24/11/2023"),
            (Day(FRIDAY, Hours(part=DayPart.AFTERNOON)), "chiều thứ Sáu, ngày 24/11/2023"),
            (Day(FRIDAY, Hours(part=DayPart.ALL_DAY)), "cả ngày thứ Sáu, ngày 24/11/2023"),
            (
                Day(FRIDAY, Hours(time(14), part=DayPart.AFTERNOON)),
                "14h00 chiều thứ Sáu, ngày 24/11/2023",
            ),
            (Days((date(2023, 11, 21), FRIDAY)), "các ngày 21 và 24/11/2023"),
            (Days((date(2023, 11, 21), date(2023, 12, 5))), "các ngày 21/11 và 05/12/2023"),
            (Span(FRIDAY, date(2023, 11, 26)), "từ ngày 24/11 đến ngày 26/11/2023"),
            (Span(date(2023, 12, 28), date(2024, 1, 3)), "từ ngày 28/12/2023 đến ngày 03/01/2024"),
            (
                Span(FRIDAY, date(2023, 11, 26), Hours(time(14), time(11, 30))),
                "từ 14h00 ngày 24/11 đến 11h30 ngày 26/11/2023",
            ),
            (
                Span(FRIDAY, date(2023, 11, 26), Hours(time(8), time(11, 30)), daily=True),
                "08h00 - 11h30 hằng ngày, từ ngày 24/11 đến ngày 26/11/2023",
            ),
            (Span(FRIDAY, None), "từ ngày 24/11/2023"),
            (Window(date(2023, 11, 11), date(2023, 11, 20)), "trung tuần tháng 11/2023"),
            (Window(date(2023, 2, 1), date(2023, 2, 28)), "tháng 02/2023"),
            (Window(date(2023, 10, 1), date(2023, 12, 31)), "quý IV/2023"),
            (Window(date(2023, 11, 20), date(2023, 11, 26)), "tuần 47/2023"),
            (
                Window(date(2023, 11, 11), date(2023, 11, 17)),
                "một ngày trong khoảng từ ngày 11/11 đến ngày 17/11/2023",
            ),
            (
                Repeat(
                    weekly(4, first=date(2020, 6, 5), until=date(2020, 6, 26)), Hours(part=DayPart.AFTERNOON)
                ),
                "chiều thứ Sáu hằng tuần, từ ngày 05/6 đến ngày 26/6/2020",
            ),
            (
                Repeat(weekly(4, first=date(2020, 6, 5), until=date(2020, 6, 5)), Hours(time(8))),
                "08h00, thứ Sáu, ngày 05/6/2020",
            ),
            (Repeat(weekly(0, 2, 4)), "thứ Hai, thứ Tư và thứ Sáu hằng tuần"),
            (Repeat(weekly(3)._replace(interval=2)), "02 tuần một lần, vào thứ Năm"),
            (
                Repeat(Recurrence(frequency=Frequency.MONTHLY, interval=3, by_month_day=(-1,))),
                "03 tháng một lần, vào ngày cuối cùng",
            ),
            (
                Repeat(Recurrence(frequency=Frequency.MONTHLY, interval=3, by_month_day=(15,))),
                "ngày 15 hằng quý",
            ),
            (Repeat(Recurrence(frequency=Frequency.DAILY)), "hằng ngày"),
            (Repeat(Recurrence(frequency=Frequency.MONTHLY)), "hằng tháng"),
            (
                Repeat(weekly(4, left_out=(date(2023, 12, 1), date(2023, 12, 15)), skips_days_off=True)),
                "thứ Sáu hằng tuần, trừ ngày lễ, trừ các ngày 01 và 15/12/2023",
            ),
            (Undated(), "thời gian cụ thể sẽ thông báo sau"),
            (Undated(Hours(time(8))), "08h00, ngày chưa nêu"),
        ],
    )
    def test_a_value_is_written(self, when: When, text: str) -> None:
        assert phrase(when) == text

    def test_what_is_not_sure_says_so(self) -> None:
        window = Window(date(2023, 11, 11), date(2023, 11, 20))
        assert phrase(window, status=Status.TENTATIVE) == "dự kiến trung tuần tháng 11/2023"

    def test_a_deadline_is_the_last_day(self) -> None:
        assert phrase(Day(FRIDAY, Hours(end=time(17))), deadline=True) == (
            "chậm nhất 17h00, thứ Sáu, ngày 24/11/2023"
        )

    def test_the_year_that_a_reader_has_in_mind_is_left_out(self) -> None:
        assert phrase(Day(FRIDAY), year=2023) == "thứ Sáu, ngày 24/11"
        assert phrase(Day(FRIDAY), year=2024) == "thứ Sáu, ngày 24/11/2023"

    @pytest.mark.parametrize(
        ("hours", "text"),
        [
            (Hours(time(8), time(11, 30)), "08h00 - 11h30"),
            (Hours(part=DayPart.AFTERNOON), "buổi chiều, giờ chưa nêu"),
            (Hours(part=DayPart.ALL_DAY), "cả ngày"),
            (NO_HOURS, "giờ chưa nêu"),
            (Hours(time(19), time.max), "19h00 - 24h00"),
        ],
    )
    def test_an_hour_that_is_not_known_is_not_named(self, hours: Hours, text: str) -> None:
        assert hours_phrase(hours) == text

    def test_days_and_the_first_months_have_two_figures(self) -> None:
        assert [date_text(date(2024, 2, 5)), date_text(date(2024, 3, 5)), date_text(FRIDAY, year=False)] == [
            "05/02/2024",
            "05/3/2024",
            "24/11",
        ]


class TestInEnglish:
    @pytest.mark.parametrize(
        ("when", "text"),
        [
            (Day(FRIDAY, Hours(time(8), time(11, 30))), "08:00 - 11:30, Friday 24/11/2023"),
            (Day(FRIDAY, Hours(part=DayPart.AFTERNOON)), "afternoon of Friday 24/11/2023"),
            (Window(date(2023, 11, 11), date(2023, 11, 20)), "the 11th to 20th of November 2023"),
            (Repeat(weekly(4, first=FRIDAY)), "every Friday, from 24/11/2023"),
            (Undated(), "time to be announced"),
        ],
    )
    def test_a_value_is_written(self, when: When, text: str) -> None:
        assert phrase(when, language="en") == text

    def test_names_of_weekdays_and_hours(self) -> None:
        assert weekday_text(FRIDAY, language="en") == "Friday"
        assert clock_words(time(8, 5), language="en") == "08:05"


# --- read back --------------------------------------------------------------------------------------------------------

DAYS = st.dates(date(2000, 1, 1), date(2096, 12, 31))
PARTS = {
    DayPart.MORNING: (6, 10),
    DayPart.NOON: (11, 12),
    DayPart.AFTERNOON: (13, 17),
    DayPart.EVENING: (18, 21),
    DayPart.NIGHT: (22, 23),
}
CLOCKS = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@st.composite
def clock_hours(draw: st.DrawFn) -> Hours:
    """From and until, one of them alone, or the end of the day as 24h00."""
    one, other = sorted(draw(st.lists(CLOCKS, min_size=2, max_size=2, unique=True)))
    last = draw(st.sampled_from((other, time.max)))
    return draw(st.sampled_from((Hours(one), Hours(one, last), Hours(end=other))))


@st.composite
def hours_with_part(draw: st.DrawFn) -> Hours:
    part = draw(st.sampled_from(list(PARTS)))
    first, last = PARTS[part]
    start = time(draw(st.integers(first, last)), draw(st.integers(0, 58)))
    end = draw(st.none() | st.just(time(last, 59)))
    return Hours(start, end, part)


HOURS = (
    st.just(NO_HOURS)
    | clock_hours()
    | st.sampled_from(DayPart).map(lambda part: Hours(part=part))
    | hours_with_part()
)


@st.composite
def separate_days(draw: st.DrawFn) -> Days:
    first = draw(DAYS)
    gaps = draw(st.lists(st.integers(2, 40), min_size=1, max_size=4))
    days = [first]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    return Days(tuple(days), draw(HOURS))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first = draw(DAYS)
    last = first + timedelta(days=draw(st.integers(1, 60)))
    each_day = draw(HOURS.filter(bool))
    half_days = st.sampled_from((DayPart.MORNING, DayPart.NOON, DayPart.AFTERNOON, DayPart.EVENING))
    edges = draw(
        st.just(NO_HOURS)
        | st.builds(lambda start, end: Hours(start=start, end=end), CLOCKS, CLOCKS)
        | st.builds(lambda part, end: Hours(part=part, end_part=end), st.none() | half_days, half_days)
    )
    return draw(
        st.sampled_from(
            (
                Span(first, last, each_day, daily=True),
                Span(first, last, edges),
                Span(first, None),
                Span(first, None, each_day),
            )
        )
    )


@st.composite
def windows(draw: st.DrawFn) -> Window:
    day = draw(DAYS)
    month = month_span(day.year, day.month)
    week = iso_week_span(*day.isocalendar()[:2])
    quarter = 3 * ((day.month - 1) // 3) + 1
    span = draw(
        st.sampled_from(
            (
                month,
                week,
                DaySpan(month.first, month.first + timedelta(days=9)),
                DaySpan(month.first + timedelta(days=10), month.first + timedelta(days=19)),
                DaySpan(month.first + timedelta(days=20), month.last),
                DaySpan(month.first, month.first + timedelta(days=14)),
                DaySpan(month.first + timedelta(days=15), month.last),
                DaySpan(date(day.year, quarter, 1), month_span(day.year, quarter + 2).last),
                DaySpan(date(day.year, 1, 1), date(day.year, 12, 31)),
                DaySpan(date(day.year, 1, 1), date(day.year, 6, 30)),
                DaySpan(day, day + timedelta(days=draw(st.integers(0, 50)))),
            )
        )
    )
    return Window(span.first, span.last, draw(HOURS))


WEEKDAYS = st.integers(0, 6)
NTHS = st.sampled_from((1, 2, 3, 4, -1))
MONTHS = st.sets(st.integers(1, 12), min_size=1, max_size=4) | st.sampled_from(((1, 4, 7, 10), (2, 5, 8, 11)))
OF_WEEKDAYS = st.builds(lambda days: tuple(map(WeekdayOf, sorted(days))), st.sets(WEEKDAYS, min_size=1))
OF_MONTH = st.one_of(
    st.fixed_dictionaries(
        {
            "by_month_day": st.sets(st.just(-1) | st.integers(1, 31), min_size=1, max_size=4).map(
                lambda days: tuple(sorted(days))
            )
        }
    ),
    st.fixed_dictionaries(
        {
            "by_day": st.builds(
                lambda days, nths: tuple(WeekdayOf(day, nth) for nth in nths for day in sorted(days)),
                st.sets(WEEKDAYS, min_size=1, max_size=2),
                st.lists(NTHS, min_size=1, max_size=3, unique=True),
            )
        }
    ),
    st.fixed_dictionaries(
        {
            "by_day": st.just(WORKING_WEEK),
            "by_set_pos": st.sampled_from((1, 2, 5, 10, -1)).map(lambda place: (place,)),
        }
    ),
)
OF_YEAR = st.one_of(
    st.fixed_dictionaries({"by_month_day": st.integers(1, 28).map(lambda day: (day,))}),
    st.just({"by_month_day": (-1,)}),
    st.fixed_dictionaries({"by_day": st.builds(lambda day, nth: (WeekdayOf(day, nth),), WEEKDAYS, NTHS)}),
)


@st.composite
def patterns(draw: st.DrawFn) -> Recurrence:
    """How a thing repeats, without bounds: every frequency and interval, with and without days."""
    frequency = draw(st.sampled_from(Frequency))
    interval = draw(st.sampled_from((1, 1, 1, 2, 3, 6)))
    parts: dict[str, Any] = {}
    match frequency:
        case Frequency.WEEKLY:
            parts = {"by_day": draw(OF_WEEKDAYS)}
        case Frequency.MONTHLY:
            parts = draw(OF_MONTH)
        case Frequency.YEARLY:
            parts = {"by_month": tuple(sorted(draw(MONTHS))), **draw(OF_YEAR)}
            interval = 1
        case Frequency.DAILY:
            pass
    return Recurrence(frequency=frequency, interval=interval, **parts)


@st.composite
def repeats(draw: st.DrawFn) -> Repeat:
    """Repeats with both bounds, and what they leave out: what skips holidays names those within its bounds."""
    pattern = draw(patterns())
    begins = draw(DAYS)
    until = begins + timedelta(days=draw(st.integers(400, 800)))
    out = set()
    skips = draw(st.booleans())
    if skips:
        out = {day for day in days_off_between(begins, until) if falls_on(pattern, day)}
    first = first_day(pattern, begins)
    assert first is not None
    while first in out:
        first = first_day(pattern, first + timedelta(days=1)) or until
    assume(first < until)  # a feast of each year, less the holidays, leaves nothing
    later = draw(st.lists(st.integers(1, 300), max_size=3))
    out |= {first_day(pattern, first + timedelta(days=days)) or first for days in later}
    left_out = tuple(sorted(day for day in out if first < day <= until))
    bounded = pattern._replace(
        first=first,
        until=until,
        left_out=left_out,
        skips_days_off=skips,
        roll=draw(st.none() | st.sampled_from(Roll)),
    )
    return Repeat(bounded, draw(HOURS))


@st.composite
def half_open(draw: st.DrawFn) -> Repeat:
    """Repeats that begin or end but not both, or neither; also those that say only how often."""
    plain = draw(
        patterns()
        | st.sampled_from(list(Frequency)[1:]).map(lambda frequency: Recurrence(frequency=frequency))
    )
    day = draw(DAYS)
    has_days = plain.by_day or plain.by_month_day or plain.frequency is Frequency.DAILY
    first = draw(st.sampled_from((first_day(plain, day), None))) if has_days else None
    until = draw(st.sampled_from((day, None))) if first is None else None
    roll = draw(st.none() | st.sampled_from(Roll))
    skips = draw(st.booleans())
    return Repeat(plain._replace(first=first, until=until, skips_days_off=skips, roll=roll), draw(HOURS))


VALUES = (
    st.builds(Day, DAYS, HOURS)
    | separate_days()
    | spans()
    | windows()
    | repeats()
    | st.just(Undated())
    | st.builds(Undated, HOURS)
)


@given(when=VALUES, near=DAYS)
def test_what_is_written_is_read_back_as_the_same_value(when: When, near: date) -> None:
    context = Context(period=month_span(near.year, near.month), issued=near)
    text = phrase(when)
    assert [reading.when for reading in understand(text, context).readings] == [when], text


@given(when=half_open())
def test_what_repeats_without_both_bounds_is_read_back(when: Repeat) -> None:
    text = phrase(when)
    assert [reading.when for reading in understand(text, Context()).readings] == [when], text


@given(when=VALUES)
def test_what_is_tentative_is_read_back_as_tentative(when: When) -> None:
    text = phrase(when, status=Status.TENTATIVE)
    readings = understand(text, Context()).readings
    assert [(reading.when, reading.status) for reading in readings] == [(when, Status.TENTATIVE)], text


@given(when=st.builds(Day, DAYS, st.just(NO_HOURS) | CLOCKS.map(lambda end: Hours(end=end))))
def test_a_deadline_is_read_back_as_one(when: When) -> None:
    text = phrase(when, deadline=True)
    readings = understand(text, Context()).readings
    assert [(reading.when, reading.deadline) for reading in readings] == [(when, True)], text


@given(when=VALUES, language=st.sampled_from(sorted(WORDINGS)))
def test_every_value_can_be_written_in_every_language(when: When, language: str) -> None:
    text = phrase(when, language=language, status=Status.TENTATIVE)
    assert text.strip() == text
    assert "{" not in text
