"""What a notice of change does as a whole: which time is the old one, which the new, and of which meeting.

Sentences that name both are read by the grammar. What is hard is the rest: the subject says "tạm hoãn", one
sentence tells what was announced, another "hoãn Kỳ họp nói trên" or "nay chuyển sang" (reference section A.8).
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Line
from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.reading.framing.frame import Frame
from calendars.reading.naming.titles import has_head
from calendars.reading.notices.announced import announced_thing
from calendars.reading.notices.former_limits import tell_former_limits
from calendars.reading.notices.going_elsewhere import go_elsewhere
from calendars.reading.notices.misprints import without_misprints
from calendars.reading.notices.referring import answer_references, call_off_at_last
from calendars.reading.notices.speaking_of import (
    NAMELESS,
    SPOKEN_OF,
    begins_with,
    is_short_for,
    is_titled,
    is_unnamed,
    names_nothing,
    refers_to_one,
    speaks_of,
)
from calendars.reading.notices.subject import is_bare_subject, moves_only_the_place, subject_of
from calendars.reading.notices.title_words import ONLY_MOVED, place_without_change, without_change
from calendars.reading.notices.voided import (
    ONLY_CHANGES,
    answer_announced,
    extend_announced,
    is_announced_meeting,
    says,
    void_announced,
)
from calendars.reading.scope import Draft
from calendars.reading.timing.precedence import OLD
from calendars.times import DayPart, DaySpan
from calendars.when import Day, Days, Hours, Repeat, extent

_NEW_TIME = re.compile(
    r"(?:thoi gian |lich |ngay )?(?:to chuc |hop |hoc |thi )?(?:moi|sau dieu chinh|dieu chinh|thay doi|thay the"
    r"|to chuc lai|hop lai)"
)
_HELD_ANEW = re.compile(r"\bthoi gian (?:hop|to chuc) (?:moi|lai|cu the|chinh thuc|thay the)\b")
_FORMERLY = re.compile(  # "Thời điểm đóng thầu đã thông báo: 9 giờ ngày 14/11" over the one that holds now
    r"\A[\W\d]*[^:(\d]{3,80}\b(?:da (?:thong bao|an dinh|cong bo)|ban dau|truoc day|cu)\s*(?:la\s*)?:\s*(?=.*\d)"
    r"(?!.*\b(?:moi|nay)\b)"
)
_WHICH_TIME = re.compile(
    r"(?:lich|thoi gian|ngay|gio)(?: \w+)? (?:cu|moi|ban dau|truoc day|da thong bao|dieu chinh)"
)
_ROW = re.compile(r"\s*(?:[-–+*•]|\w{1,2}[.)])\s[^\W\d][^:\n]{3,80}:\s")
_PARTED = re.compile(r"\b(?:chia|tach|ghep|gop|don) (?!se )")
_PART = re.compile(r"(?:buoi|lop|dot|ca|nhom|phien) (?:thu |so )?(?:\d{1,2}|[ivx]+|nhat|hai|ba|tu)\b")
_LONGEST = 120  # letters of a title with the name of the whole before it
_NOON = 12
_PAPER = re.compile(
    rf"{NAMELESS}$|[^:;]{{0,80}}\bdinh chinh(?: lai)?$|thoi gian dung$|(?:do|vi) (?:so suat|nham lan|sai sot|loi)\b"
    r"|(?:dinh chinh|thay doi|dieu chinh|thay the|thu hoi)(?: ve)? (?:giay moi|thu moi)\b"
)
_ANY_MEETING = ("hop", "cuoc hop", "hoi nghi", "thoi gian hop", "thoi gian to chuc")
_FEW = 3
_A_KIND = 2  # words
_IS_MOVED_TO = re.compile(r"\b(?:doi|chuyen|lui|hoan|dich|dieu chinh)\b[^.;]{0,160}\bsang\b")


def settle_notice(drafts: list[Draft], frame: Frame) -> list[Draft]:
    """The drafts of a notice with their states, and titles where a sentence says only "cuộc họp này"."""
    subject = subject_of(frame)
    answer_references(drafts, frame.body)
    drafts = [draft for draft in drafts if not _is_headline(draft, drafts)]
    meetings = [draft for draft in drafts if draft.category is Category.MEETING]
    name, status = subject or ("", None)
    told = False
    alone = all(
        _points_at_one(d) or speaks_of(d, name) or begins_with(name, without_change(d.title))
        for d in meetings
    )
    for draft in meetings if name else ():
        which = not told and _WHICH_TIME.fullmatch(fold(draft.title)) is not None
        told = told or has_head(draft.title)
        short = begins_with(name, without_change(draft.title))
        if (
            which
            or short
            or (is_titled(draft, name) and " " in name)
            or (is_unnamed(draft) and len(meetings) <= 2)
            or (alone and _points_at_one(draft))
        ):
            draft.title = name
    if not name and (thing := announced_thing(b.text for b in frame.body if isinstance(b, Line))):
        for draft in meetings:
            if (
                _PAPER.match(fold(draft.title))
                or ONLY_MOVED.fullmatch(draft.title)
                or is_bare_subject(draft.title)
            ):
                draft.title = thing
    drafts = _named_beside(without_misprints(drafts))
    former = [d for d in drafts if any(says(_FORMERLY, p.text) for p in d.evidence[:1])]
    for draft in former if len(former) < len(drafts) else ():
        draft.status = Status.POSTPONED
    meetings = [draft for draft in drafts if draft.category is Category.MEETING]
    extend_announced(drafts)
    void_announced(meetings)
    answer_announced(meetings, name)
    _give_new_time(meetings)
    told_old = any(draft.status in OLD for draft in meetings if not name or speaks_of(draft, name))
    if subject is not None and not told_old and not moves_only_the_place(frame):
        _give(meetings, name, status)
    if status is not None:
        call_off_at_last(meetings, frame.body, name)
    _give_place(meetings)
    go_elsewhere(drafts, frame.body)
    _ask_still(drafts)
    for draft in drafts:
        draft.title = without_change(draft.title)
        draft.location = place_without_change(draft.location)
    tell_former_limits(drafts)
    if _PARTED.search(fold(frame.title or "")) and any(draft.status not in OLD for draft in meetings):
        for draft in (d for d in meetings if d.status is Status.CANCELLED):
            draft.status = Status.POSTPONED  # "chia đợt Hội nghị": it is held, on other days
        _name_parts(drafts)
    held = [d for d in drafts if d.category is not Category.OBSERVANCE or d.status not in OLD]
    if any(draft.status in OLD and isinstance(draft.when, (Day, Days)) for draft in held):
        held = [draft for draft in held if not _is_the_usual(draft)]
    return _without_repeated(_told_with_hours(held))  # no feast is put off


def _points_at_one(draft: Draft) -> bool:
    """Whether a title only points at what was told before ("Buổi này"), or at its time ("Thời gian mới")."""
    return refers_to_one(draft) or _WHICH_TIME.fullmatch(fold(draft.title)) is not None


def _is_headline(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a draft only says to when something is moved, which another one names ("Dời sang 25-26/6")."""
    if not ONLY_MOVED.fullmatch(draft.title) or draft.status in OLD:
        return False
    return any(
        o is not draft and o.when == draft.when and o.status not in OLD and has_head(without_change(o.title))
        for o in drafts
    )


