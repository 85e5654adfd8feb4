"""What pieces that stand together mean as one: the values that the rules of `combine` make.

Each function takes the matched items of a cluster, pieces and signs, and gives their one value, None to leave them as
they are. What is hard is what is left out: a part of the day beside one hour is often that of both.
"""

from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from calendars.grammar.clusters import Item
from calendars.grammar.pieces import (
    Clock,
    DayList,
    Deadline,
    Element,
    Kind,
    Member,
    PartDate,
    Parts,
    Period,
    Piece,
    Unit,
    Weekdays,
)
from calendars.times import DayPart


def in_part_of_day(at: time | None, part: DayPart | None) -> time | None:
    """A clock time on twelve hours, as the part of the day beside it tells: 2 giờ chiều is 14:00."""
    if at is None or part is None or at == time.max:
        return at
    if part in (DayPart.AFTERNOON, DayPart.EVENING) and 0 < at.hour < 12:
        return at.replace(hour=at.hour + 12)
    if part is DayPart.NOON and at.hour in (1, 2):
        return at.replace(hour=at.hour + 12)
    if part is DayPart.NIGHT:
        if at.hour == 12 and at.minute == 0:
            return time.max
        if 6 <= at.hour < 12:
            return at.replace(hour=at.hour + 12)
    return at


def hours(items: Sequence[Item]) -> Clock | None:
    """From one hour to another; a bare number may be the first of them: "từ 8 - 10 giờ"."""
    clocks: list[tuple[Clock, DayPart | None]] = []
    for item in items:
        if isinstance(item, Piece) and isinstance(item.value, Clock):
            clocks.append((item.value, None))
        elif isinstance(item, Piece) and isinstance(item.value, PartDate):
            if item.value.day not in range(24):
                return None
            clocks.append((Clock(time(item.value.day)), None))
        elif isinstance(item, Piece) and isinstance(item.value, Parts) and clocks:
            clocks[-1] = (clocks[-1][0], item.value.part)
    (first, early), (last, late) = clocks
    if first.end or last.end:
        return None
    late = late or _part_still(first, last, early)
    start = in_part_of_day(
        first.start, early or (late if late and not _backwards(first, last, late) else None)
    )
    end = in_part_of_day(last.start, late)
    if (
        len(items) > 2
        and isinstance(items[1], Piece)
        and items[1].kind == Kind.NUMBER
        and not _rises(start, end)
    ):
        return None
    part = early if early == late else None
    return Clock(start, end, part or (late if not early else None), padded=first.padded)


_PART_LASTS = {
    DayPart.MORNING: time(12),
    DayPart.AFTERNOON: time(18),
    DayPart.EVENING: time.max,
}


def _part_still(first: Clock, last: Clock, part: DayPart | None) -> DayPart | None:
    """ "từ 2h chiều đến 4h": the part of the first hour is that of the last too where it lies in it."""
    if part not in _PART_LASTS:
        return None
    start, end = in_part_of_day(first.start, part), in_part_of_day(last.start, part)
    return part if end is not None and _rises(start, end) and end <= _PART_LASTS[part] else None


def _rises(start: time | None, end: time | None) -> bool:
    return start is not None and end is not None and start < end


def _backwards(first: Clock, last: Clock, part: DayPart) -> bool:
    start, end = in_part_of_day(first.start, part), in_part_of_day(last.start, part)
    return start is not None and end is not None and start > end


def _member(items: Sequence[Item]) -> Member | None:
    """A day with what stands beside it alone; None where there is no day, or only days that were joined before."""
    day, weekday, clock, part = None, None, None, None
    for item in items:
        value = None if isinstance(item, str) else item.value
        if isinstance(value, PartDate):
            day = value
        elif isinstance(value, Clock):
            clock = value
        elif isinstance(value, Parts):
            part = value.part
        elif isinstance(value, Weekdays) and len(value.days) == 1:
            weekday = value.days[0]
    return None if day is None else Member(day, weekday, clock, part)


def days(items: Sequence[Item]) -> DayList | None:
    """Elements parted by commas, ends of a range by a dash or "đến"; None for numbers alone and for joined days."""
    ranges: list[list[list[Piece]]] = [[[]]]
    has_date = has_day = up_to = False
    for place, item in enumerate(items):
        if isinstance(item, str):
            if item == "-" and has_day:
                ranges[-1].append([])
                has_day = False
            elif item in _SEPARATORS and has_day and not _ends_range(items[place + 1 :]):
                ranges.append([[]])
                has_day = False
        elif item.kind == Kind.TO:
            up_to = up_to or item.value == _UP_TO
            if has_day:
                ranges[-1].append([])
                has_day = False
        elif isinstance(item.value, DayList):
            return None
        elif item.kind != Kind.FROM:
            ranges[-1][-1].append(item)
            has_date = has_date or item.kind == Kind.DAY
            has_day = has_day or item.kind in _DATED
    elements = []
    for sides in ranges if has_date else ():
        members = [member for side in sides if (member := _member(side)) is not None]
        match members:
            case [only]:
                elements.append(Element(only))
            case [first, last]:
                elements.append(Element(first, last, up_to))
            case [_, *_]:
                return None
    return DayList(tuple(elements)) if elements else None


_UP_TO = Deadline(exclusive=True)
_DATED = frozenset((Kind.DAY, Kind.NUMBER))
_SEPARATORS = frozenset((",", ";", "&"))


def _ends_range(following: Sequence[Item]) -> bool:
    """Whether what follows a comma is the other end: "từ ngày 05/3, đến ngày 20/3"."""
    item = following[0] if following else None
    return item == "-" or (isinstance(item, Piece) and item.kind == Kind.TO)


