"""Courses of a calendar that chance once found to go wrong, told plainly; see `test_calendar_machine`."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from season import SEASON
from written_papers import YEAR, Item, foreign_calendar, monthly

from calendars.events import Event
from calendars.store import CalendarStore
from calendars.when import Day
from scheduler.database import Database
from scheduler.reminders import Office
from scheduler.service.by_hand import Hand, HandService
from scheduler.service.importing import ImportService
from scheduler.service.keeping import CalendarService
from scheduler.service.planning import Policy
from scheduler.service.query import ListQuery
from scheduler.service.revising import RevisionService
from scheduler.settings import CalendarSettings, Review, Settings

SLUG = "hoi"
POLICY = Policy(office=Office())
PRAISE = "Hội nghị biểu dương điển hình tiên tiến"
EXECUTIVE = "Họp Ban Chấp hành mở rộng"


@dataclass
class Course:
    """A calendar, and what comes upon it minute by minute."""

    database: Database
    settings: Settings
    now: datetime = datetime(YEAR, 9, 25, 2, tzinfo=UTC)
    hand: HandService = field(init=False)
    revising: RevisionService = field(init=False)

    def __post_init__(self) -> None:
        self.hand = HandService(self.database, self.settings, POLICY)
        self.revising = RevisionService(self.database, self.settings, POLICY)

    def imports(self, data: bytes, name: str = "paper.txt") -> None:
        self.now += timedelta(minutes=1)
        ImportService(self.database, self.settings, POLICY).import_file(data, name, now=self.now)

    def paper_of(self, month: int, number: int, *items: Item) -> None:
        self.imports(monthly(month, number, list(items)).encode())

    def takes_back(self, release: int) -> None:
        self.now += timedelta(minutes=1)
        self.revising.undo(release, now=self.now)

    def by_hand(self) -> Hand:
        self.now += timedelta(minutes=1)
        return Hand(by="Hoa", now=self.now)

    def events(self) -> list[Event]:
        with self.database.reading() as connection:
            return CalendarStore(connection).events(SLUG)

    def days(self) -> list[date]:
        """The days on which something takes place, one for each thing."""
        listed = CalendarService(self.database, self.settings).listing(ListQuery(span=SEASON, calendar=SLUG))
        return [one.when.day for one in listed.occurrences if isinstance(one.when, Day)]


@pytest.fixture
def course(sqlite_database: Database, tmp_path: Path) -> Course:
    calendars = (CalendarSettings(slug=SLUG, name="Hội", review=Review.NONE),)
    return Course(
        sqlite_database, Settings(folder=tmp_path, database=sqlite_database.url, calendars=calendars)
    )


def test_what_another_calendar_brings_back_was_changed_when_it_came_back(course: Course) -> None:
    press = {"a@elsewhere": ("Họp báo", date(YEAR, 11, 16), 14)}
    course.imports(foreign_calendar(press), "theirs.ics")
    course.takes_back(1)
    course.takes_back(2)
    [known] = course.events()
    course.takes_back(3)
    course.imports(foreign_calendar(press), "theirs.ics")
    [returned] = course.events()
    assert returned.sequence > known.sequence
    assert returned.revised > known.revised


def test_a_day_that_a_hand_moved_stands_beside_that_of_a_month_told_later(course: Course) -> None:
    course.paper_of(12, 42, Item(EXECUTIVE, "ngày 15 hằng tháng"))
    [meeting] = course.events()
    course.hand.move(meeting.uid, "14h00 ngày 15/11/2026", course.by_hand(), day=date(YEAR, 12, 15))
    course.paper_of(11, 30, Item(EXECUTIVE, "ngày 15 hằng tháng"))
    assert [event.uid for event in course.events()] == [meeting.uid]
    assert course.days() == [date(YEAR, 11, 15), date(YEAR, 11, 15)]


@pytest.mark.parametrize("again", ["Chiều thứ Hai hằng tuần", "Sáng thứ Hai hằng tuần"])
def test_a_month_told_one_way_then_another_and_back_has_each_day_once(course: Course, again: str) -> None:
    course.paper_of(10, 24, Item(PRAISE, "Chiều thứ Hai hằng tuần"))
    course.paper_of(10, 25, Item(PRAISE, "ngày 15 hằng tháng"))
    assert course.days() == [date(YEAR, 10, 15)]
    course.paper_of(10, 43, Item(PRAISE, again))
    assert course.days() == [date(YEAR, 10, day) for day in (5, 12, 19, 26)]
    assert len(course.events()) == 1


def test_what_a_hand_brings_back_stands_beside_what_came_since(course: Course) -> None:
    course.paper_of(10, 84, Item(PRAISE, "14h00, ngày 08/10/2026"))
    course.takes_back(1)
    course.paper_of(10, 33, Item(PRAISE, "Chiều thứ Năm hằng tuần"))
    course.takes_back(2)
    assert course.days().count(date(YEAR, 10, 8)) == 2
    course.paper_of(10, 34, Item(PRAISE, "Chiều thứ Năm hằng tuần"))
    assert len(course.events()) == 2
