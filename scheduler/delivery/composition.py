"""The messages of one round, made from the calendar and the people as they stand at the moment of sending.

This is where a reminder follows its event: an occurrence that is no longer there, or starts at another time, or is
over, gives no message but the reason why. A fault over one of them must not keep back the others.
"""

import json
import logging
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from hashlib import blake2b
from typing import Any

from calendars.events import Event, Occurrence, occurrences_between
from calendars.ical.render import Method
from calendars.marks import Status
from calendars.queries import Connection
from calendars.releases import ReleaseStore
from calendars.store import CalendarStore
from calendars.times import ONE_DAY, DaySpan
from calendars.when import Window
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Message, Purpose
from scheduler.delivery.enclosures import Enclosure, enclosure_of
from scheduler.delivery.overtaking import Notices
from scheduler.delivery.written import Written
from scheduler.directory import Directory
from scheduler.errors import DatabaseUnavailable
from scheduler.messages import (
    LONGEST,
    ChangeSaid,
    Content,
    as_it_stands,
    change_content,
    changes_in,
    digest_content,
    halt_content,
    is_news,
    listed,
    nudge_content,
    reminder_content,
)
from scheduler.messages.content import Line
from scheduler.messages.reminder import LATE_AFTER
from scheduler.notices import first_start
from scheduler.people import Address, Person
from scheduler.reminders import Audience, channels_of, extent_of, out_of_quiet
from scheduler.tellings import Drop, Later, Leased, Reach, Telling

QUIET_AFTER = timedelta(minutes=10)
"""A message that is late by so much, or tried again, waits for the end of quiet hours if the event leaves time."""

AFTER_A_FAULT = timedelta(minutes=5)

_log = logging.getLogger(__name__)

LISTS = (Purpose.DIGEST, Purpose.CHANGE)
"""What tells of many things; to cut it would keep some of them from the reader."""

GONE = Drop("the event is no longer on the calendar at that time")
NOTHING_NEW = Drop("all is as the person was last told")


