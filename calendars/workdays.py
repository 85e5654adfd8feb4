"""Days on which the State's offices in Vietnam are closed, and working days counted over them.

The days come from the `holidays` package (public holidays, compensatory days, most exchanged days); what it lacks
stands in `EXCHANGED`, from the Government's yearly announcements (reference section D.4). Future years are provisional:
dates about Tết and 2 September are announced each autumn. The package is loaded for a year that is not in `TABLED`.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from calendars.times import ONE_DAY

EXCHANGED: Mapping[date, date] = {
    date(2024, 4, 29): date(2024, 5, 4),
    date(2025, 5, 2): date(2025, 4, 26),
    date(2026, 1, 2): date(2026, 1, 10),
    date(2026, 8, 31): date(2026, 8, 22),
}
"""Working days made free, each with the Saturday on which they are made up for."""

TABLED: Mapping[int, str] = {
    2023: "0101 0102 0120 0121 0122 0123 0124 0125 0126 0429 0430 0501 0502 0503 0901 0902 0904",
    2024: "0101 0208 0209 0210 0211 0212 0213 0214 0418 0429 0430 0501 0902 0903",
    2025: "0101 0127 0128 0129 0130 0131 0201 0407 0430 0501 0502 0901 0902",
    2026: "0101 0102 0216 0217 0218 0219 0220 0426 0427 0430 0501 0831 0901 0902 1124",
    2027: "0101 0204 0205 0206 0207 0208 0209 0210 0416 0430 0501 0503 0902 0903 1124",
    2028: "0101 0103 0124 0125 0126 0127 0128 0129 0404 0430 0501 0502 0901 0902 0904 1124",
}
"""What is reckoned below for the years that offices look at, month and day: a listing need not load the package.

A test holds it to that."""

_CULTURE_DAY = (11, 24)  # a day off with pay from 2026 on
_CULTURE_DAY_SINCE = 2026
_SATURDAY = 5


@lru_cache(maxsize=64)
def _public_holidays(year: int) -> frozenset[date]:
    """Holidays and days off in their stead, of one year."""
    if year in TABLED:
        return frozenset(date(year, int(day[:2]), int(day[2:])) for day in TABLED[year].split())
    return reckoned_holidays(year)


def reckoned_holidays(year: int) -> frozenset[date]:
    """The same by the package and the days it lacks, whatever the table says."""
    import holidays  # noqa: PLC0415 - a tenth of a second, for the few texts that speak of days off

    days = set(holidays.country_holidays("VN", years=year))
    days |= {day for day in EXCHANGED if day.year == year}
    days -= {saturday for saturday in EXCHANGED.values() if saturday.year == year}
    if year >= _CULTURE_DAY_SINCE:
        days.add(date(year, *_CULTURE_DAY))
    return frozenset(days)


def is_public_holiday(day: date) -> bool:
    """Whether `day` is a public holiday, or free in the stead of one."""
    return day in _public_holidays(day.year)


def is_day_off(day: date) -> bool:
    """Whether offices are closed on `day`: weekend, public holiday, compensatory or exchanged day.

    A Saturday that makes up for an exchanged day is no day off.
    """
    if day.weekday() >= _SATURDAY:
        return day not in _made_up(day.year)
    return is_public_holiday(day)


def _made_up(year: int) -> frozenset[date]:
    return frozenset(saturday for saturday in EXCHANGED.values() if saturday.year == year)


def working_days_after(day: date, count: int) -> date:
    """The `count`-th working day after `day`, which is itself not counted."""
    while count > 0:
        day += ONE_DAY
        count -= not is_day_off(day)
    return day


def next_working_day(day: date) -> date:
    """`day` itself if it is a working day, else the first one after it."""
    while is_day_off(day):
        day += ONE_DAY
    return day


def previous_working_day(day: date) -> date:
    """`day` itself if it is a working day, else the last one before it."""
    while is_day_off(day):
        day -= ONE_DAY
    return day


def days_off_between(first: date, last: date) -> list[date]:
    """Every public holiday (no mere weekends) from `first` to `last`, in order."""
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return [day for day in days if is_public_holiday(day)]
