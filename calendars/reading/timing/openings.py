"""The opening hour of days that a heading tells: "THỨ TƯ, 28/02 ĐẾN THỨ SÁU, 01/3" over "Hội thi A (khai mạc 8h00)".

The bracket makes a thing of its own of the opening, which then seems to last all the days. What is hard is that an
opening on a day of its own is a thing that people come to.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from calendars.layouts.words import fold
from calendars.reading.scope import Draft
from calendars.reading.timing.precedence import Origin
from calendars.when import Span, Undated, with_hours

_OPENS = re.compile(r"(?:le )?(?:khai mac|bat dau|khai giang)(?: (?:luc|vao|tai))*")


def with_opening_hours(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, one that is only the opening of the days of the draft before as the first hour of these."""
    opened = [after for before, after in pairwise(drafts) if _is_opening_of(before, after)]
    for before, after in pairwise(drafts):
        if after in opened:
            before.when = with_hours(before.when, after.when.hours)
            before.location = before.location or after.location
    return [draft for draft in drafts if not any(draft is one for one in opened)]


def _is_opening_of(before: Draft, after: Draft) -> bool:
    one, other = before.when, after.when
    if not isinstance(one, Span) or one.hours or not other.hours.start:
        return False
    # "Từ 16/11 đến 18/11: lớp A; khai giảng 7h30": no day of its own, that of the programme, or all of these.
    same = (
        after.origin in (Origin.SECTION, Origin.PERIOD)
        or isinstance(other, Undated)
        or (isinstance(other, Span) and (one.first, one.last) == (other.first, other.last))
    )
    return same and _OPENS.fullmatch(fold(after.title).strip(" .")) is not None
