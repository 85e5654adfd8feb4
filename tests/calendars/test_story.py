"""A season of an office, paper by paper: after each step the feed's bytes, the sequence numbers, and what changed.

Released through the stores as an import does it, on SQLite; the bytes are those that subscribers fetch.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from papers import paper, when_of
from sample_events import OFFICE

from calendars.changes import Revision
from calendars.events import Event
from calendars.ical.render import render_event
from calendars.programme import Programme
from calendars.releases import Release, ReleaseStore
from calendars.revision import by_hand, compare
from calendars.store import CalendarStore, Rendered
from calendars.times import VIETNAM, month_span
from scheduler.database import Database, connect

SLUG = "hoi-phu-nu"
BEGIN = datetime(2023, 4, 28, 2, tzinfo=UTC)
GIAO_BAN, BIEU_DUONG, DANG_DOAN = (
    "Họp giao ban Thường trực",
    "Hội nghị biểu dương điển hình tiên tiến",
    "Hội nghị Đảng đoàn",
)
MAY = paper(
    "monthly 2023-05 #20/CTr-BTV on 28/4",
    f"{GIAO_BAN}: FRI pm",
    f"{BIEU_DUONG}: ~21/5-31/5",
    f"{DANG_DOAN}: 24/5",
)
NOTICE = paper("notice 2023-05-15 #33/TB-BTV on 15/5", f"> {DANG_DOAN}: 24/5", f"{DANG_DOAN}: 26/5 14:00")
JUNE = paper("monthly 2023-06 #25/CTr-BTV on 30/5", "Giao ban TT: FRI pm", f"{BIEU_DUONG}: 8/6 8:00")


@dataclass
class Office:
    """A calendar, and what its readers fetch."""

    database: Database
    day: int = 0

    def __post_init__(self) -> None:
        with self.database.transaction() as connection:
            CalendarStore(connection).open_calendar(SLUG, BEGIN)

    @property
    def now(self) -> datetime:
        return BEGIN + timedelta(days=self.day)

    def imports(self, programme: Programme) -> Release:
        self.day += 1
        with self.database.transaction() as connection:
            store = CalendarStore(connection)
            store.keep_document(programme.source, b"text", self.now)
            revision = compare(store.events_for(programme, SLUG), programme, calendar=SLUG, now=self.now)
            return ReleaseStore(connection).publish(revision, programme=programme, now=self.now)

    def by_hand(self, revision: Revision) -> Release:
        with self.database.transaction() as connection:
            return ReleaseStore(connection).publish(revision, now=self.now)

    def undoes(self, number: int) -> Release:
        self.day += 1
        with self.database.transaction() as connection:
            return ReleaseStore(connection).undo(number, now=self.now)

    def event(self, title: str) -> Event:
        with self.database.reading() as connection:
            return next(event for event in CalendarStore(connection).events(SLUG) if event.title == title)

    def sequences(self) -> dict[str, int]:
        with self.database.reading() as connection:
            return {event.title: event.sequence for event in CalendarStore(connection).events(SLUG)}

    def feed(self) -> dict[str, bytes]:
        """The bytes by UID, rendered where they are not."""
        with self.database.transaction() as connection:
            store = CalendarStore(connection)
            rendered = [
                Rendered(event.uid, event.sequence, render_event(event, zone=VIETNAM, office_hours=OFFICE))
                for event in store.unrendered(SLUG)
            ]
            store.set_rendered(SLUG, rendered)
            return {one.uid: one.content for one in store.parts(SLUG).ordered}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with connect(f"sqlite:///{tmp_path}/sched.db") as database:
        yield Office(database)


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {uid for uid in before.keys() | after.keys() if before.get(uid) != after.get(uid)}


def test_a_season_of_an_office(office: Office) -> None:
    office.imports(MAY)
    may = office.feed()
    assert office.sequences() == {GIAO_BAN: 0, BIEU_DUONG: 0, DANG_DOAN: 0}

    office.imports(NOTICE)
    noticed = office.feed()
    assert office.sequences() == {GIAO_BAN: 0, BIEU_DUONG: 0, DANG_DOAN: 1}
    assert changed(may, noticed) == {office.event(DANG_DOAN).uid}

    by = by_hand.cancel(office.event(GIAO_BAN), day=date(2023, 5, 26), hand="chị Hoa", now=office.now)
    office.by_hand(by)
    by_chi_hoa = office.feed()
    assert office.sequences() == {GIAO_BAN: 1, BIEU_DUONG: 0, DANG_DOAN: 1}
    assert changed(noticed, by_chi_hoa) == {office.event(GIAO_BAN).uid}

    for programme in (MAY, NOTICE):
        assert office.imports(programme).changes == ()
    assert office.feed() == by_chi_hoa

    office.imports(JUNE)
    june = office.feed()
    assert office.sequences() == {GIAO_BAN: 2, BIEU_DUONG: 1, DANG_DOAN: 1}
    assert changed(by_chi_hoa, june) == {office.event(GIAO_BAN).uid, office.event(BIEU_DUONG).uid}
    assert june.keys() == may.keys()

    office.undoes(6)
    undone = office.feed()
    assert office.sequences() == {GIAO_BAN: 3, BIEU_DUONG: 2, DANG_DOAN: 1}
    for uid in changed(by_chi_hoa, undone):
        assert without_versions(undone[uid]) == without_versions(by_chi_hoa[uid])


def without_versions(content: bytes) -> list[bytes]:
    versions = (b"SEQUENCE:", b"DTSTAMP:", b"LAST-MODIFIED:")
    return [line for line in content.splitlines() if not line.startswith(versions)]


def test_an_unchanged_calendar_gives_the_same_bytes_each_time(office: Office) -> None:
    office.imports(MAY)
    first = office.feed()
    with office.database.transaction() as connection:
        CalendarStore(connection).forget_rendered(SLUG)
    assert office.feed() == first


def test_a_release_taken_back_before_it_was_seen_gives_the_same_bytes(office: Office) -> None:
    office.imports(MAY)
    before = office.feed()
    release = office.imports(NOTICE)
    with office.database.transaction() as connection:
        ReleaseStore(connection).undo(release.number, now=office.now, seen=False)
    assert office.feed() == before


def test_a_meeting_moved_by_hand_stays_there_when_the_month_goes_on(office: Office) -> None:
    office.imports(MAY)
    moved = by_hand.move(
        office.event(DANG_DOAN),
        when_of("30/5", month_span(2023, 5)),
        hand="chị Hoa",
        now=datetime(2023, 5, 20, tzinfo=UTC),
    )
    office.by_hand(moved)
    office.imports(NOTICE)
    assert office.event(DANG_DOAN).when == when_of("30/5", month_span(2023, 5))
