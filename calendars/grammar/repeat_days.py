"""The first day of a repeat, and the days it leaves out.

A repeat read from words begins with its first day on or after the programme's beginning (or the day of issue).
Where the words count weeks in pairs and give no beginning, there is none, and nothing is guessed.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from calendars.grammar.resolve import Days, NoSuchDay, month_after
from calendars.grammar.rule import Context
from calendars.grammar.spans import nth_weekday
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.times import ONE_DAY, month_span
from calendars.workdays import days_off_between

_FARTHEST = timedelta(days=800)  # the longest way to the next day of any rule here


def falls_on(recurrence: Recurrence, day: date) -> bool:
    """Whether `day` fits the parts of the rule (not its interval, bounds or days left out)."""
    if recurrence.by_month and day.month not in recurrence.by_month:
        return False
    if recurrence.by_set_pos:
        return day in _set_positions(recurrence, day)
    if recurrence.by_month_day:
        last = monthrange(day.year, day.month)[1]
        return any(
            day.day == (number if number > 0 else last + 1 + number) for number in recurrence.by_month_day
        )
    return not recurrence.by_day or any(
        day.weekday() == one.weekday and (not one.nth or _nth(day.year, day.month, one) == day)
        for one in recurrence.by_day
    )


def _nth(year: int, month: int, one: WeekdayOf) -> date | None:
    """The n-th such weekday of a month, None where there is no fifth."""
    try:
        return nth_weekday(year, month, one.weekday, one.nth)
    except NoSuchDay:
        return None


def _set_positions(recurrence: Recurrence, day: date) -> list[date]:
    days = _weekdays_of(day.year, day.month, tuple(one.weekday for one in recurrence.by_day))
    return [days[place - 1 if place > 0 else place] for place in recurrence.by_set_pos]


@lru_cache(maxsize=256)
def _weekdays_of(year: int, month: int, weekdays: tuple[int, ...]) -> list[date]:
    return [one for one in month_span(year, month) if one.weekday() in weekdays]


def days_between(recurrence: Recurrence, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last` that fit the parts of the rule, in order."""
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        if not recurrence.by_month or month in recurrence.by_month:
            for day in _days_of_month(recurrence, year, month):
                if first <= day <= last:
                    yield day
        year, month = month_after(year, month, 1)


def _days_of_month(recurrence: Recurrence, year: int, month: int) -> list[date]:
    """The days of a month, one of its own, that fit the rule, in order."""
    if recurrence.by_set_pos:
        return sorted(_set_positions(recurrence, date(year, month, 1)))
    length = monthrange(year, month)[1]
    if recurrence.by_month_day:
        numbers = {number if number > 0 else length + 1 + number for number in recurrence.by_month_day}
        return [date(year, month, number) for number in sorted(numbers) if 1 <= number <= length]
    if recurrence.by_day and all(one.nth for one in recurrence.by_day):
        return sorted({day for one in recurrence.by_day if (day := _nth(year, month, one)) is not None})
    days = (date(year, month, number) for number in range(1, length + 1))
    return [day for day in days if falls_on(recurrence, day)]


def first_day(recurrence: Recurrence, start: date, parity: int | None = None) -> date | None:
    """The first day from `start` on that fits, in an even or odd week if parity (0, 1) says so."""
    if parity is None and not (recurrence.by_month or recurrence.by_month_day or recurrence.by_set_pos):
        if not recurrence.by_day:
            return start
        if not any(one.nth for one in recurrence.by_day):
            weekday = start.weekday()
            return start + timedelta(days=min((one.weekday - weekday) % 7 for one in recurrence.by_day))
    for day in days_between(recurrence, start, start + _FARTHEST):
        if parity is None or day.isocalendar().week % 2 == parity:
            return day
    return None


def anchored(recurrence: Recurrence, context: Context, parity: int | None, start: date | None) -> Recurrence:
    """The recurrence with its first day, and with the holidays it leaves out where it skips them.

    start: the beginning that the words give, else that of the context; without an anchor `first` stays None.
    """
    has_days = recurrence.by_day or recurrence.by_month_day or recurrence.frequency is Frequency.DAILY
    base = start or (context.period.first if context.period else context.issued)
    if base is None or not has_days or (recurrence.interval > 1 and parity is None and start is None):
        return recurrence
    first = first_day(recurrence, base, parity)
    if recurrence.skips_days_off and first is not None:
        recurrence = _without_holidays(recurrence, first, context)
    if recurrence.left_out:
        while first is not None and first in recurrence.left_out:
            first = first_day(recurrence, first + ONE_DAY, parity)
    if first is not None and recurrence.until is not None and first > recurrence.until:
        first = None
    return recurrence._replace(first=first)


def without_days(recurrence: Recurrence, days: Days) -> Recurrence:
    """The recurrence without those of the days that it falls on."""
    named = (
        first + timedelta(days=offset)
        for first, last in days
        for offset in range(((last or first) - first).days + 1)
    )
    out = {day for day in named if falls_on(recurrence, day)}
    return recurrence._replace(left_out=tuple(sorted({*recurrence.left_out, *out})))


def without_months(recurrence: Recurrence, months: tuple[int, ...], context: Context) -> Recurrence:
    """The recurrence but for some months: their days are left out, or without bounds they are not its months."""
    last = recurrence.until or (context.period.last if context.period else None)
    if last is None or context.period is None:
        return recurrence._replace(by_month=tuple(month for month in range(1, 13) if month not in months))
    days = days_between(recurrence._replace(by_month=months), context.period.first, last)
    out = tuple(day for day in days if falls_on(recurrence, day))
    return recurrence._replace(left_out=tuple(sorted({*recurrence.left_out, *out})))


def _without_holidays(recurrence: Recurrence, first: date, context: Context) -> Recurrence:
    last = recurrence.until or (context.period.last if context.period else None)
    if last is None or last < first:
        return recurrence
    out = tuple(day for day in days_off_between(first, last) if falls_on(recurrence, day))
    return recurrence._replace(left_out=tuple(sorted({*recurrence.left_out, *out})))
