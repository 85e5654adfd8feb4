"""What is kept no longer goes, after the days that the office chose, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest

from calendars.queries import Query
from scheduler.database import Database
from scheduler.service.retention import RetentionService
from scheduler.settings import KeepingSettings, Settings
from scheduler.tellings import instant_text

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
KEEPING = KeepingSettings(documents=365, messages=30, audit=30, drafts=30, feeds=30)


def ago(days: int) -> str:
    return instant_text(NOW - timedelta(days=days))


def run(database: Database, statement: str, **params: object) -> list[tuple[object, ...]]:
    with database.transaction() as connection:
        return connection.execute(Query("trial", statement, {}), params)


def document(database: Database, sha256: str, received: str) -> None:
    run(
        database,
        "INSERT INTO documents (sha256, name, media_type, pages, received, content) "
        "VALUES (:sha256, :sha256, 'text/plain', 1, :received, :content)",
        sha256=sha256,
        received=received,
        content=b"what it says",
    )


def event(database: Database, uid: str, of: str, last_day: str | None) -> None:
    run(
        database,
        "INSERT INTO calendars (slug, version, changed) VALUES ('hoi', 1, :at) ON CONFLICT DO NOTHING",
        at=ago(0),
    )
    run(
        database,
        "INSERT INTO events (calendar, uid, sequence, title, category, status, when_json, details_json, created, "
        "revised, first_day, last_day, lasting, origin_document) VALUES ('hoi', :uid, 0, 'Họp', 'meeting', "
        "'confirmed', '{}', '{}', :at, :at, :day, :day, 0, :of)",
        uid=uid,
        at=ago(500),
        day=last_day,
        of=of,
    )


@pytest.fixture
def service(database: Database, tmp_path: object) -> RetentionService:
    for days in (10, 40):
        run(
            database,
            "INSERT INTO outbox (id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, "
            "channel, body, state, next, plan) VALUES (:id, 'reminder', :id, '', 'r', 'p', 'hoi', :at, :at, :at, "
            "'email', 'email', '', 'sent', :at, '')",
            id=f"t{days}",
            at=ago(days),
        )
        run(
            database,
            "INSERT INTO attempts (telling, number, channel, started, ended, outcome, answer, worker) "
            "VALUES (:id, 1, 'email', :at, :at, 'delivered', 'ok', 'w')",
            id=f"t{days}",
            at=ago(days),
        )
        run(
            database,
            "INSERT INTO audit (id, at, who, did, subject, source) VALUES (:id, :at, 'thu', 'login', '', '192.0.2.1')",
            id=f"a{days}",
            at=ago(days),
        )
        for state in ("open", "released"):
            run(
                database,
                "INSERT INTO drafts (id, calendar, name, content, document_json, programme_json, answers_json, "
                "version, state, made, made_by, changed, changed_by) VALUES (:id, 'hoi', 'n', :content, '{}', '{}', "
                "'{}', 1, :state, :at, 'thu', :at, 'thu')",
                id=f"{state}{days}",
                state=state,
                at=ago(days),
                content=b"x",
            )
        run(
            database,
            "INSERT INTO feed_clients (feed, client, first_seen, last_seen, count) VALUES (:id, 'c', :at, :at, 1)",
            id=f"calendar:{days}",
            at=ago(days),
        )
    run(database, "INSERT INTO registrations SELECT 'ABCDEF', id, '2020-01-01T00:00:00.000Z' FROM people")
    for name, received, last_day in (
        ("old-and-over", ago(400), "2025-11-01"),
        ("old-and-still-on", ago(400), "2026-12-01"),
        ("old-and-open", ago(400), None),
        ("new", ago(10), "2026-11-01"),
    ):
        document(database, name, received)
        event(database, f"e-{name}", name, last_day)
    return RetentionService(database, Settings(folder=tmp_path, keeping=KEEPING))  # type: ignore[arg-type]


def kept(service: RetentionService, table: str, column: str) -> list[object]:
    return [row[0] for row in run(service.database, f"SELECT {column} FROM {table} ORDER BY {column}")]


def test_what_is_older_than_the_office_keeps_goes(service: RetentionService) -> None:
    told = {one.what: one.count for one in service.forget(NOW)}
    assert told == {"documents": 1, "messages": 1, "audit": 1, "drafts": 1, "feeds": 1, "expired": 0}
    assert kept(service, "outbox", "id") == ["t10"]
    assert kept(service, "attempts", "telling") == ["t10"]
    assert kept(service, "audit", "id") == ["a10"]
    assert kept(service, "drafts", "id") == ["open10", "open40", "released10"]
    assert kept(service, "feed_clients", "feed") == ["calendar:10"]


def test_a_document_loses_its_bytes_when_all_its_events_are_over_and_keeps_its_name(
    service: RetentionService,
) -> None:
    service.forget(NOW)
    rows = run(service.database, "SELECT sha256 FROM documents WHERE length(content) = 0")
    assert rows == [("old-and-over",)]
    assert len(kept(service, "documents", "sha256")) == 4


def test_a_look_says_the_same_and_changes_nothing(service: RetentionService) -> None:
    looked = service.look(NOW)
    assert kept(service, "outbox", "id") == ["t10", "t40"]
    assert service.forget(NOW) == looked
    assert all(one.count == 0 for one in service.forget(NOW))


def test_zero_days_keep_for_ever(service: RetentionService) -> None:
    service.settings = Settings(
        folder=service.settings.folder,
        keeping=KeepingSettings(documents=0, messages=0, audit=0, drafts=0, feeds=0),
    )
    assert [one.what for one in service.forget(NOW + timedelta(days=10_000))] == ["expired"]
    assert kept(service, "outbox", "id") == ["t10", "t40"]


@pytest.mark.parametrize("days", [-1, 40_000])
def test_days_that_cannot_be_are_refused(days: int) -> None:
    with pytest.raises(ValueError, match="messages is a number of days"):
        KeepingSettings(messages=days).check()
