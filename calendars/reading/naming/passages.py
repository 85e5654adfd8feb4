"""Which lines of a paragraph say a thing: of a notice that speaks of several meetings each is shown its own sentence.

A sentence may run over lines and a line hold the end of one and the beginning of another, and by now turns of phrase
have been put plainly. So lines are known again by runs of words, and where none is, all of them are kept.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from calendars.grammar.spelling import fold
from calendars.marks import Passage

_RUN = 4
_EDGE = 2


def passages_of(passages: Sequence[Passage], told: str) -> tuple[Passage, ...]:
    """Those of the passages that are needed to hold the words that are told; all where none holds a run of them."""
    if len(passages) < 2:
        return tuple(passages)
    words = _words(told)
    length = min(_RUN, len(words))
    wanted = _runs(told, length)
    held = {passage: wanted.intersection(_runs(passage.text, length)) for passage in passages}
    kept, found = set(), set[tuple[str, ...]]()
    for passage in sorted(held, key=lambda passage: -len(held[passage])):
        # Sentences of one paragraph begin alike ("Buổi làm việc với ..."): what another line has said says nothing.
        if held[passage] - found or _is_continued(_words(passage.text), words):
            kept.add(passage)
            found |= held[passage]
    return tuple(passage for passage in passages if passage in kept) or tuple(passages)


@lru_cache(maxsize=1024)
def _runs(text: str, length: int) -> frozenset[tuple[str, ...]]:
    words = _words(text)
    return frozenset(words[at : at + length] for at in range(len(words) - length + 1) if length)


def _is_continued(line: Sequence[str], told: Sequence[str]) -> bool:
    """Whether a line ends where that begins which is told, or begins where that ends."""
    return any(line[-n:] == told[:n] or line[:n] == told[-n:] for n in range(_EDGE, _RUN))


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    """The folded words of a passage or of what is told; each paragraph of a long notice asks for all of them."""
    return tuple(re.findall(r"\w+", fold(text)))