def periods(items: Sequence[Item]) -> Period | None:
    """From one named period to another; "Báo cáo tháng 11 đến hết quý IV" is none, for nothing says "from"."""
    first, last = [item.value for item in items if isinstance(item, Piece) and isinstance(item.value, Period)]
    is_till = any(isinstance(item, Piece) and isinstance(item.value, Deadline) for item in items)
    is_from = isinstance(items[0], Piece) and items[0].kind == Kind.FROM
    if not (first.named and last.named) or first.coming or last.coming or (is_till and not is_from):
        return None
    if first.number is None and first.shift == 0 and first.unit is last.unit:
        first = first._replace(number=last.number, shift=last.shift)
    return first._replace(to=last, run=is_from)


def one_after_the_other(items: Sequence[Item]) -> Period | None:
    """Two weeks, months or quarters of which the one follows the other are one stretch."""
    first, last = [item.value for item in items if isinstance(item, Piece) and isinstance(item.value, Period)]
    plain = not (first.piece or last.piece or first.to or last.to or first.months or last.months)
    if not plain or first.unit is not last.unit or first.coming or last.coming:
        return None
    if first.number is None and last.number is None and last.shift == first.shift + 1:
        return first._replace(to=last)
    weeks = first.unit is Unit.WEEK and first.number is not None and first.year is None
    return (
        first._replace(year=last.year, to=last) if weeks and last.number == (first.number or 0) + 1 else None
    )


_FIRST_DAY = {"": 1, "1/3": 1, "1/2": 1, "2/3": 11, "11-20": 11, "2/2": 16, "3/3": 21, "21-": 21}


def from_month(items: Sequence[Item]) -> DayList | None:
    """ "từ đầu tháng 11 đến ngày 15/12": from the first day of a month, or of a part of it, to a day."""
    month, day = [item.value for item in items if isinstance(item, Piece) and item.kind in _BEGINS_OR_ENDS]
    if not isinstance(month, Period) or not isinstance(day, PartDate) or day.month is None:
        return None
    plain = month.unit is Unit.MONTH and month.number is not None and not (month.to or month.lunar)
    if not plain or month.piece not in _FIRST_DAY:
        return None
    first = PartDate(_FIRST_DAY[month.piece], month.number, month.year)
    return DayList((Element(Member(first), Member(day)),))


_BEGINS_OR_ENDS = frozenset((Kind.PERIOD, Kind.DAY))
_AT_ONE_END = {"3/3": "1/3", "21-": "+10", "2/2": "1/2"}


def end_and_beginning(items: Sequence[Item]) -> Period | None:
    """The end of a month or quarter with the beginning of the one behind it is one stretch."""
    first, last = [item.value for item in items if isinstance(item, Piece) and isinstance(item.value, Period)]
    if first.unit is not last.unit or first.to or last.to or _AT_ONE_END.get(first.piece) != last.piece:
        return None
    if first.number is None or last.number is None:
        return (
            first._replace(to=last) if last.shift == first.shift + 1 and first.number is last.number else None
        )
    units = 12 if first.unit is Unit.MONTH else 4
    return first._replace(to=last) if last.number == first.number % units + 1 else None


def open_ended(items: Sequence[Item]) -> DayList | None:
    """A day from which on something is."""
    member = _member(items)
    if member is None:
        return None  # "từ từ ngày 24 đến 26/11": the word is written twice, and the days are joined already
    return DayList((Element(member),), open_ended=True)


def listed(*days: PartDate) -> DayList:
    """These days, one by one."""
    return DayList(tuple(Element(Member(day)) for day in days))


def told_by_its_date(items: Sequence[Item]) -> PartDate | None:
    """ "hôm nay (31/3)", "ngày mai, thứ Sáu 20/3": the day counted from that of issue is the date beside it."""
    counted, *_, dated = [i.value for i in items if isinstance(i, Piece) and isinstance(i.value, PartDate)]
    if counted.offset is None or dated.offset is not None or dated.month is None:
        return None
    return dated._replace(doubtful=False)


def told_by_weekdays(items: Sequence[Item]) -> DayList:
    """ "Sáng 24 (thứ Sáu)": numbers behind a part of the day are days where brackets tell their weekdays."""
    numbers = [
        place for place, item in enumerate(items) if isinstance(item, Piece) and item.kind == Kind.NUMBER
    ]
    ends = (*numbers[1:], len(items))
    members = [_member([items[0], *items[place:end]]) for place, end in zip(numbers, ends, strict=True)]
    return DayList(tuple(Element(member) for member in members if member is not None))


def rising_days(items: Sequence[Item]) -> DayList | None:
    """ "ngày 04-05-06/11": three days or more, each after the one before, of which only the last names the month."""
    days = [item.value for item in items if isinstance(item, Piece) and isinstance(item.value, PartDate)]
    numbers = [day.day for day in days]
    bare = all(day == PartDate(day.day) for day in days[:-1])
    rising = all(first < second for first, second in pairwise(numbers))
    return listed(*days) if bare and rising and days[-1].month is not None else None


def opened_at(items: Sequence[Item]) -> DayList | None:
    """ "ngày 08-09/11 (khai mạc lúc 13h30 ngày 08/11)": the hour at which the first of the days begins."""
    days, clock, day = [item.value for item in items if isinstance(item, Piece)]
    if not isinstance(days, DayList) or not isinstance(clock, Clock) or not isinstance(day, PartDate):
        return None
    match days.elements:
        case [Element(Member(first), Member(last))] if (
            first.day == day.day and (first.month or last.month) == day.month
        ):
            return DayList((Element(Member(first, clock=clock), Member(last)),))
    return None
