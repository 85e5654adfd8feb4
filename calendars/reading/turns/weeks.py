"""Weeks of a month that are told each with its day: "thứ 5 tuần 2 và thứ 5 tuần 4 của tháng"."""

import re

from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)"
_WEEK = r"(?:của )?tuần (?:thứ )?(?:\d|nhất|hai|ba|tư|đầu|cuối|i{1,3}|iv)\b(?! /)"


def _once(found: re.Match[str], _period: DaySpan | None) -> str:
    weeks = re.findall(_WEEK, found["others"], re.IGNORECASE)
    return f"{found['day']} {found['first']}{''.join(f', {week}' for week in weeks[:-1])} và {weeks[-1]}"


WEEKS = (
    Turn(
        name="day-of-each-week",
        says=("tuần ",),
        pattern=re.compile(
            rf"\b(?P<day>{_WEEKDAY}) (?P<first>{_WEEK})"
            rf"(?P<others>(?:(?:\s*[,&]\s*|\s+và\s+)(?:chiều |sáng )?(?P=day) {_WEEK}){{1,4}})",
            re.IGNORECASE,
        ),
        plainly=_once,
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
