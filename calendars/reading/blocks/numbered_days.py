"""Days of a month that open lines by their bare numbers: "1 (T2): Chào cờ", "T4 - 3: 15h họp tổ", "05: Nộp báo cáo".

What is hard: items of a list are numbered as well. With a weekday beside each number the days prove themselves, since
every number must fall on the weekday that the others give; without one, the numbers must leave some out.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from calendars.documents.document import Line
from calendars.layouts.tables import heading_role
from calendars.layouts.words import fold

_FEWEST = 3
_FEWEST_BARE = 5
_WEEK = 7
_MOST = 0.9
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\s?[hg]\d|[\dhg]|[/.:]\d)"
_NO_DATE = r"(?!-\d)"  # "Thứ Hai, 15-5"
_NAME = r"(?:th(?:ứ)?[ .]?(?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[ .]?[2-7]|c\.?n|chủ nhật|chúa nhật)(?!\w)"
_BETWEEN = r"\s*(?:[-–/,.|]|\()?\s*"
_TO = r"\s*(?P<to>-{1,3}>|=>|→|[-–]|đến|tới|và|&|,)\s*"
_MARK = r"(?P<mark>\s*(?:[*•+–-]\s*)?)"
_END = r"\s*(?P<end>[:|.–-]|\s|$)\s*(?!\(?(?:ngày )?\d{1,2}[/.-]\d)"
_NUMBER_FIRST = re.compile(
    rf"{_MARK}(?:ngày\s*)?(?P<day>{_DAY}){_NO_DATE}{_BETWEEN}(?P<name>{_NAME})\s*\)?"
    rf"(?:{_TO}(?:ngày\s*)?(?P<last>{_DAY}){_BETWEEN}(?P<until>{_NAME})\s*\)?)?{_END}",
    re.IGNORECASE,
)
_NAME_FIRST = re.compile(
    rf"{_MARK}(?P<name>{_NAME}){_BETWEEN}(?:ngày\s*)?(?P<day>{_DAY}){_NO_DATE}\s*\)?"
    rf"(?:{_TO}(?P<until>{_NAME}){_BETWEEN}(?:ngày\s*)?(?P<last>{_DAY})\s*\)?)?{_END}",
    re.IGNORECASE,
)
_BULLETS = " *•+–-"
# What the first letters behind a bullet are: most lines need not be matched.
_FIGURES, _LETTERS, _OF_DAY = frozenset("0123456789nN"), frozenset("tTcC"), frozenset("nN")
_IN_COLUMNS = re.compile(r"\s\s\S.*\S\s{3,}\S")  # "T2/06    07h45      Chào cờ      Hội trường"
_WIDEST = 22  # letters of "Thứ Hai, ngày 06", with a gap
_HEADS_ABOVE = 4  # lines
_BARE = re.compile(rf"(?P<mark>\s*)(?P<day>{_DAY})(?:\s*[-–]\s*(?P<last>{_DAY}))?\s*:\s+(?=[^\W_])")
_MONTH_HEAD = re.compile(
    r"\W*(?:[ivx]{1,4}[./)] |[a-z\d][./)] )?thang \d{1,2}(?:\W+(?:nam )?(?:20\d\d)?)?\W*"
)
_LONGEST_HEAD = 40  # letters
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_SPELLED = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def with_numbered_days(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that open with the number of a day as "Thứ Hai, ngày 1: ..."; days with nothing on left out."""
    begins = [line.text.lstrip(_BULLETS)[:1] for line in lines]
    lines = _with_stretches(lines, begins)
    texts = [line.text for line in lines]
    for opening, letters in ((_NUMBER_FIRST, _FIGURES), (_NAME_FIRST, _LETTERS)):
        found = {
            n: day for n, text in enumerate(texts) if begins[n] in letters and (day := opening.match(text))
        }
        if len(found) >= _FEWEST and _agree(found.values()) and not _below_heads(texts, found):
            return list(_told(lines, found))
    bare = {
        n: day
        for n, text in enumerate(texts)
        if begins[n].isdigit() and text[:4].strip()[:1].isdigit() and (day := _BARE.match(text))
    }
    runs = _by_month(texts, bare) if len(bare) >= _FEWEST_BARE else [list(bare.values())]
    return list(_told(lines, bare)) if _leave_out(runs) else list(lines)


_DAY_ALONE = re.compile(r"[\s*•+–-]*ngày\s+\d{1,2}\s*[:,(]", re.IGNORECASE)
_DAY_TO_DAY = re.compile(
    r"[\s*•+–-]*ngày\s+(?P<first>\d{1,2})(?P<dash>\s?[-–]\s?)(?P<last>\d{1,2})(?=\s*[:,(])", re.IGNORECASE
)


