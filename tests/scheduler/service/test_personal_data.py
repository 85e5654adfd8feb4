"""One person's data: all of it is told, and after an erasure no byte of the database names the person."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from page_office import NOW, PASSWORD, PROGRAMME, PageOffice, page_office

from calendars.queries import Query
from scheduler.channel_kinds import ChannelKind
from scheduler.errors import Stale, UnknownPerson
from scheduler.people import Address
from scheduler.service.accounts import InvalidAccount, Role
from scheduler.service.people import NewPerson
from scheduler.service.personal_data import PersonalDataService

NAME = "Nguyễn Hoàng Diệu Thư"
LOGIN = "dieuthu@dong-linh.example"
TRACES = (NAME, LOGIN, "zalo-7719-thu", "chat-5521-thu", "84987654321", "0987654321", "203.0.113.77")
ADDRESSES = (
    Address(ChannelKind.EMAIL, LOGIN),
    Address(ChannelKind.ZALO_BOT, "chat-5521-thu"),
    Address(ChannelKind.ZALO_OA, "zalo-7719-thu", "84987654321"),
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[PageOffice]:
    with page_office(tmp_path) as office:
        yield office


@pytest.fixture
def known(office: PageOffice) -> PageOffice:
    """Somebody whom every table knows."""
    services = office.services
    keeper = office.account("quan-tri", Role.ADMINISTRATOR)
    account, link = services.access.add(LOGIN, NAME, Role.APPROVER, now=NOW, by=keeper)
    services.access.use_link(link, PASSWORD, now=NOW, source="203.0.113.77")
    services.access.log_in(LOGIN, "sai mật khẩu rồi", now=NOW, source="203.0.113.77")
    services.tokens.add_api_token(account, f"kịch bản của {NAME}", now=NOW)
    services.tokens.add_feed(now=NOW, name=NAME, account=account, calendars=("hoi",))
    office.import_programme()
    person = services.people.add(
        NewPerson(name=NAME, addresses=ADDRESSES, groups=("văn phòng",), follows=("hoi",)), NOW
    )
    services.people.add(NewPerson(name="Lý Thu", follows=("hoi",)), NOW)
    services.people.registration_code(person.id, NOW)
    services.tokens.add_feed(now=NOW, name=NAME, person=person.id)
    services.access.note("quan-tri", "person-added", NAME, now=NOW, source="203.0.113.5")
    services.access.note("quan-tri", "person-changed", normalize("NFD", NAME).upper(), now=NOW)
    services.access.note(LOGIN, "draft-released", "chuong-trinh.txt", now=NOW, source="203.0.113.77")
    run(office, "UPDATE releases SET approved_by = :login", login=LOGIN)
    run(office, "UPDATE drafts SET made_by = :login, changed_by = :login", login=LOGIN)
    telling = services.telling.outbox(count=1)[0].kept.telling.id
    run(
        office,
        "UPDATE outbox SET state = 'failed', reason = :told WHERE id = :id",
        told=f"550 <{LOGIN}>",
        id=telling,
    )
    run(
        office,
        "INSERT INTO attempts (telling, number, channel, started, ended, outcome, answer, worker) "
        "VALUES (:id, 1, 'email', :at, :at, 'refused', :told, 'w')",
        id=telling,
        at="2026-11-22T03:00:00.000Z",
        told=f"550 5.1.1 <{LOGIN}>: {NAME} is unknown here",
    )
    run(
        office,
        "INSERT INTO channel_state (channel, state, since, until, failures, reason) "
        "VALUES ('email', 'failing', :at, :at, 1, :told)",
        at="2026-11-22T03:00:00.000Z",
        told=f"450 try later [{LOGIN}]",
    )
    return office


def run(office: PageOffice, statement: str, **params: object) -> list[tuple[Any, ...]]:
    with office.services.people.database.transaction() as connection:
        return connection.execute(Query("trial", statement, {}), params)


def data(office: PageOffice) -> PersonalDataService:
    return PersonalDataService(office.services.people.database)


def in_files(folder: Path, traces: tuple[str, ...] = TRACES) -> list[str]:
    """Which traces stand anywhere in the database's files, composed or not, in any case."""
    found = []
    for path in folder.glob("sched.db*"):
        text = normalize("NFC", path.read_bytes().decode("utf-8", "ignore")).casefold()
        found += [trace for trace in traces if normalize("NFC", trace).casefold() in text]
    return found


def calendar_of(office: PageOffice) -> list[tuple[object, ...]]:
    return run(office, "SELECT uid, sequence, title, status, when_json FROM events ORDER BY uid")


