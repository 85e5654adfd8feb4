"""A table of rules made ready to read: one scanner for all its patterns, so that a text is gone through once.

A rule's pattern is tried where a word begins, in the order of the table (the special before the general), and must end
where a word ends. What a pattern of one rule finds is taken out of the way of the others.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold, matching_form

_ESCAPE = re.compile(r"\\.|\(\?P?<[^>]*>|\(\?[:=!<>]+")
_NAMED = re.compile(r"\(\?P<\w+>")
_WORD_BEGINS = r"(?<![^\W_])(?<!\d[./:])"
_WORD_ENDS = r"(?![^\W_])"


def in_matching_form(pattern: str, *, unmarked: bool = False) -> str:
    """A pattern whose letters are spelt as `matching_form` spells (or, unmarked, as `fold` does)."""
    form = fold if unmarked else matching_form
    done = 0
    parts: list[str] = []
    for escape in _ESCAPE.finditer(pattern):
        parts += (form(pattern[done : escape.start()]), escape[0])
        done = escape.end()
    return "".join((*parts, form(pattern[done:])))


class Table:
    """Rules that are read together. `unmarked` makes the table for text typed without diacritics,
    `cased` one whose patterns are for text that is not in matching form."""

    def __init__(self, rules: Sequence[Rule], *, unmarked: bool = False, cased: bool = False) -> None:
        self.rules = [rule for rule in rules if rule.unmarked or not unmarked]
        self._unmarked = unmarked
        self._cased = cased

    def find(self, text: str) -> Iterator[tuple[Rule, Words, int, int]]:
        """What the rules find in a text in matching form: rule, named groups, begin and end, from left to right."""
        place = 0
        scanner, exact = self._scanner, self._exact
        while found := scanner.search(text, place):
            index = int(found.lastgroup[1:]) if found.lastgroup else 0
            groups = exact[index].match(text, found.start())
            words = {name: word for name, word in groups.groupdict().items() if word} if groups else {}
            yield self.rules[index], words, found.start(), found.end()
            place = max(found.end(), place + 1)

    @cached_property
    def _exact(self) -> list[re.Pattern[str]]:
        return [re.compile(f"(?:{self._pattern(rule)}){_WORD_ENDS}") for rule in self.rules]

    @cached_property
    def _scanner(self) -> re.Pattern[str]:
        choices = (
            f"(?P<r{index}>(?:{_NAMED.sub('(?:', self._pattern(rule))}){_WORD_ENDS})"
            for index, rule in enumerate(self.rules)
        )
        return re.compile(f"{_WORD_BEGINS}(?:{'|'.join(choices)})")

    def _pattern(self, rule: Rule) -> str:
        return rule.pattern if self._cased else in_matching_form(rule.pattern, unmarked=self._unmarked)
