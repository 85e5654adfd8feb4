"""A session with PostgreSQL by psycopg 3, imported only where a PostgreSQL URL is used.

What differs from SQLite is small: placeholders (`queries` spells them), a connection that a restarted server drops, and
errors told by SQLSTATE rather than by their wording.
"""

from collections.abc import Iterable

import psycopg
from psycopg import errors

from calendars.queries import NO_PARAMS, Dialect, Params, Query, Row

CONNECT_SECONDS = 10
SCHEMA_LOCK = 7_723_301


class PostgresSession:
    """One connection of one thread."""

    dialect = Dialect.POSTGRESQL

    def __init__(self, url: str) -> None:
        self._raw: psycopg.Connection[Row] = psycopg.connect(
            url, autocommit=True, connect_timeout=CONNECT_SECONDS, application_name="sched"
        )

    @property
    def usable(self) -> bool:
        return not self._raw.closed and not self._raw.broken

    def execute(self, query: Query, params: Params = NO_PARAMS) -> list[Row]:
        cursor = self._raw.execute(query.text(Dialect.POSTGRESQL), dict(params))
        return cursor.fetchall() if cursor.description else []

    def execute_many(self, query: Query, rows: Iterable[Params]) -> None:
        with self._raw.cursor() as cursor:
            cursor.executemany(query.text(Dialect.POSTGRESQL), [dict(row) for row in rows])

    def run(self, statement: str) -> None:
        self._raw.execute(statement)

    def begin(self, *, writing: bool) -> None:
        self.run("BEGIN" if writing else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def commit(self) -> None:
        self.run("COMMIT")

    def rollback(self) -> None:
        if self.usable:
            self.run("ROLLBACK")

    def lock_schema(self) -> None:
        # Two processes that start together would else both make the tables.
        self.run(f"SELECT pg_advisory_xact_lock({SCHEMA_LOCK})")

    def compact(self) -> bool:
        self.run("VACUUM")
        # What was deleted may be overwritten from now on; only VACUUM FULL, which locks everybody out, rewrites it.
        return True

    def stamp(self) -> object | None:
        return None

    def has_steps_table(self) -> bool:
        row = self._raw.execute("SELECT to_regclass('schema_steps') IS NOT NULL").fetchone()
        return bool(row and row[0])

    def close(self) -> None:
        self._raw.close()


_SENTENCES: tuple[tuple[type[Exception], str], ...] = (
    (errors.DiskFull, "the server's disk is full; make room there and try again: nothing was half written"),
    (errors.ReadOnlySqlTransaction, "the server takes no changes just now (a standby?); use the primary"),
    (errors.InsufficientPrivilege, "this user may not do that; give it the right to use and create tables"),
    (errors.LockNotAvailable, "another program keeps it locked; try again"),
    (errors.SerializationFailure, "another program changed the same things at the same time; try again"),
    (errors.DeadlockDetected, "another program changed the same things at the same time; try again"),
)


def sentence(error: Exception) -> str | None:
    """What an error of the driver means and what to do, or None where it is a mistake of ours."""
    for kind, text in _SENTENCES:
        if isinstance(error, kind):
            return text
    if isinstance(error, psycopg.OperationalError):
        first_line = str(error).strip().splitlines()[0] if str(error).strip() else "no answer"
        return f"the server cannot be reached ({first_line}); look whether it runs, and at `database` in config.toml"
    return None
