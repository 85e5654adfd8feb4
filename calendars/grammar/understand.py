"""The way from a text to what it says of time: normalise, mask, find pieces, join, build, doubt.

Every step is bounded by the length of the text; nothing here raises for any text.
"""

from functools import lru_cache

from calendars.grammar import build
from calendars.grammar.certainty import CERTAINTY_RULES
from calendars.grammar.clock import CLOCK_RULES, PART_RULES
from calendars.grammar.combine import clusters, join
from calendars.grammar.days import DAY_RULES, WEEKDAY_RULES
from calendars.grammar.lunar import LUNAR_RULES
from calendars.grammar.periods import LENGTH_RULES, PERIOD_RULES
from calendars.grammar.pieces import Piece
from calendars.grammar.repeats import REPEAT_RULES
from calendars.grammar.rule import Context, Reading, Understanding
from calendars.grammar.spelling import is_unaccented, matching_form, normalise
from calendars.grammar.table import Table

PIECE_RULES = (
    *REPEAT_RULES,
    *LUNAR_RULES,
    *CERTAINTY_RULES,
    *PERIOD_RULES,
    *WEEKDAY_RULES,
    *LENGTH_RULES,
    *CLOCK_RULES,
    *PART_RULES,
    *DAY_RULES,
)


@lru_cache(maxsize=2)
def piece_table(*, unmarked: bool = False) -> Table:
    """The scanner for pieces of time, for text with or without diacritics."""
    return Table(PIECE_RULES, unmarked=unmarked)


def find_pieces(matching: str) -> list[Piece]:
    """The pieces of time in a text in matching form."""
    table = piece_table(unmarked=is_unaccented(matching))
    found = []
    for rule, words, start, end in table.find(matching):
        value = rule.meaning(words)
        if value is not None:
            found.append(Piece(rule.kind, value, start, end, (rule.name,)))
    return found


def understand(text: str, context: Context) -> Understanding:
    """All that `text` says of time. Never raises; places are those of `text` as given."""
    normalised = normalise(text)
    matching = matching_form(normalised.text)
    pieces = find_pieces(matching)
    if not pieces:
        return Understanding()
    readings: list[Reading] = []
    issues = []
    for cluster in clusters(pieces, matching):
        for group in build.groups(join(cluster), context):
            found, doubts = build.readings_of(group)
            readings += found
            issues += doubts
    return Understanding(tuple(readings), (), (), tuple(issues))
