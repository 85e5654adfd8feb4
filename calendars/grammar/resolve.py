"""Dates made days: what the words leave out is taken from the document's period or its day of issue.

The order of preference is reference section 0.3. A day that the calendar does not have raises `NoSuchDay`,
never rolls over; a day for which nothing tells month or year raises `Unknown`. Both become issues, not readings.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from calendars.grammar.lunar_days import lunar_day_near
from calendars.grammar.pieces import DayList, PartDate
from calendars.grammar.rule import Context
from calendars.grammar.solar_terms import term_day
from calendars.times import ONE_DAY, DaySpan


class NoSuchDay(ValueError):
    """The words name a day that the calendar does not have; the message names it."""


class Unknown(ValueError):
    """Nothing tells the month or the year; the message says which."""


_ONE_DAY = timedelta(days=1)
_WEEK = 8  # days: a programme of at most so many is a weekly one

Days = list[tuple[date, date | None]]
"""Days of a list in order: a single day, or the first and last of a range."""


def anchor(context: Context) -> date:
    """The day to which missing parts are taken to be near. Unknown where the context is empty."""
    if context.period is not None:
        return _middle(context.period.first, context.period.last)
    if context.issued is not None:
        return context.issued
    raise Unknown("year")


@lru_cache(maxsize=256)
def _middle(first: date, last: date) -> date:
    return DaySpan(first, last).middle()


def today(context: Context, *, sure: bool = False) -> date:
    """The day from which "ngày mai" and "tuần sau" count: that of issue, else the period's first.

    sure: Unknown where the period is longer than a week, in which nobody knows what day "ngày mai" is.
    """
    ahead = context.period is not None and len(context.period) <= _WEEK
    if context.issued is not None and not (
        ahead and context.period and context.issued + _ONE_DAY < context.period.first
    ):
        return (
            context.issued
        )  # a week's own schedule counts from its Monday, unless it came on the evening before
    if context.period is not None and not (sure and len(context.period) > _WEEK):
        return context.period.first
    raise Unknown("day of issue")


def this_month(context: Context) -> tuple[int, int]:
    """Year and month of the period (of its middle), else of the day of issue."""
    day = anchor(context)
    return day.year, day.month


def month_after(year: int, month: int, shift: int) -> tuple[int, int]:
    """Year and month `shift` months on."""
    count = year * 12 + month - 1 + shift
    return count // 12, count % 12 + 1


def make_day(year: int, month: int, day: int) -> date:
    """That day. NoSuchDay where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        raise NoSuchDay(f"{day}/{month}/{year}") from None


def day_of(day: PartDate, context: Context, *, not_before: date | None = None) -> date:
    """The day that is meant. not_before: for what lies in the future, such as a deadline, the day of issue."""
    if day.offset is not None:
        return today(context, sure=True) + timedelta(days=day.offset)
    if day.lunar:
        return _lunar(day, context)
    if day.sun is not None:
        return _of_solar_term(day, context)
    if day.shift is not None:
        return make_day(*month_after(*this_month(context), day.shift), day.day)
    if day.month is None:
        return _day_without_month(day.day, context)
    if not 1 <= day.month <= 12 or not 1 <= day.day <= 31:
        raise NoSuchDay(f"{day.day}/{day.month}" + (f"/{day.year}" if day.year else ""))
    if day.year is not None:
        return make_day(day.year, day.month, day.day)
    return _nearest_year(day.day, day.month, anchor(context), not_before)


def _lunar(day: PartDate, context: Context) -> date:
    near = date(day.year, 7, 1) if day.year else anchor(context)
    found = lunar_day_near(day.day, day.month, near, year=day.year, leap=day.leap)
    if found is None:
        raise NoSuchDay(f"lunar {day.day}/{day.month}")
    return found


def _of_solar_term(day: PartDate, context: Context) -> date:
    if day.sun is None:
        raise NoSuchDay(f"{day.day}")
    if day.year:
        return term_day(day.sun, day.year)
    near = anchor(context)
    return min(
        (term_day(day.sun, year) for year in (near.year - 1, near.year, near.year + 1)),
        key=lambda found: abs(found - near),
    )


