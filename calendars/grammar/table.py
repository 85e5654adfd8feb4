"""A table of rules made ready to read: at each word only the rules are tried that can begin with its letter.

A rule's pattern is tried where a word begins, in the order of the table (the special before the general), and
must end where a word ends. What the pattern of one rule finds is taken out of the way of the others.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from calendars.grammar.openers import FIGURES, openers
from calendars.grammar.pieces import Piece
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold, matching_form

_ESCAPE = re.compile(r"\\.|\(\?(?:P<\w+>|<[=!]|[:=!])")
_WORD_BEGINS = r"(?<![^\W_])(?!(?<=\d[./:])\d)"  # a word may stand at its number: "3.Trung tuần tháng 11"
_WORD_ENDS = r"(?![^\W_])"
_SOUGHT = 5  # letters by which a place is found where a rule may begin
NEAR = 9
"""Letters by which rules are told apart there: "ngày 15 tháng" and "ngày 15 âm" go on with others.

A sign has no more of them."""
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
_Ready = tuple[_Match, tuple[Callable[[Words], object], bool, str, tuple[str]]]
"""A rule ready to match: its compiled pattern, and what is asked where it fits.

That is its meaning, whether the pattern has named groups, its kind and name."""

_Choice = tuple[_Ready, ...]
"""Rules in the order of their table."""

_Begun = tuple[tuple[_Choice, ...], int]
"""For each table the rules that can begin with some letters, and the bits of the signs that do."""

Start = tuple[int, tuple[_Choice, ...]]
"""A place in a text, and for each table the rules that can begin with the letters there."""

_NO_WORDS: Words = {}


@dataclass(frozen=True, slots=True)
class Sign:
    """Beginnings of words without which a text does not hold some seldom thing, which then need not be sought.

    bit: by which it is told; pattern: what fits such a beginning, of which it sees `NEAR` letters.
    """

    bit: int
    pattern: str


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
        self._by_opener: dict[str, list[int]] = {}
        for index, pattern in enumerate(self._patterns):
            for opener in openers(pattern):
                self._by_opener.setdefault(opener, []).append(index)
        self._ready: dict[int, _Ready] = {}
        self._near: dict[int, frozenset[str]] = {}

    @property
    def openers(self) -> Iterable[str]:
        """The letters with which any of the rules can begin."""
        return self._by_opener.keys()

    def choice(self, letters: str) -> _Choice:
        """The rules that can begin with `letters` (figures as 0)."""
        beginnings = [letters[:length] for length in range(len(letters) + 1)]
        found = {index for beginning in beginnings for index in self._by_opener.get(beginning, ())}
        return tuple(
            self._readied(index)
            for index in sorted(found)
            if len(found) == 1 or not self._nearer(index).isdisjoint(beginnings)
        )

    def _nearer(self, index: int) -> frozenset[str]:
        """With which letters a rule can begin, more of them than where its place is looked for.

        They are worked out where several rules may begin alike: for all of them it would take too long at the start of
        every command.
        """
        if index not in self._near:
            self._near[index] = openers(self._patterns[index], NEAR)
        return self._near[index]

    def _readied(self, index: int) -> _Ready:
        """A rule with its pattern, compiled when it is first met, and once: that takes longer than reading a page."""
        if index not in self._ready:
            compiled = re.compile(f"(?:{self._patterns[index]}){_WORD_ENDS}")
            rule = self.rules[index]
            self._ready[index] = compiled.match, (rule.meaning, compiled.groups > 0, rule.kind, (rule.name,))
        return self._ready[index]


class _Choices(dict[str, _Begun]):
    """By the letters with which a place begins each table's choice there, none where no table has any, and the signs.

    For all figures they are the same; what was asked once is remembered.
    """

    def __init__(self, tables: Sequence[Table], signs: Sequence[Sign]) -> None:
        super().__init__()
        self._tables = tables
        self._signs = [(sign.bit, re.compile(sign.pattern)) for sign in signs]

    def __missing__(self, letters: str) -> _Begun:
        alike = letters.translate(FIGURES)
        begun = self.get(alike)
        if begun is None:
            choices = tuple(table.choice(alike) for table in self._tables)
            signs = sum(bit for bit, pattern in self._signs if pattern.match(alike))
            begun = (choices if any(choices) else ()), signs
        if len(self) < _MOST_CHOICES:
            self[alike] = self[letters] = begun
        return begun


class Look:
    """One look over a text for all the places where a rule of some tables may begin, and for signs."""

    def __init__(self, *tables: Table, signs: Sequence[Sign] = ()) -> None:
        known = {opener for table in tables for opener in table.openers}
        self._beginnings = _beginnings(known.union(*(openers(sign.pattern) for sign in signs)))
        self._choices = _Choices(tables, signs)

    def starts(self, text: str) -> list[Start]:
        """The places where rules may begin in a text in matching form, from left to right."""
        return self.starts_and_signs(text)[0]

    def starts_and_signs(self, text: str) -> tuple[list[Start], int]:
        """The same, and the bits of the signs that are in the text."""
        found: list[Start] = []
        signs = 0
        choices = self._choices
        for begins in self._beginnings.finditer(text):
            place = begins.start()
            chosen, told = choices[text[place : place + NEAR]]
            if chosen:
                found.append((place, chosen))
            if told:
                signs |= told
        return found, signs


def find_pieces(starts: Iterable[Start], text: str, table: int = 0) -> list[Piece]:
    """What the rules of a table find in a text in matching form, from left to right, none overlapping another.

    table: its number among those that were looked for. Where a rule's meaning is None the rules behind it in the table
    are asked.
    """
    found: list[Piece] = []
    done = 0
    for place, choices in starts:
        if place < done:
            continue
        for match, told in choices[table]:
            fits = match(text, place)
            if fits is not None:
                meaning, has_words, kind, name = told
                value = meaning(fits.groupdict("") if has_words else _NO_WORDS)
                if value is not None:
                    done = fits.end()
                    found.append(Piece(kind, value, place, done, name))
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
    return re.compile(f"[{letters}](?<![^\\W_].)(?<!\\d[./:]\\d)(?<=(?={choices}).)")


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
