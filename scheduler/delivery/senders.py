"""The senders of a channel: threads that do nothing but send, each over a connection of its own.

They know no database: a message comes in by a queue, what came of it goes out by another. A fault in a channel is an
outcome like any other.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from queue import SimpleQueue
from threading import Thread

from scheduler.attempts import Attempt, Deferred, Halted, Outcome, Uncertain
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Channel
from scheduler.errors import ConfigurationError
from scheduler.tellings import Leased, Reach

READY_SECONDS = 0.05
"""How much work may lie ready for a sender: so much that it need not wait for the database, and so little that each
event is looked at just before its message is sent."""

MOST_READY = 200
"""And never more messages than these."""

FAILURES_TO_ASK = 8
"""After so many in a row what lies ready goes back, and it is asked again whether the channel works."""

CLOSING_SECONDS = 0.2
"""So long idle senders together have to say farewell."""

STALE_SECONDS = 0.5
"""What has lain ready for so long, since the other side has become slow, is not sent before it is looked at again."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of a message; not yet kept. attempt None: it was not tried, and is to be looked at once more."""

    leased: Leased
    reach: Reach
    attempt: Attempt | None


class Crew:
    """The senders of one channel: threads, each with a channel of its own, started when there is work for them."""

    def __init__(
        self,
        kind: ChannelKind,
        make: Callable[[], Channel],
        size: int,
        results: "SimpleQueue[Sent | None]",
        clock: Callable[[], datetime],
    ) -> None:
        self.size = size
        self._kind = kind
        self._make = make
        self._results = results
        self._clock = clock
        self._jobs: SimpleQueue[tuple[int, float, Leased, Reach] | None] = SimpleQueue()
        self._threads: list[Thread] = []
        self._handed = 0
        self._halted_at = 0
        self._failures = 0
        self._pace = 2 * READY_SECONDS

    @property
    def capacity(self) -> int:
        """How many messages it may be given at a time: one a sender, and what may lie ready for each."""
        return self.size * (1 + min(MOST_READY, int(READY_SECONDS / max(self._pace, 1e-6))))

    @property
    def fair_share(self) -> int:
        """With so many in hand none of its senders will soon wait for work."""
        return max(self.size, self.capacity // 2)

    def send(self, leased: Leased, reach: Reach) -> None:
        """Hands a message to a free sender."""
        self._handed += 1
        self._jobs.put((self._handed, time.monotonic() + STALE_SECONDS, leased, reach))
        if len(self._threads) < self.size:
            thread = Thread(
                target=self._work, name=f"send-{self._kind}-{len(self._threads) + 1}", daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def close(self) -> None:
        """Ends idle senders at once; a busy one ends after its message, which is not waited for."""
        for _ in self._threads:
            self._jobs.put(None)
        ends = time.monotonic() + CLOSING_SECONDS
        for thread in self._threads:
            thread.join(timeout=max(0.0, ends - time.monotonic()))
        self._threads.clear()

    def _work(self) -> None:
        channel: Channel | None = None
        while (job := self._jobs.get()) is not None:
            number, stale_at, leased, reach = job
            # A wrong password must not be tried with every message that lies ready: that locks accounts.
            if number <= self._halted_at or time.monotonic() > stale_at:
                self._results.put(Sent(leased, reach, None))
                continue
            started, began = self._clock(), time.perf_counter()
            outcome: Outcome
            try:
                channel = channel or self._make()
                outcome = channel.send(reach.message, now=started)
            except ConfigurationError as problem:
                # Raised before anything is sent, mostly while the channel is made; only a person can mend it.
                outcome = Halted(str(problem))
            except Exception as problem:  # noqa: BLE001  - see below
                # A fault in one channel must not lose a telling; what it did before is not known.
                outcome = Uncertain(f"a fault of ours in {self._kind}: {type(problem).__name__}: {problem}")
                _give_up(channel)
                channel = None
            self._pace += 0.2 * (time.perf_counter() - began - self._pace)
            self._failures = self._failures + 1 if isinstance(outcome, Deferred | Uncertain) else 0
            if isinstance(outcome, Halted) or self._failures >= FAILURES_TO_ASK:
                self._halted_at = self._handed
            ended = self._clock()
            if isinstance(outcome, Deferred) and outcome.not_before is not None and ended > started:
                # "In five seconds" was said at the end of the try, and channels reckon from its beginning.
                outcome = replace(outcome, not_before=outcome.not_before + (ended - started))
            attempt = Attempt(leased.tries + 1, self._kind, started, ended, outcome)
            self._results.put(Sent(leased, reach, attempt))
        _give_up(channel)


def _give_up(channel: Channel | None) -> None:
    if channel is not None:
        with suppress(Exception):
            channel.close()
