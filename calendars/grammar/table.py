"""A table of rules made ready to read: at each word only the rules are tried that can begin with its letter.

A rule's pattern is tried where a word begins, in the order of the table (the special before the general), and
must end where a word ends. What the pattern of one rule finds is taken out of the way of the others.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from calendars.grammar.openers import openers
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold, matching_form

_ESCAPE = re.compile(r"\\.|\(\?(?:P<\w+>|<[=!]|[:=!])")
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


_Choice = tuple[re.Pattern[str], dict[str, Rule]]


class Table:
    """Rules that are read together.

    unmarked: for text typed without diacritics; cased: the patterns are for text that is not in matching form.
    """

    def __init__(self, rules: Sequence[Rule], *, unmarked: bool = False, cased: bool = False) -> None:
        self.rules = [rule for rule in rules if rule.unmarked or not unmarked]
        self._patterns = [
            rule.pattern if cased else in_matching_form(rule.pattern, unmarked=unmarked)
            for rule in self.rules
        ]
        self._openers = [openers(pattern) for pattern in self._patterns]
        self._choices: dict[str, _Choice | None] = {}
        self._exact: dict[str, re.Pattern[str]] = {}

    def find(self, text: str) -> Iterator[tuple[Rule, Words, int, int]]:
        """What the rules find in a text in matching form: rule, named groups, begin and end, from left to right."""
        place = 0
        choices = self._choices
        search = self._beginnings.search
        while begins := search(text, place):
            place = begins.start()
            letter = text[place]
            choice = choices[letter] if letter in choices else self._choice(letter)
            found = choice[0].match(text, place) if choice else None
            if choice is None or found is None:
                place += 1
                continue
            rule = choice[1][found.lastgroup or ""]
            groups = self._groups(rule).match(text, place)
            words = {name: word for name, word in groups.groupdict().items() if word} if groups else {}
            yield rule, words, place, found.end()
            place = max(found.end(), place + 1)

    def _choice(self, letter: str) -> _Choice | None:
        """The rules that can begin with `letter` as one pattern; compiled when first met."""
        rules: dict[str, Rule] = {}
        patterns = []
        for index, letters in enumerate(self._openers):
            if letters is None or letter in letters:
                rules[f"r{index}"] = self.rules[index]
                patterns.append(f"(?P<r{index}>(?:{_NAMED.sub('(?:', self._patterns[index])}){_WORD_ENDS})")
        choice = (re.compile("|".join(patterns)), rules) if patterns else None
        self._choices[letter] = choice
        return choice

    def _groups(self, rule: Rule) -> re.Pattern[str]:
        """The rule's own pattern with its named groups."""
        pattern = self._exact.get(rule.name)
        if pattern is None:
            source = self._patterns[self.rules.index(rule)]
            pattern = self._exact[rule.name] = re.compile(f"(?:{source}){_WORD_ENDS}")
        return pattern

    @cached_property
    def _beginnings(self) -> re.Pattern[str]:
        """Where a word or figure begins with a letter that a rule can begin with."""
        if any(letters is None for letters in self._openers):
            return re.compile(rf"{_WORD_BEGINS}\S")
        if not self.rules:
            return re.compile("(?!)")
        letters = sorted(frozenset[str]().union(*(letters for letters in self._openers if letters)))
        return re.compile(f"[{''.join(map(re.escape, letters))}](?<![^\\W_].)(?<!\\d[./:].)")
