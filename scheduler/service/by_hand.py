"""The calendar by hand: add, confirm, move, cancel, edit, of an event or of one of its days.

The same revision is made for the preview and for the deed, and published as a document's would be, so that feeds,
reminders, notices and undo are the same. What was typed is read by the rules that read documents. What is hard is that
two people may be at one event: each may name the sequence number that they saw, and who comes second is refused.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from calendars.changes import Change, Revision
from calendars.events import Event
from calendars.groups import KnownGroups, entry_with_groups
from calendars.marks import Status
from calendars.programme import Entry
from calendars.queries import Connection
from calendars.reading.typed import read_typed
from calendars.records import change_to_json
from calendars.revision import by_hand
from calendars.revision.new_time import new_time
from calendars.store import CalendarStore
from calendars.when import Undated, When
from calendars.wording import check_words, tidied
from calendars.workdays import is_day_off
from scheduler.errors import Stale
from scheduler.service.grouping import chosen_groups, known_groups
from scheduler.service.opening import PlanningService
from scheduler.service.phrases import LONGEST_TYPED, Context, read_phrase
from scheduler.service.releasing import publish
from scheduler.service.revising import CannotUnderstand


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Whose hand changes the calendar, and what it has seen.

    by: who it is, for the record; now: the present instant. seen: the sequence number of the event that was shown;
    Stale where it has another by now; None: whoever asks was shown nothing, and changes the event as it stands.
    keep: False shows what would happen and keeps nothing.
    """

    by: str
    now: datetime
    seen: int | None = None
    keep: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a change by hand did, or would do; release: its number, None for a preview or where nothing changed."""

    revision: Revision
    release: int | None

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes that alter an event."""
        return self.revision.kept_changes

    def to_json(self) -> dict[str, Any]:
        """The same for scripts."""
        return {"release": self.release, "changes": [change_to_json(change) for change in self.changes]}


