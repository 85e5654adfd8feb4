"""What waits in the outbox: one telling, for one person, with its state as somebody looking in at 7 a.m. would name it.

A planned `Reminder` becomes a telling, as do a change notice and a digest; from here on they go the same way. What is
said is written only when it is sent, from the calendar as it stands then; `body` holds what cannot be looked up again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Message, Purpose
from scheduler.reminders import Reminder, telling_id


class State(StrEnum):
    """Where a telling stands."""

    PENDING = "pending"
    """waits for its hour, or for its next try"""
    LEASED = "leased"
    """a worker has it in hand"""
    SENT = "sent"
    """a channel accepted it"""
    FAILED = "failed"
    """every channel refused it, or time ran out"""
    DROPPED = "dropped"
    """not sent because there was nothing to tell any more: moved, cancelled, over, opted out"""
    HELD = "held"
    """may have arrived, and waits for a person to say whether to send it again"""
    CANCELLED = "cancelled"
    """taken out by hand"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One telling. event, day, rule, person and starts make its identity; instants are UTC.

    event: the UID, "" for one that is about several; channels: those to try, in order; body: what must be remembered
    until it is sent, as JSON values.
    """

    id: str
    purpose: Purpose
    rule: str
    person: str
    starts: datetime
    ends: datetime
    due: datetime
    channels: tuple[ChannelKind, ...]
    event: str = ""
    day: date | None = None
    calendar: str = ""
    body: Mapping[str, Any] = field(default_factory=dict)

    @property
    def retry_until(self) -> datetime:
        """The instant after which a failed try is not repeated: a reminder's event has begun, the rest are over."""
        return self.starts if self.purpose is Purpose.REMINDER else self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Leased:
    """A telling that a worker has in hand.

    channel: the one to try now; tries: those at this channel that came to an end; unsettled: leases of which no end is
    known, this one counted; taken: when it was first taken in hand, so that each try can say the same words; planned:
    when it was planned, if that was after its hour.
    """

    telling: Telling
    channel: ChannelKind
    lease: str
    tries: int
    unsettled: int
    taken: datetime
    planned: datetime | None = None

    @property
    def could_go(self) -> datetime:
        """The first instant (UTC) at which it could have been sent: its hour, or when it was planned after that.

        Lateness is counted from here: a meeting announced on the same day has nobody reminded too late the day before.
        """
        return self.telling.due if self.planned is None else max(self.telling.due, self.planned)


@dataclass(frozen=True, slots=True)
class Drop:
    """There is nothing to tell any more, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """Not now but at that instant (UTC), and why."""

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Reach:
    """What is to be sent, and the ways the person has: the first is tried, the rest stand by."""

    message: Message
    channels: tuple[ChannelKind, ...]


def telling_of(reminder: Reminder) -> Telling:
    """The telling that carries out a planned reminder."""
    return Telling(
        id=reminder.id,
        purpose=Purpose.NUDGE if reminder.nudge else Purpose.REMINDER,
        event=reminder.event,
        day=reminder.day,
        calendar=reminder.calendar,
        rule=reminder.rule,
        person=reminder.person,
        starts=reminder.starts,
        ends=reminder.ends,
        due=reminder.due,
        channels=reminder.channels,
    )


def telling_about(
    purpose: Purpose,
    *,
    rule: str,
    person: str,
    starts: datetime,
    ends: datetime,
    due: datetime,
    channels: tuple[ChannelKind, ...],
    body: Mapping[str, Any],
) -> Telling:
    """A telling that is not about one occurrence; `rule` and `starts` tell it from others to the same person."""
    return Telling(
        id=telling_id("", "", rule, person, starts),
        purpose=purpose,
        rule=rule,
        person=person,
        starts=starts,
        ends=ends,
        due=due,
        channels=channels,
        body=body,
    )


@lru_cache(maxsize=4096)
def instant_text(at: datetime) -> str:
    """An instant as the database keeps it: UTC, milliseconds, "2023-11-24T01:00:00.000Z"."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


def instant_of(text: str) -> datetime:
    """The instant that `instant_text` wrote."""
    return datetime.fromisoformat(text)
