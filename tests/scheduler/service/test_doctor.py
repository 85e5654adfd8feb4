"""What the doctor finds, and that each finding has words in both languages."""

import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import Formatter
from typing import Any
from unicodedata import normalize
from zoneinfo import ZoneInfo

import pytest
from telling_office import EMAIL, ManualClock, ScriptedChannel, a_delivery, a_telling

import scheduler
from calendars.feeds import FeedAddress
from calendars.queries import Query
from scheduler.attempts import Deferred, Halted
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.console import ConsoleSettings
from scheduler.channels.email import EmailSettings
from scheduler.channels.zalo_oa import ZaloOaSettings
from scheduler.cli.findings import PLACES, TEXTS, words_of
from scheduler.database import connect
from scheduler.delivery.circuit import Circuits
from scheduler.directory import Directory
from scheduler.outbox import Outbox
from scheduler.people import Address
from scheduler.reminders import Lead, Office, ReminderRule
from scheduler.service.doctor import examine
from scheduler.service.feed_clients import CHECKER, FeedClients
from scheduler.service.findings import Finding, Level
from scheduler.service.machine import programs
from scheduler.service.planning import Policy
from scheduler.settings import CalendarSettings, Settings, WebSettings
from scheduler.tellings import instant_text

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
Look = Callable[..., dict[str, Finding]]


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    connect(database_url).close()
    return Settings(
        folder=tmp_path, database=database_url, calendars=(CalendarSettings(slug="hoi", name="Hội"),)
    )


@pytest.fixture
def look(settings: Settings) -> Look:
    def look(
        now: datetime = NOW, channels: Any = None, policy: Policy | None = None, **changes: Any
    ) -> dict[str, Finding]:
        given = {ChannelKind.CONSOLE: ConsoleSettings()} if channels is None else channels
        found = list(examine(settings._replace(**changes), given, now, policy=policy))
        for finding in found:
            for language in ("vi", "en"):
                assert all("{" not in words for words in words_of(finding, language, ZONE))
        return {finding.code: finding for finding in found}

    return look


def run(settings: Settings, statement: str, **params: object) -> None:
    with connect(settings.database) as database, database.transaction() as connection:
        connection.execute(Query("trial", statement, {}), params)


def test_every_finding_has_a_place_and_words_in_both_languages() -> None:
    service = Path(scheduler.__file__).parent
    sources = "".join(
        path.read_text("utf-8")
        for path in (
            service / "service" / "doctor.py",
            service / "service" / "machine.py",
            service / "cli" / "care.py",
        )
    )
    named = set(re.findall(r'(?:good|note|bad|found)\(\s*"(\w+)",\s*"([\w-]+)"', sources))
    codes = {code for _, code in named} | {"disk", "disk-full", "channel-halted", "channel-resting"}
    assert len(named) > 40
    assert codes == set(TEXTS)
    assert {place for place, _ in named} <= set(PLACES)
    for code, (vi, vi_advice, en, en_advice) in TEXTS.items():
        assert fields(vi + vi_advice) == fields(en + en_advice), code
        assert bool(vi_advice) == bool(en_advice), code


