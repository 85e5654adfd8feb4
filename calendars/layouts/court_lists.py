"""Lists of a court: who is tried or sues in one column, for what in another, neither of which names the case alone."""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.words import fold

_HEADING_ROWS = 4
_PARTY = re.compile(
    r"(?:ho(?: va)? ten |ten |cac )?(?:bi cao|duong su|nguyen don|bi don|nguoi (?:khoi|bi) kien|nguoi bi ap dung)\b"
)
_CASE = re.compile(
    r"(?:toi danh|toi|quan he (?:tranh chap|phap luat)|loai (?:an|vu)|ve viec|noi dung (?:vu|tranh chap))\b"
)
_BORN = re.compile(r"\s*[,;(-]?\s*\(?(?:sinh (?:ngày|năm)|sn|năm sinh)\s*:?\s*[\d/.-]+\)?", re.IGNORECASE)
_TRIES = "Xét xử"


def with_cases_named(table: Table) -> Table:
    """A list whose columns are the parties and the matter, with both in the cell of the matter; others as they are."""
    for row in range(min(_HEADING_ROWS, table.height - 1)):
        heads = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
        parties = [head.column for head in heads if _PARTY.match(fold(_text(head)).strip())]
        matters = [head.column for head in heads if _CASE.match(fold(_text(head)).strip())]
        if parties and len(matters) == 1:
            return _named(table, row, parties, matters[0])
    return table


def _named(table: Table, row: int, parties: Sequence[int], matter: int) -> Table:
    cells = []
    for cell in table.cells:
        if cell.row == row and cell.column == matter and cell.lines:
            cell = replace(cell, lines=(_line(cell.lines[0], "Nội dung"),))
        elif cell.row > row and cell.column == matter and cell.text.strip():
            who = [
                _BORN.sub("", _text(one)).strip()
                for column in parties
                if (one := table.at(cell.row, column)) is not None and one.text.strip()
            ]
            if who:
                told, case = " - ".join(who), _text(cell)
                told = f"{_TRIES} {told} - {case}" if "(" in f"{told}{case}" else f"{_TRIES} {told} ({case})"
                cell = replace(cell, lines=(_line(cell.lines[0], told),))
        elif cell.row >= row and cell.column in parties:
            continue
        cells.append(cell)
    return replace(table, cells=tuple(cells))


def _line(line: Line, text: str) -> Line:
    return replace(line, text=text, whole=True)


def _text(cell: Cell) -> str:
    return " ".join(line.text.strip() for line in cell.lines)
