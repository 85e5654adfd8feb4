"""What an event becomes when an entry speaks of it: the more precise side wins, what is not said stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from papers import paper, when_of

from calendars.changes import ChangeKind, apply
from calendars.events import Event, Origin, Override
from calendars.expansion import days_between
from calendars.marks import Status
from calendars.programme import Entry, Kind
from calendars.recurrence import Recurrence, Roll
from calendars.revision import compare
from calendars.revision.merging import cancelled, merge, part_within
from calendars.revision.precision import merged_when
from calendars.revision.standing import Merged, merge_occurrence, only_extends
from calendars.times import DaySpan, month_span
from calendars.when import Day, Repeat, Span, When

NOW = datetime(2023, 10, 30, tzinfo=UTC)
NOVEMBER, DECEMBER = month_span(2023, 11), month_span(2023, 12)
ORIGIN = Origin(document="later", as_of=date(2023, 11, 20))
TITLE = "Giao ban Thường trực"


def when(text: str, period: DaySpan = NOVEMBER) -> When:
    return when_of(text, period)


def event_of(item: str, heading: str = "monthly 2023-11 on 30/10") -> Event:
    [event] = apply([], compare([], paper(heading, f"{TITLE}: {item}"), calendar="vp", now=NOW))
    return event


def entry_of(item: str, heading: str = "monthly 2023-11 on 30/10") -> Entry:
    return paper(heading, f"{TITLE}: {item}").entries[0]


def merged(known: str | Event, now: str, heading: str = "monthly 2023-11 on 30/10") -> Merged:
    event = event_of(known) if isinstance(known, str) else known
    return merge(event, entry_of(now, heading), ORIGIN)


def recurrence_of(event: Event | None) -> Recurrence:
    assert event is not None
    assert isinstance(event.when, Repeat)
    return event.when.recurrence


# times


@pytest.mark.parametrize(
    ("told", "now", "after"),
    [
        ("24/11 8:00", "?", "24/11 8:00"),
        ("?", "?", "?"),
        ("? 8:00", "? 14:00", "? 14:00"),
        ("?", "24/11", "24/11"),
        ("24/11", "25/11", "25/11"),
        ("24/11 8:00", "25/11", "25/11"),
        ("24/11", "24/11 8:00", "24/11 8:00"),
        ("24/11 8:00", "24/11", "24/11 8:00"),
        ("24/11 8:00", "24/11 9:00", "24/11 9:00"),
        ("24/11 8:00-10:00", "24/11 8:00", "24/11 8:00-10:00"),
        ("24/11 8:00-10:00", "24/11 9:00", "24/11 9:00"),
        ("24/11 8:00-10:00", "24/11 8:00-11:00", "24/11 8:00-11:00"),
        ("24/11 am", "24/11 pm", "24/11 pm"),
        ("24/11 8:00", "24/11 pm", "24/11 pm"),
        ("24/11 am", "24/11 8:00", "24/11 8:00"),
        ("14/11-16/11 8:00", "14/11-16/11", "14/11-16/11 8:00"),
        ("14/11-16/11 8:00", "14/11-17/11", "14/11-17/11"),
        ("14/11-14/11 8:00", "14/11", "14/11"),
        ("14/11 8:00", "~14/11-16/11", "14/11 8:00"),
        ("16/11 8:00", "~14/11-16/11", "16/11 8:00"),
        ("14/11", "~14/11-16/11 8:00", "14/11 8:00"),
        ("13/11", "~14/11-16/11", "~14/11-16/11"),
        ("17/11", "~14/11-16/11", "~14/11-16/11"),
        ("~14/11-15/11", "~14/11-16/11", "~14/11-15/11"),
        ("~13/11-15/11", "~14/11-16/11", "~14/11-16/11"),
        ("~14/11-16/11 am", "~14/11-16/11", "~14/11-16/11 am"),
        ("14/11-16/11", "~14/11-16/11", "~14/11-16/11"),
        ("?", "~14/11-16/11", "~14/11-16/11"),
    ],
)
def test_the_newer_time_holds_except_where_it_only_tells_less(told: str, now: str, after: str) -> None:
    assert merged_when(when(told), when(now)) == when(after)


# all of an event


@pytest.mark.parametrize(
    ("known", "now", "kind", "status"),
    [
        ("24/11", "24/11", ChangeKind.UNCHANGED, Status.CONFIRMED),
        ("24/11", "24/11 8:00", ChangeKind.ALTERED, Status.CONFIRMED),
        ("24/11", "25/11", ChangeKind.MOVED, Status.CONFIRMED),
        ("24/11 8:00", "24/11 14:00", ChangeKind.MOVED, Status.CONFIRMED),
        ("24/11", "?", ChangeKind.UNCHANGED, Status.CONFIRMED),
        ("24/11", "~20/11-26/11", ChangeKind.UNCHANGED, Status.CONFIRMED),
        ("~20/11-26/11", "24/11", ChangeKind.CLOSED, Status.CONFIRMED),
        ("?", "24/11", ChangeKind.CLOSED, Status.CONFIRMED),
        ("?", "~20/11-26/11", ChangeKind.MOVED, Status.TENTATIVE),
        ("24/11", "24/11 @Hội trường", ChangeKind.ALTERED, Status.CONFIRMED),
    ],
)
def test_what_an_event_becomes(known: str, now: str, kind: ChangeKind, status: Status) -> None:
    found = merged(known, now)
    assert (found.kind, found.event.status, found.former) == (kind, status, None)


def test_what_was_cancelled_or_tentative_is_as_the_newer_paper_says() -> None:
    tentative = event_of("24/11")._replace(status=Status.TENTATIVE)
    assert merged(tentative, "24/11").event.status is Status.CONFIRMED
    assert merged(tentative, "?").event.status is Status.TENTATIVE
    again = event_of("24/11")._replace(status=Status.CANCELLED)
    assert merged(again, "24/11").event.status is Status.CONFIRMED
    assert merged(again, "~20/11-26/11").event.status is Status.TENTATIVE
    doubted = replace(entry_of("24/11"), status=Status.TENTATIVE)
    assert merge(event_of("24/11"), doubted, ORIGIN).event.status is Status.CONFIRMED
    elsewhere = replace(entry_of("25/11"), status=Status.TENTATIVE)
    assert merge(event_of("24/11"), elsewhere, ORIGIN).event.status is Status.TENTATIVE


@pytest.mark.parametrize(
    ("note", "after"),
    [
        ("Thời gian cụ thể sẽ thông báo sau", None),
        ("mang theo máy tính; sẽ có giấy mời riêng", "mang theo máy tính"),
        ("theo giấy mời; ăn trưa tại chỗ; báo sau", "ăn trưa tại chỗ"),
        ("mang theo máy tính; ăn trưa tại chỗ", "mang theo máy tính; ăn trưa tại chỗ"),
        (None, None),
    ],
)
def test_a_promise_of_a_time_goes_when_the_time_is_told(note: str | None, after: str | None) -> None:
    window = event_of("~20/11-26/11")._replace(note=note)
    assert merged(window, "24/11").event.note == after
    assert merged(window, "~21/11-26/11").event.note == note
    told = replace(entry_of("24/11"), note="có xe đưa đón")
    assert merge(window, told, ORIGIN).event.note == "có xe đưa đón"


def test_other_capitals_and_marks_are_no_other_words() -> None:
    event = event_of("24/11 @Hội trường")._replace(chair="Đ/c Hoa")
    same = replace(entry_of("24/11 @HỘI TRƯỜNG"), chair=None)
    assert merge(event, same, ORIGIN) == Merged(ChangeKind.UNCHANGED, event)
    other = merge(event, replace(same, chair="Đ/c Lan"), ORIGIN).event
    assert (other.location, other.chair) == ("Hội trường", "Đ/c Lan")


# whom it concerns, and who says so


def in_groups(event: Event, groups: str, preparing: str = "") -> Event:
    return event._replace(groups=tuple(groups.split()), preparing=tuple(preparing.split()))


@pytest.mark.parametrize(
    ("groups", "preparing", "after", "preparing_after"),
    [
        ("chi-hội", "", "ban-tg chi-hội vp", "vp"),
        ("ban-tg", "", "ban-tg vp", "vp"),
        ("chi-hội ban-kt", "ban-kt", "ban-tg chi-hội vp ban-kt", "vp ban-kt"),
        ("vp", "", "ban-tg vp", ""),
    ],
)
def test_groups_that_a_paper_names_without_the_words_join_the_known_ones(
    groups: str, preparing: str, after: str, preparing_after: str
) -> None:
    event = in_groups(event_of("24/11"), "ban-tg vp", "vp")
    entry = replace(entry_of("24/11"), groups=tuple(groups.split()), preparing=tuple(preparing.split()))
    found = merge(event, entry, ORIGIN).event
    assert (set(found.groups), set(found.preparing)) == (set(after.split()), set(preparing_after.split()))


def test_groups_named_anew_with_the_words_take_the_place_of_the_known_ones() -> None:
    event = in_groups(event_of("24/11"), "ban-tg vp", "vp")
    entry = replace(entry_of("24/11"), groups=("chi-hội", "ban-kt"), preparing=("ban-kt",))
    asked = merge(event, replace(entry, attendees="Chi hội"), ORIGIN).event
    assert (asked.groups, asked.preparing) == (("chi-hội", "vp", "ban-kt"), ("vp", "ban-kt"))
    prepared = merge(event, replace(entry, prepared_by="Ban Kinh tế"), ORIGIN).event
    assert (prepared.groups, prepared.preparing) == (("ban-tg", "chi-hội", "ban-kt"), ("ban-kt",))


def test_the_same_groups_in_another_order_change_nothing() -> None:
    event = in_groups(event_of("24/11"), "ban-tg vp", "vp")
    for groups in (("vp", "ban-tg"), None):
        entry = replace(entry_of("24/11"), groups=groups, preparing=("vp",) if groups else ())
        assert merge(event, entry, ORIGIN) == Merged(ChangeKind.UNCHANGED, event)


def test_a_new_event_says_whom_it_concerns_and_how_sure_it_is() -> None:
    entry = replace(entry_of("24/11 +blurred"), groups=("ban-tg", "vp"), preparing=("vp",))
    programme = replace(
        paper("monthly 2023-11 on 30/10"), entries=(entry, replace(entry, title="Khác", groups=None))
    )
    event, other = apply([], compare([], programme, calendar="vp", now=NOW))
    assert (event.groups, event.preparing, event.confidence) == (("ban-tg", "vp"), ("vp",), 0.6)
    assert other.groups == ()
    assert event.origin.name == "monthly.txt"


@pytest.mark.parametrize(
    ("known", "now"),
    [("24/11", "25/11 +blurred"), ("FRI", "FRI @Phòng họp +blurred"), ("24/11", "FRI +blurred")],
)
def test_what_changes_an_event_says_how_sure_it_now_is(known: str, now: str) -> None:
    found = merged(known, now).event
    assert (found.origin, found.confidence, [issue.code for issue in found.issues]) == (
        ORIGIN,
        0.6,
        ["blurred"],
    )
    as_it_was = merged(known, known + " +blurred").event
    assert as_it_was.issues == ()


# one day of a series


def test_a_day_of_a_series_with_an_hour_of_its_own() -> None:
    event, day = event_of("FRI pm"), date(2023, 11, 24)
    found = merge_occurrence(event, entry_of("24/11 14:00 @Phòng họp /Đ/c Lan"), day, ORIGIN)
    [override] = found.event.overrides
    assert found.kind is ChangeKind.ALTERED
    assert (override.day, override.when) == (day, when("24/11 14:00"))
    assert (override.location, override.chair, override.note, override.title) == (
        "Phòng họp",
        "Đ/c Lan",
        None,
        None,
    )
    again = merge_occurrence(found.event, entry_of("24/11 14:00 @Phòng họp"), day, ORIGIN)
    assert again == Merged(ChangeKind.UNCHANGED, found.event)
    moved = merge_occurrence(found.event, entry_of("23/11"), day, ORIGIN)
    [override] = moved.event.overrides
    assert moved.kind is ChangeKind.MOVED
    assert (override.day, override.when, override.location, override.chair) == (
        day,
        when("23/11"),
        "Phòng họp",
        "Đ/c Lan",
    )
    later = merge_occurrence(found.event, entry_of("24/11 16:00"), day, ORIGIN)
    assert later.kind is ChangeKind.MOVED


def test_a_day_of_a_series_as_usual_changes_nothing() -> None:
    event, day = event_of("FRI pm"), date(2023, 11, 24)
    for said in ("24/11", "24/11 pm"):
        assert merge_occurrence(event, entry_of(said), day, ORIGIN) == Merged(ChangeKind.UNCHANGED, event)
    titled = event._replace(
        overrides=(Override(day=day, when=when("24/11 pm"), title="Họp mở rộng", note="a"),)
    )
    assert merge_occurrence(titled, entry_of("24/11"), day, ORIGIN) == Merged(ChangeKind.UNCHANGED, titled)


def test_a_day_of_a_series_with_the_place_and_people_of_all_has_none_of_its_own() -> None:
    event = event_of("FRI pm @Phòng họp /Đ/c Lan")._replace(note="mang máy tính")
    entry = replace(entry_of("24/11 @Phòng họp /Đ/c Lan"), note="mang máy tính")
    day = date(2023, 11, 24)
    assert merge_occurrence(event, entry, day, ORIGIN) == Merged(ChangeKind.UNCHANGED, event)
    [override] = merge_occurrence(event, replace(entry, note="nghỉ trưa"), day, ORIGIN).event.overrides
    assert (override.location, override.chair, override.note) == (None, None, "nghỉ trưa")


def test_a_day_that_was_cancelled_and_is_named_again_happens() -> None:
    event, day = event_of("FRI pm"), date(2023, 11, 24)
    off = event._replace(overrides=(Override(day=day, when=None),))
    found = merge_occurrence(off, entry_of("24/11 15:00"), day, ORIGIN)
    assert [o.when for o in found.event.overrides] == [when("24/11 15:00")]


def test_days_of_an_event_that_goes_on_without_hours_have_no_place_of_their_own() -> None:
    day = date(2023, 11, 15)
    through, hours = event_of("14/11-16/11"), event_of("14/11-16/11 8:00")
    assert isinstance(through.when, Span)
    assert isinstance(hours.when, Span)
    for event in (through, hours, through._replace(when=replace(through.when, daily=True))):
        assert merge_occurrence(event, entry_of("15/11 9:00"), day, ORIGIN) == Merged(
            ChangeKind.UNCHANGED, event
        )
    daily = hours._replace(when=replace(hours.when, daily=True))
    found = merge_occurrence(daily, entry_of("15/11 9:00"), day, ORIGIN)
    assert [(o.day, o.when) for o in found.event.overrides] == [(day, when("15/11 9:00"))]


# a standing meeting


def test_the_next_month_goes_on_without_the_days_of_which_nobody_spoke() -> None:
    october = event_of("FRI", "monthly 2023-10 on 25/9")
    found = merged(october, "FRI", "monthly 2023-12 on 29/11")
    recurrence = recurrence_of(found.event)
    assert found.kind is ChangeKind.CONTINUED
    assert (recurrence.first, recurrence.until) == (date(2023, 10, 1), date(2023, 12, 31))
    assert recurrence.left_out == tuple(date(2023, 11, day) for day in (3, 10, 17, 24))
    filled = merged(found.event, "FRI")
    assert filled.kind is ChangeKind.ALTERED
    assert recurrence_of(filled.event).left_out == ()


def test_a_month_told_before_the_one_that_is_known_comes_before_it() -> None:
    found = merged("FRI", "FRI", "monthly 2023-10 on 25/9")
    recurrence = recurrence_of(found.event)
    assert (recurrence.first, recurrence.until) == (date(2023, 10, 1), date(2023, 11, 30))
    assert found.former is None


def test_days_left_out_in_one_month_stay_left_out_in_the_next() -> None:
    event = event_of("FRI")
    assert isinstance(event.when, Repeat)
    out = (date(2023, 11, 10),)
    event = event._replace(when=event.when._replace(recurrence=event.when.recurrence._replace(left_out=out)))
    assert recurrence_of(merged(event, "FRI", "monthly 2023-12 on 29/11").event).left_out == out
    assert recurrence_of(merged(event, "FRI").event).left_out == ()


def test_the_finer_pattern_and_what_either_says_of_days_off_hold() -> None:
    event, entry = event_of("FRI"), entry_of("FRI", "monthly 2023-12 on 29/11")
    assert isinstance(event.when, Repeat)
    assert isinstance(entry.when, Repeat)
    by_day = entry.when.recurrence.by_day
    for skips_in_finer in (True, False):
        vague = event.when.recurrence._replace(by_day=(), roll=Roll.NEXT, skips_days_off=not skips_in_finer)
        finer = entry.when.recurrence._replace(skips_days_off=skips_in_finer)
        for told, now in ((vague, finer), (finer, vague)):
            found = merge(
                event._replace(when=event.when._replace(recurrence=told)),
                replace(entry, when=entry.when._replace(recurrence=now)),
                ORIGIN,
            )
            recurrence = recurrence_of(found.event)
            assert (recurrence.skips_days_off, recurrence.roll, recurrence.by_day) == (
                True,
                Roll.NEXT,
                by_day,
            )


def test_a_series_of_which_neither_paper_tells_the_first_day_has_none() -> None:
    event, entry = event_of("FRI"), entry_of("FRI pm")
    assert isinstance(event.when, Repeat)
    assert isinstance(entry.when, Repeat)
    unbound = (
        when._replace(recurrence=when.recurrence._replace(first=None, until=None))
        for when in (event.when, entry.when)
    )
    found = merge(event._replace(when=next(unbound)), replace(entry, when=next(unbound)), ORIGIN)
    assert (recurrence_of(found.event).first, recurrence_of(found.event).until) == (None, None)


def test_a_series_without_end_has_none_after_either() -> None:
    for known, now in (("FRI!3/11-", "FRI"), ("FRI", "FRI!3/11-")):
        assert recurrence_of(merged(known, now).event).until is None


@pytest.mark.parametrize("now", ["THU pm", "FRI 8:00", "FRI am"])
def test_another_weekday_or_hour_ends_what_was_and_keeps_the_uid(now: str) -> None:
    event = event_of("FRI pm") if now != "FRI 8:00" else event_of("FRI 14:00")
    kept, gone = (Override(day=date(2023, month, day), when=None) for month, day in ((11, 30), (12, 1)))
    event = event._replace(
        overrides=(kept, gone), sequence=4, status=Status.TENTATIVE, ended=date(2023, 11, 30)
    )
    found = merged(event, now, "monthly 2023-12 on 29/11")
    assert found.kind is ChangeKind.MOVED
    assert (found.event.uid, found.event.overrides, found.event.ended) == (event.uid, (), None)
    assert (found.event.status, found.event.when.hours) == (Status.CONFIRMED, when(now).hours)
    assert recurrence_of(found.event).first == date(2023, 12, 1)
    former, other = found.former, merged(event._replace(uid="other"), now, "monthly 2023-12 on 29/11").former
    assert former is not None
    assert other is not None
    assert len({former.uid, other.uid, event.uid}) == 3
    assert former.uid == merged(event, now, "monthly 2023-12 on 29/11").former.uid  # type: ignore[union-attr]
    assert (former.sequence, former.ended, former.overrides) == (0, date(2023, 11, 30), (kept,))
    assert (recurrence_of(former).first, recurrence_of(former).until) == (
        date(2023, 11, 1),
        date(2023, 11, 30),
    )
    assert former.when.hours == event.when.hours


def test_another_pattern_within_the_month_ends_the_former_the_day_before() -> None:
    event = event_of("FRI!1/11-")
    assert isinstance(event.when, Repeat)
    out = (date(2023, 11, 3), date(2023, 11, 24))
    event = event._replace(when=event.when._replace(recurrence=event.when.recurrence._replace(left_out=out)))
    found = merged(event, "THU!16/11-")
    former = recurrence_of(found.former)
    assert (former.until, former.left_out) == (date(2023, 11, 15), out[:1])
    assert list(days_between(former, NOVEMBER)) == [date(2023, 11, 10)]


def test_another_pattern_from_the_same_day_leaves_nothing_behind() -> None:
    for known in ("FRI", "FRI!15/11-30/11"):
        off = Override(day=date(2023, 11, 24), when=None)
        event = event_of(known)._replace(overrides=(off,), status=Status.TENTATIVE, ended=date(2023, 11, 30))
        found = merged(event, "THU")
        assert found.former is None
        assert (found.kind, found.event.status) == (ChangeKind.MOVED, Status.CONFIRMED)
        assert (found.event.overrides, found.event.ended) == ((), None)
        assert recurrence_of(found.event) == recurrence_of(event_of("THU"))


def test_an_hour_where_none_was_told_is_no_other_pattern() -> None:
    assert merged("FRI pm", "FRI 14:00", "monthly 2023-12 on 29/11").former is None
    assert merged("FRI", "FRI pm", "monthly 2023-12 on 29/11").former is None
    assert merged("FRI 14:00", "FRI", "monthly 2023-12 on 29/11").event.when.hours == when("FRI 14:00").hours


def test_an_ended_series_that_is_said_again_as_it_was_goes_on() -> None:
    ended = event_of("FRI")._replace(ended=date(2023, 11, 30))
    found = merged(ended, "FRI")
    assert (found.kind, found.event) == (ChangeKind.CONTINUED, ended._replace(ended=None))
    assert merged("FRI", "FRI").kind is ChangeKind.UNCHANGED


def test_words_alone_alter_a_series_and_leave_its_status() -> None:
    tentative = event_of("FRI")._replace(status=Status.TENTATIVE)
    found = merged(tentative, "FRI @Phòng họp")
    assert (found.kind, found.event.status, found.event.location) == (
        ChangeKind.ALTERED,
        Status.TENTATIVE,
        "Phòng họp",
    )
    longer = merged(tentative, "FRI", "monthly 2023-12 on 29/11")
    assert (longer.kind, longer.event.status) == (ChangeKind.CONTINUED, Status.CONFIRMED)


def test_one_known_day_that_turns_out_to_be_of_a_series_stays_as_it_was() -> None:
    known = event_of("24/11 15:00 @Phòng số 2")._replace(status=Status.TENTATIVE)
    found = merged(known, "FRI pm @Phòng số 1 /Đ/c Lan")
    [override] = found.event.overrides
    assert (found.kind, found.event.status) == (ChangeKind.CONTINUED, Status.CONFIRMED)
    assert (found.event.location, found.event.chair) == ("Phòng số 1", "Đ/c Lan")
    assert (override.day, override.when) == (date(2023, 11, 24), when("24/11 15:00"))
    assert (override.location, override.chair) == ("Phòng số 2", None)
    as_usual = merged("24/11 pm @Phòng số 1", "FRI pm @Phòng số 1")
    assert as_usual.event.overrides == ()
    assert as_usual.event.when == when("FRI pm")
    less = merged("24/11", "FRI pm")
    assert less.event.overrides == ()


@pytest.mark.parametrize(
    ("known", "now", "heading", "only"),
    [
        ("FRI", "FRI", "monthly 2023-12 on 29/11", True),
        ("FRI", "FRI", "monthly 2023-11 on 29/10", False),
        ("FRI", "24/11", "monthly 2023-11 on 29/10", False),
        ("24/11", "FRI", "monthly 2023-11 on 29/10", True),
        ("24/11", "24/11", "monthly 2023-11 on 29/10", False),
        ("~20/11-26/11", "FRI", "monthly 2023-11 on 29/10", False),
    ],
)
def test_which_entries_only_tell_of_further_days(known: str, now: str, heading: str, only: bool) -> None:
    assert only_extends(event_of(known), entry_of(now, heading)) is only


# what is called off


def test_a_series_that_began_before_ends_where_it_is_called_off() -> None:
    kept, gone = (Override(day=date(2023, 11, day), when=None) for day in (15, 17))
    event = event_of("FRI")._replace(overrides=(kept, gone))
    found = cancelled(event, when("FRI!16/11-30/11"), ORIGIN)
    assert (found.kind, found.event.ended, found.event.status) == (
        ChangeKind.ENDED,
        date(2023, 11, 15),
        Status.CONFIRMED,
    )
    assert (recurrence_of(found.event).until, found.event.overrides) == (date(2023, 11, 15), (kept,))
    assert found.event.origin == ORIGIN
    after = cancelled(event, when("FRI", DECEMBER), ORIGIN).event
    assert (after.ended, recurrence_of(after).until) == (date(2023, 11, 30), date(2023, 11, 30))


@pytest.mark.parametrize(("known", "called_off"), [("FRI", "FRI"), ("24/11", "24/11"), ("FRI", "24/11")])
def test_what_is_called_off_from_its_beginning_is_cancelled(known: str, called_off: str) -> None:
    event = event_of(known)
    found = cancelled(event, when(called_off), ORIGIN)
    assert found == Merged(ChangeKind.CANCELLED, event._replace(status=Status.CANCELLED, origin=ORIGIN))


@pytest.mark.parametrize(
    ("known", "kind", "part"),
    [
        ("24/11", Kind.MONTHLY, "24/11"),
        ("24/11", Kind.WEEKLY, "24/11"),
        ("29/11-30/11", Kind.MONTHLY, "29/11-30/11"),
        ("30/11-1/12", Kind.MONTHLY, None),
        ("31/10-2/11", Kind.MONTHLY, None),
        ("?", Kind.MONTHLY, "?"),
        ("FRI", Kind.MONTHLY, "FRI"),
        ("FRI", Kind.WEEKLY, None),
        ("FRI!6/10-30/11", Kind.MONTHLY, "FRI!1/11-30/11"),
        ("FRI!6/10-8/12", Kind.MONTHLY, None),
        ("FRI!6/10-", Kind.MONTHLY, None),
    ],
)
def test_the_part_of_an_event_for_which_novembers_programme_speaks_alone(
    known: str, kind: Kind, part: str | None
) -> None:
    assert part_within(event_of(known), NOVEMBER, kind) == (None if part is None else when(part))


def test_days_left_out_before_the_part_are_none_of_it() -> None:
    event = event_of("FRI!6/10-30/11")
    assert isinstance(event.when, Repeat)
    out = (date(2023, 10, 13), date(2023, 11, 1))
    event = event._replace(when=event.when._replace(recurrence=event.when.recurrence._replace(left_out=out)))
    part = part_within(event, NOVEMBER, Kind.MONTHLY)
    assert isinstance(part, Repeat)
    assert part.recurrence.left_out == out[1:]


def test_a_day_that_is_moved_keeps_the_day_it_had_as_its_name() -> None:
    event = event_of("FRI pm")
    moved = merge_occurrence(event, entry_of("23/11 9:00"), date(2023, 11, 24), ORIGIN)
    assert [(o.day, o.when) for o in moved.event.overrides] == [
        (date(2023, 11, 24), Day(date(2023, 11, 23), when("23/11 9:00").hours))
    ]
