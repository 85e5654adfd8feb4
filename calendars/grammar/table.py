"""A table of rules made ready to read: at each word only the rules are tried that can begin with its letter.

A rule's pattern is tried where a word begins, in the order of the table (the special before the general), and
must end where a word ends. What the pattern of one rule finds is taken out of the way of the others.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from calendars.grammar.openers import DEPTH, as_opener, openers
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold, matching_form

_ESCAPE = re.compile(r"\\.|\(\?(?:P<\w+>|<[=!]|[:=!])")
_NAMED = re.compile(r"\(\?P<(\w+)>")
_WORD_BEGINS = r"(?<![^\W_])(?<!\d[./:])"
_WORD_ENDS = r"(?![^\W_])"
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
_Choice = tuple[_Match, dict[str, tuple[Rule, tuple[tuple[str, str], ...]]]]


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
        self._all_openers = frozenset().union(*self._openers)
        self._choices: dict[str, _Choice | None] = {}

    def find(self, text: str) -> Iterator[tuple[Rule, Words, int, int]]:
        """What the rules find in a text in matching form: rule, named groups, begin and end, from left to right."""
        place = 0
        choices = self._choices
        search = self._beginnings.search
        while begins := search(text, place):
            place = begins.start()
            letters = text[place : place + DEPTH]
            choice = choices[letters] if letters in choices else self._choice(letters)
            found = choice[0](text, place) if choice else None
            if choice is None or found is None:
                place += 1
                continue
            rule, names = choice[1][found.lastgroup or ""]
            end = found.end()
            yield rule, {name: word for name, group in names if (word := found[group])}, place, end
            place = end if end > place else place + 1

    def _choice(self, letters: str) -> _Choice | None:
        """The rules that can begin with `letters` as one pattern; compiled when first met."""
        key = as_opener(letters)
        while key and key not in self._all_openers:
            key = key[:-1]
        if key not in self._choices:
            fitting = [
                index for index, openers_ in enumerate(self._openers) if any(map(key.startswith, openers_))
            ]
            rules = {f"r{i}": (self.rules[i], self._names(i)) for i in fitting}
            patterns = (f"(?P<r{i}>(?:{self._renamed(i)}){_WORD_ENDS})" for i in fitting)
            self._choices[key] = (re.compile("|".join(patterns)).match, rules) if fitting else None
        if len(self._choices) > _MOST_CHOICES:
            return self._choices[key]
        self._choices[letters] = self._choices[key]
        return self._choices[letters]

    def _renamed(self, index: int) -> str:
        """The pattern of a rule with names for its groups that are its own."""
        return _NAMED.sub(lambda named: f"(?P<r{index}{named[1]}>", self._patterns[index])

    def _names(self, index: int) -> tuple[tuple[str, str], ...]:
        """The named groups of a rule, each with its name among the groups of all rules."""
        return tuple((name, f"r{index}{name}") for name in _NAMED.findall(self._patterns[index]))

    @cached_property
    def _beginnings(self) -> re.Pattern[str]:
        """Where a word or figure begins with a letter that a rule can begin with."""
        if not self.rules:
            return re.compile("(?!)")
        beginnings = {opener for openers_ in self._openers for opener in openers_}
        if "" in beginnings:
            return re.compile(rf"{_WORD_BEGINS}\S")
        known = "".join(sorted({opener[0] for opener in beginnings}))
        follows: dict[str, str] = {}  # what may follow a first letter, those with the same together
        for first in known:
            seconds = {opener[1:2] for opener in beginnings if opener[0] == first}
            follow = "" if "" in seconds else f"(?=[{_in_class(''.join(sorted(seconds)))}])"
            follows[follow] = follows.get(follow, "") + first
        choices = "|".join(f"(?<=[{_in_class(firsts)}]){follow}" for follow, firsts in follows.items())
        return re.compile(f"[{_in_class(known)}](?<![^\\W_].)(?<!\\d[./:].)(?:{choices})")


def _in_class(letters: str) -> str:
    """Letters inside the brackets of a class; 0 stands for every figure."""
    return re.escape(letters.replace("0", "")) + ("0-9" if "0" in letters else "")
