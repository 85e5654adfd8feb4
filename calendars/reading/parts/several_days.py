"""Several single days of one item: "(lần 1: 02/8; lần 2: 16/8)", "ngày 08/8 (Khu phố 3) và ngày 13/8 (Khu phố 7)".

What is hard is to tell them from a day with its remarks: each day must have its number before it or its own bracket
behind it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from calendars.grammar.rule import Reading
from calendars.layouts.words import fold
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, Window, with_hours

LEVEL = r"cap\s+(?:khoa|truong|xa|phuong|huyen|thanh pho|tinh|co so|to|phong|bo mon|thon|chi bo|chi doan|cum)"
"""At which level a thing is held that each level holds for itself, folded."""

_NUMBERED = re.compile(
    r"\b(?:(?:lan|lop|dot|buoi|ky|phien|ca|khoa|nhom|vong|cum|bang|khoi)\s+(?:thu\s+)?(?:\d{1,2}|[ivx]+|nhat|nhi|mot"
    r"|hai|ba)(?:(?:\s*,|\s+va)\s+\d{1,2})*"
    rf"|{LEVEL}(?:,?\s+(?:khoa|phong|to))*(?:\s+(?:to chuc|hoan thanh|xong))*"
    r"|(?:toa|block|day|to|doi|bang|thon|ap|khu pho)\s+[a-z0-9]{1,3}"
    r"|(?:vong\s+)?(?:so khao|chung khao|so loai|ban ket|chung ket)(?:\s+[^\W\d]+){0,4}?"
    r"|vong loai)\s*[:,\-–]?\s*(?:vao\s+)?(?:ngay\s+)?$"
)
# Between the days of "tại xã A (ngày 12/6) và xã B (ngày 13/6)".
_EACH_IN_BRACKETS = re.compile(r"\s*\)\s*(?:,|;|và|,\s*và)\s*[^().;]{2,50}\(\s*")
_JOINED = re.compile(r"\)\s*(?:,|;|và|&|,\s*và)\s*")  # "Thứ Bảy (12/4), Chủ nhật (13/4): ..."
_HALVES = 2
_HALF_BEHIND = re.compile(r"\d\s*\((?:buổi\s+)?(?:sáng|chiều|tối|trưa|cả ngày)\s*\)?$", re.IGNORECASE)
_OF_A_GROUP = re.compile(
    r"[(;]\s*(?:cac\s+)?(?:lop|khoi|nhom|ca|cum|to|dot|thon|ban|doan|chi bo|chi hoi)\s[^();:]{1,30}:"
    r"\s*(?:luc\s+|tu\s+)?$"
)
_SHIFT = re.compile(
    r"\b(?:ca|lop|khoi|nhom|dot|luot|suat|buoi|doan|to) (?:thu )?(?:\d{1,2}|[a-z]|[ivx]+|nhat|hai)"
    r"\s*[:(,]?\s*(?:luc |tu |vao )?$"
)
_NEXT_HOUR = re.compile(r"\s*(?:,|;|và|,\s*và)\s*", re.IGNORECASE)
_IN_ITS_BRACKET = re.compile(r"\((?:buổi\s+)?$", re.IGNORECASE)
_OWN_BRACKET = re.compile(
    r"\s*(?:\)|\([^()]*\)|(?:đối với|dành cho)\s[^();]{2,60})\s*[,;]?\s*"
    r"(?:và\s+)?(?:(?:tiết|lớp|ca|buổi|khối|tổ|nhóm)\s+[\w-]+\s*[:,]?\s*(?:vào\s+)?)?"
)


def with_days_joined(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings with weekdays that follow each other with their dates in brackets as one of several days."""
    kept: list[Reading] = []
    for reading in readings:
        above = kept[-1] if kept else None
        if above is not None and (together := _with_half_of_all(text, above, reading)):
            kept[-1] = together
        elif (
            above is not None
            and isinstance(reading.when, Day)
            and isinstance(above.when, (Day, Days))
            and not (reading.deadline or above.deadline or above.when.hours)
            and reading.status is above.status
            and _JOINED.fullmatch(text[above.at[1] : reading.at[0]])
        ):
            before = above.when.days if isinstance(above.when, Days) else (above.when.day,)
            both = Days(tuple(sorted({*before, reading.when.day})), reading.when.hours)
            issues = (*above.issues, *reading.issues)
            kept[-1] = above._replace(at=(above.at[0], reading.at[1]), when=both, issues=issues)
        else:
            kept.append(reading)
    return kept


