"""Columns whose head tells how often: "Ngày tiêm hằng tháng" over "05", "Thứ (hằng tuần)" over "2, 4, 6".

Each cell comes to a whole rule ("ngày 05 hằng tháng"), so that the column is known as one of days. What is hard is that
a head may only name the kind of meeting ("Họp hằng tháng" over its title), so that most cells must be such days.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Cell, Line, Table

_HEADING_ROWS = 2
_MOST = 0.7
_FEWEST = 2  # rows
_LONGEST_HEAD = 50  # letters
_MONTHLY = re.compile(
    r"(?:ngày|lịch|thời gian)\b[^|]{0,30}\b(?:(?:hằng|hàng|mỗi) tháng|(?:trong|của) tháng)\)?", re.IGNORECASE
)
_WEEKLY = re.compile(
    r"(?:thứ(?=\W{1,2}(?:hằng|hàng|mỗi|trong))|ngày|lịch|thời gian|buổi)\b[^|]{0,30}"
    r"\b(?:(?:hằng|hàng|mỗi) tuần|(?:trong|của) tuần)\)?",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\b(?:hằng|hàng|mỗi|lần)\b", re.IGNORECASE)
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBERS = re.compile(
    rf"(?:(?:các\s+)?ngày\s+)?(?P<days>{_NUMBER}(?:\s?(?:,|và|&|-|–|;)\s?(?:ngày\s+)?{_NUMBER}){{0,5}})(?P<rest>\s*\(.*\))?",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"(?:(?:sáng|chiều|tối)\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn)\s+(?:tuần|đầu|cuối|thứ)\b.{0,40}",
    re.IGNORECASE,
)
_FIGURE = r"[2-7](?!\d)"
_WEEKDAY = rf"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7]|{_FIGURE})"
_WEEKDAYS = re.compile(
    rf"(?P<part>(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?)(?P<days>{_WEEKDAY}(?:\s?(?:,|và|&|-|–|;|đến)\s?{_WEEKDAY}){{0,6}})"
    r"(?P<rest>\s*\(.*\))?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"[2-7](?:\s?(?:,|và|&|-|–)\s?[2-7])+(?:\s?(?:,|và|&|-|–)\s?cn)?", re.IGNORECASE)
_OF_A_WEEK = re.compile(
    r"(?!.*\d\s?/\s?\d)(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?(?:các ngày\s+)?"
    r"(?:thứ\s|t[2-7]\b|chủ nhật|cn\b|[2-7]\b|(?:hằng|hàng|mỗi|ngày|mùng)\s)",
    re.IGNORECASE,
)
_TWO = 2  # weekdays between which just one lies


def with_repeats_told(table: Table) -> Table:
    """The table, the cells below a head that tells how often with how often in them, below "Ngày"."""
    for row in range(min(_HEADING_ROWS, table.height - 1)):
        for head in (cell for cell in table.cells if cell.row == row):
            often = _often(head.text)
            if often is None:
                continue
            below = [c for c in table.cells if c.row > row and c.column == head.column and c.text.strip()]
            told = {id(cell): text for cell in below if (text := _told(cell.text.strip(), often)) is not None}
            if len(told) >= max(_FEWEST, _MOST * len(below)):
                return _put(table, head, told)
    return _with_weekdays_named(table)


def _with_weekdays_named(table: Table) -> Table:
    """The table, the figures of weekdays by their names where others of their column are ("3-5" below "Thứ 4")."""
    told: dict[int, str] = {}
    for column in range(table.width):
        cells = [c for c in table.cells if c.row > 0 and c.column == column and c.text.strip()]
        bare = [cell for cell in cells if _goes_up(cell.text.strip())]
        others = [cell for cell in cells if cell not in bare]
        if bare and others and all(_OF_A_WEEK.match(cell.text.strip()) for cell in others):
            told |= {id(cell): weekdays_told(cell.text) for cell in bare}
    return _put(table, None, told) if told else table


def _goes_up(text: str) -> bool:
    """Whether a text is nothing but figures of weekdays, one behind the other."""
    figures = [int(figure) for figure in re.findall(r"\d", text)]
    return _FIGURES.fullmatch(text) is not None and figures == sorted(set(figures))


def _often(head: str) -> str | None:
    text = " ".join(head.split())
    if len(text) > _LONGEST_HEAD or any(map(str.isdigit, text)) or _NTH.match(text):
        return None
    if _MONTHLY.match(text):
        return "hằng tháng"
    return "hằng tuần" if _WEEKLY.match(text) else None


def _told(text: str, often: str) -> str | None:
    """The cell as a rule; None where it is none."""
    if _OFTEN.search(text):
        return text
    if often == "hằng tháng":
        if found := _NUMBERS.fullmatch(text):
            return f"ngày {found['days']} hằng tháng{found['rest'] or ''}"
        return f"{text} hằng tháng" if _NTH.fullmatch(text) and "(" not in text else None
    found = _WEEKDAYS.fullmatch(text)
    return f"{found['part']}{weekdays_told(found['days'])} hằng tuần{found['rest'] or ''}" if found else None


def weekdays_told(days: str) -> str:
    """Weekdays by their names: "thứ 2, thứ 4 và thứ 6" for "2-4-6", "thứ 3 và thứ 5" for "3-5", "thứ 2 đến thứ 6"."""
    names = re.findall(_WEEKDAY, days, re.IGNORECASE)
    named = [_named(name) for name in names]
    figures = [int(name) for name in names if name.isdigit()]
    close = len(figures) == _TWO == len(names) and figures[1] - figures[0] == _TWO
    if len(named) == _TWO and re.search(r"[-–]|đến", days) and not close:
        return f"{named[0]} đến {named[1]}"
    return f"{', '.join(named[:-1])} và {named[-1]}" if len(named) > 1 else named[0]


def _named(name: str) -> str:
    if name.isdigit():
        return f"thứ {name}"
    return "chủ nhật" if name.lower() == "cn" else re.sub(r"^[tT](?=\d)", "thứ ", name)


def _put(table: Table, head: Cell | None, told: dict[int, str]) -> Table:
    cells = []
    for cell in table.cells:
        if cell is head:
            cell = replace(cell, lines=(_line(cell.lines, "Ngày"),))
        elif id(cell) in told:
            cell = replace(cell, lines=(_line(cell.lines, told[id(cell)]),))
        cells.append(cell)
    return replace(table, cells=tuple(cells))


def _line(lines: Sequence[Line], text: str) -> Line:
    return lines[0].with_text(text)
