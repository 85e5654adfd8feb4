"""The days of one row told line by line beside the things in it: "17/9", "27/9" beside "- Sơ khảo", "- Chung kết".

What is hard: a cell of one day has several lines too ("Thứ Ba" over "03/10", "từ 05/9" over "đến 06/9"), so that each
line must be a day by itself, and there must be as many as things.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.documents.document import Cell, Line
from calendars.layouts.marks import read_mark
from calendars.layouts.words import fold

_DAY = re.compile(
    r"(?:(?:buoi\s+)?(?:sang|chieu|toi|trua)\b[\s,;(]*|\d{1,2}\s*(?:h|g|gio|:)\s*(?:\d{2})?[\s,;]*(?:phut\s*)?)*"
    r"(?:ngay\s+)?\d{1,2}\s*[/.]\s*\d{1,2}(?:\s*[/.]\s*\d{4})?\s*(?:[(,;].*)?"
)


def with_own_days(pieces: Sequence[list[Line]], cells: Iterable[Cell]) -> list[tuple[list[Line], str]]:
    """The things of a row, each with its day, where the cell of days has a line for each; else nothing.

    Things behind dashes below one that has no dash are parts of it and begin with its name.
    """
    lines = [line.text.strip(" -+•") for cell in cells for line in cell.lines if line.text.strip()]
    if (
        len(lines) < 2
        or len(set(lines)) < len(lines)
        or not all(_DAY.fullmatch(fold(line)) for line in lines)
    ):
        return []
    if len(pieces) == len(lines):
        return list(zip(pieces, lines, strict=True))
    head, parts = pieces[:1], pieces[1:]
    if len(parts) != len(lines) or _is_marked(head[0]) or not all(map(_is_marked, parts)):
        return []
    name = " ".join(line.text.strip() for line in head[0]).rstrip(" :.;")
    return [(_named(name, part), day) for part, day in zip(parts, lines, strict=True)]


def _is_marked(piece: Sequence[Line]) -> bool:
    return piece[0].mark is not None or read_mark(piece[0].text.strip()) is not None


def _named(name: str, part: Sequence[Line]) -> list[Line]:
    first = part[0]
    mark = read_mark(first.text.strip())
    text = first.text.strip()[mark.end :] if mark else first.text
    return [replace(first, text=f"{name}: {text.strip().rstrip(' :')}", mark=None), *part[1:]]
