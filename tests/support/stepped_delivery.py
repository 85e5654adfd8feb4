"""Delivery taken apart into its steps, so that a test may put anything between lease, send and settle.

The rounds, the outbox and the composer are the real ones; only the threads that send are replaced by a heap of jobs
from which the test takes one, says what came of it, and brings it back. A process that dies is one that is let go of.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from scheduler.attempts import Attempt, Outcome
from scheduler.channel_kinds import ChannelKind
from scheduler.database import Database
from scheduler.delivery.pump import Composer, Delivery, DeliverySettings
from scheduler.delivery.senders import Sent
from scheduler.tellings import Leased, Reach

LEASE = timedelta(seconds=60)


class Died(BaseException):
    """The process ends here."""


class Heap:
    """In the place of a channel's senders: what they were handed lies here until the test takes it."""

    def __init__(self, size: int) -> None:
        self.capacity = size
        self.jobs: list[tuple[Leased, Reach]] = []

    def send(self, leased: Leased, reach: Reach) -> None:
        self.jobs.append((leased, reach))

    def close(self) -> None:
        self.jobs.clear()


class DyingDatabase:
    """A database whose user dies just before the commit."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def transaction(self) -> Iterator[Any]:
        with self._database.transaction() as connection:
            yield connection
            raise Died


class SteppedDelivery(Delivery):
    """One process that sends, step by step."""

    def __init__(
        self,
        database: Database,
        kinds: tuple[ChannelKind, ...],
        composer: Composer,
        clock: Callable[[], datetime],
        name: str,
    ) -> None:
        super().__init__(
            database,
            dict.fromkeys(kinds, _nobody),
            composer,
            clock=clock,
            worker=name,
            settings=DeliverySettings(lease=LEASE, per_second={}),
            chance=lambda: 0.0,
        )
        self._heaps = {kind: Heap(2) for kind in kinds}
        self._crews.update(self._heaps)  # type: ignore[arg-type]  # they do what rounds ask of a crew

    @property
    def waiting(self) -> list[tuple[Leased, Reach]]:
        """What was leased and is not sent yet."""
        return [job for heap in self._heaps.values() for job in heap.jobs]

    def round(self) -> list[tuple[Leased, Reach]]:
        """Settles what came back and leases what is due; what was handed to senders by it."""
        done = self._round(self._clock())
        for leased, reach in done.jobs:
            self._in_flight[leased.telling.id] = leased
            self._out[leased.channel] += 1
            self._crews[leased.channel].send(leased, reach)
        return done.jobs

    def round_that_dies(self) -> None:
        """The same, and the process ends before the commit."""
        self._database = DyingDatabase(self._database)  # type: ignore[assignment]  # all that a round asks of it
        try:
            self._round(self._clock())
        except Died:
            return

    def came_back(self, leased: Leased, reach: Reach, outcome: Outcome) -> None:
        """A job is done; it is settled by the next round."""
        self._heaps[leased.channel].jobs.remove((leased, reach))
        now = self._clock()
        self._take_in(Sent(leased, reach, Attempt(leased.tries + 1, leased.channel, now, now, outcome)))

    @property
    def unsettled(self) -> int:
        """How many results are not kept yet."""
        return len(self._unsettled)


def _nobody() -> Any:
    raise AssertionError("nobody sends but the test")
