"""Who is told: people and groups, their addresses, and what they follow.

People live in the database and are read by the store of people; here are only the values. A person's channels have an
order, the first being tried first; a follow names a calendar, a group or one event.
"""

from dataclasses import dataclass

from scheduler.channel_kinds import ChannelKind


@dataclass(frozen=True, slots=True)
class Address:
    """Where one channel reaches somebody: an e-mail address, a Zalo chat or user id, a webhook's name, a label.

    phone ("84...") stands beside a Zalo OA user id, for the template message outside the 7-day window.
    """

    channel: ChannelKind
    value: str
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """What a person wants to be told of: exactly one of a calendar's slug ("*" for all), a group, or an event's UID."""

    calendar: str | None = None
    group: str | None = None
    event: str | None = None

    @classmethod
    def of(cls, text: str) -> "Follow":
        """What a person writes: a calendar's slug, "*" for all, "group:NAME" or "event:UID"."""
        kind, _, name = text.partition(":")
        if name.strip() and kind in ("group", "event"):
            return cls(**{kind: name.strip()})
        return cls(calendar=text)

    def __str__(self) -> str:
        """As `of` reads it."""
        if self.calendar:
            return self.calendar
        return f"group:{self.group}" if self.group else f"event:{self.event}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is told. id is opaque and stays; addresses stand in the person's order of preference."""

    id: str
    name: str
    addresses: tuple[Address, ...] = ()
    groups: tuple[str, ...] = ()
    follows: tuple[Follow, ...] = ()
    opted_out: bool = False
