"""SQL in files: named queries, variants, parameters as each driver wants them, numbered steps."""

from pathlib import Path

import pytest

from calendars.queries import Dialect, Step, find_steps, load_queries

SQL = """-- What is asked of notes.

-- name: notes
SELECT name FROM notes
-- a remark
WHERE day >= :first AND name LIKE '50%'

-- name: lock
SELECT 1
-- dialect: postgresql
SELECT x::text FROM notes WHERE day = :first FOR UPDATE
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written = tmp_path / "notes.sql"
    written.write_text(SQL, "utf-8")
    return written


def test_queries_are_found_by_name(path: Path) -> None:
    assert list(load_queries(path)) == ["notes", "lock"]


def test_sqlite_takes_the_text_as_it_stands_without_remarks(path: Path) -> None:
    text = load_queries(path)["notes"].text(Dialect.SQLITE)
    assert text == "SELECT name FROM notes\nWHERE day >= :first AND name LIKE '50%'"


def test_postgresql_takes_named_places_and_doubled_per_cents(path: Path) -> None:
    text = load_queries(path)["notes"].text(Dialect.POSTGRESQL)
    assert text == "SELECT name FROM notes\nWHERE day >= %(first)s AND name LIKE '50%%'"


def test_a_variant_holds_for_its_dialect_and_its_casts_are_no_parameters(path: Path) -> None:
    lock = load_queries(path)["lock"]
    assert lock.text(Dialect.SQLITE) == "SELECT 1"
    assert lock.text(Dialect.POSTGRESQL) == "SELECT x::text FROM notes WHERE day = %(first)s FOR UPDATE"


def test_a_name_is_given_once(path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sql"
    again.write_text("-- name: notes\nSELECT 2\n", "utf-8")
    with pytest.raises(ValueError, match=r"again\.sql: the query notes is there twice"):
        load_queries(path, again)


def test_sql_outside_any_name_is_a_mistake(tmp_path: Path) -> None:
    stray = tmp_path / "stray.sql"
    stray.write_text("SELECT 1\n-- name: one\nSELECT 1\n", "utf-8")
    with pytest.raises(ValueError, match="SQL before the first name"):
        load_queries(stray)


def test_steps_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("0010_last.sql", "0002_second_one.sql", "0001_first.sql", "notes.txt"):
        (tmp_path / name).write_text("", "utf-8")
    steps = find_steps("calendars", tmp_path)
    assert [(step.number, step.name) for step in steps] == [(1, "first"), (2, "second_one"), (10, "last")]


def test_two_steps_of_one_number_are_a_mistake(tmp_path: Path) -> None:
    for name in ("0001_one.sql", "0001_other.sql"):
        (tmp_path / name).write_text("", "utf-8")
    with pytest.raises(ValueError, match="bear the same number"):
        find_steps("calendars", tmp_path)


def test_a_package_without_steps_has_none(tmp_path: Path) -> None:
    assert find_steps("calendars", tmp_path / "nowhere") == []


def test_a_steps_statements_are_those_of_the_dialect(tmp_path: Path) -> None:
    path = tmp_path / "0001_first.sql"
    path.write_text(
        "-- Why; a remark.\nCREATE TABLE a (\n    x TEXT\n);\n"
        "-- dialect: postgresql\nCREATE INDEX p ON a (x);\n"
        "-- dialect: sqlite\nCREATE INDEX s ON a (x);\n"
        "-- dialect: any\nCREATE TABLE b (y TEXT);\n",
        "utf-8",
    )
    step = Step("calendars", 1, "first", path)
    first, last = "CREATE TABLE a (\n    x TEXT\n)", "CREATE TABLE b (y TEXT)"
    assert step.statements(Dialect.SQLITE) == [first, "CREATE INDEX s ON a (x)", last]
    assert step.statements(Dialect.POSTGRESQL) == [first, "CREATE INDEX p ON a (x)", last]
