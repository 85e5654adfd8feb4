"""A table of rules made ready to read: at each word only the rules are tried that can begin with its letter.

A rule's pattern is tried where a word begins, in the order of the table (the special before the general), and
must end where a word ends. What the pattern of one rule finds is taken out of the way of the others.
"""

import re
from collections.abc import Callable, Iterable, Sequence

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
_Choice = tuple[tuple[_Match, Rule, bool], ...]
"""Rules in the order of their table, each ready to match, and whether its pattern has named groups."""

Start = tuple[int, _Choice]
"""A place in a text, and the rules that can begin with the letters there."""

Found = tuple[Rule, object, int, int]
"""A rule, the value that it reads, and from where to where."""

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
        self._ready: dict[int, tuple[_Match, Rule, bool]] = {}

    def choice(self, letters: str) -> _Choice:
        """The rules that can begin with `letters` (figures as 0)."""
        beginnings = [letters[:length] for length in range(len(letters) + 1)]
        return tuple(
            self._readied(index)
            for index, openers_ in enumerate(self.openers)
            if not openers_.isdisjoint(beginnings)
        )

    def _readied(self, index: int) -> tuple[_Match, Rule, bool]:
        """A rule with its pattern, compiled when it is first met, and once: that takes longer than reading a page."""
        if index not in self._ready:
            compiled = re.compile(f"(?:{self._patterns[index]}){_WORD_ENDS}")
            self._ready[index] = compiled.match, self.rules[index], compiled.groups > 0
        return self._ready[index]


class _Choices(dict[str, tuple[tuple[int, _Choice], ...]]):
    """By the letters with which a place begins the tables' choices there, but for empty ones, by the tables' numbers.

    For all figures they are the same; what was asked once is remembered.
    """

    def __init__(self, tables: Sequence[Table]) -> None:
        super().__init__()
        self._tables = tables

    def __missing__(self, letters: str) -> tuple[tuple[int, _Choice], ...]:
        alike = letters.translate(FIGURES)
        chosen = self.get(alike)
        if chosen is None:
            each = ((index, table.choice(alike)) for index, table in enumerate(self._tables))
            chosen = tuple(one for one in each if one[1])
        if len(self) < _MOST_CHOICES:
            self[alike] = self[letters] = chosen
        return chosen


class Look:
    """One look over a text for all the places where a rule of some tables may begin."""

    def __init__(self, *tables: Table) -> None:
        self._tables = tables
        self._beginnings = _beginnings(
            {opener for table in tables for openers_ in table.openers for opener in openers_}
        )
        self._choices = _Choices(tables)

    def starts(self, text: str) -> list[list[Start]]:
        """For each table the places where its rules may begin in a text in matching form, from left to right."""
        found: list[list[Start]] = [[] for _ in self._tables]
        choices = self._choices
        for begins in self._beginnings.finditer(text):
            place = begins.start()
            for index, choice in choices[text[place : place + DEPTH]]:
                found[index].append((place, choice))
        return found


def found_at(starts: Iterable[Start], text: str) -> list[Found]:
    """What the rules find in a text in matching form, from left to right, none overlapping another.

    Where a rule's meaning is None the rules behind it in the table are asked.
    """
    found: list[Found] = []
    done = 0
    for place, choice in starts:
        if place < done:
            continue
        for match, rule, has_words in choice:
            if (fits := match(text, place)) is not None:
                value = rule.meaning(fits.groupdict("") if has_words else _NO_WORDS)
                if value is not None:
                    done = fits.end()
                    found.append((rule, value, place, done))
                    break
    return found


def _beginnings(known: set[str]) -> re.Pattern[str]:
    """Where a word or figure begins with letters that are known to begin something."""
    if not known:
        return re.compile("(?!)")
    if "" in known:
        return re.compile(rf"{_WORD_BEGINS}\S")
    letters = _in_class("".join(sorted({opener[0] for opener in known})))
    choices = any_of({opener[:_SOUGHT] for opener in known})
    return re.compile(f"[{letters}](?<![^\\W_].)(?<!\\d[./:].)(?<=(?={choices}).)")


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
