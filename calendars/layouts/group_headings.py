"""Headings without a mark between bullets that say for whom the things below them are: "Khối 11", "Lớp 9A:".

What is hard is that a line below a bullet most often goes on it: only a short name between two bullets of one sign is a
heading, and only where another line near it is called alike.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.layout import Item
from calendars.layouts.marks import DASH, Mark
from calendars.layouts.words import fold

_GROUP = re.compile(
    r"(?P<kind>khoi|lop|nhom|bang|doi tuong|he|cap|bac|nganh|khoa|khu vuc|cum|tinh|huyen|xa|phuong|thon|to)"
    r"\s(?:so\s)?[\w,.&()/ -]{1,40}:?"
)
_NUMBERED = re.compile(
    r"(?:khoi|lop|nhom|bang|doi tuong|cum|khu vuc)\s(?:so\s)?(?:\d{1,2}\w?|[a-h]|i{1,3}|iv|v)\b\W*"
)
_LONGEST = 50  # letters
_NEAR = 60  # lines


def heads_bullets(lines: Sequence[Line], marks: Sequence[Mark | None], place: int) -> bool:
    """Whether the line at a place, which has no mark, heads the bullets below it and is no part of the one above."""
    if not 0 < place < len(lines) - 1 or len(lines[place].text) > _LONGEST:
        return False
    below, kind = marks[place + 1], group_kind(lines[place])
    if below is None or below.rank < DASH or kind is None:
        return False
    near = range(max(0, place - _NEAR), min(len(lines), place + _NEAR))
    return any(marks[n] is None and n != place and group_kind(lines[n]) == kind for n in near)


def for_whom(item: Item, heading: str) -> Item:
    """An item below a heading that names a group by its number, as held for that group."""
    if item.attendees is not None or len(heading) > _LONGEST or _NUMBERED.fullmatch(fold(heading)) is None:
        return item
    return replace(item, attendees=heading.strip(" :."))


def group_kind(line: Line) -> str | None:
    """The kind of group that a line names and nothing else ("khoi" of "Khối 11:"); None for any other line."""
    text = line.text.strip(" *_")
    found = _GROUP.fullmatch(fold(text)) if len(text) <= _LONGEST and text[:1].isupper() else None
    return found["kind"] if found else None
