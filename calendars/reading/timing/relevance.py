"""Which of the times in an item's text are times of the thing it announces.

The grammar leaves out what is no time at all; here goes what is a time of something else: of a departure, of
what a meeting is about, of a past act, of an older document's subject, of a commemoration's first year
(reference section C.2).
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from calendars.grammar.rule import Reading, Understanding
from calendars.layouts.words import fold
from calendars.marks import Status
from calendars.reading.naming.titles import has_head
from calendars.reading.notices.moving import extended, is_moved_to, moved_to
from calendars.reading.parts.several_days import with_days_joined
from calendars.reading.rules.bounds import bounded, each_of_its_days, on_days_of
from calendars.reading.rules.months import every_month
from calendars.reading.scope import Scope
from calendars.reading.spans import brackets, inside, quotations
from calendars.reading.timing.dayparts import part_readings
from calendars.reading.timing.precedence import has_day, is_limit, outranks
from calendars.reading.timing.reach import trimmed
from calendars.reading.timing.understanding import understood
from calendars.reading.timing.unrelated import is_in_name, is_of_something_else
from calendars.recurrence import Roll
from calendars.when import Day, Repeat, Undated, When, Window, extent, with_hours
from calendars.when import Span as DaysFromTo

_ROLLS = {
    "day-off-to-the-next-working-day": Roll.NEXT,
    "day-off-to-the-working-day-before": Roll.PREVIOUS,
    "day-off-to-the-nearest-working-day": Roll.NEAREST,
}
_FORMERLY = re.compile(
    r"(?:lịch|thời gian|ngày|kế hoạch)\s+(?:cũ|trước đây|"
    r"ban đầu)\s*(?:là)?\s*:?\s*(?:ngày\s+)?(?P<day>\d{1,2}/\d{1,2}(?:/\d{4})?)"
)
_FORMER = ("cũ", "trước đây", "ban đầu")
_HELD_BEFORE = re.compile(
    r"[(,;–-]\s*(?:trước đó|trước đây|ban đầu|theo lịch cũ|lịch cũ|thời gian cũ|thay (?:vì|cho))"
    r"(?:\s+(?:là|dự kiến|vào|tổ chức|họp|mời|ngày|lúc)|\s*:)*\s*$",
    re.IGNORECASE,
)
_FORMER_LIMIT = re.compile(r"\(\s*(?:thoi )?han cu\b")
_MOVED_FROM = re.compile(
    r"\(\s*(?:được\s+)?(?:dời|chuyển|lùi|dịch)(?:\s+(?:lịch|ngày|thời gian))*\s*$", re.IGNORECASE
)
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
# In an item of one day, the days of all: "... tại kỳ họp thứ 34 (kỳ họp diễn ra trong 3 ngày 17, 18 và 19/12)".
_OF_A_FEAST = re.compile(r"\b(?:Ngày|Lễ|Tết|Tháng|Tuần lễ)\s+(?=[A-ZĐ])[^;:()]{3,60}\(\s*$")
_OF_THE_WHOLE = re.compile(
    r"\(\s*(?:kỳ họp|hội nghị|hội thảo|đại hội|lễ hội|hội thi|hội chợ|hội thao|giải|lớp|khóa học|chương trình|đợt)\b"
    r"[^()]{0,40}?\b(?:diễn ra|tổ chức|kéo dài|từ)\b[^()]*$",
    re.IGNORECASE,
)
_ASKS = re.compile(r",\s*(?:và\s+)?(?:báo cáo|gửi|nộp|hoàn thành|tổng hợp|đăng ký)\b", re.IGNORECASE)
_PARTS = re.compile(r"[;\n]")
# "17/10: gặp mặt nhân Ngày Phụ nữ Việt Nam 20/10, 15h30": the hour is not of the named day.
_RESTS_FOR = re.compile(
    r"\W*(?:[^\W\d]+ ){0,4}nghỉ (?:bù )?(?:các ngày |ngày |dịp )?(?:lễ|tết)\b[^:;.]*:\s", re.IGNORECASE
)
_NAMED_DAY = re.compile(r"\b[Nn]gày\s+(?=[A-ZĐ])[^,;:.()\d]{3,60}\s$")
# "họp đầu năm (8h)", "họp đầu năm lúc 14h", "họp đầu năm – 14h": the hour is the meeting's.
_HOUR_OF_TOPIC = re.compile(r"[(,;]|\s(?=(?:(?:[-–—]|lúc|vào lúc|hồi|vào hồi)\s|\d{1,2}\s?[hg:]))")
_DONE_IN = re.compile(r"(?:xong|hoàn thành|hoàn thiện)\b", re.IGNORECASE)  # "...; chi trả xong trong tháng 6"
_NEXT_NAME = re.compile(r"\)?\s*[,;]\s+(?:và\s+)?(?P<name>[^,;.:()\d]{6,60}?)\s+")
_TOLD_STRETCH = re.compile(r"(?:từ|trong|vào|dự kiến|(?:thượng|trung|hạ) tuần)\s", re.IGNORECASE)
_LEADS = re.compile(r"(?:\bvào|\btrong|\bdự kiến|:)\s+$", re.IGNORECASE)
_LONGEST_LEAD = 12
_SAME_DAY = re.compile(r"\bcùng ngày\b", re.IGNORECASE)
_OF_MORNING = re.compile(r"[^\d;]{0,40}?\b(?:lễ|kinh|buổi|ca|ăn|tập|thể dục) sáng\b", re.IGNORECASE)
_FIRST_YEAR = re.compile(
    r"\(?\s*0?(\d{1,2})/0?(\d{1,2})/\d{4}\s*[-–]\s*0?\1/0?\2/\d{4}"
)  # "(06/01/1946 - 06/01/2026)"
_NOON = 12
_LONG = 40
_A_YEAR = timedelta(days=366)


def relevant_readings(
    text: str, found: Understanding, label: Sequence[Reading], scope: Scope
) -> list[Reading]:
    """The readings of an item's text that tell its time, in order, lone parts of the day among them."""
    taken = [no_time.at for no_time in found.no_times] + [observance.at for observance in found.observances]
    quoted = quotations(text)
    own = [trimmed(text, reading, scope) for reading in found.readings if not is_in_name(reading, quoted)]
    own = _without_named_days(text, with_days_joined(text, own))
    own = [_by_its_name(text, reading) if reading.issues else reading for reading in own]
    readings = [
        reading
        for reading in part_readings(text, own, taken)
        if not is_of_something_else(text, reading, found.no_times, scope)
        and not _is_no_limit_any_more(text, reading)
    ]
    readings = [_as_former(text, reading) for reading in readings]
    readings = sorted([*readings, *_formerly(text, readings, scope)], key=lambda reading: reading.at)
    readings = bounded(text, _rolling(readings))
    if not scope.recurring:
        readings = list(map(each_of_its_days, readings))
    readings = on_days_of(label, readings)
    if scope.notice:
        readings = extended(text, moved_to(text, readings))
    if scope.day is not None:
        readings = [_on_that_day(text, reading) for reading in readings]
    if scope.recurring:
        readings = [every_month(text, reading, scope) for reading in readings]
    readings = [reading for reading in readings if not _is_of_a_name(text, reading, scope)]
    return _without_topics(text, _without_first_years(text, _told_fully(readings), label), label)