def _is_the_usual(draft: Draft) -> bool:
    """Whether a draft is what another paper lays down for always, of which a notice moves one day.

    "Theo Thông báo số 09/TB-UBND, Chủ tịch tiếp công dân vào thứ Ba hằng tuần. ... Chuyển buổi ngày 02/9 sang 04/9".
    """
    return isinstance(draft.when, Repeat) and draft.status not in OLD and is_announced_meeting(draft)


def _name_parts(drafts: Sequence[Draft]) -> None:
    """Each "Buổi 1 (...)" with the name of the meeting that was announced as one, before it."""
    whole: Draft | None = None
    for draft in drafts:
        if whole is not None and _PART.match(fold(draft.title)):
            title = f"{whole.title}: {draft.title[:1].lower()}{draft.title[1:]}"
            draft.title = title if len(title) <= _LONGEST else draft.title
        elif draft.status not in OLD and has_head(draft.title) and is_announced_meeting(draft):
            whole = draft


def _told_with_hours(drafts: list[Draft]) -> list[Draft]:
    """The drafts, a state that a sentence gives to a day ("không tổ chức ngày 15/3") as that of what was announced."""
    unnamed = [d for d in drafts if d.status in OLD and not d.when.hours and not has_head(d.title)]
    for draft in drafts:
        told = next((old for old in unnamed if _same_day(old, draft)), None)
        if told and draft.status not in OLD and draft.when.hours and is_announced_meeting(draft):
            draft.status = told.status
            drafts = [other for other in drafts if other is not told]
    return drafts


def _ask_still(drafts: Sequence[Draft]) -> None:
    """What is asked for beside a meeting that is called off still holds ("Hủy họp A; gửi báo cáo ...")."""
    for draft in drafts:
        if draft.category is not Category.DEADLINE or draft.status is not Status.CANCELLED:
            continue
        told = {passage.line for passage in draft.evidence}
        beside = [d for d in drafts if d.category is Category.MEETING and d.status is Status.CANCELLED]
        if any(told & {passage.line for passage in other.evidence} for other in beside):
            draft.status = Status.CONFIRMED


