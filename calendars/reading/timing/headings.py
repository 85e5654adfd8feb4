"""Headings that give what stands below them a stretch of time of its own, or the name of what is held then.

What is hard: "Tuần 2" counts from the beginning of the programme's month, and only in a document without a month from
that of the year; its days, where the heading names them, decide (reference sections A.4 and 0.1).
"""

import re
from collections.abc import Sequence

from calendars.grammar.rule import Context, Reading
from calendars.layouts.layout import Item
from calendars.layouts.month_names import months_in_figures
from calendars.layouts.timelabels import is_week_heading
from calendars.layouts.words import fold
from calendars.reading.framing.period import period_in
from calendars.reading.naming.titles import has_head, held_in, mentions_head, title_of
from calendars.reading.spans import filled, tidy_holes, with_holes
from calendars.reading.timing.understanding import understood
from calendars.times import DaySpan
from calendars.when import NO_HOURS, Hours, Undated, When, Window, extent

_PERIOD = re.compile(
    r"[\W]*(?:trong\s+)?(?:thang|quy)\s*(?:\d{1,2}|[iv]+)\b(?:.{0,16}|\s*(?:[/.-]|nam)\s*\d{4}\s*[-–:(].{0,80})"
)
_LONGEST_WEEK = 10
_LABEL = r"(?:thoi gian|dia diem|quy mo|hinh thuc|thanh phan|doi tuong|noi dung)"
# "Thời gian, địa điểm": what stands below them is told, and names nothing.
ONLY_LABELS = re.compile(
    rf"{_LABEL}(?: (?:to chuc|thuc hien|thi dau))?"
    rf"(?:(?:\s*(?:,|va|&|;|[-–—/])\s*)+{_LABEL}(?: (?:to chuc|thuc hien|thi dau|tham gia|tham du))?)*"
)


def heading_span(heading: str, context: Context) -> DaySpan | None:
    """The days that a heading names for all that stands below it; None for any other heading."""
    if is_week_heading(heading):
        return week_span(heading, context)
    if not _PERIOD.fullmatch(fold(months_in_figures(heading))):
        return None
    whole = context.period
    if whole is None:
        return period_in(heading, context.issued)
    # Of a year's plan the middle lies as near to the next January as to its own.
    told = (period_in(heading, near) for near in (whole.middle(), whole.first, whole.last))
    spans = [span for span in told if span is not None]
    return next((span for span in spans if span.overlaps(whole)), spans[0] if spans else None)


def is_whole(when: When, context: Context) -> bool:
    """Whether a heading tells no more than the period of the whole paper: "Hoạt động trong tháng"."""
    return isinstance(when, Window) and extent(when) == context.period


def foresees(heading: str) -> bool:
    """Whether a heading says that what stands below it is not settled yet: "DỰ KIẾN TUẦN 04 (19/01 - 25/01)"."""
    return _FORESEEN.search(fold(heading)) is not None


def week_span(heading: str, context: Context) -> DaySpan | None:
    """The days of "Tuần 2 (07/11 - 12/11)" or "Tuần 2" within the period of the document."""
    days = heading.partition("(")[2] or heading
    spans = [
        span
        for text in (days, heading)
        for r in understood(text, context).readings
        if (span := extent(r.when))
    ]
    near = next((span for span in spans if 1 < len(span) <= _LONGEST_WEEK), None)
    if near is not None:
        return near
    return period_in(heading, context.period.middle() if context.period else context.issued)


_BEFORE_A_TIME = re.compile(
    r"(?:\s+(?:trong|vào|từ|lúc))?[\s,]*(?:(?:thời gian |lịch )?cụ thể|như sau)?[\s:]*$"
)


_OF_SETTING_OUT = re.compile(r"\b(?:xuat phat|tap trung|don khach|dang ky|xe )")


def hours_in_note(note: str, readings: Sequence[Reading]) -> Hours:
    """The hours of all that stands below a heading with such a note: "(Buổi sáng, bắt đầu 7h30; có xe đưa đón)"."""
    told = readings[0].when if len(readings) == 1 else None
    if not isinstance(told, Undated) or _OF_SETTING_OUT.search(fold(note[: readings[0].at[1]])):
        return NO_HOURS
    return told.hours


