"""Weeks set with spaces and without heads of columns: the weekday over its date, each hour with what is on then.

    Thứ hai   07h45   Chào cờ, giao ban toàn cơ quan   Giám đốc   Hội trường A
    01/4      14h00   Họp Hội đồng thi đua             Phó GĐ     Phòng họp 2

What is hard: cells that were too narrow go on below, also beside the date, so that lines have one cell or all of them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from calendars.documents.document import Line
from calendars.layouts.pieces import Piece, has_gap, pieces_of
from calendars.layouts.timelabels import (
    begins_with_clock,
    begins_with_weekday,
    is_day_label,
    is_part_label,
    is_time_label,
    names_a_day,
)

_DATE = re.compile(r"\(?\s*(?:[Nn]gày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?\s*\)?")
_DATE_IN = re.compile(r"\d\s*[/.-]\s*\d")
_SLACK = 2
_SOME_DAYS = 2
_MOST_DAYS = 14  # also bounds how often a line is looked at
_OFTEN = 0.3


def with_day_joined(pieces: Sequence[Piece], end: int | None = None) -> list[Piece]:
    """The cells of a line, a weekday and its date that stand wide apart in one cell as that cell.

    The cell ends where the next column begins (end); None where no head tells it.
    """
    if len(pieces) < 2 or not (_is_weekday(pieces[0]) and _is_date(pieces[1])):
        return list(pieces)
    if _DATE_IN.search(pieces[0].text) or (end is not None and pieces[1].end > end):
        return list(pieces)
    between = " " * (pieces[1].start - pieces[0].end)
    return [Piece(f"{pieces[0].text}{between}{pieces[1].text}", pieces[0].start), *pieces[2:]]


def headless_days(lines: Sequence[Line], first: int) -> tuple[int, list[Piece], list[str]] | None:
    """The place behind the week that begins here without heads, where its columns begin, and what they hold.

    The columns are empty pieces; a role is "" where the words must tell it. None where no such week begins.
    """
    opening = with_day_joined(pieces_of(lines[first].text))
    led = _led(opening)
    if not led or len(opening) <= len(led) or (len(led) == 1 and not _opens_with_time(opening[1])):
        return None
    is_opening = _is_weekday if _is_weekday(opening[0]) else _is_date
    starts = [piece.start for piece in opening[: len(led) + 1]]
    end, rows, days = first, [], 0
    for place in range(first, len(lines)):
        pieces = with_day_joined(pieces_of(lines[place].text))
        if not pieces:
            continue
        if not _belongs(pieces, starts):
            break
        end = place + 1
        opens = abs(pieces[0].start - starts[0]) <= _SLACK and is_opening(pieces[0])
        days += opens
        if days > _MOST_DAYS:
            return None
        if opens or any(_opens_with_time(piece) for piece in pieces[:2]):
            rows.append(pieces)
    goes_on = any(has_gap(line.text.strip()) for line in lines[first + 1 : end])
    if days < _SOME_DAYS or not goes_on or end - first < 2 * days:
        return None
    starts += _further(rows, starts[-1])
    roles = [*led, "content", *("" for _ in starts[len(led) + 1 :])]
    return end, [Piece("", start) for start in starts], roles


def _led(pieces: Sequence[Piece]) -> list[str]:
    """What the cells hold with which a day's first row begins: the day, the part of the day, the hour."""
    if not pieces or not (_is_weekday(pieces[0]) or _is_date(pieces[0])):
        return []
    roles = ["day"]
    for piece in pieces[1:]:
        if not _is_time(piece):
            break
        roles.append("part" if is_part_label(piece.text) and "part" not in roles else "time")
    return roles if len(roles) == len(set(roles)) else []


def _is_weekday(piece: Piece) -> bool:
    return begins_with_weekday(piece.text) and is_day_label(piece.text)


def _is_date(piece: Piece) -> bool:
    return _DATE.fullmatch(piece.text) is not None


def _opens_with_time(piece: Piece) -> bool:
    return _is_time(piece) or begins_with_clock(piece.text)


def _is_time(piece: Piece) -> bool:
    return is_time_label(piece.text) and not names_a_day(piece.text)


def _belongs(pieces: Sequence[Piece], starts: Sequence[int]) -> bool:
    """Whether a line is a row of the week or goes on in its cells."""
    head = pieces[0]
    if abs(head.start - starts[0]) <= _SLACK:
        in_cell = head.end < starts[1]
        return in_cell and (_is_weekday(head) or _is_date(head))
    if any(abs(head.start - start) <= _SLACK for start in starts[1:-1]):
        return is_time_label(head.text)
    return head.start + _SLACK >= starts[-1]


def _further(rows: Sequence[Sequence[Piece]], content: int) -> list[int]:
    """Where the columns behind what is held begin: where many rows have a cell."""
    found = Counter(piece.start for row in rows for piece in row if piece.start > content + _SLACK)
    often = sorted(start for start, times in found.items() if times >= max(2, _OFTEN * len(rows)))
    near = {after for before, after in pairwise(often) if after - before <= _SLACK}
    return [start for start in often if start not in near]
