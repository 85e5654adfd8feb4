"""Near which day the days of a paper lie, where neither its head nor its tail says when it was issued."""

from collections.abc import Sequence
from datetime import date

from calendars.reading.framing.period import Period, full_dates


def day_named(days: Sequence[date], *, notice: bool) -> date | None:
    """The full date near which the days of a paper without a day of issue lie; None where it has none.

    An invitation's is its meeting's, told first; a notice may first tell when that was made known which it changes.
    """
    if notice and days:
        return sorted(days)[len(days) // 2]
    return next(iter(days), None)


def first_guessed(period: Period | None, lines: Sequence[str]) -> date | None:
    """The first day of a period guessed from full dates: what tells no year is of that time, not of today's."""
    return period.span.first if period and period.guessed and full_dates(lines) else None
