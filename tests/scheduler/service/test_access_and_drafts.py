"""Accounts, tokens and drafts keep their promises on both databases."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from page_office import PROGRAMME

from calendars.feeds import FeedAddress, NoFeed
from scheduler.errors import Stale
from scheduler.people import Follow
from scheduler.reminders import Office
from scheduler.service.access import AccessService, InvalidAccount, Role, TooManyTries, UsedLink
from scheduler.service.corrections import NoTimeInText
from scheduler.service.drafting import Turn, UnknownDraft, Verdict
from scheduler.service.office import OfficeServices, Policy
from scheduler.service.people import NewPerson
from scheduler.service.tokens import Holder, Scope
from scheduler.settings import CalendarSettings, Settings, WebSettings

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
PASSWORD = "mật khẩu thử 1"


@pytest.fixture
def services(database):
    settings = Settings(
        folder=Path(),
        database=database.url,
        calendars=(CalendarSettings(slug="hoi", name="Hội"), CalendarSettings(slug="khac", name="Khác")),
        web=WebSettings(),
    )
    return OfficeServices.over(database, settings, Policy(office=Office()), {}, lambda: NOW)


@pytest.fixture
def access(services):
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return AccessService(services.access.database, services.settings, hasher=hasher)


@pytest.fixture
def keeper(access):
    access.use_link(access.first_link(NOW), PASSWORD, now=NOW, login="Goc", name="Quản Trị")
    [account] = access.accounts()
    return account


def test_secret_of_cookies_is_made_once_and_kept(services):
    one = AccessService(services.access.database, services.settings).signed("phien")
    other = AccessService(services.access.database, services.settings)
    assert other.unsigned(one) == "phien"
    assert other.unsigned(one[:-1] + "?") is None


def test_session_lives_while_it_is_used_and_ends_by_logging_out(access, keeper):
    session = access.log_in("GOC", PASSWORD, now=NOW)
    assert access.account_of(session, NOW) == keeper
    later = NOW + timedelta(hours=11)
    assert access.account_of(session, later) == keeper
    assert access.account_of(session, later + timedelta(hours=11)) == keeper
    access.log_out(session)
    assert access.account_of(session, later) is None


def test_failures_of_one_login_make_it_wait_and_are_forgotten(access, keeper):
    assert [access.log_in("goc", "sai", now=NOW) for _ in range(5)] == [None] * 5
    with pytest.raises(TooManyTries):
        access.log_in("goc", PASSWORD, now=NOW)
    assert access.log_in("goc", PASSWORD, now=NOW + timedelta(minutes=16)) is not None


def test_link_is_good_once_and_for_its_time(access, keeper):
    account, link = access.add("lan", "Lan", Role.EDITOR, now=NOW, by=keeper)
    assert access.link_account(link, NOW).login == "lan"
    with pytest.raises(UsedLink):
        access.link_account(link, NOW + timedelta(days=8))
    access.use_link(link, PASSWORD, now=NOW)
    with pytest.raises(UsedLink):
        access.use_link(link, PASSWORD, now=NOW)
    assert account.role is Role.EDITOR


def test_last_administrator_cannot_be_closed(access, keeper):
    with pytest.raises(InvalidAccount):
        access.change(keeper.id, role=Role.ADMINISTRATOR, disabled=True, now=NOW, by=keeper)
    assert access.accounts() == [keeper]


def test_token_of_a_script_is_its_accounts_until_removed(services, access, keeper):
    token = services.tokens.add_api_token(keeper, "kịch bản", now=NOW)
    assert services.tokens.holder_of(token, now=NOW) == Holder(keeper, Scope.WRITE)
    [kept] = services.tokens.api_tokens(keeper)
    assert token not in repr(kept)
    assert services.tokens.remove_api_token(keeper, kept.id)
    assert services.tokens.holder_of(token, now=NOW) is None


def test_token_of_a_script_ends_when_its_time_is_over_or_its_account_is_closed(services, access, keeper):
    day, second = timedelta(days=1), timedelta(seconds=1)
    token = services.tokens.add_api_token(keeper, "đọc", now=NOW, scope=Scope.READ, lasts=day)
    [kept] = services.tokens.api_tokens(keeper)
    assert (kept.scope, kept.expires) == (Scope.READ, NOW + day)
    assert services.tokens.holder_of(token, now=NOW + day - second) == Holder(keeper, Scope.READ)
    assert services.tokens.holder_of(token, now=NOW + day) is None
    other, _ = access.add("khac", "Khác", Role.READER, now=NOW, by=keeper)
    theirs = services.tokens.add_api_token(other, "lịch", now=NOW)
    access.change(other.id, role=Role.READER, disabled=True, now=NOW, by=keeper)
    assert services.tokens.holder_of(theirs, now=NOW) is None


def test_personal_feed_follows_the_person_and_ends_when_revoked(services):
    person = services.people.add(NewPerson(name="Vân", follows=("hoi",)), NOW)
    token = services.tokens.add_feed(now=NOW, name="Vân", person=person.id)
    address = FeedAddress(token=token)
    _release(services)
    before = services.serving.feed_version(address)
    assert services.serving.feed(address).body.count(b"BEGIN:VEVENT") >= 3
    services.people.change(person.id, NOW, unfollow=("hoi",))
    assert services.serving.feed_version(address) != before
    assert services.serving.feed(address).body.count(b"BEGIN:VEVENT") == 0
    assert Follow(calendar="hoi") not in services.people.find("Vân").follows
    [kept] = services.tokens.feeds_of(person=person.id)
    assert services.tokens.revoke_feed(person.id, kept.id, now=NOW)
    assert services.serving.feed_version(address) is NoFeed.REVOKED
    assert services.serving.feed_version(FeedAddress(token="khác")) is NoFeed.UNKNOWN


def turn(version, by="lan"):
    return Turn(by=by, now=NOW, version=version)


def test_draft_is_corrected_step_by_step_and_released_once(services):
    [id_], _ = services.drafts.take_in(PROGRAMME.encode(), "a.txt", calendar="hoi", by="lan", now=NOW)
    draft = services.drafts.correct(id_, 4, turn(1), when="chiều 23/12/2026", title="Thăm hỏi")
    assert (draft.version, draft.entry(4).verdict, draft.entry(4).read.title) == (
        2,
        Verdict.ACCEPTED,
        "Thăm, tặng quà gia đình chính sách",
    )
    with pytest.raises(Stale):
        services.drafts.judge(id_, 3, Verdict.REJECTED, turn(1))
    with pytest.raises(NoTimeInText):
        services.drafts.correct(id_, 2, turn(2), when="khi khác")
    with pytest.raises(UnknownDraft):
        services.drafts.judge(id_, 9, Verdict.REJECTED, turn(2))
    services.drafts.judge(id_, 3, Verdict.REJECTED, turn(2))
    released, done = services.drafts.release(id_, turn(3, "chi"))
    assert (released.release, len(done.published), done.waiting) == (1, 3, ())
    with pytest.raises(Stale):
        services.drafts.release(id_, turn(4, "chi"))


def test_same_bytes_give_the_draft_there_is_and_none_after_release(services):
    again = {"calendar": "hoi", "by": "lan", "now": NOW}
    first, _ = services.drafts.take_in(PROGRAMME.encode(), "a.txt", **again)
    assert services.drafts.take_in(PROGRAMME.encode(), "b.txt", **again) == (first, [])
    services.drafts.release(first[0], turn(1))
    assert services.drafts.take_in(PROGRAMME.encode(), "c.txt", **again) == ([], ["c.txt"])
    elsewhere, _ = services.drafts.take_in(PROGRAMME.encode(), "a.txt", **(again | {"calendar": "khac"}))
    assert len(elsewhere) == 1


def _release(services):
    [id_], _ = services.drafts.take_in(PROGRAMME.encode(), "a.txt", calendar="hoi", by="lan", now=NOW)
    services.drafts.release(id_, turn(1))
