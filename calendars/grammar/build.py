"""A joined cluster made readings: what day, at what hour, how firm.

The pieces of a time stand in any order ("14h00, thứ Sáu, ngày 24/11", "ngày 24/11 (thứ Sáu), lúc 14h00"), so here only
their kinds count. `BASES` is the table of what a set of kinds means, the special before the general; hours, deadlines
and doubts are then laid over it. A second piece of a kind that is already there begins another time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from calendars.grammar import repeat_days, resolve
from calendars.grammar.combine import Item, in_part_of_day
from calendars.grammar.lunar_days import lunar_days_between
from calendars.grammar.pieces import (
    Clock,
    DayList,
    Deadline,
    Element,
    Except,
    Kind,
    Length,
    Mark,
    Member,
    Months,
    Nth,
    Often,
    PartDate,
    Parts,
    Period,
    Piece,
    Rolled,
    Special,
    Unit,
    Weekdays,
)
from calendars.grammar.resolve import NoSuchDay, Unknown
from calendars.grammar.rule import Context, Reading
from calendars.programme import Issue, Status
from calendars.recurrence import WEEKDAY_CODES, Frequency, Recurrence, WeekdayOf
from calendars.times import ONE_DAY, DayPart, DaySpan, month_span
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, When, Window
from calendars.workdays import next_working_day, working_days_after

_REPEATED = frozenset(
    (Kind.FROM, Kind.TO, Kind.TENTATIVE, Kind.ABOUT, Kind.DONE, Kind.LUNAR, Kind.WHOLE, Kind.LATER)
)
_WEAK = frozenset(
    (Kind.NUMBER, Kind.FROM, Kind.TO, Kind.TENTATIVE, Kind.ABOUT, Kind.DONE, Kind.WHOLE, Kind.LUNAR, Kind.DEADLINE,
     Kind.EXCEPT, Kind.ROLL, Kind.NTH, Kind.ISSUE, Kind.LENGTH, Kind.PART, Kind.MONTHS)
)  # fmt: skip
_SATURDAY = 5
_WEEK = 8  # days: a programme of at most so many is a weekly one
_FIRST_HOUR = 7  # before it, without a part of the day, an hour is perhaps of the afternoon


@dataclass(slots=True)
class Group:
    """The pieces of one time, by kind."""

    pieces: list[Piece]
    context: Context
    issues: list[Issue] = field(default_factory=list)

    def value(self, kind: str) -> object:
        return next((piece.value for piece in self.pieces if piece.kind == kind), None)

    def has(self, *kinds: Kind) -> bool:
        mine = {piece.kind for piece in self.pieces}
        return all(kind in mine for kind in kinds)

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
        return self.value(_BOUND)  # type: ignore[return-value]

    def doubt(self, code: str, detail: str) -> None:
        self.issues.append(Issue(code, detail))


_BOUND = "B"
_END = "b"


def groups(cluster: Sequence[Item], context: Context) -> list[Group]:
    """The pieces of a joined cluster, parted where a kind comes a second time."""
    pieces = [item for item in cluster if isinstance(item, Piece)]
    pieces = [_until(piece, pieces[index + 1 :]) for index, piece in enumerate(pieces)]
    kinds = {piece.kind for piece in pieces}
    repeats = any(isinstance(p.value, Often) and not p.value.soft for p in pieces)
    anchors = kinds & {Kind.WEEKDAY, Kind.SPECIAL, Kind.OFTEN}
    if repeats and anchors:
        pieces = _with_end([_bound(piece, pieces) for piece in pieces])
    found: list[Group] = []
    seen: set[str] = set()
    for piece in pieces:
        if found and _closes(piece, found[-1]):
            continue
        if not found or (piece.kind in seen and piece.kind not in _REPEATED):
            found.append(Group([], context))
            seen = set()
        found[-1].pieces.append(piece)
        seen.add(piece.kind)
    return found


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


def _until(piece: Piece, following: Sequence[Piece]) -> Piece:
    """ "đến hết ngày 30/11" with nothing before it: the end of a range is a deadline."""
    if piece.kind == Kind.TO and isinstance(piece.value, Deadline) and following:
        return replace(piece, kind=Kind.DEADLINE)
    return piece


def _with_end(pieces: list[Piece]) -> list[Piece]:
    """ "..., đến hết ngày 31/12": beside a repeat it says when that ends."""
    kept: list[Piece] = []
    for piece in pieces:
        previous = kept[-1] if kept else None
        until = previous is not None and isinstance(previous.value, Deadline) and "until-and-including" in previous.rules
        if until and piece.kind == Kind.DAY and isinstance(piece.value, PartDate) and len(kept) > 1:
            kept[-1] = replace(piece, kind=_END)
        else:
            kept.append(piece)
    return kept


def _bound(piece: Piece, pieces: Sequence[Piece]) -> Piece:
    """A range of dates beside a repeat bounds it; it is not an event of its own."""
    if not isinstance(piece.value, DayList) or piece.kind != Kind.DAY:
        return piece
    often = next(p.value for p in pieces if isinstance(p.value, Often))
    is_range = piece.value.open_ended or any(element.last for element in piece.value.elements)
    days_of_month = all(e.first.day.month is None and not e.first.day.lunar for e in piece.value.elements)
    if (
        not is_range
        or often.frequency is Frequency.DAILY
        or (days_of_month and not any(p.kind == Kind.WEEKDAY for p in pieces))
    ):
        return piece
    return replace(piece, kind=_BOUND)


def readings_of(group: Group, text: str) -> tuple[list[Reading], list[Issue]]:
    """What one group tells: readings, and issues where it names no day that there is. text: that of the pieces."""
    if all(piece.kind in _WEAK for piece in group.pieces) and not _counts(group, text):
        return [], []
    try:
        whens = _base(group)
    except NoSuchDay as error:
        return [], [Issue("no-such-date", f"the calendar has no day {error}")]
    except Unknown as error:
        group.doubt("incomplete-date", f"neither period nor day of issue is known, so the {error} stays open")
        whens = [Undated()]
    except (OverflowError, ValueError):
        return [], [Issue("no-such-date", "the days named lie outside the calendar")]
    return [_reading(group, when) for when in whens], []


def _counts(group: Group, text: str) -> bool:
    """Whether pieces that are nothing by themselves are something together."""
    return group.has(Kind.NTH) or group.has(Kind.DEADLINE, Kind.LENGTH) or _stands_alone(group, text)


def _stands_alone(group: Group, text: str) -> bool:
    """A part of the day that is a label, or the first word of a bracket, needs nothing beside it."""
    part = next((piece for piece in group.pieces if piece.kind == Kind.PART), None)
    if part is None:
        return False
    before, after = text[: part.start].strip(" -+*|("), text[part.end :].lstrip(" )*|")
    in_bracket = text[: part.start].endswith("(") and text[part.end : part.end + 1] in (")", ";", ",")
    return in_bracket or (not before and after[:1] in ("", ":", ";"))


def _base(group: Group) -> list[When]:
    for base in BASES:
        if group.has(*base.needs):
            whens = base.meaning(group)
            if whens is not None:
                return whens if isinstance(whens, list) else [whens]
    return []


def _reading(group: Group, when: When) -> Reading:
    status = Status.CONFIRMED
    if group.has(Kind.TENTATIVE) or group.has(Kind.LATER):
        status = Status.TENTATIVE
    about = group.value(Kind.ABOUT)
    if isinstance(about, Mark):
        status = status if about.open_ended else Status.TENTATIVE
        if isinstance(when, Span) and when.last is not None:
            when = Window(when.first, when.last, when.hours)
    deadline = group.has(Kind.DEADLINE) or (group.has(Kind.DONE) and isinstance(when, (Day, Repeat)))
    rules = tuple(dict.fromkeys(name for piece in group.pieces for name in piece.rules))
    issues = (*group.issues, *(issue for piece in group.pieces for issue in piece.issues))
    at = (min(piece.start for piece in group.pieces), max(piece.end for piece in group.pieces))
    return Reading(at, when, status, deadline, rules, issues)


def _hours(group: Group, *, deadline: bool = False) -> Hours:
    clock, parts = group.value(Kind.CLOCK), group.value(Kind.PART)
    part = parts.part if isinstance(parts, Parts) else None
    if not isinstance(clock, Clock):
        return Hours(part=part)
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


# --- days -------------------------------------------------------------------------------------------------------


def _days(group: Group) -> list[When] | When | None:
    days = group.days
    if days is None:
        return None
    if any(e.first.day.lunar and e.first.day.month is None for e in days.elements):
        return _lunar_days(group, days)
    if group.has(Kind.LUNAR):
        days = DayList(tuple(_to_lunar(e) for e in days.elements), days.open_ended)
    if group.deadline is not None:
        return _deadline_days(group, days, group.deadline)
    days = _hyphens_resolved(days, group.context)
    found = resolve.days_of(days, group.context)
    _check_weekdays(group, days, found)
    if days.open_ended:
        return _open_ended(group, days, found[0][0])
    if len(found) == 1 and found[0][1] is not None:
        if _is_anniversary(found[0][0], found[0][1]):
            return Day(found[0][1], _hours(group))
        return _range(group, days.elements[0], found[0][0], found[0][1])
    return _list(group, days, found)


def _to_lunar(element: Element) -> Element:
    def lunar(member: Member | None) -> Member | None:
        return replace(member, day=replace(member.day, lunar=True)) if member else None

    first = lunar(element.first)
    assert first is not None  # noqa: S101 - an element has a first member
    return Element(first, lunar(element.last))


def _lunar_days(group: Group, days: DayList) -> When:
    period = group.context.period or DaySpan(
        resolve.today(group.context), resolve.add_months(resolve.today(group.context), 12)
    )
    numbers = tuple(e.first.day.day for e in days.elements)
    numbers = (1, 15) if any("lunar-days-of-every-month" in p.rules for p in group.pieces) else numbers
    found = lunar_days_between(numbers, period.first, period.last)
    return _of_days(found, _hours(group))


def _of_days(days: Sequence[date], hours: Hours) -> When:
    """The value for a set of days: one, a run of adjacent ones, or a list."""
    days = sorted(set(days))
    if not days:
        return Undated(hours)
    if len(days) == 1:
        return Day(days[0], hours)
    if (days[-1] - days[0]).days == len(days) - 1:
        return Span(days[0], days[-1], hours, daily=True)
    return Days(tuple(days), hours)


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
    first = replace(member, day=PartDate(day.day))
    return replace(days, elements=(Element(first, Member(PartDate(day.month))),))


def _months_of(period: DaySpan) -> set[tuple[int, int]]:
    return {(period.first.year, period.first.month), (period.last.year, period.last.month)}


def _check_weekdays(group: Group, days: DayList, found: resolve.Days) -> None:
    for element, (first, last) in zip(days.elements, found, strict=True):
        for member, day in ((element.first, first), (element.last, last)):
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


def _open_ended(group: Group, days: DayList, first: date) -> When:
    member = days.elements[0].first
    hours = _with_member(_hours(group), member)
    length = group.value(Kind.LENGTH)
    if isinstance(length, Length) and length.unit not in (Unit.HOUR, Unit.MINUTE):
        return _of_length(first, length, hours)
    return Span(first, None, hours)


def _with_member(hours: Hours, member: Member) -> Hours:
    """Hours with those that stand beside one member of a list."""
    part = member.part or hours.part
    if member.clock is not None:
        return Hours(
            in_part_of_day(member.clock.start, part),
            in_part_of_day(member.clock.end, part),
            part,
            hours.end_part,
        )
    return replace(hours, part=part)


def _of_length(first: date, length: Length, hours: Hours) -> When:
    if length.working:
        return Span(first, working_days_after(next_working_day(first), int(length.amount) - 1), hours)
    if length.unit is Unit.MONTH:
        return Span(first, resolve.add_months(first, int(length.amount)) - ONE_DAY, hours)
    days = length.amount * (7 if length.unit is Unit.WEEK else 1)
    whole = int(days)
    if days != whole:  # the half of the last day: its morning, where the first begins in the morning
        late = DayPart.MORNING if hours.part in (None, DayPart.MORNING) else DayPart.AFTERNOON
        last = first + timedelta(days=whole if late is DayPart.MORNING else whole)
        return Span(first, last, replace(hours, end_part=late)) if whole else Day(first, hours)
    if whole <= 1:
        return Day(first, hours)
    return Span(first, first + timedelta(days=whole - 1), hours)


def _range(group: Group, element: Element, first: date, last: date) -> When:
    hours = _hours(group)
    begin, end = element.first, element.last
    assert end is not None  # noqa: S101 - a range has two ends
    if begin.clock is not None or end.clock is not None or begin.part is not None or end.part is not None:
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
        return Day(first, replace(hours, end_part=None))
    return Span(first, last, hours, daily=daily)


def _list(group: Group, days: DayList, found: resolve.Days) -> list[When] | When:
    members = [element.first for element in days.elements]
    hours = _with_member(_hours(group), members[0])
    length = group.value(Kind.LENGTH)
    if len(found) == 1 and isinstance(length, Length) and length.unit in (Unit.DAY, Unit.WEEK, Unit.MONTH):
        return _of_length(found[0][0], length, hours)
    parts = [member.part for member in members]
    if len(set(parts)) > 1 and None not in parts:
        return [
            Day(day, _with_member(_hours(group), member))
            for (day, _), member in zip(found, members, strict=True)
        ]
    every: list[date] = []
    for first, last in found:
        if last is not None and last < first:
            raise NoSuchDay(f"{first} to {last}, which ends before it begins")
        every += DaySpan(first, last or first)
    return _of_days(every, hours)


def _deadline_days(group: Group, days: DayList, deadline: Deadline) -> When:
    issued = group.context.issued
    found = resolve.days_of(days, group.context, not_before=issued)
    _check_weekdays(group, days, found)
    hours = _hours(group, deadline=True)
    member = days.elements[-1].last or days.elements[-1].first
    first_clock = days.elements[0].first.clock
    clock = member.clock or first_clock
    if clock is not None:
        hours = replace(hours, end=in_part_of_day(clock.start, member.part or hours.part))
    length = group.value(Kind.LENGTH)
    if isinstance(length, Length) and (deadline.counted or days.open_ended):
        return Day(_counted(found[0][0], length), hours)
    shift = ONE_DAY if deadline.exclusive and hours.end is None and hours.part is None else timedelta(0)
    if len(found) > 1 and all(last is None for _, last in found):
        return _of_days([day - shift for day, _ in found], hours)
    return Day((found[-1][1] or found[-1][0]) - shift, hours)


def _counted(start: date, length: Length) -> date:
    """So long after `start`, which is itself not counted."""
    if length.working:
        return working_days_after(start, int(length.amount))
    if length.unit is Unit.MONTH:
        return resolve.add_months(start, int(length.amount))
    return start + timedelta(days=int(length.amount) * (7 if length.unit is Unit.WEEK else 1))


def _counted_from_nothing(group: Group) -> When | None:
    length = group.value(Kind.LENGTH)
    if group.deadline is None or not isinstance(length, Length):
        return None
    if group.has(Kind.ISSUE) and group.context.issued is not None:
        return Day(_counted(group.context.issued, length), _hours(group, deadline=True))
    group.doubt("anchor-unknown", "the text does not say from which day the time is counted")
    return Undated(_hours(group))


# --- weekdays -----------------------------------------------------------------------------------------------------


def _weekday_of_week(group: Group) -> When | None:
    weekdays, period = group.weekdays, group.period
    if weekdays is None or period is None or period.unit is not Unit.WEEK:
        return None
    if period.piece:
        period = replace(period, piece="")
    monday = resolve.span_of(period, group.context).first
    return _on_weekdays(group, monday, weekdays)


def _on_weekdays(group: Group, monday: date, weekdays: Weekdays) -> When:
    days = [monday + timedelta(days=weekday) for weekday in weekdays.days]
    return _deadline_or(group, _of_days(days, _hours(group)))


def _deadline_or(group: Group, when: When) -> When:
    """The value, or where it is a deadline the last day that is still in time."""
    deadline = group.deadline
    if deadline is None:
        return when
    hours = _hours(group, deadline=True)
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


def _nth_weekday(group: Group) -> When | None:
    weekdays, nth = group.weekdays, group.nth
    if weekdays is None or nth is None:
        return None
    if group.period is not None and group.period.unit is Unit.YEAR:
        return None
    year, month = resolve.month_of(group.period, group.context)
    days = [
        resolve.nth_weekday(year, month, weekday, number)
        for number in nth.numbers
        for weekday in weekdays.days
    ]
    return _deadline_or(group, _of_days(days, _hours(group)))


def _weekday_of_month_end(group: Group) -> When | None:
    """ "thứ Hai đầu tháng" is the first Monday, "thứ Sáu cuối tháng" the last Friday."""
    weekdays, period = group.weekdays, group.period
    if (
        weekdays is None
        or period is None
        or period.unit is not Unit.MONTH
        or period.piece not in ("1/3", "3/3")
    ):
        return None
    year, month = resolve.month_of(replace(period, piece=""), group.context)
    days = [
        resolve.nth_weekday(year, month, weekday, 1 if period.piece == "1/3" else -1)
        for weekday in weekdays.days
    ]
    return _deadline_or(group, _of_days(days, _hours(group)))


def _weekday(group: Group) -> When | None:
    weekdays = group.weekdays
    if weekdays is None:
        return None
    context = group.context
    if context.period is not None and len(context.period) <= _WEEK:
        days = [day for day in context.period if day.weekday() in weekdays.days]
        return _deadline_or(group, _of_days(days[: len(weekdays.days)], _hours(group)))
    if context.issued is not None and context.period is None:
        days = [_next(context.issued, weekday) for weekday in weekdays.days]
        return _deadline_or(group, _of_days(days, _hours(group)))
    group.doubt("weekday-alone", "a weekday without a date: every week, or one day of the period?")
    return Undated(_hours(group))


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _special(group: Group) -> When | None:
    special = group.value(Kind.SPECIAL)
    if not isinstance(special, Special):
        return None
    period = group.period
    if period is not None and period.unit is Unit.QUARTER:
        month = resolve.span_of(period, group.context)
        year, number = month.last.year, month.last.month if special.nth < 0 else month.first.month
    else:
        year, number = resolve.month_of(period, group.context)
    days = month_span(year, number)
    day = days.last if special.nth < 0 else days.first
    if special.working:
        weekdays = [one for one in days if one == next_working_day(one)]
        day = weekdays[0 if special.nth > 0 else -1]
    return _deadline_or(group, Day(day, _hours(group)))


# --- periods ------------------------------------------------------------------------------------------------------


def _week_of_month(group: Group) -> When | None:
    nth = group.nth
    if nth is None or not nth.week or (group.period is not None and group.period.unit is not Unit.MONTH):
        return None
    year, month = resolve.month_of(group.period, group.context)
    weeks = [resolve.week_of_month(year, month, number) for number in nth.numbers]
    return _period_of(group, DaySpan(weeks[0].first, weeks[-1].last))


def _period(group: Group) -> When | None:
    period = group.period
    return (
        _period_of(group, resolve.span_of(period, group.context))
        if period is not None and period.named
        else None
    )


def _period_of(group: Group, days: DaySpan) -> When:
    if group.deadline is not None or group.has(Kind.DONE):
        if group.deadline is None:
            return Day(days.last, _hours(group, deadline=True))
        return _deadline_or(group, Window(days.first, days.last))
    if group.has(Kind.WHOLE):
        return Span(days.first, days.last, _hours(group))
    return Window(days.first, days.last, _hours(group))


# --- repeats ------------------------------------------------------------------------------------------------------


def _weekly(group: Group) -> When | None:
    often, weekdays = group.often, group.weekdays
    if often is None or often.frequency not in (Frequency.WEEKLY, Frequency.DAILY):
        return None
    if often.soft and group.days is not None:
        return None
    days = often.weekdays or (weekdays.days if weekdays else ())
    if often.weekdays and weekdays:
        days = weekdays.days
    if often.frequency is Frequency.DAILY:
        if weekdays is None or group.days is not None:
            return None
    return _repeat(group, Frequency.WEEKLY, often, weekdays=_before(group, days)) if days else None


def _before(group: Group, days: tuple[int, ...]) -> tuple[int, ...]:
    """Weekdays on which one is still in time, for a deadline that excludes its day."""
    if (
        group.deadline is None
        or not group.deadline.exclusive
        or group.has(Kind.CLOCK)
        or group.has(Kind.PART)
    ):
        return days
    return tuple((day - 1) % 7 for day in days)


def _nth_weekday_repeats(group: Group) -> When | None:
    often, weekdays, nth = group.often, group.weekdays, group.nth
    if often is None or weekdays is None or often.frequency is not Frequency.MONTHLY:
        return None
    numbers = nth.numbers if nth else _end_of_month(group)
    by_day = tuple(WeekdayOf(weekday, number) for number in numbers for weekday in weekdays.days)
    months = group.value(Kind.MONTHS)
    if isinstance(months, Months) or often.interval == 3:  # noqa: PLR2004 - a quarter
        chosen = months.months if isinstance(months, Months) else ()
        if chosen:
            return _repeat(group, Frequency.YEARLY, Often(Frequency.YEARLY), by_month=chosen, by_day=by_day)
    return _repeat(group, Frequency.MONTHLY, often, by_day=by_day) if numbers else None


def _end_of_month(group: Group) -> tuple[int, ...]:
    piece = group.period.piece if group.period else ""
    return {"1/3": (1,), "3/3": (-1,)}.get(piece, ())


def _month_days(group: Group) -> When | None:
    often, days = group.often, group.days
    if often is None or days is None or often.frequency is not Frequency.MONTHLY:
        return None
    if any(element.first.day.month is not None for element in days.elements):
        return None
    if any(element.first.day.lunar for element in days.elements) or group.has(Kind.LUNAR):
        numbers = tuple(element.first.day.day for element in days.elements)
        period = group.context.period or DaySpan(
            resolve.today(group.context), resolve.add_months(resolve.today(group.context), 12)
        )
        if any("lunar-days-of-every-month" in piece.rules for piece in group.pieces):
            numbers = (1, 15)
        return _of_days(lunar_days_between(numbers, period.first, period.last), _hours(group))
    found: list[int] = []
    for element in days.elements:
        last = element.last.day.day if element.last else element.first.day.day
        if not 1 <= element.first.day.day <= last <= 31:  # noqa: PLR2004 - days of a month
            raise NoSuchDay(f"{element.first.day.day} of every month")
        found += range(element.first.day.day, last + 1)
    if group.deadline is not None and group.deadline.exclusive and not group.has(Kind.CLOCK):
        found = [number - 1 or -1 for number in found]
    if any(number > 28 for number in found):  # noqa: PLR2004 - the length of the shortest month
        group.doubt("short-month", "some months have no such day; offices mean their last day then")
    hours_of = days.elements[0].first
    return _repeat(group, Frequency.MONTHLY, often, by_month_day=tuple(found), member=hours_of)


def _special_repeats(group: Group) -> When | None:
    special, often = group.value(Kind.SPECIAL), group.often
    if not isinstance(special, Special):
        return None
    if often is None and not special.repeats:
        return None
    often = often or Often(Frequency.MONTHLY)
    if often.frequency is not Frequency.MONTHLY:
        return None
    months = group.value(Kind.MONTHS)
    frequency = Frequency.MONTHLY
    by_month: tuple[int, ...] = ()
    if isinstance(months, Months):
        frequency, by_month, often = Frequency.YEARLY, months.months, Often(Frequency.YEARLY)
    if special.working:
        weekdays = tuple(WeekdayOf(day) for day in range(_SATURDAY))
        return _repeat(group, frequency, often, by_month=by_month, by_day=weekdays, by_set_pos=(special.nth,))
    return _repeat(group, frequency, often, by_month=by_month, by_month_day=(special.nth,))


def _months_repeat(group: Group) -> When | None:
    months, days, special = group.value(Kind.MONTHS), group.days, group.value(Kind.SPECIAL)
    if not isinstance(months, Months):
        return None
    yearly = Often(Frequency.YEARLY)
    if days is not None and all(element.first.day.month is None for element in days.elements):
        numbers = tuple(
            element.first.day.day - bool(group.deadline and group.deadline.exclusive)
            for element in days.elements
        )
        return _repeat(group, Frequency.YEARLY, yearly, by_month=months.months, by_month_day=numbers)
    if isinstance(special, Special):
        return _special_repeats(Group([*group.pieces, _MONTHLY], group.context, group.issues))
    if group.weekdays is not None and group.nth is not None:
        return _nth_weekday_repeats(Group([*group.pieces, _MONTHLY], group.context, group.issues))
    if group.often is not None:
        return _repeat(group, Frequency.YEARLY, yearly, by_month=months.months)
    return None


_MONTHLY = Piece(Kind.OFTEN, Often(Frequency.MONTHLY), 10**9, 0, ())


def _yearly(group: Group) -> When | None:
    often, days = group.often, group.days
    if often is None or days is None or often.frequency is not Frequency.YEARLY:
        return None
    firsts = [element.first.day for element in days.elements]
    if any(day.month is None or day.lunar for day in firsts) or any(
        element.last for element in days.elements
    ):
        return None
    for day in firsts:
        resolve.day_of(replace(day, year=2024), group.context)
    months = tuple(sorted({day.month for day in firsts if day.month}))
    numbers = tuple(dict.fromkeys(day.day for day in firsts))
    if len(months) > 1 and len(numbers) > 1:
        return None
    return _repeat(group, Frequency.YEARLY, often, by_month=months, by_month_day=numbers)


def _daily_in_range(group: Group) -> list[When] | When | None:
    often = group.often
    return _days(group) if often is not None and (often.frequency is Frequency.DAILY or often.soft) else None


def _frequency(group: Group) -> When | None:
    often = group.often
    if often is None or (often.soft and not group.has(Kind.WEEKDAY)):
        return None
    excluded = group.value(Kind.EXCEPT)
    if often.frequency is Frequency.DAILY and isinstance(excluded, Except) and excluded.weekdays:
        kept = tuple(day for day in range(7) if day not in excluded.weekdays)
        return _repeat(group, Frequency.WEEKLY, often, weekdays=kept)
    when = _repeat(group, often.frequency, often)
    if often.frequency is not Frequency.DAILY:
        group.doubt("day-unknown", "the text says how often, not on which day")
    return when


def _repeat(
    group: Group,
    frequency: Frequency,
    often: Often,
    *,
    weekdays: tuple[int, ...] = (),
    by_day: tuple[WeekdayOf, ...] = (),
    by_month: tuple[int, ...] = (),
    by_month_day: tuple[int, ...] = (),
    by_set_pos: tuple[int, ...] = (),
    member: Member | None = None,
) -> When:
    excluded, rolled = group.value(Kind.EXCEPT), group.value(Kind.ROLL)
    except_ = excluded if isinstance(excluded, Except) else Except()
    by_day = by_day or tuple(WeekdayOf(day) for day in sorted(weekdays) if day not in except_.weekdays)
    if except_.months and not by_month:
        by_month = tuple(month for month in range(1, 13) if month not in except_.months)
    start, until = _bounds(group)
    recurrence = Recurrence(
        frequency=frequency,
        interval=often.interval if frequency is often.frequency else 1,
        by_month=by_month,
        by_month_day=tuple(sorted(by_month_day)),
        by_day=tuple(sorted(by_day, key=lambda one: (one.weekday, one.nth)))
        if not any(one.nth for one in by_day)
        else by_day,
        by_set_pos=by_set_pos,
        until=until,
        skips_days_off=except_.holidays,
        roll=rolled.roll if isinstance(rolled, Rolled) else None,
    )
    recurrence = repeat_days.anchored(recurrence, group.context, often.parity, start)
    if recurrence.first is None and recurrence.interval > 1:
        group.doubt("anchor-unknown", "the text does not say in which week or month it begins")
    hours = _hours(group, deadline=group.deadline is not None)
    return Repeat(recurrence, _with_member(hours, member) if member else hours)


def _bounds(group: Group) -> tuple[date | None, date | None]:
    """First and last day that the words give to a repeat."""
    start: date | None = None
    until: date | None = None
    bounds = group.bounds
    if bounds is not None:
        ((start, until),) = resolve.days_of(bounds, group.context)[:1]
        length = group.value(Kind.LENGTH)
        if until is None and isinstance(length, Length):
            until = _of_length_end(start, length)
    end = group.value(_END)
    if isinstance(end, PartDate):
        until = resolve.day_of(end, group.context, not_before=group.context.issued)
    period = group.period
    if start is None and until is None and period is not None and _is_bound(period):
        days = resolve.span_of(period, group.context)
        start, until = days.first, days.last
    return start, until


def _is_bound(period: Period) -> bool:
    """Whether a period beside a repeat is one that the words name ("tháng 11"), not only "trong tháng"."""
    return (period.number is not None or period.months is not None) and not period.piece


def _of_length_end(start: date, length: Length) -> date | None:
    when = _of_length(start, replace(length, working=False), Hours())
    return when.last if isinstance(when, Span) else None


# --- the rest -----------------------------------------------------------------------------------------------------


def _later_told(group: Group) -> When | None:
    return Undated(_hours(group))


def _only_hours(group: Group) -> When | None:
    return Undated(_hours(group, deadline=group.deadline is not None))


@dataclass(frozen=True, slots=True)
class Base:
    """What a set of kinds means. meaning: the value, None where it does not apply after all."""

    name: str
    needs: tuple[Kind, ...]
    meaning: Callable[[Group], list[When] | When | None]


BASES = (
    Base("months-repeat", (Kind.MONTHS,), _months_repeat),
    Base("special-day-repeats", (Kind.SPECIAL,), _special_repeats),
    Base("nth-weekday-repeats", (Kind.OFTEN, Kind.WEEKDAY), _nth_weekday_repeats),
    Base("days-of-every-month", (Kind.OFTEN, Kind.DAY), _month_days),
    Base("yearly", (Kind.OFTEN, Kind.DAY), _yearly),
    Base("daily-in-a-range", (Kind.OFTEN, Kind.DAY), _daily_in_range),
    Base("weekly", (Kind.OFTEN,), _weekly),
    Base("days", (Kind.DAY,), _days),
    Base("frequency", (Kind.OFTEN,), _frequency),
    Base("special-day", (Kind.SPECIAL,), _special),
    Base("weekday-of-a-week", (Kind.WEEKDAY, Kind.PERIOD), _weekday_of_week),
    Base("nth-weekday", (Kind.WEEKDAY, Kind.NTH), _nth_weekday),
    Base("weekday-at-an-end-of-a-month", (Kind.WEEKDAY, Kind.PERIOD), _weekday_of_month_end),
    Base("weekday", (Kind.WEEKDAY,), _weekday),
    Base("week-of-a-month", (Kind.NTH,), _week_of_month),
    Base("period", (Kind.PERIOD,), _period),
    Base("counted", (Kind.DEADLINE, Kind.LENGTH), _counted_from_nothing),
    Base("told-later", (Kind.LATER,), _later_told),
    Base("hours", (Kind.CLOCK,), _only_hours),
    Base("part-of-day", (Kind.PART,), _only_hours),
)
