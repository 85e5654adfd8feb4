"""What a row of a schedule says of another time of its own thing: when it had been planned, or to when it is moved.

    14h00 (thay 15h30 ở lịch cũ): Kiểm thảo           8h00: Tiếp đoàn (chuyển từ chiều thứ Sáu 20/3 lên)
    9h00: Họp chi bộ (hoãn, họp vào thứ Hai tuần sau)    Khám bệnh từ thiện: hoãn sang thứ Bảy tuần sau

The row's own day stands beside it, so the grammar, which reads the words alone, sees no more than one of the two. What
is hard: a sentence that tells both ("chuyển từ 8h00 ngày 24/11 sang 14h00 ngày 25/11") is the grammar's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from calendars.grammar.rule import Context
from calendars.layouts.layout import Item
from calendars.layouts.words import fold, lowered
from calendars.marks import Status
from calendars.reading.scope import Draft
from calendars.reading.timing.dayparts import label_part, part_readings
from calendars.reading.timing.precedence import OLD, has_day
from calendars.reading.timing.understanding import understood
from calendars.when import Day, Undated, When, Window

_TIME = r"(?:(?:lúc|vào|hồi|ngày)\s+)*(?:\d|ngày|thứ|chủ nhật|cn|t[2-7]\b|sáng|chiều|tối|trưa|đêm)"
_VERBS = ("hoãn", "dời", "rời", "chuyển", "lùi", "đổi", "đẩy", "dịch", "điều chỉnh")
_NO_MOVE = r"(?!dịch (?:vụ|bệnh|tễ|thuật|tả|sởi|cúm|viên|covid))"
_MOVE = rf"(?:(?:đã|tạm|được|nay|xin)\s+)*(?<!giao )(?<!thông )(?<!chiến ){_NO_MOVE}(?:{'|'.join(_VERBS)})"
_OLD_PAPER = (
    r"(?:lịch|kế hoạch|thông báo|giấy mời|thư mời|thời gian|giờ)"
    r"(?:\s+(?:tuần|cũ|trước(?:\s+đây)?|ban đầu|đã\s+(?:gửi|đăng|thông báo|phát hành|ban hành)))+"
)
_OPENS = r"(?:\(|(?<=\s)[-–]\s)\s*"
_FORMERLY = re.compile(
    rf"{_OPENS}(?:thay(?:\s+(?:vì|cho|đổi từ))?|không phải|trước (?:là|đó|đây)|ban đầu|đã thông báo|cũ"
    rf"|(?:theo\s+)?{_OLD_PAPER}|{_MOVE}(?:\s+(?:lịch|lên|xuống|sớm|lại|giờ|ngày))*\s+từ)"
    rf"(?:\s+(?:là|dự kiến|lúc|vào))*\s*:?\s*(?P<told>{_TIME}[^()]*?)"
    rf"(?:\s+(?:(?:ở|theo|như|của|trong)\s+(?:{_OLD_PAPER}|đã\s+[^()]+|cũ)|như cũ|lên|sang|xuống|về|qua|trước đây))?\s*"
    r"(?:\)|[.;]?$)",
    re.IGNORECASE,
)
_MOVED_ON = re.compile(
    rf"(?:\(\s*|[:;,]\s|(?<=\s)[-–]\s|(?<=\s)){_MOVE}\b(?!\s+(?:địa điểm|phòng|hình thức))[^():]*?\s"
    rf"(?:từ\s+(?P<past>{_TIME}(?:[^():]|(?<=\d):(?=\d))*?)\s+)?"
    r"(?:sang|vào|đến|tới|qua|lại|lên)\s+(?:lúc\s+)?"
    rf"(?P<told>(?:cùng (?:khung )?giờ(?:,|\s+của)?\s+)?(?:{_TIME}|tuần|đầu tuần|tháng)[^()]*?)(?:\)|[.;]?$)",
    re.IGNORECASE,
)
_MOVED_BY = re.compile(
    rf"(?:\(\s*|[:;,]\s|(?<=\s)[-–]\s|(?<=\s)){_MOVE}(?:\s+(?:lùi|lại|thêm|chậm|lịch))*\s+"
    r"(?P<told>(?P<count>\d{1,2}|một|hai)\s+(?P<unit>ngày|tuần))\s*(?:\)|[.;]?$)",
    re.IGNORECASE,
)
# "Tiếp công dân (thay cho ngày 15/02)": which of the usual days it stands for, and no time that anybody was told.
_TELLS_BOTH = re.compile(r"\ssang\s|\bmới\s*:", re.IGNORECASE)  # which is the grammar's
_FOR_A_DAY = re.compile(
    r"\s*\((?:(?P<kept>(?:thứ|chủ nhật)[^():;,]{0,8}),\s*)?thay (?:cho |thế )?(?:(?:buổi|phiên|kỳ) )?"
    r"(?:ngày|thứ|sáng|chiều)\s[^():;]{1,40}\)",
    re.IGNORECASE,
)
_SAYS = (*_VERBS, "thay", "cũ", "trước", "ban đầu", "thông báo", "không phải", "đã")
_BY = re.compile(r"(?P<count>\d{1,2}|một|hai)\s+(?P<unit>ngày|tuần)", re.IGNORECASE)
_NEXT_WEEK = re.compile(r"(?:trong )?tuan (?:sau|toi|ke tiep|tiep theo)")
_NUMBERS = {"một": 1, "hai": 2}
_A_WEEK = 7
_LONGEST = 600  # letters of a row
_LONGEST_TIME = 45


def without_its_usual_day(item: Item) -> Item:
    """A row of a schedule without the bracket that names the day it stands for, where no earlier paper is named."""
    found = _FOR_A_DAY.search(item.text) if "thay " in item.text else None
    if found is None or any(word in found[0] for word in ("cũ", "đã", "lịch", "trước")):
        return item
    kept = f" ({found['kept']})" if found["kept"] else ""  # "Ngày 04 (thứ Tư, thay ngày 01 trùng nghỉ lễ)"
    return replace(item, text=f"{item.text[: found.start()]}{kept}{item.text[found.end() :]}")


def other_time(item: Item, context: Context) -> tuple[str, Status, str, str | None] | None:
    """(the row's text without its remark, POSTPONED for an old time or CONFIRMED for a new one, the words of the time).

    The fourth are those of the old time, where a remark on the new one tells it too ("chuyển từ 8h sang 9h").
    None where there is no such remark, or where the text tells both times itself.
    """
    text = item.text
    opens = "(" in text or "-" in text or "–" in text
    if len(text) > _LONGEST or not (opens or item.day):
        return None
    words = lowered(text)
    if not any(map(words.__contains__, _SAYS)):
        return None
    moved = (_MOVED_BY, _MOVED_ON) if item.day and any(map(words.__contains__, _VERBS)) else ()
    for pattern in (_FORMERLY, *moved) if opens else moved:
        found = pattern.search(text)
        if found is None or len(found["told"]) > _LONGEST_TIME or _TELLS_BOTH.search(found["told"]):
            continue
        rest = f"{text[: found.start()].rstrip()}{text[found.end() :]}"
        old = pattern is _FORMERLY
        if rest.strip(" .;,:-–") and _is_beside(item, found, rest, context, old=old):
            past = None if old else found.groupdict().get("past")
            return rest, Status.POSTPONED if old else Status.CONFIRMED, found["told"], past
    return None


def _is_beside(item: Item, found: re.Match[str], rest: str, context: Context, *, old: bool) -> bool:
    """Whether the row's own time stands apart from the remark, so that no sentence tells both."""
    own = [reading for reading in understood(rest, context).readings if has_day(reading)]
    if not own:
        return item.day is not None
    if not old or not found[0].startswith("("):
        return False
    # Both days in one sentence are the grammar's. An hour alone ("(thay 15h30 ở lịch cũ)") it leaves, and right
    # behind the bracket it would take the new hour for the old one's ("Họp A (lịch cũ sáng 18/3): 8h00 ngày 19/3").
    days = [r.when for r in understood(found["told"], context).readings if has_day(r)]
    behind = item.text[found.end() :].lstrip().startswith(":")
    return not days or (len(own) == 1 and isinstance(days[0], Day) and behind)


def with_other_time(
    drafts: Sequence[Draft], status: Status, told: str, past: str | None, context: Context
) -> list[Draft]:
    """The drafts, each one of a single day with its old time before it, or as the old time with the new one behind."""
    result: list[Draft] = []
    for draft in drafts:
        other = (
            _told_beside(draft.when, told, context, before=status is Status.POSTPONED)
            if isinstance(draft.when, Day) and draft.status not in OLD
            else None
        )
        if other is None or other == draft.when:
            result.append(draft)
            continue
        twin = replace(draft, when=other, issues=list(draft.issues), clues=set(draft.clues))
        if status is Status.POSTPONED:
            twin.status = Status.POSTPONED
            result += [twin, draft]
            continue
        twin.status = Status.TENTATIVE if isinstance(other, Window) else Status.CONFIRMED
        draft.status = Status.POSTPONED
        draft.when = (_told_beside(draft.when, past, context, before=True) if past else None) or draft.when
        result += [draft, twin]
    return result


def _told_beside(own: When, told: str, context: Context, *, before: bool = False) -> When | None:
    """The other time, its day or hour that of the row where it tells none; before: a weekday may be one before it."""
    if not isinstance(own, Day):
        return None
    if by := _BY.fullmatch(told.strip()):
        count = _NUMBERS.get(by["count"].lower()) or int(by["count"])
        days = count * (_A_WEEK if by["unit"].lower() == "tuần" else 1)
        return own._replace(day=own.day + timedelta(days=days))
    if _NEXT_WEEK.fullmatch(fold(told).strip(" .;")):
        monday = own.day + timedelta(days=_A_WEEK - own.day.weekday())
        return Window(monday, monday + timedelta(days=_A_WEEK - 1))
    monday = own.day - timedelta(days=own.day.weekday())
    near = replace(context, period=None, issued=monday if before else own.day)
    readings = part_readings(told, understood(told, near).readings, ())
    readings = readings or [part for part in (label_part(told),) if part is not None]
    when = readings[0].when if readings else None
    if isinstance(when, Undated) and when.hours:
        return own._replace(hours=when.hours)
    if isinstance(when, Day) and told.lower().startswith("cùng"):
        return when._replace(hours=own.hours)
    return when if isinstance(when, (Day, Window)) else None
