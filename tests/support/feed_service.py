"""A service of feeds in memory, and a server of it on loopback."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from calendars.feeds import FeedAddress, FeedBytes, NoFeed
from scheduler.service.health import Measure
from scheduler.web.app import create_app
from scheduler.web.server import make_server

CHANGED = datetime(2023, 11, 1, 3, 0, 0, tzinfo=UTC)


@dataclass
class MemoryService:
    """Feeds by slug or token; counts what is asked of it."""

    bodies: dict[str, bytes] = field(default_factory=dict)
    revoked: set[str] = field(default_factory=set)
    changed: datetime = CHANGED
    version: int = 1
    versions_asked: int = 0
    feeds_asked: list[FeedAddress] = field(default_factory=list)
    fault: Exception | None = None
    troubles: tuple[str, ...] = ()
    measured: tuple[Measure, ...] = ()

    def feed_version(self, address: FeedAddress) -> str | NoFeed:
        self.versions_asked += 1
        if self.fault is not None:
            raise self.fault
        name = address.calendar or address.token or ""
        if name in self.revoked:
            return NoFeed.REVOKED
        return str(self.version) if name in self.bodies else NoFeed.UNKNOWN

    def feed(self, address: FeedAddress) -> FeedBytes:
        self.feeds_asked.append(address)
        return FeedBytes.of(self.bodies[address.calendar or address.token or ""], self.changed)

    def problems(self) -> tuple[str, ...]:
        if self.fault is not None:
            raise self.fault
        return self.troubles

    def measures(self) -> tuple[Measure, ...]:
        return self.measured

    def change(self, name: str, body: bytes, changed: datetime) -> None:
        self.bodies[name], self.changed = body, changed
        self.version += 1


@contextmanager
def served(service: MemoryService) -> Iterator[str]:
    """The address of a real server of the service on a free port of loopback, stopped afterwards."""
    server = make_server(create_app(service), "127.0.0.1", 0)
    socket = server.config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=15)
        socket.close()
    assert not thread.is_alive()
