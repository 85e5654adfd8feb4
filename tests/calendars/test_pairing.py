"""Which entry speaks of which event: who is near enough to be looked at, what counts for a pair, and who gets whom."""

from datetime import UTC, date, datetime

import pytest
from papers import paper

from calendars.changes import apply
from calendars.events import Event, Override
from calendars.programme import Programme
from calendars.revision import compare
from calendars.revision.pairing import Neighbourhood, Pairing, pair, title_reason
from calendars.times import month_span
from calendars.when import Day, Repeat

NOW = datetime(2023, 10, 30, tzinfo=UTC)
NOVEMBER = month_span(2023, 11)
HEADING = "monthly 2023-11 on 30/10"
FRIDAYS = "Giao ban Thường trực: FRI"
CONFERENCE = "Hội nghị sơ kết Đề án 939: 14/11 8:00"


def events_of(*items: str, heading: str = HEADING) -> list[Event]:
    return apply([], compare([], paper(heading, *items), calendar="vp", now=NOW))


def event_of(item: str, heading: str = HEADING) -> Event:
    [event] = events_of(item, heading=heading)
    return event


def paired(
    events: list[Event],
    programme: Programme,
    *,
    days_off: tuple[date, ...] = (),
    of_former: bool = False,
) -> Pairing:
    near = Neighbourhood(events, programme, None, of_former=of_former)
    places = range(len(programme.entries))
    return pair(near, programme.entries, places, (), is_day_off=lambda day: day in days_off)


# who is near


@pytest.mark.parametrize(
    ("item", "heading", "is_near"),
    [
        ("Hội nghị: 17/8", "monthly 2023-08", False),
        ("Hội nghị: 18/8", "monthly 2023-08", True),
        ("Hội nghị: 13/2", "monthly 2024-02", True),
        ("Hội nghị: 14/2", "monthly 2024-02", False),
        ("Hội nghị: ~1/8-18/8", "monthly 2023-08", True),
        ("Hội nghị: ?", "monthly 2023-04 on 15/4", True),
        ("Hội nghị: ?", "monthly 2023-04 on 14/4", False),
        ("Hội nghị: ?", "monthly 2024-06 on 17/6", True),
        ("Hội nghị: ?", "monthly 2024-06 on 18/6", False),
    ],
)
def test_only_events_near_the_days_of_a_programme_are_looked_at(
    item: str, heading: str, is_near: bool
) -> None:
    event = event_of(item, heading)
    near = Neighbourhood([event], paper(HEADING, CONFERENCE), NOVEMBER)
    assert near.events == [event] * is_near


def test_an_open_time_that_nobody_dated_is_as_old_as_its_last_change() -> None:
    event = event_of("Hội nghị: ?")
    undated = event._replace(origin=event.origin._replace(as_of=None))
    long_ago = undated._replace(revised=datetime(2021, 1, 1, tzinfo=UTC))
    near = Neighbourhood([undated, long_ago], paper(HEADING, CONFERENCE), NOVEMBER)
    assert near.events == [undated]


def test_a_day_of_a_standing_meeting_that_was_moved_far_brings_it_near() -> None:
    may = event_of(FRIDAYS, "monthly 2023-05 on 28/4")
    moved = may._replace(overrides=(Override(day=date(2023, 5, 5), when=Day(date(2023, 9, 20))),))
    near = Neighbourhood([may, moved], paper(HEADING, CONFERENCE), NOVEMBER)
    assert near.events == [moved]


# what counts for a pair


def test_the_offices_own_name_says_nothing_among_its_meetings() -> None:
    office = "Trung tâm Văn hoá Thể thao huyện Bình Sơn"
    [event] = events_of(f"Họp {office} giao ban: 14/11", heading=f"{HEADING} by {office}")
    schedule = "weekly 2023-11-13..2023-11-19 on 10/11"
    assert paired([event], paper(f"{schedule} by {office}", "Họp giao ban: 14/11")).chosen
    assert not paired([event], paper(f"{schedule} by Sở Y tế", "Họp giao ban: 14/11")).chosen


def test_another_office_is_believed_less() -> None:
    event = event_of("Hội nghị sơ kết Đề án 939: 14/11 8:00")
    item = "Hội nghị sơ kết thực hiện Đề án 939: 14/11 8:00"
    [ours] = paired([event], paper("invitation 2023-11-14 on 10/11", item)).chosen.values()
    other = paper("invitation 2023-11-14 on 10/11 by Sở Y tế tỉnh Hải Đông", item)
    [theirs] = paired([event], other).chosen.values()
    assert 0.8 * ours.likeness < theirs.likeness < 0.9 * ours.likeness