class HandService(PlanningService):
    """Changes by hand, for one installation. Errors of all: UnknownEvent, CannotUnderstand, UnusableWords, Stale."""

    def add(
        self,
        text: str,
        hand: Hand,
        *,
        calendar: str | None = None,
        groups: Sequence[str] = (),
    ) -> Done:
        """Put what was typed on a calendar. CannotUnderstand where it announces nothing.

        groups: whom it concerns beside those that it names; UnknownGroup where one is not known.
        """
        slug = self.settings.calendar(calendar).slug
        _check_length(text)
        entries = read_typed(text, self._today(hand.now))
        if not entries:
            raise CannotUnderstand(
                f"{text!r} announces nothing with a time; write it like "
                '"Họp giao ban chiều thứ Sáu hằng tuần tại phòng họp số 2 từ 01/12"'
            )
        if undated := [entry.title for entry in entries if isinstance(entry.when, Undated)]:
            raise CannotUnderstand(f"{undated[0]!r} says no day; write it like 8h00 ngày 26/11/2026")

        def change(connection: Connection) -> Revision:
            known = known_groups(connection, self.settings)
            chosen = chosen_groups(connection, self.settings, groups)
            told = [_joined(entry_with_groups(entry, known), chosen) for entry in entries]
            return by_hand.add(told, calendar=slug, hand=hand.by, now=hand.now, zone=self.settings.timezone)

        return self._do(change, hand)

    def confirm(self, uid: str, hand: Hand, *, at: str | None = None) -> Done:
        """Make an event certain, at the time and place that a phrase gives."""
        return self._change(
            uid,
            hand,
            lambda event: by_hand.confirm(
                event,
                hand=hand.by,
                now=hand.now,
                when=new_time(event, self._told(at, event, hand.now)) if at else None,
                location=self._place(at, hand.now) if at else None,
                zone=self.settings.timezone,
            ),
        )

    def move(self, uid: str, at: str, hand: Hand, *, day: date | None = None) -> Done:
        """Move an event, or only its occurrence on `day`, to the time and place that a phrase gives."""
        return self._change(
            uid,
            hand,
            lambda event: by_hand.move(
                event,
                new_time(
                    event,
                    self._told(at, event, hand.now),
                    None if day is None else by_hand.named_day(event, day, is_day_off),
                ),
                hand=hand.by,
                now=hand.now,
                day=day,
                location=self._place(at, hand.now),
                zone=self.settings.timezone,
                is_day_off=is_day_off,
            ),
        )

    def cancel(self, uid: str, hand: Hand, *, day: date | None = None) -> Done:
        """Cancel an event, or only its occurrence on `day`."""
        return self._change(
            uid,
            hand,
            lambda event: by_hand.cancel(
                event,
                hand=hand.by,
                now=hand.now,
                day=day,
                zone=self.settings.timezone,
                is_day_off=is_day_off,
            ),
        )

    def edit(
        self, uid: str, hand: Hand, *, groups: Sequence[str] | None = None, **fields: str | None
    ) -> Done:
        """Give an event other words: title, location, chair, attendees, prepared_by, note.

        groups: whom it concerns from now on, None as now; UnknownGroup where one is not known.
        """
        zone = self.settings.timezone

        def change(connection: Connection) -> Revision:
            event = self._event(connection, uid, hand)
            words = {name: tidied(name, text or "", getattr(event, name)) for name, text in fields.items()}
            check_words(event._replace(**words), event)  # type: ignore[arg-type]  # the title, looked at here
            chosen: Sequence[str] | None = None
            if groups is not None:
                chosen = chosen_groups(connection, self.settings, groups)
            elif words.keys() & {"title", "attendees", "prepared_by"}:
                chosen = _named_anew(event, words, known_groups(connection, self.settings))
            return by_hand.edit(event, hand=hand.by, now=hand.now, zone=zone, groups=chosen, **words)

        return self._do(change, hand)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _change(self, uid: str, hand: Hand, make: Callable[[Event], Revision]) -> Done:
        def change(connection: Connection) -> Revision:
            event = self._event(connection, uid, hand)
            try:
                return make(event)
            except ValueError as error:
                raise CannotUnderstand(str(error)) from error

        return self._do(change, hand)

    def _event(self, connection: Connection, uid: str, hand: Hand) -> Event:
        """The event as it stands, and where it is to be changed as it stays until the transaction ends."""
        store = CalendarStore(connection)
        event = store.event(uid)
        if hand.keep:
            # Locks the calendar's row on PostgreSQL: what two people do at once is done one after the other.
            store.open_calendar(event.calendar, hand.now)
            event = store.event(event.uid)
        if hand.seen not in (None, event.sequence):
            who = event.origin.hand or event.origin.name or "somebody else"
            raise Stale(f"{who} has changed {event.title!r} meanwhile; look at it again, nothing was done")
        return event

    def _do(self, change: Callable[[Connection], Revision], hand: Hand) -> Done:
        if not hand.keep:
            with self.database.reading() as connection:
                return Done(revision=change(connection), release=None)
        with self.database.transaction() as connection:
            revision = change(connection)
            if revision.is_empty:
                return Done(revision=revision, release=None)
            CalendarStore(connection).open_calendar(revision.calendar, hand.now)
            release = publish(
                connection,
                revision,
                settings=self.settings,
                policy=self.policy,
                approved_by=hand.by,
                now=hand.now,
            )
        return Done(revision=revision, release=release.number)

    def _told(self, phrase: str, event: Event, now: datetime) -> When:
        _check_length(phrase)
        understanding = read_phrase(phrase, Context(issued=self._today(now)), language=self.settings.language)
        standing = [
            reading
            for reading in understanding.readings
            if reading.status in (Status.CONFIRMED, Status.TENTATIVE)
        ]
        if len(standing) != 1:
            issues = "; ".join(map(str, understanding.issues))
            raise CannotUnderstand(
                f"{phrase!r} does not say one time for {event.title!r}"
                + (f" ({issues})" if issues else "; write it like 8h00 ngày 26/11/2026")
            )
        return standing[0].when

    def _place(self, phrase: str, now: datetime) -> str | None:
        """The place that is named with a time: "14h00 ngày 27/11, tại Hội trường"."""
        # Places are read of what has a title.
        entries = read_typed(f"Cuộc họp: {phrase}", self._today(now))
        return entries[0].location if len(entries) == 1 else None

    def _today(self, now: datetime) -> date:
        return now.astimezone(self.settings.timezone).date()


def _check_length(text: str) -> None:
    if len(text) > LONGEST_TYPED:
        raise CannotUnderstand(f"what is typed has {LONGEST_TYPED} letters at most, not {len(text)}")


def _named_anew(event: Event, fields: Mapping[str, str | None], known: KnownGroups) -> tuple[str, ...]:
    """The groups of an event after its words have changed: what only the former words named is gone."""

    def named(words: Mapping[str, Any]) -> tuple[str, ...]:
        entry = Entry(category=event.category, status=event.status, when=event.when, **words)
        return entry_with_groups(entry, known, event.origin.issuer).groups or ()

    former = {"title": event.title, "attendees": event.attendees, "prepared_by": event.prepared_by}
    now = former | {name: fields[name] for name in former if name in fields}
    kept = (group for group in event.groups if group not in named(former))
    return (*kept, *named(now))


def _joined(entry: Entry, groups: tuple[str, ...]) -> Entry:
    """The entry for these groups too."""
    return replace(
        entry,
        groups=tuple(dict.fromkeys((*(entry.groups or ()), *groups))),
        preparing=tuple(group for group in entry.preparing if group not in groups),
    )
