"""The pieces that make one time: a joined cluster parted where another time begins.

That is where a kind comes a second time. A closing hour joins the opening one; dates beside a repeat bound it and
are no events of their own; "đến hết ngày ..." with nothing before it is a deadline, beside a repeat its end.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from calendars.grammar.clusters import Item
from calendars.grammar.group import BOUND, END_OF_REPEAT, Group, group_of, kinds_of_one
from calendars.grammar.pieces import (
    Clock,
    DayList,
    Deadline,
    Except,
    Kind,
    Mark,
    Often,
    PartDate,
    Period,
    Piece,
    Unit,
    Weekdays,
)
from calendars.grammar.rule import Context
from calendars.grammar.spans import month_of
from calendars.recurrence import Frequency

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


_OF_A_DAY = frozenset((Kind.CLOCK, Kind.PART))
"""Kinds that say when on a day, and not on which."""

_BESIDE_A_DAY = _OF_A_DAY | {Kind.WEEKDAY}


_OF_ALL = frozenset((Kind.OFTEN, BOUND, END_OF_REPEAT, Kind.EXCEPT))
"""Kinds that stand behind the last of several weekdays and are of each."""

_NOWHERE = 10**9

_BEFORE = Deadline(exclusive=True)


def groups(cluster: Sequence[Item], kinds: str, context: Context) -> list[Group]:
    """The pieces of a joined cluster, parted where a kind comes a second time; kinds: how it is `written`."""
    one = kinds_of_one(kinds)
    if one:
        return [group_of(cluster, one, context)]
    leads = _PART_OF_NEXT.search(kinds)
    pieces = [item for item in cluster if isinstance(item, Piece)]
    return _parted(cluster, kinds, pieces, context, cluster[leads.end() - 1] if leads else None)


_PART_OF_NEXT = re.compile(r"W[^PC]*[,&]P(?=W)|C[^P]*(?:;P|[,&]P(?=C))|D\)?[(:](?:P(?=C?W?D)|C(?=W?D))")
"""A part of the day that is of the weekday or the hour behind it alone: "từ thứ 2 đến thứ 6 và sáng thứ 7".

