"""A table of days down and halves of the day across that lost its grid: one cell a line, the heads first.

    Thứ/Ngày / Sáng / Chiều / Thứ Hai 05/10 / 8h00: Họp giao ban / 14h00: Họp tổ / Thứ Ba 06/10 / ...

What is hard: an empty cell may have left a blank line or nothing at all. Where blank lines stand for cells, each line's
place tells its column; else as many cells as columns are in their order, an hour tells its half, and one cell alone
without an hour may be of either, so that it is of the day.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.marks import CHAPTER, read_mark
from calendars.layouts.placing import Flattened
from calendars.layouts.shapes import looks_like_person
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import is_day_label, is_part_label
from calendars.layouts.words import fold

_WEEKDAY = re.compile(r"(?:thu )?(?:hai|ba|tu|nam|sau|bay|[2-7])|chua? nhat|cn")
_DATE = re.compile(r"\(?\s*(?:ngay )?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?\s*\)?")
_CLOCK = re.compile(r"\W*(?:luc |tu )?(\d{1,2})\s*(?:h|g|gio\b|:\s?\d\d)")
_DAY_HEAD = re.compile(r"thu|ngay|thu ngay")
_SENTENCE = re.compile(r"\.\s*$|^\W*(?:Ghi chú|Lưu ý)\b")
_NOON = 12
_FEW_HEADS = 2
_SHORT_HEAD = 25
_SOME_DAYS = 3


@dataclass(slots=True)
class _Day:
    label: list[Line]
    cells: list[Line]


def find_flattened_halves(lines: Sequence[Line]) -> Flattened | None:
    """The first such table among the lines: a head of days, two halves or more, then three days at least."""
    for begin, line in enumerate(lines):
        if not _heads_days(line.text):
            continue
        first = begin + 1
        while first < len(lines) and _heads_days(lines[first].text):
            first += 1
        last = first
        while last < len(lines) and _names_half(lines[last].text):
            last += 1
        parts = lines[first:last]
        if len(parts) < 2:
            continue
        body = last
        while body < len(lines) and body - last <= _FEW_HEADS and not _begins_day(lines, body):
            body += 1
        if body - last > _FEW_HEADS or any(len(x.text) > _SHORT_HEAD for x in lines[last:body]):
            continue
        end = next((n for n in range(body, len(lines)) if _heads_a_part(lines[n])), len(lines))
        days = _days(lines[body:end])
        if len(days) < _SOME_DAYS:
            continue
        behind = _take_lines_behind(days) if end == len(lines) else 0
        table = _table(lines[begin:first], parts, lines[last:body], days)
        return Flattened(begin, end - behind, table)
    return None


def _heads_a_part(line: Line) -> bool:
    """Whether a line heads the next part of the paper: "III. ĐỊA ĐIỂM"."""
    mark = read_mark(line.text.lstrip())
    return mark is not None and mark.rank <= CHAPTER and line.text.isupper()


def _take_lines_behind(days: Sequence[_Day]) -> int:
    """Take from the last day what stands behind the table, a sentence below a blank line; how many lines they are."""
    *others, last = days
    if any(b.number - a.number > 1 for day in others for a, b in pairwise(day.cells)):
        return 0
    cut = next((n for n, (a, b) in enumerate(pairwise(last.cells), 1) if b.number - a.number > 1), None)
    if cut is None or not _SENTENCE.search(last.cells[cut].text):
        return 0  # a blank line may be an empty cell
    behind = len(last.cells) - cut
    del last.cells[cut:]
    return behind


def _heads_days(text: str) -> bool:
    return len(text) < _SHORT_HEAD and (
        heading_role(text) == "day" or _DAY_HEAD.fullmatch(fold(text).strip(" .:")) is not None
    )


def _names_half(text: str) -> bool:
    return is_part_label(text.strip()) and not any(map(str.isdigit, text))


def _begins_day(lines: Sequence[Line], place: int) -> bool:
    """Whether a day's label begins here: "Thứ Hai, 05/10", or a weekday over its date."""
    text = lines[place].text.strip()
    if is_day_label(text):
        return True
    bare = _WEEKDAY.fullmatch(fold(text).strip(" .:,")) is not None
    return (
        bare and place + 1 < len(lines) and _DATE.fullmatch(fold(lines[place + 1].text).strip()) is not None
    )


def _days(lines: Sequence[Line]) -> list[_Day]:
    days: list[_Day] = []
    for place, line in enumerate(lines):
        opens = _begins_day(lines, place)
        goes_on = days and not days[-1].cells and _DATE.fullmatch(fold(line.text).strip())
        if opens and not goes_on:
            days.append(_Day([line], []))
        elif goes_on:
            days[-1].label.append(line)
        elif days:
            days[-1].cells.append(line)
    return days


def _table(
    heads: Sequence[Line], parts: Sequence[Line], others: Sequence[Line], days: Sequence[_Day]
) -> Table:
    columns = [*parts, *others]
    step = parts[1].number - parts[0].number
    # A day over its date may have become one line, with the number of the first: all cells stand lower by as much.
    leads = [day.cells[0].number - day.label[-1].number for day in days if day.cells]
    lower = max(0, min(leads, default=step) - step)
    runs = [[day.label[-1].number + lower, *(line.number for line in day.cells)] for day in days]
    kept = any(b - a > step for run in runs for a, b in pairwise(run))
    cells = [Cell((_as_one(heads),), 0, 0)]
    cells += [Cell((part,), 0, column) for column, part in enumerate(columns, 1)]
    row = 1
    for day in days:
        cells.append(Cell((_as_one(day.label),), row, 0))
        if kept:
            start = day.label[-1].number + lower
            told = [(line, (line.number - start) // step - 1) for line in day.cells]
            placed = [(line, column if 0 <= column < len(columns) else None) for line, column in told]
        else:
            placed = _by_words(day.cells, len(parts), len(others))
        for column in range(len(columns)):
            if found := tuple(line for line, where in placed if where == column):
                cells.append(Cell(found, row, column + 1))
        row += 1
        for line, where in placed:
            if where is None:
                cells += [Cell((_as_one(day.label),), row, 0), Cell((line,), row, 1, columns=len(parts))]
                row += 1
    return Table(tuple(cells), height=row, width=len(columns) + 1)


def _as_one(lines: Sequence[Line]) -> Line:
    first = lines[0]
    if len(lines) == 1:
        return first
    joined = " ".join(line.text.strip() for line in lines)
    return Line(joined, first.number, page=first.page, whole=True)


def _by_words(cells: Sequence[Line], parts: int, others: int) -> list[tuple[Line, int | None]]:
    """Each cell with the column in which its words and its order put it; None where it may be of either half."""
    beside: list[tuple[Line, int | None]] = []
    if others and len(cells) > 1 and looks_like_person(cells[-1].text.strip()):
        beside, cells = [(cells[-1], parts)], cells[:-1]
    if len(cells) == parts:
        return [*((line, column) for column, line in enumerate(cells)), *beside]
    half: int | None = None
    placed: list[tuple[Line, int | None]] = []
    for line in cells:
        if clock := _CLOCK.match(fold(line.text)):
            half = 0 if int(clock[1]) < _NOON else 1
        placed.append((line, half))
    if any(where == 0 for _, where in placed):
        placed = [
            (line, 0 if where is None else where) for line, where in placed
        ]  # before the morning's hour
    return [*placed, *beside]
