"""uvicorn as this application runs it: on uvloop and httptools where they are, silent about each request.

An access log would write every poll of every reader, and with it the tokens of personal feeds.
"""

import uvicorn
from starlette.types import ASGIApp

GRACE = 10
"""Seconds that answers under way are given when the server is stopped."""


def make_server(app: ASGIApp, host: str, port: int) -> uvicorn.Server:
    """A server for the application, not yet started; `run()` blocks until it is stopped. Port 0 takes a free one."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        loop="auto",
        http="auto",
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=True,
        timeout_graceful_shutdown=GRACE,
    )
    return uvicorn.Server(config)
