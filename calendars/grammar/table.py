"""A table of rules made ready to read: at each word only the rules are tried that can begin with its letter.

A rule's pattern is tried where a word begins, in the order of the table (the special before the general), and
must end where a word ends. What the pattern of one rule finds is taken out of the way of the others.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from calendars.grammar.openers import DEPTH, FIGURES, openers
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold, matching_form

_ESCAPE = re.compile(r"\\.|\(\?(?:P<\w+>|<[=!]|[:=!])")
_WORD_BEGINS = r"(?<![^\W_])(?<!\d[./:])"
_WORD_ENDS = r"(?![^\W_])"
_SOUGHT = 4  # letters by which a place is found where a rule may begin
_MOST_CHOICES = 4000  # beginnings remembered; a text of noise must not fill the memory


def in_matching_form(pattern: str, *, unmarked: bool = False) -> str:
    """A pattern whose letters are spelt as `matching_form` spells (or, unmarked, as `fold` does)."""
    form = fold if unmarked else matching_form
    done = 0
    parts: list[str] = []
    for escape in _ESCAPE.finditer(pattern):
        parts += (form(pattern[done : escape.start()]), escape[0])
        done = escape.end()
    return "".join((*parts, form(pattern[done:])))


_Match = Callable[[str, int], re.Match[str] | None]
_Choice = tuple[tuple[_Match, Rule], ...]


_NO_WORDS: Words = {}


def _words(found: re.Match[str]) -> Words:
    return {name: word for name, word in found.groupdict().items() if word}


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
        self._matches: dict[int, _Match] = {}
        self._choices: dict[str, _Choice] = {}

    def find(self, text: str) -> Iterator[tuple[Rule, Words, int, int]]:
        """What the rules find in a text in matching form: rule, named groups, begin and end, from left to right."""
        done = 0
        choices = self._choices
        for begins in self._beginnings.finditer(text):
            place = begins.start()
            if place < done:
                continue
            letters = text[place : place + DEPTH]
            for match, rule in choices[letters] if letters in choices else self._choice(letters):
                if found := match(text, place):
                    done = found.end()
                    yield rule, _words(found) if found.re.groups else _NO_WORDS, place, done
                    break

    def _choice(self, letters: str) -> _Choice:
        """The rules that can begin with `letters`, each ready to match; figures make no difference."""
        alike = letters.translate(FIGURES)
        choice = self._choices.get(alike)
        if choice is None:
            beginnings = [alike[:length] for length in range(len(alike) + 1)]
            choice = tuple(
                (self._match(index), self.rules[index])
                for index, openers_ in enumerate(self._openers)
                if not openers_.isdisjoint(beginnings)
            )
        if len(self._choices) < _MOST_CHOICES:
            self._choices[alike] = self._choices[letters] = choice
        return choice

    def _match(self, index: int) -> _Match:
        """The pattern of a rule; compiled when it is first met, and once, since that takes longer than a page."""
        if index not in self._matches:
            self._matches[index] = re.compile(f"(?:{self._patterns[index]}){_WORD_ENDS}").match
        return self._matches[index]

    @cached_property
    def _beginnings(self) -> re.Pattern[str]:
        """Where a word or figure begins with a letter that a rule can begin with."""
        if not self.rules:
            return re.compile("(?!)")
        beginnings = {opener for openers_ in self._openers for opener in openers_}
        if "" in beginnings:
            return re.compile(rf"{_WORD_BEGINS}\S")
        follows: dict[str, str] = {}  # what may follow a first letter, those with the same together
        for first in sorted({opener[0] for opener in beginnings}):
            rest = any_of({opener[1:_SOUGHT] for opener in beginnings if opener[0] == first})
            follows[rest] = follows.get(rest, "") + first
        choices = "|".join(
            f"(?<=[{_in_class(firsts)}])(?={rest})" if rest else f"(?<=[{_in_class(firsts)}])"
            for rest, firsts in follows.items()
        )
        known = _in_class("".join(follows.values()))
        return re.compile(f"[{known}](?<![^\\W_].)(?<!\\d[./:].)(?:{choices})")


def any_of(endings: set[str]) -> str:
    """A pattern for any of the endings, each letter looked at once; 0 stands for every figure."""
    if "" in endings:
        return ""
    choices: dict[str, str] = {}
    for first in sorted({ending[0] for ending in endings}):
        rest = any_of({ending[1:] for ending in endings if ending[0] == first})
        choices[rest] = choices.get(rest, "") + first
    each = [f"[{_in_class(firsts)}]{rest}" for rest, firsts in choices.items()]
    return each[0] if len(each) == 1 else f"(?:{'|'.join(each)})"


def _in_class(letters: str) -> str:
    """Letters inside the brackets of a class; 0 stands for every figure."""
    return re.escape(letters.replace("0", "")) + ("0-9" if "0" in letters else "")
