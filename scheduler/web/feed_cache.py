"""Feeds ready to be sent: the bytes, their gzip and their headers, kept until the calendar's version changes.

What is hard is to be quick without being stale: each request asks the source for the version, which costs one small
read, and only a new version is rendered, once, however many ask. Requests that are answered in one turn of the event
loop had all come before it, so they share one question. When rendering fails the last good copy is served (rule 8.5):
a reader empties its calendar on an empty answer.
"""

import asyncio
import gzip
import logging
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Protocol

from anyio import to_thread

from calendars.feeds import FeedAddress, FeedBytes, NoFeed
from scheduler.service.publishing import with_alarms

CACHED_BYTES = 64 * 1024 * 1024
"""How much is kept in memory; what was asked for least lately goes first."""
MAX_AGE = 600
"""Seconds for which a reader need not ask again (rule 8.9)."""

Headers = list[tuple[bytes, bytes]]

log = logging.getLogger(__name__)


class FeedSource(Protocol):
    """Where feeds come from: the service, or in tests a fake with bytes of its own."""

    def feed_version(self, address: FeedAddress) -> str | NoFeed:
        """A text that changes whenever the feed's bytes may have. Quick: called on every request, in the event loop."""

    def feed(self, address: FeedAddress) -> FeedBytes:
        """The feed's bytes; called in a thread, and only after `feed_version` gave a text."""


@dataclass(slots=True)
class ReadyFeed:
    """One rendered feed with the headers of its answers."""

    version: str
    body: bytes
    etag: bytes
    last_modified: datetime
    validators: Headers
    plain: Headers
    packed: bytes
    packed_headers: Headers

    @property
    def size(self) -> int:
        """Bytes of memory, nearly."""
        return len(self.body) + len(self.packed)


@dataclass(slots=True)
class FeedCache:
    """Ready feeds by address and alarm. guards: headers of every answer, beside those that tell of the feed."""

    source: FeedSource
    guards: Mapping[str, str] = field(default_factory=dict)
    renders: int = 0
    failures: int = 0
    _ready: OrderedDict[tuple[FeedAddress, timedelta | None], ReadyFeed] = field(default_factory=OrderedDict)
    _locks: dict[tuple[FeedAddress, timedelta | None], asyncio.Lock] = field(default_factory=dict)
    _size: int = 0
    _this_turn: dict[tuple[FeedAddress, timedelta | None], ReadyFeed] = field(default_factory=dict)
    _loop: asyncio.AbstractEventLoop | None = None

    def at_hand(self, address: FeedAddress, alarm: timedelta | None) -> ReadyFeed | None:
        """The feed where it is ready and still good; else None, and `get` knows more."""
        key = (address, alarm)
        loop = asyncio.get_running_loop()
        if loop is not self._loop:
            # A loop that ended may not have come to its next turn.
            self._this_turn.clear()
            self._loop = loop
        elif (found := self._this_turn.get(key)) is not None:
            return found
        known = self._ready.get(key)
        if known is None:
            return None
        try:
            if self.source.feed_version(address) != known.version:
                return None
        except Exception:  # noqa: BLE001 - `get` meets it again, and tells of it
            return None
        self._ready.move_to_end(key)
        if not self._this_turn:
            loop.call_soon(self._this_turn.clear)
        self._this_turn[key] = known
        return known

    async def get(self, address: FeedAddress, alarm: timedelta | None) -> ReadyFeed | NoFeed | None:
        """The feed, the reason why there is none, or None where it failed and no copy is left."""
        key = (address, alarm)
        known = self._ready.get(key)
        try:
            version = self.source.feed_version(address)
            if isinstance(version, NoFeed):
                return version
            if known is None or known.version != version:
                known = await self._rendered(key, version)
            else:
                self._ready.move_to_end(key)
        except Exception:
            # Whatever went wrong behind, a reader of the last good copy is better served than one of an error.
            self.failures += 1
            log.exception("the feed of %s could not be rendered", address.calendar or "a person")
        return known

    async def _rendered(self, key: tuple[FeedAddress, timedelta | None], version: str) -> ReadyFeed:
        lock = self._locks.setdefault(key, asyncio.Lock())
        try:
            async with lock:
                known = self._ready.get(key)
                if known is not None and known.version == version:
                    return known
                ready = await to_thread.run_sync(self._render, key, version)
                self.renders += 1
                self._keep(key, ready)
                return ready
        finally:
            if not lock.locked():
                self._locks.pop(key, None)

    def _render(self, key: tuple[FeedAddress, timedelta | None], version: str) -> ReadyFeed:
        address, alarm = key
        feed = self.source.feed(address)
        if not feed.body.endswith(b"END:VCALENDAR\r\n"):
            raise ValueError(f"the feed {version} is not whole")
        if alarm is not None:
            feed = FeedBytes.of(with_alarms(feed.body, alarm), feed.last_modified)
        return make_ready(feed, version, private=address.token is not None, guards=self.guards)

    def _keep(self, key: tuple[FeedAddress, timedelta | None], ready: ReadyFeed) -> None:
        if (old := self._ready.pop(key, None)) is not None:
            self._size -= old.size
        self._ready[key] = ready
        self._size += ready.size
        while self._size > CACHED_BYTES and len(self._ready) > 1:
            _, oldest = self._ready.popitem(last=False)
            self._size -= oldest.size


def make_ready(feed: FeedBytes, version: str, *, private: bool, guards: Mapping[str, str]) -> ReadyFeed:
    """The feed with its gzip and the headers of each answer.

    The packed form bears the same etag as a weak one (rule 8.3): other bytes, the same calendar.
    """
    etag = feed.etag.encode("ascii")
    packed = gzip.compress(feed.body, compresslevel=6, mtime=0)
    validators = [
        (b"last-modified", format_datetime(_utc(feed.last_modified), usegmt=True).encode("ascii")),
        (b"cache-control", b"%s, max-age=%d" % (b"private" if private else b"public", MAX_AGE)),
        (b"vary", b"accept-encoding"),
        *((name.encode("ascii"), value.encode("ascii")) for name, value in guards.items()),
    ]
    if private:
        validators.append((b"x-robots-tag", b"noindex"))
    common = [*validators, (b"content-type", b"text/calendar; charset=utf-8")]
    strong, weak = (b"etag", b'"%s"' % etag), (b"etag", b'W/"%s"' % etag)
    return ReadyFeed(
        version=version,
        body=feed.body,
        etag=etag,
        last_modified=feed.last_modified,
        validators=[strong, *validators],
        plain=[strong, *common, (b"content-length", b"%d" % len(feed.body))],
        packed=packed,
        packed_headers=[
            weak,
            *common,
            (b"content-encoding", b"gzip"),
            (b"content-length", b"%d" % len(packed)),
        ],
    )


def _utc(at: datetime) -> datetime:
    return datetime.fromtimestamp(int(at.timestamp()), UTC)
