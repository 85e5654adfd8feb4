"""A calendar through whatever may come: papers, notices, hands, reviewers, foreign calendars, undoing, time.

Chance chooses the steps; after each of them what design section 4 promises of a calendar is looked at from outside: in
the feed's bytes, in the list, in the outbox. Long runs: `make fuzz`.
"""

import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from fuzzing import folder_in_memory, fuzzed
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from season import SEASON, Published, Seen, days_told, digest, first_day, told_of, unremarked, unstamped
from telling_office import a_person
from written_papers import FOREIGN, YEAR, days_of, foreign_calendar, notices, programmes, times_of

from calendars.errors import CalendarsError, LaterRelease
from calendars.events import Event, Occurrence, occurrences_between
from calendars.feeds import last_day
from calendars.ical.parse import read_calendar
from calendars.marks import Status
from calendars.releases import ReleaseState, ReleaseStore
from calendars.store import CalendarStore
from calendars.when import Day
from scheduler.channels.channel import Purpose
from scheduler.database import connect
from scheduler.directory import Directory
from scheduler.errors import SchedulerError
from scheduler.outbox import Outbox
from scheduler.reminders import Office, extent_of
from scheduler.service.by_hand import Hand, HandService
from scheduler.service.importing import ImportService
from scheduler.service.keeping import CalendarService
from scheduler.service.planning import HORIZON, Policy, replan_all
from scheduler.service.publishing import FeedService
from scheduler.service.query import ListQuery
from scheduler.service.revising import NEW, RevisionService
from scheduler.settings import CalendarSettings, Review, Settings

OURS, THEIRS = "hoi", "ngoai"
BEGIN = datetime(YEAR, 9, 25, 2, tzinfo=UTC)
POLICY = Policy(office=Office())
HAND = "Hoa"
OUR_ERRORS = (CalendarsError, SchedulerError)
ANY = st.integers(0, 10_000)


