"""libical (Debian's libical3) asked for the occurrences of series in a month, its iterator set to the month.

By ctypes, with the structures of libical 3. Reading the rules is left out of what is measured, for all alike; what
ctypes costs a call (about a microsecond) is counted in libical's time and is small beside what it does.
"""

import ctypes
from ctypes.util import find_library
from datetime import date

from calendars.events import Event
from calendars.times import DaySpan
from calendars.when import Repeat


class Time(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    )


LISTS = (
    *(("by_second", 62), ("by_minute", 61), ("by_hour", 25), ("by_day", 386), ("by_month_day", 32)),
    *(("by_year_day", 386), ("by_week_no", 56), ("by_month", 14), ("by_set_pos", 386)),
)


class Rule(ctypes.Structure):
    _fields_ = (
        ("freq", ctypes.c_int),
        ("until", Time),
        ("count", ctypes.c_int),
        ("interval", ctypes.c_short),
        ("week_start", ctypes.c_int),
        *((name, ctypes.c_short * size) for name, size in LISTS),
        ("rscale", ctypes.c_char_p),
        ("skip", ctypes.c_int),
    )


def available() -> bool:
    return find_library("ical") is not None


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(find_library("ical"))
    library.icalrecurrencetype_from_string.argtypes = [ctypes.c_char_p]
    library.icalrecurrencetype_from_string.restype = Rule
    library.icalrecur_iterator_new.argtypes = [Rule, Time]
    library.icalrecur_iterator_new.restype = ctypes.c_void_p
    library.icalrecur_iterator_set_start.argtypes = [ctypes.c_void_p, Time]
    library.icalrecur_iterator_next.argtypes = [ctypes.c_void_p]
    library.icalrecur_iterator_next.restype = Time
    library.icalrecur_iterator_free.argtypes = [ctypes.c_void_p]
    library.icalrecur_iterator_free.restype = None
    return library


def _time(day: date) -> Time:
    return Time(year=day.year, month=day.month, day=day.day, is_date=1)


class Seeking:
    """Called, it counts the occurrences of the series in the span."""

    def __init__(self, events: list[Event], span: DaySpan) -> None:
        self._library = _library()
        self._span = span
        self._series: list[tuple[Rule, Time, Time]] = []
        for event in events:
            assert isinstance(event.when, Repeat)
            recurrence = event.when.recurrence
            assert recurrence.first is not None
            rule = self._library.icalrecurrencetype_from_string(recurrence.rrule().encode())
            assert rule.interval == recurrence.interval, "another libical than 3: its structures differ"
            begins = _time(recurrence.first)
            self._series.append((rule, begins, _time(max(recurrence.first, span.first))))

    def __call__(self) -> int:
        library, last = self._library, (self._span.last.year, self._span.last.month, self._span.last.day)
        count = 0
        for rule, begins, seek in self._series:
            iterator = library.icalrecur_iterator_new(rule, begins)
            library.icalrecur_iterator_set_start(iterator, seek)
            found = library.icalrecur_iterator_next(iterator)
            while found.year and (found.year, found.month, found.day) <= last:
                count += 1
                found = library.icalrecur_iterator_next(iterator)
            library.icalrecur_iterator_free(iterator)
        return count
