"""Pages kept ready for visitors without an account, until the calendar changes or the day is over.

A month is asked for many times between two changes. What is hard is to be stale never: the calendar's version, one
small read, stands in the key, with the day, since today is marked. Pages of accounts are never kept.
"""

import hashlib
from collections import OrderedDict
from threading import Lock

MOST = 100


class KeptPages:
    """Rendered pages by what they depend on, those asked for least lately given up first."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> bytes | None:
        """The page, if it is still good."""
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def keep(self, key: str, page: bytes) -> None:
        """Keep a page."""
        with self._lock:
            self._pages[key] = page
            while len(self._pages) > MOST:
                self._pages.popitem(last=False)


def etag_of(key: str) -> str:
    """The validator of a page with that key, with its quotes."""
    return f'"{hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:24]}"'
