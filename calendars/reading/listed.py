"""An item of a section as its drafts, where its own words may not say what is held.

The labelled lines of a letter leave that to its subject, a row of days, places and people to the title of its
table. What others are to prepare for it, and what its note asks of them, may be due on a day of its own.
"""

import re
from dataclasses import replace

from calendars.layouts.labels import read_label
from calendars.layouts.layout import Item, Matter
from calendars.layouts.shapes import looks_like_place
from calendars.layouts.timelabels import is_time_label, names_a_day, tells_an_hour
from calendars.layouts.words import fold
from calendars.marks import Category
from calendars.programme import Kind
from calendars.reading.framing.frame import Frame
from calendars.reading.framing.topics import told_in_rounds
from calendars.reading.items import read_item
from calendars.reading.letters.groups_in_time import items_of_groups
from calendars.reading.letters.letter import letter_drafts, only_sessions
from calendars.reading.letters.phases import read_card
from calendars.reading.naming.feasts import feast_first, occasion_first
from calendars.reading.naming.titles import has_head, title_of
from calendars.reading.noted import to_the_point
from calendars.reading.parts.feasts_listed import as_feasts, feasts_listed
from calendars.reading.parts.labelled_days import items_of_label
from calendars.reading.parts.several_hours import items_of_hours
from calendars.reading.rules.rows import as_line
from calendars.reading.scope import Draft, Scope
from calendars.reading.spans import filled, tidy_holes, with_holes
from calendars.reading.timing.headings import ONLY_LABELS
from calendars.reading.timing.precedence import has_day
from calendars.reading.timing.understanding import understood
from calendars.reading.words import item_words
from calendars.when import Day

_SENTENCE = re.compile(r"(?<=[^\W\d]{2}[.;)])\s+(?=[^\W\da-zà-ỹđ])|(?<=\.)\s+(?=[A-ZĐÀ-Ỹ])")
_APART = re.compile(
    r"riêng\s[^.;]{3,80}?\s(?:họp|gặp|làm việc|tập trung|sinh hoạt|dự)\b[^.;]*?\d", re.IGNORECASE
)
_DOES = re.compile(r"\w\s(?:tiếp công dân|tiếp dân|tư vấn|họp|giao ban|đối thoại|gặp gỡ)\s|^Đối thoại\s")
_BARE_VERB = 2  # words
_BEGINS_WITH_TIME = re.compile(
    r"(?:(?:từ|vào|lúc|hồi)\s+)*(?:(?:sáng|chiều|tối|thứ|ngày)\s+\S*\d|\d{1,2}\s*(?:h|giờ|g|:|/))",
    re.IGNORECASE,
)
_OPENS_AT = re.compile(  # the words before the time that stands alone below "II. THỜI GIAN, ĐỊA ĐIỂM"
    r"^(?:(?:0?1|một|nửa|½)\s+(?:ngày|buổi)\s*[,;:–-]\s*)?"
    r"(?:(?:hội nghị |lễ |cuộc họp )?(?:bắt đầu|khai mạc|tổ chức|diễn ra|làm việc|họp)\s+)?(?:(?:từ|vào|lúc|hồi)\s+)*",
    re.IGNORECASE,
)
_TIME_FIRST = re.compile(r"thời gian(?:,?\s*(?:và\s+|&\s*)?địa điểm)?[\s:]+", re.IGNORECASE)
_AT_PLACE = re.compile(r",?\s+(?=tại\s)", re.IGNORECASE)
_HOW_OFTEN = re.compile(r"(?:hằng|hàng|mỗi)\s+(?P<unit>tuần|tháng)", re.IGNORECASE)
_LENGTH = re.compile(
    r"(?:trong\s+)?(?P<days>\d{1,2})\s+ngày(?:\s*$|\s*[;,.]|\s*\(\D{0,9}\d{1,2}(?:/\d{1,2})?\s*[-–])",
    re.IGNORECASE,
)
_ON_WHICH = {
    "tuần": re.compile(r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)", re.IGNORECASE),
    "tháng": re.compile(r"\bngày\s+\d{1,2}\b(?!\s*[/.-]\s*\d)", re.IGNORECASE),
}
_REHEARSAL = re.compile(
    r"\b(?:kiem tra (?:ky thuat |ket noi )?(?:duong truyen|ket noi)|(?:tong|so|chay) duyet|chay thu)\b"
)
_MAKES = re.compile(  # "Văn phòng in tài liệu, hoàn thành trong ngày 19/01"
    r"\b(?:in(?: an)?|photo|pho to|chuan bi|ra soat|lap|xay dung|thiet ke|hoan thien|tong hop|soan|du thao|bo tri"
    r"|lap dat|trang tri|mua|dat|sao chup|kiem tra|lien he|trinh|phat hanh|treo|dang tai|moi)\s+(?!bo\b|may\b)[a-z]{2,}"
)


