"""What the office chose for the application as a whole; what concerns one part stands beside that part.

`sched list` needs these values, so this module imports nothing slow, and they are named tuples, which are made in a
fifth of the time of a dataclass. `config` asks those that have a `check` whether they can be used.
"""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from calendars.times import VIETNAM, OfficeHours
from scheduler.errors import ConfigurationError, UnknownCalendar


class Visibility(StrEnum):
    """Who may see a calendar."""

    PUBLIC = "public"
    TOKEN = "token"
    PRIVATE = "private"


class Review(StrEnum):
    """Which entries of an import wait for a person before they are published."""

    UNSURE = "unsure"
    REQUIRED = "required"
    NONE = "none"


class LogForm(StrEnum):
    """How a running `sched` writes its log."""

    TEXT = "text"
    JSON = "json"


def file_url(path: Path) -> str:
    """The URL of an SQLite file; `file_of` gives the file back, whatever its name."""
    return f"sqlite:///{str(path).replace('%', '%25')}"


def file_of(url: str) -> Path | None:
    """The file of an SQLite URL; None for a server's."""
    return Path(unquote(url.removeprefix("sqlite:///"))) if url.startswith("sqlite:///") else None


class CalendarSettings(NamedTuple):
    """One calendar of the configuration; `slug` is the name of its table."""

    slug: str
    name: str
    visibility: Visibility = Visibility.PUBLIC
    review: Review = Review.UNSURE
    inbox: Path | None = None


class GroupSettings(NamedTuple):
    """A group of people that documents name, and what else they call it; `name` is the name of its table."""

    name: str
    aliases: tuple[str, ...] = ()


class DocumentLimits(NamedTuple):
    """What a document may cost before it is refused."""

    max_bytes: int = 50_000_000
    max_expanded_bytes: int = 200_000_000
    max_pages: int = 500
    max_rows: int = 20_000
    max_seconds: float = 60.0
    max_memory: int = 1_000_000_000


class KeepingSettings(NamedTuple):
    """For how many days the office keeps what: 0 for ever.

    documents: the bytes of documents whose events are all over (what was read out of them stays); messages: what was
    sent, with its attempts; audit: lines of the audit log, and the addresses from which people logged in; drafts:
    documents under review that were released or discarded; feeds: which programs fetched feeds.
    """

    documents: int = 0
    messages: int = 400
    audit: int = 730
    drafts: int = 90
    feeds: int = 400

    def check(self) -> None:
        """ValueError where a number cannot be used."""
        for name in ("documents", "messages", "audit", "drafts", "feeds"):
            if not 0 <= getattr(self, name) <= 36_500:
                raise ValueError(f"{name} is a number of days from 0 (for ever) to 36500")


class WebSettings(NamedTuple):
    """Where the pages and feeds are served, and the address other people's programs use for them."""

    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = "http://127.0.0.1:8000"
    secret: str = ""

    def check(self) -> None:
        """ValueError where the port or the address cannot be used."""
        if not 0 <= self.port <= 65_535:
            raise ValueError(f"port must be from 0 to 65535, not {self.port}")
        if not self.public_url.startswith(("http://", "https://")):
            raise ValueError(f"public_url begins with http:// or https://, unlike {self.public_url!r}")

    @property
    def is_secure(self) -> bool:
        """Whether other people's programs reach it by TLS."""
        return self.public_url.startswith("https://")


class Settings(NamedTuple):
    """The office's choices.

    database: a URL; folder: where relative paths of the configuration count from; webhooks: the names of those that are
    configured.
    """

    folder: Path
    timezone: ZoneInfo = VIETNAM
    language: str = "vi"
    database: str = "sqlite:///sched.db"
    office_hours: OfficeHours = OfficeHours()
    calendars: tuple[CalendarSettings, ...] = ()
    groups: tuple[GroupSettings, ...] = ()
    webhooks: tuple[str, ...] = ()
    documents: DocumentLimits = DocumentLimits()
    web: WebSettings = WebSettings()
    keeping: KeepingSettings = KeepingSettings()
    log: LogForm = LogForm.TEXT

    def calendar(self, slug: str | None) -> CalendarSettings:
        """The calendar of that slug; the only one when none is named.

        UnknownCalendar where there is none of that name; ConfigurationError where one must be named.
        """
        known = tuple(calendar.slug for calendar in self.calendars)
        if slug is None and len(known) == 1:
            return self.calendars[0]
        if slug is None:
            names = ", ".join(known) or "none yet: add a table [calendars.NAME] to config.toml"
            raise ConfigurationError(f"say which calendar with --calendar; there are {names}")
        for calendar in self.calendars:
            if calendar.slug == slug:
                return calendar
        raise UnknownCalendar(slug, known)
