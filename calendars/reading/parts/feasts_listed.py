"""Feasts of a month told in one line: "Các ngày lễ trong tháng: Quốc khánh 2/9, Tết Trung thu (04/10)".

Each becomes an item of its own below the words before the colon, which say that all of them are marked days.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.layouts.layout import Item
from calendars.layouts.words import fold
from calendars.marks import Category
from calendars.reading.scope import Draft
from calendars.times import DayPart
from calendars.when import Day, Hours, with_hours

_OF_FEASTS = re.compile(
    r"\W*(?:cac )?(?:ngay (?:le|hoi|ky niem|tet)|le hoi|le, tet)"
    r"(?:,? (?:le|hoi|tet|ngay hoi|ky niem|lon|va|quan trong|trong dai))*"
    r"(?: (?:trong|cua) (?:thang|quy|nam)(?: [\d/]+)?)?\s*"
)
_PARTS = re.compile(
    r"[,;]\s+(?=(?:Ngày|Lễ|Tết|Quốc|Giỗ|Đại lễ|Kỷ niệm|Tuần lễ|\d{1,2}/\d)[^()]{0,120}(?:\(|\d))(?![^(]*\))"
)
_DATE = r"\d{1,2}\s?/\s?\d{1,2}(?:/\d{4})?"
_NAME_FIRST = re.compile(
    rf"(?P<name>[^()\d]{{3,90}}?)[\s,:–-]+(?:ngày\s+)?(?P<day>{_DATE})\s*(?P<rest>\([^()]*\))?\s*\.?"
    rf"|(?P<named>[^()\d]{{3,90}}?)\s*\([^()]*?(?P<within>{_DATE})\)\s*\.?"
)
_DAY_FIRST = re.compile(rf"(?P<day>{_DATE})\s*(?:[:–-]|là)?\s*(?P<name>[^()\d]{{3,90}}?)\s*\.?")
_FEWEST = 2


def feasts_listed(item: Item) -> Sequence[Item]:
    """An item for each feast of a line that lists them; none for any other line."""
    heading, colon, rest = item.text.partition(":")
    if not colon or item.children or item.day or not _OF_FEASTS.fullmatch(fold(heading)):
        return ()
    parts = _PARTS.split(rest.strip())
    found = [_NAME_FIRST.fullmatch(part) or _DAY_FIRST.fullmatch(part) for part in parts]
    if len(parts) < _FEWEST or not all(found):
        return ()
    items = []
    for feast in found:
        if feast is not None:
            told = feast.groupdict()
            day, name = told["day"] or told.get("within"), told["name"] or told.get("named")
            items.append(replace(item, text=f"{day}: {str(name).strip(' ,–-')}"))
    return items


def as_feasts(drafts: list[Draft]) -> list[Draft]:
    """The drafts of such items, each marked the whole day long as the words before the colon say."""
    for draft in drafts:
        if isinstance(draft.when, Day) and not draft.when.hours:
            draft.category = Category.OBSERVANCE
            draft.when = with_hours(draft.when, Hours(part=DayPart.ALL_DAY))
    return drafts