def plain_titles(drafts: list[Draft]) -> list[Draft]:
    """The drafts of any other paper, what is put off or called off and told with its words without these."""
    _ask_still(drafts)
    changed = {draft.title for draft in drafts if draft.status in OLD}
    for draft in drafts:
        if draft.title in changed:
            draft.title = without_change(draft.title)
    return drafts


def _named_beside(drafts: list[Draft]) -> list[Draft]:
    """The drafts, an old and a new time quoted without a name as of the meeting that is told beside them, once."""
    quoted = [draft for draft in drafts if fold(draft.title) == NAMELESS]
    named = [draft for draft in drafts if has_head(draft.title) and draft not in quoted]
    same = [draft for draft in named if any(draft.when == one.when for one in quoted)]
    if len(quoted) < 2 or len(same) != 1:
        return drafts
    for draft in quoted:
        draft.title, draft.location = same[0].title, draft.location or same[0].location
    return [draft for draft in drafts if draft is not same[0]]


def _give_place(meetings: Sequence[Draft]) -> None:
    """A new time without a place of its own has that of the old one."""
    for old in meetings:
        for new in meetings if old.status in OLD and old.location else ():
            if new.status not in OLD and new.location is None and new.title == old.title:
                new.location = old.location


def _give_new_time(meetings: Sequence[Draft]) -> None:
    """A line "Thời gian mới: ..." is of the meeting told before it, whose time is then the old one."""
    for place, draft in enumerate(meetings):
        if not _tells_new_time(draft):
            continue
        above = [d for d in reversed(meetings[:place]) if has_head(d.title)]
        told = above[0] if above and above[0].evidence[:1] == draft.evidence[:1] else None
        before = told or next((d for d in above if d.status not in OLD), above[0] if above else None)
        if before is not None and before.when != draft.when:
            before.status = Status.POSTPONED
            draft.title, draft.status = before.title, Status.CONFIRMED


def _tells_new_time(draft: Draft) -> bool:
    title = fold(draft.title)
    return _NEW_TIME.fullmatch(title) is not None or (
        title in _ANY_MEETING and any(says(_HELD_ANEW, passage.text) for passage in draft.evidence[:1])
    )


def _without_repeated(drafts: list[Draft]) -> list[Draft]:
    """The drafts without what had been announced where another sentence tells of that day as the old one."""
    drafts = [draft for draft in drafts if not _is_told_day_by_day(draft, drafts)]
    old: dict[DaySpan | None, list[Draft]] = {}
    for draft in drafts:
        if draft.status in OLD:
            old.setdefault(extent(draft.when), []).append(draft)
    return [
        draft
        for place, draft in enumerate(drafts)
        if not _is_told_as_old(draft, old.get(extent(draft.when), ()))
        and not _is_same_time(draft, drafts)
        and not _is_upheld(draft, drafts)
        and not _is_told_more_fully(draft, drafts)
        and not (names_nothing(draft) and any(_is_told_by(draft, other) for other in drafts[:place]))
    ]


