"""What the site keeps in memory: pages for visitors without an account, and words for the next page of somebody.

A month is asked for many times until the calendar changes or the day is over. What is hard is to be stale never: the
calendar's version, one small read, stands in the key, with the day, since today is marked. Pages of accounts are never
kept.
"""

import hashlib
import secrets
from collections import OrderedDict
from threading import Lock

MOST = 100


class Notices:
    """What came of a form, told by the page that its sender is led to: once, so that a reload tells it no more."""

    def __init__(self) -> None:
        self._left: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def leave(self, text: str) -> str:
        """A key to the text, for the address of the next page: the text itself may name people."""
        key = secrets.token_urlsafe(9)
        with self._lock:
            self._left[key] = text
            while len(self._left) > MOST:
                self._left.popitem(last=False)
        return key

    def take(self, key: str) -> str:
        """The text of a key; "" where it was taken before, or by another process than this."""
        with self._lock:
            return self._left.pop(key, "")


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
