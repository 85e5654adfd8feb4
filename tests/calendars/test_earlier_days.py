"""Earlier days of a standing meeting in another rhythm: what is known of it stays, and they become its ended part."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations

import pytest
from papers import paper

from calendars.changes import ChangeKind, Revision, apply, undo
from calendars.events import Event, occurrences_between
from calendars.programme import Programme
from calendars.revision import by_hand, compare
from calendars.revision.earlier_days import as_former_part, tells_of_earlier_days, what_adds
from calendars.times import DaySpan
from calendars.when import Day, Repeat

NOW = datetime(2023, 5, 30, 2, tzinfo=UTC)
BOTH_MONTHS = DaySpan(date(2023, 5, 1), date(2023, 6, 30))
TITLE = "Họp giao ban Thường trực"
MAY_HEADING = "monthly 2023-05 #20/CTr-BTV on 28/4"
JUNE_HEADING = "monthly 2023-06 #25/CTr-BTV on 30/5"
MAY = paper(MAY_HEADING, f"{TITLE}: FRI pm")
JUNE = paper(JUNE_HEADING, f"{TITLE}: MON")


def revise(events: list[Event], programme: Programme) -> Revision:
    return compare(events, programme, calendar="vp", now=NOW)


def after(*programmes: Programme) -> list[Event]:
    events: list[Event] = []
    for programme in programmes:
        events = apply(events, revise(events, programme))
    return events


def days_of(events: list[Event]) -> list[str]:
    found = occurrences_between(events, BOTH_MONTHS)
    return [f"{o.when.day:%a %d/%m}" for o in found if isinstance(o.when, Day)]


def test_what_a_later_programme_says_of_its_own_month_stays() -> None:
    [june] = after(JUNE)
    revision = revise([june], MAY)
    [change] = revision.changes
    assert (change.kind, change.before, change.after.ended) == (ChangeKind.ADDED, None, date(2023, 5, 31))
    assert change.why == ("title-same", "other-pattern", "earlier-days")
    assert june in apply([june], revision)
    assert undo(apply([june], revision), revision) == [june]


@pytest.mark.parametrize("june", ["MON", "THU pm", "FRI am", "2FRI", "15.", "MON!9/6-30/6 8:00"])
def test_either_order_gives_the_same_days_and_ended_parts(june: str) -> None:
    both = (MAY, paper(JUNE_HEADING, f"{TITLE}: {june}"))
    results = []
    for order in permutations(both):
        events = after(*order)
        results.append((days_of(events), sorted(str(event.ended) for event in events)))
    assert results[0] == results[1]


def test_each_of_the_two_again_changes_nothing() -> None:
    events = after(JUNE, MAY)
    assert revise(events, MAY).is_empty
    assert revise(events, JUNE).is_empty


def test_the_next_month_goes_on_with_the_meeting_and_not_with_its_ended_part() -> None:
    events = after(JUNE, MAY)
    july = revise(events, paper("monthly 2023-07 on 29/6", f"{TITLE}: FRI pm"))
    assert [(change.kind, change.uid) for change in july.changes] == [(ChangeKind.MOVED, after(JUNE)[0].uid)]


def test_an_older_paper_says_nothing_new_of_days_that_a_newer_one_has_told() -> None:
    events = after(MAY, JUNE)
    draft = paper("monthly 2023-05 #19/CTr-BTV on 20/4", f"{TITLE}: TUE")
    [change] = revise(events, draft).changes
    assert (change.kind, change.why[-1]) == (ChangeKind.UNCHANGED, "later-document:20/CTr-BTV")


def test_a_newer_paper_of_the_earlier_days_changes_these_alone() -> None:
    [june, may] = sorted(after(MAY, JUNE), key=lambda event: event.ended is not None)
    newer = paper("monthly 2023-05 #21/CTr-BTV on 4/5", f"{TITLE}: TUE")
    [change] = revise([june, may], newer).changes
    assert (change.kind, change.uid, change.after.ended) == (ChangeKind.MOVED, may.uid, date(2023, 5, 31))
    events = apply([june, may], revise([june, may], newer))
    assert {day[:3] for day in days_of(events)} == {"Tue", "Mon"}
    assert revise(events, newer).is_empty


def test_earlier_days_in_the_same_rhythm_leave_place_and_people_as_the_later_programme_told_them() -> None:
    may = paper(MAY_HEADING, f"{TITLE}: MON @Phòng số 1 /Đ/c Hoa")
    june = paper(JUNE_HEADING, f"{TITLE}: MON @Phòng số 2")
    for order in permutations((may, june)):
        [event] = after(*order)
        assert (event.location, event.chair) == ("Phòng số 2", "Đ/c Hoa")
        assert {day[:3] for day in days_of([event])} == {"Mon"}
        assert revise([event], order[-1]).is_empty


def test_earlier_days_in_the_same_rhythm_leave_the_groups_that_were_told() -> None:
    [june] = after(JUNE)
    [entry] = paper(MAY_HEADING, f"{TITLE}: MON").entries
    entry = replace(entry, groups=("Ban Tuyên giáo",), preparing=("Ban Tuyên giáo",))
    assert what_adds(june, entry) == entry
    known = june._replace(groups=("Ban Tổ chức",))
    assert what_adds(known, entry) == replace(entry, groups=None, preparing=())


def test_what_a_hand_has_made_is_not_undone_by_an_older_programme() -> None:
    [june] = after(JUNE)
    assert isinstance(june.when, Repeat)
    room = by_hand.edit(june, hand="chị Hoa", now=NOW, location="Phòng số 3")
    events = apply([june], room)
    assert [event for event in apply(events, revise(events, MAY)) if event.uid == june.uid] == events


def test_another_paper_of_a_month_not_begun_leaves_no_day_of_the_first() -> None:
    first = paper(JUNE_HEADING, f"{TITLE}: MON!5/6-26/6")
    events = after(first, paper("monthly 2023-06 #26/CTr-BTV on 30/5", f"{TITLE}: 15.!15/6-15/6"))
    assert days_of(events) == ["Thu 15/06"]
    events = apply(
        events, revise(events, paper("monthly 2023-06 #27/CTr-BTV on 30/5", f"{TITLE}: MON!5/6-26/6"))
    )
    assert days_of(events) == ["Mon 05/06", "Mon 12/06", "Mon 19/06", "Mon 26/06"]
    assert len(events) == 1


@pytest.mark.parametrize(
    ("heading", "item", "days"),
    [
        (JUNE_HEADING, "THU!8/6-29/6", "Thu 01/06, Thu 08/06, Thu 15/06, Thu 22/06, Thu 29/06"),
        (JUNE_HEADING, "15.!15/6-15/6", "Thu 15/06"),
        ("monthly 2023-06 on 8/6", "15.!15/6-15/6", "Thu 01/06, Thu 08/06, Thu 15/06"),
        ("monthly 2023-06 on 7/6", "15.!15/6-15/6", "Thu 01/06, Thu 15/06"),
        ("monthly 2023-06 on 15/6", "15.!15/6-15/6", "Thu 01/06, Thu 08/06, Thu 15/06"),
        (JUNE_HEADING, "WED!14/6-28/6", "Thu 01/06, Thu 08/06, Wed 14/06, Wed 21/06, Wed 28/06"),
        ("weekly 2023-06-05..2023-06-11 on 2/6", "WED!7/6-7/6", "Thu 01/06, Wed 07/06"),
    ],
)
def test_a_paper_speaks_of_its_whole_period_but_for_days_before_it(
    heading: str, item: str, days: str
) -> None:
    events = after(paper(JUNE_HEADING, f"{TITLE}: THU!1/6-29/6"), paper(heading, f"{TITLE}: {item}"))
    assert days_of(events) == days.split(", ")


@pytest.mark.parametrize(
    ("item", "days"),
    [
        ("MON!5/6-26/6", "Mon 05/06, Mon 12/06, Mon 19/06, Mon 26/06"),
        ("MON!5/6-26/6 pm", "Mon 05/06, Mon 12/06, Mon 19/06, Mon 26/06"),
        ("MON!5/6-12/6", "Mon 05/06, Mon 12/06, Thu 15/06"),
        ("FRI!2/6-30/6", "Fri 02/06, Fri 09/06, Fri 16/06, Fri 23/06, Fri 30/06"),
    ],
)
def test_days_that_a_meeting_has_had_are_told_anew_and_not_twice(item: str, days: str) -> None:
    known = after(
        paper(JUNE_HEADING, f"{TITLE}: MON!5/6-26/6"),
        paper("monthly 2023-06 #26/CTr-BTV on 13/6", f"{TITLE}: 15.!15/6-15/6"),
    )
    assert days_of(known) == ["Mon 05/06", "Mon 12/06", "Thu 15/06"]
    again = paper("monthly 2023-06 #27/CTr-BTV on 13/6", f"{TITLE}: {item}")
    events = apply(known, revise(known, again))
    assert days_of(events) == days.split(", ")
    assert {event.uid for event in events} == {event.uid for event in known}
    assert revise(events, again).is_empty


@pytest.mark.parametrize(
    ("heading", "item", "tells"),
    [
        (MAY_HEADING, "FRI", True),
        (MAY_HEADING, "MON", False),
        (MAY_HEADING, "FRI!5/5-1/6", False),
        (MAY_HEADING, "26/5", False),
        ("monthly 2023-07 on 29/6", "FRI", False),
    ],
)
def test_which_entries_tell_of_earlier_days(heading: str, item: str, tells: bool) -> None:
    [june] = after(JUNE)
    assert tells_of_earlier_days(june, paper(heading, f"{TITLE}: {item}").entries[0]) is tells


def test_only_what_has_a_last_day_can_be_an_ended_part() -> None:
    [june] = after(JUNE)
    [once] = after(paper(MAY_HEADING, f"{TITLE}: 26/5"))
    with pytest.raises(ValueError, match="has no last day"):
        as_former_part(once, june)
