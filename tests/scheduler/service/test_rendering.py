"""What is rendered again after a change: the event itself, and those with which it clashes or clashed."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from calendars.changes import Change, ChangeKind, Revision
from calendars.events import Event
from calendars.marks import Category, Status
from calendars.recurrence import Recurrence
from calendars.releases import ReleaseStore
from calendars.revision import by_hand
from calendars.store import CalendarStore
from calendars.when import Day, Hours, Repeat, Window
from scheduler.database import Database, connect
from scheduler.service.rendering import render_changed
from scheduler.settings import CalendarSettings, Settings

SLUG = "vp"
NOW = datetime(2026, 11, 1, 2, tzinfo=UTC)
FRIDAY, MONDAY = date(2026, 11, 6), date(2026, 11, 9)
AT_EIGHT = Hours(start=time(8))


def meeting(uid: str, when: Day | Repeat | Window = Day(FRIDAY, AT_EIGHT), **fields: object) -> Event:  # noqa: B008
    plain = Event(
        uid=uid,
        calendar=SLUG,
        title=f"Họp {uid}",
        category=Category.MEETING,
        status=Status.CONFIRMED,
        when=when,
        created=NOW,
        revised=NOW,
        chair="Bà Hà",
    )
    return plain._replace(**fields)  # type: ignore[arg-type]


class Office:
    """A calendar, and its VEVENTs as a feed would join them."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.settings = Settings(folder=folder, calendars=(CalendarSettings(slug=SLUG, name="Văn phòng"),))
        self.rendered = 0

    def publish(self, revision: Revision) -> int:
        with self.database.transaction() as connection:
            release = ReleaseStore(connection).publish(revision, now=NOW)
            self.rendered = render_changed(connection, self.settings, SLUG)
        return release.number

    def add(self, *events: Event) -> int:
        changes = tuple(Change(kind=ChangeKind.ADDED, before=None, after=event) for event in events)
        return self.publish(Revision(calendar=SLUG, changes=changes))

    def move(self, uid: str, when: Day | Repeat | Window) -> int:
        return self.publish(by_hand.move(self.event(uid), when, hand="Hoa", now=NOW))

    def undo(self, number: int) -> None:
        with self.database.transaction() as connection:
            ReleaseStore(connection).undo(number, now=NOW)
            self.rendered = render_changed(connection, self.settings, SLUG)

    def render_all(self) -> None:
        with self.database.transaction() as connection:
            CalendarStore(connection).forget_rendered(SLUG)
            self.rendered = render_changed(connection, self.settings, SLUG)

    def event(self, uid: str) -> Event:
        with self.database.reading() as connection:
            return CalendarStore(connection).event(uid, SLUG)

    def bytes(self) -> dict[str, bytes]:
        with self.database.reading() as connection:
            return {one.uid: one.content for one in CalendarStore(connection).parts(SLUG).ordered}

    def told(self, uid: str) -> list[str]:
        """The lines of an event's description that tell of clashes."""
        text = self.bytes()[uid].replace(b"\r\n ", b"").decode()
        description = next(line for line in text.split("\r\n") if line.startswith("DESCRIPTION"))
        lines = description.partition(":")[2].replace("\\,", ",").split("\\n")
        return [line for line in lines if line.startswith("⚠")]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with connect(f"sqlite:///{tmp_path}/sched.db") as database:
        yield Office(database, tmp_path)


def test_each_of_two_that_clash_names_the_other(office: Office) -> None:
    office.add(meeting("A"), meeting("B"), meeting("C", Day(MONDAY, AT_EIGHT)))
    assert office.told("A") == ["⚠ Trùng lịch 06/11/2026: “Họp B” (cùng người chủ trì: Bà Hà)"]
    assert office.told("B") == ["⚠ Trùng lịch 06/11/2026: “Họp A” (cùng người chủ trì: Bà Hà)"]
    assert office.told("C") == []


