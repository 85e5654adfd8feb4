"""The contract of a channel: a message goes in, an outcome comes out.

A channel knows one way of sending and nothing of retries, plans or people. Failing is expected, so it is an `Outcome`
and never an exception; a bug in a channel is caught by `delivery` and becomes `Uncertain`. Settings of a channel are a
frozen dataclass beside it (`EmailSettings` in `email.py`); `config` fills them in. Adding a channel is one file here and
one row in `channels/__init__.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from scheduler.attempts import Outcome
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
    [A-Za-z0-9_-]. text: the whole message in plain words; html: the same for mail; subject: for mail. calendar: iCalendar
    bytes to attach, and calendar_method ("PUBLISH", "REQUEST", "CANCEL") as they say inside. thread: the event's UID, by
    which mails about one event are grouped. unsubscribe: the one-click URL. data: the facts for machines (webhooks) and
    template parameters; useful_until: the instant after which sending is pointless.
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
