"""Days of the Vietnamese lunar calendar in the Gregorian one.

The Vietnamese calendar is reckoned at UTC+7; libraries of the Chinese one give some days wrongly. What makes
it hard is that the converter takes what it is given: day 30 of a month of 29 days, or a leap month that the
year does not have, so everything is converted back and compared.
"""

from datetime import date, timedelta
from functools import lru_cache

_LAST_DAY = 30


@lru_cache(maxsize=4096)
def solar_day(day: int, month: int, year: int, *, leap: bool = False) -> date | None:
    """The Gregorian day of a lunar date; None where that lunar year has no such day.

    day 0 is the last day of the lunar year before (Giao thừa). Years 1900 to 2100.
    """
    # Imported where it is used: a text without a lunar date must not pay for it.
    from lunar_vn import convert_lunar_to_solar, convert_solar_to_lunar  # noqa: PLC0415

    if day == 0:
        new_year = solar_day(1, 1, year)
        return new_year - timedelta(days=1) if new_year else None
    try:
        found = convert_lunar_to_solar(day, month, year, int(leap))
        back = convert_solar_to_lunar(found.day, found.month, found.year)
    except (ValueError, IndexError, OverflowError):
        return None
    same = (back.day, back.month, back.year, back.leap) == (day, month, year, leap)
    return found if same else None


def lunar_day_near(
    day: int, month: int | None, near: date, *, year: int | None = None, leap: bool = False
) -> date | None:
    """The day nearest to `near` on which that lunar date falls, or that of lunar year `year`.

    month None: the nearest such day of any month.
    """
    years = (year,) if year is not None else (near.year - 1, near.year, near.year + 1)
    months = (month,) if month is not None else tuple(range(1, 13))
    found = [solar_day(day, m, y, leap=leap) for y in years for m in months if 1900 < y < 2100]
    days = [one for one in found if one is not None]
    return min(days, key=lambda one: abs(one - near)) if days else None


def lunar_days_between(days: tuple[int, ...], first: date, last: date) -> list[date]:
    """All days from `first` to `last` whose lunar day of the month is one of `days`, in order.

    Day 30 of a month of 29 days is its last.
    """
    found = set()
    for year in range(first.year - 1, last.year + 1):
        for month in range(1, 13):
            for day in days:
                for leap in (False, True):
                    at = solar_day(day, month, year, leap=leap)
                    if at is None and day == _LAST_DAY:
                        at = solar_day(day - 1, month, year, leap=leap)
                    if at is not None and first <= at <= last:
                        found.add(at)
    return sorted(found)