So is one behind a semicolon: "họp 8h00; chiều 15h kiểm tra", "họp 8h00; chiều kiểm tra". Between a day's own name and
the day of what is held for it an hour is of the latter: "kỷ niệm ngày thành lập (22/12): 14h ngày 21/12".
"""


def _parted(
    cluster: Sequence[Item], kinds: str, pieces: list[Piece], context: Context, leads: Item | None
) -> list[Group]:
    """kinds: how the cluster is written; leads: a piece with which another time begins."""
    if pieces[-1].kind == Kind.DEADLINE and pieces[-1].value == _BEFORE:
        pieces.pop()  # "16h chiều thứ Ba, trước cổng nhà văn hóa": in front of a place, and not of a time
    if Kind.MONTHS in kinds or (
        Kind.OFTEN in kinds and any(isinstance(p.value, Often) and not p.value.soft for p in pieces)
    ):
        pieces = [p for p in pieces if not (isinstance(p.value, Often) and p.value.soft)]
        pieces = _with_end([_bound(piece, pieces) for piece in pieces])
    if kinds.count(Kind.OFTEN) > 1 and Kind.DAY in kinds:
        pieces = _without_interval(pieces)
    if Kind.TO in kinds:
        pieces = [_until(piece, pieces[:index], pieces[index + 1 :]) for index, piece in enumerate(pieces)]
    found: list[Group] = []
    seen: set[str] = set()
    title = _titled(cluster)
    if title != _NOWHERE and any(p.start >= title and _names_month(p) for p in pieces):
        pieces = [
            p
            for p in pieces
            if p.start >= title or not (isinstance(p.value, Period) and (p.value.number or p.value.year))
        ]
    for index, piece in enumerate(pieces):
        if found and piece.kind == Kind.CLOCK and _closes(piece, found[-1], pieces[index + 1 : index + 2]):
            continue
        if found and piece.kind == Kind.EXCEPT and _joins_exception(piece, found[-1]):
            continue
        if piece.kind == Kind.PERIOD and piece.start >= title and Kind.DAY in seen and Kind.OFTEN not in seen:
            continue  # "Thứ Hai ngày 03/3: giao ban đầu tháng": what follows the colon is the event's name
        if found and piece.kind == Kind.OFTEN and piece.value == found[-1].often:
            continue  # "mỗi thứ Bảy hằng tuần" says it twice
        if piece.kind == Kind.DONE and found and not _INTRODUCERS.issuperset(seen):
            continue  # "trong tháng: hoàn thiện ...": what follows the time is no deadline's verb
        if not found or piece is leads or (piece.kind in seen and piece.kind not in _REPEATED):
            introducers = _taken_from(found[-1]) if found and len(found[-1].pieces) > 1 else []
            found.append(Group(introducers, context))
            seen = {one.kind for one in introducers} if introducers else set()
        found[-1].pieces.append(piece)
        seen.add(piece.kind)
    if len(found) > 1:
        if Kind.OFTEN in kinds:
            _share_frequency(found)
            found = _with_all_weekdays(found)
        if Kind.CLOCK in kinds:
            _share_day(found, cluster)
        if Kind.PERIOD in kinds:
            _order_years(found)
    return found


def _without_interval(pieces: Sequence[Piece]) -> list[Piece]:
    """ "06 tháng một lần, vào ngày 15 tháng 6 và ngày 15 tháng 12 hằng năm": the days of each year say it already."""
    often = [piece for piece in pieces if isinstance(piece.value, Often)]
    last = often[-1].value
    told = isinstance(last, Often) and last.frequency is Frequency.YEARLY
    return [
        piece
        for piece in pieces
        if not (told and isinstance(piece.value, Often) and piece.value.frequency is Frequency.MONTHLY)
    ]


def _taken_from(group: Group) -> list[Piece]:
    """The words at the end of a group that introduce what comes next: "6 tháng đầu năm: dự kiến trung tuần ...".

    So do "đến" and what says when on the day behind it: "(dự kiến ngày 15/5) đến sáng ngày 16/5".
    """
    kept = len(group.pieces)
    before = kept
    while before > 1 and group.pieces[before - 1].kind in _BESIDE_A_DAY:
        before -= 1
    if group.pieces[before - 1].kind == Kind.TO:
        kept = before
    while kept > 1 and group.pieces[kept - 1].kind in _INTRODUCERS:
        kept -= 1
    taken = group.pieces[kept:]
    del group.pieces[kept:]
    return taken


def _share_frequency(found: Sequence[Group]) -> None:
    """ "sáng thứ Hai và chiều thứ Năm hằng tuần, từ 01/7": the frequency at the end holds for every weekday before it.

    So do from when until when it goes and what it leaves out.
    """
    giver = next(
        (g for g in found if any(isinstance(p.value, Often) and not p.value.soft for p in g.pieces)), None
    )
    if giver is None:
        return
    shared = [piece for piece in giver.pieces if piece.kind in _OF_ALL]
    for group in found:
        alone = not group.has(Kind.OFTEN) and not group.has(Kind.DAY) and not group.has(Kind.PERIOD)
        if group.has(Kind.WEEKDAY) and alone:
            group.pieces += [
                replace(piece, start=group.start, end=group.start)
                for piece in shared
                if not group.has(piece.kind)
            ]


def _with_all_weekdays(found: Sequence[Group]) -> list[Group]:
    """ "mỗi tuần hai buổi: tối thứ Ba, tối thứ Sáu": what differs in the weekday alone is one repeat.

    Hours that stand behind the last ("..., từ 7h30 đến 11h00") are those of each.
    """
    kept = [found[0]]
    for group in found[1:]:
        before = kept[-1]
        hours = [piece for piece in group.pieces if piece.kind == Kind.CLOCK and not before.has(Kind.CLOCK)]
        if group.weekdays is not None and _but_weekdays(group, hours) == _but_weekdays(before):
            days = (*(before.weekdays or group.weekdays).days, *group.weekdays.days)
            end = max(piece.end for piece in group.pieces)  # "tối thứ Ba, tối thứ Sáu hằng tuần"
            before.pieces = [
                replace(piece, value=Weekdays(tuple(dict.fromkeys(days))), end=max(piece.end, end))
                if piece.kind == Kind.WEEKDAY
                else piece
                for piece in before.pieces
            ] + hours
        else:
            kept.append(group)
    return kept


def _but_weekdays(group: Group, hours: Sequence[Piece] = ()) -> list[tuple[str, object]]:
    """The kinds and values of a group's pieces but for those hours, with any weekdays for any others."""
    kept = (piece for piece in group.pieces if piece not in hours)
    return sorted(
        ((piece.kind, "" if piece.kind == Kind.WEEKDAY else piece.value) for piece in kept), key=str
    )


def _order_years(found: Sequence[Group]) -> None:
    """ "họp tháng 3, tháng 6, tháng 9": months in a row without their year go forward, and not back a year."""
    if found[0].context == Context():
        return  # no year is known of the first
    before: Group | None = None
    for group in found:
        (only,) = group.pieces if len(group.pieces) == 1 else (None,)
        month = only.value if only is not None else None
        bare = isinstance(month, Period) and month.unit is Unit.MONTH and month.number and not month.year
        if only is None or not isinstance(month, Period) or not bare:
            before = None
            continue
        if before is not None and before.period is not None:
            last = month_of(before.period, group.context)
            year, number = month_of(month, group.context)
            if (year, number) < last:
                group.pieces[0] = replace(only, value=month._replace(year=last[0] + (number < last[1])))
        before = group


