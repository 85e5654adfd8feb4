"""The one day of a programme whose rows tell no more than hours: in its title, or alone on a line below it.

"CHƯƠNG TRÌNH HỘI NGHỊ ... (Ngày 12 tháng 01 năm 2024, tại Hội trường lớn)" over "7h30: Đón đại biểu". What is hard is
that a day below a title may be that of issue; where nothing else dates the rows, it is theirs.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from calendars.layouts.layout import Item, Section
from calendars.layouts.outline import passage_of
from calendars.layouts.timelabels import begins_with_clock, names_a_day, tells_an_hour
from calendars.layouts.words import fold
from calendars.marks import Passage
from calendars.programme import Kind
from calendars.reading.framing.frame import Frame
from calendars.reading.framing.full_dates import full_dates
from calendars.reading.framing.issue_days import place_and_day

_KINDS = (Kind.MONTHLY, Kind.WEEKLY, Kind.OTHER, Kind.INVITATION, None)
_ROWS = 3
_FIRST = 2  # items in which the day may stand
_OPENING = 60  # letters of a row in which its own day would stand
_DAY = re.compile(
    r"(?:(?:buổi )?(?:sáng|chiều|tối)[ ,]{1,3})?(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,]{1,3})?"
    r"(?:ngày )?\d{1,2} ?(?:[/.-]|tháng) ?\d{1,2} ?(?:[/.-]|,? ?năm) ?\d{4}",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2} ?(?:h|g|giờ|:) ?\d{0,2}(?: phút|['’])?"
_ALONE = re.compile(  # "(08h00 - 11h30 ngày 22/8/2024, Khách sạn Bến Xuân)", "Thứ Sáu, ngày 19/01/2024 tại Hội trường"
    rf"[\s(*]{{0,4}}(?:(?:từ |lúc )?{_CLOCK}(?: ?(?:[-–]|đến) ?{_CLOCK})?[ ,]{{1,3}})?(?P<day>{_DAY.pattern})"
    r"(?: ?\([^()]{3,30}\))?(?:[ ,]{1,3}(?:tại |ở )?[^\d;:]{3,80})?[\s).*]{0,4}",
    re.IGNORECASE,
)
# "LỊCH LÀM VIỆC NGÀY 25/02/2020": the rows of a schedule of one day are its own, be there one alone.
_OF_ONE_DAY = re.compile(
    r"(?:lich|chuong trinh) (?:cong tac|lam viec|hop|hoat dong|tiep|tiep khach)\b[^\d()]{0,80}?"
    rf"\b(?:ngay|thu \w+|chu nhat|sang|chieu)[, ]{{1,2}}{fold(_DAY.pattern)}"
)
_PART_FIRST = re.compile(r"(?:buổi )?(?:sáng|trưa|chiều|tối)(?:\W|$)", re.IGNORECASE)
_HOUR_BEFORE = re.compile(rf"{_CLOCK}[ ,]{{1,3}}$", re.IGNORECASE)
_ONE_OF_SEVERAL = re.compile(r"(?:\d|\btu|\bden|\bva|[-–&])\s?[-–,(]?\s?(?:ngay)?\s?$")


def with_day_of_agenda(frame: Frame, sections: tuple[Section, ...]) -> tuple[Frame, tuple[Section, ...]]:
    """The frame, and the sections with the programme's day on each row with an hour; both as they are without one."""
    if frame.kind not in _KINDS:
        return frame, sections
    items = [item for section in sections for item in _all(section.items)]
    daily = frame.title is not None and _OF_ONE_DAY.match(fold(frame.title)) is not None
    is_row = _is_row_of_day if daily else _is_row
    rows = list(filter(is_row, items))
    if len(rows) < (1 if daily else _ROWS) or any(
        item.day or (item.time and names_a_day(item.time)) for item in items
    ):
        return frame, sections
    told = _days_told(frame, items)
    if len({day for day, _ in told}) != 1:
        return frame, sections
    day, passage = told[0]
    (on,) = full_dates([day]) or (None,)
    if on is None or any(names_a_day(row.text[:_OPENING]) for row in rows):
        return frame, sections
    if frame.issued == on:
        frame = replace(frame, issued=None)
    if frame.title and frame.kind is not Kind.WEEKLY and fold(day) not in fold(frame.title):
        frame = replace(frame, title=f"{frame.title} ({day})")
    return frame, tuple(
        replace(section, items=tuple(_dated(item, day, passage, is_row) for item in section.items))
        for section in sections
    )


def _days_told(frame: Frame, items: Sequence[Item]) -> list[tuple[str, Passage]]:
    """The full days of the title and of the lines below it that are nothing else, each with its line."""
    told: list[tuple[str, Passage]] = []
    title = fold(frame.title or "")
    for line in frame.head:
        text = line.text.strip()
        if place_and_day(line) is not None or not (fold(text) in title or _ALONE.fullmatch(text)):
            continue
        for found in _DAY.finditer(text):
            before = text[: found.start()]
            if _ONE_OF_SEVERAL.search(fold(before)) and not _HOUR_BEFORE.search(before):
                return []
            told.append((found[0], passage_of(line)))
    first = ((item, _ALONE.fullmatch(item.text.partition("\n")[0])) for item in items[:_FIRST])
    return [*told, *((found["day"], item.passages[0]) for item, found in first if found is not None)]


def _all(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _all(item.children)


def _is_row(item: Item) -> bool:
    return tells_an_hour(item.time) if item.time else begins_with_clock(item.text)


def _is_row_of_day(item: Item) -> bool:
    return _is_row(item) or _PART_FIRST.match(item.time or item.text) is not None


def _dated(item: Item, day: str, passage: Passage, is_row: Callable[[Item], bool]) -> Item:
    children = tuple(_dated(child, day, passage, is_row) for child in item.children)
    if is_row(item):
        return replace(item, day=day, passages=(*item.passages, passage), children=children)
    return replace(item, children=children) if children else item