def _day_without_month(day: int, context: Context) -> date:
    if not 1 <= day <= 31:
        raise NoSuchDay(f"{day}")
    if context.period is not None:
        return _day_of_period(day, context.period.first, context.period.last)
    start = today(context)
    for shift in range(12):
        year, month = month_after(start.year, start.month, shift)
        if day <= monthrange(year, month)[1] and date(year, month, day) >= start:
            return date(year, month, day)
    raise NoSuchDay(f"{day}")


@lru_cache(maxsize=4096)
def _day_of_period(day: int, first: date, last: date) -> date:
    """That day of the month within a period; of several months the first that has it inside, else the nearest."""
    period = DaySpan(first, last)
    middle = period.middle()
    days = [date(y, m, day) for y, m in _months_around(period) if day <= monthrange(y, m)[1]]
    inside = [d for d in days if d in period]
    if inside:
        return inside[0]
    if (first.year, first.month) == (last.year, last.month):
        return make_day(middle.year, middle.month, day)
    return min(days, key=lambda d: abs(d - middle))


def _months_around(period: DaySpan) -> list[tuple[int, int]]:
    year, month = month_after(period.first.year, period.first.month, -1)
    months = []
    while (year, month) <= month_after(period.last.year, period.last.month, 1):
        months.append((year, month))
        year, month = month_after(year, month, 1)
    return months


_JUST_OVER = timedelta(days=31)
"""What was due so shortly before is over, and not due in a year."""


@lru_cache(maxsize=4096)
def _nearest_year(day: int, month: int, near: date, not_before: date | None) -> date:
    years = (near.year - 1, near.year, near.year + 1, near.year + 2)
    found = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
    if not found:
        raise NoSuchDay(f"{day}/{month}")
    nearest = min(found, key=lambda d: abs(d - near))
    if day == 29 and month == 2 and nearest.year != year_of_month(month, near):
        raise NoSuchDay(f"{day}/{month}/{year_of_month(month, near)}")
    if not_before is not None and nearest < not_before - _JUST_OVER:
        later = [d for d in found if d >= not_before]
        return later[0] if later else nearest
    return nearest


def year_of_month(month: int, near: date) -> int:
    """The year of the month of that number whose middle is nearest."""
    return min(
        (abs(date(year, month, 15) - near), year) for year in (near.year - 1, near.year, near.year + 1)
    )[1]


def days_of(days: DayList, context: Context, *, not_before: date | None = None) -> Days:
    """The days of a list; month and year are inherited from right to left.

    A left day greater than the right one is of the month before, one of a later month of the year before.
    """
    found: Days = []
    right: tuple[PartDate, date] | None = None
    for element in reversed(days.elements):
        last = None
        if element.last is not None:
            right = _left_of(element.last.day, right, context, not_before)
            last = right[1] - ONE_DAY if element.up_to else right[1]
        right = _left_of(element.first.day, right, context, not_before)
        if last is not None and right[1] > last and right[1].month == last.month:
            # "28/2 - 1/2/2020": a slip of the pen, and no stretch of eleven months.
            raise NoSuchDay(f"{last.day}/{last.month} behind {right[1].day}/{right[1].month}")
        found.append((right[1], last))
    return found[::-1]


def _left_of(
    day: PartDate, beside: tuple[PartDate, date] | None, context: Context, not_before: date | None
) -> tuple[PartDate, date]:
    """A day with the one on its right in mind: as written and as found."""
    if day.offset is not None and beside is not None:  # "từ nay đến 30/11" lies in the period at any rate
        return day, today(context) + timedelta(days=day.offset)
    if beside is None or day.lunar or day.sun is not None or day.shift is not None or day.year is not None:
        return day, day_of(day, context, not_before=not_before)
    written, right = beside
    if written.lunar and day.month is None:
        lunar = written._replace(day=day.day)
        return lunar, day_of(lunar, context)
    if day.month is None:
        if not 1 <= day.day <= 31:
            raise NoSuchDay(f"{day.day}")
        shift = 0 if day.day <= right.day else -1
        return day, make_day(*month_after(right.year, right.month, shift), day.day)
    full = day._replace(year=right.year)
    if day.month > right.month:
        full = day._replace(year=right.year - 1)
    return full, day_of(full, context)