class Composition:
    """The tellings of one round, with what is looked up for them."""

    def __init__(
        self, written: Written, connection: Connection, leased: Sequence[Leased], now: datetime
    ) -> None:
        self._written = written
        self._settings = written.settings
        self._office = written.settings.office
        self._leased = leased
        self._now = now
        self._store = CalendarStore(connection)
        self._people = Directory(connection).some(one.telling.person for one in leased)
        has_links = self._settings.stop_link is not None
        self._tokens = Directory(connection).tokens(self._people) if has_links else {}
        self._events: dict[tuple[str, str], Event | None] = {}
        self._spans: dict[DaySpan, list[Occurrence]] = {}
        self._occurrences: dict[tuple[object, ...], Occurrence | None] = {}
        self._releases = ReleaseStore(connection)
        self._formers: dict[str, Event | None] = {}
        changes = [one for one in leased if one.telling.purpose is Purpose.CHANGE]
        self._notices = Notices(connection, (one.telling.person for one in changes), now, changes)

    def compose(self) -> dict[str, Reach | Drop | Later]:
        """What becomes of each telling, by its id."""
        composed = {one.telling.id: self._guarded(one) for one in self._leased}
        self._notices.keep()
        return composed

    def _guarded(self, leased: Leased) -> Reach | Drop | Later:
        """A fault over one telling must not keep the others from being sent."""
        try:
            return self._one(leased)
        except DatabaseUnavailable:
            raise
        except Exception as fault:  # noqa: BLE001 - it is told, and the telling is tried again
            _log.exception("the message %s cannot be written", leased.telling.id)
            return Later(self._now + AFTER_A_FAULT, f"a fault of ours: {type(fault).__name__}: {fault}")

    def _one(self, leased: Leased) -> Reach | Drop | Later:
        telling = leased.telling
        person = self._people.get(telling.person)
        if person is None:
            return Drop("the person is no longer there")
        if person.opted_out:
            return Drop("the person wants no messages")
        if telling.ends <= self._now:
            return Drop("it is over")
        if (later := self._after_quiet_hours(telling)) is not None:
            return Later(later, "quiet hours")
        match telling.purpose:
            case Purpose.REMINDER:
                return self._reminder(leased, person)
            case Purpose.NUDGE if telling.event:
                return self._nudge(leased, person)
            case Purpose.NUDGE:
                body = telling.body
                content = halt_content(body["channel"], body["reason"], language=self._settings.language)
                return self._reach(leased, person, content)
            case Purpose.CHANGE:
                return self._change(leased, person)
            case Purpose.DIGEST:
                return self._digest(leased, person)
            case Purpose.TEST:
                lines = tuple(Line(line) for line in telling.body["text"].splitlines())
                content = Content(telling.body["subject"], lines, language=self._settings.language)
                return self._reach(leased, person, content)

    def _after_quiet_hours(self, telling: Telling) -> datetime | None:
        if self._now - telling.due < QUIET_AFTER or telling.purpose is Purpose.TEST:
            return None
        limit = telling.starts if telling.purpose is Purpose.REMINDER else telling.ends
        if telling.purpose is Purpose.CHANGE:
            # Who was to travel at five must not learn at six that it was put off.
            limit = first_start(changes_in(telling.body), self._office, self._now) or limit
        later = out_of_quiet(self._now, limit, self._office, self._now)
        return later if later > self._now else None

    # --- each purpose ---------------------------------------------------------------------------------------------

    def _reminder(self, leased: Leased, person: Person) -> Reach | Drop:
        telling, settings = leased.telling, self._settings
        occurrence = self._occurrence(telling)
        if occurrence is None or isinstance(occurrence.when, Window):
            return GONE
        taken = leased.taken
        key = (
            *_version(occurrence),
            telling.starts,
            telling.due,
            taken.astimezone(self._office.zone).date(),
            taken - telling.due > LATE_AFTER,
            taken >= telling.starts,
        )
        content = self._written.content(
            key,
            lambda: reminder_content(
                occurrence,
                starts=telling.starts,
                due=telling.due,
                now=taken,
                zone=self._office.zone,
                language=settings.language,
            ),
        )
        event = occurrence.event
        enclosed = Enclosure(event, occurrence.day, Method.PUBLISH)
        return self._reach(leased, person, content, [enclosed], version=str(event.sequence))

    def _nudge(self, leased: Leased, person: Person) -> Reach | Drop:
        occurrence = self._occurrence(leased.telling)
        if occurrence is None or not isinstance(occurrence.when, Window):
            return Drop("the window has been closed")
        content = nudge_content(
            occurrence, now=leased.taken, zone=self._office.zone, language=self._settings.language
        )
        return self._reach(leased, person, content, version=str(occurrence.event.sequence))

    def _change(self, leased: Leased, person: Person) -> Reach | Drop | Later:
        """What has changed for the person since they were last told, as the events stand now."""
        found = self._notices.ready(leased)
        if not isinstance(found, list):
            return found
        told = [self._put_right(change) for change in found]
        changes = [change for change in told if is_news(change)]
        if not changes:
            return NOTHING_NEW
        document = leased.telling.body["document"]
        content = self._written.content(
            ("changes", document, *changes),
            lambda: change_content(
                changes,
                document=document,
                language=self._settings.language,
                calendar_link=self._settings.calendar_link,
            ),
        )
        enclosures = [self._enclosure(change) for change in listed(changes)]
        events = {change.event for change in changes}
        return self._reach(
            leased,
            person,
            content,
            enclosures,
            version=_content_mark(changes, enclosures),
            is_list=len(changes) > 1,
            thread=events.pop() or None if len(events) == 1 else None,
        )

    def _put_right(self, change: ChangeSaid) -> ChangeSaid:
        return as_it_stands(change, self._event(change.event, change.calendar)) if change.event else change

    def _enclosure(self, change: ChangeSaid) -> Enclosure | None:
        if not change.event:
            return None
        event = self._event(change.event, change.calendar)
        return enclosure_of(change, event, lambda: self._former(change.event))

    def _former(self, uid: str) -> Event | None:
        """An event that was taken off the calendar, as it stood last."""
        if uid not in self._formers:
            states = [version.before for version in self._releases.history(uid) if version.before is not None]
            self._formers[uid] = states[-1] if states else None
        return self._formers[uid]

    def _digest(self, leased: Leased, person: Person) -> Reach | Drop:
        body = leased.telling.body
        span = DaySpan(date.fromisoformat(body["first"]), date.fromisoformat(body["last"]))
        audience = Audience([person])
        occurrences = [
            one
            for one in self._between(span)
            if (not body.get("calendar") or one.event.calendar == body["calendar"])
            and one.status not in (Status.CANCELLED, Status.POSTPONED)
            and audience.of(one)
        ]
        content = digest_content(
            body["kind"], span, occurrences, name=person.name, language=self._settings.language
        )
        if content is None:
            return Drop("there is nothing on those days")
        return self._reach(leased, person, content)

    # --- looking up -----------------------------------------------------------------------------------------------

    def _event(self, uid: str, calendar: str) -> Event | None:
        if (uid, calendar) not in self._events:
            self._events[uid, calendar] = self._store.find_event(uid, calendar)
        return self._events[uid, calendar]

    def _occurrence(self, telling: Telling) -> Occurrence | None:
        """The occurrence that the telling is about, if it still stands and starts at the same time."""
        key = (telling.event, telling.calendar, telling.day, telling.starts, telling.ends)
        if key not in self._occurrences:
            self._occurrences[key] = self._find_occurrence(telling)
        return self._occurrences[key]

    def _find_occurrence(self, telling: Telling) -> Occurrence | None:
        event = self._event(telling.event, telling.calendar)
        if event is None:
            return None
        day = telling.starts.astimezone(self._office.zone).date()
        # A deadline at 24h00 starts with the next day; a window is looked for over all its days.
        last = telling.ends.astimezone(self._office.zone).date()
        span = DaySpan(day - ONE_DAY, max(day, last))
        for one in occurrences_between([event], span, is_day_off=self._office.closed):
            if one.day != telling.day or one.status in (Status.CANCELLED, Status.POSTPONED):
                continue
            if isinstance(one.when, Window):
                return one
            extent = extent_of(one, self._office)
            if extent is not None and extent[0] == telling.starts:
                return one
        return None

    def _between(self, span: DaySpan) -> list[Occurrence]:
        if span not in self._spans:
            events = self._store.events_between(span)
            self._spans[span] = list(occurrences_between(events, span, is_day_off=self._office.closed))
        return self._spans[span]

    # --- the message ----------------------------------------------------------------------------------------------

    def _reach(
        self,
        leased: Leased,
        person: Person,
        content: Content,
        enclosures: Sequence[Enclosure | None] = (),
        *,
        version: str = "",
        is_list: bool = False,
        thread: str | None = None,
    ) -> Reach:
        """version: tells these words from others of the same telling; is_list: each enclosure is a file."""
        ways = channels_of(person, leased.telling.channels)
        if leased.channel in ways:
            ways = (leased.channel, *(kind for kind in ways if kind is not leased.channel))
        to = next((one for one in person.addresses if ways and one.channel is ways[0]), _NOWHERE)
        calendar: dict[str, Any] = {}
        if to.channel is ChannelKind.EMAIL:
            attached = [one and self._written.attachment(one, to.value) for one in enclosures]
            if is_list:
                calendar = {"calendars": tuple(attached)}
            elif enclosures and enclosures[0] is not None:
                calendar = {"calendar": attached[0], "calendar_method": str(enclosures[0].method)}
        return Reach(self._message(leased, person, to, content, version, thread, calendar), ways)

    def _message(
        self,
        leased: Leased,
        person: Person,
        to: Address,
        content: Content,
        version: str,
        thread: str | None,
        calendar: dict[str, Any],
    ) -> Message:
        telling = leased.telling
        stop = None
        if self._settings.stop_link is not None:
            stop = self._settings.stop_link(self._tokens[person.id])
        is_mail = to.channel is ChannelKind.EMAIL
        return Message(
            # Another content is another message: the copy of a first try is dropped by receivers, news is not.
            id=f"{telling.id}-{version}" if version else telling.id,
            purpose=telling.purpose,
            to=to,
            name=person.name,
            subject=content.subject,
            text=content.text(
                name=person.name,
                stop=stop if is_mail else None,
                longest=None if telling.purpose in LISTS else LONGEST.get(to.channel),
            ),
            html=content.html(name=person.name, stop=stop) if is_mail else None,
            # A notice that tells of one event alone hangs together with the reminders of it.
            thread=telling.event or thread,
            unsubscribe=stop,
            # The moment at which these words were put together, which they speak of too ("late"); the same on each try.
            created=leased.taken.astimezone(self._office.zone),
            useful_until=telling.ends,
            data=content.data,
            **calendar,
        )


_NOWHERE = Address(ChannelKind.CONSOLE, "nowhere")


def _version(occurrence: Occurrence) -> tuple[object, ...]:
    event = occurrence.event
    return event.uid, event.sequence, event.revised, occurrence.day


def _content_mark(changes: Sequence[ChangeSaid], enclosures: Sequence[Enclosure | None]) -> str:
    """A mark of what a notice says, the same as long as it says the same."""
    said = [change.to_json() for change in changes]
    numbers = [one and one.event.sequence for one in enclosures]
    return blake2b(json.dumps([said, numbers]).encode(), digest_size=5).hexdigest()
