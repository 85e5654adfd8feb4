"""What was published when, out of which document, by whom, and how to take it back.

    releases = ReleaseStore(connection)             # beside a CalendarStore on the same transaction
    releases.publish(revision, programme=..., approved_by=..., now=now) -> Release
    releases.undo(number, by=..., now=now) -> Release of the undoing      # LaterRelease where later ones build on it
    releases.releases(calendar, since=...)  .release(n)  .of_document(sha256, calendar)  .history(uid)

What is hard is taking back: the contents return to what they were, but readers may have fetched what was published,
so SEQUENCE rises all the same (RFC 5545 section 3.8.7.4), and an event that returns after it was taken off goes on
from the highest number it ever had. `changes.undo` is the exact inverse, for what nobody has seen.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from calendars.changes import Revision, to_the_second
from calendars.errors import LaterRelease, UnknownRelease
from calendars.events import Event
from calendars.programme import Programme
from calendars.programme_records import programme_from_json, programme_to_json
from calendars.proposals import next_number
from calendars.queries import Connection, Row, fits, load_queries
from calendars.records import (
    change_to_json,
    event_from_json,
    event_to_json,
    instant_from_text,
    instant_text,
    json_text,
    lines_between,
)
from calendars.store import CalendarStore

QUERIES = load_queries(Path(__file__).parent / "sql" / "releases.sql")


class ReleaseState(StrEnum):
    """Where a release stands."""

    WAITING = "waiting"  # all that it holds waits for a person; nothing of it is on the calendar
    PUBLISHED = "published"  # it is on the calendar
    UNDONE = "undone"  # it was, and was taken back


_NOTHING_OF = {
    ReleaseState.WAITING: "all that it says still waits; reject it with `sched review`",
    ReleaseState.UNDONE: "it has been taken back already",
}
"""Why a release in this state cannot be taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One import or change by hand, kept.

    changes: as `records.change_to_json` writes them; undoes: the number of the release that this one takes back;
    programme: the document's header, None for a hand's change.
    """

    number: int
    calendar: str
    document: str | None
    document_name: str | None
    state: ReleaseState
    made: datetime
    approved_by: str | None
    changes: tuple[Mapping[str, Any], ...]
    undoes: int | None
    programme: Programme | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One past change of an event; before None: it was added, after None: it was taken off."""

    release: int
    calendar: str
    uid: str
    before: Event | None
    after: Event | None


