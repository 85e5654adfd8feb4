"""Lines right over a table that tell the hours of all its rows ("II. LỊCH TIÊM CHỦNG (7h30 - 10h30)"), or their day.

So does a heading over the months of a roster: "B. ĐẠI BIỂU (14h00)" over "Tháng 7" and "Tháng 8".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.layout import Item, Section
from calendars.layouts.marks import CHAPTER, NUMBER, PART
from calendars.layouts.month_names import months_in_figures
from calendars.layouts.outline import mark_of, own_text, passage_of
from calendars.layouts.timelabels import begins_with_clock, names_a_day, tells_an_hour
from calendars.layouts.words import fold

_STREET = re.compile(r"\b(?:đường|phố|quảng trường|công viên)\s+\d{1,2}/\d{1,2}\b", re.IGNORECASE)
_LONGEST_DAY = 60  # letters
_DAY_FIRST = re.compile(r"(?:(?:buoi )?(?:sang|chieu|toi),? )?(?:ngay|thu|chu nhat)\b")
MONTH_HEADING = re.compile(
    r"(?:[*•\-]\s*)?(?:trong\s+)?(?:thang|quy)\s*(?:\d{1,2}|[iv]+)(?:\s*[/.-]\s*\d{4}|\s*nam\s*\d{4})?\s*[:.]?"
)
"""A line that is but a month or a quarter, folded."""
_IN_BRACKETS = re.compile(r"\([^()]+\)")
_PART = re.compile(r"phần\s+\d{1,2}\s*[.:]\s*(?=\S)", re.IGNORECASE)


def heading_with_hours(line: Line) -> str | None:
    """The words of such a heading; None for any other line."""
    mark = mark_of(line)
    text = own_text(line, mark)
    part = _PART.match(text)
    text = text[part.end() :] if part else text
    headed = part is not None or (mark is not None and mark.rank in (PART, CHAPTER, NUMBER)) or text.isupper()
    timed = tells_an_hour(text) and not names_a_day(text) and not begins_with_clock(text)
    return text if headed and timed else None


def hours_in_brackets(line: Line) -> str | None:
    """The words of a line in brackets that tells hours and no day ("(bắt đầu từ 7 giờ 30, tại Trụ sở ...)")."""
    text = line.text.strip()
    whole = text[:1] == "(" and text[-1:] == ")" and tells_an_hour(text)
    return text if whole and not names_a_day(_STREET.sub("", text)) else None


def rows_of_day(line: Line, rows: Sequence[Item]) -> tuple[Item, ...] | None:
    """The rows that begin with hours, as of the day in the line right over them ("NGÀY THỨ NHẤT - THỨ SÁU, 18/10").

    None below any other line, and for rows with days of their own.
    """
    text = own_text(line, mark_of(line)).strip()
    if len(text) > _LONGEST_DAY or not rows or not _DAY_FIRST.match(fold(text)) or not names_a_day(text):
        return None
    told = [row.day or row.time or "" for row in rows]
    hourly = [
        not (row.day and row.time) and begins_with_clock(hours) and not names_a_day(hours)
        for row, hours in zip(rows, told, strict=True)
    ]
    if not hourly[0]:
        return None
    count = hourly.index(False) if False in hourly else len(rows)
    of_day = (
        replace(row, day=text, time=row.day or row.time, passages=(*row.passages, passage_of(line)))
        for row in rows[:count]
    )
    return (*of_day, *rows[count:])


def hours_over_months(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, each month right below a heading with hours in a bracket with that bracket as its note."""
    told: list[Section] = []
    above: str | None = None
    for section in sections:
        heading = section.heading or ""
        if not heading or MONTH_HEADING.fullmatch(fold(months_in_figures(heading))) is None:
            above = _hours_in(heading) if "(" in heading and not section.items else None
        elif above and section.note is None:
            section = replace(section, note=above)
        told.append(section)
    return tuple(told)


def _hours_in(heading: str) -> str | None:
    """The bracket of a heading that tells hours and no day."""
    found = _IN_BRACKETS.search(heading)
    if found is None or not tells_an_hour(found[0]) or names_a_day(found[0]):
        return None
    return found[0]