def _by_its_name(text: str, reading: Reading) -> Reading:
    """An hour that was taken to be of the afternoon, of the morning where its thing is named so ("4h30: Lễ sáng")."""
    hours = reading.when.hours
    start, end = hours.start, hours.end
    doubtful = any(issue.code == "hour-doubtful" for issue in reading.issues)
    if start is None or start.hour < _NOON or not doubtful or not _OF_MORNING.match(text, reading.at[1]):
        return reading
    if end is not None and end.hour >= _NOON:
        end = end.replace(hour=end.hour - _NOON)
    told = hours._replace(start=start.replace(hour=start.hour - _NOON), end=end)
    issues = tuple(issue for issue in reading.issues if issue.code != "hour-doubtful")
    return reading._replace(when=with_hours(reading.when, told), issues=issues)


def _told_fully(readings: Sequence[Reading]) -> Sequence[Reading]:
    """The readings, an hour told again with its end ("17h00: ... (từ 17 giờ - 20 giờ 30)") told once."""
    if len(readings) < 2:
        return readings
    kept = list(readings[:1])
    for reading in readings[1:]:
        hours, before = reading.when.hours, kept[-1].when.hours
        again = hours.end is not None and hours.start == before.start and before.start is not None
        if again and before.end is None and isinstance(reading.when, Undated):
            kept[-1] = kept[-1]._replace(when=with_hours(kept[-1].when, before._replace(end=hours.end)))
        else:
            kept.append(reading)
    return kept


