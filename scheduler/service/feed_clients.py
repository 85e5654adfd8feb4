"""Which calendar programs fetch our feeds, and when last: so that somebody sees that nobody's calendar is stale.

What is hard is to cost a feed nothing: a request is counted in memory, and what has come together is written at most
once a minute, by a thread of its own. What a killed process had not written yet is lost; nothing else depends on it.
Programs are told apart by name alone: neither versions nor addresses are kept.
"""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock, Timer

import scheduler
from calendars.feeds import FeedAddress, token_digest
from calendars.queries import Connection, load_queries
from scheduler.database import Database
from scheduler.errors import DatabaseUnavailable
from scheduler.tellings import instant_of, instant_text

QUERIES = load_queries(Path(scheduler.__file__).parent / "sql" / "care.sql")

WRITE_EVERY = 60.0
"""Seconds between two writes."""
CHECKER = "sched-feed-check"
"""What `sched feed check` calls itself: nobody's calendar, so it is not counted."""
MOST_KEPT = 1000
"""So many pairs of feed and program are counted between two writes; further ones are not: they are made up."""

_NAMES = (
    ("google", "Google Calendar"),
    ("microsoft", "Outlook"),
    ("outlook", "Outlook"),
    ("exchange", "Outlook"),
    ("icalagent", "Apple Calendar (macOS)"),
    ("calendaragent", "Apple Calendar (macOS)"),
    ("macos", "Apple Calendar (macOS)"),
    ("dataaccessd", "Apple Calendar (iOS)"),
    ("ios/", "Apple Calendar (iOS)"),
    ("thunderbird", "Thunderbird"),
    ("icsx5", "ICSx5"),
    ("davx5", "DAVx5"),
    ("nextcloud", "Nextcloud"),
    ("zimbra", "Zimbra"),
    ("evolution", "Evolution"),
    ("mozilla/5.0", "a browser"),
)
_PRODUCT = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,39}")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedClient:
    """One program at one feed ("calendar:SLUG" or "token:ID"): since when, when last (UTC), how many requests."""

    feed: str
    client: str
    first: datetime
    last: datetime
    count: int


def client_of(agent: str) -> str:
    """The name of a calendar program from its User-Agent (RFC 9110 section 10.1.5), without version or device."""
    lowered = agent.lower()
    for mark, name in _NAMES:
        if mark in lowered:
            return name
    found = _PRODUCT.match(agent)
    return found[0] if found else "unnamed"


def feed_clients(connection: Connection) -> list[FeedClient]:
    """Who has fetched feeds, the latest first."""
    return [
        FeedClient(
            feed=row[0], client=row[1], first=instant_of(row[2]), last=instant_of(row[3]), count=row[4]
        )
        for row in connection.execute(QUERIES["feed_clients"])
    ]


class FeedClients:
    """Counts fetches in memory, and writes them now and then."""

    def __init__(
        self, database: Database, clock: Callable[[], datetime], *, every: float = WRITE_EVERY
    ) -> None:
        """clock: gives the present instant (UTC); every: seconds between writes."""
        self._database = database
        self._clock = clock
        self._every = every
        self._lock = Lock()
        self._writing = Lock()
        self._counts: dict[tuple[str | None, str | None, bytes], int] = {}
        self._timer: Timer | None = None

    def saw(self, address: FeedAddress, agent: bytes) -> None:
        """A feed was given to, or was unchanged for, the program that calls itself `agent`. Quick; writes nothing."""
        if agent == CHECKER.encode():
            return
        key = (address.calendar, address.token, agent)
        with self._lock:
            if key in self._counts or len(self._counts) < MOST_KEPT:
                self._counts[key] = self._counts.get(key, 0) + 1
            if self._timer is None:
                self._timer = Timer(self._every, self.write)
                self._timer.daemon = True
                self._timer.start()

    def write(self) -> None:
        """Write what was counted since the last time; a database that is away is told in the log, and it is lost."""
        with self._writing:
            with self._lock:
                counts, self._counts, self._timer = self._counts, {}, None
            if counts:
                self._keep(counts)

    def _keep(self, counts: Mapping[tuple[str | None, str | None, bytes], int]) -> None:
        now = instant_text(self._clock())
        totals: dict[tuple[str, str], int] = {}
        try:
            with self._database.transaction() as connection:
                for (calendar, token, agent), count in counts.items():
                    feed = _feed_name(connection, calendar, token)
                    key = feed, client_of(agent.decode("latin-1"))
                    totals[key] = totals.get(key, 0) + count
                rows = [
                    {"feed": feed, "client": client, "count": count, "at": now}
                    for (feed, client), count in sorted(totals.items())
                ]
                connection.execute_many(QUERIES["count_client"], rows)
        except DatabaseUnavailable as error:
            _log.warning("who fetched feeds could not be written: %s", error)

    def close(self) -> None:
        """Write what is left, and end the timer."""
        with self._lock:
            timer = self._timer
        if timer is not None:
            timer.cancel()
        self.write()


def _feed_name(connection: Connection, calendar: str | None, token: str | None) -> str:
    if token is None:
        return f"calendar:{calendar}"
    rows = connection.execute(QUERIES["feed_token_id"], {"digest": token_digest(token)})
    return f"token:{rows[0][0]}" if rows else "token:gone"
