"""Events to iCalendar bytes: one event, a whole feed, an invitation.

A feed is its opening, the stored bytes of each event and its closing, joined: after one change one event is rendered
again. The same values give the same bytes, also after a restart and on another machine. No clock is read. The library
behind `writing` takes 0.1 s to load, so it is loaded when a whole feed or a message is first asked for.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from calendars.conflicts import Clash
from calendars.events import Event
from calendars.feeds import Feed
from calendars.ical import vevent
from calendars.ical.clashes import clash_lines
from calendars.ical.component import Busy, Component, Drawing
from calendars.ical.drawing import draw, on_day, uid_of_day
from calendars.ical.words import words_of
from calendars.recurrence import DaysOff
from calendars.times import OfficeHours

CLOSING = b"END:VCALENDAR\r\n"


class Method(StrEnum):
    """What an iTIP message asks of its reader (RFC 5546 section 1.4)."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


def render_event(
    event: Event,
    *,
    zone: ZoneInfo,
    office_hours: OfficeHours,
    language: str = "vi",
    is_day_off: DaysOff | None = None,
    horizon: date | None = None,
    remarks: tuple[str, ...] = (),
) -> bytes:
    """The VEVENTs of one event: complete lines, folded by octets, each ended by CRLF.

    Empty where the event has no day yet, or its series no occurrence. is_day_off resolves holidays and days that roll;
    horizon is the last day drawn of a series without an end (None: see `component.Drawing`); remarks stand first in the
    description.
    """
    drawing = Drawing(zone, office_hours, words_of(language), is_day_off, horizon, remarks)
    return vevent.write_components(draw(event, drawing))


def clash_remarks(clashes: Iterable[Clash], language: str = "vi") -> tuple[str, ...]:
    """What an event's clashes say in its description; of many the first."""
    return clash_lines(clashes, words_of(language))


def render_calendar(feed: Feed, vevents: Iterable[bytes], *, zone: ZoneInfo) -> bytes:
    """The whole feed of events already rendered, in the order given."""
    return b"".join((feed_opening(feed, zone), *vevents, CLOSING))


@lru_cache(maxsize=256)
def feed_opening(feed: Feed, zone: ZoneInfo) -> bytes:
    """A feed's lines before its first event: names, refresh hints, the zone; no METHOD (rule 1.2)."""
    from calendars.ical import writing  # noqa: PLC0415 - slow to load, see above

    return writing.write_feed_opening(feed, zone)


def render_invitation(
    event: Event,
    method: Method,
    organizer: str,
    attendee: str | None = None,
    *,
    zone: ZoneInfo,
    office_hours: OfficeHours,
    language: str = "vi",
    is_day_off: DaysOff | None = None,
    day: date | None = None,
) -> bytes | None:
    """The event as an iTIP message for e-mail (RFC 5546 sections 3.2.1, 3.2.2, 3.2.5); None where it has no day yet.

    organizer, attendee: e-mail addresses. day: only the occurrence that the event's pattern gives for this day.
    ValueError where PUBLISH names an attendee or another method none, and where a REQUEST or CANCEL for an event on
    several separate days does not say which: such a message can hold one UID only.
    """
    from calendars.ical import writing  # noqa: PLC0415 - slow to load, see above

    if (method is Method.PUBLISH) != (attendee is None):
        raise ValueError(f"{method} {'names no' if attendee else 'needs an'} attendee (RFC 5546 section 3.2)")
    components = draw(event, Drawing(zone, office_hours, words_of(language), is_day_off))
    if day is not None:
        components = _occurrence(components, event.uid, day)
    if not components:
        return None
    if method is not Method.PUBLISH and len({component.uid for component in components}) > 1:
        raise ValueError(f"{method} is for one UID: say which day of {event.uid}")
    if method is Method.CANCEL:
        components = tuple(replace(c, status="CANCELLED", busy=Busy.FREE) for c in components)
    written = (vevent.write_component(c, organizer=organizer, attendee=attendee) for c in components)
    return writing.write_message(written, method.value, zone)


def _occurrence(components: tuple[Component, ...], uid: str, day: date) -> tuple[Component, ...]:
    """The one component of that day of the pattern: changed or single as it is drawn, else cut out of the series."""
    for component in components:
        moment = component.recurrence_id
        its_day = moment.date() if isinstance(moment, datetime) else moment
        if its_day == day or component.uid == uid_of_day(uid, day):
            return (component,)
    if not components or components[0].rule is None:
        return components if len(components) == 1 else ()
    return (_cut_out(components[0], day),)


def _cut_out(master: Component, day: date) -> Component:
    start = on_day(master.start, day)
    end: date | datetime | None = None
    if master.end is not None:
        lasts: timedelta = master.end - master.start
        end = start + lasts
    return replace(master, start=start, end=end, rule=None, left_out=(), recurrence_id=start)
