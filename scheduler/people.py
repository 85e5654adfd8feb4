"""Who is told: people and groups, their addresses, and what they follow.

People live in the database and are read by the store of people; here are only the values. A person's channels have an
order, the first being tried first; a follow names a calendar, a group or one event. A phone is written in many
ways; an address bears it in one.
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

from scheduler.channel_kinds import ChannelKind

_PHONE = re.compile(r"(?:\+84|0084|84|0|)([1-9]\d{8,9})")


def normal_phone(text: str) -> str | None:
    """A Vietnamese phone number as "84…", whether written with +84, 0084, 84, 0 or without; None for anything else."""
    found = _PHONE.fullmatch(re.sub(r"[\s.()\-\u2010-\u2015]", "", normalize("NFKC", text)))
    return f"84{found[1]}" if found else None


@dataclass(frozen=True, slots=True)
class Address:
    """Where one channel reaches somebody: an e-mail address, a Zalo chat or user id, a webhook's name, a label.

    phone ("84...") stands beside a Zalo OA user id, for the template message outside the 7-day window. Who is known by
    a phone alone has it as the value too. However it was written, an address bears it in that one form; what is no
    phone stays as it is, for the store of people to refuse.
    """

    channel: ChannelKind
    value: str
    phone: str | None = None

    def __post_init__(self) -> None:
        if self.phone is None:
            return
        phone = normal_phone(self.phone)
        if phone is None:
            return
        object.__setattr__(self, "phone", phone)
        if self.value != phone and normal_phone(self.value) == phone:
            object.__setattr__(self, "value", phone)

    @property
    def is_phone_alone(self) -> bool:
        """Whether nothing but a phone is known: no user id."""
        return self.phone is not None and self.value == self.phone


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
