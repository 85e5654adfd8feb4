"""Weekdays, special days of a month and named periods made values: the first Thursday, next Monday, mid-November.

A weekday alone is a day only where the reference is a week or a day of issue; in a monthly programme it may be
every week or one day, and nothing is guessed.
"""

from datetime import date, timedelta

from calendars.grammar import spans
from calendars.grammar.build_days import days_meant
from calendars.grammar.build_repeats import standing_day, weekly
from calendars.grammar.group import Group
from calendars.grammar.hours import deadline_or, hours_of, of_days, of_length
from calendars.grammar.pieces import Kind, Length, Nth, Often, PartDate, Piece, Special, Unit, Weekdays
from calendars.grammar.rule import Context
from calendars.recurrence import Frequency
from calendars.times import ONE_DAY, DaySpan, month_span
from calendars.when import Day, Span, Undated, When, Window
from calendars.workdays import next_working_day

_WEEK = 8  # days: a programme of at most so many is a weekly one
_WORKING_WEEK = 5  # weekdays from Monday on: every week, and not one of them
_MONTH = 28  # days
_EVERY_OTHER_DAY = 3  # weekdays one by one, "thứ 3-5-7": every week too


def weekday_of_week(group: Group) -> When | None:
    """A weekday of a named week: thứ Hai tuần sau."""
    weekdays, period = group.weekdays, group.period
    if weekdays is None or period is None or period.unit is not Unit.WEEK:
        return None
    if period.piece:
        period = period._replace(piece="")
    return _on_weekdays(group, spans.span_of(period, group.context).first, weekdays)


def _on_weekdays(group: Group, first: date, weekdays: Weekdays) -> When:
    days = [_next(first, weekday) for weekday in weekdays.days]  # a week may begin on a Sunday
    return deadline_or(group, of_days(days, hours_of(group)))


def nth_weekday(group: Group) -> When | None:
    """The n-th weekday of a month: thứ Ba tuần thứ ba."""
    weekdays, nth = group.weekdays, group.nth
    if weekdays is None or nth is None:
        return None
    if (standing := standing_day(group)) is not None:
        return standing
    if group.period is not None and group.period.unit is Unit.YEAR and not _first_or_last(nth):
        return None
    months = {number: _month_meant(group, last=number < 0) for number in nth.numbers}
    days = [
        spans.nth_weekday(*months[number], weekday, number)
        for number in nth.numbers
        for weekday in weekdays.days
    ]
    return deadline_or(group, of_days(days, hours_of(group)))


def _first_or_last(nth: Nth) -> bool:
    return {1, -1}.issuperset(nth.numbers)


def _month_meant(group: Group, *, last: bool) -> tuple[int, int]:
    """Year and month of the group's period; of a quarter or year its first month or its last."""
    period = group.period
    if period is None or period.unit not in (Unit.QUARTER, Unit.YEAR):
        return spans.month_of(period, group.context)
    days = spans.span_of(period, group.context)
    day = days.last if last else days.first
    return day.year, day.month


def weekday_at_end_of_month(group: Group) -> When | None:
    """ "thứ Hai đầu tháng" is the first Monday, "thứ Sáu cuối tháng" the last Friday."""
    weekdays, period = group.weekdays, group.period
    if (
        weekdays is None
        or period is None
        or period.unit is not Unit.MONTH
        or period.piece not in ("1/3", "3/3")
    ):
        return None
    year, month = spans.month_of(period._replace(piece=""), group.context)
    days = [
        spans.nth_weekday(year, month, weekday, 1 if period.piece == "1/3" else -1)
        for weekday in weekdays.days
    ]
    return deadline_or(group, of_days(days, hours_of(group)))


def day_in_quarter(group: Group) -> list[When] | When | None:
    """Days of the first, middle or last month of a quarter: ngày 10 của tháng đầu quý sau."""
    period, days = group.period, group.days
    if period is None or days is None or period.unit is not Unit.QUARTER or not period.piece.endswith("/3"):
        return None
    day = (days.elements[-1].last or days.elements[-1].first).day
    if day != PartDate(day.day):
        return None
    context = Context(spans.span_of(period, group.context), group.context.issued)
    others = [piece for piece in group.pieces if piece.kind != Kind.PERIOD]
    return days_meant(Group(others, context, group.issues))


