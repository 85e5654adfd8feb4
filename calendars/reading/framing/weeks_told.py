"""Which week a schedule is for that its title does not tell: by a line, a count in a month, or its day of issue.

What is hard: the line may stand above the title or below it, name only the number of the week, or tell first and last
day as two answers ("Ngày bắt đầu: 03/8/2015   Ngày kết thúc: 09/8/2015").
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from calendars.layouts.words import fold
from calendars.reading.framing.full_dates import day_of, full_dates
from calendars.reading.framing.issue_days import first_of
from calendars.reading.framing.letterhead import GAP
from calendars.reading.framing.period import (
    A_DAY,
    DAYS,
    LONGEST_WEEK,
    WEEK,
    Period,
    days_from_to,
    year_written,
)
from calendars.times import DaySpan, iso_week_span, week_of

_WORDS_OF_WEEK = re.compile(
    r"(?:tuan(?: le)?|thu|nam|thang|lich|xem(?: lich)? theo|theo|truoc|sau|ke|tu|den(?: het)?|ngay|cua|trong|thoi gian"
    r"|ap dung|thuc hien|(?:bat dau|ket thuc)|hoc ky|(?:hai|ba|sau|bay|chua? nhat|cn)|[ivx]{1,5}\b|\d|\W)*"
)
_BEGINS = re.compile(rf"\b(?:bat dau|ke tu|tu)\b[^\d]{{0,30}}?{A_DAY}")
_LEADS = re.compile(
    r"\b(?:thong bao|sau day la|xin gui|kinh gui|ban hanh|xay dung|nhu sau)\b.{0,80}\b(?:lich|ke hoach)\b"
    r"|\blich\b.{0,80}\bnhu sau\b"
)
_ENDS = re.compile(r"\bngay ket thuc\b")
_COUNTED = re.compile(
    r"\btuan (?:le )?(?:thu )?(?P<count>nhat|hai|ba|tu|nam|dau(?: tien)?|[1-5]|0[1-5]|i{1,3}|iv|v)\b"
    r"[\s,-]*(?:cua )?thang\b"
)
_COUNTS = {
    "nhat": 1,
    "dau": 1,
    "hai": 2,
    "ba": 3,
    "tu": 4,
    "nam": 5,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
}
_NEXT = re.compile(r"\btuan (?:sau|toi|tiep theo|ke tiep)\b")
_THIS = re.compile(r"\btuan nay\b")
_NAMES_DAY = re.compile(r"\d\s*[/.-]\s*\d")
_LONGEST = 200  # letters
_WEEK, _WEDNESDAY, _SUNDAY = timedelta(days=7), 2, 6


def week_told(lines: Sequence[str], near: date | None) -> Period | None:
    """The week that a line names and nothing else ("Tuần 29", "Từ ngày 14/07/2025 đến ngày 20/07/2025").

    Two neighbours may tell it together; the days stand before the number of the week, and this before a first day.
    """
    parts = [fold(part) for line in lines if len(line) <= _LONGEST for part in (line, *_beside(line))]
    parts = [_ENDS.sub("den", part).replace(":", " ").strip() for part in parts]
    for text in (
        *parts,
        *(f"{first} {second}" for first, second in pairwise(parts) if second.startswith("den")),
    ):
        found = DAYS.search(text)
        if found and _WORDS_OF_WEEK.fullmatch(text[: found.start()] + text[found.end() :]):
            span = days_from_to(text, None, near)
            if span is not None and span.last - span.first <= LONGEST_WEEK:
                return Period(span)
    told = first_of(_numbered(text) for text in parts) or first_of(_begun(text, near) for text in parts)
    return told or first_of(_presented(text, near) for text in parts)


def _beside(line: str) -> Sequence[str]:
    parts = GAP.split(line.strip())
    return parts if len(parts) > 1 else ()


def _numbered(text: str) -> Period | None:
    """The week of a line that tells its number and its year."""
    found = WEEK.search(text)
    if found is None or _WORDS_OF_WEEK.fullmatch(text) is None or _NAMES_DAY.search(text):
        return None
    years = [int(year) for year in re.findall(r"\b20\d\d\b", text)]
    if len(years) != 1:
        return None
    try:
        return Period(iso_week_span(years[0], int(found[1])))
    except ValueError:
        return None


def _begun(text: str, near: date | None) -> Period | None:
    """The week of a line that tells its first day ("Bắt đầu từ thứ Hai ngày 03/8/2015")."""
    found = _BEGINS.search(text)
    rest = text[: found.start()] + text[found.end() :] if found else ""
    if found is None or _WORDS_OF_WEEK.fullmatch(rest) is None or _NAMES_DAY.search(rest):
        return None
    year = year_written(found[3], int(found[2]), near)
    first = day_of(year, int(found[2]), int(found[1])) if year else None
    return Period(week_of(first)) if first and first.weekday() == 0 else None


def _presented(text: str, near: date | None) -> Period | None:
    """The week of a sentence that leads to a schedule ("Xin thông báo lịch từ 18/7 đến 22/7/2022 như sau:")."""
    found = DAYS.search(text) if _LEADS.search(text) else None
    span = days_from_to(text[found.start() :], None, near) if found else None
    return Period(span) if span is not None and span.last - span.first <= LONGEST_WEEK else None


def day_of_head(head: Sequence[str]) -> date | None:
    """The last full day that the head of a paper tells, be it of another paper ("Kèm theo Công văn số 12 ngày ...")."""
    return max(full_dates(head, cited=True), default=None)


def counted_week(title: str | None, month: DaySpan) -> Period | None:
    """The week that a title counts in a month ("TUẦN THỨ NHẤT THÁNG 8/2015"), guessed; None where it counts none.

    The first is the one that the month begins in, unless it begins later than on a Wednesday.
    """
    found = _COUNTED.search(fold(title or ""))
    if found is None or len(month) <= LONGEST_WEEK.days:
        return None
    count = _COUNTS.get(found["count"].split()[0]) or int(found["count"])
    first = week_of(month.first)
    later = month.first.weekday() > _WEDNESDAY
    return Period(week_of(first.first + (count - 1 + later) * _WEEK), guessed=True)


def week_by_issue(title: str | None, labels: Sequence[str], issued: date) -> Period | None:
    """The week of a schedule of bare weekdays by its day of issue, guessed: the next one from Thursday on."""
    if not labels or any(map(_NAMES_DAY.search, labels)):
        return None
    folded = fold(title or "")
    late = issued.weekday() > _WEDNESDAY if not _THIS.search(folded) else issued.weekday() == _SUNDAY
    return Period(week_of(issued + _WEEK if late or _NEXT.search(folded) else issued), guessed=True)
