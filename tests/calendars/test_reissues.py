"""A paper that is issued again under its number: what it names again continues, what it no longer names is asked."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from papers import paper

from calendars.changes import ChangeKind, Revision, apply, is_unsure
from calendars.events import Event
from calendars.marks import Status
from calendars.programme import Kind, Programme
from calendars.revision import compare
from calendars.revision.reissues import is_same_paper, is_superseded
from calendars.times import month_span
from calendars.when import Repeat

NOW = datetime(2023, 10, 30, tzinfo=UTC)
FRIDAYS, FIRST_ISSUE = "Họp giao ban Thường trực: FRI pm", "monthly 2023-11 #63/CTr-BTV on 25/10"
CONFERENCE, INSPECTION = "Hội nghị sơ kết Đề án 939: 14/11 8:00", "Kiểm tra cơ sở Hội xã Hòa Sơn: 21/11"
NOVEMBER = paper(FIRST_ISSUE, FRIDAYS, CONFERENCE, INSPECTION)


def after(*papers: Programme) -> list[Event]:
    """The calendar on which these were imported one after another, all that was asked being approved."""
    events: list[Event] = []
    for number, programme in enumerate(papers):
        events = apply(events, revised(events, programme, papers[:number]))
    return events


def revised(events: list[Event], programme: Programme, former: tuple[Programme, ...]) -> Revision:
    return compare(events, programme, calendar="vp", now=NOW, papers=former)


def told(revision: Revision) -> list[tuple[str, str, bool]]:
    return [(c.kind, c.after.title, is_unsure(c)) for c in revision.kept_changes]


def corrected(*items: str, heading: str = FIRST_ISSUE) -> Revision:
    """What a second copy of November's programme changes."""
    return revised(after(NOVEMBER), paper(heading, *items), (NOVEMBER,))


def test_the_same_again_changes_nothing() -> None:
    assert corrected(INSPECTION, FRIDAYS, CONFERENCE).is_empty


def test_another_day_or_title_is_the_same_meeting() -> None:
    revision = corrected(
        FRIDAYS, "Hội nghị sơ kết Đề án 939: 16/11 8:00", "Kiểm tra cơ sở Hội xã Hoà Sơn: 21/11"
    )
    assert told(revision) == [("moved", "Hội nghị sơ kết Đề án 939", False)]


def test_a_month_mistyped_is_put_right() -> None:
    heading = "invitation 2023-11-20 #12/GM-BTV on 8/11"
    first, second = (
        paper(heading, "Hội nghị bàn giao: 24/12 8:00"),
        paper(heading, "Hội nghị bàn giao: 24/11 8:00"),
    )
    revision = revised(after(first), second, (first,))
    assert told(revision) == [("moved", "Hội nghị bàn giao", False)]
    assert revised(after(first), second, ()).kept_changes[0].kind is ChangeKind.ADDED


def test_what_is_no_longer_named_waits_to_be_cancelled() -> None:
    revision = corrected(FRIDAYS, CONFERENCE)
    assert told(revision) == [("cancelled", "Kiểm tra cơ sở Hội xã Hòa Sơn", True)]
    assert revision.kept_changes[0].why == ("no-longer-named",)


def test_a_standing_meeting_no_longer_named_keeps_the_months_before() -> None:
    october = paper("monthly 2023-10 #55/CTr-BTV on 25/9", FRIDAYS)
    revision = revised(
        after(october, NOVEMBER), paper(FIRST_ISSUE, CONFERENCE, INSPECTION), (october, NOVEMBER)
    )
    assert told(revision) == [("ended", "Họp giao ban Thường trực", True)]
    [ended] = [change.after for change in revision.kept_changes]
    assert isinstance(ended.when, Repeat)
    assert (ended.when.recurrence.until, ended.status) == (date(2023, 10, 31), Status.CONFIRMED)


WEEK, FRIDAY = "weekly 2023-11-20..2023-11-26 #9/LCT-VP on 17/11", "Họp giao ban Thường trực: 24/11 pm"
FORMER_WEEK = paper(WEEK, FRIDAY, "Làm việc với Sở Y tế: 22/11 8:00")


def of_the_week(*items: str) -> Revision:
    """What a second copy of the week's schedule changes, the month having announced the Fridays."""
    return revised(after(NOVEMBER, FORMER_WEEK), paper(WEEK, *items), (NOVEMBER, FORMER_WEEK))


