"""`config.toml` into settings. Read by entry points only; every other room is handed values.

Hard here is to be strict and quick at once: an unknown key anywhere is an error that names the nearest known one, yet
`sched list` must not import a mail library to learn the keys of [email]. So the names of all keys stand in
`config_keys`, and the values of a part are made only when that part is asked for.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import MISSING, fields
from datetime import time
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from calendars.times import OfficeHours
from scheduler.config_keys import KEYS, LISTED_KEYS, NAMED_KEYS, OF_CHANNELS, TOP, channel_keys
from scheduler.errors import ConfigurationError
from scheduler.redaction import HIDDEN, SECRET_KEYS, Redactor
from scheduler.settings import (
    CalendarSettings,
    DocumentLimits,
    GroupSettings,
    KeepingSettings,
    LogForm,
    Settings,
    WebSettings,
    file_of,
    file_url,
)

T = TypeVar("T")


class Configuration:
    """A configuration file that was read and whose keys are all known; its parts are made when asked for."""

    def __init__(self, tables: Mapping[str, Any], path: Path) -> None:
        """tables: the parsed TOML; path: the file, for messages and relative paths. ConfigurationError as in `read`."""
        self.path = path
        self._tables = tables
        self._check_keys()

    def settings(self) -> Settings:
        """The choices for the application as a whole."""
        tables = self._tables
        calendars = tuple(
            self._make(
                CalendarSettings,
                {"slug": slug, "name": slug} | table,
                f"calendars.{slug}",
            )
            for slug, table in tables.get("calendars", {}).items()
        )
        for calendar in calendars:
            if not _is_slug(calendar.slug):
                raise self._error(
                    f"calendars.{calendar.slug}",
                    "is no name for a calendar; it is made of a-z, 0-9 and -, since it stands in addresses",
                )
        language = tables.get("language", "vi")
        if language not in ("vi", "en"):
            raise self._error("language", f'must be "vi" or "en", not {language!r}')
        return Settings(
            folder=self.path.resolve().parent,
            timezone=self._zone(tables.get("timezone", "Asia/Ho_Chi_Minh")),
            language=language,
            database=self._database(tables.get("database", "sqlite:///sched.db")),
            office_hours=self._office_hours(tables.get("office_hours", {})),
            calendars=calendars,
            groups=tuple(self.named_parts("groups", GroupSettings).values()),
            webhooks=tuple(tables.get("webhooks", ())),
            documents=self.part("documents", DocumentLimits) or DocumentLimits(),
            web=self.part("web", WebSettings) or WebSettings(),
            keeping=self.part("keeping", KeepingSettings) or KeepingSettings(),
            log=self._converted(tables.get("log", "text"), LogForm, "log"),
        )

    def redactor(self) -> Redactor:
        """What takes the secrets of this configuration out of texts; one that cannot be had is left out."""
        return Redactor(self._secrets(self._tables, secret=False))

    def written_secrets(self) -> tuple[str, ...]:
        """The keys under which a secret stands in the file itself, rather than in the environment or another file."""
        return tuple(dict.fromkeys(self._written(self._tables, "")))

    def _written(self, tables: Mapping[str, Any], where: str) -> Iterator[str]:
        for key, value in tables.items():
            name = f"{where}.{key}" if where else key
            if isinstance(value, Mapping):
                yield from self._written(value, name)
            elif isinstance(value, str) and value and not value.startswith(("env:", "file:")):
                with_password = key == "database" and HIDDEN in Redactor()(value)
                if key in SECRET_KEYS or where.endswith(".headers") or with_password:
                    yield name

    def _secrets(self, value: object, *, secret: bool) -> Iterator[str]:
        if isinstance(value, Mapping):
            for key, item in value.items():
                yield from self._secrets(item, secret=secret or key in SECRET_KEYS or key == "headers")
        elif isinstance(value, list):
            for item in value:
                yield from self._secrets(item, secret=secret)
        elif isinstance(value, str):
            with suppress(ConfigurationError):
                found = str(self._revealed(value, ""))
                if secret or found != value:
                    yield found
                    # "Bearer abc" is said without its first word, too.
                    yield found.rpartition(" ")[2]
                with suppress(ValueError):
                    yield unquote(urlsplit(found).password or "")

    def part(self, name: str, kind: type[T]) -> T | None:
        """The table [name] as a settings value of that kind; None where the file does not have it."""
        table = self._tables.get(name)
        return None if table is None else self._make(kind, table, name)

    def named_parts(self, name: str, kind: type[T]) -> dict[str, T]:
        """The tables [name.X] by X; a field `name` of the kind is filled with X."""
        parts = {}
        for key, table in self._tables.get(name, {}).items():
            own_name = {"name": key} if "name" in _hints(kind) else {}
            parts[key] = self._make(kind, own_name | table, f"{name}.{key}")
        return parts

    def listed_parts(self, name: str) -> tuple[dict[str, Any], ...]:
        """The tables [[name]] as they stand, secrets filled in."""
        return tuple(
            {key: self._revealed(value, name) for key, value in table.items()}
            for table in self._tables.get(name, [])
        )

    def table(self, name: str) -> dict[str, Any] | None:
        """The table [name] as it stands, secrets filled in; None where the file does not have it."""
        table = self._tables.get(name)
        return None if table is None else {key: self._revealed(value, name) for key, value in table.items()}

    # --- checking -----------------------------------------------------------------------------------------------

    def _check_keys(self) -> None:
        known = (*TOP, *KEYS, *OF_CHANNELS, *NAMED_KEYS, *LISTED_KEYS)
        self._check(self._tables, known, "")
        of_channels = {name: channel_keys(name) for name in OF_CHANNELS if name in self._tables}
        for name, keys in (KEYS | of_channels).items():
            self._check(self._table_at(self._tables.get(name, {}), name), keys, name)
        for name, keys in NAMED_KEYS.items():
            for key, table in self._table_at(self._tables.get(name, {}), name).items():
                self._check(self._table_at(table, f"{name}.{key}"), keys, f"{name}.{key}")
        for name, keys in LISTED_KEYS.items():
            rows = self._tables.get(name, [])
            if not isinstance(rows, list):
                raise self._error(name, f"is written with two pairs of brackets, [[{name}]]")
            for row in rows:
                self._check(self._table_at(row, name), keys, f"[{name}]")

    def _check(self, table: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in known:
                near = get_close_matches(key, known, n=1, cutoff=0.5)
                hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
                raise self._error(f"{where}.{key}" if where else key, f"is not a known key; {hint}")

    def _table_at(self, value: object, where: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self._error(where, f"must be a table, [{where}], not {value!r}")
        return value

    # --- making values ------------------------------------------------------------------------------------------

    def _make(self, kind: type[T], table: Mapping[str, Any], where: str) -> T:
        hints = _hints(kind)
        values = {
            key: self._converted(value, hints[key], f"{where}.{key}")
            for key, value in table.items()
            if key in hints
        }
        if missing := [name for name in _required(kind) if name not in values]:
            raise self._error(where, f"lacks {' and '.join(missing)}")
        try:
            made = kind(**values)
            if (check := getattr(made, "check", None)) is not None:
                check()
        except ValueError as error:
            raise self._error(where, str(error)) from error
        return made

    def _converted(self, value: object, hint: Any, where: str) -> Any:
        value = self._revealed(value, where)
        if get_origin(hint) in (Union, UnionType):
            if value in ("", None):
                return None
            hint = next(choice for choice in get_args(hint) if choice is not type(None))
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            try:
                return hint(str(value))
            except ValueError:
                raise self._error(where, f"must be one of {', '.join(hint)}, not {value!r}") from None
        if hint is Path and isinstance(value, str):
            return self.path.resolve().parent / Path(value).expanduser()
        if hint is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if get_origin(hint) is tuple:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise self._error(where, f'must be a list of texts, such as ["BTV"], not {value!r}')
            return tuple(value)
        if get_origin(hint) in (dict, Mapping) and isinstance(value, dict):
            return {key: self._revealed(item, where) for key, item in value.items()}
        if isinstance(hint, type) and (
            not isinstance(value, hint) or (hint is int and isinstance(value, bool))
        ):
            shown = "what stands there" if where.rpartition(".")[2] in SECRET_KEYS else repr(value)
            raise self._error(where, f"must be {_WORDS.get(hint, hint.__name__)}, not {shown}")
        return value

    def _revealed(self, value: object, where: str) -> Any:
        """The value, or what "env:NAME" or "file:PATH" points to."""
        if not isinstance(value, str):
            return value
        if value.startswith("env:"):
            found = os.environ.get(value[4:])
            if found is None:
                raise self._error(
                    where,
                    f"names the environment variable {value[4:]}, which is not set",
                )
            return found
        if value.startswith("file:"):
            path = self.path.resolve().parent / Path(value[5:]).expanduser()
            try:
                return path.read_text("utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                why = getattr(error, "strerror", None) or error
                raise self._error(where, f"names the file {path}, which cannot be read: {why}") from error
        return value

    def _zone(self, name: object) -> ZoneInfo:
        try:
            return ZoneInfo(str(name))
        except (ValueError, OSError, LookupError):
            raise self._error(
                "timezone",
                f"{name!r} is no time zone; write one such as Asia/Ho_Chi_Minh",
            ) from None

    def _database(self, url: object) -> str:
        revealed = self._revealed(url, "database")
        if not isinstance(revealed, str) or not revealed.startswith(
            ("sqlite:///", "postgresql://", "postgres://")
        ):
            raise self._error(
                "database",
                f"must begin with sqlite:/// or postgresql://, not {Redactor()(str(revealed))!r}",
            )
        file = file_of(revealed)
        return revealed if file is None else file_url(self.path.resolve().parent / file.expanduser())

    def _office_hours(self, table: Mapping[str, Any]) -> OfficeHours:
        return OfficeHours(
            **{part: self._hours(value, f"office_hours.{part}") for part, value in table.items()}
        )

    def _hours(self, value: object, where: str) -> tuple[time, time]:
        try:
            begin, end = map(_clock, str(value).split("-"))
            if begin >= end:
                raise ValueError
        except ValueError:
            raise self._error(where, f'must be a span such as "07:30-11:30", not {value!r}') from None
        return begin, end

    def _error(self, where: str, what: str) -> ConfigurationError:
        return ConfigurationError(f"{self.path}: {where} {what}")


def read(path: Path) -> Configuration:
    """The configuration in that file. ConfigurationError where it is missing, no TOML, or has an unknown key."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigurationError(f"{path}: there is no such file; `sched init` writes one here") from None
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise ConfigurationError(f"{path}: cannot be read: {why}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: is not TOML: {error}") from error
    return Configuration(tables, path)


def find(named: Path | None) -> Path:
    """The configuration file to use: the one named, else SCHED_CONFIG, else config.toml here, else the user's.

    The last is config.toml in `sched` under XDG_CONFIG_HOME (~/.config). The path need not exist where it was named.
    """
    if named is not None:
        return named
    if from_environment := os.environ.get("SCHED_CONFIG"):
        return Path(from_environment)
    here = Path("config.toml")
    if here.exists():
        return here
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "sched" / "config.toml"
    return home if home.exists() else here


_SLUG_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_WORDS = {
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    str: "a text in quotes",
}


def _is_slug(name: str) -> bool:
    return 0 < len(name) <= 63 and name[0] != "-" and _SLUG_LETTERS.issuperset(name)


def _clock(text: str) -> time:
    """The time written "7:30"; ValueError for anything else."""
    hour, minute = text.strip().split(":")
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == 2):
        raise ValueError
    return time(int(hour), int(minute))


def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _required(kind: Any) -> list[str]:
    """The fields without a default of a settings class: a named tuple, or a dataclass."""
    if issubclass(kind, tuple):
        return [name for name in kind._fields if name not in kind._field_defaults]
    return [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]
