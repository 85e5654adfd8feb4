"""What is put on every answer, whoever wrote the titles in it: headers that narrow what browsers make of it.

Pages bear a policy of their own (`pages.security`); here is the least, for feeds, health and whatever else is answered,
and the refusal of methods by which nothing is read. Plain ASGI, since it is passed by each request.
"""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

GUARDS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}
ONE_YEAR = 31_536_000
READING = ("GET", "HEAD")


def guards(*, secure: bool) -> dict[str, str]:
    """The headers of what is no page; secure: see `remembering`."""
    return GUARDS | remembering(secure=secure)


def remembering(*, secure: bool) -> dict[str, str]:
    """The header by which browsers ask over TLS from then on (HSTS, RFC 6797), where that is how they reach us.

    secure: whether the public address is one of https; over plain HTTP nobody heeds it, and nobody may send it.
    """
    return {"strict-transport-security": f"max-age={ONE_YEAR}"} if secure else {}


class Guarded:
    """Adds headers to each answer that does not bear them already."""

    def __init__(self, app: ASGIApp, *, headers: Mapping[str, str]) -> None:
        self.app = app
        self.headers = headers

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


class ReadOnly:
    """An endpoint by which nothing is changed: 405 for other methods, with those there are (RFC 9110 section 15.5.6).

    A route that names its methods would leave the others to the pages, which know no such address.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["method"] in READING:
            await self.app(scope, receive, send)
            return
        text = "Địa chỉ này chỉ để đọc. / This address can only be read.\n"
        headers = {"allow": ", ".join(READING), "cache-control": "no-store"}
        await PlainTextResponse(text, 405, headers)(scope, receive, send)
