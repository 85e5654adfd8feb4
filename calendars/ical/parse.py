"""Foreign iCalendar bytes to events: what `sched import` of an .ics file or address puts on a calendar.

What is hard is that foreign calendars break rules in every way: an event that cannot be understood is an issue and the
others are still read; only bytes that are no calendar at all are an error. UIDs are kept, so that reading a newer copy
changes what is there. Nothing random is made: the same bytes give the same events.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from calendars.errors import InvalidCalendarData
from calendars.events import Event, Origin, Override
from calendars.ical.drawing import uid_of_day
from calendars.ical.parse_range import THIS_AND_FUTURE, changed_from, range_of
from calendars.ical.parse_times import Properties, bounds, local_day, read_time, when_of
from calendars.ical.parse_words import (
    category_of,
    instant_of,
    number_of,
    people_of,
    person_of,
    status_of,
    text_of,
    title_of,
)
from calendars.ical.parse_zone import give_zone
from calendars.ical.recognising import why_no_calendar
from calendars.ical.text import clean_line
from calendars.marks import Category, Issue, Status
from calendars.when import Day, Span

YEARS_WRITTEN_OUT = 2
"""How many years ahead of `now` a series is followed whose days must be written out."""
LARGEST = 20_000_000
"""Bytes of a calendar that is read; clients fail on far smaller ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignCalendar:
    """A calendar as it was read: its name where it gives one, its events by UID, and what was odd."""

    name: str | None
    events: tuple[Event, ...]
    issues: tuple[Issue, ...]


def read_calendar(
    data: bytes, *, calendar: str, zone: ZoneInfo, now: datetime, source: str | None = None
) -> ForeignCalendar:
    """The events of one or several VCALENDARs, as events of the calendar `calendar` in the office's zone.

    now: taken for dates of revision that the file does not give; source: the file's name or address.
    InvalidCalendarData where the bytes are no calendar, are cut off, are too many, or name "Asia" for a time zone.
    """
    calendars = _parsed(data)
    issues = [issue for one in calendars if (issue := give_zone(one)) is not None]
    origin = Origin(document=hashlib.sha256(data).hexdigest(), name=source)
    reader = _Reader(calendar, zone, now, origin)
    components = [component for one in calendars for component in one.walk("VEVENT")]
    series: dict[str, list[Properties]] = {}
    for component in components:
        series.setdefault(_uid(component), []).append(component)
    events = [event for uid, parts in sorted(series.items()) for event in reader.events(uid, parts)]
    name = next((clean_line(str(n)) for one in calendars if (n := _name(one))), None)
    return ForeignCalendar(name=name, events=tuple(events), issues=(*issues, *reader.issues))


def _parsed(data: bytes) -> list[Calendar]:
    if len(data) > LARGEST:
        raise InvalidCalendarData(f"the calendar has {len(data):,} bytes; up to {LARGEST:,} are read")
    why = why_no_calendar(data)
    if why is not None:
        raise InvalidCalendarData(why)
    text = data.decode("utf-8-sig", "replace")
    if not text.rstrip().upper().endswith("END:VCALENDAR"):
        raise InvalidCalendarData("the calendar ends early: END:VCALENDAR is missing; fetch it again")
    try:
        return list(Calendar.from_ical(text, multiple=True))
    except OSError as error:
        # The table of zones has folders: "Asia" is one, and is opened like a zone.
        place = Path(error.filename or "").name
        raise InvalidCalendarData(f"the calendar cannot be understood: {place!r} is no time zone") from error
    except AttributeError as error:
        # The library holds what a parameter says once for text, also where it says several things (RFC 5545, 3.2.20).
        told = "a property names several types of value in VALUE="
        raise InvalidCalendarData(f"the calendar cannot be understood: {told}") from error
    except (ValueError, KeyError, IndexError, RecursionError) as error:
        raise InvalidCalendarData(f"the calendar cannot be understood: {error}") from error


def _name(calendar: Calendar) -> Any:
    name = calendar.get("X-WR-CALNAME") or calendar.get("NAME")
    # X- values come as they were written, escapes and all.
    return name and str(name).replace("\\,", ",").replace("\\;", ";").replace("\\n", " ").replace(
        "\\\\", "\\"
    )


def _uid(component: Properties) -> str:
    """The UID; where there is none, one made of the component, so that it is the same next time (rule 3.1)."""
    uid = clean_line(str(component.get("UID", "")))
    if uid:
        return uid
    kept = [f"{name}:{value!r}" for name, value in component.items() if name != "DTSTAMP"]
    return hashlib.sha256("\n".join(kept).encode("utf-8", "replace")).hexdigest()[:32]


