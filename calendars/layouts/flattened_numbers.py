"""The rows of a table that lost its grid, where numbers begin them: each may hold several things, and heads a group.

What is hard is a row number that covers several hours, and the day of the rows below that stands before a number.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from calendars.documents.document import Line
from calendars.layouts.placing import placed
from calendars.layouts.sections import is_heading
from calendars.layouts.timelabels import (
    is_day_label,
    is_time_label,
    names_a_day,
    opens_with_hour,
    tells_an_hour,
)

ROW_NUMBER = re.compile(r"(\d{1,3})\s*[.)]?")
_GROUP_NUMBER = re.compile(r"(?:[IVX]{1,4}|[A-HĐ])\s*[.)/]?")
_LONGEST_HEAD = 30
_NEAR = 24  # letters of a cell in which its day would stand
Row = dict[int, list[Line]]
"""The cells of a row, each the lines of a column."""
WHOLE_ROW = -1
"""In place of a column: a heading over all of them."""


def row_numbers(body: Sequence[Line]) -> list[int]:
    """The places of the lines that number the rows: 1, 2, 3 ..., again from 1 in a new group."""
    places: list[int] = []
    last = 0
    for place, line in enumerate(body):
        found = ROW_NUMBER.fullmatch(line.text.strip())
        if not found:
            continue
        number = int(found[1])
        new_group = number == 1 and places and place > 1 and _begins_group(body, place - 2)
        if number == last + 1 or new_group:
            places.append(place)
            last = number
    return places


def _begins_group(body: Sequence[Line], place: int) -> bool:
    """Whether the heading of a group of rows stands here: "II" over "CÔNG VIỆC KHÁC", or the words alone."""
    text = body[place].text.strip()
    if _GROUP_NUMBER.fullmatch(text):
        return place + 1 < len(body)
    following = body[place + 1] if place + 1 < len(body) else None
    numbered = following is not None and ROW_NUMBER.fullmatch(following.text.strip()) is not None
    return numbered and len(text.split()) > 1 and is_heading(body[place], following)


def numbered_rows(body: Sequence[Line], numbers: set[int], roles: list[str]) -> list[Row]:
    """The rows that begin at the places of these numbers, each with its cells by column; a group's heading is one."""
    columns = [(n, role) for n, role in enumerate(roles) if role != "number"]
    rows: list[Row] = []
    held: list[Line] = []
    in_group = False
    for place, line in enumerate(body):
        if place in numbers:
            rows += _closed(held, columns, in_group)
            held, in_group = [], False
        elif _begins_group(body, place) and not in_group:
            rows += _closed(held, columns, in_group)
            held, in_group = [line], True
        elif held and place + 1 in numbers and columns[0][1] == "day" and is_day_label(line.text):
            rows += _closed(held, columns, in_group)  # the day of the rows below
            held, in_group = [line], False
        else:
            held.append(line)
    return rows + _closed(held, columns, in_group)


def _closed(held: Sequence[Line], columns: Sequence[tuple[int, str]], in_group: bool) -> list[Row]:
    if not held:
        return []
    if in_group:
        texts = [line.text.strip() for line in held]
        if _GROUP_NUMBER.fullmatch(texts[0]):
            texts[0] = texts[0].rstrip(" .)/") + "."
        return [{WHOLE_ROW: [replace(held[0], text=" ".join(texts))]}]
    if len(parts := _apart_by_hours(held, columns)) > 1:
        return [row for part in parts for row in _closed(part, columns, in_group)]
    first = held[0].text
    if (
        any(role in ("time", "part") for _, role in columns)
        and is_time_label(first)
        and not names_a_day(first)
    ):
        columns = [(n, role) for n, role in columns if role != "day"]  # the day of the row above
    row = placed(held, columns)
    content = next((n for n, role in columns if role == "content"), None)
    if content in row:
        row[content] = _headed(row[content])
    return [row]


def _apart_by_hours(held: Sequence[Line], columns: Sequence[tuple[int, str]]) -> list[Sequence[Line]]:
    """The lines of a numbered row, apart before each further hour: a number and a day may cover several things."""
    roles = [role for _, role in columns]
    if roles.count("time") > 1 or {"former", "changed"} & set(roles):
        return [held]  # from when, to when
    alone = "time" in roles  # else each hour is joined with what is held then
    hours = [
        n
        for n, line in enumerate(held)
        if (
            is_time_label(line.text) and tells_an_hour(line.text)
            if alone
            else opens_with_hour(line.text.strip())
        )
        and not names_a_day(line.text[:_NEAR])
    ]
    begins = [n for above, n in pairwise(hours) if n - above > 1]
    return [held[a:b] for a, b in pairwise((0, *begins, len(held)))]


def _headed(cell: list[Line]) -> list[Line]:
    """The lines of a cell, a colon behind the first where it says shortly what a sentence below tells at length."""
    if len(cell) < 2:
        return cell
    head, text = cell[0].text.strip(), cell[1].text.strip()
    told = text[:1].isupper() and text.endswith(".") and len(text) > _LONGEST_HEAD
    if not told or len(head) > 2 * _LONGEST_HEAD or head.endswith((".", ",", ";", ":", "-", "–")):
        return cell
    return [cell[0].with_text(f"{head}:"), *cell[1:]]
