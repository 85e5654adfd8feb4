"""Hours and place given once for all items of a paper: by its labelled lines, by a note, by a line above its rows.

Labels of a standing rule hold for all its items.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from calendars.grammar.rule import Context, Reading
from calendars.layouts.labels import read_label
from calendars.layouts.layout import Item, Section
from calendars.layouts.words import fold
from calendars.marks import Category
from calendars.programme import Kind
from calendars.reading.naming.places import place_name
from calendars.reading.rules.rolling import number_of
from calendars.reading.rules.together import combined
from calendars.reading.rules.under_names import named_by_heading
from calendars.reading.scope import Draft
from calendars.reading.spans import first_sentence
from calendars.reading.timing.headings import ONLY_LABELS
from calendars.reading.timing.understanding import understood
from calendars.times import DayPart
from calendars.when import Hours, Undated, When, with_hours

_HOURS_OF_ALL = re.compile(
    r"\W*(?:ghi chú|lưu ý)\W+(?:thời gian|giờ)\s+(?:tiếp|họp|sinh hoạt|làm việc|trực|tiêm|khám|tập|học)"
    r"(?:\s+công dân)?\s*:?"
    r"\s*(?P<hours>[^.;\n]*\d[^.;\n]*)"
    r"|\W*(?:thời gian|giờ)\s+(?:tiếp|họp|sinh hoạt|làm việc|trực|tiêm|khám|tập|học|giao ban|giao dịch)\b"
    r"[^:.;\n\d]{0,24}?(?:\s(?:của|tại|ở|cho)\s+(?:tất cả\s+)?(?:các|mỗi|từng|tất cả)\s[^:.;\n\d]{2,40}"
    r"|\s(?:của|tại|ở|cho)\s+(?:các\s+)?(?:mục|điểm|khoản|điều)\s+"
    r"(?P<points>\d{1,2}(?:(?:\s*,|\s+và)\s*(?:(?:mục|điểm|khoản|điều)\s+)?\d{1,2}){0,5}))?:"
    r"\s*(?P<told>[^.;\n]*?\d[^.;\n]*?)(?:,?\s+(?:tại|ở|cho)\s+(?:tất cả\s+)?(?:các|mọi)\s[^.;\n\d]{2,30})?"
    r"\s*(?:[.;\n]|$)"
    r"|\W*(?:(?:trừ|nếu không)\s[^,;.\n\d]{3,40},\s*)?(?:tất cả\s+)?(?:các|mỗi)\s+(?:buổi|kỳ|cuộc|lần|phiên)"
    r"(?:\s+(?:sinh hoạt|họp|tập|học|giao ban|tiếp(?: công)? dân))?\s+(?:đều\s+)?"
    r"(?=(?:bắt đầu|diễn ra|tổ chức|từ|lúc)\s)"
    r"(?P<each>[^.;\n]*?\d[^.;\n]*)",
    re.IGNORECASE,
)
_TELLS_HOURS = re.compile(
    r"^(?!.*(?:\d{1,2}\s*[/.]\s*\d{1,2}|\bngay \d|\bthang \d|\bhang\b|\bthu (?:hai|ba|tu|nam|sau|bay|\d)))"
    r".*\d\s*(?:h|g|gio|:)",
    re.DOTALL,
)
_OFTEN = re.compile(
    r"\b(?:hang|moi) (?:tuan|thang|quy|ngay|nam)\b|\bcac ngay (?:lam viec|thu)\b|\b\d{1,2} hang\b"
)
_HALVES = re.compile(r"\b(?:sang|chieu)\b.*\d.*\b(?:chieu|toi)\b.*\d")
_OFFICE_HOURS = re.compile(r"\W*thoi gian lam viec\b")  # below a week: the office's own, of no thing in it
_LISTING = (Kind.MONTHLY, Kind.WEEKLY, Kind.OTHER)
Everywhere = Callable[[list[Draft], Context], list[Draft]]


def apply_to_all(sections: Sequence[Section], kind: Kind) -> tuple[tuple[Section, ...], Everywhere]:
    """(the sections without what is said once for all items, a function that gives it to the drafts)."""
    if kind is Kind.RECURRING:
        sections = [named_by_heading(section) for section in sections]
        sections = [replace(section, items=tuple(map(_as_rule, section.items))) for section in sections]
    items = [item for section in sections for item in section.items]
    told = next((item for item in items if _tells_all(item)), None) or next(
        (item for item in items if _noted_for_all(item) is not None), None
    )
    noted = _noted_for_all(told) if told else None
    offices = kind is Kind.WEEKLY and told is not None and _OFFICE_HOURS.match(fold(told.text))
    in_halves = noted is not None and kind in _LISTING and _HALVES.search(fold(noted.time or "")) is not None
    if offices:
        told = None
    if told is None or not (kind is Kind.RECURRING or in_halves):
        return tuple(sections), lambda drafts, _context: combined(drafts)
    whole = noted or told
    points = _points_of(told)

    def everywhere(drafts: list[Draft], context: Context) -> list[Draft]:
        hours = _only_hours(whole.time or "", context)
        halves = understood(whole.time or "", context).readings if hours is None else []
        place = place_name(first_sentence(whole.location)) if whole.location else None
        for draft in drafts:
            if draft.category is not Category.MEETING or (points and number_of(draft) not in points):
                continue
            draft.location = draft.location or place
            if isinstance(draft.when, Undated):
                continue
            if of_half := _of_its_half(draft.when, halves):
                draft.when = with_hours(draft.when, of_half)
            elif in_halves and kind is not Kind.RECURRING:
                continue
            elif hours is None:
                draft.note = "; ".join(filter(None, (draft.note, whole.time)))
            elif not draft.when.hours:
                draft.when = with_hours(draft.when, hours.hours)
            draft.evidence = tuple(dict.fromkeys((*draft.evidence, *whole.passages[:2])))
        return combined(drafts)

    rest = told.text.partition("\n")[2] if noted else ""
    left = (replace(told, text=rest),) if rest else ()
    kept = [
        replace(
            section, items=tuple(one for item in section.items for one in (left if item is told else (item,)))
        )
        for section in sections
    ]
    return tuple(section for section in kept if section.items or section.heading), everywhere


def _as_rule(item: Item) -> Item:
    """An item of labelled lines whose time is the rule itself ("Thời gian: ngày 10 hằng tháng") as that sentence."""
    if not item.time or not _tells_all(item) or _TELLS_HOURS.search(fold(item.time)):
        return item
    return replace(item, text=item.time, time=None) if _OFTEN.search(fold(item.time)) else item


def _tells_all(item: Item) -> bool:
    """Whether labelled lines name no thing of their own: none, or a heading such as "II. THỜI GIAN, ĐỊA ĐIỂM"."""
    named = item.text and ONLY_LABELS.fullmatch(fold(item.text).strip(" :.")) is None
    return not named and not item.day and item.time is not None


def _noted_for_all(item: Item) -> Item | None:
    """A note or a line that tells the hours of all items ("Thời gian: buổi sáng từ 7h30 đến 11h00")."""
    if item.time or item.day:
        return None
    first = item.text.partition("\n")[0]
    label = read_label(first)
    if label is not None and label.field == "time" and not item.children:
        hours, _, rest = first[label.end :].strip(" .;").partition(". ")
        beside = read_label(rest)  # "Thời gian: từ 8h00 đến 11h00. Địa điểm: Trụ sở, số 2 phố 19/5."
        if beside is None or beside.field != "location":
            hours, place = first[label.end :].strip(" .;"), item.location
        else:
            place = rest[beside.end :].strip(" .;")
        return (
            replace(item, text="", time=hours, location=place) if _TELLS_HOURS.search(fold(hours)) else None
        )
    found = _HOURS_OF_ALL.match(item.text)
    if found is None:
        return None
    told = found["told"] or found["each"]
    if told and (item.children or not _TELLS_HOURS.search(fold(told))):
        return None
    return replace(item, text="", time=found["hours"] or told)


def _points_of(item: Item) -> set[int]:
    """The numbers of the items whose hours a line tells: "Giờ tiếp tại mục 1 và mục 2: ..."; none for all of them."""
    found = _HOURS_OF_ALL.match(item.text)
    return set(map(int, re.findall(r"\d+", found["points"] or ""))) if found else set()


def _only_hours(text: str, context: Context) -> When | None:
    """The hours of each day where a text tells one stretch of hours; None where it tells several or none."""
    readings = understood(text, context).readings
    if len(readings) == 1 and isinstance(readings[0].when, Undated) and readings[0].when.hours.start:
        return readings[0].when
    return None


def _of_its_half(when: When, halves: Sequence[Reading]) -> Hours | None:
    """The hours that are told for the half of the day in which a thing without an hour is ("buổi chiều từ ...").

    What lasts the whole day has the opening hour of the first half and the closing hour of the last.
    """
    if when.hours.part is None or when.hours.start is not None:
        return None
    told = [r.when.hours for r in halves if isinstance(r.when, Undated) and r.when.hours.start]
    if when.hours.part is DayPart.ALL_DAY and len(told) > 1:
        return when.hours._replace(start=told[0].start, end=told[-1].end)
    return next((hours for hours in told if hours.part is when.hours.part), None)
