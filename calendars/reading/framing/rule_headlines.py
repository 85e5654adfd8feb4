"""A web page's headline over a standing rule that bears no title: "Chủ tịch UBND thành phố tiếp dân 2 lần/tháng".

Its first line names who does what, and how often or on which weekday; the sentences below say when, and no single day
but that from which it is so. What is hard is the news of a meeting, which begins in the same way.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.words import fold

_DOES = (
    r"(?:tiep (?:cong )?dan|giao ban|sinh hoat|lam viec|mo cua|phuc vu|kham(?: chua)? benh|hop|truc|thu gom"
    r"|giao dich)"
)
_NUMBER = r"(?:\d|0\d|mot|hai|ba|bon)"
_HOW_OFTEN = (
    rf"(?:{_NUMBER} (?:lan|ngay|buoi) ?(?:/|trong|tren|mot|moi|hang) ?(?:0?1 |mot )?(?:thang|tuan)"
    rf"|(?:moi|mot|hang) (?:thang|tuan)(?: {_NUMBER} (?:lan|ngay|buoi))?"
    r"|(?:vao )?(?:sang |chieu |toi )?(?:cac )?(?:ngay )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)"
    r"(?: hang tuan)?)"
)
_HEADLINE = re.compile(
    rf"[^:;.\d]{{2,90}}\b{_DOES}\b[^:;.\d/]{{0,40}}\b{_HOW_OFTEN}\b(?! ?[/-] ?\d)[^:;.\d/]{{0,40}}$"
    rf"|[^:;.\d]{{2,90}}\b{_DOES}\b dinh ky {_HOW_OFTEN}$"
    # as "UBND phường A thông báo lịch tiếp công dân của Chủ tịch UBND phường như sau" does
    rf"|[^:;.\d]{{2,90}}\bthong bao (?:ve )?(?:lich|thoi gian|che do) {_DOES}\b[^:;.\d]{{0,90}}(?:nhu sau|cu the)?:?$"
)
_AGAIN = re.compile(r"\b(?:hang|moi) (?:thang|tuan|ngay)\b")
_DAY = re.compile(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?![\d.-])|\bngay \d{1,2} thang \d")
_BEGINS = re.compile(r"\b(?:tu|ke tu|bat dau tu|ap dung tu)(?: ngay)?\s*$")
_LEADS = re.compile(r"\s*,?\s*(?:(?:cụ thể )?như sau|cụ thể)?\s*:$", re.IGNORECASE)
_LONGEST = 160


def as_title(headline: Line) -> str:
    """A headline without the words that lead to what stands below it."""
    return _LEADS.sub("", headline.text.strip())


def headline_of_rule(body: Sequence[Block]) -> Line | None:
    """The first line of a text without a title that heads a standing rule; None where it heads anything else."""
    first = body[0] if len(body) > 1 else None
    if not isinstance(first, Line) or len(first.text) > _LONGEST or first.mark is not None:
        return None
    if _HEADLINE.fullmatch(fold(first.text).strip(' .!"“”')) is None:
        return None
    below = [fold(block.text) for block in body[1:] if isinstance(block, Line)]
    if not any(map(_AGAIN.search, below)):
        return None
    single = [
        found for line in below for found in _DAY.finditer(line) if not _BEGINS.search(line[: found.start()])
    ]
    return None if single else first
