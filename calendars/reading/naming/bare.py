"""Titles that an item's own words leave bare, told fully: "Hội nghị" by the letter's subject, "Trực" by who or where.

What is hard is to leave alone what is bare because nothing more is known: only a subject that names a meeting, or a
person beside the duty, adds to a title.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.layouts.shapes import looks_like_place
from calendars.layouts.words import fold
from calendars.marks import Category
from calendars.programme import Kind
from calendars.reading.framing.frame import Frame
from calendars.reading.framing.titled import hours_of_rows
from calendars.reading.framing.topics import is_a_place, of_round, roster_topic, told_in_rounds
from calendars.reading.letters.letter import invited_to, subject_of
from calendars.reading.naming.titles import has_head, held_in, mentions_head, title_of
from calendars.reading.scope import Draft
from calendars.reading.spans import quotations
from calendars.times import DayPart
from calendars.when import Day, Hours, Span, extent, with_hours

_NAMED = 4  # words of a subject that names its meeting
_BARE_THING = re.compile(
    r"(?:cac |cuoc |buoi )?(?:hoi nghi|hoi thao|(?:ky |phien )?hop|le|dai hoi|hoi thi|hoi thao khoa hoc|toa dam|dien "
    r"dan|chuong trinh"
    r"|lop tap huan|tap huan|cuoc thi|ky thi|giai dau|su kien)(?: (?:nay|tren|noi tren))?"
)
_ORGANISES = re.compile(
    r"(?=[A-ZĐ])(?!Lễ|Hội nghị|Hội thảo|Đại hội|Họp|Lớp)[^.:;,]{2,120}?\s(?:tổ chức|triệu tập|tiến hành)\s"
)
_A_GROUP = re.compile(
    r"(?:cac )?(?:khoi|lop|nhom|to|cum|doi tuong|khu|thon|dot|ca) (?:[\da-h]{1,3}|[ivx]+)(?:(?:, | va |-)\w{1,3})*"
)
_DUTY = re.compile(r"(?:phan cong )?truc(?: (?:lanh dao|co quan|ban|chi huy))?")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_WHERE = re.compile(r"\s+(?:tại|ở)\s.*$", re.IGNORECASE | re.DOTALL)
_LETTERS = (Kind.INVITATION, Kind.NOTICE, Kind.OTHER)
_DAYS_THERE = re.compile(
    r"[^\d:;]{3,60},\s+(?:từ\s+)?(?:ngày\s+)?\d{1,2}\s?[-–]\s?\d{1,2}\s?(?:[/.]|tháng)[\s\d/.năm]{4,20}",
    re.IGNORECASE,
)
_A_NAME = re.compile(r"[A-ZĐÀ-Ỹ][a-zà-ỹđ]{1,8}(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]{1,8}){1,3}")  # "Đông Hà"
_DAYS_OFF = re.compile(r"(?:thoi gian |lich )?nghi(?: le| tet)?")
_WHO_IS_OFF = re.compile(
    r"(?:đối với )?(?P<who>(?:toàn thể |các |cả )?(?:học sinh|sinh viên|học viên|cán bộ|giáo viên|giảng viên|nhân viên"
    r"|viên chức|công chức|người lao động|nhà trường|trường|cơ quan|công ty|cbcnv|cb|gv|nv|hs)\b[^:;]{0,90}?)?"
    r"[:,]?\s*(?:được\s+)?(?:thời gian(?: nghỉ)?|nghỉ(?: học| làm việc)?(?: lễ| tết)?)\W*",
    re.IGNORECASE,
)
_OF_DAYS_OFF = re.compile(r"(?:viec |lich |thong bao )?nghi (?:le|tet|quoc khanh|gio to)\b")


def name_fully(drafts: Sequence[Draft], frame: Frame) -> list[Draft]:
    """The drafts; those whose title is bare get what the document's subject, or the person beside them, adds to it."""
    seconds: dict[int, Draft] = {}
    subject = subject_of(frame) or (frame.kind is Kind.INVITATION and invited_to(frame)) or ""
    rounds = told_in_rounds(frame) if frame.kind not in (Kind.NOTICE, Kind.INVITATION) else None
    for place, draft in enumerate(drafts):
        folded = fold(draft.title)
        if rounds and draft.category is Category.MEETING and (held := of_round(rounds, draft.title)):
            second = draft.location or ""
            if is_a_place(draft.title):
                draft.location = _whole_place(draft)
            draft.title = held
            if second not in (draft.location or "") and is_a_place(second):  # of two places of one row
                title = of_round(rounds, second) or held
                seconds[place] = replace(draft, title=title, location=_BRACKET.sub("", second))
        elif _DUTY.fullmatch(folded) and (who := draft.chair or draft.attendees):
            draft.title = f"{draft.title}: {who}"
        elif _DUTY.fullmatch(folded) and draft.location:
            duty = _WHERE.sub("", roster_topic(frame) or "")
            duty = duty if fold(duty).startswith("truc ") else draft.title
            draft.title = f"{duty} tại {draft.location}"
        elif _OF_DAYS_OFF.match(fold(subject)) and (
            (off := _WHO_IS_OFF.fullmatch(draft.title)) or _DAYS_OFF.fullmatch(folded)
        ):
            who = off["who"] or "" if off else ""
            draft.title = f"{title_of(subject)}: {who[:1].lower()}{who[1:]}" if who else title_of(subject)
            draft.category = Category.OBSERVANCE
            draft.when = (
                draft.when if draft.when.hours else with_hours(draft.when, Hours(part=DayPart.ALL_DAY))
            )
        elif frame.kind is Kind.INVITATION and _A_GROUP.fullmatch(folded) and has_head(subject):
            draft.title = f"{title_of(subject)}: {draft.title[:1].lower()}{draft.title[1:]}"
        elif (
            frame.kind in (Kind.INVITATION, Kind.OTHER)
            and _BARE_THING.fullmatch(folded)
            and (draft.title.lower() != "hội thao" or "hội thao" in subject.lower())
        ):
            _by_subject(draft, subject)
        elif frame.kind in _LETTERS and _is_held_there(draft) and has_head(subject):
            draft.title, draft.location = title_of(subject), draft.title
            _with_hours_of_its_rows(draft, drafts)
    if frame.kind in (Kind.INVITATION, Kind.NOTICE, Kind.OTHER, None):
        _without_organisers(drafts)
    if not seconds:
        return list(drafts)
    return [
        one for place, draft in enumerate(drafts) for one in (draft, seconds.get(place)) if one is not None
    ]


