"""Which lines of a paragraph say a thing: of a notice that speaks of several meetings each is shown its own sentence.

A sentence may run over lines and a line hold the end of one and the beginning of another, and by now turns of phrase
have been put plainly. So lines are known again by runs of words, and where none is, all of them are kept.
"""

import re
from collections.abc import Sequence

from calendars.grammar.spelling import fold
from calendars.marks import Passage

_RUN = 4
_EDGE = 2


def passages_of(passages: Sequence[Passage], told: str) -> tuple[Passage, ...]:
    """Those of the passages that hold a run of the words that are told; all where none does."""
    if len(passages) < 2:
        return tuple(passages)
    words = _words(told)
    length = min(_RUN, len(words))
    runs = {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
    kept = tuple(passage for passage in passages if _holds(_words(passage.text), runs, words))
    return kept or tuple(passages)


def _holds(line: list[str], runs: set[tuple[str, ...]], told: list[str]) -> bool:
    """Whether a line shares a run with what is told, or ends where that begins, or begins where that ends."""
    length = len(next(iter(runs), ()))
    if length and any(tuple(line[at : at + length]) in runs for at in range(len(line) - length + 1)):
        return True
    return any(line[-n:] == told[:n] or line[:n] == told[-n:] for n in range(_EDGE, _RUN))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))
