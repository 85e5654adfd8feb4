"""Lists of people: who is known again, who is new, and that nobody is taken for somebody else silently."""

from unicodedata import normalize

from telling_office import BOT, EMAIL, MONDAY_BEFORE

from calendars.queries import Query, find_steps
from scheduler.channel_kinds import ChannelKind
from scheduler.database import STEP_FOLDERS, Database
from scheduler.directory import Directory
from scheduler.people import Address, Follow, Person
from scheduler.people_lists import ImportResult, import_rows

NOW = MONDAY_BEFORE
OFFICE = "vanphong@example.org"
AS_BEFORE = Query(
    "as_before",
    "INSERT INTO addresses (person, channel, value, phone, place, gone) "
    "VALUES (:person, 'zalo_oa', :value, :phone, :place, 'then')",
    {},
)
LAN = {
    "name": "Nguyễn Thị Lan",
    "email": "Lan@Example.org",
    "zalo_bot": "chat-1",
    "phone": "0912 345 678",
    "groups": "Văn phòng; Ban Thường vụ",
    "follows": "hoi-lhpn;doan",
}


def taken(database: Database, *rows: dict[str, str]) -> ImportResult:
    with database.transaction() as connection:
        return import_rows(Directory(connection), rows, now=NOW)


def everybody(database: Database) -> list[Person]:
    with database.reading() as connection:
        return Directory(connection).everybody()


def names(database: Database) -> list[str]:
    return [person.name for person in everybody(database)]


class TestAList:
    def test_is_taken_in_row_by_row_and_bad_rows_are_told(self, database: Database) -> None:
        rows = [
            LAN,
            {"name": "", "email": "x@example.org"},
            {"name": "Bình", "email": "binh@"},
            {"name": "Cúc", "phone": "12"},
            {"name": "Dũng", "webhook": "office"},
        ]
        with database.transaction() as connection:
            directory = Directory(connection)
            result = import_rows(directory, rows, now=NOW)
            names = [person.name for person in directory.everybody()]
        assert (len(result.added), result.changed, result.unchanged) == (2, (), 0)
        assert result.problems == (
            (3, "the name is missing"),
            (4, "'binh@' is no e-mail address"),
            (5, "'12' is no Vietnamese phone number; write it like 84912345678"),
        )
        assert sorted(names) == ["Dũng", "Nguyễn Thị Lan"]

    def test_gives_the_person_it_describes(self, database: Database) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            import_rows(directory, [LAN], now=NOW)
            lan = directory.find("Nguyễn Thị Lan")
        assert lan.addresses == (
            Address(BOT, "chat-1"),
            Address(EMAIL, "lan@example.org"),
            Address(ChannelKind.ZALO_OA, "84912345678", "84912345678"),
        )
        assert set(lan.groups) == {"Văn phòng", "Ban Thường vụ"}
        assert set(lan.follows) == {Follow(calendar="hoi-lhpn"), Follow(calendar="doan")}

    def test_taken_in_twice_changes_nothing(self, database: Database) -> None:
        rows = [LAN, {"name": "Dũng", "webhook": "office"}, {"name": "Mai"}]
        with database.transaction() as connection:
            directory = Directory(connection)
            import_rows(directory, rows, now=NOW)
            before = directory.everybody()
            again = import_rows(directory, rows, now=NOW)
            assert (again.added, again.changed, again.unchanged) == ((), (), 3)
            assert directory.everybody() == before

    def test_adds_what_is_new_of_somebody_known_and_takes_nothing_away(self, database: Database) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            [id_] = import_rows(directory, [LAN], now=NOW).added
            row = {"name": "Nguyễn Thị Lan (VP)", "email": "lan@example.org", "groups": "Công đoàn"}
            assert import_rows(directory, [row], now=NOW).changed == (id_,)
            lan = directory.find(id_)
        assert lan.name == "Nguyễn Thị Lan (VP)"
        assert set(lan.groups) == {"Văn phòng", "Ban Thường vụ", "Công đoàn"}
        assert len(lan.addresses) == 3

    def test_does_not_take_two_people_of_one_name_for_one(self, database: Database) -> None:
        rows = [
            {"name": "Nguyễn Thị Hoa", "email": "hoa1@example.org"},
            {"name": "Nguyễn Thị Hoa", "email": "hoa2@example.org"},
        ]
        with database.transaction() as connection:
            assert len(import_rows(Directory(connection), rows, now=NOW).added) == 2

    def test_knows_a_name_again_however_its_letters_are_composed(self, database: Database) -> None:
        with database.transaction() as connection:
            directory = Directory(connection)
            import_rows(directory, [{"name": "Nguyễn Thị Huệ"}], now=NOW)
            again = import_rows(directory, [{"name": normalize("NFD", "Nguyễn Thị Huệ")}], now=NOW)
        assert again.unchanged == 1


