"""Days, lists and ranges of days made values: 24/11; 24, 25/11; from 28 to 2/12; by the 25th.

Adjacent days are one range, however written, others a list. The hours beside the ends of a range are its first
and last, hours beside the whole are those of each day. A deadline's day is the last on which one is still in time.
"""

from datetime import date, timedelta
from itertools import pairwise

from calendars.grammar import resolve, spans
from calendars.grammar.group import Group
from calendars.grammar.hours import hours_of, of_days, of_length, with_member
from calendars.grammar.joined_values import in_part_of_day
from calendars.grammar.lunar_days import lunar_days_between
from calendars.grammar.pieces import DayList, Deadline, Element, Kind, Length, Member, PartDate, Unit
from calendars.grammar.resolve import NoSuchDay, Unknown
from calendars.grammar.rule import Context
from calendars.grammar.weekday_check import check_weekday, check_weekdays
from calendars.times import ONE_DAY, DayPart, DaySpan
from calendars.when import Day, Hours, Span, Undated, When
from calendars.workdays import working_days_after

_PLAIN = frozenset(
    (
        Kind.DAY,
        Kind.WEEKDAY,
        Kind.CLOCK,
        Kind.PART,
        Kind.TENTATIVE,
        Kind.ABOUT,
        Kind.LATER,
        Kind.ELSEWHERE,
        Kind.NUMBER,
    )
)
"""Beside these a single date is that date, and nothing else needs to be asked: most dates of a document."""


def days_meant(group: Group) -> list[When] | When | None:
    """The days that a group names, with its hours; None where they are no days of an event."""
    alone = group.value(Kind.DAY)
    if isinstance(alone, PartDate) and not (alone.lunar or alone.doubtful or alone.offset is not None):
        if len(group.pieces) == 1:
            return Day(resolve.day_of(alone, group.context))
        if _PLAIN.issuperset(group.kinds or [piece.kind for piece in group.pieces]):
            day = resolve.day_of(alone, group.context)
            if group.weekdays is not None:
                check_weekday(group, day, group.weekdays)
            return Day(day, hours_of(group))
    days = group.days
    if days is None:
        return None
    if any(e.first.day.lunar and e.first.day.month is None for e in days.elements):
        return lunar_days(group, days)
    if group.has(Kind.LUNAR):
        if within := _lunar_days_within(group, days):
            return of_days(within, hours_of(group))
        days = DayList(tuple(_to_lunar(e) for e in days.elements), days.open_ended)
    if group.deadline is not None:
        return _deadline_days(group, days, group.deadline)
    days = _hyphens_resolved(days, group.context)
    found = resolve.days_of(days, group.context)
    if days.open_ended and (until := _weekday_behind(group)) is not None:
        return _run(found[0][0], _first_on(until, found[0][0], group), hours_of(group), daily=False)
    check_weekdays(group, days, found)
    if days.open_ended:
        return _open_ended(group, days, found[0][0])
    (first, last), element = found[0], days.elements[0]
    if len(found) == 1 and last is not None and element.last is not None:
        if _is_anniversary(first, last):
            return Day(last, hours_of(group))
        return _range(group, element.first, element.last, first, last)
    return _list(group, days, found)


def _to_lunar(element: Element) -> Element:
    def lunar(member: Member) -> Member:
        return member._replace(day=member.day._replace(lunar=True))

    return Element(lunar(element.first), lunar(element.last) if element.last else None)


def lunar_days(group: Group, days: DayList) -> When:
    """The days of the period on which the given days of a lunar month fall."""
    period = group.context.period or DaySpan(
        resolve.today(group.context), spans.add_months(resolve.today(group.context), 12)
    )
    numbers = tuple(e.first.day.day for e in days.elements)
    numbers = (1, 15) if any("lunar-days-of-every-month" in p.rules for p in group.pieces) else numbers
    found = lunar_days_between(numbers, period.first, period.last)
    return of_days(found, hours_of(group))


def _lunar_days_within(group: Group, days: DayList) -> list[date]:
    """The days of the period on which lunar days without a month fall ("ngày 14, 30 âm lịch"); none without one."""
    period = group.context.period
    if period is None or any(e.last is not None or e.first.day.month is not None for e in days.elements):
        return []
    return lunar_days_between(tuple(e.first.day.day for e in days.elements), period.first, period.last)


