"""The year of a paper that names none, or several: that in which its days are the weekdays which it says.

A weekday is on the same date again after five years or more, so that a few of them settle the year; a mistake in one
of them settles none.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from calendars.layouts.words import fold
from calendars.reading.framing.full_dates import day_of, full_dates

SOME_YEAR = re.compile(r"(?<![\d/.–-])(?<![–-] )20\d\d(?!\d| ?/| ?[–-] ?\d)")
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "chu nhat": 6, "chua nhat": 6, "cn": 6}
_WEEKDAYS |= {str(n + 2): n for n in range(6)}
_WEEKDAY_AND_DAY = re.compile(
    r"(?:thu\s*(?=\w)|\bt(?=[2-7])|(?=chua? nhat|cn\b))(?P<name>hai|ba|tu|nam|sau|bay|[2-7]|chua? nhat|cn)\b[\s,(]*"
    r"(?:ngay\s*)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\b"
)
_SCHOOL_YEAR = re.compile(r"(?<![\d/.-])(20\d\d) ?[-–] ?(20\d\d)(?![\d/.-])")  # "(HỌC KỲ 1, 2023-2024)"
_YEARS_BACK = 3


def year_by_weekdays(labels: Sequence[str], lines: Iterable[str], today: date | None) -> date | None:
    """The middle of the one year named in the lines in which the labels' days are the weekdays that they say.

    Where none is named, of the years round today's; a weekday is on the same date again after five years or more.
    """
    told = [
        (_WEEKDAYS[found["name"]], int(found["day"]), int(found["month"]))
        for label in labels
        if (found := _WEEKDAY_AND_DAY.search(fold(label)))
    ]
    lines = list(lines) if told else []
    years = {int(year) for line in lines for year in SOME_YEAR.findall(line)}
    years |= {day.year for day in full_dates(lines)}
    years |= {
        int(year)
        for line in lines
        for first, last in _SCHOOL_YEAR.findall(line)
        if int(last) == int(first) + 1
        for year in (first, last)
    }
    if not years and today is not None and len(told) > 1:
        years = set(range(today.year - _YEARS_BACK, today.year + 2))
    across = {1, 12} == {month for _, _, month in told}  # "30/12" and "05/01": a week over New Year
    right = [
        year
        for year in years
        if all(
            (on := day_of(year + (across and month == 1), month, day)) and on.weekday() == weekday
            for weekday, day, month in told
        )
    ]
    return (date(right[0], 12, 31) if across else date(right[0], 7, 1)) if len(right) == 1 else None
