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
from calendars.times import month_span

_WEEKDAY_BEFORE = r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chua? nhat)[\s,(]{0,3})?"
_FROM = r"(?:thi hanh\s*)?(?:cho\s*)?(?:ke\s*)?tu\s*"
_HOLDS = r"(?:co hieu luc|co gia tri|ap dung|thuc hien|(?:^|\()bat dau)\s*:?\s*"
_DAY = rf"{_WEEKDAY_BEFORE}(?:ngay\s*)?(\d{{1,2}})[/.-](\d{{1,2}})[/.-](\d{{4}})"
_LATER = r"\)?[\s,;]*(?:cho )?(?:den|ket thuc|-|–)\s*(?:cuoi\s*|het\s*)?"
_UNTIL = (
    rf"{_LATER}{_WEEKDAY_BEFORE}(?:ngay\s*)?(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-](?P<year>\d{{4}})"
)
# "từ Chúa nhật 07/01/2018 đến hết năm", "từ ngày 08/01/2018 đến hết tháng 6/2018"
_UNTIL_THE_END = (
    rf"{_LATER}(?:thang (?P<last>\d{{1,2}})(?:\s*(?:[/.-]|nam)\s*(?P<of>\d{{4}}))?|nam(?: (?P<whole>\d{{4}})| nay)?)"
    r"(?![\s/]*\d| hoc| sau)"
)
_EFFECT = re.compile(rf"{_HOLDS}{_FROM}{_DAY}")
_EFFECT_TO = re.compile(rf"{_EFFECT.pattern}(?:{_UNTIL}|{_UNTIL_THE_END})")
# "Quy chế này quy định chế độ họp của UBND phường từ ngày 01/8/2025 đến ngày 31/12/2025."
_OF_THIS_PAPER = re.compile(
    r"\b(?:quy che|quy dinh|noi quy|lich|che do|thong bao|ke hoach) nay\b[^.;\d]{0,120}?\btu\s*"
    rf"{_DAY}{_UNTIL}"
)
_SIGNED = re.compile(rf"{_HOLDS}{_FROM}ngay (?:ky|ban hanh)\b")
_MONTH = re.compile(
    rf"{_HOLDS}{_FROM}thang\s*(\d{{1,2}})(?:\s*(?:[/.-]|nam)\s*(\d{{4}})|{_LATER}thang\s*\d{{1,2}}\s*(?:/|nam)\s*(\d{{4}}))"
)
_CAME_WITH = re.compile(
    r"\(\s*(?:duoc )?ban hanh (?:kem )?theo [^()\d]{0,40}so\b[^()]*?\bngay\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*[^()\d]*\)"
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
    for line in lines:
        folded = LONG_DATE.sub(r"\1/\2/\3", fold(line))
        if last is None and (found := _EFFECT_TO.search(folded) or _OF_THIS_PAPER.search(folded)):
            last = _last_day(found, int(found[3]))
            first = first or day_of(int(found[3]), int(found[2]), int(found[1]))
        if first is not None:
            continue
        if _SIGNED.search(folded):
            first = issued
        elif found := _EFFECT.search(folded):
            first = day_of(int(found[3]), int(found[2]), int(found[1]))
        elif found := _MONTH.search(folded):
            first = day_of(int(found[2] or found[3]), int(found[1]), 1)
        elif came is None and (found := _CAME_WITH.search(folded)):
            came = day_of(int(found[3]), int(found[2]), int(found[1]))
    return Validity(first, last, came)


def _last_day(found: re.Match[str], begins: int) -> date | None:
    """The day up to which a rule holds, as its sentence tells it; begins: the year of its first day."""
    named = found.groupdict()
    if named["day"]:
        return day_of(int(named["year"]), int(named["month"]), int(named["day"]))
    if named["last"] is None:
        return date(int(named["whole"] or begins), 12, 31)
    month = int(named["last"])
    return month_span(int(named["of"] or begins), month).last if 1 <= month <= 12 else None


def lays_down_rules(lines: Iterable[str], title: str | None = None) -> bool:
    """Whether most times in a text say how often and hardly any a day: such a paper is a standing rule.

    title: below which the paper may say from when it holds ("LỊCH TẬP", "(thực hiện từ ngày 08/01/2018)").
    """
    folded = [fold(part) for line in lines for part in line.split("\n")]
    again = sum(_AGAIN_AND_AGAIN.search(line) is not None for line in folded)
    if any(_EFFECT.search(line) or _MONTH.search(line) for line in (fold(title or ""), *folded)):
        # "Giờ lễ (áp dụng từ 01/9/2024)": a weekday is then every one
        again = sum(bool(_AGAIN_AND_AGAIN.search(line) or _WEEKDAY.search(line)) for line in folded)
    days = sum(
        _ON_A_DAY.search(line) is not None and _EFFECT.search(line) is None and "can cu" not in line
        for line in folded
    )
    return again >= _ENOUGH and again > 2 * days
