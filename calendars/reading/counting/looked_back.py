"""What an item tells of the past: what was done, when it was held last, what the week before brought.

What is hard: a notice tells of what was announced in the same words, and what is still to come may be told beside it;
so a day behind that of issue is never past, nor is what a sentence changes.
"""

import re

from calendars.reading.counting.candidate import Candidate
from calendars.reading.naming.titles import mentions_head
from calendars.reading.timing.precedence import OLD
from calendars.when import Day, Days, Span, Window, extent

_IS_DONE = re.compile(  # "(đã thực hiện)", ": đã gửi"; "giấy mời: đã gửi" is of what is to come
    r"(?:\(|(?<!moi)(?<!thu)(?<!lieu)(?<!bao)(?<!van)(?:\s?[:–-]|,))\s*da (?:duoc )?(?:thuc hien|to chuc|hoan thanh"
    r"|tien hanh|xong|hop|gui|nop|lam|bao cao|trinh|ban hanh|ky|chuyen)(?: (?:xong|roi|du|day du)){0,2}"
    r"\s*(?:\)|[.;]|$)"
)
_WAS_LAST = re.compile(
    r"\bda [^.;]{3,80}\b(?:lan|dot|ky|phien|buoi) (?:gan nhat|gan day|cuoi)\b[^.;\d]{0,30}\d"
)
# "Đánh giá tuần qua: ...; ngày 30/9 tổ chức hội nghị", above the days of this week.
_LOOKS_BACK = re.compile(
    r"\W*(?:[ivx\d]{1,3}[.)/] )?(?:"
    r"(?:danh gia|nhan xet|ket qua|tinh hinh|kiem diem|so ket|tong ket|diem lai)\b[^:.;]{0,60}"
    r"\b(?:tuan|thang) (?:qua|truoc|vua qua|vua roi|\d{1,2})"
    r"|(?:tuan|thang) (?:qua|truoc|vua qua|vua roi)\b[^:.;]{0,40}\bda\b"
    r"|(?:nhung )?(?:viec|cong viec|cong tac|noi dung) da (?:lam|thuc hien|hoan thanh))\b[^:.;]{0,40}:"
)
# What the week before brought: "Công việc tuần trước: ...", and what was done: "Đã hoàn thành: ...".
_BACK_PLAINLY = re.compile(
    r"\W*(?:(?:ket qua|cong viec|cong tac|noi dung|ton tai|viec|danh gia|nhan xet|tinh hinh|kiem diem) (?:cua )?)?"
    r"(?:tuan|thang|ky) (?:truoc|qua|vua qua|vua roi)(?=\s?[:,(]| da\b)"
    r"|\W*(?:(?:cac )?(?:viec|cong viec|noi dung) )?da (?:hoan thanh|thuc hien|to chuc|lam(?: xong)?|xong)\s?:"
)
_HELD_LAST = re.compile(
    r"\b(?:lan|dot|ky|phien|buoi|cuoc|chuyen|luot)\b[^.;:\d]{0,40}\bgan (?:(?:day )?nhat|day)\b[^.;\d]{0,30}\d"
    r"|\W*(?:lan|dot|ky|phien|buoi|cuoc) (?:hop |kiem tra |sinh hoat |tiep |kham )?truoc\s?:"
)
# "Kỳ họp trước (ngày 12/4) có 3 ý kiến", "Tháng trước họp ngày 10/4"; "trước ngày 12/4" is a limit.
_TIME_BEFORE = re.compile(
    r"\W*(?:[a-z]+ ){0,3}(?:ky|ky hop|nhiem ky|thang|tuan|lan|buoi hop|phien|cuoc hop) truoc"
    r"(?! (?:tet|le|khi|ngay|mua|ky|dai hoi|bau|thang|quy|luc|gio|hoac|va|thu|chu nhat|\d))\b"
)
# Behind the day: "ngày 12/4 đã thống nhất mức thu"; "hôm 12/4 có 60 người dự", "phiên 12/4 vắng 3 đại biểu".
_DONE_THERE = re.compile(
    r"\d\)?,? da (?!(?:duoc )?(?:thong bao|bao|dinh|an dinh|len lich|hen|xep|duyet|gui|moi)\b)[a-z]"
)
_WERE_THERE = re.compile(
    r"\d\)?,? (?:co (?:hon |gan )?\d+ [a-z]+(?: [a-z]+){0,3} (?:du|tham gia|tham du|vang)\b|vang \d+ [a-z])"
)
# "kết thúc ngày 12/4 có 87/101 thầy cô đạt", "đến 26/02 tiếp 31 lượt người", "ngày 20/02 với 12 đội dự".
_COUNTED_THERE = re.compile(
    r"(?:\d{1,2}[/.]|thang )\d{1,2}(?:[/.]\d{4})?\)?,? (?:moi |chi |da |chua |con |van ){0,2}"
    r"(?:(?:co|voi|thu hut|co du|du) (?:hon |gan |tren )?\d[\d./,]* [^:;.]{2,60}?"
    r"\b(?:dat|du|tham gia|tham du|vang|hoan thanh|nop|tham dat|doat|trung|ve dich|chua [a-z]+)\b"
    r"|(?:tiep|thu|nhan|cap|giai quyet|xu ly|kham|tiem|ket nap|thu nop|giai ngan|phat|trao|van dong|huy dong)"
    r"(?: nop| nhan| ve| duoc){0,2} (?:hon |gan |tren )?\d[\d./,]* [a-z])"
)
_TO_COME = re.compile(
    r"\b(?:sap toi|sap den|toi day|ke tiep|tiep theo|nay|chuyen|(?<!\d )doi|lui|hoan|huy|hen)\b"
)
_DID = re.compile(
    r"(?:[a-z]+ ){0,7}da (?:gui|nop|nhan|giai quyet|khac phuc|xu ly|tiep|cap|phat|chi tra|quyet toan|thu)\b"
)
_REACHED = re.compile(
    r"\d[/.]\d{1,2}(?:[/.]\d{4})?,? (?:da |uoc )?dat \d"
)  # "đợt 1 ngày 12/4 đạt 21/26 khoa"
# "Năm 2022 đạt 96,2%; phản ứng nặng 01 ca ngày 12/7", in a paper of the year behind it.
_YEAR_BEFORE = re.compile(
    r"\W*(?:trong )?nam (?P<year>20\d\d)[,:]? (?:(?!se |du kien )[a-z]+ ){0,3}?(?:dat|co|tiep|kham|da|giai quyet) "
)
_A_TERM = 200  # days
_OPENING = 24  # letters
_A_WEEK = 10  # days; some are announced with the Monday after them


