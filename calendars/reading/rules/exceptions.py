"""Single days on which a standing thing is left out or moved: "(riêng tuần cuối tháng chuyển sang thứ Năm 28/3)".

The thing itself goes on as before; what is hard is to take the exception neither for a move of all of it nor for a
meeting of its own (reference section A.8).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from calendars.expansion import days_between
from calendars.grammar.rule import Context
from calendars.layouts.layout import Item
from calendars.layouts.words import fold
from calendars.reading.scope import Draft
from calendars.reading.timing.understanding import understood
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.times import DaySpan, month_span
from calendars.when import Day, Days, Repeat, Span, extent, with_hours

_HELD_ON = (  # "họp vào", "chuyển sang", "sinh hoạt sớm hơn, vào", "lùi xuống"
    r"(?:(?:chuyển|dời|đổi|lùi|họp|tổ chức|sinh hoạt|giao ban|thực hiện|tiếp(?: công dân| dân)?|làm|trực)"
    r"(?:\s+(?:sớm|muộn|bù)(?:\s+hơn)?)?,?\s+(?:sang|qua|vào|đến|lên|xuống)\s+)"
)
_MOVED_ONCE = re.compile(
    rf"\s*\(\s*riêng\s[^()]*?{_HELD_ON}(?P<new>[^()]+)\)"
    rf"|\s*[;,.]\s*riêng\s+(?:tuần|ngày|thứ|buổi|kỳ|tháng này|tháng\s+\d{{1,2}}(?:/\d{{4}})?)[\s,][^();]*?"
    rf"{_HELD_ON}(?P<other>[^;.]+?)(?:\s+để\s+(?:thay|bù)\b[^;.]*)?(?=[;.]|$)"
    r"|\s*[;,.(]\s*riêng\s+(?:kỳ\s+|buổi\s+)?tháng\s+\d{1,2}(?:/\d{4})?(?:\s*[:,]\s*|\s+(?:là|vào)\s+)"
    r"(?P<told>(?:vào\s+)?(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?)\b\)?",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(  # "ngày 10 và 25 hằng tháng (ngày 25/10 là thứ Bảy nên chuyển sang thứ Hai 27/10)"
    r"(?P<often>\b(?:hằng|hàng|mỗi)\s+(?:tuần|tháng)\b[^();.\n]{0,60}?)\s*[(;,]\s*(?:riêng\s+)?ngày\s+"
    r"(?P<old>\d{1,2}/\d{1,2}(?:/\d{4})?),?\s+[^();:.\d\n]{0,60}?(?:thứ\s+[2-7][^();:.\d\n]{0,40}?)?"
    r"\b(?:chuyển|dời|đổi|lùi)\s+(?:sang|qua|vào|đến|lên|xuống)\s+(?P<new>[^();.\n/]{1,40}\d/\d{1,2}(?:/\d{4})?)\)?",
    re.IGNORECASE,
)
_REPLACED = re.compile(  # "...; riêng phiên ngày 10/02/2024 (mồng 1 Tết) được thay bằng thứ Sáu, ngày 16/02/2024"
    r"\s*[;,.(]\s*riêng\s+(?:[^\W\d_]+\s+){0,6}?ngày\s+(?P<old>\d{1,2}/\d{1,2}(?:/\d{4})?)(?:\s*\([^()]{2,30}\))?,?"
    r"\s+(?:[^\W\d_]+\s+){0,3}?(?:được\s+|nay\s+|sẽ\s+)?(?:thay\s+bằng|chuyển\s+sang|dời\s+sang|lùi\s+sang)\s+"
    r"(?P<new>[^();.\n/]{1,40}\d/\d{1,2}(?:/\d{4})?)\)?",
    re.IGNORECASE,
)
_NEXT_MONTH = re.compile(r"[;,.(]\s*(?:riêng\s+)?tháng\s+\d", re.IGNORECASE)  # found sooner than the whole
_ONE_MONTH = re.compile(  # "ngày 28 hằng tháng; riêng tháng 12 họp ngày 26", "(tháng 02 được gia hạn đến 20/02)"
    r"\s*[;,.(]\s*(?P<only>riêng\s+)?tháng\s+(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?,?\s+"
    r"(?:(?:do|vì|nghỉ|trùng|rơi vào)\s[^();.:\d]{2,40}?[,\s]\s*)?(?:thì\s+|được\s+|sẽ\s+|nên\s+)?"
    r"(?:(?:họp|tổ chức|sinh hoạt|chuyển|dời|thực hiện|tiếp(?: công dân| dân)?|trực|giao ban|nộp|gửi|báo cáo"
    r"|làm|lùi|gia hạn|kéo dài|đóng|thu)\s+(?:(?:sớm|muộn)(?: hơn)?,?\s+)?"
    r"(?:(?:sang|qua|vào|đến|tới)\s+(?:hết\s+)?)?|(?:vào|sang)\s+|(?(only)(?:[^\W\d_]+\s+){1,7}?|(?!)))"
    r"(?:ngày\s+(?P<day>\d{1,2})\b(?!\s*[/.]\d)|(?:ngày\s+)?(?P<told>\d{1,2}/\d{1,2}(?:/\d{4})?)\b)"
    r"(?:,?\s+(?:do|vì|để)\s[^.;()]*)?\)?",
    re.IGNORECASE,
)
_THIS_MONTH = re.compile(  # "ngày 5 hàng tháng như thường lệ, riêng tháng này thu ngày 07/11"
    r"(?P<lead>\b(?:hằng|hàng|mỗi) tháng\b[^;.()\d]{0,40}[,;(]\s*)(?:riêng\s+)?tháng này\s+", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ONE_HOUR = re.compile(  # "19h30 các ngày 10, 17, 24/5; riêng ngày 17/5 chiếu lúc 20h00"
    r"\s*[;,(]\s*riêng\s+(?:ngày\s+)?(?P<day>\d{1,2}/\d{1,2}(?:/\d{4})?)\s*,?\s+(?:[^\W\d]+\s+){0,4}?"
    r"(?P<hour>\d{1,2}\s*(?:giờ|h|g|:)\s*\d{0,2})\b\)?",
    re.IGNORECASE,
)
_LEFT_OUT_ONCE = re.compile(  # "14 giờ thứ Ba hằng tuần, riêng tuần nghỉ Tết không tổ chức"
    r"\s*[;,(]\s*riêng\s+(?:tuần|dịp|ngày|thời gian)\s[^();,.:\d]{2,40}?\bkhông\s+"
    r"(?:tổ chức|họp|sinh hoạt|giao ban|làm việc|tiếp)(?: [^\W\d]+){0,2}\)?(?=\s*[.;,]|\s*$)",
    re.IGNORECASE,
)
_LEFT_OUT_EACH_MONTH = re.compile(  # "15h Chủ nhật hằng tuần, trừ Chủ nhật cuối cùng của tháng"
    r"\s*[,;(]?\s*\btrừ\s+(?:ngày\s+)?(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s+(?:của\s+)?)?(?:tuần\s+)?"
    r"(?P<nth>đầu(?: tiên)?|cuối(?: cùng)?|(?<=tuần )(?:thứ\s+)?(?:nhất|hai|ba|tư|[1-4])(?!\w))"
    r"(?:\s+(?:(?:của|trong|hằng|hàng|mỗi)\s+)*tháng(?!\s*\d))?\s*(?:\)|\([^()]{0,40}\)(?!\s*\)))?"
    r"(?=\s*[.;,)]|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_WHICH = {"cuoi": -1, "dau": 1, "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_OF_ONE_MONTH = re.compile(
    r"\briêng\s+(?:trong\s+)?tháng\s+\d{1,2}(?:/\d{4})?\s*,?\s+(?P<what>[^,;.\d]{3,60}?)\s+"
    r"(?:(?:được\s+)?(?:thực hiện|tổ chức|chuyển|họp)\s+)?(?:vào|sang)\s",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"(?:tam )?nghi (?:\d{1,2}|mot) (?:buoi|ngay|tiet|phien)\b"
    r"|rieng [^,;:]{0,40}?\bkhong (?:to chuc |bo tri |tien hanh )?(?P<what>[^,;:.\d]{3,40}?)"
    r"(?= (?:do|vi|de)\b|[,;:.]|$)"
)


class Once(NamedTuple):
    """A text without the words that move it once or leave it out, those of the new day, and of the old where told."""

    text: str
    new: str
    old: str | None = None


def without_exception(text: str, period: DaySpan | None = None) -> Once | None:
    """The text apart from the words that move what it tells once, or leave it out once; None where none do.

    period: tells which month "riêng tháng này" is.
    """
    if period is not None and "áng này" in text and period.first.month == period.last.month:
        text = _THIS_MONTH.sub(rf"\g<lead>riêng tháng {period.first.month} ", text)
    if "iêng" not in text and "tháng" not in text and "tuần" not in text:
        return None
    if "ngày" in text and (found := _ONE_DAY.search(text)):
        return Once(text[: found.end("often")] + text[found.end() :], found["new"], found["old"])
    if "iêng" in text and (found := _REPLACED.search(text)):
        return Once(text[: found.start()] + text[found.end() :], found["new"], found["old"])
    if "iêng" in text and (found := _MOVED_ONCE.search(text)):
        return Once(
            text[: found.start()] + text[found.end() :], found["new"] or found["other"] or found["told"]
        )
    if "iêng" in text and (found := _ONE_HOUR.search(text)):
        return Once(text[: found.start()] + text[found.end() :], f"{found['hour']} ngày {found['day']}")
    if "iêng" in text and (found := _LEFT_OUT_ONCE.search(text)):
        return Once(text[: found.start()] + text[found.end() :], "")
    if _NEXT_MONTH.search(text) and (found := _ONE_MONTH.search(text)):
        day = found["told"] or f"{found['day']}/{found['month']}"
        year = f"/{found['year']}" if found["year"] and day.count("/") == 1 else ""
        return Once(text[: found.start()] + text[found.end() :], f"ngày {day}{year}")
    return None


def moved_once(drafts: Sequence[Draft], once: Once, context: Context) -> list[Draft]:
    """The drafts with each standing one left out in the week or month of the new day, and a single one on that day.

    Where the old day is told, only that is left out. A standing one of which the paper's period has no other day is
    left away.
    """
    new = once.new
    readings = understood(new, context).readings
    before = understood(f"ngày {once.old}", context).readings if once.old else ()
    old = next((r.when.day for r in before if isinstance(r.when, Day)), None)
    told = next((r.when for r in readings if isinstance(r.when, Day)), None)
    result: list[Draft] = []
    if told is None and (days := next((r.when for r in readings if isinstance(r.when, Span)), None)):
        return [each for draft in drafts for each in _on_other_days(draft, days)]
    for draft in drafts:
        result.append(draft)
        if told is not None and isinstance(draft.when, Days) and told.day in draft.when.days:
            single = replace(draft, when=told, issues=list(draft.issues), clues=set(draft.clues))
            others = tuple(day for day in draft.when.days if day != told.day)
            hours = draft.when.hours
            draft.when = Days(others, hours) if len(others) > 1 else Day(others[0], hours)
            result.append(single)
        if told is None or not isinstance(draft.when, Repeat):
            continue
        begins = draft.when.recurrence.first
        if begins is not None and told.day < begins.replace(day=1) and _YEAR.search(new) is None:
            told = told._replace(day=_a_year_on(told.day))  # "riêng tháng 02" of a rule from March on
        if old is not None:
            instead = DaySpan(old, old)
        elif draft.when.recurrence.frequency is Frequency.WEEKLY:
            monday = told.day - timedelta(days=told.day.weekday())
            instead = DaySpan(monday, monday + timedelta(days=6))
        else:
            instead = month_span(told.day.year, told.day.month)
        hours = told.hours or draft.when.hours
        single = replace(draft, when=with_hours(Day(told.day), hours), issues=list(draft.issues))
        single.clues = set(draft.clues)
        draft.when = _without(draft.when, _days_in(draft.when, instead))
        left = _days_in(draft.when, context.period) if context.period is not None else None
        if left == []:
            result.remove(draft)  # a month's programme: of that month there is only the one day
        elif old is not None and left and len(left) == 1:
            draft.when = with_hours(Day(left[0]), draft.when.hours)
        result.append(single)
    return result


def _on_other_days(draft: Draft, days: Span) -> list[Draft]:
    """A standing thing of several days a month without those of one, and the days that it has then instead."""
    if not isinstance(draft.when, Repeat) or draft.when.recurrence.frequency is Frequency.WEEKLY:
        return [draft]
    once = replace(draft, when=with_hours(days, days.hours or draft.when.hours), issues=list(draft.issues))
    once.clues = set(draft.clues)
    draft.when = _without(draft.when, _days_in(draft.when, month_span(days.first.year, days.first.month)))
    return [draft, once]


def _a_year_on(day: date) -> date:
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else date(day.year + 1, 2, 28)


def without_nth(text: str) -> tuple[str, int] | None:
    """(the text without "trừ tuần cuối của tháng", which of each month's is left out: 1 to 4, -1); None where none."""
    found = _LEFT_OUT_EACH_MONTH.search(text) if "rừ " in text or "RỪ " in text else None
    if found is None:
        return None
    which = fold(found["nth"]).removeprefix("thu ").split()[0]
    return text[: found.start()] + text[found.end() :], _WHICH[which]


def lines_with_nth(text: str) -> list[str]:
    """The lines that tell of such a day, each alone, and what stands between them."""
    parts: list[str] = []
    apart = True
    for line in text.split("\n"):
        has = without_nth(line) is not None
        parts[len(parts) if apart or has else -1 :] = [line if apart or has else f"{parts[-1]}\n{line}"]
        apart = has
    return parts


def left_out_each_month(drafts: Sequence[Draft], nth: int, context: Context) -> list[Draft]:
    """The drafts without the n-th or the last (-1) day of each month that they fall on; without end by other rules."""
    place = nth - 1 if nth > 0 else nth
    for draft in drafts:
        if isinstance(draft.when, Repeat) and context.period is not None:
            days = _days_in(draft.when, context.period)
            months = groupby(days, key=lambda day: (day.year, day.month))
            left_out = [day for _, each in months for day in list(each)[place : place + 1 or None]]
            draft.when = _without(draft.when, left_out)
        elif isinstance(draft.when, Repeat) and nth > 0:
            draft.when = draft.when._replace(recurrence=_on_the_others(draft.when.recurrence, nth))
    return list(drafts)


def _on_the_others(rule: Recurrence, nth: int) -> Recurrence:
    """A weekly rule without end as one of every month that has no n-th of its weekdays."""
    if rule.frequency is not Frequency.WEEKLY or rule.interval > 1 or not rule.by_day:
        return rule
    days = tuple(WeekdayOf(day.weekday, n) for day in rule.by_day for n in range(1, 6) if n != nth)
    return rule._replace(frequency=Frequency.MONTHLY, by_day=days)


def _another_month(item: Item, standing: Sequence[Draft], context: Context) -> None:
    """Take the month of "Riêng tháng 02, tiêm chủng mở rộng thực hiện vào ngày 05" out of the standing thing named."""
    told = _OF_ONE_MONTH.search(item.text) if "iêng" in item.text or "IÊNG" in item.text else None
    readings = understood(item.text[told.start() :], context).readings if told else []
    days = [span for r in readings if isinstance(r.when, (Day, Days, Span)) and (span := extent(r.when))]
    if told is None or not days:
        return
    month = month_span(days[0].first.year, days[0].first.month)
    for draft in standing:
        if isinstance(draft.when, Repeat) and fold(told["what"]).strip() in fold(draft.title):
            draft.when = _without(draft.when, _days_in(draft.when, month))


def leave_out(drafts: Sequence[Draft], items: Iterable[Item], context: Context) -> None:
    """Take the days of "Nghỉ 01 buổi, thứ Năm 13/8" out of the standing thing that has them."""
    standing = [draft for draft in drafts if isinstance(draft.when, Repeat)]
    for item in items:
        _another_month(item, standing, context)
        told = _LEFT_OUT.match(fold(item.text))
        if told is None:
            continue
        for reading in understood(item.text, context).readings:
            for draft in standing if isinstance(reading.when, Day) else ():
                named = told["what"] is None or told["what"] in fold(draft.title)
                if named and isinstance(reading.when, Day) and isinstance(draft.when, Repeat):
                    day = reading.when.day
                    draft.when = _without(draft.when, _days_in(draft.when, DaySpan(day, day)))


def _days_in(when: Repeat, span: DaySpan) -> list[date]:
    return list(days_between(when.recurrence._replace(roll=None), span))


def _without(when: Repeat, days: Sequence[date]) -> Repeat:
    left_out = tuple(sorted({*when.recurrence.left_out, *days}))
    return when._replace(recurrence=when.recurrence._replace(left_out=left_out))