def _is_held_there(draft: Draft) -> bool:
    """Whether the line below a title tells only where and on which days ("Đông Hà, ngày 8-10 tháng 11 năm 2015")."""
    lasts = isinstance(draft.when, Span) and draft.category is Category.MEETING and not draft.location
    named = looks_like_place(draft.title) or _A_NAME.fullmatch(draft.title) is not None
    return lasts and named and any(_DAYS_THERE.fullmatch(passage.text.strip()) for passage in draft.evidence)


def _with_hours_of_its_rows(whole: Draft, drafts: Sequence[Draft]) -> None:
    """Give what lasts some days the opening hour of its first and the closing hour of its last, as its rows tell."""
    span = extent(whole.when)
    rows = [d for d in drafts if isinstance(d.when, Day) and d.category is Category.MEETING]
    rows = [
        d
        for d in rows
        if d.when.hours.start and span is not None and isinstance(d.when, Day) and d.when.day in span
    ]
    if rows and not whole.when.hours:
        whole.when = with_hours(whole.when, hours_of_rows(rows))


def _whole_place(draft: Draft) -> str:
    """The place that a row's title is, with the one behind a dash to which it belongs ("Phòng họp 3 - Trụ sở UBND")."""
    whole = f"{draft.title} - {draft.location}"
    told = draft.location and any(whole in (passage.text or "") for passage in draft.evidence)
    return whole if told else _BRACKET.sub("", draft.title)


def _without_organisers(drafts: Sequence[Draft]) -> None:
    """Call what a letter says that a body holds by its own name: "Sở Nội vụ tổ chức lớp tập huấn", a course.

    Where the names would be the same, who holds each is what tells them apart.
    """
    named = [held_in(draft.title) if _ORGANISES.match(draft.title) else None for draft in drafts]
    for draft, name in zip(drafts, named, strict=True):
        if name is not None and draft.category is Category.MEETING and named.count(name) == 1:
            draft.title = name
            draft.clues.discard("weak-head")


def _by_subject(draft: Draft, subject: str) -> None:
    """Give a meeting that its sentence only calls "Hội nghị" the name that the subject has."""
    quoted = next((subject[begin:end] for begin, end in quotations(subject)), None)
    if draft.category is not Category.MEETING:
        return
    if quoted:
        draft.title = f"{draft.title} {quoted}"
    elif len(subject.split()) >= _NAMED and mentions_head(subject):
        draft.title = title_of(subject)
