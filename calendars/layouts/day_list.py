"""Schedules as day headings with lines below: "THỨ BA, NGÀY 28/5:" and then what is on (reference section A.6).

The heading holds for the lines below it, a part of the day ("Sáng") until the next. What is hard are lines
without an hour: some are things of their own, some only tell the place or the chair of the line above.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from calendars.documents.document import Block, Line, Table
from calendars.layouts.day_details import cell_beside, detail_of, place_below
from calendars.layouts.day_groups import Group, group_of
from calendars.layouts.day_headings import (
    day_with_remark,
    first_heading,
    first_remarked,
    half_above,
    has_hour,
    heads_days,
    is_day_heading,
)
from calendars.layouts.day_lines import (
    day_before,
    halves_apart,
    hour_of_bullets,
    row_of,
    shares_hour,
    tells_day_off,
    whose_apart,
    with_half_spelled,
)
from calendars.layouts.dittos import with_items_as_above
from calendars.layouts.group_headings import group_kind
from calendars.layouts.labels import read_label, with_fields
from calendars.layouts.layout import Item, Matter, Section
from calendars.layouts.marks import CHAPTER, DASH, NUMBER, PART, STAR
from calendars.layouts.outline import mark_of, own_text, passage_of
from calendars.layouts.remarks import by_its_note
from calendars.layouts.sections import sections_of
from calendars.layouts.shapes import looks_like_person
from calendars.layouts.stamps import is_stamp, messages
from calendars.layouts.timelabels import (
    begins_with_clock,
    begins_with_time,
    begins_with_weekday,
    goes_on_in,
    is_part_label,
    is_time_label,
    is_week_heading,
    tells_an_hour,
    without_ordinal,
)
from calendars.layouts.words import fold, layout_words

name = "day list"

MANY = 2
_NOTES = re.compile(
    r"(?:ghi chu|luu y|chu y)\b"
    r"|(?:(?:cac )?(?:noi dung|lich) )?(?:dieu chinh|thay doi|bo sung|hoan, huy|dieu chinh, bo sung)"
    r"(?: (?:lich|noi dung|so voi lich (?:cu|truoc|da gui)))?\s*:$"
    r"|(?:(?:cong viec|ke hoach|lich|du kien|viec) )?(?:cac )?tuan (?:sau|toi|tiep theo|ke tiep)\b[^:\d]{0,20}:"
    r"|\(?(?:du kien tuan \d{1,2}|tuan \d{1,2} du kien)\s*:"
    r"|\(?(?:cap nhat|dieu chinh|thay doi|bo sung)\s*:(?=.*\d/\d)"
    # who is on duty, by a list that is elsewhere
    r"|(?:(?:phan cong|lich) )?truc (?!tiep|tuyen|quan|thuoc|khuan)(?:[^\W\d]+ ){0,3}[^\W\d]+\s?: "
    r"(?!.*\d\s?(?:h|g|:|/)\s?\d)"
    r"|thoi gian lam viec\b.*\bsang\b.*\bchieu\b"  # the office's own hours
)
# "Xin vui lòng xác nhận tham dự trước ngày 05/11": of a day of its own
_ASKS = re.compile(r"(?:kinh |xin |rat )*(?:vui long|de nghi|mong|xin)\b")
_DATED = re.compile(r"\d\s?/\s?\d")
_OTHER_DAYS = re.compile(r"\d\s?/\s?\d|\b(?:hang|moi) (?:tuan|thang|ngay)\b")
_STATE = re.compile(r"(?:trang thai|tinh trang)(?: (?:duyet|lich))?")
_SOME_PLACES = 3
_ELSEWHERE = (None, "")  # as no thing's day and half are
_PART_START = re.compile(r"(?:buoi\s+)?(?:sang|chieu|toi|trua|ca ngay)\b")

_PART_AT_A_PLACE = re.compile(  # "Tối: Tại sân nhà văn hóa" over lines with hours
    r"(?P<part>(?:buổi )?(?:sáng|trưa|chiều|tối))\s*:\s*tại (?P<place>[^,;:.]{3,60})", re.IGNORECASE
)
_AT = re.compile(r"\btại ", re.IGNORECASE)
INVITES = re.compile(r"\bmoi\b.{0,200}\b(?:du|tham gia|den)\b")


def likelihood(blocks: tuple[Block, ...]) -> float:
    """Two or more day headings, and not much else before the first."""
    lines = [block for block in blocks if isinstance(block, Line)]
    days = [is_day_heading(line) for line in lines]
    first = lines[days.index(True)] if any(days) else first_remarked(lines)
    headings = sum(
        is_day or day_with_remark(line, below, first) is not None
        for is_day, line, below in zip(days, lines, [*lines[1:], None], strict=False)
    )
    if headings < 1 or any(isinstance(block, Table) for block in blocks):
        return 0.0
    if headings >= MANY and not _is_letter(lines):
        return 0.93
    return 0.75 if _is_of_one_day(lines) else 0.55


def _is_of_one_day(lines: Sequence[Line]) -> bool:
    """Whether a weekday heads a list of bullets, or several lines with their hours, and nothing stands before it."""
    if not (begins_with_weekday(lines[0].text) and is_day_heading(lines[0])):
        return False
    below = [mark_of(line) for line in lines[1:]]
    bullets = [mark for mark in below if mark is not None and mark.rank >= DASH]
    return len(bullets) > len(below) / 2 or sum(begins_with_clock(line.text) for line in lines[1:]) > 1


def _is_letter(lines: Sequence[Line]) -> bool:
    """Whether lines tell time and place of one meeting, or invite to it, before the days of its agenda begin."""
    head = first_heading(lines)
    first = lines.index(head) if head is not None else len(lines)
    labels = [read_label(own_text(line, mark_of(line))) for line in lines[:first]]
    told = {label.field for label in labels if label}
    return "time" in told and (
        "location" in told or any(INVITES.search(fold(line.text)) for line in lines[:first])
    )


def sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """The days of each part as one section; what stands before them and after them as in the numbered form."""
    lines = [line for block in blocks for line in ([block] if isinstance(block, Line) else _lines_of(block))]
    starts = [n for n, line in enumerate(lines) if _begins_part(line) and any(map(is_day_heading, lines[:n]))]
    parts = [lines[a:b] for a, b in pairwise((0, *starts, len(lines)))]
    return tuple(section for part in parts for section in _sections_of_part(part))


def _begins_part(line: Line) -> bool:
    """Whether a line heads another part of a paper ("II. CÔNG TÁC KHÁC"), and neither a day nor a leader's things."""
    mark = mark_of(line)
    if _heads_week(line):
        return True
    if mark is None or mark.rank not in (PART, CHAPTER) or is_day_heading(line):
        return False
    text = own_text(line, mark)
    return (
        (mark.rank == PART or text.isupper()) and not begins_with_clock(text) and not looks_like_person(text)
    )


