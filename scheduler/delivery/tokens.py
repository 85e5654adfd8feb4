"""The rotating pair of tokens of a Zalo Official Account, kept in the database for all processes that send.

A refresh kills the pair before it. So a new pair is committed before anybody uses it, and the right to refresh is a
lease: one process has it at a time, and one that dies loses it when the lease runs out.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from secrets import token_hex, token_urlsafe

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
        self._held = ""

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

    def refused(self) -> str:
        """As `TokenStore.refused`."""
        with self._database.reading() as connection:
            rows = connection.execute(QUERIES["read_token"], {"name": f"{self._name}-refused"})
        return str(rows[0][0]) if rows else ""

    def refuse(self, mark: str) -> None:
        """As `TokenStore.refuse`."""
        params = {"name": f"{self._name}-refused", "value": mark, "changed": instant_text(self._clock())}
        with self._database.transaction() as connection:
            connection.execute(QUERIES["write_token"], params)

    def verifier(self) -> str:
        """The PKCE verifier of this installation, made when it is first asked for; its challenge stands at Zalo."""
        name = {"name": f"{self._name}-verifier"}
        made = {"value": token_urlsafe(32), "changed": instant_text(self._clock())}
        with self._database.transaction() as connection:
            rows = connection.execute(QUERIES["read_token"], name)
            if rows and rows[0][0]:
                return str(rows[0][0])
            connection.execute(QUERIES["write_token"], name | made)
        return made["value"]

    def take(self) -> bool:
        """Have, or keep, for a minute and a half what one process may do at a time; False where another has it."""
        if not self._held:
            lease = token_hex(8)
            self._held = lease if self._take(lease) else ""
            return bool(self._held)
        params = {"name": self._name, "lease": self._held, "until": instant_text(self._clock() + LEASE)}
        with self._database.transaction() as connection:
            if not connection.execute(QUERIES["renew_token_lease"], params):
                self._held = ""
        return bool(self._held)

    def let_go(self) -> None:
        """Let another process have it at once."""
        params = {"name": self._name, "lease": self._held}
        self._held = ""
        with self._database.transaction() as connection:
            connection.execute(QUERIES["release_token"], params)

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
