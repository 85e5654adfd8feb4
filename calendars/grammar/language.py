"""A language of the grammar: its tables, made ready to read; a new language is a folder of tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from calendars.grammar.clusters import SmallWords
from calendars.grammar.rule import Rule
from calendars.grammar.table import Table


@dataclass(frozen=True, slots=True)
class Language:
    """The tables of a language.

    pieces: rules for pieces of time, in the order in which they are tried; masks: for what only looks like a
    time; cased: masks that need capitals, tried where a text holds cased_sign; small_words: what may stand between
    pieces. without_marks: whether
    the language is also typed without its diacritics, and then read by the same rules without theirs.
    """

    name: str
    pieces: Sequence[Rule]
    masks: Sequence[Rule]
    small_words: SmallWords
    cased: Sequence[Rule] = ()
    cased_sign: str = ""
    without_marks: bool = False
    _tables: dict[tuple[str, bool], Table] = field(default_factory=dict, repr=False)

    def piece_table(self, *, unmarked: bool = False) -> Table:
        """The rules for pieces, ready to read."""
        return self._table("pieces", self.pieces, unmarked=unmarked)

    def mask_table(self, *, unmarked: bool = False) -> Table:
        """The masks, ready to read."""
        return self._table("masks", self.masks, unmarked=unmarked)

    def cased_table(self) -> Table:
        """The masks that need capitals, ready to read."""
        if ("cased", False) not in self._tables:
            self._tables["cased", False] = Table(self.cased, cased=True)
        return self._tables["cased", False]

    def _table(self, name: str, rules: Sequence[Rule], *, unmarked: bool) -> Table:
        unmarked = unmarked and self.without_marks
        if (name, unmarked) not in self._tables:
            self._tables[name, unmarked] = Table(rules, unmarked=unmarked)
        return self._tables[name, unmarked]
