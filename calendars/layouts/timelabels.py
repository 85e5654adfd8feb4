"""Lines and cells that hold nothing but a time: "Thứ Ba, 28/5", "Sáng", "05-06/10", "Trung tuần".

A label is told by its words alone; what day it means is for `grammar` to say. What is hard is that the same
words open an item ("Ngày 10: Hội nghị"): a label is a text of which every word is a word of time.
"""

import re
from functools import lru_cache

from calendars.layouts.words import fold

_WEEKDAY = (
    r"(?:thu\s*(?:hai|bay|ba|tu|nam|sau|[2-7])|chua?\s*nhat|cn|t\s?[2-7]"
    r"|(?:hai|bay|ba|tu|nam|sau)(?=\s*\(\s*\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?\s*\)))"  # "Hai (06/7)"
)
_NUMBER_DATE = r"\d{1,2}(?:\s*[-–/.]\s*\d{1,2}){1,2}(?:\s*[-–/.]\s*\d{2,4})?"
_CLOCK = r"\d{1,2}\s*(?:h|g|gio|:)(?![^\W\d_])\s*(?:\d{2})?\s*(?:phut|p|['’′])?"
_LUNAR_YEAR = (
    r"(?:giap|at|binh|dinh|mau|ky|canh|tan|nham|quy) (?:ty|suu|dan|mao|thin|ngo|mui|than|dau|tuat|hoi)"
)
_TOKEN = re.compile(
    rf"(?:{_WEEKDAY}(?:\s*-\s*[2-7])*|{_CLOCK}|{_NUMBER_DATE}|(?:19|20)\d\d|\d{{1,2}}"
    r"|thang (?:hai|ba|tu|nam|sau|bay|tam|chin|muoi(?: mot| hai)?|mot|muoi chap)"
    r"|gio hanh chinh|cac ngay|ca ngay|ngay|thang|nam|buoi|sang|chieu|toi|trua|dem|(?:dau|giua|cuoi) gio|s|c"
    r"|tu|den|het|va"
    r"|cac|vao|luc|hoi|nua(?= dau| cuoi)|(?:ca|suot)(?= thang| tuan| quy)"
    r"|(?:ca|suot|nguyen|tron)(?= buoi| sang| chieu)"
    r"|(?:truoc|cham nhat|muon nhat)(?= (?:ngay|thu|chu|sang|chieu|\d))"
    r"|thuong tuan|trung tuan|ha tuan|dau|giua|cuoi|trong|tuan|quy|i{1,3}|iv|du kien|khoang|hang|hay"
    r"|theo (?:giay moi|lich|thong bao)(?: rieng| tu| cua tren)?|am lich|duong lich|nham|tuc la|tuc|al|dl"
    rf"|ram|mung|mong|chap|gieng|nhuan|{_LUNAR_YEAR})(?![^\W\d_])\s*|[+,;:.()\[\]&\-–—/|]\s*"
)
_DAY_WORD = re.compile(
    rf"{_WEEKDAY}|ngay\s*\d|{_NUMBER_DATE}|thang\s*\d|tuan\b|(?:dau|giua|cuoi|trong) thang|quy\b"
)
_ANY_CLOCK = re.compile(_CLOCK)
_PART_WORD = re.compile(r"\b(?:sang|chieu|toi|trua|dem|ca ngay|s|c)\b")
_DIGITS = re.compile(r"\d+")
_ENDS = {"sang": 13, "trua": 15, "chieu": 19}  # hours at which nothing begins any more that is of this part
_WEEKDAY_START = re.compile(rf"{_WEEKDAY}(?![^\W_])")
_TIME_AND_COLON = re.compile(
    rf"(?:(?:cac\s+)?(?:ngay|sang|chieu|toi|trua|ca ngay|{_WEEKDAY}|tu)\b|{_NUMBER_DATE})[^:;.]{{0,50}}:\s"
    rf"|\d{{1,2}}\s?(?:,|va|den|[-–])\s?\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?\s*:\s|(?:hang|moi) ngay\s*:\s"
    rf"|{_NUMBER_DATE}\s+[-–]\s+(?=[^\W\d])|(?:dem (?:giao thua|\d)|(?:mung|mong) \d)[^:;.]{{0,40}}:\s"
)
# "Trước 28/3: ...", "Tuần 3: ...", "Cuối tháng: ...": in a list by date these stand for a day.
_STRETCH_AND_COLON = re.compile(
    r"(?:truoc|cham nhat|muon nhat|den het)\b[^:;.]{0,20}\d[^:;.]{0,12}:\s"
    r"|(?:(?:du kien|khoang)\s+)?(?:tuan (?:thu )?(?:\d|i{1,3}|iv|v|dau|cuoi|nhat|mot|hai|ba|tu|nam)"
    r"|(?:dau|giua|cuoi|trong|nua dau|nua cuoi) (?:thang|tuan|quy)|(?:thuong|trung|ha) tuan)\b[^:;.]{0,25}:\s"
)
_WEEK = re.compile(
    r"(?:[*•\-+]\s*)?(?:(?:lich |ke hoach )?du kien (?:lich |cong tac |lam viec )*)?"
    r"tuan(?: le(?= tu ))?\s*(?:(?:thu\s*)?(?:\d{1,2}|i{1,3}|iv|v|nhat|mot|hai|ba|bon|tu(?! (?:ngay )?\d)|nam"
    r"|sau|toi|ke tiep|tiep theo|nay|truoc|qua|vua qua)(?![^\W_])|(?=tu (?:ngay )?\d))"
    r"(?:\s*/\s*\d{4}|\s*[,-]?\s*(?:cua\s+)?thang\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?)?\s*[:,.–-]?\s*"
)
_DAYS_OF_WEEK = re.compile(r"\(.*\d.*\)[:.;]?|.*\d.*(?:-|–|\bden\b).*\d.*")
_OTHER_COUNT = re.compile(
    r"(?<=\()tuan (?:hoc|thuc hoc|thu|cm) (?:thu )?\d{1,2}\s*[:,–-]\s*"
)  # of the school year
_ORDINAL_DAY = re.compile(
    r"ngay thu (?:nhat|mot|hai|ba|tu|[1-4])\b\s*[:(–-]\s*(?=.*\d)|ngay thu nhat\b[\s,]*(?=.*\d)"
    r"|ngay (?:0?[1-9]|mot|hai|ba|tu)\s*[:(]\s*(?=.*\d\s*(?:[/.]|thang)\s*\d)"
    r"|hom nay\s*[:,(–-]\s*(?=.*\d)|(?:thu\s?[,/–-]?\s?)?ngay(?: thang)?\s*:\s*(?=(?:thu|chu)\s)"
)
_DATE_START = re.compile(
    rf"(?:(?:luc )?{_CLOCK},?\s+|(?:sang|chieu|toi) )?(?:{_WEEKDAY},? ?\(?)?(?:tu )?(?:ngay )?"
    r"\d{1,2}(?: ?(?:-|–|,|den|va) ?(?:ngay )?\d{1,2})?\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?\d{4})?(?![\d/])"
)
_DATE_LETTERS = frozenset("0123456789bchlnstBCHLNST")  # with which such a text begins
_PARTED_NUMBER = re.compile(r"[/.]\s?\d")
_WEEKDAY_LETTERS = frozenset("bchnstBCHNST")  # with which the name of a weekday begins
_WORDS_BEFORE_CLOCK = frozenset("ltLT")  # with which "lúc" and "từ" before an hour begin
_CLOCK_START = re.compile(rf"[(\[]?\s*(?:luc\s+|tu\s+)?(?:\d{{1,2}}\s?[-–]\s?)?{_CLOCK}(?![^\W_])")


