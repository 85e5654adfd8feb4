"""Which stretch of time a programme is for, looked for in the order of reference section A.4.

Title, closing sentence, week header, section heading; else the month in which most full dates outside citations
fall, else the month after the day of issue, both marked as guessed. What is hard: a title may name two months
("Kết quả công tác tháng 10, chương trình công tác tháng 11") and the year may stand elsewhere.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from calendars.layouts.month_names import months_in_figures
from calendars.layouts.words import fold
from calendars.reading.framing.anniversaries import year_of_anniversary
from calendars.reading.framing.full_dates import CITED, TIMES_PRESENT, day_of, full_dates
from calendars.reading.framing.school_years import COUNTED_IN_SCHOOL, SCHOOL_YEAR, school_year
from calendars.reading.framing.weekday_years import SOME_YEAR, year_by_weekdays
from calendars.times import DaySpan, iso_week_span, month_span, week_of, year_span

_PLAN = re.compile(r"\b(?:chuong trinh|nhiem vu|phuong huong|lich|ke hoach|cong tac trong tam)\b")
_REPORT = re.compile(r"\b(?:ket qua|tinh hinh|so ket|tong ket|danh gia)\b[^,;]*")
LONGEST_WEEK = timedelta(days=8)
_THIS_CENTURY = 2000
_WD = r"(?:(?:thu\s*(?:hai|ba|tu|nam|sau|bay|[2-7])|chua? nhat|cn|t[2-7])[\s,(]*)?"
A_DAY = (
    rf"{_WD}(?:ngay\s*)?(\d{{1,2}})\s*(?:[/.-]|thang)\s*(\d{{1,2}})"
    r"(?:\s*(?:[/.-]|nam)\s*(\d{4}|(?<=[/.])\d\d(?![\d/.:gh])))?"
)
DAYS = re.compile(rf"(?:tu\s*)?{A_DAY}\)?\s*(?:-|–|—|→|÷|den(?:\s+het)?)\s*{A_DAY}")
_TO_AN_END = re.compile(  # "(thực hiện từ thứ Hai, ngày 08/01/2018 đến hết tháng 6/2018)"
    rf"\btu\s*{A_DAY}\)?[\s,]*(?:-|–|cho den|den)\s*(?:het\s*|cuoi\s*)?(?:thang\s*(\d{{1,2}})|nam)\b(?!\s*hoc)"
)
_SHORT_DAYS = re.compile(rf"(?:tu\s*)?(?:ngay\s*)?(\d{{1,2}})\s*(?:-|–|—|→|÷|den(?:\s+het)?)\s*{A_DAY}")
_MONTHS = re.compile(
    r"(?<!\bmoi )(?<!\bhang )\bthang\s*(\d{1,2})(?! (?:lan|ngay|buoi)\b)"
    r"(?:(?:\s*(?:,|va)\s*\d{1,2}(?=\s*(?:,|va)\s*\d{1,2}\b(?!/))){0,9}\s*(?:,|va|-|–|den(?:\s+het)?)\s*(?:thang\s*)?(\d{1,2})(?!\d|/\d{1,2}(?!\d)))?"
    r"(?:\s*(?:/|-|\.|nam|,\s*nam)\s*(\d{4}))?"
)
_MONTH_AND_YEAR = re.compile(r"(?<!\d )\bthang\s*(\d{1,2})\s*(?:/|nam)\s*((?:19|20)\d\d)\b")
_QUARTER = re.compile(
    r"\bquy\s+(iv|iii|ii|i|[1-4])\b(?:\s*(?:,|va|-|–|den(?:\s+het)?)\s*(?:quy\s+)?(iv|iii|ii|i|[1-4])\b)?"
    r"(?:\s*(?:/|nam|-|,\s*nam)?\s*(\d{4}))?"
)
_HALF = re.compile(r"\b0?6 thang (dau|cuoi) nam\s*(\d{4})?")
WEEK = re.compile(r"\btuan\s*(?:thu\s*)?(\d{1,2})\b(?:\s*(?:/|nam)\s*(\d{4}))?(?!\s*nam hoc)")
_YEAR = re.compile(r"\bnam\s*(\d{4})\b")
_MONTH_OF_YEAR = re.compile(r"\bthang\s*\d{1,2}\s*[/.-]\s*((?:19|20)\d\d)\b")
_YEAR_AT_END = re.compile(r"[a-z][\s,]+((?:19|20)\d\d)\s*(?:\(.*\))?$")  # "ĐẠI LỄ PHỤC SINH 2024"
# Figures that a scanner took for letters: "tháng lO năm 2O2O", "từ ngày l0/9 đến l6/9".
_MISREAD = re.compile(
    r"(?<=\bthang )(?:[l\d][o\d]|[l\d][l\d])\b|\b(?:19|2[o0])[\do]{2}\b"
    r"|\b(?:[lo]\d|\d[lo])(?=/\d)|(?<=\d/)(?:[lo]\d|\d[lo])\b"
)
_FIGURES = str.maketrans({"l": "1", "o": "0"})
_CLOSING = re.compile(r"^(?:tren day la|chuong trinh cong tac|day la)\b")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_IN_FORCE = re.compile(  # "(Áp dụng từ tháng 01/2022)" is a beginning without an end
    r"(?:co hieu luc|ap dung|thuc hien)\s*(?:thi hanh\s*)?(?:ke\s*)?tu\s*thang\s*(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{4})"
    r"(?!\s*(?:den|-|–))"
)
# "(Ban hành kèm theo Quyết định số 02/QĐ-LĐLĐ ngày 05 tháng 01 năm 2026)": the day of the paper it came with.
_ISSUED_WITH = re.compile(
    r"\(\s*(?:duoc )?(?:ban hanh |dinh )?(?:kem )?theo (?:[^()\d]{0,40})(?:so|ngay)\b[^()]*\)"
)
_ARROW = re.compile(r"\s*(?:[-=]>|→|⇒|➔)\s*")  # "Lịch tuần 28 (6/7 -> 12/7/2015)"

_HOLDS_FROM = re.compile(  # "Từ ngày 01/3/2023, thư viện mở cửa thứ Hai hằng tuần" is of no one month
    r"\btu ngay \d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\s*(?:den|-|–))[^\n]*\b(?:hang|moi) (?:tuan|thang|ngay|quy)\b"
)
_LONGEST_PLAN = timedelta(days=400)
_MONTHS_OF_PLAN, _MANY_MONTHS = 3, 5
_NARROWER = re.compile(r"\b(?:thang|tuan|quy|hoc ky)\s+(?:thu\s+)?(?:\d|[ivx]+\b)")


@dataclass(frozen=True, slots=True)
class Period:
    """The days a programme is for; guessed: no sentence of it says so."""

    span: DaySpan
    guessed: bool = False


def period_in(text: str, near: date | None) -> DaySpan | None:
    """The stretch of time that a title or heading names; `near` helps to find a missing year."""
    folded = _MISREAD.sub(
        lambda found: found[0].translate(_FIGURES), _ARROW.sub(" - ", fold(months_in_figures(text)))
    )
    folded = _IN_FORCE.sub(" ", folded)
    if "(" in folded:
        folded = _ISSUED_WITH.sub(" ", folded)
    folded = _REPORT.sub(lambda found: found[0] if _PLAN.search(found[0]) else " ", folded)
    counted = COUNTED_IN_SCHOOL.search(folded) is not None
    if (school := SCHOOL_YEAR.search(folded)) and not _YEAR.search(folded):
        # "Tháng 10, năm học 2024 - 2025": of the school year from August to July, the month tells which year.
        folded, near = SCHOOL_YEAR.sub(" ", folded), date(int(school["to"]), 2, 1)
    plan = _PLAN.search(folded)
    for part in ([folded[plan.start() :]] if plan else []) + [folded]:
        years = [int(year) for year in re.findall(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d-])", part)]
        week = WEEK.search(part)
        year = years[-1] if years else int(week[2]) if week and week[2] else None
        if year is None and (month := _MONTH_OF_YEAR.search(part)):
            year = int(month[1])  # "Lịch tuần thứ nhất tháng 8/2020 (03/8 - 09/8)"
        for reader in _READERS[: len(_READERS) - counted]:
            if (span := reader(part, year, near)) is not None:
                return span
    return None


def year_in(text: str) -> DaySpan | None:
    """The year that a title names ("Lịch tiếp công dân năm 2022", "Hội diễn văn nghệ 2024")."""
    folded = SCHOOL_YEAR.sub(" ", fold(text)).strip(' "”.')
    years = [*_YEAR.finditer(folded), *_YEAR_AT_END.finditer(folded)]
    found = next((int(year[1]) for year in years if int(year[1]) >= TIMES_PRESENT), None)
    found = found or year_of_anniversary(folded)
    alone = SOME_YEAR.findall(folded) if found is None else []
    if len(alone) == 1:  # "Chương trình Tuần Thánh 2021 tại Nhà thờ"
        found = int(alone[0])
    return year_span(found) if found else None


def year_of_headline(lines: Sequence[str]) -> Period | None:
    """The year of a first line over days without one ("Các mốc thời gian xét tuyển năm 2026")."""
    span = year_in(lines[0]) if lines and not full_dates(lines) else None
    return Period(span) if span else None


def find_period(
    title: str | None,
    headings: Sequence[str],
    lines: list[str],
    near: date | None,
    today: date | None,
    by_weekdays: date | None = None,
) -> Period | None:
    """The period of a programme as it states it; None where no sentence does.

    near: the day of issue or a stamp; by_weekdays: a day in the year in which its days are the weekdays that they say,
    which a misprinted year of one of them does not outweigh.
    """
    issued, near = near, near or by_weekdays or _year_of(lines) or _month_told(title, lines) or today
    near = near or _year_of_names(lines)
    closings = [line for line in lines if _CLOSING.match(fold(line).strip())]
    for text in ([title] if title else []) + closings:
        if span := period_in(text, near):
            return Period(span)
    span = year_in(_ISSUED_WITH.sub(" ", fold(title))) if title else None
    if span is not None and not _NARROWER.search(fold(title or "")):
        told = (head if _YEAR.search(fold(head)) else f"{head} năm {span.first.year}" for head in headings)
        if _are_parts(_named(told, span.middle()), span):
            return Period(span)  # "KẾ HOẠCH NĂM 2023" over its months
    school = school_year(title)
    if school is not None and _are_parts(_named(headings, school.middle()), school):
        return Period(school)  # "KẾ HOẠCH HỌC KỲ I NĂM HỌC 2024 - 2025" over its months
    for heading in headings:
        if part := period_in(heading, near):
            return Period(part, guessed=near is None and not _YEAR.search(fold(heading)))
    if span is None or (issued is not None and span.last < issued):
        return None  # "V/v quyết toán năm 2024", issued in 2025, is about that year
    return Period(span)


def _named(headings: Iterable[str], near: date) -> list[DaySpan]:
    """The stretches of time that headings name."""
    return [part for heading in headings if (part := period_in(heading, near))]


def _are_parts(parts: Sequence[DaySpan], year: DaySpan) -> bool:
    """Whether headings name several stretches, most of them of the year."""
    within = [part for part in parts if year.first <= part.first and part.last <= year.last]
    return len(set(within)) > 1 and len(within) > len(parts) / 2


def _year_of(lines: list[str]) -> date | None:
    """A day among the full dates outside citations, in the year that most of them name."""
    days = full_dates(lines)
    if not days:
        return None
    year = Counter(day.year for day in days).most_common(1)[0][0]
    of_it = sorted(day for day in days if day.year == year)
    return of_it[len(of_it) // 2]


def _year_of_names(lines: Iterable[str]) -> date | None:
    """The middle of the year that the names of things tell ("Giải bóng đá năm 2024"); None where they tell several."""
    years = {int(year) for line in lines if "20" in line for year in _YEAR.findall(fold(line))}
    return date(years.pop(), 7, 1) if len(years) == 1 else None


def _month_told(title: str | None, lines: Iterable[str]) -> date | None:
    """The middle of the month of the title as a sentence tells it with its year ("chương trình tháng 10/2025")."""
    named = _MONTHS.search(fold(months_in_figures(title or "")))
    if named is None or named[2]:
        return None
    for line in lines:
        folded = fold(line)
        for found in _MONTH_AND_YEAR.finditer(folded):
            if int(found[1]) == int(named[1]) and not CITED.search(folded[: found.start()]):
                return day_of(int(found[2]), int(found[1]), 15)
    return None


def guess_period(lines: list[str], issued: date | None) -> Period | None:
    """The month that most full dates outside citations fall in, else the month after the day of issue.

    Where none has most of them and they are of three months and more, or of five, it is a plan of all of these.
    """
    told = full_dates(lines)
    if len(told) == 1 and any(_HOLDS_FROM.search(fold(line)) for line in lines):
        return None
    months = Counter((day.year, day.month) for day in told)
    if (plan := _plan_of(months, issued)) is not None:
        return Period(plan, guessed=True)
    if months:
        (year, month), count = months.most_common(1)[0]
        if count > 1 or len(months) == 1:
            return Period(month_span(year, month), guessed=True)
    if issued:
        following = (issued.replace(day=1) + timedelta(days=32)).replace(day=1)
        return Period(month_span(following.year, following.month), guessed=True)
    return None


def _plan_of(months: Counter[tuple[int, int]], issued: date | None) -> DaySpan | None:
    """The months over which full dates are spread; what lies before the month of issue is no part of a plan."""
    most, among = max(months.values(), default=0), months.total()
    enough = _MONTHS_OF_PLAN if 2 * most <= among else _MANY_MONTHS
    if len(months) < enough or 4 * most > 3 * among:
        return None
    first, last = month_span(*min(months)).first, month_span(*max(months)).last
    if issued is not None:
        first = max(first, issued.replace(day=1))
    return DaySpan(first, last) if first < last <= first + _LONGEST_PLAN else None


def guess_week(
    labels: Sequence[str], near: date | None, lines: Iterable[str] = (), today: date | None = None
) -> Period | None:
    """The week of the day labels that name a day and a month; None where they are of more than a week.

    Where nothing tells the year, it is the one in the lines in which the weekdays of the labels are right, or today's.
    """
    near = near or year_by_weekdays(labels, lines, today) or today
    days: list[date] = []
    for label in labels:
        if (found := re.search(A_DAY, fold(label))) and (year := year_written(found[3], int(found[2]), near)):
            day = day_of(year, int(found[2]), int(found[1]))
            days += [day] if day else []
    if not days or max(days) - min(days) > LONGEST_WEEK:
        return None
    week = week_of(min(days))
    if max(days) > week.last:  # a parish's, from Sunday to Sunday
        week = DaySpan(min(days), max(days))
    return Period(week, guessed=True)


def days_from_to(text: str, year: int | None, near: date | None) -> DaySpan | None:
    """The days that folded words tell by first and last ("tu 03/8 den 09/8"), of `year` unless they name theirs."""
    if found := _TO_AN_END.search(text):
        begins = year_written(found[3], int(found[2]), near) if found[3] or not year else year
        end = int(found[4] or 12)
        if begins is None or not 1 <= end <= 12:
            return None
        return _span(day_of(begins, int(found[2]), int(found[1])), month_span(begins, end).last)
    if found := DAYS.search(text):
        day1, month1, year1, day2, month2, year2 = found.groups()
        last_year = year_written(year2, int(month2), near) if year2 or not year else year
        if last_year is None:
            return None
        if not (year1 or year2) and year and int(month1) > int(month2):
            last_year += _ends_next_year(text, year, int(month1), int(day1))
        first_year = (
            year_written(year1, int(month1), near) if year1 else last_year - (int(month1) > int(month2))
        )
        if first_year is None or (first_year != last_year and (day1, month1) == (day2, month2)):
            return None  # "Kỷ niệm 20 năm (15/11/1998 - 15/11/2018)"
        return _span(day_of(first_year, int(month1), int(day1)), day_of(last_year, int(month2), int(day2)))
    if found := _SHORT_DAYS.search(text):
        day1, day2, month2, year2 = found.groups()
        last_year = year_written(year2, int(month2), near) if year2 or not year else year
        if last_year is None or int(month2) > 12:
            return None
        last = day_of(last_year, int(month2), int(day2))
        same_month = int(day1) <= int(day2)
        previous = (date(last_year, int(month2), 1) - timedelta(days=1)) if last else None
        first = (
            day_of(last_year, int(month2), int(day1))
            if same_month
            else previous and day_of(previous.year, previous.month, int(day1))
        )
        return _span(first, last)
    return None


def _ends_next_year(text: str, year: int, month: int, day: int) -> bool:
    """Whether a week across New Year is counted as one of the year in which it begins.

    Its number tells ("tuần 01/2026" begins in 2025, "tuần 53/2025" in 2025); else it begins on the Monday of the two.
    """
    week = WEEK.search(text)
    if week and (int(week[1]) <= 2 or int(week[1]) >= 50):
        return int(week[1]) >= 50
    first = day_of(year, month, day)
    return first is not None and first.weekday() == 0


def _months(text: str, year: int | None, near: date | None) -> DaySpan | None:
    found = _MONTHS.search(text)
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    last_year = int(found[3]) if found[3] else year or year_written(None, first, near)
    if last_year is None:
        return None
    begin = month_span(last_year - (first > last), first)
    return DaySpan(begin.first, month_span(last_year, last).last)


def _quarter(text: str, year: int | None, near: date | None) -> DaySpan | None:
    found = _QUARTER.search(text)
    if not found:
        return None
    first, last = (_QUARTERS.get(name) or int(name) for name in (found[1], found[2] or found[1]))
    own = int(found[3]) if found[3] else year or year_written(None, first * 3 - 1, near)
    if own is None or first > last:
        return None
    return DaySpan(date(own, first * 3 - 2, 1), month_span(own, last * 3).last)


def _half(text: str, year: int | None, near: date | None) -> DaySpan | None:
    found = _HALF.search(text)
    own = int(found[2]) if found and found[2] else year or (near.year if near else None)
    if not found or own is None:
        return None
    return (
        DaySpan(date(own, 1, 1), date(own, 6, 30))
        if found[1] == "dau"
        else DaySpan(date(own, 7, 1), date(own, 12, 31))
    )


def _week(text: str, year: int | None, near: date | None) -> DaySpan | None:
    found = WEEK.search(text)
    own = int(found[2]) if found and found[2] else year or (near.year if near else None)
    if not found or own is None:
        return None
    try:
        return iso_week_span(own, int(found[1]))
    except ValueError:
        return None


def year_written(written: str | None, month: int, near: date | None) -> int | None:
    """The year as written; else that which brings the month nearest to `near`, rather after it than before."""
    if written:
        return int(written) + (0 if len(written) > 2 else _THIS_CENTURY)
    if near is None or not 1 <= month <= 12:
        return None
    return min(
        (near.year - 1, near.year, near.year + 1),
        key=lambda year: abs((date(year, month, 15) - near).days - 15),
    )


def _span(first: date | None, last: date | None) -> DaySpan | None:
    return DaySpan(first, last) if first and last and first <= last else None


# A week counted in a school year is none of the calendar's, which stands last.
_READERS: tuple[Callable[[str, int | None, date | None], DaySpan | None], ...] = (
    days_from_to,
    _months,
    _quarter,
    _half,
    _week,
)
