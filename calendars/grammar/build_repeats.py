"""Repeats made values: how often, on which days, from when until when, and what is left out or put off."""

from dataclasses import replace

from calendars.grammar import repeat_days, resolve, spans
from calendars.grammar.build_days import days_meant
from calendars.grammar.group import Group
from calendars.grammar.hours import hours_of, of_days, with_member
from calendars.grammar.lunar_days import lunar_days_between
from calendars.grammar.pieces import (
    Except,
    Kind,
    Member,
    Months,
    Often,
    Period,
    Piece,
    Rolled,
    Special,
    Unit,
)
from calendars.grammar.repeat_bounds import bounds_of
from calendars.grammar.resolve import NoSuchDay
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.times import ONE_DAY, DaySpan
from calendars.when import Repeat, When

_SATURDAY = 5
_NOTHING_LEFT_OUT = Except()
_LEAP_YEAR = 2024
_DAY_UNKNOWN = "the text says how often, not on which day"


_MONTHLY = Piece(Kind.OFTEN, Often(Frequency.MONTHLY), 10**9, 0, ())
_QUARTERLY = Piece(Kind.OFTEN, Often(Frequency.MONTHLY, 3, of_quarters=True), 10**9, 0, ())
_FIRST_OF_QUARTERS, _LAST_OF_QUARTERS = (1, 4, 7, 10), (3, 6, 9, 12)


_STANDING = 62  # days: a paper for longer than two months lays down a habit, not a day


def standing_day(group: Group) -> When | None:
    """In a paper for a year, "thứ Năm đầu tiên của tháng" is every month's."""
    period, named = group.context.period, group.period
    if period is None or len(period) <= _STANDING or group.often is not None or group.has(Kind.DAY):
        return None
    if named is not None and _of_every_quarter(named):
        if group.weekdays is not None:
            return _nth_of_quarters(group)
        if group.value(Kind.SPECIAL) is not None:
            quarterly = replace(_QUARTERLY, start=group.start, end=group.start)
            return special_day_repeats(Group([*group.pieces, quarterly], group.context, group.issues))
    if named is not None and (named.unit is not Unit.MONTH or named.number is not None or named.shift):
        return None
    monthly = Group(
        [*group.pieces, replace(_MONTHLY, start=group.start, end=group.start)], group.context, group.issues
    )
    if group.value(Kind.SPECIAL) is not None:
        return special_day_repeats(monthly)
    return nth_weekday_repeats(monthly) if group.weekdays is not None else None


def _of_every_quarter(named: Period) -> bool:
    return named.unit is Unit.QUARTER and named.number is None and not named.shift and not named.named


def _nth_of_quarters(group: Group) -> When | None:
    """ "thứ Hai đầu tiên của quý" in a paper for a year: of the first month of each, "cuối cùng" of the last."""
    nth, weekdays = group.nth, group.weekdays
    if nth is None or weekdays is None or len(nth.numbers) != 1 or nth.numbers[0] not in (1, -1):
        return None
    number = nth.numbers[0]
    months = _months_of_quarters(nth.numbers)
    by_day = tuple(WeekdayOf(weekday, number) for weekday in weekdays.days)
    return _repeat(group, Frequency.YEARLY, Often(Frequency.YEARLY), by_month=months, by_day=by_day)


def days_by_parity(group: Group) -> When | None:
    """The even or the odd days of a range, or of every month: các ngày lẻ từ 11 đến 17/9."""
    often = group.often
    if often is None or often.frequency is not Frequency.DAILY or often.parity is None:
        return None
    days = group.days or group.bounds
    last = days.elements[0].last if days is not None and len(days.elements) == 1 else None
    if days is not None and last is not None:
        ((first, end),) = resolve.days_of(days, group.context)
        chosen = [day for day in DaySpan(first, end or first) if day.day % 2 == often.parity]
        return of_days(chosen, hours_of(group))
    numbers = tuple(range(2 - often.parity, 32, 2))
    return _repeat(group, Frequency.MONTHLY, Often(Frequency.MONTHLY), by_month_day=numbers)


