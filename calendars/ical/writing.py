"""What stands around a feed's events and in a message, as iCalendar bytes, by the icalendar library.

The library's traps (rule 2.8) are why nothing here uses `new()` and X- properties are wrapped in `vText`; its folding
has a fault, see `folding`. Loading it takes 0.1 s, so only `render` and `parse` import this, when they are called. The
events themselves are `vevent`'s work.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, TimezoneStandard, vDuration, vText
from icalendar import Component as VComponent

from calendars.feeds import Feed
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
