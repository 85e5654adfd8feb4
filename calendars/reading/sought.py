"""Which of many phrases stand in a text, looked up by the words that the text has.

A text has some forty words and there are ten times as many phrases by which turns of phrase are sought, so that a
phrase is looked for only where one of its words stands, or the sign with which it begins.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(
    "[0-9_a-z\u00df-\u024f\u1e00-\u1eff]+"
)  # of Latin letters, which takes less time than "\\w+"
_FIRST_WORD = re.compile(r" ?(?P<first>[^\W\d_]{2,})(?= |$)")
_WORD_WITHIN = re.compile(r"(?<=\W)\w+(?=\W)")
_Phrases = Sequence[tuple[str, int]]


class Sought:
    """Things in their order, each with the phrases without one of which a text does not hold it.

    A phrase that begins with a whole word, or has one within, is sought where that word stands alone, of several that
    which the fewest phrases have; one that has none wherever its first sign stands. The bits of a phrase are the places
    of its things.
    """

    def __init__(self, says: Iterable[tuple[str, ...]]) -> None:
        self.always = 0
        """The bits of those that have no phrases."""
        bits: dict[str, int] = {}
        for place, phrases in enumerate(says):
            self.always |= 0 if phrases else 1 << place
            for phrase in phrases:
                bits[phrase] = bits.get(phrase, 0) | 1 << place
        by_word: dict[str, list[tuple[str, int]]] = {}
        by_sign: dict[str, list[tuple[str, int]]] = {}
        whole = {phrase: _whole_words(phrase) for phrase in bits}
        shared = Counter(word for words in whole.values() for word in words)
        for phrase, told in bits.items():
            if words := whole[phrase]:
                rarest = min(words, key=lambda word: (shared[word], -len(word)))
                by_word.setdefault(rarest, []).append((phrase, told))
            else:
                by_sign.setdefault(phrase.strip()[:1], []).append((phrase, told))
        # A phrase that is one whole word stands wherever the word does, and need not be looked for.
        self._by_word: dict[str, tuple[int, _Phrases]] = {
            word: (
                sum(bits for phrase, bits in each if phrase == word),
                tuple((phrase, bits) for phrase, bits in each if phrase != word),
            )
            for word, each in by_word.items()
        }
        # Where only one phrase begins with a sign, that is looked for at once.
        self._by_sign: Sequence[tuple[str, _Phrases]] = tuple(
            (sign if len(each) > 1 else each[0][0], tuple(each)) for sign, each in by_sign.items()
        )

    def told(self, words: str) -> int:
        """The things, as bits by their places, of which a phrase stands in a text in lower case."""
        told = self.always
        for sign, phrases in self._by_sign:
            if sign in words:
                for phrase, bits in phrases:
                    if phrase in words:
                        told |= bits
        for word in self._by_word.keys() & _WORD.findall(words):
            alone, phrases = self._by_word[word]
            told |= alone
            for phrase, bits in phrases:
                if phrase in words:
                    told |= bits
        return told


def _whole_words(phrase: str) -> list[str]:
    """The words of a phrase that in a text can be no part of a longer one: that with which it begins, those within."""
    found = _FIRST_WORD.match(phrase)
    return [*([found["first"]] if found else []), *_WORD_WITHIN.findall(phrase)]


def places(told: int) -> Sequence[int]:
    """The places of the bits, the first first."""
    bits = f"{told:b}"[::-1]  # in which the next is found faster than in a number of hundreds of bits
    found: list[int] = []
    place = bits.find("1")
    while place >= 0:
        found.append(place)
        place = bits.find("1", place + 1)
    return found
