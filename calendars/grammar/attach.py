"""Words that govern a time from some way off: "dự kiến tổ chức hội nghị ... ngày 24/11".

A mark of doubt, a deadline's opening words, an exception to a repeat stand before or after the time with other words
between. Each row of the table says which pieces look for a time, in which direction, how far, and what stops them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from calendars.grammar.group import BOUND, Group
from calendars.grammar.joined_values import in_part_of_day
from calendars.grammar.pieces import SILENT, Clock, Kind, Parts, Piece

_NO_LIMIT = r"(?!(?:[^\W\d]+ ){0,2}(?:đến|tới|trước|chậm|muộn|hạn) |(?:từ|kể|bắt) )"
_TIMES = (Kind.DAY, Kind.WEEKDAY, Kind.PERIOD, Kind.OFTEN, Kind.SPECIAL, Kind.NTH, Kind.CLOCK)
_DAYS = (Kind.DAY, Kind.WEEKDAY, Kind.PERIOD, Kind.NTH, Kind.SPECIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A kind of piece that, standing alone, belongs to a time nearby.

    forward: whether to the next time, else the one before. stops: what between them parts them. starts: what
    the piece must begin with; before: what must stand right before it; time_begins: how the time must begin,
    its small words included; opens, closes: with what the words between the two begin and end; last: whether the one
    that stands behind must end its sentence; made: the name of the rule that must have made the piece; becomes: the
    kind that it has beside that time.
    """

    name: str
    kind: str
    forward: bool
    reach: int
    stops: str = r"[.;:]"
    to: tuple[str, ...] = _TIMES
    starts: str = ""
    before: str = ""
    time_begins: str = ""
    opens: str = ""
    closes: str = ""
    last: bool = False
    made: str = ""
    becomes: str = ""


