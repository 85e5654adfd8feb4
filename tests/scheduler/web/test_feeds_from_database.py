"""Feeds out of a real database: a poll reads no event, a change is seen at once and renders that event alone."""

import sqlite3
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar
from sample_events import AFTERNOON, FRIDAYS, event
from starlette.testclient import TestClient

from calendars.feeds import colour_of
from calendars.ical import vevent
from calendars.marks import Status
from calendars.store import CalendarStore
from calendars.when import Day, Hours, Repeat
from scheduler.database import connect
from scheduler.service.health import ServingService
from scheduler.settings import CalendarSettings, GroupSettings, Settings, Visibility
from scheduler.web.app import create_app

NOW = datetime(2023, 11, 1, 2, 0, tzinfo=UTC)
URL = "/feeds/van-phong.ics"
EVENTS = [
    event(Repeat(FRIDAYS, AFTERNOON), uid="giaoban@sched"),
    event(Day(date(2023, 11, 20), Hours(time(8), time(10))), uid="soket@sched", title="Hội nghị sơ kết"),
    event(Day(date(2023, 5, 20)), uid="cu@sched", title="Việc đã qua"),
    event(Day(date(2023, 10, 2)), uid="huy@sched", title="Đã hủy lâu", status=Status.CANCELLED),
]


class Office:
    """A database, its service and a client; `now` is the present."""

    def __init__(self, folder) -> None:
        self.now = NOW
        self.file = folder / "office.db"
        settings = Settings(
            folder=folder,
            database=f"sqlite:///{self.file}",
            calendars=(
                CalendarSettings(slug="van-phong", name="Văn phòng"),
                CalendarSettings(slug="rieng", name="Riêng", visibility=Visibility.PRIVATE),
            ),
            groups=(GroupSettings("Ban Tổ chức", ("BTC",)),),
        )
        self.database = connect(settings.database)
        self.keep(EVENTS)
        self.service = ServingService(self.database, settings, lambda: self.now)
        self.client = TestClient(create_app(self.service))

    def keep(self, events) -> None:
        with self.database.transaction() as connection:
            store = CalendarStore(connection)
            for slug in ("van-phong", "rieng"):
                store.open_calendar(slug, self.now)
            store.touch("van-phong", self.now)
            store.keep_events(events)

    def titles(self) -> list[str]:
        return [str(c["SUMMARY"]) for c in Calendar.from_ical(self.client.get(URL).content).walk("VEVENT")]


@pytest.fixture
def office(tmp_path):
    found = Office(tmp_path)
    with found.client:
        yield found
    found.database.close()


def test_a_feed_shows_the_calendar_in_the_order_of_its_days(office):
    assert office.titles() == ["Việc đã qua", "Họp giao ban", "Hội nghị sơ kết"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"category": "meeting"}, "Văn phòng – Cuộc họp"),
        ({"group": "btc"}, "Văn phòng – Ban Tổ chức"),
        ({"group": "Ban Tổ chức", "category": "deadline"}, "Văn phòng – Ban Tổ chức – Thời hạn"),
    ],
)
def test_a_part_of_a_calendar_says_in_its_name_which(office, query, name):
    calendar = Calendar.from_ical(office.client.get(URL, params=query).content)
    assert (str(calendar["NAME"]), str(calendar["X-WR-CALNAME"])) == (name, name)


def test_a_group_that_there_is_not_has_no_feed(office):
    answer = office.client.get(URL, params={"group": "Ban Không Có"})
    assert (answer.status_code, b"VEVENT" in answer.content) == (404, False)


def test_a_feed_bears_the_name_and_the_colour_of_its_calendar(office):
    calendar = Calendar.from_ical(office.client.get(URL).content)
    colour = colour_of("van-phong")
    assert str(calendar["NAME"]) == "Văn phòng"
    assert (str(calendar["COLOR"]), str(calendar["X-APPLE-CALENDAR-COLOR"])) == (colour.name, colour.code)


def test_a_calendar_that_is_not_public_is_not_there(office):
    assert office.client.get("/feeds/rieng.ics").status_code == 404


@pytest.fixture
def rendered(monkeypatch) -> list[str]:
    uids: list[str] = []
    plain = vevent.write_component

    def counted(component, **more):
        uids.append(component.uid)
        return plain(component, **more)

    monkeypatch.setattr(vevent, "write_component", counted)
    return uids


def test_after_one_change_that_event_alone_is_rendered(office, rendered):
    before = office.client.get(URL)
    assert len(rendered) == 4
    rendered.clear()
    office.keep([event(Day(date(2023, 11, 21)), uid="soket@sched", title="Hội nghị sơ kết", sequence=1)])
    after = office.client.get(URL, headers={"if-none-match": before.headers["etag"]})
    assert after.status_code == 200
    assert rendered == ["soket@sched"]
    assert after.content.replace(b"SEQUENCE:1", b"SEQUENCE:0") != before.content


def test_an_unchanged_feed_is_told_without_reading_an_event(office, rendered):
    etag = office.client.get(URL).headers["etag"]
    rendered.clear()
    statements: list[str] = []
    for held in office.database._held:
        held.session._raw.set_trace_callback(statements.append)
    assert office.client.get(URL, headers={"if-none-match": etag}).status_code == 304
    assert rendered == []
    assert not [text for text in statements if "events" in text.lower()]


def test_what_another_process_writes_is_seen_by_the_next_request(office):
    etag = office.client.get(URL).headers["etag"]
    assert office.client.get(URL, headers={"if-none-match": etag}).status_code == 304
    with sqlite3.connect(office.file) as other:
        other.execute(
            "UPDATE events SET title = 'Hội nghị tổng kết', rendered = NULL WHERE uid = 'soket@sched'"
        )
        other.execute("UPDATE calendars SET version = version + 1 WHERE slug = 'van-phong'")
    other.close()
    assert office.client.get(URL, headers={"if-none-match": etag}).status_code == 200
    assert "Hội nghị tổng kết" in office.titles()


def test_what_the_day_takes_off_changes_the_feed(office):
    office.keep([event(Day(date(2023, 11, 3)), uid="huy@sched", title="Đã hủy", status=Status.CANCELLED)])
    assert "(Hủy) Đã hủy" in office.titles()
    date_of_it = {"if-modified-since": office.client.get(URL).headers["last-modified"]}
    assert office.client.get(URL, headers=date_of_it).status_code == 304
    office.now = NOW + timedelta(days=15)
    assert "(Hủy) Đã hủy" not in office.titles()
    assert office.client.get(URL, headers=date_of_it).status_code == 200


def test_two_renders_of_unchanged_data_are_the_same_bytes_also_in_another_process(office, tmp_path):
    first = office.client.get(URL).content
    (tmp_path / "again").mkdir()
    again = Office(tmp_path / "again")
    with again.client:
        assert again.client.get(URL).content == first
    again.database.close()
