"""Backup and restore on both databases: while others write, after a kill, and of what is damaged."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from calendars.errors import NewerDatabase
from calendars.queries import Query
from scheduler.database import connect
from scheduler.errors import ConfigurationError, DatabaseUnavailable, Stale
from scheduler.service import backups, care
from scheduler.service.backups import backup, note_backup, readable, restore
from scheduler.settings import Settings, file_url

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
ADD = Query("add", "INSERT INTO people (id, name, unsubscribe, created) VALUES (:id, :id, :id, '2026')", {})
NAMES = Query("names", "SELECT id FROM people ORDER BY id", {})
TALLY = Query(
    "tally",
    "INSERT INTO tallies (channel, kind, month, count) VALUES ('email', 'sent', '', 1) "
    "ON CONFLICT (channel, kind, month) DO UPDATE SET count = tallies.count + 1",
    {},
)
WRITER = """
import sys
from calendars.queries import Query
from scheduler.database import connect
ADD = Query("add", "INSERT INTO people (id, name, unsubscribe, created) VALUES (:id, :id, :id, '2026')", {})
TALLY = Query("tally", "UPDATE tallies SET count = count + 1", {})
with connect(sys.argv[1]) as database:
    number = 0
    while True:
        number += 1
        with database.transaction() as connection:
            connection.execute(ADD, {"id": f"w-{number:06}"})
            connection.execute(TALLY)
        if number == 20:
            print("writing", flush=True)
