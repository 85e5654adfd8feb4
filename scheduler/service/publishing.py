"""The calendar published: feeds for subscribers, files for other web servers and for `sched export`.

What is hard is to do nothing where nothing changed: a feed's version is one number of one row, and a feed is the join
of bytes kept beside each event, of which the process holds those that it has read. Whatever changed since is rendered
first, so a crash between a release and its rendering costs no reader anything. How bytes are made is `ical`'s work, how
they are served `web`'s.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Self

from calendars.conflicts import clashes_among
from calendars.events import occurrences_between
from calendars.feed_parts import FeedPart, FeedParts
from calendars.feeds import KEEP_CANCELLED, Feed, FeedAddress, FeedBytes, NoFeed, colour_of, token_digest
from calendars.ical.alarms import with_alarms
from calendars.ical.render import CLOSING, feed_opening, render_calendar
from calendars.ical.words import words_of
from calendars.marks import Status
from calendars.queries import Connection
from calendars.store import CalendarStore
from calendars.workdays import is_day_off
from scheduler.database import Database, connect
from scheduler.service.feed_memory import FeedMemory
from scheduler.service.grouping import group_of
from scheduler.service.published_folder import Published, publish_into
from scheduler.service.query import ListQuery
from scheduler.service.rendering import render_changed, rendered
from scheduler.settings import CalendarSettings, Settings, Visibility

__all__ = ["FeedService", "with_alarms"]

SMALL = 1000
"""A calendar of up to so many events is published whole, old programmes with it: every client takes that much."""
DAYS_BACK = timedelta(days=90)
"""How long past events stay in the feed of a larger one (rule 8.10)."""

REMEMBERED = 1000
"""Addresses whose version is remembered while the database stands still."""


class FeedService:
    """The feeds of one installation."""

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        """clock: gives the present instant; feeds are asked for by programs that bring none."""
        self.database = database
        self.settings = settings
        self.clock = clock
        self._versions: dict[FeedAddress, tuple[tuple[object, date], str | NoFeed]] = {}
        self._parts = FeedMemory()

    @classmethod
    @contextmanager
    def opened(cls, settings: Settings, clock: Callable[[], datetime]) -> Iterator[Self]:
        """The service with its database open for the block."""
        with connect(settings.database) as database:
            yield cls(database, settings, clock)

    def feed_version(self, address: FeedAddress) -> str | NoFeed:
        """A text that changes whenever the feed's bytes may have: with each change, and with each day."""
        # The stamp is taken first: what is written meanwhile makes another one, and the next request looks again.
        seen = self.database.stamp(), self._today()
        # A token is remembered by its digest alone, so that finding it again tells nothing of its letters.
        key = address if address.token is None else address._replace(token=token_digest(address.token))
        known = self._versions.get(key)
        if known is not None and seen[0] is not None and known[0] == seen:
            return known[1]
        version = self._version(address)
        if len(self._versions) >= REMEMBERED:
            self._versions.clear()
        self._versions[key] = seen, version
        return version

    def _version(self, address: FeedAddress) -> str | NoFeed:
        if address.token is not None:
            return self._personal_version(address)
        calendar = self._public(address)
        if calendar is None:
            return NoFeed.UNKNOWN
        with self.database.reading() as connection:
            if address.group is not None and group_of(connection, self.settings, address.group) is None:
                return NoFeed.UNKNOWN
            state = CalendarStore(connection).state_of(calendar.slug)
        return f"{state.version if state else 0}:{self._today():%Y%m%d}"

    def feed(self, address: FeedAddress) -> FeedBytes:
        """The feed's bytes, after what changed has been rendered. Only for an address that has a version."""
        if address.token is not None:
            return self._personal(address)
        calendar = self._public(address)
        if calendar is None:
            raise ValueError("there is no such feed")
        return self._feed(calendar, address)

    def export(self, slug: str | None) -> FeedBytes:
        """A calendar as iCalendar, whoever may see it. UnknownCalendar where there is none of that slug."""
        calendar = self.settings.calendar(slug)
        return self._feed(calendar, FeedAddress(calendar=calendar.slug), whole=True)

    def export_listing(self, query: ListQuery) -> bytes:
        """The events that happen within a query's days, as iCalendar."""
        calendars = (
            [self.settings.calendar(query.calendar)] if query.calendar else list(self.settings.calendars)
        )
        with self.database.reading() as connection:
            events = CalendarStore(connection).events_between(
                query.span, calendar=query.calendar, category=query.category, status=query.status
            )
        happening = occurrences_between(
            events, query.span, is_day_off=is_day_off, with_cancelled=query.status is Status.CANCELLED
        )
        chosen = {occurrence.event.uid: occurrence.event for occurrence in happening}
        name = " + ".join(calendar.name for calendar in calendars)
        feed = Feed(name=name, calendars=frozenset(calendar.slug for calendar in calendars))
        clashes = clashes_among(chosen.values(), events, is_day_off=is_day_off)
        vevents = [rendered(event, self.settings, clashes[uid]) for uid, event in chosen.items()]
        return render_calendar(feed, vevents, zone=self.settings.timezone)

    def publish(self, folder: Path) -> Published:
        """Write the feed of each public calendar into a folder, each file at once and whole; what was done."""
        public = [one.slug for one in self.settings.calendars if one.visibility is Visibility.PUBLIC]
        hidden = [one.slug for one in self.settings.calendars if one.slug not in public]
        owner = f"{self.settings.folder.resolve()} {self.settings.database}"
        return publish_into(folder, {slug: self.export(slug).body for slug in public}, hidden, owner=owner)

    def _personal_version(self, address: FeedAddress) -> str | NoFeed:
        # Tokens belong to the pages, which an installation may do without.
        from scheduler.service.personal_feeds import personal_version  # noqa: PLC0415

        with self.database.reading() as connection:
            return personal_version(connection, self.settings, address, self._today())

    def _personal(self, address: FeedAddress) -> FeedBytes:
        from scheduler.service.personal_feeds import chosen_parts, personal_feed  # noqa: PLC0415 - as above

        today, now = self._today(), self.clock()
        pieces: list[FeedPart] = []
        read: dict[str, FeedParts] = {}
        with self.database.transaction() as connection:
            found = personal_feed(connection, self.settings, address)
            if isinstance(found, NoFeed):
                raise ValueError("there is no such feed")
            changed = datetime.min.replace(tzinfo=UTC)
            store = CalendarStore(connection)
            for slug in found.calendars:
                changed = max(changed, store.open_calendar(slug, now).changed)
                render_changed(connection, self.settings, slug)
                read[slug] = parts = store.parts(slug, self._parts.get(slug))
                kept = parts.chosen(
                    address.category, since=today - DAYS_BACK, cancelled_since=today - KEEP_CANCELLED
                )
                pieces += chosen_parts(connection, self.settings, found, slug, kept)
            group = self._group(connection, address)
        if group is not None:
            pieces = [part for part in pieces if group in part.groups]
        for slug, parts in read.items():
            self._parts.keep(slug, parts)
        feed = replace(found.feed, name=self._name(found.feed.name, address, group))
        return self._joined(feed, pieces, changed if found.calendars else now)

    def _feed(self, calendar: CalendarSettings, address: FeedAddress, *, whole: bool = False) -> FeedBytes:
        today, slug = self._today(), calendar.slug
        with self.database.transaction() as connection:
            store = CalendarStore(connection)
            state = store.open_calendar(slug, self.clock())
            render_changed(connection, self.settings, slug)
            parts = store.parts(slug, self._parts.get(slug))
            group = self._group(connection, address)
        # Only what is committed is kept: the numbers of a transaction that fails are given again.
        self._parts.keep(slug, parts)
        whole = whole or len(parts.ordered) <= SMALL
        kept = parts.chosen(
            address.category,
            since=date.min if whole else today - DAYS_BACK,
            cancelled_since=today - KEEP_CANCELLED,
        )
        pieces = kept if group is None else [part for part in kept if group in part.groups]
        feed = Feed(
            name=self._name(calendar.name, address, group),
            calendars=frozenset({slug}),
            colour=colour_of(slug),
        )
        # The day, too, changes a feed: what is long over leaves it, and who asks by date alone must hear of that.
        begun = datetime.combine(today, time(0), self.settings.timezone)
        return self._joined(feed, pieces, max(state.changed, begun))

    def _group(self, connection: Connection, address: FeedAddress) -> str | None:
        name = address.group
        return name and (group_of(connection, self.settings, name) or name)

    def _name(self, whole: str, address: FeedAddress, group: str | None) -> str:
        """What the feed is called: a part of a calendar says which, since a reader may follow several (rule 1.3)."""
        category = address.category and words_of(self.settings.language).categories[address.category]
        return " – ".join(filter(None, (whole, group, category)))

    def _joined(self, feed: Feed, pieces: Sequence[FeedPart], changed: datetime) -> FeedBytes:
        return FeedBytes.joined(feed_opening(feed, self.settings.timezone), pieces, CLOSING, changed)

    def _public(self, address: FeedAddress) -> CalendarSettings | None:
        for calendar in self.settings.calendars:
            if calendar.slug == address.calendar and calendar.visibility is Visibility.PUBLIC:
                return calendar
        return None

    def _today(self) -> date:
        return self.clock().astimezone(self.settings.timezone).date()
