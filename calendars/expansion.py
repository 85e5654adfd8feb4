"""The dates that a recurrence gives within a span of days, computed from the span.

RFC 5545 section 3.3.10, for dates. What is hard is speed together with exactness: the first period (day, week, month,
year) that touches the span is found by arithmetic from the anchor, and within a period the days are built as a set, so
a series of twenty years costs no more than one of twenty days. Unlike a rule, a recurrence may roll a day that meets a
day off; the pattern's own day then remains its name. Which days are days off is asked of the caller.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from calendars.recurrence import PARTS, DaysOff, Frequency, Recurrence, Roll, WeekdayOf
from calendars.times import DaySpan

ROLL_REACH = 16
"""How far in days a rolled day can land: longer than any run of days off (Tết with its weekends and exchanges)."""

_SHORT = 400  # days: a month's or a year's are kept, since they are asked for again and again
_MONDAY = 1  # date.fromordinal(1) is a Monday, so (ordinal - 1) % 7 is the weekday
_LAST = date.max.toordinal()
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_between(
    recurrence: Recurrence, span: DaySpan, *, is_day_off: DaysOff | None = None
) -> Iterator[date]:
    """The days within `span` on which it happens, in order, each once.

    Nothing where the recurrence says only how often ("mỗi quý 01 lần"), since no day follows from that. is_day_off
    None: only Saturdays and Sundays are known to be days off.
    """
    if recurrence.roll is None:
        yield from map(
            date.fromordinal,
            ordinals_between(recurrence, span.first.toordinal(), span.last.toordinal(), is_day_off),
        )
        return
    yield from sorted({day for _, day in named_days_between(recurrence, span, is_day_off=is_day_off)})


def named_days_between(
    recurrence: Recurrence, span: DaySpan, *, is_day_off: DaysOff | None = None
) -> Iterator[tuple[date, date]]:
    """The days within `span`, each after the day of the pattern that names it (its recurrence-id).

    The two differ only where a day was rolled; in order of the pattern's days.
    """
    first, last = span.first.toordinal(), span.last.toordinal()
    if recurrence.roll is None:
        for ordinal in ordinals_between(recurrence, first, last, is_day_off):
            day = date.fromordinal(ordinal)
            yield day, day
        return
    closed = is_day_off or is_weekend
    for ordinal in ordinals_between(
        recurrence, max(1, first - ROLL_REACH), min(_LAST, last + ROLL_REACH), is_day_off
    ):
        day = date.fromordinal(ordinal)
        rolled = _rolled(ordinal, recurrence.roll, closed)
        if span.first <= rolled <= span.last:
            yield day, rolled


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() >= 5


def _rolled(ordinal: int, roll: Roll, is_day_off: DaysOff) -> date:
    for distance in range(ROLL_REACH):
        # The nearest working day: of two at the same distance, the earlier, so that nobody is late.
        for step in {
            Roll.NEXT: (distance,),
            Roll.PREVIOUS: (-distance,),
            Roll.NEAREST: (-distance, distance),
        }[roll]:
            day = date.fromordinal(ordinal + step)
            if not is_day_off(day):
                return day
    return date.fromordinal(ordinal)


def ordinals_between(
    recurrence: Recurrence, first: int, last: int, is_day_off: DaysOff | None = None
) -> Iterable[int]:
    """The pattern's days between two, all as proleptic ordinals, without those left out and not rolled."""
    anchor, until = recurrence.first, recurrence.until
    if anchor is not None and first < (begins := anchor.toordinal()):
        first = begins
    if until is not None and last > (ends := until.toordinal()):
        last = ends
    if last < first:
        return ()
    known = _days_whenever_begun(recurrence[:PARTS], first, last) if last - first < _SHORT else None
    days = _DAYS[recurrence.frequency](recurrence, first, last) if known is None else known
    if recurrence.left_out:
        left_out = {day.toordinal() for day in recurrence.left_out}
        days = [day for day in days if day not in left_out]
    if recurrence.skips_days_off and is_day_off is not None:
        # A pattern that names a Saturday means it: of days off only those in the working week are holidays.
        days = [day for day in days if (day - 1) % 7 >= 5 or not is_day_off(date.fromordinal(day))]
    return days


