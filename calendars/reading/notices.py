"""What a notice of change does as a whole: which time is the old one, which the new, and of which meeting.

Sentences that name both are read by the grammar. What is hard is the rest: the subject says "tạm hoãn", one
sentence tells what was announced, another "hoãn Kỳ họp nói trên" or "nay chuyển sang" (reference section A.8).
"""

import re
from collections.abc import Sequence

from calendars.layouts.words import fold
from calendars.programme import Category, Status
from calendars.reading.frame import Frame
from calendars.reading.precedence import OLD
from calendars.reading.scope import Draft
from calendars.reading.titles import has_head, title_of
from calendars.reading.words import item_words

_SUBJECT = re.compile(
    r"^(?:thông báo|công văn|về việc|v/v|[\s:,.\-])*(?:(?:tạm\s+)?(?:hoãn|dừng)|hủy(?: bỏ)?|"
    r"huỷ(?: bỏ)?|(?:thay đổi|điều chỉnh|chuyển|dời|lùi|đổi)"
    r"(?:\s+(?:thời gian|địa điểm|lịch|ngày|giờ|và|,))*(?:\s+tổ chức)?)\s+",
    re.IGNORECASE,
)


_IS_MOVED = re.compile(
    r"\b(?:doi|chuyen|lui|hoan|dich)\s+(?:thoi gian\s+)?(?:sang|den|vao|lai)\b|\b(?:som|muon|cham) hon\b"
)


def settle_notice(drafts: list[Draft], frame: Frame) -> list[Draft]:
    """The drafts of a notice with their states, and titles where a sentence says only "cuộc họp này"."""
    subject = _subject_of(frame)
    meetings = [draft for draft in drafts if draft.category is Category.MEETING]
    _void_announced(meetings)
    if subject is not None:
        name, status = subject
        if name:
            for draft in meetings:
                if _is_titled(draft, name) or (not has_head(draft.title) and len(meetings) <= 2):
                    draft.title = name
        if not any(draft.status in OLD for draft in meetings if _speaks_of(draft, name)):
            _give(meetings, name, status)
    return drafts


def _void_announced(meetings: Sequence[Draft]) -> None:
    """Of a meeting told twice, the second time as moved ("dời sang ..."), the first time is the old one."""
    for at, draft in enumerate(meetings):
        if draft.status in OLD or not any(_IS_MOVED.search(fold(p.text)) for p in draft.evidence[:1]):
            continue
        same = [other for other in meetings if other is not draft and _speaks_of(other, draft.title)]
        if not any(other.status in OLD for other in same):
            for other in meetings[:at]:
                if other in same and other.when != draft.when:
                    other.status = Status.POSTPONED


def _subject_of(frame: Frame) -> tuple[str, Status | None] | None:
    """(the meeting that the subject names, the state that its verb gives)."""
    title = frame.title or ""
    found = _SUBJECT.match(title)
    if not found:
        return None
    folded, words = fold(found[0]), item_words()
    if words["change.cancelled"].search(folded):
        status: Status | None = Status.CANCELLED
    elif words["change.postponed"].search(folded):
        status = Status.POSTPONED
    else:
        status = None
    name = title_of(re.split(r"\s+\(|\s+(?:ngày|sang ngày|tuần)\s+\d", title[found.end() :])[0])
    return (name if has_head(name) else ""), status


def _is_titled(draft: Draft, name: str) -> bool:
    """Whether a draft's own title has the beginning of the name in it."""
    wanted = re.findall(r"\w+", fold(name))[:4]
    return all(re.search(rf"\b{word}\b", fold(draft.title)) for word in wanted)


def _speaks_of(draft: Draft, name: str) -> bool:
    wanted = [word for word in re.findall(r"\w+", fold(name)) if len(word) > 1][:4]
    text = fold(draft.title)
    return bool(wanted) and all(re.search(rf"\b{word}\b", text) for word in wanted)


def _give(meetings: Sequence[Draft], name: str, status: Status | None) -> None:
    """Of two times of one meeting the first is the old one; a single one has the state of the subject's verb."""
    same = [draft for draft in meetings if not name or _speaks_of(draft, name) or not has_head(draft.title)]
    times = [draft for draft in same if draft.status not in OLD]
    if status is not None and len(times) == 1:
        times[0].status = status
    elif len(times) >= 2 and times[0].when != times[1].when:
        times[0].status = status or Status.POSTPONED
        times[1].title = times[0].title
        times[1].location = times[1].location or times[0].location
