"""Lease, send, settle: what is due goes out, and what came of it is kept.

    1. in one transaction: settle what came back, lease what free senders can take, look at each event again
    2. commit, and hand the messages to the senders
    3. wait for the next result, or for the next thing to fall due

Killed between lease and send, a telling waits for its lease to run out and is sent then; killed between send and
settle, it is sent a second time, with the same id. Senders only send: the database is touched by one thread, which
settles together what came back together. What is said is made by a `Composer`, when to try again by `retry`, which
channels rest by `circuit`. No clock is read here but the one that is handed in.
"""

import random
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from queue import Empty, SimpleQueue
from threading import Event
from typing import Protocol

from calendars.queries import Connection
from scheduler.attempts import Delivered, Halted, Refused
from scheduler.channels.channel import Channel
from scheduler.database import Database
from scheduler.delivery.circuit import Circuits
from scheduler.delivery.ratelimit import RateLimit
from scheduler.delivery.senders import Crew, Sent
from scheduler.delivery.vitals import Vitals
from scheduler.errors import DatabaseUnavailable
from scheduler.outbox import Outbox
from scheduler.people import Address, ChannelKind
from scheduler.retry import Verdict, next_attempt
from scheduler.tellings import Drop, Later, Leased, Reach, State

LATE = timedelta(minutes=1)
REROUTE_BATCH = 500
MOST_UNSETTLED = 8
TROUBLE_PAUSE = 0.5
CROWDED_PAUSE = timedelta(milliseconds=50)
UNKNOWN_CHANNEL_PAUSE = timedelta(hours=1)


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

    senders: connections at a time, by channel; per_second: the most messages in a second; lease: for how long a worker
    holds a telling before another may take it (renewed while a try lasts); hold_uncertain: channels on which a message
    that may have arrived waits for a person.
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


@dataclass(slots=True)
class Tally:
    """What a round of delivery did, by channel."""

    sent: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    retried: Counter[str] = field(default_factory=Counter)

    def rows(self) -> list[tuple[str, str, int]]:
        """(channel, kind, count), none of them 0."""
        return [
            (channel, kind, count)
            for kind in ("sent", "late", "failed", "dropped", "retried")
            for channel, count in getattr(self, kind).items()
        ]

    def add(self, other: "Tally") -> None:
        """Counts the other's in."""
        for channel, kind, count in other.rows():
            getattr(self, kind)[channel] += count


@dataclass(slots=True)
class _Look:
    """When to look at the outbox again: surely at `again`; at `next_due` the next thing falls due."""

    again: datetime | None = None
    next_due: datetime | None = None

    def once_more(self, at: datetime) -> None:
        self.again = at if self.again is None else min(self.again, at)

    def expect(self, at: datetime | None) -> None:
        if at is not None:
            self.next_due = at if self.next_due is None else min(self.next_due, at)


