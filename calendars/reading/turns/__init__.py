"""Turns of phrase put plainly before the words are understood; what is shown as evidence stays as written.

Each is a way in which offices shorten or interrupt a time: a comma within a repeat, by how much something moved told
before when it is, a deadline without "ngày". What is hard is to change nothing else: every turn needs its whole phrase.
"""

from collections.abc import Sequence
from functools import cache

from calendars.grammar.rule import Context
from calendars.layouts.bare import is_bare
from calendars.layouts.words import lowered
from calendars.reading.sought import Sought
from calendars.reading.timing.telling import LONG, telling_sentences
from calendars.reading.turns.arrivals import ARRIVALS
from calendars.reading.turns.asides import ASIDES
from calendars.reading.turns.bare import bare
from calendars.reading.turns.called_off import CALLED_OFF
from calendars.reading.turns.changes import CHANGES
from calendars.reading.turns.changes_said import CHANGES_SAID
from calendars.reading.turns.changes_told import CHANGES_TOLD
from calendars.reading.turns.dashed import DASHED
from calendars.reading.turns.days import DAYS
from calendars.reading.turns.days_off import DAYS_OFF
from calendars.reading.turns.deadlines import DEADLINES
from calendars.reading.turns.in_a_row import IN_A_ROW
from calendars.reading.turns.left_out import LEFT_OUT
from calendars.reading.turns.made_up import MADE_UP
from calendars.reading.turns.moves import MOVES
from calendars.reading.turns.of_months import OF_MONTHS
from calendars.reading.turns.of_the_day import OF_THE_DAY
from calendars.reading.turns.of_weeks import OF_WEEKS
from calendars.reading.turns.places_behind import PLACES_BEHIND
from calendars.reading.turns.programmes import PROGRAMMES
from calendars.reading.turns.receptions import RECEPTIONS, SINCE
from calendars.reading.turns.repeats import REPEATS
from calendars.reading.turns.rests import RESTS
from calendars.reading.turns.standing import STANDING
from calendars.reading.turns.told_by import TOLD_BY
from calendars.reading.turns.turn import Turn
from calendars.reading.turns.weeks import WEEKS
from calendars.reading.turns.writing import WRITING

TURNS = (
    *ARRIVALS,
    *OF_THE_DAY,
    *WRITING,
    *SINCE,
    *PLACES_BEHIND,
    *LEFT_OUT,
    *IN_A_ROW,
    *DASHED,
    *PROGRAMMES,
    *OF_WEEKS,
    *ASIDES,
    *DAYS,
    *DAYS_OFF,
    *RECEPTIONS,
    *TOLD_BY,
    *STANDING,
    *RESTS,
    *WEEKS,
    *REPEATS,
    *OF_MONTHS,
    *MADE_UP,
    *CHANGES_TOLD,
    *CALLED_OFF,
    *MOVES,
    *CHANGES_SAID,
    *CHANGES,
    *DEADLINES,
)
"""In the order in which they are put plainly: how days are written comes first, for the others look for days."""


_SHORT = 12  # letters; what is shorter tells no more than an hour
_SOUGHT = Sought(turn.says for turn in TURNS)


@cache
def _without_marks() -> tuple[tuple[Turn, ...], Sought]:
    """The same for text typed without diacritics, which few documents are."""
    turns = tuple(map(bare, (*CHANGES_TOLD, *CALLED_OFF, *MOVES, *CHANGES_SAID, *CHANGES)))
    return turns, Sought(turn.says for turn in turns)


def _telling(text: str) -> str:
    """The sentences of a long text that may tell a time; in the others no turn is sought."""
    if len(text) <= LONG:
        return text
    return "\n".join(text[begin:end] for begin, end in telling_sentences(text))


def plain(text: str, context: Context) -> str:
    """The text with such turns put plainly; the period of the context tells which quarter "cuối quý" is of."""
    plainly = _put(text, context, TURNS, _SOUGHT)
    if len(text) > _SHORT and is_bare(plainly):
        return _put(plainly, context, *_without_marks())
    return plainly


def _put(text: str, context: Context, turns: Sequence[Turn], sought: Sought) -> str:
    words, period = lowered(_telling(text)), context.period
    for place in sorted(sought.told(words)):
        turn = turns[place]
        # As `Turn.met`, without a call: of those that a text's words tell, many need another word, or another period.
        if turn.beside in words and (turn.within is None or turn.within(period)):
            text = turn.put(text, period)
    return text
