"""A language of the grammar: its tables, made ready to read; a new language is a folder of tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from calendars.grammar.clusters import SmallWords
from calendars.grammar.rule import Rule
from calendars.grammar.table import Look, Sign, Start, Table

MASKS, PIECES = 0, 1
"""The numbers of the two tables that are looked for together."""

SCANNED, FIGURES, FEAST, CHANGE, DOUBT = 1, 2, 4, 8, 16
"""The bits of the signs: of a word or figures that a scanner confused, a commemoration's name, a change, a veto."""


@dataclass(frozen=True, slots=True)
class Language:
    """The tables of a language.

    pieces: rules for pieces of time, in the order in which they are tried; masks: for what only looks like a time;
    cased: masks that need capitals, tried where a text holds each of cased_signs (typed without diacritics, of
    plain_cased_signs); small_words: what may stand between pieces; signs, plain_signs: what tells of seldom things in
    text with and without diacritics. without_marks: whether the language is also typed
    without its diacritics, and then read by the same rules without theirs.
    """

    name: str
    pieces: Sequence[Rule]
    masks: Sequence[Rule]
    small_words: SmallWords
    cased: Sequence[Rule] = ()
    cased_signs: tuple[str, ...] = ()
    plain_cased_signs: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    plain_signs: tuple[Sign, ...] = ()
    without_marks: bool = False
    _looks: dict[tuple[str, bool], Look] = field(default_factory=dict, repr=False)

    def masks_and_pieces(self, matching: str, *, unmarked: bool = False) -> tuple[list[Start], int]:
        """Where in a text in matching form masks (table `MASKS`) and pieces (table `PIECES`) may begin, and signs."""
        look = self._looks.get(("masks and pieces", unmarked))
        if look is None:
            signs = self.plain_signs if unmarked else self.signs
            look = self._look("masks and pieces", self.masks, self.pieces, unmarked=unmarked, signs=signs)
        return look.starts_and_signs(matching)

    def pieces_alone(self, hidden: str, *, unmarked: bool = False) -> list[Start]:
        """Where pieces may begin in a text over which masks were laid."""
        return self._look("pieces", self.pieces, unmarked=unmarked).starts(hidden)

    def masks_of_capitals(self, text: str) -> list[Start]:
        """Where masks that need capitals may begin in a normalised text."""
        return self._look("cased", self.cased, cased=True).starts(text)

    def _look(
        self,
        name: str,
        *rows: Sequence[Rule],
        unmarked: bool = False,
        cased: bool = False,
        signs: Sequence[Sign] = (),
    ) -> Look:
        key = name, unmarked and self.without_marks
        look = self._looks.get(key)
        if look is None:
            tables = (Table(rules, unmarked=key[1], cased=cased) for rules in rows)
            look = self._looks[key] = Look(*tables, signs=signs)
        return look
