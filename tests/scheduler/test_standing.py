"""What somebody was told of an event against how it stands, and what a later notice takes over from an earlier."""

from dataclasses import replace
from datetime import date, time

import pytest
from telling_office import FRIDAY, an_event

from calendars.changes import ChangeKind
from calendars.events import Event
from calendars.marks import Status
from calendars.when import Day, Hours, Window
from scheduler.messages import ChangeSaid, as_it_stands, change_said, is_news, merged

TUESDAY = date(2023, 11, 28)
AT_EIGHT = an_event()
AT_TWO = an_event(Day(TUESDAY, Hours(time(14))))
OFF = an_event(status=Status.CANCELLED)
OPEN = an_event(Window(FRIDAY, date(2023, 11, 30)))


def said(before: Event, after: Event, kind: ChangeKind = ChangeKind.MOVED) -> ChangeSaid:
    found = change_said(before, after, kind, None)
    assert found is not None
    return found


def test_what_shows_no_difference_is_not_said() -> None:
    assert change_said(AT_EIGHT, an_event(title="Họp giao ban."), ChangeKind.ALTERED, None) is None


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        pytest.param(AT_TWO, "moved", id="as it was said"),
        pytest.param(an_event(Day(TUESDAY, Hours(time(9)))), "moved", id="moved again"),
        pytest.param(OFF, "cancelled", id="cancelled since"),
        pytest.param(None, "removed", id="taken off since"),
        pytest.param(an_event(location="Phòng 1"), "altered", id="back, but elsewhere"),
        pytest.param(AT_EIGHT, "stands", id="back as it was"),
    ],
)
def test_a_change_is_put_right_by_the_event(now: Event | None, kind: str) -> None:
    assert as_it_stands(said(AT_EIGHT, AT_TWO), now).kind == kind


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        pytest.param((AT_EIGHT, AT_TWO), (AT_TWO, OFF), ["cancelled"], id="moved, cancelled"),
        pytest.param((AT_EIGHT, OFF), (OFF, AT_TWO), ["moved"], id="cancelled, put elsewhere"),
        pytest.param((OPEN, AT_EIGHT), (AT_EIGHT, AT_TWO), ["closed"], id="settled, moved"),
        pytest.param((OFF, AT_EIGHT), (AT_EIGHT, AT_TWO), ["restored"], id="restored, moved"),
        pytest.param((AT_EIGHT, AT_TWO), (AT_TWO, AT_EIGHT), [], id="there and back"),
    ],
)
def test_the_later_notice_starts_from_what_was_known_before_both(
    first: tuple[Event, Event], second: tuple[Event, Event], kinds: list[str]
) -> None:
    rest, whole = merged([said(*first)], [said(*second)], perhaps_told=False)
    assert (rest, [one.kind for one in whole]) == ([], kinds)
    assert all(one.before == said(*first).before for one in whole)


def test_what_may_have_been_read_is_followed_by_what_stands() -> None:
    _, [back] = merged([said(AT_EIGHT, AT_TWO)], [said(AT_TWO, AT_EIGHT)], perhaps_told=True)
    assert (back.kind, back.before) == ("moved", AT_TWO.when)
    _, [again] = merged([back], [said(AT_EIGHT, AT_TWO)], perhaps_told=False)
    assert is_news(again)


def test_what_is_cancelled_twice_over_remains_cancelled() -> None:
    unsure = replace(said(OFF, AT_EIGHT), perhaps_told=True)
    _, [off] = merged([unsure], [said(AT_EIGHT, OFF)], perhaps_told=False)
    assert off.kind == "cancelled"


def test_what_two_notices_do_not_share_each_keeps() -> None:
    other = said(an_event(uid="e2"), AT_TWO._replace(uid="e2"))
    third = said(an_event(uid="e3"), AT_TWO._replace(uid="e3"))
    rest, whole = merged([said(AT_EIGHT, AT_TWO), other], [said(AT_TWO, OFF), third], perhaps_told=False)
    assert rest == [other]
    assert [one.event for one in whole] == ["e1", "e3"]