def _without_named_days(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, behind a day that is known each hour told with the day of a feast as the hour alone.

    "Nghỉ bù lễ 30/4 và 01/5: ngày 02 và 03/5" tells before the colon for which days off one rests.
    """
    if readings and (rest := _RESTS_FOR.match(text)) and any(r.at[0] >= rest.end() for r in readings):
        readings = [reading for reading in readings if reading.at[0] >= rest.end()]
    kept: list[Reading] = []
    for reading in readings:
        begin, end = reading.at
        comma = text.find(",", begin, end)
        hour = isinstance(reading.when, Day) and reading.when.hours.start is not None
        if hour and comma > 0 and any(map(has_day, kept)) and _NAMED_DAY.search(text[:begin]):
            reading = reading._replace(at=(comma + 1, end), when=Undated(reading.when.hours))
        kept.append(reading)
    return kept


def _rolling(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with "trường hợp ngày 03 rơi vào ngày nghỉ thì ..." as what the repeat before it does."""
    kept: list[Reading] = []
    for reading in readings:
        roll = next((_ROLLS[rule] for rule in reading.rules if rule in _ROLLS), None)
        before = kept[-1].when if kept else None
        if isinstance(before, Repeat) and isinstance(reading.when, Repeat) and _only_how_often(reading.when):
            # "mỗi tháng một lần vào ngày 03 hằng tháng; trường hợp trùng ngày nghỉ thì ..."
            goes = before.recurrence.roll or reading.when.recurrence.roll
            rolled = before._replace(recurrence=before.recurrence._replace(roll=goes))
            kept[-1] = kept[-1]._replace(when=rolled)
            continue
        if roll is not None and isinstance(reading.when, Day) and isinstance(before, Repeat):
            rolled = before._replace(recurrence=before.recurrence._replace(roll=roll))
            kept[-1] = kept[-1]._replace(when=rolled)
        else:
            kept.append(reading)
    return kept


def _only_how_often(when: Repeat) -> bool:
    each = when.recurrence
    return not (each.by_day or each.by_month_day or each.by_month or each.by_set_pos or when.hours)


def _formerly(text: str, readings: Sequence[Reading], scope: Scope) -> list[Reading]:
    """The old days that a remark tells ("lịch cũ 12/11"), which bare would be no days."""
    found: list[Reading] = []
    if not any(map(text.__contains__, _FORMER)):
        return found
    for remark in _FORMERLY.finditer(text):
        span = remark.span("day")
        if any(reading.at[0] < span[1] and span[0] < reading.at[1] for reading in readings):
            continue
        told = understood(f"ngày {remark['day']}", scope.context).readings[:1]
        found += [reading._replace(at=span, status=Status.POSTPONED) for reading in told]
    return found


def _as_former(text: str, reading: Reading) -> Reading:
    """A day in a bracket that says it held before ("(trước đó dự kiến ngày 12/12)") as the old time."""
    before = text[: reading.at[0]][-_LONG:]
    when = reading.when
    if isinstance(when, DaysFromTo) and when.last is None and _MOVED_FROM.search(before):
        # "(lùi từ ngày 26/11)" tells where it was, not since when it lasts.
        return reading._replace(when=Day(when.first, when.hours), status=Status.POSTPONED)
    if not has_day(reading) or reading.deadline or not _HELD_BEFORE.search(before):
        return reading
    return reading._replace(status=Status.POSTPONED)


def _is_no_limit_any_more(text: str, reading: Reading) -> bool:
    """Whether a last day is told only as the one that another replaced ("gia hạn đến hết ngày 13/9 (hạn cũ 30/8)")."""
    begin, end = reading.at
    return reading.deadline and _FORMER_LIMIT.search(fold(text[max(0, begin - 12) : end])) is not None


def _on_that_day(text: str, reading: Reading) -> Reading:
    """A reading with "cùng ngày" as its hours alone: which day that is, the item above tells."""
    if "cung ngay" in fold(text[slice(*reading.at)]) and not isinstance(reading.when, Repeat):
        return reading._replace(when=Undated(reading.when.hours))
    return reading


def _is_of_a_name(text: str, reading: Reading, scope: Scope) -> bool:
    """Whether in a letter a part of some year only tells which meeting it is ("dự buổi họp đầu năm")."""
    if scope.context.period is not None or "part-of-a-year" not in reading.rules or reading.when.hours:
        return False
    begin, end = reading.at
    lead = text[max(0, begin - _LONGEST_LEAD) : begin]
    return not any(map(str.isdigit, text[begin:end])) and lead.strip() != "" and _LEADS.search(lead) is None


def _is_of_that_day(text: str, reading: Reading) -> bool:
    """Whether an hour stands beside "cùng ngày", so that its day is known though the item names none."""
    begin, end = reading.at
    hour = isinstance(reading.when, Undated) and reading.when.hours.start is not None
    return hour and _SAME_DAY.search(text, max(0, begin - _LONGEST_LEAD), end + _LONGEST_LEAD) is not None


def _without_first_years(
    text: str, readings: Sequence[Reading], label: Sequence[Reading]
) -> Sequence[Reading]:
    """The readings, of a pair like (07/5/1954 - 07/5/2024) only an hour behind it if another day is known."""
    pairs = [reading for reading in readings if _FIRST_YEAR.match(text, reading.at[0])]
    others = [reading for reading in (*label, *readings) if reading not in pairs]
    if not pairs or not any(has_day(r) and not isinstance(r.when, Window) for r in others):
        return readings
    return [
        reading._replace(when=Undated(reading.when.hours)) if reading in pairs else reading
        for reading in readings
        if reading not in pairs or reading.when.hours
    ]


def _without_topics(text: str, readings: Sequence[Reading], label: Sequence[Reading]) -> list[Reading]:
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
        if other_day and not (due and _is_near(reading, exact)):
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
    return [r for r in readings if r not in shares] if len(shares) > 1 else readings


def _is_within(when: Day, stretch: DaysFromTo) -> bool:
    return stretch.last is not None and stretch.first <= when.day <= stretch.last and not when.hours


def _is_near(reading: Reading, day: When | None) -> bool:
    """Whether a time may be one of what is on that day: "trở thành đô thị loại I trước năm 2030" is what it is for."""
    told, own = extent(reading.when), extent(day) if day is not None else None
    return told is None or own is None or told.first - own.last < _A_YEAR


def _has_own_clause(text: str, window: Reading, firm: Sequence[Reading]) -> bool:
    """Whether a stretch of time told as such ("từ tháng 6 đến tháng 8") is parted by semicolons from all firm days."""
    lead = text[max(0, window.at[0] - _LONGEST_LEAD) : window.at[0]]
    if _TOLD_STRETCH.match(text, window.at[0]) is None and _LEADS.search(lead) is None:
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
