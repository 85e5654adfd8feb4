"""The days of the solar terms, against the almanac."""

from datetime import date

import pytest

from calendars.grammar.solar_terms import term_day

PURE_BRIGHTNESS, SOLSTICE_OF_JUNE, SOLSTICE_OF_DECEMBER = 15, 90, 270


@pytest.mark.parametrize(("year", "day"), [(2022, 5), (2023, 5), (2024, 4), (2025, 4), (2026, 5), (2028, 4)])
def test_pure_brightness_is_on_the_fourth_or_fifth_of_april(year, day):
    assert term_day(PURE_BRIGHTNESS, year) == date(year, 4, day)


def test_solstices():
    assert term_day(SOLSTICE_OF_JUNE, 2024) == date(2024, 6, 21)
    assert term_day(SOLSTICE_OF_DECEMBER, 2024) == date(2024, 12, 21)
