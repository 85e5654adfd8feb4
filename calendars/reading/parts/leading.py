"""The day that stands before all that a text tells, and is shared by its parts: "Thứ Sáu (09/01): 8 giờ, họp A; ...".

What is hard is to give it only to what tells no day of its own.
"""

import re
from collections.abc import Sequence

from calendars.grammar.rule import Reading
from calendars.reading.naming.observances import Named
from calendars.reading.parts.grouping import Group
from calendars.reading.timing.precedence import has_day
from calendars.when import Day

_SET_APART = re.compile(r":(?!\d)|\s[-–]\s")
_UNTIL = re.compile(r"\(\s*(?:kéo dài )?đến hết [^()]*$", re.IGNORECASE)


def leading_day(text: str, readings: Sequence[Reading]) -> Day | None:
    """The day before all that a text tells, with a colon or dash behind it ("Thứ Sáu (09/01): 8 giờ, họp A; ...")."""
    first = readings[0].when if readings else None
    if not isinstance(first, Day) or text[: readings[0].at[0]].strip(" -+*•"):
        return None
    begin, end = readings[0].at
    return first if _SET_APART.search(text[begin : end + 3]) else None


def leading_feast(text: str, named: Sequence[Named]) -> Named | None:
    """The feast that stands with a colon before what is held on it ("Ngày Quốc tế Bảo tàng 18/5: tọa đàm 9h00")."""
    first = named[0] if named else None
    if (
        first is None
        or not (first.dated and isinstance(first.when, Day))
        or text[: first.at[0]].strip(" -+*•")
    ):
        return None
    return first if text[first.at[1] :].lstrip(" )").startswith(":") else None


def share_leading_day(text: str, groups: Sequence[Group]) -> None:
    """Give the day of "Thứ 4, 31/12: sáng - họp A; tối (20h00) - dự B" to the parts that tell only hours."""
    first = next((reading for group in groups[:1] for reading in group.readings), None)
    day = leading_day(text, [first]) if first else None
    if first is None or day is None:
        return
    for group in groups[1:]:
        if group.readings and not any(
            has_day(reading) and not _tells_end(text, reading) for reading in group.readings
        ):
            begin = group.spans[0][0]
            group.readings.insert(0, Reading((begin, begin), Day(day.day), first.status))


def _tells_end(text: str, reading: Reading) -> bool:
    """Whether a day in brackets tells until when a thing lasts ("khai mạc trưng bày (kéo dài đến hết 24/4)")."""
    return _UNTIL.search(text[: reading.at[1]], max(0, reading.at[0] - 12)) is not None


def share_day_before(told: Day, groups: Sequence[Group]) -> None:
    """Give the day of the group before to the next one where that tells only a part of the day ("..., chiều họp B")."""
    for group in groups[:1]:
        if group.named and group.readings and all("lone-part-of-day" in r.rules for r in group.readings):
            begin = group.spans[0][0]
            group.readings.insert(0, Reading((begin, begin), Day(told.day)))
