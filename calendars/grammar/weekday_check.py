"""Whether a weekday fits the date beside it. Where they differ the date is kept and a person must look."""

from datetime import date, timedelta

from calendars.grammar import resolve
from calendars.grammar.group import Group
from calendars.grammar.pieces import DayList, Weekdays
from calendars.recurrence import WEEKDAY_CODES
from calendars.times import ONE_DAY


def check_weekday(group: Group, day: date, weekdays: Weekdays) -> None:
    """Add a doubt to the group where its only day is not the weekday written beside it; several name no single day."""
    if len(weekdays.days) == 1:
        _check_weekday(group, day, weekdays.days)


def check_weekdays(group: Group, days: DayList, found: resolve.Days) -> None:
    """Add a doubt to the group for each day that is not the weekday written beside it."""
    if len(found) == 1 and group.weekdays is None and found[0][1] is None:
        only = days.elements[0].first.weekday
        if only is not None:
            _check_weekday(group, found[0][0], (only,))
        return
    for element, (first, last) in zip(days.elements, found, strict=True):
        named_last = last + ONE_DAY if last is not None and element.up_to else last
        for member, day in ((element.first, first), (element.last, named_last)):
            if member is not None and day is not None and member.weekday is not None:
                _check_weekday(group, day, (member.weekday,))
    if group.weekdays is None:
        return
    given = group.weekdays.days
    single = [day for day, last in found if last is None]
    if len(given) == 1 or (len(single) == len(given) == len(found)):
        for index, day in enumerate(single):
            _check_weekday(group, day, given if len(given) == 1 else (given[index],))


def _check_weekday(group: Group, day: date, given: tuple[int, ...]) -> None:
    if day.weekday() in given:
        return
    names = ", ".join(WEEKDAY_CODES[weekday] for weekday in given)
    hint = _other_reading(day, given[0])
    group.doubt(
        "weekday-conflict",
        f"{day} is a {WEEKDAY_CODES[day.weekday()]}, the text says {names}{hint}; the date was kept",
    )


def _other_reading(day: date, weekday: int) -> str:
    for years in (-1, 1):
        try:
            if day.replace(year=day.year + years).weekday() == weekday:
                return f" (which fits {day.year + years})"
        except ValueError:
            continue
    for days in (-1, 1):
        if (day + timedelta(days=days)).weekday() == weekday:
            return f" (which fits {day + timedelta(days=days)})"
    return ""
