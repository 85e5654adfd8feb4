"""Days off of State offices, year by year, and working days counted over them."""

from datetime import date, timedelta

import pytest

from calendars.workdays import (
    EXCHANGED,
    days_off_between,
    is_day_off,
    is_public_holiday,
    next_working_day,
    previous_working_day,
    working_days_after,
)

# Holidays, compensatory and exchanged days from Monday to Friday, as announced.
DAYS_OFF = {
    2022: "03/01 31/01-04/02 11/04 02/05-03/05 01/09-02/09",
    2023: "02/01 20/01 23/01-26/01 01/05-03/05 01/09 04/09",
    2024: "01/01 08/02-09/02 12/02-14/02 18/04 29/04-01/05 02/09-03/09",
    2025: "01/01 27/01-31/01 07/04 30/04-02/05 01/09-02/09",
    2026: "01/01-02/01 16/02-20/02 27/04 30/04-01/05 31/08-02/09 24/11",
}


def announced(year: int) -> set[date]:
    days = set()
    for part in DAYS_OFF[year].split():
        first, last = (date(year, *map(int, reversed(end.split("/")))) for end in (part.split("-") * 2)[:2])
        days |= {first + timedelta(days=offset) for offset in range((last - first).days + 1)}
    return days


@pytest.mark.parametrize("year", DAYS_OFF)
def test_days_off_are_those_announced(year):
    days = [date(year, 1, 1) + timedelta(days=offset) for offset in range(365)]
    assert {day for day in days if day.weekday() < 5 and is_day_off(day)} == announced(year)


def test_weekends_are_off_but_for_saturdays_that_make_up_for_a_day():
    assert is_day_off(date(2023, 11, 25))
    assert not any(is_day_off(saturday) for saturday in EXCHANGED.values())
    assert not is_public_holiday(date(2023, 11, 25))


def test_working_days_are_counted_from_the_day_after():
    assert working_days_after(date(2023, 11, 20), 5) == date(2023, 11, 27)
    assert working_days_after(date(2024, 4, 26), 1) == date(2024, 5, 2)


def test_nearest_working_days():
    assert next_working_day(date(2016, 10, 15)) == date(2016, 10, 17)
    assert previous_working_day(date(2016, 10, 15)) == date(2016, 10, 14)
    assert next_working_day(date(2023, 11, 24)) == date(2023, 11, 24)


def test_holidays_of_a_span_in_order():
    assert days_off_between(date(2023, 4, 29), date(2023, 5, 5)) == [
        date(2023, 4, 29),
        date(2023, 4, 30),
        date(2023, 5, 1),
        date(2023, 5, 2),
        date(2023, 5, 3),
    ]
