"""A day and the hour or the half of it in one cell: "Thứ 2 S 8h00", "Sáng thứ Hai 06/8, 8h00", "T3 (07/8) S+C".

The day holds for the rows below, which may tell but an hour ("C 14h00"); its own hour and half do not.
"""

import re

from calendars.layouts.timelabels import (
    is_day_label,
    is_part_label,
    is_time_label,
    names_a_day,
    tells_an_hour,
)

_CLOCK = r"\d{1,2}\s*(?:h|g|giờ|:(?=\d\d))\s*(?:\d{2})?(?!\d)"
_PART = r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối|cả ngày|(?<![^\W\d_])[SC](?:\s*[+,&-]\s*[SC])?(?![^\W\d_]))"
_WITHIN = rf"(?:{_PART}|{_CLOCK}(?:\s*(?:[-–]|đến)\s*{_CLOCK})?)"
_BEHIND = re.compile(
    rf"(?<=[^\s,;:(–-])[\s,;:(–-]+(?P<within>{_WITHIN}(?:[\s,;:(–-]+{_WITHIN})?)[\s).:]*$", re.IGNORECASE
)
_BEFORE = re.compile(rf"(?P<within>{_WITHIN})[\s,;:–-]+(?:ngày\s+)?", re.IGNORECASE)
_MORE = re.compile(rf"{_WITHIN}|\b(?:từ|đến|và)\b", re.IGNORECASE)


def day_and_hour(text: str) -> tuple[str, str]:
    """(the day that a cell tells, the half and hour of it); the second empty where the cell tells no more."""
    if not is_day_label(text):
        return text, ""
    day, within = text.strip(), ""
    if (found := _BEHIND.search(day)) is not None:
        day, within = day[: found.start()].strip(" ,;:(–-"), found["within"]
    if (before := _BEFORE.match(day)) is not None:
        day, within = day[before.end() :], f"{before['within']} {within}".strip()
    return (text, "") if not is_day_label(day) or _MORE.search(day) else (day, within)


def tells_only_hour(text: str) -> bool:
    """Whether a cell tells an hour or a half of a day and leaves the day to the rows above."""
    return is_time_label(text) and not names_a_day(text) and (tells_an_hour(text) or is_part_label(text))