def _with_half_of_all(text: str, above: Reading, last: Reading) -> Reading | None:
    """Days of one list whose half of the day stands in a bracket behind the last, "12, 14, 19/3 (chiều)", as one."""
    days, day = above.when, last.when
    if above.at != last.at or not isinstance(days, (Day, Days)) or not isinstance(day, Day) or days.hours:
        return None
    if day.hours.part is None or day.hours.start or not _HALF_BEHIND.search(text[slice(*last.at)]):
        return None
    before = days.days if isinstance(days, Days) else (days.day,)
    return above._replace(when=Days(tuple(sorted({*before, day.day})), day.hours))


def halves_apart(text: str, readings: Sequence[Reading]) -> list[list[Reading]]:
    """The readings for each of "... tại xã A (sáng), xã B (chiều)": its half of the day with all others; else []."""
    halves = [
        r for r in readings if isinstance(r.when, Undated) and r.when.hours.part and not r.when.hours.start
    ]
    if len(halves) != _HALVES or halves[0].when.hours.part is halves[1].when.hours.part:
        return []
    if not all(_IN_ITS_BRACKET.search(text[: r.at[0]]) and text[r.at[1] :].startswith(")") for r in halves):
        return []
    others = [reading for reading in readings if reading not in halves]
    return [[*others, half] for half in halves] if not any(r.when.hours for r in others) else []


def hours_apart(text: str, readings: Sequence[Reading], *, labelled: bool = False) -> list[list[Reading]]:
    """The readings for each of "13/9 (lớp 1, 2: 8h00; lớp 3, 4, 5: 14h00)" or "Thánh lễ: 5h00; 7h00 và 17h00".

    Each hour stands with all other readings; [] for any other text. labelled: whether a label tells the day.
    """
    hours = [r for r in readings if isinstance(r.when, Undated) and r.when.hours.start is not None]
    if shifts := _shifts_apart(text, readings):
        return shifts
    if len(hours) < _HALVES or len({r.when.hours.start for r in hours}) < len(hours):
        return []
    joined = text[hours[-2].at[1] : hours[-1].at[0]].strip(" ,") == "và"
    listed = (len(hours) > _HALVES or joined) and all(
        _NEXT_HOUR.fullmatch(text[a.at[1] : b.at[0]]) and not (a.deadline or b.deadline)
        for a, b in pairwise(hours)
    )
    if not listed and not all(_OF_A_GROUP.search(fold(text[: r.at[0]])) for r in hours):
        return []
    others = [reading for reading in readings if reading not in hours]
    return (
        [[*others, hour] for hour in hours]
        if (others or listed or labelled) and not any(r.when.hours for r in others)
        else []
    )


def _shifts_apart(text: str, readings: Sequence[Reading]) -> list[list[Reading]]:
    """The readings for each of "ca 1 lúc 8h00, ca 2 lúc 14h00 ngày 20/9": its hour, all on the day of the last."""
    earlier, last = readings[:-1], readings[-1:]
    day = last[0].when if earlier and not last[0].deadline else None
    if not isinstance(day, Day):
        return []
    if not all(isinstance(r.when, Undated) and r.when.hours.start for r in earlier) or not day.hours.start:
        return []
    if not all(_SHIFT.search(fold(text[: r.at[0]])) for r in readings):
        return []
    return [[r._replace(when=Day(day.day, r.when.hours))] for r in readings]


