"""The table of holidays by year says what the package and our corrections give."""

from datetime import date

import pytest

from calendars.workdays import TABLED, reckoned_holidays


@pytest.mark.parametrize("year", TABLED)
def test_the_table_of_a_year_is_what_is_reckoned_for_it(year: int) -> None:
    tabled = {date(year, int(day[:2]), int(day[2:])) for day in TABLED[year].split()}
    assert tabled == reckoned_holidays(year)
