"""What single words and short groups of words say of time, before they are put together.

These values know nothing of the document: "ngày 24" is a day of a month not yet named, "tuần sau" a week
counted from a day not yet known. `resolve` fills in what is missing, `combine` joins pieces that stand together.
"""

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from typing import Final, NamedTuple

from calendars.marks import Issue
from calendars.recurrence import Frequency, Roll
from calendars.times import DayPart


class Kind:
    """The sorts of pieces: each is the one letter by which `combine` writes it.

    Plain letters and no enumeration, whose members take three times as long to look up: every step asks for them.
    """

    DAY: Final = "D"  # a date, perhaps without month and year
    NUMBER: Final = "N"  # a bare number that may be a day beside others
    WEEKDAY: Final = "W"
    CLOCK: Final = "C"
    PART: Final = "P"  # a part of the day
    PERIOD: Final = "M"  # a week, month, quarter, year or a named part of one
    NTH: Final = "O"  # the first, the last, of the third week
    SPECIAL: Final = "S"  # the last day, the first working day of a month
    OFTEN: Final = "F"
    MONTHS: Final = "Q"  # the last month of every quarter
    LENGTH: Final = "U"
    FROM: Final = "<"
    TO: Final = ">"
    DEADLINE: Final = "X"
    DONE: Final = "K"  # a verb of completion, which makes a period a deadline
    TENTATIVE: Final = "T"
    ABOUT: Final = "A"
    LATER: Final = "L"  # the time will be told later
    ELSEWHERE: Final = "G"  # the time, or what else is to be known, is told elsewhere
    WHOLE: Final = "H"  # all through a named period
    LUNAR: Final = "Y"  # the day beside it is one of the lunar calendar
    EXCEPT: Final = "E"
    ROLL: Final = "R"
    NO_HOUR: Final = "Z"  # an hour that no clock shows
    ISSUE: Final = "I"  # the day on which the document is signed, from which time is counted


SILENT = frozenset((Kind.NUMBER, Kind.TO))
"""Pieces left over by joining; what a group says does not begin or end with them."""


@dataclass(slots=True, eq=False)
class Piece:
    """A piece found in a text: its kind, value, place, and the rules that made it, outermost first."""

    kind: str
    value: object
    start: int
    end: int
    rules: tuple[str, ...]
    issues: tuple[Issue, ...] = ()


class Unit(StrEnum):
    """Units of a calendar and of a clock."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class PartDate(NamedTuple):
    """A day as written. `shift`: months from the reference; `offset`: days from the day of issue (ngày mai is 1).

    doubtful: written "3-2", which may also be the days 3 to 2 of a month. lunar: of the lunar calendar, `leap` in its
    leap month; `day` 0 then is the last day of the year before (Giao thừa). sun: for a day named by its solar term, the
    longitude of the sun that begins it (Thanh minh is 15); only year counts beside it.
    """

    day: int
    month: int | None = None
    year: int | None = None
    shift: int | None = None
    offset: int | None = None
    doubtful: bool = False
    lunar: bool = False
    leap: bool = False
    sun: int | None = None


class Weekdays(NamedTuple):
    """Weekdays, 0 Monday to 6 Sunday; `span` where they were given by the two ends."""

    days: tuple[int, ...]
    span: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """Times of day; `end` alone for "kết thúc lúc ...". part: the part of the day already taken into account.

    padded: whether the hour was written with two figures ("02 giờ"), which is not said of an afternoon.
    opens: whether it is said to be the opening's ("từ ngày 05 đến 07/3 (khai mạc lúc 8h00)").
    """

    start: time | None = None
    end: time | None = None
    part: DayPart | None = None
    padded: bool = field(default=False, compare=False)
    opens: bool = field(default=False, compare=False)


class Parts(NamedTuple):
    """A part of the day."""

    part: DayPart


class Period(NamedTuple):
    """A stretch of days that has a name.

    number: which month (1-12), quarter (1-4) or week; None is that of the reference, `shift` units on.
    piece: which part of it: "1/3" the first of three, "1/2", "+10" its first ten days, "-15" its last fifteen;
    "ends" months of a year as (first, last). named: whether a preposition or its form makes it a time by itself.
    """

    unit: Unit
    number: int | None = None
    year: int | None = None
    shift: int = 0
    piece: str = ""
    months: tuple[int, int] | None = None
    named: bool = True
    coming: int = 0  # the next so many units
    to: "Period | None" = None  # from the beginning of this one to the end of that one
    run: bool = False  # "từ ... đến ...": every day from its beginning to its end
    lunar: bool = False  # a month of the lunar calendar


class Nth(NamedTuple):
    """Which one of a month, -1 the last; `week` where the week is counted and not the day."""

    numbers: tuple[int, ...]
    week: bool = False


class Special(NamedTuple):
    """The n-th day (or working day) of a month, -1 the last."""

    nth: int
    working: bool = False
    repeats: bool = False


class Often(NamedTuple):
    """How often. weekdays: where the phrase names them itself; parity: 0 even, 1 odd weeks of the year.

    soft: only "các" before a weekday, which says nothing where dates follow. stressed: said to repeat, so that a range
    beside "hằng ngày" is no stretch of days but bounds a repeat. of_quarters: every quarter of the year; "03 tháng một
    lần" may begin in any month.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    parity: int | None = None
    soft: bool = False
    stressed: bool = False
    of_quarters: bool = False

    @property
    def lasts(self) -> bool:
        """Whether a range of days beside it is one stretch: "hằng ngày, từ 18 đến 20/3"."""
        return self.frequency is Frequency.DAILY and self.interval == 1 and not self.stressed


class Months(NamedTuple):
    """Months of the year on which something recurs."""

    months: tuple[int, ...]


class Length(NamedTuple):
    """A length of time; `working` counts working days."""

    amount: float
    unit: Unit
    working: bool = False


class Deadline(NamedTuple):
    """`exclusive`: before the day ("trước ngày"); `counted`: so long after a beginning ("trong vòng")."""

    exclusive: bool = False
    counted: bool = False


class Except(NamedTuple):
    """What a repeat leaves out: public holidays, weekdays, months, or single days."""

    holidays: bool = False
    weekdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    days: "DayList | None" = None


class Rolled(NamedTuple):
    """Where a day goes that meets a day off. days: those of the month of which alone it is said; none: of any."""

    roll: Roll
    days: tuple[int, ...] = ()

    def of(self, days: tuple[int, ...]) -> Roll | None:
        """Where days of the month go; None where it is said of others."""
        return self.roll if not self.days or set(days) & set(self.days) else None


class Mark(NamedTuple):
    """A word that has no value but its kind."""

    open_ended: bool = False


class Member(NamedTuple):
    """A day of a list or range with what stands beside it alone."""

    day: PartDate
    weekday: int | None = None
    clock: Clock | None = None
    part: DayPart | None = None


class Element(NamedTuple):
    """One day of a list, or from `first` to `last`; up_to: to the day before `last`."""

    first: Member
    last: Member | None = None
    up_to: bool = False


class DayList(NamedTuple):
    """Days and ranges of days, in the order written; the month stands at the last."""

    elements: tuple[Element, ...] = ()
    open_ended: bool = False