def weekday_alone(group: Group) -> When | None:
    """A weekday with nothing beside it: the day of the week in question, or of the days after issue."""
    weekdays = group.weekdays
    if weekdays is None:
        return None
    context = group.context
    if context.period is not None and len(context.period) <= _WEEK:
        days = [day for day in context.period if day.weekday() in weekdays.days]
        if not days:  # the Saturday of a week announced as "14/10 - 18/10"
            monday = context.period.first - timedelta(days=context.period.first.weekday())
            days = [monday + timedelta(days=weekday) for weekday in weekdays.days]
        return deadline_or(group, of_days(days[: len(weekdays.days)], hours_of(group)))
    if context.issued is not None and context.period is None:
        first = _next(context.issued, weekdays.days[0])
        days = [_next(first if weekdays.span else context.issued, weekday) for weekday in weekdays.days]
        return deadline_or(group, of_days(days, hours_of(group)))
    several = len(weekdays.days) >= (_WORKING_WEEK if weekdays.span else _EVERY_OTHER_DAY)
    long = context.period is not None and len(context.period) >= _MONTH
    standing = context.habits and long and bool(hours_of(group))
    if not several:
        group.doubt("weekday-alone", "a weekday without a date: every week, or one day of the period?")
    if (several or standing) and group.deadline is None:
        often = Piece(Kind.OFTEN, Often(Frequency.WEEKLY), group.start, group.start, ())
        return weekly(Group([*group.pieces, often], context, group.issues))
    return Undated(hours_of(group))


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def special_day(group: Group) -> When | None:
    """The first or last day, or working day, of a month or quarter."""
    special = group.value(Kind.SPECIAL)
    if not isinstance(special, Special):
        return None
    if (standing := standing_day(group)) is not None:
        return standing
    days = month_span(*_month_meant(group, last=special.nth < 0))
    day = days.last if special.nth < 0 else days.first
    if special.working:
        weekdays = [one for one in days if one == next_working_day(one)]
        day = weekdays[special.nth - 1 if special.nth > 0 else special.nth]
    return deadline_or(group, Day(day, hours_of(group)))


def week_of_month(group: Group) -> list[When] | When | None:
    """The n-th week of a month, the first or last of a year: tuần đầu tháng 12.

    Of weeks that do not follow one another each is its own.
    """
    nth = group.nth
    if nth is None or not nth.week:
        return None
    unit = Unit.MONTH if group.period is None else group.period.unit
    if unit is not Unit.MONTH and not (unit in (Unit.QUARTER, Unit.YEAR) and _first_or_last(nth)):
        return None
    weeks = [spans.week_of_month(*_month_meant(group, last=number < 0), number) for number in nth.numbers]
    runs: list[DaySpan] = []
    for week in sorted(weeks, key=lambda one: one.first):
        if runs and week.first <= runs[-1].last + ONE_DAY:
            runs[-1] = DaySpan(runs[-1].first, week.last)
        else:
            runs.append(week)
    return [_period_of(group, run) for run in runs]


def named_period(group: Group) -> When | None:
    """A period by its name: trung tuần tháng 11, quý IV."""
    period = group.period
    if period is None or not period.named:
        return None
    days = spans.span_of(period, group.context)
    length = group.value(Kind.LENGTH)
    if isinstance(length, Length) and length.unit is period.unit and group.has(Kind.FROM):
        return of_length(days.first, length, hours_of(group))  # "06 tháng, từ tháng 11/2026"
    return _period_of(group, days)


def _has_two_ends(group: Group) -> bool:
    """Whether it is given by its ends and not by a name: từ tháng 5 đến tháng 7."""
    period = group.period
    if period is None:
        return False
    from_to = period.months is not None or period.piece in ("+20", "11-")
    return period.run or (period.unit is Unit.MONTH and from_to and group.has(Kind.FROM))


def _period_of(group: Group, days: DaySpan) -> When:
    if group.deadline is not None or group.has(Kind.DONE):
        if group.deadline is None:
            return Day(days.last, hours_of(group, deadline=True))
        return deadline_or(group, Window(days.first, days.last))
    if group.has(Kind.WHOLE) or _has_two_ends(group):
        return Span(days.first, days.last, hours_of(group))
    return Window(days.first, days.last, hours_of(group))
