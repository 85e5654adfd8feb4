"""The Starlette application: feeds, health, and the pages that are handed in.

It is made by a function, so that tests make as many as they like, each with its own figures.
"""

from collections.abc import Sequence
from typing import Protocol

from prometheus_client import CollectorRegistry
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from scheduler.web.feed_cache import FeedSource
from scheduler.web.feeds import feed_routes
from scheduler.web.health import HealthSource, health_routes


class WebService(FeedSource, HealthSource, Protocol):
    """What the application asks of the service."""


def create_app(
    service: WebService, *, pages: Sequence[BaseRoute] = (), middleware: Sequence[Middleware] = ()
) -> Starlette:
    """The application over a service. pages: further routes; middleware: outermost first.

    Feeds are asked for most, so their routes stand first and no middleware but the given is before them.
    """
    registry = CollectorRegistry()
    routes = [*feed_routes(service, registry), *health_routes(service, registry), *pages]
    return Starlette(routes=routes, middleware=list(middleware))
