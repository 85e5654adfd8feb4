"""What is on the calendar, asked for: a month's occurrences with their clashes, and all conflicts.

What is hard is to answer at once: this module imports neither documents nor iCalendar nor anything that sends, and
reads the month's rows alone. Changing the calendar is `importing`'s and `revising`'s work, feeds are `publishing`'s.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from calendars.conflicts import Conflict, conflicts_among, conflicts_between
from calendars.events import Occurrence, occurrences_between
from calendars.marks import Status
from calendars.queries import Connection
from calendars.store import CalendarStore, ReadEvent
from calendars.times import DaySpan
from calendars.when import Day, Span, Window
from calendars.workdays import is_day_off
from scheduler.database import Database
from scheduler.service.opening import Service
from scheduler.service.query import ListQuery
from scheduler.settings import Settings


class Listing(NamedTuple):
    """Occurrences in the order of days and hours.

    clashes: what clashes with an occurrence, in words, by the event's UID and the day; same_month_elsewhere: where the
    span is an empty month, the other years in which that month is not.
    """

    span: DaySpan
    occurrences: tuple[Occurrence, ...]
    clashes: Mapping[tuple[str, date | None], tuple[str, ...]]
    same_month_elsewhere: tuple[int, ...] = ()

    def clashes_with(self, occurrence: Occurrence) -> tuple[str, ...]:
        """What clashes with one of the occurrences, in words."""
        return self.clashes.get(_place_of(occurrence), ())


class CalendarService(Service):
    """Questions about the calendars of one installation."""

    def __init__(self, database: Database, settings: Settings, read: ReadEvent | None = None) -> None:
        """read: as of `CalendarStore.events_between`."""
        super().__init__(database, settings)
        self._read = read

    def listing(self, query: ListQuery) -> Listing:
        """The occurrences that the query chooses, with their clashes. UnknownCalendar for an unknown slug."""
        slug = self.settings.calendar(query.calendar).slug if query.calendar else None
        with self.database.reading() as connection:
            store = CalendarStore(connection)
            events = store.events_between(query.span, calendar=slug, read=self._read)
            occurrences = occurrences_between(
                events, query.span, is_day_off=is_day_off, with_cancelled=query.status is Status.CANCELLED
            )
            group = query.group and _group(connection, self.settings, query.group)
            elsewhere: tuple[int, ...] = ()
            if not occurrences:
                years = store.busy_years(query.span.first.month, slug)
                elsewhere = tuple(year for year in years if year != query.span.first.year)
        clashes: dict[tuple[str, date | None], tuple[str, ...]] = {}
        for conflict in conflicts_among(occurrences, query.span, is_day_off=is_day_off):
            for occurrence in conflict.occurrences:
                others = [
                    other.title for other in conflict.occurrences if other.event.uid != occurrence.event.uid
                ]
                key = _place_of(occurrence)
                told = "; ".join(others) or conflict.kind.value
                clashes[key] = (*clashes.get(key, ()), told)
        chosen = tuple(
            occurrence
            for occurrence in occurrences
            if (query.category is None or occurrence.event.category is query.category)
            and (query.status is None or occurrence.status is query.status)
            and (group is None or group in occurrence.event.groups)
        )
        return Listing(span=query.span, occurrences=chosen, clashes=clashes, same_month_elsewhere=elsewhere)

    def version(self, calendar: str) -> int:
        """A number that rises with each change of a calendar; 0 where nothing was ever on it."""
        with self.database.reading() as connection:
            state = CalendarStore(connection).state_of(calendar)
        return state.version if state else 0

    def conflicts(self, query: ListQuery) -> tuple[Conflict, ...]:
        """Everything within the span that claims the same people, room or hour, or falls on a day off."""
        slug = self.settings.calendar(query.calendar).slug if query.calendar else None
        with self.database.reading() as connection:
            events = CalendarStore(connection).events_between(query.span, calendar=slug)
        return tuple(conflicts_between(events, query.span, is_day_off=is_day_off))


def _place_of(occurrence: Occurrence) -> tuple[str, date | None]:
    """Where the clashes of an occurrence stand: by its event and its day, or the first that it touches."""
    if occurrence.day is not None:
        return occurrence.event.uid, occurrence.day
    match occurrence.when:
        case Day(day=day):
            return occurrence.event.uid, day
        case Span(first=first) | Window(first=first):
            return occurrence.event.uid, first
        case _:
            return occurrence.event.uid, None


def _group(connection: Connection, settings: Settings, name: str) -> str:
    """The group's proper name. UnknownGroup where there is none."""
    # Names are found by the rules of spelling, which a listing of everything need not load.
    from scheduler.service.grouping import chosen_groups  # noqa: PLC0415

    return chosen_groups(connection, settings, [name])[0]
