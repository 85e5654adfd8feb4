"""A connection to SQLite or PostgreSQL, its transactions, and the steps that bring its tables up to date.

What is hard: a full disk, a lock, a read-only file or a lost server may show at any query and at the commit, and each
must become one sentence and leave nothing half written. An up-to-date SQLite file must open in about a millisecond, so
psycopg is imported only for its own URLs. What the tables hold is left to the stores of both packages.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, Self
from urllib.parse import unquote, urlsplit

import calendars
from calendars.errors import NewerDatabase
from calendars.queries import Connection, Dialect, Query, Step, find_steps
from scheduler.errors import ConfigurationError, DatabaseUnavailable

STEP_FOLDERS = {
    "calendars": Path(calendars.__file__).parent / "sql" / "steps",
    "scheduler": Path(__file__).parent / "sql" / "steps",
}

_MAKE_STEPS_TABLE = (
    "CREATE TABLE IF NOT EXISTS schema_steps (package TEXT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL, "
    "applied TEXT NOT NULL, PRIMARY KEY (package, number))"
)
_APPLIED = Query("applied_steps", "SELECT package, number FROM schema_steps", {})
_RECORD_STEP = Query(
    "record_step",
    "INSERT INTO schema_steps (package, number, name, applied) "
    "VALUES (:package, :number, :name, CAST(CURRENT_TIMESTAMP AS TEXT))",
    {},
)


class _Session(Connection, Protocol):
    """One open connection of one thread: a `Connection` that can also begin, commit and be given up."""

    def begin(self, *, writing: bool) -> None: ...
    def commit(self) -> None: ...
    def rollback(self) -> None: ...
    def run(self, statement: str) -> None: ...
    def has_steps_table(self) -> bool: ...
    def stamp(self) -> object | None: ...
    def lock_schema(self) -> None: ...
    def compact(self) -> bool: ...
    def close(self) -> None: ...
    @property
    def usable(self) -> bool: ...


class _Held:
    """A session, and the lock of whoever is within it.

    Freeing a connection that another thread is just using ends the whole process (SQLite and libpq alike), so a session
    in use that shall be closed is closed by its user, when it has done.
    """

    def __init__(self, session: _Session) -> None:
        self.session = session
        self.given_up = False
        self._lock = threading.RLock()

    def enter(self) -> bool:
        """Whether the session may be used now; then `leave` is to be called."""
        self._lock.acquire()
        if not self.given_up and self.session.usable:
            return True
        self._lock.release()
        return False

    def leave(self) -> None:
        """Ends a use."""
        self._lock.release()
        if self.given_up:
            self._close_unless_used()

    def give_up(self) -> None:
        """Closes the session, now or when its user leaves it."""
        self.given_up = True
        self._close_unless_used()

    def _close_unless_used(self) -> None:
        if self._lock.acquire(blocking=False):
            try:
                self.session.close()
            finally:
                self._lock.release()


class Database:
    """A database whose tables are up to date. Each thread has a connection of its own, opened when first used."""

    def __init__(self, url: str, dialect: Dialect, open_session: Callable[[], _Session]) -> None:
        self.url = url
        self.dialect = dialect
        self._open_session = open_session
        self._local = threading.local()
        self._held: list[_Held] = []
        self._guard = threading.Lock()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that may write: kept as a whole when the block ends, forgotten when it raises.

        On SQLite the one writer's lock is taken at once (BEGIN IMMEDIATE), so a block never fails half way for it.
        DatabaseUnavailable where the database refuses.
        """
        with self._within(writing=True) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads, and sees one moment throughout; it waits for no writer."""
        with self._within(writing=False) as connection:
            yield connection

    def close(self) -> None:
        """Closes the connections of all threads; the database may be used again, which opens new ones.

        A thread that is within a transaction completes it first; this does not wait for it.
        """
        with self._guard:
            held, self._held = self._held, []
            self._local = threading.local()
        for one in held:
            one.give_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _within(self, *, writing: bool) -> Iterator[_Session]:
        with _told_plainly(self.url, self.dialect), self._session() as session:
            session.begin(writing=writing)
            try:
                yield session
            except BaseException:
                session.rollback()
                raise
            try:
                session.commit()
            except BaseException:
                session.rollback()
                raise

    def stamp(self) -> object | None:
        """A value that stays equal as long as nothing is written to the database, by whomever, for quick answers.

        Only values that one thread was given may be compared. None where the database cannot tell without a query.
        """
        # Asked for on every request of a feed, where entering two contexts costs more than the answer.
        held: _Held | None = getattr(self._local, "held", None)
        if held is not None and held.enter():
            try:
                return held.session.stamp()
            except Exception:  # noqa: BLE001, S110 - asked again below, which says what it is
                pass
            finally:
                held.leave()
        with _told_plainly(self.url, self.dialect), self._session() as session:
            return session.stamp()

    def compact(self) -> bool:
        """Gives back the room of what was deleted, so that the files hold none of it; whether that was possible now.

        False where others have the database open: then what was deleted stays readable in its files for a while.
        """
        with _told_plainly(self.url, self.dialect), self._session() as session:
            return session.compact()

    @contextmanager
    def _session(self) -> Iterator[_Session]:
        """This thread's session, which nobody closes meanwhile."""
        held: _Held | None = getattr(self._local, "held", None)
        while held is None or not held.enter():
            held = self._open(held)
        try:
            yield held.session
        finally:
            held.leave()

    def _open(self, former: _Held | None) -> _Held:
        held = _Held(self._open_session())
        with self._guard:
            self._local.held = held
            if former in self._held:
                self._held.remove(former)
            self._held.append(held)
        return held

    def has_steps(self) -> bool:
        """Whether our tables have ever been made in it."""
        with self._within(writing=False) as session:
            return session.has_steps_table()

    def pending(self) -> list[Step]:
        """The schema steps that are missing, in order. NewerDatabase where a newer version has been here."""
        with self._within(writing=False) as session:
            return _missing(session, _known_steps())

    def upgrade(self, check: Callable[[Connection], None] | None = None) -> list[Step]:
        """Applies the schema steps that are missing, all in one transaction, and names them.

        check: looks at what came out before it is kept; where it raises, all is as it was. NewerDatabase where a newer
        version has been here.
        """
        if not self.pending():
            return []
        known = _known_steps()
        with self._within(writing=True) as session:
            session.lock_schema()
            session.run(_MAKE_STEPS_TABLE)
            # Another process may have done it between the look and the lock.
            missing = _missing(session, known)
            for step in missing:
                for statement in step.statements(self.dialect):
                    session.run(statement)
                record = {"package": step.package, "number": step.number, "name": step.name}
                session.execute(_RECORD_STEP, record)
            if check is not None:
                check(session)
        return missing