def _heads_week(line: Line) -> bool:
    """Whether a line is nothing but a week of several in one paper ("TUẦN 44 (26/10 - 01/11)")."""
    text = own_text(line, mark_of(line)).rstrip(" :*")
    return is_week_heading(text) and any(map(str.isdigit, text))


def _sections_of_part(lines: Sequence[Line]) -> tuple[Section, ...]:
    head = first_heading(lines)
    if head is None:
        return sections_of(lines)
    first = lines.index(head)
    first = next((n for n in range(first) if day_with_remark(lines[n], lines[n + 1], lines[first])), first)
    latest = next((n for n in range(len(lines) - 1, first, -1) if heads_days(lines[n])), first)
    beside = mark_of(lines[latest])
    numbered = beside is not None and beside.rank == NUMBER
    last = next(
        (
            n
            for n in range(latest + 1, len(lines))
            if (_begins_notes(lines[n]) and not _is_field_of_item(lines, first, n))
            or (numbered and _is_beside(lines[n]))
            or _is_next_number(lines[first - 1] if first else None, lines[n])
            or _is_paragraph_behind(lines[latest + 1 : n], lines[n])
            or _is_starred_behind(lines[first:n], lines[n])
        ),
        len(lines),
    )
    notes = (
        replace(section, sent=message.sent)
        for message in messages(lines[last:])
        for section in sections_of(message.lines)
    )
    days = section_of_days(lines[first:last])
    if first and group_kind(lines[first - 1]):
        first -= 1
        days = section_of_days(lines[first:last])
    if first and _heads_week(week := lines[first - 1]):
        heading = own_text(week, mark_of(week)).strip(" :*")
        days = replace(days, heading=heading, passages=(passage_of(week),))
        first -= 1
    return (*sections_of(lines[:first]), days, *notes)


