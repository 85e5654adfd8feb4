"""At which instant a rule rings, as the office's zone, hours, days off and quiet hours have it.

Hard here: a lead is counted in days of the office's calendar or in hours of the clock; a part of a day is timed by the
office's hours; and a reminder gives way to quiet hours but never comes after its event has begun.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from calendars.events import Occurrence
from calendars.marks import Category
from calendars.recurrence import DaysOff
from calendars.times import ONE_DAY, VIETNAM, OfficeHours
from calendars.when import Day, Hours, Span
from scheduler.reminders.rules import ReminderRule

ASSUMED_LENGTH = timedelta(hours=2)
"""How long an event whose end is not known is taken to last, to tell whether a reminder is still of use."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When nobody is to be disturbed, in local time; `begin` after `end` means over midnight."""

    begin: time
    end: time

    def around(self, at: datetime) -> tuple[datetime, datetime] | None:
        """The quiet stretch (local begin and end) that the local instant `at` falls in, or None."""
        clock = at.time()
        if self.begin <= self.end:
            inside, day = self.begin <= clock < self.end, at.date()
        else:
            inside = clock >= self.begin or clock < self.end
            day = at.date() if clock >= self.begin else at.date() - ONE_DAY
        if not inside:
            return None
        last = day if self.begin <= self.end else day + ONE_DAY
        return local_instant(day, self.begin, at.tzinfo), local_instant(last, self.end, at.tzinfo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What planning must know of the office: its zone, its hours, when it is quiet, and the days it is closed."""

    zone: ZoneInfo = VIETNAM
    hours: OfficeHours = field(default_factory=OfficeHours)
    quiet: QuietHours | None = None
    closed: DaysOff = lambda day: day.weekday() >= 5


def extent_of(occurrence: Occurrence, office: Office) -> tuple[datetime, datetime] | None:
    """From when to when the occurrence lasts (UTC), as far as reminders need to know; None where that is open.

    A part of a day counts with the office's hours, a day without any hour from the office's morning to its afternoon's
    end. A deadline begins and ends at its last moment: until then one is in time.
    """
    match occurrence.when:
        case Day(day=day, hours=hours):
            first, last = day, day
        case Span(first=first, last=end, hours=hours):
            last = end or first
        case _:
            return None
    ends = local_instant(last, hours.end or _part_end(hours, office), office.zone)
    if occurrence.event.category is Category.DEADLINE:
        return ends.astimezone(UTC), ends.astimezone(UTC)
    starts = local_instant(first, _beginning(hours, office), office.zone)
    if hours.start is not None and hours.end is None and first == last:
        ends = starts + ASSUMED_LENGTH
    starts, ends = starts.astimezone(UTC), ends.astimezone(UTC)
    return starts, max(starts, ends)


def due_of(rule: ReminderRule, starts: datetime, office: Office) -> datetime:
    """The instant (UTC) at which the rule rings for what starts at `starts`, quiet hours not yet looked at."""
    lead = rule.before
    if lead.clock:
        return starts - lead.clock
    local = starts.astimezone(office.zone)
    day = (
        working_days_before(local.date(), lead.days, office)
        if lead.working
        else local.date() - lead.days * ONE_DAY
    )
    return local_instant(day, rule.at or local.time(), office.zone).astimezone(UTC)


def out_of_quiet(due: datetime, starts: datetime, office: Office, now: datetime) -> datetime:
    """`due` moved before the quiet hours it falls in (all UTC).

    Where their beginning has passed, it is moved to their end if the event has not begun by then, and else not at all.
    """
    if office.quiet is None:
        return due
    stretch = office.quiet.around(max(due, now).astimezone(office.zone))
    if stretch is None:
        return due
    begin, end = (edge.astimezone(UTC) for edge in stretch)
    if begin > now:
        return begin
    return end if end < starts else min(due, now)


def working_days_before(day: date, count: int, office: Office) -> date:
    """The working day that comes `count` working days before `day`; never further than two years back."""
    earliest = day - timedelta(days=730)
    while count > 0 and day > earliest:
        day -= ONE_DAY
        if not office.closed(day):
            count -= 1
    return day


def _beginning(hours: Hours, office: Office) -> time:
    if hours.start is not None:
        return hours.start
    part = office.hours.of(hours.part) if hours.part else None
    return part[0] if part else office.hours.morning[0]


def _part_end(hours: Hours, office: Office) -> time:
    named = hours.end_part or hours.part
    part = office.hours.of(named) if named else None
    return part[1] if part else office.hours.afternoon[1]


def local_instant(day: date, at: time, zone: tzinfo | None) -> datetime:
    """That wall-clock time of that day; time.max (24h00) is the next day's beginning."""
    if at == time.max:
        day, at = day + ONE_DAY, time()
    return datetime.combine(day, at, zone)
