"""The routes of feeds: GET and HEAD of a calendar's and of a person's, conditional and packed.

They are ASGI applications without a Request or Response in between, since calendar clients poll all day and mostly get
a 304. Rule numbers are those of `docs/feeds.md`.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import parse_qs, quote

from prometheus_client import CollectorRegistry, Counter, Gauge
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from calendars.feeds import FeedAddress, NoFeed, parse_alarm
from calendars.marks import Category
from scheduler.web.conditional import is_unchanged
from scheduler.web.feed_cache import FeedCache, FeedSource, ReadyFeed
from scheduler.web.guards import ReadOnly, guards

RETRY_AFTER = "300"
_ABSENT = {
    NoFeed.UNKNOWN: (404, "Không có lịch nào ở địa chỉ này. / There is no calendar at this address.\n"),
    # 410 has Thunderbird give up, which is what a revoked address wants and nothing else does (rule 8.6).
    NoFeed.REVOKED: (
        410,
        "Địa chỉ này đã bị thu hồi; hãy xin địa chỉ mới. / This address has been revoked; ask for a new one.\n",
    ),
}
_BAD_ALARM = (
    400,
    (
        "Không hiểu alarm=… trong địa chỉ; hãy viết như alarm=30m (phút), alarm=2h (giờ) hay alarm=1d (ngày), tối đa "
        "28d. / The alarm=… of this address is not understood; write it like alarm=30m, alarm=2h or alarm=1d, at most "
        "28d.\n"
    ),
)
_FAILED = (
    503,
    "Tạm thời chưa mở được lịch; sẽ tự thử lại. / The calendar cannot be shown just now; tried again by itself.\n",
)
_NO_GZIP = re.compile(rb"gzip\s*;\s*q=0(?:\.0*)?\s*(?:,|$)")


Saw = Callable[[FeedAddress, bytes], None]
"""Told of each feed that a program was given, or found unchanged, with the User-Agent; called in the event loop."""


def feed_endpoints(
    source: FeedSource, registry: CollectorRegistry, saw: Saw | None = None, *, secure: bool = False
) -> tuple["FeedEndpoint", "FeedEndpoint"]:
    """The endpoint of subscribed feeds and that of downloads, over one cache; answers are counted in the registry.

    secure: whether they are reached by TLS.
    """
    cache = FeedCache(source, guards(secure=secure))
    answers = Counter("sched_feed_answers", "Answers about feeds, by status", ["status"], registry=registry)
    renders = Gauge("sched_feed_renders", "Feeds joined anew after a change", registry=registry)
    renders.set_function(lambda: cache.renders)
    failures = Gauge("sched_feed_failures", "Times a feed could not be rendered", registry=registry)
    failures.set_function(lambda: cache.failures)
    return FeedEndpoint(cache, answers, saw), FeedEndpoint(cache, answers, as_file=True)


def feed_routes(subscribed: "FeedEndpoint", downloaded: "FeedEndpoint") -> list[BaseRoute]:
    """The routes of feeds."""
    return [
        Route("/feeds/{calendar}.ics", ReadOnly(subscribed), name="feed"),
        Route("/f/{token}.ics", ReadOnly(subscribed), name="personal-feed"),
        Route("/download/{calendar}.ics", ReadOnly(downloaded), name="download"),
    ]


class FeedEndpoint:
    """Answers with a feed, with 304, or with why there is none.

    saw: told of each subscriber that was answered; as_file: the answer is to be saved rather than subscribed to
    (rule 8.2).
    """

    def __init__(
        self, cache: FeedCache, answers: Counter, saw: Saw | None = None, *, as_file: bool = False
    ) -> None:
        self.cache = cache
        self.saw = saw
        self.as_file = as_file
        self._count = {status: answers.labels(str(status)).inc for status in (200, 304, 400, 404, 410, 503)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, already routed: `path_params` names the calendar or the token."""
        try:
            address, alarm = _wanted(scope)
        except _NotAFeed as refused:
            await self._refuse(refused.answer)(scope, receive, send)
            return
        found = self.cache.at_hand(address, alarm) or await self.cache.get(address, alarm)
        if not isinstance(found, ReadyFeed):
            await self._refuse(_ABSENT[found] if found else _FAILED)(scope, receive, send)
            return
        if self.saw is not None:
            self.saw(address, _agent(scope["headers"]))
        if is_unchanged(scope["headers"], found.etag, found.last_modified):
            self._count[304]()
            await send({"type": "http.response.start", "status": 304, "headers": found.validators})
            await send({"type": "http.response.body", "body": b""})
            return
        self._count[200]()
        packed = _takes_gzip(scope["headers"])
        headers_of_it = found.packed_headers if packed else found.plain
        if self.as_file:
            name = quote(scope["path_params"]["calendar"], safe="")
            disposition = f"attachment; filename*=UTF-8''{name}.ics"
            headers_of_it = [*headers_of_it, (b"content-disposition", disposition.encode("ascii"))]
        body = b"" if scope["method"] == "HEAD" else found.packed if packed else found.body
        await send({"type": "http.response.start", "status": 200, "headers": headers_of_it})
        await send({"type": "http.response.body", "body": body})

    def _refuse(self, answer: tuple[int, str]) -> PlainTextResponse:
        status, text = answer
        self._count[status]()
        later = {"retry-after": RETRY_AFTER} if answer is _FAILED else {}
        return PlainTextResponse(text, status, {**self.cache.guards, "cache-control": "no-store"} | later)


class _NotAFeed(Exception):
    """What an address asks for is none of what feeds can be; answer: the status and what is said."""

    def __init__(self, answer: tuple[int, str]) -> None:
        super().__init__(answer[1])
        self.answer = answer


def feed_parameters(path: str) -> dict[str, str] | None:
    """The path parameters of a subscribed feed's path, as its routes would give them; None for other paths."""
    prefix, _, name = path[1:].rpartition("/")
    if not name.endswith(".ics") or len(name) == len(".ics"):
        return None
    if prefix == "feeds":
        return {"calendar": name[:-4]}
    return {"token": name[:-4]} if prefix == "f" else None


def _wanted(scope: Scope) -> tuple[FeedAddress, timedelta | None]:
    """The feed and the alarm that the URL asks for.

    _NotAFeed for a category that there is not, and for an alarm that is no duration: whoever writes that address is
    told at once, and waits for no alarm in vain. No address that once was good is refused so (rule 8.6).
    """
    parameters: dict[str, str] = scope["path_params"]
    calendar, token = parameters.get("calendar"), parameters.get("token")
    if not scope["query_string"]:
        return FeedAddress(calendar, token), None
    query = {name: values[-1] for name, values in parse_qs(scope["query_string"].decode("latin-1")).items()}
    category, alarm = query.get("category"), query.get("alarm")
    if category is not None and category not in tuple(Category):
        raise _NotAFeed(_ABSENT[NoFeed.UNKNOWN])
    before = parse_alarm(alarm) if alarm else None
    if alarm and before is None:
        raise _NotAFeed(_BAD_ALARM)
    return FeedAddress(calendar, token, Category(category) if category else None, query.get("group")), before


def _agent(headers: list[tuple[bytes, bytes]]) -> bytes:
    for name, value in headers:
        if name == b"user-agent":
            return value
    return b""


def _takes_gzip(headers: list[tuple[bytes, bytes]]) -> bool:
    accepted = b",".join(value for name, value in headers if name == b"accept-encoding").lower()
    return b"gzip" in accepted and _NO_GZIP.search(accepted) is None