class ReleaseStore:
    """The releases within one open transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.store = CalendarStore(connection)

    # releases

    def publish(
        self,
        revision: Revision,
        *,
        now: datetime,
        programme: Programme | None = None,
        approved_by: str | None = None,
        waiting: bool = False,
    ) -> Release:
        """Puts a revision on its calendar and keeps it as a release, with the state of each event before and after.

        programme: the document's, already kept by `CalendarStore.keep_document`; waiting: whether the release only
        records an import of which all waits. The present states are trusted to be those that `revision` was made of:
        make it and publish it in one transaction.
        """
        calendar = revision.calendar
        self.store.open_calendar(calendar, now)
        versions = revision.states()
        if versions:
            self.store.touch(calendar, now)
        number = self._keep(
            calendar=calendar,
            document=revision.source and revision.source.sha256,
            programme_json=programme and json_text(programme_to_json(programme, revision.entries_of_days())),
            state=ReleaseState.WAITING if waiting else ReleaseState.PUBLISHED,
            made=now,
            approved_by=approved_by,
            changes=[change_to_json(change) for change in revision.kept_changes],
            undoes=None,
        )
        self._write(number, versions, now)
        return self.release(number)

    def undo(self, number: int, *, now: datetime, by: str | None = None, seen: bool = True) -> Release:
        """Takes a release back: its events have again what they had before, as a release of its own.

        seen: whether readers may have fetched it; then each sequence number rises, else it returns as well.
        UnknownRelease where there is none, LaterRelease where it is no longer published or a later release changed
        the same events.
        """
        release = self.release(number)
        self.store.open_calendar(release.calendar, now)
        if release.state is not ReleaseState.PUBLISHED:
            raise LaterRelease(number, _NOTHING_OF[release.state])
        versions = self.versions(number)
        for version in versions:
            latest = self._scalar("latest_release_of_event", calendar=version.calendar, uid=version.uid)
            if latest != number:
                title = (version.after or version.before or self.store.event(version.uid)).title
                raise LaterRelease(
                    number, f"release {latest} has changed {title!r} since; undo that one first"
                )
        back = [_taken_back(version, now, seen=seen) for version in versions]
        self.store.touch(release.calendar, now)
        undoing = self._keep(
            calendar=release.calendar,
            document=release.document,
            programme_json=None,
            state=ReleaseState.PUBLISHED,
            made=now,
            approved_by=by,
            changes=[line for before, after in back for line in lines_between("undone", before, after)],
            undoes=number,
        )
        self._write(undoing, back, now)
        self.connection.execute(
            QUERIES["set_release_state"], {"number": number, "state": ReleaseState.UNDONE.value}
        )
        return self.release(undoing)

    def release(self, number: int) -> Release:
        """The release of that number; UnknownRelease where there is none."""
        rows = self.connection.execute(QUERIES["release"], {"number": number}) if fits(number) else ()
        if not rows:
            raise UnknownRelease(number)
        return _release(rows[0])

    def releases(self, calendar: str | None = None, *, since: datetime | None = None) -> list[Release]:
        """The releases of a calendar (of all where None) from an instant on, in order."""
        params = {"calendar": calendar, "since": since and instant_text(since)}
        return [_release(row) for row in self.connection.execute(QUERIES["releases"], params)]

    def of_document(self, sha256: str, calendar: str) -> list[Release]:
        """The releases that a document made on a calendar: none where it was never imported there."""
        params = {"document": sha256, "calendar": calendar}
        return [_release(row) for row in self.connection.execute(QUERIES["releases_of_document"], params)]

    def papers(self, calendar: str) -> list[Programme]:
        """The headers of the documents that were imported on a calendar and not taken back.

        Of their entries those stand with them that named one day of a standing meeting.
        """
        rows = self.connection.execute(QUERIES["papers"], {"calendar": calendar})
        return [programme_from_json(json.loads(text)) for (text,) in rows]

    def history(self, uid: str) -> list[Version]:
        """All states of an event, in order."""
        return [_version(row) for row in self.connection.execute(QUERIES["versions_of_event"], {"uid": uid})]

    def versions(self, number: int) -> list[Version]:
        """What a release found and what it left, event by event."""
        rows = self.connection.execute(QUERIES["versions_of_release"], {"release": number})
        return [_version(row) for row in rows]

    # writing

    def _keep(
        self, *, state: ReleaseState, made: datetime, changes: list[dict[str, Any]], **columns: object
    ) -> int:
        number = next_number(self.connection, "release")
        row = {
            **columns,
            "number": number,
            "state": state.value,
            "made": instant_text(made),
            "changes_json": json_text(changes),
        }
        self.connection.execute(QUERIES["keep_release"], row)
        return number

    def _write(
        self, number: int, versions: Iterable[tuple[Event | None, Event | None]], now: datetime
    ) -> None:
        kept, rows = [], []
        for before, after in versions:
            if after is not None and before is None:
                after = self._after_all_before(after, now)
            known = after or before
            if known is None:
                continue
            rows.append(
                {
                    "release": number,
                    "calendar": known.calendar,
                    "uid": known.uid,
                    # Taking it off is told with a number of its own; what comes back must go beyond that one.
                    "sequence": known.sequence + (after is None),
                    "before_json": before and json_text(event_to_json(before)),
                    "after_json": after and json_text(event_to_json(after)),
                }
            )
            if after is None:
                self.store.remove_event(known.calendar, known.uid)
            else:
                kept.append(after)
        self.store.keep_events(kept)
        self.connection.execute_many(QUERIES["keep_version"], rows)

    def _after_all_before(self, event: Event, now: datetime) -> Event:
        """A new event; one that was taken off and returns goes on from the highest number it ever had, changed now."""
        highest = self._scalar("highest_sequence", calendar=event.calendar, uid=event.uid)
        if highest is None:
            return event
        # Another's file tells when it was changed there, which may be before it was taken off here.
        return event._replace(
            sequence=max(event.sequence, highest + 1), revised=max(event.revised, to_the_second(now))
        )

    def _scalar(self, query: str, **params: object) -> int | None:
        value: int | None = self.connection.execute(QUERIES[query], params)[0][0]
        return value


def _taken_back(version: Version, now: datetime, *, seen: bool) -> tuple[Event | None, Event | None]:
    before, after = version.before, version.after
    if before is not None and seen and (after is None or after.sequence != before.sequence):
        sequence = before.sequence if after is None else after.sequence + 1
        before = before._replace(sequence=sequence, revised=to_the_second(now))
    return after, before


def _release(row: Row) -> Release:
    return Release(
        number=row[0],
        calendar=row[1],
        document=row[2],
        document_name=row[3],
        state=ReleaseState(row[4]),
        made=instant_from_text(row[5]),
        approved_by=row[6],
        changes=tuple(json.loads(row[7])),
        undoes=row[8],
        programme=programme_from_json(json.loads(row[9])) if row[9] else None,
    )


def _version(row: Row) -> Version:
    before, after = (event_from_json(json.loads(text)) if text else None for text in row[3:5])
    return Version(release=row[0], calendar=row[1], uid=row[2], before=before, after=after)