_BEGINNING = 100  # letters in which a weekday, a date or an hour stands that a text begins with


@lru_cache(maxsize=512)
def is_time_label(text: str) -> bool:
    """Whether the text holds words of time and nothing else."""
    folded, at = fold(text).strip(), 0
    if not folded or folded.isdigit():
        return False
    while at < len(folded):
        found = _TOKEN.match(folded, at)
        if found is None:
            return False
        at = found.end()
    return True


def names_a_day(text: str) -> bool:
    """Whether a label names a day, some days or a stretch of days, and not just an hour or a part of the day."""
    return _DAY_WORD.search(_ANY_CLOCK.sub(" ", fold(text))) is not None


def tells_an_hour(text: str) -> bool:
    """Whether a clock time stands in the text."""
    return _ANY_CLOCK.search(fold(text)) is not None


def without_ordinal(text: str) -> str:
    """A day's label without its number among the days of a meeting ("Ngày thứ hai (17/4)"), without "Hôm nay:"."""
    found = (
        _ORDINAL_DAY.match(fold(text)) if text[:1] in "NnHhTt" else None
    )  # "Ngày ...", "Hôm nay", "Thứ, ngày: "
    return text[found.end() :].removesuffix(")") if found else text


def is_day_label(text: str) -> bool:
    """Whether the text is a label that names a day ("Thứ Ba, 28/5", "05-06/10")."""
    return is_time_label(text) and names_a_day(text)


