"""Groups made known after documents had named them: the events that name one and do not bear it, and binding them.

What is hard is to leave alone what a person decided: an event that a hand changed keeps the groups it has. Binding is
a release like any other, so that feeds, clashes and reminders follow, and it can be taken back.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from calendars.changes import Change, ChangeKind, Revision, to_the_second
from calendars.events import Event
from calendars.groups import KnownGroups, event_with_groups
from calendars.marks import Status
from calendars.queries import Connection
from calendars.revision.merging import raised
from calendars.store import CalendarStore
from calendars.times import DaySpan
from scheduler.directory import Directory
from scheduler.service.by_hand import Done
from scheduler.service.grouping import known_groups
from scheduler.service.opening import PlanningService
from scheduler.service.releasing import publish


class BindingService(PlanningService):
    """The groups of an installation and the events that name them. Only what is not over is looked at."""

    def members(self) -> dict[str, int]:
        """How many people are in each group that is known, by its proper name."""
        with self.database.reading() as connection:
            counted = Directory(connection).groups()
            names = [group.name for group in known_groups(connection, self.settings).names]
        return dict.fromkeys(names, 0) | dict(counted)

    def unbound(self, now: datetime) -> dict[str, int]:
        """How many events name a group and do not bear it, by the group's name; groups without any are left out."""
        with self.database.reading() as connection:
            known = known_groups(connection, self.settings)
            lacking: Counter[str] = Counter()
            for calendar in self.settings.calendars:
                for before, after in _lacking(connection, calendar.slug, known, self._today(now)):
                    lacking.update(set(after.groups) - set(before.groups))
        return dict(lacking)

    def bind(self, calendar: str, *, by: str, now: datetime, keep: bool = True) -> Done:
        """Give the events of a calendar the groups that they name. keep False shows it and keeps nothing."""
        with self.database.transaction() if keep else self.database.reading() as connection:
            if keep:
                CalendarStore(connection).open_calendar(calendar, now)
            known = known_groups(connection, self.settings)
            at = to_the_second(now)
            changes = tuple(
                Change(kind=ChangeKind.ALTERED, before=before, after=raised(before, after, at))
                for before, after in _lacking(connection, calendar, known, self._today(now))
            )
            revision = Revision(calendar=calendar, changes=changes)
            if not keep or not changes:
                return Done(revision=revision, release=None)
            release = publish(
                connection, revision, settings=self.settings, policy=self.policy, approved_by=by, now=now
            )
        return Done(revision=revision, release=release.number)

    def _today(self, now: datetime) -> date:
        return now.astimezone(self.settings.timezone).date()


def _lacking(
    connection: Connection, calendar: str, known: KnownGroups, today: date
) -> Iterator[tuple[Event, Event]]:
    """The events from today on that name a group which they do not bear, as they are and as they would be."""
    store = CalendarStore(connection)
    ahead = store.events_between(DaySpan(today, date.max), calendar=calendar)
    for event in [*ahead, *store.undated(calendar)] if known else ():
        if event.origin.hand is None and event.status is not Status.CANCELLED:
            after = event_with_groups(event, known)
            if after.groups != event.groups:
                yield event, after
