"""Lines that go on with the day of the line above: "Thứ Tư, 03/9: họp A." over "Chiều 14h00: họp B.".

A schedule with a line a day breaks the line where the day is long. What is hard is that a line with its own day
begins a new one, and that any other line may be a remark on the whole.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.layouts.layout import Item, Section
from calendars.layouts.timelabels import begins_with_clock, begins_with_weekday, is_day_label
from calendars.layouts.words import fold

_SOME = 2
_DAY = re.compile(r"(?P<day>[^:;]{2,40}?)\s*:(?!\d)")
_CLOCK = re.compile(r"\d\s*(?:h|g|giờ|:)", re.IGNORECASE)
_HOUR_BEHIND = re.compile(r"[\s,;–-]{1,3}(?:(?:lúc|từ|vào)\s)?\d{1,2}\s?(?:h|g|giờ|:)", re.IGNORECASE)
_HALF = re.compile(
    r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối)[\s,]{1,2}(?=ngày|thứ|ch(?:ủ|úa) nhật|\d)"
    r"|[\s,–-]{1,3}(?:buổi\s+)?(?:sáng|trưa|chiều|tối)$",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:buoi\s+)?(?:sang|trua|chieu|toi)\b\s*(?:[:,(]|\d{1,2}\s*(?:h|g|:|gio))")


def with_day_above(section: Section) -> Section:
    """The section with the day of the line above on lines that begin with a part of the day or an hour."""
    items: list[Item] = []
    day: str | None = None
    for item in (each for one in section.items for each in (_of_day(one) if one.children else (one,))):
        told = _DAY.match(item.text) if item.day is None else None
        if told and is_day_label(told["day"]):
            day = _without_hour(told["day"].strip())
        elif item.day is not None or item.time is not None or item.children or not _goes_on(item.text):
            day = None
        elif day is not None:
            half = _PART.match(fold(item.text))
            item = replace(item, day=_HALF.sub("", day) if half else day)
        items.append(item)
    return replace(section, items=tuple(_below(item) for item in items))


def _without_hour(label: str) -> str | None:
    """The day of "20/01/2016 6h30" and of any label without an hour; None where the hour does not stand behind it."""
    if _CLOCK.search(label) is None:
        return label
    hour = _HOUR_BEHIND.search(label)
    day = label[: hour.start()].strip() if hour else ""
    return day if is_day_label(day) else None


def _of_day(item: Item) -> Sequence[Item]:
    """What stands below an item that is nothing but a day ("1. Thứ Tư, 11/12/2024:"), each as of that day."""
    text = item.text.strip(" :.-–*")
    if not item.children or item.day or item.time or not is_day_label(text) or not begins_with_weekday(text):
        return (item,)
    return [child if child.day else replace(child, day=text) for child in item.children]


def _below(item: Item) -> Item:
    """The item with the same done for the lines below it ("Chương trình:" over "Thứ Sáu 14/7: ..." and "19h00 ...")."""
    if len(item.children) < _SOME:
        return item
    return replace(item, children=with_day_above(Section(items=item.children)).items)


def _goes_on(text: str) -> bool:
    return begins_with_clock(text) or _PART.match(fold(text)) is not None
