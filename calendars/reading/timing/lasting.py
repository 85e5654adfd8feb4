"""How many days a thing takes: "(02 ngày)", ", 1,5 ngày", "kéo dài 3 ngày" behind what begins on one.

What is hard: a number before "ngày" may also be the last of some things, before their day ("KP 1, 2, 3 ngày 15/11").
"""

import re
from datetime import timedelta

from calendars.layouts.words import fold
from calendars.times import DayPart
from calendars.when import Day, Span, When, Window

_LENGTH = re.compile(
    r"(?P<count>\d(?<![\d/.,].)\d?)(?P<half>[,.]5)?\s*ngay\b(?!\s*[/\d])(?!\s+(?:lam viec|dem|cong))"
)
_ONE_OF_THEM = re.compile(
    r"\((?:trong )?(?:0?1|mot) (?:ngay|buoi)\)"
)  # behind several days: which is not yet known
_ENDS = re.compile(r"\s*(?:$|[.;,)\n])")
_HOW_LONG = re.compile(
    r"\b(?:trong|keo dai|thoi gian:?)\s*$|\(\s*(?:(?:tong )?thoi (?:gian|luong)|lop|khoa|dot|keo dai|hoc|dien ra)"
    r"(?: (?:hoc|boi duong|tap huan|to chuc|thuc hien|dien ra|keo dai|la))*\s*:?\s*$"
)


def for_its_length(when: When, text: str, dated: int) -> When:
    """A day with "(02 ngày)" as the days it takes, days with "(1 ngày)" as one of them; dated: how many are told."""
    if dated > 1:
        return when
    if isinstance(when, Span) and when.last is None:
        begun = for_its_length(Day(when.first, when.hours), text, dated)
        return begun if isinstance(begun, Span) else when
    if isinstance(when, Span) and when.last is not None and when.last > when.first:
        return Window(when.first, when.last, when.hours) if _ONE_OF_THEM.search(fold(text)) else when
    if not isinstance(when, Day):
        return when
    for found in _LENGTH.finditer(fold(text)):
        count = int(found["count"]) + bool(found["half"])
        before = text[: found.start()].rstrip()
        ends = before.endswith(("-", "–")) and _ENDS.match(text, found.end()) is not None
        bracketed = ends or before.endswith(("(", ",", ";")) or _HOW_LONG.search(fold(text[: found.start()]))
        if 2 <= count <= 30 and bracketed:
            hours = when.hours._replace(part=None if when.hours.part is DayPart.ALL_DAY else when.hours.part)
            return Span(when.day, when.day + timedelta(days=count - 1), hours)
        if count == 1 and bracketed and not found["half"] and when.hours.part is not None:
            return Day(when.day, when.hours._replace(part=DayPart.ALL_DAY))  # "Sáng: Đại hội (01 ngày)"
    return when
