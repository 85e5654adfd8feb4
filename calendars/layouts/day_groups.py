"""Lines below a day that tell only whose things stand below them: "1. Giám đốc Lê An", "- Đơn vị bầu cử số 02".

What is hard is that a thing with its agenda looks the same ("- Lễ khai giảng" over "+ 7h30: đón đại biểu"): what heads
its own is a person, a body or a group by its first words, and tells no act.
"""

import re
from typing import NamedTuple

from calendars.documents.document import Line
from calendars.layouts.day_headings import has_hour, heads_days
from calendars.layouts.group_headings import group_kind
from calendars.layouts.marks import DASH, Mark
from calendars.layouts.outline import mark_of, own_text
from calendars.layouts.shapes import looks_like_person, names_a_unit, tells_an_act
from calendars.layouts.timelabels import begins_with_clock, is_time_label
from calendars.layouts.words import fold

_DIGITS = re.compile(r"\d+")
_PART_START = re.compile(r"(?:buoi\s+)?(?:sang|chieu|toi|trua|ca ngay)\b")
_FOR_WHOM = re.compile(r"(?:khoi|lop|nhom|bang|thi sinh|hoc sinh|sinh vien|doi tuong|to dan pho|khu pho) ")
_COUNTED = re.compile(  # bodies that are told apart by their numbers
    r"(?:don vi bau cu|dvbc|to (?:dai bieu|bau cu|cong tac|kham)?"
    r"|doan(?: cong tac| giam sat| kham| kiem tra)?|doi|nhom)"
    r" ?(?:so |thu )?(?:\d{1,2}|i{1,3}|iv|v|nhat|hai|ba)\b"
)
_ENDS = " :."


class Group(NamedTuple):
    """Whose the things below a line are, the rank of its mark, and the mark that they bear."""

    chair: str | None
    attendees: str | None
    rank: int
    mark: str | None

    def holds(self, mark: Mark | None) -> bool:
        """Whether what bears this mark stands below the group's line."""
        return self.over_days or (mark is not None and (mark.rank > self.rank or mark.text == self.mark))

    @property
    def over_days(self) -> bool:
        """Whether it heads days and not things, so that the next day does not end it."""
        return self.rank < 0


def group_of(line: Line, text: str, mark: Mark | None, below: Line | None) -> Group | None:
    """The group of a line that tells only whose the things below it are."""
    rank = mark.rank if mark else 0
    if mark is None and below is not None and heads_days(below) and group_kind(line):
        return Group(None, text.strip(_ENDS), -1, None)  # "Khối 11" over its days
    if looks_like_person(text) and _heads_his_own(text, mark, below):
        return Group(text.strip(" :"), None, rank, None)
    if below is None or (mark is None and not text.endswith(":") and not any(map(str.isdigit, text))):
        return None
    beside = mark_of(below)
    if beside is None or (mark is not None and mark.text == beside.text):
        return None
    if begins_with_clock(text) or not _tells_time(own_text(below, beside)):
        return None
    name = text.strip(_ENDS)
    folded = fold(name)
    counted = _COUNTED.match(folded) is not None
    classed = _FOR_WHOM.match(folded) is not None and not counted
    if not (counted or classed or names_a_unit(folded)) or is_time_label(name):
        return None
    bare = _DIGITS.sub("", name.partition("(")[0])
    if ":" in bare or tells_an_act(bare) or (mark is None and not (counted or text.endswith(":"))):
        return None
    who = name.partition(" (")[0]
    return Group(None if classed else who, who if classed else None, rank, beside.text)


def _tells_time(text: str) -> bool:
    return begins_with_clock(text) or _PART_START.match(fold(text)) is not None


def _heads_his_own(text: str, mark: Mark | None, below: Line | None) -> bool:
    """Whether a line that begins with a person is only whose things stand below it ("1. Giám đốc Lê An")."""
    if mark is not None and (text.endswith(":") or text.isupper()):
        return True
    beside = mark_of(below) if below is not None else None
    if beside is None or tells_an_act(_DIGITS.sub("", text)) or any(map(str.isdigit, text)):
        return False
    if mark is None:
        return beside.rank >= DASH and ":" not in text.rstrip(" :")
    return beside.rank > mark.rank or (beside.rank == mark.rank and has_hour(below) and ":" not in text)
