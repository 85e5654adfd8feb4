"""What most services of one installation are made of, and how they are opened: the database, the settings, the policy.

A service that asks, or keeps what concerns no reminder, is a `Service`; one whose changes alter what people are told
plans reminders in the same transaction, and knows the policy for it: a `PlanningService`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from scheduler.database import Database, connect
from scheduler.settings import Settings

if TYPE_CHECKING:
    from scheduler.service.planning import Policy  # `sched list` needs no planning, and does not wait for it


class Service:
    """Use cases over one database, by one configuration."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.database = database
        self.settings = settings

    @classmethod
    @contextmanager
    def opened(cls, settings: Settings) -> Iterator[Self]:
        """The service with its database open for the block. DatabaseUnavailable and NewerDatabase as told there."""
        with connect(settings.database) as database:
            yield cls(database, settings)


class PlanningService:
    """Use cases that also plan what people are told, by the policy."""

    def __init__(self, database: Database, settings: Settings, policy: "Policy") -> None:
        self.database = database
        self.settings = settings
        self.policy = policy

    @classmethod
    @contextmanager
    def opened(cls, settings: Settings, policy: "Policy") -> Iterator[Self]:
        """The service with its database open for the block. DatabaseUnavailable and NewerDatabase as told there."""
        with connect(settings.database) as database:
            yield cls(database, settings, policy)
