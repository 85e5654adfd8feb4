"""Changes by hand: an event or one day of it, with the same revision as a document's, and above older documents."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from papers import paper, when_of

from calendars.changes import ChangeKind, Revision, apply
from calendars.errors import UnknownOccurrence
from calendars.events import Event, Override, occurrences_between
from calendars.marks import Category, Issue, Status
from calendars.programme import Entry
from calendars.revision import by_hand, compare, entry_key
from calendars.times import VIETNAM, DaySpan, month_span
from calendars.when import Day, Days, Repeat, Span, Undated, When

OCTOBER = datetime(2023, 10, 30, 2, tzinfo=UTC)
MIDMONTH = datetime(2023, 11, 15, 2, tzinfo=UTC)
NOVEMBER = month_span(2023, 11)
HAND: dict[str, Any] = {"hand": "chị Hoa", "now": MIDMONTH}
PROGRAMME = paper(
    "monthly 2023-11 #41/CTr-BTV on 30/10",
    "Họp giao ban Thường trực: FRI pm",
    "Hội nghị sơ kết Đề án 939: ~11/11-20/11",
    "Hội nghị Đảng đoàn: 24/11",
)


def when(text: str) -> When:
    return when_of(text, NOVEMBER)


def day(number: int) -> date:
    return date(2023, 11, number)


@pytest.fixture
def events() -> list[Event]:
    return apply([], compare([], PROGRAMME, calendar="vp", now=OCTOBER))


@pytest.fixture
def standing(events: list[Event]) -> Event:
    return events[0]


@pytest.fixture
def window(events: list[Event]) -> Event:
    return events[1]


def series(text: str, *, first: date | None = None, until: date | None = None) -> Repeat:
    """A standing meeting's time with these bounds and not those of the month."""
    told = when(text)
    assert isinstance(told, Repeat)
    return told._replace(recurrence=told.recurrence._replace(first=first, until=until))


def days_of(events: list[Event], span: DaySpan = NOVEMBER) -> list[str]:
    found = occurrences_between(events, span)
    return [f"{o.when.day:%a %d}" for o in found if isinstance(o.when, Day)]


def only_change(revision: Revision) -> tuple[ChangeKind, int]:
    (change,) = revision.changes
    return change.kind, change.after.sequence


def test_what_is_added_by_hand_names_who_and_has_a_uid_of_its_own() -> None:
    entry = Entry(
        title="Họp ban tổ chức", category=Category.MEETING, status=Status.CONFIRMED, when=when("9/11 8:00")
    )
    twice = [by_hand.add([entry, entry], calendar="vp", **HAND) for _ in range(2)]
    first, second = (change.after for change in twice[0].changes)
    assert twice[0] == twice[1]
    assert first.uid != second.uid
    assert (first.origin.hand, first.origin.as_of, first.sequence) == ("chị Hoa", day(15), 0)


def test_what_is_added_says_all_that_was_typed() -> None:
    entry = replace(PROGRAMME.entries[2], location="Phòng 2", chair="Đ/c Lan")
    revision = by_hand.add([entry], calendar="vp", **HAND)
    (change,) = revision.changes
    added = change.after
    assert (revision.calendar, change.kind, change.before, change.entry) == (
        "vp",
        ChangeKind.ADDED,
        None,
        entry,
    )
    assert change.why == ("by-hand",)
    assert (added.calendar, added.title, added.category) == ("vp", entry.title, entry.category)
    assert (added.status, added.when, added.created, added.revised) == (
        entry.status,
        entry.when,
        MIDMONTH,
        MIDMONTH,
    )
    assert (added.location, added.chair, added.note) == ("Phòng 2", "Đ/c Lan", None)
    assert (added.groups, added.preparing, added.origin.passages) == ((), (), entry.evidence)
    grouped = replace(entry, groups=("vp", "ban-tg"), preparing=("vp",))
    added = by_hand.add([grouped], calendar="vp", **HAND).changes[0].after
    assert (added.groups, added.preparing) == (("vp", "ban-tg"), ("vp",))


