"""Pieces that stand together, joined: times to a range, days to a list, a list to a range of days.

A cluster is a run of pieces with nothing between them but punctuation and small words. It is written with one letter
for each piece (see `Kind`) and the punctuation as it is, "8h00 - 11h30, ngày 24/11" as `C-C,D`, and the rules
below are patterns over such words. What stands in any order is put together afterwards, in `build`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from itertools import pairwise

from calendars.grammar.clusters import Item, written
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """A rule over pieces. pattern: a regular expression over kinds and signs, spaces are for the eye.

    meaning: the joined value of the matched items, None to leave them. examples: cluster texts with the value's kind.
    """

    name: str
    kind: str
    pattern: str
    meaning: Callable[[Sequence[Item]], object]
    examples: Mapping[str, object]


def join(cluster: list[Item], kinds: str) -> tuple[list[Item], str]:
    """The cluster with everything joined that the rules below join, and how it is `written`; kinds: how it was."""
    index, places = _next_fit(kinds, 0)
    while places:
        rule = JOINING_RULES[index]
        joined: list[Item] = []
        done = 0
        for start, end in places:
            items = cluster[start:end]
            value = rule.meaning(items)
            if value is None:
                continue
            joined += (*cluster[done:start], _joined(rule, value, items))
            done = end
        if done:
            cluster = [*joined, *cluster[done:]]
            kinds = written(cluster)
        index, places = _next_fit(kinds, index + 1)
    return cluster, kinds


def _joined(rule: Joining, value: object, items: Sequence[Item]) -> Piece:
    pieces = [item for item in items if isinstance(item, Piece)]
    names = (rule.name, *(name for piece in pieces for name in piece.rules))
    issues = tuple(issue for piece in pieces for issue in piece.issues)
    return Piece(rule.kind, value, pieces[0].start, pieces[-1].end, names, issues)


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


def _hours(items: Sequence[Item]) -> Clock | None:
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


def _days(items: Sequence[Item]) -> DayList | None:
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


def _periods(items: Sequence[Item]) -> Period | None:
    """From one named period to another; "Báo cáo tháng 11 đến hết quý IV" is none, for nothing says "from"."""
    first, last = [item.value for item in items if isinstance(item, Piece) and isinstance(item.value, Period)]
    is_till = any(isinstance(item, Piece) and isinstance(item.value, Deadline) for item in items)
    is_from = isinstance(items[0], Piece) and items[0].kind == Kind.FROM
    if not (first.named and last.named) or first.coming or last.coming or (is_till and not is_from):
        return None
    if first.number is None and first.shift == 0 and first.unit is last.unit:
        first = first._replace(number=last.number, shift=last.shift)
    return first._replace(to=last, run=is_from)


def _one_after_the_other(items: Sequence[Item]) -> Period | None:
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


_AT_ONE_END = {"3/3": "1/3", "21-": "+10", "2/2": "1/2"}


def _end_and_beginning(items: Sequence[Item]) -> Period | None:
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


def _open(items: Sequence[Item]) -> DayList | None:
    member = _member(items)
    if member is None:
        return None  # "từ từ ngày 24 đến 26/11": the word is written twice, and the days are joined already
    return DayList((Element(member),), open_ended=True)


_SIDE = (
    r"(?: (?:[WPC],?:?){0,3} [DN] (?:\((?:[WPC]\)|W|[PC](?!C|,?D)))? (?:,?[CP](?=,?>))?"
    r" | (?:[CP],?){0,2}W\(D\)? | [WPC]*\([WPC]\),?[DN] )"
)
_MEMBER = r"(?: (?:[WP],?){0,2} [DN] (?:\([WP]\)?)? )"


def _listed(*days: PartDate) -> DayList:
    return DayList(tuple(Element(Member(day)) for day in days))


def _told_by_its_date(items: Sequence[Item]) -> PartDate | None:
    """ "hôm nay (31/3)", "ngày mai, thứ Sáu 20/3": the day counted from that of issue is the date beside it."""
    counted, *_, dated = [i.value for i in items if isinstance(i, Piece) and isinstance(i.value, PartDate)]
    if counted.offset is None or dated.offset is not None or dated.month is None:
        return None
    return dated._replace(doubtful=False)


def _rising_days(items: Sequence[Item]) -> DayList | None:
    """ "ngày 04-05-06/11": three days or more, each after the one before, of which only the last names the month."""
    days = [item.value for item in items if isinstance(item, Piece) and isinstance(item.value, PartDate)]
    numbers = [day.day for day in days]
    bare = all(day == PartDate(day.day) for day in days[:-1])
    rising = all(first < second for first, second in pairwise(numbers))
    return _listed(*days) if bare and rising and days[-1].month is not None else None


def _opened_at(items: Sequence[Item]) -> DayList | None:
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


JOINING_RULES = (
    Joining(
        name="counted-day-with-its-date",
        kind=Kind.DAY,
        pattern=r"D ,? (?: (?:W ,?)? D | \( (?:W ,?)? D \)? )",
        meaning=_told_by_its_date,
        examples={
            "hôm nay (31/3)": PartDate(31, 3),
            "hôm nay, ngày 10-11": PartDate(10, 11),
            "ngày mai, thứ Sáu 20/3": PartDate(20, 3),
        },
    ),
    Joining(
        name="hours-from-to",
        kind=Kind.CLOCK,
        pattern="<? C P [->] C P | <? C P? [->] C (?:P(?![,:]?[DNW]))? | < N > C (?:P(?![,:]?[DNW]))?",
        meaning=_hours,
        examples={
            "8h00 - 11h30": Clock(time(8), time(11, 30)),
            "từ 7h30 đến 11h": Clock(time(7, 30), time(11)),
            "từ 2 giờ đến 4 giờ chiều": Clock(time(14), time(16), DayPart.AFTERNOON),
            "từ 7h sáng đến 5h chiều": Clock(time(7), time(17)),
            "từ 7 đến 9 giờ": Clock(time(7), time(9)),
        },
    ),
    Joining(
        name="days-from-to-with-late-hours",
        kind=Kind.DAY,
        pattern="<? [DN] ,? [CP] ,? [->] [DN] ,? [CP]",
        meaning=lambda items: _days([item for item in items if item != ","]),
        examples={
            "24/11, 14h - 26/11, 9h": DayList(
                (
                    Element(
                        Member(PartDate(24, 11), clock=Clock(time(14))),
                        Member(PartDate(26, 11), clock=Clock(time(9))),
                    ),
                )
            )
        },
    ),
    Joining(
        name="days-by-hyphens",
        kind=Kind.DAY,
        pattern="[DN] - N (?: - N){0,6} - D",
        meaning=_rising_days,
        examples={"ngày 04-05-06/11": _listed(PartDate(4), PartDate(5), PartDate(6, 11))},
    ),
    Joining(
        name="days",
        kind=Kind.DAY,
        pattern=rf"<? (?:{_SIDE} [,;&]?[->],? {_SIDE} | {_SIDE}) (?: ,?[,;&]{{1,2}} (?:{_MEMBER} [->] {_MEMBER} "
        rf"| {_MEMBER}) )+"
        rf"| <? {_SIDE} [,;&]?[->],? {_SIDE} | N - D | N > D",
        meaning=_days,
        examples={
            "ngày 24, 26/11": _listed(PartDate(24), PartDate(26, 11)),
            "24-26/11": DayList((Element(Member(PartDate(24)), Member(PartDate(26, 11))),)),
            "từ ngày 24/11, đến ngày 26/11": DayList(
                (Element(Member(PartDate(24, 11)), Member(PartDate(26, 11))),)
            ),
            "11-13 và 18/11": DayList(
                (Element(Member(PartDate(11)), Member(PartDate(13))), Element(Member(PartDate(18, 11))))
            ),
        },
    ),
    Joining(
        name="days-and-when-they-open",
        kind=Kind.DAY,
        pattern=r"D \( C ,? D",
        meaning=_opened_at,
        examples={
            "ngày 08-09/11/2023 (khai mạc lúc 13h30 ngày 08/11/2023)": DayList(
                (Element(Member(PartDate(8), clock=Clock(time(13, 30))), Member(PartDate(9, 11, 2023))),)
            )
        },
    ),
    Joining(
        name="end-of-one-and-beginning-of-the-next",
        kind=Kind.PERIOD,
        pattern="M [,;&-]? M",
        meaning=_end_and_beginning,
        examples={
            "cuối tháng 11, đầu tháng 12": Period(
                Unit.MONTH, 11, piece="3/3", to=Period(Unit.MONTH, 12, piece="1/3")
            )
        },
    ),
    Joining(
        name="periods-one-after-the-other",
        kind=Kind.PERIOD,
        pattern="M & M",
        meaning=_one_after_the_other,
        examples={
            "tuần này và tuần sau": Period(Unit.WEEK, to=Period(Unit.WEEK, shift=1)),
            "tuần 47 và tuần 48": Period(Unit.WEEK, 47, to=Period(Unit.WEEK, 48)),
        },
    ),
    Joining(
        name="periods-from-to",
        kind=Kind.PERIOD,
        pattern="<? M > M | < M - M",
        meaning=_periods,
        examples={
            "từ quý IV/2023 đến quý I/2024": Period(
                Unit.QUARTER, 4, 2023, to=Period(Unit.QUARTER, 1, 2024), run=True
            ),
            "từ trung tuần tháng 11 đến hạ tuần tháng 12": Period(
                Unit.MONTH, 11, piece="11-20", to=Period(Unit.MONTH, 12, piece="21-"), run=True
            ),
        },
    ),
    Joining(
        name="from-a-day-on",
        kind=Kind.DAY,
        pattern=r"< (?:[WP],?){0,2} D (?: \([WP]\) )?",
        meaning=_open,
        examples={"từ ngày 01/12": DayList((Element(Member(PartDate(1, 12))),), open_ended=True)},
    ),
)


_PATTERNS = tuple(re.compile(rule.pattern.replace(" ", "")) for rule in JOINING_RULES)


@lru_cache(maxsize=4096)
def _next_fit(word: str, first: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The first rule, from the one of that number on, whose pattern a word holds, and where; no places for none."""
    for index in range(first, len(_PATTERNS)):
        places = tuple(found.span() for found in _PATTERNS[index].finditer(word))
        if places:
            return index, places
    return len(_PATTERNS), ()
