"""The office's pages: the calendar for everybody, and for those who log in import, review, people and deliveries.

    routes, middleware = pages(services)
    create_app(services.serving, pages=routes, middleware=middleware)

Each page is a function from a `Visit` to an answer (`site`); templates and the few scripts stand beside. All work is
done by `scheduler.service`.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount

from scheduler.web.api import api_routes
from scheduler.web.guards import Guarded, remembering
from scheduler.web.pages.accounts import accounts_routes
from scheduler.web.pages.calendar import calendar_routes
from scheduler.web.pages.deliveries import delivery_routes
from scheduler.web.pages.entering import entering_routes
from scheduler.web.pages.errors import error_handlers
from scheduler.web.pages.hooks import hook_routes
from scheduler.web.pages.importing import importing_routes
from scheduler.web.pages.one_event import event_routes
from scheduler.web.pages.own_account import own_account_routes
from scheduler.web.pages.people import people_routes
from scheduler.web.pages.reviewing import reviewing_routes
from scheduler.web.pages.security import (
    FORM_BYTES,
    HEADERS,
    BodyLimit,
    OwnFormsOnly,
    PathPrefix,
    prefix_of,
)
from scheduler.web.pages.site import Site
from scheduler.web.pages.static import static_routes
from scheduler.web.pages.waiting import waiting_routes

if TYPE_CHECKING:
    from scheduler.service.office import OfficeServices


def pages(services: "OfficeServices") -> tuple[Sequence[BaseRoute], Sequence[Middleware]]:
    """The routes and the middleware for `create_app`: all pages over these services."""
    settings = services.settings
    largest = settings.documents.max_bytes + FORM_BYTES
    site = Site(services)

    def limit(path: str) -> int:
        return largest if path.endswith(("/import", "/documents")) else FORM_BYTES

    routes = [
        *calendar_routes(),
        *event_routes(),
        *entering_routes(),
        *own_account_routes(),
        *accounts_routes(),
        *importing_routes(),
        *reviewing_routes(),
        *waiting_routes(),
        *people_routes(),
        *delivery_routes(),
        *hook_routes(),
        *api_routes(),
        *static_routes(site),
    ]
    site.know(routes)
    application = Starlette(
        routes=routes,
        middleware=[
            Middleware(Guarded, headers=HEADERS | remembering(secure=site.secure)),
            Middleware(OwnFormsOnly, public_url=settings.web.public_url),
            Middleware(BodyLimit, largest=limit),
        ],
        exception_handlers=error_handlers(),
    )
    application.state.site = site
    prefix = prefix_of(settings.web.public_url)
    outer = [Middleware(PathPrefix, prefix=prefix)] if prefix else []
    everything = Mount("/", app=application, name="pages")
    # A line break within an address is nobody's page, and the pages say so like of any other.
    everything.path_regex = re.compile(everything.path_regex.pattern, re.DOTALL)
    return [everything], outer
