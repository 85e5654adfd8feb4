"""Where all meetings of a standing rule go when they meet a day off, told once at the end.

"Trường hợp lịch tiếp trùng vào ngày nghỉ thì chuyển sang ngày làm việc tiếp theo" is of every item; what an item says
itself is read with its own time and stays.
"""

import re
from collections.abc import Iterable, Iterator

from calendars.layouts.layout import Item, Section
from calendars.layouts.words import fold
from calendars.marks import Category, Passage
from calendars.reading.scope import Draft
from calendars.recurrence import Frequency, Roll
from calendars.when import Repeat

_WORKING_DAYS = 5
_OF_ANY = re.compile(
    r"(?:(?:ngay|lich|buoi|dinh ky|tiep|cong dan|dan|hop|sinh hoat|giao ban|tren|nay|do|neu|khi)\s*)*"
)
_FOR_ALL = re.compile(
    r"(?m)(?:^\W*(?:(?:luu y|ghi chu)\W*)?|^\W*(?:luu y|ghi chu)\b[^\n]*?\.\s+)"
    r"(?:(?:truong hop|neu|khi)\s+|(?=(?:lich|ngay) ))"
    r"(?:(?:cac )?ngay (?P<days>\d{1,2}\b(?:(?:,| va|, va| hoac) (?:ngay )?\d{1,2}\b){0,5})\s*"
    r"|(?:cac|ngay|lich|thoi gian|buoi|nhung)\s+(?P<what>[^.;\d]*?)\s*)?\b(?:trung|roi)\b[^.;\d]*?"
    r"\b(?:ngay nghi|ngay le|nghi le|nghi tet|thu bay|chu nhat)\b[^.;\d]*?"
    r"\bngay lam viec\s+(?P<which>tiep theo|ke tiep|lien ke|lien sau|sau do|dau tien|ngay sau|sau|lien truoc|truoc do|"
    r"truoc)\b"
)

# "Lịch tại điểm 1, 2 nếu trùng ...", "Các mục 1, 2 và 4 trùng ngày nghỉ thì ..."
_POINTS = re.compile(
    r"(?m)^(?P<before>\W*(?:(?:luu y|ghi chu)\W+)?(?:(?:rieng|doi voi) )?"
    r"(?:(?:cac )?(?:lich|cuoc hop|buoi|noi dung|ngay)\b (?:(?:tiep|hop|truc|sinh hoat)(?: cong)?(?: dan)? )?)?)"
    r"(?:(?:tai|o|cua|theo|neu tai|thuoc) )?(?:cac )?(?:diem|muc|khoan|so|dieu|y) "
    r"(?P<points>\d{1,2}(?:(?: ?, ?(?:va )?| va | ?& ?|-)(?:(?:diem|muc|khoan|dieu|so|y) )?\d{1,2})*)(?! ?/)\W*"
    r"(?P<behind>[^.;\n]*\b(?:trung|roi)\b)"
)
# By their names: "Riêng Bản Khe và Nà Lúa: nếu ngày tiêm trùng ngày nghỉ thì ...", "Đối với lịch của Chủ tịch, ..."
_OF_SOME = re.compile(
    r"(?m)^\W*(?:(?:luu y|ghi chu)\W+)?(?:rieng|doi voi)\s+(?:(?:lich|ngay|buoi)\b[^.;:\n\d]{0,24}? cua )?"
    r"(?P<names>[^.;:\n\d]{3,100}?)\s*[:,]?\s+"
    r"(?=(?:neu|khi|truong hop)\b[^.;\n]*\b(?:trung|roi)\b)"
)
_AND = re.compile(r",\s*|\s+va\s+")
_IF = re.compile(r"^(?:(?:neu|khi|truong hop)\s+)?")
_NUMBER = re.compile(r"\W*(?:điều|mục)?\s*(\d{1,2})\s*[.):/-]", re.IGNORECASE)

_WORKING_DAY = "ngay lam viec"


