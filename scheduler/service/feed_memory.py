"""The parts of feeds that a process holds, by calendar, within a bound.

What is hard is several threads: they read at the same time, each its own moment of the database. Parts bear their mark,
so that an older moment kept after a newer one costs some reading and is never wrong. Nothing here waits
for the database.
"""

import threading
from collections import OrderedDict

from calendars.feed_parts import NO_PARTS, FeedParts

HELD_BYTES = 64 * 1024 * 1024
"""How much is held; the calendar that was asked for least lately goes first."""


class FeedMemory:
    """The parts that were read last of each calendar."""

    def __init__(self, most: int = HELD_BYTES) -> None:
        """most: bytes; a calendar that alone takes more is not held."""
        self._most = most
        self._held: OrderedDict[str, FeedParts] = OrderedDict()
        self._guard = threading.Lock()

    def get(self, slug: str) -> FeedParts:
        """What is held of a calendar, perhaps nothing."""
        with self._guard:
            found = self._held.get(slug)
            if found is None:
                return NO_PARTS
            self._held.move_to_end(slug)
            return found

    def keep(self, slug: str, parts: FeedParts) -> None:
        """Hold what was read of a calendar, in a transaction that has ended well."""
        with self._guard:
            self._held[slug] = parts
            self._held.move_to_end(slug)
            while self._held and sum(one.size for one in self._held.values()) > self._most:
                self._held.popitem(last=False)
