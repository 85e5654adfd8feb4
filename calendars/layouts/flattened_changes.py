"""A table of changes that lost its grid: one cell a line, the heads of old and new time behind that of what is moved.

    Điểm tiếp xúc / Lịch cũ / Lịch mới / Ấp 1 / 8h00, 03/7 / Không đổi / Ấp 3 / 14h00, 03/7 / 14h00, 05/7

No row has a number or a day before it, so that the cells are counted. What is hard is where the table ends.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.placing import Flattened
from calendars.layouts.tables import heading_role
from calendars.layouts.words import fold, layout_words

_LONGEST_HEAD = 35
_LONGEST_CELL = 90
_TOLD = re.compile(r"\d|\b(?:khong|giu nguyen|nhu cu|hoan|huy|ghep|gop|thong bao|bao sau|nghi|chua)\b")


def find_flattened_changes(lines: Sequence[Line]) -> Flattened | None:
    """The first such table among the lines; None where there is none with a row."""
    for place in range(1, len(lines) - 4):
        if not (_heads(lines[place], "former") and _heads(lines[place + 1], "changed")):
            continue
        first = place - 1
        if _is_sentence(lines[first]) or len(lines[first].text) > _LONGEST_HEAD:
            continue
        if first and heading_role(lines[first - 1].text) == "number":
            first -= 1
        end = place + 2
        if heading_role(lines[end].text) in ("note", "location") and not _TOLD.search(fold(lines[end].text)):
            end += 1
        rows = _rows(lines[end:], place - first, beside=end - place - 2)
        if rows:
            cells = tuple(
                Cell((line,), number, column)
                for number, row in enumerate([list(lines[first:end]), *rows])
                for column, line in enumerate(row)
            )
            table = Table(cells, height=len(rows) + 1, width=end - first)
            return Flattened(first, end + sum(map(len, rows)), table)
    return None


def _rows(lines: Sequence[Line], old: int, beside: int) -> list[list[Line]]:
    """The rows; old: how many cells stand before the old time; beside: how many may stand behind the new one."""
    rows: list[list[Line]] = []
    place = 0
    while place + old + 2 <= len(lines):
        row = list(lines[place : place + old + 2])
        told = all(_tells(cell) for cell in row[old:])
        if not told or any(len(cell.text) > _LONGEST_CELL or _is_sentence(cell) for cell in row):
            break
        place += len(row)
        following = lines[place : place + old + 2]
        if beside and following and not all(_tells(cell) for cell in following[old:]):
            row.append(following[0])  # a note: else the next row begins here
            place += 1
        rows.append(row)
    return rows


def _tells(cell: Line) -> bool:
    return _TOLD.search(fold(cell.text)) is not None


def _is_sentence(line: Line) -> bool:
    return line.text.rstrip().endswith((".", ":")) and len(line.text.split()) > 3


def _heads(line: Line, which: str) -> bool:
    text = line.text.strip(" .:()")
    return (
        len(text) <= _LONGEST_HEAD
        and not any(map(str.isdigit, text))
        and layout_words()[f"columns_of_changes.{which}"].match(fold(text)) is not None
    )
