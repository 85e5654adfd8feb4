"""A moment by which the other side must have answered, and a socket that keeps to it.

A time-out of a socket starts anew with every byte that arrives, so a server that sends one byte a second holds a sender
for ever. Here each read and write gets only what is left until the deadline, and never more than the limit of one wait.
Name resolution has limits of its own (the system's) and is left to them.
"""

import io
import socket
import ssl
import time
from typing import Any


class Deadline:
    """A moment on the monotonic clock; reaching it shows as `TimeoutError`, as a socket's own time-out does."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self, limit: float) -> float:
        """Seconds that one wait may take: what is left, at most `limit`. Raises TimeoutError when nothing is."""
        remaining = self._ends - time.monotonic()
        if remaining <= 0:
            raise TimeoutError("the answer took too long altogether")
        return min(remaining, limit)


class BoundedSocket:
    """Wraps a connected socket so that reading and writing stop at a deadline that may be set anew for each message."""

    def __init__(self, inner: socket.socket | ssl.SSLSocket, deadline: Deadline, limit: float) -> None:
        self.inner = inner
        self.deadline = deadline
        self.limit = limit
        self._bounded_by: float | None = None

    def sendall(self, data: bytes) -> None:
        """Write all of `data`; raises OSError (TimeoutError among them) when it could not be."""
        self.bound()
        self.inner.sendall(data)

    def makefile(self, mode: str = "rb", buffering: int | None = None) -> io.BufferedReader:
        """A reader of this socket, as `socket.makefile("rb")` gives."""
        return io.BufferedReader(_BoundedReader(self, self.inner.makefile("rb", buffering=0)))

    def bound(self) -> None:
        """Let the next wait take no longer than is left. Raises TimeoutError when nothing is."""
        seconds = self.deadline.left(self.limit)
        if seconds != self._bounded_by:
            self.inner.settimeout(seconds)
            self._bounded_by = seconds

    def settimeout(self, seconds: float | None) -> None:
        """Accepted and disregarded: the deadline and the limit say how long a wait may be."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


class _BoundedReader(io.RawIOBase):
    def __init__(self, bounded: BoundedSocket, raw: socket.SocketIO) -> None:
        self._bounded = bounded
        self._raw = raw

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._bounded.bound()
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()