class TestASharedMailbox:
    ROWS = tuple({"name": name, "email": OFFICE} for name in ("Lan", "Hùng", "Mai"))

    def test_leaves_everybody_who_has_it_a_person(self, database: Database) -> None:
        result = taken(database, *self.ROWS)
        assert (len(result.added), result.changed, result.renamed, result.doubts) == (3, (), (), ())
        assert sorted(names(database)) == ["Hùng", "Lan", "Mai"]
        assert {person.addresses for person in everybody(database)} == {(Address(EMAIL, OFFICE),)}

    def test_taken_in_again_changes_nothing(self, database: Database) -> None:
        taken(database, *self.ROWS)
        before = everybody(database)
        again = taken(database, *reversed(self.ROWS))
        assert (again.added, again.changed, again.unchanged, again.doubts) == ((), (), 3, ())
        assert everybody(database) == before

    def test_gives_nobody_the_name_of_who_joins_later_and_says_so(self, database: Database) -> None:
        taken(database, self.ROWS[0])
        result = taken(database, self.ROWS[1])
        assert names(database) == ["Hùng", "Lan"]
        assert result.doubts == ((2, f"{OFFICE} is also an address of Lan; Hùng is kept as a person apart"),)

    def test_takes_no_longer_name_for_a_new_one_of_who_is_listed_too(self, database: Database) -> None:
        taken(database, {"name": "Lan", "email": OFFICE})
        result = taken(
            database, {"name": "Lan (VP)", "email": OFFICE}, {"name": "Lan", "email": "lan@example.org"}
        )
        assert (result.renamed, len(names(database))) == ((), 3)


class TestANameThatChanged:
    def test_is_taken_over_and_told_where_the_address_is_nobody_elses(self, database: Database) -> None:
        taken(database, {"name": "Nguyen Thi Hue", "email": "hue@example.org"})
        result = taken(database, {"name": "Nguyễn Thị Huệ", "email": "hue@example.org"})
        assert result.renamed == (("Nguyen Thi Hue", "Nguyễn Thị Huệ"),)
        assert names(database) == ["Nguyễn Thị Huệ"]

    def test_is_not_taken_over_from_another_mark(self, database: Database) -> None:
        taken(database, {"name": "Nguyễn Thị Huệ", "email": OFFICE})
        result = taken(database, {"name": "Nguyễn Thị Huế", "email": OFFICE})
        assert (result.renamed, len(result.doubts), len(names(database))) == ((), 1, 2)

    def test_in_its_capitals_alone_changes_nothing(self, database: Database) -> None:
        taken(database, LAN)
        result = taken(database, LAN | {"name": "NGUYỄN THỊ LAN"})
        assert (result.unchanged, names(database)) == (1, ["Nguyễn Thị Lan"])


class TestANameThatTwoBear:
    def test_is_told_where_one_of_them_was_there_before(self, database: Database) -> None:
        taken(database, {"name": "Hoa", "email": "hoa1@example.org"})
        result = taken(database, {"name": "Hoa", "email": "hoa2@example.org"})
        sentence = "Hoa is there already with another address; this is kept as a second person"
        assert result.doubts == ((2, sentence),)

    def test_makes_no_third_when_the_list_comes_again(self, database: Database) -> None:
        rows = [{"name": "Hoa", "email": "hoa1@example.org"}, {"name": "Hoa", "email": "hoa2@example.org"}]
        rows.append({"name": "Hoa"})
        taken(database, *rows)
        count = len(names(database))
        again = taken(database, *rows)
        assert (again.unchanged, len(names(database))) == (3, count)

    def test_gains_an_address_of_another_kind(self, database: Database) -> None:
        taken(database, {"name": "Hoa", "email": "hoa@example.org"})
        taken(database, {"name": "hoa", "zalo_bot": "chat-9"})
        [hoa] = everybody(database)
        assert hoa.addresses == (Address(EMAIL, "hoa@example.org"), Address(BOT, "chat-9"))


def test_a_name_with_a_character_that_is_none_is_left_out(database: Database) -> None:
    result = taken(database, {"name": "La\x00n"}, {"name": "Mai"})
    assert [row for row, _ in result.problems] == [2]
    assert names(database) == ["Mai"]


def test_rows_count_as_in_the_file_where_some_are_empty(database: Database) -> None:
    with database.transaction() as connection:
        result = import_rows(Directory(connection), [{"name": "Lan"}, None, {"name": ""}], now=NOW)
    assert result.problems == ((4, "the name is missing"),)


def test_phones_that_stand_as_user_ids_in_an_older_database_are_mended(database: Database) -> None:
    phone = "84912345671"
    kept = [
        ("Lan", "0912345671", 1),
        ("Lan", "+84912345671", 2),
        ("Mai", "0912 345 671", 1),
        ("Hoa", "77", 1),
    ]
    with database.transaction() as connection:
        directory = Directory(connection)
        ids = {name: directory.add(name, now=NOW).id for name, _, _ in kept}
        for name, value, place in kept:
            row = {"person": ids[name], "value": value, "phone": phone, "place": place}
            connection.execute(AS_BEFORE, row)
        [step] = [step for step in find_steps("scheduler", STEP_FOLDERS["scheduler"]) if step.number == 5]
        for statement in step.statements(connection.dialect)[:2]:
            connection.execute(Query("mend", statement, {}))
        rows = connection.execute(Query("rows", "SELECT person, value, gone FROM addresses", {}))
    mended = sorted(
        (name, value, gone) for name, id_ in ids.items() for one, value, gone in rows if one == id_
    )
    assert mended == [("Hoa", "77", "then"), ("Lan", phone, None), ("Mai", phone, None)]
