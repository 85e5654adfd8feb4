"""Rows of units and what each of them does, with the days in the text: "Công đoàn | Hội thi (04/11); Họp (05/11)".

Such a table has no column of times. Each unit is put over its things as an outline would have it. What is hard: tables
without times also hold figures and lists, so that most of the things must tell a day.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.documents.document import Block, Cell, Line, Table
from calendars.layouts.marks import read_mark
from calendars.layouts.tables import columns_of, heading_role

_NEXT = re.compile(r";\s+(?=[A-ZĐÀ-Ỹ\d])")
_DATE = re.compile(
    r"\d{1,2}\s?/\s?\d{1,2}|\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày \d|(?:đầu|giữa|cuối|trong) tháng"
    r"|tuần (?:\d|đầu|cuối))",
    re.IGNORECASE,
)
_DATED = 0.7
_FEWEST_ROWS, _FEWEST_HEADS = 2, 2
_WHO = ("chair", "prepared_by", "attendees")  # columns that tell no more of a thing than who does it


def units_as_outlines(blocks: Iterable[Block]) -> Iterable[Block]:
    """The blocks, such a table as the lines of an outline."""
    for block in blocks:
        lines = _outline(block) if isinstance(block, Table) else ()
        if lines:
            yield from lines
        else:
            yield block


def _outline(table: Table) -> Sequence[Line]:
    content = _column_of_things(table)
    told = list(_told(table, content)) if content is not None and columns_of(table) is None else []
    things = [text for _, texts in told for text in texts]
    if len(told) < _FEWEST_ROWS or sum(map(bool, map(_DATE.search, things))) < _DATED * len(things):
        return ()
    lines: list[Line] = []
    for row, texts in told:
        first = row[0].lines[0]
        unit = ", ".join(cell.text for cell in row if cell.column < (content or 0) and _names(cell.text))
        lines += [first.with_text(f"{unit}:")] if unit else []
        lines += [replace(first, text=text, mark="-", whole=True) for text in texts]
    return lines


def _column_of_things(table: Table) -> int | None:
    """The column that the heads of a table call so, where nothing else is known to tell a time."""
    heads = [cell for cell in table.cells if cell.row == 0 and cell.text.strip()]
    found = [cell.column for cell in heads if heading_role(cell.text) == "content"]
    if len(found) != 1 or len(heads) < _FEWEST_HEADS:
        return None
    behind = {
        cell.column for cell in table.cells if cell.row and cell.column > found[0] and cell.text.strip()
    }
    roles = {cell.column: heading_role(cell.text) for cell in heads}
    return found[0] if all(roles.get(column) in _WHO for column in behind) else None


def _told(table: Table, content: int | None) -> Iterable[tuple[list[Cell], list[str]]]:
    for row in range(1, table.height):
        cells = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
        thing = next((cell for cell in cells if cell.column == content), None)
        if thing is not None and cells:
            yield cells, [text for line in thing.lines for text in _things(line.text)]


def _things(text: str) -> Sequence[str]:
    """The things of a line, those apart that a semicolon parts and that have each a day."""
    mark = read_mark(text.strip())
    plain = text.strip()[mark.end :].strip() if mark is not None else text.strip()
    parts = _NEXT.split(plain)
    return parts if all(map(_DATE.search, parts)) else [plain]


def _names(text: str) -> bool:
    return any(map(str.isalpha, text))
