"""What the headings of a letter tell: from when to when the whole lasts, and what is asked for.

I. THỜI GIAN: từ 01/6 đến 15/8/2024
VI. CHUẨN BỊ: Phòng A gửi dự thảo trước ngày 05/8
"""

from dataclasses import replace

from calendars.layouts.labels import read_label
from calendars.layouts.layout import Item, Matter, Section
from calendars.marks import Category
from calendars.programme import Kind
from calendars.reading.framing.frame import Frame
from calendars.reading.items import read_item
from calendars.reading.letters.letter import letter_drafts
from calendars.reading.scope import Draft, Scope
from calendars.when import Span as DaysFromTo

_LEAST_ASKED = 20  # letters


def time_in_heading(section: Section, scope: Scope, frame: Frame) -> list[Draft]:
    """The whole of a plan whose heading tells from when to when it lasts ("I. THỜI GIAN: từ 01/6 đến 15/8/2024")."""
    heading = section.heading or ""
    label = read_label(heading) if ":" in heading else None
    if label is None or label.field != "time" or not scope.section:
        return []
    told = heading[label.end :].rstrip(" :.").split(", chia ")[0]
    whole = Item(text="", time=told, passages=section.passages[:1])
    drafts = letter_drafts(whole, replace(scope, section=()), frame)
    invited = frame.kind is Kind.INVITATION  # "I. THỜI GIAN: 7 giờ 30, ngày 23/3" over "II. ĐỊA ĐIỂM"
    return [draft for draft in drafts if invited or isinstance(draft.when, DaysFromTo)]


def asked_in_heading(section: Section, scope: Scope) -> list[Draft]:
    """What a heading without anything below it asks for ("VI. CHUẨN BỊ: Phòng A gửi dự thảo trước ngày 05/8; ...")."""
    heading = section.heading or ""
    label = read_label(heading) if ":" in heading else None
    if label is None or label.field == "time" or len(heading) - label.end < _LEAST_ASKED:
        return []
    inner = replace(scope, matter=Matter.TASKS, period=None, section=(), parent=None, subject=None)
    asked = [
        draft
        for text in heading[label.end :].split("; ")
        for draft in read_item(Item(text=text.strip(" ."), passages=section.passages[:1]), inner)
    ]
    return [draft for draft in asked if draft.category is Category.DEADLINE]
