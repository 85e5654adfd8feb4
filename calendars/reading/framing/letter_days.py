"""The day of a letter on a line of its own below its headline: "Ngày 17 tháng 8, 2017".

In a schedule such a line heads what is on that day; in a letter or a press release it says when that was written. What
is hard is a page that tells its meeting's day so: a label stands above it, or no other day is told.
"""

import re
from dataclasses import replace
from datetime import date

from calendars.documents.document import Line
from calendars.layouts.words import fold
from calendars.programme import Kind
from calendars.reading.framing.frame import Frame

_FIRST_LINES = 4
_ALONE = re.compile(
    r"(?:[a-z .]{2,30}, )?ngay\s+(?P<day>\d{1,2})\s*(?:thang|[/.-])\s*(?P<month>\d{1,2})\s*(?:,|nam"
    r"|[/.-])\s*(?P<year>\d{4})\W*"
)
_LABEL = re.compile(r"(?:thoi gian|khi nao|ngay(?: gio| to chuc| dien ra| khai mac)?|lich)\b.{0,30}")
_DAY = re.compile(r"\d{1,2} ?[/-] ?\d{1,2}\b|\bngay \d{1,2}\b|\d{1,2} thang \d{1,2}\b")


def with_day_of_letter(frame: Frame) -> Frame:
    """The frame, the day that stands alone among its first lines as the day of issue, where it has none."""
    if frame.issued is not None or frame.kind not in (Kind.INVITATION, Kind.NOTICE):
        return frame
    for place, block in enumerate(frame.body[:_FIRST_LINES]):
        found = _ALONE.fullmatch(fold(block.text).strip()) if isinstance(block, Line) else None
        if found is None or not isinstance(block, Line):
            continue
        above = frame.body[place - 1] if place else None
        labelled = isinstance(above, Line) and _LABEL.fullmatch(fold(above.text).strip(" :"))
        others = (*frame.body[:place], *frame.body[place + 1 :])
        elsewhere = sum(
            isinstance(other, Line) and _DAY.search(fold(other.text)) is not None for other in others
        )
        again = any(isinstance(o, Line) and _ALONE.fullmatch(fold(o.text).strip()) for o in others)
        issued = _date(found)
        if labelled or again or not elsewhere or issued is None:
            return frame
        return replace(frame, issued=issued, body=others, head=(*frame.head, block))
    return frame


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
