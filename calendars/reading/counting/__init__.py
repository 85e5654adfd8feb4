"""Whether an item with a time is an entry: section C's rule of thumb.

A thing in a list of meetings always counts, a task in prose needs a head word or a deadline. What looks like either and
is neither is ruled out first.
"""

import re

from calendars.layouts.layout import Matter
from calendars.layouts.shapes import looks_like_place
from calendars.reading.counting.candidate import Candidate
from calendars.reading.counting.ruled_out import is_ruled_out
from calendars.reading.naming.categories import is_sent, says_due
from calendars.reading.naming.titles import has_head, mentions_head
from calendars.reading.notices.referring import is_held_again
from calendars.reading.timing.precedence import OLD, Origin
from calendars.reading.words import item_words
from calendars.when import Day, Days, Span, Window

_IS_HELD = re.compile(  # "Dân quân tại chỗ: trong tháng 6"
    r"(?:[^:;.]|(?<=\d)\.(?=\d)){8,80}:\s*(?:theo (?:lịch|giấy mời|thông báo)[^():;.]{0,30}\()?(?:dự kiến\s+)?"
    r"(?:vào\s+)?"
    r"(?:khoảng\s+)?(?:trong\s+)?(?:đầu\s+|giữa\s+|cuối\s+)?"
    r"(?:tháng|quý|tuần|thượng tuần|trung tuần|hạ tuần)(?:\s|[.;]?$)",
    re.IGNORECASE,
)
_TIME_FIRST = re.compile(  # "- Giữa tháng: bảo dưỡng hồ bơi"
    r"(?:du kien\s+)?(?:(?:dau|giua|cuoi) thang(?: \d{1,2})?"
    r"|(?:(?:thuong|trung|ha) tuan|tuan \w+)(?: thang \d{1,2})?"
    r"|(?:trong )?(?:thang \d{1,2}(?: ?(?:[-–,]|va|den) ?(?:thang )?\d{1,2})?|quy [ivx\d]{1,3})"  # of a plan's steps
    r"(?: ?/ ?20\d\d|,? nam 20\d\d)?)\s*:\s"
)
_SOME = re.compile(r"\bco (?:mot so|nhieu) (?:hoat dong|cuoc hop|hoi nghi|noi dung|thay doi)\b")
_ARTICLES = ("", "các", "các ngày")
_SAME_DAY = re.compile(r"\d\s*,?\s+cùng ngày\b", re.IGNORECASE)  # "Đơn vị số 2: 14h00 cùng ngày"


def counts(it: Candidate) -> bool:
    """Whether this is an entry: section C's rule of thumb."""
    if is_ruled_out(it):
        return False
    one, item, scope = it.one, it.item, it.scope
    if scope.matter is Matter.EVENTS or scope.change or item.day or scope.subject or it.hour_first:
        return True
    if item.time and one.origin is Origin.LABEL:
        return True
    if one.deadline or says_due(it.folded):
        return True
    if is_sent(it.title) and isinstance(one.when, Day) and one.origin is Origin.OWN:
        return True
    if scope.notice and isinstance(one.when, Window) and _SOME.search(it.folded):
        return False  # "trong tháng có một số hoạt động" leads to what is told below
    if scope.notice and (one.status in OLD or is_held_again(it.title)):
        return True
    if scope.matter is Matter.TASKS:
        return _is_held_among_tasks(it)
    if isinstance(one.when, Window):
        return _is_held_in_window(it)
    same_day = one.origin is Origin.LABEL and one.when.hours.start and _SAME_DAY.search(it.clause)
    return bool(has_head(it.title) or mentions_head(it.title) or one.origin is Origin.OWN or same_day)


def _is_campaign(it: Candidate) -> bool:
    """Whether the title is of something that lasts ("chiến dịch", "tháng cao điểm"), with a time of its own."""
    return it.one.origin is Origin.OWN and item_words()["items.campaigns"].search(it.folded) is not None


def _is_held_among_tasks(it: Candidate) -> bool:
    """Whether something among tasks is held on a day, by its head word or by how it is written."""
    firm = not isinstance(it.one.when, Window)
    headed = has_head(it.title) or (mentions_head(it.title) and firm and not it.standing)
    in_list = (it.held or it.in_week) and it.item.mark is not None  # "- Lấy mẫu nước (7h00 ngày 22/10)"
    return headed or _is_campaign(it) or (not it.standing and (in_list or _is_name_with_day(it)))


def _is_held_in_window(it: Candidate) -> bool:
    """Whether something is held on a day that is not told yet."""
    if _is_campaign(it) or has_head(it.title) or mentions_head(it.title.split(",", maxsplit=1)[0]):
        return True
    listed = it.item.mark is not None and it.one.origin is Origin.OWN and not it.standing
    return listed and (_IS_HELD.match(it.item.text) or _TIME_FIRST.match(it.text)) is not None


def _is_name_with_day(it: Candidate) -> bool:
    """Whether a listed line is a name and, behind a colon, its day, perhaps with a place ("Giải cờ tướng: sáng 07/3").

    So is one that its day opens: "Chiều 09/5: Đi xã Tân An".
    """
    one, item, readings = it.one, it.item, it.group.readings
    if item.mark is None or one.origin is not Origin.OWN or not isinstance(one.when, (Day, Days, Span)):
        return False
    begin, end = readings[0].at[0], readings[-1].at[1]
    name = item.text[:begin].rstrip()
    if name.lower() in _ARTICLES and item.text[readings[0].at[1] :].lstrip().startswith(":"):
        return True
    place = item.text[end:].strip(" ).;,")
    told = not place or looks_like_place(place)  # "Thôn Trung: 7h30 ngày 14/11, Nhà văn hóa thôn"
    return name.endswith(":") and name.count("(") == name.count(")") and told
