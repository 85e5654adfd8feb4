"""Rows parted by bars over which no heads of columns stand, often below the names of months.

    Tháng 3
    Đón nhận hiện vật hiến tặng | 9h00, 24/3 | Phòng khánh tiết

What is hard: one month may hold a single row, so that all the rows of a text together tell which column holds the
times; and an item of a list or what is on below a day's heading is set apart by bars as well.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.marks import DASH, read_mark
from calendars.layouts.shapes import looks_like_time
from calendars.layouts.tables import columns_of, heading_role
from calendars.layouts.timelabels import is_day_label, is_week_heading, names_a_day
from calendars.layouts.words import fold

_TIMES = ("day", "time", "part")
_FEW, _MANY = 3, 7  # rows and cells
_MOST = 0.7
_HEAD = 60  # letters
_MONTH = re.compile(
    r"\W*(?:[ivxa-h]{1,4}\s*[.)/-]\s*)?(?:trong )?(?:thang|quy) (?:\d{1,2}|[ivx]+|[a-z]+)\b.*"
)


def headless_table(lines: Sequence[Line]) -> tuple[int, int, Table] | None:
    """(the place of the first line, the place behind the last, the table that they are); None where there is none."""
    rows = [place for place, line in enumerate(lines) if "|" in line.text]
    told = {place: _cells(lines[place].text) for place in rows}
    if len(rows) < _FEW or any(map(_is_no_row, told.values())):
        return None
    if heading_role(told[rows[0]][0]) in _TIMES:
        return None  # rooms, leaders or classes across
    width = len(told[rows[0]])
    if not 1 < width < _MANY or any(len(cells) != width for cells in told.values()):
        return None
    times = _column_of_times(list(told.values()), width)
    if times is None:
        return None
    begin = next((n for n in range(rows[0] - 1, -1, -1) if lines[n].text.strip()), rows[0])
    of_whole = is_week_heading(lines[begin].text) and not any(
        is_week_heading(lines[n].text) for n in range(rows[0], rows[-1]) if n not in told
    )
    if begin < rows[0] and (of_whole or not _heads_rows(lines[begin].text)):
        begin = rows[0]
    end = rows[-1] + 1
    content = max(
        (n for n in range(width) if n != times), key=lambda n: sum(len(row[n]) for row in told.values())
    )
    cells: list[Cell] = []
    row = 0
    for place in range(begin, end):
        line = lines[place]
        if not (text := line.text.strip()):
            continue
        if place in told:
            parts = [
                Cell((line.with_text(part),) if part else (), row, n) for n, part in enumerate(told[place])
            ]
        elif _heads_rows(text):
            parts = [Cell((line.with_text(text),), row, 0, 1, width)]
        elif is_day_label(text.strip(" *:-")):
            return None  # rows below days
        else:
            parts = [Cell((line.with_text(text),), row, content)]
        cells += parts
        row += 1
    table = Table(tuple(cells), height=row, width=width)
    return (begin, end, table) if columns_of(table) is not None else None


def _cells(text: str) -> list[str]:
    cells = [cell.strip() for cell in text.strip().removeprefix("|").split("|")]
    mark = read_mark(cells[0])
    return [cells[0][mark.end :].strip() if mark and mark.rank >= DASH else cells[0], *cells[1:]]


def _is_no_row(cells: Sequence[str]) -> bool:
    """Whether cells head columns, or rule a table off."""
    filled = [cell for cell in cells if cell]
    return not filled or all(heading_role(cell) is not None or not re.search(r"\w", cell) for cell in filled)


def _column_of_times(rows: Sequence[Sequence[str]], width: int) -> int | None:
    """The column of which most cells are days; None where there is none, or more than one."""
    found = [
        n
        for n in range(width)
        if sum(looks_like_time(row[n]) and _tells_days(row[n]) for row in rows) >= _MOST * len(rows)
    ]
    return found[0] if len(found) == 1 else None


def _tells_days(text: str) -> bool:
    return names_a_day(text) or not any(map(str.isdigit, text))


def _heads_rows(text: str) -> bool:
    text = text.strip()
    return len(text) < _HEAD and (_MONTH.fullmatch(fold(text)) is not None or is_week_heading(text))