def test_what_a_hand_does_late_in_the_evening_counts_for_that_day_of_the_office(events: list[Event]) -> None:
    evening: dict[str, Any] = {"hand": "chị Hoa", "now": datetime(2023, 11, 15, 18, tzinfo=UTC)}
    there = timezone(timedelta(hours=-5))
    changes = (
        lambda zone: by_hand.confirm(events[1], when=when("16/11"), zone=zone, **evening),
        lambda zone: by_hand.move(events[2], when("28/11"), zone=zone, **evening),
        lambda zone: by_hand.move(events[0], when("23/11"), day=day(24), zone=zone, **evening),
        lambda zone: by_hand.move(events[0], when("THU!20/11-30/11 pm"), zone=zone, **evening),
        lambda zone: by_hand.cancel(events[2], zone=zone, **evening),
        lambda zone: by_hand.cancel(events[0], day=day(24), zone=zone, **evening),
        lambda zone: by_hand.edit(events[2], location="Phòng họp số 2", zone=zone, **evening),
        lambda zone: by_hand.add(PROGRAMME.entries[:1], calendar="vp", zone=zone, **evening),
    )
    for change in changes:
        # Six in the evening of the 15th by UTC is one at night of the 16th in Vietnam.
        for zone, told in ((VIETNAM, day(16)), (there, day(15))):
            (made,) = change(zone).changes
            assert (made.after.origin.hand, made.after.origin.as_of) == ("chị Hoa", told)
            assert (made.after.revised, made.why) == (evening["now"], ("by-hand",))


def test_a_window_is_closed_by_confirming_it_with_a_day(window: Event) -> None:
    revision = by_hand.confirm(window, when=when("16/11 8:00"), **HAND)
    after = revision.changes[0].after
    assert only_change(revision) == (ChangeKind.CLOSED, 1)
    assert (after.status, after.when, after.uid) == (Status.CONFIRMED, when("16/11 8:00"), window.uid)
    assert (after.issues, after.confidence, revision.calendar) == ((), 1.0, "vp")


def test_what_was_in_doubt_is_no_longer_so_when_it_is_confirmed(events: list[Event]) -> None:
    doubtful = events[2]._replace(issues=(Issue("made-up", "for a test"),), confidence=0.4)
    revision = by_hand.confirm(doubtful, **HAND)
    after = revision.changes[0].after
    assert only_change(revision) == (ChangeKind.ALTERED, 1)
    assert (after.issues, after.confidence, after.when) == ((), 1.0, doubtful.when)


def test_a_meeting_that_is_moved_to_an_open_time_is_tentative_and_to_a_day_closed(
    events: list[Event],
) -> None:
    opened = by_hand.move(events[2], when("~21/11-30/11"), **HAND)
    assert only_change(opened) == (ChangeKind.MOVED, 1)
    assert opened.changes[0].after.status is Status.TENTATIVE
    closed = by_hand.move(opened.changes[0].after, when("24/11"), **HAND)
    assert only_change(closed) == (ChangeKind.CLOSED, 2)
    assert closed.changes[0].after.status is Status.CONFIRMED


def test_a_series_that_becomes_one_meeting_leaves_its_exceptions_behind(standing: Event) -> None:
    exceptional = by_hand.cancel(standing, day=day(24), **HAND).changes[0].after
    after = by_hand.move(exceptional._replace(ended=day(30)), when("28/11"), **HAND).changes[0].after
    assert (after.overrides, after.ended, after.when) == ((), None, when("28/11"))


def test_an_open_time_cannot_be_confirmed_without_a_day(window: Event) -> None:
    with pytest.raises(ValueError, match="is still open: say the day"):
        by_hand.confirm(window, **HAND)


def test_confirming_what_is_confirmed_changes_nothing(events: list[Event]) -> None:
    assert by_hand.confirm(events[2], **HAND).is_empty


