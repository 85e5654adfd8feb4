"""The rules of `changes` laid over the readings of a text, where its words announce a change at all.

A text is written with one sign for each reading, and each rule is looked for in what that gives; a reading that one
rule took is out of the way of the others.
"""

import re
from bisect import bisect_left

from calendars.grammar.change_rule import ChangeRule
from calendars.grammar.changes import CHANGE_RULES
from calendars.grammar.rule import Reading
from calendars.grammar.spelling import fold, matching_form
from calendars.grammar.table import NEAR, any_of, in_matching_form

SIGN = "\ue010"
"""Stands for a reading in the shape of a text."""

_BETWEEN = rf"[^{SIGN}.;]{{0,120}}?"


def _says(*, unmarked: bool, several: bool = True, most: int | None = None) -> str:
    """What a text must say for any of the rules to be looked for; several: whether it tells more than one time."""
    form = fold if unmarked else matching_form
    rules = [rule for rule in CHANGE_RULES if several or rule.least == 1]
    return any_of({form(word)[:most] for rule in rules for word in rule.says})


BEGINNINGS, PLAIN_BEGINNINGS = (_says(unmarked=unmarked, most=NEAR) for unmarked in (False, True))
"""With what the words of a notice of change begin, in text with and without diacritics; few texts have one."""
_QUICK = {
    (unmarked, several): re.compile(_says(unmarked=unmarked, several=several))
    for unmarked in (False, True)
    for several in (False, True)
}


_Ready = tuple[ChangeRule, tuple[str, ...], re.Pattern[str]]
"""A rule ready to look: the words that it needs, and its pattern."""


def _ready(rule: ChangeRule, *, unmarked: bool) -> _Ready:
    pattern = in_matching_form(rule.pattern, unmarked=unmarked)
    form = fold if unmarked else matching_form
    says = tuple(map(form, rule.says))
    return rule, says, re.compile(pattern.replace("...", _BETWEEN).replace("@", SIGN))


_MARKED = tuple(_ready(rule, unmarked=False) for rule in CHANGE_RULES)
_UNMARKED = tuple(_ready(rule, unmarked=True) for rule in CHANGE_RULES)


_ABBREVIATED = re.compile(r"\.(?:(?<=\btp\.)|(?<=\b[pq]\.)|(?<=\bt\.ư\.))")
"""Full stops that end no sentence."""
_DONE = re.compile(r"\bhoan(?= (?:thanh|thien|tat|toan|nghenh|chinh|canh)\b)")
"""In text without marks: not "hoãn" (put off) but the beginning of another word."""


def apply_changes(readings: list[Reading], matching: str, *, unmarked: bool) -> list[Reading]:
    """The readings with what a notice of change makes of them. Places are those of `matching`."""
    if not readings or _QUICK[unmarked, len(readings) > 1].search(matching) is None:
        return readings
    shape, starts = _shape(readings, _ABBREVIATED.sub(" ", matching))
    if unmarked:
        shape = _DONE.sub("----", shape)
    changed: dict[int, list[Reading]] = {}
    count = len(readings)
    for rule, says, pattern in _UNMARKED if unmarked else _MARKED:
        if rule.least > count or not _holds_one(says, matching):
            continue
        for found in pattern.finditer(shape):
            places = range(bisect_left(starts, found.start()), bisect_left(starts, found.end()))
            if not places or any(index in changed for index in places):
                continue
            result = rule.meaning(found, [readings[index] for index in places])
            if result is not None:
                changed[places[0]] = [one._replace(rules=(rule.name, *one.rules)) for one in result]
                changed |= {index: [] for index in places[1:]}
        if len(changed) == count:
            break
    return [one for index, reading in enumerate(readings) for one in changed.get(index, [reading])]


def _holds_one(words: tuple[str, ...], text: str) -> bool:
    for word in words:  # noqa: SIM110 - a generator takes as long as ten turns of the loop
        if word in text:
            return True
    return False


def _shape(readings: list[Reading], matching: str) -> tuple[str, list[int]]:
    parts: list[str] = []
    starts: list[int] = []
    place = length = 0
    for reading in readings:
        start, end = reading.at
        between = matching[place:start]
        parts += (between, SIGN)
        length += len(between)
        starts.append(length)
        length += 1
        place = end
    parts.append(matching[place:])
    return "".join(parts), starts
