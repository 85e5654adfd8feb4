"""Days that stand alone over rows of columns set with spaces, each with its hour in front.

    THỨ BA (14/12)
    08g00  Kiểm tra bệnh viện cuối năm theo 83 tiêu   Đoàn Sở Y tế   Hội trường B
           chí, kéo dài đến 15/12

Such rows are read as lines of a list by days. What is hard: a cell goes on below itself, so that the lines of all cells
alternate; and a heading row over the days makes it a table like others.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.outline import mark_of, own_text
from calendars.layouts.pieces import Piece, pieces_of
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import begins_with_clock, begins_with_weekday, is_day_label, is_part_label
from calendars.layouts.words import fold

_SOME_DAYS = 2
_SLACK = 3
_HEADS = 2
_BULLETS = " :*+-•=#"
_GAP = "   "
_DATE = re.compile(r"(?:ngay )?\d{1,2} ?(?:[/.-]|thang) ?\d{1,2}")


def lists_days(lines: Sequence[Line]) -> bool:
    """Whether days stand alone over rows that each begin with an hour: then each row is read by itself."""
    if not any(_GAP in line.text for line in lines):
        return False
    days = [n for n, line in enumerate(lines) if _is_day(line)]
    if len(days) < _SOME_DAYS or any(_is_heading(line) for line in lines):
        return False
    rows = [pieces for line in lines[days[0] :] if len(pieces := pieces_of(line.text)) > _HEADS]
    timed = [pieces for pieces in rows if _is_timed(pieces[0])]
    if len(timed) < max(_SOME_DAYS, len(days) // 2):
        return False
    second = min(pieces[1].start for pieces in timed)
    return all(_is_timed(first) or first.start + _SLACK >= second for first, *_ in rows)


def rows_below_days(lines: Sequence[Line]) -> Iterable[Line]:
    """The lines, each row of columns as one with the rest of its cells from the lines below it."""
    row: tuple[Line, list[Piece]] | None = None
    for line in lines:
        pieces = pieces_of(line.text)
        if row is not None and pieces and not _is_day(line) and _goes_on(pieces, row[1]):
            row = row[0], _joined(row[1], pieces)
            continue
        if row is not None:
            yield _told(*row)
            row = None
        if len(pieces) > 1 and _is_timed(pieces[0]):
            row = line, pieces
        else:
            yield line
    if row is not None:
        yield _told(*row)


def _is_day(line: Line) -> bool:
    text = own_text(line, mark_of(line)).strip(_BULLETS)
    return is_day_label(text) and (begins_with_weekday(text) or _DATE.match(fold(text)) is not None)


def _is_timed(piece: Piece) -> bool:
    return begins_with_clock(piece.text) or is_part_label(piece.text)


def _is_heading(line: Line) -> bool:
    """Whether a line heads columns."""
    pieces = pieces_of(line.text)
    roles = [heading_role(piece.text) or is_part_label(piece.text) for piece in pieces]
    if len(roles) > _HEADS and is_part_label(pieces[0].text) and not roles[1]:
        return False  # "Sáng   Họp giao ban   Hội trường A"
    return sum(map(bool, roles)) >= max(_HEADS, 0.6 * len(roles))


def _goes_on(pieces: Sequence[Piece], above: Sequence[Piece]) -> bool:
    """Whether a line holds only what goes on in cells of the row above: each piece begins where one does there."""
    starts = [piece.start for piece in above[1:]]
    return all(any(abs(piece.start - start) <= 1 for start in starts) for piece in pieces)


def _joined(above: Sequence[Piece], pieces: Sequence[Piece]) -> list[Piece]:
    below = {min(above[1:], key=lambda cell: abs(cell.start - piece.start)).start: piece for piece in pieces}
    return [
        Piece(f"{cell.text} {below[cell.start].text}", cell.start) if cell.start in below else cell
        for cell in above
    ]


def _told(line: Line, cells: Sequence[Piece]) -> Line:
    return replace(line, text=_GAP.join(cell.text for cell in cells), whole=True)
