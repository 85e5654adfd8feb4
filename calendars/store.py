"""What is on the calendar, kept in a database: calendars, documents, events and their rendered bytes.

    store = CalendarStore(connection)               # an open transaction; see scheduler.database
    store.open_calendar(slug, now)                  # makes the row where it is missing
    store.keep_document(source, content, now)       # False where these bytes are known
    store.events_between(span, calendar=slug)       # what can touch these days, by an index
    store.events_for(programme, calendar)           # what `revision.compare` needs to see
    store.event(uid)  .undated()  .busy_years(11)   # UnknownEvent where there is none
    store.state_of(slug)                            # version and last change: an unchanged feed is a 304
    store.unrendered(slug)  .set_rendered(...)  .parts(slug)

Events are written through `releases.ReleaseStore`, which keeps every past state. What is hard is to read little: a
month of a calendar of many years is found by its days, and a feed is joined of bytes without reading an event.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from calendars.claims import Sought
from calendars.conflicts import Clash
from calendars.errors import UnknownEvent
from calendars.events import Event, reach, spoken_of
from calendars.marks import Category, Status
from calendars.queries import Connection, Row, load_queries
from calendars.records import (
    TEXT_FIELDS,
    details_from_json,
    event_details,
    instant_from_text,
    instant_text,
    json_text,
)
from calendars.times import DaySpan
from calendars.when import when_from_json, when_to_json

if TYPE_CHECKING:
    # A listing reads events alone: neither documents nor rendered bytes, whose digests take a library of their own.
    from calendars.feed_parts import FeedPart, FeedParts
    from calendars.programme import Programme, Source

QUERIES = load_queries(Path(__file__).parent / "sql" / "calendar.sql")

_WITH_GROUPS = '%"groups":%'
_NO_DETAILS = json_text({})
SHORT_DAYS = 31
SHORT_UID = 6
"""So many letters of a UID may stand for the whole, where no other begins so."""
BEFORE_PERIOD = timedelta(days=75)
AFTER_PERIOD = timedelta(days=100)


class CalendarState(NamedTuple):
    """How far a calendar has changed: version rises with each change, changed is the instant of the last (UTC).

    renderings: the number of the last rendering of events.
    """

    slug: str
    version: int
    changed: datetime
    renderings: int = 0


class KeptDocument(NamedTuple):
    """A document as received: what it is, when it came (UTC), and its bytes (None where only listed)."""

    source: "Source"
    received: datetime
    content: bytes | None


class Rendered(NamedTuple):
    """The VEVENTs of an event, the sequence number that they show, and the clashes that they tell of."""

    uid: str
    sequence: int
    content: bytes
    clashes: tuple[Clash, ...] = ()


class CalendarStore:
    """The calendars within one open transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def open_calendar(self, slug: str, now: datetime) -> CalendarState:
        """The calendar of that name, made where it is missing; until the transaction ends nobody else changes it.

        Whoever compares and then publishes calls this first.
        """
        self.connection.execute(QUERIES["open_calendar"], {"slug": slug, "changed": instant_text(now)})
        return _state(self.connection.execute(QUERIES["calendar"], {"slug": slug})[0])

    def state_of(self, slug: str) -> CalendarState | None:
        """Version and last change of a calendar, without reading an event; None where there is none."""
        rows = self.connection.execute(QUERIES["calendar"], {"slug": slug})
        return _state(rows[0]) if rows else None

    def calendars(self) -> list[CalendarState]:
        """All calendars in the order of their names."""
        return [_state(row) for row in self.connection.execute(QUERIES["calendars"])]

    def touch(self, slug: str, now: datetime) -> int:
        """Says that the calendar has changed; gives its new version. Writers of events call it first."""
        rows = self.connection.execute(
            QUERIES["touch_calendar"], {"slug": slug, "changed": instant_text(now)}
        )
        return int(rows[0][0])

    # documents

    def keep_document(self, source: "Source", content: bytes, now: datetime) -> bool:
        """Keeps a document as received; False where the same bytes are already there."""
        row = {
            "sha256": source.sha256,
            "name": source.name,
            "media_type": source.media_type,
            "pages": source.pages,
            "received": instant_text(now),
            "content": content,
        }
        return bool(self.connection.execute(QUERIES["keep_document"], row))

    def document(self, sha256: str) -> KeptDocument | None:
        """A document with its bytes."""
        rows = self.connection.execute(QUERIES["document"], {"sha256": sha256})
        return _document(rows[0], bytes(rows[0][5])) if rows else None

    def documents(self) -> list[KeptDocument]:
        """All documents, the latest first, without their bytes."""
        return [_document(row, None) for row in self.connection.execute(QUERIES["documents"])]

    # events

    def event(self, uid: str, calendar: str | None = None) -> Event:
        """The event of that UID, or of the only one that begins so (six letters at least).

        UnknownEvent where there is none, or more than one.
        """
        rows = self.connection.execute(QUERIES["event"], {"uid": uid, "calendar": calendar})
        if not rows and len(uid) >= SHORT_UID:
            bounds = {"beginning": uid, "beyond": uid + "\U0010ffff"}
            found = self.connection.execute(QUERIES["uids_beginning_with"], bounds)
            if len(found) == 1:
                rows = self.connection.execute(QUERIES["event"], {"uid": found[0][0], "calendar": calendar})
        if not rows:
            raise UnknownEvent(uid)
        return event_of_row(rows[0])

    def find_event(self, uid: str, calendar: str | None = None) -> Event | None:
        """The event of that UID, or None."""
        rows = self.connection.execute(QUERIES["event"], {"uid": uid, "calendar": calendar})
        return event_of_row(rows[0]) if rows else None

    def events(self, calendar: str | None = None) -> list[Event]:
        """All events of a calendar (of all where None), by first day and UID."""
        return [
            event_of_row(row) for row in self.connection.execute(QUERIES["events"], {"calendar": calendar})
        ]

    def events_between(
        self,
        span: DaySpan,
        *,
        calendar: str | None = None,
        category: Category | None = None,
        status: Status | None = None,
        read: "ReadEvent | None" = None,
    ) -> list[Event]:
        """The events that can touch these days, in no order; their occurrences are `events.occurrences_between`'s.

        read: what makes an event of its row, for one who asks again and again (`remembering`).
        """
        params = _within(span, calendar) | {
            "category": category and category.value,
            "status": status and status.value,
        }
        return list(map(read or event_of_row, self.connection.execute(QUERIES["events_between"], params)))

    def rivals(
        self, changed: Mapping[str, Event], days: Sequence[DaySpan], calendar: str
    ) -> dict[str, Event]:
        """The other meetings that may clash with these events on these days, by UID; few are read whole."""
        if not days:
            return {}
        sought = Sought.by(changed.values())
        span = DaySpan(days[0].first, days[-1].last)
        rows = self.connection.execute(QUERIES["lasting_meetings"], _within(span, calendar))
        for stretch in days:
            rows += self.connection.execute(QUERIES["short_meetings"], _within(stretch, calendar))
        found: dict[str, Event] = {}
        for row in rows:
            if row[1] not in changed and row[1] not in found and sought.concerns(row[8], row[7], row[12]):
                found[row[1]] = event_of_row(row)
        return found

    def undated(self, calendar: str | None = None) -> list[Event]:
        """The events whose time is still to be told."""
        rows = self.connection.execute(QUERIES["undated_events"], {"calendar": calendar})
        return [event_of_row(row) for row in rows]

    def events_for(self, programme: "Programme", calendar: str, documents: Iterable[str] = ()) -> list[Event]:
        """The events of which a programme may speak: near its days, still open, or of the document it replaces.

        documents: of these too, by SHA-256.
        """
        days = spoken_of(programme)
        near = (
            self.events_between(
                DaySpan(days.first - BEFORE_PERIOD, days.last + AFTER_PERIOD), calendar=calendar
            )
            if days
            else self.events(calendar)
        )
        found = {event.uid: event for event in (*near, *self.undated(calendar))}
        if programme.replaces:
            params = {"calendar": calendar, "number": programme.replaces}
            for row in self.connection.execute(QUERIES["events_of_number"], params):
                event = event_of_row(row)
                found.setdefault(event.uid, event)
        for document in documents:
            of_it = {"calendar": calendar, "document": document}
            for row in self.connection.execute(QUERIES["events_of_document"], of_it):
                event = event_of_row(row)
                found.setdefault(event.uid, event)
        return sorted(found.values(), key=lambda event: event.uid)

    def busy_years(self, month: int, calendar: str | None = None) -> list[int]:
        """The years in which something begins in that month (1-12), in order."""
        params = {"calendar": calendar, "month": f"{month:02}"}
        return [int(year) for (year,) in self.connection.execute(QUERIES["busy_years"], params)]

    def count(self, calendar: str | None = None) -> int:
        """How many events there are."""
        return int(self.connection.execute(QUERIES["count_events"], {"calendar": calendar})[0][0])

    def keep_events(self, events: Iterable[Event]) -> None:
        """Writes these events as they are; their rendered bytes are forgotten. `touch` comes first."""
        self.connection.execute_many(QUERIES["keep_event"], map(_row_of, events))

    def remove_event(self, calendar: str, uid: str) -> None:
        """Takes an event off the calendar; its past states stay with the releases.

        Those that clashed with it are rendered anew.
        """
        for clash in self.clashes(calendar, uid):
            if clash.uid is not None:
                self.connection.execute(QUERIES["forget_event"], {"calendar": calendar, "uid": clash.uid})
        self.connection.execute(QUERIES["remove_event"], {"calendar": calendar, "uid": uid})

    # rendered bytes

    def unrendered(self, calendar: str) -> list[Event]:
        """The events that have changed since they were rendered."""
        rows = self.connection.execute(QUERIES["unrendered_events"], {"calendar": calendar})
        return [event_of_row(row) for row in rows]

    def clashes(self, calendar: str, uid: str) -> list[Clash]:
        """What an event clashed with when it was rendered last, in order."""
        rows = self.connection.execute(QUERIES["clashes"], {"calendar": calendar, "uid": uid})
        return [Clash.of_row(row) for row in json.loads(rows[0][0])] if rows else []

    def set_rendered(self, calendar: str, rendered: Iterable[Rendered]) -> None:
        """Keeps the VEVENTs of events; bytes of another sequence number than the event now has are not kept."""
        numbered = self.connection.execute(QUERIES["next_rendering"], {"calendar": calendar})
        rows = (
            {
                "calendar": calendar,
                "uid": one.uid,
                "sequence": one.sequence,
                "rendering": numbered[0][0],
                "rendered": one.content,
                "clashes_json": json_text([clash.to_row() for clash in one.clashes]) if one.clashes else None,
            }
            for one in rendered
        )
        self.connection.execute_many(QUERIES["set_rendered"], rows)

    def forget_rendered(self, calendar: str) -> None:
        """Has all events of a calendar rendered anew, as when the office's hours have changed."""
        self.connection.execute(QUERIES["forget_rendered"], {"calendar": calendar})

    def parts(self, calendar: str, known: "FeedParts | None" = None) -> "FeedParts":
        """The rendered bytes of each event, by first day and UID: a feed is their join.

        known: what was read before of this calendar, so that only what was rendered since is read.
        """
        from calendars.feed_parts import NO_PARTS  # noqa: PLC0415 - see the imports

        state = self.state_of(calendar)
        mark = state.renderings if state else 0
        # A lower number than was seen is another database, as after a backup was restored.
        start = known if known is not None and known.mark <= mark else None
        if start is not None:
            found = (
                start if start.mark == mark else start.renewed(self._parts_since(calendar, start.mark), mark)
            )
            if len(found.ordered) == self._count_in(calendar):
                return found
        return NO_PARTS.renewed(self._parts_since(calendar, NO_PARTS.mark), mark)

    def _parts_since(self, calendar: str, mark: int) -> "Iterator[FeedPart]":
        from calendars.feed_parts import FeedPart  # noqa: PLC0415 - see the imports

        params = {"calendar": calendar, "mark": mark, "pattern": _WITH_GROUPS}
        return map(FeedPart.of_row, self.connection.execute(QUERIES["rendered_events"], params))

    def _count_in(self, calendar: str) -> int:
        return int(self.connection.execute(QUERIES["count_in_calendar"], {"calendar": calendar})[0][0])


