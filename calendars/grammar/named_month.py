"""Days that take their month from a name beside them: "Tháng 12: ngày 10, 20", "ngày 15, tháng 12, năm 2026".

What makes it hard is that a month before a day is as often the subject of what is done on it ("Báo cáo tháng 10: ngày
15"): in front of the days it counts only where a line or clause begins with it, or behind "trong".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.grammar.clusters import Item
from calendars.grammar.pieces import DayList, Element, Kind, Member, PartDate, Parts, Period, Piece, Unit

_BETWEEN = frozenset((",", ":", "-", "("))
_MOST_SIGNS = 3
_OF_A_DAY = frozenset((Kind.WEEKDAY, Kind.CLOCK, Kind.PART, Kind.DEADLINE))
_NOTHING: frozenset[str] = frozenset()
_LEADS = "trong ", "vào "
_REPEATS = frozenset((Kind.OFTEN, Kind.MONTHS))


def with_named_month(cluster: list[Item], text: str) -> list[Item]:
    """The joined cluster, its days with the month named right before or behind them; text: that of the pieces."""
    if not _REPEATS.isdisjoint(_kinds(cluster)):
        return cluster
    for place, item in enumerate(cluster):
        month = _month(item)
        if month is None:
            if (part := _part_of_month(item)) and _leads(text, item):
                days = _next(cluster, range(place + 1, len(cluster)), _OF_A_DAY)
                if days is not None and _lies_in(cluster[days], part):
                    return _joined(cluster, place, days, days, part._replace(piece=""))
            continue
        if (end := _end_of_days_by_part(cluster, place)) and _leads(text, item):
            cluster = _listed_by_part(cluster, place, end)
        days = _next(cluster, range(place + 1, len(cluster)), _OF_A_DAY)
        if days is not None:
            before = _next(cluster, range(place - 1, -1, -1), _NOTHING)
            if _leads(text, item) and (before is None or _month(cluster[before]) is None):
                return _joined(cluster, place, days, days, month)
            continue
        days = _next(cluster, range(place - 1, -1, -1), _NOTHING)
        if days is not None and _takes(cluster[days]) and not _begins_clause(text, cluster, place):
            last = _next(cluster, range(place + 1, len(cluster)), _NOTHING)
            year = _year(cluster[last]) if last is not None and month.year is None else None
            if last is None or year is None:
                return _joined(cluster, days, place, days, month)
            return _joined(cluster, days, last, days, month._replace(year=year))
    return cluster


def _next(cluster: Sequence[Item], places: Iterable[int], through: frozenset[str]) -> int | None:
    """The place of the next piece with only a sign or two between; through: kinds passed on the way to days."""
    signs = 0
    for place in places:
        item = cluster[place]
        if isinstance(item, str):
            signs += 1
            if item not in _BETWEEN or signs > _MOST_SIGNS:
                return None
        elif item.kind not in through:
            return place if not through or _takes(item) else None
    return None


def _kinds(cluster: Sequence[Item]) -> set[str]:
    return {item.kind for item in cluster if isinstance(item, Piece)}


def _month(item: Item) -> Period | None:
    """A month with its number, and nothing else: no part of it, no other month behind it."""
    value = item.value if isinstance(item, Piece) else None
    if not isinstance(value, Period) or value.unit is not Unit.MONTH or value.number is None:
        return None
    return None if value.piece or value.months or value.to or value.lunar else value


def _part_of_month(item: Item) -> Period | None:
    """The beginning, middle or end of a month with its number."""
    value = item.value if isinstance(item, Piece) else None
    if not isinstance(value, Period) or value.piece not in _PARTS or value.to or value.lunar:
        return None
    return value if value.unit is Unit.MONTH and value.number is not None else None


_PARTS = {
    "1/3": range(1, 11),
    "2/3": range(11, 21),
    "3/3": range(21, 32),
    "1/2": range(1, 16),
    "2/2": range(16, 32),
}
"""The days of parts of a month."""


def _lies_in(item: Item, part: Period) -> bool:
    """Whether it is a day of that part: "đầu tháng 12, ngày 5"."""
    day = _last_day(item)
    return day is not None and day.day in _PARTS[part.piece]


_LISTED = re.compile(r"(?:PN[,;&]{1,2})+PN")


def _end_of_days_by_part(cluster: Sequence[Item], place: int) -> int | None:
    """Where a list such as "sáng 5, chiều 6" ends that stands behind a month and a colon."""
    if cluster[place + 1 : place + 2] != [":"]:
        return None
    word = "".join(item if isinstance(item, str) else item.kind for item in cluster[place + 2 :])
    found = _LISTED.match(word)
    return place + 2 + found.end() if found else None


def _listed_by_part(cluster: Sequence[Item], place: int, end: int) -> list[Item]:
    """The same with the numbers of that list made days, each with its part of the day."""
    pieces = [item for item in cluster[place + 2 : end] if isinstance(item, Piece)]
    members = [
        Member(number.value, part=part.value.part)
        for part, number in zip(pieces[::2], pieces[1::2], strict=True)
        if isinstance(part.value, Parts) and isinstance(number.value, PartDate)
    ]
    value = DayList(tuple(Element(member) for member in members))
    rules = ("days-by-part", *(name for piece in pieces for name in piece.rules))
    listed = Piece(Kind.DAY, value, pieces[0].start, pieces[-1].end, rules)
    return [*cluster[: place + 2], listed, *cluster[end:]]


def _year(item: Item) -> int | None:
    value = item.value if isinstance(item, Piece) else None
    return value.year if isinstance(value, Period) and value.unit is Unit.YEAR and not value.months else None


def _last_day(item: Item) -> PartDate | None:
    value = item.value if isinstance(item, Piece) else None
    if isinstance(value, DayList):
        return (value.elements[-1].last or value.elements[-1].first).day
    return (
        value if isinstance(value, PartDate) and isinstance(item, Piece) and item.kind == Kind.DAY else None
    )


def _takes(item: Item) -> bool:
    """Whether they are days of the month and nothing says of which."""
    day = _last_day(item)
    return day is not None and day == PartDate(day.day)


def _leads(text: str, item: Item) -> bool:
    """Whether a line or clause begins with it."""
    if not isinstance(item, Piece):
        return False
    left = text[max(0, item.start - 12) : item.start].rstrip(" -+*•|")
    return not left or left[-1] in "\n.;:" or text.startswith(_LEADS, item.start)


def _begins_clause(text: str, cluster: Sequence[Item], place: int) -> bool:
    """ "họp ngày 15, trong tháng 12 hoàn thành": whether a month behind a comma speaks of something else."""
    item = cluster[place]
    return isinstance(item, Piece) and cluster[place - 1] == "," and text.startswith(_LEADS, item.start)


def _joined(cluster: Sequence[Item], first: int, last: int, days: int, month: Period) -> list[Item]:
    """The items from `first` to `last` as the days among them in that month, and what of a day stood between."""
    pieces = [item for item in cluster[first : last + 1] if isinstance(item, Piece)]
    between = [piece for piece in pieces if piece.kind in _OF_A_DAY]
    told = [piece for piece in pieces if piece.kind not in _OF_A_DAY]
    found = cluster[days]
    if not isinstance(found, Piece):
        return list(cluster)
    rules = tuple(name for piece in told for name in piece.rules)
    value = _in_month(found.value, month)
    joined = replace(found, value=value, start=told[0].start, end=told[-1].end, rules=rules)
    due = [piece for piece in between if piece.kind == Kind.DEADLINE]
    others = [piece for piece in between if piece.kind != Kind.DEADLINE]
    return [*cluster[:first], *due, joined, *others, *cluster[last + 1 :]]


def _in_month(value: object, month: Period) -> object:
    """The same with the month beside the last day, from which the others inherit it."""
    if isinstance(value, PartDate):
        return value._replace(month=month.number, year=month.year)
    if not isinstance(value, DayList):
        return value
    *others, element = value.elements
    member = element.last or element.first
    dated = member._replace(day=member.day._replace(month=month.number, year=month.year))
    element = element._replace(last=dated) if element.last else element._replace(first=dated)
    return value._replace(elements=(*others, element))
