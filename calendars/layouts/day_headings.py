"""Lines that are nothing but a day, or the day with what day it is, and hold for the lines below them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from calendars.documents.document import Line
from calendars.layouts.marks import DASH, NUMBER, Mark
from calendars.layouts.outline import mark_of, own_text
from calendars.layouts.shapes import begins_with_act
from calendars.layouts.timelabels import (
    begins_with_clock,
    begins_with_weekday,
    is_day_label,
    tells_an_hour,
    without_ordinal,
)
from calendars.layouts.words import fold

_FROM_TO = re.compile(r"\d\s*(?:h|g|gio)\s*(?:\d{2})?\s*(?:den|-|–)\s*\d{1,2}\s*(?:h|g|gio)")
_STRETCH = re.compile(
    r"(?:du kien )?(?:(?:tu|ngay) |(?:tuan )?(?:dau|giua|cuoi) thang|(?:thuong|trung|ha) tuan)\b"
)
_FROM_DAY_TO_DAY = re.compile(  # of a column of weeks: "Từ 01 - 08/9"
    r"tu (?:ngay )?\d{1,2}(?:[/.]\d{1,2})? ?(?:[-–]|den) ?(?:ngay )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?"
)
_PART_BEFORE = re.compile(r"(?:buoi )?(?:sang|chieu|toi|ngay) (?=\S)")  # "SÁNG THỨ HAI 09/3"
_DATE = re.compile(r"(?:ngay )?\d{1,2}\s*[/.]\s*\d")  # "Sáng 27/3:"
_WITH_REMARK = re.compile(r"(?P<day>[^()]+\d)\s*\((?P<remark>[^()]+)\)\W*")
_MAY_BE_ON = re.compile(
    r"[^\w(]*(?:\w{1,3}[.)] )?(?:các |những |trong )?(?:hoạt động|chương trình|nội dung|sự kiện|trò chơi|gian hàng"
    r"|suốt|tất cả|cả)\b",
    re.IGNORECASE,
)
_WHAT_IS_ON = re.compile(
    r"(?:(?:cac |nhung )?(?:hoat dong|chuong trinh|noi dung|su kien|tro choi|gian hang)"
    r"(?: (?:thuong xuyen|xuyen suot|thuong nhat|thuong ngay|chinh|khac|phu tro|ben le|huong ung|chung|cu the|dong hanh"
    r"|le hoi|van hoa|van nghe|the thao|du lich)){0,3}"
    r"|(?:trong )?(?:suot|tat ca|ca) (?:thoi gian|cac ngay|ky) (?:dien ra |to chuc )?(?:le hoi|hoi|hoi cho|su kien)?)"
    r"(?:,? (?:dien ra|to chuc|trong|vao|hang ngay|xuyen suot|suot)){0,3}\s?[:(–-]?\s?\(?(?=\S)"
)
_AND_FEAST = re.compile(
    r"(?P<day>[^()–]+\d)\s*(?:\([^()]{2,40}\)\s*)?(?P<sign>[:–]|(?<=\s)-)\s+(?P<remark>[^\W\d][^\d:;]{2,60})"
)
_IN_LIEU = re.compile(  # "THỨ BẢY 10/01 - làm bù ngày 02/01"
    r"(?P<day>[^()–]+\d)\s*(?:[-–:]\s+|\()(?P<remark>(?:đi )?(?:làm|học|dạy)(?: việc)? bù\b[^:;()]{0,40})\)?\W*",
    re.IGNORECASE,
)
_FEAST = re.compile(
    r"(?:dai )?(?:le|tet|ngay|vong|giao thua|ky niem|chua? nhat [ivx]+|kinh|ram|via|gio to|bon mang)\b"
)


def is_day_heading(line: Line) -> bool:
    """Whether a line is nothing but a day that holds for the lines below it."""
    mark = mark_of(line)
    text = without_ordinal(own_text(line, mark).strip(" *:.-"))
    if not text or len(text) > 80 or not is_day_label(text) or _is_time_of_thing(line, mark, text):
        return False
    folded = fold(text)
    return (
        begins_with_weekday(text)
        or ((led := _PART_BEFORE.match(folded)) is not None and _names_day_at(text, led.end()))
        or re.match(r"(?:cac )?ngay\s*\d", folded) is not None
        or re.match(r"\d{1,2}\s*[/.-]\s*\d", folded) is not None
        or (mark is not None and mark.rank == NUMBER and folded.startswith("tu ngay "))
    )


def _names_day_at(text: str, begin: int) -> bool:
    return begins_with_weekday(text[begin:]) or _DATE.match(fold(text), begin) is not None


def _is_stretch_heading(line: Line) -> bool:
    """Whether a line without a mark heads what is on in part of a month ("Tuần cuối tháng:", "Từ 02/7 đến 04/7:")."""
    text = line.text.strip(" *")
    if mark_of(line) is not None or not (text.endswith(":") or _FROM_DAY_TO_DAY.fullmatch(fold(text))):
        return False
    return _STRETCH.match(fold(text)) is not None and is_day_label(text.rstrip(" *:"))


def heads_days(line: Line) -> bool:
    """Whether a line is nothing but a day, or a stretch of days, that holds for the lines below it."""
    return is_day_heading(line) or _is_stretch_heading(line)


def _is_time_of_thing(line: Line, mark: Mark | None, text: str) -> bool:
    """Whether a bullet is a day with its hours ("- Thứ Ba 28/3: từ 8h00 đến 11h00") of the thing named above it."""
    bullet = mark is not None and mark.rank >= DASH and not line.text.rstrip().endswith(":")
    return bullet and _FROM_TO.search(fold(text)) is not None


def day_with_remark(line: Line, below: Line | None, above: Line | None) -> Line | None:
    """The day of a line that heads others as the day above does and says what day it is: "* THỨ BẢY 14/3 (Lễ Tro)".

    So does "Thứ Tư 25/12 - ĐẠI LỄ GIÁNG SINH" over hours.
    """
    if above is None or below is None:
        return None
    led = _MAY_BE_ON.match(line.text) is not None
    if led and (days := _days_of_what_is_on(line)) is not None and _opens_below(line, below):
        return days
    if not begins_with_weekday(line.text):
        return None
    mark, head = mark_of(line), mark_of(above)
    found = _day_and_remark(own_text(line, mark).strip(" *"))
    if found is None or not begins_with_weekday(found["day"]) or not is_day_label(found["day"]):
        return None
    if (mark.text if mark else None) != (head.text if head else None):
        return None
    beside = mark_of(below)
    leads = beside is not None and beside.rank > (mark.rank if mark else 0)
    # "CN 31/3 - PHỤC SINH" over "Thánh lễ 5g00"
    told = found["remark"].isupper() and tells_an_hour(below.text)
    if not (leads or told or has_hour(below) or _stands_over(line, below)):
        return None
    if is_day_heading(line):
        return line
    begin = line.text.index(found["day"])  # behind its mark, by which the days below are known
    return replace(line, text=f"{line.text[:begin]}{found['day'].strip()}")


def half_above(above: Line, line: Line) -> str | None:
    """The half of the day in a weekday's heading right over its dates: "Sáng Chủ nhật" over "Ngày 10, 17/01"."""
    text = above.text.strip(" *:")
    if any(map(str.isdigit, text)) or begins_with_weekday(line.text) or tells_an_hour(line.text):
        return None
    found = _PART_BEFORE.match(fold(text))
    return text[: found.end()].strip() if found and begins_with_weekday(text[found.end() :]) else None


