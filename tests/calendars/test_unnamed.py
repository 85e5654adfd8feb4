"""What a paper no longer names: standing meetings that have ended, and what only a replaced paper announced."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from papers import paper

from calendars.changes import ChangeKind, Revision, apply
from calendars.events import Event, Origin
from calendars.marks import Status
from calendars.programme import Programme
from calendars.revision import compare

NOW = datetime(2023, 10, 30, tzinfo=UTC)
FRIDAYS, CONFERENCE = "Giao ban Thường trực: FRI", "Hội nghị sơ kết Đề án 939: 14/11 8:00"
NOVEMBER = paper("monthly 2023-11 #63/CTr-BTV on 30/10", FRIDAYS, CONFERENCE)
DECEMBER = paper("monthly 2023-12 #75/CTr-BTV on 29/11", "Tổng kết năm: 20/12")
INSTEAD = paper("monthly 2023-11 #66/CTr-BTV on 6/11 for #63/CTr-BTV", FRIDAYS)


def revised(events: list[Event], programme: Programme, *, whole: bool = True) -> Revision:
    return compare(events, programme, calendar="vp", now=NOW, whole=whole)


def after(*papers: Programme) -> list[Event]:
    events: list[Event] = []
    for programme in papers:
        events = apply(events, revised(events, programme))
    return events


def ended(events: list[Event], programme: Programme, *, whole: bool = True) -> list[str]:
    revision = revised(events, programme, whole=whole)
    return [change.after.title for change in revision.changes if change.kind is ChangeKind.ENDED]


# standing meetings


def test_a_standing_meeting_that_the_next_month_does_not_name_has_ended() -> None:
    standing = after(NOVEMBER)[0]
    [change] = [c for c in revised(after(NOVEMBER), DECEMBER).changes if c.kind is ChangeKind.ENDED]
    assert (change.before, change.after) == (standing, standing._replace(ended=date(2023, 11, 30)))
    assert (change.why, change.is_published) == (("not-named",), False)


@pytest.mark.parametrize(
    ("last", "heading", "has_ended"),
    [
        ("30/11", "monthly 2023-12", True),
        ("17/11", "monthly 2024-01", True),
        ("16/11", "monthly 2024-01", False),
        ("1/12", "monthly 2023-12", False),
        ("8/12", "monthly 2023-12", False),
    ],
)
def test_what_ended_long_ago_or_goes_on_by_itself_is_left(last: str, heading: str, has_ended: bool) -> None:
    events = after(paper("monthly 2023-11 on 30/10", f"Giao ban Thường trực: FRI!3/11-{last}"))
    later = paper(f"{heading} on 29/11", f"Tổng kết năm: 20/{heading[-2:]}")
    assert bool(ended(events, later)) is has_ended


def test_only_a_whole_new_monthly_programme_with_meetings_of_the_same_office_ends_anything() -> None:
    events = after(NOVEMBER)
    assert ended(events, DECEMBER)
    assert not ended(events, DECEMBER, whole=False)
    assert not ended(events, paper("weekly 2023-12-04..2023-12-10 on 1/12", "Tổng kết năm: 5/12"))
    assert not ended(events, paper("monthly 2023-12 on 29/11", "* Ngày thành lập Quân đội: 22/12"))
    assert not ended(events, paper("monthly 2023-12 on 29/11 by Sở Y tế", "Tổng kết năm: 20/12"))
    assert not ended(events, replace(DECEMBER, period=None))
    assert not ended(after(NOVEMBER, DECEMBER), DECEMBER)
    assert ended(events, replace(DECEMBER, issuer=None))


def test_a_series_of_an_imported_calendar_is_ended_by_that_calendar_alone() -> None:
    events = after(NOVEMBER)
    foreign = [event._replace(origin=Origin(document="f" * 64, name="Sở Y tế")) for event in events]
    assert (ended(events, DECEMBER), ended(foreign, DECEMBER)) == (["Giao ban Thường trực"], [])


def test_what_has_ended_was_cancelled_or_set_by_hand_is_not_ended() -> None:
    standing, *others = after(NOVEMBER)
    untold = standing.origin._replace(document=None)
    for other in (
        standing._replace(ended=date(2023, 11, 17)),
        standing._replace(status=Status.CANCELLED),
        standing._replace(origin=standing.origin._replace(hand="chị Hoa")),
        standing._replace(origin=untold),
    ):
        assert not ended([other, *others], DECEMBER)


def test_a_standing_meeting_about_which_is_asked_is_not_ended() -> None:
    two = paper("monthly 2023-11 on 30/10", FRIDAYS, "Giao ban Thường trực: MON")
    doubtful = paper("monthly 2023-12 on 29/11", "Giao ban Thường trực: WED")
    assert [len(question.candidates) for question in revised(after(two), doubtful).questions] == [2]
    assert not ended(after(two), doubtful)


# a paper that replaces another


def test_what_only_the_replaced_paper_announced_is_cancelled_by_the_new_one() -> None:
    revision = revised(after(NOVEMBER), INSTEAD)
    [change] = [c for c in revision.changes if c.kind is ChangeKind.CANCELLED]
    assert (change.after.title, change.after.status) == ("Hội nghị sơ kết Đề án 939", Status.CANCELLED)
    assert (change.why, change.after.origin.number) == (("replaced",), "66/CTr-BTV")
    assert revised(after(NOVEMBER, INSTEAD), INSTEAD).is_empty


def test_the_new_paper_moves_what_it_names_and_leaves_other_papers_alone() -> None:
    moved = paper(
        "monthly 2023-11 #66/CTr-BTV on 6/11 for #63/CTr-BTV", FRIDAYS, "Hội nghị sơ kết Đề án 939: 28/12"
    )
    invitation = paper("invitation 2023-11-20 #90/GM-BTV on 3/11", "Đại hội Công đoàn: 20/11")
    unnumbered = paper("invitation 2023-11-21 on 3/11", "Gặp mặt hội viên: 21/11")
    revision = revised(after(NOVEMBER, invitation, unnumbered), moved)
    assert [(c.kind, c.after.title) for c in revision.kept_changes] == [
        (ChangeKind.MOVED, "Hội nghị sơ kết Đề án 939")
    ]


def test_the_new_paper_may_speak_of_what_other_papers_announced() -> None:
    invitation = paper("invitation 2023-11-20 #90/GM-BTV on 3/11", "Đại hội Công đoàn: 20/11")
    instead = paper(
        "monthly 2023-11 #66/CTr-BTV on 6/11 for #63/CTr-BTV",
        FRIDAYS,
        CONFERENCE,
        "Đại hội Công đoàn: 20/11 8:00",
    )
    revision = revised(after(NOVEMBER, invitation), instead)
    assert [(c.kind, c.after.title) for c in revision.kept_changes] == [
        (ChangeKind.ALTERED, "Đại hội Công đoàn")
    ]
    assert revision.questions == ()


# what one paper says twice


def test_what_is_said_twice_is_one_and_what_differs_in_anything_is_two() -> None:
    def titles(*items: str) -> list[str]:
        return [event.title for event in after(paper("monthly 2023-11 on 30/10", *items))]

    assert len(titles("Họp cơ quan: 24/11", "Họp cơ quan: 24/11")) == 1
    assert len(titles("Họp cơ quan: 24/11", "Họp cơ quan: 24/11 8:00")) == 2
    assert len(titles("Họp cơ quan: 24/11", "! Họp cơ quan: 24/11")) == 2
    assert len(titles("Họp cơ quan: 24/11", "~ Họp cơ quan: 24/11")) == 2
