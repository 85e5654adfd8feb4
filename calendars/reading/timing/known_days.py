"""Times beside a day that is known, and which of them are times of the thing itself.

Where its day is known, a stretch of time is mostly what a thing is about ("họp đầu năm (8h)"), another day a holiday or
when something is due, and a mark of doubt is answered.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from calendars.grammar.rule import Reading
from calendars.marks import Status
from calendars.reading.naming.titles import has_head
from calendars.reading.notices.moving import is_moved_to
from calendars.reading.spans import brackets, inside
from calendars.reading.timing.outranking import is_limit, outranks
from calendars.reading.timing.precedence import has_day
from calendars.when import Day, Undated, When, Window, extent
from calendars.when import Span as DaysFromTo

_OWN_PAPER = re.compile(
    r"(?:sẽ\s+)?(?:có|theo)\s+(?:giấy mời|thư mời|lịch)(?:\s+(?:cụ thể|chi tiết))*\s+riêng\b"
    r"|theo\s+(?:giấy mời|thư mời)\s*\)|theo\s+(?:giấy mời|thư mời|lịch)\s+(?:chung\s+)?của\b",
    re.IGNORECASE,
)
_IN_DOUBT = re.compile(
    r"\b(?:dự kiến|dự định|khoảng|khả năng|thời gian (?:cụ thể|chính thức)|(?:thông )?báo sau|nếu)\b|\bDK\b",
    re.IGNORECASE,
)
# "Nghỉ lễ 30/4 và 01/5 (nghỉ bù thứ Ba, 02/5)" beside a column of days: the holiday's name, and a day off in lieu.
_HOLIDAY = re.compile(
    r"\b(?:nghỉ lễ|trực lễ|dịp lễ|ngày lễ|kỷ niệm|chào mừng)\s+(?:ngày\s+)?$"
    r"|\(\s*(?:nghỉ|làm|học|trực)\s+bù\b[^()]{0,40}$",
    re.IGNORECASE,
)
_OF_A_FEAST = re.compile(r"\b(?:Ngày|Lễ|Tết|Tháng|Tuần lễ)\s+(?=[A-ZĐ])[^;:()]{3,60}\(\s*$")
# In an item of one day, the days of all: "... tại kỳ họp thứ 34 (kỳ họp diễn ra trong 3 ngày 17, 18 và 19/12)".
_OF_THE_WHOLE = re.compile(
    r"\(\s*(?:kỳ họp|hội nghị|hội thảo|đại hội|lễ hội|hội thi|hội chợ|hội thao|giải|lớp|khóa học|chương trình|đợt)\b"
    r"[^()]{0,40}?\b(?:diễn ra|tổ chức|kéo dài|từ)\b[^()]*$",
    re.IGNORECASE,
)
_ASKS = re.compile(r",\s*(?:và\s+)?(?:báo cáo|gửi|nộp|hoàn thành|tổng hợp|đăng ký)\b", re.IGNORECASE)
_PARTS = re.compile(r"[;\n]")
# "họp đầu năm (8h)", "họp đầu năm lúc 14h", "họp đầu năm – 14h": the hour is the meeting's.
_HOUR_OF_TOPIC = re.compile(r"[(,;]|\s(?=(?:(?:[-–—]|lúc|vào lúc|hồi|vào hồi)\s|\d{1,2}\s?[hg:]))")
_DONE_IN = re.compile(r"(?:xong|hoàn thành|hoàn thiện)\b", re.IGNORECASE)  # "...; chi trả xong trong tháng 6"
_NEXT_NAME = re.compile(r"\)?\s*[,;]\s+(?:và\s+)?(?P<name>[^,;.:()\d]{6,60}?)\s+")
_TOLD_STRETCH = re.compile(r"(?:từ|trong|vào|dự kiến|(?:thượng|trung|hạ) tuần)\s", re.IGNORECASE)
_LEADS = re.compile(r"(?:\bvào|\btrong|\bdự kiến|:)\s+$", re.IGNORECASE)
_LONGEST_LEAD = 12
_SAME_DAY = re.compile(r"\bcùng ngày\b", re.IGNORECASE)
_A_YEAR = timedelta(days=366)


def without_other_times(text: str, readings: Sequence[Reading], label: Sequence[Reading]) -> list[Reading]:
    """The readings without those that tell no time of the thing itself, where its day is known.

    Such are stretches of time that it is about ("họp đầu năm (8h)") and days other than that of its label.
    """
    firm = [
        r
        for r in (*label, *readings)
        if (has_day(r) and not isinstance(r.when, Window)) or _is_of_that_day(text, r)
    ]
    if firm:
        readings = [_firm_beside(text, reading) for reading in readings]
    exact = next((r.when for r in label if has_day(r) and not isinstance(r.when, Window)), None)
    if isinstance(exact, DaysFromTo) and exact.last is not None:
        readings = _without_shares(text, readings, exact)
    opening = next((r for r in readings[:1] if has_day(r) and not text[: r.at[0]].strip(" -+*•(")), None)
    kept: list[Reading] = []
    for reading in readings:
        begin, end = reading.at
        is_window = isinstance(reading.when, Window)
        if (
            firm
            and not has_day(reading)
            and not reading.when.hours
            and reading.status is not Status.TENTATIVE
        ):
            continue  # a weekday alone, beside a day that is known
        if (
            _is_named_period(reading)
            and any(r is not reading and not _is_named_period(r) for r in firm)
            and not (_DONE_IN.match(text, begin) and _is_parted(text, reading, firm))
        ):
            continue
        other_day = (
            exact is not None and has_day(reading) and not is_window and not outranks(reading, exact, text)
        )
        due = reading.deadline or (other_day and is_limit(reading, text))
        moved = reading.rules[:1] == ("moved-from-to",)
        if other_day and not moved and not (due and _is_near(reading, exact)):
            continue
        if exact is not None and has_day(reading) and _HOLIDAY.search(text[:begin]):
            continue
        if (
            reading is not opening
            and has_day(reading)
            and _OF_THE_WHOLE.search(text[:begin])
            and (exact or opening)
        ):
            continue
        apart = is_window and _has_own_clause(text, reading, firm)
        if (
            not firm
            or not is_window
            or apart
            or reading.rules[:1] == ("off-and-planned-anew",)
            or is_moved_to(text, reading)
            or not text[:begin].strip(" -+*•(")
        ):
            kept.append(reading)
        elif reading.when.hours and (found := _HOUR_OF_TOPIC.search(text[begin:end])):
            kept.append(
                reading._replace(at=(begin + found.start() + 1, end), when=Undated(reading.when.hours))
            )
    return kept


def is_led_to(text: str, reading: Reading) -> bool:
    """Whether a word that leads to times stands right before a reading ("vào", "trong", "dự kiến", a colon)."""
    begin = reading.at[0]
    return _LEADS.search(text[max(0, begin - _LONGEST_LEAD) : begin]) is not None


def _is_of_that_day(text: str, reading: Reading) -> bool:
    """Whether an hour stands beside "cùng ngày", so that its day is known though the item names none."""
    begin, end = reading.at
    hour = isinstance(reading.when, Undated) and reading.when.hours.start is not None
    return hour and _SAME_DAY.search(text, max(0, begin - _LONGEST_LEAD), end + _LONGEST_LEAD) is not None


def _without_shares(text: str, readings: Sequence[Reading], stretch: DaysFromTo) -> Sequence[Reading]:
    """The readings, beside a stretch of days, without those that part it in a bracket.

    "04-05/12 | Thẩm tra các tờ trình (Ban Ngân sách: ngày 04; Ban Pháp chế: ngày 05)" lasts both days.
    """
    spans = brackets(text)
    shares = [
        r
        for r in readings
        if isinstance(r.when, Day) and inside(r.at[0], spans) and _is_within(r.when, stretch)
    ]
    if (
        len(shares) == 1
        and _OF_A_FEAST.search(text, 0, shares[0].at[0])
        and text[shares[0].at[1] :][:1] == ")"
    ):
        return [r for r in readings if r not in shares]  # "mừng Ngày Sách Việt Nam lần thứ 5 (21/4)"
    told_in = {next(span for span in spans if inside(r.at[0], [span])) for r in shares}
    if len(told_in) == len(shares):
        return readings  # "Đối thoại (04/11); Thẩm định (06/11)", in the row of a week
    return [r for r in readings if r not in shares]


def _is_within(when: Day, stretch: DaysFromTo) -> bool:
    return stretch.last is not None and stretch.first <= when.day <= stretch.last and not when.hours


def _is_near(reading: Reading, day: When | None) -> bool:
    """Whether a time may be one of what is on that day: "trở thành đô thị loại I trước năm 2030" is what it is for."""
    told, own = extent(reading.when), extent(day) if day is not None else None
    return told is None or own is None or told.first - own.last < _A_YEAR


def _has_own_clause(text: str, window: Reading, firm: Sequence[Reading]) -> bool:
    """Whether a stretch of time told as such ("từ tháng 6 đến tháng 8") is parted by semicolons from all firm days."""
    if _TOLD_STRETCH.match(text, window.at[0]) is None and not is_led_to(text, window):
        return False
    return _is_parted(text, window, firm) or _is_listed(text, window, firm)


def _is_listed(text: str, window: Reading, firm: Sequence[Reading]) -> bool:
    """Whether right behind the day of one thing a comma and the name of another lead to a stretch of time."""
    before = max((r.at[1] for r in firm if r.at[1] <= window.at[0]), default=None)
    found = _NEXT_NAME.fullmatch(text, before, window.at[0]) if before is not None else None
    return found is not None and has_head(found["name"])


def _is_parted(text: str, reading: Reading, others: Sequence[Reading]) -> bool:
    """Whether a semicolon, or before a deadline what is asked for, stands between a reading and each of the others."""
    return all(
        _PARTS.search(between) or (other.deadline and _ASKS.search(between))
        for other in others
        if other is not reading
        for between in (text[min(reading.at[1], other.at[1]) : max(reading.at[0], other.at[0])],)
    )


def _firm_beside(text: str, reading: Reading) -> Reading:
    """A mark that an invitation or a list follows, beside a day that is known, leaves that day firm (B.10)."""
    if reading.status is Status.TENTATIVE and has_day(reading) and not isinstance(reading.when, Window):
        papers = _OWN_PAPER.search(text) is not None and _IN_DOUBT.search(text) is None
        return reading._replace(status=Status.CONFIRMED) if papers else reading
    if reading.status is Status.TENTATIVE and isinstance(reading.when, Undated) and not reading.when.hours:
        on_duty = (
            text[: reading.at[0]].rstrip().endswith("trực")
        )  # who is on duty is told elsewhere, not when
        firm_yet = on_duty or _OWN_PAPER.match(text, reading.at[0]) is not None
        return reading._replace(status=Status.CONFIRMED) if firm_yet else reading
    return reading


def _is_named_period(reading: Reading) -> bool:
    """Whether a deadline is only the end of a named period ("báo cáo quý I"), perhaps what the thing is about."""
    return "completion" in reading.rules and not any(
        "dat" in rule or "day" in rule or "hour" in rule for rule in reading.rules
    )