def read_listed(item: Item, scope: Scope, frame: Frame) -> list[Draft]:
    """The drafts of an item of a section: what it announces, and what others are asked to hand in for it."""
    if item.text and not (item.children or item.day or item.time):
        item = item.with_text(to_the_point(item.text))
        if not item.text:
            return []
    item = as_line(item) if scope.recurring else item
    item = _with_length(_with_how_often(item))
    if feasts := feasts_listed(item):
        return as_feasts([draft for feast in feasts for draft in read_item(feast, scope)])
    if len(parts := items_of_label(item)) > 1:
        return [draft for part in parts for draft in read_listed(part, scope, frame)]
    if len(parts := items_of_groups(item)) > 1 and not scope.recurring:
        return [draft for part in parts for draft in read_listed(part, scope, frame)]
    if len(parts := items_of_hours(item)) > 1:
        return [draft for part in parts for draft in read_listed(part, scope, frame)]
    if not scope.notice and (apart := feast_first(item.text)):
        feast, held = replace(item, text=apart[0], children=()), replace(item, text=apart[1])
        return [*read_item(feast, scope), *read_item(held, scope)]
    if parts := _done_for_an_occasion(item, scope):
        return [draft for part in parts for draft in read_item(part, scope)]
    if item.time and item.text and ONLY_LABELS.fullmatch(fold(item.text).strip(" :.")):
        item = replace(item, text="")  # "II. THỜI GIAN, ĐỊA ĐIỂM" over "1. Thời gian: ..."
    if not item.text and _is_row_of_places(item, frame):
        item = replace(item, text=item.location or "")
    elif not item.text and item.day:
        item = _named_by_a_cell(item, scope)
    elif item.time and (not item.text or (item.day is None and only_sessions(item.text, frame))):
        beside = "; ".join(filter(None, (item.note, item.text))) or None
        made = letter_drafts(replace(item, text="", note=beside), scope, frame)
        return [*made, *_besides(item, scope), *_to_prepare(item, scope)]
    if frame.kind is Kind.INVITATION and item.text and (told := _labelled_time(item)):
        return [*letter_drafts(told, scope, frame), *_to_prepare(told, scope)]
    if frame.kind is Kind.INVITATION and (told := _time_under_label(item, scope)):
        return letter_drafts(told, scope, frame)
    if frame.kind is Kind.INVITATION and (card := read_card(item, scope)):
        return card
    if scope.notice or frame.kind is Kind.INVITATION:
        told, item = _time_below(item)
        if told is not None:
            return [*letter_drafts(told, scope, frame), *read_item(item, scope)]
    return [*read_item(item, scope), *_to_prepare(item, scope)]


def _named_by_a_cell(item: Item, scope: Scope) -> Item:
    """A row of a day without a thing, by what it is a list of, or by a cell that tells who does what then."""
    does = next((cell for cell in (item.chair, item.attendees) if cell and _DOES.search(cell)), None)
    if does:  # "Chủ tịch Hội LHPN xã tư vấn hôn nhân, gia đình" below "Người tiếp"
        return replace(item, text=does, chair=None if does == item.chair else item.chair)
    return replace(item, text=scope.named or item.attendees or item.chair or item.location or "")


def _is_row_of_places(item: Item, frame: Frame) -> bool:
    """Whether time and place are a row of a list in which the same is held everywhere, and no labels of a letter."""
    return bool(item.time and item.location) and frame.title is None and told_in_rounds(frame) is not None


def _done_for_an_occasion(item: Item, scope: Scope) -> list[Item]:
    """What is done for an occasion on days of its own, and the occasion, each by itself; else nothing.

    What is held has a name ("Kỷ niệm Ngày ...: tọa đàm") and is told with its occasion.
    """
    if scope.notice or item.day or item.time or item.children:
        return []
    told = occasion_first(item.text)
    if told is None or has_head(told[1]):
        return []
    readings = understood(told[1], scope.context).readings
    thing = filled(tidy_holes(with_holes(told[1], [r.at for r in readings]))).strip(" ,;.:()-–")
    if not any(map(has_day, readings)) or not thing or looks_like_place(thing):
        return []  # "Kỷ niệm Ngày thành lập Hội: 14h ngày 17/10 tại hội trường" is held itself
    return [replace(item, text=text) for text in reversed(told)]


def _labelled_time(item: Item) -> Item | None:
    """An item that tells by a label when the letter's thing is held ("2. Thời gian học: từ 12/6 đến 16/6/2017")."""
    label = read_label(item.text)
    if label is None or label.field != "time" or item.day or item.time or item.children:
        return None
    told = item.text[label.end :].strip(" .;")
    return replace(item, text="", time=told) if names_a_day(told) else None


