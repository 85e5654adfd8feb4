"""Turns of phrase put plainly before the words are understood; what is shown as evidence stays as written.

Each is a way in which offices shorten or interrupt a time: a comma within a repeat, by how much something moved told
before when it is, a deadline without "ngày". What is hard is to change nothing else: every turn needs its whole phrase.
"""

from calendars.grammar.rule import Context
from calendars.reading.turns.changes import CHANGES
from calendars.reading.turns.days import DAYS
from calendars.reading.turns.deadlines import DEADLINES
from calendars.reading.turns.repeats import REPEATS
from calendars.reading.turns.standing import STANDING
from calendars.reading.turns.writing import WRITING

TURNS = (*WRITING, *DAYS, *STANDING, *REPEATS, *CHANGES, *DEADLINES)
"""In the order in which they are put plainly: how days are written comes first, for the others look for days."""


_SAID = tuple((turn.says, turn) for turn in TURNS)


def plain(text: str, context: Context) -> str:
    """The text with such turns put plainly; the period of the context tells which quarter "cuối quý" is of."""
    words, period = text.lower(), context.period
    for says, turn in _SAID:
        for said in says:
            if said in words:
                if turn.met(words, period):
                    text = turn.put(text, period)
                break
    return text
