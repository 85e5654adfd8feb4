"""Days in brackets on lines of their own, each told of the thing on the line above: "- Tựu trường", "(19/8/2019)".

What is hard: a day in brackets may also head the things below it ("(19/8)" over "- Tựu trường"); there the first of
them stands over the first thing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.marks import DASH, NUMBER
from calendars.layouts.outline import mark_of
from calendars.layouts.timelabels import begins_with_clock, begins_with_weekday, tells_an_hour

_DAY = re.compile(
    r"\(\s*(?:(?:dự kiến|từ|trước|lúc|vào|hạn|sáng|chiều|tối|ngày|thứ \w{1,3}|chủ nhật|\d{1,2}[hg:]\d{0,2})"
    r"[\s,:]*){0,4}"
    r"\d{1,2}(?:\s*[-–,]\s*\d{1,2})?\s*/\s*\d{1,2}(?:\s*/\s*\d{4})?\s*\)\W*",
    re.IGNORECASE,
)
_BEFORE_DAY = (
    r"(?:thời gian|từ|lúc|vào|buổi|sáng|chiều|tối|ngày|thứ \w{1,4}|chủ nhật|cn"
    r"|\d{1,2}\s?(?:giờ(?: \d\d)?|[hg:]\d{0,2}))"
)
_A_DATE = r"\d{1,2}\s?/\s?\d{1,2}(?:\s?/\s?\d{4})?"
_ONLY_DAY = re.compile(  # "Thứ Bảy, ngày 12/6/2021", "7 giờ, ngày 26/5, tại chùa"
    rf"(?:{_BEFORE_DAY}[\s,:(]*){{0,6}}(?:\d{{1,2}}\s?[-–]\s?)?{_A_DATE}\)?"
    rf"(?:\s*(?:-|–|đến(?: hết)?|và)\s*(?:ngày\s)?{_A_DATE})?(?:[,;]?\s(?:tại|ở)\s[^:;\d]{{3,70}})?\W*",
    re.IGNORECASE,
)
_SIGNS = " -+•*–"
_SEVERAL = 2
_DATED = re.compile(r"\d\s*/\s*\d{1,2}(?!\d)|\bngày \d")


def with_days_below(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, each bracketed day on its own line put behind the thing above it, where all such days stand so.

    Where several stand over things instead, they lose their brackets, so that they head them.
    """
    lines = _behind_their_names(lines)
    places = [n for n, line in enumerate(lines) if "(" in line.text and _DAY.fullmatch(line.text.strip())]
    if not places:
        return lines
    above = {n: _told_above(lines, n) for n in places}
    first = above[places[0]]
    if (
        first is None
        or not _is_thing(lines[first])
        or (_rank_below(lines, places[0]) or DASH) != _rank(lines[first])
    ):
        return _bare(lines, places) if all(_rank_below(lines, n) == DASH for n in places) else lines
    if not all(place is not None and _is_thing(lines[place]) for place in above.values()):
        return lines
    joined = list(lines)
    for n, place in above.items():
        if place is not None:
            joined[place] = replace(
                lines[place], text=f"{lines[place].text.rstrip()} {lines[n].text.strip()}"
            )
            joined[n] = lines[n].with_text("")
    return joined


def _behind_their_names(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, days that stand in turn with the items of a list, each below its own, put behind these.

    "1. Khai mạc hè:" over "Ngày 01/6/2021", "2. Hội thi bơi:" over "12/6/2021": where days headed the items, the first
    day would stand over the first item, and no day below the last.
    """
    places = [
        n for n, line in enumerate(lines) if "/" in line.text and _ONLY_DAY.fullmatch(line.text.strip(_SIGNS))
    ]
    if len(places) < _SEVERAL:
        return lines
    above = [_told_above(lines, n) for n in places]
    ranks = {_rank(lines[n]) if n is not None and _is_name(lines[n]) else None for n in above}
    first = above[0]
    if len(ranks) > 1 or None in ranks or first is None:
        return lines
    if NUMBER not in ranks and all(begins_with_weekday(lines[n].text.strip(_SIGNS)) for n in places):
        return lines  # the days of a week, the last of which may have nothing below it
    listed = [n for n in range(first, places[-1]) if _rank(lines[n]) in ranks]
    if listed != above or _rank_below(lines, places[-1]) in ranks:
        return lines
    if any(begins_with_clock(_text_below(lines, n)) for n in places):
        return lines  # "Chủ nhật, 28/9" over "7g00: Đón tiếp"
    joined = list(lines)
    for n, place in zip(places, above, strict=True):
        if place is not None:
            told = lines[n].text.strip(_SIGNS)
            joined[place] = replace(lines[place], text=f"{lines[place].text.rstrip(' :')}: {told}")
            joined[n] = lines[n].with_text("")
    return joined


def _is_name(line: Line) -> bool:
    """Whether a line is an item of a list that tells no time."""
    return _rank(line) is not None and _DATED.search(line.text) is None and not tells_an_hour(line.text)


def _bare(lines: Sequence[Line], places: Sequence[int]) -> Sequence[Line]:
    """The lines, those days without their brackets that stand each over a list: "(05/9)" over "- Khai giảng"."""
    bare = list(lines)
    for n in places[: len(places) if len(places) > 1 else 0]:
        bare[n] = lines[n].with_text(lines[n].text.strip(" ()"))
    return bare


def _told_above(lines: Sequence[Line], place: int) -> int | None:
    return next((n for n in range(place - 1, -1, -1) if lines[n].text.strip()), None)


def _text_below(lines: Sequence[Line], place: int) -> str:
    told = (lines[n].text.strip() for n in range(place + 1, len(lines)))
    return next((text for text in told if text), "")


def _rank_below(lines: Sequence[Line], place: int) -> int | None:
    told = (lines[n] for n in range(place + 1, len(lines)) if lines[n].text.strip())
    return next(map(_rank, told), None)


def _rank(line: Line) -> int | None:
    mark = mark_of(line)
    return mark.rank if mark is not None else None


def _is_thing(line: Line) -> bool:
    """Whether a line is an item of a list that tells no day and leads to nothing."""
    text = line.text.strip()
    return _rank(line) in (DASH, NUMBER) and not text.endswith(":") and _DATED.search(text) is None
