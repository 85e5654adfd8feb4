"""From when to when a standing rule holds, and which papers are such rules though no title says so.

Sentences of validity differ ("có hiệu lực từ ngày", "áp dụng từ ... đến hết", "Quy chế này quy định ... từ ngày ... đến
ngày"); where none stands in the text, a rule holds from its signature, or from that of the decision that it came with.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from calendars.layouts.words import fold
from calendars.reading.framing.full_dates import LONG_DATE, day_of
from calendars.times import DaySpan, month_span

_WEEKDAY_BEFORE = r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chua? nhat)[\s,(]{0,3})?"
_FROM = r"(?:thi hanh\s*)?(?:cho\s*)?(?:ke\s*)?tu\s*"
_THIS_PAPER = r"\b(?:quy che|quy dinh|quy uoc|huong uoc|noi quy|lich|che do|thong bao|ke hoach) nay\b"
# "áp dụng trong năm 2019, kể từ ngày 15/01/2019"
_IN_YEAR = r"(?:trong|cho)\s+(?:ca\s+)?nam\s+(?P<in_year>\d{4})\b"
_HOLDS = (
    rf"(?:(?:co )?hieu luc|co gia tri|ap dung|thuc hien(?: {_THIS_PAPER})?|(?:^|\()bat dau|(?:^|lich )(?:su )?dung)"
    r"\s*:?\s*"
    rf"(?:{_IN_YEAR}\s*[,(]?\s*(?:bat dau\s*)?)?"
)
_YEAR_BEHIND = r"(?:\s*(?:[/.-]|nam)\s*(?P<from_year>\d{4})\b)"
_DAY = rf"{_WEEKDAY_BEFORE}(?:ngay\s*)?(?P<from_day>\d{{1,2}})[/.-](?P<from_month>\d{{1,2}})"
_DAY_OR_MONTH = rf"(?:{_DAY}|thang\s*(?P<in_month>\d{{1,2}}))"
_LATER = r"\)?[\s,;]*(?:cho )?(?:den|ket thuc|-|–)\s*(?:cuoi\s*|het\s*)?"
# "đến hết ngày 31/5/2023", "đến hết tháng 6/2018", "đến hết tháng 6", "đến hết năm 2018", "đến hết năm"
_UNTIL = (
    rf"{_LATER}(?:{_WEEKDAY_BEFORE}(?:ngay\s*)?(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-](?P<year>\d{{4}})"
    r"|thang (?P<last>\d{1,2})(?:\s*(?:[/.-]|nam)\s*(?P<of>\d{4}))?(?![\s/]*\d)"
    r"|nam(?: (?P<whole>\d{4})| nay)?(?![\s/]*\d| hoc| sau))"
)
_EFFECT = re.compile(rf"{_HOLDS}{_FROM}{_DAY}{_YEAR_BEHIND}")
_EFFECT_TO = re.compile(rf"{_HOLDS}{_FROM}{_DAY_OR_MONTH}{_YEAR_BEHIND}?{_UNTIL}")
# "Quy chế này quy định chế độ họp của UBND phường từ ngày 01/8/2025 đến ngày 31/12/2025."
_OF_THIS_PAPER = re.compile(rf"{_THIS_PAPER}[^.;\d]{{0,120}}?\btu\s*{_DAY_OR_MONTH}{_YEAR_BEHIND}?{_UNTIL}")
# "Từ ngày 15/3/2021 Công ty thực hiện lịch họp sau", "quy định lịch trực từ ngày 01/01 đến ngày 30/4/2025 như sau"
_SO_FROM = re.compile(
    rf"\btu\s*{_DAY}{_YEAR_BEHIND}?(?:{_UNTIL})?\s*,?\s+(?:[^.;:\d]{{0,60}}?\b(?:thuc hien|ap dung|to chuc"
    rf"|duy tri|thong nhat)"
    r"\s[^.;:\d]{0,60}?\b(?:lich|che do|quy dinh|gio|thoi gian|noi quy)\b[^.;:\d]{0,60}?)?(?:nhu sau|sau(?: "
    r"day)?\b)"
)
_ALL_YEAR = re.compile(
    rf"{_THIS_PAPER}[^.;\d]{{0,80}}?\b(?:ap dung|thuc hien|co hieu luc|co gia tri)\s+{_IN_YEAR}"
)
_SIGNED = re.compile(rf"{_HOLDS}{_FROM}ngay (?:ky|ban hanh)\b")
# "... có hiệu lực từ ngày 01/4/2019, thay Quy chế số 05/QC-UBND, thực hiện đến hết ngày 31/12/2019"
_ENDS = re.compile(
    r"\b(?:(?:co )?hieu luc(?: thi hanh)?|co gia tri|ap dung|thuc hien|duy tri|su dung|tu ngay (?:ky|ban hanh)"
    rf"|[,;](?: va)?(?= ket thuc)){_UNTIL}"
)
_MONTH = re.compile(rf"{_HOLDS}{_FROM}thang\s*(?P<in_month>\d{{1,2}}){_YEAR_BEHIND}")
_CAME_WITH = re.compile(
    r"\(\s*(?:(?:duoc )?ban hanh (?:kem )?|kem )theo [^()\d]{0,40}so\b[^()]*?"
    r"\bngay\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*[^()\d]*\)"
)
_AGAIN_AND_AGAIN = re.compile(
    r"\b(?:hang|moi) (?:ngay|tuan|thang|quy)\b|\b(?:tuan|thang|quy) (?:mot|0?1) lan\b|\blan/(?:tuan|thang|quy)\b"
)
_ON_A_DAY = re.compile(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}(?![\d.-])|\bngay \d{1,2} thang \d")
_WEEKDAY = re.compile(r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chua? nhat|cac ngay trong tuan)\b")
_ENOUGH = 3  # lines that say how often


class Validity(NamedTuple):
    """first and last: the days from and to which a sentence says that a rule holds; came: of the paper it came with."""

    first: date | None = None
    last: date | None = None
    came: date | None = None


def in_force(lines: Iterable[str], issued: date | None = None) -> Validity:
    """When a standing rule holds by the sentences of its head and body; issued: the day of its signature.

    Source: reference sections B.5 (bounded) and C.2 (validity).
    """
    first, last, came = None, None, None
    signed = False
    for line in lines:
        folded = LONG_DATE.sub(r"\1/\2/\3", fold(line))
        if last is None and (
            found := _EFFECT_TO.search(folded) or _OF_THIS_PAPER.search(folded) or _until_then(folded)
        ):
            last = _end_told(found)
            first = first or _beginning_told(found, last)
        if (
            last is None
            and (found := _EFFECT.search(folded) or _ALL_YEAR.search(folded))
            and found["in_year"]
        ):
            last = date(int(found["in_year"]), 12, 31)
        if last is None and (found := _SIGNED.search(folded) or _EFFECT.search(folded)):
            last = _end_after(folded[found.start() :])
        if first is not None:
            continue
        if _SIGNED.search(folded):
            first, signed = issued, True
        elif found := _EFFECT.search(folded) or _MONTH.search(folded) or _from_then(folded):
            first = _beginning_told(found)
        elif found := _ALL_YEAR.search(folded):
            first = date(int(found["in_year"]), 1, 1)
        elif came is None and (found := _CAME_WITH.search(folded)):
            came = day_of(int(found[3]), int(found[2]), int(found[1]))
    return Validity(first or (came if signed else None), last, came)


def _from_then(folded: str) -> re.Match[str] | None:
    """What leads from a first day to all that follows ("... từ ngày 15/3/2021 thực hiện lịch họp sau")."""
    found = _SO_FROM.search(folded)
    return found if found and found["from_year"] else None


def _until_then(folded: str) -> re.Match[str] | None:
    """The same with a last day and its year."""
    found = _SO_FROM.search(folded)
    return found if found and (found["year"] or found["of"] or found["whole"]) else None


def _end_after(effect: str) -> date | None:
    """The last day that a sentence of effect names apart from the first, behind the paper that the rule replaces."""
    found = _ENDS.search(effect.partition(". ")[0])
    return _end_told(found) if found and (found["year"] or found["of"] or found["whole"]) else None


def _beginning_told(found: re.Match[str], last: date | None = None) -> date | None:
    """The first day that a sentence names; one without its year is the nearest before the last day."""
    told = found.groupdict()
    month, day = int(told.get("from_month") or told["in_month"]), int(told.get("from_day") or 1)
    if found["from_year"]:
        return day_of(int(found["from_year"]), month, day)
    if last is None:
        return None
    return day_of(last.year - ((month, day) > (last.month, last.day)), month, day)


def _end_told(found: re.Match[str]) -> date | None:
    """The last day that a sentence names, be it as a day, a month or a year; its year may be that of the first."""
    if found["day"]:
        return day_of(int(found["year"]), int(found["month"]), int(found["day"]))
    year = found["of"] or found["whole"] or found.groupdict().get("from_year")
    month = int(found["last"] or 12)
    return month_span(int(year), month).last if year and month in range(1, 13) else None


def narrowed(period: DaySpan, holds: Validity) -> DaySpan:
    """The part of a paper's period in which a rule holds by a sentence of it; the period where they do not fit."""
    first, last = holds.first or period.first, holds.last or period.last
    return DaySpan(first, last) if period.first <= first <= last <= period.last else period


def lays_down_rules(lines: Iterable[str], title: str | None = None, *, for_long: bool = False) -> bool:
    """Whether most times in a text say how often and hardly any a day: such a paper is a standing rule.

    title: below which the paper may say from when it holds ("LỊCH TẬP", "(thực hiện từ ngày 08/01/2018)").
    for_long: it is for a year or so, so that a weekday without a date is every one.
    """
    folded = [fold(part) for line in lines for part in line.split("\n")]
    again = sum(_AGAIN_AND_AGAIN.search(line) is not None for line in folded)
    if for_long or any(_EFFECT.search(line) or _MONTH.search(line) for line in (fold(title or ""), *folded)):
        # "Giờ lễ (áp dụng từ 01/9/2024)": a weekday is then every one
        again = sum(bool(_AGAIN_AND_AGAIN.search(line) or _WEEKDAY.search(line)) for line in folded)
    days = sum(
        _ON_A_DAY.search(line) is not None and _EFFECT.search(line) is None and "can cu" not in line
        for line in folded
    )
    return again >= _ENOUGH and again > 2 * days
