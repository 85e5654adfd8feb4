"""uvicorn as this application runs it: on uvloop and httptools where they are, silent about each request.

An access log would write every poll of every reader, and with it the tokens of personal feeds.
"""

import gc
import signal
import socket
from collections.abc import Callable
from threading import Thread

import uvicorn
from starlette.types import ASGIApp

from scheduler.errors import ConfigurationError

GRACE = 10
"""Seconds that answers under way are given when the server is stopped."""


class Server(uvicorn.Server):
    """A server that has its address already, so that one in use is told before anything is started."""

    def __init__(self, config: uvicorn.Config, bound: socket.socket) -> None:
        super().__init__(config)
        self.bound = bound

    def run(
        self, sockets: list[socket.socket] | None = None, *, hang_up: Callable[[], None] | None = None
    ) -> None:
        """Serve until stopped, at the address taken unless others are handed in; blocks.

        hang_up: what SIGHUP does, in a thread of its own, so that nobody waits for it; for the main thread.
        """
        if hang_up is not None:
            signal.signal(signal.SIGHUP, lambda *_: Thread(target=hang_up, name="hang-up").start())
        # What was loaded until now stays until the end; going through it for garbage would hold up a page for 40 ms.
        gc.collect()
        gc.freeze()
        try:
            super().run(sockets or [self.bound])
        finally:
            self.bound.close()


def make_server(app: ASGIApp, host: str, port: int) -> Server:
    """A server for the application at an address it has taken, not yet answering. Port 0 takes a free one.

    ConfigurationError where the address cannot be had.
    """
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        loop="auto",
        http="auto",
        access_log=False,
        log_config=None,  # its lines go the way of all others
        log_level="warning",
        server_header=False,
        proxy_headers=True,
        timeout_graceful_shutdown=GRACE,
    )
    return Server(config, _bound(host, port))


def _bound(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise ConfigurationError(
            f"nothing can be served at {host} port {port}: {error.strerror or error}; "
            "end the program that uses it, or change host or port in [web] of config.toml"
        ) from error
