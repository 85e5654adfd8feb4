"""School years and their terms: "NĂM HỌC 2024 - 2025", "HỌC KỲ I NĂM HỌC 2024 - 2025".

A school year goes from August to July; the weeks counted in one are none of the calendar's.
"""

import re
from datetime import date

from calendars.layouts.words import fold
from calendars.times import DaySpan

_TERM = r"(?:hoc k[yi]|hk)\s?(?:i{1,3}|[123])\b"
COUNTED_IN_SCHOOL = re.compile(
    rf"(?<![a-z])(?:nam hoc|{_TERM})"
)  # "Tuần 07 (Học kỳ 1)" is no week of the calendar's
SCHOOL_YEAR = re.compile(
    rf"(?<![a-z])(?:nam hoc|{_TERM})[\s,:(–-]{{1,4}}(?P<from>20\d\d)\s*[-–]\s*(?P<to>20\d\d)\b"
)
_MONTH_OR_WEEK = re.compile(r"\b(?:thang|tuan|quy)\s+(?:thu\s+)?(?:\d|[ivx]+\b)")
_ONE_TERM = re.compile(r"\b(?:hoc k[yi]|hk)\s?(?P<term>i{1,3}|[123])\b(?! (?:va|den)\b)")


def school_year(title: str | None) -> DaySpan | None:
    """The school year that a title names, August to July, or its term ("HỌC KỲ I NĂM HỌC 2024 - 2025"); not a week."""
    folded = fold(title or "")
    found = SCHOOL_YEAR.search(folded)
    if found is None or int(found["to"]) != int(found["from"]) + 1 or _MONTH_OR_WEEK.search(folded):
        return None
    first, last = date(int(found["from"]), 8, 1), date(int(found["to"]), 7, 31)
    if (term := _ONE_TERM.search(folded)) is not None:
        if term["term"] in ("i", "1"):
            last = date(last.year, 1, 31)
        elif term["term"] in ("ii", "2"):
            first = date(last.year, 1, 1)
    return DaySpan(first, last)
