"""A whole day of a letter that is told again by what is on in it, each with its own hour.

    2. Lễ kỷ niệm 30 năm thành lập trường: Chủ nhật, ngày 17/11/2024
       - Lễ chính: 8 giờ 00 đến 10 giờ 30.
       - Liên hoan thân mật: 11 giờ 00, tại nhà đa năng.

The day itself is then no entry beside them (reference section A.7). What is hard is a thing of all day that only
happens to stand before others of that day: it has a place of its own, or fewer than two stand below it.
"""

from collections.abc import Sequence

from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.reading.scope import Draft
from calendars.times import DayPart
from calendars.when import Day

_SEVERAL = 2
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
