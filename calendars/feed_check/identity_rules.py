"""Rules 3 of `docs/feeds.md`: identity of events, and of which revision they are."""

from collections import Counter
from collections.abc import Callable, Iterator

from calendars.feed_check.content import Component, FeedText, moment_of
from calendars.feed_check.finding import Rule, Seen, Severity

MUST, SHOULD = Severity.MUST, Severity.SHOULD
Check = Callable[[FeedText], Iterator[Seen]]

SEVERAL = 3
"""From so many events on, one DTSTAMP for all is no accident."""


def _no_uid(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        if not event.value("UID").strip():
            yield event.line, f"“{event.value('SUMMARY')[:40]}” has no UID"


def _same_key(feed: FeedText) -> Iterator[Seen]:
    seen: Counter[tuple[str, str]] = Counter()
    for event in feed.events:
        key = event.value("UID"), event.value("RECURRENCE-ID")
        seen[key] += 1
        if key[0] and seen[key] == 2:
            yield (
                event.line,
                f"UID {key[0]} stands twice for {key[1]}" if key[1] else f"UID {key[0]} stands twice",
            )


def _no_dtstamp(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        stamp = moment_of(event.first("DTSTAMP"))
        if stamp is None or not stamp.is_utc:
            yield event.line, f"DTSTAMP is {event.value('DTSTAMP') or 'missing'}, not an instant in UTC"


def _rendered_stamp(feed: FeedText) -> Iterator[Seen]:
    stamps = {event.value("DTSTAMP") for event in feed.events}
    revised = all(event.value("LAST-MODIFIED") == event.value("DTSTAMP") for event in feed.events)
    if len(feed.events) >= SEVERAL and len(stamps) == 1 and "" not in stamps and not revised:
        yield feed.events[0].line, f"all {len(feed.events)} events have DTSTAMP:{stamps.pop()}"


def _low_sequence(feed: FeedText) -> Iterator[Seen]:
    masters = {event.value("UID"): event for event in feed.events if event.first("RECURRENCE-ID") is None}
    for event in feed.events:
        master = masters.get(event.value("UID"))
        if (
            event.first("RECURRENCE-ID") is not None
            and master is not None
            and _sequence(event) < _sequence(master)
        ):
            yield (
                event.line,
                f"SEQUENCE {_sequence(event)} of an occurrence is below {_sequence(master)} of its series",
            )


def _orphans(feed: FeedText) -> Iterator[Seen]:
    masters = {event.value("UID") for event in feed.events if event.first("RECURRENCE-ID") is None}
    for event in feed.events:
        named = event.first("RECURRENCE-ID")
        if named is not None and event.value("UID") not in masters:
            yield named.line, f"the occurrence {named.value.strip()} stands without its series"


def _sequence(event: Component) -> int:
    value = event.value("SEQUENCE").strip()
    return int(value) if value.isascii() and value.isdigit() else 0


def _rule(number: str, severity: Severity, clients: str, advice: str) -> Rule:
    return Rule(number=number, severity=severity, clients=clients, advice=advice)


CHECKS: tuple[tuple[Rule, Check], ...] = (
    (
        _rule(
            "3.1",
            MUST,
            "Apple shows entries twice, programs that synchronise delete and make them anew",
            "give each item a UID made once and stored",
        ),
        _no_uid,
    ),
    (
        _rule(
            "3.6",
            MUST,
            "Google shows one of the two, others both or neither",
            "write one VEVENT for each UID and RECURRENCE-ID; never use a UID again",
        ),
        _same_key,
    ),
    (
        _rule(
            "3.4",
            MUST,
            "strict readers refuse the event; Nextcloud takes every item for changed at each poll",
            "write the instant of the item's last revision, in UTC, as DTSTAMP",
        ),
        _no_dtstamp,
    ),
    (
        _rule(
            "3.4",
            SHOULD,
            "Nextcloud and others take every item for changed at each poll; the ETag never matches",
            "if that is the time of rendering, write each item's last revision instead",
        ),
        _rendered_stamp,
    ),
    (
        _rule(
            "3.5",
            MUST,
            "Google does not show the change",
            "give a changed occurrence at least the SEQUENCE of its series",
        ),
        _low_sequence,
    ),
    (
        _rule(
            "3.5",
            SHOULD,
            "readers differ: some show it as an event of its own, others leave it out",
            "keep the series in the feed, or give that day as an event with a UID of its own",
        ),
        _orphans,
    ),
)
