"""Foreign iCalendar bytes to events: what `sched import` of an .ics file or address puts on a calendar.

What is hard is that foreign calendars break rules in every way: an event that cannot be understood is an issue and the
others are still read; only bytes that are no calendar at all are an error. UIDs are kept, so that reading a newer copy
changes what is there. Nothing random is made: the same bytes give the same events.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from calendars.errors import InvalidCalendarData
from calendars.events import Event, Origin, Override
from calendars.ical.drawing import uid_of_day
from calendars.ical.parse_times import Properties, bounds, local_day, read_time, when_of
from calendars.ical.refusals import why_no_calendar
from calendars.ical.text import clean, clean_line
from calendars.ical.words import ENGLISH, VIETNAMESE
from calendars.marks import Category, Issue, Status
from calendars.when import Day, Span

YEARS_WRITTEN_OUT = 2
"""How many years ahead of `now` a series is followed whose days must be written out."""
UNTITLED = "(Không có tiêu đề)"
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
    InvalidCalendarData where the bytes are no calendar, are cut off, or are too many.
    """
    calendars = _parsed(data)
    origin = Origin(document=hashlib.sha256(data).hexdigest(), name=source)
    reader = _Reader(calendar, zone, now, origin)
    components = [component for one in calendars for component in one.walk("VEVENT")]
    series: dict[str, list[Properties]] = {}
    for component in components:
        series.setdefault(_uid(component), []).append(component)
    events = [event for uid, parts in sorted(series.items()) for event in reader.events(uid, parts)]
    name = next((clean_line(str(n)) for one in calendars if (n := _name(one))), None)
    return ForeignCalendar(name=name, events=tuple(events), issues=tuple(reader.issues))


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
        if len(masters) > 1:
            self._odd(
                "same-uid", f"{len(masters)} events have the UID {uid}; the one of highest SEQUENCE is kept"
            )
            masters.sort(key=lambda part: _number(part, "SEQUENCE"))
        if not masters:
            return [e for part in changed if (e := self._understood(self._single, uid, part)) is not None]
        event = self._understood(self._event, uid, masters[-1])
        if event is None:
            return []
        overrides = {override.day: override for override in event.overrides}
        for part in sorted(changed, key=lambda part: _number(part, "SEQUENCE")):
            override = self._understood(self._override, uid, part)
            if override is not None:
                overrides[override.day] = override
        return [replace(event, overrides=tuple(overrides[day] for day in sorted(overrides)))]

    def _understood(self, make: Any, uid: str, part: Properties) -> Any:
        try:
            return make(uid, part)
        except (ValueError, KeyError, AttributeError, TypeError, OverflowError) as error:
            title = clean_line(str(part.get("SUMMARY", uid)))
            self._odd("event-not-understood", f"“{title}” is left out: {error}")
            return None

    def _event(self, uid: str, part: Properties) -> Event:
        told = read_time(part, self.zone, self.horizon)
        whole_days = isinstance(told.when, Day | Span) and not told.when.hours
        category = _category(part, whole_days)
        status = _status(part)
        created = _instant(part, "CREATED") or _instant(part, "DTSTAMP") or self.now
        return Event(
            uid=uid,
            calendar=self.calendar,
            title=_title(part, category, status),
            category=category,
            status=status,
            when=told.when,
            created=created,
            revised=_instant(part, "LAST-MODIFIED") or _instant(part, "DTSTAMP") or self.now,
            sequence=max(0, _number(part, "SEQUENCE")),
            location=_text(part, "LOCATION"),
            chair=_person(part.get("ORGANIZER")),
            attendees=_people(part.get("ATTENDEE")),
            note=_text(part, "DESCRIPTION"),
            origin=self.origin,
            overrides=told.overrides,
            issues=told.issues,
        )

    def _single(self, uid: str, part: Properties) -> Event:
        day = local_day(part["RECURRENCE-ID"].dt, self.zone)
        return replace(self._event(uid, part), uid=uid_of_day(uid, day))

    def _override(self, _uid: str, part: Properties) -> Override:
        day = local_day(part["RECURRENCE-ID"].dt, self.zone)
        if part["RECURRENCE-ID"].params.get("RANGE"):
            self._odd("range-ignored", "RANGE=THISANDFUTURE is taken for that day alone")
        if _status(part) is Status.CANCELLED:
            return Override(day=day, when=None)
        start, lasts = bounds(part)
        return Override(
            day=day,
            when=when_of(start, lasts, self.zone),
            title=_title(part, Category.MEETING, _status(part)),
            location=_text(part, "LOCATION"),
            note=_text(part, "DESCRIPTION"),
        )

    def _odd(self, code: str, detail: str) -> None:
        self.issues.append(Issue(code, detail))


def _status(part: Properties) -> Status:
    written = str(part.get("STATUS", "")).upper()
    return {"CANCELLED": Status.CANCELLED, "TENTATIVE": Status.TENTATIVE}.get(written, Status.CONFIRMED)


def _category(part: Properties, whole_days: bool) -> Category:
    """By our own words where it is our feed; days that take nobody's time are observances, as holidays are written."""
    names = {str(name) for value in _listed(part.get("CATEGORIES")) for name in value.cats}
    for words in (VIETNAMESE, ENGLISH):
        for category, word in words.categories.items():
            if word in names:
                return category
    free = str(part.get("TRANSP", "")).upper() == "TRANSPARENT"
    return (
        Category.OBSERVANCE if whole_days and free and _status(part) is Status.CONFIRMED else Category.MEETING
    )


def _title(part: Properties, category: Category, status: Status) -> str:
    """The title without the words that a feed of ours puts before it."""
    title = clean_line(str(part.get("SUMMARY", ""))) or UNTITLED
    for words in (VIETNAMESE, ENGLISH):
        if status is not Status.CONFIRMED:
            for word in (words.tentative, words.cancelled, words.postponed):
                title = title.removeprefix(f"{word} ")
        if category is Category.DEADLINE:
            title = title.removeprefix(f"{words.deadline} ")
    return title


def _text(part: Properties, name: str) -> str | None:
    value = part.get(name)
    return (clean(str(value)) or None) if value is not None else None


def _instant(part: Properties, name: str) -> datetime | None:
    try:
        at = part[name].dt
    except (KeyError, ValueError, AttributeError):
        return None
    return at if isinstance(at, datetime) and at.tzinfo is not None else None


def _number(part: Properties, name: str) -> int:
    try:
        return int(part.get(name, 0))
    except (TypeError, ValueError):
        return 0


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _person(value: Any) -> str | None:
    """The name of an ORGANIZER or ATTENDEE; an address alone is nobody's name."""
    name = getattr(value, "params", {}).get("CN")
    return (clean_line(str(name)) or None) if name else None


def _people(value: Any) -> str | None:
    names = [name for one in _listed(value) if (name := _person(one))]
    return ", ".join(dict.fromkeys(names)) or None
