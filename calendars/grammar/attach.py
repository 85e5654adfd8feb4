"""Words that govern a time from some way off: "dự kiến tổ chức hội nghị ... ngày 24/11", "cuối tháng: toạ đàm (dự kiến)".

A mark of doubt, a deadline's opening words, an exception to a repeat stand before or after the time with other words
between. Each row of the table says which pieces look for a time, in which direction, how far, and what stops them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from calendars.grammar.group import Group
from calendars.grammar.pieces import Kind, Piece

_TIMES = (Kind.DAY, Kind.WEEKDAY, Kind.PERIOD, Kind.OFTEN, Kind.SPECIAL, Kind.NTH, Kind.CLOCK)
_DAYS = (Kind.DAY, Kind.WEEKDAY, Kind.PERIOD, Kind.NTH, Kind.SPECIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A kind of piece that, standing alone, belongs to a time nearby.

    forward: whether to the next time, else the one before. stops: what between them parts them. starts: what the piece must
    begin with; before: what must stand right before it; time_begins: how the time must begin, its small words included.
    """

    name: str
    kind: Kind
    forward: bool
    reach: int
    stops: str = r"[.;:]"
    to: tuple[Kind, ...] = _TIMES
    starts: str = ""
    before: str = ""
    time_begins: str = ""


ATTACHMENTS = (
    Attachment(name="tentative-ahead", kind=Kind.TENTATIVE, forward=True, reach=100),
    Attachment(
        name="tentative-behind", kind=Kind.TENTATIVE, forward=False, reach=160, stops=r"[.;]", before=r"\("
    ),
    Attachment(name="later-behind", kind=Kind.LATER, forward=False, reach=160, stops=r"[.;]", to=_DAYS),
    Attachment(name="exception-behind", kind=Kind.EXCEPT, forward=False, reach=200, stops=r"\."),
    Attachment(name="roll-behind", kind=Kind.ROLL, forward=False, reach=200, stops=r"\.\Z"),
    Attachment(
        name="over-behind", kind=Kind.DEADLINE, forward=False, reach=12, stops=r"[.;]", starts="hết hạn"
    ),
    Attachment(
        name="deadline-ahead",
        kind=Kind.DEADLINE,
        forward=True,
        reach=90,
        stops=r"[.;]",
        starts=r"hạn|thời hạn|chậm nhất|muộn nhất",
    ),
    Attachment(
        name="completion-ahead", kind=Kind.DONE, forward=True, reach=90, to=_DAYS, time_begins=r"trong\b"
    ),
)


def attach(groups: Sequence[Group], text: str) -> list[Group]:
    """The groups with each loose piece given to the time that it governs; the others stay as they are."""
    kept = list(groups)
    for group in groups:
        if len(group.pieces) != 1:
            continue
        place = kept.index(group)
        for row in ATTACHMENTS:
            if row.kind == group.pieces[0].kind and (other := _governed(row, kept, place, text)) is not None:
                other.pieces.append(_moved(group.pieces[0], other))
                kept.remove(group)
                break
    return kept


def _governed(row: Attachment, groups: Sequence[Group], place: int, text: str) -> Group | None:
    piece = groups[place].pieces[0]
    if row.starts and re.match(row.starts, text[piece.start : piece.end]) is None:
        return None
    if row.before and re.search(row.before + r" ?\Z", text[max(0, piece.start - 2) : piece.start]) is None:
        return None
    beside = place + 1 if row.forward else place - 1
    if not 0 <= beside < len(groups):
        return None
    other = groups[beside]
    begin, end = (piece.end, other.start) if row.forward else (other.end, piece.start)
    between = text[begin:end]
    if (
        len(between) > row.reach
        or re.search(row.stops, between)
        or not any(other.has(kind) for kind in row.to)
    ):
        return None
    begins = text[other.start : other.end]
    if row.time_begins and not (re.match(row.time_begins, begins) or re.search(r"trong ?\Z", between)):
        return None
    return None if other.has(row.kind) else other


def _moved(piece: Piece, group: Group) -> Piece:
    """The piece as part of a group elsewhere: its rule is kept, its place does not stretch the group's."""
    return Piece(piece.kind, piece.value, group.start, group.start, piece.rules, piece.issues)
