"""The hour at which each of several courses or rounds opens, told once for all of them, and that at which a thing ends.

"Khai mạc mỗi đợt lúc 7h30" stands below the table of the courses and their days, "Khai giảng: 8h00 ngày đầu tiên của
mỗi lớp" below their list. What is hard is the close told beside it ("Bế giảng 16h ngày cuối"), which ends no course.
"""

import re
from collections.abc import Iterable

from calendars.grammar.rule import Context
from calendars.layouts.layout import Item
from calendars.marks import Category
from calendars.reading.as_written import CLOCK
from calendars.reading.scope import Draft
from calendars.reading.timing.understanding import understood
from calendars.when import Day, Span, with_hours

_EACH = r"(?:mỗi|các|từng|tất cả các|cả (?:hai|ba|02|03|2|3))\s+(?:đợt|lớp|khóa|khoá|ca|phiên|buổi|kỳ)"
_OPENS = (
    r"(?:khai mạc|khai giảng|bắt đầu|giờ (?:khai mạc|khai giảng|học|bắt đầu)|thời gian (?:khai mạc|bắt đầu))"
)
_OF_EACH = re.compile(
    rf"{_OPENS}\s*:?\s*(?:(?:lúc|từ|vào)\s+)*(?:{_EACH}[^.;\n\d]{{0,30}}?\s(?P<hour>{CLOCK})"
    rf"|(?P<first>{CLOCK})[^.;\n\d]{{0,24}}\s{_EACH}|(?P<day>{CLOCK}),?\s+(?:của\s+)?ngày\s+(?:đầu|thứ nhất)"
    rf"[^.;\n\d]{{0,30}})",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    rf"(?:bế mạc|bế giảng|kết thúc)[^.;\n\d]{{0,30}}\s(?:{CLOCK})?[^.;\n\d]{{0,12}}(?:ngày cuối|{_EACH})",
    re.IGNORECASE,
)
_FEWEST = 2  # courses


def opening_of_each(drafts: list[Draft], items: Iterable[Item], context: Context) -> list[Draft]:
    """The drafts of a letter, the courses without an hour with that at which each of them opens."""
    told = next((found for item in items for text in _texts(item) if (found := _OF_EACH.search(text))), None)
    if told is None:
        return drafts
    hour = told["hour"] or told["first"] or told["day"]
    hours = next((r.when.hours for r in understood(f"lúc {hour}", context).readings if r.when.hours), None)
    courses = [d for d in drafts if _is_course(d)]
    if hours is None or hours.start is None or len(courses) < _FEWEST:
        return drafts
    for draft in courses:
        draft.when = with_hours(draft.when, draft.when.hours._replace(start=hours.start))
    return [d for d in drafts if d in courses or not _tells_only_that(d)]


def closed_by(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a letter, each with the hour at which a sentence behind it says that it ends.

    "Dự kiến, Hội nghị sẽ kết thúc vào 16h30 cùng ngày." tells no other meeting.
    """
    kept: list[Draft] = []
    for draft in drafts:
        above = kept[-1] if kept else None
        if above is not None and _closes(draft, above):
            above.when = with_hours(above.when, above.when.hours._replace(end=draft.when.hours.end))
            above.evidence = tuple(dict.fromkeys((*above.evidence, *draft.evidence)))
        else:
            kept.append(draft)
    return kept


def _closes(draft: Draft, above: Draft) -> bool:
    """Whether a draft is nothing but the hour at which the one above it ends."""
    told, before = draft.when.hours, above.when.hours
    one_day = isinstance(draft.when, Day) and isinstance(above.when, Day) and draft.when.day == above.when.day
    if not one_day or told.start is not None or told.end is None or before.start is None:
        return False
    return before.end is None and before.start < told.end and draft.category is above.category


def _texts(item: Item) -> Iterable[str]:
    yield item.text
    for child in item.children:
        yield from _texts(child)


def _is_course(draft: Draft) -> bool:
    held = draft.category is Category.MEETING and isinstance(draft.when, (Day, Span))
    told = draft.when.hours
    return held and told.start is None and told.part is None and not _tells_only_that(draft)


def _tells_only_that(draft: Draft) -> bool:
    """Whether a draft is nothing but the opening or the close of each of the courses."""
    opens = re.match(
        r"(?:khai mạc|khai giảng|bế mạc|bế giảng|bắt đầu|kết thúc)\b", draft.title, re.IGNORECASE
    )
    text = draft.evidence[0].text if draft.evidence else ""
    return opens is not None and (_OF_EACH.search(text) or _CLOSES.search(text)) is not None
