"""The people: known again by their addresses, imported twice without change, stopped by one click."""

from datetime import timedelta

import pytest
from telling_office import BOT, EMAIL, MONDAY_BEFORE, WEBHOOK

from scheduler.channel_kinds import ChannelKind
from scheduler.database import Database
from scheduler.directory import CODE_LIFE, Directory, checked_address
from scheduler.errors import UnknownPerson
from scheduler.people import Address, Follow
from scheduler.people_lists import import_rows

NOW = MONDAY_BEFORE
OA = ChannelKind.ZALO_OA
ALONE = Address(OA, "84912345678", "84912345678")
ACCOUNT, ACCOUNT_WITH_PHONE = Address(OA, "u1"), Address(OA, "u1", "84912345678")
LAN = {
    "name": "Nguyễn Thị Lan",
    "email": "Lan@Example.org",
    "zalo_bot": "chat-1",
    "phone": "0912 345 678",
    "groups": "Văn phòng; Ban Thường vụ",
    "follows": "hoi-lhpn;doan",
}


class TestAPerson:
    def test_is_kept_whole_with_addresses_in_order(self, database: Database) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            added = directory.add(
                "  Trần  Văn Bình ",
                now=NOW,
                addresses=[Address(BOT, "chat-9"), Address(EMAIL, "BINH@example.org")],
                groups=["Văn phòng"],
                follows=[Follow(calendar="*"), Follow(event="e1"), Follow(group="BTV")],
            )
            assert added.name == "Trần Văn Bình"
            assert added.addresses == (Address(BOT, "chat-9"), Address(EMAIL, "binh@example.org"))
            assert added.groups == ("Văn phòng",)
            assert set(added.follows) == {Follow(calendar="*"), Follow(event="e1"), Follow(group="BTV")}
            assert directory.everybody() == [added]

    @pytest.mark.parametrize(
        ("first", "then", "kept"),
        [
            pytest.param(ALONE, ACCOUNT, ACCOUNT_WITH_PHONE, id="registers after the phone was known"),
            pytest.param(ACCOUNT, ALONE, ACCOUNT_WITH_PHONE, id="gives the phone after registering"),
            pytest.param(ACCOUNT_WITH_PHONE, ALONE, ACCOUNT_WITH_PHONE, id="is listed again by phone"),
            pytest.param(ALONE, ACCOUNT_WITH_PHONE, ACCOUNT_WITH_PHONE, id="is entered with both"),
        ],
    )
    def test_has_one_address_for_a_phone_and_the_account_behind_it(
        self, database: Database, first: Address, then: Address, kept: Address
    ) -> None:
        mail = Address(EMAIL, "lan@example.org")
        with database.transaction() as connection:
            directory = Directory(connection)
            id_ = directory.add("Lan", now=NOW, addresses=[first, mail]).id
            for _ in range(2):
                directory.put_address(id_, then)
            assert directory.some([id_])[id_].addresses == (kept, mail)

    def test_has_an_account_beside_phones_of_which_it_is_not_known_whose_it_is(
        self, database: Database
    ) -> None:
        other = Address(OA, "84912345679", "84912345679")
        with database.transaction() as connection:
            directory = Directory(connection)
            id_ = directory.add("Lan", now=NOW, addresses=[ALONE, other]).id
            directory.put_address(id_, ACCOUNT)
            assert directory.some([id_])[id_].addresses == (ALONE, other, ACCOUNT)

    def test_known_by_phone_who_sends_the_code_is_reached_at_the_account(self, database: Database) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            id_ = directory.add("Lan", now=NOW, addresses=[ALONE]).id
            code = directory.registration_code(id_, now=NOW)
            person = directory.register(code, ACCOUNT, now=NOW)
            assert person is not None
            assert person.addresses == (ACCOUNT_WITH_PHONE,)

    @pytest.mark.parametrize("wanted", ["Nguyễn Thị Lan", "LAN@example.org", " Nguyễn  Thị Lan "])
    def test_is_found_by_name_or_mail(self, database: Database, wanted: str) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            [id_] = import_rows(directory, [LAN], now=NOW).added
            assert directory.find(wanted).id == id_
            assert directory.find(id_).id == id_

    def test_is_not_found_by_a_name_that_two_have(self, database: Database) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            for mail in ("a@example.org", "b@example.org"):
                directory.add("Nguyễn Thị Hoa", now=NOW, addresses=[Address(EMAIL, mail)])
            with pytest.raises(UnknownPerson):
                directory.find("Nguyễn Thị Hoa")

    def test_who_is_removed_leaves_nothing(self, database: Database) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            [id_] = import_rows(directory, [LAN], now=NOW).added
            directory.remove(id_)
            assert directory.everybody() == []
            assert directory.by_address(EMAIL, "lan@example.org") == []

    def test_may_stop_all_messages_by_a_link(self, database: Database) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            [id_] = import_rows(directory, [LAN], now=NOW).added
            token = directory.tokens([id_])[id_]
            found = directory.by_token(token)
            assert len(token) >= 20
            assert found is not None
            directory.opt_out(found.id)
            assert directory.find(id_).opted_out
            directory.opt_out(found.id, out=False)
            assert not directory.find(id_).opted_out
            assert directory.by_token("x") is None

    def test_is_not_reached_where_nobody_is_any_more(self, database: Database) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            [id_] = import_rows(directory, [LAN], now=NOW).added
            mail = Address(EMAIL, "lan@example.org")
            directory.address_is_gone(mail, now=NOW)
            assert mail not in directory.find(id_).addresses
            directory.put_address(id_, mail)
            assert mail in directory.find(id_).addresses

    def test_says_who_they_are_by_a_code_sent_on_zalo(self, database: Database) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            person = directory.add("Lê Hoa", now=NOW)
            code = directory.registration_code(person.id, now=NOW)
            chat = Address(BOT, "chat-7")
            known = directory.register(f" {code.lower()} ", chat, now=NOW)
            assert known is not None
            assert known.addresses == (chat,)
            assert directory.register(code, chat, now=NOW) is None
            old = directory.registration_code(person.id, now=NOW)
            assert directory.register(old, chat, now=NOW + CODE_LIFE + timedelta(seconds=1)) is None

    def test_last_wrote_to_us_at_an_instant(self, database: Database) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            directory.add("Lê Hoa", now=NOW, addresses=[Address(ChannelKind.ZALO_OA, "u1")])
            assert directory.last_interaction(ChannelKind.ZALO_OA, "u1") is None
            directory.interacted(ChannelKind.ZALO_OA, "u1", at=NOW)
            assert directory.last_interaction(ChannelKind.ZALO_OA, "u1") == NOW