def _is_anniversary(first: date, last: date) -> bool:
    """ "(18/11/1930 - 18/11/2023)" is one day; the first is history."""
    return (first.day, first.month) == (last.day, last.month) and last.year - first.year > 1


def _hyphens_resolved(days: DayList, context: Context) -> DayList:
    """ "ngày 3-2" is a date if that lies near the reference, else the days from the one to the other."""
    if len(days.elements) > 1 or days.elements[0].last is not None:
        return days
    member = days.elements[0].first
    day = member.day
    if not day.doubtful or day.month is None or day.day > day.month:
        return days
    try:
        near = resolve.day_of(day, context)
    except (NoSuchDay, Unknown):
        return days
    period = context.period
    if period is not None and (near in period or (near.year, near.month) in _months_of(period)):
        return days
    if period is None and abs(near - resolve.today(context)) < timedelta(days=100):
        return days
    first = member._replace(day=PartDate(day.day))
    return days._replace(elements=(Element(first, Member(PartDate(day.month))),))


def _months_of(period: DaySpan) -> set[tuple[int, int]]:
    return {(period.first.year, period.first.month), (period.last.year, period.last.month)}


def _open_ended(group: Group, days: DayList, first: date) -> When:
    member = days.elements[0].first
    hours = with_member(hours_of(group), member)
    length = group.value(Kind.LENGTH)
    if isinstance(length, Length) and length.unit not in (Unit.HOUR, Unit.MINUTE):
        return of_length(first, length, hours)
    if group.period is not None and group.has(Kind.TO):  # "từ nay đến hết tháng 12"
        return _run(first, spans.span_of(group.period, group.context).last, hours, daily=False)
    return Span(first, None, hours)


def _weekday_behind(group: Group) -> int | None:
    """ "từ nay đến hết thứ Sáu": the weekday up to which a range goes."""
    weekdays = group.weekdays
    if weekdays is None or len(weekdays.days) != 1:
        return None
    kinds = [piece.kind for piece in sorted(group.pieces, key=lambda one: one.start)]
    to = kinds.index(Kind.TO) if Kind.TO in kinds else len(kinds)
    return weekdays.days[0] if Kind.WEEKDAY in kinds[to:] else None


def _first_on(weekday: int, start: date, group: Group) -> date:
    """The first such day from `start` on, or that of the week which the words name."""
    if group.period is not None and group.period.unit is Unit.WEEK:
        return spans.span_of(group.period._replace(piece=""), group.context).first + timedelta(days=weekday)
    return start + timedelta(days=(weekday - start.weekday()) % 7)


def _range(group: Group, begin: Member, end: Member, first: date, last: date) -> When:
    hours = hours_of(group)
    if begin.clock is not None or end.clock is not None or begin.part is not None or end.part is not None:
        if begin.clock is None and end.clock is not None and end.clock.opens:
            begin, end = begin._replace(clock=end.clock), end._replace(clock=None)
        if begin.clock is None and end.clock is not None and end.clock.end is not None:
            begin, end = (
                begin._replace(clock=end.clock, part=begin.part or end.part),
                end._replace(clock=None),
            )
        start_part, end_part = begin.part or hours.part, end.part
        start = in_part_of_day(begin.clock.start, start_part) if begin.clock else hours.start
        finish = in_part_of_day(end.clock.start, end_part) if end.clock else hours.end
        if begin.clock and begin.clock.end and not end.clock:
            return _run(first, last, Hours(start, begin.clock.end, start_part), daily=True)
        return _run(first, last, Hours(start, finish, start_part, end_part), daily=False)
    daily = bool(hours) and (group.has(Kind.OFTEN) or hours.end is not None or hours.part is not None)
    return _run(first, last, hours, daily=daily)


def _run(first: date, last: date, hours: Hours, *, daily: bool) -> When:
    if last < first:
        raise NoSuchDay(f"{first} to {last}, which ends before it begins")
    if first == last:
        return Day(first, hours._replace(end_part=None))
    return Span(first, last, hours, daily=daily)


