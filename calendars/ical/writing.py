"""Components as iCalendar bytes, by the icalendar library.

The library's four traps (rule 2.8) are why nothing here uses `new()`, every DTSTAMP is given, and X- properties are
wrapped in `vText`; its folding has a fault, see `folding`. Loading it takes 0.1 s, so only `render` and `parse` import
this, when they are called.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, TimezoneStandard, vCalAddress, vDuration, vRecur, vText
from icalendar import Component as VComponent
from icalendar import Event as VEvent

from calendars.feeds import Feed
from calendars.ical.component import Busy, Component
from calendars.ical.folding import fold
from calendars.ical.text import clean, clean_line

PRODID = "-//sched//Work programme calendar//VI"
REFRESH = timedelta(hours=1)
"""How long clients should wait before asking again; written in full below, since `P1H` stops Nextcloud (rule 1.6)."""
LONGEST_NAME = 255
"""Characters that Exchange keeps of a calendar's name (rule 1.3)."""
ZONE_YEARS = (date(1970, 1, 1), date(2038, 1, 1))
"""What a zone with summer time is written for: constants, so that its bytes never change (rule 4.3)."""
_END = b"END:VCALENDAR\r\n"


def write_component(
    component: Component, *, organizer: str | None = None, attendee: str | None = None
) -> bytes:
    """One VEVENT, from BEGIN to END, each line ended by CRLF. The same component gives the same bytes.

    organizer, attendee: e-mail addresses for an invitation (RFC 5546 section 3.2); a feed has neither (rule 5.6).
    """
    event = VEvent()
    event.add("uid", component.uid)
    if component.recurrence_id is not None:
        event.add("recurrence-id", component.recurrence_id)
    event.add("dtstamp", _utc(component.revised))
    event.add("created", _utc(component.created))
    event.add("last-modified", _utc(component.revised))
    event.add("sequence", component.sequence)
    event.add("dtstart", component.start)
    if component.end is not None:
        event.add("dtend", component.end)
    if component.rule is not None:
        event.add("rrule", vRecur.from_ical(component.rule))
    for day in component.left_out:
        event.add("exdate", day)
    event.add("summary", component.summary)
    event.add("status", component.status)
    event.add("transp", "OPAQUE" if component.busy is Busy.BUSY else "TRANSPARENT")
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", vText(component.busy.value))
    if component.location:
        event.add("location", component.location)
    if component.categories:
        event.add("categories", list(component.categories))
    if component.description:
        event.add("description", component.description)
    if organizer is not None:
        event.add("organizer", _address(organizer))
    if attendee is not None:
        event.add(
            "attendee", _address(attendee, ROLE="REQ-PARTICIPANT", PARTSTAT="NEEDS-ACTION", RSVP="TRUE")
        )
    return _folded(event)


def write_components(components: Iterable[Component]) -> bytes:
    """Several VEVENTs, one after the other."""
    return b"".join(write_component(component) for component in components)


def write_feed_opening(feed: Feed, zone: ZoneInfo) -> bytes:
    """A feed's lines before its first event: its names twice (rule 1.3), refresh hints (1.5), colours, the zone."""
    calendar = _calendar()
    name = clean_line(feed.name)[:LONGEST_NAME]
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    if feed.description:
        calendar.add("description", vText(clean(feed.description)))
        calendar.add("x-wr-caldesc", vText(clean(feed.description)))
    calendar.add("x-wr-timezone", vText(zone.key))
    refresh = vDuration(REFRESH)
    refresh.params["VALUE"] = "DURATION"
    calendar.add("refresh-interval", refresh)
    calendar.add("x-published-ttl", vText("PT1H"))
    if feed.colour:
        calendar.add("color", vText(feed.colour.name))
        calendar.add("x-apple-calendar-color", vText(feed.colour.code))
    return _opening(calendar, zone)


def write_message(components: Iterable[bytes], method: str, zone: ZoneInfo) -> bytes:
    """An iTIP message (RFC 5546): METHOD, the zone and the components already written."""
    calendar = _calendar()
    calendar.add("method", vText(method))
    return b"".join((_opening(calendar, zone), *components, _END))


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", vText(PRODID))
    calendar.add("version", vText("2.0"))
    calendar.add("calscale", vText("GREGORIAN"))
    return calendar


def _opening(calendar: Calendar, zone: ZoneInfo) -> bytes:
    calendar.add_component(_zone_block(zone))
    return _folded(calendar).removesuffix(_END)


def _zone_block(zone: ZoneInfo) -> Timezone:
    first, last = ZONE_YEARS
    offset = datetime.combine(first, datetime.min.time(), zone).utcoffset()
    years = range(first.year, last.year + 1)
    moments = (datetime(year, month, 1, tzinfo=zone) for year in years for month in range(1, 13))
    if zone.key != "Asia/Ho_Chi_Minh" and any(at.utcoffset() != offset for at in moments):
        return Timezone.from_tzinfo(zone, zone.key, first, last)
    # Viet Nam has been at +07:00 since 13 June 1975, before anything this program will be asked of.
    standard = TimezoneStandard()
    constant = datetime(last.year, 1, 1, tzinfo=zone)
    standard.add("dtstart", datetime.combine(first, datetime.min.time()))
    standard.add("tzname", constant.tzname() or zone.key)
    standard.add("tzoffsetfrom", constant.utcoffset() or timedelta(0))
    standard.add("tzoffsetto", constant.utcoffset() or timedelta(0))
    block = Timezone()
    block.add("tzid", zone.key)
    block.add_component(standard)
    return block


def _folded(component: VComponent) -> bytes:
    return b"".join(fold(line) for line in component.content_lines() if line)


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)


def _address(address: str, **parameters: str) -> vCalAddress:
    written = vCalAddress(f"mailto:{address}")
    for name, value in parameters.items():
        written.params[name] = vText(value)
    return written
