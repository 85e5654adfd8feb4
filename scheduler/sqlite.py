"""A session with SQLite by the standard library, and what its errors mean.

What is hard: two processes that open a new file at once, a lock that a query waits for and the change to WAL mode does
not, and errors that SQLite tells by their wording alone.
"""

import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path

from calendars.queries import NO_PARAMS, Dialect, Params, Query, Row
from scheduler.errors import DatabaseUnavailable

BUSY_SECONDS = 10.0


class SqliteSession:
    """One connection of one thread, in WAL mode, synced to the disk at each commit."""

    dialect = Dialect.SQLITE
    usable = True

    def __init__(self, path: Path) -> None:
        if not path.parent.is_dir():
            raise DatabaseUnavailable(
                f"{path}: there is no folder {path.parent}; make it, or change `database` in config.toml"
            )
        # Closed by another thread at the end of the program, used by one at a time: hence check_same_thread=False.
        self._raw = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            self._raw.execute("PRAGMA foreign_keys = ON")
            self._raw.execute("PRAGMA synchronous = FULL")
            self._write_ahead()
        except sqlite3.Error:
            self._raw.close()
            raise

    def _write_ahead(self) -> None:
        """Puts the file into WAL mode, for good. Two that do so at once refuse one another without any waiting."""
        end = time.monotonic() + BUSY_SECONDS
        while self._raw.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            try:
                self._raw.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                    raise
                time.sleep(0.01)

    def execute(self, query: Query, params: Params = NO_PARAMS) -> list[Row]:
        return self._raw.execute(query.text(Dialect.SQLITE), dict(params)).fetchall()

    def execute_many(self, query: Query, rows: Iterable[Params]) -> None:
        self._raw.executemany(query.text(Dialect.SQLITE), rows)

    def run(self, statement: str) -> None:
        self._raw.execute(statement)

    def begin(self, *, writing: bool) -> None:
        self._raw.execute("BEGIN IMMEDIATE" if writing else "BEGIN")

    def commit(self) -> None:
        self._raw.execute("COMMIT")

    def rollback(self) -> None:
        # SQLite itself rolls back on some errors (a full disk), after which there is no transaction to end.
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")

    def lock_schema(self) -> None:
        """Nothing to do: BEGIN IMMEDIATE has made this the only writer."""

    def compact(self) -> bool:
        try:
            self._raw.execute("VACUUM")
            busy, _, _ = self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            return False
        return not busy

    def has_steps_table(self) -> bool:
        return bool(self._raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_steps'").fetchone())

    def stamp(self) -> object | None:
        # data_version tells of what other connections commit, total_changes of what this one does.
        return self, self._raw.execute("PRAGMA data_version").fetchone(), self._raw.total_changes

    def close(self) -> None:
        self._raw.close()


def opened_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, to a file of any name: one with % or # in it, too. sqlite3.Error as `connect`."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


_SENTENCES = (
    ("disk is full", "the disk is full; make room and run the same command again: nothing was half written"),
    (
        "disk i/o error",
        "the disk is full, or cannot be read or written; make room, look at its health, and try again: nothing is lost",
    ),
    (
        "locked",
        f"another program has kept it locked for {BUSY_SECONDS:.0f} seconds; end that program, or try again",
    ),
    ("readonly", "it may only be read; give this user the right to write the file and its folder"),
    ("unable to open", "it cannot be opened; look at the path and at the rights on its folder"),
    (
        "not a database",
        "this file is no SQLite database; change `database` in config.toml, or restore a backup",
    ),
    ("malformed", "the file is damaged; restore a backup with `sched restore FILE`"),
)


def sentence(error: Exception) -> str | None:
    """What an error of the driver means and what to do, or None where it is a mistake of ours."""
    if not isinstance(error, sqlite3.DatabaseError):
        return None
    words = str(error).lower()
    return next((meaning for sign, meaning in _SENTENCES if sign in words), None)
