"""How often things are held, told once above them: "Hàng tuần:" over "- Giao ban: 7h30 thứ Hai".

What is hard: only some of them tell it again, and a thing with a date of its own is held then and no other day.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.layouts.hours_above import hours_over_months
from calendars.layouts.layout import Item, Section
from calendars.layouts.words import fold

_ABOVE = re.compile(
    r"(?:(?:cac |nhung )?(?:cong viec|cong tac|hoat dong|noi dung|viec|lich|hop|sinh hoat|phan)\s+)?"
    r"(?:co dinh |thuong xuyen |dinh ky |thuong ky )?(?:hang|moi) (?P<unit>ngay|tuan|thang)(?: dinh ky| co dinh)?"
    r"|(?:(?:cac |nhung )?(?:cong viec|cong tac|hoat dong|noi dung|viec|lich|hop|sinh hoat|phan)\s+)?"
    r"(?P<often>dinh ky|thuong xuyen|co dinh|thuong ky)(?: trong (?:thang|tuan))?"
)
_SAYS_OFTEN = re.compile(
    r"\b(?:hằng|hàng|mỗi|các|đầu tháng|cuối tháng|tuần (?:thứ|đầu|cuối|\d)"
    r"|(?:đầu tiên|cuối(?: cùng)?) (?:của |trong )?(?:tháng|quý)|của tháng)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d\s?/\s?\d|\bngày\s+\d", re.IGNORECASE)
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|chủ nhật|chúa nhật|cn)"
_WEEKDAYS = re.compile(
    rf"\b{_WEEKDAY}(?:\s?(?:,|;|và|&|-|–|đến)\s?(?:(?:sáng|chiều|tối)\s+)?(?:{_WEEKDAY}|(?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w|[hg:/]))){{0,6}}"
    r"(?![\w/])",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"\bngày\s+\d{1,2}(?:(?:\s?,\s?|\s+và\s+)(?:ngày\s+)?\d{1,2}){0,4}\b(?!\s?[/.-]\s?\d|\s+tháng)",
    re.IGNORECASE,
)
_LONGEST = 60  # letters
_UNITS = {"tuan": "tuần", "thang": "tháng"}


def with_often_told(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, things below a heading that says no more than how often with that behind their days.

    Hours in a heading over months are those of each month.
    """
    return tuple(_told(section) for section in hours_over_months(sections))


def _told(section: Section) -> Section:
    unit = _unit(section.heading or "")
    items = tuple(_below(item, unit) for item in section.items)
    return section if items == section.items else replace(section, items=items)


def _unit(text: str) -> str | None:
    """The unit of time that a heading names; "tuan" where it only says that what stands below is held again."""
    found = _ABOVE.fullmatch(fold(text).strip(" :.*-+")) if text and len(text) < _LONGEST else None
    return (found["unit"] or "tuan") if found else None


def _below(item: Item, unit: str | None) -> Item:
    if unit is None and not item.children:
        return item
    own = _unit(item.text) if item.children and not item.day else None
    children: Iterable[Item] = (_below(child, own or unit) for child in item.children)
    if own:
        return replace(
            item,
            text=item.text if item.text.rstrip().endswith(":") else f"{item.text}:",
            children=tuple(children),
        )
    return replace(item, text=_often(item.text, unit) if unit else item.text, children=tuple(children))


def _often(text: str, unit: str) -> str:
    if unit not in _UNITS or _SAYS_OFTEN.search(text):
        return text
    if unit == "tuan" and not _DATED.search(text):
        return _WEEKDAYS.sub(lambda found: f"{found[0]} hằng tuần", text, count=1)
    if unit == "thang":
        return _DAYS.sub(lambda found: f"{found[0]} hằng tháng", text, count=1)
    return text