@cache
def empty_database() -> bytes:
    """A database in which somebody follows everything."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        with connect(f"sqlite:///{path}") as database, database.transaction() as connection:
            lan = a_person("Lan")
            Directory(connection).add(lan.name, addresses=lan.addresses, follows=lan.follows, now=BEGIN)
        return path.read_bytes()


class CalendarThroughASeason(RuleBasedStateMachine):
    """One office, its own calendar and one that it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = folder_in_memory("season")
        path = self.folder / "sched.db"
        path.write_bytes(empty_database())
        self.database = connect(f"sqlite:///{path}")
        self.now = BEGIN
        self.documents: list[bytes] = []
        self.releases = 0
        self.seen: dict[tuple[str, str], Seen] = {}
        self.before: dict[int, Published] = {}
        self.read: dict[str, bytes] = {}
        self.moved_to: set[date] = set()
        self.apart: set[str] = set()

    @initialize(review=st.sampled_from(Review), text=programmes())
    def open_office(self, review: Review, text: str) -> None:
        calendars = (
            CalendarSettings(slug=OURS, name="Hội", review=review),
            CalendarSettings(slug=THEIRS, name="Nơi khác"),
        )
        chosen = Settings(folder=self.folder, database=self.database.url, calendars=calendars)
        self.importing = ImportService(self.database, chosen, POLICY)
        self.hand = HandService(self.database, chosen, POLICY)
        self.revising = RevisionService(self.database, chosen, POLICY)
        self.keeping = CalendarService(self.database, chosen)
        self.feeds = FeedService(self.database, chosen, lambda: self.now)
        self.a_paper_comes(text)

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder)

    # --- what may come --------------------------------------------------------------------------------------------

    @rule(text=st.one_of(programmes(), programmes(), notices()))
    def another_paper_comes(self, text: str) -> None:
        self.a_paper_comes(text)

    def a_paper_comes(self, text: str) -> None:
        self.documents.append(text.encode())
        moved = re.findall(r"chuyển sang .*ngày (\d+)/(\d+)/(\d+)", text)
        self.moved_to |= {date(int(year), int(month), int(day)) for day, month, year in moved}
        self.imports(text.encode(), "paper.txt", OURS)

    @precondition(lambda self: self.documents)
    @rule(which=ANY)
    def a_paper_comes_again(self, which: int) -> None:
        data = self.documents[which % len(self.documents)]
        known = self.importing.is_known(digest(data), OURS)
        before = self.bytes_of(OURS)
        self.imports(data, "the same.txt", OURS)
        if known:
            assert self.bytes_of(OURS) == before

    @rule(events=FOREIGN)
    def somebody_elses_calendar_comes(self, events: dict[str, tuple[str, date, int]]) -> None:
        data = foreign_calendar(events)
        self.imports(data, "theirs.ics", THEIRS)
        assert not self.preview(data, THEIRS, "theirs.ics")

    @rule(title=st.sampled_from(["Gặp mặt hưu trí", "Sinh hoạt chi bộ"]), told=times_of(11))
    def somebody_types(self, title: str, told: str) -> None:
        self.changes(lambda: self.hand.add(f"{title}: {told}", Hand(by=HAND, now=self.now), calendar=OURS))

    @rule(which=ANY, told=times_of(11))
    def somebody_moves_an_event(self, which: int, told: str) -> None:
        self.by_hand(which, lambda uid: self.hand.move(uid, told, Hand(by=HAND, now=self.now)))

    @rule(which=ANY, what=ANY, to=days_of(11))
    def somebody_moves_one_day(self, which: int, what: int, to: date) -> None:
        if day := self.day_of(which, what):
            told = f"14h00 ngày {to:%d/%m/%Y}"
            self.moved_to.add(to)
            self.by_hand(which, lambda uid: self.hand.move(uid, told, Hand(by=HAND, now=self.now), day=day))

    @rule(which=ANY)
    def somebody_cancels_an_event(self, which: int) -> None:
        self.by_hand(which, lambda uid: self.hand.cancel(uid, Hand(by=HAND, now=self.now)))

    @rule(which=ANY, what=ANY)
    def somebody_cancels_one_day(self, which: int, what: int) -> None:
        if day := self.day_of(which, what):
            self.by_hand(which, lambda uid: self.hand.cancel(uid, Hand(by=HAND, now=self.now), day=day))

    @rule(which=ANY, at=st.none() | days_of(11))
    def somebody_confirms(self, which: int, at: date | None) -> None:
        told = f"ngày {at:%d/%m/%Y}" if at else None
        self.by_hand(which, lambda uid: self.hand.confirm(uid, Hand(by=HAND, now=self.now), at=told))

    @rule(which=ANY, place=st.sampled_from([None, "Phòng họp số 2", "Hội trường"]))
    def somebody_corrects_the_place(self, which: int, place: str | None) -> None:
        self.by_hand(which, lambda uid: self.hand.edit(uid, Hand(by=HAND, now=self.now), location=place))

    @precondition(lambda self: self.revising.proposals())
    @rule(which=ANY, is_new=st.booleans())
    def a_reviewer_accepts(self, which: int, is_new: bool) -> None:
        waiting = self.revising.proposals()
        proposal = waiting[which % len(waiting)]
        answers = [str(candidate["uid"]) for candidate in proposal.candidates]
        answer = NEW if is_new or not answers else answers[which % len(answers)]
        known = {event.uid for event in self.events(OURS)}
        self.changes(lambda: self.revising.accept(proposal.number, now=self.now, by=HAND, answer=answer))
        if answer == NEW:
            self.apart |= {event.uid for event in self.events(OURS)} - known

    @precondition(lambda self: self.revising.proposals())
    @rule(which=ANY)
    def a_reviewer_rejects(self, which: int) -> None:
        waiting = self.revising.proposals()
        self.changes(
            lambda: self.revising.reject(waiting[which % len(waiting)].number, now=self.now, by=HAND)
        )
        assert len(self.revising.proposals()) == len(waiting) - 1

    @precondition(lambda self: self.releases)
    @rule(back=st.integers(0, 3))
    def somebody_takes_a_release_back(self, back: int) -> None:
        number = max(1, self.releases - back)
        with self.database.reading() as connection:
            release = ReleaseStore(connection).release(number)
            later = [
                one for one in ReleaseStore(connection).releases(release.calendar) if one.number > number
            ]
        was = self.before[number]
        is_possible = self.changes(
            lambda: self.revising.undo(number, now=self.now, by=HAND), refusals=(LaterRelease,)
        )
        if is_possible:
            touched = self.touched_by(number)
            self.apart |= touched & self.of_shared_titles()
            stands = self.published(release.calendar)
            # With what it clashes is a matter of the others too, which later releases may have changed.
            assert {uid: unremarked(stands.get(uid, b"")) for uid in touched} == {
                uid: unremarked(was.get(uid, b"")) for uid in touched
            }
        else:
            assert later or release.state is not ReleaseState.PUBLISHED
        if is_possible and not later:
            assert self.published(release.calendar) == was

    @rule(days=st.integers(1, 9))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)
        with self.database.transaction() as connection:
            replan_all(connection, POLICY, self.now)

    # --- what is promised -----------------------------------------------------------------------------------------

    @invariant()
    def sequence_rises_by_one_with_each_change_that_readers_see(self) -> None:
        for slug in (OURS, THEIRS):
            stamped = self.stamped(slug)
            for place, last in self.seen.items():
                # That it was taken off the calendar is a change too, the number of which no reader sees in a feed.
                if place[0] == slug and place[1] not in stamped and last.content:
                    self.seen[place] = replace(last, sequence=last.sequence + 1, content=b"")
            for uid, (sequence, modified, content) in stamped.items():
                known = self.seen.get((slug, uid))
                if known is not None and content == known.content:
                    assert (sequence, modified) >= (known.sequence, known.modified), uid
                elif known is not None:
                    assert sequence == known.sequence + 1, (uid, known, sequence)
                    assert modified >= known.modified, uid
                self.seen[slug, uid] = Seen(sequence, modified, content)

    @invariant()
    def no_event_is_forgotten_but_by_taking_back_what_brought_it(self) -> None:
        for slug in (OURS, THEIRS):
            standing = {event.uid for event in self.events(slug)}
            for lost in {uid for calendar, uid in self.seen if calendar == slug} - standing:
                with self.database.reading() as connection:
                    assert ReleaseStore(connection).history(lost)[-1].after is None

    @invariant()
    def a_meeting_has_one_uid(self) -> None:
        """No two events of one title on one day, but where a hand or a notice has put one beside the other.

        A hand does so too by saying that it is another one, and by bringing back what had been taken off or moved.
        """
        days = Counter(
            (occurrence.title, first_day(occurrence))
            for occurrence in self.listed(OURS)
            if not occurrence.event.origin.hand
            and occurrence.event.uid not in self.apart
            and isinstance(occurrence.when, Day)
            and occurrence.when.day not in self.moved_to
        )
        assert [key for key, count in days.items() if count > 1] == []

    @invariant()
    def what_is_cancelled_is_told_as_cancelled_until_its_time_is_over(self) -> None:
        today = self.now.date()
        for event in self.events(OURS):
            last = last_day(event)
            if event.status is Status.CANCELLED and last is not None and last >= today:
                # Of a standing meeting whose last day had been cancelled before, nothing was left to cancel.
                if not occurrences_between([event._replace(status=Status.CONFIRMED)], SEASON):
                    continue
                assert b"\r\nSTATUS:CANCELLED" in self.published(OURS)[event.uid], event.title

    @invariant()
    def the_feed_can_be_read_and_agrees_with_the_list(self) -> None:
        for slug in (OURS, THEIRS):
            body = self.bytes_of(slug)
            if body != self.read.get(slug):
                found = read_calendar(body, calendar=slug, zone=POLICY.office.zone, now=self.now)
                assert found.issues == ()
                listed = {(one.title, first_day(one)) for one in self.listed(slug)}
                assert days_told(found.events) == listed
                self.read[slug] = body

    @invariant()
    def no_release_is_lost(self) -> None:
        with self.database.reading() as connection:
            numbers = [release.number for release in ReleaseStore(connection).releases()]
        assert numbers == list(range(1, self.releases + 1))

    @invariant()
    def reminders_are_planned_for_what_stands_and_for_nothing_else(self) -> None:
        near = self.now + HORIZON - timedelta(days=2)
        stands = set()
        for occurrence in [*self.listed(OURS), *self.listed(THEIRS)]:
            extent = extent_of(occurrence, POLICY.office)
            if occurrence.status is Status.POSTPONED or extent is None or not self.now < extent[0] < near:
                continue
            stands.add((occurrence.event.uid, occurrence.day, extent[0]))
        with self.database.reading() as connection:
            kept = [one.telling for one in Outbox(connection).find(count=100_000)]
        planned = {
            (one.event, one.day, one.starts)
            for one in kept
            if one.purpose is Purpose.REMINDER and self.now < one.starts < near
        }
        assert planned == stands

    # --- parts ----------------------------------------------------------------------------------------------------

    def imports(self, data: bytes, name: str, slug: str) -> None:
        """A preview, then the import, which does the same."""
        self.now += timedelta(minutes=1)
        shown = self.preview(data, slug, name)
        before = self.published(slug)
        (done,) = self.importing.import_file(data, name, now=self.now, calendar=slug)
        assert told_of(done.revision.kept_changes) == shown
        if done.release is not None:
            self.released(done.release, before)

    def preview(self, data: bytes, slug: str, name: str) -> list[tuple[str, str]]:
        (shown,) = self.importing.import_file(data, name, now=self.now, calendar=slug, keep=False)
        return told_of(shown.revision.kept_changes)

    def by_hand(self, which: int, change: Callable[[str], object]) -> None:
        events = [*self.events(OURS), *self.events(THEIRS)]
        if events:
            uid = events[which % len(events)].uid
            self.changes(lambda: change(uid))

    def changes(
        self, change: Callable[[], object], *, refusals: tuple[type[Exception], ...] = OUR_ERRORS
    ) -> bool:
        """Whether it was done. What is refused, by an error of ours, changes nothing."""
        self.now += timedelta(minutes=1)
        before = {slug: self.published(slug) for slug in (OURS, THEIRS)}
        whole = {slug: self.bytes_of(slug) for slug in before}
        try:
            change()
        except refusals:
            assert {slug: self.bytes_of(slug) for slug in before} == whole
            return False
        with self.database.reading() as connection:
            found = ReleaseStore(connection).releases()
        if len(found) > self.releases:
            self.released(found[-1].number, before[found[-1].calendar])
        return True

    def released(self, number: int, before: Published) -> None:
        self.releases += 1
        assert number == self.releases
        self.before[number] = before

    def day_of(self, which: int, what: int) -> date | None:
        events = [*self.events(OURS), *self.events(THEIRS)]
        if not events:
            return None
        uid = events[which % len(events)].uid
        days = [
            one.day
            for slug in (OURS, THEIRS)
            for one in self.listed(slug)
            if one.event.uid == uid and one.day is not None
        ]
        return days[what % len(days)] if days else None

    def events(self, slug: str) -> list[Event]:
        with self.database.reading() as connection:
            return CalendarStore(connection).events(slug)

    def listed(self, slug: str) -> list[Occurrence]:
        return list(self.keeping.listing(ListQuery(span=SEASON, calendar=slug)).occurrences)

    def of_shared_titles(self) -> set[str]:
        events = self.events(OURS)
        titles = Counter(event.title for event in events)
        return {event.uid for event in events if titles[event.title] > 1}

    def touched_by(self, number: int) -> set[str]:
        with self.database.reading() as connection:
            return {version.uid for version in ReleaseStore(connection).versions(number)}

    def bytes_of(self, slug: str) -> bytes:
        return self.feeds.export(slug).body

    def rendered(self, slug: str) -> dict[str, bytes]:
        with self.database.reading() as connection:
            return {one.uid: one.content for one in CalendarStore(connection).parts(slug).ordered}

    def published(self, slug: str) -> Published:
        self.bytes_of(slug)
        return {uid: unstamped(content) for uid, content in self.rendered(slug).items() if content}

    def stamped(self, slug: str) -> dict[str, tuple[int, datetime, bytes]]:
        contents = {uid: unremarked(content) for uid, content in self.published(slug).items()}
        return {
            event.uid: (event.sequence, event.revised, contents.get(event.uid, b""))
            for event in self.events(slug)
        }


CalendarThroughASeason.TestCase.settings = fuzzed(examples=14, steps=20)
TestCalendarThroughASeason = CalendarThroughASeason.TestCase
