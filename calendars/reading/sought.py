"""Which of many phrases stand in a text, looked up by the words that the text has.

A text has some forty words and there are ten times as many phrases by which turns of phrase are sought, so that a
phrase is looked for only where one of its words stands, or the sign with which it begins.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

_WORD = re.compile(
    "[0-9_a-z\u00df-\u024f\u1e00-\u1eff]+"
)  # of Latin letters, which takes less time than "\\w+"
_FIRST_WORD = re.compile(r" ?(?P<first>[^\W\d_]{2,})(?= |$)")
_WORD_BEHIND = re.compile(r"(?<=\W)(?:\w+(?=\W)|[^\W\d_]{3,}$)")
_Places = tuple[int, ...]
_Phrases = Sequence[tuple[str, _Places]]


class Sought:
    """Things in their order, each with the phrases without one of which a text does not hold it.

    A phrase that has a whole word is sought where that word stands alone, of several that which the fewest phrases
    have; one that has none wherever its first sign stands. A thing is told by its place.
    """

    def __init__(self, says: Iterable[tuple[str, ...]]) -> None:
        each_says = tuple(says)
        self.always = frozenset(place for place, phrases in enumerate(each_says) if not phrases)
        """The places of those that have no phrases."""
        places: dict[str, _Places] = {}
        for place, phrases in enumerate(each_says):
            for phrase in phrases:
                places[phrase] = (*places.get(phrase, ()), place)
        by_word: dict[str, list[tuple[str, _Places]]] = {}
        by_sign: dict[str, list[tuple[str, _Places]]] = {}
        whole = {phrase: _whole_words(phrase) for phrase in places}
        shared = Counter(word for words in whole.values() for word in words)
        for phrase, told in places.items():
            if words := whole[phrase]:
                rarest = min(words, key=lambda word: (shared[word], -len(word)))
                by_word.setdefault(rarest, []).append((phrase, told))
            else:
                by_sign.setdefault(phrase.strip()[:1], []).append((phrase, told))
        # A phrase that is one whole word stands wherever the word does, and need not be looked for.
        self._by_word: dict[str, tuple[_Places, _Phrases]] = {
            word: (
                tuple(chain.from_iterable(told for phrase, told in each if phrase == word)),
                tuple((phrase, told) for phrase, told in each if phrase != word),
            )
            for word, each in by_word.items()
        }
        # Where only one phrase begins with a sign, that is looked for at once.
        self._by_sign: Sequence[tuple[str, _Phrases]] = tuple(
            (sign if len(each) > 1 else each[0][0], tuple(each)) for sign, each in by_sign.items()
        )

    def told(self, words: str) -> set[int]:
        """The places of the things of which a phrase stands in a text in lower case."""
        told = [*self.always]
        for sign, phrases in self._by_sign:
            if sign in words:
                for phrase, places in phrases:
                    if phrase in words:
                        told += places
        for word in self._by_word.keys() & _WORD.findall(words):
            alone, phrases = self._by_word[word]
            told += alone
            for phrase, places in phrases:
                if phrase in words:
                    told += places
        return set(told)


def _whole_words(phrase: str) -> list[str]:
    """The words of a phrase that in a text stand alone: all but short ones and figures at its end."""
    found = _FIRST_WORD.match(phrase)
    return [*([found["first"]] if found else []), *_WORD_BEHIND.findall(phrase)]
