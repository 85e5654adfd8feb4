"""Which lines of a paragraph say a thing: of a notice that speaks of several meetings each is shown its own sentence.

A sentence may run over lines and a line hold the end of one and the beginning of another, and by now turns of phrase
have been put plainly. So lines are known again by runs of words, and where none is, all of them are kept.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from calendars.grammar.spelling import fold
from calendars.marks import Passage

_RUN = 4
_EDGES = (2, 3)

Words = tuple[str, ...]


def passages_of(passages: Sequence[Passage], told: str) -> tuple[Passage, ...]:
    """Those of the passages that are needed to hold the words that are told; all where none holds a run of them."""
    if len(passages) < 2:
        return tuple(passages)
    return _known(tuple(passages)).needed_for(_words(told))


def speaking(passages: Sequence[Passage], told: str, day: str | None) -> tuple[Passage, ...]:
    """Those of an item's passages that say what is told, and that of the day beside it ("Trước 30/10")."""
    kept = passages_of(passages, told)
    return tuple(p for p in passages if p in kept or (day and p.text.strip() in day))


class _Lines:
    """The passages of a paragraph by their words: each line of a long notice asks which of all of them say it."""

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        self._passages = passages
        self._places: dict[Words, list[int]] = defaultdict(list)
        for place, passage in enumerate(passages):
            self._places[_words(passage.text)].append(place)
        self._holding: dict[int, dict[Words, list[Words]]] = {}
        self._beginning: dict[Words, list[Words]] = defaultdict(list)
        self._ending: dict[Words, list[Words]] = defaultdict(list)
        for words in self._places:
            for length in _EDGES:
                if len(words) >= length:
                    self._beginning[words[:length]].append(words)
                    self._ending[words[-length:]].append(words)

    def needed_for(self, told: Words) -> tuple[Passage, ...]:
        length = min(_RUN, len(told))
        held: dict[Words, set[Words]] = defaultdict(set)
        for run in _runs(told, length):
            for words in self._with_runs(length).get(run, ()):
                held[words].add(run)
        kept = self._going_on(told)
        found = {run for words in kept for run in held.get(words, ())}
        places = {place for words in kept for place in self._places[words]}
        for words in sorted(held, key=lambda words: (-len(held[words]), self._places[words])):
            # Sentences of one paragraph begin alike ("Buổi làm việc với ..."): what another line has said says nothing.
            if held[words] - found:
                places.add(self._places[words][0])
                found |= held[words]
        return tuple(self._passages[place] for place in sorted(places)) or self._passages

    def _with_runs(self, length: int) -> dict[Words, list[Words]]:
        """The lines by the runs of so many words that they hold."""
        if length not in self._holding:
            holding = self._holding[length] = defaultdict(list)
            for words in self._places:
                for run in _runs(words, length):
                    holding[run].append(words)
        return self._holding[length]

    def _going_on(self, told: Words) -> set[Words]:
        """The lines that end where that begins which is told, or begin where that ends."""
        edges = [length for length in _EDGES if len(told) >= length]
        ending = (words for length in edges for words in self._ending.get(told[:length], ()))
        beginning = (words for length in edges for words in self._beginning.get(told[-length:], ()))
        return {*ending, *beginning}


@lru_cache(maxsize=4)
def _known(passages: tuple[Passage, ...]) -> _Lines:
    return _Lines(passages)


def _runs(words: Words, length: int) -> set[Words]:
    return {words[at : at + length] for at in range(len(words) - length + 1) if length}


@lru_cache(maxsize=1024)
def _words(text: str) -> Words:
    """The folded words of a passage or of what is told."""
    return tuple(re.findall(r"\w+", fold(text)))