def _known_steps() -> dict[str, list[Step]]:
    return {package: find_steps(package, folder) for package, folder in STEP_FOLDERS.items()}


def _missing(session: _Session, known: dict[str, list[Step]]) -> list[Step]:
    applied = set(session.execute(_APPLIED)) if session.has_steps_table() else set()
    for package, steps in known.items():
        latest = steps[-1].number if steps else 0
        newest = max((number for name, number in applied if name == package), default=0)
        if newest > latest:
            raise NewerDatabase(newest, latest)
    return [step for steps in known.values() for step in steps if (step.package, step.number) not in applied]


def connect(url: str, *, upgrade: bool = True) -> Database:
    """The database at a URL, made and (unless `upgrade` is False) brought up to date where needed.

    url: "sqlite:///file" (relative to the working directory; four slashes for an absolute path) or "postgresql://...".
    ConfigurationError for another scheme, DatabaseUnavailable where it cannot be opened, NewerDatabase where a newer
    version has been at it.
    """
    scheme = urlsplit(url).scheme
    if scheme == "sqlite":
        path = Path(unquote(url.partition(":///")[2]))
        if not path.name:
            raise ConfigurationError(f'database = "{url}" names no file; write it like "sqlite:///sched.db"')
        database = Database(url, Dialect.SQLITE, lambda: _sqlite_session(path))
    elif scheme in ("postgresql", "postgres"):
        database = Database(url, Dialect.POSTGRESQL, lambda: _postgres_session(url))
    else:
        raise ConfigurationError(
            f'database = "{url}": {scheme or "this"} is no database known here; write "sqlite:///sched.db" '
            'or "postgresql://user@host/name"'
        )
    try:
        if upgrade:
            database.upgrade()
    except BaseException:
        database.close()
        raise
    return database


def _sqlite_session(path: Path) -> _Session:
    from scheduler.sqlite import SqliteSession  # noqa: PLC0415 - as below, none is loaded for the other's URLs

    return SqliteSession(path)


def _postgres_session(url: str) -> _Session:
    from scheduler.postgres import PostgresSession  # noqa: PLC0415 - psycopg takes a quarter of a second

    return PostgresSession(url)


@contextmanager
def _told_plainly(url: str, dialect: Dialect) -> Iterator[None]:
    """Turns the driver's errors into sentences; a mistake in our own SQL stays what it is."""
    try:
        yield
    except Exception as error:
        if cause := _sentence(error, dialect):
            raise DatabaseUnavailable(f"{shown(url)}: {cause}") from error
        raise


def _sentence(error: Exception, dialect: Dialect) -> str | None:
    if dialect is Dialect.SQLITE:
        from scheduler.sqlite import sentence  # noqa: PLC0415 - see above
    else:
        from scheduler.postgres import sentence  # noqa: PLC0415 - see above
    return sentence(error)


def shown(url: str) -> str:
    """A database URL without its password, for people and logs."""
    parts: Any = urlsplit(url)
    if parts.password is None:
        return url
    return url.replace(f":{parts.password}@", ":***@", 1)