def _with_stretches(lines: Sequence[Line], begins: Sequence[str]) -> Sequence[Line]:
    """The lines, "Ngày 10-11:" as the two days where other lines tell days by their numbers alone, and no months.

    begins: their first letters, behind the bullets.
    """
    named = [line.text for line, first in zip(lines, begins, strict=True) if first in _OF_DAY]
    if sum(_DAY_ALONE.match(text) is not None for text in named) < 2:
        return lines
    found = [_DAY_TO_DAY.match(line.text) for line in lines]
    if any(days and int(days["first"]) >= int(days["last"]) for days in found):
        return lines  # "Ngày 20-11"
    return [
        line.with_text(f"{line.text[: days.start('dash')]} đến ngày {line.text[days.end('dash') :]}")
        if days
        else line
        for line, days in zip(lines, found, strict=True)
    ]


def _agree(days: Iterable[re.Match[str]]) -> bool:
    """Whether the numbers fall on the weekdays beside them, as in one month they must, but for a slip of the pen."""
    shifts = [(int(day["day"]) - _weekday(day["name"])) % 7 for day in days]
    alike = max(map(shifts.count, shifts))
    told = sorted({int(day["day"]) for day in days})
    are_items = told == list(range(1, len(told) + 1)) and len(told) <= _WEEK  # "1. Thứ Hai", "2. Thứ Ba"
    return alike >= _MOST * len(shifts) and not are_items


def _by_month(texts: Sequence[str], found: dict[int, re.Match[str]]) -> list[list[re.Match[str]]]:
    """The numbers, those below the heading of each month by themselves."""
    heads = [
        n for n, text in enumerate(texts) if len(text) < _LONGEST_HEAD and _MONTH_HEAD.fullmatch(fold(text))
    ]
    bounds = [-1, *heads, len(texts)]
    runs = [[day for n, day in found.items() if begin < n < end] for begin, end in pairwise(bounds)]
    return [run for run in runs if run]


def _leave_out(runs: Sequence[Sequence[re.Match[str]]]) -> bool:
    """Whether bare numbers rise in each month as days do, and leave out several as no numbers of items do."""
    spans = [(a["last"] or a["day"], b["day"]) for run in runs for a, b in pairwise(run)]
    told = sum(map(len, runs))
    gaps = sum(int(b) - int(a) > 1 for a, b in spans)
    return told >= _FEWEST_BARE and gaps >= len(spans) // 2 and all(int(a) < int(b) for a, b in spans)


def _below_heads(texts: Sequence[str], found: dict[int, re.Match[str]]) -> bool:
    """Whether the days stand in columns of a table with heads, which tells them by itself."""
    above = texts[: min(found)]
    return any("|" in texts[n] for n in found) and any(
        sum(heading_role(cell) is not None for cell in text.split("|")) > 1 for text in above if "|" in text
    )


def _told(lines: Sequence[Line], found: dict[int, re.Match[str]]) -> Iterable[Line]:
    lines, column = _widened(lines, found)
    for n, line in enumerate(lines):
        if (day := found.get(n)) is None:
            yield line
            continue
        rest = line.text[column or day.end() :]
        below = next((later for later in range(n + 1, len(lines)) if lines[later].text.strip()), None)
        if not rest.strip(" .:-–") and (below is None or below in found):
            continue  # nothing is on then
        names = [name for group in ("name", "until") if (name := day.groupdict().get(group))]
        sign = " và " if day.groupdict().get("to") in ("và", "&", ",") else " - "
        label = sign.join(_SPELLED[_weekday(name)] for name in names)
        number = sign.join(filter(None, (day["day"], day["last"])))
        named = f"{label}, ngày {number}" if label and len(names) == 1 else f"Ngày {number}"
        if column:
            yield line.with_text(f"{day['mark']}{named}".ljust(column) + rest)
            continue
        sign = " | " if day.groupdict().get("end") == "|" else ": "
        yield line.with_text(f"{day['mark']}{named}{sign if rest.strip() else ''}{rest}")


def _widened(lines: Sequence[Line], found: dict[int, re.Match[str]]) -> tuple[Sequence[Line], int | None]:
    """(the lines of a table drawn with spaces, its column of days made wide enough; where the next column begins).

    (the lines as they are, None) where most of the days do not stand in such a column.
    """
    columns = {n: day.end() for n, day in found.items() if _IN_COLUMNS.match(lines[n].text, day.end() - 2)}
    column = max(columns.values(), key=list(columns.values()).count, default=0)
    if sum(end == column for end in columns.values()) < max(_FEWEST, len(found) - 1):
        return lines, None
    wider = " " * max(0, _WIDEST - column)
    first = min(found) - _HEADS_ABOVE
    return [
        line.with_text(f"{line.text[:column]}{wider}{line.text[column:]}")
        if first <= n and (n in found or line.text[max(0, column - 2) : column].isspace())
        else line
        for n, line in enumerate(lines)
    ], column + len(wider)


def _weekday(name: str) -> int:
    folded = fold(name).strip(" .")
    if folded[-1].isdigit():
        return int(folded[-1]) - 2
    return _WEEKDAYS.get(folded.removeprefix("thu").removeprefix("th").strip(" ."), 6)
