"""Plans that tell by crosses when something is: a row for each thing, a column for each week, month or day.

    Nội dung           | Tuần 1 | Tuần 2 | Tuần 3
    Kiểm tra hồ sơ     |        |   x    |   x

The crosses become the time of the row. What is hard: tables that count hold the same signs, so that every column of
times must hold crosses, or times, and nothing else.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.timelabels import names_a_day

_WEEK = re.compile(r"(?:tuần|T)\s*(?:thứ\s*)?(?P<number>[1-5])\b(?P<days>.*)", re.IGNORECASE | re.DOTALL)
_MONTH = re.compile(r"tháng\s*(?P<number>1[0-2]|0?[1-9])(?:\s*/\s*\d{4})?", re.IGNORECASE)
_DAY = re.compile(r"(?:ngày\s*)?(?P<number>3[01]|[12]\d|0?[1-9])", re.IGNORECASE)
_CROSS = re.compile(r"[xX×✓✔☑√•●■◆★*+v]{1,2}")
_FEWEST = 3  # columns of times
_FEWEST_DAYS = 10
_FEWEST_ROWS = 2


def with_crosses_told(table: Table) -> Table:
    """The table with one column of times for those of crosses; any other table as it is."""
    if table.width <= _FEWEST or table.height <= _FEWEST_ROWS:
        return table
    heads = {cell.column: cell.text.strip() for cell in table.cells if cell.row == 0}
    times = _columns_of_times(heads)
    if len(times) < _FEWEST or min(times) == 0:
        return table
    crossed: dict[int, list[tuple[int, str]]] = {}
    for cell in table.cells:
        text = cell.text.strip()
        if cell.row == 0 or cell.column not in times or not text:
            continue
        if not _CROSS.fullmatch(text) and (not names_a_day(text) or _of_its_column(text, times[cell.column])):
            return table
        covered = range(cell.column, min(cell.column + cell.columns, max(times) + 1))
        crossed.setdefault(cell.row, []).extend((column, text) for column in covered)
    if len(crossed) < max(_FEWEST_ROWS, (table.height - 1) // 2):
        return table
    return _told(table, times, {row: _time(told, times) for row, told in crossed.items()})


def _of_its_column(text: str, column: str) -> bool:
    """Whether a time is one of the month over it, which alone tells of which ("ngày 04" below "Tháng 2")."""
    return column.startswith("tháng") and "/" not in text and "háng" not in text


def _columns_of_times(heads: Mapping[int, str]) -> dict[int, str]:
    """What a cross says in each of the columns of times, which count on."""
    for pattern, says, fewest in (
        (_WEEK, "tuần {}", _FEWEST),
        (_MONTH, "tháng {}", _FEWEST),
        (_DAY, "ngày {}", _FEWEST_DAYS),
    ):
        found = {column: told for column, text in heads.items() if (told := pattern.fullmatch(text))}
        numbers = [int(told["number"]) for told in found.values()]
        if pattern is _WEEK and numbers[:1] != [1]:
            continue  # "T2", "T3" are weekdays
        if len(found) >= fewest and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            return {column: says.format(told["number"]) for column, told in found.items()}
    return {}


def _time(told: Sequence[tuple[int, str]], times: Mapping[int, str]) -> str:
    dated = [text for _, text in told if not _CROSS.fullmatch(text)]
    if dated:
        return ", ".join(dict.fromkeys(dated))
    labels = [times[column] for column, _ in told]
    unit, first = labels[0].split(" ")
    numbers = [int(label.split(" ")[1]) for label in labels]
    if unit == "ngày" and len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"từ ngày {numbers[0]} đến ngày {numbers[-1]}"
    if len(labels) == 1:
        return f"{unit} {first}"
    return f"{'các ' if unit == 'ngày' else ''}{unit} {', '.join(map(str, numbers))}"


def _told(table: Table, times: Mapping[int, str], when: Mapping[int, str]) -> Table:
    place = min(times)
    kept = [column for column in range(table.width) if column not in times]
    moved = {column: n + (column > place) for n, column in enumerate(kept)}
    at = moved[max(column for column in kept if column < place)] + 1
    cells = [
        replace(cell, column=moved[cell.column], columns=1) for cell in table.cells if cell.column in moved
    ]
    any_line = next(cell.lines[0] for cell in table.cells if cell.lines)
    for row in range(table.height):
        text = "Thời gian" if row == 0 else when.get(row, "")
        near = next((cell.lines[0] for cell in table.cells if cell.row == row and cell.lines), any_line)
        line: Line = replace(near, text=text, mark=None, whole=True)
        cells.append(Cell((line,) if text else (), row, at))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return replace(table, cells=tuple(cells), width=len(kept) + 1)
