"""A PostgreSQL database as an SQLite file with the same tables, and back: the form of backups, and a way to move.

What is hard is one moment of a database in use, and a schema that may be older than this program: all rows come out of
one read-only transaction, into the tables that the steps recorded there make. `pg_dump` needs no program of ours, but
another one of the right version; this needs neither.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from calendars.errors import NewerDatabase
from calendars.queries import Dialect, find_steps
from scheduler.database import STEP_FOLDERS, connect, shown
from scheduler.errors import DatabaseUnavailable
from scheduler.postgres import CONNECT_SECONDS, sentence
from scheduler.sqlite import opened_for_reading

BATCH = 2_000
_STEPS = (
    "CREATE TABLE schema_steps (package TEXT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL, "
    "applied TEXT NOT NULL, PRIMARY KEY (package, number))"
)


def copy_out(url: str, target: Path) -> None:
    """Write all that is in the PostgreSQL database into the new SQLite file `target`, as of one moment.

    DatabaseUnavailable where the server does not answer, NewerDatabase where a newer version has been at it.
    """
    with _connected(url) as server, closing(sqlite3.connect(target, isolation_level=None)) as copy:
        server.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        server.read_only = True
        copy.execute("PRAGMA journal_mode = OFF")  # a file that is not whole is thrown away
        copy.execute("PRAGMA synchronous = OFF")
        _make_tables(server, copy)
        copy.execute("BEGIN")
        for table, columns in _tables(copy):
            names = ", ".join(columns)
            copy.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables; steps may have put rows
            marks = ", ".join("?" for _ in columns)
            insert = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - as above
            with server.cursor(name=f"copy_{table}") as cursor:
                cursor.itersize = BATCH
                cursor.execute(sql.SQL("SELECT {} FROM {}").format(_names(columns), sql.Identifier(table)))
                copy.executemany(insert, (tuple(map(_plain, row)) for row in cursor))
        copy.execute("COMMIT")


def copy_in(source: Path, url: str) -> None:
    """Put what is in an SQLite file, which is up to date, in the place of all that the PostgreSQL database holds.

    In one transaction: it is done whole or not at all. DatabaseUnavailable where the server does not answer.
    """
    connect(url).close()  # the tables are made where there are none
    with _connected(url) as server, closing(opened_for_reading(source)) as copy:
        tables = list(_tables(copy))
        everything = sql.SQL(", ").join(sql.Identifier(table) for table, _ in tables)
        server.execute(sql.SQL("TRUNCATE {}").format(everything))
        for table, columns in tables:
            order = (
                " ORDER BY number" if table == "releases" else ""
            )  # one that undoes another comes after it
            rows = copy.execute(f"SELECT {', '.join(columns)} FROM {table}{order}")  # noqa: S608 - as above
            into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), _names(columns))
            with server.cursor() as cursor, cursor.copy(into) as stream:
                for row in rows:
                    stream.write_row(row)
        server.commit()


def is_empty(url: str) -> bool:
    """Whether the PostgreSQL database holds none of our tables, or nothing was ever imported or entered."""
    with _connected(url) as server:
        for table in ("releases", "people", "accounts"):
            known = server.execute("SELECT to_regclass(%s)", (table,)).fetchone()
            if known and known[0]:
                found = server.execute(sql.SQL("SELECT 1 FROM {} LIMIT 1").format(sql.Identifier(table)))
                if found.fetchone():
                    return False
    return True


class _connected:  # noqa: N801 - used like a function
    """A connection to the server, whose errors become sentences."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: psycopg.Connection[Any] | None = None

    def __enter__(self) -> "psycopg.Connection[Any]":
        try:
            self._connection = psycopg.connect(
                self._url, connect_timeout=CONNECT_SECONDS, application_name="sched"
            )
        except psycopg.Error as error:
            raise self._told(error) from error
        return self._connection

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if self._connection is not None:
            self._connection.close()
        if isinstance(error, psycopg.Error):
            raise self._told(error) from error

    def _told(self, error: psycopg.Error) -> DatabaseUnavailable:
        return DatabaseUnavailable(f"{shown(self._url)}: {sentence(error) or str(error).strip()}")


def _make_tables(server: "psycopg.Connection[Any]", copy: sqlite3.Connection) -> None:
    """The tables that the server has, by the steps that are recorded there."""
    known = {
        (package, step.number): step
        for package, folder in STEP_FOLDERS.items()
        for step in find_steps(package, folder)
    }
    found = server.execute("SELECT to_regclass('schema_steps')").fetchone()
    applied = set(server.execute("SELECT package, number FROM schema_steps")) if found and found[0] else set()
    for package, number in sorted(applied - set(known)):
        latest = max((n for p, n in known if p == package), default=0)
        raise NewerDatabase(number, latest)
    copy.execute(_STEPS)
    for key, step in known.items():
        if key in applied:
            for statement in step.statements(Dialect.SQLITE):
                copy.execute(statement)


def _tables(copy: sqlite3.Connection) -> Iterator[tuple[str, list[str]]]:
    """The tables and their columns, in the order in which they were made: what a row belongs to comes before it."""
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    for (table,) in copy.execute(named).fetchall():
        yield table, [row[1] for row in copy.execute(f"PRAGMA table_info({table})")]


def _names(columns: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value
