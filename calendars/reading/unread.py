"""What the words of a document say of time and cannot be: a day that the calendar does not have.

Such a day gives no reading and so no entry, and must not vanish with it: it becomes an issue of the document, with the
passage in which it stands, unless an entry of that passage tells it already.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from calendars.grammar.rule import Context
from calendars.layouts.layout import Item, Section
from calendars.programme import Entry, Issue
from calendars.reading.understanding import understood


def unread_times(sections: Iterable[Section], context: Context, entries: Iterable[Entry]) -> list[Issue]:
    """The issues of items that no entry tells, each once, with the passage of its item."""
    told = {(issue.code, issue.detail) for entry in entries for issue in entry.issues}
    found: dict[tuple[str, str], Issue] = {}
    for section in sections:
        for item in _all(section.items):
            for issue in understood(item.text, context).issues:
                if (issue.code, issue.detail) not in told:
                    place = item.passages[0] if item.passages else None
                    found.setdefault((issue.code, issue.detail), replace(issue, passage=place))
    return list(found.values())


def _all(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _all(item.children)
