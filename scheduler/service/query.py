"""Which part of the calendar is asked for: shared by listings, files and pages."""

from typing import NamedTuple

from calendars.marks import Category, Status
from calendars.times import DaySpan


class ListQuery(NamedTuple):
    """Which occurrences are wanted; None leaves a choice open. span: the days, both ends included.

    group: its name or another that it has, in any capitals.
    """

    span: DaySpan
    calendar: str | None = None
    category: Category | None = None
    status: Status | None = None
    group: str | None = None
