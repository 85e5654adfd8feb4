"""The way from a text to what it says of time: normalise, mask, find pieces, join, build, doubt.

Every step is bounded by the length of the text; nothing here raises for any text.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from calendars.grammar import build
from calendars.grammar.certainty import CERTAINTY_RULES
from calendars.grammar.changes import apply_changes
from calendars.grammar.citations import CITATION_RULES
from calendars.grammar.clock import CLOCK_RULES, PART_RULES
from calendars.grammar.combine import clusters, join
from calendars.grammar.days import DATE_RULES, NUMBER_RULES, WEEKDAY_RULES
from calendars.grammar.group import groups
from calendars.grammar.lunar import LUNAR_RULES
from calendars.grammar.masks import HIDDEN
from calendars.grammar.names import CASED_RULES, NAME_RULES
from calendars.grammar.observances import find_observances, may_name_feast
from calendars.grammar.ocr import Repaired, repair
from calendars.grammar.periods import LENGTH_RULES, PERIOD_RULES
from calendars.grammar.pieces import Piece
from calendars.grammar.repeats import REPEAT_RULES
from calendars.grammar.rule import Context, NoTime, Reading, Understanding
from calendars.grammar.spelling import is_unaccented, matching_form, normalise
from calendars.grammar.table import Table
from calendars.grammar.vetoes import taken_back
from calendars.programme import Issue

PIECE_RULES = (
    *REPEAT_RULES,
    *LUNAR_RULES,
    *CLOCK_RULES,
    *CERTAINTY_RULES,
    *PERIOD_RULES,
    *WEEKDAY_RULES,
    *PART_RULES,
    *DATE_RULES,
    *LENGTH_RULES,
    *NUMBER_RULES,
)


@lru_cache(maxsize=2)
def piece_table(*, unmarked: bool = False) -> Table:
    """The scanner for pieces of time, for text with or without diacritics."""
    return Table(PIECE_RULES, unmarked=unmarked)


@lru_cache(maxsize=2)
def mask_table(*, unmarked: bool = False) -> Table:
    """The scanner for what only looks like a time."""
    return Table((*CITATION_RULES, *NAME_RULES), unmarked=unmarked)


_CASED = Table(CASED_RULES, cased=True)


def find_pieces(table: Table, matching: str) -> list[Piece]:
    """The pieces of time that the rules of a table find in a text in matching form."""
    found = []
    for rule, words, start, end in table.find(matching):
        value = rule.meaning(words)
        if value is not None:
            found.append(Piece(rule.kind, value, start, end, (rule.name,)))
    return found


def find_masks(matching: str, text: str, *, unmarked: bool) -> list[NoTime]:
    """What looks like a time in a text and is none; text: the same as normalised, for what needs capitals."""
    masks = [
        NoTime((start, end), rule.kind, rule.name)
        for rule, words, start, end in mask_table(unmarked=unmarked).find(matching)
        if rule.meaning(words)
    ]
    cased = [
        NoTime((start, end), rule.kind, rule.name)
        for rule, words, start, end in _CASED.find(text)
        if rule.meaning(words)
    ]
    return masks if not cased else [*(one for one in masks if one.at[1] <= cased[0].at[0]), *cased]


def hide(matching: str, stretches: Iterable[tuple[int, int, str]]) -> str:
    """The text with each stretch (begin, end, sign) replaced by so many signs."""
    parts: list[str] = []
    place = 0
    for start, end, sign in stretches:
        parts += (matching[place:start], sign * (end - start))
        place = end
    return "".join((*parts, matching[place:]))


def understand(text: str, context: Context) -> Understanding:
    """All that `text` says of time. Never raises; places are those of `text` as given.

    The time of a commemoration is told by its `Observance` and not by a reading: a talk "nhân dịp 20/11" has no time.
    """
    normalised = normalise(text)
    matching, repairs = repair(matching_form(normalised.text))
    unmarked = is_unaccented(matching)
    if _says_nothing(matching, unmarked=unmarked):
        return Understanding()
    masks = find_masks(matching, normalised.text, unmarked=unmarked)
    hidden = (
        hide(matching, ((*one.at, " " if one.reason == "gloss" else HIDDEN) for one in masks))
        if masks
        else matching
    )
    observances, occasions = find_observances(matching, hidden, normalised.text, context)
    if observances:
        hidden = hide(hidden, ((*one.at, HIDDEN) for one in observances))
    if unmarked:
        hidden = _MOVED_TO.sub(lambda found: found[0][:-4] + "qua ", hidden)
    readings, vetoed, issues = _readings(hidden, context, unmarked=unmarked)
    readings = apply_changes(readings, hidden, unmarked=unmarked)
    if repairs:
        readings = [_with_repairs(one, repairs) for one in readings]
    place = normalised.origin
    if normalised.maps:
        readings = [replace(one, at=(place(one.at[0]), place(one.at[1]))) for one in readings]
        observances = [replace(one, at=(place(one.at[0]), place(one.at[1]))) for one in observances]
    no_times = sorted((*masks, *occasions, *vetoed), key=lambda one: one.at)
    if normalised.maps:
        no_times = [replace(one, at=(place(one.at[0]), place(one.at[1]))) for one in no_times]
    return Understanding(tuple(readings), tuple(observances), tuple(no_times), tuple(issues))


_MOVED_TO = re.compile(
    r"\b(?:hoan|doi|chuyen|lui|dich|day)\b[^.;\ue000]{0,80}? sang(?= (?:ngay|thu|chu|\d|chieu|toi|tuan|thang))"
)
_DIGIT = re.compile(r"\d")


def _says_nothing(matching: str, *, unmarked: bool) -> bool:
    """Whether a text has neither a figure nor a word of time: most lines of a document."""
    if _DIGIT.search(matching) is not None or may_name_feast(matching):
        return False
    return next(piece_table(unmarked=unmarked).find(matching), None) is None


def _readings(
    hidden: str, context: Context, *, unmarked: bool
) -> tuple[list[Reading], list[NoTime], list[Issue]]:
    readings: list[Reading] = []
    vetoed: list[NoTime] = []
    issues: list[Issue] = []
    pieces = find_pieces(piece_table(unmarked=unmarked), hidden)
    for cluster in clusters(pieces, hidden) if pieces else ():
        for group in groups(join(cluster), context):
            found, doubts = build.readings_of(group, hidden)
            issues += doubts
            for reading in found:
                veto = taken_back(reading, reading.at, hidden, context)
                if veto is None:
                    readings.append(reading)
                else:
                    vetoed.append(NoTime(reading.at, veto.reason, veto.name))
    return readings, vetoed, issues


def _with_repairs(reading: Reading, repairs: list[Repaired]) -> Reading:
    inside = [one for one in repairs if reading.at[0] <= one.start < reading.at[1]]
    if not inside:
        return reading
    issues = tuple(Issue("ocr-repair", f"{one.was!r} was read as {one.now.strip()!r}") for one in inside)
    rules = (*reading.rules, *(one.rule for one in inside))
    return replace(reading, issues=(*reading.issues, *issues), rules=rules)


def told(understanding: Understanding) -> tuple[Reading, ...]:
    """Every time that a text tells, those of commemorations included, in the order of the text."""
    feasts = (
        Reading(one.at, one.when, rules=("observance",), issues=one.issues)
        for one in understanding.observances
        if one.when is not None and not any(no.at == one.at for no in understanding.no_times)
    )
    return tuple(sorted((*understanding.readings, *feasts), key=lambda one: one.at))
