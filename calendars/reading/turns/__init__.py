"""Turns of phrase put plainly before the words are understood; what is shown as evidence stays as written.

Each is a way in which offices shorten or interrupt a time: a comma within a repeat, by how much something moved told
before when it is, a deadline without "ngày". What is hard is to change nothing else: every turn needs its whole phrase.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from calendars.grammar.rule import Context
from calendars.layouts.bare import is_bare
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
from calendars.reading.turns.deadlines import DEADLINES
from calendars.reading.turns.made_up import MADE_UP
from calendars.reading.turns.moves import MOVES
from calendars.reading.turns.of_months import OF_MONTHS
from calendars.reading.turns.of_weeks import OF_WEEKS
from calendars.reading.turns.programmes import PROGRAMMES
from calendars.reading.turns.repeats import REPEATS
from calendars.reading.turns.rests import RESTS
from calendars.reading.turns.standing import STANDING
from calendars.reading.turns.told_by import TOLD_BY
from calendars.reading.turns.turn import Turn
from calendars.reading.turns.weeks import WEEKS
from calendars.reading.turns.writing import WRITING

TURNS = (
    *ARRIVALS,
    *WRITING,
    *DASHED,
    *PROGRAMMES,
    *OF_WEEKS,
    *ASIDES,
    *DAYS,
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
_WORD = re.compile(r"\w+")
_WHOLE_WORD = re.compile(r" ?(?P<first>[^\W\d_]{2,})(?= |$)")


@dataclass(frozen=True, slots=True)
class _Sought:
    """Turns in their order, and by which phrases they are sought: by the first word of each, the others by their sign.

    A text has some forty words and there are three times as many phrases, so that those are sought whose first word is
    there. The others begin with a sign, or may stand within a word. The bits of a phrase are the places of its turns.
    """

    turns: tuple[Turn, ...]
    by_word: Mapping[str, Sequence[tuple[str, int]]]
    by_sign: Sequence[tuple[str, Sequence[tuple[str, int]]]]


def _sought(turns: tuple[Turn, ...]) -> _Sought:
    bits: dict[str, int] = {}
    for place, turn in enumerate(turns):
        for phrase in turn.says:
            bits[phrase] = bits.get(phrase, 0) | 1 << place
    by_word: dict[str, list[tuple[str, int]]] = {}
    by_sign: dict[str, list[tuple[str, int]]] = {}
    for phrase, told in bits.items():
        if found := _WHOLE_WORD.match(phrase):
            by_word.setdefault(found["first"], []).append((phrase, told))
        else:
            by_sign.setdefault(phrase.strip()[0], []).append((phrase, told))
    return _Sought(turns, by_word, tuple(by_sign.items()))


_SOUGHT = _sought(TURNS)


@cache
def _sought_without_marks() -> _Sought:
    """The same for text typed without diacritics, which few documents are."""
    return _sought(tuple(map(bare, (*CHANGES_TOLD, *CALLED_OFF, *MOVES, *CHANGES_SAID, *CHANGES))))


def _telling(text: str) -> str:
    """The sentences of a long text that may tell a time; in the others no turn is sought."""
    if len(text) <= LONG:
        return text
    return "\n".join(text[begin:end] for begin, end in telling_sentences(text))


def _told(words: str, sought: _Sought) -> int:
    """The turns, as bits by their places, of which a phrase stands in a text in lower case."""
    told = 0
    for sign, phrases in sought.by_sign:
        if sign in words:
            for phrase, bits in phrases:
                if phrase in words:
                    told |= bits
    for first in sought.by_word.keys() & _WORD.findall(words):
        for phrase, bits in sought.by_word[first]:
            if phrase in words:
                told |= bits
    return told


def plain(text: str, context: Context) -> str:
    """The text with such turns put plainly; the period of the context tells which quarter "cuối quý" is of."""
    plainly = _put(text, context, _SOUGHT)
    if len(text) > _SHORT and is_bare(plainly):
        return _put(plainly, context, _sought_without_marks())
    return plainly


def _put(text: str, context: Context, sought: _Sought) -> str:
    words, period = _telling(text).lower(), context.period
    told = _told(words, sought)
    while told:
        place = (told & -told).bit_length() - 1  # the first that is left
        told &= told - 1
        turn = sought.turns[place]
        if turn.met(words, period):
            text = turn.put(text, period)
    return text