class _Reader:
    """Makes events of components and collects what was odd."""

    def __init__(self, calendar: str, zone: ZoneInfo, now: datetime, origin: Origin) -> None:
        self.calendar, self.zone, self.now, self.origin = calendar, zone, now, origin
        self.horizon = date(now.year + YEARS_WRITTEN_OUT, 12, 31)
        self.issues: list[Issue] = []

    def events(self, uid: str, parts: list[Properties]) -> list[Event]:
        """The event of that UID; each changed occurrence without its series is an event of its own."""
        masters = [part for part in parts if "RECURRENCE-ID" not in part]
        changed = [part for part in parts if "RECURRENCE-ID" in part]
        if not masters:
            singles = (self._understood(self._single, uid, part, self.issues) for part in changed)
            return [event for event in singles if event is not None]
        event = self._understood(self._event, uid, max(masters, key=_sequence), self.issues)
        if event is None:
            return []
        odd: list[Issue] = []
        if len(masters) > 1:
            told = f"{len(masters)} events have the UID {uid}; the one of highest SEQUENCE is kept"
            odd.append(Issue("same-uid", told))
        event = self._changed(event, changed, odd)
        return [event._replace(issues=(*event.issues, *odd))]

    def _changed(self, event: Event, parts: list[Properties], odd: list[Issue]) -> Event:
        """The series with its changed occurrences; what holds for one of them goes before what holds from it on."""
        ahead = [part for part in parts if range_of(part) == THIS_AND_FUTURE]
        from_days = [(self._understood(self._day_of, event.uid, part, odd), part) for part in ahead]
        known = [(day, part) for day, part in from_days if day is not None]
        for _, part in sorted(known, key=lambda one: (one[0], _sequence(one[1]))):
            event = self._understood(partial(self._from_then_on, event), event.uid, part, odd) or event
        overrides = {override.day: override for override in event.overrides}
        for part in sorted((part for part in parts if part not in ahead), key=_sequence):
            override = self._understood(partial(self._override, event.status), event.uid, part, odd)
            if override is not None:
                overrides[override.day] = override
                if range_of(part):
                    odd.append(Issue("range-ignored", f"RANGE={range_of(part)} is taken for that day alone"))
        return event._replace(overrides=tuple(overrides[day] for day in sorted(overrides)))

    def _understood(self, make: Any, uid: str, part: Properties, odd: list[Issue]) -> Any:
        """What is made of the component; None, and an issue among the odd, where it cannot be understood."""
        try:
            return make(uid, part)
        except (ValueError, KeyError, AttributeError, TypeError, OverflowError) as error:
            title = clean_line(str(part.get("SUMMARY", uid)))
            odd.append(Issue("event-not-understood", f"“{title}” is left out: {error}"))
            return None

    def _event(self, uid: str, part: Properties) -> Event:
        told = read_time(part, self.zone, self.horizon)
        whole_days = isinstance(told.when, Day | Span) and not told.when.hours
        category = category_of(part, whole_days)
        status = status_of(part)
        created = instant_of(part, "CREATED") or instant_of(part, "DTSTAMP") or self.now
        return Event(
            uid=uid,
            calendar=self.calendar,
            title=title_of(part, category, status),
            category=category,
            status=status,
            when=told.when,
            created=created,
            revised=instant_of(part, "LAST-MODIFIED") or instant_of(part, "DTSTAMP") or self.now,
            sequence=max(0, number_of(part, "SEQUENCE")),
            location=text_of(part, "LOCATION"),
            chair=person_of(part.get("ORGANIZER")),
            attendees=people_of(part.get("ATTENDEE")),
            note=text_of(part, "DESCRIPTION"),
            origin=self.origin,
            overrides=told.overrides,
            issues=told.issues,
        )

    def _single(self, uid: str, part: Properties) -> Event:
        event = self._event(uid, part)
        if range_of(part):
            alone = Issue("range-ignored", "of its series only this day is in the calendar")
            event = event._replace(issues=(*event.issues, alone))
        return event._replace(uid=uid_of_day(uid, self._day_of(uid, part)))

    def _from_then_on(self, event: Event, _uid: str, part: Properties) -> Event:
        return changed_from(event, part, self.zone, self.horizon)

    def _override(self, whole: Status, uid: str, part: Properties) -> Override:
        day = self._day_of(uid, part)
        # Where the whole series is cancelled, so is a moved day of it, and keeps its time like the others.
        if status_of(part) is Status.CANCELLED and whole is not Status.CANCELLED:
            return Override(day=day, when=None)
        start, lasts = bounds(part)
        return Override(
            day=day,
            when=when_of(start, lasts, self.zone),
            title=title_of(part, Category.MEETING, status_of(part)),
            location=text_of(part, "LOCATION"),
            note=text_of(part, "DESCRIPTION"),
        )

    def _day_of(self, _uid: str, part: Properties) -> date:
        """The day of the pattern that the component changes."""
        return local_day(part["RECURRENCE-ID"].dt, self.zone)


def _sequence(part: Properties) -> int:
    return number_of(part, "SEQUENCE")
