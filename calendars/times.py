"""Days, hours and the office's zone: the smallest values, on which all others stand.

A day, a part of a day and an instant are three different things here and never turn into one another by
accident: an instant always carries a zone, and a part of a day has no clock time until an `OfficeHours`
is asked how to *draw* it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


class DayPart(StrEnum):
    """A part of a day as documents name it; it says nothing of clock times."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    ALL_DAY = "all-day"


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Adjacent days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a span of days cannot end ({self.last}) before it begins ({self.first})")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        for offset in range(len(self)):
            yield self.first + timedelta(days=offset)

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def overlaps(self, other: "DaySpan") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def middle(self) -> date:
        """The day in the middle, the earlier of two."""
        return self.first + timedelta(days=(len(self) - 1) // 2)


@lru_cache(maxsize=512)
def month_span(year: int, month: int) -> DaySpan:
    """All days of a month (month 1-12)."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return DaySpan(date(year, month, 1), following - ONE_DAY)


def year_span(year: int) -> DaySpan:
    """All days of a calendar year."""
    return DaySpan(date(year, 1, 1), date(year, 12, 31))


def week_of(day: date) -> DaySpan:
    """The week, Monday to Sunday, in which `day` lies."""
    monday = day - timedelta(days=day.weekday())
    return DaySpan(monday, monday + timedelta(days=6))


def iso_week_span(year: int, week: int) -> DaySpan:
    """ISO 8601 week `week` of `year`; ValueError where that year has no such week."""
    return week_of(date.fromisocalendar(year, week, 1))


class OfficeHours(NamedTuple):
    """When the office's parts of a day begin and end: used to draw an entry, never taken for read.

    Each pair is (begin, end) in local time of the office's zone.
    """

    morning: tuple[time, time] = (time(7, 30), time(11, 30))
    noon: tuple[time, time] = (time(11, 30), time(13, 30))
    afternoon: tuple[time, time] = (time(13, 30), time(17, 0))
    evening: tuple[time, time] = (time(19, 0), time(21, 0))
    night: tuple[time, time] = (time(21, 0), time(23, 59))

    def of(self, part: DayPart) -> tuple[time, time] | None:
        """Begin and end of that part of the day; None for the whole day."""
        if part is DayPart.ALL_DAY:
            return None
        pair: tuple[time, time] = getattr(self, part.value)
        return pair
