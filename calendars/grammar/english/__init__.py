"""The tables of English: a small grammar for quick entry ("every Friday 14:00", "first Thursday of each month")."""

from calendars.grammar.clusters import SmallWords
from calendars.grammar.english.certainty import CERTAINTY_RULES
from calendars.grammar.english.clock import CLOCK_RULES
from calendars.grammar.english.days import DAY_RULES
from calendars.grammar.english.periods import PERIOD_RULES
from calendars.grammar.english.repeats import REPEAT_RULES
from calendars.grammar.language import Language

ENGLISH = Language(
    name="en",
    pieces=(*CERTAINTY_RULES, *REPEAT_RULES, *CLOCK_RULES, *PERIOD_RULES, *DAY_RULES),
    masks=(),
    small_words=SmallWords(ands="and", fillers="on|at|of|in|the|every day|each day|is|held|days|a|day"),
)