def test_one_day_of_a_standing_meeting_is_moved(standing: Event) -> None:
    revision = by_hand.move(standing, when("23/11 14:00"), day=day(24), **HAND)
    assert only_change(revision) == (ChangeKind.MOVED, 1)
    assert days_of([revision.changes[0].after]) == ["Fri 03", "Fri 10", "Fri 17", "Thu 23"]


def test_a_day_that_was_moved_can_be_moved_again_under_its_old_name(standing: Event) -> None:
    once = by_hand.move(standing, when("23/11"), day=day(24), **HAND).changes[0].after
    twice = by_hand.move(once, when("22/11"), day=day(24), **HAND).changes[0].after
    assert twice.overrides == (Override(day=day(24), when=when("22/11")),)
    assert twice.sequence == 2


def test_one_day_of_a_standing_meeting_is_cancelled(standing: Event) -> None:
    revision = by_hand.cancel(standing, day=day(24), **HAND)
    assert only_change(revision) == (ChangeKind.CANCELLED, 1)
    assert revision.changes[0].day == day(24)
    assert days_of([revision.changes[0].after]) == ["Fri 03", "Fri 10", "Fri 17"]


def test_a_day_on_which_it_does_not_happen_cannot_be_changed(standing: Event) -> None:
    with pytest.raises(UnknownOccurrence, match="does not happen on 2023-11-23"):
        by_hand.cancel(standing, day=day(23), **HAND)


def test_cancelling_a_standing_meeting_leaves_the_days_that_were_held(standing: Event) -> None:
    after = by_hand.cancel(standing, **HAND).changes[0].after
    assert days_of([after]) == ["Fri 03", "Fri 10"]
    assert (after.status, after.ended) == (Status.CONFIRMED, day(14))


def test_cancelling_a_standing_meeting_that_has_not_begun_cancels_it(standing: Event) -> None:
    after = by_hand.cancel(standing, hand="chị Hoa", now=OCTOBER).changes[0].after
    assert after.status is Status.CANCELLED


def test_of_a_standing_meeting_that_is_over_nothing_can_be_put_off_or_moved(standing: Event) -> None:
    over = by_hand.cancel(standing, **HAND).changes[0].after
    for told in (Undated(), series("FRI pm", first=day(20)), series("THU pm", first=day(20))):
        with pytest.raises(ValueError, match="is over; its last day was 2023-11-14"):
            by_hand.move(over, told, **HAND)
    to_today = standing._replace(when=series("FRI pm", first=day(1), until=day(15)))
    put_off = by_hand.move(to_today, Undated(), **HAND).changes[0].after
    assert put_off.postponed_from == series("FRI pm", first=day(15), until=day(15))


def test_a_standing_meeting_does_not_end_before_it_begins(standing: Event) -> None:
    for weekday, begins in (("FRI", 1), ("THU", 15)):
        told = series(f"{weekday} pm", until=date(2023, 10, 31))
        with pytest.raises(ValueError, match=f"end on 2023-10-31, before it begins on 2023-11-{begins:02}"):
            by_hand.move(standing, told, **HAND)


def test_moving_a_standing_meeting_changes_the_days_to_come(standing: Event) -> None:
    revision = by_hand.move(standing, when("THU!20/11-30/11 pm"), **HAND)
    events = apply([standing], revision)
    assert days_of(events) == ["Fri 03", "Fri 10", "Fri 17", "Thu 23", "Thu 30"]
    assert len(events) == 2
    assert revision.changes[0].after.uid == standing.uid


def test_moving_only_the_bounds_of_a_standing_meeting_keeps_one_event(standing: Event) -> None:
    revision = by_hand.move(standing, when("FRI!3/11-10/11 pm"), **HAND)
    assert days_of(apply([standing], revision)) == ["Fri 03", "Fri 10"]


