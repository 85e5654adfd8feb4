"""A session that a heading names with its day: "II. PHIÊN CHÍNH THỨC (sáng 15/9/2017)" over the rows of its agenda.

What is hard is that a day alone heads things of their own, so that the heading must name what is held.
"""

import re
from dataclasses import replace

from calendars.layouts.layout import Item, Matter, Section
from calendars.layouts.words import fold, layout_words
from calendars.marks import Category
from calendars.reading.items import read_item
from calendars.reading.letters.agendas import agenda_of, row_hours
from calendars.reading.naming.titles import has_head, title_of
from calendars.reading.scope import Draft, Scope
from calendars.when import Day, with_hours

_NAME_ENDS = re.compile(r"\s*[(:;,]|\s+[-–]\s|\s+(?:ngày|sáng|chiều|tối|lúc|vào|từ)\s", re.IGNORECASE)
_SESSION = re.compile(r"phien \w+")
_PART = re.compile(r"(?:buoi )?(?:sang|chieu|toi)\b")
_ROWS = 2


def session_of(section: Section, scope: Scope) -> list[Draft] | None:
    """The meeting that a heading names, with the section's rows as its agenda, and what follows; None for no such."""
    heading = section.heading or ""
    name = _NAME_ENDS.split(heading, maxsplit=1)[0].strip()
    folded = fold(name)
    if scope.recurring or len(section.items) < _ROWS or _PART.match(folded):
        return None
    if layout_words()["furniture.agenda"].match(folded):
        return None  # "Chương trình ngày 27/9:" is of a meeting told above
    if sum(isinstance(reading.when, Day) for reading in scope.section) != 1:
        return None
    if not (_SESSION.match(folded) or has_head(name)):
        return None
    if not all(row_hours(item, scope.context) for item in section.items):
        return None
    own = Item(text=heading, passages=section.passages)
    told = read_item(own, replace(scope, section=(), section_passages=(), matter=Matter.EVENTS, period=None))
    if len(told) != 1 or told[0].category is not Category.MEETING or not isinstance(told[0].when, Day):
        return None
    session, part = told[0], told[0].when.hours.part
    session.title = title_of(name.capitalize() if name.isupper() else name)
    found = agenda_of(section, told, scope, least=_ROWS) or told
    if part is not None and session.when.hours.part is None:
        session.when = with_hours(session.when, session.when.hours._replace(part=part))
    return found
