"""Hours that were taken to be of the afternoon, of the morning where the next thing of their day is in the morning.

"4g45 Thánh lễ I" over "7g00 Thánh lễ thiếu nhi": the things of a day are told in the order of their hours. What is hard
is that "2h" alone means 14:00 in an office, so that only what follows on the same day speaks against it.
"""

from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from calendars.reading.scope import Draft
from calendars.when import Day, Hours, with_hours

_NOON = 12


def put_in_order(drafts: Sequence[Draft]) -> None:
    """Take each doubtful hour of the afternoon for one of the morning, where the next of its day is so too."""
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


def _earlier(hour: time) -> time:
    return hour.replace(hour=hour.hour - _NOON)
