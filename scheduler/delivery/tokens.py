"""The rotating pair of tokens of a Zalo Official Account, kept in the database for all processes that send.

A refresh kills the pair before it. So a new pair is committed before anybody uses it, and the right to refresh is a
lease: one process has it at a time, and one that dies loses it when the lease runs out.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from secrets import token_hex

from scheduler.channels.channel import TokenPair
from scheduler.database import Database
from scheduler.outbox import QUERIES
from scheduler.tellings import instant_of, instant_text

LEASE = timedelta(seconds=90)
"""Longer than a refresh may take, short enough for another process to go on after a crash."""

LOOK_EVERY = 0.2


class DatabaseTokens:
    """A `channels.channel.TokenStore` in the database. name: tells one Official Account from another."""

    def __init__(self, database: Database, clock: Callable[[], datetime], name: str = "zalo_oa") -> None:
        self._database = database
        self._clock = clock
        self._name = name

    def load(self) -> TokenPair | None:
        """The pair saved last."""
        with self._database.reading() as connection:
            rows = connection.execute(QUERIES["read_token"], {"name": self._name})
        if not rows or not rows[0][0]:
            return None
        kept = json.loads(rows[0][0])
        return TokenPair(
            access=kept["access"],
            refresh=kept["refresh"],
            issued=instant_of(kept["issued"]),
            expires=instant_of(kept["expires"]),
            origin=kept["origin"],
        )

    def save(self, pair: TokenPair) -> None:
        """Commits the pair; it would survive a power cut when this returns."""
        kept = {
            "access": pair.access,
            "refresh": pair.refresh,
            "issued": instant_text(pair.issued),
            "expires": instant_text(pair.expires),
            "origin": pair.origin,
        }
        params = {"name": self._name, "value": json.dumps(kept), "changed": instant_text(self._clock())}
        with self._database.transaction() as connection:
            connection.execute(QUERIES["write_token"], params)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Waits for the right to refresh, and holds it."""
        lease = token_hex(8)
        while not self._take(lease):
            time.sleep(LOOK_EVERY)
        try:
            yield
        finally:
            with self._database.transaction() as connection:
                connection.execute(QUERIES["release_token"], {"name": self._name, "lease": lease})

    def _take(self, lease: str) -> bool:
        now = self._clock()
        params = {
            "name": self._name,
            "lease": lease,
            "now": instant_text(now),
            "until": instant_text(now + LEASE),
        }
        with self._database.transaction() as connection:
            return bool(connection.execute(QUERIES["lease_token"], params))
