"""What the parts of delivery speak of: how it is set, who composes messages, what a round did."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import isfinite
from typing import Protocol

from calendars.queries import Connection
from scheduler.channel_kinds import ChannelKind
from scheduler.people import Address
from scheduler.tellings import Drop, Later, Leased, Reach

MOST_SENDERS = 64


class Composer(Protocol):
    """Makes messages from the calendar and the people as they stand in the transaction."""

    def compose(
        self, connection: Connection, leased: Sequence[Leased], now: datetime
    ) -> Mapping[str, Reach | Drop | Later]:
        """For each telling, by its id, the message for the first channel of those the person has, or why there is none.

        `Leased.channel` comes first where the person has it.
        """
        ...

    def address_is_gone(self, connection: Connection, address: Address, now: datetime) -> None:
        """The other side said that nobody is reached there any more."""
        ...

    def channel_is_halted(
        self, connection: Connection, channel: ChannelKind, reason: str, now: datetime
    ) -> None:
        """A channel needs a person; called once for each time that happens."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverySettings:
    """How sending is done.

    senders: connections at a time, by channel; per_second: the most messages in a second, of all processes; lease: for
    how long a worker holds a telling before another may take it (renewed while a try lasts); hold_uncertain: channels
    on which a message that may have arrived waits for a person.
    """

    senders: Mapping[ChannelKind, int] = field(
        default_factory=lambda: {
            ChannelKind.EMAIL: 4,
            ChannelKind.WEBHOOK: 8,
            ChannelKind.ZALO_BOT: 4,
            ChannelKind.ZALO_OA: 4,
            ChannelKind.CONSOLE: 1,
        }
    )
    per_second: Mapping[ChannelKind, float] = field(
        default_factory=lambda: {ChannelKind.ZALO_BOT: 20.0, ChannelKind.ZALO_OA: 50.0}
    )
    lease: timedelta = timedelta(seconds=60)
    hold_uncertain: frozenset[ChannelKind] = frozenset()

    def __post_init__(self) -> None:
        """ValueError where a number cannot be used."""
        for kind, count in self.senders.items():
            if not 1 <= count <= MOST_SENDERS:
                raise ValueError(f"senders.{kind} is a number from 1 to {MOST_SENDERS}, not {count}")
        for kind, rate in self.per_second.items():
            if not (rate > 0 and isfinite(rate)):
                raise ValueError(f"per_second.{kind} is a number above 0, not {rate:g}")


@dataclass(slots=True)
class Tally:
    """What a round of delivery did, by channel. parts: the further messages that long ones took up."""

    sent: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    retried: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)

    def rows(self) -> list[tuple[str, str, int]]:
        """(channel, kind, count), none of them 0."""
        return [
            (channel, kind, count)
            for kind in ("sent", "late", "failed", "dropped", "retried", "parts")
            for channel, count in getattr(self, kind).items()
        ]

    def add(self, other: "Tally") -> None:
        """Counts the other's in."""
        for channel, kind, count in other.rows():
            getattr(self, kind)[channel] += count
