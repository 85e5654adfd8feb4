"""What is asked whether it is an entry: a time that was settled, with its title and what stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from calendars.layouts.layout import Item
from calendars.layouts.timelabels import begins_with_clock
from calendars.layouts.words import fold
from calendars.reading.naming.observances import Named
from calendars.reading.parts.grouping import Group
from calendars.reading.scope import Scope
from calendars.reading.timing.precedence import Origin, Settled
from calendars.reading.words import item_words
from calendars.times import DayPart
from calendars.when import Day, Days

_A_WEEK = 10  # days; some are announced with the Monday after them
LEADING = re.compile(r"^(?:[Bb]uổi\s+)?(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Cc]ả ngày)?[\s:,.\-]*")
"""The part of the day with which a text begins."""

_HALF_FIRST = re.compile(  # "- Buổi sáng (bắt đầu từ 8h00): Triển khai ...", below the day
    r"\W*(?:buổi\s+)?(?:sáng|chiều|tối)\b[^:;.]{0,40}:\s", re.IGNORECASE
)


@dataclass
class Candidate:
    """One time of a group of clauses of which it is not yet known whether it is an entry.

    group, item: the clauses that tell it and the item in which they stand; title: what it would be called; named: the
    days with names (feasts, anniversaries) that the item tells. clause: the first of the clauses, as written; said:
    the same without diacritics, as are folded, the title, and text, the whole item.
    """

    one: Settled
    group: Group
    title: str
    scope: Scope
    item: Item
    named: Sequence[Named]

    folded: str = field(init=False)
    clause: str = field(init=False)
    said: str = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.folded = fold(self.title)
        self.clause = self.item.text[slice(*self.group.spans[0])]
        self.said = fold(self.clause)
        self.text = fold(self.item.text)

    @property
    def in_half(self) -> bool:
        """Whether it is of a part of a day."""
        return self.one.when.hours.part not in (None, DayPart.ALL_DAY)

    @property
    def held(self) -> bool:
        """Whether its own words tell a day, or single days, and an hour."""
        one = self.one
        return (
            one.origin is Origin.OWN
            and one.when.hours.start is not None
            and isinstance(one.when, (Day, Days))
        )

    @property
    def in_week(self) -> bool:
        """Whether it has a day, with an hour or a half of it, in a programme of one week."""
        period = self.scope.context.period
        told = self.one.origin in (Origin.OWN, Origin.LABEL) and isinstance(self.one.when, Day)
        if not told or period is None or len(period) > _A_WEEK:
            return False
        return self.in_half or self.one.when.hours.start is not None

    @cached_property
    def standing(self) -> bool:
        """Whether the title names an occasion, or what goes on for a whole month."""
        words = item_words()
        return any(words[each].match(self.folded) for each in ("items.occasions", "items.standing"))

    @cached_property
    def hour_first(self) -> bool:
        """Whether an hour or a half of the day opens the item, and a heading above tells the day."""
        if self.one.origin is not Origin.SECTION or not (self.one.when.hours.start or self.in_half):
            return False
        text = self.item.text
        return begins_with_clock(LEADING.sub("", text)) or _HALF_FIRST.match(text) is not None
