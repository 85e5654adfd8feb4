"""Rules 4, 5 and 7 of `docs/feeds.md`: time, status and alarms of events."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from calendars.feed_check.content import FeedText, Property, moment_of
from calendars.feed_check.finding import Rule, Seen, Severity

MUST, SHOULD = Severity.MUST, Severity.SHOULD
Check = Callable[[FeedText], Iterator[Seen]]


def _zones(feed: FeedText) -> Iterator[Seen]:
    declared = {zone.value("TZID") for zone in feed.root.within("VTIMEZONE")}
    for event in feed.events:
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"):
            for one in event.all(name):
                moment = moment_of(one, one.value.partition(",")[0].partition("/")[0])
                if moment is None or moment.is_day or moment.is_utc:
                    continue
                if moment.zone is None:
                    yield one.line, f"{name}:{one.value} has no zone"
                elif moment.zone not in declared:
                    yield one.line, f"{name} is in zone {moment.zone}, which has no VTIMEZONE"


def _weekday_in_utc(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        start, rule = moment_of(event.first("DTSTART")), event.first("RRULE")
        if start is not None and start.is_utc and rule is not None and "BYDAY" in rule.value:
            yield rule.line, f"RRULE:{rule.value} counts weekdays in UTC"


def _big_zone(feed: FeedText) -> Iterator[Seen]:
    for zone in feed.root.within("VTIMEZONE"):
        name = zone.value("TZID")
        if name in ("Asia/Ho_Chi_Minh", "Asia/Saigon") and (
            len(zone.children) > 1 or any(part.all("RRULE") for part in zone.children)
        ):
            yield zone.line, f"the block of {name} has {len(zone.children)} parts"


def _all_day_ends(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        start, end = moment_of(event.first("DTSTART")), moment_of(event.first("DTEND"))
        if start is None or end is None:
            continue
        last = event.first("DTEND")
        line = last.line if last else event.line
        if start.is_day != end.is_day:
            yield line, "DTSTART and DTEND are not both days or both hours"
        elif start.is_day and end.at <= start.at:
            yield line, f"DTEND:{end.at:%Y%m%d} is not after the last day {start.at:%Y%m%d}"
        elif start.is_day and (start.zone or end.zone):
            yield line, "a day bears a TZID"


def _no_start(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        if moment_of(event.first("DTSTART")) is None:
            yield event.line, f"DTSTART is {event.value('DTSTART') or 'missing'}"


def _long_hours(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        start, end = moment_of(event.first("DTSTART")), moment_of(event.first("DTEND"))
        if start is None or end is None or start.is_day or end.is_day or start.is_utc != end.is_utc:
            continue
        if isinstance(start.at, datetime) and isinstance(end.at, datetime):
            lasts = end.at - start.at
            if lasts > timedelta(days=1):
                yield event.line, f"it goes on for {lasts.days} days by the clock"


def _bad_ends(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        end, length = event.first("DTEND"), event.first("DURATION")
        if end is not None and length is not None:
            yield length.line, "it has both DTEND and DURATION"
        if length is not None and length.value.strip().startswith("-"):
            yield length.line, f"DURATION:{length.value.strip()} is negative"
        begins, ends = _instant(event.first("DTSTART")), _instant(end)
        if end is not None and begins is not None and ends is not None and ends <= begins:
            yield end.line, f"DTEND:{end.value.strip()} is not after DTSTART:{event.value('DTSTART').strip()}"


def _instant(one: Property | None) -> datetime | None:
    """An instant that can be compared; None for a day, and for a zone that nobody knows. A floating one is UTC's."""
    moment = moment_of(one)
    if moment is None or not isinstance(moment.at, datetime):
        return None
    if moment.at.tzinfo is not None or moment.zone is None:
        return moment.at.replace(tzinfo=UTC)
    try:
        return moment.at.replace(tzinfo=ZoneInfo(moment.zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _busy_tentative(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        free = event.value("TRANSP").upper() == "TRANSPARENT"
        if event.value("STATUS").upper() == "TENTATIVE" and not (
            free and event.value("X-MICROSOFT-CDO-BUSYSTATUS")
        ):
            yield event.line, f"“{event.value('SUMMARY')[:40]}” is tentative, yet takes its reader's time"


def _half_free(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        free = event.value("TRANSP").upper() == "TRANSPARENT"
        if (
            free
            and event.value("STATUS").upper() != "TENTATIVE"
            and not event.value("X-MICROSOFT-CDO-BUSYSTATUS")
        ):
            yield event.line, f"“{event.value('SUMMARY')[:40]}” is free by TRANSP alone"


def _cancelled_occurrences(feed: FeedText) -> Iterator[Seen]:
    exceptions: dict[str, set[str]] = defaultdict(set)
    for event in feed.events:
        for one in event.all("EXDATE"):
            exceptions[event.value("UID")] |= {value.strip() for value in one.value.split(",")}
    for event in feed.events:
        named = event.value("RECURRENCE-ID").strip()
        if (
            named
            and event.value("STATUS").upper() == "CANCELLED"
            and named not in exceptions[event.value("UID")]
        ):
            yield event.line, f"the occurrence {named} is cancelled by its status alone"


def _exception_kinds(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        start = moment_of(event.first("DTSTART"))
        for one in (*event.all("EXDATE"), *event.all("RECURRENCE-ID")):
            moment = moment_of(one, one.value.partition(",")[0])
            if start is not None and moment is not None:
                is_master = event.first("RECURRENCE-ID") is None
                if is_master and (moment.is_day, moment.is_utc, moment.zone) != (
                    start.is_day,
                    start.is_utc,
                    start.zone,
                ):
                    yield one.line, f"{one.name} is of another kind or zone than DTSTART"


def _no_categories(feed: FeedText) -> Iterator[Seen]:
    without = [event for event in feed.events if not event.value("CATEGORIES")]
    if without:
        yield without[0].line, f"{len(without)} of {len(feed.events)} events have no CATEGORIES"


def _attendees(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        for attendee in event.all("ATTENDEE")[:1]:
            yield attendee.line, f"“{event.value('SUMMARY')[:40]}” names attendees"


def _alarms(feed: FeedText) -> Iterator[Seen]:
    for alarm in feed.root.within("VALARM"):
        yield alarm.line, "there is an alarm"


def _rule(number: str, severity: Severity, clients: str, advice: str) -> Rule:
    return Rule(number=number, severity=severity, clients=clients, advice=advice)


CHECKS: tuple[tuple[Rule, Check], ...] = (
    (
        _rule(
            "4.1",
            MUST,
            "Outlook takes the hour for the reader's own or refuses the zone; others read it as UTC",
            "write hours in a zone with its VTIMEZONE in the same file, or in UTC",
        ),
        _zones,
    ),
    (
        _rule(
            "4.2",
            SHOULD,
            "every reader is a day off where the office's weekday is another than UTC's",
            "write weekly items in the office's zone",
        ),
        _weekday_in_utc,
    ),
    (
        _rule(
            "4.3",
            SHOULD,
            "readers that compare whole files take it for a change",
            "write one STANDARD part with +0700 and nothing else",
        ),
        _big_zone,
    ),
    (
        _rule(
            "4.4",
            MUST,
            "Google drops the last day; Apple forgives it and hides the fault",
            "write whole days as VALUE=DATE without TZID, DTEND being the day after the last",
        ),
        _all_day_ends,
    ),
    (
        _rule(
            "4.4",
            MUST,
            "every reader leaves the event out",
            "give each event a DTSTART that is a day or an instant",
        ),
        _no_start,
    ),
    (
        _rule(
            "4.5",
            SHOULD,
            "every week view is filled by one block",
            "write an event of several days as whole days, or as one event a session",
        ),
        _long_hours,
    ),
    (
        _rule(
            "4.7",
            MUST,
            "strict readers refuse the event; others show an hour, a day or nothing of it",
            "end an event after it begins, by DTEND or by DURATION, or leave both out",
        ),
        _bad_ends,
    ),
    (
        _rule(
            "5.3",
            SHOULD,
            "Google and Outlook show their readers as busy",
            "write TRANSP:TRANSPARENT and X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE, and the word in the title",
        ),
        _busy_tentative,
    ),
    (
        _rule(
            "5.4",
            SHOULD,
            "Outlook shows its readers as busy",
            "write X-MICROSOFT-CDO-BUSYSTATUS:FREE beside TRANSP:TRANSPARENT",
        ),
        _half_free,
    ),
    (
        _rule(
            "5.2",
            MUST,
            "readers that leave cancelled items out show the rule's own occurrence again",
            "name a cancelled occurrence in EXDATE",
        ),
        _cancelled_occurrences,
    ),
    (
        _rule(
            "5.2",
            MUST,
            "every reader shows the occurrence that was to go",
            "write EXDATE with the value type and zone of DTSTART",
        ),
        _exception_kinds,
    ),
    (
        _rule(
            "5.5",
            SHOULD,
            "readers cannot filter or colour by source",
            "name the unit and the kind in CATEGORIES",
        ),
        _no_categories,
    ),
    (
        _rule(
            "5.6",
            MUST,
            "readers may offer to answer; people's addresses are public",
            "take ATTENDEE out; write people in DESCRIPTION if they may be public",
        ),
        _attendees,
    ),
    (
        _rule(
            "7.2",
            SHOULD,
            "Google and Outlook ignore alarms in subscribed feeds, Apple takes them away; others annoy",
            "leave alarms out, or give them only to who asks for them",
        ),
        _alarms,
    ),
)
