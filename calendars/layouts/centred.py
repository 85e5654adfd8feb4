"""Days printed in the middle of what they head: "Sáng", "- 8h00: ...", "THỨ HAI 17/02", "Chiều", "- 14h00: ...".

A merged cell is centred over its rows, so that the first of them come before its label (reference section A.6). With
text alone the order of times tells where a day begins: a morning behind an afternoon. What is hard is to leave papers
alone whose days stand where they belong, so that every day must be found by both signs.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.outline import mark_of, own_text
from calendars.layouts.tables import Columns
from calendars.layouts.timelabels import begins_with_clock, begins_with_weekday, is_day_label
from calendars.layouts.words import fold

_PART = re.compile(r"(?:buoi\s+)?(?P<part>sang|trua|chieu|toi|ca ngay|s|c|t)\s*(?:[:(\-–].*)?", re.DOTALL)
_PARTS = {"ca ngay": 0, "sang": 1, "s": 1, "trua": 2, "chieu": 3, "c": 3, "toi": 4, "t": 4}
_HOUR = re.compile(r"\(?\s*(?:luc\s+|tu\s+)?(\d{1,2})\s*(?:h|g|gio|:)")
_DATE = re.compile(r"\d\s*[/.]\s*\d")
_BARE = re.compile(  # with diacritics: "Từ 01/3" is no weekday
    r"(?:hai|ba|tư|năm|sáu|bảy|cn)(?:[\s,(]+\d{1,2}\s*[/.-]\s*\d{1,2}\b.*)?$", re.IGNORECASE
)
_MINUTE = re.compile(r"\(?\s*(?:luc\s+|tu\s+)?(?P<hour>\d{1,2})\s*(?:h|g|gio|:)\s*(?P<minute>[0-5]\d)?")
_NOON = 12
_LEAST = 2


def with_days_first(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with each day that stands in the middle of what is on then before the first line of it."""
    texts = [own_text(line, mark_of(line)).strip() for line in lines]
    labels = [
        n for n, text in enumerate(texts) if begins_with_weekday(text) and is_day_label(text.strip(" :"))
    ]
    if len(labels) < _LEAST:
        return tuple(lines)
    if any(begins_with_weekday(text) and _DATE.search(text) for text in texts[: labels[0]]):
        return tuple(lines)  # "THỨ TƯ 08/5 - Lễ sám hối" over its hours: no label, and a day where it belongs
    parts = [None if n in labels else _part_of(text) for n, text in enumerate(texts)]
    first = next((n for n, part in enumerate(parts) if part is not None), len(lines))
    if first >= labels[0]:
        hours = [None if n in labels else _half_of(text) for n, text in enumerate(texts)]
        return _moved(lines, labels, hours, repeats=False)
    return _moved(lines, labels, parts, repeats=True)


def with_day_cells_first(table: Table, columns: Columns) -> Table:
    """The table with the cell of each day, where it stands in the middle of the day's rows, in the first of them."""
    column = next(iter(columns.of("day")), None)
    if column is None:
        return table
    days = {cell.row: cell for cell in table.cells if cell.column == column and cell.row >= columns.first_row}
    filled = [row for row, cell in days.items() if _is_weekday(cell.text)]
    behind = [
        row
        for row, cell in days.items()
        if filled and row > max(filled) and is_day_label(cell.text.strip()) and row not in filled
    ]
    others = any(cell.text.strip() for row, cell in days.items() if row not in (*filled, *behind))
    if len(filled) < _LEAST or others or any(days[row].rows > 1 for row in filled):
        return table
    rows = range(columns.first_row, min(behind, default=table.height))
    told = [_text_at(table, row, columns, "part") for row in rows]
    parts = [_part_of(text) for text in told]
    labels = [row - columns.first_row for row in filled]
    begins = [_begin_of_row(table, row, columns) for row in rows]
    if not labels[0]:
        starts = _starts_about_labels(labels, begins)
    elif all(part is not None for part in parts):
        starts = _starts(labels, parts, repeats=False)
    else:
        # A half that stands once for its rows begins another day where it comes again.
        starts = _starts(labels, parts, repeats=True) or _starts(
            labels,
            [
                _half_of(_text_at(table, row, columns, "time") or _text_at(table, row, columns, "content"))
                for row in rows
            ],
            repeats=False,
        )
    starts = starts or (_starts_by_hours(labels, begins) if labels[0] else None)
    if starts is None:
        return table
    moved = {row: start + columns.first_row for row, start in zip(filled, starts, strict=True)}
    rest = [cell for cell in table.cells if cell.column != column or cell.row < columns.first_row]
    rest += [days[row] for row in behind]
    heads = [replace(days[row], row=place, rows=1) for row, place in moved.items()]
    return replace(table, cells=tuple(sorted([*rest, *heads], key=_place)))


