"""The Starlette application: feeds, health, and the pages that are handed in.

Feeds are asked for all day by programs and mostly answered 304. So they are found before Starlette's middleware and
routes, which would cost more than the answer; for all else it is an ordinary application.
"""

from collections.abc import Sequence
from typing import Protocol

from prometheus_client import CollectorRegistry
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from starlette.types import Receive, Scope, Send

from scheduler.web.feed_cache import FeedSource
from scheduler.web.feeds import FeedEndpoint, Saw, feed_endpoints, feed_parameters, feed_routes
from scheduler.web.guards import Guarded, guards
from scheduler.web.health import HealthSource, health_routes


class WebService(FeedSource, HealthSource, Protocol):
    """What the application asks of the service."""


class Application(Starlette):
    """An application that answers GET and HEAD of feeds first; secure: whether it is reached by TLS."""

    def __init__(
        self,
        feeds: FeedEndpoint,
        routes: Sequence[BaseRoute],
        middleware: Sequence[Middleware],
        *,
        secure: bool,
    ) -> None:
        super().__init__(routes=routes, middleware=middleware)
        self.feeds = feeds
        self.secure = secure
        self.others = Guarded(super().__call__, headers=guards(secure=secure))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or the lifespan."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            parameters = feed_parameters(scope["path"])
            if parameters is not None and not scope.get("root_path"):
                scope["path_params"] = parameters
                await self.feeds(scope, receive, send)
                return
        if self.secure:
            # The proxy in front speaks TLS and plain HTTP with us, which no address that we give may say.
            scope["scheme"] = "https"
        await self.others(scope, receive, send)


def create_app(
    service: WebService,
    *,
    pages: Sequence[BaseRoute] = (),
    middleware: Sequence[Middleware] = (),
    saw: Saw | None = None,
    secure: bool = False,
) -> Application:
    """The application over a service. pages: further routes; middleware: outermost first, not before feeds.

    saw: told of each program that fetched a feed; secure: whether the public address is one of https.

    Each application has figures of its own, so that tests make as many as they like.
    """
    registry = CollectorRegistry()
    subscribed, downloaded = feed_endpoints(service, registry, saw, secure=secure)
    routes = [*feed_routes(subscribed, downloaded), *health_routes(service, registry), *pages]
    return Application(subscribed, routes, middleware, secure=secure)
