"""Which kind of paper a document is: what its title says; else what its period and its times do.

What is hard is a paper whose title names no kind ("Bảng lịch phục vụ bạn đọc"): one that only says how often is a
standing rule, though each of its lines would also do in a month's programme.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Line
from calendars.layouts.words import fold
from calendars.programme import Kind
from calendars.reading.framing.frame import Frame, headline_of_change
from calendars.reading.framing.period import Period
from calendars.reading.rules.validity import lays_down_rules

_OF_A_MONTH = re.compile(r"\bsinh hoat\b.{0,60}\bthang \d")  # those on duty, or who receive, stay a rule's
_HALF_A_YEAR = 180  # days
_A_WEEK = 10  # days, with the weekends about it
A_MONTH = 40
"""Days; what a longer paper repeats it lays down."""


def kind_of_paper(frame: Frame, period: Period | None, lines: Sequence[str]) -> Kind:
    """The kind that the title names; that of a paper of no one month which only says how often is a rule's."""
    stated = period is not None and not period.guessed and len(period.span) <= A_MONTH
    if frame.kind is Kind.RECURRING and stated and period is not None:
        if len(period.span) <= _A_WEEK:
            return Kind.WEEKLY  # "Lịch trực và lịch làm việc tuần 17 (22/4 - 28/4)"
        if _OF_A_MONTH.search(fold(frame.title or "")) and not lays_down_rules(lines, frame.title):
            return Kind.MONTHLY  # "LỊCH SINH HOẠT GIÁO XỨ THÁNG 12 - 2023" over its days
    changes = frame.kind is Kind.NOTICE and headline_of_change((Line(frame.title or "", 0),) * 2) is not None
    if frame.kind in (Kind.INVITATION, Kind.RECURRING) or stated or changes:
        return frame.kind or _kind_of(period)
    long = period is not None and not period.guessed and len(period.span) > _HALF_A_YEAR
    if not lays_down_rules(lines, frame.title, for_long=long):
        return frame.kind or _kind_of(period)
    return Kind.RECURRING


def _kind_of(period: Period | None) -> Kind:
    if period is None:
        return Kind.OTHER
    if len(period.span) <= _A_WEEK:
        return Kind.WEEKLY
    return Kind.MONTHLY if len(period.span) <= 190 else Kind.OTHER


def is_letter(kind: Kind, frame: Frame) -> bool:
    """Whether a document is written to somebody ("V/v ...") and is no programme of a month."""
    return kind in (Kind.NOTICE, Kind.INVITATION) or fold(frame.title or "").startswith("v/v ")