def _days_of_what_is_on(line: Line) -> Line | None:
    """The days of a line that says only that something is on in them: "Hoạt động thường xuyên từ ngày 01-04/10"."""
    mark = mark_of(line)
    text = own_text(line, mark).strip(" *")
    found = _WHAT_IS_ON.match(fold(text))
    if found is None:
        return None
    days = text[found.end() :].strip(" :.*")
    if not is_day_label(days.rstrip(")")) or tells_an_hour(days):
        return None
    begin = line.text.index(days)
    led = line.text[: begin - len(line.text[:begin].lstrip(" *"))] if mark is None else ""
    return replace(line, text=f"{led}{days.rstrip(')')}", mark=None)


def _opens_below(line: Line, below: Line) -> bool:
    """Whether hours, or bullets under what bears another mark, stand below a line."""
    beside, mark = mark_of(below), mark_of(line)
    return has_hour(below) or (beside is not None and beside.rank > (mark.rank if mark else 0))


def first_heading(lines: Sequence[Line]) -> Line | None:
    """The first line that is nothing but a day; where each day is told with what day it is, the first of those."""
    return next((line for line in lines if is_day_heading(line)), None) or first_remarked(lines)


def first_remarked(lines: Sequence[Line]) -> Line | None:
    """The first line that is a day told with what day it is, where there are others."""
    remarked = [line for line, below in pairwise(lines) if day_with_remark(line, below, line) is not None]
    return remarked[0] if len(remarked) > 1 else None


def _stands_over(line: Line, below: Line) -> bool:
    """Whether a line in capitals stands right over one that is no day."""
    return below.number - line.number == 1 and not begins_with_weekday(below.text) and _is_in_capitals(line)


def _is_in_capitals(line: Line) -> bool:
    words = line.text.split()
    return len(words) > 1 and words[0].isupper() and words[1].isupper()


def _day_and_remark(text: str) -> re.Match[str] | None:
    if (in_lieu := _IN_LIEU.fullmatch(text)) is not None:
        return in_lieu
    if text.endswith(")"):
        return _WITH_REMARK.fullmatch(text)
    found = _AND_FEAST.fullmatch(text)
    if found is None:
        return None
    remark = found["remark"]
    is_feast = remark.isupper() or _FEAST.match(fold(remark)) is not None
    named = found["sign"] != ":" and text[:3].isupper() and not begins_with_act(remark)
    return found if is_feast or named else None


def has_hour(line: Line | None) -> bool:
    """Whether a line, if there is one, begins with an hour."""
    return line is not None and begins_with_clock(own_text(line, mark_of(line)))
