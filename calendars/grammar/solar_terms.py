"""Days of the solar terms (tiết khí), which move by a day from year to year: Thanh minh is 4 or 5 April.

A term begins when the sun's apparent longitude reaches a multiple of 15 degrees; the day is that of Vietnam's clock
(UTC+7). The longitude is the low-precision formula of Meeus, Astronomical Algorithms, chapter 25: good to 0.01 degrees,
a quarter of an hour.
"""

from datetime import date, timedelta
from functools import lru_cache
from math import radians, sin

_NOON_2000 = date(2000, 1, 1)
_MIDNIGHT_IN_VIETNAM = -0.5 - 7 / 24  # of a day, in days from noon UTC of that day
_DEGREES_A_DAY = 360 / 365.2422
_EQUINOX = 79.3  # days from New Year to the sun's longitude 0, about


def sun_longitude(day: date) -> float:
    """The apparent longitude of the sun in degrees at the beginning of `day` in Vietnam."""
    days = (day - _NOON_2000).days + _MIDNIGHT_IN_VIETNAM
    centuries = days / 36525
    anomaly = radians(357.52911 + 35999.05029 * centuries)
    centre = 1.914602 * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    mean = 280.46646 + 36000.76983 * centuries
    nutation = 0.00569 + 0.00478 * sin(radians(125.04 - 1934.136 * centuries))
    return (mean + centre - nutation) % 360


@lru_cache(maxsize=256)
def term_day(longitude: int, year: int) -> date:
    """The day of `year` on which the sun reaches that longitude (0 is the equinox of March)."""
    guess = date(year, 1, 1) + timedelta(days=int(_EQUINOX + longitude / _DEGREES_A_DAY) % 365 - 4)
    for offset in range(9):
        day = guess + timedelta(days=offset)
        if (sun_longitude(day + timedelta(days=1)) - longitude + 180) % 360 >= 180:
            return day
    raise ValueError(f"no day of {year} has the sun at {longitude} degrees")
