"""The pieces that make one time, and what they say of its hours.

A joined cluster is parted into groups where a kind comes a second time. A closing hour joins the opening one;
dates beside a repeat bound it and are no events of their own; "đến hết ngày ..." with nothing before it is a
deadline, beside a repeat its end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from itertools import pairwise

from calendars.grammar import resolve
from calendars.grammar.clusters import Item
from calendars.grammar.combine import in_part_of_day
from calendars.grammar.pieces import (
    Clock,
    DayList,
    Deadline,
    Element,
    Except,
    Kind,
    Length,
    Member,
    Nth,
    Often,
    PartDate,
    Parts,
    Period,
    Piece,
    Unit,
    Weekdays,
)
from calendars.grammar.rule import Context
from calendars.marks import Issue
from calendars.times import ONE_DAY, DayPart
from calendars.when import Day, Days, Hours, Span, Undated, When, Window
from calendars.workdays import next_working_day, working_days_after

_INTRODUCERS = frozenset(
    (Kind.TENTATIVE, Kind.ABOUT, Kind.FROM, Kind.TO, Kind.WHOLE, Kind.DONE, Kind.DEADLINE)
)
_REPEATED = frozenset(
    (
        Kind.FROM,
        Kind.TO,
        Kind.TENTATIVE,
        Kind.ABOUT,
        Kind.DONE,
        Kind.LUNAR,
        Kind.WHOLE,
        Kind.LATER,
        Kind.ELSEWHERE,
    )
)


_CHANGED = frozenset((Kind.OFTEN, Kind.MONTHS, Kind.TO, Kind.DONE))
"""Kinds that mean another thing for what stands beside them, or change what does."""

_OF_A_DAY = frozenset((Kind.CLOCK, Kind.PART))
"""Kinds that say when on a day, and not on which."""

_FIRST_HOUR = 7  # before it, without a part of the day, an hour is perhaps of the afternoon


BOUND = "B"


END_OF_REPEAT = "b"


_NOWHERE = 10**9


@dataclass(slots=True)
class Group:
    """The pieces of one time, by kind."""

    pieces: list[Piece]
    context: Context
    issues: list[Issue] = field(default_factory=list)

    @property
    def start(self) -> int:
        return min(piece.start for piece in self.pieces)

    @property
    def end(self) -> int:
        return max(piece.end for piece in self.pieces)

    def value(self, kind: str) -> object:
        for piece in self.pieces:
            if piece.kind == kind:
                return piece.value
        return None

    def has(self, kind: str) -> bool:
        return kind in [piece.kind for piece in self.pieces]

    @property
    def days(self) -> DayList | None:
        value = self.value(Kind.DAY)
        return DayList((Element(Member(value)),)) if isinstance(value, PartDate) else value  # type: ignore[return-value]

    @property
    def often(self) -> Often | None:
        return self.value(Kind.OFTEN)  # type: ignore[return-value]

    @property
    def weekdays(self) -> Weekdays | None:
        return self.value(Kind.WEEKDAY)  # type: ignore[return-value]

    @property
    def period(self) -> Period | None:
        return self.value(Kind.PERIOD)  # type: ignore[return-value]

    @property
    def nth(self) -> Nth | None:
        return self.value(Kind.NTH)  # type: ignore[return-value]

    @property
    def deadline(self) -> Deadline | None:
        return self.value(Kind.DEADLINE)  # type: ignore[return-value]

    @property
    def bounds(self) -> DayList | None:
        return self.value(BOUND)  # type: ignore[return-value]

    def doubt(self, code: str, detail: str) -> None:
        self.issues.append(Issue(code, detail))


def groups(cluster: Sequence[Item], context: Context) -> list[Group]:
    """The pieces of a joined cluster, parted where a kind comes a second time."""
    pieces = [item for item in cluster if isinstance(item, Piece)]
    if len(pieces) == 1:
        return [Group(pieces, context)]
    kinds = {piece.kind for piece in pieces}
    if len(kinds) == len(pieces) and _CHANGED.isdisjoint(kinds) and ":" not in cluster:
        return [Group(pieces, context)]  # nothing comes twice
    if any((isinstance(p.value, Often) and not p.value.soft) or p.kind == Kind.MONTHS for p in pieces):
        pieces = [p for p in pieces if not (isinstance(p.value, Often) and p.value.soft)]
        pieces = _with_end([_bound(piece, pieces) for piece in pieces])
    if Kind.TO in kinds:
        pieces = [_until(piece, pieces[:index], pieces[index + 1 :]) for index, piece in enumerate(pieces)]
    found: list[Group] = []
    seen: set[str] = set()
    title = _titled(cluster)
    if title != _NOWHERE and any(p.start >= title and _names_month(p) for p in pieces):
        pieces = [
            p for p in pieces if p.start >= title or not (isinstance(p.value, Period) and p.value.number)
        ]
    for piece in pieces:
        if found and piece.kind == Kind.CLOCK and _closes(piece, found[-1]):
            continue
        if found and piece.kind == Kind.EXCEPT and _joins_exception(piece, found[-1]):
            continue
        if piece.kind == Kind.PERIOD and piece.start >= title and Kind.DAY in seen and Kind.OFTEN not in seen:
            continue  # "Thứ Hai ngày 03/3: giao ban đầu tháng": what follows the colon is the event's name
        if found and piece.kind == Kind.OFTEN and piece.value == found[-1].often:
            continue  # "mỗi thứ Bảy hằng tuần" says it twice
        if piece.kind == Kind.DONE and found and not _INTRODUCERS.issuperset(seen):
            continue  # "trong tháng: hoàn thiện ...": what follows the time is no deadline's verb
        if not found or (piece.kind in seen and piece.kind not in _REPEATED):
            introducers = _taken_from(found[-1]) if found and len(found[-1].pieces) > 1 else []
            found.append(Group(introducers, context))
            seen = {one.kind for one in introducers} if introducers else set()
        found[-1].pieces.append(piece)
        seen.add(piece.kind)
    if len(found) > 1:
        if Kind.OFTEN in kinds:
            _share_frequency(found)
        if Kind.CLOCK in kinds:
            _share_day(found, cluster)
    return found


def _taken_from(group: Group) -> list[Piece]:
    """The words at the end of a group that introduce what comes next: "6 tháng đầu năm: dự kiến trung tuần ..."."""
    kept = len(group.pieces)
    while kept > 1 and group.pieces[kept - 1].kind in _INTRODUCERS:
        kept -= 1
    taken = group.pieces[kept:]
    del group.pieces[kept:]
    return taken


def _share_frequency(found: Sequence[Group]) -> None:
    """ "sáng thứ Hai và chiều thứ Năm hằng tuần": the frequency at the end holds for every weekday before it."""
    often = next(
        (p for group in found for p in group.pieces if isinstance(p.value, Often) and not p.value.soft), None
    )
    for group in found:
        alone = not group.has(Kind.OFTEN) and not group.has(Kind.DAY) and not group.has(Kind.PERIOD)
        if often is not None and group.has(Kind.WEEKDAY) and alone:
            group.pieces.append(replace(often, start=group.start, end=group.start))


def _share_day(found: Sequence[Group], cluster: Sequence[Item]) -> None:
    """ "từ 8h đến 10h và từ 14h đến 16h ngày 18/3": the day at the end is that of the hours before "và".

    So it is of "sáng từ 8h00, chiều từ 14h00 ngày 18/3", where each side names its part of the day.
    """
    for group, following in reversed(list(pairwise(found))):
        day = next((p for p in following.pieces if p.kind == Kind.DAY), None)
        hours = Kind.CLOCK in {piece.kind for piece in group.pieces} <= {*_OF_A_DAY, Kind.FROM}
        if day is None or not hours or not following.has(Kind.CLOCK) or day.start < following.start:
            continue
        place = next(
            i for i, item in enumerate(cluster) if isinstance(item, Piece) and item.start >= following.start
        )
        both_parts = Kind.PART in {p.kind for p in group.pieces} and following.has(Kind.PART)
        if cluster[place - 1] == "&" or both_parts:
            group.pieces.append(replace(day, start=group.start, end=group.start))


def _closes(piece: Piece, group: Group) -> bool:
    """ "8h00 ngày 24/11, kết thúc lúc 11h30": a closing hour joins the opening one of its group."""
    if not isinstance(piece.value, Clock) or piece.value.start is not None:
        return False
    for index, other in enumerate(group.pieces):
        if isinstance(other.value, Clock) and other.value.end is None:
            clock = replace(other.value, end=piece.value.end)
            group.pieces[index] = replace(other, value=clock, end=max(other.end, piece.end))
            return True
    return False


def _names_month(piece: Piece) -> bool:
    """Whether it is a day that needs no period beside it: "Báo cáo quý I: chậm nhất 14/3"."""
    match piece.value:
        case PartDate(month=month):
            return month is not None
        case DayList(elements=elements):
            last = elements[-1].last or elements[-1].first
            return last.day.month is not None
    return False


def _titled(cluster: Sequence[Item]) -> int:
    """Where the words after the first colon begin to tell of time; past the end where there is no colon."""
    if ":" not in cluster:
        return _NOWHERE
    after = cluster[cluster.index(":") :]
    return next((item.start for item in after if isinstance(item, Piece)), _NOWHERE)


def _joins_exception(piece: Piece, group: Group) -> bool:
    """ "trừ ngày lễ, trừ ngày 10/11": one repeat may leave out several things."""
    if not isinstance(piece.value, Except):
        return False
    for index, other in enumerate(group.pieces):
        if isinstance(other.value, Except):
            days = (*(other.value.days or DayList()).elements, *(piece.value.days or DayList()).elements)
            both = Except(
                holidays=other.value.holidays or piece.value.holidays,
                weekdays=(*other.value.weekdays, *piece.value.weekdays),
                months=(*other.value.months, *piece.value.months),
                days=DayList(days) if days else None,
            )
            rules = (*other.rules, *piece.rules)
            group.pieces[index] = replace(other, value=both, end=max(other.end, piece.end), rules=rules)
            return True
    return False


def _until(piece: Piece, before: Sequence[Piece], following: Sequence[Piece]) -> Piece:
    """ "đến hết ngày 30/11" with nothing before it: the end of a range is a deadline."""
    ends_range = any(isinstance(one.value, DayList) and one.value.open_ended for one in before)
    if piece.kind == Kind.TO and isinstance(piece.value, Deadline) and following and not ends_range:
        return replace(piece, kind=Kind.DEADLINE)
    return piece


def _with_end(pieces: list[Piece]) -> list[Piece]:
    """ "..., đến hết ngày 31/12": beside a repeat it says when that ends."""
    kept: list[Piece] = []
    for piece in pieces:
        ends = len(kept) > 1 and kept[-1].kind == Kind.TO and piece.kind == Kind.DAY
        if ends and isinstance(piece.value, PartDate):
            kept[-1] = replace(piece, kind=END_OF_REPEAT)
        else:
            kept.append(piece)
    return kept


def _bound(piece: Piece, pieces: Sequence[Piece]) -> Piece:
    """A range of dates beside a repeat bounds it; it is not an event of its own."""
    if not isinstance(piece.value, DayList) or piece.kind != Kind.DAY:
        return piece
    often = next((p.value for p in pieces if isinstance(p.value, Often)), None)
    is_range = piece.value.open_ended or any(element.last for element in piece.value.elements)
    days_of_month = all(e.first.day.month is None and not e.first.day.lunar for e in piece.value.elements)
    if not is_range:
        return piece
    if often is not None and often.lasts:
        return replace(piece, kind=BOUND) if _names_month(piece) and _repeats_in_range(pieces) else piece
    if days_of_month and not any(p.kind == Kind.WEEKDAY for p in pieces):
        return piece
    return replace(piece, kind=BOUND)


def _repeats_in_range(pieces: Sequence[Piece]) -> bool:
    """ "trước 10h00 hằng ngày, từ 16/10 đến 20/10": a daily deadline, or days left out, make no one stretch."""
    kinds = {piece.kind for piece in pieces}
    return Kind.EXCEPT in kinds or {Kind.DEADLINE, Kind.CLOCK} <= kinds


_HOURS_OF_PART = {part: Hours(part=part) for part in (None, *DayPart)}


def hours_of(group: Group, *, deadline: bool = False) -> Hours:
    """What the group says of the time of day. deadline: the clock time is the last moment."""
    clock, parts = group.value(Kind.CLOCK), group.value(Kind.PART)
    part = parts.part if isinstance(parts, Parts) else None
    if not isinstance(clock, Clock):
        return _HOURS_OF_PART[part]
    part = part or clock.part
    beside = None if clock.part else part
    start, end = in_part_of_day(clock.start, beside), in_part_of_day(clock.end, beside)
    length = group.value(Kind.LENGTH)
    if start and end is None and isinstance(length, Length) and length.unit in (Unit.HOUR, Unit.MINUTE):
        end = _later(start, length)
    if start is not None and part is None and 0 < start.hour < _FIRST_HOUR - 1:
        group.doubt("hour-doubtful", f"{start:%H:%M} without a part of the day may be of the afternoon")
    if deadline and end is None:
        return Hours(end=start, part=part)
    return Hours(start, end, part)


def _later(start: time, length: Length) -> time | None:
    minutes = start.hour * 60 + start.minute + round(length.amount * (60 if length.unit is Unit.HOUR else 1))
    return time(minutes // 60, minutes % 60) if minutes < 24 * 60 else None


def of_days(days: Sequence[date], hours: Hours) -> When:
    """The value for a set of days: one, a run of adjacent ones, or a list."""
    days = sorted(set(days))
    if not days:
        return Undated(hours)
    if len(days) == 1:
        return Day(days[0], hours)
    if (days[-1] - days[0]).days == len(days) - 1:
        return Span(days[0], days[-1], hours, daily=True)
    return Days(tuple(days), hours)


def with_member(hours: Hours, member: Member) -> Hours:
    """Hours with those that stand beside one member of a list."""
    part = member.part or hours.part
    if member.clock is not None:
        return Hours(
            in_part_of_day(member.clock.start, part),
            in_part_of_day(member.clock.end, part),
            part,
            hours.end_part,
        )
    return hours if part is hours.part else Hours(hours.start, hours.end, part, hours.end_part)


def of_length(first: date, length: Length, hours: Hours) -> When:
    """The days that a beginning and a length give; the first day counts."""
    if length.working:
        return Span(first, working_days_after(next_working_day(first), int(length.amount) - 1), hours)
    if length.unit is Unit.MONTH:
        return Span(first, resolve.add_months(first, int(length.amount)) - ONE_DAY, hours)
    days = length.amount * (7 if length.unit is Unit.WEEK else 1)
    whole = int(days)
    if days != whole:  # the half of the last day: its morning, where the first begins in the morning
        late = DayPart.MORNING if hours.part in (None, DayPart.MORNING) else DayPart.AFTERNOON
        last = first + timedelta(days=whole)
        return Span(first, last, hours._replace(end_part=late)) if whole else Day(first, hours)
    if whole <= 1:
        return Day(first, hours)
    return Span(first, first + timedelta(days=whole - 1), hours)


def deadline_or(group: Group, when: When) -> When:
    """The value, or where it is a deadline the last day that is still in time."""
    deadline = group.deadline
    if deadline is None:
        return when
    hours = hours_of(group, deadline=True)
    match when:
        case Day(day=day):
            shift = (
                ONE_DAY if deadline.exclusive and hours.end is None and hours.part is None else timedelta(0)
            )
            return Day(day - shift, hours)
        case Window(first=first, last=last) | Span(first=first, last=last) if last is not None:
            return Day(first - ONE_DAY if deadline.exclusive else last, hours)
        case _:
            return when
