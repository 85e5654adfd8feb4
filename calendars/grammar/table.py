"""A table of rules made ready to read: at each word only the rules are tried that can begin with its letter.

A rule's pattern is tried where a word begins, in the order of the table (the special before the general), and
must end where a word ends. What the pattern of one rule finds is taken out of the way of the others.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from calendars.grammar.openers import DEPTH, FIGURES, openers
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold, matching_form

_ESCAPE = re.compile(r"\\.|\(\?(?:P<\w+>|<[=!]|[:=!])")
_WORD_BEGINS = r"(?<![^\W_])(?<!\d[./:])"
_WORD_ENDS = r"(?![^\W_])"
_SOUGHT = 4  # letters by which a place is found where a rule may begin
_MOST_CHOICES = 8000  # beginnings remembered; a text of noise must not fill the memory


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

Start = tuple[int, _Choice]
"""A place in a text, and the rules that can begin with the letters there, each ready to match."""

_NO_WORDS: Words = {}


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
        self.openers = [openers(pattern) for pattern in self._patterns]
        self._matches: dict[int, _Match] = {}

    def choice(self, letters: str) -> _Choice:
        """The rules that can begin with `letters` (figures as 0)."""
        beginnings = [letters[:length] for length in range(len(letters) + 1)]
        return tuple(
            (self._match(index), self.rules[index])
            for index, openers_ in enumerate(self.openers)
            if not openers_.isdisjoint(beginnings)
        )

    def _match(self, index: int) -> _Match:
        """The pattern of a rule; compiled when it is first met, and once, since that takes longer than a page."""
        if index not in self._matches:
            self._matches[index] = re.compile(f"(?:{self._patterns[index]}){_WORD_ENDS}").match
        return self._matches[index]


class Look:
    """One look over a text for all the places where a rule of some tables may begin."""

    def __init__(self, *tables: Table) -> None:
        self._tables = tables
        self._beginnings = _beginnings(
            {opener for table in tables for openers_ in table.openers for opener in openers_}
        )
        self._choices: dict[str, tuple[tuple[int, _Choice], ...]] = {}

    def starts(self, text: str) -> list[list[Start]]:
        """For each table the places where its rules may begin in a text in matching form, from left to right."""
        found: list[list[Start]] = [[] for _ in self._tables]
        choices = self._choices
        for begins in self._beginnings.finditer(text):
            place = begins.start()
            letters = text[place : place + DEPTH]
            for index, choice in choices[letters] if letters in choices else self._of(letters):
                found[index].append((place, choice))
        return found

    def _of(self, letters: str) -> tuple[tuple[int, _Choice], ...]:
        """The tables' choices, but for empty ones, by their number; for all figures the same."""
        alike = letters.translate(FIGURES)
        chosen = self._choices.get(alike)
        if chosen is None:
            each = ((index, table.choice(alike)) for index, table in enumerate(self._tables))
            chosen = tuple(one for one in each if one[1])
        if len(self._choices) < _MOST_CHOICES:
            self._choices[alike] = self._choices[letters] = chosen
        return chosen


def found_at(starts: Iterable[Start], text: str) -> Iterator[tuple[Rule, object, int, int]]:
    """What the rules find in a text in matching form: rule, value, begin and end, from left to right.

    Where a rule's meaning is None the rules behind it in the table are asked.
    """
    done = 0
    for place, choice in starts:
        if place < done:
            continue
        for match, rule in choice:
            if found := match(text, place):
                value = rule.meaning(found.groupdict("") if found.re.groups else _NO_WORDS)
                if value is not None:
                    done = found.end()
                    yield rule, value, place, done
                    break


def _beginnings(known: set[str]) -> re.Pattern[str]:
    """Where a word or figure begins with letters that are known to begin something."""
    if not known:
        return re.compile("(?!)")
    if "" in known:
        return re.compile(rf"{_WORD_BEGINS}\S")
    follows: dict[str, str] = {}  # what may follow a first letter, those with the same together
    for first in sorted({opener[0] for opener in known}):
        rest = any_of({opener[1:_SOUGHT] for opener in known if opener[0] == first})
        follows[rest] = follows.get(rest, "") + first
    choices = "|".join(
        f"(?<=[{_in_class(firsts)}])(?={rest})" if rest else f"(?<=[{_in_class(firsts)}])"
        for rest, firsts in follows.items()
    )
    letters = _in_class("".join(follows.values()))
    return re.compile(f"[{letters}](?<![^\\W_].)(?<!\\d[./:].)(?:{choices})")


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