def _share_day(found: Sequence[Group], cluster: Sequence[Item]) -> None:
    """ "từ 8h đến 10h và từ 14h đến 16h ngày 18/3": the day at the end is that of the hours before "và".

    So it is of "sáng từ 8h00, chiều từ 14h00 ngày 18/3", where each side names its part of the day, and a single
    day is that of the hours behind: "ngày 18/3, sáng 8h - 10h, chiều 14h - 16h".
    """
    for group, following in reversed(list(pairwise(found))):
        _lend_day(following, group, following, cluster)
    for group, following in pairwise(found):
        if isinstance(group.value(Kind.DAY), PartDate):
            _lend_day(group, following, following, cluster)


def _lend_day(giver: Group, taker: Group, second: Group, cluster: Sequence[Item]) -> None:
    """The day of the one to the other that has but hours, where "và" or their parts of the day tie them.

    second: that of the two which stands behind.
    """
    day = next((piece for piece in giver.pieces if piece.kind == Kind.DAY), None)
    hours = Kind.CLOCK in {piece.kind for piece in taker.pieces} <= {*_OF_A_DAY, Kind.FROM}
    if day is None or not hours or not giver.has(Kind.CLOCK) or day.start < giver.start:
        return
    place = next(
        i for i, item in enumerate(cluster) if isinstance(item, Piece) and item.start >= second.start
    )
    both_parts = taker.has(Kind.PART) and giver.has(Kind.PART)
    if cluster[place - 1] == "&" or both_parts:
        taker.pieces.append(replace(day, start=taker.start, end=taker.start))


def _closes(piece: Piece, group: Group, following: Sequence[Piece]) -> bool:
    """ "8h00 ngày 24/11, kết thúc lúc 11h30": a closing hour joins the opening one of its group."""
    if not isinstance(piece.value, Clock):
        return False
    if piece.value.start is not None:
        has_own_day = any(one.kind == Kind.DAY for one in following)
        return not has_own_day and _ends_at(piece.value, piece.end, group)
    for index, other in enumerate(group.pieces):
        if isinstance(other.value, Clock) and other.value.end is None:
            clock = replace(other.value, end=piece.value.end)
            group.pieces[index] = replace(other, value=clock, end=max(other.end, piece.end))
            return True
    return False


def _ends_at(clock: Clock, end: int, group: Group) -> bool:
    """ "từ 7h30 ngày 14/10 đến 11h cùng ngày": an hour behind "đến" is the end of the day's."""
    opening = group.pieces[-1].kind == Kind.TO and isinstance(group.value(Kind.DAY), PartDate | DayList)
    for index, other in enumerate(group.pieces if opening else ()):
        first = other.value
        if not isinstance(first, Clock) or first.end or not first.start or not clock.start or clock.end:
            continue
        if first.start < clock.start and _single_day(group):
            group.pieces[index] = replace(
                other, value=replace(first, end=clock.start), end=max(other.end, end)
            )
            return True
    return False


def _single_day(group: Group) -> bool:
    days = group.days
    return days is not None and len(days.elements) == 1 and days.elements[0].last is None


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
    begins = any(one.kind in (Kind.FROM, Kind.DAY) for one in before)
    due = [one.kind for one in following[:2]] == [Kind.DAY, Kind.DONE]
    if piece.kind == Kind.TO and due and not begins:  # "đến 30/9 hoàn thành cấp thẻ"
        return replace(piece, kind=Kind.DEADLINE, value=Deadline())
    ends_range = any(isinstance(one.value, DayList) and one.value.open_ended for one in before)
    if piece.kind == Kind.TO and isinstance(piece.value, Deadline) and following and not ends_range:
        return replace(piece, kind=Kind.DEADLINE)
    return piece


def _with_end(pieces: list[Piece]) -> list[Piece]:
    """ "..., đến hết ngày 31/12", "... đến hết năm": beside a repeat it says when that ends, and is no deadline."""
    kept: list[Piece] = []
    for piece in pieces:
        ends = len(kept) > 1 and kept[-1].kind == Kind.TO
        if ends and piece.kind == Kind.DAY and isinstance(piece.value, PartDate):
            kept[-1] = replace(piece, kind=END_OF_REPEAT)
            continue
        if ends and piece.kind == Kind.PERIOD:
            kept[-1] = replace(kept[-1], value=Mark())
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
