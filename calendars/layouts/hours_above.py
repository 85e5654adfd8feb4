"""Headings right over a table that tell the hours of all its rows: "II. LỊCH TIÊM CHỦNG (7h30 - 10h30)"."""

import re

from calendars.documents.document import Line
from calendars.layouts.marks import CHAPTER, NUMBER, PART
from calendars.layouts.outline import mark_of, own_text
from calendars.layouts.timelabels import begins_with_clock, names_a_day, tells_an_hour

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