def fields(template: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_a_new_office_is_told_what_is_missing_and_nothing_is_bad(look: Look) -> None:
    found = look(datetime.now(UTC))
    assert {code for code, finding in found.items() if finding.level is Level.BAD} == set()
    assert {"console-only", "nobody", "no-backup", "never-fetched", "clock", "idle", "database"} <= set(found)
    assert re.fullmatch(r"calendars \d+, scheduler \d+", found["database"].facts["schema"])


def test_groups_that_are_told_of_something_and_that_nobody_is_in_are_named(
    settings: Settings, look: Look
) -> None:
    rule = ReminderRule(name="leaders", before=Lead(days=1), groups=("Ban Thường vụ",))
    policy = Policy(rules=(rule,), office=Office(), keepers=("văn phòng",))
    with connect(settings.database) as database, database.transaction() as connection:
        Directory(connection).add("Lan", now=NOW, groups=("Đoàn",))
    found = look(policy=policy)
    assert found["empty-group"].facts == {"rule": "leaders", "groups": "Ban Thường vụ"}
    assert "văn phòng" in found["no-keepers"].facts["groups"]
    with connect(settings.database) as database, database.transaction() as connection:
        Directory(connection).add("Mai", now=NOW, groups=("ban thường vụ", normalize("NFD", "Văn phòng")))
    assert not {"empty-group", "no-keepers"} & set(look(policy=policy))


def test_nothing_is_made_or_changed_by_looking(tmp_path: Path, look: Look) -> None:
    assert "no-database" in look(database=f"sqlite:///{tmp_path}/other.db")
    assert not (tmp_path / "other.db").exists()


def test_who_fetches_which_feed_is_told_until_they_stay_away(look: Look, settings: Settings) -> None:
    with connect(settings.database) as database:
        clients = FeedClients(database, lambda: NOW, every=3600)
        clients.saw(FeedAddress("hoi", None), b"Thunderbird/128")
        clients.saw(FeedAddress("hoi", None), CHECKER.encode())
        clients.close()
    found = look()["fetched"]
    assert found.facts["clients"] == (("Thunderbird", NOW),)
    assert words_of(found, "vi", ZONE)[0] == "hoi: Thunderbird (22/11/2026 10:00)"
    assert look(NOW + timedelta(days=20))["fetched-long-ago"].facts["at"] == NOW


def test_a_clock_that_went_back_is_noticed(look: Look, settings: Settings) -> None:
    run(
        settings,
        "INSERT INTO audit (id, at, who, did, subject, source) VALUES ('1', :at, 'a', 'login', '', '')",
        at=instant_text(NOW + timedelta(minutes=5)),
    )
    found = look()
    assert {"clock-went-back", "clocks-differ"} & set(found)


@pytest.mark.parametrize(("answer", "told"), [(5, True), (0, False), (-1, False)])
def test_a_clock_that_nothing_keeps_is_told(
    answer: int, told: bool, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    class System:
        def __init__(self, _name: None) -> None:
            self.adjtimex = lambda _buffer: answer

    monkeypatch.setattr("ctypes.CDLL", System)
    assert ("clock-alone" in look(datetime.now(UTC))) is told


def test_a_system_that_tells_nothing_of_its_clock_is_not_blamed(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda _name: object())
    assert "clock-alone" not in look(datetime.now(UTC))


def test_a_server_whose_clock_differs_is_noticed(postgres_url: str, tmp_path: Path) -> None:
    connect(postgres_url).close()
    settings = Settings(folder=tmp_path, database=postgres_url)
    now = datetime.now(UTC)
    assert "clock" in {finding.code for finding in examine(settings, {}, now)}
    away = {finding.code: finding for finding in examine(settings, {}, now - timedelta(minutes=3))}
    assert abs(away["clocks-differ"].facts["seconds"] - 180) < 60


def test_what_was_turned_away_and_is_tried_again_is_named_with_the_reason(
    look: Look, settings: Settings
) -> None:
    clock = ManualClock(NOW)
    expired = Deferred("the certificate of hook.example is out of date (expired); it must be renewed there")
    with connect(settings.database) as database:
        with database.transaction() as connection:
            outbox = Outbox(connection)
            outbox.add(a_telling(n, due=NOW, ends=NOW + timedelta(days=1)) for n in range(3))
        a_delivery(database, {EMAIL: ScriptedChannel(script=[expired, expired])}, clock).pump()
    found = look(NOW)["turned-away"]
    assert found.level is Level.NOTE
    assert (found.facts["channel"], found.facts["count"]) == ("email", 2)
    told, _ = words_of(found, "vi", ZONE)
    assert "chứng chỉ của hook.example" in told
    assert "renewed there" in words_of(found, "en", ZONE)[0]


def test_a_channel_tells_its_last_success_and_failure_and_that_it_is_halted(
    look: Look, settings: Settings
) -> None:
    def attempt(at: datetime, outcome: str) -> None:
        run(
            settings,
            "INSERT INTO attempts (telling, number, channel, started, ended, outcome, answer, worker) "
            "VALUES ('t', 1, 'console', :at, :at, :outcome, '', '')",
            at=instant_text(at),
            outcome=outcome,
        )

    attempt(NOW - timedelta(hours=2), "delivered")
    attempt(NOW - timedelta(hours=3), "deferred")
    told = look()["last-sent"].facts
    assert (told["success"], told["failure"]) == (NOW - timedelta(hours=2), NOW - timedelta(hours=3))
    attempt(NOW - timedelta(hours=1), "halted")
    with connect(settings.database) as database, database.transaction() as connection:
        address = Address(ChannelKind.CONSOLE, "x")
        Circuits(connection).learn(ChannelKind.CONSOLE, address, Halted("wrong password"), NOW)
    found = look()
    assert found["last-failed"].level is Level.NOTE
    assert found["channel-halted"].level is Level.BAD
    assert found["channel-halted"].facts["reason"] == "wrong password"


@pytest.mark.parametrize(("days", "code"), [(10, "token"), (70, "token-ends"), (100, "token-ended")])
def test_a_zalo_token_that_soon_ends_is_told(look: Look, settings: Settings, days: int, code: str) -> None:
    run(
        settings,
        "INSERT INTO channel_tokens (name, value, changed) VALUES ('zalo_oa', '{}', :at)",
        at=instant_text(NOW - timedelta(days=days)),
    )
    account = ZaloOaSettings(app_id="1", app_secret="s" * 8, oa_secret_key="k" * 8, refresh_token="r" * 8)
    found = look(channels={ChannelKind.ZALO_OA: account})
    assert code in found
    assert "channel-settings" not in found


def test_settings_of_a_channel_that_cannot_be_used_are_told(look: Look) -> None:
    channels = {
        ChannelKind.ZALO_OA: ZaloOaSettings(),
        ChannelKind.EMAIL: EmailSettings(sender="vp@example.org"),
    }
    found = look(channels=channels)
    assert found["channel-settings"].facts == {"channel": "zalo_oa", "error": "[zalo_oa] app_id is missing"}
    assert found["channels"].facts == {"channels": "email"}


def test_an_old_backup_is_told(look: Look, settings: Settings) -> None:
    run(
        settings,
        "INSERT INTO care (name, at) VALUES ('backup', :at)",
        at=instant_text(NOW - timedelta(days=2)),
    )
    assert "backup" in look()
    old = look(NOW + timedelta(days=9))["backup-old"]
    assert (old.level, old.facts["days"]) == (Level.BAD, 11)


def test_a_schema_that_is_behind_says_what_to_do(
    look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scheduler.database import STEP_FOLDERS

    (tmp_path / "steps").mkdir()
    (tmp_path / "steps" / "0001_more.sql").write_text("CREATE TABLE more (x TEXT);\n", "utf-8")
    monkeypatch.setattr("scheduler.database.STEP_FOLDERS", {**STEP_FOLDERS, "trial": tmp_path / "steps"})
    found = look()["schema-behind"]
    assert (found.level, found.facts["steps"]) == (Level.BAD, "trial 1")
    assert "sched upgrade" in words_of(found, "vi", ZONE)[1]


def test_an_inbox_and_an_address_that_cannot_be_used_are_told(look: Look, tmp_path: Path) -> None:
    calendar = CalendarSettings(slug="hoi", name="Hội", inbox=tmp_path / "nowhere")
    found = look(calendars=(calendar,), web=WebSettings(public_url="http://lich.example.gov.vn"))
    assert found["no-inbox"].level is Level.BAD
    assert found["address-plain"].level is Level.NOTE
    (tmp_path / "nowhere").mkdir()
    assert "inbox" in look(calendars=(calendar,))
    assert "address-local" in look(web=WebSettings(host="0.0.0.0"))


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    settings = Settings(folder=tmp_path, database=f"sqlite:///{tmp_path}/sched.db")
    connect(settings.database).close()
    content = bytearray((tmp_path / "sched.db").read_bytes())
    content[4096 * 4 : 4096 * 30] = b"\xff" * 4096 * 26
    (tmp_path / "sched.db").write_bytes(content)
    found = {finding.code: finding for finding in examine(settings, {}, NOW)}
    assert {"damaged", "no-answer"} & set(found)


def test_programs_are_asked_for_their_versions_where_every_user_may_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = tmp_path / "soffice"
    office.write_text("#!/bin/sh\npwd\n")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert "/" in [finding.facts.get("version") for finding in programs()]