def is_part_label(text: str) -> bool:
    """Whether the text is only a part of the day ("Sáng", "Buổi chiều:", "S+C")."""
    return is_time_label(text) and not names_a_day(text) and _PART_WORD.search(fold(text)) is not None


@lru_cache(maxsize=512)
def begins_with_weekday(text: str) -> bool:
    """Whether the text begins with the name of a weekday."""
    near = text[:_BEGINNING].lstrip(" *-+•#")
    return near[:1] in _WEEKDAY_LETTERS and _WEEKDAY_START.match(fold(near)) is not None


def begins_with_time(text: str) -> bool:
    """Whether the text opens with a time that tells when its own thing is: an hour, "Sáng 16/9:", "Cuối tháng:"."""
    folded = fold(text).lstrip(" *")
    return any(opening.match(folded) for opening in (_CLOCK_START, _TIME_AND_COLON, _STRETCH_AND_COLON))


def begins_with_date(text: str) -> bool:
    """Whether a text begins with a date, or with an hour and its date ("8h30 ngày 21/11 tổng vệ sinh")."""
    near = text[:_BEGINNING]
    may_begin = near[:1] in _DATE_LETTERS and _PARTED_NUMBER.search(near) is not None
    return may_begin and _DATE_START.match(fold(near)) is not None


_PART_BEFORE_COLON = re.compile(r"\W*(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\s?:", re.IGNORECASE)
_HOUR_FIRST = re.compile(r"\W*(?:(?:từ|lúc|vào)\s+)*\d{1,2}\s?(?:[hg:]|giờ)", re.IGNORECASE)


def begins_with_clock(text: str) -> bool:
    """Whether the text begins with a clock time."""
    first = text[:1]
    may_begin = first in _WORDS_BEFORE_CLOCK or not first.isalpha()
    return may_begin and _CLOCK_START.match(fold(text[:_BEGINNING])) is not None


def opens_with_hour(text: str) -> bool:
    """Whether a text begins with an hour, perhaps behind "từ" or "lúc" ("Từ 10h30: liên hoan")."""
    return _HOUR_FIRST.match(text) is not None


def opens_with_time(text: str) -> bool:
    """Whether a text begins with an hour, or with a part of the day and a colon ("Chiều: tham quan")."""
    return opens_with_hour(text) or _PART_BEFORE_COLON.match(text) is not None


def is_week_heading(text: str) -> bool:
    """Whether a text names a week and its days, and nothing else: "Tuần 2 (từ 07/11 đến 12/11):"."""
    folded = fold(text).strip()
    week = _WEEK.match(folded)
    if week is None:
        return False
    rest = _OTHER_COUNT.sub("", folded[week.end() :])
    return not rest or (_DAYS_OF_WEEK.fullmatch(rest) is not None and is_time_label(rest))


def goes_on_in(part: str, text: str) -> bool:
    """Whether a part of the day told above may hold for a text: not for one with an hour behind that part's end.

    "Sáng" over "07:30 Giao ban" holds, but not for the "14:00 Họp chi bộ" below it.
    """
    found = _CLOCK_START.match(fold(text))
    latest = next((hour for name, hour in _ENDS.items() if name in fold(part)), None)
    if found is None or latest is None or len(_PART_WORD.findall(fold(part))) > 1:
        return True
    return int(_DIGITS.findall(found[0])[0]) < latest
