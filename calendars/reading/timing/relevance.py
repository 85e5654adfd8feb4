"""Which of the times in an item's text are times of the thing it announces.

The grammar leaves out what is no time at all; here goes what is a time of something else: of a departure, of
what a meeting is about, of a past act, of an older document's subject, of a commemoration's first year
(reference section C.2).
"""

import re
from collections.abc import Sequence

from calendars.grammar.rule import Reading, Understanding
from calendars.layouts.words import fold
from calendars.marks import Status
from calendars.reading.notices.moving import extended, moved_to
from calendars.reading.parts.several_days import with_days_joined
from calendars.reading.rules.bounds import bounded, each_of_its_days, on_days_of
from calendars.reading.rules.months import every_month
from calendars.reading.scope import Scope
from calendars.reading.spans import Span, quotations
from calendars.reading.timing.dayparts import part_readings
from calendars.reading.timing.known_days import is_led_to, without_other_times
from calendars.reading.timing.precedence import has_day
from calendars.reading.timing.reach import trimmed
from calendars.reading.timing.understanding import understood
from calendars.reading.timing.unrelated import is_in_name, is_of_something_else
from calendars.recurrence import Roll
from calendars.when import Day, Repeat, Undated, Window, with_hours
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
_RESTS_FOR = re.compile(
    r"\W*(?:[^\W\d]+ ){0,4}nghỉ (?:bù )?(?:các ngày |ngày |dịp )?(?:lễ|tết)\b[^:;.]*:\s", re.IGNORECASE
)
# "17/10: gặp mặt nhân Ngày Phụ nữ Việt Nam 20/10, 15h30": the hour is not of the named day.
_NAMED_DAY = re.compile(r"\b[Nn]gày\s+(?=[A-ZĐ])[^,;:.()\d]{3,60}\s$")
_OF_MORNING = re.compile(r"[^\d;]{0,40}?\b(?:lễ|kinh|buổi|ca|ăn|tập|thể dục) sáng\b", re.IGNORECASE)
# Two days of one month and day: the "06/01/1946 - 06/01/2026" of an 80th year.
_FIRST_YEAR = re.compile(r"\(?\s*0?(\d{1,2})([/.-])0?(\d{1,2})\2\d{4}\s*[-–]\s*0?\1\2 ?0?\3\2\d{4}")
_LONGEST_FIRST = (
    16  # letters before the second of them, where the first is of no century that the grammar reads
)
_NOON = 12
_NEAR = 12
_LONG = 40


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
    cited = [no_time.at for no_time in found.no_times if no_time.reason == "citation"]
    readings = sorted([*readings, *_formerly(text, readings, cited, scope)], key=lambda reading: reading.at)
    if not (readings or label):
        return []
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
    return without_other_times(text, _without_first_years(text, _told_fully(readings), label), label)


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


def _formerly(text: str, readings: Sequence[Reading], cited: Sequence[Span], scope: Scope) -> list[Reading]:
    """The old days that a remark tells ("lịch cũ 12/11"), which bare would be no days."""
    found: list[Reading] = []
    if not any(map(text.__contains__, _FORMER)):
        return found
    for remark in _FORMERLY.finditer(text):
        span = remark.span("day")
        if any(begin < span[1] and span[0] < end for begin, end in (*(r.at for r in readings), *cited)):
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
    opens = not text[max(0, begin - _NEAR) : begin].strip()
    return not any(map(str.isdigit, text[begin:end])) and not opens and not is_led_to(text, reading)


def _is_of_first_year(text: str, reading: Reading) -> bool:
    """Whether a reading begins with two days of an anniversary, or is the second ("(19/5/1890 - 19/5/2026)")."""
    begin, end = reading.at
    if "-" not in text and "–" not in text:
        return False
    if _FIRST_YEAR.match(text, begin):
        return True
    found = _FIRST_YEAR.search(text, max(0, begin - _LONGEST_FIRST), end) if has_day(reading) else None
    return found is not None and found.start() < begin < found.end()


def _without_first_years(
    text: str, readings: Sequence[Reading], label: Sequence[Reading]
) -> Sequence[Reading]:
    """The readings, of a pair like (07/5/1954 - 07/5/2024) only an hour behind it if another day is known."""
    pairs = [reading for reading in readings if _is_of_first_year(text, reading)]
    others = [reading for reading in (*label, *readings) if reading not in pairs]
    if not pairs or not any(has_day(r) and not isinstance(r.when, Window) for r in others):
        return readings
    return [
        reading._replace(when=Undated(reading.when.hours)) if reading in pairs else reading
        for reading in readings
        if reading not in pairs or reading.when.hours
    ]
