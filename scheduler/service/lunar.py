"""The lunar day of a Gregorian one, as wall calendars print it beside the number: "13/10", "1/7 nhuận"."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=4096)
def lunar_day(day: date) -> tuple[int, int, bool] | None:
    """Day, month and whether the month is a leap month, in the Vietnamese calendar; None outside 1900 to 2100."""
    from lunar_vn import convert_solar_to_lunar  # noqa: PLC0415 - only pages ask

    if not 1901 <= day.year <= 2099:
        return None
    found = convert_solar_to_lunar(day.day, day.month, day.year)
    return found.day, found.month, found.leap


def lunar_text(day: date, *, always_month: bool = False) -> str:
    """ "13", with the month on its first day and on the 15th: "1/10"; "" where it is not known."""
    found = lunar_day(day)
    if found is None:
        return ""
    number, month, leap = found
    if always_month or number in (1, 15):
        return f"{number}/{month}" + ("N" if leap else "")
    return str(number)
