"""A recurrence kept within a programme's period: its first and last day are real days of it.

A standing meeting of a programme recurs within the programme's period (reference section 0.2); a rule's own
beginning and end count where they are narrower. Days are those that the pattern names: where one of them rolls
to is for the calendar.
"""

from dataclasses import replace
from datetime import date

from calendars.expansion import days_between
from calendars.recurrence import Recurrence
from calendars.times import DaySpan


def within(recurrence: Recurrence, period: DaySpan | None, begins: date | None = None) -> Recurrence:
    """The recurrence with first and until as real days of the period, and not before `begins`.

    Left as it is where there is no period or no day of it fits (a rule that gives only how often).
    """
    if period is None:
        return recurrence
    earliest = max(filter(None, (period.first, begins, recurrence.first)))
    latest = min(filter(None, (period.last, recurrence.until)))
    if earliest > latest or not _says_when(recurrence):
        return recurrence
    nominal = replace(recurrence, until=None, roll=None, first=recurrence.first or period.first)
    days = list(days_between(nominal, DaySpan(earliest, latest)))
    if not days:
        return recurrence
    left_out = tuple(day for day in recurrence.left_out if earliest <= day <= latest)
    return replace(recurrence, first=days[0], until=days[-1], left_out=left_out)


def _says_when(recurrence: Recurrence) -> bool:
    parts = (recurrence.by_day, recurrence.by_month_day, recurrence.by_month, recurrence.by_set_pos)
    return any(parts) or recurrence.first is not None or recurrence.frequency == "DAILY"