def weekly(group: Group) -> When | None:
    """Weekdays of every week, or of every other: thứ 2, 4, 6 hằng tuần."""
    often, weekdays = group.often, group.weekdays
    if often is None or often.frequency not in (Frequency.WEEKLY, Frequency.DAILY):
        return None
    if often.soft and (group.days is not None or _of_one_week(group.period)):
        return None
    days = often.weekdays or (weekdays.days if weekdays else ())
    if often.weekdays and weekdays:
        days = weekdays.days
    if often.frequency is Frequency.DAILY and (
        weekdays is None or group.days is not None or often.interval > 1
    ):
        return None
    return _repeat(group, Frequency.WEEKLY, often, weekdays=_before(group, days)) if days else None


def _of_one_week(period: Period | None) -> bool:
    """Whether the words name the week, "các ngày thứ Ba, thứ Năm tuần 42": "trong tuần" alone is every one."""
    return (
        period is not None and period.unit is Unit.WEEK and (period.number is not None or period.shift != 0)
    )


def _before(group: Group, days: tuple[int, ...]) -> tuple[int, ...]:
    """Weekdays on which one is still in time, for a deadline that excludes its day."""
    if (
        group.deadline is None
        or not group.deadline.exclusive
        or group.has(Kind.CLOCK)
        or group.has(Kind.PART)
    ):
        return days
    return tuple((day - 1) % 7 for day in days)


def nth_weekday_repeats(group: Group) -> When | None:
    """The n-th weekday of every month: thứ Năm đầu tiên hằng tháng."""
    often, weekdays, nth = group.often, group.weekdays, group.nth
    if often is None or weekdays is None or often.frequency is not Frequency.MONTHLY:
        return None
    numbers = nth.numbers if nth else _end_of_month(group)
    by_day = tuple(WeekdayOf(weekday, number) for number in numbers for weekday in weekdays.days)
    months = group.value(Kind.MONTHS)
    if isinstance(months, Months) or often.of_quarters:
        chosen = months.months if isinstance(months, Months) else ()
        if not chosen and group.bounds is None:
            chosen = _months_of_quarters(numbers)
        if chosen:
            return _repeat(group, Frequency.YEARLY, Often(Frequency.YEARLY), by_month=chosen, by_day=by_day)
    return _repeat(group, Frequency.MONTHLY, often, by_day=by_day) if numbers else None


