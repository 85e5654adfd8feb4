"""Rosters with a month a line, the day behind it: "Tháng 1: Ông An, Giám đốc   Ngày 21/01 (Thứ 2)", as tables of days.

Web pages also break such a table into its cells, each on a line of its own. What is hard is that a programme's lines
may begin with their month too: here nothing with figures stands between the month and its day, and one month
follows another.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.words import fold

_MONTH = r"tháng\s+(?P<month>0?[1-9]|1[0-2])(?:\s*/\s*(?P<year>20\d\d))?"
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn)"
_DAYS = (
    r"(?:(?:vào|các)\s+)*(?:ngày\s+)?(?P<days>\d{1,2}(?:\s*(?:[;,]|và|&)\s*(?:ngày\s+)?\d{1,2}){0,5})"
    r"(?:\s*/\s*(?P<of>\d{1,2})(?:\s*/\s*(?P<of_year>20\d\d))?)?"
)
_ON = rf"{_DAYS}\s*(?:[(,|–-]\s*(?P<weekday>{_WEEKDAY})\s*\)?)?"
_ROW = re.compile(
    rf"\W{{0,6}}(?:\d{{1,2}}\s*[.)|]\s*)?{_MONTH}(?!\d)\s*[:|,–-]{{0,3}}\s*(?P<who>[^\d\n]{{0,90}}?)[\s:|,–-]*"
    rf"(?<![^\W\d]){_ON}\s*[|.;:,–-]{{0,3}}\s*(?P<behind>[^\d\n]{{0,80}})$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\W*(?:\d{1,2}\s*[.)|]\s*)?tháng\s+\d", re.IGNORECASE)  # as every row does
_MONTH_ALONE = re.compile(rf"{_MONTH}\s*[:.]?$", re.IGNORECASE)
_DAY_ALONE = re.compile(rf"{_ON}\s*\.?$", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"\d{1,2}[.)]?$")
_HEADS = re.compile(
    r"(?:stt|tt|so tt|thang|thoi gian|thu|chuc vu|ghi chu"
    r"|ngay(?:, thang)?(?: (?:tiep|truc|hop|giao ban)(?: (?:cong )?dan)?)?"
    r"|(?:nguoi|can bo|lanh dao|thanh phan) (?:truc|tiep)(?: (?:cong )?dan)?|ho (?:va )?ten|ngay/thang|noi dung)"
)
_SIGNS = re.compile(r"[\s|;:]*\|[\s|;:]*|\s{2,}")
_FEWEST = 2
_SOMEBODY = re.compile(
    r"(?:cac )?(?:ong|ba|d/c|dong chi|chu tich|pho|giam doc|bi thu|vien truong|chanh|truong|dai bieu|to|lanh dao"
    r"|thuong truc|dai dien)\b"
)
_OF_PEOPLE = re.compile(r"\b(?:nguoi|can bo|lanh dao|ho (?:va )?ten|chuc vu)\b")
_WORDS_OF_HEADS = re.compile(rf"(?:\W*{_HEADS.pattern}(?=\W|$))+\W*")
_MOST_BETWEEN = 2
# What leads to the rows: "1- Bí thư Huyện ủy tiếp dân định kỳ hằng tháng, cụ thể:".
_LEADS = re.compile(
    r"(?P<lead>(?P<mark>\W{0,3}(?:\d{1,2}(?:\.\d{1,2})?\s*[-.)/]\s*)?)(?P<what>[^\d:(]{0,160}?))[\s,;:(]*"
    r"(?:(?:vào\s+)?(?:hằng|hàng|mỗi)\s+tháng|(?:mỗi|một|0?1)\s+tháng\s+(?:một|0?1)\s+(?:lần|ngày|buổi)"
    r"|(?:một|0?1)\s+(?:lần|ngày|buổi)\s?(?:/|trên|một|mỗi|trong)\s?tháng)"
    r"[^\n]{0,300}?(?:cụ thể|như sau|sau đây|(?:các )?ngày)(?:\s+như sau)?\s*:\s*$",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:tiếp|trực|họp|giao ban|sinh hoạt|làm việc|giao dịch|khám)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A row: its lines from first to last, and what they say."""

    first: int
    last: int
    day: str
    who: str
    month: int


