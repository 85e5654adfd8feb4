"""The points for which an invitation calls people together, where nothing else names its meeting.

"Đến dự họp, nội dung:" over "1. Nghe báo cáo ..." and "2. Cho ý kiến ...": the first point stands for the name, as it
does in the calendars of those who are invited, and all are shown as evidence. What is hard is to tell the points from
what others are asked to do (reference section A.7).
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from calendars.documents.document import Block, Line
from calendars.layouts.labels import read_label
from calendars.layouts.outline import mark_of, own_text, passage_of
from calendars.layouts.words import fold
from calendars.marks import Passage

_HEADS_POINTS = re.compile(
    r"[^:]{0,160}\bnoi dung(?: (?:sau|sau day|nhu sau|cuoc hop|buoi hop|hop|lam viec|chinh|gom))*\s*:?"
    r"|[^:]{0,120}\b(?:du|hop)\b[^:]{0,60}(?:\bde|\bve|\bsau|\bvan de)\s*:"
)
_LONGEST_HEADING = 180
_LEAST = 8  # letters


def points_below(body: Sequence[Block]) -> tuple[tuple[str, Passage], ...]:
    """The points of an invitation, each with its words and its place; none where no line heads them."""
    lines = [block for block in body if isinstance(block, Line)]
    for place, line in enumerate(lines):
        text = own_text(line, mark_of(line)).strip()
        if len(text) > _LONGEST_HEADING or _HEADS_POINTS.fullmatch(fold(text)) is None:
            continue
        points = tuple(takewhile(_is_point, lines[place + 1 :]))
        if points:
            return tuple((own_text(point, mark_of(point)), passage_of(point)) for point in points)
    return ()


def _is_point(line: Line) -> bool:
    mark = mark_of(line)
    text = own_text(line, mark)
    return mark is not None and read_label(text) is None and len(text) >= _LEAST and not text.isupper()
