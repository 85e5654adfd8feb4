"""Signs of life: which processes send, what is due, and how much was sent, late or failed, by channel.

They stand in the database, so that `sched doctor`, `/healthz`, `/metrics` and the pages see every process on every
machine. What a dead sender means to people is said by those who read them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from calendars.queries import Connection
from calendars.times import VIETNAM
from scheduler.channel_kinds import ChannelKind
from scheduler.delivery.circuit import ChannelState, Circuits
from scheduler.outbox import QUERIES
from scheduler.retry import LONGEST_PATIENCE
from scheduler.tellings import instant_of, instant_text

BEAT_EVERY = timedelta(seconds=10)
DEAD_AFTER = timedelta(seconds=60)
"""A worker that has not beaten for so long is taken for dead."""
FORGOTTEN_AFTER = timedelta(days=1)

LONGEST_WAIT = timedelta(days=1)
"""No telling whose hour has come waits longer than this for its next try."""

QUOTA_KINDS = ("sent", "parts", "answered", "tested")
"""What takes up a message of a channel's monthly quota."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One process that sends. next_due: when it will next have something to do, as it saw it at its last beat."""

    worker: str
    host: str
    started: datetime
    beat: datetime
    next_due: datetime | None
    in_flight: int

    def is_alive(self, now: datetime) -> bool:
        """Whether it has given a sign of life lately."""
        return now - self.beat < DEAD_AFTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """due: open tellings whose hour has come, by channel; oldest: how long the oldest of them has waited.

    neglected: how long the oldest has waited that could be tried at once, and that no process takes in hand. counts:
    since the database was made, by (channel, kind): the kinds of a `Tally` (late: of those sent, more than a minute
    after they could go, see `Leased.could_go`), and what went beside the outbox, answered and tested.
    """

    due: Mapping[str, int]
    oldest: Mapping[str, timedelta]
    neglected: timedelta
    counts: Mapping[tuple[str, str], int]
    beats: tuple[Beat, ...]
    trouble: tuple[ChannelState, ...]

    def is_sending(self, now: datetime) -> bool:
        """Whether a process is alive that sends."""
        return any(beat.is_alive(now) for beat in self.beats)


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedAway:
    """So many messages that a channel did not take for one reason wait for another try.

    first_start: when (UTC) the first of what they are about begins; that one is of no use then.
    """

    channel: ChannelKind
    count: int
    first_start: datetime
    reason: str


class Vitals:
    """Signs of life within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, rows: Iterable[tuple[str, str, int]], now: datetime) -> None:
        """Adds (channel, kind, count) to the counters."""
        for channel, kind, count in sorted(rows):
            months = ("", _month(now)) if kind in QUOTA_KINDS else ("",)
            for month in months:
                params = {"channel": channel, "kind": kind, "month": month, "count": count}
                self._connection.execute(QUERIES["tally"], params)

    def sent_in_month(self, channel: str, now: datetime) -> int:
        """How many messages the channel has accepted in the month of that instant, answers and trials among them."""
        params = {"channel": channel, "month": _month(now)}
        [[count]] = self._connection.execute(QUERIES["tally_of_month"], params)
        return int(count)

    def beat(self, beat: Beat) -> None:
        """Gives a sign of life, and forgets those of long ago."""
        self._connection.execute(
            QUERIES["beat"],
            {
                "worker": beat.worker,
                "host": beat.host,
                "started": instant_text(beat.started),
                "beat": instant_text(beat.beat),
                "next_due": instant_text(beat.next_due) if beat.next_due else None,
                "in_flight": beat.in_flight,
            },
        )
        before = instant_text(beat.beat - FORGOTTEN_AFTER)
        self._connection.execute(QUERIES["forget_beats"], {"before": before})

    def leave(self, worker: str) -> None:
        """The worker ends as it should: it is not missed."""
        self._connection.execute(QUERIES["stop_beating"], {"worker": worker})

    def beats(self) -> tuple[Beat, ...]:
        """The processes that have sent within the last day, the latest sign first."""
        return tuple(
            Beat(
                worker=worker,
                host=host,
                started=instant_of(started),
                beat=instant_of(beat),
                next_due=instant_of(next_due) if next_due else None,
                in_flight=in_flight,
            )
            for worker, host, started, beat, next_due, in_flight in self._connection.execute(QUERIES["beats"])
        )

    def turned_away(self, now: datetime) -> list[TurnedAway]:
        """What waits for another try, by channel and reason, the most frequent first."""
        until = instant_text(now + LONGEST_PATIENCE)
        return [
            TurnedAway(channel=kind, count=count, first_start=instant_of(first), reason=reason)
            for kind in ChannelKind
            for count, first, reason in self._connection.execute(
                QUERIES["turned_away"], {"channel": kind, "until": until}
            )
        ]

    def _due(self, kind: ChannelKind, now: datetime) -> tuple[int, timedelta]:
        """How many of a channel's tellings wait though their hour has come, and for how long the oldest."""
        bounds = {"channel": kind, "now": instant_text(now), "until": instant_text(now + LONGEST_WAIT)}
        [[count, oldest]] = self._connection.execute(QUERIES["count_due"], bounds)
        return count, now - instant_of(oldest) if oldest else timedelta()

    def _oldest_untouched(self, kind: ChannelKind, now: datetime) -> datetime | None:
        """The hour of the oldest of a channel's tellings that could be tried now."""
        bounds = {"channel": kind, "now": instant_text(now)}
        [[oldest]] = self._connection.execute(QUERIES["oldest_untouched"], bounds)
        return instant_of(oldest) if oldest else None

    def metrics(self, now: datetime) -> Metrics:
        """All of it at `now` (UTC)."""
        due = {kind: self._due(kind, now) for kind in ChannelKind}
        untouched = [at for kind in ChannelKind if (at := self._oldest_untouched(kind, now)) is not None]
        counts = {
            (channel, kind): count for channel, kind, count in self._connection.execute(QUERIES["tallies"])
        }
        return Metrics(
            due={kind.value: count for kind, (count, _) in due.items() if count},
            oldest={kind.value: waited for kind, (count, waited) in due.items() if count},
            neglected=max(now - min(untouched), timedelta()) if untouched else timedelta(),
            counts=counts,
            beats=self.beats(),
            trouble=tuple(Circuits(self._connection).all().values()),
        )


def _month(now: datetime) -> str:
    # Quotas are Zalo's, whose months are Vietnam's (`zalo_answers`): seven hours of the first are another month in UTC.
    return f"{now.astimezone(VIETNAM):%Y-%m}"