"""
"""Adds a person and counts it in one transaction: a copy of one moment has as many people as the count says."""

STATEMENTS = (
    "INSERT INTO calendars (slug, version, changed) VALUES ('hoi', 3, :at)",
    """INSERT INTO documents (sha256, name, media_type, pages, received, content)
       VALUES ('d', 'd.txt', 'text/plain', NULL, :at, :content)""",
    """INSERT INTO releases (number, calendar, document, state, made, changes_json)
       VALUES (1, 'hoi', 'd', 'published', :at, '[]')""",
    """INSERT INTO releases (number, calendar, state, made, changes_json, undoes)
       VALUES (2, 'hoi', 'published', :at, '[]', 1)""",
)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    with connect(database_url) as database, database.transaction() as connection:
        connection.execute(ADD, {"id": "p-0"})
        connection.execute(TALLY)
        for statement in STATEMENTS:
            wanted = {"at": "2026", "content": b"\x00\xff bytes"}
            given = {name: value for name, value in wanted.items() if f":{name}" in statement}
            connection.execute(Query("trial", statement, {}), given)
    return Settings(folder=tmp_path, database=database_url)


@pytest.fixture
def add(database_url: str) -> Callable[[str], None]:
    def add(name: str) -> None:
        with connect(database_url) as database, database.transaction() as connection:
            connection.execute(ADD, {"id": name})

    return add


def names(url: str) -> list[str]:
    with connect(url) as database, database.reading() as connection:
        return [row[0] for row in connection.execute(NAMES)]


@contextmanager
def writing(url: str) -> "Iterator[subprocess.Popen[str]]":
    process = subprocess.Popen([sys.executable, "-c", WRITER, url], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    try:
        yield process
    finally:
        process.kill()
        process.wait(10)
        process.stdout.close()


def test_a_backup_is_one_sqlite_file_with_everything(settings: Settings, tmp_path: Path) -> None:
    made = backup(settings, tmp_path / "copy.db")
    assert made.contents.counts == {"documents": 1, "events": 0, "releases": 2, "people": 1, "outbox": 0}
    assert (made.contents.last_release, made.contents.released) == (2, "2026")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT content FROM documents").fetchone() == (b"\x00\xff bytes",)
    assert (tmp_path / "copy.db").stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in tmp_path.glob("*copy*")) == ["copy.db"]


def test_a_backup_under_writes_is_of_one_moment(settings: Settings, tmp_path: Path) -> None:
    with writing(settings.database):
        for number in range(3):
            backup(settings, tmp_path / f"copy{number}.db")
    for number in range(3):
        with closing(sqlite3.connect(tmp_path / f"copy{number}.db")) as copy:
            people = copy.execute("SELECT count(*) FROM people").fetchone()
            assert people == copy.execute("SELECT count FROM tallies").fetchone()
            assert people[0] > 20


def test_a_backup_is_never_written_over_and_a_failed_one_leaves_nothing(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(settings, tmp_path / "copy.db")
    with pytest.raises(ConfigurationError, match="never overwrites"):
        backup(settings, tmp_path / "copy.db")
    with pytest.raises(DatabaseUnavailable, match="could not be made"):
        backup(settings, tmp_path / "nowhere" / "copy.db")

    def broken(path: Path) -> backups.Contents:
        raise sqlite3.DatabaseError("row 7 missing from index")

    monkeypatch.setattr(backups, "examine", broken)
    with pytest.raises(DatabaseUnavailable, match="row 7 missing"):
        backup(settings, tmp_path / "other.db")
    assert sorted(path.name for path in tmp_path.glob("*o*er*.db*")) == []


def test_a_restored_database_is_what_it_was_and_what_was_there_is_kept(
    settings: Settings, add: Callable[[str], None], tmp_path: Path
) -> None:
    backup(settings, tmp_path / "copy.db")
    add("p-1")
    kept = restore(settings, tmp_path / "copy.db", NOW)
    assert names(settings.database) == ["p-0"]
    assert kept is not None
    assert readable(kept).counts["people"] == 2
    add("p-2")
    restore(settings, kept, NOW.replace(hour=4))
    assert names(settings.database) == ["p-0", "p-1"]


def test_a_backup_goes_into_the_other_database_too(postgres_url: str, tmp_path: Path) -> None:
    here = Settings(folder=tmp_path, database=f"sqlite:///{tmp_path}/sched.db")
    with connect(here.database) as database, database.transaction() as connection:
        connection.execute(ADD, {"id": "p-0"})
    backup(here, tmp_path / "copy.db")
    there = here._replace(database=postgres_url)
    assert restore(there, tmp_path / "copy.db", NOW) is None
    assert names(postgres_url) == ["p-0"]
    made = backup(there, tmp_path / "back.db")
    assert made.contents.counts["people"] == 1


def test_what_is_damaged_or_no_backup_is_refused_and_changes_nothing(
    settings: Settings, tmp_path: Path
) -> None:
    made = backup(settings, tmp_path / "copy.db")
    content = bytearray(made.path.read_bytes())
    content[4096 * 3 : 4096 * 6] = b"\xff" * 4096 * 3
    (tmp_path / "damaged.db").write_bytes(content)
    (tmp_path / "empty.db").touch()
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE notes (x TEXT)")
    for name in ("damaged.db", "empty.db", "other.db", "missing.db"):
        with pytest.raises(DatabaseUnavailable, match="is no usable backup"):
            restore(settings, tmp_path / name, NOW)
    assert names(settings.database) == ["p-0"]


def test_a_backup_of_a_newer_version_is_refused(settings: Settings, tmp_path: Path) -> None:
    made = backup(settings, tmp_path / "copy.db")
    with closing(sqlite3.connect(made.path)) as copy, copy:
        copy.execute("INSERT INTO schema_steps VALUES ('scheduler', 900, 'of tomorrow', '')")
    with pytest.raises(NewerDatabase):
        restore(settings, made.path, NOW)
    assert names(settings.database) == ["p-0"]
    assert list(tmp_path.glob(".restoring*")) == []


def test_a_backup_of_an_older_version_is_brought_up_to_date(settings: Settings, tmp_path: Path) -> None:
    made = backup(settings, tmp_path / "copy.db")
    with closing(sqlite3.connect(made.path)) as copy, copy:
        copy.execute("DROP TABLE feed_clients")
        copy.execute("DROP TABLE care")
        copy.execute("DROP INDEX audit_by_who")
        copy.execute("DELETE FROM schema_steps WHERE package = 'scheduler' AND number = 3")
    restore(settings, made.path, NOW)
    with connect(settings.database, upgrade=False) as database:
        assert database.pending() == []


# SQLite


def test_a_database_in_use_is_not_replaced(tmp_path: Path) -> None:
    settings = Settings(folder=tmp_path, database=f"sqlite:///{tmp_path}/sched.db")
    with connect(settings.database) as database:
        backup(settings, tmp_path / "copy.db")
        with database.transaction() as connection:
            connection.execute(ADD, {"id": "p-1"})
        with pytest.raises(Stale, match="stop `sched up`"):
            restore(settings, tmp_path / "copy.db", NOW)
    assert names(settings.database) == ["p-1"]


def test_what_a_killed_writer_had_committed_is_in_the_backup(tmp_path: Path) -> None:
    settings = Settings(folder=tmp_path, database=f"sqlite:///{tmp_path}/sched.db")
    with connect(settings.database) as database, database.transaction() as connection:
        connection.execute(TALLY)
    with writing(settings.database) as process:
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    made = backup(settings, tmp_path / "copy.db")
    with closing(sqlite3.connect(made.path)) as copy:
        [people], [told] = (
            copy.execute(f"SELECT {what}").fetchone()
            for what in ("count(*) FROM people", "count - 1 FROM tallies")
        )
    assert people == told >= 20


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from scheduler.service import backups
from scheduler.settings import Settings, file_url
folder = Path(sys.argv[1])
settings = Settings(folder=folder, database=f"sqlite:///{folder}/sched.db")
real = getattr(backups, sys.argv[2])
def dying(*arguments):
    real(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(backups, sys.argv[2], dying)
if sys.argv[3] == "backup":
    backups.backup(settings, folder / "second.db")
else:
    backups.restore(settings, folder / "copy.db", datetime(2026, 11, 22, tzinfo=UTC))
"""