def test_a_standing_meeting_without_bounds_of_its_own_keeps_those_it_has(standing: Event) -> None:
    assert isinstance(standing.when, Repeat)
    known = standing.when.recurrence
    to_thursday = when("THU 8:00")
    assert isinstance(to_thursday, Repeat)
    unbound = to_thursday._replace(recurrence=to_thursday.recurrence._replace(first=None, until=None))
    change = by_hand.move(standing._replace(status=Status.TENTATIVE), unbound, **HAND).changes[0]
    assert isinstance(change.after.when, Repeat)
    assert (change.after.when.recurrence.first, change.after.when.recurrence.until) == (day(15), known.until)
    assert (change.kind, change.after.status, change.after.title) == (
        ChangeKind.MOVED,
        Status.CONFIRMED,
        standing.title,
    )
    assert change.former is not None
    assert (change.former.ended, change.former.revised) == (day(14), MIDMONTH)
    early = by_hand.move(standing, unbound, hand="chị Hoa", now=OCTOBER).changes[0]
    assert isinstance(early.after.when, Repeat)
    assert (early.after.when.recurrence.first, early.former) == (known.first, None)
    friday = when("FRI pm")
    assert isinstance(friday, Repeat)
    same = friday._replace(recurrence=friday.recurrence._replace(first=None, until=day(24)))
    bound = by_hand.move(standing._replace(ended=day(30)), same, **HAND).changes[0]
    assert isinstance(bound.after.when, Repeat)
    assert (bound.after.when.recurrence.first, bound.after.when.recurrence.until) == (known.first, day(24))
    assert (bound.kind, bound.after.ended, bound.former) == (ChangeKind.MOVED, None, None)
    assert (bound.after.origin.hand, bound.after.origin.as_of) == ("chị Hoa", day(15))


def test_the_day_from_which_a_standing_meeting_changes_is_that_of_the_office(standing: Event) -> None:
    late = datetime(2023, 11, 15, 18, tzinfo=UTC)
    unbound = when("THU")
    assert isinstance(unbound, Repeat)
    unbound = unbound._replace(recurrence=unbound.recurrence._replace(first=None))
    moved = by_hand.move(standing, unbound, hand="chị Hoa", now=late).changes[0].after
    assert isinstance(moved.when, Repeat)
    assert moved.when.recurrence.first == day(16)
    assert by_hand.cancel(standing, hand="chị Hoa", now=late).changes[0].after.ended == day(15)
    elsewhere = by_hand.cancel(standing, hand="chị Hoa", now=late, zone=UTC).changes[0].after
    assert elsewhere.ended == day(14)


def test_cancelling_a_standing_meeting_keeps_what_was_said_of_the_days_held(standing: Event) -> None:
    held, to_come = (
        by_hand.cancel(standing, day=day(n), **HAND).changes[0].after.overrides[0] for n in (10, 17)
    )
    change = by_hand.cancel(standing._replace(overrides=(held, to_come)), **HAND).changes[0]
    assert (change.kind, change.after.overrides) == (ChangeKind.CANCELLED, (held,))
    on_its_last = datetime(2023, 11, 11, 2, tzinfo=UTC)
    kept = by_hand.cancel(standing._replace(overrides=(held, to_come)), hand="chị Hoa", now=on_its_last)
    assert kept.changes[0].after.overrides == (held,)
    assert kept.changes[0].after.ended == day(10)
    second_day = datetime(2023, 11, 2, 2, tzinfo=UTC)
    assert by_hand.cancel(standing, hand="chị Hoa", now=second_day).changes[0].after.ended == day(1)


