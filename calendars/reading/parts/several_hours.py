"""One thing held at several hours of its day: "5g00 và 7g00: Thánh lễ", "Chiếu phim: 8h00, 14h00 và 19h30".

What is hard is that two hours are mostly a beginning and an end: only hours that "và" or a comma joins, with nothing
else between them, are each one's own.
"""

import re
from dataclasses import replace

from calendars.layouts.layout import Item

_CLOCK = r"(?:[01]?\d|2[0-3])\s?(?:[hg]\s?(?:[0-5]\d)?|:[0-5]\d|giờ(?:\s[0-5]\d)?)(?![^\W_])"
_HOURS = rf"(?P<hours>{_CLOCK}(?:(?:\s?[,;]\s?(?:và\s)?|\s(?:và|&)\s){_CLOCK}){{1,5}})"
_FIRST = re.compile(rf"(?:lúc\s)?{_HOURS}\s?[:,–-]\s+(?P<thing>[^\W\d].{{2,}})", re.IGNORECASE | re.DOTALL)
_LAST = re.compile(
    rf"(?P<thing>[^\W\d][^\d:;.\n]{{2,90}}?)\s?(?::|,?\s(?:lúc|vào lúc|các giờ))\s+(?:lúc\s|các giờ\s?:?\s)?"
    rf"{_HOURS}\s*\.?",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|ch(?:ủ|úa) nhật|cn)"
_REMARK = r"(?:\s?\([^()\d]{2,40}\))?"
# "Chúa nhật: 5g00 - 7g30 (thiếu nhi) - 17g00": three hours and more are no beginning and end.
_OF_WEEKDAYS = re.compile(
    rf"(?P<days>{_WEEKDAY}(?:(?:,| và|, và) {_WEEKDAY}){{0,5}})\s?:\s(?P<hours>{_CLOCK}{_REMARK}"
    rf"(?:\s?[-–,;/]\s?(?:và\s)?{_CLOCK}{_REMARK}|\svà\s{_CLOCK}{_REMARK}){{2,6}})\s?\.?",
    re.IGNORECASE,
)
_EACH_REMARKED = re.compile(rf"{_CLOCK}{_REMARK}", re.IGNORECASE)
_EACH = re.compile(_CLOCK, re.IGNORECASE)


def items_of_hours(item: Item) -> list[Item]:
    """An item below a day as one for each of its hours; the item alone where it does not tell them so."""
    if item.time or item.children:
        return [item]
    if (found := _OF_WEEKDAYS.fullmatch(item.text)) is not None:
        return [
            replace(item, text=f"{found['days']}: {hour[0]}")
            for hour in _EACH_REMARKED.finditer(found["hours"])
        ]
    if not item.day:
        return [item]
    found = _FIRST.fullmatch(item.text) or _LAST.fullmatch(item.text)
    if found is None:
        return [item]
    thing = found["thing"].strip()
    return [replace(item, text=f"{hour[0]}: {thing}") for hour in _EACH.finditer(found["hours"])]
