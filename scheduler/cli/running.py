"""What `run`, `serve` and `up` keep running, and how it takes a configuration that is read again.

A configuration is taken as a whole or not at all: what may fail is made first (services, a plan of all reminders, the
pages), and only then does each part change over, so that a mistake in it leaves what runs as it was.
"""

import logging
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import typer

from scheduler.channel_kinds import ChannelKind
from scheduler.cli.open import now, telling_parts
from scheduler.clock import Clock, Sparing, Tick
from scheduler.errors import SchedulerError
from scheduler.service.importing import ImportService
from scheduler.service.inbox import Inbox
from scheduler.service.listening import BotListener
from scheduler.service.telling import Delivery, TellingService

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from scheduler.service.office import OfficeServices
    from scheduler.settings import Settings
    from scheduler.web.server import Server

PLAN_EVERY = timedelta(hours=1)
PLAN_AT = time(0, 5)
PLANNING_PART = 0.02
FORGET_AT = time(3, 10)
INBOX_EVERY = timedelta(seconds=5)

_log = logging.getLogger(__name__)


class Teller:
    """What tells people by the configuration last read: the clock asks it for its ticks and for what sends."""

    def __init__(self, service: TellingService) -> None:
        self._service = service
        self._inbox = _inbox(service)
        self._listener: BotListener | None = None

    def start(self) -> None:
        """Plan, and begin to listen for what people write where the configuration says so."""
        self._service.plan()
        self._listen()

    def stop(self) -> None:
        """Listen no more."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None

    def clock(self, reload: Callable[[], Delivery]) -> Clock:
        """The clock by which it runs. reload: what SIGHUP does."""
        service = self._service
        ticks = [
            Tick("plan", Sparing(lambda _now: self._service.plan(), PLANNING_PART), every=PLAN_EVERY),
            Tick("plan-daily", lambda _now: self._service.plan(), daily=PLAN_AT),
            Tick("forget", lambda _now: self._service.forget(), daily=FORGET_AT),
            Tick("inbox", self._look_into_inbox, every=INBOX_EVERY),
        ]
        return Clock(
            service.database, service.delivery(), ticks=ticks, reload=reload, zone=service.settings.timezone
        )

    def take(self, fresh: TellingService) -> Delivery:
        """Go on with the service of another configuration; what sends by it."""
        fresh.plan()
        fresh.resume()
        delivery = fresh.delivery()
        self.stop()
        self._service, self._inbox = fresh, _inbox(fresh)
        self._listen()
        return delivery

    @property
    def service(self) -> TellingService:
        """The service in use."""
        return self._service

    def _look_into_inbox(self, now: datetime) -> None:
        self._inbox.look(now)

    def _listen(self) -> None:
        if getattr(self._service.channels.get(ChannelKind.ZALO_BOT), "poll", False):
            self._listener = BotListener(self._service)
            self._listener.start()


def _inbox(service: TellingService) -> Inbox:
    return Inbox(ImportService(service.database, service.settings, service.policy))


class Publisher:
    """What is served: an application that hands each request to that of the configuration last read."""

    def __init__(self, services: "OfficeServices", stack: ExitStack) -> None:
        """stack: closes with it what the applications need until then."""
        from scheduler.service.feed_clients import FeedClients  # here and below: `run` serves nothing

        self.settings = services.settings
        self._database = services.serving.database
        self._clients = FeedClients(self._database, now)
        stack.callback(self._clients.close)
        self._app = self._made(services)

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """One request, or the server's beginning and end."""
        await self._app(scope, receive, send)

    def server(self) -> "Server":
        """A server at the address of the configuration, which it has taken. ConfigurationError where it cannot."""
        from scheduler.web.server import make_server

        return make_server(self, self.settings.web.host, self.settings.web.port)

    def prepared(self, ctx: typer.Context) -> Callable[[], None]:
        """The configuration read again and its application made; to be called for it to be used."""
        from scheduler.service.office import OfficeServices

        settings, policy, channels, _ = telling_parts(ctx)
        app = self._made(OfficeServices.over(self._database, settings, policy, channels, now))

        def change_over() -> None:
            self._app, self.settings = app, settings

        return change_over

    def _made(self, services: "OfficeServices") -> "ASGIApp":
        from scheduler.web.app import create_app
        from scheduler.web.pages import pages

        routes, middleware = pages(services)
        secure = services.settings.web.is_secure
        return create_app(
            services.serving, pages=routes, middleware=middleware, saw=self._clients.saw, secure=secure
        )


def reread(ctx: typer.Context, teller: Teller, publisher: Publisher | None = None) -> Delivery:
    """Have all that runs go on by the configuration as it stands now; what sends by it.

    SchedulerError where it cannot be used; then nothing has changed.
    """
    former = teller.service.settings
    change_over = publisher.prepared(ctx) if publisher else None
    delivery = teller.take(teller.service.again(*telling_parts(ctx)))
    if change_over is not None:
        change_over()
    _tell_what_waits(former, teller.service.settings)
    return delivery


def reread_pages(ctx: typer.Context, publisher: Publisher) -> None:
    """The same where only pages and feeds are served; what is wrong is logged, and the former configuration stays."""
    former = publisher.settings
    try:
        publisher.prepared(ctx)()
    except SchedulerError as error:
        _log.error("the new configuration is not used: %s", error)
    else:
        _log.info("the configuration was read again")
        _tell_what_waits(former, publisher.settings)


def _tell_what_waits(former: "Settings", fresh: "Settings") -> None:
    """Say which changes a running program cannot take."""
    pairs: dict[str, tuple[object, object]] = {
        "database": (former.database, fresh.database),
        "timezone": (former.timezone, fresh.timezone),
        "log": (former.log, fresh.log),
        "web.host": (former.web.host, fresh.web.host),
        "web.port": (former.web.port, fresh.web.port),
    }
    for key, (was, is_now) in pairs.items():
        if was != is_now:
            _log.warning("the new value of %s is used when sched is started again, and not before", key)
