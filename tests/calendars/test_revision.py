"""A calendar that changes, paper by paper: identity, sequence numbers, and what each revision says of itself."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from papers import paper, when_of

from calendars.changes import ChangeKind, Revision, apply, is_unsure, split_for_review, undo
from calendars.events import Event, Override, occurrences_between
from calendars.marks import Category, Passage, Status
from calendars.programme import Programme
from calendars.revision import by_hand, compare, entry_key, in_words
from calendars.revision.reasons import reason
from calendars.times import DaySpan, month_span
from calendars.when import Day, Repeat, Undated, When

NOW = datetime(2023, 4, 28, 2, 0, 0, tzinfo=UTC)
MAY = paper(
    "monthly 2023-05 #20/CTr-BTV on 28/4",
    "Họp giao ban Thường trực: FRI pm",
    "Hội nghị biểu dương điển hình tiên tiến: ~11/5-20/5",
    "Hội nghị Đảng đoàn: 24/5 8:00 @Phòng họp số 1",
    "Giao ban phong trào: MON am",
)
NOTICE = paper(
    "notice 2023-05-15 #33/TB-BTV on 15/5",
    "> Hội nghị Đảng đoàn: 24/5",
    "Hội nghị Đảng đoàn: 26/5 14:00",
    "x Họp giao ban Thường trực: 26/5",
)
JUNE = paper(
    "monthly 2023-06 #25/CTr-BTV on 30/5",
    "Giao ban TT: FRI",
    "Hội nghị biểu dương các điển hình tiên tiến: 2/6",
)

JUNE_THAT_ASKS = paper(
    "monthly 2023-06 #25/CTr-BTV on 30/5",
    "Họp giao ban Thường trực: 24/5",
    "Họp giao ban Thường trực: 24/5 8:00",
    "x Họp giao ban Thường trực: FRI pm",
)

# A programme that says of one meeting that it is cancelled and that it is held, imported after the next month's.
STANDING_TWICE = ("Họp giao ban Thường trực: FRI pm", "Họp giao ban Thường trực: MON")
JUNE_OF_TWO = paper("monthly 2023-06 #25/CTr-BTV on 30/5", *STANDING_TWICE)
MAY_THAT_DISAGREES = paper(
    "monthly 2023-05 #20/CTr-BTV on 28/4", *STANDING_TWICE, "x Họp giao ban Thường trực: MON"
)


def revise(events: list[Event], programme: Programme, now: datetime = NOW) -> Revision:
    return compare(events, programme, calendar="vp", now=now)


def after(*programmes: Programme) -> list[Event]:
    events: list[Event] = []
    for number, programme in enumerate(programmes):
        events = apply(events, revise(events, programme, NOW + timedelta(days=number)))
    return events


def when(text: str, month: int = 5) -> When:
    return when_of(text, month_span(2023, month))


def told(revision: Revision) -> list[tuple[str, str, int]]:
    return [(c.kind.value, c.after.title, c.after.sequence) for c in revision.changes]


def of_title(events: list[Event], title: str) -> Event:
    return next(event for event in events if event.title == title)


# the story


def test_the_first_programme_adds_all_that_it_announces() -> None:
    assert told(revise([], MAY)) == [
        ("added", "Họp giao ban Thường trực", 0),
        ("added", "Hội nghị biểu dương điển hình tiên tiến", 0),
        ("added", "Hội nghị Đảng đoàn", 0),
        ("added", "Giao ban phong trào", 0),
    ]


def test_a_new_event_keeps_what_its_entry_says_and_where_it_says_it() -> None:
    event = revise([], MAY).changes[2].after
    assert (event.title, event.when, event.location) == (
        "Hội nghị Đảng đoàn",
        when("24/5 8:00"),
        "Phòng họp số 1",
    )
    assert (event.category, event.status, event.created) == (Category.MEETING, Status.CONFIRMED, NOW)
    assert event.origin.document == MAY.source.sha256
    assert (event.origin.number, event.origin.issued) == ("20/CTr-BTV", date(2023, 4, 28))
    assert event.origin.passages == (Passage("Hội nghị Đảng đoàn: 24/5 8:00 @Phòng họp số 1", 3),)


def test_a_notice_moves_one_meeting_and_drops_one_day_of_another() -> None:
    events = after(MAY)
    revision = revise(events, NOTICE)
    assert told(revision) == [
        ("moved", "Hội nghị Đảng đoàn", 1),
        ("cancelled", "Họp giao ban Thường trực", 1),
    ]
    events = apply(events, revision)
    assert of_title(events, "Hội nghị Đảng đoàn").when == when("26/5 14:00")
    assert of_title(events, "Họp giao ban Thường trực").overrides == (
        Override(day=date(2023, 5, 26), when=None),
    )


def test_the_next_programme_goes_on_closes_and_ends() -> None:
    assert told(revise(after(MAY, NOTICE), JUNE)) == [
        ("continued", "Họp giao ban Thường trực", 2),
        ("closed", "Hội nghị biểu dương điển hình tiên tiến", 1),
        ("ended", "Giao ban phong trào", 0),
    ]


def test_the_uids_stay_for_life() -> None:
    uids = {event.uid for event in after(MAY)}
    assert {event.uid for event in after(MAY, NOTICE, JUNE)} == uids


def test_the_standing_meeting_happens_on_all_its_days_in_both_months() -> None:
    span = DaySpan(date(2023, 5, 1), date(2023, 6, 30))
    standing = of_title(after(MAY, NOTICE, JUNE), "Họp giao ban Thường trực")
    days = [f"{o.when.day:%d/%m}" for o in occurrences_between([standing], span) if isinstance(o.when, Day)]
    assert days == ["05/05", "12/05", "19/05", "02/06", "09/06", "16/06", "23/06", "30/06"]


def test_each_document_again_changes_nothing() -> None:
    events = after(MAY, NOTICE, JUNE)
    for programme in (MAY, NOTICE, JUNE):
        assert revise(events, programme).is_empty


def test_a_hands_change_an_older_document_again_and_an_undo() -> None:
    events = after(MAY, NOTICE)
    window = of_title(events, "Hội nghị biểu dương điển hình tiên tiến")
    by = by_hand.confirm(window, when=when("18/5"), hand="chị Hoa", now=datetime(2023, 5, 16, tzinfo=UTC))
    changed = apply(events, by)
    assert revise(changed, MAY).is_empty
    assert undo(changed, by) == events


# what a revision says


def test_every_change_says_why_in_codes_that_have_words_in_both_languages() -> None:
    events: list[Event] = []
    codes: set[str] = set()
    for programme in (MAY, NOTICE, JUNE, MAY):
        revision = revise(events, programme)
        codes |= {code for change in revision.changes for code in change.why}
        events = apply(events, revision)
    assert {"new", "title-same", "old-time", "same-pattern", "not-named"} <= codes
    for code in codes:
        assert in_words(code, "vi") not in (code, in_words(code, "en"))


def test_a_reason_shows_its_value() -> None:
    assert in_words("title-like:0.86", "en") == "a like title (0.86)"
    assert in_words("made-up", "vi") == "made-up"
    with pytest.raises(KeyError):
        reason("made-up")


def test_the_sequence_number_rises_once_however_many_days_of_a_series_change() -> None:
    notice = paper(
        "notice 2023-05-09 on 9/5", "x Họp giao ban Thường trực: 12/5", "x Họp giao ban Thường trực: 19/5"
    )
    standing = of_title(apply(after(MAY), revise(after(MAY), notice)), "Họp giao ban Thường trực")
    assert standing.sequence == 1
    assert [o.day.day for o in standing.overrides] == [12, 19]


def test_what_nobody_sees_raises_no_sequence_number() -> None:
    revision = revise(after(MAY), JUNE)
    (ended,) = revision.of_kind(ChangeKind.ENDED)
    assert (ended.is_published, ended.after.ended) == (False, date(2023, 5, 31))


def test_an_ended_standing_meeting_that_is_named_again_goes_on() -> None:
    july = paper("monthly 2023-07 on 29/6", "Giao ban phong trào: MON am", "Giao ban TT: FRI")
    revision = revise(after(MAY, JUNE), july)
    (change,) = [c for c in revision.changes if c.after.title == "Giao ban phong trào"]
    assert (change.kind, change.after.ended) == (ChangeKind.CONTINUED, None)
    silent = DaySpan(date(2023, 6, 1), date(2023, 6, 30))
    assert occurrences_between([change.after], silent) == []


def test_only_a_whole_programme_ends_what_it_does_not_name() -> None:
    part = compare(after(MAY), JUNE, calendar="vp", now=NOW, whole=False)
    assert part.of_kind(ChangeKind.ENDED) == ()


def test_another_offices_programme_ends_nothing_of_ours() -> None:
    other = paper("monthly 2023-06 on 30/5 by Liên đoàn Lao động tỉnh", "Hội nghị Ban Chấp hành: 8/6")
    assert revise(after(MAY), other).of_kind(ChangeKind.ENDED) == ()


def test_a_changed_weekday_keeps_the_uid_and_the_days_that_were() -> None:
    july = paper("monthly 2023-06 on 30/5", "Họp giao ban Thường trực: THU pm", "Giao ban phong trào: MON am")
    events = after(MAY)
    (change,) = revise(events, july).of_kind(ChangeKind.MOVED)
    assert change.uid == of_title(events, "Họp giao ban Thường trực").uid
    assert change.former is not None
    assert change.former.uid != change.uid
    assert isinstance(change.former.when, Repeat)
    assert change.former.when.recurrence.until == change.former.ended == date(2023, 5, 31)
    span = DaySpan(date(2023, 5, 20), date(2023, 6, 10))
    found = occurrences_between([change.after, change.former], span)
    assert [f"{o.when.day:%a %d/%m}" for o in found if isinstance(o.when, Day)] == [
        "Fri 26/05",
        "Thu 01/06",
        "Thu 08/06",
    ]


def test_a_postponed_meeting_keeps_its_place_on_the_calendar_without_a_day() -> None:
    postponed = paper("notice 2023-05-15 on 15/5", "> Hội nghị Đảng đoàn: 24/5")
    event = of_title(after(MAY, postponed), "Hội nghị Đảng đoàn")
    assert (event.when, event.status, event.location) == (Undated(), Status.TENTATIVE, "Phòng họp số 1")


def test_a_cancelled_meeting_stays_as_cancelled() -> None:
    cancelled = paper("notice 2023-05-15 on 15/5", "x Hội nghị Đảng đoàn: 24/5")
    event = of_title(after(MAY, cancelled), "Hội nghị Đảng đoàn")
    assert (event.status, event.when, event.sequence) == (Status.CANCELLED, when("24/5 8:00"), 1)


def test_what_a_replaced_document_alone_announced_is_cancelled() -> None:
    replacing = paper(
        "monthly 2023-05 #20a/CTr-BTV on 4/5 for #20/CTr-BTV", "Họp giao ban Thường trực: FRI pm"
    )
    revision = revise(after(MAY), replacing)
    cancelled = {change.after.title for change in revision.of_kind(ChangeKind.CANCELLED)}
    assert cancelled == {
        "Hội nghị biểu dương điển hình tiên tiến",
        "Hội nghị Đảng đoàn",
        "Giao ban phong trào",
    }
    assert all(change.why == ("replaced",) for change in revision.of_kind(ChangeKind.CANCELLED))


def test_events_of_another_calendar_are_not_looked_at() -> None:
    others = [event._replace(calendar="other") for event in after(MAY)]
    assert {change.kind for change in revise(others, MAY).changes} == {ChangeKind.ADDED}


def test_a_schedule_before_its_programme_and_after_it_give_the_same_days() -> None:
    week = paper(
        "weekly 2023-05-22..2023-05-28 on 19/5", "Họp giao ban Thường trực: 26/5 14:00 @Phòng họp số 2"
    )
    standing = paper("monthly 2023-05 on 28/4", "Họp giao ban Thường trực: FRI pm")
    found = []
    for order in ((week, standing), (standing, week)):
        occurrences = occurrences_between(after(*order), month_span(2023, 5))
        found.append([(o.when, o.location) for o in occurrences])
    assert found[0] == found[1]
    assert found[0][-1] == (when("26/5 14:00"), "Phòng họp số 2")


# questions and their answers

TWICE = paper("monthly 2023-05 on 28/4", "Họp tổ biên tập: ~8/5-14/5", "Họp tổ biên tập: ~10/5-21/5")
WHICH = paper("invitation 2023-05-08 on 8/5", "Họp tổ biên tập: 12/5 8:00")


def test_a_doubtful_pair_is_asked_about_and_changes_nothing() -> None:
    revision = revise(after(TWICE), WHICH)
    assert revision.changes == ()
    (question,) = revision.questions
    assert question.reason == "two-fit"
    assert {c.event.uid for c in question.candidates} == {e.uid for e in after(TWICE)}


def test_an_answer_names_the_event() -> None:
    events = after(TWICE)
    answers = {entry_key(WHICH.entries[0]): events[1].uid}
    revision = compare(events, WHICH, calendar="vp", now=NOW, answers=answers)
    assert [(c.kind, c.uid, c.why) for c in revision.changes] == [
        (ChangeKind.CLOSED, events[1].uid, ("answered",))
    ]


def test_an_answer_may_say_that_it_is_new() -> None:
    answers = {entry_key(WHICH.entries[0]): None}
    revision = compare(after(TWICE), WHICH, calendar="vp", now=NOW, answers=answers)
    assert [c.kind for c in revision.changes] == [ChangeKind.ADDED]


def test_an_answer_tells_what_a_notice_cancels() -> None:
    events = after(MAY)
    notice = paper("notice 2023-05-15 on 15/5", "x Hội thao: 25/5")
    (question,) = revise(events, notice).questions
    assert (question.reason, question.candidates) == ("nothing-found", ())
    target = of_title(events, "Hội nghị Đảng đoàn").uid
    answers = {entry_key(notice.entries[0]): target}
    revision = compare(events, notice, calendar="vp", now=NOW, answers=answers)
    assert [(c.kind, c.uid) for c in revision.changes] == [(ChangeKind.CANCELLED, target)]


def test_a_moved_meeting_that_is_not_known_is_new_and_flagged() -> None:
    notice = paper("notice 2023-05-15 on 15/5", "> Hội thao: 25/5", "Hội thao: 27/5")
    (change,) = revise(after(MAY), notice).changes
    assert [issue.code for issue in change.after.issues] == ["unmatched-change"]
    assert is_unsure(change)


# what waits


@pytest.mark.parametrize(
    ("review", "published", "waiting"),
    [("none", ["A", "B"], []), ("unsure", ["A"], ["B"]), ("required", [], ["A", "B"])],
)
def test_what_waits_for_a_person(review: str, published: list[str], waiting: list[str]) -> None:
    revision = revise([], paper("monthly 2023-05", "A: 3/5", "B: 4/5 +weekday-conflict"))
    at_once, held = split_for_review(revision, review)
    assert ([c.after.title for c in at_once.changes], [c.after.title for c in held]) == (published, waiting)


# properties

TITLES = st.sampled_from(
    [
        "Họp giao ban Thường trực",
        "Giao ban TT",
        "Hội nghị sơ kết Đề án 939",
        "Hội nghị tổng kết Đề án 939",
        "Hội nghị Đảng đoàn",
        "Họp Ban Thường vụ",
        "Làm việc với Sở Y tế",
        "Tập huấn nghiệp vụ công tác Hội",
        "Tiếp công dân định kỳ",
    ]
)
TIMES = st.sampled_from(
    ["FRI pm", "MON", "15.", "24/5", "24/5 8:00", "12/5 pm", "~11/5-20/5", "22/5-23/5", "?", "3/6", "26/5"]
)
MARKS = st.sampled_from(["", "", "", "", "x ", "> ", "* "])
ITEMS = st.builds(lambda mark, title, time: f"{mark}{title}: {time}", MARKS, TITLES, TIMES)
HEADINGS = st.sampled_from(
    [
        "monthly 2023-05 #20/CTr-BTV on 28/4",
        "monthly 2023-06 #25/CTr-BTV on 30/5",
        "weekly 2023-05-22..2023-05-28 on 19/5",
        "notice 2023-05-15 #33/TB-BTV on 15/5",
        "invitation 2023-05-10 on 10/5",
    ]
)
PAPERS = st.builds(
    lambda heading, items: paper(heading, *items), HEADINGS, st.lists(ITEMS, max_size=5, unique=True)
)


@given(st.lists(PAPERS, max_size=4))
@example([MAY, JUNE_THAT_ASKS])
@example([JUNE_OF_TWO, MAY_THAT_DISAGREES])
def test_the_last_document_again_changes_nothing(programmes: list[Programme]) -> None:
    events = after(*programmes)
    if programmes:
        assert revise(events, programmes[-1]).kept_changes == ()


@given(st.lists(PAPERS, max_size=4), PAPERS)
def test_undoing_gives_back_the_very_same_events(programmes: list[Programme], last: Programme) -> None:
    events = after(*programmes)
    revision = revise(events, last)
    assert undo(apply(events, revision), revision) == events


@given(st.lists(PAPERS, max_size=3), PAPERS)
def test_sequence_numbers_only_rise_and_uids_are_one_each(
    programmes: list[Programme], last: Programme
) -> None:
    events = after(*programmes)
    later = apply(events, revise(events, last))
    known = {event.uid: event.sequence for event in events}
    assert len({event.uid for event in later}) == len(later)
    assert known.keys() <= {event.uid for event in later}
    assert all(event.sequence - known.get(event.uid, 0) in (0, 1) for event in later)


def test_the_order_of_independent_documents_does_not_matter() -> None:
    independent = (
        MAY,
        paper(
            "weekly 2023-03-06..2023-03-12 on 3/3", "Làm việc với Sở Y tế: 8/3", "Họp tổ biên tập: 9/3 8:00"
        ),
        paper("invitation 2023-08-10 on 10/8", "Hội thi Phụ nữ khởi nghiệp: 20/8 8:00 @Nhà văn hóa"),
    )
    results = []
    for order in permutations(independent):
        events: list[Event] = []
        for programme in order:
            events = apply(events, revise(events, programme))
        results.append(sorted(events, key=lambda event: event.uid))
    assert all(result == results[0] for result in results)


VIOLENCE = "Hội thảo phòng chống bạo lực gia đình"
AND_CHILDREN = "Hội thảo phòng, chống bạo lực gia đình và trẻ em"


def renamed_by(heading: str, item: str, first: str = "~ " + VIOLENCE + ": 26/5") -> Event:
    events = after(paper("monthly 2023-05 #20/CTr-BTV on 28/4", first))
    [change] = revise(events, paper(heading, item)).changes
    return change.after


def test_a_meeting_that_is_moved_and_renamed_at_once_bears_its_new_name() -> None:
    event = renamed_by(
        "monthly 2023-06 #25/CTr-BTV on 30/5", f"{AND_CHILDREN} (dời từ tháng 5 sang): 3/6 8:00"
    )
    assert (event.title, event.when, event.sequence) == (AND_CHILDREN, when("3/6 8:00", 6), 1)


def test_a_new_name_alone_is_a_change_of_its_own() -> None:
    events = after(paper("monthly 2023-05 on 28/4", f"{VIOLENCE}: 24/5 8:00"))
    week = paper("weekly 2023-05-22..2023-05-28 on 19/5", f"{AND_CHILDREN}: 24/5 8:00")
    [change] = revise(events, week).changes
    assert (change.kind, change.after.title) == (ChangeKind.ALTERED, AND_CHILDREN)


@pytest.mark.parametrize(
    ("heading", "item"),
    [
        ("notice 2023-05-20 on 20/5", f"{AND_CHILDREN}: 26/5 8:00"),
        ("monthly 2023-05 on 20/5 by Liên đoàn Lao động tỉnh An Sơn", f"{AND_CHILDREN}: 26/5 8:00"),
        ("monthly 2023-05 on 20/5", "Hội thảo phòng chống bạo lực: 26/5 8:00"),
    ],
)
def test_a_notice_another_office_and_a_shorter_wording_rename_nothing(heading: str, item: str) -> None:
    assert renamed_by(heading, item).title == VIOLENCE


def test_a_standing_meeting_keeps_the_name_under_which_it_is_known() -> None:
    item = "Họp giao ban phong trào thi đua: MON am"
    [change] = [c for c in revise(after(MAY), paper("monthly 2023-06 on 30/5", item)).changes if c.entry]
    assert (change.kind, change.after.title) == (ChangeKind.CONTINUED, "Giao ban phong trào")


def test_an_older_document_does_not_bring_the_old_name_back() -> None:
    events = after(
        paper("monthly 2023-06 #25/CTr-BTV on 30/5", f"{AND_CHILDREN}: 3/6 8:00"),
        paper(
            "monthly 2023-05 #20/CTr-BTV on 28/4", "Hội thảo phòng chống bạo lực gia đình và người già: 3/6"
        ),
    )
    assert events[0].title == AND_CHILDREN


def test_what_a_person_typed_is_the_title_however_short() -> None:
    events = after(MAY)
    programme = paper("weekly 2023-05-22..2023-05-28 on 19/5", "Họp Đảng đoàn: 24/5 8:00")
    key = entry_key(programme.entries[0])
    answered = compare(
        events,
        programme,
        calendar="vp",
        now=NOW,
        answers={key: of_title(events, "Hội nghị Đảng đoàn").uid},
        titled=[key],
        whole=False,
    )
    assert [(c.kind, c.after.title) for c in answered.changes] == [(ChangeKind.ALTERED, "Họp Đảng đoàn")]
