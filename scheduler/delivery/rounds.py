"""One round of delivery, within one transaction: settle what came back, then lease what can be sent.

Hard here: a channel that does not work must hold up nobody who has another, and must not have the rest sent round in
circles; and what is leased is looked at again before it is handed on. When to try again is decided by `retry`, what a
message says by the `Composer`; nothing is sent here.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from calendars.queries import Connection
from scheduler.attempts import Attempt, Delivered, Halted, Refused
from scheduler.channel_kinds import ChannelKind
from scheduler.delivery.circuit import ChannelState, Circuits
from scheduler.delivery.ratelimit import RateLimit
from scheduler.delivery.senders import Crew, Sent
from scheduler.delivery.terms import Composer, DeliverySettings, Tally
from scheduler.outbox import Outbox
from scheduler.retry import Verdict, next_attempt
from scheduler.tellings import Drop, Later, Leased, Reach, State

LATE = timedelta(minutes=1)
REROUTE_BATCH = 500
MOST_UNSETTLED = 8
CROWDED_PAUSE = timedelta(milliseconds=50)
UNKNOWN_CHANNEL_PAUSE = timedelta(hours=1)

_log = logging.getLogger(__name__)

NO_ADDRESS = "the person has no address for any of its channels"


@dataclass(slots=True)
class Look:
    """When to look at the outbox again: surely at `again`; at `next_due` the next thing falls due."""

    again: datetime | None = None
    next_due: datetime | None = None

    def once_more(self, at: datetime) -> None:
        """Look at that instant, whatever falls due."""
        self.again = at if self.again is None else min(self.again, at)

    def expect(self, at: datetime | None) -> None:
        """Something falls due at that instant."""
        if at is not None:
            self.next_due = at if self.next_due is None else min(self.next_due, at)


@dataclass(frozen=True, slots=True)
class Worker:
    """What stays the same from round to round: its name, how it is set, the senders of each channel."""

    name: str
    settings: DeliverySettings
    composer: Composer
    crews: Mapping[ChannelKind, Crew]
    limits: Mapping[ChannelKind, RateLimit]


class Round:
    """A round at the instant `now` (UTC). What it did is in `tally`, what is to be sent in `jobs`."""

    def __init__(self, worker: Worker, connection: Connection, now: datetime) -> None:
        self.outbox = Outbox(connection)
        self.tally = Tally()
        self.jobs: list[tuple[Leased, Reach]] = []
        self.look = Look()
        self._worker = worker
        self._connection = connection
        self._circuits = Circuits(connection)
        self._now = now

    # --- settling -------------------------------------------------------------------------------------------------

    def settle(self, came_back: Iterable[tuple[Sent, float]]) -> None:
        """Keeps what came of tries, each with a chance from 0 to 1 that lengthens a wait, and decides what follows."""
        tried: list[tuple[Leased, Attempt]] = []
        for sent, chance in came_back:
            if sent.attempt is None:
                self.outbox.put_back(sent.leased, self._now)
            else:
                tried.append((sent.leased, sent.attempt))
                self._settle(sent, sent.attempt, chance)
        if tried:
            self.outbox.record(tried, worker=self._worker.name)

    def _settle(self, sent: Sent, attempt: Attempt, chance: float) -> None:
        leased, outcome = sent.leased, attempt.outcome
        kind, telling, worker, now = leased.channel, leased.telling, self._worker, self._now
        tries = leased.tries + 1
        newly_halted = self._circuits.learn(kind, sent.reach.message.to, outcome, now)
        if isinstance(outcome, Refused) and outcome.recipient_gone:
            worker.composer.address_is_gone(self._connection, sent.reach.message.to, now)
        decision = next_attempt(
            outcome,
            tries,
            now,
            telling.retry_until,
            jitter=chance,
            hold_uncertain=kind in worker.settings.hold_uncertain,
        )
        reason = "" if isinstance(outcome, Delivered) else outcome.reason
        match decision.verdict:
            case Verdict.DONE:
                self.tally.sent[kind] += 1
                if attempt.ended - leased.could_go > LATE:
                    self.tally.late[kind] += 1
                if isinstance(outcome, Delivered) and outcome.parts > 1:
                    self.tally.parts[kind] += outcome.parts - 1
            case Verdict.AGAIN:
                self.outbox.reschedule(leased, decision.at or now, tries=tries, reason=reason)
                self.tally.retried[kind] += 1
            case Verdict.HELD:
                self.outbox.close(leased, State.HELD, now=now, tries=tries, reason=reason)
                self.tally.failed[kind] += 1
            case Verdict.NEXT_CHANNEL | Verdict.GIVEN_UP | Verdict.CHANNEL_HALTED:
                self._fall_back(sent, f"{kind}: {reason}", halted=decision.verdict is Verdict.CHANNEL_HALTED)
        if newly_halted and isinstance(outcome, Halted):
            _log.warning("the channel %s is halted until a person acts; `sched doctor` says why", kind)
            worker.composer.channel_is_halted(self._connection, kind, outcome.reason, now)

    def _fall_back(self, sent: Sent, reason: str, *, halted: bool) -> None:
        """The channel will not do it: the person's next one that there is, or the end."""
        leased, kind = sent.leased, sent.leased.channel
        others = tuple(
            other for other in sent.reach.channels if other is not kind and other in self._worker.crews
        )
        others = tuple(sorted(others, key=lambda other: self._trouble(other) is not None))
        if others and self._now < leased.telling.retry_until and not (halted and self._trouble(others[0])):
            left = (*others, kind) if halted else others
            self.outbox.reschedule(leased, self._now, tries=0, reason=reason, channels=left)
            self.tally.retried[kind] += 1
        elif halted:
            state = self._trouble(kind)
            self.outbox.put_back(leased, state.until if state else self._now, reason=reason)
            self.tally.retried[kind] += 1
        else:
            self._fail(leased, reason)

    # --- taking ---------------------------------------------------------------------------------------------------

    def take(self, busy: Mapping[ChannelKind, int]) -> None:
        """Leases what can be sent now, channel by channel; busy: how many senders of each have something in hand."""
        for kind in ChannelKind:
            trouble = self._trouble(kind)
            crew = self._worker.crews.get(kind)
            closed = crew is None or trouble is not None
            size = 1 if self._circuits.is_probing(kind) else crew.capacity if crew else 0
            free = size - busy.get(kind, 0)
            if free <= 0 and not closed:
                continue
            moment = self.outbox.next_moment(kind)
            if moment is None or moment > self._now:
                self.look.expect(moment)
            elif closed:
                self._reroute(kind, trouble.until if trouble else self._now + UNKNOWN_CHANNEL_PAUSE)
            else:
                self._take_from(kind, free)

    def _take_from(self, kind: ChannelKind, free: int) -> None:
        limit = self._worker.limits[kind]
        allowed = limit.take(free, self._now)
        if allowed < 1:
            self.look.once_more(limit.next_at(self._now))
            return
        leased = self._lease(kind, allowed)
        limit.give_back(allowed - len(leased))
        before = len(self.jobs)
        self._compose(leased)
        if not leased:
            # Another worker has just these rows in hand.
            self.look.once_more(self._now + CROWDED_PAUSE)
        elif len(self.jobs) - before < free:
            self.look.once_more(self._now)

    def _compose(self, leased: Sequence[Leased]) -> None:
        sound = [one for one in leased if not self._is_poison(one)]
        for one, composed in self._composed(sound):
            match composed:
                case Reach(channels=()):
                    self._fail(one, NO_ADDRESS)
                case Reach(channels=(first, *_)) if first is not one.channel:
                    self.outbox.put_back(one, self._now, channel=first)
                case Reach():
                    self.jobs.append((one, composed))
                case _:
                    self._leave(one, composed)

    def _reroute(self, kind: ChannelKind, pause: datetime) -> None:
        """What waits for a channel that does not work now: by another way, or when it may work again."""
        known = kind in self._worker.crews
        why = f"{kind} does not work now" if known else f"{kind} is not configured"
        for one, composed in self._composed(self._lease(kind, REROUTE_BATCH)):
            match composed:
                case Reach(channels=()):
                    self._fail(one, NO_ADDRESS)
                case Reach(channels=channels):
                    open_ways = [
                        other
                        for other in channels
                        if other is not kind and other in self._worker.crews and not self._trouble(other)
                    ]
                    if open_ways:
                        self.outbox.put_back(one, self._now, channel=open_ways[0], reason=why)
                    else:
                        self.outbox.put_back(one, pause, reason=why)
                case _:
                    self._leave(one, composed)
        self.look.once_more(self._now)

    # --- pieces ---------------------------------------------------------------------------------------------------

    def _lease(self, kind: ChannelKind, count: int) -> list[Leased]:
        until = self._now + self._worker.settings.lease
        return self.outbox.lease(kind, count, now=self._now, until=until)

    def _composed(self, leased: Sequence[Leased]) -> list[tuple[Leased, Reach | Drop | Later]]:
        if not leased:
            return []
        found = self._worker.composer.compose(self._connection, leased, self._now)
        return [(one, found[one.telling.id]) for one in leased]

    def _leave(self, leased: Leased, why: Drop | Later) -> None:
        match why:
            case Drop(reason):
                self.outbox.close(leased, State.DROPPED, now=self._now, tries=leased.tries, reason=reason)
                self.tally.dropped[leased.channel] += 1
            case Later(at, reason):
                self.outbox.put_back(leased, at, reason=reason)

    def _is_poison(self, leased: Leased) -> bool:
        if leased.unsettled <= MOST_UNSETTLED:
            return False
        times = leased.unsettled - 1
        reason = f"the program ended {times} times while sending this; look at it, then retry it"
        self.outbox.close(leased, State.HELD, now=self._now, tries=leased.tries, reason=reason)
        self.tally.failed[leased.channel] += 1
        return True

    def _fail(self, leased: Leased, reason: str) -> None:
        self.outbox.close(leased, State.FAILED, now=self._now, tries=leased.tries + 1, reason=reason)
        self.tally.failed[leased.channel] += 1

    def _trouble(self, kind: ChannelKind) -> ChannelState | None:
        return self._circuits.rest(kind, self._now)