def is_done(it: Candidate) -> bool:
    """The item says that it was done: "Lễ cầu siêu: tối 26/7 (đã thực hiện)"."""
    done = "da " in it.text and not it.scope.notice
    return done and (_IS_DONE.search(it.text) or _WAS_LAST.search(it.text)) is not None


def is_looked_back_on(it: Candidate) -> bool:
    """A sentence about the week before tells what was held in it."""
    period, days = it.scope.context.period, extent(it.one.when)
    return (
        period is not None
        and days is not None
        and days.last < period.first
        and _LOOKS_BACK.match(it.text) is not None
    )


def was_held_before(it: Candidate) -> bool:
    """A line of the week before, or of when something was held last ("Tiếp 34 lượt, lần gần nhất ngày 12/5")."""
    if not _tells_days(it):
        return False
    said, period, days = it.said, it.scope.context.period, extent(it.one.when)
    before = period is None or len(period) > _A_WEEK or days is None or days.last < period.first
    held = (
        (("gan " in said or "truoc" in said) and _HELD_LAST.search(said) is not None)
        or (" dat " in said and _REACHED.search(said) is not None)
        or ("nam 20" in it.text[:_OPENING] and _is_of_a_year_before(it))
        or (" truoc" in said and _TIME_BEFORE.match(said) is not None)
        or _is_told_as_done(it)
        or _is_counted_behind(it)
        or (before and _BACK_PLAINLY.match(it.text) is not None)
    )
    return held and _TO_COME.search(said) is None


def _is_of_a_year_before(it: Candidate) -> bool:
    """Whether a text that tells what a year brought is of one before the paper's."""
    found, period = _YEAR_BEFORE.match(it.text), it.scope.context.period
    return found is not None and period is not None and int(found["year"]) < period.first.year


def _is_told_as_done(it: Candidate) -> bool:
    """Whether behind the day, which has no hour, a sentence says what was done or who was there.

    Who is there on a day of the programme may be told of what is to come.
    """
    if it.scope.notice or it.item.day or it.one.when.hours:
        return False
    if " da " in it.said and _DONE_THERE.search(it.said):
        return True
    period, days = it.scope.context.period, extent(it.one.when)
    planned = period is not None and len(period) < _A_TERM and days is not None and days.overlaps(period)
    there = (" co " in it.said or " vang " in it.said) and not planned
    return there and _WERE_THERE.search(it.said) is not None


def _is_counted_behind(it: Candidate) -> bool:
    """Whether behind a day that was over before the programme begins it is told how many there were."""
    period, days = it.scope.context.period, extent(it.one.when)
    if period is None or days is None or it.scope.notice or it.item.day or it.one.when.hours:
        return False
    return days.last < min(period.first, it.scope.context.issued or period.first) and (
        _COUNTED_THERE.search(it.said) is not None
    )


def did_somebody(it: Candidate) -> bool:
    """What somebody did that day: "Văn phòng đã gửi tài liệu ngày 12/5"."""
    if it.scope.notice or it.item.day or "da " not in it.folded or not _tells_days(it):
        return False
    issued, days = it.scope.context.issued, extent(it.one.when)
    to_come = issued is not None and days is not None and days.first > issued
    named = mentions_head(it.title) and not it.folded.startswith("da ")
    return not (to_come or named) and _DID.match(it.folded) is not None


def _tells_days(it: Candidate) -> bool:
    return isinstance(it.one.when, (Day, Days, Span, Window)) and it.one.status not in OLD
