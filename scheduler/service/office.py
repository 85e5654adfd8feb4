"""All services of one installation over one database: what the pages and the documented HTTP interface are given."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from calendars.store import remembering
from scheduler.channel_kinds import ChannelKind
from scheduler.database import Database, connect
from scheduler.service.access import AccessService
from scheduler.service.by_hand import HandService
from scheduler.service.drafting import DraftService
from scheduler.service.health import ServingService
from scheduler.service.inbound import InboundService
from scheduler.service.keeping import CalendarService
from scheduler.service.people import PeopleService
from scheduler.service.personal_data import PersonalDataService
from scheduler.service.planning import Policy
from scheduler.service.revising import RevisionService
from scheduler.service.stories import StoryService
from scheduler.service.telling import TellingService
from scheduler.service.tokens import TokenService
from scheduler.settings import Settings

__all__ = ["OfficeServices", "Policy"]

SHOWN_EVENTS = 2_000
"""How many events stay read between one page and the next: some months of a busy calendar, in a few megabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeServices:
    """The services; clock gives the present instant (UTC)."""

    settings: Settings
    clock: Callable[[], datetime]
    access: AccessService
    tokens: TokenService
    calendars: CalendarService
    stories: StoryService
    by_hand: HandService
    serving: ServingService
    drafts: DraftService
    revising: RevisionService
    people: PeopleService
    personal_data: PersonalDataService
    telling: TellingService
    inbound: InboundService

    @classmethod
    def over(
        cls,
        database: Database,
        settings: Settings,
        policy: Policy,
        channels: Mapping[ChannelKind, Any],
        clock: Callable[[], datetime],
    ) -> Self:
        """The services over an open database. channels: the settings of each that is configured."""
        return cls(
            settings=settings,
            clock=clock,
            access=AccessService(database, settings),
            tokens=TokenService(database, settings),
            calendars=CalendarService(database, settings, remembering(SHOWN_EVENTS)),
            stories=StoryService(database, settings),
            by_hand=HandService(database, settings, policy),
            serving=ServingService(database, settings, clock),
            drafts=DraftService(database, settings, policy),
            revising=RevisionService(database, settings, policy),
            people=PeopleService(database, settings, policy),
            personal_data=PersonalDataService(database),
            telling=TellingService(database, settings, policy, channels, clock),
            inbound=InboundService(database, settings, policy, channels),
        )

    @classmethod
    @contextmanager
    def opened(
        cls,
        settings: Settings,
        policy: Policy,
        channels: Mapping[ChannelKind, Any],
        clock: Callable[[], datetime],
    ) -> Iterator[Self]:
        """The services with their database open for the block."""
        with connect(settings.database) as database:
            yield cls.over(database, settings, policy, channels, clock)
