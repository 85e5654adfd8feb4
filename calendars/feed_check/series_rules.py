"""Rules 6 of `docs/feeds.md`: what a series may be made of, for every reader to show the same days."""

from collections.abc import Callable, Iterator
from datetime import date

from calendars.expansion import days_between
from calendars.feed_check.content import Component, FeedText, Moment, Property, moment_of
from calendars.feed_check.finding import Rule, Seen, Severity
from calendars.ical.series import outlook_rule
from calendars.recurrence import Recurrence
from calendars.times import DaySpan

MUST, SHOULD = Severity.MUST, Severity.SHOULD
Check = Callable[[FeedText], Iterator[Seen]]


def _series(feed: FeedText) -> Iterator[tuple[Component, Moment, Property]]:
    for event in feed.events:
        start = moment_of(event.first("DTSTART"))
        for rule in event.all("RRULE"):
            if start is not None:
                yield event, start, rule


def _parts(rule: Property) -> dict[str, str]:
    pairs = (part.partition("=") for part in rule.value.upper().split(";"))
    return {name: value for name, _, value in pairs}


def _recurrence(rule: Property, first: date) -> Recurrence | None:
    """The rule as a Recurrence; None where it has parts that this does not know, which Outlook does not know either."""
    kept = {name: value for name, value in _parts(rule).items() if name not in ("UNTIL", "COUNT", "WKST")}
    try:
        recurrence = Recurrence.from_rrule(";".join(f"{n}={v}" for n, v in kept.items()), first=first)
    except ValueError:
        return None
    return recurrence if recurrence.interval > 0 else None


def _start_outside(feed: FeedText) -> Iterator[Seen]:
    for _, start, rule in _series(feed):
        recurrence = _recurrence(rule, start.day)
        if recurrence is not None and not any(days_between(recurrence, DaySpan(start.day, start.day))):
            yield rule.line, f"DTSTART {start.day} is no day of RRULE:{rule.value}"


def _until_kind(feed: FeedText) -> Iterator[Seen]:
    for _, start, rule in _series(feed):
        written = _parts(rule).get("UNTIL")
        until = moment_of(rule, written) if written else None
        if until is None:
            continue
        if until.is_day != start.is_day:
            yield rule.line, f"UNTIL={written} is not of DTSTART's kind"
        elif not start.is_day and (start.zone is not None or start.is_utc) and not until.is_utc:
            yield rule.line, f"UNTIL={written} is not in UTC"


def _dates_alone(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        rules = event.all("RRULE")
        for one in event.all("RDATE"):
            if not rules:
                yield one.line, "RDATE stands without RRULE"
                continue
            last = _parts(rules[0]).get("UNTIL", "")[:8]
            if last and any(value.strip()[:8] > last for value in one.value.split(",")):
                yield one.line, f"an RDATE lies after UNTIL={last}"


def _not_for_outlook(feed: FeedText) -> Iterator[Seen]:
    for event, start, rule in _series(feed):
        if len(event.all("RRULE")) > 1:
            yield rule.line, "the event has several RRULEs"
            continue
        recurrence = _recurrence(rule, start.day)
        if recurrence is None or outlook_rule(recurrence) is None:
            yield rule.line, f"RRULE:{rule.value}"


def _endless(feed: FeedText) -> Iterator[Seen]:
    for _, _, rule in _series(feed):
        parts = _parts(rule)
        if "UNTIL" not in parts and "COUNT" not in parts:
            yield rule.line, f"RRULE:{rule.value} has no end"


def _old_and_large(feed: FeedText) -> Iterator[Seen]:
    if len(feed.data) > LARGE:
        yield None, f"the feed has {len(feed.data):,} bytes and {len(feed.events):,} events"


LARGE = 2_000_000
"""Bytes from which Nextcloud and others fail to load a feed in time."""


def _rule(number: str, severity: Severity, clients: str, advice: str) -> Rule:
    return Rule(number=number, severity=severity, clients=clients, advice=advice)


CHECKS: tuple[tuple[Rule, Check], ...] = (
    (
        _rule(
            "6.1",
            MUST,
            "readers differ on whether the first day is shown",
            "begin the series on the first day that its rule gives",
        ),
        _start_outside,
    ),
    (
        _rule(
            "6.2",
            MUST,
            "strict readers refuse the rule; others show one day more or less",
            "write UNTIL in UTC where DTSTART has an hour, as a day where it is a day",
        ),
        _until_kind,
    ),
    (
        _rule(
            "6.3",
            MUST,
            "Outlook drops the whole event; Google hides the dates",
            "write one event for each date",
        ),
        _dates_alone,
    ),
    (
        _rule(
            "6.4",
            MUST,
            "Outlook drops the rule or shows other days",
            "use one rule: daily, weekly, monthly by a day up to 28 or the last, or by an nth weekday, yearly; "
            "write other days as events of their own",
        ),
        _not_for_outlook,
    ),
    (
        _rule(
            "6.5",
            MUST,
            "servers cut the series off where they like",
            "end every rule with UNTIL or COUNT",
        ),
        _endless,
    ),
    (
        _rule(
            "8.10",
            SHOULD,
            "Nextcloud and others fail to load it",
            "keep 90 days of the past and all of the future",
        ),
        _old_and_large,
    ),
)
