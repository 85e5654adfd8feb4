"""Titles that an item's own words leave bare, told fully: "Hội nghị" by the letter's subject, "Trực" by who or where.

What is hard is to leave alone what is bare because nothing more is known: only a subject that names a meeting, or a
person beside the duty, adds to a title.
"""

import re
from collections.abc import Sequence

from calendars.layouts.words import fold
from calendars.marks import Category
from calendars.programme import Kind
from calendars.reading.framing.frame import Frame, roster_topic
from calendars.reading.letters.for_all import subject_of
from calendars.reading.naming.titles import has_head, mentions_head, title_of
from calendars.reading.scope import Draft
from calendars.reading.spans import quotations
from calendars.times import DayPart
from calendars.when import Hours, with_hours

_NAMED = 4  # words of a subject that names its meeting
_BARE_THING = re.compile(
    r"(?:cac |cuoc |buoi )?(?:hoi nghi|hoi thao|hop|le|dai hoi|hoi thi|hoi thao khoa hoc|toa dam|dien dan|chuong trinh"
    r"|lop tap huan|tap huan|cuoc thi|ky thi|giai dau|su kien)(?: (?:nay|tren|noi tren))?"
)
_A_GROUP = re.compile(
    r"(?:cac )?(?:khoi|lop|nhom|to|cum|doi tuong|khu|thon|dot|ca) (?:[\da-h]{1,3}|[ivx]+)(?:(?:, | va |-)\w{1,3})*"
)
_DUTY = re.compile(r"(?:phan cong )?truc(?: (?:lanh dao|co quan|ban|chi huy))?")
_WHERE = re.compile(r"\s+(?:tại|ở)\s.*$", re.IGNORECASE | re.DOTALL)
_DAYS_OFF = re.compile(r"(?:thoi gian |lich )?nghi(?: le| tet)?")
_OF_DAYS_OFF = re.compile(r"(?:viec |lich |thong bao )?nghi (?:le|tet|quoc khanh|gio to)\b")


def name_fully(drafts: Sequence[Draft], frame: Frame) -> None:
    """Give the drafts whose title is bare what the document's subject, or the person beside them, adds to it."""
    subject = subject_of(frame) or ""
    for draft in drafts:
        folded = fold(draft.title)
        if _DUTY.fullmatch(folded) and (who := draft.chair or draft.attendees):
            draft.title = f"{draft.title}: {who}"
        elif _DUTY.fullmatch(folded) and draft.location:
            duty = _WHERE.sub("", roster_topic(frame) or "")
            duty = duty if fold(duty).startswith("truc ") else draft.title
            draft.title = f"{duty} tại {draft.location}"
        elif _DAYS_OFF.fullmatch(folded) and _OF_DAYS_OFF.match(fold(subject)):
            draft.title, draft.category = title_of(subject), Category.OBSERVANCE
            draft.when = (
                draft.when if draft.when.hours else with_hours(draft.when, Hours(part=DayPart.ALL_DAY))
            )
        elif frame.kind is Kind.INVITATION and _A_GROUP.fullmatch(folded) and has_head(subject):
            draft.title = f"{title_of(subject)}: {draft.title[:1].lower()}{draft.title[1:]}"
        elif frame.kind in (Kind.INVITATION, Kind.OTHER) and _BARE_THING.fullmatch(folded):
            _by_subject(draft, subject)


def _by_subject(draft: Draft, subject: str) -> None:
    """Give a meeting that its sentence only calls "Hội nghị" the name that the subject has."""
    quoted = next((subject[begin:end] for begin, end in quotations(subject)), None)
    if draft.category is not Category.MEETING:
        return
    if quoted:
        draft.title = f"{draft.title} {quoted}"
    elif len(subject.split()) >= _NAMED and mentions_head(subject):
        draft.title = title_of(subject)
