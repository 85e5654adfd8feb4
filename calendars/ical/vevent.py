"""One VEVENT as bytes: its properties in one order, escaped and folded, so that the same values give the same bytes.

Written here and not by the icalendar library, which takes many times as long and reads a backslash before an N within a
text as a line break. The order of the properties and of the parts of a rule is the library's; a test holds the bytes to
it. What stands around the events is `writing`'s work.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from calendars.ical.component import Busy, Component, Moment
from calendars.ical.folding import fold

_RULE_PARTS = ("FREQ", "UNTIL", "COUNT", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS")
_UTC = frozenset({"UTC", "UCT", "Universal", "Zulu", "GMT", "GMT0", "GMT+0", "GMT-0", "Greenwich"})
_ATTENDEE = re.compile(rb"^ATTENDEE;.*\r\n(?: .*\r\n)*", re.MULTILINE)
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def write_component(
    component: Component, *, organizer: str | None = None, attendee: str | None = None
) -> bytes:
    """One VEVENT, from BEGIN to END, each line ended by CRLF. The same component gives the same bytes.

    organizer, attendee: e-mail addresses for an invitation (RFC 5546 section 3.2); a feed has neither (rule 5.6).
    """
    return b"".join(map(fold, _lines(component, organizer, attendee)))


def readdressed(message: bytes, attendee: str) -> bytes:
    """An invitation for somebody as the same one for another; attendee: an e-mail address.

    To write it anew takes many times as long, and thousands may be told of one meeting.
    """
    line = fold(_attendee(attendee))
    return _ATTENDEE.sub(lambda _: line, message)


def write_components(components: Iterable[Component]) -> bytes:
    """Several VEVENTs, one after the other."""
    return b"".join(map(write_component, components))


def _lines(component: Component, organizer: str | None, attendee: str | None) -> Iterator[str]:
    revised = _instant(component.revised)
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{_text(component.summary)}"
    yield f"DTSTART{_moment(component.start)}"
    if component.end is not None:
        yield f"DTEND{_moment(component.end)}"
    yield f"DTSTAMP:{revised}"
    yield f"UID:{_text(component.uid)}"
    if component.recurrence_id is not None:
        yield f"RECURRENCE-ID{_moment(component.recurrence_id)}"
    yield f"SEQUENCE:{component.sequence}"
    if component.rule is not None:
        yield f"RRULE:{_rule(component.rule)}"
    for day in component.left_out:
        yield f"EXDATE{_moment(day)}"
    if attendee is not None:
        yield _attendee(attendee)
    if component.categories:
        yield f"CATEGORIES:{','.join(map(_text, component.categories))}"
    yield f"CREATED:{_instant(component.created)}"
    if component.description:
        yield f"DESCRIPTION:{_text(component.description)}"
    yield f"LAST-MODIFIED:{revised}"
    if component.location:
        yield f"LOCATION:{_text(component.location)}"
    if organizer is not None:
        yield f"ORGANIZER:mailto:{organizer}"
    yield f"STATUS:{component.status}"
    yield f"TRANSP:{'OPAQUE' if component.busy is Busy.BUSY else 'TRANSPARENT'}"
    yield f"X-MICROSOFT-CDO-BUSYSTATUS:{component.busy.value}"
    yield "END:VEVENT"


def _attendee(address: str) -> str:
    return f"ATTENDEE;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:{address}"


def _text(text: str) -> str:
    """A TEXT value (RFC 5545 section 3.3.11); other control characters `text.clean` has taken out."""
    return text.translate(_ESCAPED)


def _moment(at: Moment) -> str:
    """What follows the name of a property whose value is a day, or an instant in the office's zone."""
    if not isinstance(at, datetime):
        return f";VALUE=DATE:{_day(at)}"
    name = str(at.tzinfo)
    return (
        f":{_instant(at)}" if name.removeprefix("Etc/") in _UTC else f";TZID={name}:{_day(at)}T{_clock(at)}"
    )


def _instant(at: datetime) -> str:
    at = at.astimezone(UTC)
    return f"{_day(at)}T{_clock(at)}Z"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _clock(at: datetime) -> str:
    return f"{at.hour:02}{at.minute:02}{at.second:02}"


def _rule(rule: str) -> str:
    return ";".join(sorted(rule.split(";"), key=lambda part: _RULE_PARTS.index(part.partition("=")[0])))
