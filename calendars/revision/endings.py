"""Which standing meetings end because a programme no longer names them.

What is hard is whose silence counts: that of the same office, about a meeting that its own last programme named, and
that no hand has touched since.
"""

from datetime import date

from calendars.events import Event
from calendars.grammar.spelling import fold
from calendars.marks import Category, Status
from calendars.programme import Programme
from calendars.times import DaySpan
from calendars.when import Repeat

ENDS_BEFORE = 45
"""How many days before a period a standing meeting may have had its last day, to be one that it no longer names."""


def may_end(event: Event, programme: Programme, period: DaySpan) -> bool:
    """Whether a programme of that period, by not naming an event, says that it has ended."""
    until = last_day(event)
    if until is None or event.ended is not None or event.status is Status.CANCELLED:
        return False
    origin = event.origin
    if origin.hand is not None or origin.document in (None, programme.source.sha256):
        return False
    if origin.is_calendar:
        # It says itself until when its series go, and of which it no longer speaks.
        return False
    if origin.issuer and programme.issuer and fold(origin.issuer) != fold(programme.issuer):
        return False
    return until < period.first and (period.first - until).days <= ENDS_BEFORE


def last_day(event: Event) -> date | None:
    """The last day of a standing meeting that is told; None for anything else."""
    if not isinstance(event.when, Repeat) or event.category is not Category.MEETING:
        return None
    return event.when.recurrence.until
