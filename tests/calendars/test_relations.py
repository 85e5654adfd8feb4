"""How the time of an entry stands to an event's: the same, near, one day of a series, an open time, or impossible."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from papers import paper

from calendars.changes import apply
from calendars.events import Event, Override
from calendars.marks import Status
from calendars.programme import Entry, Programme
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.revision import compare
from calendars.revision.relations import Relation, gap_between, relate, same_pattern, told_on
from calendars.times import DaySpan, month_span
from calendars.when import Day, Days, Repeat

NOW = datetime(2023, 10, 30, tzinfo=UTC)
NOVEMBER = month_span(2023, 11)
MONTH = "monthly 2023-11 on 30/10"
WEEK = "weekly 2023-11-20..2023-11-26 on 17/11"
INVITATION = "invitation 2023-11-24 on 20/11"
NOTICE = "notice 2023-11-24 on 20/11"


def event_of(time: str, heading: str = MONTH) -> Event:
    [event] = apply([], compare([], paper(heading, f"Giao ban: {time}"), calendar="vp", now=NOW))
    return event


def entry_of(time: str, heading: str) -> tuple[Entry, Programme]:
    programme = paper(heading, f"Giao ban: {time}")
    return programme.entries[0], programme


def related(event: Event | str, time: str, heading: str) -> Relation | None:
    known = event_of(event) if isinstance(event, str) else event
    entry, programme = entry_of(time, heading)
    return relate(known, entry, programme)


def shown(relation: Relation | None) -> tuple[float, str, str] | None:
    if relation is None:
        return None
    return relation.nearness, relation.why, f"{relation.day:%d/%m}" if relation.day else ""


@pytest.mark.parametrize(
    ("known", "told", "heading", "expected"),
    [
        # days
        ("24/11 8:00", "24/11 8:00", MONTH, (1.0, "same-time", "")),
        ("24/11 8:00", "24/11 8:00-10:00", MONTH, (1.0, "same-day", "")),
        ("24/11 8:00", "24/11 9:00", MONTH, (0.55, "same-day", "")),
        ("24/11 8:00", "24/11", MONTH, (0.95, "same-day", "")),
        ("24/11", "24/11 8:00", MONTH, (0.95, "same-day", "")),
        ("24/11 am", "24/11 pm", MONTH, (0.55, "same-day", "")),
        ("24/11 am", "24/11 8:00", MONTH, (0.95, "same-day", "")),
        ("24/11 8:00", "24/11 am", MONTH, (0.95, "same-day", "")),
        ("24/11 am", "24/11", MONTH, (0.95, "same-day", "")),
        # several days, open times
        ("14/11-16/11", "16/11-18/11", MONTH, (0.9, "same-period", "")),
        ("14/11-16/11", "16/11", MONTH, (0.9, "same-period", "")),
        ("~11/11-20/11", "16/11", INVITATION, (0.9, "within-window", "")),
        ("~11/11-20/11", "~15/11-25/11", INVITATION, (0.9, "within-window", "")),
        ("~1/11-6/11", "20/11", INVITATION, (0.7, "near-window", "")),
        ("~1/11-6/11", "21/11", INVITATION, (0.4, "far-in-time", "")),
        ("~1/11-6/11", "18/12", INVITATION, (0.4, "far-in-time", "")),
        ("~1/11-6/11", "19/12", INVITATION, None),
        # one day of what lasts several
        ("14/11-24/11", "24/11", WEEK, (1.0, "part-of", "24/11")),
        ("24/11-26/11", "24/11", INVITATION, (1.0, "part-of", "24/11")),
        ("14/11-24/11", "25/11", INVITATION, None),
        ("14/11-24/11", "23/11-24/11", WEEK, (0.9, "same-period", "")),
        ("24/11-24/11", "24/11 8:00", WEEK, (0.95, "same-day", "")),
        # another day, for which a programme of the period speaks, or nobody
        ("24/11", "10/11", MONTH, (0.6, "same-period", "")),
        ("24/11", "9/11", MONTH, (0.5, "same-period", "")),
        ("24/11", "23/11", WEEK, (0.6, "same-period", "")),
        ("15/11", "23/11", WEEK, None),
        ("24/11", "8/12", INVITATION, (0.4, "unsaid-move", "")),
        ("24/11", "9/12", INVITATION, None),
        ("20/11", "24/11", INVITATION, (0.4, "unsaid-move", "")),
        ("19/11", "24/11", INVITATION, None),
        ("24/11", "23/11", "invitation 2023-11-24", None),
        # a document older than what is known
        ("24/11", "10/11", "invitation 2023-11-10 on 29/10", (0.75, "moved-since", "")),
        ("24/11", "9/11", "invitation 2023-11-10 on 29/10", None),
        ("24/11", "10/11", "invitation 2023-11-10 on 30/10", (0.4, "unsaid-move", "")),
        # a time that is left open
        ("?", "24/11", INVITATION, (0.8, "time-open", "")),
        ("?", "30/10", MONTH, (0.8, "time-open", "")),
        ("?", "29/10", MONTH, None),
        ("?", "?", MONTH, (1.0, "same-time", "")),
        ("?", "? 8:00", MONTH, (0.8, "time-open", "")),
        ("?", "? 8:00", "invitation 2023-10-20 on 20/10", None),
        ("?", "? 8:00", "invitation 2023-11-24", (0.8, "time-open", "")),
        ("24/11", "?", MONTH, (0.6, "same-period", "")),
        ("24/11", "?", "monthly 2023-12 on 29/11", (0.6, "same-period", "")),
        ("16/11", "?", "monthly 2023-12 on 29/11", None),
        ("24/11", "?", "invitation 2023-12-20 on 8/12", (0.6, "same-period", "")),
        ("24/11", "?", "invitation 2023-12-20 on 9/12", None),
        ("24/11", "?", "invitation 2023-12-20", None),
        # standing meetings
        ("FRI", "FRI pm", MONTH, (1.0, "same-pattern", "")),
        ("FRI", "THU", MONTH, (0.6, "other-pattern", "")),
        ("FRI", "15.", MONTH, (0.6, "other-pattern", "")),
        ("FRI!3/11-24/11", "FRI!25/1-26/1", "monthly 2024-01 on 29/12", (1.0, "same-pattern", "")),
        ("FRI!3/11-24/11", "FRI!26/1-31/1", "monthly 2024-01 on 29/12", None),
        ("FRI!3/11-", "FRI!26/1-31/1", "monthly 2024-01 on 29/12", (1.0, "same-pattern", "")),
        ("FRI", "24/11", WEEK, (1.0, "occurrence", "24/11")),
        ("FRI", "24/11", INVITATION, (1.0, "occurrence", "24/11")),
        ("FRI", "23/11", WEEK, (0.6, "occurrence-moved", "24/11")),
        ("FRI", "23/11", INVITATION, (0.6, "occurrence-moved", "24/11")),
        ("FRI", "23/11", NOTICE, None),
        ("MON,FRI", "23/11", WEEK, None),
        ("15.", "16/11", WEEK, None),
        ("FRI", "24/11-25/11", WEEK, None),
        ("FRI", "~24/11-25/11", WEEK, None),
        ("24/11", "FRI", MONTH, (0.9, "occurrence", "")),
        ("23/11", "FRI", MONTH, None),
        ("23/11-24/11", "FRI", MONTH, None),
        ("?", "FRI", MONTH, None),
    ],
)
def test_how_two_times_stand(
    known: str, told: str, heading: str, expected: tuple[float, str, str] | None
) -> None:
    relation = shown(related(known, told, heading))
    if relation and expected:
        relation = (relation[0], relation[1].partition(":")[0], relation[2])
    assert relation == expected


@pytest.mark.parametrize(
    ("known", "told", "heading", "why"),
    [
        ("FRI", "24/11", WEEK, "occurrence:2023-11-24"),
        ("FRI", "23/11", WEEK, "occurrence-moved:2023-11-24"),
        ("24/11", "FRI", MONTH, "occurrence:2023-11-24"),
        ("14/11-24/11", "22/11", WEEK, "part-of:2023-11-22"),
    ],
)
def test_the_reason_names_the_day_that_is_meant(known: str, told: str, heading: str, why: str) -> None:
    relation = related(known, told, heading)
    assert relation is not None
    assert relation.why == why


def test_a_schedule_may_tell_of_one_of_several_days_apart() -> None:
    days = event_of("24/11")._replace(when=Days((date(2023, 11, 21), date(2023, 11, 24))))
    assert shown(related(days, "24/11", WEEK)) == (1.0, "part-of:2023-11-24", "24/11")
    assert shown(related(days, "22/11", WEEK)) == (0.9, "same-period", "")


def test_what_is_of_another_kind_is_another_thing() -> None:
    assert related("24/11", "24/11", MONTH)
    entry, programme = paper(MONTH, "* Giao ban: 24/11").entries[0], paper(MONTH)
    assert relate(event_of("24/11"), entry, programme) is None


def test_a_tentative_day_may_be_another_one_like_a_window() -> None:
    tentative = event_of("24/11")._replace(status=Status.TENTATIVE)
    assert shown(related(tentative, "8/12", INVITATION)) == (0.7, "near-window", "")
    assert shown(related(tentative, "9/12", INVITATION)) == (0.4, "far-in-time", "")


@pytest.mark.parametrize(
    ("known", "told", "expected"),
    [
        ("24/11 8:00", "24/11 14:00", (0.8, "same-day", "")),
        ("24/11", "24/11", (1.0, "same-time", "")),
        ("~11/11-20/11", "16/11", (0.8, "same-day", "")),
        ("24/11", "25/11", None),
        ("24/11", "?", None),
        ("?", "24/11", None),
        ("FRI", "24/11", None),
    ],
)
def test_what_was_cancelled_is_called_again_at_about_its_time_only(
    known: str, told: str, expected: tuple[float, str, str] | None
) -> None:
    cancelled = event_of(known)._replace(status=Status.CANCELLED)
    assert shown(related(cancelled, told, MONTH)) == expected


def test_a_day_of_a_standing_meeting_that_was_moved_is_known_by_its_new_day() -> None:
    moved = Override(day=date(2023, 11, 24), when=Day(date(2023, 11, 22)))
    event = event_of("FRI")._replace(overrides=(moved,))
    assert shown(related(event, "22/11", WEEK)) == (1.0, "occurrence:2023-11-24", "24/11")
    assert related(event, "23/11", WEEK) is None
    cancelled = event._replace(overrides=(moved._replace(when=None),))
    assert related(cancelled, "22/11", WEEK) is None


def test_a_day_off_is_no_day_of_a_standing_meeting() -> None:
    when = event_of("FRI").when
    assert isinstance(when, Repeat)
    skipping = when._replace(recurrence=when.recurrence._replace(skips_days_off=True))
    series, one_day = event_of("FRI")._replace(when=skipping), event_of("24/11")
    day, programme = entry_of("24/11", WEEK)
    all_fridays = replace(entry_of("FRI", MONTH)[0], when=skipping)

    def is_day_off(day: date) -> bool:
        return day == date(2023, 11, 24)

    assert relate(series, day, programme)
    assert relate(series, day, programme, is_day_off=is_day_off) is None
    assert relate(one_day, all_fridays, programme)
    assert relate(one_day, all_fridays, programme, is_day_off=is_day_off) is None


def test_a_yearly_meeting_may_be_silent_for_a_year() -> None:
    event, now = event_of("15."), entry_of("15.", "monthly 2024-11 on 29/10")[0].when
    assert isinstance(event.when, Repeat)
    assert isinstance(now, Repeat)
    [told, again] = (
        when._replace(recurrence=when.recurrence._replace(frequency=Frequency.YEARLY, by_month=(11,)))
        for when in (event.when, now)
    )
    entry, programme = entry_of("15.", "monthly 2024-11 on 29/10")
    assert relate(event, entry, programme) is None
    yearly = replace(entry, when=again)
    assert shown(relate(event._replace(when=told), yearly, programme)) == (1.0, "same-pattern", "")
    two_years = again._replace(recurrence=again.recurrence._replace(first=date(2025, 11, 1), until=None))
    assert relate(event._replace(when=told), replace(entry, when=two_years), programme) is None


WEEKLY = Recurrence(frequency=Frequency.WEEKLY, by_day=(WeekdayOf(4),), first=date(2023, 11, 1))
MONTHLY = Recurrence(frequency=Frequency.MONTHLY, by_month_day=(15,))


@pytest.mark.parametrize(
    ("told", "now", "is_same"),
    [
        (WEEKLY, WEEKLY._replace(first=date(2023, 12, 1)), True),
        (WEEKLY, WEEKLY._replace(by_day=()), True),
        (WEEKLY, WEEKLY._replace(by_day=(WeekdayOf(3),)), False),
        (WEEKLY, WEEKLY._replace(interval=2), False),
        (WEEKLY, WEEKLY._replace(by_month=(11,)), True),
        (MONTHLY, MONTHLY._replace(by_month_day=(16,)), False),
        (MONTHLY, MONTHLY._replace(by_month_day=()), True),
        (MONTHLY, MONTHLY._replace(frequency=Frequency.YEARLY), False),
        (MONTHLY._replace(by_month=(1,)), MONTHLY._replace(by_month=(2,)), False),
        (WEEKLY._replace(by_set_pos=(1,)), WEEKLY._replace(by_set_pos=(2,)), False),
        (WEEKLY._replace(by_set_pos=(1,)), WEEKLY, False),
    ],
)
def test_two_patterns_agree_where_one_only_tells_less(
    told: Recurrence, now: Recurrence, is_same: bool
) -> None:
    assert same_pattern(told, now) is is_same
    assert same_pattern(now, told) is is_same


def test_the_gap_is_counted_from_the_end_of_the_earlier() -> None:
    early, late = DaySpan(date(2023, 11, 1), date(2023, 11, 3)), DaySpan(date(2023, 11, 8), date(2023, 11, 9))
    assert gap_between(early, late) == gap_between(late, early) == 5
    assert gap_between(early, early) == 0
    assert gap_between(early, DaySpan(date(2023, 11, 4), date(2023, 11, 4))) == 1


def test_a_paper_is_ranked_by_its_day_of_issue_else_by_the_first_of_its_period() -> None:
    assert told_on(paper(MONTH)) == date(2023, 10, 30)
    assert told_on(paper("monthly 2023-11")) == NOVEMBER.first
    assert told_on(paper("invitation 2023-11-24")) is None
