"""One head over the day, its half and the hour, which stand in columns of their own below it.

    Thời gian            Nội dung
    Thứ 2   S  8h00      Giao ban Chi cục
            C  14h00     Họp chi bộ

Each is given a head of its own. What is hard: a day and its hour may as well be one cell on this line and two on that.
"""

from collections.abc import Sequence

from calendars.layouts.pieces import Piece
from calendars.layouts.timelabels import is_part_label, is_time_label, names_a_day

_SLACK = 2
_SOME_ROWS = 2
_HEADS = {"day": "Thứ, ngày", "part": "Buổi", "time": "Giờ"}


def with_times_parted(
    heads: Sequence[Piece], roles: Sequence[str], rows: Sequence[Sequence[Piece]]
) -> tuple[Sequence[Piece], Sequence[str]]:
    """The heads and roles of a table's columns; the first as one for each column of times that stand below it."""
    if len(heads) < _SOME_ROWS or roles[0] not in ("day", "time", "part"):
        return heads, roles
    if len(set(roles) & {"day", "time", "part"}) > 1:
        return heads, roles
    below = [piece for row in rows for piece in row if piece.end + 1 < heads[1].start]
    if not below or not all(is_time_label(piece.text) or piece.text.isdigit() for piece in below):
        return heads, roles
    starts: list[int] = []
    for start in sorted(piece.start for piece in below):
        if not starts or start - starts[-1] > _SLACK:
            starts.append(start)
    columns = [[p.text for p in below if start <= p.start <= start + _SLACK] for start in starts]
    several = any(sum(piece in below for piece in row) > 1 for row in rows)
    if not several or not 1 < len(columns) <= len(_HEADS) or min(map(len, columns)) < _SOME_ROWS:
        return heads, roles
    told = [_role(texts) for texts in columns]
    if len(set(told)) < len(told) or told[0] != "day":
        return heads, roles
    parted = [Piece(_HEADS[role], start) for role, start in zip(told, starts, strict=True)]
    return [*parted, *heads[1:]], [*told, *roles[1:]]


def _role(texts: Sequence[str]) -> str:
    if sum(map(names_a_day, texts)) > len(texts) / 2:
        return "day"
    return "part" if all(map(is_part_label, texts)) else "time"
