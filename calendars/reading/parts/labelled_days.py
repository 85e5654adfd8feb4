"""Rows whose cell of the time tells several: for each of those who meet, or of what comes before.

    Các Ban họp thẩm tra | Ban Pháp chế: 18/11; Ban Kinh tế: 19/11
    Kỳ họp thứ 4         | từ 07/12 đến 09/12; họp trù bị 16h ngày 06/12

What is hard: a semicolon also parts two days of the same thing, so that each part must name whose or what it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.layouts.layout import Item
from calendars.reading.naming.titles import has_head

_PARTS = re.compile(r"\s*[;\n]\s*")
_WHOSE = re.compile(r"(?P<who>[^\W\d_][^:;]{1,50}?)\s*(?::|\s[-–](?=\s))\s*(?P<when>[^:]*\d.*)")
_WHAT = re.compile(
    r"(?P<what>[^\W\d_][^:;\d]{4,60}?)[\s,:(]+(?P<when>(?:(?:vào|lúc|từ|ngày|sáng|chiều|tối|thứ)\s+)*\d.*)",
    re.IGNORECASE,
)
_TELLS_TIME = re.compile(
    r"(?:từ|ngày|sáng|chiều|tối|trước|sau|đến|thứ|chủ nhật|dự kiến|khoảng|tuần|tháng|đợt)\b", re.IGNORECASE
)
_A_DAY = re.compile(r"\d\s*[/.]\s*\d|\bngày\s+\d", re.IGNORECASE)


def items_of_label(item: Item) -> Sequence[Item]:
    """The item once for each of the times in its label that names whose it is, or another thing; else as it is."""
    parts = _PARTS.split(item.day.strip(" .;")) if item.day and item.text else []
    if len(parts) < 2 or any(char in (item.text or "") for char in "\n"):
        return (item,)
    whose = [_WHOSE.fullmatch(part) for part in parts]
    if all(found and _A_DAY.search(found["when"]) and not _TELLS_TIME.match(found["who"]) for found in whose):
        return [
            replace(item, text=f"{item.text} ({found['who'].strip()})", day=found["when"])
            for found in whose
            if found
        ]
    others = {
        n: found
        for n, part in enumerate(parts)
        if n and (found := _WHAT.fullmatch(part)) and _is_thing(found)
    }
    if not others:
        return (item,)
    own = replace(item, day="; ".join(part for n, part in enumerate(parts) if n not in others))
    return [
        own,
        *(
            replace(item, text=_name(found["what"]), day=found["when"].strip(" )"), children=())
            for found in others.values()
        ),
    ]


def _is_thing(found: re.Match[str]) -> bool:
    what = found["what"].strip()
    return has_head(what) and _TELLS_TIME.match(what) is None and _A_DAY.search(found["when"]) is not None


def _name(what: str) -> str:
    what = what.strip(" -–,")
    return what[:1].upper() + what[1:]
