"""Setting Zalo up as a clerk does it: the steps of `sched zalo`, and a bot that asks instead of being called."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from doubles.zalo_bot import ZaloBotDouble
from doubles.zalo_oa import Code, User, ZaloOaDouble
from program import Sched
from telling_office import OFFICE
from waiting import until

from scheduler.channel_kinds import ChannelKind
from scheduler.channels.zalo_bot import ZaloBotSettings
from scheduler.channels.zalo_hooks import InboundMessage
from scheduler.channels.zalo_oa import ZaloOaSettings
from scheduler.channels.zalo_token import challenge_of
from scheduler.database import connect
from scheduler.service.inbound import InboundService
from scheduler.service.listening import OTHER_LISTENS_SECONDS, TROUBLE_SECONDS, BotListener
from scheduler.service.planning import Policy
from scheduler.service.telling import TellingService
from scheduler.service.zalo import code_in
from scheduler.settings import Settings

BOT_SECRET = "a-secret-of-ours"


@pytest.fixture
def office(tmp_path: Path, zalo_bot_double: ZaloBotDouble, zalo_oa_double: ZaloOaDouble) -> Sched:
    zalo_oa_double.clock = time.time
    sched = Sched(tmp_path)
    sched("init")
    zalo = (
        f'[zalo_bot]\ntoken = "{zalo_bot_double.token}"\nbase_url = "{zalo_bot_double.url}"\n'
        f'webhook_secret = "{BOT_SECRET}"\n\n'
        f'[zalo_oa]\napp_id = "{zalo_oa_double.app_id}"\napp_secret = "{zalo_oa_double.secret}"\n'
        f'base_url = "{zalo_oa_double.url}"\noauth_url = "{zalo_oa_double.url}"\n'
        f'business_url = "{zalo_oa_double.url}"\n'
    )
    text = (
        (tmp_path / "config.toml")
        .read_text("utf-8")
        .replace("http://127.0.0.1:8000", "https://lich.example.org")
    )
    sched.configure(f"{text}\n{zalo}")
    return sched


class TestTheOfficialAccount:
    def test_is_authorised_by_the_steps_that_are_shown(
        self, office: Sched, zalo_oa_double: ZaloOaDouble
    ) -> None:
        steps = office("zalo", "authorise").stdout
        consent = re.search(r"http\S+/v4/oa/permission\S+", steps.replace("\n     ", "\n"))
        assert consent is not None
        asked = parse_qs(urlsplit(consent[0]).query)
        assert asked["app_id"] == [zalo_oa_double.app_id]
        assert asked["redirect_uri"] == ["https://lich.example.org"]
        assert f"Code challenge:  {asked['code_challenge'][0]}\n" in steps
        zalo_oa_double.codes["c0de"] = Code(asked["code_challenge"][0])
        office("zalo", "authorise", "https://lich.example.org/?oa_id=1&code=c0de")
        zalo_oa_double.users["u1"] = User(last_interaction=time.time())
        office("test", "zalo_oa", "u1")
        assert len(zalo_oa_double.texts("u1")) == 1
        assert zalo_oa_double.violations == []

    def test_shows_the_same_challenge_each_time_since_it_is_entered_once(self, office: Sched) -> None:
        assert office("zalo", "authorise").stdout == office("zalo", "authorise").stdout

    def test_is_not_authorised_by_a_code_that_was_used_or_by_none(
        self, office: Sched, zalo_oa_double: ZaloOaDouble
    ) -> None:
        refused = office("zalo", "authorise", "spent", status=4)
        assert "Invalid code" in refused.stderr
        none = office("zalo", "authorise", "https://lich.example.org/?error=1", status=4)
        assert "no code" in none.stderr


def test_an_answer_by_the_official_account_goes_under_the_token_that_is_kept(
    tmp_path: Path, zalo_oa_double: ZaloOaDouble
) -> None:
    zalo_oa_double.clock = time.time
    zalo_oa_double.users["u1"] = User(last_interaction=time.time())
    url = zalo_oa_double.url
    account = ZaloOaSettings(
        app_id=zalo_oa_double.app_id,
        app_secret=zalo_oa_double.secret,
        refresh_token=zalo_oa_double.refresh,
        base_url=url,
        oauth_url=url,
        business_url=url,
    )
    now = datetime.now(UTC)
    with connect(f"sqlite:///{tmp_path}/sched.db") as database:
        channels = {ChannelKind.ZALO_OA: account}
        inbound = InboundService(database, Settings(folder=tmp_path), Policy(office=OFFICE), channels)
        for number in range(2):
            asked = InboundMessage(
                channel=ChannelKind.ZALO_OA, id=f"m{number}", sender="u1", chat="u1", text="chào", at=now
            )
            inbound.take(asked, now)
    assert len(zalo_oa_double.texts("u1")) == 2
    assert len(zalo_oa_double.refreshes) == 1


def test_answers_and_trials_take_up_the_bots_messages_of_the_month(
    office: Sched, zalo_bot_double: ZaloBotDouble, tmp_path: Path
) -> None:
    zalo_bot_double.chats.update({"chat-1"})
    text = (office.folder / "config.toml").read_text("utf-8")
    office.configure(text.replace("[zalo_bot]\ntoken", "[zalo_bot]\nmonthly_cap = 3\ntoken"))
    office("test", "zalo", "chat-1")
    bot = ZaloBotSettings(token=zalo_bot_double.token, base_url=zalo_bot_double.url, monthly_cap=3)
    now = datetime.now(UTC)
    with connect(f"sqlite:///{tmp_path}/sched.db") as database:
        channels = {ChannelKind.ZALO_BOT: bot}
        inbound = InboundService(database, Settings(folder=tmp_path), Policy(office=OFFICE), channels)
        for number in range(4):
            asked = InboundMessage(
                channel=ChannelKind.ZALO_BOT, id=f"m{number}", sender="u1", chat="chat-1", text="chào", at=now
            )
            inbound.take(asked, now)
    assert len(zalo_bot_double.texts("chat-1")) == 3
    assert "zalo_bot: tháng này còn 0 trong 3 tin" in office("zalo", "quota", status=4).stdout


def test_quotas_are_shown(office: Sched, zalo_oa_double: ZaloOaDouble) -> None:
    zalo_oa_double.zbs_quota = 499
    text = (office.folder / "config.toml").read_text("utf-8")
    office.configure(
        text.replace("[zalo_oa]\napp_id", '[zalo_oa]\nrefresh_token = "rt-1"\napp_id').replace(
            "[zalo_bot]\ntoken", "[zalo_bot]\nmonthly_cap = 3000\ntoken"
        )
    )
    told = office("zalo", "quota").stdout
    assert "zalo_bot: tháng này còn 3000 trong 3000 tin" in told
    assert "zalo_oa: hôm nay còn 499 trong 500 tin theo mẫu" in told


def test_challenge_of_the_references_example() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert challenge_of(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (" c0de\n", "c0de"),
        ("https://a.example/?code=c0de&oa_id=1", "c0de"),
        ("code=c0de", "c0de"),
        ("https://a.example/?oa_id=1", ""),
    ],
)
def test_code_is_found_in_what_a_clerk_pastes(given: str, code: str) -> None:
    assert code_in(given) == code


class TestTheBotsHook:
    def test_is_set_shown_and_removed(self, office: Sched, zalo_bot_double: ZaloBotDouble) -> None:
        office("zalo", "hook")
        assert zalo_bot_double.webhook is not None
        assert zalo_bot_double.webhook["url"] == "https://lich.example.org/hooks/zalo-bot"
        assert "https://lich.example.org/hooks/zalo-bot" in office("zalo", "hook", "--show").stderr
        office("zalo", "hook", "--remove")
        assert zalo_bot_double.webhook is None

    def test_that_zalo_refuses_is_told(self, office: Sched, zalo_bot_double: ZaloBotDouble) -> None:
        office.configure(
            (office.folder / "config.toml")
            .read_text("utf-8")
            .replace("https://lich.example.org", "http://lich.example")
        )
        assert "400" in office("zalo", "hook", status=4).stderr


@contextmanager
def a_listener(url: str, bot: ZaloBotDouble, folder: Path) -> Iterator[BotListener]:
    settings = ZaloBotSettings(token=bot.token, base_url=bot.url, timeout=2, poll=True)
    with connect(url) as database:
        service = TellingService(
            database,
            Settings(folder=folder),
            Policy(office=OFFICE),
            {ChannelKind.ZALO_BOT: settings},
            lambda: datetime.now(UTC),
        )
        yield BotListener(service)


class TestABotThatAsks:
    def test_answers_what_was_written(
        self, database_url: str, zalo_bot_double: ZaloBotDouble, tmp_path: Path
    ) -> None:
        zalo_bot_double.push_text("chat-1", "chào")
        with a_listener(database_url, zalo_bot_double, tmp_path) as listener:
            assert listener.look() == 0
            assert listener.look() == 0
        assert len(zalo_bot_double.texts("chat-1")) == 1

    def test_asks_in_one_process_at_a_time(
        self, database_url: str, zalo_bot_double: ZaloBotDouble, tmp_path: Path
    ) -> None:
        with (
            a_listener(database_url, zalo_bot_double, tmp_path) as first,
            a_listener(database_url, zalo_bot_double, tmp_path) as second,
        ):
            assert first.look() == 0
            assert second.look() == OTHER_LISTENS_SECONDS
            assert first.look() == 0
            first.start()
            first.stop()
            until(lambda: second.look() == 0)

    def test_waits_while_a_webhook_is_set(
        self,
        database_url: str,
        zalo_bot_double: ZaloBotDouble,
        tmp_path: Path,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        zalo_bot_double.webhook = {"url": "https://elsewhere.example", "updated_at": 1}
        with a_listener(database_url, zalo_bot_double, tmp_path) as listener:
            assert [listener.look(), listener.look()] == [TROUBLE_SECONDS] * 2
        assert len([one for one in caplog.records if "cannot be read now" in one.message]) == 1

    def test_hears_the_next_message_after_one_that_it_cannot_answer(
        self,
        database_url: str,
        zalo_bot_double: ZaloBotDouble,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def fail(*_: object) -> None:
            raise ArithmeticError("a fault of ours")

        zalo_bot_double.push_text("chat-1", "một")
        zalo_bot_double.push_text("chat-1", "hai")
        with a_listener(database_url, zalo_bot_double, tmp_path) as listener:
            with monkeypatch.context() as broken:
                broken.setattr(InboundService, "take", fail)
                assert listener.look() == 0
            assert listener.look() == 0
        assert len(zalo_bot_double.texts("chat-1")) == 1


def test_sched_run_asks_where_the_configuration_says_so(
    office: Sched, zalo_bot_double: ZaloBotDouble
) -> None:
    text = (office.folder / "config.toml").read_text("utf-8")
    office.configure(text.replace("[zalo_bot]\ntoken", "[zalo_bot]\npoll = true\ntoken"))
    zalo_bot_double.push_text("chat-1", "lịch hôm nay")
    process = subprocess.Popen(
        [sys.executable, "-m", "scheduler.cli", "run"], cwd=office.folder, stderr=subprocess.PIPE, text=True
    )
    try:
        until(lambda: bool(zalo_bot_double.texts("chat-1")))
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.communicate()