def without_times(heading: str, readings: Sequence[Reading]) -> str:
    """A heading's words but for the times in it: "Họp dân các thôn:" of "Họp dân các thôn trong ngày 24/9:"."""
    if not readings:
        return heading
    words = filled(tidy_holes(with_holes(heading, [reading.at for reading in readings])))
    return f"{_BEFORE_A_TIME.sub('', words)}{':' * heading.endswith(':')}"


OF_A_RULE = re.compile(r"^(?:thời gian|lịch|chế độ|quy định)\s+", re.IGNORECASE)


_INSTEAD = re.compile(
    r"^\W*(?:thay (?:thế )?bằng|thay vào đó(?: là)?|thay thế bằng|tổ chức)\s+", re.IGNORECASE
)
_AS_FOLLOWS = re.compile(r",?\s*(?:(?:cụ thể|như sau)\s*)*:$", re.IGNORECASE)


_OF_MANY = re.compile(r"(?:cac|nhung|lich|mot so|hoi nghi, hop|cuoc hop)\b")

_KIND = (
    r"(?:hoi nghi|hoi thao|hoi hop|toa dam|tap huan|(?:cuoc |buoi |phien )?hop|hoi y|giao ban|sinh hoat|le|lam viec"
    r"|kiem tra|giam sat|tiep cong dan|tiep khach|dao tao|boi duong|hoc tap|hoi thi|dai hoi|su kien|hoat dong)"
)
_KINDS = re.compile(
    rf"(?:cac |nhung |lich )+{_KIND}(?: (?:chinh|khac|lon|quan trong|trong thang|trong tuan))*"
    rf"|(?:cac |nhung |lich )*{_KIND}(?:(?: ?[,/;&+-] ?| va | cac )+{_KIND}){{1,5}}"
    r"(?: (?:chinh|khac|lon|quan trong|trong thang|trong tuan))*"
)

_MEETINGS = re.compile(r"\b(?:hoi nghi|hop|hoi hop|hoi thao|giao ban|tap huan|dai hoi|su kien)\b")
_FORESEEN = re.compile(r"^\W*(?:lich |ke hoach |cong tac )?du kien\b|\(\s*du kien\s*\)")

_TIME_FIRST = re.compile(
    r"(?:vao |luc |tu )*(?:(?:sang|chieu|toi|ngay|thu \w+|chu nhat) |\d{1,2} ?(?:h|g|gio)(?![^\W\d]))"
)


def names_kinds(text: str) -> bool:
    """Whether a heading names kinds of what is held below, and no one thing: "Hội nghị, cuộc họp", "Các buổi họp"."""
    return _KINDS.fullmatch(fold(text).strip(" .:;")) is not None


def lists_meetings(heading: str) -> bool:
    """Whether what stands below a heading is held even where no time is told: "II. Các hội nghị, cuộc họp chính".

    Below "Kế hoạch công tác tháng 10" stand tasks too, and what has no time there is no meeting of the month.
    """
    return _MEETINGS.search(fold(heading)) is not None


def thing_in(heading: str, items: Sequence[Item], *, standing: bool) -> str | None:
    """The thing that a heading names, of which the times may stand below it ("Tập huấn cho giáo viên:").

    standing: in a standing rule it needs no colon: "III. Trực tại Bộ phận Một cửa" over "- Sáng thứ Bảy hằng tuần".
    Nor does it over a single paragraph that begins with a time: "II. GIAO BAN" over "8 giờ thứ Hai hằng tuần".
    """
    alone = len(items) == 1 and len(items[0].passages) == 1 and not items[0].children
    if alone and _TIME_FIRST.match(fold(items[0].text)) and not _OF_MANY.match(fold(heading)):
        name = title_of(heading.rstrip(" :"))
        return name if has_head(name) and " " in name else None
    if standing:
        name = title_of(OF_A_RULE.sub("", heading).rstrip(" :"))
        return name if mentions_head(name) and " " in name else None  # "Lịch tiếp" names too little
    return held_in(_AS_FOLLOWS.sub("", _INSTEAD.sub("", heading))) if heading.endswith(":") else None
