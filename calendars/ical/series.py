"""A repeat as an RRULE can say it: the bounded rule, the days left out, the days moved; or single days.

What is hard: an RRULE knows neither holidays nor a day that rolls to the next working day, Outlook knows only a part of
what RFC 5545 allows (MS-OXCICAL 2.1.3.2.2), and a rule must have an end (rule 6.5). So what a rule cannot say becomes
exceptions and moved days, and a rule that Outlook cannot say becomes single events.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from calendars.expansion import ROLL_REACH, days_between, named_days_between
from calendars.recurrence import DaysOff, Frequency, Recurrence
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
    recurrence: Recurrence,
    span: DaySpan,
    *,
    cancelled: Collection[date],
    changed: Collection[date],
    is_day_off: DaysOff | None,
) -> Series | None:
    """The series of a recurrence whose pattern is looked at within `span`.

    cancelled: days of the pattern on which it does not happen; changed: days that happen otherwise, even where the
    recurrence leaves them out; is_day_off: as in `expansion`. None where nothing happens in the span.
    """
    bounded = recurrence._replace(until=span.last)
    reach = timedelta(days=ROLL_REACH)
    wide = DaySpan(span.first - reach, span.last + reach)
    plain = bounded._replace(left_out=(), skips_days_off=False, roll=None)
    pattern = list(days_between(plain, span))
    happening = dict(named_days_between(bounded, wide, is_day_off=is_day_off))
    happening |= {day: day for day in changed if day in pattern}
    days = tuple((day, happening[day]) for day in pattern if day in happening and day not in cancelled)
    if not days:
        return None
    named = {day for day, _ in days}
    left_out = tuple(day for day in pattern if days[0][0] < day < days[-1][0] and day not in named)
    return Series(days=days, rule=outlook_rule(recurrence), left_out=left_out)


def outlook_rule(recurrence: Recurrence) -> str | None:
    """The RRULE value in a form that Outlook keeps (rule 6.4), or None.

    Left aside are also days that not every month has: RFC 5545 then skips the month, Outlook takes its last day.
    """
    if recurrence.frequency is Frequency.DAILY and recurrence.interval == 1 and recurrence.by_day:
        recurrence = recurrence._replace(frequency=Frequency.WEEKLY)
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
