"""What stands before every page: the headers that browsers obey, the bound on what is sent in, the path prefix.

Pure ASGI, since it is passed by each request. The policy allows no inline script or style and nothing from elsewhere,
so a title that carries HTML can do nothing even where a template forgot to escape it.
"""

import asyncio
import contextlib
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
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
SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
"""Methods that change nothing (RFC 9110 section 9.2.1)."""
FORM_BYTES = 4_000_000
"""How much a form may hold, beside the one document of the largest size that it may upload."""


LET_FINISH = 30.0
"""Seconds for which the rest of what is too large is thrown away: a browser reads no answer while it sends, and shows
an error of its own where the connection ends before it has done."""


class TooLarge(Exception):
    """More was sent than is taken."""


class OwnFormsOnly:
    """Refuses what another site has a browser send (CSRF) before anything of it is read: 403, no cookie, nothing kept.

    Ours are the host of the public address and the one that the request itself was sent to, which no page can choose.
    What a proxy tells of hosts in headers of its own is not asked: anybody may send those.
    """

    def __init__(self, app: ASGIApp, *, public_url: str) -> None:
        self.app = app
        self.host = urlsplit(public_url).netloc.lower()
        # Mail programs send it from wherever they are (RFC 8058 section 3.1); it asks for no session, but a token.
        self.for_all = prefix_of(public_url) + "/stop/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if (
            scope["type"] == "http"
            and scope["method"] not in SAFE
            and not scope["path"].startswith(self.for_all)
            and is_foreign(Headers(scope=scope), self.host)
        ):
            await error_page(Request(scope), 403, "foreign")(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_foreign(headers: Headers, public_host: str) -> bool:
    """Whether a browser says that a page of another site sent the request (Origin, Fetch Metadata).

    Programs say nothing, and are not refused: they bring no cookie of anybody's.
    """
    origin = headers.get("origin")
    if origin is not None:
        try:
            host = urlsplit(origin).netloc.lower()
        except ValueError:
            return True
        if not host or host not in (public_host, headers.get("host", "").lower()):
            return True
    return headers.get("sec-fetch-site", "none") not in ("same-origin", "none")


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
            await _too_large(scope, receive, send, largest)
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
            await _too_large(scope, receive, send, largest)


async def _too_large(scope: Scope, receive: Receive, send: Send, largest: int) -> None:
    """Says so at once, and ends the answer when the sender has done."""
    response = error_page(Request(scope), 413, "", largest=largest)
    response.headers["connection"] = "close"
    await send({"type": "http.response.start", "status": 413, "headers": response.raw_headers})
    await send({"type": "http.response.body", "body": bytes(response.body), "more_body": True})
    # Who asks first whether to send at all (RFC 9110 section 10.1.1) has the answer, and would wait for another.
    if b"expect" not in dict(scope["headers"]):
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LET_FINISH):
                while (await receive()).get("more_body"):
                    pass
    await send({"type": "http.response.body", "body": b""})


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
