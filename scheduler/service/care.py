"""Setting up and upgrading an installation, for an office with one person who is no engineer.

What is hard is that an upgrade may fail at any step, and the office must have its calendar all the same: a backup is
made and read back first, and the steps are one transaction that is kept only if it lost nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib.metadata import files
from pathlib import Path

from calendars.queries import Connection, Dialect, Query
from scheduler.database import Database, connect
from scheduler.errors import ConfigurationError, DatabaseUnavailable
from scheduler.service.backups import Backup, backup
from scheduler.settings import Settings, file_of

__all__ = ["Upgraded", "initialise", "sqlite_fault", "upgrade"]

STARTER = "share/sched/config.toml"


def starter_configuration() -> str:
    """The text of the configuration that a new installation begins with."""
    top = Path(__file__).parents[2]
    # In a checkout; where pip was given a folder; else where the installer has put it, which its own record tells.
    recorded = (Path(str(one.locate())) for one in files("sched") or () if one.as_posix().endswith(STARTER))
    found = next(path for path in (top / "config.toml", top / STARTER, *recorded) if path.is_file())
    return found.read_text("utf-8")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Upgraded:
    """The schema steps that were applied, by name, and the backup made before; None where nothing was to do."""

    steps: tuple[str, ...]
    backup: Backup | None


def upgrade(settings: Settings, now: datetime) -> Upgraded:
    """Apply the schema steps that are missing, after a backup beside the database (or the configuration).

    All steps are one transaction, which is kept only if afterwards the file is sound and no row is missing. Where that
    fails, DatabaseUnavailable says why, and that all is as it was. NewerDatabase as in `database.connect`.
    """
    place = file_of(settings.database)
    with connect(settings.database, upgrade=False) as database:
        pending = database.pending()
        steps = tuple(f"{step.package} {step.number} {step.name}" for step in pending)
        if not pending:
            return Upgraded(steps=(), backup=None)
        copy = None
        if _holds_something(database, place):
            folder, stem = (place.parent, place.stem) if place is not None else (settings.folder, "sched")
            copy = backup(settings, folder / f"{stem}-before-upgrade-{now:%Y%m%d-%H%M%S}.db")
        try:
            database.upgrade(partial(_check, copy.contents.counts) if copy is not None else None)
        except Exception as error:
            kept = f"; the backup made before is {copy.path}" if copy is not None else ""
            raise DatabaseUnavailable(
                f"the upgrade failed: {error}; all is as it was{kept}. Go on with the version that you had"
            ) from error
    return Upgraded(steps=steps, backup=copy)


def _holds_something(database: Database, place: Path | None) -> bool:
    """Whether there is anything to lose: a database that was never used is only made."""
    if place is not None and (not place.exists() or not place.stat().st_size):
        return False
    return database.has_steps()


def _check(before: Mapping[str, int], connection: Connection) -> None:
    """Whether the steps left everything: fewer rows than before, or a damaged file, end the upgrade."""
    lost = []
    for table, count in before.items():
        query = Query("count", f"SELECT count(*) FROM {table}", {})  # noqa: S608 - names of our own
        if connection.execute(query)[0][0] < count:
            lost.append(table)
    if lost:
        raise DatabaseUnavailable(f"rows of {', '.join(lost)} would be lost")
    if fault := sqlite_fault(connection):
        raise DatabaseUnavailable(fault)


def sqlite_fault(connection: Connection) -> str:
    """What a quick look at an SQLite file finds broken; empty where nothing is, and for a server."""
    if connection.dialect is not Dialect.SQLITE:
        return ""
    verdict = str(connection.execute(Query("check", "PRAGMA quick_check", {}))[0][0])
    return "" if verdict == "ok" else verdict
