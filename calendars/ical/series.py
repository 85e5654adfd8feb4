"""A repeat as an RRULE can say it: the bounded rule, the days left out, the days moved; or single days.

What is hard: an RRULE knows neither holidays nor a day that rolls to the next working day, Outlook knows only a part of
what RFC 5545 allows (MS-OXCICAL 2.1.3.2.2), and a rule must have an end (rule 6.5). So what a rule cannot say becomes
exceptions and moved days, and a rule that Outlook cannot say becomes single events.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr

from calendars.recurrence import DaysOff, Frequency, Recurrence, Roll
from calendars.times import DaySpan

LONGEST_INTERVAL = 99
"""The largest INTERVAL of months and years that Outlook takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The days of a repeat up to its bound.

    days: each day of the pattern on which it happens, with the day on which it then falls (the same, or where it
    rolled); never empty. rule: an RRULE value without UNTIL that Outlook understands, None where there is none;
    left_out: days that this rule gives between the first and the last of `days` and on which it does not happen.
    """

    days: tuple[tuple[date, date], ...]
    rule: str | None
    left_out: tuple[date, ...]

    @property
    def first(self) -> date:
        """The day of DTSTART: the first on which it truly happens (rule 6.1)."""
        return self.days[0][0]

    @property
    def last(self) -> date:
        """The last day of the pattern on which it happens, which bounds the rule."""
        return self.days[-1][0]


def series_of(
    recurrence: Recurrence, span: DaySpan, cancelled: Mapping[date, object], days_off: DaysOff | None
) -> Series | None:
    """The series of a recurrence within `span`, whose first day is the anchor where the words give none.

    cancelled: days of the pattern that were cancelled by hand; days_off: asked where the recurrence skips holidays or
    rolls. None where nothing happens in the span, or the recurrence says only how often.
    """
    pattern = _pattern(recurrence, span)
    days = tuple(
        (day, falls)
        for day in pattern
        if day not in cancelled and (falls := _falls_on(day, recurrence, days_off)) is not None
    )
    if not days:
        return None
    happening = {day for day, _ in days}
    left_out = tuple(day for day in pattern if days[0][0] < day < days[-1][0] and day not in happening)
    return Series(days=days, rule=outlook_rule(recurrence), left_out=left_out)


def outlook_rule(recurrence: Recurrence) -> str | None:
    """The RRULE value in a form that Outlook keeps (rule 6.4), or None.

    Left aside are also days that not every month has: RFC 5545 then skips the month, Outlook takes its last day.
    """
    if recurrence.frequency is Frequency.DAILY and recurrence.interval == 1 and recurrence.by_day:
        recurrence = replace(recurrence, frequency=Frequency.WEEKLY)
    return recurrence.rrule() if _OUTLOOK_KNOWS[recurrence.frequency](recurrence) else None


def _daily(rule: Recurrence) -> bool:
    return not (rule.by_month or rule.by_month_day or rule.by_day or rule.by_set_pos)


def _weekly(rule: Recurrence) -> bool:
    plain = all(not day.nth for day in rule.by_day)
    return plain and not (rule.by_month or rule.by_month_day or rule.by_set_pos)


def _monthly(rule: Recurrence) -> bool:
    return not rule.by_month and _day_of_month(rule)


def _yearly(rule: Recurrence) -> bool:
    if not (rule.by_month or rule.by_day or rule.by_month_day or rule.by_set_pos):
        return rule.first is not None and (rule.first.month, rule.first.day) != (2, 29)
    return len(rule.by_month) == 1 and _day_of_month(rule)


_OUTLOOK_KNOWS = {
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY: _monthly,
    Frequency.YEARLY: _yearly,
}


def _day_of_month(rule: Recurrence) -> bool:
    if rule.interval > LONGEST_INTERVAL:
        return False
    if rule.by_day:
        nths = {day.nth for day in rule.by_day} if not rule.by_set_pos else set(rule.by_set_pos)
        one_day = len(rule.by_day) == 1 or bool(rule.by_set_pos)
        plain = not rule.by_set_pos or all(not day.nth for day in rule.by_day)
        return not rule.by_month_day and one_day and plain and len(nths) == 1 and nths <= {-1, 1, 2, 3, 4}
    if rule.by_set_pos:
        return False
    days = rule.by_month_day or ((rule.first.day,) if rule.first else ())
    return len(days) == 1 and (days[0] == -1 or 1 <= days[0] <= 28)


def _pattern(recurrence: Recurrence, span: DaySpan) -> list[date]:
    if recurrence.first is None and _says_only_how_often(recurrence):
        return []
    anchor = datetime.combine(recurrence.first or span.first, datetime.min.time())
    last = datetime.combine(span.last, datetime.min.time())
    rule = rrulestr(recurrence.rrule(), dtstart=anchor)
    return [at.date() for at in rule.between(anchor, last, inc=True)]


def _says_only_how_often(recurrence: Recurrence) -> bool:
    return (
        not (recurrence.by_day or recurrence.by_month or recurrence.by_month_day) or recurrence.interval > 1
    )


def _falls_on(day: date, recurrence: Recurrence, days_off: DaysOff | None) -> date | None:
    if day in recurrence.left_out:
        return None
    if days_off is None or not days_off(day):
        return day
    if recurrence.skips_days_off:
        return None
    match recurrence.roll:
        case None:
            return day
        case Roll.NEXT:
            return _working_day(day, 1, days_off)
        case Roll.PREVIOUS:
            return _working_day(day, -1, days_off)
        case Roll.NEAREST:
            after, before = _working_day(day, 1, days_off), _working_day(day, -1, days_off)
            return before if day - before <= after - day else after


def _working_day(day: date, step: int, days_off: DaysOff) -> date:
    while days_off(day):
        day += timedelta(days=step)
    return day
