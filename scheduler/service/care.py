"""Care of an installation: set-up, backup and upgrade, for an office with one person who is no engineer.

What is hard is to be believed: a backup is read back before it is called done. SQLite is copied while it is in use by
SQLite's own means; PostgreSQL has `pg_dump`, which is called.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime
from importlib import resources
from pathlib import Path
from urllib.parse import unquote

from scheduler.database import connect, shown
from scheduler.errors import ConfigurationError, DatabaseUnavailable
from scheduler.settings import Settings


def starter_configuration() -> str:
    """The text of the configuration that a new installation begins with."""
    packaged = resources.files("scheduler") / "starter.toml"
    if packaged.is_file():
        return packaged.read_text("utf-8")
    return (Path(__file__).parents[2] / "config.toml").read_text("utf-8")


def initialise(folder: Path) -> Path:
    """Write config.toml into a folder, which is made where missing; the path of the file.

    ConfigurationError where there is one already: nothing is overwritten.
    """
    path = folder / "config.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(starter_configuration())
    except FileExistsError:
        raise ConfigurationError(f"{path} is there already; change it, or choose another folder") from None
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be written: {error.strerror}") from error
    return path


def database_file(url: str) -> Path | None:
    """The file of an SQLite URL; None for a server's."""
    return Path(unquote(url.removeprefix("sqlite:///"))) if url.startswith("sqlite:///") else None


def backup(settings: Settings, target: Path) -> Path:
    """Copy the database to `target` while it may be in use, and read the copy back; the path written.

    The copy appears under its name only when it is whole. DatabaseUnavailable where it cannot be made.
    """
    if target.exists():
        raise ConfigurationError(f"{target} is there already; a backup never overwrites a file")
    source = database_file(settings.database)
    part = target.with_name(target.name + ".part")
    try:
        if source is None:
            _dump_postgres(settings.database, part)
        else:
            _copy_sqlite(source, part)
        part.replace(target)
    except (OSError, sqlite3.Error, subprocess.SubprocessError) as error:
        part.unlink(missing_ok=True)
        raise DatabaseUnavailable(
            f"{target}: the backup could not be made: {error}; nothing was changed"
        ) from error
    return target


def restore(settings: Settings, source: Path) -> Path | None:
    """Put a backup in the place of the database; gives where what was there is now, None if nothing was.

    The backup is checked before anything is moved. ConfigurationError for PostgreSQL: `pg_restore` does that.
    """
    place = database_file(settings.database)
    if place is None:
        raise ConfigurationError(
            "the database is PostgreSQL: create an empty one and read the backup into it with "
            f"`pg_restore --dbname {shown(settings.database)} {source}`"
        )
    try:
        _check_sqlite(source)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnavailable(f"{source}: is no usable backup: {error}; nothing was changed") from error
    part = place.with_name(place.name + ".restoring")
    try:
        shutil.copyfile(source, part)
        connect(f"sqlite:///{part}").close()  # an older backup is brought up to date, a newer one is refused
        for suffix in ("-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)
        kept = _set_aside(place)
        part.replace(place)
    except OSError as error:
        raise DatabaseUnavailable(f"{place}: the backup could not be put there: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
    return kept


def upgrade(settings: Settings, now: datetime) -> tuple[list[str], Path | None]:
    """Apply the schema steps that are missing; their names, and the backup made before (None where nothing was to do).

    A step that fails leaves the database as it was: all are one transaction, and the backup stays beside it.
    """
    place = database_file(settings.database)
    existed = place is None or place.exists()
    with connect(settings.database, upgrade=False) as database:
        pending = database.pending()
        copy = None
        if pending and existed and place is not None:
            copy = backup(settings, place.with_name(f"{place.stem}-before-upgrade-{now:%Y%m%d-%H%M%S}.db"))
        database.upgrade()
    return [f"{step.package} {step.number} {step.name}" for step in pending], copy


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.exists():
        raise FileNotFoundError(f"there is no database at {source} yet")
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as origin,
        closing(sqlite3.connect(target)) as copy,
    ):
        origin.backup(copy)
        # The copy is one file: no journal beside it that somebody forgets to take along.
        copy.execute("PRAGMA journal_mode = DELETE")
    _check_sqlite(target)


def _check_sqlite(path: Path) -> None:
    if not path.exists():
        raise FileNotFoundError("there is no such file")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as copy:
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        copy.execute("SELECT count(*) FROM schema_steps").fetchone()


def _dump_postgres(url: str, target: Path) -> None:
    command = shutil.which("pg_dump")
    if command is None:
        raise FileNotFoundError("pg_dump is not installed; install the package postgresql-client")
    subprocess.run(
        [command, "--format=custom", f"--file={target}", url], check=True, capture_output=True, timeout=3600
    )


def _set_aside(place: Path) -> Path | None:
    if not place.exists():
        return None
    number = 1
    while (kept := place.with_name(f"{place.stem}-replaced-{number}{place.suffix}")).exists():
        number += 1
    # The journal holds what is not yet in the file; opening and closing the database writes it home first.
    with closing(sqlite3.connect(place)) as current:
        current.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    os.replace(place, kept)  # noqa: PTH105  named beside its wal files
    for suffix in ("-wal", "-shm"):
        place.with_name(place.name + suffix).unlink(missing_ok=True)
    return kept