def test_everything_that_is_kept_is_told(known: PageOffice) -> None:
    told = data(known).export(NAME, NOW)
    assert json.loads(json.dumps(told)) == told
    assert told["person"][0]["name"] == NAME
    assert {row["value"] for row in told["addresses"]} == {address.value for address in ADDRESSES}
    assert told["groups"] == ["văn phòng"]
    assert told["follows"] == [{"kind": "calendar", "name": "hoi"}]
    assert len(told["registrations"]) == 1
    assert told["messages"]
    assert NAME in told["attempts"][0]["answer"]
    assert len(told["feeds"]) == 2
    assert told["account"][0]["login"] == LOGIN
    assert told["sessions"]
    assert told["failed_logins"]
    assert [row["name"] for row in told["script_tokens"]] == [f"kịch bản của {NAME}"]
    assert {row["did"] for row in told["audit"]} >= {
        "person-added",
        "person-changed",
        "draft-released",
        "login-failed",
    }
    assert {row["kind"] for row in told["acts"]} == {"release", "draft"}
    assert told["channel_troubles"][0]["channel"] == "email"
    assert "argon2" not in json.dumps(told)


def test_nothing_of_an_erased_person_is_left_in_the_files(known: PageOffice, tmp_path: Path) -> None:
    assert set(in_files(tmp_path)) == set(TRACES) - {"0987654321"}
    before = calendar_of(known)
    others = run(known, "SELECT count(*) FROM audit")
    erased = data(known).erase(NAME, NOW, by="quan-tri")
    assert erased.compacted
    assert in_files(tmp_path) == []
    assert calendar_of(known) == before
    assert run(known, "SELECT count(*) FROM audit") == [(others[0][0] + 1,)]
    assert run(known, "SELECT DISTINCT approved_by FROM releases") == [(erased.alias,)]
    assert run(known, "SELECT outcome, answer FROM attempts") == [("refused", "")]
    assert run(known, "SELECT person, state FROM outbox WHERE person = :alias", alias=erased.alias)
    assert [person.name for person in known.services.people.everybody()] == ["Lý Thu"]


def test_who_was_erased_is_not_known_any_more_and_their_feed_is_gone(known: PageOffice) -> None:
    token = known.services.tokens.add_feed(now=NOW, name=NAME, person=known.services.people.find(NAME).id)
    visitor = known.visitor()
    assert visitor.get(f"/f/{token}.ics").status_code == 200
    data(known).erase(NAME, NOW)
    assert visitor.get(f"/f/{token}.ics").status_code == 410
    assert visitor.log_in(LOGIN).status_code == 401 or LOGIN not in visitor.get("/me").text
    with pytest.raises(UnknownPerson):
        data(known).export(NAME, NOW)


def test_the_same_erasure_cannot_be_done_twice_and_others_are_left(known: PageOffice) -> None:
    other = data(known).export("Lý Thu", NOW)
    data(known).erase(NAME, NOW)
    with pytest.raises(UnknownPerson):
        data(known).erase(NAME, NOW)
    assert data(known).export("Lý Thu", NOW) == other


def test_a_short_name_is_not_cut_out_of_longer_ones(office: PageOffice) -> None:
    for name in ("Thu", "Lý Thu"):
        office.services.people.add(NewPerson(name=name, follows=("hoi",)), NOW)
        office.services.access.note("quan-tri", "person-added", name, now=NOW)
    erased = data(office).erase("Thu", NOW)
    subjects = {line.subject for line in office.services.access.audit()}
    assert {"Lý Thu", erased.alias} <= subjects
    assert "Thu" not in subjects


def test_what_documents_say_of_somebody_is_told_and_left(office: PageOffice) -> None:
    text = PROGRAMME.replace("tại Hội trường tầng 3.", f"tại Hội trường tầng 3. Chủ trì: đồng chí {NAME}.")
    office.import_programme(text)
    office.services.people.add(NewPerson(name=NAME, follows=("hoi",)), NOW)
    told = data(office).export(NAME, NOW)["mentions"]
    assert len(told) == 1
    assert data(office).erase(NAME, NOW).mentions == (told[0]["title"],)


def test_an_account_alone_is_found_by_its_login(known: PageOffice) -> None:
    with suppress(UnknownPerson):
        data(known).erase("Lý Thu", NOW)
    known.account("ky-thuat", Role.EDITOR)
    told = data(known).export("ky-thuat", NOW)
    assert (told["person"], told["account"][0]["login"]) == ([], "ky-thuat")
    data(known).erase("ky-thuat", NOW)
    assert "ky-thuat" not in {account.login for account in known.services.access.accounts()}


def test_the_only_administrator_is_not_erased(office: PageOffice) -> None:
    office._keeper()
    with pytest.raises(InvalidAccount):
        data(office).erase("goc", NOW)
    assert office.services.access.has_administrator()


def test_an_unknown_account_is_named(known: PageOffice) -> None:
    with pytest.raises(UnknownPerson, match="nobody-such"):
        data(known).export(NAME, NOW, login="nobody-such")


def test_nobody_is_erased_while_a_message_to_them_is_under_way(known: PageOffice) -> None:
    run(known, "UPDATE outbox SET state = 'leased', next = :until", until="2026-11-22T03:01:00.000Z")
    with pytest.raises(Stale, match="being sent"):
        data(known).erase(NAME, NOW + timedelta(seconds=1))
    assert known.services.people.find(NAME).name == NAME