@lru_cache(maxsize=1024)
def _days_whenever_begun(parts: tuple[Any, ...], first: int, last: int) -> tuple[int, ...] | None:
    """The days of a rule of these parts that names its days; None where they depend on when it began.

    Kept, since many series of an office share them.
    """
    rule = Recurrence(*parts)
    names_its_days = rule.by_day or (rule.by_month_day and rule.frequency is not Frequency.WEEKLY)
    return tuple(_DAYS[rule.frequency](rule, first, last)) if names_its_days and rule.interval == 1 else None


def _daily(recurrence: Recurrence, first: int, last: int) -> Iterable[int]:
    interval = recurrence.interval
    if recurrence.first is not None:
        first += (recurrence.first.toordinal() - first) % interval
    elif interval != 1:
        return ()
    days: Iterable[int] = range(first, last + 1, interval)
    if recurrence.by_day:
        weekdays = {item.weekday for item in recurrence.by_day}
        days = [day for day in days if (day - 1) % 7 in weekdays]
    if recurrence.by_set_pos and not {1, -1} & set(recurrence.by_set_pos):
        return ()  # a day has one member: it is both the first and the last
    return _limited(recurrence, days)


def _weekly(recurrence: Recurrence, first: int, last: int) -> Iterable[int]:
    anchor, interval = recurrence.first, recurrence.interval
    if anchor is None and (interval != 1 or not recurrence.by_day):
        return ()
    named = recurrence.by_day or ((WeekdayOf(anchor.weekday()),) if anchor is not None else ())
    weekdays = sorted({item.weekday for item in named})
    if len(weekdays) == 1 and not recurrence.by_set_pos:
        return _limited(recurrence, _one_day_a_week(weekdays[0], anchor, interval, first, last))
    monday = first - (first - _MONDAY) % 7
    if anchor is not None and interval != 1:
        anchor_monday = anchor.toordinal() - anchor.weekday()
        monday += (anchor_monday - monday) % (7 * interval)
        if monday - 7 * interval + 6 >= first:
            monday -= 7 * interval
    weeks = range(monday, last + 1, 7 * interval)
    if not (recurrence.by_set_pos or recurrence.by_month or recurrence.by_month_day):
        return [day for week in weeks for weekday in weekdays if first <= (day := week + weekday) <= last]
    days = []
    for week in weeks:
        members = _limited(recurrence, [week + weekday for weekday in weekdays])
        days += [day for day in _chosen(members, recurrence.by_set_pos) if first <= day <= last]
    return days


def _one_day_a_week(weekday: int, anchor: date | None, interval: int, first: int, last: int) -> range:
    """By far the commonest series: no week need be looked at."""
    if interval == 1 or anchor is None:
        return range(first + (weekday - first + _MONDAY) % 7, last + 1, 7)
    named = anchor.toordinal() - anchor.weekday() + weekday
    return range(first + (named - first) % (7 * interval), last + 1, 7 * interval)


def _monthly(recurrence: Recurrence, first: int, last: int) -> Iterable[int]:
    anchor, interval = recurrence.first, recurrence.interval
    month_days = recurrence.by_month_day
    if not month_days and not recurrence.by_day:
        if anchor is None:
            return ()
        month_days = (anchor.day,)
    turn = 0
    if interval != 1:
        if anchor is None:
            return ()
        turn = (anchor.year * 12 + anchor.month - 1) % interval
    parts = recurrence.by_month, month_days, recurrence.by_day, recurrence.by_set_pos
    return _days_of_months(*parts, interval, turn, first, last)


@lru_cache(maxsize=1024)
def _days_of_months(
    months: tuple[int, ...],
    month_days: tuple[int, ...],
    weekdays: tuple[WeekdayOf, ...],
    positions: tuple[int, ...],
    interval: int,
    turn: int,
    first: int,
    last: int,
) -> tuple[int, ...]:
    """The days of every `interval`-th month, which are those whose number leaves `turn`; kept as above."""
    start, end = _months_of(first, last)
    days: list[int] = []
    for index in range(start + (turn - start) % interval, end + 1, interval):
        year, month = divmod(index, 12)
        if not months or month + 1 in months:
            days += _days_of_month(year, month + 1, month_days, weekdays, positions)
    return tuple(day for day in days if first <= day <= last)


@lru_cache(maxsize=1024)
def _months_of(first: int, last: int) -> tuple[int, int]:
    """The months, counted from the year 0, in which two days lie."""
    low, high = date.fromordinal(first), date.fromordinal(last)
    return low.year * 12 + low.month - 1, high.year * 12 + high.month - 1


