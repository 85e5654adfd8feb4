"""The period of a standing rule as the sentence that leads to it tells it.

Below "LỊCH TIẾP CÔNG DÂN" an office "thông báo lịch tiếp công dân năm 2019 của Giám đốc Sở như sau". What is hard is
that the same lines cite laws and decisions by their years.
"""

import re
from collections.abc import Sequence
from datetime import date

from calendars.layouts.words import fold
from calendars.reading.framing.period import Period, period_in, year_in

_FIRST_LINES = 12
_LEADS = re.compile(
    r"\b(?:lich|che do|gio|ke hoach|thoi gian)\b(?P<what>[^.;:]{0,200}?)\s*,?\s*(?:(?:cu the )?(?:nhu sau|sau day)|:$)"
)
_CITES = re.compile(r"\W*(?:can cu|thuc hien|theo|xet)\b")
_A_LAW = re.compile(
    r"\b(?:luat|nghi dinh|nghi quyet|quyet dinh|thong tu|quy dinh|ke hoach so|nhiem ky)\b|\bso \d"
)


def period_led_in(lines: Sequence[str], near: date | None) -> Period | None:
    """The period that the sentence before the rules names; None where there is none, or it names none.

    near: helps to find a missing year ("lịch trực tháng 5 như sau").
    """
    for line in lines[:_FIRST_LINES]:
        folded = fold(line).strip()
        if not (found := _LEADS.search(folded)) or _A_LAW.search(found["what"]):
            continue
        if _CITES.match(folded) and "," not in folded[: found.start()]:
            continue
        if span := period_in(f"lich {found['what']}", near) or year_in(found["what"]):
            return Period(span)
    return None
