"""Headings without a mark between bullets that say for whom the things below them are: "Khối 11", "Lớp 9A:".

What is hard is that a line below a bullet most often goes on it: only a short name between two bullets of one sign is a
heading, and only where another line near it is called alike.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.labels import read_label
from calendars.layouts.layout import Item
from calendars.layouts.marks import DASH, Mark
from calendars.layouts.shapes import looks_like_person, looks_like_place
from calendars.layouts.timelabels import names_a_day, tells_an_hour
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
_WORDS = 2
_ENDS_WITH_DATE = re.compile(r"\d\s?/\s?\d{1,2}(?:\s?/\s?\d{4})?$")


def heads_bullets(lines: Sequence[Line], marks: Sequence[Mark | None], place: int) -> bool:
    """Whether the line at a place, which has no mark, heads the bullets below it and is no part of the one above."""
    if not 0 < place < len(lines) - 1 or len(lines[place].text) > _LONGEST:
        return False
    below, kind = marks[place + 1], group_kind(lines[place])
    if below is None or below.rank < DASH:
        return False
    if kind is None:
        return _names_a_thing(lines, marks, place) and any(
            marks[n] is None
            and _is_name(lines[n])
            and (mark := marks[n + 1]) is not None
            and mark.rank == below.rank
            for n in range(max(0, place - _NEAR), place - 1)
        )
    near = range(max(0, place - _NEAR), min(len(lines), place + _NEAR))
    return any(marks[n] is None and n != place and group_kind(lines[n]) == kind for n in near)


def _names_a_thing(lines: Sequence[Line], marks: Sequence[Mark | None], place: int) -> bool:
    """Whether a name stands between a bullet whose time ends it and another with a time.

    "Họp phụ huynh" between "- Khối 7: 21/02/2023" and "- Lớp 6A: 8h00 ngày 22/02/2023" goes on no bullet.
    """
    above, below = marks[place - 1], marks[place + 1]
    if above is None or below is None or above.rank != below.rank or not _is_name(lines[place]):
        return False
    told = lines[place - 1].text.rstrip(" .;")
    return _ENDS_WITH_DATE.search(told) is not None and names_a_day(lines[place + 1].text)


def _is_name(line: Line) -> bool:
    text = line.text.strip(" *_")
    if not text[:1].isupper() or text[-1:] in ".;," or len(text) > _LONGEST or len(text.split()) < _WORDS:
        return False
    shaped = looks_like_place(text) or looks_like_person(text) or read_label(text) is not None
    return not shaped and not names_a_day(text) and not tells_an_hour(text)


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
