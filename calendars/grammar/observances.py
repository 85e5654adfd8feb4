"""Commemorations in a text, and on which days they fall.

What the text dates is taken from the text, the rest from `observance_table`. A bracketed date belongs to the nearest
name on its left, and to day names before it that have none and that the table does not know; where the names stand,
`observance_names` finds.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from calendars.grammar import resolve, spans
from calendars.grammar.observance_names import LIST_LINK, FoundName, in_titles, names_in
from calendars.grammar.observance_table import Feast, feast_on
from calendars.grammar.pieces import PartDate
from calendars.grammar.resolve import NoSuchDay, Unknown
from calendars.grammar.rule import Context, NoTime, Observance
from calendars.marks import Issue
from calendars.times import DayPart, month_span
from calendars.when import Day, Hours, Span, When, Window

_NUMBERS = re.compile(
    r"(?<!\w)(?:nhân dịp|chào mừng|kỷ niệm|mừng|hướng tới|dịp|nhân|lập thành tích)(?: (?:các )?ngày)?(?: lễ)? (?:lễ )?"
    r"(?P<days>\d{1,2}[/-]\d{1,2}(?![/\d])(?:(?: ?,| và|;|, và) (?:ngày )?\d{1,2}[/-]\d{1,2}(?![/\d])){0,6})"
)
_NUMBER = re.compile(r"(\d{1,2})[/-](\d{1,2})")
_ALL_DAY = Hours(part=DayPart.ALL_DAY)
_ENDS_WITH_YEAR = re.compile(r"năm ((?:1\d|20)\d\d)\Z")


def find_observances(
    matching: str, hidden: str, text: str, context: Context
) -> tuple[list[Observance], list[NoTime]]:
    """The commemorations of a text, and the dates that only name one ("nhân dịp 20/11").

    matching: the text in matching form; hidden: the same with masks laid over it; text: as normalised, for the names.
    """
    named = list(names_in(matching, hidden, text))
    numbered, occasions = _by_number(hidden, context)
    titles = in_titles(named, hidden)
    found = [one for one in named if not any(first <= one.start < last for first, last in titles)]
    observances = [_observance(one, found[index + 1 :], matching, context) for index, one in enumerate(found)]
    occasions += [NoTime(place, "occasion", "occasion-in-a-title") for place in titles]
    return sorted([*observances, *numbered], key=lambda one: one.at), occasions


def _observance(
    one: FoundName, following: Sequence[FoundName], matching: str, context: Context
) -> Observance:
    at = (one.start, one.close or one.end)
    if one.dated is not None or one.month is not None:
        when = _when(one, context)
        return Observance(at, one.name, when, dated=True, issues=_checked(one, when, context))
    if one.feast is not None:
        year = _ENDS_WITH_YEAR.search(one.name)
        return Observance(
            at, one.name, _from_table(one.feast, context, int(year[1]) if year else None), dated=False
        )
    return Observance(at, one.name, _shared(one, following, matching, context), dated=False)


def _shared(one: FoundName, following: Sequence[FoundName], matching: str, context: Context) -> When | None:
    """The date of the next name, for a day name joined to it that has none of its own."""
    end = one.end
    for other in following:
        if not one.is_day or not other.is_day or LIST_LINK.fullmatch(matching[end : other.start]) is None:
            return None
        if other.dated is not None:
            return _when(other, context)
        end = other.end
    return None


def _when(one: FoundName, context: Context) -> When | None:
    if one.month is not None:
        month, year = one.month
        if not 1 <= month <= 12:
            return None
        days = month_span(year, month)
        return Window(days.first, days.last, _ALL_DAY)
    if one.dated is None:
        return None
    try:
        ((first, last),) = resolve.days_of(one.dated, context)
    except (NoSuchDay, Unknown):
        return None
    if last is None or last == first:
        return Day(first, _ALL_DAY)
    return Span(first, last, _ALL_DAY) if last > first else None


def _from_table(feast: Feast, context: Context, year: int | None = None) -> When | None:
    """The days that the table gives, in `year` or near the reference."""
    try:
        near = (
            date(year, feast.moving[0] if feast.moving else feast.first[1], 1)
            if year
            else resolve.anchor(context)
        )
        context = Context(issued=near) if year else context
        if feast.moving is not None:
            month, weekday, nth = feast.moving
            year = near.year - (month - near.month > 6) + (near.month - month > 6)
            return Day(spans.nth_weekday(year, month, weekday, nth), _ALL_DAY)
        first = PartDate(*feast.first, lunar=feast.lunar)
        begin = resolve.day_of(first, context)
        if feast.last == feast.first:
            return Day(begin, _ALL_DAY)
        end = begin.replace(year=begin.year, month=feast.last[1], day=feast.last[0])
        if begin > near + timedelta(days=240):
            begin, end = begin.replace(year=begin.year - 1), end.replace(year=end.year - 1)
        return Span(begin, end, _ALL_DAY)
    except (NoSuchDay, Unknown, ValueError):
        return None


def _checked(one: FoundName, when: When | None, context: Context) -> tuple[Issue, ...]:
    if when is None:
        return (Issue("no-such-date", f"the date beside {one.name!r} is not in the calendar"),)
    if one.feast is None or one.feast.moving is not None or one.feast.lunar or not isinstance(when, Day):
        return ()
    table = _from_table(one.feast, context)
    if isinstance(table, Day) and (table.day.month, table.day.day) != (when.day.month, when.day.day):
        return (
            Issue("observance-date", f"{one.name!r} is on {table.day:%d/%m}, the text says {when.day:%d/%m}"),
        )
    return ()


def _by_number(hidden: str, context: Context) -> tuple[list[Observance], list[NoTime]]:
    observances: list[Observance] = []
    occasions: list[NoTime] = []
    for found in _NUMBERS.finditer(hidden):
        for number in _NUMBER.finditer(found["days"]):
            feast = feast_on(int(number[1]), int(number[2]))
            if feast is None:
                continue
            at = (found.start("days") + number.start(), found.start("days") + number.end())
            observances.append(Observance(at, feast.name, _from_table(feast, context), dated=True))
            if hidden[: found.start()].strip(" -+*"):  # of something that is held
                occasions.append(NoTime(at, "occasion", "occasion-by-number"))
    return observances, occasions
