"""Turns of phrase for text that was typed without diacritics: "doi hop to tu 14h sang 15h".

The same phrases, and what is put for them, without marks. Only what tells of a change is looked for so: a turn of few
words would be met in others ("doi" is "đội" too).
"""

import re
from dataclasses import replace

from calendars.layouts.bare import without_marks
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan


def bare(turn: Turn) -> Turn:
    """The turn for such text."""
    plainly = turn.plainly

    def put(found: re.Match[str], period: DaySpan | None) -> str:
        return without_marks(plainly if isinstance(plainly, str) else plainly(found, period))

    return replace(
        turn,
        name=f"{turn.name}-without-marks",
        says=tuple(dict.fromkeys(map(without_marks, turn.says))),
        pattern=re.compile(without_marks(turn.pattern.pattern), turn.pattern.flags),
        plainly=without_marks(plainly) if isinstance(plainly, str) else put,
        beside=without_marks(turn.beside),
        examples=tuple((without_marks(written), without_marks(plain)) for written, plain in turn.examples),
    )
