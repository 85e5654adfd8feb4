"""What the calendar's stores promise, on SQLite and on PostgreSQL alike."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from papers import paper
from sample_events import FRIDAYS, PROGRAMME, event

from calendars.changes import split_for_review
from calendars.errors import LaterRelease, UnknownEvent, UnknownProposal, UnknownRelease
from calendars.events import Event, Origin, Override, spoken_of
from calendars.feed_parts import FeedParts
from calendars.marks import Category, Issue, Passage, Status
from calendars.programme import Programme, Source
from calendars.proposals import ProposalStore
from calendars.queries import Connection, Query
from calendars.records import content_of
from calendars.releases import Release, ReleaseState, ReleaseStore
from calendars.revision import compare
from calendars.store import QUERIES, CalendarState, CalendarStore, Rendered, remembering
from calendars.times import DaySpan, month_span
from calendars.when import Day, Repeat, Span, Undated, When, Window
from scheduler.database import Database, connect

NOW = datetime(2023, 10, 30, 8, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=3)
SLUG = "hoi-phu-nu"
NOVEMBER = month_span(2023, 11)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    on_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/sched.db" if on_sqlite else request.getfixturevalue("postgres_url")
    with connect(url) as opened:
        yield opened


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.transaction() as opened:
        CalendarStore(opened).open_calendar(SLUG, NOW)
        yield opened


def imported(connection: Connection, programme: Programme, now: datetime = NOW) -> Release:
    """The release that importing a programme makes."""
    store = CalendarStore(connection)
    store.open_calendar(SLUG, now)
    store.keep_document(programme.source, b"text", now)
    revision = compare(store.events_for(programme, SLUG), programme, calendar=SLUG, now=now)
    return ReleaseStore(connection).publish(revision, programme=programme, now=now, approved_by="chi Hoa")


def titles(events: list[Event]) -> list[str]:
    return sorted(event.title for event in events)


def test_reader_that_remembers_makes_an_event_once_and_anew_when_its_row_changes(connection: Connection):
    store, read = CalendarStore(connection), remembering(10)
    store.keep_events([event(Day(date(2023, 11, 3)), calendar=SLUG)])
    [first] = store.events_between(NOVEMBER, calendar=SLUG, read=read)
    [again] = store.events_between(NOVEMBER, calendar=SLUG, read=read)
    assert first == store.event(first.uid)
    assert again is first
    store.keep_events([first._replace(groups=("Ban Thường vụ",))])
    [changed] = store.events_between(NOVEMBER, calendar=SLUG, read=read)
    assert changed.groups == ("Ban Thường vụ",)


NOVEMBER_PAPER = paper(
    "monthly 2023-11 #41/CTr-BTV on 30/10",
    "Họp giao ban Thường trực: FRI pm",
    "Hội nghị sơ kết Đề án 939: ~11/11-20/11",
    "Hội nghị Đảng đoàn: 24/11 8:00 @Phòng họp số 2 /Chủ tịch",
)
CLOSING_NOTICE = paper(
    "notice 2023-11-08 #12/TB on 8/11", "Hội nghị sơ kết Đề án 939: 16/11 8:00 @Hội trường"
)


# events


def test_what_is_kept_is_read_back_field_for_field(connection: Connection) -> None:
    whole = event(
        Repeat(FRIDAYS),
        calendar=SLUG,
        sequence=4,
        location="Phòng họp số 2",
        chair="Chủ tịch",
        attendees="Thường trực",
        prepared_by="Văn phòng",
        note="mang theo báo cáo",
        origin=PROGRAMME._replace(hand="chi Hoa", as_of=date(2023, 10, 30)),
        overrides=(
            Override(day=date(2023, 11, 10), when=None),
            Override(
                day=date(2023, 11, 17), when=Day(date(2023, 11, 16)), title="Họp sớm", location="Tầng 3"
            ),
        ),
        confidence=0.7,
        issues=(Issue("weekday-conflict", "thứ Năm, ngày 24/11/2023 is a Friday", Passage("x", 3, 1, "B2")),),
        groups=("thuong-truc",),
        ended=date(2023, 11, 24),
    )
    store = CalendarStore(connection)
    store.keep_events([whole])
    assert store.event(whole.uid) == whole


@pytest.mark.parametrize(
    ("when", "is_found"),
    [
        (Day(date(2023, 11, 30)), True),
        (Day(date(2023, 12, 1)), False),
        (Window(date(2023, 10, 25), date(2023, 11, 1)), True),
        (Span(date(2023, 1, 1), date(2023, 12, 31)), True),
        (Span(date(2023, 11, 5), None), True),
        (Span(date(2023, 10, 5), None), False),
        (Repeat(FRIDAYS), True),
        (Repeat(FRIDAYS._replace(first=date(2019, 1, 4), until=None)), True),
        (Repeat(FRIDAYS._replace(until=date(2023, 11, 3), first=date(2023, 10, 6))), True),
        (Repeat(FRIDAYS._replace(first=date(2023, 12, 1), until=None)), False),
        (Undated(), False),
    ],
)
def test_a_month_holds_what_can_touch_its_days(connection: Connection, when: When, is_found: bool) -> None:
    store = CalendarStore(connection)
    kept = event(when, calendar=SLUG)
    store.keep_events([kept])
    assert store.events_between(NOVEMBER) == ([kept] if is_found else [])


def test_an_occurrence_moved_out_of_its_series_is_found_where_it_went(connection: Connection) -> None:
    store = CalendarStore(connection)
    moved = Override(day=date(2023, 11, 24), when=Day(date(2023, 12, 20)))
    store.keep_events([event(Repeat(FRIDAYS), calendar=SLUG, overrides=(moved,))])
    assert len(store.events_between(month_span(2023, 12))) == 1


def test_a_month_is_narrowed_by_calendar_category_and_status(connection: Connection) -> None:
    store = CalendarStore(connection)
    store.open_calendar("other", NOW)
    meeting = event(Day(date(2023, 11, 9)), calendar=SLUG, uid="1")
    feast = meeting._replace(uid="2", category=Category.OBSERVANCE)
    doubtful = meeting._replace(uid="3", status=Status.TENTATIVE)
    elsewhere = meeting._replace(uid="4", calendar="other")
    store.keep_events([meeting, feast, doubtful, elsewhere])
    found = {
        "calendar": store.events_between(NOVEMBER, calendar="other"),
        "category": store.events_between(NOVEMBER, category=Category.OBSERVANCE),
        "status": store.events_between(NOVEMBER, status=Status.TENTATIVE),
    }
    assert found == {"calendar": [elsewhere], "category": [feast], "status": [doubtful]}


def test_undated_events_are_listed_apart(connection: Connection) -> None:
    store = CalendarStore(connection)
    undated = event(Undated(), calendar=SLUG)
    store.keep_events([undated, event(Day(date(2023, 11, 9)), calendar=SLUG, uid="2")])
    assert store.undated(SLUG) == [undated]


def test_an_unknown_event_is_an_error_that_names_it(connection: Connection) -> None:
    with pytest.raises(UnknownEvent, match="there is no event nowhere"):
        CalendarStore(connection).event("nowhere")


def test_the_years_in_which_a_month_holds_something_are_known(connection: Connection) -> None:
    store = CalendarStore(connection)
    days = (date(2021, 11, 3), date(2023, 11, 3), date(2023, 11, 5), date(2022, 12, 1))
    store.keep_events([event(Day(day), calendar=SLUG, uid=str(day)) for day in days])
    assert store.busy_years(11) == [2021, 2023]


def test_a_month_is_found_by_an_index(tmp_path: Path) -> None:
    plan = Query("plan", "EXPLAIN QUERY PLAN " + QUERIES["events_between"].common, {})
    params = dict.fromkeys(("first", "last", "reach"), "2023-11-01")
    nothing = dict.fromkeys(("calendar", "category", "status"))
    with connect(f"sqlite:///{tmp_path}/sched.db") as database, database.reading() as opened:
        steps = " ".join(str(row[-1]) for row in opened.execute(plan, params | nothing))
    assert steps.count("USING INDEX events_by_extent") == 2
    assert "SCAN events" not in steps


# documents


def test_the_same_bytes_are_kept_once(connection: Connection) -> None:
    store = CalendarStore(connection)
    source = Source(name="thang-11.txt", sha256="ab" * 32, media_type="text/plain", pages=3)
    assert [store.keep_document(source, b"text", NOW), store.keep_document(source, b"text", LATER)] == [
        True,
        False,
    ]
    kept = store.document(source.sha256)
    assert kept is not None
    assert (kept.source, kept.received, kept.content) == (source, NOW, b"text")


# releases


def test_an_import_is_a_release_with_its_document_its_changes_and_who_approved_it(
    connection: Connection,
) -> None:
    release = imported(connection, NOVEMBER_PAPER)
    assert (release.number, release.calendar, release.state) == (1, SLUG, ReleaseState.PUBLISHED)
    assert (release.document, release.document_name) == (NOVEMBER_PAPER.source.sha256, "monthly.txt")
    assert (release.made, release.approved_by) == (NOW, "chi Hoa")
    assert [(line["kind"], line["title"]) for line in release.changes] == [
        ("added", "Họp giao ban Thường trực"),
        ("added", "Hội nghị sơ kết Đề án 939"),
        ("added", "Hội nghị Đảng đoàn"),
    ]
    assert ReleaseStore(connection).of_document(NOVEMBER_PAPER.source.sha256, SLUG) == [release]


def test_importing_the_same_document_again_changes_nothing(connection: Connection) -> None:
    imported(connection, NOVEMBER_PAPER)
    store = CalendarStore(connection)
    before, state = store.events(), store.state_of(SLUG)
    again = compare(store.events_for(NOVEMBER_PAPER, SLUG), NOVEMBER_PAPER, calendar=SLUG, now=LATER)
    assert again.is_empty
    ReleaseStore(connection).publish(again, now=LATER)
    assert (store.events(), store.state_of(SLUG)) == (before, state)


def test_the_state_of_a_calendar_rises_with_each_release_that_changes_it(connection: Connection) -> None:
    store = CalendarStore(connection)
    states = [store.state_of(SLUG)]
    for programme, now in ((NOVEMBER_PAPER, NOW), (CLOSING_NOTICE, LATER)):
        imported(connection, programme, now)
        states.append(store.state_of(SLUG))
    assert states == [CalendarState(SLUG, 0, NOW), CalendarState(SLUG, 1, NOW), CalendarState(SLUG, 2, LATER)]


def test_every_past_state_of_an_event_is_kept(connection: Connection) -> None:
    imported(connection, NOVEMBER_PAPER)
    store = CalendarStore(connection)
    window = next(e for e in store.events() if isinstance(e.when, Window))
    imported(connection, CLOSING_NOTICE, LATER)
    closed = store.event(window.uid)
    history = [(v.release, v.before, v.after) for v in ReleaseStore(connection).history(window.uid)]
    assert history == [(1, None, window), (2, window, closed)]
    assert (closed.sequence, closed.revised, closed.location) == (1, LATER, "Hội trường")


def test_undoing_restores_the_contents_under_a_higher_sequence_number(connection: Connection) -> None:
    imported(connection, NOVEMBER_PAPER)
    store, releases = CalendarStore(connection), ReleaseStore(connection)
    before = store.events()
    imported(connection, CLOSING_NOTICE, LATER)
    undoing = releases.undo(2, now=LATER + timedelta(hours=1), by="chi Hoa")
    assert (undoing.undoes, releases.release(2).state) == (2, ReleaseState.UNDONE)
    assert [content_of(e) for e in store.events()] == [content_of(e) for e in before]
    window = next(e for e in store.events() if isinstance(e.when, Window))
    assert (window.sequence, window.revised) == (2, LATER + timedelta(hours=1))


def test_undoing_what_nobody_has_seen_restores_the_very_same_events(connection: Connection) -> None:
    imported(connection, NOVEMBER_PAPER)
    before = CalendarStore(connection).events()
    imported(connection, CLOSING_NOTICE, LATER)
    ReleaseStore(connection).undo(2, now=LATER, seen=False)
    assert CalendarStore(connection).events() == before


def test_events_that_an_undone_release_added_are_off_and_return_with_a_higher_number(
    connection: Connection,
) -> None:
    imported(connection, NOVEMBER_PAPER)
    store = CalendarStore(connection)
    uids = {e.uid for e in store.events()}
    ReleaseStore(connection).undo(1, now=LATER)
    assert store.events() == []
    imported(connection, NOVEMBER_PAPER, LATER)
    # Taking them off was told under 1.
    assert {e.uid: e.sequence for e in store.events()} == dict.fromkeys(uids, 2)


def test_an_undoing_can_itself_be_undone(connection: Connection) -> None:
    imported(connection, NOVEMBER_PAPER)
    store, releases = CalendarStore(connection), ReleaseStore(connection)
    before = store.events()
    releases.undo(1, now=LATER)
    releases.undo(2, now=LATER)
    assert [content_of(e) for e in store.events()] == [content_of(e) for e in before]
    assert {e.sequence for e in store.events()} == {2}


def test_a_release_on_which_a_later_one_builds_cannot_be_undone(connection: Connection) -> None:
    imported(connection, NOVEMBER_PAPER)
    imported(connection, CLOSING_NOTICE, LATER)
    with pytest.raises(LaterRelease, match="release 2 has changed 'Hội nghị sơ kết Đề án 939' since"):
        ReleaseStore(connection).undo(1, now=LATER)


def test_a_release_is_undone_once(connection: Connection) -> None:
    imported(connection, NOVEMBER_PAPER)
    ReleaseStore(connection).undo(1, now=LATER)
    with pytest.raises(LaterRelease, match="taken back already"):
        ReleaseStore(connection).undo(1, now=LATER)


def test_an_unknown_release_is_an_error_that_says_where_to_look(connection: Connection) -> None:
    with pytest.raises(UnknownRelease, match="there is no release 9; `sched changes`"):
        ReleaseStore(connection).undo(9, now=NOW)


def test_releases_are_listed_from_an_instant_on(connection: Connection) -> None:
    imported(connection, NOVEMBER_PAPER)
    imported(connection, CLOSING_NOTICE, LATER)
    found = ReleaseStore(connection).releases(SLUG, since=LATER)
    assert [release.number for release in found] == [2]


# what waits for a person


def test_what_is_unsure_waits_and_what_is_sure_is_published(connection: Connection) -> None:
    programme = paper(
        "monthly 2023-11", "Họp giao ban: FRI", "Hội nghị tổng kết năm 2023: 24/11 +weekday-conflict"
    )
    store, releases = CalendarStore(connection), ReleaseStore(connection)
    store.keep_document(programme.source, b"text", NOW)
    revision, waiting = split_for_review(compare([], programme, calendar=SLUG, now=NOW), "unsure")
    releases.publish(revision, programme=programme, now=NOW)
    (proposal,) = ProposalStore(connection).hold(revision, waiting, programme=programme, now=NOW)
    assert titles(store.events()) == ["Họp giao ban"]
    assert proposal.entries == (programme.entries[1],)
    assert proposal.reason == "weekday-conflict: made for a test"
    assert ProposalStore(connection).proposals(SLUG) == [proposal]
    assert (proposal.programme.period, proposal.programme.source) == (programme.period, programme.source)


def test_an_accepted_entry_is_compared_again_and_published(connection: Connection) -> None:
    programme = paper("monthly 2023-11", "Hội nghị tổng kết năm 2023: 24/11 +weekday-conflict")
    store, releases = CalendarStore(connection), ReleaseStore(connection)
    store.keep_document(programme.source, b"text", NOW)
    revision, waiting = split_for_review(compare([], programme, calendar=SLUG, now=NOW), "unsure")
    (proposal,) = ProposalStore(connection).hold(revision, waiting, programme=programme, now=NOW)
    accepted = compare(store.events(), proposal.programme, calendar=SLUG, now=LATER, whole=False)
    release = releases.publish(accepted, programme=proposal.programme, now=LATER)
    assert ProposalStore(connection).settle(
        proposal.number, accepted=True, now=LATER, by="chi Hoa", release=release.number
    )
    assert titles(store.events()) == ["Hội nghị tổng kết năm 2023"]
    assert ProposalStore(connection).proposals(SLUG) == []
    assert ProposalStore(connection).proposal(proposal.number).settled_by == "chi Hoa"


def test_a_proposal_is_settled_once(connection: Connection) -> None:
    programme = paper("monthly 2023-11", "Họp: 24/11")
    store = CalendarStore(connection)
    store.keep_document(programme.source, b"text", NOW)
    revision, waiting = split_for_review(compare([], programme, calendar=SLUG, now=NOW), "required")
    (proposal,) = ProposalStore(connection).hold(revision, waiting, programme=programme, now=NOW)
    outcomes = [
        ProposalStore(connection).settle(proposal.number, accepted=False, now=NOW, by=name)
        for name in ("A", "B")
    ]
    assert outcomes == [True, False]
    assert ProposalStore(connection).proposal(proposal.number).settled_by == "A"


ASKED = "Hội nghị tổng kết năm 2023: 24/11 +weekday-conflict"


def held(connection: Connection, *items: str, number: str) -> list[int]:
    """The numbers of what waits of a paper with these items."""
    programme = paper(f"monthly 2023-11 #{number}", *items)
    CalendarStore(connection).keep_document(programme.source, b"text", NOW)
    revision, waiting = split_for_review(compare([], programme, calendar=SLUG, now=NOW), "unsure")
    kept = ProposalStore(connection).hold(revision, waiting, programme=programme, now=NOW)
    return [proposal.number for proposal in kept]


def waiting_numbers(connection: Connection) -> list[int]:
    return [proposal.number for proposal in ProposalStore(connection).proposals(SLUG)]


def test_what_two_papers_ask_is_asked_once_and_answered_for_both(connection: Connection) -> None:
    [first] = held(connection, ASKED, number="1/A")
    second, other = held(connection, ASKED, ASKED.replace("24/11", "25/11"), number="1 /A")
    assert waiting_numbers(connection) == [second, other]
    store = ProposalStore(connection)
    assert store.settle(first, accepted=False, by="A", now=LATER)
    assert not store.settle(second, accepted=True, by="B", now=LATER)
    assert [store.proposal(number).settled_by for number in (first, second)] == ["A", "A"]
    assert waiting_numbers(connection) == [other]


def test_what_one_of_two_papers_asks_stays_when_the_other_is_taken_back(connection: Connection) -> None:
    [first] = held(connection, ASKED, number="1/A")
    [second] = held(connection, ASKED, number="2/A")
    store = ProposalStore(connection)
    store.withdraw(store.proposal(second).programme.source.sha256, SLUG, now=LATER)
    assert waiting_numbers(connection) == [first]


def test_an_answer_that_is_taken_back_is_asked_for_again_until_that_is_taken_back_too(
    connection: Connection,
) -> None:
    [number] = held(connection, ASKED, number="1/A")
    release = imported(connection, NOVEMBER_PAPER).number
    store = ProposalStore(connection)
    store.settle(number, accepted=True, by="A", now=NOW, release=release)
    store.reopen(release)
    asked = store.proposal(number)
    assert (asked.state, asked.settled, asked.settled_by) == ("waiting", None, None)
    again = imported(connection, CLOSING_NOTICE, LATER).number
    store.close_again(release, release=again, by="B", now=LATER)
    given = store.proposal(number)
    assert (given.state, given.settled_by, given.release) == ("accepted", "B", again)


def test_what_was_left_off_is_not_asked_again_by_an_undoing(connection: Connection) -> None:
    [number] = held(connection, ASKED, number="1/A")
    store = ProposalStore(connection)
    store.settle(number, accepted=False, by="A", now=NOW)
    store.reopen(imported(connection, NOVEMBER_PAPER).number)
    assert waiting_numbers(connection) == []


def test_an_unknown_proposal_is_an_error(connection: Connection) -> None:
    with pytest.raises(UnknownProposal, match="nothing with the number 5 waits"):
        ProposalStore(connection).proposal(5)


# rendered bytes


def test_only_changed_events_are_rendered_again(connection: Connection) -> None:
    imported(connection, NOVEMBER_PAPER)
    store = CalendarStore(connection)
    assert len(store.unrendered(SLUG)) == 3
    store.set_rendered(SLUG, [Rendered(e.uid, e.sequence, e.title.encode()) for e in store.unrendered(SLUG)])
    assert store.unrendered(SLUG) == []
    imported(connection, CLOSING_NOTICE, LATER)
    assert titles(store.unrendered(SLUG)) == ["Hội nghị sơ kết Đề án 939"]


def test_bytes_of_a_sequence_number_that_is_past_are_not_kept(connection: Connection) -> None:
    imported(connection, NOVEMBER_PAPER)
    store = CalendarStore(connection)
    stale = next(e for e in store.events() if isinstance(e.when, Window))
    imported(connection, CLOSING_NOTICE, LATER)
    store.set_rendered(SLUG, [Rendered(stale.uid, stale.sequence, b"old")])
    assert stale.uid in {e.uid for e in store.unrendered(SLUG)}


def test_a_feed_is_the_bytes_in_order_of_first_day(connection: Connection) -> None:
    imported(connection, NOVEMBER_PAPER)
    store = CalendarStore(connection)
    store.set_rendered(SLUG, [Rendered(e.uid, e.sequence, e.title.encode()) for e in store.events()])
    assert [part.content.decode() for part in store.parts(SLUG).ordered] == [
        "Họp giao ban Thường trực",
        "Hội nghị sơ kết Đề án 939",
        "Hội nghị Đảng đoàn",
    ]


def test_a_feed_may_leave_out_what_is_long_over_and_sooner_what_was_cancelled(connection: Connection) -> None:
    store = CalendarStore(connection)
    held = event(Day(date(2023, 11, 9)), calendar=SLUG, uid="held")
    dropped = held._replace(uid="dropped", status=Status.CANCELLED)
    old = event(Day(date(2022, 11, 9)), calendar=SLUG, uid="old")
    store.keep_events([held, dropped, old])
    store.set_rendered(SLUG, [Rendered(e.uid, 0, b"x") for e in (held, dropped, old)])
    found = store.parts(SLUG).chosen(since=date(2023, 1, 1), cancelled_since=date(2023, 11, 10))
    assert [part.uid for part in found] == ["held"]


def rendered_as(store: CalendarStore, **contents: bytes) -> None:
    store.set_rendered(SLUG, [Rendered(uid, 0, content) for uid, content in contents.items()])


@pytest.fixture
def three(connection: Connection) -> CalendarStore:
    store = CalendarStore(connection)
    store.open_calendar(SLUG, NOW)
    days = {"a": date(2023, 11, 7), "b": date(2023, 11, 8), "c": date(2023, 11, 9)}
    store.keep_events(event(Day(day), calendar=SLUG, uid=uid) for uid, day in days.items())
    rendered_as(store, a=b"A", b=b"B", c=b"C")
    return store


def contents(parts: FeedParts) -> list[bytes]:
    return [part.content for part in parts.ordered]


def test_who_holds_the_parts_is_given_what_was_rendered_since(three: CalendarStore) -> None:
    held = three.parts(SLUG)
    assert three.parts(SLUG, held) is held
    three.keep_events([event(Day(date(2023, 11, 10)), calendar=SLUG, uid="a")])
    rendered_as(three, a=b"later")
    renewed = three.parts(SLUG, held)
    assert contents(renewed) == [b"B", b"C", b"later"]
    assert renewed == three.parts(SLUG)
    assert renewed.by_uid["b"] is held.by_uid["b"]


def test_what_was_taken_off_is_no_longer_among_the_parts(three: CalendarStore) -> None:
    held = three.parts(SLUG)
    three.remove_event(SLUG, "a")
    assert contents(three.parts(SLUG, held)) == [b"B", b"C"]
    three.keep_events([event(Day(date(2023, 11, 7)), calendar=SLUG, uid="d")])
    rendered_as(three, d=b"D")
    # As many as were held, but others.
    assert contents(three.parts(SLUG, held)) == [b"D", b"B", b"C"]


def test_parts_held_of_another_database_count_for_nothing(three: CalendarStore) -> None:
    held = three.parts(SLUG)
    foreign = FeedParts(held.mark + 1, held.ordered[:1], {}, 0)
    assert three.parts(SLUG, foreign) == held


# what a comparison needs to see


def test_a_programme_is_shown_the_events_near_its_days(connection: Connection) -> None:
    store = CalendarStore(connection)
    days = {"long ago": date(2022, 11, 9), "last month": date(2023, 10, 20), "next month": date(2023, 12, 5)}
    store.keep_events([event(Day(day), calendar=SLUG, uid=name) for name, day in days.items()])
    store.keep_events([event(Undated(), calendar=SLUG, uid="open")])
    seen = {e.uid for e in store.events_for(NOVEMBER_PAPER, SLUG)}
    assert seen == {"last month", "next month", "open"}


def test_a_programme_is_shown_the_events_of_the_document_that_it_replaces(connection: Connection) -> None:
    store = CalendarStore(connection)
    old = event(Day(date(2022, 1, 9)), calendar=SLUG, origin=Origin(number="41/CTr-BTV"))
    store.keep_events([old])
    replacing = paper("monthly 2023-11 on 30/10 for #41/CTr-BTV", "Họp: 24/11")
    assert store.events_for(replacing, SLUG) == [old]


def test_days_of_a_programme_are_those_of_its_period() -> None:
    assert spoken_of(NOVEMBER_PAPER) == DaySpan(date(2023, 10, 30), date(2023, 11, 30))