def _list(group: Group, days: DayList, found: resolve.Days) -> list[When] | When:
    members = [element.first for element in days.elements]
    hours = with_member(hours_of(group), members[0])
    length = group.value(Kind.LENGTH)
    # "Báo cáo thu chi 8 tháng (ngày 18/9)": months beside a day from which nothing is counted are what it is about.
    if len(found) == 1 and isinstance(length, Length) and length.unit in (Unit.DAY, Unit.WEEK):
        return of_length(found[0][0], length, hours)
    parts = [member.part for member in members]
    if parts[-1] is DayPart.ALL_DAY and set(parts[:-1]) == {None}:
        # "ngày 15 và 16/01 (giờ hành chính)" tells of both, as no half day does.
        hours, parts = hours._replace(part=DayPart.ALL_DAY), [DayPart.ALL_DAY] * len(parts)
    if None not in parts and (len(set(parts)) > 1 or (len(parts) > 1 and not _adjacent(found))):
        return [
            Day(day, with_member(hours_of(group), member))
            for (day, _), member in zip(found, members, strict=True)
        ]
    if parts[0] is None and len(set(parts)) > 1 and len(found) == len(members):
        return _parts_behind(group, days, found)
    every: list[date] = []
    for first, last in found:
        if last is not None and last < first:
            raise NoSuchDay(f"{first} to {last}, which ends before it begins")
        every += DaySpan(first, last) if last is not None else (first,)
    return of_days(every, hours)


def _adjacent(found: resolve.Days) -> bool:
    """Whether each of the days is followed by the next."""
    return all(second == (last or first) + ONE_DAY for (first, last), (second, _) in pairwise(found))


def _parts_behind(group: Group, days: DayList, found: resolve.Days) -> list[When]:
    """ "ngày 12, 13 và sáng 14/10": whole days, and behind them those of which a part is named."""
    whole = [days.elements[place].first.part is None for place in range(len(found))]
    told: list[date] = []
    for (first, last), plain in zip(found, whole, strict=True):
        if plain:
            told += DaySpan(first, last) if last is not None and first <= last else (first,)
    others = [
        Day(day, with_member(hours_of(group), element.first))
        for (day, _), element, plain in zip(found, days.elements, whole, strict=True)
        if not plain
    ]
    return [of_days(told, hours_of(group)), *others]


def _deadline_days(group: Group, days: DayList, deadline: Deadline) -> When:
    issued = group.context.issued
    found = resolve.days_of(days, group.context, not_before=issued)
    check_weekdays(group, days, found)
    hours = hours_of(group, deadline=True)
    member = days.elements[-1].last or days.elements[-1].first
    first_clock = days.elements[0].first.clock
    clock = member.clock or first_clock
    if clock is not None:
        hours = hours._replace(end=in_part_of_day(clock.start, member.part or hours.part))
    length = group.value(Kind.LENGTH)
    if isinstance(length, Length) and (deadline.counted or days.open_ended):
        return Day(counted_from(found[0][0], length), hours)
    shift = ONE_DAY if deadline.exclusive and hours.end is None and hours.part is None else timedelta(0)
    if len(found) > 1 and all(last is None for _, last in found):
        return of_days([day - shift for day, _ in found], hours)
    return Day((found[-1][1] or found[-1][0]) - shift, hours)


def counted_from(start: date, length: Length) -> date:
    """So long after `start`, which is itself not counted."""
    if length.working:
        return working_days_after(start, int(length.amount))
    if length.unit is Unit.MONTH:
        return spans.add_months(start, int(length.amount))
    return start + timedelta(days=int(length.amount) * (7 if length.unit is Unit.WEEK else 1))


def counted_from_nothing(group: Group) -> When | None:
    """A deadline of so many days: from the day of issue where the words say so, else open."""
    length = group.value(Kind.LENGTH)
    if group.deadline is None or not isinstance(length, Length):
        return None
    if group.has(Kind.ISSUE) and group.context.issued is not None:
        return Day(counted_from(group.context.issued, length), hours_of(group, deadline=True))
    group.doubt("anchor-unknown", "the text does not say from which day the time is counted")
    return Undated(hours_of(group))
