"""The `Composer` of the application: messages from the calendar, and what the people's store learns from sending."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from calendars.queries import Connection
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Purpose
from scheduler.delivery.composition import Composition
from scheduler.delivery.written import ComposerSettings, Written
from scheduler.directory import Directory
from scheduler.outbox import Outbox
from scheduler.people import Address
from scheduler.reminders import channels_of
from scheduler.tellings import Drop, Later, Leased, Reach, telling_about

__all__ = ["CalendarComposer", "ComposerSettings"]

HALT_TOLD_FOR = timedelta(days=3)


class CalendarComposer:
    """Makes messages for `pump`; one instance serves one thread."""

    def __init__(self, settings: ComposerSettings) -> None:
        self._settings = settings
        self._written = Written(settings)

    def compose(
        self, connection: Connection, leased: Sequence[Leased], now: datetime
    ) -> Mapping[str, Reach | Drop | Later]:
        """As `pump.Composer` promises."""
        return Composition(self._written, connection, leased, now).compose()

    def address_is_gone(self, connection: Connection, address: Address, now: datetime) -> None:
        """It is not used again until somebody enters it anew."""
        Directory(connection).address_is_gone(address, now=now)

    def channel_is_halted(
        self, connection: Connection, channel: ChannelKind, reason: str, now: datetime
    ) -> None:
        """The office is told by its other channels."""
        tellings = []
        for person in Directory(connection).everybody():
            others = tuple(kind for kind in channels_of(person, ()) if kind is not channel)
            is_keeper = any(group.casefold() in self._settings.keepers for group in person.groups)
            if others and is_keeper and not person.opted_out:
                tellings.append(
                    telling_about(
                        Purpose.NUDGE,
                        rule=f"halted-{channel}",
                        person=person.id,
                        starts=now,
                        ends=now + HALT_TOLD_FOR,
                        due=now,
                        channels=others,
                        body={"channel": channel, "reason": reason},
                    )
                )
        Outbox(connection).add(tellings)
