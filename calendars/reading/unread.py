"""What a document says of time and no entry tells: it must not vanish, so it becomes an issue with its passage.

Two kinds: a day that the calendar does not have, and a time of which no entry was made. Reports name many times that
announce nothing; there only the first kind counts.
"""

from collections.abc import Iterable, Iterator

from calendars.grammar.rule import Context
from calendars.layouts.layout import Item, Matter, Section
from calendars.marks import Issue, Status
from calendars.programme import Entry
from calendars.reading.notices.announced import presents_a_schedule
from calendars.reading.timing.precedence import has_day
from calendars.reading.timing.understanding import understood
from calendars.when import Day, Days, Repeat

_ANNOUNCING = (Matter.EVENTS, Matter.UNKNOWN)
_SHOWN = 80


def unread_times(sections: Iterable[Section], context: Context, entries: Iterable[Entry]) -> list[Issue]:
    """The issues of items that no entry tells, each once, with the passage of its item."""
    known = tuple(entries)
    told = {(issue.code, issue.detail) for entry in known for issue in entry.issues}
    lines = {passage.line for entry in known for passage in entry.evidence}
    found: dict[tuple[str, str], Issue] = {}
    for section in sections:
        for item in _all(section.items):
            place = item.passages[0] if item.passages else None
            for issue in (*understood(item.text, context).issues, *_untaken(item, section, context, lines)):
                if (issue.code, issue.detail) not in told:
                    found.setdefault((issue.code, issue.detail), issue._replace(passage=place))
    return list(found.values())


def _untaken(item: Item, section: Section, context: Context, lines: set[int]) -> Iterator[Issue]:
    """The issue of an item that tells a time of its own and of which no entry was made."""
    if section.matter is Matter.REPORT or item.children or any(p.line in lines for p in item.passages):
        return
    if presents_a_schedule(item.text):
        return
    standing = [
        reading
        for reading in understood(item.text, context).readings
        if has_day(reading) and reading.status in (Status.CONFIRMED, Status.TENTATIVE)
    ]
    if section.matter not in _ANNOUNCING:
        # Tasks are done within stretches of time all along; a day or a repeat is what a meeting has.
        standing = [reading for reading in standing if isinstance(reading.when, Day | Days | Repeat)]
    if standing:
        text = " ".join(item.text.split())
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        yield Issue("not-taken", f"a time is told here, and no entry was made of it: {shown}")


def _all(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _all(item.children)
