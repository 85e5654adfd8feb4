"""What the notes at the foot of a schedule change of the meetings above them.

"Ghi chú: Phiên giao dịch xã Pá Lông ngày 27/12 chuyển sang 29/12, giờ không đổi" tells of a meeting that stands in the
list with its hour: that one is put off, and the new one has what the note does not tell anew. What is hard is to know
the meeting again, which a note names in other words and with other words around it ("Do mưa bão, buổi diễn tập ...").
"""

import re
from collections.abc import Sequence

from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.reading.doubles import key_of
from calendars.reading.scope import Draft
from calendars.reading.timing.precedence import OLD
from calendars.when import NO_HOURS, Day, Hours, Undated, Window, with_hours

_ENOUGH = 0.75
_SOME_WORDS = 2
_SAME_HOUR = re.compile(
    r"\b(?:gio|thoi gian|khung gio)\b[^,;.]{0,12}\b(?:khong (?:thay )?doi|giu nguyen|nhu cu)\b"
    r"|\b(?:cung|van|giu nguyen) (?:khung )?(?:gio|thoi gian)\b|\bgio cu\b"
)
_CHANGES = re.compile(r"\s(?:dời|chuyển|lùi|đẩy|hoãn|hủy|huỷ)\b", re.IGNORECASE)
_SAME_DAY = re.compile(r"\bcung ngay\b(?!\s*\(?\d)")  # "chuyển sang 16h00 cùng ngày": that of the meeting
# "Giao ban từ tháng 11 chuyển sang 7h15": from when on the hour is another, and not that of the meeting above.
_FROM_LATER = re.compile(
    r"\b(?:tu|ke tu|bat dau tu) (?:thang|tuan|quy|nam|hoc ky|ky)(?: hoc| thu)?(?: \d+| sau| toi|"
    r" [ivx]+)\b[^;.]{0,60}\b(?:chuyen|doi|lui|day|hop|bat dau)\b|\b(?:chuyen|doi|lui|day)\b"
    r"[^;.]{3,60} (?:tu|ke tu|bat dau tu) (?:thang|tuan|quy|nam) (?:\d+|sau|toi)\b"
)
MOVES = re.compile(
    r"\b(?:chuyen|doi|roi|lui|day)(?: (?:lai|lich|ngay|thoi gian|gio|som))*"
    r" (?:sang|len|xuong|den|toi|vao|qua|ve|thanh)\b"
    r"|\b(?:chuyen|doi|lui|day)(?: (?:lai|som|len|gio))* \d"
)


