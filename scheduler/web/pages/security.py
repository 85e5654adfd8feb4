"""What stands before every page: the headers that browsers obey, the bound on what is sent in, the path prefix.

Pure ASGI, since it is passed by each request. The policy allows no inline script or style and nothing from elsewhere,
so a title that carries HTML can do nothing even where a template forgot to escape it.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from scheduler.web.pages.errors import error_page

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
ONE_YEAR = 31_536_000


class TooLarge(Exception):
    """More was sent than is taken."""


class SecurityHeaders:
    """Adds the headers to each answer; secure: behind TLS, whose use is then remembered (HSTS)."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        self.headers = HEADERS | ({"strict-transport-security": f"max-age={ONE_YEAR}"} if secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class BodyLimit:
    """Refuses a request whose body is larger than `largest(path)` bytes, before it is kept anywhere."""

    def __init__(self, app: ASGIApp, *, largest: Callable[[str], int]) -> None:
        self.app = app
        self.largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        largest = self.largest(scope["path"])
        told = dict(scope["headers"]).get(b"content-length", b"0")
        seen = int(told) if told.isdigit() else 0
        if seen > largest:
            await _too_large(scope, receive, send)
            return
        seen = 0

        async def receive_within() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > largest:
                raise TooLarge
            return message

        try:
            await self.app(scope, receive_within, send)
        except TooLarge:
            await _too_large(scope, receive, send)


async def _too_large(scope: Scope, receive: Receive, send: Send) -> None:
    response = error_page(Request(scope), 413, "")
    response.headers["connection"] = "close"
    await response(scope, receive, send)


class PathPrefix:
    """Serves the application under the path of its public address, whether or not the proxy takes the prefix off."""

    def __init__(self, app: ASGIApp, *, prefix: str) -> None:
        self.app = app
        self.prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] in ("http", "websocket"):
            path: str = scope["path"]
            if not (path == self.prefix or path.startswith(self.prefix + "/")):
                path = self.prefix + path
            scope = {**scope, "path": path, "root_path": self.prefix}
        await self.app(scope, receive, send)


def prefix_of(public_url: str) -> str:
    """The path of the public address: "/lich" of "https://example.org/lich/", "" where it has none."""
    return urlsplit(public_url).path.rstrip("/")
