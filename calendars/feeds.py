"""A feed: a named choice of events, published as iCalendar; whom it shows what, its tokens, its alarms.

What is hard is privacy and time: a personal feed is reached by a token alone, which is compared in constant time and
kept only as a digest; a cancelled event stays long enough to be seen and no longer. Rule numbers are those of
`docs/feeds.md`. Rendering is `ical`'s work, answering over HTTP `scheduler.web`'s.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple, Protocol

from calendars.events import Event
from calendars.marks import Category, Status
from calendars.same_names import forms, same_to_the_eye
from calendars.when import Days, Repeat, Span, extent

KEEP_CANCELLED = timedelta(days=7)
"""How long a cancelled event stays in a feed after its planned end (rule 5.1)."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour by its CSS name (RFC 7986 COLOR) and as "#rrggbb" (Apple)."""

    name: str
    code: str


_COLOURS = (
    Colour("teal", "#008080"),
    Colour("navy", "#000080"),
    Colour("purple", "#800080"),
    Colour("maroon", "#800000"),
    Colour("green", "#008000"),
    Colour("darkslateblue", "#483d8b"),
    Colour("sienna", "#a0522d"),
    Colour("darkolivegreen", "#556b2f"),
)


def colour_of(name: str) -> Colour:
    """The colour of a calendar or a person, by name: the same each time, and dark enough for white letters on it."""
    return _COLOURS[hashlib.sha256(name.encode("utf-8")).digest()[0] % len(_COLOURS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A named choice of events.

    An event is chosen when one of calendars, groups or uids names it ("*" in calendars names all), and, where
    categories is not empty, it is of one of these; since: events that ended before this day are left out (rule 8.10).
    """

    name: str
    calendars: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    uids: frozenset[str] = frozenset()
    categories: frozenset[Category] = frozenset()
    description: str | None = None
    colour: Colour | None = None
    since: date | None = None

    def is_for(self, groups: Iterable[str]) -> bool:
        """Whether one of these groups is among those of the feed, as the eye compares names."""
        return bool(self.groups) and not forms(self.groups).isdisjoint(map(same_to_the_eye, groups))

    def chooses(self, event: Event, today: date) -> bool:
        """Whether the event stands in this feed on that day."""
        named = (
            "*" in self.calendars
            or event.calendar in self.calendars
            or event.uid in self.uids
            or self.is_for(event.groups)
        )
        if not named or (self.categories and event.category not in self.categories):
            return False
        last = last_day(event)
        if last is None:
            return True
        is_off = event.status in (Status.CANCELLED, Status.POSTPONED) or event.postponed_from is not None
        if is_off and last + KEEP_CANCELLED < today:
            return False
        return self.since is None or last >= self.since


class FeedAddress(NamedTuple):
    """Which feed is asked for: a calendar by its slug or a person's own by its token, narrowed as the reader chose."""

    calendar: str | None = None
    token: str | None = None
    category: Category | None = None
    group: str | None = None


class NoFeed(Enum):
    """Why there is no feed at an address: no such calendar, category or group, or an address taken back."""

    UNKNOWN = "unknown"
    REVOKED = "revoked"


class Piece(Protocol):
    """The bytes of one event and their SHA-256; an event without bytes has an empty digest."""

    @property
    def content(self) -> bytes: ...
    @property
    def digest(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class FeedBytes:
    """A rendered feed. etag: made of the bytes alone (rule 8.3), without quotes; last_modified: an instant."""

    body: bytes
    etag: str
    last_modified: datetime

    @classmethod
    def of(cls, body: bytes, last_modified: datetime) -> "FeedBytes":
        """The feed of these bytes, its etag computed."""
        return cls(body, hashlib.sha256(body).hexdigest()[:32], last_modified)

    @classmethod
    def joined(
        cls, opening: bytes, pieces: Sequence[Piece], closing: bytes, last_modified: datetime
    ) -> "FeedBytes":
        """The feed of these pieces.

        The etag is made of their digests, so that a feed of megabytes need not be hashed for one event; the same pieces
        give the same in any process.
        """
        whole = hashlib.sha256(hashlib.sha256(opening).digest())
        whole.update(b"".join([piece.digest for piece in pieces]))
        body = b"".join([opening, *[piece.content for piece in pieces], closing])
        return cls(body, whole.hexdigest()[:32], last_modified)


def last_day(event: Event) -> date | None:
    """The last day that the event can touch, or could before it was postponed; None where it is open."""
    planned = extent(event.postponed_from or event.when)
    if planned is None:
        return None
    days = [planned.last]
    if isinstance(event.when, Repeat | Days | Span):
        changed = (extent(override.when) for override in event.overrides if override.when is not None)
        days += [span.last for span in changed if span is not None]
    return max(days)


# Tokens of personal feeds (rule 8.7): long, random, one for each subscriber, revocable, kept only as a digest.


def new_token() -> str:
    """A new token of 256 random bits, fit for a URL."""
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> str:
    """What is stored of a token, SHA-256 in hex: looking it up by this tells nothing of the token by its timing."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def token_matches(token: str, digest: str | None) -> bool:
    """Whether the digest is this token's, compared in constant time; that nothing was found (None) takes as long."""
    kept = digest or _NOBODYS
    return hmac.compare_digest(token_digest(token).encode(), kept.encode("utf-8", "surrogatepass"))


_NOBODYS = "0" * 64


# Alarms, chosen by each subscriber (rule 7.2): a feed has none of its own. `ical.alarms` writes them.

_ALARM = re.compile(r"(?P<count>[0-9]{1,4})(?P<unit>[mhd])")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
LONGEST_ALARM = timedelta(days=28)


def parse_alarm(text: str) -> timedelta | None:
    """How long before an event its reader wants to be told: "30m", "2h", "1d", up to 28 days; None for aught else."""
    match = _ALARM.fullmatch(text.strip().lower())
    if match is None:
        return None
    before = int(match["count"]) * _UNITS[match["unit"]]
    return before if before <= LONGEST_ALARM else None
