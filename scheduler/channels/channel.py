"""The contract of a channel: a message goes in, an outcome comes out.

A channel knows one way of sending and nothing of retries, plans or people. Failing is expected, so it is an `Outcome`
and never an exception; a bug in a channel is caught by `delivery` and becomes `Uncertain`. Settings of a channel are a
frozen dataclass beside it (`EmailSettings` in `email.py`); `config` fills them in. Adding a channel is one file here
and one row in `channels/__init__.py`.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from threading import Lock
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from calendars.times import VIETNAM
from scheduler.attempts import Outcome
from scheduler.channel_kinds import ChannelKind
from scheduler.people import Address


class Purpose(StrEnum):
    """Why somebody is told."""

    REMINDER = "reminder"
    CHANGE = "change"
    DIGEST = "digest"
    NUDGE = "nudge"
    TEST = "test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One telling, ready for any channel.

    id: the same on every attempt and every channel, so that receivers can drop a copy; at most 48 characters of
    [A-Za-z0-9_-]. text: the whole message in plain words; html: the same for mail; subject: for mail. calendar:
    iCalendar bytes to attach, and calendar_method ("PUBLISH", "REQUEST", "CANCEL") as they say inside; calendars: for a
    message about several events, that of each in the order of the words (None: it has none), with methods of their own.
    thread: the event's UID, by which mails about one event are grouped. unsubscribe: the one-click URL. created: when
    it was written, the same on every attempt; a mail's Date, which says when it was ready and not when it was carried
    (RFC 5322 section 3.6.1). data: the facts for machines (webhooks) and template parameters; useful_until: the instant
    after which sending is pointless.
    """

    id: str
    purpose: Purpose
    to: Address
    name: str
    subject: str
    text: str
    html: str | None = None
    calendar: bytes | None = None
    calendar_method: str = "PUBLISH"
    calendars: tuple[bytes | None, ...] = ()
    thread: str | None = None
    unsubscribe: str | None = None
    created: datetime | None = None
    useful_until: datetime | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


class Channel(Protocol):
    """A way of sending. One instance serves one thread at a time; `close` ends kept connections."""

    def send(self, message: Message, *, now: datetime) -> Outcome:
        """Try once, within the channel's own time limits; `now` is the present instant (UTC)."""
        ...

    def close(self) -> None:
        """Give back connections; the channel may be used again afterwards."""
        ...


@dataclass(frozen=True, slots=True)
class TokenPair:
    """What an OAuth refresh gave. issued: when we asked (UTC); origin: of which configured token the chain is."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    issued: datetime
    expires: datetime
    origin: str


class TokenStore(Protocol):
    """Keeps the rotating pair of one Official Account for all processes that send.

    A refresh kills the pair before it, so `save` returns only when the new pair would survive a power cut, and `locked`
    is held by at most one thread at a time, over requests of up to a minute. A process that dies lets go of it. Each
    may raise SchedulerError or OSError.
    """

    def load(self) -> TokenPair | None:
        """The pair saved last, None before the first."""
        ...

    def save(self, pair: TokenPair) -> None:
        """Keep the pair durably; an exception means that it is not kept."""
        ...

    def refused(self) -> str:
        """The mark that `refuse` was given last, "" before the first."""
        ...

    def refuse(self, mark: str) -> None:
        """Remember that a refresh was refused for good, so that no other sender asks for it again."""
        ...

    def locked(self) -> AbstractContextManager[None]:
        """Wait for the right to refresh, and hold it inside the `with`."""
        ...


class SentParts:
    """How many parts of a long message have gone out, so that trying again goes on where it stopped.

    Shared by the channels of one process and bounded; a process that starts anew repeats earlier parts.
    """

    def __init__(self, keep: int = 10_000) -> None:
        self._keep = keep
        self._parts: OrderedDict[str, int] = OrderedDict()
        self._lock = Lock()

    def of(self, message_id: str) -> int:
        """How many parts of the message were sent."""
        with self._lock:
            return self._parts.get(message_id, 0)

    def record(self, message_id: str, parts: int) -> None:
        """So many were sent, none is left to remember when `parts` is 0."""
        with self._lock:
            self._parts.pop(message_id, None)
            if parts:
                self._parts[message_id] = parts
            while len(self._parts) > self._keep:
                self._parts.popitem(last=False)


def _none_sent(_kind: ChannelKind, _now: datetime) -> int:
    return 0


def _never_heard_of(_user: str) -> datetime | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What channels may ask of the application; every channel's factory takes it.

    source: names this installation in machine-readable messages, its public URL for one. zone: the office's, for what
    people read. sent_this_month: messages delivered by a kind of channel in the month of an instant. last_interaction:
    when (UTC) a Zalo user id last wrote to the Official Account, None when not known. tokens: needed by Zalo OA alone;
    unsaved_tokens: pairs that the store could not keep yet, by app id, so that they are not lost with the channel that
    got them.
    """

    source: str = "urn:sched"
    zone: ZoneInfo = VIETNAM
    sent_this_month: Callable[[ChannelKind, datetime], int] = _none_sent
    last_interaction: Callable[[str], datetime | None] = _never_heard_of
    tokens: TokenStore | None = None
    unsaved_tokens: dict[str, TokenPair] = field(default_factory=dict)
    parts: SentParts = field(default_factory=SentParts)
