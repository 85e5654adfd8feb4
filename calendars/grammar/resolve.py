"""Pieces made days: what the words leave out is taken from the document's period or its day of issue.

The order of preference is reference section 0.3. A day that the calendar does not have raises `NoSuchDay`,
never rolls over; a day for which nothing tells month or year raises `Unknown`. Both become issues, not readings.
"""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import product

from calendars.grammar.lunar_days import lunar_day_near
from calendars.grammar.pieces import DayList, PartDate, Period, Unit
from calendars.grammar.rule import Context
from calendars.grammar.solar_terms import term_day
from calendars.times import ONE_DAY, DaySpan, iso_week_span, month_span, week_of, year_span


class NoSuchDay(ValueError):
    """The words name a day that the calendar does not have; the message names it."""


class Unknown(ValueError):
    """Nothing tells the month or the year; the message says which."""


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
    if context.issued is not None:
        return context.issued
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


@lru_cache(maxsize=4096)
def _nearest_year(day: int, month: int, near: date, not_before: date | None) -> date:
    years = (near.year - 1, near.year, near.year + 1, near.year + 2)
    found = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
    if not found:
        raise NoSuchDay(f"{day}/{month}")
    nearest = min(found, key=lambda d: abs(d - near))
    if day == 29 and month == 2 and nearest.year != _year_of_month(month, near):
        raise NoSuchDay(f"{day}/{month}/{_year_of_month(month, near)}")
    if not_before is not None and nearest < not_before:
        later = [d for d in found if d >= not_before]
        return later[0] if later else nearest
    return nearest


def _year_of_month(month: int, near: date) -> int:
    return min(
        (abs(date(year, month, 15) - near), year) for year in (near.year - 1, near.year, near.year + 1)
    )[1]


def days_of(days: DayList, context: Context, *, not_before: date | None = None) -> Days:
    """The days of a list; month and year are inherited from right to left.

    A left day greater than the right one is of the month before, a left end later than the right one of the
    year before.
    """
    found: Days = []
    right: tuple[PartDate, date] | None = None
    for element in reversed(days.elements):
        last = None
        if element.last is not None:
            right = _left_of(element.last.day, right, context, not_before)
            last = right[1] - ONE_DAY if element.up_to else right[1]
        right = _left_of(element.first.day, right, context, not_before)
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
    if (day.month, day.day) > (right.month, right.day):
        full = day._replace(year=right.year - 1)
    return full, day_of(full, context)


def span_of(period: Period, context: Context) -> DaySpan:
    """The days of a named period, or from one to another."""
    if period.to is not None:
        return _from_to(replace(period, to=None), period.to, context)
    match period.unit:
        case _ if period.count:
            return _coming(period, context)
        case Unit.WEEK:
            return _week(period, context)
        case Unit.MONTH:
            return _part(_month(period, context), period.piece)
        case Unit.QUARTER:
            return _quarter(period, context)
        case _:
            return _year(period, context)


def _from_to(first: Period, last: Period, context: Context) -> DaySpan:
    """A year that only one of the two names is also the other's, or the one next to it where the order asks for it."""
    firsts, lasts = [first], [last]
    if last.number is not None and last.year is None and first.year is not None:
        lasts = [replace(last, year=first.year + more) for more in (0, 1)]
    elif first.number is not None and first.year is None:
        firsts = [replace(first, year=span_of(last, context).last.year - less) for less in (0, 1)]
    for begin, end in product(firsts, lasts):
        begins, ends = span_of(begin, context).first, span_of(end, context).last
        if begins <= ends:
            return DaySpan(begins, ends)
    raise NoSuchDay("a period that ends before it begins")


def _coming(period: Period, context: Context) -> DaySpan:
    start = today(context)
    match period.unit:
        case Unit.DAY:
            return DaySpan(start + ONE_DAY, start + timedelta(days=period.count))
        case Unit.WEEK:
            return DaySpan(start + ONE_DAY, start + timedelta(weeks=period.count))
        case _:
            return DaySpan(start + ONE_DAY, add_months(start, period.count))


def add_months(day: date, count: int) -> date:
    """The same day `count` months on, or that month's last."""
    year, month = month_after(day.year, day.month, count)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


_WEEK_PIECES = {"1/3": (0, 1), "2/3": (1, 3), "3/3": (5, 6)}


def _week(period: Period, context: Context) -> DaySpan:
    if period.number is None:
        base = today(context) if context.issued else anchor(context)
        monday = week_of(base).first + timedelta(weeks=period.shift)
        first, last = _WEEK_PIECES.get(period.piece, (0, 6))
        return DaySpan(monday + timedelta(days=first), monday + timedelta(days=last))
    if period.year is not None:
        return _iso_week(period.year, period.number)
    near = anchor(context)
    weeks = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            weeks.append(iso_week_span(year, period.number))
        except ValueError:
            continue
    return min(weeks, key=lambda week: abs(week.middle() - near))