class TestAnAddress:
    @pytest.mark.parametrize(
        ("entered", "kept"),
        [
            ("Lan@Example.ORG", "lan@example.org"),
            ("lân@thư.example", "lân@thư.example"),
            ("la\u0302n@example.org", "lân@example.org"),
            ("lan+hop@xn--th-zsa.example", "lan+hop@xn--th-zsa.example"),
        ],
    )
    def test_is_kept_as_people_write_it(self, entered: str, kept: str) -> None:
        assert checked_address(Address(EMAIL, entered)).value == kept

    @pytest.mark.parametrize(
        ("entered", "reason"),
        [
            ("lan", "no e-mail address"),
            ("lan@localhost", "no e-mail address"),
            ("lan..b@example.org", "its dots stand where there can be none"),
            ("lan@-example.org", "there can be no domain"),
            ("lan@example..org", "there can be no domain"),
            (f"lan@{'x' * 64}.org", "there can be no domain"),
            (f"lan@{'ư' * 60}.org", "there can be no domain"),
            (f"{'â' * 33}@example.org", "it is too long"),
            (f"lan@{'x.' * 130}org", "it is too long"),
            ('"lan a"@example.org', "no e-mail address"),
        ],
    )
    def test_that_no_server_could_take_is_refused_at_entry(self, entered: str, reason: str) -> None:
        with pytest.raises(ValueError, match=reason):
            checked_address(Address(EMAIL, entered))


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (Address(EMAIL, " Lan@Example.ORG "), Address(EMAIL, "lan@example.org")),
        (Address(BOT, " chat 1 "), Address(BOT, "chat 1")),
        (Address(WEBHOOK, "office"), Address(WEBHOOK, "office")),
        (
            Address(ChannelKind.ZALO_OA, "u1", "+84 912-345-678"),
            Address(ChannelKind.ZALO_OA, "u1", "84912345678"),
        ),
    ],
)
def test_an_address_is_brought_to_one_form(address: Address, kept: Address) -> None:
    assert checked_address(address) == kept


@pytest.mark.parametrize(
    "address",
    [
        Address(EMAIL, "lan"),
        Address(EMAIL, "lan@example.org\nBcc: x@y.z"),
        Address(EMAIL, "<lan@example.org>"),
        Address(BOT, ""),
        Address(ChannelKind.ZALO_OA, "u1", "911"),
    ],
)
def test_what_cannot_be_an_address_is_refused(address: Address) -> None:
    with pytest.raises(ValueError, match="is no"):
        checked_address(address)