def _is_weekday(text: str) -> bool:
    """Whether a cell names a weekday, in a column of days also without "Thứ" ("Hai 22/4")."""
    return bool(text.strip()) and (begins_with_weekday(text) or _BARE.match(text.strip()) is not None)


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _text_at(table: Table, row: int, columns: Columns, role: str) -> str:
    cells = (table.at(row, column) for column in columns.of(role))
    return " ".join(cell.text.strip() for cell in cells if cell is not None)


def _part_of(text: str) -> int | None:
    """The place in the day of a line that is a part of it or begins with one."""
    found = _PART.fullmatch(fold(text).strip(" *"))
    return _PARTS[found["part"]] if found else None


def _half_of(text: str) -> int | None:
    """The half of the day in which a line's hour lies."""
    found = _HOUR.match(fold(text)) if begins_with_clock(text) else None
    return int(int(found[1]) >= _NOON) if found else _part_of(text)


_Begin = tuple[int, int | None]  # the half of the day, and the minute where it is told


def _begin_of_row(table: Table, row: int, columns: Columns) -> _Begin | None:
    """When in its day a row's thing begins."""
    text = _text_at(table, row, columns, "time") or _text_at(table, row, columns, "content")
    if (found := _MINUTE.match(fold(text))) is not None:
        hour = int(found["hour"])
        return int(hour >= _NOON), hour * 60 + int(found["minute"] or 0)
    part = _part_of(_text_at(table, row, columns, "part") or text)
    return None if part is None else (int(part >= _PARTS["chieu"]), None)


def _is_earlier(one: _Begin, above: _Begin) -> bool:
    if one[0] != above[0]:
        return one[0] < above[0]
    return one[1] is not None and above[1] is not None and one[1] < above[1]


def _starts_by_hours(labels: Sequence[int], begins: Sequence[_Begin | None]) -> list[int] | None:
    """The row at which each day begins where the first is known to stand behind its label: where the hours fall back.

    Between two labels hours may fall once; where they do not, the second stands in its first row.
    """
    starts = [0]
    for before, label in pairwise(labels):
        told = [(n, begin) for n in range(before, label + 1) if (begin := begins[n]) is not None]
        falls = [n for (_, above), (n, begin) in pairwise(told) if _is_earlier(begin, above)]
        if len(falls) > 1:
            return None
        starts.append(falls[0] if falls else label)
    first = [begin for begin in begins[: labels[0] + 1] if begin is not None]
    return starts if first and not any(_is_earlier(b, a) for a, b in pairwise(first)) else None


def _starts_about_labels(labels: Sequence[int], begins: Sequence[_Begin | None]) -> list[int] | None:
    """The row at which each day begins where the first has but a row or two, so that only the others tell.

    Several labels must stand behind their first rows, and each exactly in the middle of its day.
    """
    starts = _starts_by_hours(labels, begins)
    if starts is None or sum(start < label for start, label in zip(starts, labels, strict=True)) < _LEAST:
        return None
    ends = [*starts[1:], len(begins)]
    return (
        starts
        if all(
            label - start in ((end - start - 1) // 2, (end - start) // 2)
            for start, label, end in zip(starts, labels, ends, strict=True)
        )
        else None
    )


def _moved(
    lines: Sequence[Line], labels: Sequence[int], times: Sequence[int | None], *, repeats: bool
) -> tuple[Line, ...]:
    starts = _starts(labels, times, repeats=repeats)
    if starts is None:
        return tuple(lines)
    heads: dict[int, Line] = dict(zip(starts, (lines[label] for label in labels), strict=True))
    found: list[Line] = []
    for n, line in enumerate(lines):
        if n in heads:
            found.append(heads[n])
        if n not in labels:
            found.append(line)
    return tuple(found)


def _starts(labels: Sequence[int], times: Sequence[int | None], *, repeats: bool) -> list[int] | None:
    """The place at which each day begins, where most labels stand behind it; None where they stand as they should.

    repeats: the same part of the day once more begins another day, as one later than it does.
    """
    told = [(n, time) for n, time in enumerate(times) if time is not None]
    if not told or told[0][0] > labels[0]:
        return None
    starts = [told[0][0]]
    starts += [
        n for (_, before), (n, time) in pairwise(told) if time < before or (repeats and time == before)
    ]
    ends = [*starts[1:], len(times)]
    if len(starts) != len(labels):
        return None
    if not all(start - 1 <= label < end for start, label, end in zip(starts, labels, ends, strict=True)):
        return None
    centred = sum(label > start for start, label in zip(starts, labels, strict=True))
    return starts if centred > len(labels) / 2 else None
