"""Turns of phrase put plainly before the words are understood; what is shown as evidence stays as written.

Each is a way in which offices shorten or interrupt a time: a comma within a repeat, by how much something moved told
before when it is, a deadline without "ngày". What is hard is to change nothing else: every turn needs its whole phrase.
"""

from calendars.grammar.rule import Context
from calendars.reading.telling import LONG, telling_sentences
from calendars.reading.turns.changes import CHANGES
from calendars.reading.turns.days import DAYS
from calendars.reading.turns.deadlines import DEADLINES
from calendars.reading.turns.moves import MOVES
from calendars.reading.turns.repeats import REPEATS
from calendars.reading.turns.rests import RESTS
from calendars.reading.turns.standing import STANDING
from calendars.reading.turns.writing import WRITING

TURNS = (*WRITING, *DAYS, *STANDING, *RESTS, *REPEATS, *MOVES, *CHANGES, *DEADLINES)
"""In the order in which they are put plainly: how days are written comes first, for the others look for days."""


_BITS: dict[str, int] = {}
for _place, _turn in enumerate(TURNS):
    for _word in _turn.says:
        _BITS[_word] = _BITS.get(_word, 0) | 1 << _place
_WORDS = tuple(_BITS.items())  # each word is sought once, though several turns are told by it


def _telling(text: str) -> str:
    """The sentences of a long text that may tell a time; in the others no turn is sought."""
    if len(text) <= LONG:
        return text
    return "\n".join(text[begin:end] for begin, end in telling_sentences(text))


def plain(text: str, context: Context) -> str:
    """The text with such turns put plainly; the period of the context tells which quarter "cuối quý" is of."""
    words, period = _telling(text).lower(), context.period
    told = 0
    for word, bits in _WORDS:
        if word in words:
            told |= bits
    while told:
        place = (told & -told).bit_length() - 1  # the first that is left
        told &= told - 1
        turn = TURNS[place]
        if turn.met(words, period):
            text = turn.put(text, period)
    return text
