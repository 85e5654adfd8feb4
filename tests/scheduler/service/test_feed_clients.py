"""Who fetches feeds: counted in memory, written now and then, without anything that names a device or a person."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from page_office import NOW, page_office
from starlette.testclient import TestClient

from calendars.feeds import FeedAddress
from scheduler.database import Database
from scheduler.service.accounts import Role
from scheduler.service.feed_clients import FeedClients, client_of, feed_clients
from scheduler.web.app import create_app

HOI = FeedAddress("hoi", None)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Google-Calendar-Importer", "Google Calendar"),
        ("iOS/17.5.1 (21F90) dataaccessd/1.0", "Apple Calendar (iOS)"),
        ("macOS/14.5 (23F79) CalendarAgent/1020", "Apple Calendar (macOS)"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.0", "Thunderbird"),
        ("Microsoft.Exchange/15.20 (Windows NT 10.0; Win64; x64)", "Outlook"),
        ("ICSx5/2.2.4 (ical4j; okhttp/4.12) Android/14", "ICSx5"),
        ("Mozilla/5.0 (Windows NT 10.0) Firefox/130.0", "a browser"),
        ("curl/7.88.1", "curl"),
        ("", "unnamed"),
        ("\x00\x01", "unnamed"),
    ],
)
def test_a_program_is_named_without_its_version(agent: str, name: str) -> None:
    assert client_of(agent) == name


def test_fetches_are_written_together_and_added_up(database: Database) -> None:
    instants = iter([NOW, NOW.replace(hour=9)])
    clients = FeedClients(database, lambda: next(instants), every=3600)
    for _ in range(3):
        clients.saw(HOI, b"Google-Calendar-Importer")
    clients.saw(HOI, b"curl/8.1")
    clients.saw(HOI, b"curl/8.2")
    clients.write()
    clients.saw(HOI, b"curl/8.3")
    clients.close()
    with database.reading() as connection:
        found = {one.client: (one.count, one.first, one.last) for one in feed_clients(connection)}
    assert found == {"Google Calendar": (3, NOW, NOW), "curl": (3, NOW, NOW.replace(hour=9))}


def test_they_are_written_by_themselves_after_a_while(database: Database) -> None:
    written = Event()

    def clock() -> datetime:
        written.set()
        return NOW

    clients = FeedClients(database, clock, every=0.01)
    clients.saw(HOI, b"curl/8")
    assert written.wait(10)
    clients.close()
    with database.reading() as connection:
        assert [one.client for one in feed_clients(connection)] == ["curl"]


def test_made_up_names_do_not_fill_the_memory(database: Database) -> None:
    clients = FeedClients(database, lambda: NOW, every=3600)
    for number in range(3000):
        clients.saw(HOI, b"x%d" % number)
    clients.close()
    with database.reading() as connection:
        assert len(feed_clients(connection)) == 1000


def test_a_feed_and_its_304_are_counted_and_nothing_else_is(tmp_path: Path) -> None:
    with page_office(tmp_path) as office:
        office.import_programme()
        clients = FeedClients(office.services.people.database, lambda: datetime.now(UTC), every=3600)
        app = create_app(office.services.serving, saw=clients.saw)
        token = office.services.tokens.add_feed(
            now=NOW, name="x", account=office.account("lan", Role.READER), calendars=("hoi",)
        )
        with TestClient(app, headers={"user-agent": "Thunderbird/128"}) as client:
            first = client.get("/feeds/hoi.ics")
            again = client.get("/feeds/hoi.ics", headers={"if-none-match": first.headers["etag"]})
            assert (first.status_code, again.status_code) == (200, 304)
            assert client.get(f"/f/{token}.ics").status_code == 200
            assert client.get("/feeds/nowhere.ics").status_code == 404
        clients.close()
        with office.services.people.database.reading() as connection:
            found = {one.feed.partition(":")[0]: one.count for one in feed_clients(connection)}
            assert token not in str(feed_clients(connection))
    assert found == {"calendar": 2, "token": 1}
