"""Whether a time told in words is meant, and not the one of the column, the heading or the sentence beside it.

What is hard: the words of an item also name days that it is about, days by which it is due and weeks that it is of.
"""

import re
from collections.abc import Sequence

from calendars.grammar.rule import Reading
from calendars.layouts.words import fold
from calendars.when import Day, Span, When, Window, extent

_A_WEEK = 7
_NEAR = 40  # letters before a time in which its week may be named
_WEEK = re.compile(r"\btuan(?:\s+(?:sau|nay|toi|thu|\d{1,2}|tiep theo))*(?=$|\s*\()")
_BY = ("truoc", "cham nhat", "muon nhat", "khong muon", "xong truoc", "hoan thanh truoc", "han ")
_BY_THEN = (*_BY, "den het")  # "Đăng ký nghỉ mát hè đến hết ngày 15/4"
_LIMIT = re.compile(r"\W*han (?:chot|cuoi|nop|gui|dang ky|bao cao|nhan|hoan thanh)\b[^:;.]*:\Z")
_REMARK = re.compile(
    r"\b(?!du kien\b|ngay\b|thu\b|sang\b|chieu\b|toi\b|tu\b|luc\b|vao\b|chu nhat\b)[a-z]{2,}"
)
_HANDED_IN = re.compile(r"[\W\d]*(?:dang ky|gui|nop|bao cao|hoan thanh)\b")
_HANDED_ON = re.compile(r"[,:;] (?:\w+ ){0,6}(?:gui|nop|trinh|bao cao)\b[^,;:]*$")
_ONLY_A_REMARK = re.compile(r"\)?\s*(?:\([^()]{0,80}\))?[\s.;]*")
_LONGEST_HEAD = 40  # letters


def outranks(reading: Reading, label: When, text: str) -> bool:
    """Whether a day in the text is meant rather than the one of its label: it includes that day, or opens the text.

    So is one with its weekday that ends a heading of its own ("Trực lãnh đạo CN 22/3: BS. Kỳ" below "Thứ Bảy, 21/3").
    """
    if isinstance(reading.when, Window):
        return False
    if narrows(label, reading.when) or narrows(reading.when, label) or begins(reading, text):
        return True
    if isinstance(reading.when, Span) and isinstance(label, Span) and _goes_beyond(reading.when, label):
        return True
    if isinstance(reading.when, Span) and _is_all_behind_colon(reading, text):
        return True  # "Nghỉ Tết: từ 14/02 đến hết 22/02", the last line of the last day
    named = any("weekday" in rule or "sunday" in rule for rule in reading.rules)
    heads = named and text[reading.at[1] :].lstrip(" )").startswith(":")
    return heads and reading.at[0] < _LONGEST_HEAD and ":" not in text[: reading.at[0]]


def _goes_beyond(days: Span, label: Span) -> bool:
    """Whether days begin in a stretch and end behind it ("20-23/11" in the row of the week to 22/11)."""
    if days.last is None or label.last is None or days.last.toordinal() - days.first.toordinal() > _A_WEEK:
        return False
    return label.first <= days.first <= label.last < days.last


def _is_all_behind_colon(reading: Reading, text: str) -> bool:
    """Whether a time is all that stands behind a colon, but for a remark in brackets."""
    before, behind = text[: reading.at[0]].rstrip(" ("), text[reading.at[1] :]
    return before.endswith(":") and _ONLY_A_REMARK.fullmatch(behind) is not None


def narrows(inner: When, outer: When) -> bool:
    """Whether the days of the one lie within those of the other."""
    a, b = extent(inner), extent(outer)
    return a is not None and b is not None and b.first <= a.first and a.last <= b.last


def opens(reading: Reading, label: When, text: str) -> bool:
    """Whether a reading tells the hour at which the days of a label begin ("khai mạc 9h00 ngày 11/12")."""
    return (
        isinstance(label, Span)
        and isinstance(reading.when, Day)
        and reading.when.day == label.first
        and reading.when.hours.start is not None
        and not begins(reading, text)
        and not reading.deadline
    )


def begins(reading: Reading, text: str) -> bool:
    """Whether a reading opens its text, so that it cannot be a remark."""
    return not text[: reading.at[0]].strip(" -+*•(") and not isinstance(reading.when, Window)


def is_due_by(reading: Reading, text: str) -> bool:
    """Whether a reading tells, not in a bracket, by when something is due ("... trước ngày 01/7")."""
    if is_limit(reading, text):
        return True
    told = fold(text[slice(*reading.at)])
    handed_in = _HANDED_IN.match(fold(text)) is not None
    remarked = in_bracket(text, reading) and not (told.startswith("han ") and handed_in)
    by = _BY_THEN if handed_in else _BY
    return reading.deadline and told.startswith(by) and not remarked


def is_limit(reading: Reading, text: str) -> bool:
    """Whether a day stands behind the label of a last day ("Hạn nộp hồ sơ: 25/5/2026")."""
    before = text[: reading.at[0]].rstrip()
    return before.endswith(":") and _LIMIT.match(fold(before)) is not None


def is_handed_in(text: str, readings: Sequence[Reading]) -> bool:
    """Whether a text begins with what is handed in, or a last day stands behind such a verb ("trình trước ...")."""
    if _HANDED_IN.match(fold(text)):
        return True
    due = next((reading for reading in readings if reading.deadline), None)
    return due is not None and _HANDED_ON.search(fold(text[: due.at[0]])) is not None


def in_bracket(text: str, reading: Reading) -> bool:
    """Whether a reading stands in a round bracket that is still open before it."""
    before = text[: reading.at[0]]
    return before.rfind("(") > before.rfind(")")


def is_remark(text: str, reading: Reading) -> bool:
    """Whether words stand before a day in its bracket ("(đợt lũ ngày 15/9 toàn xã di dời 42 hộ)")."""
    before = text[: reading.at[0]]
    return len(_REMARK.findall(fold(before[before.rfind("(") + 1 :]))) > 1


def names_a_week(reading: Reading, text: str) -> bool:
    """Whether the days only say which week is meant ("Tuần sau (19-24/9): ... thứ Ba 20/9")."""
    if not isinstance(reading.when, Span):
        return False
    start = reading.at[0]
    told = fold(text[slice(*reading.at)])
    before = fold(text[max(0, start - _NEAR) : start]).rstrip(" (")
    return _WEEK.match(told) is not None or _WEEK.search(before[-20:]) is not None