def test_a_day_of_a_standing_meeting_that_the_new_copy_no_longer_names_is_asked_about() -> None:
    revision = of_the_week("Làm việc với Sở Y tế: 22/11 8:00")
    assert told(revision) == [("cancelled", "Họp giao ban Thường trực", True)]
    [change] = revision.kept_changes
    assert (change.day, change.why) == (date(2023, 11, 24), ("no-longer-named",))
    assert change.after.status is Status.CONFIRMED
    waiting = replace(paper(WEEK), entries=(change.entry,) if change.entry else ())
    [approved] = compare(
        after(NOVEMBER, FORMER_WEEK), waiting, calendar="vp", now=NOW, whole=False
    ).kept_changes
    assert [(o.day, o.when) for o in approved.after.overrides] == [(date(2023, 11, 24), None)]


@pytest.mark.parametrize(
    "items",
    [
        pytest.param((FRIDAY,), id="the day itself"),
        pytest.param(("Họp giao ban Thường trực: 23/11 pm",), id="the day before in its stead"),
        pytest.param(("x Họp giao ban Thường trực: 24/11 pm",), id="that it is cancelled"),
    ],
)
def test_a_day_that_the_new_copy_speaks_of_is_not_asked_about(items: tuple[str, ...]) -> None:
    revision = of_the_week(*items, "Làm việc với Sở Y tế: 22/11 8:00")
    assert not any(change.why == ("no-longer-named",) for change in revision.kept_changes)


def test_a_day_is_asked_about_though_the_next_month_went_on_with_the_series() -> None:
    december = paper("monthly 2023-12 #70/CTr-BTV on 25/11", FRIDAYS)
    others = "Hội ý Thường trực: 20/11 8:00", "Làm việc với Sở Y tế: 22/11 8:00"
    week, again = paper(WEEK, "Họp giao ban Thường trực: 24/11 14:00", *others), paper(WEEK, *others)
    former = (NOVEMBER, december, week)
    assert [(c.day, c.why) for c in revised(after(*former), again, former).kept_changes] == [
        (date(2023, 11, 24), ("no-longer-named",))
    ]


def test_a_day_that_a_notice_has_moved_since_is_not_asked_about() -> None:
    notice = paper(
        "notice 2023-11-21 #71/TB-BTV on 21/11", f"> {FRIDAY}", "Họp giao ban Thường trực: 23/11 pm"
    )
    former = (NOVEMBER, FORMER_WEEK, notice)
    assert revised(after(*former), paper(WEEK, "Làm việc với Sở Y tế: 22/11 8:00"), former).is_empty


def test_what_the_week_never_named_is_not_missed() -> None:
    without = paper(WEEK, "Làm việc với Sở Y tế: 22/11 8:00")
    again = paper(WEEK, "Làm việc với Sở Y tế: 22/11 9:00")
    assert told(revised(after(NOVEMBER, without), again, (NOVEMBER, without))) == [
        ("moved", "Làm việc với Sở Y tế", False)
    ]


def test_what_is_approved_takes_it_off_and_nothing_else() -> None:
    revision = corrected(CONFERENCE, INSPECTION)
    [waiting] = [change.entry for change in revision.kept_changes if change.entry]
    programme = paper(FIRST_ISSUE)
    asked = Programme(
        source=programme.source, kind=programme.kind, issued=programme.issued, entries=(waiting,)
    )
    taken_off = compare(after(NOVEMBER), asked, calendar="vp", now=NOW, whole=False)
    assert [(c.kind, c.after.title) for c in taken_off.kept_changes] == [
        ("cancelled", "Họp giao ban Thường trực")
    ]


def test_what_a_later_paper_or_a_hand_has_said_stands() -> None:
    inspection = "Kiểm tra cơ sở Hội xã Hòa Sơn"
    moves = (f"> {inspection}: 21/11", f"{inspection}: 23/11")
    notice = paper("notice 2023-11-08 #70/TB-BTV on 8/11", *moves)
    revision = revised(after(NOVEMBER, notice), paper(FIRST_ISSUE, FRIDAYS, CONFERENCE), (NOVEMBER, notice))
    assert revision.is_empty


def test_a_former_issue_that_comes_late_changes_nothing_and_asks_about_what_it_alone_names() -> None:
    second = paper("monthly 2023-11 #63/CTr-BTV on 28/10", FRIDAYS, "Hội nghị sơ kết Đề án 939: 16/11 8:00")
    revision = revised(after(second), NOVEMBER, (second,))
    assert revision.kept_changes == ()
    assert [(q.entries[0].title, q.reason) for q in revision.questions] == [
        ("Kiểm tra cơ sở Hội xã Hòa Sơn", "superseded")
    ]


