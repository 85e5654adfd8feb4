"""Backups: one file that holds everything, made while the program runs, read back before it is called done.

What is hard is to be believed, and to have one form for both databases. A backup is an SQLite file: of an SQLite
database by its own online copy, of a PostgreSQL one row by row out of one moment (`portable`). So it is checked in the
same way, and goes back into either. What stood in the place of the restored is always kept.
"""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from calendars.errors import NewerDatabase
from scheduler.database import connect, shown
from scheduler.errors import ConfigurationError, DatabaseUnavailable, Stale
from scheduler.service.feed_clients import QUERIES
from scheduler.settings import Settings, file_of, file_url
from scheduler.sqlite import opened_for_reading, sentence
from scheduler.tellings import instant_text

__all__ = ["Backup", "Contents", "backup", "note_backup", "readable", "restore", "shown"]

TABLES_COUNTED = ("documents", "events", "releases", "people", "outbox")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a backup was found to hold when it was read back: rows by table, the last release and when it was made."""

    size: int
    counts: dict[str, int]
    last_release: int | None
    released: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that was written, and what it holds."""

    path: Path
    contents: Contents


def backup(settings: Settings, target: Path) -> Backup:
    """Copy the database to `target` while it may be in use, and read the copy back.

    The copy appears under its name only when it is whole and on the disk. ConfigurationError where the name is taken,
    DatabaseUnavailable where the copy cannot be made.
    """
    if target.exists():
        raise ConfigurationError(f"{target} is there already; a backup never overwrites a file")
    source = file_of(settings.database)
    if not target.parent.is_dir():
        raise DatabaseUnavailable(
            f"{target}: the backup could not be made: there is no folder {target.parent}; nothing was changed"
        )
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if source is None:
            from scheduler.service.portable import copy_out  # noqa: PLC0415 - psycopg is for its own URLs

            copy_out(settings.database, part)
        else:
            _copy(source, part)
        contents = examine(part)
        part.chmod(0o600)  # it holds what the database holds of people
        _to_disk(part)
        part.replace(target)
        _to_disk(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnavailable(
            f"{target}: the backup could not be made: {_told(error)}; nothing was changed"
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return Backup(path=target, contents=contents)


def note_backup(settings: Settings, now: datetime) -> None:
    """Write down that a backup was made, for the doctor.

    Not in a database of another version: whoever copies it, perhaps before an upgrade, wants it left as it is.
    """
    with connect(settings.database, upgrade=False) as database, suppress(NewerDatabase):
        if not database.pending():
            with database.transaction() as connection:
                connection.execute(QUERIES["done"], {"name": "backup", "at": instant_text(now)})


def examine(path: Path) -> Contents:
    """Read a backup whole and say what it holds. OSError, or sqlite3.Error where it is damaged or no backup."""
    if not path.is_file():
        raise FileNotFoundError("there is no such file")
    with closing(opened_for_reading(path)) as copy:
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        stray = copy.execute("PRAGMA foreign_key_check").fetchone()
        if stray:
            raise sqlite3.DatabaseError(f"a row of {stray[0]} lacks what it belongs to in {stray[2]}")
        if not copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_steps'").fetchone():
            raise sqlite3.DatabaseError("it holds no calendar of sched")
        counts = {
            table: copy.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - names of our own
            for table in TABLES_COUNTED
        }
        last = copy.execute("SELECT number, made FROM releases ORDER BY number DESC LIMIT 1").fetchone()
    return Contents(
        size=path.stat().st_size,
        counts=counts,
        last_release=last[0] if last else None,
        released=last[1] if last else None,
    )


def readable(path: Path) -> Contents:
    """What a backup holds. DatabaseUnavailable with a sentence where it is none."""
    try:
        return examine(path)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnavailable(
            f"{path}: is no usable backup: {_plainly(error)}; nothing was changed"
        ) from error


def restore(settings: Settings, source: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the database; gives where what was there is now, None if nothing was.

    The backup is checked before anything is moved, an older one is brought up to date, a newer one refused. Stale where
    a program has the database open. DatabaseUnavailable where it cannot be done; then all is as it was.
    """
    readable(source)
    place = file_of(settings.database)
    folder = place.parent if place is not None else settings.folder
    part = folder / f".restoring-{os.getpid()}.db"
    try:
        _copy(
            source, part
        )  # with what stands in a journal beside it, which a copy of the file would leave behind
        connect(file_url(part)).close()  # an older backup is brought up to date, a newer one is refused
        _settle(part)
        if place is None:
            return _into_server(settings, part, now)
        _belong_as(place if place.exists() else place.parent, part)
        kept = _set_aside(place)
        _to_disk(part)
        part.replace(place)
        _to_disk(place.parent)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnavailable(
            f"{place or folder}: the backup could not be put there: {_told(error)}"
        ) from error
    finally:
        for suffix in ("", "-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)
    return kept


def _into_server(settings: Settings, part: Path, now: datetime) -> Path | None:
    from scheduler.service.portable import copy_in, is_empty  # noqa: PLC0415 - as above

    kept = None
    if not is_empty(settings.database):
        kept = settings.folder / f"sched-replaced-{now:%Y%m%d-%H%M%S}.db"
        backup(settings, kept)
    copy_in(part, settings.database)
    return kept


def _copy(source: Path, target: Path) -> None:
    if not source.exists():
        raise FileNotFoundError(f"there is no database at {source} yet")
    with (
        closing(opened_for_reading(source)) as origin,
        closing(sqlite3.connect(target)) as copy,
    ):
        # All pages in one step: a writer in between would make a copy by pieces begin again, for ever under load.
        origin.backup(copy)
    _settle(target)


def _settle(path: Path) -> None:
    """Make a database one file: no journal beside it that somebody forgets to take along."""
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")


def _set_aside(place: Path) -> Path | None:
    if not place.exists():
        return None
    try:
        # Only one who has the file alone may leave the write-ahead log; what is in it is written home first.
        _settle(place)
    except sqlite3.OperationalError as error:
        raise Stale(
            f"{place} is in use: stop `sched up` (and `run`, `serve`) and do it again; nothing was changed"
        ) from error
    except sqlite3.DatabaseError:
        # Damaged: that is why somebody restores. Its journal goes along with it.
        pass
    number = 1
    while (kept := place.with_name(f"{place.stem}-replaced-{number}{place.suffix}")).exists():
        number += 1
    for suffix in ("-wal", "-shm", ""):
        beside = place.with_name(place.name + suffix)
        if beside.exists():
            beside.replace(kept.with_name(kept.name + suffix))
    return kept


def _belong_as(there: Path, path: Path) -> None:
    """Give a file to the owner of what it replaces: put back by root, it must still be the service's to write."""
    owner = there.stat()
    path.chmod(owner.st_mode & 0o666 if there.is_file() else 0o600)
    with suppress(PermissionError):  # only root may give files away; others own what they replace
        os.chown(path, owner.st_uid, owner.st_gid)


def _told(error: OSError | sqlite3.Error) -> str:
    """What went wrong with the database in use, and what to do."""
    return sentence(error) or _plainly(error)


def _plainly(error: OSError | sqlite3.Error) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
