"""Telling people: plan, deliver what is due, look at what waits, try a channel out.

What is hard stands elsewhere: when in `reminders`, at least once in `delivery`. Here the parts are put together from
the settings: a channel for each that is configured, a composer that writes in the office's language, the database.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import parseaddr
from functools import partial
from secrets import token_hex
from typing import Any, Self

from calendars.queries import Connection
from calendars.store import CalendarStore
from scheduler.attempts import Attempt, Delivered, Outcome
from scheduler.channel_kinds import ChannelKind
from scheduler.channels import CHANNELS
from scheduler.channels.channel import Channel, Message, Purpose, Surroundings
from scheduler.channels.discreet import Discreet
from scheduler.database import Database, connect
from scheduler.delivery.circuit import Circuits
from scheduler.delivery.composer import CalendarComposer, ComposerSettings
from scheduler.delivery.pump import Delivery, Tally
from scheduler.delivery.terms import DeliverySettings
from scheduler.delivery.tokens import DatabaseTokens
from scheduler.delivery.vitals import Vitals
from scheduler.directory import Directory
from scheduler.errors import SchedulerError, UnknownChannel
from scheduler.notices import plan_digests
from scheduler.outbox import Kept, Outbox
from scheduler.people import Address, Person
from scheduler.redaction import Redactor, secrets_in
from scheduler.service.planning import Policy, replan_all
from scheduler.service.retention import RetentionService
from scheduler.service.trials import channel_faults
from scheduler.settings import Settings
from scheduler.tellings import Drop, Leased, State

__all__ = ["Delivery", "DeliverySettings", "Policy", "TellingService", "UnknownTelling", "Waiting"]

SHOWN_AHEAD = timedelta(days=7)


class UnknownTelling(SchedulerError):
    """No telling of that id waits in the outbox."""

    exit_status = 2

    def __init__(self, id_: str) -> None:
        super().__init__(f"there is no message {id_} in the outbox; `sched outbox` shows those there are")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A telling in the outbox with what a person wants to know of it: who, about what."""

    kept: Kept
    person: Person | None
    title: str
    attempts: tuple[Attempt, ...] = ()


