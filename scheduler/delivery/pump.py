"""Lease, send, settle: what is due goes out, and what came of it is kept.

    1. in one transaction: settle what came back, lease what free senders can take, look at each event again
    2. commit, and hand the messages to the senders
    3. wait for the next result, or for the next thing to fall due

Killed between lease and send, a telling waits for its lease to run out and is sent then; killed between send and
settle, it is sent a second time, with the same id. Senders only send: the database is touched by one thread, which
settles together what came back together. What a round does stands in `rounds`. No clock is read here but the one that
is handed in.
"""

import logging
import random
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from queue import Empty, SimpleQueue
from threading import Event

from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Channel
from scheduler.database import Database
from scheduler.delivery.ratelimit import RateLimit
from scheduler.delivery.rounds import MOST_UNSETTLED, Look, Round, Worker
from scheduler.delivery.senders import Crew, Sent
from scheduler.delivery.terms import Composer, DeliverySettings, Tally
from scheduler.delivery.vitals import Vitals
from scheduler.errors import DatabaseUnavailable
from scheduler.outbox import Outbox
from scheduler.tellings import Leased

__all__ = ["MOST_UNSETTLED", "Composer", "Delivery", "DeliverySettings", "Tally"]

TROUBLE_PAUSE = 0.5

_log = logging.getLogger(__name__)

GATHER_SECONDS = 0.01
"""For so long what came back may wait to be kept together with what comes next, while the senders have work ready. A
process killed meanwhile has it sent a second time, with the same id."""


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
        self._clock = clock
        self._chance = chance
        self._results: SimpleQueue[Sent | None] = SimpleQueue()
        self._crews = {
            kind: Crew(kind, make, self.settings.senders.get(kind, 1), self._results, clock)
            for kind, make in channels.items()
        }
        self._worker = Worker(
            worker,
            self.settings,
            composer,
            crews=self._crews,
            limits={kind: RateLimit(self.settings.per_second.get(kind)) for kind in channels},
        )
        self._in_flight: dict[str, Leased] = {}
        self._out: Counter[ChannelKind] = Counter()
        self._unsettled: deque[Sent] = deque()
        self._renewed: datetime | None = None
        self._trouble = ""
        self._stopping = Event()

    @property
    def in_flight(self) -> int:
        """How many messages are with senders."""
        return len(self._in_flight)

    def share_rates(self, workers: int) -> None:
        """What may be sent in a second is shared with the other processes, so many with this one."""
        for limit in self._worker.limits.values():
            limit.share(workers)

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
                done = self._round(now)
            except DatabaseUnavailable as trouble:
                if not self._in_flight and not self._unsettled:
                    raise
                self._complain(str(trouble))
                self._collect(TROUBLE_PAUSE)
                continue
            self._trouble = ""
            total.add(done.tally)
            for leased, reach in done.jobs:
                self._in_flight[leased.telling.id] = leased
                self._out[leased.channel] += 1
                self._crews[leased.channel].send(leased, reach)
            if not self._in_flight and done.look.again is None:
                if not done.tally.rows():
                    return total
                continue
            wait = self._wait(done.look)
            if deadline is not None:
                wait = min(wait, max(0.0, (deadline - self._clock()).total_seconds()))
            self._collect(wait)

    def _complain(self, trouble: str) -> None:
        """Says once, and not at each round, what keeps results from being kept."""
        if trouble != self._trouble:
            _log.warning("what was sent cannot be kept yet, so nothing more is sent: %s", trouble)
        self._trouble = trouble

    # --- one round ------------------------------------------------------------------------------------------------

    def _collect(self, seconds: float) -> None:
        """Waits for a result, at most so long, and takes all that are there or come while no sender lacks work."""
        try:
            self._take_in(self._results.get(timeout=seconds) if seconds > 0 else self._results.get_nowait())
            gathered = time.monotonic() + GATHER_SECONDS
            while True:
                wait = gathered - time.monotonic() if self._unsettled and self._all_have_work() else 0.0
                self._take_in(self._results.get(timeout=wait) if wait > 0 else self._results.get_nowait())
        except Empty:
            pass

    def _take_in(self, result: Sent | None) -> None:
        if result is not None:
            self._unsettled.append(result)
            self._out[result.leased.channel] -= 1

    def _all_have_work(self) -> bool:
        """Whether the senders of all channels that something came back from still have enough in hand."""
        back = {sent.leased.channel for sent in self._unsettled}
        return not self._stopping.is_set() and all(
            self._out[kind] >= self._crews[kind].fair_share for kind in back
        )

    def _wait(self, look: Look) -> float:
        """Seconds until the next round, if no result comes before; leases must be renewed meanwhile."""
        wait = self.settings.lease.total_seconds() / 3
        moments = [moment for moment in (look.again, look.next_due) if moment is not None]
        if moments and not self._stopping.is_set():
            wait = min(wait, (min(moments) - self._clock()).total_seconds())
        return wait

    def _round(self, now: datetime) -> Round:
        """One transaction; its jobs are to be sent after it."""
        settling = list(self._unsettled)
        with self._database.transaction() as connection:
            done = Round(self._worker, connection, now)
            done.settle([(sent, self._chance()) for sent in settling])
            came_back = {sent.leased.telling.id for sent in settling}
            held = [leased for id_, leased in self._in_flight.items() if id_ not in came_back]
            renewed = self._renew(done.outbox, held, now)
            if not self._stopping.is_set():
                done.take(Counter(leased.channel for leased in held))
            Vitals(connection).count(done.tally.rows(), now)
        # Only now is it certain that results and leases are kept.
        self._renewed = renewed
        for sent in settling:
            self._unsettled.popleft()
            self._in_flight.pop(sent.leased.telling.id, None)
        return done

    def _renew(self, outbox: Outbox, held: Sequence[Leased], now: datetime) -> datetime:
        """Leases are renewed in good time, also when the clock was set back; when that was last done."""
        if self._renewed is not None and abs(now - self._renewed) < self.settings.lease / 3:
            return self._renewed
        if held:
            outbox.renew(held, until=now + self.settings.lease)
        return now
