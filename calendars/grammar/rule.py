"""The contract of the grammar: a rule, its examples, and what reading a text gives.

A rule has a name, a pattern, a meaning, and examples and counter-examples beside it that are run as tests. A text is
first masked (what only looks like a time), then read piece by piece, then pieces that stand together are
joined by one more table (`combine`). A reading keeps its place in the text and the names of the rules that made it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from calendars.marks import Issue, Status
from calendars.times import DaySpan
from calendars.when import When


@dataclass(frozen=True, slots=True)
class Context:
    """What must be known to read a phrase: the programme's period and the day the document was issued.

    Either may be None; missing months and years are filled in by reference section 0.3. habits: a programme for as long
    as a month, in which a weekday with its hour ("tối thứ Sáu") is that of every week.
    """

    period: DaySpan | None = None
    issued: date | None = None
    habits: bool = False

    def __hash__(self) -> int:
        # What was understood is kept by text and context: nearly always one context for all the texts of a document.
        return hash(self.issued)


class Reading(NamedTuple):
    """A time that a text tells.

    at: begin and end (excluded) in the text as it was given; status: CONFIRMED, TENTATIVE, or for the old time
    in a change POSTPONED or CANCELLED; rules: the names of the rules that made it, outermost first.
    """

    at: tuple[int, int]
    when: When
    status: Status = Status.CONFIRMED
    deadline: bool = False
    rules: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


class NoTime(NamedTuple):
    """A stretch of text that looks like a time and is none.

    reason: citation, term, ratio, number, name, ordinal, past, cut-off, topic, article, birth, validity, history ...
    """

    at: tuple[int, int]
    reason: str
    rule: str = ""


class Observance(NamedTuple):
    """A commemoration with where its name begins and ends; `when` is None where neither text nor table dates it.

    dated: whether the text itself gives the day (else it comes from the table of observances).
    """

    at: tuple[int, int]
    name: str
    when: When | None
    dated: bool
    issues: tuple[Issue, ...] = ()


class Understanding(NamedTuple):
    """All that the grammar takes from one text, each list in the order of the text, none overlapping another."""

    readings: tuple[Reading, ...] = ()
    observances: tuple[Observance, ...] = ()
    no_times: tuple[NoTime, ...] = ()
    issues: tuple[Issue, ...] = ()


Words = Mapping[str, str]
"""The named groups of a pattern with what they took in, in matching form; "" for those that took no part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of a table: how a thing is written and what that means.

    pattern: a regular expression in Vietnamese letters, lower case, one space for any run of spaces; it must
    cover whole words. meaning: makes the value from the pattern's named groups; None says that it is no such
    thing after all. kind: what sort of piece it makes. examples: texts with the value that the rule reads in
    them; not_examples: texts in which it must read nothing. unmarked: whether the rule also reads text that
    was typed without diacritics.
    """

    name: str
    kind: str
    pattern: str
    meaning: Callable[[Words], object]
    examples: Mapping[str, object]
    not_examples: tuple[str, ...] = ()
    unmarked: bool = True
