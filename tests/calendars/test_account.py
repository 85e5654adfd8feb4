"""What a comparison answers for: names of entries and events, rank among documents, and what was taken before."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from papers import paper

from calendars.changes import ChangeKind, Revision, apply
from calendars.events import Event
from calendars.marks import Status
from calendars.programme import Programme
from calendars.recurrence import Recurrence
from calendars.revision import by_hand, compare, entry_key
from calendars.revision.account import NO_ANSWERS
from calendars.when import Repeat

NOW = datetime(2023, 10, 30, 2, tzinfo=UTC)
LATER = NOW + timedelta(days=20)
FRIDAYS, CONFERENCE = "Giao ban Thường trực: FRI", "Hội nghị sơ kết Đề án 939: 14/11 8:00 @Hội trường"
NOVEMBER = paper("monthly 2023-11 #63/CTr-BTV on 30/10", FRIDAYS, CONFERENCE)
DECEMBER = paper("monthly 2023-12 #75/CTr-BTV on 29/11", FRIDAYS, "Tổng kết năm: 20/12")


def revised(
    events: list[Event],
    programme: Programme,
    *,
    answers: Mapping[str, str | None] = NO_ANSWERS,
    now: datetime = NOW,
) -> Revision:
    return compare(events, programme, calendar="vp", now=now, answers=answers)


def after(*papers: Programme) -> list[Event]:
    events: list[Event] = []
    for programme in papers:
        events = apply(events, revised(events, programme))
    return events


def recurrence_of(event: Event) -> Recurrence:
    assert isinstance(event.when, Repeat)
    return event.when.recurrence


# names


def test_an_entry_is_named_by_its_title_and_time_however_they_are_written() -> None:
    [entry] = paper("monthly 2023-11", "Họp  Đảng uỷ: 24/11 8:00 @Phòng 1").entries
    [other] = paper("monthly 2023-11", "HỌP ĐẢNG UỶ: 24/11 8:00 /Đ/c Lan").entries
    assert entry_key(entry) == entry_key(other)
    title, _, time = entry_key(entry).partition("|")
    assert title == "hop dang uy"
    assert list(json.loads(time)) == sorted(json.loads(time))
    assert json.loads(time)["date"] == "2023-11-24"


def test_what_one_paper_says_in_three_senses_is_three_events_with_the_same_uids_each_time() -> None:
    items = ("Giao ban: 24/11", "* Giao ban: 24/11", "! Giao ban: 24/11")
    events = after(paper("monthly 2023-11", *items))
    assert len({event.uid for event in events}) == 3
    assert [event.uid for event in after(paper("monthly 2023-11", *items))] == [e.uid for e in events]


def test_a_revision_says_of_which_calendar_and_paper_it_is() -> None:
    revision = revised([], NOVEMBER)
    assert (revision.calendar, revision.source) == ("vp", NOVEMBER.source)


# rank


def test_an_older_paper_that_comes_late_adds_and_does_not_take_the_rank() -> None:
    revision = revised(after(DECEMBER), NOVEMBER)
    change = next(change for change in revision.changes if change.before is not None)
    assert change.kind is ChangeKind.CONTINUED
    assert recurrence_of(change.after).first == date(2023, 11, 1)
    assert (change.after.origin.number, change.after.origin.as_of) == ("75/CTr-BTV", date(2023, 11, 29))


def test_a_paper_of_the_same_day_takes_its_place() -> None:
    same_day = paper("monthly 2023-12 #64/CTr-BTV on 30/10", FRIDAYS)
    change = next(c for c in revised(after(NOVEMBER), same_day).changes if c.before is not None)
    assert (change.kind, change.after.origin.number) == (ChangeKind.CONTINUED, "64/CTr-BTV")


def test_a_hand_outranks_the_papers_until_the_end_of_its_day() -> None:
    conference = after(NOVEMBER)[1]
    by = by_hand.edit(
        conference, hand="chị Hoa", now=datetime(2023, 11, 8, 2, tzinfo=UTC), location="Phòng 2"
    )
    events = apply(after(NOVEMBER), by)
    item = "Hội nghị sơ kết Đề án 939: 14/11 8:00 @Phòng 3"
    for issued, is_heard in (("7/11", False), ("8/11", False), ("9/11", True)):
        [change] = revised(events, paper(f"invitation 2023-11-14 on {issued}", item)).changes
        assert change.after.location == ("Phòng 3" if is_heard else "Phòng 2")
        assert is_heard or change.why[-1] == "hand-outranks:2023-11-08"
    [change] = revised(events, paper("invitation 2023-11-14", item)).changes
    assert change.after.location == "Phòng 2"


def test_a_change_is_of_its_moment_and_so_is_what_it_leaves_behind() -> None:
    revision = revised(
        after(NOVEMBER), paper("monthly 2023-12 on 29/11", "Giao ban Thường trực: THU"), now=LATER
    )
    change = next(change for change in revision.changes if change.former is not None)
    assert change.former is not None
    assert (change.after.revised, change.after.sequence, change.former.revised) == (LATER, 1, LATER)


def test_what_only_names_another_paper_is_no_change() -> None:
    other = paper("invitation 2023-11-14 #90/GM-BTV on 8/11", CONFERENCE)
    [change] = revised(after(NOVEMBER), other).changes
    assert (change.kind, change.after) == (ChangeKind.UNCHANGED, after(NOVEMBER)[1])


# what was taken before


def test_a_paper_taken_before_asks_before_it_adds_again_what_is_gone() -> None:
    [standing, _] = after(NOVEMBER)
    revision = revised([standing], NOVEMBER)
    assert revision.kept_changes == ()
    [question] = revision.questions
    assert (question.reason, question.candidates) == ("taken-before", ())
    assert question.entries == (NOVEMBER.entries[1],)
    answered = revised([standing], NOVEMBER, answers={entry_key(NOVEMBER.entries[1]): None})
    assert [change.kind for change in answered.kept_changes] == [ChangeKind.ADDED]


def test_a_paper_taken_before_asks_before_it_changes_again_what_has_become_another() -> None:
    [standing, *others] = after(NOVEMBER, DECEMBER)
    cut_short = standing._replace(when=after(NOVEMBER)[0].when)
    revision = revised([cut_short, *others], DECEMBER)
    assert revision.kept_changes == ()
    [question] = revision.questions
    assert (question.reason, question.entries) == ("taken-before", (DECEMBER.entries[0],))
    [candidate] = question.candidates
    assert (candidate.event, candidate.score) == (cut_short, 1.0)
    assert candidate.why == ("title-same", "same-pattern")
    answers = {entry_key(DECEMBER.entries[0]): standing.uid}
    [change] = revised([cut_short, *others], DECEMBER, answers=answers).kept_changes
    assert (change.kind, recurrence_of(change.after).until) == (ChangeKind.CONTINUED, date(2023, 12, 31))


def test_a_question_says_how_likely_each_choice_is_and_why() -> None:
    two = paper("monthly 2023-11 on 30/10", "Họp cơ quan: 14/11 8:00", "Họp cơ quan: 14/11 14:00")
    [question] = revised(after(two), paper("invitation 2023-11-14 on 8/11", "Họp cơ quan: 14/11")).questions
    assert question.reason == "two-fit"
    for candidate in question.candidates:
        assert 0.95 < candidate.score < 1.0
        assert candidate.why == ("title-same", "same-day")


def test_what_the_paper_itself_has_just_said_is_not_ended_or_paired_again() -> None:
    cancelled = after(NOVEMBER)[0]._replace(status=Status.CANCELLED)
    revision = revised([cancelled], DECEMBER)
    assert [change.kind for change in revision.kept_changes] == [ChangeKind.ADDED] * 2