def test_days_of_what_has_days_of_its_own_can_be_moved_and_no_others(events: list[Event]) -> None:
    days = events[2]._replace(when=Days((day(20), day(24))))
    daily = events[2]._replace(when=Span(day(20), day(24), daily=True))
    one_day = events[2]._replace(when=Span(day(20), None, daily=True))
    for event, happens, silent in (
        (days, (20, 24), (21, 25)),
        (daily, (20, 22, 24), (19, 25)),
        (one_day, (20,), (21,)),
        (events[2], (), (24,)),
        (events[2]._replace(when=Span(day(20), day(24))), (), (20, 22)),
    ):
        for number in happens:
            change = by_hand.move(event, when("28/11"), day=day(number), **HAND).changes[0]
            assert change.day == day(number)
            assert [(o.day, o.when) for o in change.after.overrides] == [(day(number), when("28/11"))]
        for number in silent:
            with pytest.raises(UnknownOccurrence, match=event.title):
                by_hand.move(event, when("28/11"), day=day(number), **HAND)


def test_a_day_off_can_be_changed_only_where_something_was_said_of_it(standing: Event) -> None:
    assert isinstance(standing.when, Repeat)
    skipping = standing._replace(
        when=standing.when._replace(recurrence=standing.when.recurrence._replace(skips_days_off=True)),
    )

    def is_day_off(of: date) -> bool:
        return of == day(24)

    assert by_hand.cancel(skipping, day=day(24), **HAND).changes[0].day == day(24)
    with pytest.raises(UnknownOccurrence):
        by_hand.cancel(skipping, day=day(24), is_day_off=is_day_off, **HAND)
    with pytest.raises(UnknownOccurrence):
        by_hand.move(skipping, when("23/11"), day=day(24), is_day_off=is_day_off, **HAND)
    said = by_hand.move(skipping, when("23/11"), day=day(24), **HAND).changes[0].after
    assert by_hand.cancel(said, day=day(24), is_day_off=is_day_off, **HAND).changes[0].day == day(24)


def test_days_that_are_changed_one_after_another_stand_in_their_order(standing: Event) -> None:
    once = by_hand.move(standing, when("23/11"), day=day(24), **HAND).changes[0].after
    twice = by_hand.move(once, when("9/11"), day=day(10), **HAND).changes[0].after
    assert [(o.day, o.when) for o in twice.overrides] == [(day(10), when("9/11")), (day(24), when("23/11"))]


def test_a_confirmation_with_another_time_says_what_it_does(events: list[Event], window: Event) -> None:
    assert only_change(by_hand.confirm(window, when=when("16/11"), **HAND))[0] is ChangeKind.CLOSED
    assert only_change(by_hand.confirm(window, when=when("FRI"), **HAND))[0] is ChangeKind.MOVED
    assert only_change(by_hand.confirm(events[2], when=when("25/11"), **HAND))[0] is ChangeKind.MOVED
    assert only_change(by_hand.move(window, when("FRI"), **HAND))[0] is ChangeKind.MOVED


def test_the_groups_of_a_meeting_are_told_anew_and_who_prepares_stays_among_them(events: list[Event]) -> None:
    event = events[2]._replace(groups=("vp", "ban-tg"), preparing=("vp", "ban-tg"))
    after = by_hand.edit(event, groups=["ban-kt", "vp", "ban-kt"], **HAND).changes[0].after
    assert (after.groups, after.preparing) == (("ban-kt", "vp"), ("vp",))
    assert by_hand.edit(event, groups=(), **HAND).changes[0].after.groups == ()
    kept = by_hand.edit(event, title="Họp mở rộng", **HAND).changes[0].after
    assert (kept.title, kept.groups, kept.preparing) == ("Họp mở rộng", event.groups, event.preparing)


def test_other_words_are_an_alteration(events: list[Event]) -> None:
    revision = by_hand.edit(events[2], location="Phòng họp số 2", **HAND)
    assert only_change(revision) == (ChangeKind.ALTERED, 1)
    assert revision.changes[0].after.location == "Phòng họp số 2"


def test_only_words_can_be_edited(events: list[Event]) -> None:
    with pytest.raises(TypeError, match="has no uid to edit"):
        by_hand.edit(events[2], uid="x", **HAND)


