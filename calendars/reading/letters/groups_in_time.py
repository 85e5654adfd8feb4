"""The time of a letter told for each group of those invited: "Khối 6: 8h00 ngày 15/9; khối 7: 14h00 cùng ngày".

What is hard is that a time may also be told in parts of the thing itself ("Khai mạc: ...; bế mạc: ...").
"""

import re
from dataclasses import replace

from calendars.layouts.layout import Item
from calendars.layouts.timelabels import names_a_day
from calendars.reading.naming.titles import title_of
from calendars.reading.scope import Draft

_PART = re.compile(r"\s*[;\n]\s*(?:[-+•*]\s*)?")
_GROUP = re.compile(
    r"(?P<who>(?:đối với\s+)?(?:các\s+)?(?:khối|lớp|nhóm|tổ|thôn|ấp|bản|xóm|khu|cụm|khóa|hệ|bậc|mầm non|tiểu học"
    r"|thcs|thpt|phụ huynh|cha mẹ|học sinh|học viên|sinh viên|giáo viên|cán bộ|đoàn viên|đảng viên|chi bộ|chi hội"
    r"|chi đoàn|đội|xã|phường|khoa|phòng|người dân|hộ dân|thí sinh)\b[^:;\n]{0,60}?)"
    r"\s*(?::|\s[-–](?=\s))\s*(?P<when>[^;\n]*\d[^;\n]*)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),?\s*)?(?:\(?ngày\s+)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r",?\s*cùng ngày\b", re.IGNORECASE)
_ONLY_WHERE = re.compile(r"tại\s[^\d]{3,80}", re.IGNORECASE)
_FEWEST = 2  # groups


def groups_in_time(time: str) -> list[tuple[str, str]]:
    """(who, when) for each group of a time, each with a day; nothing where the time is not told by groups."""
    found = [_GROUP.fullmatch(part.strip(" .-+•*")) for part in _PART.split(time) if part.strip(" .-+•*")]
    told = [each for each in found if each is not None]
    if len(told) < _FEWEST or len(told) < len(found):
        return []
    day = next((first[0] for each in told if (first := _DAY.search(each["when"]))), None)
    if day is None:
        return []
    parts = []
    for each in told:
        when = each["when"]
        own = _DAY.search(when)
        day = own[0] if own else day
        parts.append((each["who"].strip(), when if own else f"{_SAME_DAY.sub('', when).strip(' .,')}, {day}"))
    return parts


def of_group(draft: Draft, who: str, subject: str) -> Draft:
    """What is told of one group, by the name of the whole and whose it is; in capitals where that is."""
    title = title_of(subject)
    whose = who.upper() if title.isupper() else f"{who[:1].lower()}{who[1:]}"
    draft.title = f"{title} ({whose})"
    draft.clues.discard("weak-head")
    return draft


def items_of_groups(item: Item) -> list[Item]:
    """Lines that tell the time of one group each ("Khối 10: 7h30 Chủ nhật 12/01") as an item each; else the item alone.

    A line behind them that only tells where ("Tại phòng học của lớp.") is of all of them.
    """
    lines = [line.strip(" -+•*") for line in item.text.split("\n")]
    if len(lines) < _FEWEST or item.day or item.time or item.children:
        return [item]
    count = next((n for n, line in enumerate(lines) if not _tells_group(line)), len(lines))
    if count < _FEWEST:
        return [item]
    where = next((line for line in lines[count:] if _ONLY_WHERE.fullmatch(line)), None)
    place = where[len("tại ") :].strip(" .") if where else item.location
    rest = "\n".join(line for line in lines[count:] if line != where)
    told = [replace(_line_of(item, line), location=place) for line in lines[:count]]
    return [*told, _line_of(item, rest)] if any(map(str.isdigit, rest)) else told


def _line_of(item: Item, text: str) -> Item:
    """The item with only some of its lines."""
    kept = tuple(
        passage for passage in item.passages if any(line in passage.text for line in text.split("\n"))
    )
    return replace(item, text=text, passages=kept or item.passages)


def _tells_group(line: str) -> bool:
    return _GROUP.fullmatch(line.strip(" .")) is not None and names_a_day(line)
