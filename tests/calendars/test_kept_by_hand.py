"""What a document says otherwise than a hand whose word stands, told once for each event."""

from datetime import UTC, date, datetime

import pytest
from papers import paper, when_of

from calendars.changes import Change, Revision, apply
from calendars.events import Event
from calendars.revision import by_hand, compare, kept_by_hand
from calendars.times import month_span
from calendars.when import When

NOW = datetime(2023, 11, 6, 2, tzinfo=UTC)
HEADING = "monthly 2023-11 #63/CTr-BTV on 30/10"
CONFERENCE = "Hội nghị sơ kết Đề án 939"
STANDING = "Giao ban Thường trực"
ITEMS = (f"{CONFERENCE}: 14/11 8:00", f"{STANDING}: FRI pm")


def when(text: str) -> When:
    return when_of(text, month_span(2023, 11))


@pytest.fixture
def events() -> list[Event]:
    found = apply([], compare([], paper(HEADING, *ITEMS), calendar="vp", now=NOW))
    return sorted(found, key=lambda event: event.title == STANDING)


def kept(events: list[Event], by: Revision, heading: str, *items: str) -> tuple[Change, ...]:
    return kept_by_hand(compare(apply(events, by), paper(heading, *items), calendar="vp", now=NOW))


def test_a_day_that_a_hand_has_moved_is_told_where_an_older_paper_names_another(events: list[Event]) -> None:
    moved = by_hand.move(events[0], when("15/11"), hand="chị Hoa", now=NOW)
    [change] = kept(events, moved, "invitation 2023-11-14 on 3/11", f"{CONFERENCE}: 14/11 8:00")
    assert (change.after.title, change.after.when) == (CONFERENCE, moved.changes[0].after.when)
    assert change.why[-1] == "hand-outranks:2023-11-06"


def test_an_entry_that_says_nothing_else_than_the_hand_is_not_told(events: list[Event]) -> None:
    placed = by_hand.edit(events[0], hand="chị Hoa", now=NOW, location="Phòng số 2")
    heading = "invitation 2023-11-14 on 3/11"
    assert kept(events, placed, heading, ITEMS[0]) == ()
    assert len(kept(events, placed, heading, f"{ITEMS[0]} @Phòng số 1")) == 1


def test_a_newer_paper_is_followed_and_keeps_nothing(events: list[Event]) -> None:
    moved = by_hand.move(events[0], when("15/11"), hand="chị Hoa", now=NOW)
    assert kept(events, moved, "invitation 2023-11-14 on 7/11", f"{CONFERENCE}: 14/11 8:00") == ()


@pytest.mark.parametrize("item", [f"x {CONFERENCE}: 14/11", f"> {CONFERENCE}: 14/11"])
def test_a_notice_of_before_the_hands_change_is_told(events: list[Event], item: str) -> None:
    moved = by_hand.move(events[0], when("15/11"), hand="chị Hoa", now=NOW)
    [change] = kept(events, moved, "notice 2023-11-03 on 3/11", item)
    assert (change.after.title, change.why) == (CONFERENCE, ("hand-outranks:2023-11-06",))


def test_a_day_of_a_standing_meeting_is_told_with_its_day(events: list[Event]) -> None:
    off = by_hand.cancel(events[1], day=date(2023, 11, 17), hand="chị Hoa", now=NOW)
    week = "weekly 2023-11-13..2023-11-19 on 3/11"
    [change] = kept(events, off, week, f"{STANDING}: 17/11 14:00")
    assert (change.after.title, change.day) == (STANDING, date(2023, 11, 17))
    assert kept(events, off, "notice 2023-11-03 on 3/11", f"x {STANDING}: 17/11") == ()
