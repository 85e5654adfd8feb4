"""Feeds of one process: what they tell to whom, and what they are joined of."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from calendars.events import Event
from calendars.feed_parts import NO_PARTS
from calendars.feeds import FeedAddress, FeedBytes, NoFeed
from calendars.marks import Category, Status
from calendars.queries import Dialect
from calendars.recurrence import Recurrence
from calendars.store import QUERIES, CalendarStore
from calendars.when import Day, Hours, Repeat, Undated
from scheduler.database import connect
from scheduler.reminders import Office
from scheduler.service.feed_memory import FeedMemory
from scheduler.service.office import OfficeServices, Policy
from scheduler.service.people import NewPerson
from scheduler.service.publishing import FeedService
from scheduler.settings import CalendarSettings, Settings, Visibility

NOW = datetime(2026, 11, 1, 2, tzinfo=UTC)
OPEN, CLOSED = "cong-khai", "noi-bo"
MEETING_DAY = date(2026, 11, 6)
EVERY_FRIDAY = Repeat(Recurrence.from_rrule("FREQ=WEEKLY;BYDAY=FR", first=MEETING_DAY), Hours(start=time(8)))
EVERY_LAST_DAY = Recurrence.from_rrule("FREQ=MONTHLY;BYMONTHDAY=5,31", first=MEETING_DAY)


def meeting(uid: str, calendar: str = OPEN, **fields: object) -> Event:
    plain = Event(
        uid=uid,
        calendar=calendar,
        title=f"Họp {uid}",
        category=Category.MEETING,
        status=Status.CONFIRMED,
        when=Day(MEETING_DAY, Hours(start=time(8))),
        created=NOW,
        revised=NOW,
        chair="Bà Hà",
    )
    return plain._replace(**fields)  # type: ignore[arg-type]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    calendars = (
        CalendarSettings(slug=OPEN, name="Công khai"),
        CalendarSettings(slug=CLOSED, name="Nội bộ", visibility=Visibility.TOKEN),
    )
    return Settings(folder=tmp_path, database=f"sqlite:///{tmp_path}/sched.db", calendars=calendars)


@pytest.fixture
def services(settings: Settings) -> Iterator[OfficeServices]:
    with connect(settings.database) as database:
        yield OfficeServices.over(database, settings, Policy(office=Office()), {}, lambda: NOW)


def keep(services: OfficeServices, *events: Event) -> None:
    with services.serving.database.transaction() as connection:
        store = CalendarStore(connection)
        for event in events:
            store.open_calendar(event.calendar, NOW)
            store.touch(event.calendar, NOW)
        store.keep_events(events)


def feed_of(services: OfficeServices, **person: tuple[str, ...]) -> str:
    added = services.people.add(NewPerson(name="Vân", **person), NOW)  # type: ignore[arg-type]
    token = services.tokens.add_feed(now=NOW, name="Vân", person=added.id)
    body = services.serving.feed(FeedAddress(token=token)).body
    return body.replace(b"\r\n ", b"").decode()


def at_noon(day: date) -> Callable[[], datetime]:
    return lambda: datetime.combine(day, time(12), UTC)


@pytest.mark.parametrize(
    "off",
    [
        pytest.param({"status": Status.CANCELLED, "when": EVERY_FRIDAY}, id="cancelled"),
        pytest.param({"when": Undated(), "postponed_from": EVERY_FRIDAY}, id="postponed"),
        pytest.param(
            {"status": Status.CANCELLED, "when": Repeat(EVERY_LAST_DAY)},
            id="one that no rule of Outlook's says",
        ),
    ],
)
def test_a_series_without_end_that_is_off_leaves_the_feed_when_it_was_drawn_to_its_end(
    settings: Settings, off: dict[str, object]
) -> None:
    """Rule 5.1: until the planned end and some days; drawn it is to the end of the second year ahead (rule 6.5)."""
    shown = {}
    for day in (date(2026, 11, 2), date(2029, 1, 1), date(2029, 1, 20)):
        with connect(settings.database) as database:
            services = OfficeServices.over(database, settings, Policy(office=Office()), {}, at_noon(day))
            keep(services, meeting("giao ban")._replace(**off))  # type: ignore[arg-type]
            body = services.serving.feed(FeedAddress(OPEN)).body
            shown[day] = b"STATUS:CANCELLED" in body
    assert list(shown.values()) == [True, True, False]


def test_a_personal_feed_is_narrowed_to_a_group_and_there_is_none_of_an_unknown_one(
    services: OfficeServices,
) -> None:
    keep(services, meeting("nhân sự"), meeting("giao ban", groups=("Ban Thường vụ",)))
    person = services.people.add(NewPerson(name="Vân", groups=("Ban Thường vụ",), follows=(OPEN,)), NOW)
    token = services.tokens.add_feed(now=NOW, name="Vân", person=person.id)
    body = services.serving.feed(FeedAddress(token=token, group="ban thường vụ")).body.decode()
    assert ("SUMMARY:Họp giao ban" in body, "SUMMARY:Họp nhân sự" in body) == (True, False)
    assert "NAME:Vân – Ban Thường vụ" in body
    assert services.serving.feed_version(FeedAddress(token=token, group="Ban Khác")) is NoFeed.UNKNOWN


def test_a_personal_feed_names_no_event_that_its_reader_does_not_follow(services: OfficeServices) -> None:
    keep(services, meeting("nhân sự", CLOSED), meeting("giao ban", CLOSED, groups=("Ban Thường vụ",)))
    shown = feed_of(services, groups=("Ban Thường vụ",))
    assert "SUMMARY:Họp giao ban" in shown
    assert "nhân sự" not in shown
    assert "⚠" not in shown


def test_a_personal_feed_names_a_clash_among_what_its_reader_follows(services: OfficeServices) -> None:
    both = {"groups": ("Ban Thường vụ",)}
    keep(
        services,
        meeting("nhân sự", CLOSED),
        meeting("giao ban", CLOSED, **both),
        meeting("tổ", CLOSED, **both),
    )
    shown = feed_of(services, groups=("Ban Thường vụ",))
    assert "“Họp tổ”" in shown
    assert "“Họp giao ban”" in shown
    assert "nhân sự" not in shown


def test_whoever_follows_the_whole_calendar_is_told_of_all_clashes(services: OfficeServices) -> None:
    keep(services, meeting("nhân sự", CLOSED), meeting("giao ban", CLOSED))
    assert "“Họp nhân sự”" in feed_of(services, follows=(CLOSED,))


def test_events_of_a_public_calendar_may_be_named_to_everybody(services: OfficeServices) -> None:
    keep(services, meeting("dân phố"), meeting("giao ban", groups=("Ban Thường vụ",)))
    shown = feed_of(services, groups=("Ban Thường vụ",))
    assert "SUMMARY:Họp dân phố" not in shown
    assert "“Họp dân phố”" in shown


def test_a_process_that_holds_parts_gives_the_bytes_and_the_etag_of_one_that_holds_none(
    services: OfficeServices, settings: Settings
) -> None:
    def fresh() -> FeedBytes:
        return FeedService(services.serving.database, settings, lambda: NOW).feed(FeedAddress(OPEN))

    keep(services, *(meeting(uid, chair=uid) for uid in "ABCD"))
    first = services.serving.feed(FeedAddress(OPEN))
    assert first == fresh()
    keep(services, meeting("B", chair="B", sequence=1, when=Day(date(2026, 11, 3))))
    with services.serving.database.transaction() as connection:
        CalendarStore(connection).touch(OPEN, NOW)
        CalendarStore(connection).remove_event(OPEN, "C")
    after = services.serving.feed(FeedAddress(OPEN))
    assert after == fresh()
    assert after.etag != first.etag


def test_what_is_not_rendered_is_found_by_an_index_of_its_own(services: OfficeServices) -> None:
    keep(services, meeting("A"))
    query = QUERIES["unrendered_events"].text(Dialect.SQLITE)
    with closing(sqlite3.connect(services.settings.folder / "sched.db")) as database:
        plan = database.execute(f"EXPLAIN QUERY PLAN {query}", {"calendar": OPEN}).fetchall()
    assert "events_unrendered" in plan[0][3]


def test_what_a_failed_transaction_read_is_not_held(
    services: OfficeServices, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(services, meeting("A"))
    plain = CalendarStore.parts

    def full(self: CalendarStore, *args: object) -> object:
        plain(self, *args)  # type: ignore[arg-type]
        raise OSError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(CalendarStore, "parts", full)
        with pytest.raises(OSError, match="full"):
            services.serving.feed(FeedAddress(OPEN))
    keep(services, meeting("A", title="Họp khác", sequence=1))
    assert "Họp khác" in services.serving.feed(FeedAddress(OPEN)).body.decode()


def test_what_is_held_is_bounded_and_what_was_asked_for_last_stays(services: OfficeServices) -> None:
    keep(services, meeting("A"), meeting("B", CLOSED))
    for slug in (OPEN, CLOSED):
        services.serving.export(slug)
    with services.serving.database.reading() as connection:
        one, other = (CalendarStore(connection).parts(slug) for slug in (OPEN, CLOSED))
    memory = FeedMemory(most=max(one.size, other.size))
    memory.keep(OPEN, one)
    memory.keep(CLOSED, other)
    assert (memory.get(OPEN), memory.get(CLOSED)) == (NO_PARTS, other)
    small = FeedMemory(most=one.size - 1)
    small.keep(OPEN, one)
    assert small.get(OPEN) is NO_PARTS