def with_month_rosters(lines: Sequence[Line]) -> Iterable[Table | Sequence[Line]]:
    """The lines in runs, such rosters as tables between them."""
    named = [line.text for line in lines if "háng " in line.text or "HÁNG " in line.text]
    if sum(_OPENS.match(text) is not None for text in named) < _FEWEST:
        yield lines
        return
    done = 0
    for rows in _runs([line.text.strip() for line in lines]):
        first = rows[0].first
        while first > done and _heads(lines[first - 1].text):
            first -= 1
        people = any(_OF_PEOPLE.search(fold(line.text)) for line in lines[first : rows[0].first])
        before = lines[done:first]
        lead = _LEADS.match(before[-1].text.strip()) if before else None
        what = lead["what"].strip() if lead and _SAYS.search(lead["what"]) else None
        if lead:  # the rows say on which days: that it is once a month says no more
            rest = f"{lead['lead'].rstrip()}:" if lead["what"] else "Cụ thể:"
            before = [*before[:-1], replace(before[-1], text=rest, whole=True)]
        if before:
            yield before
        yield _table(rows, lines, what, people=people or all(_SOMEBODY.match(fold(row.who)) for row in rows))
        done = rows[-1].last + 1
    if done < len(lines):
        yield lines[done:]


def _heads(text: str) -> bool:
    """Whether a line is blank or holds but heads of columns ("STT", "Tháng | Thời gian")."""
    return (
        not text.strip()
        or _NUMBER_ALONE.match(text.strip()) is not None
        or _WORDS_OF_HEADS.fullmatch(fold(text).strip()) is not None
    )


def _runs(texts: Sequence[str]) -> Iterable[list[_Told]]:
    """The rows that follow one another, of two months or more."""
    run: list[_Told] = []
    n = 0
    while n < len(texts):
        row = _row(texts, n)
        if row is not None:
            run.append(row)
            n = row.last + 1
            continue
        if texts[n] and not _is_number_of_next(texts, n):
            if len({row.month for row in run}) >= _FEWEST:
                yield run
            run = []
        n += 1
    if len({row.month for row in run}) >= _FEWEST:
        yield run


def _is_number_of_next(texts: Sequence[str], n: int) -> bool:
    """Whether a line is but the number of the row that begins below it."""
    if _NUMBER_ALONE.match(texts[n]) is None:
        return False
    below = next((text for text in texts[n + 1 : n + 4] if text), "")
    return _MONTH_ALONE.match(below) is not None


def _row(texts: Sequence[str], n: int) -> _Told | None:
    """The row that begins with a line, on it or on the lines below it."""
    text = texts[n]
    if "háng" not in text[:20] and "HÁNG" not in text[:20]:
        return None
    if found := _ROW.match(text):
        if not (found["weekday"] or re.search(r"ngày\s+\d", text, re.IGNORECASE)):
            return None
        if "(" in found["who"] or ")" in found["behind"] or ";" in found["who"]:
            return None  # "Tháng 5: Diễn tập (ngày 10/5)": things of a programme
        who = _SIGNS.sub(", ", f"{found['who']}  {found['behind']}".strip()).strip(" ,;:|–-.")
        return _told(found, found, n, n, who)
    month = _MONTH_ALONE.match(text)
    if month is None:
        return None
    between: list[str] = []
    for last in range(n + 1, min(len(texts), n + 9)):
        below = texts[last]
        if not below:
            continue
        if (day := _DAY_ALONE.match(below)) and (day["weekday"] or "gày" in below or "GÀY" in below):
            return _told(month, day, n, last, ", ".join(between))
        if len(between) == _MOST_BETWEEN or any(map(str.isdigit, below)):
            return None
        between.append(below)
    return None


def _told(month: re.Match[str], day: re.Match[str], first: int, last: int, who: str) -> _Told | None:
    number = int(month["month"])
    if day["of"] and int(day["of"]) != number:
        return None
    days = re.findall(r"\d+", day["days"])
    year = day["of_year"] or month["year"]
    date = f"{', '.join(days)}/{number}" + (f"/{year}" if year else "")
    weekday = f"{day['weekday']}, " if day["weekday"] else ""
    return _Told(first, last, f"{weekday}ngày {date}", who, number)


def _table(rows: Sequence[_Told], lines: Sequence[Line], what: str | None, *, people: bool) -> Table:
    head = lines[rows[0].first]
    cells = [
        Cell((Line("Ngày", head.number, head.page, whole=True),), 0, 0),
        Cell((Line("Người thực hiện" if people else "Nội dung", head.number, head.page, whole=True),), 0, 1),
    ]
    for n, row in enumerate(rows, 1):
        line = lines[row.first]
        cells.append(Cell((Line(row.day, line.number, line.page, whole=True),), n, 0))
        who = row.who or what or f"Tháng {row.month}"
        cells.append(Cell((Line(who, line.number, line.page, whole=True),), n, 1))
    return Table(tuple(cells), len(rows) + 1, 2)
