"""What happens within some days: each kind of event, moved and cancelled days, and the order of the day."""

from datetime import date, time
from typing import Any

import pytest
from sample_events import FRIDAYS, event

from calendars.events import Event, Occurrence, Override, occurrences_between, reach
from calendars.marks import Status
from calendars.recurrence import Frequency, Recurrence, Roll
from calendars.times import DayPart, DaySpan, month_span
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, When, Window

NOVEMBER = month_span(2023, 11)
EIGHT = Hours(start=time(8))
SERIES = Repeat(FRIDAYS, EIGHT)


def day(number: int, month: int = 11) -> date:
    return date(2023, month, number)


def found(*events: Event, span: DaySpan = NOVEMBER, **options: Any) -> list[Occurrence]:
    return occurrences_between(events, span, **options)


def whens(*events: Event, **options: Any) -> list[When]:
    return [occurrence.when for occurrence in found(*events, **options)]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        pytest.param(Day(day(9)), [Day(day(9))], id="a day"),
        pytest.param(Day(day(1, 12)), [], id="a day out of it"),
        pytest.param(
            Days((day(5), day(12), day(3, 12)), EIGHT),
            [Day(day(5), EIGHT), Day(day(12), EIGHT)],
            id="separate days",
        ),
        pytest.param(Span(day(28, 10), day(2)), [Span(day(28, 10), day(2))], id="a span that began before"),
        pytest.param(
            Span(day(29), day(1, 12), EIGHT, daily=True),
            [Day(day(29), EIGHT), Day(day(30), EIGHT)],
            id="hours of each day",
        ),
        pytest.param(
            Span(day(29), day(1, 12), daily=True),
            [Span(day(29), day(1, 12), daily=True)],
            id="every day, no hours",
        ),
        pytest.param(Span(day(29), None), [Span(day(29), None)], id="an end that is not told"),
        pytest.param(Span(day(29, 10), None), [], id="nothing is guessed of what follows"),
        pytest.param(Window(day(28, 10), day(5)), [Window(day(28, 10), day(5))], id="a window"),
        pytest.param(Undated(), [], id="a time to be told"),
        pytest.param(
            SERIES, [Day(day(number), EIGHT) for number in (3, 10, 17, 24)], id="a standing meeting"
        ),
    ],
)
def test_each_kind_of_event_gives_its_occurrences(when: When, expected: list[When]) -> None:
    assert whens(event(when)) == expected


def test_a_single_event_has_one_nameless_occurrence_and_a_series_names_its_days() -> None:
    assert [o.day for o in found(event(Day(day(9))))] == [None]
    assert [o.day for o in found(event(SERIES))] == [day(3), day(10), day(17), day(24)]


def test_a_moved_day_stands_at_its_new_time_under_its_old_name() -> None:
    moved = Override(day=day(24), when=Day(day(23), EIGHT), title="Giao ban sớm", location="Tầng 3")
    last = found(event(SERIES, overrides=(moved,)))[-1]
    assert (last.day, last.when, last.title, last.location) == (
        day(24),
        Day(day(23), EIGHT),
        "Giao ban sớm",
        "Tầng 3",
    )


def test_a_day_moved_out_of_the_span_is_gone_and_one_moved_into_it_is_there() -> None:
    series = event(SERIES, overrides=(Override(day=day(24), when=Day(day(4, 12))),))
    assert [o.day for o in found(series)] == [day(3), day(10), day(17)]
    assert [o.day for o in found(series, span=month_span(2023, 12))] == [day(24)]


def test_a_cancelled_day_is_left_out_or_shown_as_cancelled() -> None:
    series = event(SERIES, overrides=(Override(day=day(17), when=None),))
    assert [o.day for o in found(series)] == [day(3), day(10), day(24)]
    shown = {o.day: (o.status, o.when) for o in found(series, with_cancelled=True)}
    assert shown[day(17)] == (Status.CANCELLED, Day(day(17), EIGHT))


def test_a_cancelled_rolled_day_is_shown_where_it_would_have_been() -> None:
    rolling = Recurrence(frequency=Frequency.MONTHLY, by_month_day=(18,), roll=Roll.NEXT)
    series = event(Repeat(rolling), overrides=(Override(day=day(18), when=None),))
    assert whens(series, with_cancelled=True) == [Day(day(20))]


def test_a_cancelled_event_is_left_out_or_shown_as_cancelled() -> None:
    cancelled = event(Day(day(9)), status=Status.CANCELLED)
    assert found(cancelled) == []
    assert [o.status for o in found(cancelled, with_cancelled=True)] == [Status.CANCELLED]


def test_one_day_of_separate_days_can_differ() -> None:
    two = event(Days((day(5), day(12)), EIGHT), overrides=(Override(day=day(12), when=Day(day(13), EIGHT)),))
    assert whens(two) == [Day(day(5), EIGHT), Day(day(13), EIGHT)]


def test_days_are_in_order_and_within_a_day_hours_then_titles() -> None:
    hours = {
        "d": Hours(start=time(14)),
        "c": Hours(part=DayPart.AFTERNOON),
        "b": Hours(start=time(8)),
        "a2": Hours(part=DayPart.MORNING),
        "a1": Hours(),
        "e": Hours(part=DayPart.EVENING),
    }
    events = [event(Day(day(9), at), uid=title, title=title) for title, at in hours.items()]
    before = event(Window(day(1), day(20)), uid="w", title="w")
    assert [o.title for o in found(*events, before)] == ["w", "a1", "a2", "b", "c", "d", "e"]


def test_the_order_holds_where_a_moved_day_meets_others() -> None:
    late = Hours(start=time(16))
    series = event(
        SERIES, overrides=(Override(day=day(24), when=Day(day(23), late)),), uid="s", title="series"
    )
    other = event(Day(day(23), Hours(start=time(14))), uid="o", title="other")
    assert [o.title for o in found(series, other)][-2:] == ["other", "series"]


@pytest.mark.parametrize(
    ("when", "overrides", "expected"),
    [
        (Undated(), (), None),
        (Day(day(9)), (), DaySpan(day(9), day(9))),
        (Span(day(9), None), (), DaySpan(day(9), day(9))),
        (SERIES, (), DaySpan(day(3), day(24))),
        (SERIES, (Override(day=day(24), when=Day(day(4, 12))),), DaySpan(day(3), day(4, 12))),
        (Repeat(FRIDAYS._replace(first=None, until=None)), (), DaySpan(date.min, date.max)),
        (Repeat(FRIDAYS._replace(roll=Roll.NEXT)), (), DaySpan(day(18, 10), day(10, 12))),
    ],
)
def test_the_reach_of_an_event_holds_all_its_days(
    when: When, overrides: tuple[Override, ...], expected: DaySpan | None
) -> None:
    assert reach(when, overrides) == expected
