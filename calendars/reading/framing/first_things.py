"""The first thing of a body right below a title that goes on for several lines: it tells its own day.

What is hard: the lines of a title tell days too, those of the period ("Từ ngày 12/10 đến ngày 18/10").
"""

import re

from calendars.layouts.timelabels import is_day_label, is_time_label
from calendars.layouts.words import fold

_HOW_OFTEN = re.compile(
    r"\b(?:thu \w+|chu nhat|ngay \d{1,2})\b[^.;]{0,60}\b(?:hang|moi) (?:tuan|thang|quy)\b"
)
# "06/5 - 7h30 - Họp giao ban", "(06/5) Họp giao ban"; "(06/5 - 12/5/2024)" is of the title.
_DATE_FIRST = re.compile(
    r"(?:\d{1,2}[.)]\s)?\(?(?:\d{1,2}\s?[-–,]\s?)?\d{1,2}\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?20\d\d)?\)?\s*[^\w\s]?\s*(?:\d{1,2}[hg:]\d{0,2}\W+)?(?!den\b)[^\W\d]{2}"
)
_DATED = re.compile(r"\d\s?[/.]\s?\d")
# One day by both, as in "Họp giao ban tuần - sáng Thứ Hai (05/10)" and "[Thứ Hai 05/10] [8h00] Họp giao ban".
_WEEKDAY_AND_DATE = re.compile(
    r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7])\b[\s,(]{1,3}(?:ngay )?\d{1,2}[/.]\d{1,2}(?!\d)"
)
_SPAN = re.compile(r"\d[/.]\d{1,2}(?:[/.]\d{4})?\s*(?:[-–]|đến)\s*\D{0,8}\d", re.IGNORECASE)
_OF_PERIOD = re.compile(r"\W*(?:tu|tuan|thang|quy|nam|ngay|lich|ke hoach|chuong trinh)\b")
_BEFORE_TIME = re.compile(r"(?<=[^\W\d]{2})(?::\s+|\s[-–—→]{1,3}>?\s+)(?=\S)")
_WHOLE = re.compile(r"\W*(?:thang|quy|nam|tuan|20\d\d)\b")


def _is_when(text: str) -> bool:
    """Whether a text tells a day or part of a month, and no whole month, week or year as a title does."""
    told = text.strip(" .;")
    return is_day_label(told) and _WHOLE.match(fold(told)) is None and _SPAN.search(told) is None


def tells_a_day(text: str) -> bool:
    """Whether a line is the first thing of the body: "Ngày 02: Chào cờ", "Trước ngày 05/5: Nộp báo cáo"."""
    folded = fold(text)
    if _DATE_FIRST.match(folded):
        return True
    if (
        len(_WEEKDAY_AND_DATE.findall(folded)) == 1
        and not _OF_PERIOD.match(folded)
        and not is_time_label(text)
    ):
        return True
    if (
        (parts := _BEFORE_TIME.search(text))
        and not _OF_PERIOD.match(folded)
        and _is_when(text[parts.end() :])
    ):
        return True  # "Nghiệm thu đề tài: ngày 8", "Lễ ra quân - cuối tháng"
    day, colon, thing = text.partition(": ")
    if colon and _HOW_OFTEN.search(fold(thing)):
        return True  # "CLB Cờ: tối thứ Ba hằng tuần"
    if colon and is_day_label(thing.strip(" .")) and not is_day_label(day) and _DATED.search(thing):
        return True  # "Họp giao ban: 7h30 06/5"
    period = re.match(r"\W*(?:tuan|thang|quy|nam|tu)\b", fold(day))
    return bool(colon and thing.strip()) and period is None and is_day_label(day) and not is_time_label(thing)
