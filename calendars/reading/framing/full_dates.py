"""Full dates that stand in the lines of a document, outside what it cites."""

import re
from collections.abc import Iterable
from datetime import date

from calendars.layouts.words import fold

TIMES_PRESENT = 2000
"""Years before are history: "(30/4/1975 - 30/4/2024)", "(1102 - 2017)"."""
LONG_DATE = re.compile(r"(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(\d{4})")
_FULL_DATE = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b")
CITED = re.compile(
    r"(?:so|nghi quyet|quyet dinh|ke hoach|cong van|thong bao|chi thi|ket luan|quy dinh)\s[^,;.()]{0,60}"
    r"(?:,\s*ngay\s*)?$"  # "Quy định số 11-QĐi/TW, ngày 18/02/2019"
)


def full_dates(lines: Iterable[str], *, cited: bool = False) -> list[date]:
    """The full dates of these times, in the order of the text; cited: those of other papers as well."""
    found = []
    for line in lines:
        folded = LONG_DATE.sub(r"\1/\2/\3", fold(line))
        for match in _FULL_DATE.finditer(folded):
            day = day_of(int(match[3]), int(match[2]), int(match[1]))
            if day and day.year >= TIMES_PRESENT and (cited or not CITED.search(folded[: match.start()])):
                found.append(day)
    return found


def day_of(year: int, month: int, day: int) -> date | None:
    """The day of these numbers; None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