def section_of_days(lines: Sequence[Line]) -> Section:
    """Day headings with the lines below them as one section of meetings."""
    items = with_items_as_above(_items(lines))
    return Section(matter=Matter.EVENTS, items=tuple(map(by_its_note, items)))


def _is_beside(line: Line) -> bool:
    """Whether a line with a number ends days that are numbered too ("8. Các nội dung khác" behind "7. Ngày 25/02")."""
    mark = mark_of(line)
    return mark is not None and mark.rank == NUMBER and not heads_days(line)


def _is_next_number(above: Line | None, line: Line) -> bool:
    """Whether a line goes on with the numbers of the one above the days ("3. Lệ phí" behind "2. Lịch thi:")."""
    before = mark_of(above) if above is not None else None
    mark = mark_of(line)
    if before is None or mark is None or not (before.text.isdigit() and mark.text.isdigit()):
        return False
    return before.rank == mark.rank and int(mark.text) == int(before.text) + 1 and not heads_days(line)


def _is_paragraph_behind(rows: Sequence[Line], line: Line) -> bool:
    """Whether a sentence without a mark follows rows that all have one: "Đăng ký với Lan chậm nhất ngày 20/5.".

    So it does behind a blank line where all rows begin with their hours, and it tells days of its own.
    """
    text = line.text.strip()
    if not rows or mark_of(line) is not None or not text.endswith((".", "!")) or read_label(text):
        return False
    if begins_with_clock(text) or _PART_START.match(fold(text)):
        return False
    apart = line.number - rows[-1].number > 1 and _OTHER_DAYS.search(fold(text)) is not None
    if apart and all(begins_with_clock(row.text) or _PART_START.match(fold(row.text)) for row in rows):
        return True
    marked = [row for row in rows if read_label(row.text) is None]  # but for "Địa điểm: ..." below them
    return bool(marked) and all((mark := mark_of(row)) is not None and mark.rank > NUMBER for row in marked)


def _is_starred_behind(rows: Sequence[Line], line: Line) -> bool:
    """Whether a star marks a note behind days whose rows bear other signs ("* Học phí tháng 12 thu theo ...")."""
    mark = mark_of(line)
    if mark is None or mark.rank != STAR or begins_with_time(own_text(line, mark)):
        return False
    signs = [own.rank for row in rows if (own := mark_of(row)) is not None]
    marks = [own.rank for row in rows if not heads_days(row) and (own := mark_of(row)) is not None]
    apart = bool(marks) or line.number - rows[-1].number > 1
    return apart and STAR not in signs and NUMBER not in marks


def _lines_of(table: Table) -> list[Line]:
    return [line for cell in table.cells for line in cell.lines]


def _is_field_of_item(lines: Sequence[Line], first: int, place: int) -> bool:
    """Whether a label is one that things in this list bear ("Trạng thái: Đã duyệt"), and heads no notes behind them."""
    if is_stamp(lines[place].text) or read_label(lines[place].text) is None:
        return False
    label = fold(lines[place].text.partition(":")[0]).strip()
    if _STATE.fullmatch(label):
        return True
    above = sum(fold(line.text.partition(":")[0]).strip() == label for line in lines[first:place])
    return above > 0 or any(has_hour(line) for line in lines[place + 1 : place + 3])


def _begins_notes(line: Line) -> bool:
    if is_stamp(line.text):
        return True
    folded = fold(own_text(line, mark_of(line)))
    if mark_of(line) is None and (label := read_label(line.text)) is not None and label.field == "note":
        return True
    if _ASKS.match(folded) and _DATED.search(folded):
        return True
    return _NOTES.match(folded) is not None or (
        layout_words()["furniture.closing"].match(folded) is not None and not begins_with_clock(line.text)
    )


