"""What the heading over a list tells of everything below it: the hours, and what is done at each of the places.

    4. Lịch giao dịch xã (07h30 - 11h30)
    - Xã Đăk Uih: ngày 06

What is hard: a heading tells hours of all only where it names no day, and what stands below may have its own.
"""

import re
from collections.abc import Sequence

from calendars.grammar.rule import Context
from calendars.layouts.layout import Section
from calendars.layouts.words import fold
from calendars.marks import Category
from calendars.reading.duties import named_by_duty
from calendars.reading.naming.lettering import in_small_letters
from calendars.reading.naming.titles import has_head, mentions_head, title_of
from calendars.reading.scope import Draft
from calendars.reading.timing.understanding import understood
from calendars.times import DayPart
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, with_hours

_DIGIT = re.compile(r"\d")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_TIME_BEHIND = re.compile(r"[\s,:;-]+(?:từ|lúc|vào|bắt đầu)?\s*\d{1,2}\s*(?:h|g|giờ|:).*$", re.IGNORECASE)
_OF_LIST = re.compile(r"^(?:lịch|thời gian|kế hoạch|địa điểm|thời gian, địa điểm)\s+", re.IGNORECASE)
# What an office does in one village after the other.
_ROUND = re.compile(
    r"(?:giao dich|tiep xuc cu tri|tiep cong dan|tiep dan|tiem|kham|chi tra|phun|phien cho"
    r"|thu (?:gom|tien|hoi|phi|thue)|lam can cuoc|cap (?:phat|cccd|can cuoc|doi)|chieu phim"
    r"|bieu dien|tu van|hien mau)\b"
)
_MOST_WORDS = 6
_HOURS_OF_PART = {DayPart.MORNING: (5, 12), DayPart.AFTERNOON: (12, 18), DayPart.EVENING: (17, 24)}
DATED = (Day, Days, Span, Repeat)
_SEVERAL = 2


def hours_in_heading(heading: str | None, context: Context) -> Hours:
    """The hours that a heading without a day tells for all below it; none where it tells none, or several."""
    if not heading or not _DIGIT.search(heading):
        return Hours()
    told = [r for r in understood(heading, context).readings if not isinstance(r.when, Repeat)]
    only = told[0].when if len(told) == 1 else None
    return only.hours if isinstance(only, Undated) and only.hours.start else Hours()


def is_in_part(hours: Hours, part: DayPart | None) -> bool:
    """Whether hours told above can be those of something in a part of the day ("7h30" is no hour of "chiều")."""
    if hours.start is None or part not in _HOURS_OF_PART:
        return True
    first, last = _HOURS_OF_PART[part]
    return first <= hours.start.hour < last


def heading_over(sections: Sequence[Section], place: int) -> str | None:
    """The heading of a section; of a table without one, that of the empty section before it."""
    heading = sections[place].heading
    if heading is None and place and not sections[place - 1].items:
        return sections[place - 1].heading
    return heading


def told_by_heading(drafts: Sequence[Draft], heading: str | None, context: Context) -> None:
    """Give the meetings of a section the hours of its heading, and to bare names of places what is done there."""
    if not heading:
        return
    hours = hours_in_heading(heading, context)
    for draft in drafts:
        dated = isinstance(draft.when, DATED) and draft.category is Category.MEETING
        if hours and dated and not draft.when.hours:
            draft.when = with_hours(draft.when, hours)
    for draft in drafts:
        if draft.category is Category.MEETING and not (has_head(draft.title) or mentions_head(draft.title)):
            draft.title = named_by_duty(heading, draft.title) or draft.title
    thing = _OF_LIST.sub("", _TIME_BEHIND.sub("", _BRACKETS.sub("", heading.strip(" :."))))
    if not _ROUND.search(" ".join(fold(thing).split())):
        return  # of most headings no title need be made
    thing = in_small_letters(title_of(thing), ())
    if not _ROUND.match(fold(thing)):
        return
    for draft in drafts:
        if _is_bare_place(draft):
            draft.title = f"{thing}: {draft.title}"


def heads_below(own: Sequence[Draft], below: Sequence[Draft], text: str, context: Context) -> bool:
    """Whether an item tells only the hours of those below it, which then have them."""
    lacking = [draft for draft in below if isinstance(draft.when, DATED) and not draft.when.hours]
    bare = bool(own) and all(isinstance(draft.when, Undated) for draft in own)
    if not bare or len(lacking) < _SEVERAL or not hours_in_heading(text, context):
        return False
    told_by_heading(below, text, context)
    return True


def _is_bare_place(draft: Draft) -> bool:
    title = draft.title
    short = len(title.split()) <= _MOST_WORDS and ":" not in title
    return short and draft.category is Category.MEETING and not (has_head(title) or mentions_head(title))
