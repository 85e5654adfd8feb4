"""What a group says of the time of day, and its days made values with it.

An hour on twelve is made one on twenty-four by the part of the day beside it; a length of hours gives the end that the
words leave out. A length of days gives the last of them, a deadline the last day that is still in time.
"""

from collections.abc import Sequence
from datetime import date, time, timedelta

from calendars.grammar import spans
from calendars.grammar.group import Group
from calendars.grammar.joined_values import in_part_of_day
from calendars.grammar.pieces import Clock, Kind, Length, Member, Parts, Unit
from calendars.times import ONE_DAY, DayPart
from calendars.when import Day, Days, Hours, Span, Undated, When, Window
from calendars.workdays import next_working_day, working_days_after

_EARLY = range(1, 6)  # hours that without a part of the day are perhaps of the afternoon
_NOON = 12
_OF_THE_AFTERNOON = range(1, 5)  # those of them at which no office meets in the morning

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
    if start is not None and end is not None and part is DayPart.MORNING and end.hour < _NOON <= start.hour:
        part = None  # "từ 22h00 đến 4h00 sáng hôm sau": the next morning
    length = group.value(Kind.LENGTH)
    if start and end is None and isinstance(length, Length) and length.unit in (Unit.HOUR, Unit.MINUTE):
        end = _later(start, length)
    if start is not None and part is None and start.hour in _EARLY:
        start, end = _perhaps_of_the_afternoon(group, clock, start, end)
    if deadline and end is None:
        return Hours(end=start, part=part)
    return Hours(start, end, part)


def _perhaps_of_the_afternoon(
    group: Group, clock: Clock, start: time, end: time | None
) -> tuple[time, time | None]:
    """ "họp lúc 2h": an office means 14:00; not where it is said of every day, or written 02h."""
    told = f"{start:%H:%M} without a part of the day"
    by_night = end is not None and end.hour not in range(start.hour, 6)
    if clock.padded or by_night or group.has(Kind.OFTEN) or start.hour not in _OF_THE_AFTERNOON:
        group.doubt("hour-doubtful", f"{told} may be of the afternoon")
        return start, end
    group.doubt("hour-doubtful", f"{told} was taken to be of the afternoon")
    return start.replace(hour=start.hour + 12), end.replace(hour=end.hour + 12) if end else None


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
        return Span(first, spans.add_months(first, int(length.amount)) - ONE_DAY, hours)
    days = length.amount * (7 if length.unit is Unit.WEEK else 1)
    whole = int(days)
    if days != whole:  # the half of the last day: its morning, where the first begins in the morning
        late = DayPart.MORNING if hours.part in (None, DayPart.MORNING) else DayPart.AFTERNOON
        last = first + timedelta(days=whole)
        return Span(first, last, hours._replace(end_part=late)) if whole else Day(first, hours)
    if whole <= 1:
        return Day(first, hours or Hours(part=DayPart.ALL_DAY))
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