class Delivery:
    """Sends what is due. One instance a process; `pump` is called by one thread at a time, `wake` and `stop` by any."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[ChannelKind, Callable[[], Channel]],
        composer: Composer,
        *,
        clock: Callable[[], datetime],
        worker: str = "sched",
        settings: DeliverySettings | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """channels: how a sender's own channel is made; clock: the present instant (UTC); chance: from 0 to 1."""
        self.settings = settings or DeliverySettings()
        self._database = database
        self._composer = composer
        self._clock = clock
        self._worker = worker
        self._chance = chance
        self._results: SimpleQueue[Sent | None] = SimpleQueue()
        self._crews = {
            kind: Crew(kind, make, self.settings.senders.get(kind, 1), self._results, clock)
            for kind, make in channels.items()
        }
        self._limits = {kind: RateLimit(self.settings.per_second.get(kind)) for kind in channels}
        self._in_flight: dict[str, Leased] = {}
        self._unsettled: deque[Sent] = deque()
        self._renewed: datetime | None = None
        self._stopping = Event()

    @property
    def in_flight(self) -> int:
        """How many messages are with senders."""
        return len(self._in_flight)

    def wake(self) -> None:
        """Lets a waiting `pump` look at the outbox again."""
        self._results.put(None)

    def stop(self) -> None:
        """Lets `pump` take nothing new and return when what is in flight has come back."""
        self._stopping.set()
        self.wake()

    def close(self) -> None:
        """Ends the senders and their connections."""
        for crew in self._crews.values():
            crew.close()

    def next_moment(self) -> datetime | None:
        """When the next telling needs a worker; None: nothing waits."""
        with self._database.reading() as connection:
            outbox = Outbox(connection)
            moments = [outbox.next_moment(kind) for kind in ChannelKind]
        return min((moment for moment in moments if moment is not None), default=None)

    def pump(self, *, patience: float | None = None) -> Tally:
        """Sends until nothing is due and nothing is in flight, or until stopped.

        patience: seconds after which a stopped pump no longer waits for what is in flight (its leases then run out).
        DatabaseUnavailable where the database refuses while nothing is in flight; else it is asked again.
        """
        total = Tally()
        deadline: datetime | None = None
        while True:
            now = self._clock()
            if self._stopping.is_set():
                deadline = deadline or (now + timedelta(seconds=patience) if patience is not None else None)
                if not self._in_flight and not self._unsettled:
                    return total
                if deadline is not None and now >= deadline:
                    return total
            try:
                tally, jobs, look = self._round(now)
            except DatabaseUnavailable:
                if not self._in_flight and not self._unsettled:
                    raise
                self._collect(TROUBLE_PAUSE)
                continue
            total.add(tally)
            for leased, reach in jobs:
                self._in_flight[leased.telling.id] = leased
                self._crews[leased.channel].send(leased, reach)
            if not self._in_flight and look.again is None:
                if not tally.rows():
                    return total
                continue
            self._collect(self._wait(look))

    # --- one round ------------------------------------------------------------------------------------------------

    def _collect(self, seconds: float) -> None:
        """Waits for a result, at most so long, and takes all that are there."""
        try:
            result = self._results.get(timeout=seconds) if seconds > 0 else self._results.get_nowait()
            while True:
                if result is not None:
                    self._unsettled.append(result)
                result = self._results.get_nowait()
        except Empty:
            pass

    def _wait(self, look: "_Look") -> float:
        """Seconds until the next round, if no result comes before; leases must be renewed meanwhile."""
        wait = self.settings.lease.total_seconds() / 3
        moments = [moment for moment in (look.again, look.next_due) if moment is not None]
        if moments and not self._stopping.is_set():
            wait = min(wait, (min(moments) - self._clock()).total_seconds())
        return wait

    def _round(self, now: datetime) -> tuple[Tally, list[tuple[Leased, Reach]], "_Look"]:
        """One transaction: what it did, what is to be sent after the commit, and when to look again."""
        tally = Tally()
        jobs: list[tuple[Leased, Reach]] = []
        settling = list(self._unsettled)
        with self._database.transaction() as connection:
            outbox, circuits = Outbox(connection), Circuits(connection)
            for sent in settling:
                self._settle(connection, outbox, circuits, sent, tally, now)
            self._renew(outbox, settling, now)
            look = _Look()
            if not self._stopping.is_set():
                look = self._take(connection, outbox, circuits, settling, jobs, tally, now)
            Vitals(connection).count(tally.rows(), now)
        # Only now is it certain that the results are kept.
        for sent in settling:
            self._unsettled.popleft()
            self._in_flight.pop(sent.leased.telling.id, None)
        return tally, jobs, look

    def _renew(self, outbox: Outbox, settling: Iterable[Sent], now: datetime) -> None:
        if self._renewed is not None and abs(now - self._renewed) < self.settings.lease / 3:
            return
        self._renewed = now
        done = {sent.leased.telling.id for sent in settling}
        held = [leased for id_, leased in self._in_flight.items() if id_ not in done]
        if held:
            outbox.renew(held, until=now + self.settings.lease)

    def _take(
        self,
        connection: Connection,
        outbox: Outbox,
        circuits: Circuits,
        settling: Sequence[Sent],
        jobs: list[tuple[Leased, Reach]],
        tally: Tally,
        now: datetime,
    ) -> "_Look":
        """Leases what can be sent now, channel by channel."""
        came_back = Counter(sent.leased.channel for sent in settling)
        busy = Counter(leased.channel for leased in self._in_flight.values())
        look = _Look()
        until = now + self.settings.lease
        for kind in ChannelKind:
            crew = self._crews.get(kind)
            rest = circuits.rest(kind, now)
            size = 1 if circuits.is_probing(kind) else crew.size if crew else 0
            free = size - busy[kind] + came_back[kind]
            closed = crew is None or rest is not None
            if free <= 0 and not closed:
                continue
            moment = outbox.next_moment(kind)
            if moment is None or moment > now:
                look.expect(moment)
                continue
            if closed:
                pause = rest.until if rest else now + UNKNOWN_CHANNEL_PAUSE
                leased = outbox.lease(kind, REROUTE_BATCH, now=now, until=until)
                self._reroute(connection, outbox, leased, pause, tally, now)
                look.once_more(now)
                continue
            allowed = self._limits[kind].take(free, now)
            if allowed < 1:
                look.once_more(self._limits[kind].next_at(now))
                continue
            leased = outbox.lease(kind, allowed, now=now, until=until)
            self._limits[kind].give_back(allowed - len(leased))
            before = len(jobs)
            self._compose(connection, outbox, leased, jobs, tally, now)
            if not leased:
                # Another worker has just these rows in hand.
                look.once_more(now + CROWDED_PAUSE)
            elif len(jobs) - before < free:
                look.once_more(now)
        return look

    def _compose(
        self,
        connection: Connection,
        outbox: Outbox,
        leased: Sequence[Leased],
        jobs: list[tuple[Leased, Reach]],
        tally: Tally,
        now: datetime,
    ) -> None:
        sound = [one for one in leased if not self._is_poison(outbox, one, tally, now)]
        composed = self._composer.compose(connection, sound, now) if sound else {}
        for one in sound:
            match composed[one.telling.id]:
                case Drop(reason):
                    outbox.close(one, State.DROPPED, now=now, tries=one.tries, reason=reason)
                    tally.dropped[one.channel] += 1
                case Later(at, reason):
                    outbox.put_back(one, at, reason=reason)
                case Reach(channels=()):
                    self._fail(outbox, one, "the person has no address for any of its channels", tally, now)
                case Reach() as reach if reach.channels[0] is not one.channel:
                    outbox.put_back(one, now, channel=reach.channels[0])
                case Reach() as reach:
                    jobs.append((one, reach))

    def _is_poison(self, outbox: Outbox, leased: Leased, tally: Tally, now: datetime) -> bool:
        if leased.unsettled <= MOST_UNSETTLED:
            return False
        reason = (
            f"the program ended {leased.unsettled - 1} times while sending this; look at it, then retry it"
        )
        outbox.close(leased, State.HELD, now=now, tries=leased.tries, reason=reason)
        tally.failed[leased.channel] += 1
        return True

    def _reroute(
        self,
        connection: Connection,
        outbox: Outbox,
        leased: Sequence[Leased],
        pause: datetime,
        tally: Tally,
        now: datetime,
    ) -> None:
        """What waits for a channel that does not work now: by another way, or when it may work again."""
        composed = self._composer.compose(connection, leased, now) if leased else {}
        for one in leased:
            match composed[one.telling.id]:
                case Drop(reason):
                    outbox.close(one, State.DROPPED, now=now, tries=one.tries, reason=reason)
                    tally.dropped[one.channel] += 1
                case Later(at, reason):
                    outbox.put_back(one, at, reason=reason)
                case Reach(channels=channels):
                    others = [kind for kind in channels if kind is not one.channel and kind in self._crews]
                    if others:
                        outbox.put_back(
                            one, now, channel=others[0], reason=f"{one.channel} does not work now"
                        )
                    elif channels:
                        outbox.put_back(one, pause, reason=f"waits until {one.channel} works again")
                    else:
                        self._fail(
                            outbox, one, "the person has no address for any of its channels", tally, now
                        )

    # --- settling -------------------------------------------------------------------------------------------------

    def _settle(
        self,
        connection: Connection,
        outbox: Outbox,
        circuits: Circuits,
        sent: Sent,
        tally: Tally,
        now: datetime,
    ) -> None:
        leased, outcome = sent.leased, sent.attempt.outcome
        kind, telling = leased.channel, leased.telling
        outbox.record(leased, sent.attempt, worker=self._worker)
        tries = leased.tries + 1
        halted = circuits.learn(kind, sent.reach.message.to, outcome, now)
        if isinstance(outcome, Refused) and outcome.recipient_gone:
            self._composer.address_is_gone(connection, sent.reach.message.to, now)
        decision = next_attempt(
            outcome,
            tries,
            now,
            telling.retry_until,
            jitter=self._chance(),
            hold_uncertain=kind in self.settings.hold_uncertain,
        )
        reason = "" if isinstance(outcome, Delivered) else outcome.reason
        match decision.verdict:
            case Verdict.DONE:
                outbox.close(leased, State.SENT, now=now, tries=tries)
                tally.sent[kind] += 1
                if sent.attempt.ended - telling.due > LATE:
                    tally.late[kind] += 1
            case Verdict.AGAIN:
                outbox.reschedule(leased, decision.at or now, tries=tries, reason=reason)
                tally.retried[kind] += 1
            case Verdict.HELD:
                outbox.close(leased, State.HELD, now=now, tries=tries, reason=reason)
                tally.failed[kind] += 1
            case Verdict.NEXT_CHANNEL | Verdict.GIVEN_UP | Verdict.CHANNEL_HALTED:
                self._fall_back(outbox, sent, decision.verdict, circuits, tally, now)
        if halted and isinstance(outcome, Halted):
            self._composer.channel_is_halted(connection, kind, outcome.reason, now)

    def _fall_back(
        self, outbox: Outbox, sent: Sent, verdict: Verdict, circuits: Circuits, tally: Tally, now: datetime
    ) -> None:
        leased = sent.leased
        kind, outcome = leased.channel, sent.attempt.outcome
        reason = f"{kind}: {outcome.reason}" if not isinstance(outcome, Delivered) else ""
        others = tuple(other for other in sent.reach.channels if other is not kind and other in self._crews)
        rest = circuits.rest(kind, now)
        if others and now < leased.telling.retry_until:
            left = (*others, kind) if verdict is Verdict.CHANNEL_HALTED else others
            outbox.reschedule(leased, now, tries=0, reason=reason, channels=left)
            tally.retried[kind] += 1
        elif verdict is Verdict.CHANNEL_HALTED and rest is not None:
            outbox.put_back(leased, rest.until, reason=reason)
            tally.retried[kind] += 1
        else:
            self._fail(outbox, leased, reason, tally, now)

    def _fail(self, outbox: Outbox, leased: Leased, reason: str, tally: Tally, now: datetime) -> None:
        outbox.close(leased, State.FAILED, now=now, tries=leased.tries + 1, reason=reason)
        tally.failed[leased.channel] += 1
