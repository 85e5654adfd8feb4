"""Being woken when another process has put something into the outbox, or when the machine's clock has jumped.

PostgreSQL tells by NOTIFY. SQLite cannot, but keeps a counter of changes that costs microseconds to read; it is looked
at once a second, which is not a search for work: that waits for its moment.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from threading import Event, Thread

from calendars.queries import Dialect, Query
from scheduler.database import Database
from scheduler.errors import DatabaseUnavailable

CHANNEL = "sched_outbox"
LOOK_EVERY = 1.0
JUMP_SECONDS = 2.0
RECONNECT_SECONDS = 5.0

_DATA_VERSION = Query("data_version", "SELECT data_version FROM pragma_data_version", {})
_log = logging.getLogger(__name__)


class Wakeups:
    """Calls `wake` from a thread of its own when the outbox may have changed or the clock has jumped."""

    def __init__(self, database: Database, wake: Callable[[], None], clock: Callable[[], datetime]) -> None:
        self._database = database
        self._wake = wake
        self._clock = clock
        self._ended = Event()
        self._thread: Thread | None = None
        self._seen: object = None
        self._ahead: float | None = None

    def start(self) -> None:
        """Begins to watch."""
        watch = self._listen if self._database.dialect is Dialect.POSTGRESQL else self._watch
        self._thread = Thread(target=watch, name="wakeups", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends within about a second."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join(timeout=3 * LOOK_EVERY)

    def _watch(self) -> None:
        while not self._ended.wait(LOOK_EVERY):
            try:
                with self._database.reading() as connection:
                    seen = connection.execute(_DATA_VERSION)[0][0]
            except DatabaseUnavailable as error:
                _log.warning("%s", error)
                continue
            changed, self._seen = seen != self._seen, seen
            if self._has_jumped() or changed:
                self._wake()

    def _listen(self) -> None:
        import psycopg  # noqa: PLC0415 - only where PostgreSQL is used

        while not self._ended.is_set():
            try:
                with psycopg.connect(self._database.url, autocommit=True, connect_timeout=10) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    # What was said while nobody listened is found by looking once.
                    self._wake()
                    while not self._ended.is_set():
                        told = list(connection.notifies(timeout=LOOK_EVERY, stop_after=1))
                        if self._has_jumped() or told:
                            self._wake()
            except psycopg.Error as error:
                _log.warning("waking by PostgreSQL does not work now: %s", str(error).strip())
                self._ended.wait(RECONNECT_SECONDS)

    def _has_jumped(self) -> bool:
        """Whether the wall clock has moved against the steady one: it was set, or the machine slept."""
        ahead = self._clock().timestamp() - time.monotonic()
        jumped = self._ahead is not None and abs(ahead - self._ahead) > JUMP_SECONDS
        self._ahead = ahead
        return jumped
