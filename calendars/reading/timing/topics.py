"""A period that belongs to a name: "Tổng kết 6 tháng đầu năm 2027 sáng 15/7/2027" is held on a day, about half a year.

Where a period and a day stand together the grammar reads one time, since "quý I năm 2027, ngày 10/2" needs the year.
What is hard is to tell which is meant: the period is taken for a topic only where it follows the name at once and the
rest says the same time without it.
"""

import re
from collections.abc import Sequence

from calendars.grammar.rule import Context, Reading
from calendars.reading.timing.understanding import understood

_PERIOD = re.compile(
    r"(?:(?:\d{1,2}|một|hai|ba|sáu|chín) tháng (?:đầu|cuối) năm(?: \d{4})?|nửa (?:đầu|cuối) năm(?: \d{4})?"
    r"|quý (?:[1-4]|i{1,3}|iv)\b(?:\s*(?:/|năm)\s*\d{4})?|năm(?: học)? \d{4}(?:\s*[-–]\s*\d{4})?)(?!\s*[-–/]?\s*\d)",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    r"(?<![^\W_])(?!(?:trong|từ|vào|đến|tới|hết|khoảng|dự kiến|ngày|tháng|tuần|đầu|giữa|cuối|trước|sau|là|sang)\s)"
    r"[^\W\d_]+ $",
    re.IGNORECASE,
)


def without_topics(text: str, readings: Sequence[Reading], context: Context) -> list[Reading]:
    """The readings, each beginning behind the period that is what its item is about."""
    return [_behind_topic(text, reading, context) for reading in readings]


def _behind_topic(text: str, reading: Reading, context: Context) -> Reading:
    begin, end = reading.at
    period = _PERIOD.match(text, begin, end)
    if period is None or not _NAME_BEFORE.search(text[:begin]):
        return reading
    rest = text[period.end() : end]
    alone = understood(rest, context).readings
    if len(alone) != 1 or alone[0].when != reading.when:
        return reading
    return reading._replace(at=(period.end() + alone[0].at[0], end))
