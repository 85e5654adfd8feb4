"""Notices of change: which meeting each speaks of, how it says so, and what it becomes; and what is asked instead."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from papers import paper, when_of

from calendars.changes import Change, ChangeKind, Revision, apply, split_for_review
from calendars.events import Event
from calendars.marks import Category, Status
from calendars.programme import Ignored, Programme
from calendars.recurrence import DaysOff
from calendars.revision import compare, entry_key
from calendars.revision.merging import postponed
from calendars.revision.notices import cited_numbers, notices_of
from calendars.revision.standing import Merged
from calendars.times import month_span
from calendars.when import Repeat, Undated

NOW = datetime(2023, 10, 30, tzinfo=UTC)
NOVEMBER = month_span(2023, 11)
MONTH, NOTICE = "monthly 2023-11 #63/CTr-BTV on 30/10", "notice 2023-11-08 #70/TB-BTV on 8/11"
FRIDAYS, CONFERENCE = "Giao ban Thường trực: FRI pm", "Hội nghị sơ kết Đề án 939"
PROGRAMME = paper(MONTH, FRIDAYS, f"{CONFERENCE}: 14/11 8:00", "Kiểm tra cơ sở Hội xã Hòa Sơn: ~20/11-30/11")


def after(*papers: Programme) -> list[Event]:
    events: list[Event] = []
    for number, programme in enumerate(papers):
        events = apply(events, revised(events, programme, now=NOW + timedelta(days=number)))
    return events


def revised(
    events: list[Event],
    programme: Programme,
    *,
    answers: dict[str, str | None] | None = None,
    is_day_off: DaysOff | None = None,
    now: datetime = NOW,
) -> Revision:
    return compare(events, programme, calendar="vp", now=now, answers=answers or {}, is_day_off=is_day_off)


def noticed(*items: str, events: list[Event] | None = None, heading: str = NOTICE) -> Revision:
    return revised(after(PROGRAMME) if events is None else events, paper(heading, *items))


def only(revision: Revision) -> Change:
    assert revision.questions == ()
    [change] = revision.changes
    return change


def asked(revision: Revision) -> tuple[str, list[str]]:
    assert revision.changes == ()
    [question] = revision.questions
    return question.reason, [candidate.event.title for candidate in question.candidates]


def when(text: str) -> object:
    return when_of(text, NOVEMBER)


# what is found


def test_a_notice_that_moves_a_meeting_changes_its_time_and_names_the_old() -> None:
    revision = noticed(f"> {CONFERENCE}: 14/11", f"{CONFERENCE}: 16/11 14:00 @Hội trường +blurred")
    change = only(revision)
    assert (change.kind, change.after.when, change.after.location) == (
        ChangeKind.MOVED,
        when("16/11 14:00"),
        "Hội trường",
    )
    assert change.why == ("title-same", "old-time")
    assert change.former_entry is not None
    assert change.former_entry.when == when("14/11")
    assert [issue.code for issue in change.after.issues] == ["blurred"]
    assert (change.after.origin.number, change.after.origin.as_of) == ("70/TB-BTV", date(2023, 11, 8))
    assert [passage.line for passage in change.after.origin.passages] == [1, 2]


def test_a_notice_may_make_a_time_tentative_and_a_tentative_one_sure() -> None:
    moved = only(noticed(f"> {CONFERENCE}: 14/11", f"~ {CONFERENCE}: 16/11"))
    assert moved.after.status is Status.TENTATIVE
    inspection = "Kiểm tra cơ sở Hội xã Hòa Sơn"
    closed = only(noticed(f"> {inspection}: ~20/11-30/11", f"{inspection}: 5/12"))
    assert (closed.after.status, closed.after.when) == (Status.CONFIRMED, when("5/12"))


def test_a_notice_that_postpones_leaves_the_time_open() -> None:
    change = only(noticed(f"> {CONFERENCE}: 14/11"))
    assert (change.kind, change.after.when, change.after.status) == (
        ChangeKind.MOVED,
        Undated(),
        Status.TENTATIVE,
    )
    assert change.why == ("title-same", "old-time", "postponed")
    assert change.after.origin.number == "70/TB-BTV"


def test_a_notice_cancels_a_meeting_or_one_day_of_a_standing_one() -> None:
    change = only(noticed(f"x {CONFERENCE}: 14/11"))
    assert (change.kind, change.after.status, change.day) == (
        ChangeKind.CANCELLED,
        Status.CANCELLED,
        None,
    )
    one_day = only(noticed("x Giao ban Thường trực: 17/11"))
    assert (one_day.kind, one_day.day) == (ChangeKind.CANCELLED, date(2023, 11, 17))
    assert [(o.day, o.when) for o in one_day.after.overrides] == [(date(2023, 11, 17), None)]
    assert one_day.after.origin.number == "70/TB-BTV"


def test_a_notice_cancels_a_standing_meeting_from_a_day_on() -> None:
    change = only(noticed("x Giao ban Thường trực: FRI!16/11-30/11"))
    assert (change.kind, change.after.ended) == (ChangeKind.ENDED, date(2023, 11, 15))
    other = noticed("x Giao ban Thường trực: MON!16/11-30/11")
    assert asked(other) == ("far-in-time", ["Giao ban Thường trực"])


def test_a_notice_moves_one_day_of_a_standing_meeting_and_moves_it_again() -> None:
    first = paper(NOTICE, "> Giao ban Thường trực: 17/11", "Giao ban Thường trực: 16/11 8:00")
    change = only(revised(after(PROGRAMME), first))
    assert (change.kind, change.day) == (ChangeKind.MOVED, date(2023, 11, 17))
    for old in ("16/11", "17/11"):
        again = noticed(
            f"> Giao ban Thường trực: {old}",
            "Giao ban Thường trực: 15/11 8:00",
            events=after(PROGRAMME, first),
            heading="notice 2023-11-10 #71/TB-BTV on 10/11",
        )
        moved = only(again)
        assert [(o.day, o.when) for o in moved.after.overrides] == [(date(2023, 11, 17), when("15/11 8:00"))]


def test_a_day_off_is_no_day_that_a_notice_can_cancel() -> None:
    [event, *_] = after(PROGRAMME)
    assert isinstance(event.when, Repeat)
    skipping = event.when._replace(recurrence=event.when.recurrence._replace(skips_days_off=True))
    notice = paper(NOTICE, "x Giao ban Thường trực: 17/11")
    events = [event._replace(when=skipping)]
    assert only(revised(events, notice)).day == date(2023, 11, 17)
    off = revised(events, notice, is_day_off=lambda day: day == date(2023, 11, 17))
    assert asked(off) == ("far-in-time", ["Giao ban Thường trực"])


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ("x Hội nghị sơ kết thực hiện Đề án 939: 14/11", ("title-like", "old-time")),
        ("x Sơ kết Đề án 939: 14/11", ("title-same", "old-time")),
        (f"x {CONFERENCE}: ?", ("title-same", "only-one")),
    ],
)
def test_a_notice_says_how_it_was_understood(item: str, why: tuple[str, ...]) -> None:
    assert tuple(code.partition(":")[0] for code in only(noticed(item)).why) == why


def test_a_cited_number_tells_the_paper_whose_meeting_it_is() -> None:
    december = paper("monthly 2023-12 #75/CTr-BTV on 2/11", f"{CONFERENCE}: 14/12")
    events = after(PROGRAMME, december)
    cited = replace(
        paper(NOTICE, f"x {CONFERENCE}: ?"),
        ignored=(Ignored("Căn cứ Chương trình số 75/CTr-BTV ngày 02/11", "citation", line=9),),
    )
    change = only(revised(events, cited))
    assert change.before is not None
    assert change.before.when == when("14/12")
    assert change.why == ("title-same", "cited:75/ctr-btv")
    noted = replace(cited, ignored=(), entries=(replace(cited.entries[0], note="số 075 /CTr-BTV"),))
    assert only(revised(events, noted)).why == ("title-same", "cited:75/ctr-btv")


def test_a_moved_meeting_that_is_not_known_is_added_with_a_flag() -> None:
    change = only(noticed("> Đại hội Công đoàn: 14/11", "Đại hội Công đoàn: 16/11 +blurred"))
    assert (change.kind, change.after.when) == (ChangeKind.ADDED, when("16/11"))
    assert [issue.code for issue in change.after.issues] == ["blurred", "unmatched-change"]
    assert change.former_entry is not None
    assert change.former_entry.when == when("14/11")


# what is asked


def test_what_is_not_found_at_all_is_asked_without_a_choice() -> None:
    assert asked(noticed("x Đại hội Công đoàn: 14/11")) == ("nothing-found", [])


def test_what_two_meetings_fit_is_asked_with_both() -> None:
    two = paper(MONTH, f"{CONFERENCE}: 14/11 8:00", f"{CONFERENCE}: 14/11 14:00")
    assert asked(noticed(f"x {CONFERENCE}: 14/11", events=after(two))) == ("two-fit", [CONFERENCE] * 2)


@pytest.mark.parametrize(("old", "is_near"), [("26/12", True), ("27/12", False), ("16/11", True)])
def test_a_like_meeting_at_another_time_within_six_weeks_is_offered(old: str, is_near: bool) -> None:
    revision = noticed(f"x {CONFERENCE}: {old}")
    assert asked(revision) == (("far-in-time", [CONFERENCE]) if is_near else ("nothing-found", []))


def test_what_is_cancelled_already_is_not_offered() -> None:
    cancelled = paper("notice 2023-11-07 on 7/11", f"x {CONFERENCE}: 14/11")
    revision = noticed(f"x {CONFERENCE}: 17/11", events=after(PROGRAMME, cancelled))
    assert asked(revision) == ("nothing-found", [])


def test_a_meeting_of_another_kind_is_not_meant() -> None:
    assert asked(noticed(f"x ! {CONFERENCE}: 14/11")) == ("nothing-found", [])


def test_an_answer_names_the_meeting_or_the_day_of_a_standing_one() -> None:
    standing, conference, _ = after(PROGRAMME)
    notice = paper(NOTICE, "x Họp cơ quan: 17/11")
    key = entry_key(notice.entries[0])
    change = only(revised(after(PROGRAMME), notice, answers={key: standing.uid}))
    assert (change.kind, change.day, change.why) == (
        ChangeKind.CANCELLED,
        date(2023, 11, 17),
        ("answered",),
    )
    off = revised(after(PROGRAMME), notice, answers={key: standing.uid}, is_day_off=lambda day: day.day == 17)
    assert only(off).day == date(2023, 11, 17)
    other = only(revised(after(PROGRAMME), notice, answers={key: conference.uid}))
    assert (other.kind, other.uid, other.day) == (ChangeKind.CANCELLED, conference.uid, None)
    for unknown in (None, "unknown"):
        assert asked(revised(after(PROGRAMME), notice, answers={key: unknown})) == ("nothing-found", [])


def test_an_answer_goes_by_the_new_time_where_a_notice_has_one() -> None:
    conference = after(PROGRAMME)[1]
    notice = paper(NOTICE, "> Họp cơ quan: 17/11", "Họp cơ quan: 18/11")
    old, new = notice.entries
    change = only(revised(after(PROGRAMME), notice, answers={entry_key(new): conference.uid}))
    assert (change.kind, change.uid) == (ChangeKind.MOVED, conference.uid)
    change = only(revised(after(PROGRAMME), notice, answers={entry_key(old): conference.uid}))
    assert change.kind is ChangeKind.ADDED


def test_an_answer_for_a_plain_entry_names_the_day_of_a_standing_meeting() -> None:
    standing = after(PROGRAMME)[0]
    schedule = paper("weekly 2023-11-13..2023-11-19 on 10/11", "Hội ý lãnh đạo: 17/11 15:00")
    key = entry_key(schedule.entries[0])
    change = only(revised(after(PROGRAMME), schedule, answers={key: standing.uid}))
    assert (change.uid, change.day, change.why) == (standing.uid, date(2023, 11, 17), ("answered",))
    assert [o.day for o in change.after.overrides] == [date(2023, 11, 17)]


# what stands


def test_the_same_notice_again_changes_nothing_and_says_why() -> None:
    for items in (
        (f"> {CONFERENCE}: 14/11", f"{CONFERENCE}: 16/11"),
        (f"x {CONFERENCE}: 14/11",),
        (f"> {CONFERENCE}: 14/11",),
        ("x Giao ban Thường trực: 17/11",),
        ("> Giao ban Thường trực: 17/11", "Giao ban Thường trực: 16/11"),
    ):
        notice = paper(NOTICE, *items)
        change = only(revised(after(PROGRAMME, notice), notice))
        assert (change.kind, change.why) == (ChangeKind.UNCHANGED, ("same-document",))
        assert change.entry == notice.entries[-1]


def test_a_later_paper_outranks_a_notice() -> None:
    later = paper("notice 2023-11-10 #71/TB-BTV on 10/11", f"> {CONFERENCE}: 14/11", f"{CONFERENCE}: 20/11")
    change = only(noticed(f"> {CONFERENCE}: 14/11", f"{CONFERENCE}: 16/11", events=after(PROGRAMME, later)))
    assert (change.kind, change.why) == (ChangeKind.UNCHANGED, ("later-document:71/TB-BTV",))
    assert change.entry is not None
    assert change.entry.when == when("16/11")
    cancelled = noticed(f"x {CONFERENCE}: 14/11", events=after(PROGRAMME, later))
    assert only(cancelled).entry is not None
    same_day = noticed(f"x {CONFERENCE}: 20/11", events=after(PROGRAMME, later))
    assert only(same_day).why == ("title-same", "old-time", "later-document:71/TB-BTV")
    assert only(same_day).entry is not None
    unnumbered = replace(later, number=None)
    change = only(noticed(f"x {CONFERENCE}: 14/11", events=after(PROGRAMME, unnumbered)))
    assert change.why == ("later-document:2023-11-10",)


def test_a_later_paper_outranks_a_notice_about_the_day_of_which_it_spoke_alone() -> None:
    later = paper("notice 2023-11-10 #71/TB-BTV on 10/11", "x Giao ban Thường trực: 17/11")
    events = after(PROGRAMME, later)
    change = only(noticed("> Giao ban Thường trực: 17/11", "Giao ban Thường trực: 16/11", events=events))
    assert (change.kind, change.day) == (ChangeKind.UNCHANGED, date(2023, 11, 17))
    assert change.why == ("title-same", "old-time", "later-document:71/TB-BTV")
    assert only(noticed("x Giao ban Thường trực: 24/11", events=events)).kind is ChangeKind.CANCELLED


# which entries are a notice


def test_an_old_time_goes_with_the_first_new_one_of_its_meeting() -> None:
    programme = paper(
        NOTICE,
        f"> {CONFERENCE}: 14/11",
        "Đại hội Công đoàn: 15/11",
        f"* {CONFERENCE}: 15/11",
        f"{CONFERENCE}: 16/11",
        f"{CONFERENCE}: 17/11",
        "x Họp cơ quan: 18/11",
    )
    notices, plain = notices_of(dict(enumerate(programme.entries)), frozenset())
    assert [(notice.old_place, notice.new_place) for notice in notices] == [(0, 3), (5, None)]
    assert plain == [1, 2, 4]
    assert notices[0].new is programme.entries[3]
    assert programme.entries[2].category is Category.OBSERVANCE


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Số: 63 /CTr-BTV", {"63/ctr-btv"}),
        ("số 063/CTr-BTV và 7-TB/TU", {"63/ctr-btv", "7/tb"}),
        ("Quyết định 12/QĐ-UBND", {"12/qd-ubnd"}),
        ("ngày 24/11", set()),
        ("", set()),
    ],
)
def test_numbers_of_papers_are_read_however_they_are_written(text: str, numbers: set[str]) -> None:
    assert cited_numbers(text) == numbers


def read_hardly(programme: Programme, confidence: float = 0.7) -> Programme:
    """The same, read with little confidence and without an issue, as letters are."""
    entries = tuple(replace(entry, confidence=confidence) for entry in programme.entries)
    return replace(programme, entries=entries)


@pytest.mark.parametrize(
    "items",
    [
        (f"> {CONFERENCE}: 14/11 8:00", f"{CONFERENCE}: 20/11 14:00"),
        (f"> {CONFERENCE}: 14/11",),
        ("x Họp sơ kết Đề án 939: 14/11",),
        ("x Họp giao ban TT: 17/11",),
        ("> Họp giao ban TT: 17/11", "Họp giao ban TT: 16/11 8:00"),
    ],
)
def test_a_notice_that_names_title_and_day_of_one_known_meeting_is_borne_out_by_it(
    items: tuple[str, ...],
) -> None:
    revision = revised(after(PROGRAMME), read_hardly(paper(NOTICE, *items)))
    at_once, waiting = split_for_review(revision, "unsure")
    assert (len(at_once.kept_changes), waiting) == (1, ())


@pytest.mark.parametrize(
    ("told", "is_taken"), [("24/11 14:00", True), ("3/12 14:00", False), ("~24/11-28/11", False)]
)
def test_a_day_within_the_open_window_of_that_very_meeting_is_borne_out_by_it(
    told: str, is_taken: bool
) -> None:
    events = after(paper(MONTH, "Hội nghị triển khai Đề án 938: ~21/11-30/11"))
    revision = revised(events, read_hardly(paper(NOTICE, f"Hội nghị triển khai Đề án 938: {told}")))
    at_once, waiting = split_for_review(revision, "unsure")
    assert bool(at_once.kept_changes) is is_taken
    assert bool(waiting or revision.questions) is not is_taken


@pytest.mark.parametrize(
    "items",
    [
        (f"> {CONFERENCE}: ?",),
        (f"x {CONFERENCE} và triển khai nhiệm vụ trọng tâm: 14/11",),
        (f"> {CONFERENCE}: 14/11 8:00", f"{CONFERENCE}: ~20/11-30/11"),
        ("Hội nghị khác: 20/11",),
    ],
)
def test_what_the_calendar_does_not_bear_out_waits_where_it_was_hardly_read(items: tuple[str, ...]) -> None:
    revision = revised(after(PROGRAMME), read_hardly(paper(NOTICE, *items)))
    at_once, waiting = split_for_review(revision, "unsure")
    assert (at_once.kept_changes, len(waiting) + len(revision.questions)) == ((), 1)


def test_a_notice_with_an_issue_or_read_very_badly_waits_although_it_is_borne_out() -> None:
    doubted = paper(NOTICE, f"x {CONFERENCE}: 14/11 +blurred")
    badly = read_hardly(paper(NOTICE, f"x {CONFERENCE}: 14/11"), 0.5)
    for programme in (doubted, badly):
        assert len(split_for_review(revised(after(PROGRAMME), programme), "unsure")[1]) == 1


def test_an_office_that_approves_everything_approves_plain_notices_too() -> None:
    revision = revised(after(PROGRAMME), paper(NOTICE, f"x {CONFERENCE}: 14/11"))
    assert len(split_for_review(revision, "required")[1]) == 1


WORKSHOP = "Hội thảo phòng chống bạo lực gia đình"
OTHER_WORKSHOP = "Hội thảo phòng chống bạo lực học đường"


def test_a_notice_of_another_name_on_the_day_is_asked_about() -> None:
    events = after(paper(MONTH, f"{WORKSHOP}: 14/11 8:00"))
    assert asked(noticed(f"x {OTHER_WORKSHOP}: 14/11", events=events)) == ("other-words", [WORKSHOP])


def test_another_name_at_the_very_hour_or_beside_the_cited_paper_is_the_meeting() -> None:
    events = after(paper(MONTH, f"{WORKSHOP}: 14/11 8:00"))
    at_the_hour = noticed(f"x {OTHER_WORKSHOP}: 14/11 8:00", events=events)
    citing = paper(NOTICE, f"x {OTHER_WORKSHOP}: 14/11")
    citing = replace(citing, ignored=(Ignored("Chương trình số 63/CTr-BTV", "citation", 1),))
    assert only(at_the_hour).after.title == only(revised(events, citing)).after.title == WORKSHOP


def test_another_name_at_the_hour_of_a_day_of_a_standing_meeting_is_that_day() -> None:
    events = after(paper(MONTH, "Họp giao ban Ban Tuyên giáo: FRI 14:00"))
    [change] = noticed("x Họp giao ban Ban Tổ chức: 17/11 14:00", events=events).changes
    assert change.day == date(2023, 11, 17)


def test_of_a_standing_meeting_that_is_put_off_the_days_that_it_had_stay() -> None:
    change = only(noticed("> Giao ban Thường trực: FRI!17/11-30/11 pm"))
    assert (change.kind, change.after.when, change.after.status) == (
        ChangeKind.MOVED,
        Undated(),
        Status.TENTATIVE,
    )
    assert change.former is not None
    assert change.former.when == when("FRI!1/11-16/11 pm")
    assert change.after.postponed_from == when("FRI!17/11-30/11 pm")


def test_of_a_standing_meeting_that_is_over_there_is_nothing_to_put_off() -> None:
    [over] = after(paper("monthly 2023-11 on 30/10", "Giao ban Thường trực: FRI!1/11-14/11 pm"))
    assert postponed(over, date(2023, 11, 15), over.origin) == Merged(ChangeKind.UNCHANGED, over)
    assert postponed(over, date(2023, 11, 14), over.origin).event.when == Undated()


def test_without_a_day_it_is_put_off_from_the_notice_on() -> None:
    endless = after(paper("monthly 2023-11 on 30/10", "Giao ban Thường trực: FRI!1/11- pm"))
    unbounded = paper(NOTICE, "> Giao ban Thường trực: FRI!1/11- pm")
    [old] = unbounded.entries
    assert isinstance(old.when, Repeat)
    told = replace(old, when=old.when._replace(recurrence=old.when.recurrence._replace(first=None)))
    change = only(revised(endless, replace(unbounded, entries=(told,))))
    assert change.former is not None
    assert change.former.ended == date(2023, 11, 7)