def _texts(item: Item) -> Iterator[str]:
    yield item.text
    yield from (passage.text for passage in item.passages)
    for child in item.children:
        yield from _texts(child)


def _passages(item: Item) -> Iterator[Passage]:
    yield from item.passages
    for child in item.children:
        yield from _passages(child)


def _may_roll(draft: Draft, when: Repeat) -> bool:
    """Whether a standing thing has days to go to: a deadline is not held, and every working day has none between."""
    days = when.recurrence
    daily = days.frequency is Frequency.DAILY or len(days.by_day) >= _WORKING_DAYS
    return days.roll is None and draft.category is not Category.DEADLINE and not daily


def _without_points(text: str) -> str:
    """The folded text, a sentence of some points without their numbers or names: "lịch nếu trùng ngày nghỉ thì ..."."""
    text = _OF_SOME.sub("", text)
    if _POINTS.search(text) is None:
        return text
    return _POINTS.sub(lambda found: _IF.sub("neu ", found["behind"], count=1), text)


def number_of(draft: Draft) -> int | None:
    """The number that a draft's item bears in its list; None for an item without one."""
    found = _NUMBER.match(draft.evidence[0].text) if draft.evidence else None
    return int(found[1]) if found else None


def _of_whom(what: str, drafts: Iterable[Draft]) -> list[Draft]:
    """Those of the drafts that are of the one whom "ngày tiếp của Viện trưởng" names, and not of a deputy."""
    whose = what.rpartition("cua ")[2].strip() if "cua " in what else ""
    name = re.compile(rf"(?<!pho )\b{re.escape(whose)}\b")
    return [d for d in drafts if whose and d.evidence and name.search(fold(d.evidence[0].text))]


def roll_all(sections: Iterable[Section], drafts: Iterable[Draft]) -> None:
    """Give the repeats among the drafts what a sentence of its own says of days off."""
    sections = list(sections)
    told = next(
        (
            (told, section)
            for section in sections
            for item in section.items
            for text in map(fold, _texts(item))
            if _WORKING_DAY in text and (told := _FOR_ALL.search(_without_points(text)))
        ),
        None,
    )
    if told is None:
        return
    found, where = told
    points = {
        number
        for item in where.items
        for text in map(fold, _texts(item))
        if _WORKING_DAY in text and (of_some := _POINTS.search(text)) is not None
        for number in map(int, re.findall(r"\d+", of_some["points"]))
    }
    names = [
        name
        for item in where.items
        for text in map(fold, _texts(item))
        if _WORKING_DAY in text and (of_some := _OF_SOME.search(text)) is not None
        for name in _AND.split(of_some["names"])
    ]
    roll = Roll.PREVIOUS if "truoc" in found["which"] else Roll.NEXT
    drafts = [draft for draft in drafts if not points or number_of(draft) in points]
    if names:
        drafts = [
            draft
            for draft in drafts
            if fold(draft.chair or "") in names or any(name in fold(draft.title) for name in names)
        ]
    if (
        where.heading and where is not sections[-1]
    ):  # below the heading of one of several matters, it is of that
        lines = {passage.line for item in where.items for passage in _passages(item)}
        drafts = [draft for draft in drafts if any(passage.line in lines for passage in draft.evidence)]
    what = "" if _OF_ANY.fullmatch(found["what"] or "") else found["what"]
    named = [draft for draft in drafts if what and what in fold(draft.title)] or _of_whom(what or "", drafts)
    days = set(map(int, re.findall(r"\d+", found["days"] or "")))
    for draft in drafts if names else named or drafts:  # "nếu ngày tiêm trùng ..." is not of what is examined
        if not isinstance(draft.when, Repeat) or not _may_roll(draft, draft.when):
            continue
        if not days or days.intersection(draft.when.recurrence.by_month_day):
            draft.when = draft.when._replace(recurrence=draft.when.recurrence._replace(roll=roll))