class TellingService:
    """Plans and sends for one installation."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        policy: Policy,
        channels: Mapping[ChannelKind, Any],
        clock: Callable[[], datetime],
        terms: DeliverySettings | None = None,
    ) -> None:
        """channels: the settings of each channel that is configured; clock: gives the present instant (UTC)."""
        self.database = database
        self.settings = settings
        self.policy = policy
        self.channels = channels
        self.clock = clock
        self.terms = terms or DeliverySettings()
        self._surroundings = Surroundings(
            source=settings.web.public_url,
            zone=settings.timezone,
            sent_this_month=self._sent_in_month,
            last_interaction=self._last_interaction,
            tokens=DatabaseTokens(database, clock),
        )

    @classmethod
    @contextmanager
    def opened(
        cls,
        settings: Settings,
        policy: Policy,
        channels: Mapping[ChannelKind, Any],
        clock: Callable[[], datetime],
        terms: DeliverySettings | None = None,
    ) -> Iterator[Self]:
        """The service with its database open for the block."""
        with connect(settings.database) as database:
            yield cls(database, settings, policy, channels, clock, terms)

    def again(
        self, settings: Settings, policy: Policy, channels: Mapping[ChannelKind, Any], terms: DeliverySettings
    ) -> "TellingService":
        """The same over the same database, with a configuration that was read again.

        It knows what this one could not keep yet: tokens, and which parts of a long message have gone out. Raises
        ConfigurationError where a channel could not be used with it.
        """
        for _, fault in channel_faults(channels):
            raise fault
        fresh = TellingService(self.database, settings, policy, channels, self.clock, terms)
        known = self._surroundings
        fresh._surroundings = replace(
            fresh._surroundings, unsaved_tokens=known.unsaved_tokens, parts=known.parts
        )
        return fresh

    # --- plan and send --------------------------------------------------------------------------------------------

    def plan(self) -> int:
        """Make all reminders within the horizon what they must be now; their number."""
        with self.database.transaction() as connection:
            return replan_all(connection, self.policy, self.clock())

    def remind(self) -> Tally:
        """Plan, send what is due, once, and say what was done."""
        self.plan()
        delivery = self.delivery()
        try:
            return delivery.pump()
        finally:
            delivery.close()

    def unsettled(self) -> int:
        """How many messages wait though their hour has come: those to be tried again."""
        with self.database.reading() as connection:
            return Outbox(connection).count_waiting(self.clock())

    def upcoming(self) -> list[Waiting]:
        """What would be sent within SHOWN_AHEAD, as a plan made now gives it; nothing is kept.

        What would be looked at then and dropped, such as the digest of an empty day, is left out.
        """
        found: list[Waiting] = []
        try:
            with self.database.transaction() as connection:
                now = self.clock()
                replan_all(connection, self.policy, now)
                outbox = Outbox(connection)
                # Digests are planned from day to day; here those of the whole time are shown.
                people, office = Directory(connection).everybody(), self.policy.office
                outbox.add(
                    plan_digests(self.policy.digests, people, now=now, office=office, ahead=SHOWN_AHEAD)
                )
                kept = [
                    *outbox.find(state=State.PENDING, count=100_000),
                    *outbox.find(state=State.LEASED, count=100_000),
                ]
                due = [one for one in kept if one.next <= now + SHOWN_AHEAD]
                told = self._worth_telling(connection, due, now)
                found = self._with_names(connection, sorted(told, key=lambda one: one.next))
                raise _NotKept
        except _NotKept:
            return found

    def _worth_telling(self, connection: Connection, kept: Sequence[Kept], now: datetime) -> list[Kept]:
        """Those that would not be dropped at their hour, as the calendar stands now."""
        by_hour: dict[datetime, list[Kept]] = {}
        for one in kept:
            by_hour.setdefault(max(one.next, now), []).append(one)
        composer, told = self._composer(), []
        for at, those in by_hour.items():
            leased = [
                Leased(
                    telling=one.telling, channel=one.channel, lease="", tries=one.tries, unsettled=1, taken=at
                )
                for one in those
            ]
            composed = composer.compose(connection, leased, at)
            told += [one for one in those if not isinstance(composed[one.telling.id], Drop)]
        return told

    def _composer(self) -> CalendarComposer:
        return CalendarComposer(
            ComposerSettings(
                office=self.policy.office,
                language=self.settings.language,
                organizer=self._organizer(),
                stop_link=self._stop_link,
                calendar_link=self._calendar_link,
                keepers=self.policy.keepers,
            )
        )

    def delivery(self) -> Delivery:
        """What sends, with the channels of the configuration; the caller closes it."""
        makers = {kind: partial(self._channel, kind) for kind in self.channels}
        return Delivery(
            self.database,
            makers,
            self._composer(),
            clock=self.clock,
            worker=f"sched-{token_hex(4)}",
            settings=self.terms,
        )

    def resume(self) -> None:
        """Try every channel again: for after a person has seen to it."""
        with self.database.transaction() as connection:
            circuits = Circuits(connection)
            for kind in list(circuits.all()):
                circuits.resume(kind, self.clock())

    def forget(self) -> None:
        """Remove what the office keeps no longer."""
        RetentionService(self.database, self.settings).forget(self.clock())

    def send_test(self, kind: ChannelKind, address: str, text: str) -> Outcome:
        """Send one real message to an address and say what came of it. UnknownChannel where it is not configured."""
        if kind not in self.channels:
            raise UnknownChannel(kind.value, tuple(channel.value for channel in self.channels))
        now = self.clock()
        message = Message(
            id=f"t-{token_hex(12)}",
            purpose=Purpose.TEST,
            to=Address(kind, address),
            name=address,
            subject=text.splitlines()[0],
            text=text,
            created=now,
        )
        channel = self._channel(kind)
        try:
            outcome = channel.send(message, now=now)
        finally:
            channel.close()
        if isinstance(outcome, Delivered):
            with self.database.transaction() as connection:
                Circuits(connection).resume(kind, now)
                Vitals(connection).count([(kind, "tested", outcome.parts)], now)
        return outcome

    # --- the outbox -----------------------------------------------------------------------------------------------

    def outbox(self, state: State | None = None, count: int = 200) -> list[Waiting]:
        """What waits, or has been settled, in the order of its hours; where there is more, what is nearest to now."""
        with self.database.reading() as connection:
            found = Outbox(connection).around(self.clock(), state=state, count=count)
            return self._with_names(connection, found)

    def explain(self, id_: str) -> Waiting:
        """One telling with all its tries. UnknownTelling where there is none."""
        with self.database.reading() as connection:
            outbox = Outbox(connection)
            kept = outbox.get(id_)
            if kept is None:
                raise UnknownTelling(id_)
            [named] = self._with_names(connection, [kept])
            return Waiting(
                kept=named.kept, person=named.person, title=named.title, attempts=tuple(outbox.attempts(id_))
            )

    def retry(self, id_: str) -> bool:
        """Let a telling be tried again: at once, or at its hour if that is still to come.

        The channels that refused it are tried too, since whoever asks may have mended an address. False where it was
        sent or is in hand. UnknownTelling as above.
        """
        with self.database.transaction() as connection:
            outbox = Outbox(connection)
            kept = outbox.get(id_)
            if kept is None:
                raise UnknownTelling(id_)
            tried = (ChannelKind(attempt.channel) for attempt in outbox.attempts(id_))
            channels = tuple(dict.fromkeys((*tried, *kept.telling.channels)))
            return outbox.retry(id_, channels, now=self.clock())

    def cancel(self, id_: str, reason: str) -> bool:
        """Take a waiting telling out; False where it does not wait. UnknownTelling as above."""
        with self.database.transaction() as connection:
            outbox = Outbox(connection)
            if outbox.get(id_) is None:
                raise UnknownTelling(id_)
            return outbox.cancel(id_, reason, now=self.clock())

    # --- parts ----------------------------------------------------------------------------------------------------

    def _channel(self, kind: ChannelKind) -> Channel:
        _, make = CHANNELS[kind]
        settings = self.channels[kind]
        return Discreet(make(settings, self._surroundings), Redactor(secrets_in(settings)))

    def _sent_in_month(self, kind: ChannelKind, now: datetime) -> int:
        with self.database.reading() as connection:
            return Vitals(connection).sent_in_month(kind, now)

    def _last_interaction(self, user: str) -> datetime | None:
        with self.database.reading() as connection:
            return Directory(connection).last_interaction(ChannelKind.ZALO_OA, user)

    def _organizer(self) -> str | None:
        email = self.channels.get(ChannelKind.EMAIL)
        return (parseaddr(email.sender)[1] or None) if email is not None else None

    def _stop_link(self, token: str) -> str:
        return f"{self.settings.web.public_url.rstrip('/')}/stop/{token}"

    def _calendar_link(self, calendar: str) -> str:
        return f"{self.settings.web.public_url.rstrip('/')}/c/{calendar}"

    def _with_names(self, connection: Any, kept: Sequence[Kept]) -> list[Waiting]:
        people = Directory(connection).some(one.telling.person for one in kept)
        store = CalendarStore(connection)
        titles: dict[str, str] = {}
        for one in kept:
            uid = one.telling.event
            if uid and uid not in titles:
                event = store.find_event(uid)
                titles[uid] = event.title if event else uid
        return [
            Waiting(
                kept=one,
                person=people.get(one.telling.person),
                title=titles.get(one.telling.event, one.telling.rule),
            )
            for one in kept
        ]


class _NotKept(Exception):
    pass
