"""On which day a message of a chat was sent: what "chiều nay" and "thứ tư" in it are counted from.

What is hard is that a telephone leaves the year out ("01/12, 19:05"): it is that of the days which the messages name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from calendars.documents.document import Block, Line
from calendars.grammar.rule import Context
from calendars.layouts.stamps import first_sent
from calendars.reading.framing.full_dates import full_dates

_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d\d))?")
_THIS_CENTURY = 2000
_TWO_DIGITS = 100
_WEEK_AND_MONDAY = 8  # days


def sent_first(blocks: Iterable[Block]) -> date | None:
    """The day on which the first message of a chat was sent; None where a document is no chat or tells no year."""
    lines = [block for block in blocks if isinstance(block, Line)]
    written = first_sent(lines)
    return day_sent(written, full_dates(line.text for line in lines)) if written else None


def day_sent(written: str, near: Sequence[date]) -> date | None:
    """The day of a stamp ("14/10/2024", "01/12"); near: days that tell its year, the best first."""
    found = _FIGURES.fullmatch(written)
    if found is None:
        return None
    day, month, year = found.groups()
    if year is not None:
        return _day(int(year) + (_THIS_CENTURY if int(year) < _TWO_DIGITS else 0), month, day)
    if not near:
        return None
    days = [_day(near[0].year + shift, month, day) for shift in (-1, 0, 1)]
    return min((each for each in days if each), key=lambda each: abs(each - near[0]), default=None)


def when_sent(written: str | None, context: Context) -> Context:
    """The context of a message: what it says is counted from its stamp, and its weekdays are those behind that day."""
    sent = day_sent(written, [context.issued]) if written and context.issued else None
    if sent is None:
        return context
    week = context.period if context.period and len(context.period) <= _WEEK_AND_MONDAY else None
    return replace(context, period=week, issued=sent)


def _day(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None
