"""Hours that were taken to be of the afternoon, of the morning where the next thing of their day is in the morning.

"4g45 Thánh lễ I" over "7g00 Thánh lễ thiếu nhi": the things of a day are told in the order of their hours. What is hard
is that "2h" alone means 14:00 in an office, so that only what follows on the same day speaks against it. In a parish
the first mass is said before dawn: where its paper writes its evenings as "17h30" or "19h", "4h30" is no afternoon.
"""

import re
from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from calendars.layouts.words import fold
from calendars.reading.scope import Draft
from calendars.when import Day, Hours, with_hours

_NOON = 12
_DAWN, _DUSK = 16, 18  # of the afternoon, for which 4 and 5 o'clock were taken
_OF_A_PARISH = re.compile(
    r"\b(?:thanh le|thanh the|thanh duong|giao (?:xu|ho|ly|dan)|bon mang|nha tho|chua (?:nhat|giang sinh))\b|^le\b"
)
_SEVERAL = 3


def put_in_order(drafts: Sequence[Draft]) -> None:
    """Take each doubtful hour of the afternoon for one of the morning, where the next of its day is so too."""
    if any(_is_doubtful(draft) for draft in drafts) and _is_of_a_parish(drafts):
        _say_masses_at_dawn(drafts)
    for draft, following in pairwise(drafts):
        if not (isinstance(draft.when, Day) and isinstance(following.when, Day)):
            continue
        doubts = [issue for issue in draft.issues if issue.code == "hour-doubtful"]
        then = following.when.hours.start
        if not doubts or then is None or draft.when.day != following.when.day or then.hour >= _NOON:
            continue
        hours = draft.when.hours
        if hours.start is None or hours.start.hour < _NOON or _earlier(hours.start) > then:
            continue
        end = _earlier(hours.end) if hours.end is not None and hours.end.hour >= _NOON else hours.end
        draft.when = with_hours(draft.when, Hours(_earlier(hours.start), end, hours.part))
        draft.issues = [issue for issue in draft.issues if issue not in doubts]


def _is_doubtful(draft: Draft) -> bool:
    return any(issue.code == "hour-doubtful" for issue in draft.issues)


def _is_of_a_parish(drafts: Sequence[Draft]) -> bool:
    """Whether several things are masses, and several hours are told as those of the whole day are counted."""
    masses = sum(_OF_A_PARISH.search(fold(draft.title)) is not None for draft in drafts)
    whole = sum(
        not _is_doubtful(draft) and isinstance(draft.when, Day) and _is_late(draft.when.hours.start)
        for draft in drafts
    )
    return masses >= _SEVERAL and whole >= _SEVERAL


def _is_late(hour: time | None) -> bool:
    return hour is not None and hour.hour > _NOON


def _say_masses_at_dawn(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        if not (_is_doubtful(draft) and isinstance(draft.when, Day)):
            continue
        hours = draft.when.hours
        if hours.start is None or hours.end is not None or not _DAWN <= hours.start.hour < _DUSK:
            continue
        draft.when = with_hours(draft.when, Hours(_earlier(hours.start), None, hours.part))
        draft.issues = [
            issue._replace(detail=issue.detail.replace("afternoon", "morning")) for issue in draft.issues
        ]


def _earlier(hour: time) -> time:
    return hour.replace(hour=hour.hour - _NOON)
