"""What another paper had announced, and which of it a notice makes void: the old time of what it moves or extends.

"Theo Kế hoạch số 45, Hội thảo A được tổ chức ngày 14/9. ... lùi Hội thảo sang ngày 21/9": what is hard is that the
second sentence calls the meeting by another name, or by none.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.reading.naming.titles import has_head
from calendars.reading.notices.announced import speaks_of_announcement
from calendars.reading.notices.speaking_of import SPOKEN_OF, begins_with, is_short_for, is_titled, speaks_of
from calendars.reading.scope import Draft
from calendars.reading.timing.precedence import OLD
from calendars.when import Day, Repeat, extent, with_hours

ONLY_CHANGES = re.compile(
    r"(?:thay doi|dieu chinh|chuyen|doi|lui)(?:,? (?:va )?(?:thoi gian|dia diem|lich|ngay|gio|thanh phan|to chuc))+"
    r"(?: (?:cuoc|buoi|phien))?(?: (?:hop|hoi nghi|lam viec))?"
)
_EXTENDS = re.compile(r"\b(?:gia han|keo dai|lui)\b")
_IS_MOVED = re.compile(
    r"\b(?:doi|chuyen|lui|hoan|dich)\s+(?:thoi gian\s+)?(?:sang|den|vao|lai)\b|\b(?:som|muon|cham) hon\b"
    r"|\b(?:lui|doi|day|hoan)\b[^.;\d]{0,60}\d{1,2} (?:ngay|tuan|thang)\b"
)
_MOVES = re.compile(r"\b(?:doi|chuyen|lui|dich)\b[^.;\d]{2,80}\bsang\b")
_SAME_HOUR = re.compile(
    r"\b(?:gio|thoi gian bat dau|khung gio)\b[^.;\d]{0,30}\b(?:giu nguyen|khong (?:thay )?doi|nhu cu)\b"
)


def void_announced(meetings: Sequence[Draft]) -> None:
    """Of a meeting told twice, the second time as moved ("dời sang ..."), the first time is the old one."""
    announced = any(map(is_announced_meeting, meetings))
    for at, draft in enumerate(meetings):
        moved = any(says(_IS_MOVED, p.text) for p in draft.evidence[:1])
        if draft.status in OLD or not (moved or announced):
            continue
        same = [o for o in enumerate(meetings) if o[1] is not draft and speaks_of(o[1], draft.title)]
        same = [o for o in same if is_titled(o[1], draft.title)] or same
        if any(other.status in OLD for _, other in same):
            continue
        for place, other in same:
            was_told = is_announced_meeting(other) and not is_announced_meeting(draft)
            once = isinstance(other.when, Repeat) and not isinstance(draft.when, Repeat)
            if not once and other.when != draft.when and (was_told or (moved and place < at)):
                other.status = Status.POSTPONED
                draft.location = draft.location or other.location
                if begins_with(other.title, draft.title):  # "... lùi Hội thảo sang ngày 24/5, giờ giữ nguyên"
                    draft.title = other.title
                    _keep_hour(other, draft)


def extend_announced(drafts: Sequence[Draft]) -> None:
    """ "Gia hạn thời gian thi đến ngày 31/8" is due then; the earlier end that had been announced holds no more."""
    for new in drafts:
        told = fold(" ".join((new.title, *(passage.text for passage in new.evidence[:1]))))
        if new.status in OLD or not isinstance(new.when, Day) or not _EXTENDS.search(told):
            continue
        for old in drafts:
            until = extent(old.when)
            held = new.category is Category.MEETING and has_head(new.title)  # by then nothing is due
            ends = (old.category is Category.DEADLINE and not held) or _EXTENDS.match(fold(new.title))
            if old is not new and until and until.last < new.when.day and ends and _is_announced(old):
                old.status = Status.POSTPONED


def answer_announced(meetings: Sequence[Draft], subject: str) -> None:
    """One announced meeting is moved to the only other time, which names none or a meeting of its sort as moved.

    "V/v thay đổi thời gian họp", "Ban Tổ chức lùi Hội thảo sang ngày 21/9; giờ giữ nguyên". subject: the name that the
    notice gives to what it changes, which a time without one bears.
    """
    firm = [draft for draft in meetings if draft.status not in OLD]
    told = [draft for draft in firm if is_announced_meeting(draft)]
    new = [draft for draft in firm if draft not in told]
    if len(told) != 1 or any(draft.status in OLD and draft.title == told[0].title for draft in meetings):
        return
    old = told[0]
    nameless = [
        d
        for d in new
        if d.title == subject or any(words.fullmatch(fold(d.title)) for words in (ONLY_CHANGES, SPOKEN_OF))
    ]
    moved = [d for d in new if _is_told_as_moved(d) and _are_of_one_sort(old, d)]
    answers = moved or (nameless if len(new) == 1 else [])
    if len(answers) == 1 and answers[0].when != old.when:
        now = answers[0]
        name = now.title if is_short_for(old.title, now.title) else old.title
        old.status, old.title, now.title = Status.POSTPONED, name, name
        _keep_hour(old, now)


def _keep_hour(old: Draft, new: Draft) -> None:
    """Give a new day the hour of the old one, where it is told that this stays."""
    if not new.when.hours and any(says(_SAME_HOUR, passage.text) for passage in new.evidence[:1]):
        new.when = with_hours(new.when, old.when.hours)


def _is_told_as_moved(draft: Draft) -> bool:
    return any(says(_IS_MOVED, passage.text) or says(_MOVES, passage.text) for passage in draft.evidence[:1])


def _are_of_one_sort(old: Draft, other: Draft) -> bool:
    """Whether a title has the word in it with which another begins for what is held ("... lùi Hội thảo")."""
    sort = " ".join(fold(old.title).split()[:2])
    return (
        " " in sort and has_head(sort) and re.search(rf"\b{re.escape(sort)}\b", fold(other.title)) is not None
    )


def is_announced_meeting(draft: Draft) -> bool:
    """Whether a draft is a meeting that another paper had announced, as the words beside it say."""
    meets = (
        draft.category is Category.MEETING
    )  # "gửi danh sách (nếu thay đổi so với lần trước) trước ngày 16/8"
    return meets and _is_announced(draft)


def _is_announced(draft: Draft) -> bool:
    return any(_is_of_a_paper(passage.text) for passage in draft.evidence[:1])


@lru_cache(maxsize=512)
def says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a passage holds the words; each of many things told in one line asks it of the whole line."""
    return pattern.search(fold(text)) is not None


@lru_cache(maxsize=512)
def _is_of_a_paper(text: str) -> bool:
    return speaks_of_announcement(text)