def _is_behind(reading: Reading, days: Sequence[Reading]) -> bool:
    """Whether a reading tells, behind all the days, the hours of each ("tòa A 12/8, tòa B 13/8 (9h - 16h)")."""
    if not isinstance(reading.when, Undated) or reading.when.hours.start is None:
        return False
    return reading.at[0] >= days[-1].at[1] and not any(day.when.hours for day in days)


def _hours_of_all(text: str, days: Sequence[Reading]) -> Hours:
    """The hours that stand only in a bracket behind the last of numbered days ("... tòa B ngày 13/8 (9h - 16h)")."""
    *earlier, last = days
    bracketed = re.search(r"\(\s*(?:từ\s+|lúc\s+)?\d{1,2}\s*(?:h|g|giờ|:)", text[slice(*last.at)]) is not None
    return last.when.hours if bracketed and not any(day.when.hours for day in earlier) else Hours()


def days_apart(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """A reading for each of the days, with the hours of the one before where it has none; [] for any other text."""
    told = [r for r in readings if isinstance(r.when, (Day, Span, Window))]
    if not any(isinstance(r.when, (Day, Span)) for r in told):
        return []
    numbered = len(told) > 1 and all(_NUMBERED.search(fold(text[: r.at[0]])) for r in told)
    told = told if numbered else [r for r in told if not (r.deadline or isinstance(r.when, Window))]
    each = all(_EACH_IN_BRACKETS.fullmatch(text[a.at[1] : b.at[0]]) for a, b in pairwise(told))
    days = told if numbered or each else [reading for reading in told if isinstance(reading.when, Day)]
    if len(days) < 2 or len({reading.when for reading in days}) < len(days):
        return []
    inside = all(_EACH_IN_BRACKETS.fullmatch(text[a.at[1] : b.at[0]]) for a, b in pairwise(days))
    bracketed = inside or all(
        a.at == b.at or _OWN_BRACKET.fullmatch(text[a.at[1] : b.at[0]]) for a, b in pairwise(days)
    )
    timed = all(day.when.hours.start for day in days) and all(
        _NEXT_HOUR.fullmatch(text[a.at[1] : b.at[0]]) for a, b in pairwise(days)
    )
    if not (numbered or bracketed or timed):
        return []
    hours = next((r.when.hours for r in readings if _is_behind(r, days)), _hours_of_all(text, days))
    found: list[Reading] = []
    for reading in days:
        hours = reading.when.hours or hours
        found.append(reading._replace(when=with_hours(reading.when, hours)))
    return found


def weeks_apart(readings: Sequence[Reading]) -> list[Reading]:
    """The readings of "Tuần 2, tuần 4", which one phrase tells: one for each week; [] for any other."""
    told = [r for r in readings if isinstance(r.when, Window)]
    if len(told) < _HALVES or len(told) < len(readings) or len({r.at for r in told}) > 1:
        return []
    return told


def months_apart(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of "tháng 5 và tháng 11", "quý II, quý IV" or "đợt 1: tháng 3, đợt 2: tháng 9"; [] for any other."""
    told = [r for r in readings if isinstance(r.when, Window)]
    windows = [r.when for r in readings if isinstance(r.when, Window)]
    if len(told) < _HALVES or len(told) < len(readings) or any(r.deadline or r.when.hours for r in told):
        return []
    if any(a.last >= b.first for a, b in pairwise(windows)):
        return []
    listed = all(_NEXT_HOUR.fullmatch(text[a.at[1] : b.at[0]]) for a, b in pairwise(told))
    return told if listed or all(_NUMBERED.search(fold(text[: r.at[0]])) for r in told) else []


def repeats_apart(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of "chiều thứ 3, thứ 5 và cả ngày Chủ nhật hàng tuần", each a rule of its own; [] for any other."""
    told = [r for r in readings if isinstance(r.when, Repeat) and not r.deadline]
    if len(told) < _HALVES or len(told) < len(readings) or not all(r.when.hours for r in told):
        return []
    joined = all(_NEXT_HOUR.fullmatch(text[a.at[1] : b.at[0]]) for a, b in pairwise(told))
    return told if joined else []
