"""How the installation is: signs of life of those who send, what waits too long, which channels need a person.

`sched doctor`, `/healthz`, `/metrics` and the pages' banner all ask here, so that they never disagree.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from calendars.store import CalendarStore
from scheduler.delivery.vitals import Metrics, Vitals
from scheduler.outbox import Outbox
from scheduler.service.publishing import FeedService
from scheduler.tellings import State

TOO_LATE = timedelta(minutes=2)


class ServingService(FeedService):
    """What `sched serve` publishes: feeds, and how the installation is."""

    def problems(self) -> tuple[str, ...]:
        """What a person has to see to, a sentence each; empty where all is well."""
        now = self.clock()
        with self.database.reading() as connection:
            metrics = Vitals(connection).metrics(now)
            waits = bool(Outbox(connection).find(state=State.PENDING, count=1))
        return problems_of(metrics, now, waits=waits, with_reasons=False)

    def gauges(self) -> Mapping[str, float]:
        """Figures for `/metrics`, by name."""
        now = self.clock()
        with self.database.reading() as connection:
            metrics = Vitals(connection).metrics(now)
            events = CalendarStore(connection).count()
        figures: dict[str, float] = {
            "events": events,
            "senders_alive": sum(beat.is_alive(now) for beat in metrics.beats),
            "oldest_due_seconds": metrics.oldest_due.total_seconds(),
            "channels_in_trouble": len(metrics.trouble),
        }
        for channel, count in metrics.due.items():
            figures[f"due_{channel}"] = count
        for (channel, kind), count in metrics.counts.items():
            figures[f"{kind}_{channel}"] = count
        return figures


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
    if metrics.oldest_due > TOO_LATE:
        minutes = int(metrics.oldest_due.total_seconds() // 60)
        found.append(f"the oldest message that is due has waited {minutes} minutes: look at `sched outbox`")
    for state in metrics.trouble:
        reason = state.reason if with_reasons else "`sched doctor` says why"
        found.append(f"the channel {state.channel} does not work: {reason}")
    return tuple(found)
