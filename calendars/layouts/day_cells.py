"""What the cells of a row that name its day say, read beside the heads of their columns (reference section A.6).

What is hard: clerks leave to the head of a column what each cell would need to be understood alone ("Thứ" over "Hai").
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Cell, Table
from calendars.layouts.row_cells import flat
from calendars.layouts.tables import Columns
from calendars.layouts.timelabels import is_day_label, names_a_day
from calendars.layouts.words import fold

_BARE_WEEKDAY = re.compile(r"(?:hai|ba|tu|nam|sau|bay|[2-7])(?:\s*[-–,(\n]|\s+\(?\d|\s*$)")
# Of two columns, "Ngày" and "Thứ"; with diacritics, since "Từ 01/3" begins a stretch.
_WEEKDAY_BEHIND = re.compile(
    r"(?P<date>\d{1,2}\s?[/.-]\s?\d{1,2}(?:[/.-]\d{4})?)[\s,(-]+(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])\)?",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:(?:thứ |t)?(?:hai|ba|tư|năm|sáu|bảy|[2-7])|cn|chủ nhật)"
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_WEEKDAYS = rf"(?P<weekday>{_WEEKDAY}(?P<more>\s?[-–]\s?{_WEEKDAY})?)"
_NUMBERS = rf"(?P<numbers>{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?)"
# Of two columns, "Thứ" and "Ngày"; in a row of several days both tell a stretch: "Tư - Sáu", "06 - 08".
_WEEKDAY_AND_NUMBER = re.compile(rf"{_WEEKDAYS}\s+{_NUMBERS}", re.IGNORECASE)
_NUMBER_AND_WEEKDAY = re.compile(rf"{_NUMBERS}[\s,(]+{_WEEKDAYS}\)?", re.IGNORECASE)
_NAMED = re.compile(r"(?:thứ |t(?=\d)|cn|chủ nhật)", re.IGNORECASE)
_WEEKDAY_AND_DATE = re.compile(r"(?:hai|ba|tư|năm|sáu|bảy)[\s,(-]+\d{1,2}\s?[/.-]\s?\d{1,2}\b", re.IGNORECASE)
_BARE_DAYS = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:[-–,;]|và|đến)\s?(?:0?[1-9]|[12]\d|3[01])){0,5}")
_NUMBERS_HEAD = re.compile(r"\W*ngay\b")
_A_DAY_HEAD = re.compile(r"\W*ngay(?: (?:chieu|hop|to chuc|thuc hien|dien ra|phuc vu))?\W*")
_DATED = re.compile(r"\d{1,2}\s*[/.]\s*\d{1,2}")
_WEEK = re.compile(r"tuan\b")
_MONTH_CELL = re.compile(r"(?:thang|quy) (?:\d{1,2}|[iv]{1,3})(?:/20\d\d)?")
_NAMES_MONTH = re.compile(r"\bthang\s*\d")
_HOUR_FIRST = re.compile(r"\d{1,2}\s*(?:h|g|giờ|:)", re.IGNORECASE)
_FROM = re.compile(r"(?:tu|ngay (?:bat dau|khai giang|khoi cong)|gio bat dau|bat dau)\b")
_TO = re.compile(r"(?:den|ngay (?:ket thuc|be giang)|gio ket thuc|ket thuc)\b")


def from_and_to(cells: Sequence[Cell], table: Table, columns: Columns) -> str:
    """What the cells of days tell: a stretch, where two columns are headed by its ends ("Từ ngày", "Đến ngày")."""
    filled = [cell for cell in cells if cell.text.strip()]
    if len(filled) == len(cells) == 2 and columns.first_row:
        heads = [table.at(columns.first_row - 1, cell.column) for cell in cells]
        first, last = (fold(head.text).strip() if head else "" for head in heads)
        if _FROM.match(first) and _TO.match(last):
            ends = dict.fromkeys(flat([cell]) for cell in cells)
            return " - ".join(ends)
    return flat(cells)


def without_week(cells: list[Cell]) -> list[Cell]:
    """The cells that tell a day, without the week before them where they name their date themselves."""
    if len(cells) < 2 or not _DATED.search(flat(cells[1:])):
        return cells
    week = flat(cells[:1])
    return cells[1:] if _WEEK.match(fold(week)) or len(_DATED.findall(week)) > 1 else cells


def of_its_month(cells: list[Cell]) -> list[Cell]:
    """The cells that tell a day, its month behind it where it stands in a column before ("Tháng 5", "Ngày 12-13").

    Days that name their month need none.
    """
    month = flat(cells[:1])
    if len(cells) < 2 or not _MONTH_CELL.fullmatch(fold(month)) or not (days := flat(cells[1:]).strip(" .")):
        return cells
    if _DATED.search(days) or _NAMES_MONTH.search(fold(days)):
        return cells[1:]
    days = (
        f"ngày {days}"
        if days[:1].isdigit() and not _HOUR_FIRST.match(days)
        else re.sub(r"\s+tháng$", "", days)
    )
    line = replace(cells[1].lines[0], text=f"{days} {month[:1].lower()}{month[1:]}")
    return [replace(cells[1], lines=(line,))]


def is_day_over(cell: Cell, table: Table, columns: Columns) -> bool:
    """Whether the only cell of a row heads a day's rows: over the whole width, or alone in the column of times."""
    text = flat([cell])
    whole = cell.columns >= table.width > 1
    alone = is_day_label(text) and columns.roles.get(cell.column) != "content" and cell.rows == 1
    return len(text) < 60 and names_a_day(text) and (whole or (alone and table.width > 2))


def weekday_spelled(day: str, table: Table, columns: Columns) -> str:
    """A day that leaves to the head of its column ("Thứ") that it is a weekday, with that word."""
    if found := _WEEKDAY_BEHIND.fullmatch(day):
        return f"Thứ {found['weekday']}, {found['date']}"
    if columns.first_row and len(columns.of("day")) > 1:
        first = table.at(columns.first_row - 1, columns.of("day")[0])
        by_number = first is not None and _NUMBERS_HEAD.match(fold(first.text))
        if found := (_NUMBER_AND_WEEKDAY if by_number else _WEEKDAY_AND_NUMBER).fullmatch(day):
            return _of_two_columns(found)
    if columns.first_row and _BARE_DAYS.fullmatch(day) and _is_under(_A_DAY_HEAD, table, columns):
        return f"ngày {day}"
    if columns.first_row == 0 or not _BARE_WEEKDAY.match(fold(day)):
        return day
    heads = (table.at(columns.first_row - 1, column) for column in columns.of("day"))
    told = any(head and fold(head.text).lstrip().startswith("thu") for head in heads)
    return f"Thứ {day}" if told or _WEEKDAY_AND_DATE.match(day) else day


def _of_two_columns(found: re.Match[str]) -> str:
    """ "Thứ Hai, ngày 04" of "Hai" beside "04"; of a stretch only its dates, which say as much."""
    if found["more"] or not found["numbers"].isdecimal():
        return f"ngày {found['numbers']}"
    weekday = found["weekday"]
    return f"{weekday if _NAMED.match(weekday) else f'Thứ {weekday}'}, ngày {found['numbers']}"


def _is_under(head: re.Pattern[str], table: Table, columns: Columns) -> bool:
    """Whether the only column of days has such a head."""
    days = columns.of("day")
    cell = table.at(columns.first_row - 1, days[0]) if len(days) == 1 else None
    return cell is not None and head.fullmatch(fold(cell.text)) is not None
