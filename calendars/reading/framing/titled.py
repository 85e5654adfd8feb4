"""The thing that a document's title names with its days: "CHƯƠNG TRÌNH Đại hội ... (ngày 10 và 11/8/2023, tại ...)".

Below such a title stands an agenda, and no labelled line tells again when the whole is. What is hard is that a
programme's title names a period in the same way, so that the title must name something that is held.
"""

import re
from collections.abc import Sequence

from calendars.grammar.rule import Context, Reading
from calendars.layouts.outline import passage_of
from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.reading.framing.frame import Frame
from calendars.reading.letters.letter import subject_of
from calendars.reading.naming.places import find_place
from calendars.reading.naming.titles import has_head, title_of
from calendars.reading.scope import Draft
from calendars.reading.timing.precedence import OLD, Origin
from calendars.reading.timing.understanding import understood
from calendars.reading.words import item_words
from calendars.when import Day, Hours, Span, extent, with_hours

_TYPE = re.compile(r"(?:nội dung,?\s+)?(?:chương trình|lịch trình|kịch bản)\s+", re.IGNORECASE)
_OF_AN_OFFICE = re.compile(
    r"(?:lam viec|cong tac|hoat dong|tuan)\b"
)  # the programme is no thing that is held
_SCHEDULE = re.compile(
    r"\blich (?:lam viec|cong tac|hoat dong|tuan|hop|tiep)\b.*\b(?:tuan|thang)\b"
)  # changed below
_BARE = re.compile(r"(?:(?:du|cuoc|buoi|phien|cac) )?(?:hop|lam viec|hoi nghi)")
_BRACKET = re.compile(r"\s*\([^()]*\d[^()]*\)")
_LONGEST = 7  # days
_ROWS = 3


def told_in_title(frame: Frame, drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The draft of what the title names with its days, where the body is its agenda; empty for any other document."""
    subject = subject_of(frame) or ""
    if found := _TYPE.match(subject):
        subject = subject[found.end() :]
    if _OF_AN_OFFICE.match(fold(subject)) or _SCHEDULE.search(fold(subject)):
        return []
    days = [r for r in understood(subject, context).readings if isinstance(r.when, (Day, Span))]
    if len(days) != 1 or days[0].deadline or not has_head(subject):
        return []
    if _BARE.fullmatch(fold(subject[: days[0].at[0]]).strip(" -–:,(")):
        return []  # "GIẤY MỜI họp ngày 22/7" over the sentence that tells of what
    span = extent(days[0].when)
    if span is None or len(span) > _LONGEST:
        return []
    rows = [
        d for d in drafts if d.category is Category.MEETING and isinstance(d.when, Day) and d.when.day in span
    ]
    rows = [row for row in rows if row.status not in OLD and row.when.hours.start]
    sessions = len(rows) == _ROWS - 1 and all(row.when.hours.end for row in rows)  # each with its own agenda
    if (len(rows) < _ROWS and not sessions) or any(
        _is_the_whole(draft, days[0], subject) for draft in drafts
    ):
        return []
    place = find_place(subject)
    passages = [
        passage_of(line)
        for line in frame.head
        if line.text.strip() and fold(line.text.strip()) in fold(frame.title or "")
    ]
    return [
        Draft(
            title=title_of(_BRACKET.sub("", subject)),
            category=Category.MEETING,
            status=days[0].status if days[0].status is not Status.TENTATIVE else Status.CONFIRMED,
            when=with_hours(days[0].when, hours_of_rows(rows)),
            origin=Origin.OWN,
            evidence=tuple(passages),
            location=place.name.rstrip(")") if place else None,
        )
    ]


def _is_the_whole(draft: Draft, days: Reading, subject: str) -> bool:
    """Whether a draft already tells of all of it."""
    same = extent(draft.when) == extent(days.when)
    return same and fold(draft.title)[:20] in fold(subject)


def hours_of_rows(rows: Sequence[Draft]) -> Hours:
    """The opening hour of the first day and the hour at which the last row of the last day ends."""
    words = item_words()
    days = sorted(row.when.day for row in rows if isinstance(row.when, Day))
    first = [row for row in rows if isinstance(row.when, Day) and row.when.day == days[0]]
    last = [row for row in rows if isinstance(row.when, Day) and row.when.day == days[-1]]
    opening = next((row for row in first if words["items.opening"].search(fold(row.title))), None)
    opening = opening or next(
        (row for row in first if not words["items.assembly"].search(fold(row.title))), first[0]
    )
    closing = next((row for row in last if words["items.closing"].search(fold(row.title))), None)
    return Hours(start=opening.when.hours.start, end=(closing or last[-1]).when.hours.end)
