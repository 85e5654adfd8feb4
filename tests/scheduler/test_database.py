"""What a database promises, SQLite and PostgreSQL alike, and what each says when it cannot."""

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from calendars.errors import NewerDatabase
from calendars.queries import Query
from scheduler.database import Database, connect, shown
from scheduler.errors import ConfigurationError, DatabaseUnavailable

MAKE = Query("make", "CREATE TABLE notes (name TEXT PRIMARY KEY, body BYTEA)", {})
KEEP = Query("keep", "INSERT INTO notes (name, body) VALUES (:name, :body)", {})
READ = Query("read", "SELECT name, body FROM notes ORDER BY name", {})
LIKE = Query("like", "SELECT name FROM notes WHERE name LIKE '%a:b%' OR name = :name", {})
PACKAGES = Query(
    "packages", "SELECT package, max(number) FROM schema_steps GROUP BY package ORDER BY package", {}
)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/sched.db"
    postgres: str = request.getfixturevalue("postgres_url")
    return postgres


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    with connect(url) as opened:
        with opened.transaction() as connection:
            connection.execute(MAKE)
        yield opened


def names(database: Database) -> list[str]:
    with database.reading() as connection:
        return [name for name, _ in connection.execute(READ)]


# both


def test_the_first_connection_makes_the_tables_of_both_packages(url: str) -> None:
    with connect(url) as database, database.reading() as connection:
        assert [package for package, _ in connection.execute(PACKAGES)] == ["calendars", "scheduler"]


def test_a_database_that_is_up_to_date_is_left_alone(url: str) -> None:
    connect(url).close()
    with connect(url) as database:
        assert (database.pending(), database.upgrade()) == ([], [])


def test_what_is_pending_is_told_without_being_applied(url: str) -> None:
    with connect(url, upgrade=False) as database:
        packages = {step.package for step in database.pending()}
        assert packages == {step.package for step in database.pending()} == {"calendars", "scheduler"}


def test_two_that_start_together_make_the_tables_once(url: str) -> None:
    with ThreadPoolExecutor(4) as together:
        for database in together.map(connect, [url] * 4):
            database.close()
    with connect(url) as database:
        assert database.pending() == []


def test_a_transaction_is_kept_as_a_whole(database: Database) -> None:
    with database.transaction() as connection:
        connection.execute_many(KEEP, [{"name": name, "body": name.encode()} for name in "ba"])
    with database.reading() as connection:
        rows = [(name, bytes(body)) for name, body in connection.execute(READ)]
    assert rows == [("a", b"a"), ("b", b"b")]