def test_what_only_may_clash_says_so_and_a_series_names_its_days(office: Office) -> None:
    fridays = Recurrence.from_rrule("FREQ=WEEKLY;BYDAY=FR", first=FRIDAY, until=date(2026, 11, 27))
    office.add(meeting("tuần", Repeat(fridays)), meeting("A"), meeting("khác", Repeat(fridays, AT_EIGHT)))
    one_day, all_days = office.told("tuần")
    assert one_day == "⚠ Có thể trùng lịch 06/11/2026: “Họp A” (cùng người chủ trì: Bà Hà)"
    assert all_days.startswith(
        "⚠ Có thể trùng lịch 06/11/2026, 13/11/2026, 20/11/2026, 27/11/2026: “Họp khác” ("
    )


def test_a_meeting_on_a_public_holiday_says_so(office: Office) -> None:
    office.add(meeting("A", Day(date(2026, 9, 2), AT_EIGHT)))
    assert office.told("A") == ["⚠ Rơi vào ngày nghỉ: 02/09/2026"]


def test_a_new_clash_renders_both_parties_and_nobody_else(office: Office) -> None:
    office.add(*(meeting(uid, Day(MONDAY + timedelta(days=n), AT_EIGHT)) for n, uid in enumerate("ABCDE")))
    before = office.bytes()
    office.move("A", Day(MONDAY + timedelta(days=1), AT_EIGHT))
    after = office.bytes()
    assert office.rendered == 2
    assert {uid for uid in before if before[uid] != after[uid]} == {"A", "B"}
    # Nothing about the other meeting has changed but what its description says of ours.
    assert office.event("B").sequence == 0
    assert b"SEQUENCE:0" in after["B"]


def test_a_clash_that_is_over_is_no_longer_told(office: Office) -> None:
    office.add(meeting("A"))
    alone = office.bytes()["A"]
    number = office.add(meeting("B"))
    assert office.told("A")
    office.undo(number)
    assert office.bytes() == {"A": alone}
    office.add(meeting("C"))
    office.publish(by_hand.cancel(office.event("C"), hand="Hoa", now=NOW))
    assert office.bytes()["A"] == alone


def test_another_title_is_told_by_the_other_party(office: Office) -> None:
    office.add(meeting("A"), meeting("B"))
    office.publish(by_hand.edit(office.event("B"), hand="Hoa", now=NOW, title="Họp chi bộ"))
    assert "“Họp chi bộ”" in office.told("A")[0]
    office.publish(by_hand.edit(office.event("B"), hand="Hoa", now=NOW, note="mang theo tài liệu"))
    assert office.rendered == 1


def test_of_many_clashes_the_first_are_told_and_the_others_counted(office: Office) -> None:
    office.add(*(meeting(f"{number:02}") for number in range(20)))
    told = office.told("00")
    assert (len(told), told[-1]) == (6, "⚠ Còn trùng với 14 việc khác")


def test_bytes_do_not_depend_on_the_order_of_changes(office: Office) -> None:
    chance = random.Random(5)
    fridays = Recurrence.from_rrule("FREQ=WEEKLY;BYDAY=FR", first=FRIDAY)

    def some_time() -> Day | Repeat | Window:
        day = FRIDAY + timedelta(days=chance.randrange(12))
        hours = chance.choice((Hours(), AT_EIGHT, Hours(start=time(14))))
        kind = chance.randrange(6)
        return Repeat(fridays, hours) if kind == 0 else Window(day, day) if kind == 1 else Day(day, hours)

    office.add(*(meeting(f"{number}", some_time()) for number in range(12)))
    releases: list[int] = []
    for _ in range(25):
        if releases and chance.random() < 0.3:
            office.undo(releases.pop())
        else:
            releases.append(office.move(str(chance.randrange(12)), some_time()))
    gradually = office.bytes()
    office.render_all()
    assert office.bytes() == gradually