def _time_under_label(item: Item, scope: Scope) -> Item | None:
    """An item that is but a time and a place under a label without a colon, or below a heading that is one.

    "II. THỜI GIAN, ĐỊA ĐIỂM" over "Bắt đầu lúc 13 giờ 30, thứ Năm, ngày 16/11/2017, tại Phòng họp số 2".
    """
    if item.day or item.time or item.children or not item.text:
        return None
    label = _TIME_FIRST.match(item.text)
    heading = fold(scope.heading).strip(" :.")
    if label is None and not (heading.startswith("thoi gian") and ONLY_LABELS.fullmatch(heading)):
        return None
    told = item.text[label.end() if label else 0 :].strip(" .;-")
    when = _OPENS_AT.sub("", _AT_PLACE.split(told, maxsplit=1)[0])
    if not is_time_label(when.strip(" .,;")) or not names_a_day(when) or not tells_an_hour(when):
        return None
    return replace(item, text="", time=told)


def _time_below(item: Item) -> tuple[Item | None, Item]:
    """(the time that stands in the line below "a) Thời gian" as a labelled one, the item without that line)."""
    if not item.children or item.time or ONLY_LABELS.fullmatch(fold(item.text).strip(" :.")) is None:
        return None, item
    for place, child in enumerate(item.children):
        told, rest = _time_below(child)
        if told is None and fold(item.text).startswith("thoi gian") and _BEGINS_WITH_TIME.match(child.text):
            told, rest = replace(child, text="", time=child.text, children=()), replace(child, text="")
        if told is not None:
            left = (rest,) if rest.text or rest.children else ()
            return told, replace(item, children=(*item.children[:place], *left, *item.children[place + 1 :]))
    return None, item


def _with_how_often(item: Item) -> Item:
    """A row under "Hằng tuần" whose words tell the weekday ("Tiếp công dân sáng thứ Năm") with both together."""
    often = _HOW_OFTEN.fullmatch(item.day.strip(" .:")) if item.day else None
    found = _ON_WHICH[often["unit"].lower()].search(item.text) if often else None
    if often is None or found is None:
        return item
    return replace(
        item, day=None, text=f"{item.text[: found.end()]} {often[0].lower()}{item.text[found.end() :]}"
    )


def _with_length(item: Item) -> Item:
    """A row of a day whose note tells first how long it lasts ("02 ngày", "2 ngày (12-13/3)") with that length."""
    found = _LENGTH.match(item.note) if item.day and item.note else None
    return replace(item, text=f"{item.text} ({found['days']} ngày)") if found else item


def _to_prepare(item: Item, scope: Scope) -> list[Draft]:
    """The deadlines among what others are to prepare, and the notes ("Tài liệu: gửi trước 9 giờ ngày ...")."""
    if not (item.prepared_by or item.note or item.attendees or item.time):
        return []  # as most items
    asked: list[Draft] = []
    told = "; ".join(filter(None, (item.prepared_by, item.note))).split("; ")
    if not item.day:  # the labelled lines of a letter
        fields = (item.attendees, item.text if item.time else None)
        told += [text for field in fields for text in _SENTENCE.split(field or "")[1:]]
    for text in told:
        if not text:
            continue
        passages = tuple(p for p in item.passages if text[:40] in p.text)
        own = tuple(
            passage._replace(text=text) for passage in item.passages[:1]
        )  # of another cell of the row
        part = Item(text=text, passages=passages or own)
        inner = replace(scope, matter=Matter.TASKS, period=None, section=(), subject=None)
        asked += [draft for draft in read_item(part, inner) if _is_asked_for(draft) or _is_rehearsal(draft)]
    for draft in asked:
        if len(draft.title.split()) <= _BARE_VERB and (named := title_of(item.text)):
            draft.title = f"{draft.title}: {named[:1].lower()}{named[1:]}"  # "Đăng ký trước ngày 13/6"
    return asked


def _besides(item: Item, scope: Scope) -> list[Draft]:
    """What a sentence behind the points of a letter tells of some who meet apart ("Riêng Ban đại diện họp lúc ...")."""
    told = [text for text in _SENTENCE.split(item.text)[1:] if _APART.match(text)]
    inner = replace(scope, subject=None, section=(), period=None)
    return [draft for text in told for draft in read_item(Item(text=text, passages=item.passages[:1]), inner)]


def _is_rehearsal(draft: Draft) -> bool:
    """Whether a draft is what makes ready for the meeting, on a day and at an hour of its own."""
    dated = isinstance(draft.when, Day) and draft.when.hours.start is not None
    return dated and _REHEARSAL.search(fold(draft.title)) is not None


def _is_asked_for(draft: Draft) -> bool:
    """Whether a deadline says what is to be done by then, and is no amount or name that a day stands beside."""
    if draft.category is not Category.DEADLINE:
        return False
    folded = fold(draft.title)
    return (
        item_words()["items.deadline_leads"].search(folded) is not None or _MAKES.search(folded) is not None
    )
