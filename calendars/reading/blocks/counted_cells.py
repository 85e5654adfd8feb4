"""Cells in which several things run on behind numbers or dashes, each on a line of its own.

"1. Hội thi (04/11); 2. Đối thoại (05/11)". What is hard: a dash parts the fields of one thing too, so that behind each
a thing with its own date must stand, and numbers must count from 1.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from calendars.documents.document import Cell, Line, Table

_NUMBER = re.compile(r"(?:^|(?<=[\s;.]))\(?(?P<number>[1-9]\d?)[.)]\s+(?=[A-ZĐÀ-Ỹ])")
_DASH = re.compile(r"(?:^|(?<=\s))[-+•]\s+(?=[A-ZĐÀ-Ỹ])")
_DATE = re.compile(r"\d{1,2}\s?/\s?\d{1,2}|\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|ngày \d)", re.IGNORECASE)
_FEWEST = 2
_LONGEST = 2_000  # letters of a cell


def with_things_apart(table: Table) -> Table:
    """The table with such cells parted into lines."""
    if not any(_may_run_on(line.text) for cell in table.cells for line in cell.lines):
        return table
    return replace(table, cells=tuple(_parted(cell) for cell in table.cells))


def _may_run_on(text: str) -> bool:
    return text.lstrip()[:1] in "1(-+•" and len(text) < _LONGEST


def _parted(cell: Cell) -> Cell:
    lines: list[Line] = []
    for line in cell.lines:
        places = _places(line.text) if _may_run_on(line.text) else []
        parts = [line.text[begin:end].strip(" ;") for begin, end in pairwise([*places, len(line.text)])]
        lines += [replace(line, text=part, whole=True) for part in parts] if parts else [line]
    return replace(cell, lines=tuple(lines)) if len(lines) > len(cell.lines) else cell


def _places(text: str) -> Sequence[int]:
    """Where the things begin; none where they are not told apart."""
    counted: list[int] = []
    for found in _NUMBER.finditer(text):
        if int(found["number"]) == len(counted) + 1 and (counted or not text[: found.start()].strip()):
            counted.append(found.start())
    if len(counted) >= _FEWEST:
        return counted
    dashed = [found.start() for found in _DASH.finditer(text)]
    if len(dashed) < _FEWEST or text[: dashed[0]].strip():
        return []
    parts = [text[begin:end] for begin, end in pairwise([*dashed, len(text)])]
    return dashed if all(map(_DATE.search, parts)) else []
