"""Rows whose cell of the time tells several: for each of those who meet, or of what comes before.

    Các Ban họp thẩm tra | Ban Pháp chế: 18/11; Ban Kinh tế: 19/11
    Kỳ họp thứ 4         | từ 07/12 đến 09/12; họp trù bị 16h ngày 06/12

What is hard: a semicolon also parts two days of the same thing, so that each part must name whose or what it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from calendars.layouts.layout import Item
from calendars.reading.blocks.month_lines import things_of_month
from calendars.reading.naming.titles import has_head

_PARTS = re.compile(
    r"\s*[;\n]\s*|,?\s+(?=(?:lớp|đợt|nhóm|ca|khóa|vòng|cụm)\s\d{1,2}\s?:)", re.IGNORECASE
)  # "Lớp 1: 12/8 Lớp 2: 14/8": the lines of a cell, set behind each other
_WHOSE = re.compile(r"(?P<who>[^\W\d_][^:;]{1,50}?)\s*(?::|\s[-–](?=\s))\s*(?P<when>[^:]*\d.*)")
_WHAT = re.compile(
    r"(?P<what>[^\W\d_][^:;\d]{4,60}?)[\s,:(]+(?P<when>(?:(?:vào|lúc|từ|ngày|sáng|chiều|tối|thứ)\s+)*\d.*)",
    re.IGNORECASE,
)
_TELLS_TIME = re.compile(
    r"(?:từ|ngày|sáng|chiều|tối|trước|sau|đến|thứ|chủ nhật|dự kiến|khoảng|tuần|tháng|đợt)\b", re.IGNORECASE
)
_A_DAY = re.compile(r"\d\s*[/.]\s*\d|\bngày\s+\d", re.IGNORECASE)
_ONE = r"(?:0?[1-9]|1[0-2]|IV|I{1,3})"
_MONTHS = re.compile(
    rf"(?P<word>tháng|quý)\s+(?P<numbers>{_ONE}(?:(?:\s?[,;+&]\s?|,?\s+và\s+)(?:(?:tháng|quý|T)\s?)?{_ONE}){{1,11}})"
    r"(?P<year>\s?/\s?20\d\d|\s+năm\s+20\d\d)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,2}|I[IV]{0,2}")
_ROMANS = ("", "I", "II", "III", "IV")
_MONTH = re.compile(r"(?:tháng|quý)\s+(?:\d{1,2}|IV|I{1,3})(?:\s?/\s?20\d\d|\s+năm\s+20\d\d)?", re.IGNORECASE)


def items_of_label(item: Item) -> Sequence[Item]:
    """The item once for each of the times in its label that names whose it is, or another thing; else as it is."""
    if item.day and item.text and (months := _several_months(item.day)):
        return [replace(item, day=month) for month in months]
    if item.day and ";" in item.text and not item.children and _MONTH.fullmatch(item.day.strip(" .;:")):
        return [replace(item, text=thing) for thing in things_of_month(item.text)]
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


def _several_months(label: str) -> list[str]:
    """The months of a label that names several, each by itself ("Tháng 4, tháng 10"); those of a stretch are one."""
    found = _MONTHS.fullmatch(label.strip(" .;"))
    if found is None:
        return []
    word = found["word"].capitalize()
    told = _NUMBER.findall(found["numbers"])
    numbers = [_ROMANS.index(number.upper()) if number.upper() in _ROMANS else int(number) for number in told]
    if all(after == number + 1 for number, after in pairwise(numbers)):
        return []
    return [f"{word} {number}{found['year'] or ''}" for number in told]


def _is_thing(found: re.Match[str]) -> bool:
    what = found["what"].strip()
    return has_head(what) and _TELLS_TIME.match(what) is None and _A_DAY.search(found["when"]) is not None


def _name(what: str) -> str:
    what = what.strip(" -–,")
    return what[:1].upper() + what[1:]