@pytest.mark.parametrize(
    ("at", "doing"),
    [("_copy", "backup"), ("_to_disk", "backup"), ("_settle", "restore"), ("_set_aside", "restore")],
)
def test_killed_at_any_step_it_leaves_a_whole_database_and_no_half_backup(
    tmp_path: Path, at: str, doing: str
) -> None:
    settings = Settings(folder=tmp_path, database=f"sqlite:///{tmp_path}/sched.db")
    with connect(settings.database) as database, database.transaction() as connection:
        connection.execute(ADD, {"id": "p-0"})
    backup(settings, tmp_path / "copy.db")
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path, at, doing], check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert not (tmp_path / "second.db").exists()
    if (tmp_path / "sched.db").exists():
        assert names(settings.database) == ["p-0"]
    else:
        # Killed between the two renamings: what was there stands beside, whole, and restoring again goes on.
        assert readable(tmp_path / "sched-replaced-1.db").counts["people"] == 1
        restore(settings, tmp_path / "copy.db", NOW)
        assert names(settings.database) == ["p-0"]


# upgrading


@pytest.fixture
def older(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of schema steps that goes on from the present ones; its first further step is put in by the test."""
    from scheduler.database import STEP_FOLDERS

    steps = tmp_path / "steps"
    steps.mkdir()
    monkeypatch.setattr("scheduler.database.STEP_FOLDERS", {**STEP_FOLDERS, "trial": steps})
    return steps


def test_an_upgrade_backs_up_first_and_says_what_it_did(settings: Settings, older: Path) -> None:
    (older / "0001_more.sql").write_text("CREATE TABLE more (x TEXT);\n", "utf-8")
    done = care.upgrade(settings, NOW)
    assert done.steps == ("trial 1 more",)
    assert done.backup is not None
    assert readable(done.backup.path).counts["people"] == 1
    assert care.upgrade(settings, NOW) == care.Upgraded(steps=(), backup=None)


def test_an_upgrade_whose_step_fails_leaves_all_as_it_was(settings: Settings, older: Path) -> None:
    (older / "0001_good.sql").write_text("CREATE TABLE good (x TEXT);\nDELETE FROM people;\n", "utf-8")
    (older / "0002_bad.sql").write_text("CREATE TABEL bad (x TEXT);\n", "utf-8")
    with pytest.raises(DatabaseUnavailable, match="all is as it was; the backup made before is"):
        care.upgrade(settings, NOW)
    (older / "0001_good.sql").unlink()
    (older / "0002_bad.sql").unlink()
    assert names(settings.database) == ["p-0"]


def test_an_upgrade_that_loses_rows_is_taken_back(settings: Settings, older: Path) -> None:
    (older / "0001_lossy.sql").write_text("DELETE FROM people;\n", "utf-8")
    with pytest.raises(DatabaseUnavailable, match="rows of people would be lost; all is as it was"):
        care.upgrade(settings, NOW)
    (older / "0001_lossy.sql").unlink()
    assert names(settings.database) == ["p-0"]


def test_a_database_that_was_never_used_is_made_without_a_backup(tmp_path: Path) -> None:
    settings = Settings(folder=tmp_path, database=f"sqlite:///{tmp_path}/sched.db")
    assert care.upgrade(settings, NOW).backup is None
    assert care.upgrade(settings, NOW).steps == ()


AWKWARD = "sao lưu 50%41 #1? (bản sao)"


def test_names_with_marks_that_addresses_use_are_names_like_any_other(
    settings: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / AWKWARD
    folder.mkdir()
    made = backup(settings, folder / f"{AWKWARD}.db")
    assert made.contents == readable(folder / f"{AWKWARD}.db")
    there = Settings(folder=folder, database=file_url(folder / f"lịch {AWKWARD}.db"))
    assert restore(there, folder / f"{AWKWARD}.db", NOW) is None
    again = backup(there, folder / "again.db")
    assert again.contents.counts == made.contents.counts
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file() and path.parent == folder) == [
        "again.db",
        f"lịch {AWKWARD}.db",
        f"{AWKWARD}.db",
    ]


def test_what_stands_in_the_journal_of_a_copied_database_is_restored_too(tmp_path: Path) -> None:
    there = file_url(tmp_path / "other.db")
    with connect(there) as database:
        with database.transaction() as connection:
            connection.execute(ADD, {"id": "p-late"})
        assert (tmp_path / "other.db-wal").stat().st_size
        office = Settings(folder=tmp_path, database=file_url(tmp_path / "sched.db"))
        shown = readable(tmp_path / "other.db")
        restore(office, tmp_path / "other.db", NOW)
    assert shown.counts["people"] == 1
    assert names(office.database) == ["p-late"]


def test_a_restored_file_may_be_used_by_whom_the_old_one_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Settings(folder=tmp_path, database=file_url(tmp_path / "sched.db"))
    connect(office.database).close()
    backup(office, tmp_path / "copy.db")
    (tmp_path / "sched.db").chmod(0o660)
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "chown", lambda _path, user, group: given.append((user, group)))
    old = (tmp_path / "sched.db").stat()
    restore(office, tmp_path / "copy.db", NOW)
    assert (tmp_path / "sched.db").stat().st_mode & 0o777 == 0o660
    assert given == [(old.st_uid, old.st_gid)]


def test_a_file_of_another_program_is_no_backup(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE releases (number)")
    with pytest.raises(DatabaseUnavailable, match="it holds no calendar of sched"):
        readable(tmp_path / "other.db")
    (tmp_path / "words.db").write_text("không phải cơ sở dữ liệu " * 100)
    with pytest.raises(DatabaseUnavailable, match="file is not a database; nothing was changed"):
        readable(tmp_path / "words.db")


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM schema_steps WHERE package = 'scheduler' AND number = 6",
        "INSERT INTO schema_steps VALUES ('scheduler', 99, 'later', '2027')",
    ],
    ids=["older", "newer"],
)
def test_a_database_of_another_version_is_copied_and_left_as_it_is(change: str, tmp_path: Path) -> None:
    office = Settings(folder=tmp_path, database=file_url(tmp_path / "sched.db"))
    connect(office.database).close()
    with closing(sqlite3.connect(tmp_path / "sched.db")) as raw:
        raw.execute(change)
        raw.commit()
        before = raw.execute("SELECT * FROM schema_steps ORDER BY package, number").fetchall()
        backup(office, tmp_path / "copy.db")
        note_backup(office, NOW)
        assert raw.execute("SELECT * FROM schema_steps ORDER BY package, number").fetchall() == before
        assert raw.execute("SELECT count(*) FROM care").fetchone() == (0,)
