"""How the installation is: signs of life of those who send, what waits too long, which channels need a person.

`sched doctor`, `/healthz`, `/metrics` and the pages' banner all ask here, so that they never disagree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from calendars.store import CalendarStore
from scheduler.channel_kinds import ChannelKind
from scheduler.delivery.circuit import ChannelTrouble
from scheduler.delivery.vitals import Metrics, Vitals
from scheduler.outbox import Outbox
from scheduler.service.publishing import FeedService
from scheduler.tellings import State

TOO_LATE = timedelta(minutes=2)

_COUNTED = (
    ("sent", "reminders_sent", "Messages that a channel accepted"),
    (
        "late",
        "reminders_late",
        "Of those accepted, how many more than a minute after their hour, or after being planned if that was later",
    ),
    ("failed", "reminders_failed", "Messages that no channel accepted, or that wait for a person's word"),
    (
        "dropped",
        "reminders_dropped",
        "Messages with nothing to tell any more: moved, cancelled, over, opted out",
    ),
    ("retried", "reminders_retried", "Tries after which a message was to be tried again"),
    ("parts", "reminder_parts_sent", "Further messages that were needed for texts too long for one"),
    ("answered", "answers_sent", "Answers to people who wrote, which the channel accepted"),
    ("tested", "tests_sent", "Messages of `sched test` that the channel accepted"),
)
"""What is counted: the tally's kind, the figure's name, what it means."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure for Prometheus: its name, what it means, and its value, or one for each channel.

    counts: it only ever rises, over restarts too.
    """

    name: str
    told: str
    values: Mapping[str, float] | float
    counts: bool = False


class ServingService(FeedService):
    """What `sched serve` publishes: feeds, and how the installation is."""

    def problems(self) -> tuple[str, ...]:
        """What a person has to see to, a sentence each; empty where all is well."""
        now = self.clock()
        with self.database.reading() as connection:
            metrics = Vitals(connection).metrics(now)
            waits = bool(Outbox(connection).find(state=State.PENDING, count=1))
        return problems_of(metrics, now, waits=waits, with_reasons=False)

    def measures(self) -> tuple[Measure, ...]:
        """Figures for `/metrics`: the same from every process that serves, since they come from the database."""
        now = self.clock()
        with self.database.reading() as connection:
            metrics = Vitals(connection).metrics(now)
            events = CalendarStore(connection).count()
        return measures_of(metrics, now, events)


def measures_of(metrics: Metrics, now: datetime, events: int) -> tuple[Measure, ...]:
    """What is counted and weighed at `now` (UTC). Each channel has its figure, 0 too: a rate needs a beginning."""
    channels = tuple(kind.value for kind in ChannelKind)
    troubled = {state.channel.value for state in metrics.trouble}
    alive = sum(beat.is_alive(now) for beat in metrics.beats)
    return (
        *(
            Measure(
                name,
                told,
                {channel: metrics.counts.get((channel, kind), 0) for channel in channels},
                counts=True,
            )
            for kind, name, told in _COUNTED
        ),
        Measure(
            "reminders_due",
            "Messages whose hour has come and that wait",
            {channel: metrics.due.get(channel, 0) for channel in channels},
        ),
        Measure(
            "reminders_oldest_due_seconds",
            "How long the oldest message that is due has waited",
            {channel: metrics.oldest.get(channel, timedelta()).total_seconds() for channel in channels},
        ),
        Measure(
            "channel_in_trouble",
            "1 where a channel turns messages away or needs a person",
            {channel: channel in troubled for channel in channels},
        ),
        Measure("senders_alive", "Processes that send and gave a sign of life within the last minute", alive),
        Measure("events", "Events on all calendars", events),
    )


def problems_of(
    metrics: Metrics, now: datetime, *, waits: bool, with_reasons: bool = True
) -> tuple[str, ...]:
    """What is wrong at `now` (UTC), a sentence each; waits: whether any reminder is planned at all.

    with_reasons: a channel's reason may name an address, so that who asks without a login is told without it.
    """
    found = []
    if waits and not metrics.is_sending(now):
        last = max((beat.beat for beat in metrics.beats), default=None)
        since = f"since {last:%Y-%m-%d %H:%M} UTC" if last else "yet"
        found.append(f"no process has been sending reminders {since}: start `sched run` (or `sched up`)")
    if metrics.neglected > TOO_LATE:
        minutes = int(metrics.neglected.total_seconds() // 60)
        found.append(f"the oldest message that is due has waited {minutes} minutes: look at `sched outbox`")
    for state in metrics.trouble:
        if state.trouble is ChannelTrouble.FAILING:
            # One mail that is grey-listed is the daily round, and no person has to act.
            continue
        reason = state.reason if with_reasons else "`sched doctor` says why"
        found.append(f"the channel {state.channel} does not work: {reason}")
    return tuple(found)
