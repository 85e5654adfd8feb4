"""An item of a section as its drafts, where its own words may not say what is held.

The labelled lines of a letter leave that to its subject, a row of days, places and people to the title of its
table. What others are to prepare for it, and what its note asks of them, may be due on a day of its own.
"""

import re
from dataclasses import replace

from calendars.layouts.layout import Item, Matter
from calendars.layouts.words import fold
from calendars.marks import Category
from calendars.reading.frame import Frame
from calendars.reading.items import read_item
from calendars.reading.letters import letter_drafts, only_sessions
from calendars.reading.scope import Draft, Scope
from calendars.reading.titles import title_of
from calendars.reading.words import item_words

_BARE_VERB = 2  # words
_ONLY_LABELS = re.compile(
    r"(?:thoi gian|dia diem|quy mo|hinh thuc|thanh phan|doi tuong)(?: (?:to chuc|thuc hien|thi dau))?"
    r"(?:(?:\s*(?:,|va|&|;|-)\s*)+(?:thoi gian|dia diem|quy mo|hinh thuc|thanh phan|doi tuong)"
    r"(?: (?:to chuc|thuc hien|thi dau|tham gia|tham du))?)*"
)


def read_listed(item: Item, scope: Scope, frame: Frame) -> list[Draft]:
    """The drafts of an item of a section: what it announces, and what others are asked to hand in for it."""
    if item.time and item.text and _ONLY_LABELS.fullmatch(fold(item.text).strip(" :.")):
        item = replace(item, text="")  # "II. THỜI GIAN, ĐỊA ĐIỂM" over "1. Thời gian: ..."
    if not item.text and item.day:
        item = replace(item, text=scope.named or item.attendees or item.chair or item.location or "")
    elif item.time and (not item.text or (item.day is None and only_sessions(item.text, frame))):
        beside = "; ".join(filter(None, (item.note, item.text))) or None
        return [*letter_drafts(replace(item, text="", note=beside), scope, frame), *_to_prepare(item, scope)]
    return [*read_item(item, scope), *_to_prepare(item, scope)]


def _to_prepare(item: Item, scope: Scope) -> list[Draft]:
    """The deadlines among what others are to prepare, and the notes ("Tài liệu: gửi trước 9 giờ ngày ...")."""
    asked: list[Draft] = []
    for text in "; ".join(filter(None, (item.prepared_by, item.note))).split("; "):
        if not text:
            continue
        passages = tuple(p for p in item.passages if text[:40] in p.text)
        own = tuple(
            passage._replace(text=text) for passage in item.passages[:1]
        )  # of another cell of the row
        part = Item(text=text, passages=passages or own)
        inner = replace(scope, matter=Matter.TASKS, period=None, section=(), subject=None)
        asked += [draft for draft in read_item(part, inner) if _is_asked_for(draft)]
    named = title_of(item.text)
    for draft in asked if named else ():
        if len(draft.title.split()) <= _BARE_VERB:
            draft.title = f"{draft.title}: {named[:1].lower()}{named[1:]}"  # "Đăng ký trước ngày 13/6"
    return asked


def _is_asked_for(draft: Draft) -> bool:
    """Whether a deadline says what is to be done by then, and is no amount or name that a day stands beside."""
    verbs = item_words()["items.deadline_leads"]
    return draft.category is Category.DEADLINE and verbs.search(fold(draft.title)) is not None
