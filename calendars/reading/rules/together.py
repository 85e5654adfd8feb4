"""Standing things that are held together with another one: "mỗi quý 01 lần, kết hợp sinh hoạt thường kỳ"."""

import re

from calendars.layouts.words import fold
from calendars.reading.scope import Draft
from calendars.when import Repeat

_WITH_OTHER = re.compile(
    r"(?:kết hợp|lồng ghép|cùng)(?:\s+(?:cùng|với|vào|trong))*\s+(?P<what>(?:sinh hoạt|họp|giao ban|kỳ|"
    r"buổi|hội nghị)[^,;.]*)"
)


def combined(drafts: list[Draft]) -> list[Draft]:
    """Drafts held together with another ("kết hợp sinh hoạt thường kỳ") with the day and hours of that other."""
    for draft in drafts:
        if not isinstance(draft.when, Repeat) or draft.when.recurrence.by_day:
            continue
        with_what = _WITH_OTHER.search(" ".join(passage.text for passage in draft.evidence[:1]))
        if not with_what:
            continue
        key = fold(with_what["what"])
        other = next(
            (o for o in drafts if o is not draft and isinstance(o.when, Repeat) and _names(o.title, key)),
            None,
        )
        if other is None or not isinstance(other.when, Repeat):
            continue
        days = other.when.recurrence
        recurrence = draft.when.recurrence._replace(
            by_day=days.by_day,
            by_month_day=days.by_month_day,
            by_set_pos=days.by_set_pos,
            first=None,
        )
        draft.when = Repeat(recurrence, draft.when.hours or other.when.hours)
        draft.location = draft.location or other.location
    return drafts


def _names(title: str, key: str) -> bool:
    words = set(fold(title).split())
    wanted = [word for word in key.split() if word not in ("ky", "buoi", "voi")]
    return bool(wanted) and sum(word in words for word in wanted) >= 0.7 * len(wanted)
