"""The contract of a turn of phrase: when it is met, what it says plainly, and examples that are run as tests."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from calendars.times import DaySpan

_LONGEST_WEEK = 10  # days; some weeks are announced with the Monday after them
_QUARTER = range(88, 94)  # days
_HOUR_BEFORE_COMMA = re.compile(  # from the comma back, since a text has fewer of them than figures
    r",(?<=[hg\dờ],)(?:(?<=\d[hg],)|(?<=\d[hg]\d,)|(?<=\d[hg]\d\d,)|(?<=\d:\d\d,)|(?<=\d giờ,)|(?<=\d giờ \d\d,))",
    re.IGNORECASE,
)
_HOUR_SIGN = re.compile(r"\d(?:[hg:]| giờ)", re.IGNORECASE)

Plainly = str | Callable[[re.Match[str], DaySpan | None], str]
"""What stands for a match: a template of `re.sub`, or what makes it of the match and the programme's period."""

Period = Callable[[DaySpan | None], bool]
"""Whether a turn is met in a programme of such a period; None is a document without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One way in which offices shorten or interrupt a time, and how it is put plainly.

    says: words in lower case without one of which (written so) a text does not hold the turn; a text without them is
    never searched. pattern: the whole phrase, matched without regard to case. plainly: what is put in its place.
    examples: texts with what they come to. beside: words that must stand anywhere in the text too. within: the
    periods in which the turn means this. holds: a last look at the whole text and the period. opens: it stands only at
    the beginning of a text, so that it is sought nowhere else.
    """

    name: str
    says: tuple[str, ...]
    pattern: re.Pattern[str]
    plainly: Plainly
    examples: tuple[tuple[str, str], ...]
    beside: str = ""
    within: Period | None = None
    holds: Callable[[str, DaySpan | None], bool] | None = None
    opens: bool = False

    def met(self, words: str, period: DaySpan | None) -> bool:
        """Whether a text that has one of the turn's words may hold it: `words` is the text in lower case."""
        return self.beside in words and (self.within is None or self.within(period))

    def put(self, text: str, period: DaySpan | None) -> str:
        """The text with this turn put plainly wherever it stands; for a programme of this period."""
        if self.opens and self.pattern.match(text) is None:
            return text
        if self.holds is not None and not self.holds(text, period):
            return text
        plainly = self.plainly
        if isinstance(plainly, str) and "\\" not in plainly:
            return self.pattern.sub(plainly, text)
        # To search first costs less than to put a template in place nowhere.
        if not self.opens and self.pattern.search(text) is None:
            return text
        if isinstance(plainly, str):
            return self.pattern.sub(plainly, text)
        return self.pattern.sub(lambda found: plainly(found, period), text)


def hours_in_a_row(text: str, _period: DaySpan | None) -> bool:
    """Whether another hour stands somewhere behind one with a comma: "Họp chi bộ 14h, họp liên tịch 16h"."""
    found = _HOUR_BEFORE_COMMA.search(text) if "," in text else None
    return found is not None and _HOUR_SIGN.search(text, found.end()) is not None


def in_one_month(period: DaySpan | None) -> bool:
    """Whether a programme's period lies in one month."""
    return period is not None and period.first.month == period.last.month


def longer_than_a_week(period: DaySpan | None) -> bool:
    """Whether a programme is of more than one week."""
    return period is not None and len(period) > _LONGEST_WEEK


def a_quarter(period: DaySpan | None) -> bool:
    """Whether a programme is of three whole months."""
    return period is not None and len(period) in _QUARTER and period.first.day == 1


def told(period: DaySpan | None) -> bool:
    """Whether a programme has a period at all."""
    return period is not None