def test_a_hands_change_is_not_undone_by_importing_the_document_again(events: list[Event]) -> None:
    events = apply(events, by_hand.move(events[2], when("28/11"), **HAND))
    events = apply(events, by_hand.confirm(events[1], when=when("16/11"), **HAND))
    events = apply(events, by_hand.cancel(events[0], day=day(24), **HAND))
    assert compare(events, PROGRAMME, calendar="vp", now=MIDMONTH).is_empty
    other_copy = replace(PROGRAMME, source=replace(PROGRAMME.source, sha256="f" * 64))
    again = compare(events, other_copy, calendar="vp", now=MIDMONTH)
    assert again.is_empty
    assert {change.why[-1] for change in again.changes} == {"hand-outranks:2023-11-15"}


def test_a_document_issued_after_the_hands_change_outranks_it(events: list[Event]) -> None:
    events = apply(events, by_hand.confirm(events[1], when=when("16/11"), **HAND))
    notice = paper(
        "notice 2023-11-15 on 16/11", "> Hội nghị sơ kết Đề án 939: 16/11", "Hội nghị sơ kết Đề án 939: 17/11"
    )
    revision = compare(events, notice, calendar="vp", now=MIDMONTH)
    assert [(c.kind, c.after.when) for c in revision.kept_changes] == [(ChangeKind.MOVED, when("17/11"))]


def test_a_standing_meeting_changed_by_hand_still_goes_on_next_month(events: list[Event]) -> None:
    events = apply(events, by_hand.cancel(events[0], day=day(24), **HAND))
    december = paper("monthly 2023-12 on 14/11", "Họp giao ban Thường trực: FRI pm")
    after = apply(events, compare(events, december, calendar="vp", now=MIDMONTH))
    assert days_of(after, month_span(2023, 12)) == ["Fri 01", "Fri 08", "Fri 15", "Fri 22", "Fri 29"]
    assert days_of([e for e in after if e.uid == events[0].uid]) == ["Fri 03", "Fri 10", "Fri 17"]


def test_a_change_that_is_none_is_empty(events: list[Event]) -> None:
    same = by_hand.move(events[2], events[2].when, **HAND)
    assert same.is_empty


def test_a_day_that_was_moved_is_named_by_the_day_on_which_it_now_is_too(standing: Event) -> None:
    moved = by_hand.move(standing, when("25/11"), day=day(24), **HAND).changes[0].after
    assert moved is not None
    [change] = by_hand.cancel(moved, day=day(25), **HAND).changes
    assert change.day == day(24)
    assert days_of([change.after]) == ["Fri 03", "Fri 10", "Fri 17"]


@pytest.mark.parametrize("told", ["24/11", "27/11"])
def test_what_a_hand_has_cancelled_and_a_newer_document_names_again_is_asked(
    events: list[Event], told: str
) -> None:
    meeting = events[2]
    cancelled = apply(events, by_hand.cancel(meeting, **HAND))
    again = paper("invitation 2023-11-24 #52/GM-BTV on 20/11", f"Hội nghị Đảng đoàn: {told}")
    asked = compare(cancelled, again, calendar="vp", now=MIDMONTH)
    assert asked.kept_changes == ()
    [question] = asked.questions
    assert question.reason == "hand-cancelled:2023-11-15"
    answers = {entry_key(again.entries[0]): meeting.uid}
    [accepted] = compare(cancelled, again, calendar="vp", now=MIDMONTH, answers=answers).changes
    assert accepted.after is not None
    assert (accepted.uid, accepted.after.status, accepted.after.when) == (
        meeting.uid,
        Status.CONFIRMED,
        when(told),
    )


def test_an_older_document_does_not_call_again_what_a_hand_has_cancelled(events: list[Event]) -> None:
    cancelled = apply(events, by_hand.cancel(events[2], **HAND))
    older = paper("invitation 2023-11-24 #50/GM-BTV on 10/11", "Hội nghị Đảng đoàn: 24/11")
    revision = compare(cancelled, older, calendar="vp", now=MIDMONTH)
    assert revision.is_empty
    assert revision.questions == ()