def test_a_notice_issued_again_moves_the_meeting_from_where_it_had_moved_it() -> None:
    old, heading = "> Kiểm tra cơ sở Hội xã Hòa Sơn: 21/11", "notice 2023-11-08 #70/TB-BTV on 8/11"
    first = paper(heading, old, "Kiểm tra cơ sở Hội xã Hòa Sơn: 23/11")
    second = paper(heading, old, "Kiểm tra cơ sở Hội xã Hòa Sơn: 28/11")
    revision = revised(after(NOVEMBER, first), second, (NOVEMBER, first))
    assert told(revision) == [("moved", "Kiểm tra cơ sở Hội xã Hòa Sơn", False)]
    assert len(after(NOVEMBER, first, second)) == 3


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (FIRST_ISSUE, FIRST_ISSUE, True),
        (FIRST_ISSUE, "monthly 2023-11 #063/CTr-BTV on 28/10", True),
        (FIRST_ISSUE, "monthly 2023-11 #64/CTr-BTV on 25/10", False),
        (FIRST_ISSUE, "monthly 2022-11 #63/CTr-BTV on 25/10", False),
        (FIRST_ISSUE, "monthly 2023-11 #63/CTr-BTV on 25/10 by Sở Y tế tỉnh An Sơn", False),
        ("monthly 2023-11", "monthly 2023-11", False),
    ],
)
def test_number_office_year_and_period_tell_a_paper(one: str, other: str, is_same: bool) -> None:
    assert is_same_paper(paper(one, FRIDAYS), paper(other, CONFERENCE)) is is_same


def test_a_number_without_a_day_of_issue_goes_by_the_period() -> None:
    undated = paper("monthly 2023-11 #63/CTr-BTV", FRIDAYS)
    assert is_same_paper(undated, NOVEMBER)
    assert is_same_paper(NOVEMBER, undated)
    assert not is_same_paper(undated, replace(NOVEMBER, period=None))
    assert not is_same_paper(replace(undated, period=None), NOVEMBER)
    assert not is_same_paper(replace(undated, period=None), replace(NOVEMBER, period=None, issued=None))


def test_one_number_for_two_periods_is_two_papers() -> None:
    december = paper("monthly 2023-12 #63/CTr-BTV on 25/11", FRIDAYS)
    assert not is_same_paper(NOVEMBER, december)
    assert is_same_paper(NOVEMBER, replace(december, period=None))


def test_a_paper_with_a_number_is_none_without() -> None:
    title = "Chương trình công tác tháng 11"
    numbered, plain = replace(NOVEMBER, title=title), replace(paper("monthly 2023-11", FRIDAYS), title=title)
    assert not is_same_paper(numbered, plain)
    assert not is_same_paper(plain, numbered)


SCHEDULE = replace(paper("weekly 2023-11-20..2023-11-26", FRIDAYS), title="Lịch công tác tuần 47")
AGAIN = replace(paper("weekly 2023-11-20..2023-11-26", CONFERENCE), title="LỊCH CÔNG TÁC  tuần 47")


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (AGAIN, True),
        (replace(AGAIN, kind=Kind.MONTHLY), False),
        (replace(AGAIN, title="Lịch tiếp công dân tuần 47"), False),
        (replace(AGAIN, title=None), False),
        (replace(AGAIN, period=None), False),
        (replace(AGAIN, period=month_span(2023, 11)), False),
        (replace(AGAIN, issuer=None), False),
        (replace(AGAIN, source=SCHEDULE.source), False),
    ],
)
def test_schedules_without_number_are_one_where_office_period_and_title_agree(
    other: Programme, is_same: bool
) -> None:
    assert is_same_paper(SCHEDULE, other) is is_same
    assert is_same_paper(other, SCHEDULE) is is_same


def test_two_invitations_without_number_are_two_papers() -> None:
    one, other = (replace(programme, kind=Kind.INVITATION) for programme in (SCHEDULE, AGAIN))
    assert not is_same_paper(one, other)


def test_schedules_that_tell_as_little_as_one_another_are_not_one() -> None:
    assert not is_same_paper(replace(SCHEDULE, title=None), replace(AGAIN, title=None))
    assert not is_same_paper(replace(SCHEDULE, period=None), replace(AGAIN, period=None))
    assert not is_same_paper(replace(SCHEDULE, issuer=None), replace(AGAIN, issuer=None))


def test_a_paper_comes_too_late_where_it_was_issued_again_on_a_later_day() -> None:
    later = paper("monthly 2023-11 #63/CTr-BTV on 28/10", FRIDAYS)
    undated = paper("monthly 2023-11 #63/CTr-BTV", FRIDAYS)
    assert is_superseded(NOVEMBER, [later])
    assert not is_superseded(later, [NOVEMBER])
    assert not is_superseded(NOVEMBER, [undated])
    assert not is_superseded(undated, [later])
    assert not is_superseded(NOVEMBER, [replace(later, number="64/CTr-BTV")])
