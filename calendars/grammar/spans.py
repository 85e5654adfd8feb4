"""Named periods made days: which month, quarter or week is meant, and which part of it.

A name without its year is that of the one nearest to the document's period or day of issue; a part of a month is so
many of its days, a week of a month the one whose Thursday lies in it (reference B.4, B.6).
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from itertools import product

from calendars.grammar.lunar_days import lunar_day_near
from calendars.grammar.pieces import Period, Unit
from calendars.grammar.resolve import NoSuchDay, anchor, month_after, this_month, today, year_of_month
from calendars.grammar.rule import Context
from calendars.times import ONE_DAY, DaySpan, iso_week_span, month_span, week_of, year_span

_A_WEEK = 8  # days at the most of a week's schedule


def span_of(period: Period, context: Context) -> DaySpan:
    """The days of a named period, or from one to another."""
    if period.to is not None:
        return _from_to(period._replace(to=None), period.to, context)
    match period.unit:
        case _ if period.coming:
            return _coming(period, context)
        case Unit.WEEK:
            return _week(period, context)
        case Unit.MONTH if period.lunar:
            return _lunar_month(period, context)
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
        lasts = [last._replace(year=first.year + more) for more in (0, 1)]
    elif first.number is not None and first.year is None:
        firsts = [first._replace(year=span_of(last, context).last.year - less) for less in (0, 1)]
    for begin, end in product(firsts, lasts):
        begins, ends = span_of(begin, context).first, span_of(end, context).last
        if begins <= ends:
            return DaySpan(begins, ends)
    raise NoSuchDay("a period that ends before it begins")


def _coming(period: Period, context: Context) -> DaySpan:
    start = today(context)
    match period.unit:
        case Unit.DAY:
            return DaySpan(start + ONE_DAY, start + timedelta(days=period.coming))
        case Unit.WEEK:
            return DaySpan(start + ONE_DAY, start + timedelta(weeks=period.coming))
        case _:
            return DaySpan(start + ONE_DAY, add_months(start, period.coming))


def add_months(day: date, count: int) -> date:
    """The same day `count` months on, or that month's last."""
    year, month = month_after(day.year, day.month, count)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


_WEEK_PIECES = {"1/3": (0, 1), "2/3": (1, 3), "3/3": (5, 6)}


def _week(period: Period, context: Context) -> DaySpan:
    programme = context.period
    this = period.number is None and period.shift == 0 and not period.piece
    if this and programme and len(programme) <= _A_WEEK:
        return programme  # "trong tuần" in the schedule of a week
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
    return month_span(year_of_month(period.number, near), period.number)


def _lunar_month(period: Period, context: Context) -> DaySpan:
    """A lunar month, or ten days of it; its last day is the 29th or the 30th."""
    begin, end = _MONTH_PIECES.get(period.piece, (1, 0))
    near = date(period.year, 7, 1) if period.year else anchor(context)
    first = lunar_day_near(begin, period.number, near, year=period.year)
    if first is None:
        raise NoSuchDay(f"lunar month {period.number}")
    lengths = (end,) if end else (30, 29)
    lasts = (lunar_day_near(day, period.number, first, year=period.year) for day in lengths)
    last = next(
        (day for day in lasts if day is not None and first <= day <= first + timedelta(days=30)), first
    )
    return DaySpan(first, last)


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
    begins, length = monthrange(year, month)
    if nth > 0:
        day = 1 + (weekday - begins) % 7 + 7 * (nth - 1)
    else:
        day = length - (begins + length - 1 - weekday) % 7 + 7 * (nth + 1)
    if not 1 <= day <= length:
        raise NoSuchDay(f"weekday {weekday + 1} number {nth} of {month}/{year}")
    return date(year, month, day)