def test_the_same_place_makes_a_pair_likelier() -> None:
    title = "Hội nghị sơ kết Đề án 939"
    at_hall = event_of(f"{title}: 14/11 @Hội trường A")
    heading = "invitation 2023-11-14 on 10/11"

    def likeness(place: str, event: Event = at_hall, words: str = f"{title} và biểu dương") -> float:
        [found] = paired([event], paper(heading, f"{words}: 14/11{place}")).chosen.values()
        return found.likeness

    elsewhere = likeness(" @Phòng họp số 2")
    assert likeness("") == elsewhere
    assert likeness(" @Hội trường B") == elsewhere
    assert likeness(" @HỘI TRƯỜNG A") == pytest.approx(elsewhere + 0.05)
    assert likeness(" @Hội trường A", at_hall._replace(location=None)) == elsewhere
    assert likeness(" @Hội trường A", words=title) == 1.0


def test_what_falls_on_a_day_off_is_no_day_of_a_standing_meeting() -> None:
    [event] = events_of(FRIDAYS)
    repeat = event.when
    assert isinstance(repeat, Repeat)
    skipping = event._replace(
        when=repeat._replace(recurrence=repeat.recurrence._replace(skips_days_off=True))
    )
    schedule = paper("invitation 2023-11-24 on 20/11", "Giao ban Thường trực: 24/11")
    [found] = paired([skipping], schedule).chosen.values()
    assert found.day == date(2023, 11, 24)
    assert not paired([skipping], schedule, days_off=(date(2023, 11, 24),)).chosen


@pytest.mark.parametrize(
    ("former", "again", "is_known"),
    [
        (CONFERENCE, "Hội nghị sơ kết Đề án 939: 14/4 8:00", True),
        (CONFERENCE, "* Hội nghị sơ kết Đề án 939: 14/4 8:00", False),
        (CONFERENCE, "Hội nghị triển khai Đề án 939: 14/4 8:00", False),
        (CONFERENCE, "Hội nghị sơ kết Đề án 939: FRI!14/4-28/4", False),
        (FRIDAYS, "Giao ban Thường trực: 13/4", False),
    ],
)
def test_a_paper_issued_again_moves_what_it_names_by_the_same_title_however_far(
    former: str, again: str, is_known: bool
) -> None:
    event = event_of(former)
    second = paper("invitation 2023-11-14 on 10/11", again)
    assert not paired([event], second).chosen
    found = paired([event], second, of_former=True).chosen
    assert [pair.why for pair in found.values()] == [("title-same", "corrected")] * is_known


def test_a_like_title_shows_how_like_it_is() -> None:
    assert title_reason(1.0) == "title-same"
    assert title_reason(0.99) == "title-like:0.99"
    assert title_reason(0.615) in ("title-like:0.61", "title-like:0.62")


# who gets whom


def test_each_event_is_given_to_the_entry_that_is_likest_and_once_only() -> None:
    event = event_of(CONFERENCE)
    both = paper(
        "weekly 2023-11-13..2023-11-19 on 10/11",
        "Hội nghị sơ kết thực hiện Đề án 939: 14/11",
        CONFERENCE,
    )
    found = paired([event], both)
    assert list(found.chosen) == [1]
    assert found.doubtful == {}


def test_an_event_that_is_taken_leaves_the_others_to_be_paired() -> None:
    first, second = events_of(CONFERENCE, "Tiếp xúc cử tri huyện Hòa Sơn: 16/11")
    both = paper(
        "weekly 2023-11-13..2023-11-19 on 10/11",
        CONFERENCE,
        "Hội nghị sơ kết thực hiện Đề án 939: 14/11",
        "Tiếp xúc cử tri xã thuộc huyện Hòa Sơn: 16/11",
    )
    found = paired([first, second], both)
    assert {place: pair.event for place, pair in found.chosen.items()} == {0: first, 2: second}


def test_two_days_of_one_standing_meeting_are_two() -> None:
    event = event_of(FRIDAYS)
    both = paper(
        "weekly 2023-11-13..2023-11-26 on 10/11", "Giao ban Thường trực: 17/11", "Giao ban Thường trực: 24/11"
    )
    found = paired([event], both)
    assert [pair.day for pair in found.chosen.values()] == [date(2023, 11, 17), date(2023, 11, 24)]


def test_what_two_events_fit_about_as_well_is_doubtful_once_with_the_likest_first() -> None:
    items = ("Hội nghị sơ kết Đề án 939: 14/11 8:00", "Hội nghị sơ kết Đề án 939: 14/11 14:00")
    morning, afternoon = events_of(*items)
    found = paired([morning, afternoon], paper(HEADING, "Hội nghị sơ kết Đề án 939: 14/11"))
    assert found.chosen == {}
    [doubtful] = found.doubtful.values()
    assert {pair.event.uid for pair in doubtful} == {morning.uid, afternoon.uid}
