"""Items of a longer programme that begin with their month: "Tháng 9: nghỉ lễ từ 01/9 đến 04/9; lễ khởi công"."""

import re
from dataclasses import replace

from calendars.layouts.layout import Item
from calendars.layouts.words import fold
from calendars.reading.asking import asking_clauses
from calendars.reading.framing.period import period_in
from calendars.reading.scope import Scope
from calendars.reading.timing.headings import heading_span
from calendars.reading.timing.precedence import has_day
from calendars.reading.timing.understanding import understood
from calendars.when import extent

_MONTH_BEFORE = re.compile(r"Tháng \d{1,2}(?:/\d{4})?\s*:\s+(?=\S)")
_MONTH = 31  # days


_MONTH_ALONE = re.compile(r"(?:trong )?(?:thang|quy) (?:\d{1,2}|[iv]{1,3})(?:(?:\s?/\s?| nam )20\d\d)?")


def of_its_month(item: Item, scope: Scope) -> tuple[Item, Scope]:
    """An item of a longer programme that begins with its month, which all its times are of, and the scope of these.

    "Tháng 9: nghỉ lễ từ 01/9 đến 04/9; lễ khởi công (dự kiến trung tuần)"; a month alone is the item's own time.
    """
    period = scope.context.period
    if item.day and period is not None and len(period) > _MONTH:
        return _of_month_beside(item, scope)
    lead = _MONTH_BEFORE.match(item.text) if period is not None and len(period) > _MONTH else None
    if lead is None or period is None:
        return item, scope
    span = period_in(lead[0], period.middle())
    rest = item.text[lead.end() :]
    if span is None or not (period.first <= span.first and span.last <= period.last):
        return item, scope
    context = replace(scope.context, period=span)
    if not any(has_day(reading) for reading in understood(rest, context).readings):
        return item, scope
    return replace(item, text=rest), replace(scope, context=context, period=span if scope.period else None)


def _of_month_beside(item: Item, scope: Scope) -> tuple[Item, Scope]:
    """An item beside whose words its month stands, with those of its times that are of this month.

    "Tháng 3" beside "Diễn đàn (trung tuần)", beside "Hội nghị sơ kết: ngày 20-21".
    """
    label = fold(item.day or "").strip(" .:")
    span = heading_span(label, scope.context) if _MONTH_ALONE.fullmatch(label) else None
    if span is None:
        return item, scope
    context = replace(scope.context, period=span)
    asked = [found.span() for found in asking_clauses(item.text)]
    told = [
        extent(reading.when)
        for reading in understood(item.text, context).readings
        if has_day(reading) and not any(a <= reading.at[0] < b for a, b in asked)
    ]
    within = [days for days in told if days and span.first <= days.first and days.last <= span.last]
    narrower = any(len(days) < len(span) for days in within)
    scope = replace(scope, context=context, period=span if scope.period else None)
    return (replace(item, day=None) if narrower else item), scope
