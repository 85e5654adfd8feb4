"""From the command line's options to the services: the configuration is read here and nowhere deeper."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from scheduler import config
from scheduler.cli.output import be_discreet
from scheduler.settings import Settings

if TYPE_CHECKING:
    from scheduler.channel_kinds import ChannelKind
    from scheduler.service.binding import BindingService
    from scheduler.service.by_hand import HandService
    from scheduler.service.importing import ImportService
    from scheduler.service.keeping import CalendarService
    from scheduler.service.opening import PlanningService
    from scheduler.service.papers import PaperService
    from scheduler.service.people import PeopleService
    from scheduler.service.publishing import FeedService
    from scheduler.service.revising import RevisionService
    from scheduler.service.stories import StoryService
    from scheduler.service.telling import DeliverySettings, Policy, TellingService

PLANNING = TypeVar("PLANNING", bound="PlanningService")


def now() -> datetime:
    """The present instant in UTC: commands read the clock once, here, and hand it on."""
    return datetime.now(UTC)


def who() -> str:
    """Who is at the keyboard, for the record."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def open_configuration(ctx: typer.Context) -> config.Configuration:
    """The configuration that --config, SCHED_CONFIG or the working folder names. ConfigurationError as told there."""
    configuration = config.read(config.find(ctx.obj))
    be_discreet(configuration.redactor)
    return configuration


def settings_of(ctx: typer.Context) -> Settings:
    """The application's settings."""
    return open_configuration(ctx).settings()


@contextmanager
def open_calendars(ctx: typer.Context, settings: Settings | None = None) -> Iterator["CalendarService"]:
    """The service that keeps the calendar, its database opened and closed around the block; settings: at hand."""
    from scheduler.service.keeping import CalendarService

    with CalendarService.opened(settings or settings_of(ctx)) as service:
        yield service


@contextmanager
def open_stories(ctx: typer.Context) -> Iterator["StoryService"]:
    """The service that tells what has happened to an event."""
    from scheduler.service.stories import StoryService

    with StoryService.opened(settings_of(ctx)) as service:
        yield service


def open_people(ctx: typer.Context) -> AbstractContextManager["PeopleService"]:
    """The service that keeps people and plans what they are told."""
    from scheduler.service.people import PeopleService

    return _planning(ctx, PeopleService)


def open_importing(ctx: typer.Context) -> AbstractContextManager["ImportService"]:
    """The service that takes documents in."""
    from scheduler.service.importing import ImportService

    return _planning(ctx, ImportService)


def open_revising(ctx: typer.Context) -> AbstractContextManager["RevisionService"]:
    """The service that settles what waits and takes releases back."""
    from scheduler.service.revising import RevisionService

    return _planning(ctx, RevisionService)


def open_by_hand(ctx: typer.Context) -> AbstractContextManager["HandService"]:
    """The service that changes the calendar by hand."""
    from scheduler.service.by_hand import HandService

    return _planning(ctx, HandService)


def open_binding(ctx: typer.Context) -> AbstractContextManager["BindingService"]:
    """The service that binds events to groups made known after them."""
    from scheduler.service.binding import BindingService

    return _planning(ctx, BindingService)


@contextmanager
def _planning(ctx: typer.Context, kind: type[PLANNING]) -> Iterator[PLANNING]:
    """A service that also plans what people are told, its database opened and closed around the block."""
    from scheduler.telling_config import policy

    configuration = open_configuration(ctx)
    with kind.opened(configuration.settings(), policy(configuration)) as service:
        yield service


@contextmanager
def open_feeds(ctx: typer.Context) -> Iterator["FeedService"]:
    """The service that publishes feeds."""
    from scheduler.service.publishing import FeedService

    with FeedService.opened(settings_of(ctx), now) as service:
        yield service


@contextmanager
def open_papers(ctx: typer.Context) -> Iterator["PaperService"]:
    """The service that writes paper."""
    from scheduler.service.papers import PaperService

    with PaperService.opened(settings_of(ctx)) as service:
        yield service


def telling_parts(
    ctx: typer.Context,
) -> "tuple[Settings, Policy, dict[ChannelKind, Any], DeliverySettings]":
    """What the configuration says of telling people, read anew: settings, rules, channels, terms of delivery."""
    from scheduler.telling_config import channel_settings, delivery_settings, policy

    configuration = open_configuration(ctx)
    return (
        configuration.settings(),
        policy(configuration),
        channel_settings(configuration),
        delivery_settings(configuration),
    )


@contextmanager
def open_telling(ctx: typer.Context, at: datetime | None = None) -> Iterator["TellingService"]:
    """The service that tells people, with the channels of the configuration; at: taken for the present instant."""
    from scheduler.service.telling import TellingService

    settings, policy, channels, terms = telling_parts(ctx)
    clock = (lambda: at) if at is not None else now
    with TellingService.opened(settings, policy, channels, clock, terms) as service:
        yield service