def _months_of_quarters(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """ "thứ Hai đầu tiên mỗi quý" is of the first month of each quarter, "cuối cùng" of the last."""
    if not numbers or min(numbers) < 0 < max(numbers):
        return ()
    return _FIRST_OF_QUARTERS if numbers[0] > 0 else _LAST_OF_QUARTERS


def _end_of_month(group: Group) -> tuple[int, ...]:
    piece = group.period.piece if group.period else ""
    return {"1/3": (1,), "3/3": (-1,)}.get(piece, ())


def days_of_every_month(group: Group) -> When | None:
    """Days by their number: ngày 5 và 20 hằng tháng."""
    often, days = group.often, group.days
    if often is None or days is None or often.frequency is not Frequency.MONTHLY:
        return None
    if often.of_quarters and (months := _month_of_quarters(group)) is not None:
        kept = [piece for piece in group.pieces if piece.kind not in (Kind.OFTEN, Kind.PERIOD)]
        return months_repeat(Group([*kept, months], group.context, group.issues))
    if any(element.first.day.month is not None for element in days.elements):
        return None
    if any(element.first.day.lunar for element in days.elements) or group.has(Kind.LUNAR):
        numbers = tuple(element.first.day.day for element in days.elements)
        period = group.context.period or DaySpan(
            resolve.today(group.context), spans.add_months(resolve.today(group.context), 12)
        )
        if any("lunar-days-of-every-month" in piece.rules for piece in group.pieces):
            numbers = (1, 15)
        return of_days(lunar_days_between(numbers, period.first, period.last), hours_of(group))
    found: list[int] = []
    for element in days.elements:
        last = element.last.day.day if element.last else element.first.day.day
        if not 1 <= element.first.day.day <= last <= 31:
            raise NoSuchDay(f"{element.first.day.day} of every month")
        found += range(element.first.day.day, last + 1)
    if group.deadline is not None and group.deadline.exclusive and not group.has(Kind.CLOCK):
        found = [number - 1 or -1 for number in found]
    special = group.value(Kind.SPECIAL)
    if isinstance(special, Special):
        to_the_end = days.open_ended and group.has(Kind.TO) and special == Special(-1)
        found += range(found[-1] + 1, 32) if to_the_end else (special.nth,)
    if any(number > 28 for number in found):
        group.doubt("short-month", "some months have no such day; offices mean their last day then")
    beside = days.elements[0].first
    return _repeat(group, Frequency.MONTHLY, often, by_month_day=tuple(found), member=beside)


def _month_of_quarters(group: Group) -> Piece | None:
    """ "hằng quý, ngày 10 của tháng đầu quý sau": which month of every quarter that is."""
    period = next((piece for piece in group.pieces if piece.kind == Kind.PERIOD), None)
    if period is None or not isinstance(period.value, Period) or period.value.unit is not Unit.QUARTER:
        return None
    first = _PLACE_IN_QUARTER.get(period.value.piece)
    if first is None or period.value.number is not None:
        return None
    return replace(period, kind=Kind.MONTHS, value=Months(tuple(range(first, 13, 3))))


_PLACE_IN_QUARTER = {"1/3": 1, "2/3": 2, "3/3": 3}


def special_day_repeats(group: Group) -> When | None:
    """The first or last day, or working day, of every month, or of every quarter."""
    special, often = group.value(Kind.SPECIAL), group.often
    if not isinstance(special, Special):
        return None
    if often is None and not special.repeats:
        return None
    if group.days is not None and not special.working:
        return None  # "ngày 15 và ngày cuối cùng hằng tháng": see `days_of_every_month`
    often = often or Often(Frequency.MONTHLY)
    if often.frequency is not Frequency.MONTHLY:
        return None
    months = group.value(Kind.MONTHS)
    frequency = Frequency.MONTHLY
    by_month: tuple[int, ...] = ()
    if isinstance(months, Months):
        frequency, by_month, often = Frequency.YEARLY, months.months, Often(Frequency.YEARLY)
    elif often.of_quarters and group.bounds is None:
        by_month = _FIRST_OF_QUARTERS if special.nth > 0 else _LAST_OF_QUARTERS
        frequency, often = Frequency.YEARLY, Often(Frequency.YEARLY)
    if special.working:
        weekdays = tuple(WeekdayOf(day) for day in range(_SATURDAY))
        frequency = Frequency.MONTHLY  # BYSETPOS of a year would choose one day of all its months together
        return _repeat(group, frequency, often, by_month=by_month, by_day=weekdays, by_set_pos=(special.nth,))
    return _repeat(group, frequency, often, by_month=by_month, by_month_day=(special.nth,))


def months_repeat(group: Group) -> When | None:
    """Days of the first or last month of every quarter."""
    months, days, special = group.value(Kind.MONTHS), group.days, group.value(Kind.SPECIAL)
    if not isinstance(months, Months):
        return None
    yearly = Often(Frequency.YEARLY)
    if days is not None and all(element.first.day.month is None for element in days.elements):
        due = bool(group.deadline and group.deadline.exclusive)
        numbers = tuple(
            number - due
            for first, last, _ in days.elements
            for number in range(first.day.day, (last or first).day.day + 1)
        )
        beside = days.elements[0].first
        return _repeat(
            group, Frequency.YEARLY, yearly, by_month=months.months, by_month_day=numbers, member=beside
        )
    monthly = [_MONTHLY, *(piece for piece in group.pieces if piece.kind != Kind.OFTEN)]
    if isinstance(special, Special):
        return special_day_repeats(Group(monthly, group.context, group.issues))
    if group.weekdays is not None and group.nth is not None:
        return nth_weekday_repeats(Group(monthly, group.context, group.issues))
    if group.often is not None:
        group.doubt("day-unknown", _DAY_UNKNOWN)
        return _repeat(group, Frequency.YEARLY, yearly, by_month=months.months)
    return None


def yearly(group: Group) -> list[When] | When | None:
    """A date of every year: ngày 20/11 hằng năm; the month is inherited from the right: ngày 20, 22/12 hằng năm."""
    often, days = group.often, group.days
    if often is None or days is None or often.frequency is not Frequency.YEARLY:
        return None
    firsts = [element.first.day for element in days.elements]
    if any(day.lunar or day.offset is not None for day in firsts) or any(e.last for e in days.elements):
        return None
    by_month: dict[int, list[int]] = {}
    month = None
    for day in reversed(firsts):
        month = day.month or month
        if month is None:
            return None
        due = resolve.day_of(day._replace(month=month, year=_LEAP_YEAR), group.context)
        if group.deadline is not None and group.deadline.exclusive and not group.has(Kind.CLOCK):
            due -= ONE_DAY
        by_month.setdefault(due.month, []).append(-1 if day.day == 1 != due.day else due.day)
    beside = days.elements[0].first
    alike = {tuple(sorted(numbers)) for numbers in by_month.values()}
    if len(alike) == 1:
        rules = [(tuple(sorted(by_month)), alike.pop())]
    else:
        rules = [((month,), tuple(sorted(numbers))) for month, numbers in sorted(by_month.items())]
    return [
        _repeat(group, Frequency.YEARLY, often, by_month=months, by_month_day=numbers, member=beside)
        for months, numbers in rules
    ]


def daily_in_range(group: Group) -> list[When] | When | None:
    """Every day of a range: hằng ngày, từ 18 đến 20/3."""
    often = group.often
    return days_meant(group) if often is not None and (often.lasts or often.soft) else None


def frequency(group: Group) -> When | None:
    """Only how often: mỗi tháng một lần."""
    often = group.often
    if often is None or (often.soft and (not group.has(Kind.WEEKDAY) or _of_one_week(group.period))):
        return None
    if often.frequency is Frequency.YEARLY and group.period is not None and _month_alone(group.period):
        others = [piece for piece in group.pieces if piece.kind != Kind.PERIOD]
        return _repeat(
            Group(others, group.context, group.issues),
            Frequency.YEARLY,
            often,
            by_month=(group.period.number or 0,),
        )
    excluded = group.value(Kind.EXCEPT)
    if often.frequency is Frequency.DAILY and isinstance(excluded, Except) and excluded.weekdays:
        kept = tuple(day for day in range(7) if day not in excluded.weekdays)
        return _repeat(group, Frequency.WEEKLY, often, weekdays=kept)
    when = _repeat(group, often.frequency, often)
    if often.frequency is not Frequency.DAILY:
        group.doubt("day-unknown", _DAY_UNKNOWN)
    return when


def _month_alone(period: Period) -> bool:
    """Whether it is a month with its number and no year: "mỗi năm một lần vào tháng 9"."""
    bare = period.year is None and not period.piece and period.to is None
    return bare and period.unit is Unit.MONTH and period.number is not None


def _repeat(
    group: Group,
    frequency: Frequency,
    often: Often,
    *,
    weekdays: tuple[int, ...] = (),
    by_day: tuple[WeekdayOf, ...] = (),
    by_month: tuple[int, ...] = (),
    by_month_day: tuple[int, ...] = (),
    by_set_pos: tuple[int, ...] = (),
    member: Member | None = None,
) -> When:
    excluded, rolled = group.value(Kind.EXCEPT), group.value(Kind.ROLL)
    except_ = excluded if isinstance(excluded, Except) else _NOTHING_LEFT_OUT
    by_day = by_day or tuple(WeekdayOf(day) for day in sorted(weekdays) if day not in except_.weekdays)
    start, until = bounds_of(group)
    recurrence = Recurrence(
        frequency=frequency,
        interval=often.interval if frequency is often.frequency else 1,
        by_month=by_month,
        by_month_day=tuple(sorted(by_month_day)),
        by_day=by_day if len(by_day) < 2 or any(one.nth for one in by_day) else tuple(sorted(by_day)),
        by_set_pos=by_set_pos,
        until=until,
        skips_days_off=except_.holidays,
        roll=rolled.of(by_month_day) if isinstance(rolled, Rolled) else None,
    )
    if except_.days is not None:
        recurrence = repeat_days.without_days(recurrence, resolve.days_of(except_.days, group.context))
    if except_.months:
        recurrence = repeat_days.without_months(recurrence, except_.months, group.context)
    recurrence = repeat_days.anchored(recurrence, group.context, often.parity, start)
    if recurrence.first is None and recurrence.interval > 1:
        group.doubt("anchor-unknown", "the text does not say in which week or month it begins")
    hours = hours_of(group, deadline=group.deadline is not None)
    return Repeat(recurrence, with_member(hours, member) if member else hours)
