"""Items of a longer programme that begin with their month: "Tháng 9: nghỉ lễ từ 01/9 đến 04/9; lễ khởi công"."""

import re
from dataclasses import replace

from calendars.layouts.layout import Item
from calendars.reading.framing.period import period_in
from calendars.reading.scope import Scope
from calendars.reading.timing.precedence import has_day
from calendars.reading.timing.understanding import understood

_MONTH_BEFORE = re.compile(r"Tháng \d{1,2}(?:/\d{4})?\s*:\s+(?=\S)")
_MONTH = 31  # days


def of_its_month(item: Item, scope: Scope) -> tuple[Item, Scope]:
    """An item of a longer programme that begins with its month, which all its times are of, and the scope of these.

    "Tháng 9: nghỉ lễ từ 01/9 đến 04/9; lễ khởi công (dự kiến trung tuần)"; a month alone is the item's own time.
    """
    period = scope.context.period
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
