"""A whole day of a letter that is told again by what is on in it, each with its own hour.

    2. Lễ kỷ niệm 30 năm thành lập trường: Chủ nhật, ngày 17/11/2024
       - Lễ chính: 8 giờ 00 đến 10 giờ 30.
       - Liên hoan thân mật: 11 giờ 00, tại nhà đa năng.

The day itself is then no entry beside them (reference section A.7). What is hard is a thing of all day that only
happens to stand before others of that day: it has a place of its own, or fewer than two stand below it.
"""

import re
from collections.abc import Sequence

from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.reading.naming.titles import has_head
from calendars.reading.scope import Draft
from calendars.times import DayPart
from calendars.when import Day

_SEVERAL = 2
_REFERS = re.compile(
    r"\b(?:gio|thoi gian|lich) (?:noi |neu |o )?tren\b|\btuc (?:la |luc )?\d{1,2} ?(?:h|g|gio|:)"
)
_MAIN = ("le chinh", "phan le", "le chinh thuc", "phien chinh thuc", "buoi le")


def without_wholes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a letter, without the days that the next ones tell hour by hour."""
    kept: list[Draft] = []
    for place, draft in enumerate(drafts):
        inside = _inside(draft, drafts[place + 1 :])
        if len(inside) < _SEVERAL:
            kept.append(draft)
            continue
        for part in inside:
            part.location = part.location or draft.location
            part.evidence = tuple(dict.fromkeys((*part.evidence, *draft.evidence)))
            if fold(part.title) in _MAIN:
                part.title = draft.title
                part.clues.discard("weak-head")
    return kept


def without_told_again(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a letter, without what only refers to a time of it ("... tức 16h30 cùng ngày")."""
    return [draft for draft in drafts if not _only_refers(draft, drafts)]


def _only_refers(draft: Draft, drafts: Sequence[Draft]) -> bool:
    if has_head(draft.title) or not isinstance(draft.when, Day) or draft.when.hours.start is None:
        return False
    if not any(_REFERS.search(fold(passage.text)) for passage in draft.evidence):
        return False
    told = [other.when for other in drafts if isinstance(other.when, Day) and has_head(other.title)]
    start = draft.when.hours.start
    return any(when.day == draft.when.day and when.hours.start == start for when in told)


def _inside(whole: Draft, behind: Sequence[Draft]) -> list[Draft]:
    """What stands right behind a day without an hour and tells the hours of that day."""
    if not _is_held(whole) or not isinstance(whole.when, Day) or whole.when.hours.start is not None:
        return []
    if whole.when.hours.part not in (None, DayPart.ALL_DAY):
        return []
    inside: list[Draft] = []
    for draft in behind:
        same_day = isinstance(draft.when, Day) and draft.when.day == whole.when.day
        if not (same_day and _is_held(draft) and draft.when.hours.start is not None):
            break
        inside.append(draft)
    return inside


def _is_held(draft: Draft) -> bool:
    return draft.category is Category.MEETING and draft.status is Status.CONFIRMED