def _within(span: DaySpan, calendar: str | None) -> dict[str, object]:
    return {
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "reach": (span.first - timedelta(days=SHORT_DAYS)).isoformat(),
        "calendar": calendar,
    }


def event_of_row(row: Row) -> Event:
    """The event that a row of the event queries holds."""
    details = details_from_json(json.loads(row[12])) if row[12] != _NO_DETAILS else {}
    return Event(
        calendar=row[0],
        uid=row[1],
        sequence=row[2],
        title=row[3],
        category=Category(row[4]),
        status=Status(row[5]),
        when=when_from_json(json.loads(row[6])),
        location=row[7],
        chair=row[8],
        attendees=row[9],
        prepared_by=row[10],
        note=row[11],
        created=instant_from_text(row[13]),
        revised=instant_from_text(row[14]),
        **details,
    )


ReadEvent = Callable[[Row], Event]


def remembering(most: int) -> ReadEvent:
    """`event_of_row` that makes the same event of the same row again without reading it; most: rows remembered."""
    return lru_cache(maxsize=most)(event_of_row)


def _row_of(event: Event) -> dict[str, object]:
    span = reach(event.when, event.overrides)
    return {
        "calendar": event.calendar,
        "uid": event.uid,
        "sequence": event.sequence,
        "title": event.title,
        "category": event.category.value,
        "status": event.status.value,
        "when_json": json_text(when_to_json(event.when)),
        **{name: getattr(event, name) for name in TEXT_FIELDS},
        "details_json": json_text(event_details(event)),
        "created": instant_text(event.created),
        "revised": instant_text(event.revised),
        "first_day": span and span.first.isoformat(),
        "last_day": span and span.last.isoformat(),
        "lasting": int(span is not None and (span.last - span.first).days > SHORT_DAYS),
        "origin_document": event.origin.document,
        "origin_number": event.origin.number,
    }


def _state(row: Row) -> CalendarState:
    return CalendarState(row[0], row[1], instant_from_text(row[2]), row[3])


def _document(row: Row, content: bytes | None) -> KeptDocument:
    from calendars.programme import Source  # noqa: PLC0415 - see the imports

    source = Source(sha256=row[0], name=row[1], media_type=row[2], pages=row[3])
    return KeptDocument(source, instant_from_text(row[4]), content)
