"""From when until when a repeat goes, by the words beside it: "từ 01/11 đến 30/11", "đến hết ngày", "trong 03 tháng".

The days beside a repeat are no events of their own; a period counts as a bound only where it is named.
"""

from datetime import date

from calendars.grammar import resolve, spans
from calendars.grammar.group import END_OF_REPEAT, Group
from calendars.grammar.hours import of_length
from calendars.grammar.pieces import Kind, Length, PartDate, Period
from calendars.when import Hours, Span


def bounds_of(group: Group) -> tuple[date | None, date | None]:
    """First and last day that the words give to a repeat."""
    start: date | None = None
    until: date | None = None
    bounds = group.bounds
    if bounds is not None:
        first, last, _ = bounds.elements[0]
        if first.day.offset is None or group.context.issued is not None:
            ((start, until),) = resolve.days_of(bounds, group.context)[:1]
        elif last is not None:  # "từ nay đến hết ngày 30/11" in a programme, which has no today
            until = resolve.day_of(last.day, group.context)
        if until is None and group.period is not None and group.has(Kind.TO):
            until = spans.span_of(group.period, group.context).last
        length = group.value(Kind.LENGTH)
        if until is None and start is not None and isinstance(length, Length):
            until = _of_length_end(start, length)
    end = group.value(END_OF_REPEAT)
    if isinstance(end, PartDate):
        until = resolve.day_of(end, group.context, not_before=group.context.issued)
    period = group.period
    if start is None and until is None and period is not None and group.has(Kind.TO):
        until = spans.span_of(period, group.context).last  # "thứ Hai hằng tuần đến hết năm 2025"
    elif start is None and until is None and period is not None and _is_bound(period):
        days = spans.span_of(period, group.context)
        open_ended = group.has(Kind.FROM) and period.to is None and period.months is None
        start, until = days.first, None if open_ended else days.last  # "từ tháng 11" goes on behind it
    return start, until


def _is_bound(period: Period) -> bool:
    """Whether a period beside a repeat is one that the words name ("tháng 11"), not only "trong tháng"."""
    if period.to is not None:
        return True
    return (period.number is not None or period.months is not None) and not period.piece


def _of_length_end(start: date, length: Length) -> date | None:
    when = of_length(start, length._replace(working=False), Hours())
    return when.last if isinstance(when, Span) else None