def _is_upheld(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether another sentence tells what had been announced again, at the same time ("Thời gian: không thay đổi")."""
    if draft.status in OLD or not is_announced_meeting(draft):
        return False
    again = (o for o in drafts if o is not draft and o.status not in OLD and o.title == draft.title)
    return any(other.when == draft.when and not is_announced_meeting(other) for other in again)


def _is_told_more_fully(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether another draft tells the same new time of a thing whose name has all the words of this one's."""
    if draft.status in OLD or draft.when.hours:
        return False
    same = [o for o in drafts if o is not draft and o.status not in OLD and o.when == draft.when]
    fuller = next((o for o in same if o.title != draft.title and is_short_for(draft.title, o.title)), None)
    if fuller is None:
        return False
    fuller.location = fuller.location or draft.location
    return True


def _is_same_time(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether an old time is the new one written otherwise ("Giấy mời ghi thứ Sáu, ngày 16/5")."""
    new = (o for o in drafts if o.status not in OLD and o.evidence[:1] == draft.evidence[:1])
    same = (o for o in new if o.title == draft.title and o.when.hours == (draft.when.hours or o.when.hours))
    return draft.status in OLD and any(_same_day(draft, other) for other in same)


def _is_told_as_old(draft: Draft, old: Sequence[Draft]) -> bool:
    """Whether one of the old times of the same day tells what a draft tells, and no less."""
    if draft.status in OLD:
        return any(_says_less(draft, other) for other in old)
    return is_announced_meeting(draft) and any(_same_time(draft, other) for other in old)


def _is_told_day_by_day(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether several days that had been announced are each told again by themselves ("ngày 10/9: chuyển sang ...")."""
    if not isinstance(draft.when, Days) or not is_announced_meeting(draft):
        return False
    told = {other.when.day for other in drafts if other is not draft and isinstance(other.when, Day)}
    return set(draft.when.days) <= told


def _is_told_by(draft: Draft, other: Draft) -> bool:
    """Whether a sentence that names no meeting tells again the new day of another ("quyết định dời ngày sang ...")."""
    both_new = draft.status not in OLD and other.status not in OLD and draft.category is other.category
    says_no_more = draft.when == other.when or (not draft.when.hours and _same_day(draft, other))
    return both_new and says_no_more


def _says_less(draft: Draft, other: Draft) -> bool:
    """Whether an old time without an hour is told with its hour by another draft of the same thing."""
    if draft is other or draft.when.hours or not other.when.hours or not _same_day(draft, other):
        return False
    return speaks_of(other, draft.title)


def _same_day(one: Draft, other: Draft) -> bool:
    spans = extent(one.when), extent(other.when)
    return spans[0] is not None and spans[0] == spans[1]


def _same_time(one: Draft, other: Draft) -> bool:
    """Whether two tell of the same day, and not each of an hour of its own ("chuyển sang 14h00 cùng ngày")."""
    hours = one.when.hours.start, other.when.hours.start
    if None not in hours:
        return _same_day(one, other) and hours[0] == hours[1]
    return _same_day(one, other) and not _of_other_halves(one.when.hours, other.when.hours)


def _of_other_halves(one: Hours, other: Hours) -> bool:
    """Whether one of two times is of the morning and the other is not, as their hour or their words say."""
    halves = [
        hours.start.hour < _NOON if hours.start else hours.part is DayPart.MORNING
        for hours in (one, other)
        if hours.start or hours.part not in (None, DayPart.ALL_DAY)
    ]
    return len(set(halves)) > 1


def _line_of(draft: Draft) -> int:
    return draft.evidence[0].line if draft.evidence else 0


def _are_one(first: Draft, second: Draft) -> bool:
    unnamed = is_unnamed(second) and not (_is_row(first) and _is_row(second))
    return unnamed or speaks_of(second, first.title)


def _is_moved_to(draft: Draft) -> bool:
    """Whether the passage of a draft moves something to a time, and tells the draft's own day behind that verb."""
    span = extent(draft.when)
    for passage in draft.evidence[:1]:
        moved = _IS_MOVED_TO.search(fold(passage.text))
        if moved and span and (own := re.search(rf"(?<!\d)0?{span.first.day}(?!\d)", passage.text)):
            return own.start() > moved.start()
        return moved is not None
    return False


def _is_row(draft: Draft) -> bool:
    """Whether a draft stands in a list below a name of its own ("- Vụ thừa kế: 8 giờ ngày 07/12")."""
    title = fold(draft.title)
    if any(words.fullmatch(title) for words in (_WHICH_TIME, SPOKEN_OF, _NEW_TIME, ONLY_CHANGES)):
        return False
    return any(_ROW.match(passage.text) for passage in draft.evidence[:1])


def _give(meetings: Sequence[Draft], name: str, status: Status | None) -> None:
    """Of two times of one meeting the first is the old one; a single one has the state of the subject's verb."""
    few = len(meetings) <= _FEW
    same = [
        d
        for d in meetings
        if not name
        or speaks_of(d, name)
        or (few and (not has_head(d.title) or is_short_for(d.title, name)))
        or (len(meetings) == 1 and len(d.title.split()) <= _A_KIND)  # "Hoãn tọa đàm A" over "Hội thảo" alone
    ]
    if any(draft.status in OLD for draft in same):
        return  # another sentence says already which of them is the old one
    # The labelled lines of a letter are read first, wherever they stand: what is told above them is the old time.
    times = sorted((draft for draft in same if draft.status not in OLD), key=_line_of)
    if status is not None and len(times) == 1:
        new = times[0].status is Status.TENTATIVE and any(draft.status in OLD for draft in meetings)
        times[0].status = times[0].status if new else status  # "... thi vòng 1 dự kiến trong tháng 9"
    elif (
        len(times) >= 2
        and not isinstance(times[0].when, Repeat)
        and times[0].when != times[1].when
        and not _is_moved_to(times[0])
        and (name or _are_one(times[0], times[1]))
    ):
        times[0].status = status or Status.POSTPONED
        if is_short_for(times[0].title, times[1].title):
            times[0].title = times[1].title
        times[1].title = times[0].title
        times[1].location = times[1].location or times[0].location