def test_a_transaction_that_raises_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.transaction() as connection:
        connection.execute_many(KEEP, ({"name": str(1 // left), "body": b""} for left in (1, 0)))
    assert names(database) == []


def test_the_connection_is_usable_after_a_failed_query(database: Database) -> None:
    row = {"name": "a", "body": b""}
    with database.transaction() as connection:
        connection.execute(KEEP, row)
    with pytest.raises(Exception, match=r"(?i)unique"), database.transaction() as connection:
        connection.execute(KEEP, row)
    assert names(database) == ["a"]


def test_a_reader_sees_one_moment(database: Database) -> None:
    with database.reading() as connection:
        before = connection.execute(READ)
        writer = threading.Thread(target=_keep, args=(database, "late"))
        writer.start()
        writer.join(timeout=5)
        assert connection.execute(READ) == before == []
    assert names(database) == ["late"]


def _keep(database: Database, name: str) -> None:
    with database.transaction() as connection:
        connection.execute(KEEP, {"name": name, "body": b""})


def test_writers_of_many_threads_follow_one_another(database: Database) -> None:
    with ThreadPoolExecutor(4) as together:
        list(together.map(lambda number: _keep(database, f"{number:02}"), range(20)))
    assert names(database) == [f"{number:02}" for number in range(20)]


CLOSED_MEANWHILE = """
import sys, threading, time
from calendars.queries import Query
from scheduler.database import connect

LONG = Query("long", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) "
             "SELECT count(*) FROM n", {})
database = connect(sys.argv[1])
counted, within = [], threading.Event()

def count():
    with database.reading() as connection:
        within.set()
        counted.append(connection.execute(LONG)[0][0])

threads = [threading.Thread(target=count) for _ in range(4)]
for thread in threads:
    thread.start()
within.wait()
time.sleep(0.05)
database.close()
assert len(counted) < len(threads), "it had counted before it was closed"
for thread in threads:
    thread.join()
print(counted)
"""


def test_closing_lets_another_thread_finish_what_it_is_within(url: str) -> None:
    # Freeing a connection under a running query kills the process; hence a process of its own.
    result = subprocess.run(
        [sys.executable, "-c", CLOSED_MEANWHILE, url], capture_output=True, text=True, timeout=60, check=False
    )
    assert (result.returncode, result.stdout.strip()) == (0, str([3_000_000] * 4)), result.stderr


def test_a_closed_database_may_be_used_again(database: Database) -> None:
    database.close()
    assert names(database) == []


def test_signs_that_a_driver_takes_for_its_own_are_plain_text_in_a_query(database: Database) -> None:
    _keep(database, "a:b")
    with database.reading() as connection:
        assert connection.execute(LIKE, {"name": "x"}) == [("a:b",)]


def test_a_database_of_a_newer_version_is_not_touched(url: str) -> None:
    newer = Query("newer", "INSERT INTO schema_steps VALUES ('calendars', 9001, 'later', 'then')", {})
    with connect(url) as database, database.transaction() as connection:
        connection.execute(newer)
    with pytest.raises(NewerDatabase, match="schema step 9001, this program knows steps up to"):
        connect(url)


def test_a_failed_step_leaves_the_database_as_it_was(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / "0001_good.sql").write_text("CREATE TABLE good (x TEXT);\n", "utf-8")
    (steps / "0002_bad.sql").write_text("CREATE TABLE also (x TEXT);\nCREATE TABEL bad (x TEXT);\n", "utf-8")
    monkeypatch.setattr("scheduler.database.STEP_FOLDERS", {"trial": steps})
    with pytest.raises(Exception, match=r"(?i)syntax error"):
        connect(url)
    (steps / "0002_bad.sql").unlink()
    with connect(url) as database:
        assert database.pending() == []


DYING = """
import os, signal, sys
from calendars.queries import Step
from scheduler.database import connect

statements = Step.statements

def dying(self, dialect):
    if self.package == "scheduler":
        os.kill(os.getpid(), signal.SIGKILL)
    return statements(self, dialect)

Step.statements = dying
connect(sys.argv[1])
"""


def test_a_process_killed_half_way_through_its_steps_leaves_nothing_of_them(url: str) -> None:
    killed = subprocess.run([sys.executable, "-c", DYING, url], check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    with connect(url, upgrade=False) as database:
        assert {step.package for step in database.pending()} == {"calendars", "scheduler"}
    with connect(url) as database:
        assert database.pending() == []


# SQLite


def test_an_sqlite_file_survives_a_power_cut_and_lets_readers_by(tmp_path: Path) -> None:
    with connect(f"sqlite:///{tmp_path}/a.db") as database, database.reading() as connection:
        settings = {
            name: connection.execute(Query(name, f"PRAGMA {name}", {}))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {
        "journal_mode": [("wal",)],
        "synchronous": [(2,)],
        "foreign_keys": [(1,)],
        "busy_timeout": [(10000,)],
    }


def test_a_relative_path_is_taken_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    connect("sqlite:///here.db").close()
    assert (tmp_path / "here.db").exists()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match=r"there is no folder .*nowhere; make it"):
        connect(f"sqlite:///{tmp_path}/nowhere/sched.db")


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Kính gửi các đồng chí. " * 100, "utf-8")
    before = path.read_bytes()
    with pytest.raises(DatabaseUnavailable, match="no SQLite database"):
        connect(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_a_locked_database_is_told_after_a_patient_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.sqlite.BUSY_SECONDS", 0.1)
    url = f"sqlite:///{tmp_path}/sched.db"
    with connect(url) as database:
        holder = sqlite3.connect(tmp_path / "sched.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with (
            pytest.raises(DatabaseUnavailable, match="another program has kept it locked"),
            database.transaction(),
        ):
            pytest.fail("the lock was not respected")
        with database.reading():
            pass  # readers are let by
        holder.close()
        with database.transaction():
            pass


def test_a_read_only_file_can_be_read_and_says_why_it_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "sched.db"
    connect(f"sqlite:///{path}").close()
    only_reading = Query("query_only", "PRAGMA query_only = ON", {})
    with connect(f"sqlite:///{path}") as database:
        with database.reading() as connection:
            connection.execute(only_reading)
        with (
            pytest.raises(DatabaseUnavailable, match="it may only be read"),
            database.transaction() as connection,
        ):
            connection.execute(MAKE)


def test_a_full_disk_is_told_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    limit = Query("limit", "PRAGMA max_page_count = 60", {})
    with connect(f"sqlite:///{tmp_path}/sched.db") as database:
        with database.transaction() as connection:
            connection.execute(MAKE)
        with database.reading() as connection:
            connection.execute(limit)
        with (
            pytest.raises(DatabaseUnavailable, match="the disk is full"),
            database.transaction() as connection,
        ):
            connection.execute_many(KEEP, [{"name": str(n), "body": b"x" * 4000} for n in range(200)])
        assert names(database) == []


def test_opening_costs_about_a_millisecond_and_loads_nothing_heavy(tmp_path: Path) -> None:
    connect(f"sqlite:///{tmp_path}/sched.db").close()
    began = time.perf_counter()
    for _ in range(10):
        connect(f"sqlite:///{tmp_path}/sched.db").close()
    assert (time.perf_counter() - began) / 10 < 0.02  # a millisecond; twenty on a machine that is busy
    heavy = "{'psycopg', 'rapidfuzz', 'dateutil', 'holidays', 'icalendar', 'requests', 'asyncio'}"
    program = (
        "import sys; from calendars.store import CalendarStore; from calendars.releases import ReleaseStore; "
        "from calendars.conflicts import conflicts_between; from scheduler.database import connect; "
        f"connect('sqlite:///{tmp_path}/sched.db'); print(sorted({heavy} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# PostgreSQL


def test_a_server_that_is_not_there_is_told_in_a_sentence() -> None:
    with pytest.raises(
        DatabaseUnavailable, match=r"postgresql://u:\*\*\*@127\.0\.0\.1:1/x: the server cannot be reached"
    ):
        connect("postgresql://u:secret@127.0.0.1:1/x")


def test_a_connection_that_the_server_dropped_is_made_anew(postgres_url: str) -> None:
    drop = Query("drop", "SELECT pg_terminate_backend(pg_backend_pid())", {})
    with connect(postgres_url) as database:
        with pytest.raises(DatabaseUnavailable), database.transaction() as connection:
            connection.execute(drop)
        with database.reading() as connection:
            assert connection.execute(PACKAGES)


# URLs


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://x/y", "mysql is no database known here"),
        ("sched.db", "this is no database known here"),
        ("sqlite:///", "names no file"),
    ],
)
def test_another_url_is_a_mistake_in_the_configuration(url: str, sentence: str) -> None:
    with pytest.raises(ConfigurationError, match=sentence):
        connect(url)


def test_a_password_is_never_shown() -> None:
    assert shown("postgresql://sched:s3cret@db/office") == "postgresql://sched:***@db/office"
