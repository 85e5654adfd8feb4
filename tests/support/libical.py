"""What libical (Debian's libical3), on which Evolution, KDE and Cyrus stand, shows of a calendar; by ctypes.

Its iterator knows RRULE and EXDATE; changed occurrences are put in their place here, as its users do.
"""

import ctypes
from ctypes.util import find_library
from datetime import UTC, datetime
from functools import cache


class _Time(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    )


class _Span(ctypes.Structure):
    _fields_ = (("start", ctypes.c_long), ("end", ctypes.c_long), ("is_busy", ctypes.c_int))


_Callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(_Span), ctypes.c_void_p)
_VEVENT = 4


@cache
def _library() -> ctypes.CDLL:
    name = find_library("ical")
    assert name is not None, "libical is not here; as root: apt-get install libical-dev"
    library = ctypes.CDLL(name)
    pointers = (
        "icalparser_parse_string",
        "icalcomponent_get_first_component",
        "icalcomponent_get_next_component",
    )
    for function in pointers:
        getattr(library, function).restype = ctypes.c_void_p
    library.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    for function in pointers[1:]:
        getattr(library, function).argtypes = [ctypes.c_void_p, ctypes.c_int]
    for function in ("icalcomponent_get_dtstart", "icalcomponent_get_recurrenceid"):
        getattr(library, function).restype = _Time
        getattr(library, function).argtypes = [ctypes.c_void_p]
    library.icalcomponent_get_uid.restype = ctypes.c_char_p
    library.icalcomponent_get_uid.argtypes = [ctypes.c_void_p]
    library.icalcomponent_get_status.argtypes = [ctypes.c_void_p]
    library.icalproperty_status_to_string.restype = ctypes.c_char_p
    library.icaltime_as_timet_with_zone.restype = ctypes.c_long
    library.icaltime_as_timet_with_zone.argtypes = [_Time, ctypes.c_void_p]
    library.icalcomponent_foreach_recurrence.argtypes = [
        ctypes.c_void_p,
        _Time,
        _Time,
        _Callback,
        ctypes.c_void_p,
    ]
    library.icalcomponent_foreach_recurrence.restype = None
    library.icalcomponent_free.argtypes = [ctypes.c_void_p]
    return library


def shown(body: bytes, first_year: int, last_year: int) -> list[tuple[str, str]]:
    """(UID, start) of what takes place from the first year to the last, a whole day as a date, an hour in UTC."""
    library = _library()
    calendar = library.icalparser_parse_string(body)
    assert calendar, "libical cannot read the calendar"
    begin, end = _Time(year=first_year, month=1, day=1), _Time(year=last_year, month=12, day=31, hour=23)
    masters, changed = [], {}
    component = library.icalcomponent_get_first_component(calendar, _VEVENT)
    while component:
        uid = library.icalcomponent_get_uid(component).decode()
        named = library.icalcomponent_get_recurrenceid(component)
        if named.year:
            # libical resolves the TZID of DTSTART, but not that of RECURRENCE-ID.
            zone = library.icalcomponent_get_dtstart(component).zone
            seconds = library.icaltime_as_timet_with_zone(named, zone)
            changed[uid, seconds] = component
        else:
            masters.append((uid, component))
        component = library.icalcomponent_get_next_component(calendar, _VEVENT)
    found: list[tuple[str, str]] = []
    for uid, component in masters:
        starts: list[int] = []
        collect = _Callback(lambda _, span, __, starts=starts: starts.append(span.contents.start))
        library.icalcomponent_foreach_recurrence(component, begin, end, collect, None)
        whole_day = bool(library.icalcomponent_get_dtstart(component).is_date)
        if not _is_cancelled(library, component):
            found += [(uid, _text(start, whole_day)) for start in starts if (uid, start) not in changed]
    for (uid, _), component in changed.items():
        start = library.icalcomponent_get_dtstart(component)
        if not _is_cancelled(library, component):
            found.append((uid, _text(_seconds(library, start), bool(start.is_date))))
    library.icalcomponent_free(calendar)
    return found


def _is_cancelled(library: ctypes.CDLL, component: int) -> bool:
    status = library.icalproperty_status_to_string(library.icalcomponent_get_status(component))
    return bool(status == b"CANCELLED")


def _seconds(library: ctypes.CDLL, at: _Time) -> int:
    return int(library.icaltime_as_timet_with_zone(at, at.zone))


def _text(seconds: int, whole_day: bool) -> str:
    at = datetime.fromtimestamp(seconds, UTC)
    return at.date().isoformat() if whole_day else at.strftime("%Y-%m-%dT%H:%M:%SZ")