def _iso_week(year: int, week: int) -> DaySpan:
    try:
        return iso_week_span(year, week)
    except ValueError:
        raise NoSuchDay(f"week {week}/{year}") from None


def _month(period: Period, context: Context) -> DaySpan:
    if period.months is not None:
        return _months(*period.months, period.year, context)
    if period.number is None:
        return month_span(*month_after(*this_month(context), period.shift))
    if period.year is not None:
        return month_span(period.year, period.number)
    near = anchor(context)
    return month_span(_year_of_month(period.number, near), period.number)


def _months(first: int, last: int, year: int | None, context: Context) -> DaySpan:
    """Months from `first` to `last`, of the year in which the last one lies."""
    if year is None:
        near = anchor(context)
        years = (near.year - 1, near.year, near.year + 1, near.year + 2)
        year = min(
            years,
            key=lambda one: (
                abs(date(one, last, 15) - near) + abs(date(one - (first > last), first, 15) - near)
            ),
        )
    return DaySpan(date(year - (first > last), first, 1), month_span(year, last).last)


def month_of(period: Period | None, context: Context) -> tuple[int, int]:
    """Year and month of a period that is a month, else of the reference."""
    if period is None or period.unit is not Unit.MONTH:
        return this_month(context)
    span = _month(period, context)
    return span.first.year, span.first.month


def _part(month: DaySpan, piece: str) -> DaySpan:
    first, last = month.first, month.last
    if not piece:
        return month
    if piece[0] == "+":
        return DaySpan(first, min(last, first + timedelta(days=int(piece[1:]) - 1)))
    if piece[0] == "-":
        return DaySpan(max(first, last - timedelta(days=int(piece[1:]) - 1)), last)
    begin, end = _MONTH_PIECES[piece]
    return DaySpan(first.replace(day=begin), first.replace(day=end) if end else last)


_MONTH_PIECES = {
    "1/3": (1, 10), "2/3": (11, 20), "3/3": (21, 0), "11-20": (11, 20), "21-": (21, 0), "11-": (11, 0),
    "1/2": (1, 15), "2/2": (16, 0),
}  # fmt: skip
_QUARTER_PIECES = {"1/3": (0, 0), "2/3": (1, 1), "3/3": (2, 2)}


def _quarter(period: Period, context: Context) -> DaySpan:
    if period.number is None:
        year, month = this_month(context)
        year, month = month_after(year, (month - 1) // 3 * 3 + 1, 3 * period.shift)
    else:
        month = period.number * 3 - 2
        year = period.year or _year_of_quarter(period.number, anchor(context))
    if period.piece in ("1/2", "2/2"):
        middle = date(year, month + 1, 15)
        return (
            DaySpan(date(year, month, 1), middle)
            if period.piece == "1/2"
            else DaySpan(middle + ONE_DAY, month_span(year, month + 2).last)
        )
    first, last = _QUARTER_PIECES.get(period.piece, (0, 2))
    return DaySpan(date(year, month + first, 1), month_span(year, month + last).last)


def _year_of_quarter(quarter: int, near: date) -> int:
    def distance(year: int) -> timedelta:
        return abs(date(year, quarter * 3 - 1, 15) - near)

    return min((near.year, near.year - 1, near.year + 1), key=distance)


def _year(period: Period, context: Context) -> DaySpan:
    year = period.year or anchor(context).year + period.shift
    if period.months is None:
        return year_span(year)
    first, last = period.months
    return DaySpan(date(year, first, 1), month_span(year, last).last)


def week_of_month(year: int, month: int, nth: int) -> DaySpan:
    """The n-th week whose Thursday lies in the month (-1 the last), cut to the month (reference B.4)."""
    days = month_span(year, month)
    weeks = []
    monday = week_of(days.first).first
    while monday <= days.last:
        if monday + timedelta(days=3) in days:
            weeks.append(DaySpan(max(monday, days.first), min(monday + timedelta(days=6), days.last)))
        monday += timedelta(weeks=1)
    if nth > len(weeks):
        raise NoSuchDay(f"week {nth} of {month}/{year}")
    return weeks[nth - 1 if nth > 0 else nth]


@lru_cache(maxsize=1024)
def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The n-th such weekday of a month, -1 the last. NoSuchDay where there is no fifth."""
    days = [day for day in month_span(year, month) if day.weekday() == weekday]
    try:
        return days[nth - 1 if nth > 0 else nth]
    except IndexError:
        raise NoSuchDay(f"weekday {weekday + 1} number {nth} of {month}/{year}") from None
