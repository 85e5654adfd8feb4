"""The week of a message without a title: "Kính gửi các thầy cô lịch tuần 32 ạ (17/4-22/4):".

What is hard: such a line is written like a sentence, and may say only "tuần này" or "tuần sau", counted from the day on
which the message was written.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from calendars.layouts.words import fold
from calendars.reading.framing.period import Period, period_in
from calendars.times import week_of

_GREETED = re.compile(r"\b(?:lich|ke hoach)\b[^.;:]{0,40}\btuan\b")
_NEXT = re.compile(r"\btuan (?:sau|toi|tiep theo|ke tiep)\b")
_THIS = re.compile(r"\btuan nay\b")
_FIRST_LINES = 4
_LONGEST = 140  # letters
_WEEK = timedelta(days=7)
_SUNDAY = 6


def week_of_greeting(lines: Sequence[str], written: date | None) -> Period | None:
    """The week that one of the first lines of a message names as that of a schedule; None where none does.

    written: the day on which it was; without it only a week told with its year is known ("08/12 - 14/12/2025").
    """
    for line in lines[:_FIRST_LINES]:
        folded = fold(line)
        if len(line) > _LONGEST or _GREETED.search(folded) is None:
            continue
        span = period_in(line, written)
        if span is not None and span.last - span.first <= _WEEK:
            return Period(span)
        if written is None:
            continue
        if _NEXT.search(folded):
            return Period(week_of(written + _WEEK), guessed=True)
        if written.weekday() != _SUNDAY and _THIS.search(folded):
            return Period(week_of(written), guessed=True)
    return None
