"""The old time that an entry itself remembers: "(dời từ tháng 11 sang)", "(thay cho ngày 20/11)".

A programme that moves something says so beside the item, not in an entry of its own. What is hard is that a remark
names no year: the old time is the last such month or day that is not after the new one.
"""

import re
from datetime import date, timedelta

from calendars.events import reach
from calendars.grammar.spelling import fold
from calendars.programme import Entry
from calendars.times import DaySpan, month_span

_REMARK = re.compile(
    r"\b(?:doi|chuyen|lui|hoan|dich|day|dieu chinh)\b(?: (?:lai|lich|ngay|thoi gian))*(?: tu|,? (?:da )?du kien)\b"
    r"(?P<told>[^().;]{0,40})"
    r"|\bthay (?:cho|vi)(?= (?:ngay|thang) \d)(?P<instead>[^().;]{0,40})"
)
_DAY = re.compile(r"\b(\d{1,2})\s*[/-]\s*(\d{1,2})(?:\s*[/-]\s*(\d{4}))?\b")
_MONTH = re.compile(r"\bthang (\d{1,2})(?:(?:/| nam )(\d{4}))?\b")


def moved_from(entry: Entry) -> DaySpan | None:
    """The day or the month from which an entry says that it was moved; None where it says nothing of it."""
    now = reach(entry.when)
    if now is None:
        return None
    for text in (entry.title, entry.note or "", *(passage.text for passage in entry.evidence)):
        found = _REMARK.search(" ".join(fold(text).split()))
        told = (found["told"] or found["instead"]) if found else None
        if told and (span := _span(told, now.first)) is not None:
            return span
    return None


def _span(told: str, before: date) -> DaySpan | None:
    if found := _DAY.search(told):
        day, month, year = found.groups()
        return _last_such(int(day), int(month), year, before)
    if found := _MONTH.search(told):
        month, year = found.groups()
        first = _last_such(1, int(month), year, before)
        return month_span(first.first.year, first.first.month) if first else None
    return None


def _last_such(day: int, month: int, year: str | None, before: date) -> DaySpan | None:
    """The day of that year, or the last of its kind that is not after another by more than a month."""
    for candidate in (int(year),) if year else (before.year + 1, before.year, before.year - 1):
        try:
            found = date(candidate, month, day)
        except ValueError:
            return None
        if year or found <= before + timedelta(days=31):
            return DaySpan(found, found)
    return None
