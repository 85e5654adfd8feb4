"""X-WR-TIMEZONE: the zone in which a foreign calendar means the hours to which it gives none (reference rule 1.4).

No standard has it, yet Google, Apple and Outlook write it. It holds for floating hours alone: what has a zone of its
own, is in UTC, or names a zone that nobody knows, stays as it is.
"""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

from icalendar import Calendar, vDDDLists, vDDDTypes, vRecur
from icalendar.timezone import tzp

from calendars.ical.parse_times import Properties
from calendars.ical.text import clean_line
from calendars.marks import Issue

MOMENTS = ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE")


def give_zone(calendar: Calendar) -> Issue | None:
    """Put the floating hours of a calendar's events into the zone that it names for all of them, if it names one.

    The issue where hours float and nobody knows that zone.
    """
    told = clean_line(str(calendar.get("X-WR-TIMEZONE", "")))
    floating = [
        (component, moments) for component in calendar.walk("VEVENT") if (moments := [*_floating(component)])
    ]
    if not told or not floating:
        return None
    zone = _zone(told)
    if zone is None:
        return Issue(
            "unknown-zone",
            f"the calendar's zone {told!r} is not known; hours without a zone are taken for the office's own",
        )
    for component, moments in floating:
        for moment in moments:
            moment.dt = _placed(moment.dt, zone)
        for rule in _listed(component.get("RRULE")):
            if isinstance(rule, vRecur) and "UNTIL" in rule:
                rule["UNTIL"] = [_placed(until, zone) for until in rule["UNTIL"]]
    return None


def _zone(name: str) -> tzinfo | None:
    try:
        return tzp.timezone(name)
    except (OSError, ValueError):  # a folder of the table of zones, such as "Asia"
        return None


def _floating(component: Properties) -> Iterator[vDDDTypes]:
    """What of a component holds a floating hour, or a period that begins with one, and names no zone."""
    for name in MOMENTS:
        for value in _listed(component.get(name)):
            found = value.dts if isinstance(value, vDDDLists) else [value]
            if isinstance(value, vDDDLists | vDDDTypes) and "TZID" not in value.params:
                yield from (one for one in found if isinstance(one, vDDDTypes) and _floats(one.dt))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _floats(moment: Any) -> bool:
    if isinstance(moment, tuple):
        return _floats(moment[0])
    return isinstance(moment, datetime) and moment.tzinfo is None


def _placed(moment: Any, zone: tzinfo) -> Any:
    """A floating hour, or a period's, in the zone; anything else as it is."""
    if isinstance(moment, tuple):
        return tuple(_placed(part, zone) for part in moment)
    return moment.replace(tzinfo=zone) if _floats(moment) else moment