def _yearly(recurrence: Recurrence, first: int, last: int) -> Iterable[int]:
    anchor, interval = recurrence.first, recurrence.interval
    months, month_days = recurrence.by_month, recurrence.by_month_day
    if not month_days and not recurrence.by_day:
        if anchor is None:
            return ()
        months, month_days = months or (anchor.month,), (anchor.day,)
    if anchor is None and interval != 1:
        return ()
    if interval == 1 and (months or not recurrence.by_day) and not recurrence.by_set_pos:
        # The months of every year are every month of these numbers.
        return _days_of_months(months, month_days, recurrence.by_day, (), 1, 0, first, last)
    start, end = (month // 12 for month in _months_of(first, last))
    if anchor is not None:
        start += (anchor.year - start) % interval
    days: list[int] = []
    for year in range(start, end + 1, interval):
        members: Iterable[int]
        if not months and recurrence.by_day:
            # Without BYMONTH a weekday's number counts within the year; BYMONTHDAY then only limits.
            members = _limited(recurrence, _weekdays_of_year(year, recurrence.by_day))
        else:
            members = [
                day
                for month in sorted(set(months)) or range(1, 13)
                for day in _days_of_month(year, month, month_days, recurrence.by_day)
            ]
        days += _chosen(members, recurrence.by_set_pos)
    return [day for day in days if first <= day <= last]


_DAYS = {
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY: _monthly,
    Frequency.YEARLY: _yearly,
}


def _limited(recurrence: Recurrence, days: Iterable[int]) -> Iterable[int]:
    """Those of the days that BYMONTH and BYMONTHDAY admit, where these only limit."""
    if not recurrence.by_month and not recurrence.by_month_day:
        return days
    kept = []
    for ordinal in days:
        day = date.fromordinal(ordinal)
        if recurrence.by_month and day.month not in recurrence.by_month:
            continue
        if recurrence.by_month_day:
            backwards = day.day - _length_of_month(day.year, day.month) - 1
            if day.day not in recurrence.by_month_day and backwards not in recurrence.by_month_day:
                continue
        kept.append(ordinal)
    return kept


def _chosen(members: Iterable[int], positions: tuple[int, ...]) -> Iterable[int]:
    """Those of a period's days that BYSETPOS names, 1 being the first and -1 the last."""
    if not positions:
        return members
    ordered = list(members)
    size = len(ordered)
    places = {position - 1 if position > 0 else size + position for position in positions}
    return [ordered[place] for place in sorted(places) if 0 <= place < size]


@lru_cache(maxsize=8192)
def _days_of_month(
    year: int,
    month: int,
    month_days: tuple[int, ...],
    weekdays: tuple[WeekdayOf, ...],
    positions: tuple[int, ...] = (),
) -> tuple[int, ...]:
    """The days of a month that BYMONTHDAY and BYDAY name; a day that the month lacks is skipped (RFC 5545 3.3.10)."""
    length = _length_of_month(year, month)
    start = date(year, month, 1).toordinal()
    opening_weekday = (start - _MONDAY) % 7
    members = set(range(start, start + length))
    if weekdays:
        members &= _nth_weekdays(start, opening_weekday, length, weekdays)
    if month_days:
        days = {day if day > 0 else length + 1 + day for day in month_days}
        members &= {start + day - 1 for day in days if 1 <= day <= length}
    return tuple(_chosen(sorted(members), positions))


def _length_of_month(year: int, month: int) -> int:
    # The standard library's `calendar` tells it too, and costs a listing some milliseconds to load.
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def is_leap(year: int) -> bool:
    """Whether a year of the Gregorian calendar has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@lru_cache(maxsize=512)
def _weekdays_of_year(year: int, weekdays: tuple[WeekdayOf, ...]) -> tuple[int, ...]:
    """BYDAY of a year without BYMONTH or BYMONTHDAY: its numbers count within the year."""
    start = date(year, 1, 1)
    length = date(year, 12, 31).toordinal() - start.toordinal() + 1
    return tuple(sorted(_nth_weekdays(start.toordinal(), start.weekday(), length, weekdays)))


def _nth_weekdays(start: int, opening_weekday: int, length: int, weekdays: Iterable[WeekdayOf]) -> set[int]:
    days: set[int] = set()
    for item in weekdays:
        every = range(start + (item.weekday - opening_weekday) % 7, start + length, 7)
        if item.nth == 0:
            days.update(every)
        else:
            place = item.nth - 1 if item.nth > 0 else len(every) + item.nth
            if 0 <= place < len(every):
                days.add(every[place])
    return days