ATTACHMENTS = (
    Attachment(name="tentative-ahead", kind=Kind.TENTATIVE, forward=True, reach=100),
    Attachment(
        name="tentative-behind", kind=Kind.TENTATIVE, forward=False, reach=160, stops=r"[.;]", before=r"\("
    ),
    Attachment(name="later-behind", kind=Kind.LATER, forward=False, reach=160, stops=r"[.;]", to=_DAYS),
    Attachment(
        name="elsewhere-behind", kind=Kind.ELSEWHERE, forward=False, reach=160, stops=r"[.;]", to=_DAYS
    ),
    Attachment(
        name="hour-before-its-event",
        kind=Kind.CLOCK,
        forward=True,
        reach=90,
        stops=r"[.;]|\w:",
        to=(Kind.DAY,),
        opens=":",
        closes=r"(?:,|[^\W\d_] \() ?",
        time_begins=_NO_LIMIT,
        last=True,
    ),
    Attachment(
        name="hour-in-brackets-before-its-event",
        kind=Kind.CLOCK,
        forward=True,
        reach=90,
        stops=r"[.;:]|\w\)",
        to=(Kind.DAY,),
        before=r"\(",
        opens=")",
        closes=r", ?",
        time_begins=_NO_LIMIT,
        last=True,
    ),
    Attachment(
        name="hour-in-brackets-behind-its-event",
        kind=Kind.CLOCK,
        forward=False,
        reach=90,
        stops=r"[.;]|\w\)",
        to=(Kind.DAY,),
        before=r"\(",
        opens=":",
        last=True,
    ),
    Attachment(
        name="hour-behind-its-event",
        kind=Kind.CLOCK,
        forward=False,
        reach=120,
        stops=r"[.;]",
        to=(Kind.DAY,),
        closes=r" (?:lúc|hồi|vào) ",
        last=True,
    ),
    Attachment(name="exception-behind", kind=Kind.EXCEPT, forward=False, reach=200, stops=r"\."),
    Attachment(
        name="beginning-of-a-repeat",
        kind=Kind.DAY,
        made="from-a-day-on",
        forward=True,
        reach=80,
        stops=r"[.;:]",
        starts=r"(?:kể|bắt đầu) từ",
        to=(Kind.OFTEN,),
        becomes=BOUND,
    ),
    Attachment(
        name="beginning-before-a-comma",
        kind=Kind.DAY,
        made="from-a-day-on",
        forward=True,
        reach=80,
        stops=r"[.;:]",
        starts="từ",
        opens=",",
        to=(Kind.OFTEN,),
        becomes=BOUND,
    ),
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


_ROWS: dict[str, tuple[Attachment, ...]] = {
    kind: tuple(row for row in ATTACHMENTS if row.kind == kind) for kind in {row.kind for row in ATTACHMENTS}
}


_compiled = cache(re.compile)
"""The patterns of the rows, each compiled when it is first looked for."""

_IN = re.compile(r"trong ?\Z")
_SENTENCE_ENDS = re.compile(r" ?\)? ?(?:[.;](?!\d)|\Z)")


def attach(groups: Sequence[Group], text: str) -> list[Group]:
    """The groups with each loose piece given to the time that it governs; the others stay as they are."""
    kept: list[Group] = []
    for index, group in enumerate(groups):
        before = kept[-1] if kept else None
        after = groups[index + 1] if index + 1 < len(groups) else None
        pieces = group.pieces
        piece = pieces[0] if len(pieces) == 1 else _hour_with_part(pieces) if len(pieces) == 2 else None
        if piece is None and before is not None and group.has(Kind.EXCEPT):
            _give_exception(group, before)
        if piece is None or not _attached(piece, before, after, text):
            kept.append(group)
    return kept


def _give_exception(group: Group, before: Group) -> None:
    """An exception behind further hours of a repeat ("hằng ngày: sáng ..., chiều ... (trừ thứ Hai)"), to the repeat."""
    hours = [piece for piece in group.pieces if piece.kind != Kind.EXCEPT]
    if before.has(Kind.OFTEN) and all(piece.kind in (Kind.CLOCK, Kind.PART) for piece in hours):
        for piece in group.pieces:
            if piece.kind == Kind.EXCEPT:
                before.take(_moved(piece, before))
        group.pieces, group.kinds = hours, ""


def _hour_with_part(pieces: Sequence[Piece]) -> Piece | None:
    """An hour with the part of the day that it is said to be of ("8 giờ sáng"), as one piece."""
    hour, other = pieces
    clock, parts = hour.value, other.value
    if not isinstance(clock, Clock) or not isinstance(parts, Parts):
        return None
    at = in_part_of_day(clock.start, parts.part)
    return replace(hour, value=replace(clock, start=at, part=parts.part), end=other.end)


def _attached(piece: Piece, before: Group | None, after: Group | None, text: str) -> bool:
    """Whether a loose piece was given to one of its neighbours."""
    for row in _ROWS.get(piece.kind, ()):
        other = after if row.forward else before
        if other is not None and _governs(row, piece, other, text):
            moved = _moved(piece, other)
            other.take(replace(moved, kind=row.becomes) if row.becomes else moved)
            return True
    return False


def _governs(row: Attachment, piece: Piece, other: Group, text: str) -> bool:
    if row.made and piece.rules[0] != row.made:
        return False
    if row.starts and _compiled(row.starts).match(text[piece.start : piece.end]) is None:
        return False
    if (
        row.before
        and _compiled(row.before + r" ?\Z").search(text[max(0, piece.start - 2) : piece.start]) is None
    ):
        return False
    begin, end = (piece.end, other.start) if row.forward else (other.end, piece.start)
    if end - begin > row.reach:
        return False
    between = text[begin:end]
    if not between.startswith(row.opens):
        return False
    if row.closes and _compiled(row.closes + r"\Z").search(between) is None:
        return False
    if row.last and _SENTENCE_ENDS.match(text, max(other.end, piece.end)) is None:
        return False
    if _compiled(row.stops).search(between) or not any(other.has(kind) for kind in row.to):
        return False
    begins = text[other.start : other.end]
    if row.time_begins and not (_compiled(row.time_begins).match(begins) or _IN.search(between)):
        return False
    return not other.has(row.becomes or row.kind)


def _moved(piece: Piece, group: Group) -> Piece:
    """The piece as part of a group elsewhere: its rule is kept, its place does not stretch the group's."""
    said = [one.start for one in group.pieces if one.kind not in SILENT]
    begin = min(said) if said else group.start  # "đợt 1 (10/4): tạm hoãn": the 1 is no part of the day
    return Piece(piece.kind, piece.value, begin, begin, piece.rules, piece.issues)
