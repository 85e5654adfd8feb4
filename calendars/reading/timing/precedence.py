"""Which of the times around an item is its time: item > its bracket > section > period (reference section 0.1).

An item's own time outranks all; nothing then comes from the section, not even the tentative mark. Hours and
days may stand apart and are put together here; so are a day with its length ("02 ngày") and a beginning with
its end ("kéo dài đến hết").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from calendars.grammar.rule import Reading
from calendars.layouts.words import fold
from calendars.marks import Issue, Status
from calendars.reading.timing.halves import may_be_in
from calendars.reading.timing.lasting import for_its_length
from calendars.times import DayPart, DaySpan
from calendars.when import NO_HOURS, Day, Days, Hours, Repeat, Span, Undated, When, Window, extent, with_hours

_EVENING = 19
_NOON = 12
_NEAR = 40  # letters before a time in which its week may be named
_WEEK = re.compile(r"\btuan(?:\s+(?:sau|nay|toi|thu|\d{1,2}|tiep theo))*(?=$|\s*\()")
_BY = ("truoc", "cham nhat", "muon nhat", "khong muon", "xong truoc", "hoan thanh truoc", "han ")
_BY_THEN = (*_BY, "den het")  # "Đăng ký nghỉ mát hè đến hết ngày 15/4"
_LIMIT = re.compile(r"\W*han (?:chot|cuoi|nop|gui|dang ky|bao cao|nhan|hoan thanh)\b[^:;.]*:\Z")
_REMARK = re.compile(
    r"\b(?!du kien\b|ngay\b|thu\b|sang\b|chieu\b|toi\b|tu\b|luc\b|vao\b|chu nhat\b)[a-z]{2,}"
)
_OPENS_CAMPAIGN = re.compile(r"[\W\d]*(?:to chuc )?(?:le )?(?:khoi dong|phat dong|ra quan|ra mat)\b")
_OPENS_CLASS = re.compile(r"\b(?:khai giang|khai mac|bat dau)\b")
_HANDED_IN = re.compile(r"[\W\d]*(?:dang ky|gui|nop|bao cao|hoan thanh)\b")
_HANDED_ON = re.compile(r"[,:;] (?:\w+ ){0,6}(?:gui|nop|trinh|bao cao)\b[^,;:]*$")
OLD = (Status.POSTPONED, Status.CANCELLED)

ROW_OF_A_WEEK = "row-of-a-week"
"""The rule of the days of a label that only tell in which week of a month something is."""


class Origin(StrEnum):
    """Whose time it is."""

    OWN = "own"
    LABEL = "label"
    SECTION = "section"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Settled:
    """The time of an item, how sure it is, and whose it is."""

    when: When
    status: Status
    deadline: bool
    origin: Origin
    issues: tuple[Issue, ...] = ()


def has_day(reading: Reading) -> bool:
    """Whether a reading tells more than an hour or that the time will be told."""
    return not isinstance(reading.when, Undated)


def settle(
    own: Sequence[Reading],
    label: Sequence[Reading],
    section: Sequence[Reading],
    period: DaySpan | None,
    text: str,
    day: Reading | None = None,
) -> Settled | None:
    """The time of an item from its own readings, its label's (column, day heading), its section's and the period.

    period: given only where an item without any time belongs to the whole period; day: that of the meeting
    which a letter is about, for an item of it that tells only an hour. None where nothing gives a time.
    """
    label = _lasting_until(label)
    dated = _without_campaign([reading for reading in own if has_day(reading)], label, text)
    hours = sorted((_closing(reading, text) for reading in own if not has_day(reading)), key=_is_part)
    label_days = [reading for reading in label if has_day(reading)]
    label_hours = [reading for reading in label if not has_day(reading)]
    label_hours += [_of_its_end(r, label_days[0]) for r in label_days[1:] if r.when.hours]
    issues = tuple(issue for reading in (*own, *label) for issue in reading.issues)
    base, origin = _base(dated, label_days, section, text)
    open_yet = base is None or (origin is Origin.SECTION and isinstance(base.when, Window))
    if open_yet and day is not None and any(r.when.hours for r in (*hours, *label_hours)):
        base, origin = day, Origin.LABEL
    later = next((r for r in label_hours if r.status is Status.TENTATIVE and not r.when.hours), None)
    if base is None and later is not None:
        return Settled(later.when, Status.TENTATIVE, False, Origin.LABEL, issues)
    if base is None and period is not None and len(period) <= _A_WEEK and _ALL_WEEK.search(text):
        base, origin = Reading((0, 0), Span(period.first, period.last)), Origin.OWN
    if base is None and period is not None:
        base, origin = Reading((0, 0), Window(period.first, period.last), Status.TENTATIVE), Origin.PERIOD
    if base is None:
        told = next((r for r in hours if r.status is Status.TENTATIVE or r.when.hours), None)
        return Settled(told.when, Status.TENTATIVE, told.deadline, Origin.OWN, issues) if told else None
    when = base.when
    if origin is Origin.SECTION and any(reading.when.hours.start for reading in hours):
        when = with_hours(when, Hours())  # "Ngày 11/9: - 8h00: họp A;" over "- 14h00: họp B"
    tentative = base.status is Status.TENTATIVE
    if origin is Origin.OWN and _is_due_by(base, text):
        # The half of the day in whose row it stands is not that of the last day.
        label_hours = [reading for reading in label_hours if reading.when.hours.start]
    others = [*hours, *(label_hours if origin is Origin.LABEL or label_days else ())]
    deadline = base.deadline or any(reading.deadline for reading in hours)
    tentative = tentative or any(reading.status is Status.TENTATIVE for reading in (*hours, *label_hours))
    if origin is Origin.OWN and label_days and _begins_with(when, label_days[0].when):
        others += label_hours + [
            r._replace(when=Undated(r.when.hours))
            for r in label_days
            if r.when.hours and may_be_in(when.hours, r.when.hours)
        ]
    if origin is Origin.OWN and len(dated) > 1:
        when = _together(when, dated, text)
    if origin in (Origin.LABEL, Origin.SECTION):
        when = _until(when, dated, text)
    if origin is Origin.LABEL:
        when = next((with_hours(when, r.when.hours) for r in dated if _opens(r, when, text)), when)
    when = _with_hours(when, [reading.when.hours for reading in others])
    when = for_its_length(when, text, len(dated))
    if base.status in OLD:
        status = base.status
    else:
        status = Status.TENTATIVE if tentative or isinstance(when, Window) else Status.CONFIRMED
    return Settled(when, status, deadline, origin, issues)


def _lasting_until(label: Sequence[Reading]) -> Sequence[Reading]:
    """The readings of a label of which the second tells until when what opens on the first day lasts, as one.

    "Thời gian: Khai mạc 8h30 ngày 17/5, mở cửa đến hết ngày 16/6".
    """
    if len(label) != 2 or label[1].rules[:1] not in _UNTIL:
        return label
    first, last = label[0].when, label[1].when
    if not (isinstance(first, Day) and isinstance(last, Day) and first.day < last.day) or last.hours:
        return label
    return [label[0]._replace(when=Span(first.day, last.day, first.hours))]


def _begins_with(when: When, label: When) -> bool:
    """Whether days lie within those of a label, or begin on its day: its hours are theirs."""
    return _within(when, label) or (
        isinstance(when, Span) and isinstance(label, Day) and when.first == label.day
    )


def _without_campaign(dated: list[Reading], label: Sequence[Reading], text: str) -> list[Reading]:
    """The days of an item without those, in a bracket, of what it only opens ("Phát động thi đua (10/10 - 30/11)").

    So does a class that opens on a day of its own: "Lớp khai giảng (học thứ 4 và thứ 6 hằng tuần)".
    """
    if label and isinstance(label[0].when, Day) and _OPENS_CLASS.search(fold(text)):
        dated = [r for r in dated if not (isinstance(r.when, Repeat) and _in_bracket(text, r))]
    if not any(isinstance(reading.when, Span) for reading in dated) or not _OPENS_CAMPAIGN.match(fold(text)):
        return dated
    days = [reading.when.day for reading in (*dated, *label) if isinstance(reading.when, Day)]
    kept: list[Reading] = []
    hours: list[Hours] = []
    for reading in dated:
        when = reading.when
        if isinstance(when, Span) and when.first in days and _in_bracket(text, reading):
            hours.append(when.hours)
        else:
            kept.append(reading)
    return [reading._replace(when=_with_hours(reading.when, hours)) for reading in kept]


def _of_its_end(reading: Reading, first: Reading) -> Reading:
    """The hours of another day of a label; those of its last day as the end ("20 - 24/11, bế mạc chiều 24/11")."""
    hours, days = reading.when.hours, first.when
    last = days.last if isinstance(days, Span) else None
    if last is not None and isinstance(reading.when, Day) and reading.when.day == last:
        hours = Hours(end=hours.end or hours.start, end_part=hours.end_part or hours.part)
    return reading._replace(when=Undated(hours))


def _is_part(reading: Reading) -> bool:
    """False, so that it comes first, for "cả ngày": beside it "Sáng:" only tells the row in which the thing stands."""
    return reading.when.hours.part is not DayPart.ALL_DAY


def _closing(reading: Reading, text: str) -> Reading:
    """An hour behind "đến" and a name, or in a bracket, as the end that it is: "8h00: lễ kỷ niệm (đến 10h30)"."""
    told = reading.when.hours
    before = text[: reading.at[0]].rstrip(" đếntới")
    if reading.rules[:1] not in _TO or told.end or (not before.endswith("(") and not before[-1:].isalpha()):
        return reading
    return reading._replace(when=Undated(Hours(end=told.start)))


def _base(
    dated: Sequence[Reading], label: Sequence[Reading], section: Sequence[Reading], text: str
) -> tuple[Reading | None, Origin]:
    if label:
        first = label[0]
        exact = isinstance(first.when, (Day, Days, Span, Repeat))
        for reading in dated:
            if isinstance(reading.when, Window) and (exact or not _narrows(reading.when, first.when)):
                continue
            due = _is_due_by(reading, text) and not first.deadline
            week = ROW_OF_A_WEEK in first.rules
            if not week and _opens(reading, first.when, text):
                continue
            if not exact or due or outranks(reading, first.when, text):
                return reading, Origin.OWN
        return first, Origin.LABEL
    days = [reading for reading in section if has_day(reading)]
    if (
        dated
        and days
        and isinstance(days[0].when, Day)
        and all(_is_end(r, days[0].when, text) for r in dated)
    ):
        return days[0], Origin.SECTION
    if dated:
        firm = [reading for reading in dated if not isinstance(reading.when, Window)]
        firm = [reading for reading in firm if not _names_a_week(reading, text)] or firm
        told = [reading for reading in firm if not (_in_bracket(text, reading) and _is_remark(text, reading))]
        firm = told or firm  # "Báo cáo (ngày bầu cử 15/3/2026) - 08/4"
        meeting = [reading for reading in firm if not reading.deadline]
        # To register for something in May, told in a bracket, by a day in April.
        if all(
            _in_bracket(text, each) and (_is_handed_in(text, firm) or _is_remark(text, each))
            for each in meeting
        ):
            meeting = [reading for reading in firm if reading.deadline]
        if firm and _begins(firm[0], text):
            return firm[0], Origin.OWN
        return (meeting or firm or _narrowest(dated))[0], Origin.OWN
    if days:
        return days[0], Origin.SECTION
    return None, Origin.PERIOD


def _is_handed_in(text: str, readings: Sequence[Reading]) -> bool:
    """Whether a text begins with what is handed in, or a last day stands behind such a verb ("trình trước ...")."""
    if _HANDED_IN.match(fold(text)):
        return True
    due = next((reading for reading in readings if reading.deadline), None)
    return due is not None and _HANDED_ON.search(fold(text[: due.at[0]])) is not None


def _opens(reading: Reading, label: When, text: str) -> bool:
    """Whether a reading tells the hour at which the days of a label begin ("khai mạc 9h00 ngày 11/12")."""
    return (
        isinstance(label, Span)
        and isinstance(reading.when, Day)
        and reading.when.day == label.first
        and reading.when.hours.start is not None
        and not _begins(reading, text)
        and not reading.deadline
    )


def _is_due_by(reading: Reading, text: str) -> bool:
    """Whether a reading tells, not in a bracket, by when something is due ("... trước ngày 01/7")."""
    if is_limit(reading, text):
        return True
    told = fold(text[slice(*reading.at)])
    handed_in = _HANDED_IN.match(fold(text)) is not None
    remarked = _in_bracket(text, reading) and not (told.startswith("han ") and handed_in)
    by = _BY_THEN if handed_in else _BY
    return reading.deadline and told.startswith(by) and not remarked


def is_limit(reading: Reading, text: str) -> bool:
    """Whether a day stands behind the label of a last day ("Hạn nộp hồ sơ: 25/5/2026")."""
    before = text[: reading.at[0]].rstrip()
    return before.endswith(":") and _LIMIT.match(fold(before)) is not None


def _in_bracket(text: str, reading: Reading) -> bool:
    before = text[: reading.at[0]]
    return before.rfind("(") > before.rfind(")")


def _is_remark(text: str, reading: Reading) -> bool:
    """Whether words stand before a day in its bracket ("(đợt lũ ngày 15/9 toàn xã di dời 42 hộ)")."""
    before = text[: reading.at[0]]
    return len(_REMARK.findall(fold(before[before.rfind("(") + 1 :]))) > 1


def _narrowest(windows: Sequence[Reading]) -> list[Reading]:
    """Windows with the narrowest of those that lie in the first in front ("... cuối năm: trong tháng 12")."""
    first = windows[0]
    inner = [each for each in windows[1:] if _narrows(each.when, first.when) and each.when != first.when]
    return [*inner, *windows]


def _names_a_week(reading: Reading, text: str) -> bool:
    """Whether the days only say which week is meant ("Tuần sau (19-24/9): ... thứ Ba 20/9")."""
    if not isinstance(reading.when, Span):
        return False
    start = reading.at[0]
    told = fold(text[slice(*reading.at)])
    before = fold(text[max(0, start - _NEAR) : start]).rstrip(" (")
    return _WEEK.match(told) is not None or _WEEK.search(before[-20:]) is not None


def _begins(reading: Reading, text: str) -> bool:
    """Whether a reading opens its text, so that it cannot be a remark."""
    return not text[: reading.at[0]].strip(" -+*•(") and not isinstance(reading.when, Window)


_A_WEEK = 7  # days
_ALL_WEEK = re.compile(r":\s*(?:trong |suốt )?cả tuần\b|\b(?:suốt|trong cả) tuần[\s.]*$", re.IGNORECASE)
_ONLY_A_REMARK = re.compile(r"\)?\s*(?:\([^()]{0,80}\))?[\s.;]*")
_TO = (("to",), ("to-by-tới",))
_UNTIL = (*_TO, ("until-and-including",))
_LONGEST_HEAD = 40  # letters


def outranks(reading: Reading, label: When, text: str) -> bool:
    """Whether a day in the text is meant rather than the one of its label: it includes that day, or opens the text.

    So is one with its weekday that ends a heading of its own ("Trực lãnh đạo CN 22/3: BS. Kỳ" below "Thứ Bảy, 21/3").
    """
    if isinstance(reading.when, Window):
        return False
    if _within(label, reading.when) or _within(reading.when, label) or _begins(reading, text):
        return True
    if isinstance(reading.when, Span) and _is_all_behind_colon(reading, text):
        return True  # "Nghỉ Tết: từ 14/02 đến hết 22/02", the last line of the last day
    named = any("weekday" in rule or "sunday" in rule for rule in reading.rules)
    heads = named and text[reading.at[1] :].lstrip(" )").startswith(":")
    return heads and reading.at[0] < _LONGEST_HEAD and ":" not in text[: reading.at[0]]


def _is_all_behind_colon(reading: Reading, text: str) -> bool:
    """Whether a time is all that stands behind a colon, but for a remark in brackets."""
    before, behind = text[: reading.at[0]].rstrip(" ("), text[reading.at[1] :]
    return before.endswith(":") and _ONLY_A_REMARK.fullmatch(behind) is not None


def _narrows(inner: When, outer: When) -> bool:
    a, b = extent(inner), extent(outer)
    return a is not None and b is not None and b.first <= a.first and a.last <= b.last


def _within(inner: When, outer: When) -> bool:
    """Whether the days of the one lie within those of the other."""
    return _narrows(inner, outer)


def _together(when: When, dated: Sequence[Reading], text: str) -> When:
    """Two days of one item: a beginning and an end, or the whole stretch told again."""
    for other in dated:
        if (
            other.when == when
            or isinstance(other.when, (Window, Repeat, Undated))
            or _names_a_week(other, text)
        ):
            continue
        if isinstance(other.when, Span) and other.when.last and _narrows(when, other.when):
            hours = when.hours if isinstance(when, Day) and when.day == other.when.first else NO_HOURS
            when = _with_hours(other.when, [hours])
        elif isinstance(when, Span) and isinstance(other.when, Day) and other.when.day == when.first:
            when = _with_hours(when, [other.when.hours])
        elif isinstance(when, Span) and isinstance(other.when, Day) and other.when.day == when.last:
            when = replace(when, hours=when.hours._replace(end=when.hours.end or other.when.hours.start))
        elif isinstance(when, Day) and isinstance(other.when, Day):
            if other.when.day == when.day:
                when = _with_hours(when, [other.when.hours])
            elif other.when.day > when.day and (
                "until-and-including" in other.rules or _extends(text, other.at[0])
            ):
                end = other.when.hours.end or other.when.hours.start
                when = Span(when.day, other.when.day, when.hours._replace(end=end))
        elif (
            isinstance(when, Day)
            and isinstance(other.when, Span)
            and other.when.last
            and _extends(text, other.at[0])
        ):
            when = Span(when.day, max(other.when.last, when.day), when.hours)
    return when


def _until(when: When, dated: Sequence[Reading], text: str) -> When:
    """The day of a label with the end that the item tells ("Đi công tác (đến hết ngày 09/4)")."""
    for reading in dated:
        if isinstance(when, Day) and isinstance(reading.when, Day) and _is_end(reading, when, text):
            return Span(when.day, reading.when.day, when.hours)
    return when


def _is_end(reading: Reading, begin: Day, text: str) -> bool:
    """Whether a reading tells until when a thing lasts that begins on this day."""
    told = fold(text[slice(*reading.at)])
    bracketed = text[: reading.at[0]].rstrip().endswith("(") or told.startswith("(")
    lasts = re.match(rf"\(?\s*(?:keo dai\s+)?den{'' if bracketed else ' het'}\b", told)
    return bool(lasts) and isinstance(reading.when, Day) and reading.when.day > begin.day


def _extends(text: str, place: int) -> bool:
    """Whether the words that lead to a day say that the thing lasts until then."""
    near = fold(text[max(0, place - 25) : place + 16])
    return re.search(r"\b(?:keo dai|dien ra|be mac|ket thuc|den het|cho den)\b", near) is not None


def _with_hours(when: When, found: Sequence[Hours]) -> When:
    """The same days with the hours that they still lack, the first found of each kind."""
    hours = when.hours
    for other in found:
        if hours.start is None and hours.end is None and (other.start or other.end):
            hours = hours._replace(start=other.start, end=other.end)
        elif hours.start and not (hours.end or other.start) and other.end and other.end > hours.start:
            hours = hours._replace(end=other.end)  # "8h00: lễ kỷ niệm (đến 10h30)"
        elif hours.end and other.end and other.start and other.start > hours.end:
            hours = hours._replace(
                end=other.end, part=DayPart.ALL_DAY
            )  # "sáng 7h30 - 11h00, chiều 13h30 - 16h30"
        if hours.part is None and other.part is not None:
            hours = hours._replace(part=other.part)
        elif hours.part is DayPart.MORNING and hours.start and hours.start.hour >= _NOON:
            hours = hours._replace(part=None)  # "(buổi sáng tổng duyệt, 19h00 thi chính thức)"
        if hours.end_part is None and other.end_part is not None and isinstance(when, Span):
            hours = hours._replace(end_part=other.end_part)
    if hours.part is DayPart.AFTERNOON and hours.start and hours.start.hour >= _EVENING:
        hours = hours._replace(part=None)  # "19h30: Biểu diễn" in the column of the afternoon
    return when if hours == when.hours else with_hours(when, hours)