def settle_foot_changes(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a schedule, a meeting that a later note puts off told once, with its hour, and so the new one."""
    gone: list[Draft] = []
    for place, note in enumerate(drafts):
        if place and isinstance(note.when, (Undated, Window)) and _is_from_later(note):
            gone.append(note)
            continue
        if isinstance(note.when, Undated) and note.category is Category.MEETING:
            gone += _without_its_day(note, drafts[:place])
            continue
        if not isinstance(note.when, Day) or note.category is not Category.MEETING:
            continue
        if note.status in OLD:
            meeting = _meeting(note, drafts[:place], same_day=True)
            if meeting is None:
                continue
            new = next((d for d in drafts[place + 1 : place + 2] if d.title == note.title), None)
            gone.append(note)
            _put_off(meeting, note, note.status)
            if new is not None and new.status not in OLD:
                _told_anew(new, meeting)
        elif _tells_new_time(note):
            meeting = _meeting(note, drafts[:place], same_day=False) or _earlier_that_day(
                note, drafts[:place]
            )
            if meeting is not None and meeting.evidence[0].line != note.evidence[0].line:
                _put_off(meeting, note, Status.POSTPONED)
                _told_anew(note, meeting)
    return [draft for draft in drafts if not any(draft is each for each in gone)]


def _is_from_later(note: Draft) -> bool:
    """Whether a note tells from which month or week on a meeting's hour is another."""
    return bool(note.evidence) and _FROM_LATER.search(fold(note.evidence[0].text)) is not None


def _without_its_day(note: Draft, above: Sequence[Draft]) -> list[Draft]:
    """What goes of a note without a day: it puts the meeting above to another hour of its day, or calls it off."""
    hours = note.when.hours
    hours = hours if hours.start else hours._replace(start=hours.end, end=None)  # "lùi đến 19h30"
    called_off = note.status in OLD and not note.when.hours
    if not called_off and (hours.start is None or not _tells_new_time(note)):
        return []
    found = [
        draft
        for draft in above
        if draft.status not in OLD
        and draft.category is Category.MEETING
        and isinstance(draft.when, Day)
        and draft.evidence
        and draft.evidence[0].line != note.evidence[0].line
        and _same_thing(draft.title, note.title)
    ]
    meeting = found[0] if len(found) == 1 else None
    if called_off:
        if meeting is not None:
            _put_off(meeting, note, note.status)
        return [note]
    if meeting is not None and isinstance(meeting.when, Day):
        note.when, note.status = Day(meeting.when.day, hours), Status.CONFIRMED
        _put_off(meeting, note, Status.POSTPONED)
        _told_anew(note, meeting)
    return []


def _tells_new_time(note: Draft) -> bool:
    """Whether a draft is of a note that tells when a meeting is now, and not when it was to be."""
    return bool(note.evidence) and MOVES.search(fold(note.evidence[0].text)) is not None


def _meeting(note: Draft, above: Sequence[Draft], *, same_day: bool) -> Draft | None:
    """The one meeting above that a note is about; same_day: it stands on the day that the note tells."""
    found = [
        draft
        for draft in above
        if draft.status not in OLD
        and draft.category is Category.MEETING
        and isinstance(draft.when, Day)
        and isinstance(note.when, Day)
        and (draft.when.day == note.when.day) is same_day
        and (not same_day or _may_be(draft.when.hours, note.when.hours))
        and _same_thing(draft.title, note.title)
    ]
    return found[0] if len(found) == 1 else None


def _earlier_that_day(note: Draft, above: Sequence[Draft]) -> Draft | None:
    """The one meeting above that a note puts to another hour of its day ("lùi đến 15h30 cùng ngày")."""
    found = [
        draft
        for draft in above
        if draft.status not in OLD
        and isinstance(draft.when, Day)
        and isinstance(note.when, Day)
        and draft.when.day == note.when.day
        and None not in (draft.when.hours.start, note.when.hours.start)
        and draft.when.hours.start != note.when.hours.start
        and _same_thing(draft.title, note.title)
    ]
    return found[0] if len(found) == 1 else None


def _same_thing(title: str, told: str) -> bool:
    one, other = key_of(title), key_of(_CHANGES.split(told.rsplit(":", 1)[-1], maxsplit=1)[0])
    common = len(one & other)
    return common >= min(_SOME_WORDS, len(one), len(other)) > 0 and common >= _ENOUGH * min(
        len(one), len(other)
    )


def _may_be(hours: Hours, told: Hours) -> bool:
    """Whether a meeting of these hours is one of those told: the same hour, or none told."""
    return told.start is None or hours.start is None or told.start == hours.start


def _put_off(meeting: Draft, note: Draft, status: Status) -> None:
    meeting.status = status
    meeting.evidence = tuple(dict.fromkeys((*meeting.evidence, *note.evidence)))
    meeting.issues += [issue for issue in note.issues if issue not in meeting.issues]


def _told_anew(new: Draft, meeting: Draft) -> None:
    """The new time with what the note does not tell: the name, place and chair of the meeting, its hour if it stays."""
    new.title = meeting.title
    new.location = new.location or meeting.location
    new.chair = new.chair or meeting.chair
    if not isinstance(new.when, Day) or not isinstance(meeting.when, Day):
        return
    told = " ".join(fold(passage.text) for passage in new.evidence)
    if len(new.evidence) == 1 and _SAME_DAY.search(told):
        new.when = new.when._replace(day=meeting.when.day)
    if new.when.hours.start is not None:
        return
    if _SAME_HOUR.search(told):
        hours = meeting.when.hours
        part = new.when.hours.part or hours.part
        new.when = with_hours(new.when, NO_HOURS._replace(start=hours.start, end=hours.end, part=part))
