"""A joined cluster made readings: what day, at what hour, how firm.

The pieces of a time stand in any order ("14h00, thứ Sáu, ngày 24/11", "ngày 24/11 (thứ Sáu), lúc 14h00"), so
here only their kinds count. `BASES` is the table of what a set of kinds means, the special before the general;
hours, deadlines and doubts are then laid over it. A second piece of a kind that is already there begins another time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from calendars.grammar.build_days import counted_from_nothing, days_meant
from calendars.grammar.build_periods import (
    day_in_quarter,
    named_period,
    nth_weekday,
    special_day,
    week_of_month,
    weekday_alone,
    weekday_at_end_of_month,
    weekday_of_week,
)
from calendars.grammar.build_repeats import (
    daily_in_range,
    days_by_parity,
    days_of_every_month,
    frequency,
    months_repeat,
    nth_weekday_repeats,
    special_day_repeats,
    weekly,
    yearly,
)
from calendars.grammar.group import Group
from calendars.grammar.hours import hours_of
from calendars.grammar.pieces import SILENT, Kind, Length, Mark, Unit
from calendars.grammar.resolve import NoSuchDay, Unknown
from calendars.grammar.rule import Reading
from calendars.marks import Issue, Status
from calendars.recurrence import Recurrence
from calendars.times import DayPart
from calendars.when import NO_HOURS, Day, Days, Hours, Repeat, Span, Undated, When, Window

_WEAK = frozenset(
    (Kind.NUMBER, Kind.FROM, Kind.TO, Kind.TENTATIVE, Kind.ABOUT, Kind.DONE, Kind.WHOLE, Kind.LUNAR, Kind.DEADLINE,
     Kind.EXCEPT, Kind.ROLL, Kind.NTH, Kind.ISSUE, Kind.LENGTH, Kind.PART, Kind.MONTHS, Kind.NO_HOUR)
)  # fmt: skip

_NOWHERE = 10**9


def readings_of(group: Group, text: str) -> tuple[list[Reading], list[Issue]]:
    """What one group tells: readings, and issues where it names no day that there is. text: that of the pieces."""
    if not group.kinds:
        pieces = group.pieces
        group.kinds = pieces[0].kind if len(pieces) == 1 else "".join([piece.kind for piece in pieces])
    sort = _sort_of(group.kinds)
    if sort.no_hour:
        group.doubt("no-such-hour", f"no clock shows {group.value(Kind.NO_HOUR)}; the hour stays open")
    if sort.weak and not _counts(group, text):
        return [], group.issues
    try:
        whens = _whens(group, sort)
    except NoSuchDay as error:
        return [], [Issue("no-such-date", f"the calendar has no day {error}")]
    except Unknown as error:
        group.doubt(
            "incomplete-date", f"nothing tells the {error} from which to count, so the day stays open"
        )
        whens = [Undated()]
    except (OverflowError, ValueError):
        return [], [Issue("no-such-date", "the days named lie outside the calendar")]
    if len(whens) == 1:
        return [_reading(group, whens[0], sort)], []
    return [_reading(group, when, sort) for when in whens], []


def _counts(group: Group, text: str) -> bool:
    """Whether pieces that are nothing by themselves are something together."""
    length = group.value(Kind.LENGTH)
    counted = (
        group.has(Kind.DEADLINE)
        and isinstance(length, Length)
        and length.unit not in (Unit.HOUR, Unit.MINUTE)
    )
    return group.has(Kind.NTH) or counted or _stands_alone(group, text)


def _stands_alone(group: Group, text: str) -> bool:
    """A part of the day that is a label, or the first word of a bracket, needs nothing beside it."""
    part = next((piece for piece in group.pieces if piece.kind == Kind.PART), None)
    if part is None:
        return False
    before, after = text[: part.start].strip(" -+*|("), text[part.end :].lstrip(" )*|")
    before = before.removesuffix("dự kiến")
    in_bracket = text[: part.start].endswith("(") and text[part.end : part.end + 1] in (")", ";", ",")
    label = after[:1] in ("", ":", ";") or after.startswith(", ngày chưa nêu")
    return in_bracket or (not before and label)


def _whens(group: Group, sort: "_Sort") -> list[When]:
    for base in sort.bases:
        whens = base.meaning(group)
        if whens is not None:
            return whens if isinstance(whens, list) else [whens]
    return []


def _reading(group: Group, when: When, sort: "_Sort") -> Reading:
    """A value with what the group says beside it. A reading is made as a tuple: half the time of calling its class."""
    status = sort.status
    if sort.about:
        about = group.value(Kind.ABOUT)
        status = status if isinstance(about, Mark) and about.open_ended else Status.TENTATIVE
        if isinstance(when, Span) and when.last is not None:
            when = Window(when.first, when.last, when.hours)
        elif isinstance(when, Day) and _has_two_ends(group):
            when = Window(when.day, when.day, when.hours)
    deadline = sort.deadline or (sort.done and isinstance(when, (Day, Repeat)))
    if len(group.pieces) == 1 and len(group.pieces[0].rules) == 1:
        (piece,) = group.pieces
        at, names = (piece.start, piece.end), piece.rules
        return tuple.__new__(Reading, (at, when, status, deadline, names, (*group.issues, *piece.issues)))
    rules: dict[str, None] = {}
    issues = [*group.issues]
    start, end = _NOWHERE, -1
    for piece in group.pieces:
        for name in piece.rules:
            rules[name] = None
        if piece.issues:
            issues += piece.issues
        if piece.kind not in SILENT:
            if piece.start < start:
                start = piece.start
            if piece.end > end:
                end = piece.end
    at = (start, end) if end >= 0 else (group.start, group.end)
    return tuple.__new__(Reading, (at, when, status, deadline, tuple(rules), tuple(issues)))


def _has_two_ends(group: Group) -> bool:
    """Whether a day was written as from one day to the same."""
    days = group.days
    return days is not None and days.elements[0].last is not None


def _later_told(group: Group) -> When | None:
    return Undated(hours_of(group))


def _only_hours(group: Group) -> When | None:
    return Undated(hours_of(group, deadline=group.deadline is not None))


@dataclass(frozen=True, slots=True)
class Base:
    """What a set of kinds means. meaning: the value, None where it does not apply after all.

    examples: texts with the value they have in a programme of November 2023.
    """

    name: str
    needs: tuple[str, ...]
    meaning: Callable[[Group], list[When] | When | None]
    examples: Mapping[str, When]


def _repeats(rule: str, first: tuple[int, int, int] | None = None, hours: Hours = NO_HOURS) -> Repeat:
    return Repeat(Recurrence.from_rrule(rule, first=date(*first) if first else None), hours)


_MORNING = Hours(part=DayPart.MORNING)

BASES = (
    Base(
        "months-repeat",
        (Kind.MONTHS,),
        months_repeat,
        {
            "ngày 20 của tháng cuối quý": _repeats(
                "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", (2023, 12, 20)
            )
        },
    ),
    Base(
        "special-day-repeats",
        (Kind.SPECIAL,),
        special_day_repeats,
        {"ngày cuối cùng hằng tháng": _repeats("FREQ=MONTHLY;BYMONTHDAY=-1", (2023, 11, 30))},
    ),
    Base(
        "nth-weekday-repeats",
        (Kind.OFTEN, Kind.WEEKDAY),
        nth_weekday_repeats,
        {"thứ Năm đầu tiên hằng tháng": _repeats("FREQ=MONTHLY;BYDAY=1TH", (2023, 11, 2))},
    ),
    Base(
        "days-of-every-month",
        (Kind.OFTEN, Kind.DAY),
        days_of_every_month,
        {"ngày 5 và 20 hằng tháng": _repeats("FREQ=MONTHLY;BYMONTHDAY=5,20", (2023, 11, 5))},
    ),
    Base(
        "yearly",
        (Kind.OFTEN, Kind.DAY),
        yearly,
        {"ngày 20/11 hằng năm": _repeats("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20", (2023, 11, 20))},
    ),
    Base(
        "daily-in-a-range",
        (Kind.OFTEN, Kind.DAY),
        daily_in_range,
        {
            "8h00-11h30 hằng ngày, từ 18 đến 20/11": Span(
                date(2023, 11, 18), date(2023, 11, 20), Hours(time(8), time(11, 30)), daily=True
            )
        },
    ),
    Base(
        "weekly",
        (Kind.OFTEN,),
        weekly,
        {"sáng thứ Hai hằng tuần": _repeats("FREQ=WEEKLY;BYDAY=MO", (2023, 11, 6), _MORNING)},
    ),
    Base(
        "even-or-odd-days",
        (Kind.OFTEN,),
        days_by_parity,
        {
            "các ngày lẻ từ 11 đến 15/11": Days((date(2023, 11, 11), date(2023, 11, 13), date(2023, 11, 15))),
        },
    ),
    Base(
        "day-in-a-quarter",
        (Kind.DAY, Kind.PERIOD),
        day_in_quarter,
        {"ngày 10 của tháng đầu quý sau": Day(date(2024, 1, 10))},
    ),
    Base(
        "days",
        (Kind.DAY,),
        days_meant,
        {
            "ngày 24, 25/11": Span(date(2023, 11, 24), date(2023, 11, 25), daily=True),
            "ngày 24 và 27/11": Days((date(2023, 11, 24), date(2023, 11, 27))),
            "sáng 24/11": Day(date(2023, 11, 24), _MORNING),
            "từ ngày 28 đến ngày 02/12": Span(date(2023, 11, 28), date(2023, 12, 2)),
        },
    ),
    Base("frequency", (Kind.OFTEN,), frequency, {"mỗi tháng một lần": _repeats("FREQ=MONTHLY")}),
    Base(
        "special-day",
        (Kind.SPECIAL,),
        special_day,
        {"ngày làm việc cuối cùng của tháng": Day(date(2023, 11, 30))},
    ),
    Base(
        "weekday-of-a-week",
        (Kind.WEEKDAY, Kind.PERIOD),
        weekday_of_week,
        {"thứ Sáu tuần 47": Day(date(2023, 11, 24))},
    ),
    Base(
        "nth-weekday",
        (Kind.WEEKDAY, Kind.NTH),
        nth_weekday,
        {"thứ Ba tuần thứ ba của tháng": Day(date(2023, 11, 21))},
    ),
    Base(
        "weekday-at-an-end-of-a-month",
        (Kind.WEEKDAY, Kind.PERIOD),
        weekday_at_end_of_month,
        {"thứ Sáu cuối tháng": Day(date(2023, 11, 24))},
    ),
    Base("weekday", (Kind.WEEKDAY,), weekday_alone, {"họp thứ Sáu": Undated()}),
    Base(
        "week-of-a-month",
        (Kind.NTH,),
        week_of_month,
        {"tuần đầu tháng 12": Window(date(2023, 12, 4), date(2023, 12, 10))},
    ),
    Base(
        "period",
        (Kind.PERIOD,),
        named_period,
        {
            "trung tuần tháng 11": Window(date(2023, 11, 11), date(2023, 11, 20)),
            "suốt tháng 11": Span(date(2023, 11, 1), date(2023, 11, 30)),
        },
    ),
    Base(
        "counted", (Kind.DEADLINE, Kind.LENGTH), counted_from_nothing, {"trong thời hạn 10 ngày": Undated()}
    ),
    Base("told-later", (Kind.LATER,), _later_told, {"thời gian sẽ thông báo sau": Undated()}),
    Base("told-elsewhere", (Kind.ELSEWHERE,), _later_told, {"theo lịch của Tỉnh ủy": Undated()}),
    Base("hours", (Kind.CLOCK,), _only_hours, {"14h30": Undated(Hours(time(14, 30)))}),
    Base("part-of-day", (Kind.PART,), _only_hours, {"Sáng:": Undated(_MORNING)}),
)


@dataclass(frozen=True, slots=True)
class _Sort:
    """What depends on the kinds of a group's pieces alone.

    bases: the rows of the table for which they suffice; weak: whether none of them is a time by itself.
    """

    bases: tuple[Base, ...]
    weak: bool
    status: Status
    deadline: bool
    done: bool
    about: bool
    no_hour: bool


def _is_open(kinds: str) -> bool:
    """Whether the time is not settled; one that an invitation tells is, where a day or an hour stands beside it."""
    if Kind.TENTATIVE in kinds or Kind.LATER in kinds:
        return True
    return Kind.ELSEWHERE in kinds and not {Kind.DAY, Kind.WEEKDAY, Kind.CLOCK}.intersection(kinds)


@lru_cache(maxsize=4096)
def _sort_of(kinds: str) -> _Sort:
    """Worked out once for each row of kinds, of which a language has some hundred."""
    return _Sort(
        bases=tuple(base for base in BASES if set(kinds).issuperset(base.needs)),
        weak=_WEAK.issuperset(kinds),
        status=Status.TENTATIVE if _is_open(kinds) else Status.CONFIRMED,
        deadline=Kind.DEADLINE in kinds,
        done=Kind.DONE in kinds,
        about=Kind.ABOUT in kinds,
        no_hour=Kind.NO_HOUR in kinds,
    )
