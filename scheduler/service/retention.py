"""What the office keeps no longer: counted for a look, removed by the daily tick or `sched forget`.

What is hard is to remove what nobody needs and nothing that something leads to: a document's row stays, without its
bytes, because releases name it, and only when every event that came out of it is over. For how long what is kept is in
[keeping] of the configuration.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import scheduler
from calendars.queries import Connection, load_queries
from scheduler.outbox import Outbox
from scheduler.service.opening import Service
from scheduler.settings import KeepingSettings
from scheduler.tellings import instant_text

QUERIES = load_queries(Path(scheduler.__file__).parent / "sql" / "retention.sql")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """One sort of thing that is kept no longer: its key in [keeping] (or what ran out by itself), and how many."""

    what: str
    days: int
    count: int


class RetentionService(Service):
    """Forgets for one installation."""

    def look(self, now: datetime) -> list[Forgotten]:
        """What `forget` would remove at that instant; nothing is changed."""
        with self.database.reading() as connection:
            return list(self._each(connection, now, remove=False))

    def forget(self, now: datetime) -> list[Forgotten]:
        """Remove what is kept no longer at that instant, all in one transaction, and say what."""
        with self.database.transaction() as connection:
            return list(self._each(connection, now, remove=True))

    def _each(self, connection: Connection, now: datetime, *, remove: bool) -> Iterator[Forgotten]:
        today = now.astimezone(self.settings.timezone).date()
        for what, days in _terms(self.settings.keeping):
            bounds = {"before": instant_text(now - timedelta(days=days))}
            for part in _PARTS[what]:
                given = bounds | _more(part, today)
                counted = {name: value for name, value in given.items() if name != "nothing"}
                [[count]] = connection.execute(QUERIES[f"count_{part}"], counted)
                if remove and part == "messages":
                    Outbox(connection).forget(now - timedelta(days=days))
                elif remove and count:
                    connection.execute(QUERIES[f"forget_{part}"], given)
                if part in _TOLD:
                    yield Forgotten(what=what, days=days, count=count)


_PARTS = {
    "documents": ("documents",),
    "messages": ("messages",),
    "audit": ("audit",),
    "drafts": ("drafts",),
    "feeds": ("feeds",),
    "expired": ("sessions", "links", "registrations", "inbound", "tries"),
}
_TOLD = {"documents", "messages", "audit", "drafts", "feeds", "sessions"}


def _terms(keeping: KeepingSettings) -> Iterator[tuple[str, int]]:
    for what in ("documents", "messages", "audit", "drafts", "feeds"):
        days = getattr(keeping, what)
        if days:
            yield what, days
    yield "expired", 0


def _more(part: str, today: date) -> dict[str, object]:
    return {"today": today.isoformat(), "nothing": b""} if part == "documents" else {}
