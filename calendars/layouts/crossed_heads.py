"""The heads of a table set with spaces, with those under which things stand: halves of the day, days, or leaders.

    Buổi      Thứ 2 (12/10)            Thứ 3 (13/10)
    Sáng      8h00: Họp giao ban       9h30: Làm việc với Sở
              10h: Tiếp công dân

What is hard: the column that tells the halves often has no head.
"""

import re
from collections.abc import Sequence

from calendars.layouts.pieces import Piece
from calendars.layouts.shapes import looks_like_person
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import begins_with_weekday, is_day_label, is_part_label

_DATE = re.compile(r"\d{1,2}\s*[/.]\s*\d{1,2}\b")
_TIMES = frozenset(("day", "part", "time"))
_LEAST_DAYS = 3
_LEAST_LEADERS = 2
_NARROW = 4  # letters of a column without a head


def crossed_heads(heads: Sequence[Piece]) -> tuple[list[Piece], list[str]]:
    """The heads and the role of each; the heads of crossed tables are those of contents."""
    roles = [heading_role(head.text) or ("content" if is_part_label(head.text) else "") for head in heads]
    days = [n for n, head in enumerate(heads) if is_day_label(head.text)]
    dated = days and (begins_with_weekday(heads[days[0]].text) or _DATE.match(heads[days[0]].text))
    if dated and len(days) >= _LEAST_DAYS and len(days) >= len(heads) - 1:
        if days[0] == 0 and heads[0].start > _NARROW:
            return [Piece("Buổi", 0), *heads], ["part", *["content"] * len(heads)]
        return list(heads), ["content" if n in days else "part" for n in range(len(heads))]
    leaders = [n for n, head in enumerate(heads) if not roles[n] and looks_like_person(head.text)]
    if len(leaders) >= _LEAST_LEADERS and len(leaders) == roles.count("") and _TIMES & set(roles):
        roles = ["content" if n in leaders else role for n, role in enumerate(roles)]
    return list(heads), roles