def _items(lines: Sequence[Line]) -> list[Item]:
    items: list[Item] = []
    day: Line | None = None
    part: str | None = None
    place: str | None = None
    group: Group | None = None
    records = begun = cells = False
    stretch: tuple[Line | None, str | None] = (None, None)  # the day and the half of the last item
    shared: str | None = None  # the hour of the bullets below it
    told_below = 0  # of how many things a line below tells the place; -1 where one may be another thing
    lines = [part for line in lines for half in halves_apart(line) for part in whose_apart(half)]
    first = first_heading(lines)
    number = above = -1
    for line, below in zip_longest(lines, lines[1:]):
        mark = mark_of(line)
        above, number = number, line.number
        text = with_half_spelled(own_text(line, mark))
        if remarked := day_with_remark(line, below, day or first):
            line = remarked
        if items and day_before(text, mark, day) is not None:
            stretch = _ELSEWHERE  # nothing of this line is of the thing above it
        if remarked or heads_days(line):
            part = half_above(day, line) if day is not None and day.number == above else None
            day, place, group = line, None, group if group and group.over_days else None
            records = below is not None and _hour_of_record(below) is not None
        elif records and (hour := _hour_of_record(line)):
            part, begun = hour, True
        elif mark is None and _is_hour_over_label(text, below):
            part, begun = text.strip(" :."), True
        elif tells_day_off(text):
            day = part = place = group = None
        elif is_part_label(text.rstrip(" :.")):
            part, place = text.strip(" :."), None
        elif (found := _PART_AT_A_PLACE.fullmatch(text)) and has_hour(below):
            part, place = found["part"], found["place"]
        elif (headed := group_of(line, text, mark, below)) is not None:
            group = headed
        elif (
            items
            and not begun
            and stretch == (day, part)
            and (extended := detail_of(items[-1], line, text, below)) is not None
        ):
            told_below += told_below >= 0 and items[-1].location is None and extended.location is not None
            items[-1] = extended
        elif (
            cells
            and stretch == (day, part)
            and (beside := cell_beside(items[-1], line, text, below)) is not None
        ):
            items[-1] = beside
        elif (
            not cells
            and told_below >= _SOME_PLACES
            and stretch == (day, part)
            and (placed := place_below(items[-1], line, text)) is not None
        ):
            items[-1] = placed
        elif items and not begun and _is_point(items[-1], line, text) and stretch == (day, part):
            items[-1] = replace(items[-1], note="; ".join(filter(None, (items[-1].note, text))))
        elif text:
            if (told := day_before(text, mark, day)) is not None:
                lead = line.text.lstrip()[: mark.end] if mark is not None and not line.mark else ""
                day, text = replace(line, text=f"{lead}{told[0]}"), told[1]  # marked as the days below it are
                part = place = group = None
            part = part if part is None or goes_on_in(part, text) else None
            begun, cells = False, is_time_label(text)
            if items and stretch == (day, part) and not begins_with_clock(text):
                told_below = -1
            shares = shares_hour(shared, mark, text) and stretch == (day, part)
            text, told_beside = row_of(f"{shared}: {text}" if shares else text)
            shared = shared if shares else hour_of_bullets(line, mark)
            stretch = day, part
            heading = (passage_of(day),) if day else ()
            items.append(
                with_fields(
                    Item(
                        text=text,
                        passages=(passage_of(line), *heading),
                        mark=mark.text if mark else None,
                        day=without_ordinal(own_text(day, mark_of(day)).strip(" *:.-")) if day else None,
                        time=part,
                        location=None if place is None or _AT.search(text) else place,
                        chair=group.chair if group and group.holds(mark) else None,
                        attendees=group.attendees if group and group.holds(mark) else None,
                    ),
                    told_beside,
                )
            )
    return items


def _hour_of_record(line: Line) -> str | None:
    """The hour with which one of several things begins that are told by labels: "Thời gian: 8h00" over the others."""
    label = read_label(line.text)
    if label is None or label.field != "time":
        return None
    hour = line.text[label.end :].strip(" -–.;")
    return hour if is_time_label(hour) and begins_with_clock(hour) else None


def _is_hour_over_label(text: str, below: Line | None) -> bool:
    """Whether a line is the hour of what the labelled line below it tells: "07:45" over "Nội dung: Giao ban"."""
    if below is None or not (begins_with_clock(text) and is_time_label(text)):
        return False
    label = read_label(below.text)
    return label is not None and label.field == "content"


def _is_point(item: Item, line: Line, text: str) -> bool:
    """Whether a line tells only what a thing with its hour above it is about.

    So does "+ ..." below "- 9-11h: ...", and "1. ...", "2. ..." below "8h00: Họp giao ban", which has no mark.
    """
    mark = mark_of(line)
    if mark is None or begins_with_clock(text) or _PART_START.match(fold(text)):
        return False
    if item.mark is not None:
        return mark.text == "+" and item.mark != "+" and begins_with_clock(item.text)
    numbered = mark.rank == NUMBER and (mark.text == "1" or item.note is not None)
    return numbered and tells_an_hour(item.text) and not (is_time_label(item.text) or tells_an_hour(text))
