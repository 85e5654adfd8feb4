"""Weeks of a month that are told each with its day: "thứ 5 tuần 2 và thứ 5 tuần 4 của tháng"."""

import re

from calendars.reading.as_written import WEEKDAY
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_WEEK = r"(?:của )?tuần (?:thứ )?(?:\d|nhất|hai|ba|tư|đầu|cuối|i{1,3}|iv)\b(?! /)"


_A_MONTH = 31  # days


def _once(found: re.Match[str], _period: DaySpan | None) -> str:
    weeks = re.findall(_WEEK, found["others"], re.IGNORECASE)
    return f"{found['day']} {found['first']}{''.join(f', {week}' for week in weeks[:-1])} và {weeks[-1]}"


_NUMBERS = (  # "(tuần 1, tuần 3)", of the weeks of a month
    r"\(\s*(?:là\s+|gồm\s+)?(?:các\s+)?(?:tuần\s+)?(?:thứ\s+)?"
    r"(?P<{0}>[1-5](?:\s*(?:,|và|&)\s*(?:tuần\s+)?(?:thứ\s+)?[1-5]){{0,4}})\s*\)"
)


def _of_each_month(found: re.Match[str], _period: DaySpan | None) -> str:
    """The weeks of each month by their numbers: those that a bracket names, else the odd or the even ones of four."""
    named = re.findall(r"\d", found["named"] or found["behind"] or found["alone"] or "")
    weeks = named or (["1", "3"] if found["which"].lower() == "lẻ" else ["2", "4"])
    return ", ".join(f"tuần {week}" for week in weeks) + " hằng tháng"


_SHORT_DAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def _day_of_the_week(found: re.Match[str], period: DaySpan | None) -> str:
    """The day of the programme that has both the weekday and the number; the words as they are where none has."""
    weekday = _SHORT_DAYS.index(found["name"].upper())
    days = (day for day in (period or ()) if day.weekday() == weekday and day.day == int(found["day"]))
    return next((f"{_NAMES[weekday]}, {day:%d/%m}" for day in days), found[0])


WEEKS = (
    Turn(
        name="weekday-and-number-of-a-day",
        says=tuple(f"{name}/".lower() for name in _SHORT_DAYS),
        pattern=re.compile(r"\b(?P<name>T[2-7]|CN)/(?P<day>\d{1,2})(?![\d/])", re.IGNORECASE),
        plainly=_day_of_the_week,
        within=lambda period: period is not None and len(period) <= _A_MONTH,
        examples=(
            ("Hoãn họp giao ban 9h00 T6/06", "Hoãn họp giao ban 9h00 thứ Sáu, 06/11"),
            ("Nhóm T3/06", "Nhóm T3/06"),
        ),
    ),
    Turn(
        name="odd-weeks-of-a-month",
        says=("tuần lẻ", "tuần chẵn"),
        pattern=re.compile(
            r"(?:(?:các|những|vào)\s+)*tuần\s+(?P<which>lẻ|chẵn)\s*"
            rf"(?:(?:{_NUMBERS.format('named')}\s*)?(?:trong|của|hằng|hàng|mỗi)\s+tháng\b(?!\s*\d)"
            rf"(?:\s*{_NUMBERS.format('behind')})?|{_NUMBERS.format('alone')})",
            re.IGNORECASE,
        ),
        plainly=_of_each_month,
        examples=(
            (
                "chiều thứ Tư các tuần lẻ trong tháng (tuần 1, tuần 3).",
                "chiều thứ Tư tuần 1, tuần 3 hằng tháng.",
            ),
            ("thứ Tư các tuần chẵn (2, 4) trong tháng", "thứ Tư tuần 2, tuần 4 hằng tháng"),
            ("thứ Tư tuần lẻ hằng tháng", "thứ Tư tuần 1, tuần 3 hằng tháng"),
            ("thứ Tư các tuần lẻ (1 và 3)", "thứ Tư tuần 1, tuần 3 hằng tháng"),
            ("thứ Tư các tuần lẻ", "thứ Tư các tuần lẻ"),
        ),
    ),
    Turn(
        name="day-of-each-week",
        says=("tuần ",),
        pattern=re.compile(
            rf"\b(?P<day>{WEEKDAY}) (?P<first>{_WEEK})"
            rf"(?P<others>(?:(?:\s*[,&]\s*|\s+và\s+)(?:chiều |sáng )?(?P=day) {_WEEK}){{1,4}})",
            re.IGNORECASE,
        ),
        plainly=_once,
        holds=lambda text, _: text.lower().count("tuần ") > 1,
        examples=(
            (
                "Sinh hoạt tổ: thứ 5 tuần 2 và thứ 5 tuần 4 của tháng, 16g30",
                "Sinh hoạt tổ: thứ 5 tuần 2 và tuần 4 của tháng, 16g30",
            ),
            (
                "Họp: T2 tuần 1, T2 tuần 2, T2 tuần 3",
                "Họp: T2 tuần 1, tuần 2 và tuần 3",
            ),
            ("Họp: thứ 5 tuần 2 và thứ 6 tuần 4", "Họp: thứ 5 tuần 2 và thứ 6 tuần 4"),
        ),
    ),
)
