"""Who is to be told of which occurrence, and at which instant: a plan, made of values alone.

Hard here: a lead is counted in days of the office's calendar or in hours of the clock; a reminder gives way to quiet
hours and days off but never comes after its event has begun; a window rings for nobody, and asks the office instead;
and planning again must give the same reminders, so each has an identity made of what it is about. Where plans are kept
is `outbox`'s concern, what a reminder says `messages`'.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

from calendars.events import Occurrence
from calendars.programme import Category, Status
from calendars.recurrence import DaysOff
from calendars.times import ONE_DAY, VIETNAM, OfficeHours
from calendars.when import Day, Hours, Span, Window
from scheduler.people import ChannelKind, Person

ASSUMED_LENGTH = timedelta(hours=2)
"""How long an event whose end is not known is taken to last, to tell whether a reminder is still of use."""

NUDGE_RULE = "open-window"
NUDGE_LEAD_WORKING_DAYS = 3
NUDGE_HOUR = time(8, 0)


@dataclass(frozen=True, slots=True)
class Lead:
    """How long before an event: whole days of the calendar, or a stretch of the clock (one of the two is zero).

    working: the days counted are working days.
    """

    days: int = 0
    clock: timedelta = timedelta()
    working: bool = False


_LEAD = re.compile(r"(\d+)\s*(working\s+)?(day|week|hour|minute|second)s?")
_CLOCK_UNITS = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(seconds=1)}


def parse_lead(text: str, *, working: bool = False) -> Lead:
    """The lead that a configuration names: "1 day", "3 working days", "2 weeks", "90 minutes", "45 seconds", "0 days".

    ValueError with a sentence where it is none of these.
    """
    found = _LEAD.fullmatch(text.strip().lower())
    if found is None or (found[2] and found[3] != "day"):
        raise ValueError(f'`before` is a number and a unit such as "1 day" or "90 minutes", not {text!r}')
    number, unit = int(found[1]), found[3]
    if unit in _CLOCK_UNITS:
        return Lead(clock=number * _CLOCK_UNITS[unit])
    return Lead(days=number * (7 if unit == "week" else 1), working=working or bool(found[2]))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRule:
    """Whom to tell, about what, how long before, by which channel.

    calendars: slugs, "*" for all; categories: empty for all; groups: only people in one of these, empty for every
    follower; at: the local hour on the day that `before` gives, which must then be whole days; channels: in the order
    in which they are tried, empty for each person's own order.
    """

    name: str
    before: Lead
    at: time | None = None
    calendars: tuple[str, ...] = ("*",)
    categories: tuple[Category, ...] = ()
    groups: tuple[str, ...] = ()
    channels: tuple[ChannelKind, ...] = ()

    def __post_init__(self) -> None:
        if self.at is not None and self.before.clock:
            raise ValueError(f"the reminder {self.name!r} has `at`, so `before` must be whole days")

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> "ReminderRule":
        """The rule that a table [[reminders]] describes. ValueError with a sentence that names what is wrong in it."""
        for key in ("name", "before"):
            if not isinstance(table.get(key), str) or not table[key].strip():
                raise ValueError(f"a reminder needs `{key}`, a text in quotes")
        return cls(
            name=table["name"],
            before=parse_lead(table["before"], working=bool(table.get("working_days", False))),
            at=parse_hour(table["at"]) if table.get("at") else None,
            calendars=tuple(table.get("calendars", ("*",))),
            categories=tuple(_choice(Category, value, "categories") for value in table.get("categories", ())),
            groups=tuple(table.get("groups", ())),
            channels=tuple(_choice(ChannelKind, value, "channels") for value in table.get("channels", ())),
        )

    def concerns(self, occurrence: Occurrence) -> bool:
        """Whether it speaks of that occurrence's calendar and category."""
        event = occurrence.event
        return ("*" in self.calendars or event.calendar in self.calendars) and (
            not self.categories or event.category in self.categories
        )


DEFAULT_RULES = (
    ReminderRule(name="day-before", before=Lead(days=1), at=time(16), categories=(Category.MEETING,)),
    ReminderRule(name="soon", before=Lead(clock=timedelta(minutes=45)), categories=(Category.MEETING,)),
    ReminderRule(name="deadline", before=Lead(days=3), at=time(8), categories=(Category.DEADLINE,)),
    ReminderRule(name="deadline-eve", before=Lead(days=1), at=time(8), categories=(Category.DEADLINE,)),
)
"""What holds where the configuration names no reminders: deadlines ring earlier than meetings."""


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
        return _local(day, self.begin, at.tzinfo), _local(last, self.end, at.tzinfo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What planning must know of the office: its zone, its hours, when it is quiet, and the days it is closed."""

    zone: ZoneInfo = VIETNAM
    hours: OfficeHours = field(default_factory=OfficeHours)
    quiet: QuietHours | None = None
    closed: DaysOff = lambda day: day.weekday() >= 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One telling: this person, of this occurrence as it starts at this instant, by this rule.

    day: the occurrence's recurrence-id; starts, ends, due: UTC instants; after `ends` it is of no use. channels: the
    ways to try, in order, among those the person has. nudge: asks the office to settle an open window.
    """

    event: str
    day: date | None
    calendar: str
    rule: str
    person: str
    starts: datetime
    ends: datetime
    due: datetime
    channels: tuple[ChannelKind, ...]
    nudge: bool = False

    @property
    def id(self) -> str:
        """The same whenever the same telling is planned: 34 characters of [a-z0-9-]."""
        return telling_id(
            self.event, self.day.isoformat() if self.day else "", self.rule, self.person, self.starts
        )


def telling_id(event: str, day: str, rule: str, person: str, starts: datetime) -> str:
    """The identity of a telling (design section 4): occurrence, rule, recipient and start; 34 characters.

    Those of one occurrence begin alike, so that a database finds them side by side.
    """
    occurrence = f"{event}\n{day}\n{int(starts.timestamp() * 1000)}"
    whole = f"{occurrence}\n{rule}\n{person}"
    return f"r-{_digest(occurrence, 4)}{blake2b(whole.encode(), digest_size=12).hexdigest()}"


@lru_cache(maxsize=256)
def _digest(text: str, size: int) -> str:
    return blake2b(text.encode(), digest_size=size).hexdigest()


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
    ends = _local(last, hours.end or _part_end(hours, office), office.zone)
    if occurrence.event.category is Category.DEADLINE:
        return ends.astimezone(UTC), ends.astimezone(UTC)
    starts = _local(first, _beginning(hours, office), office.zone)
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
        _working_days_before(local.date(), lead.days, office)
        if lead.working
        else local.date() - lead.days * ONE_DAY
    )
    return _local(day, rule.at or local.time(), office.zone).astimezone(UTC)


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


def plan_reminders(
    rules: Sequence[ReminderRule],
    occurrences: Iterable[Occurrence],
    people: Sequence[Person],
    *,
    now: datetime,
    office: Office,
    keepers: Sequence[Person] = (),
) -> Iterator[Reminder]:
    """The reminders that stand at `now` (UTC) for these occurrences, one at a time so that a million need no memory.

    What has begun is left out. Of the reminders of one person and occurrence whose hour has already come, only the
    latest is given: somebody who learns of a meeting late is told once. keepers: the people of the office, who are
    asked about windows that are still open. What was sent is not known here: `outbox` keeps each only once.
    """
    audience = Audience(people)
    office_people = Audience(keepers)
    for occurrence in occurrences:
        if occurrence.status in (Status.CANCELLED, Status.POSTPONED):
            continue
        if isinstance(occurrence.when, Window):
            yield from _nudges(occurrence, occurrence.when, office_people.everybody, office, now)
            continue
        extent = extent_of(occurrence, office)
        if extent is None or extent[0] <= now:
            continue
        yield from _for_occurrence(rules, occurrence, extent, audience, office, now)


class Audience:
    """People by what they follow, so that the followers of an occurrence are found without asking everybody."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Those who opted out or have no address are left out."""
        self.everybody = tuple(p for p in people if p.addresses and not p.opted_out)
        self._order = {person.id: place for place, person in enumerate(self.everybody)}
        self._sets: dict[tuple[str, tuple[str, ...]], tuple[Person, ...]] = {}
        self._wanted: dict[tuple[str, tuple[ChannelKind, ...]], tuple[ChannelKind, ...]] = {}

    @cached_property
    def _by_follow(self) -> Mapping[tuple[str, str], list[Person]]:
        found: dict[tuple[str, str], list[Person]] = {}
        for person in self.everybody:
            keys = {("group", group) for group in person.groups}
            for follow in person.follows:
                for kind in ("calendar", "group", "event"):
                    if name := getattr(follow, kind):
                        keys.add((kind, name))
            for key in keys:
                found.setdefault(key, []).append(person)
        return found

    def of(self, occurrence: Occurrence) -> tuple[Person, ...]:
        """Who follows its calendar, the event, or a group it is for (members follow their groups)."""
        event = occurrence.event
        key = event.calendar, event.groups
        if key not in self._sets:
            self._sets[key] = self._union(
                ("calendar", "*"), ("calendar", event.calendar), *(("group", name) for name in event.groups)
            )
        own = self._by_follow.get(("event", event.uid))
        return self._sets[key] if not own else self._merged([self._sets[key], own])

    def _union(self, *keys: tuple[str, str]) -> tuple[Person, ...]:
        return self._merged([self._by_follow.get(key, []) for key in keys])

    def _merged(self, lists: Iterable[Sequence[Person]]) -> tuple[Person, ...]:
        found = {person.id: person for people in lists for person in people}
        return tuple(sorted(found.values(), key=lambda person: self._order[person.id]))

    def channels(self, person: Person, wanted: tuple[ChannelKind, ...]) -> tuple[ChannelKind, ...]:
        """As `channels_of`, remembered: the same few answers are asked for a million times."""
        key = person.id, wanted
        if key not in self._wanted:
            self._wanted[key] = channels_of(person, wanted)
        return self._wanted[key]


def channels_of(person: Person, wanted: tuple[ChannelKind, ...]) -> tuple[ChannelKind, ...]:
    """Those of the wanted channels that the person has, in that order; the person's own order where none are wanted."""
    own = tuple(dict.fromkeys(address.channel for address in person.addresses))
    return tuple(kind for kind in wanted if kind in own) if wanted else own


def _for_occurrence(
    rules: Sequence[ReminderRule],
    occurrence: Occurrence,
    extent: tuple[datetime, datetime],
    audience: Audience,
    office: Office,
    now: datetime,
) -> Iterator[Reminder]:
    starts, ends = extent
    ringing = sorted(
        (
            (out_of_quiet(due_of(rule, starts, office), starts, office, now), rule)
            for rule in rules
            if rule.concerns(occurrence)
        ),
        key=lambda pair: pair[0],
        reverse=True,
    )
    ringing = [(due, rule) for due, rule in ringing if due < starts]
    if not ringing:
        return
    followers = audience.of(occurrence)
    told_late: set[str] = set()
    event = occurrence.event
    for due, rule in ringing:
        for person in followers:
            channels = audience.channels(person, rule.channels)
            if not channels or (rule.groups and not set(rule.groups) & set(person.groups)):
                continue
            if due <= now:
                if person.id in told_late:
                    continue
                told_late.add(person.id)
            yield Reminder(
                event=event.uid,
                day=occurrence.day,
                calendar=event.calendar,
                rule=rule.name,
                person=person.id,
                starts=starts,
                ends=ends,
                due=due,
                channels=channels,
            )


def _nudges(
    occurrence: Occurrence, window: Window, keepers: Sequence[Person], office: Office, now: datetime
) -> Iterator[Reminder]:
    starts = _local(window.first, office.hours.morning[0], office.zone).astimezone(UTC)
    ends = _local(window.last, office.hours.afternoon[1], office.zone).astimezone(UTC)
    if ends <= now:
        return
    day = _working_days_before(window.first, NUDGE_LEAD_WORKING_DAYS, office)
    due = _local(day, NUDGE_HOUR, office.zone).astimezone(UTC)
    for person in keepers:
        yield Reminder(
            event=occurrence.event.uid,
            day=occurrence.day,
            calendar=occurrence.event.calendar,
            rule=NUDGE_RULE,
            person=person.id,
            starts=starts,
            ends=ends,
            due=out_of_quiet(due, ends, office, now),
            channels=channels_of(person, ()),
            nudge=True,
        )


def _working_days_before(day: date, count: int, office: Office) -> date:
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


def _local(day: date, at: time, zone: Any) -> datetime:
    """That wall-clock time of that day; time.max (24h00) is the next day's beginning."""
    if at == time.max:
        day, at = day + ONE_DAY, time()
    return datetime.combine(day, at, zone)


def parse_hour(text: object) -> time:
    """The time of day of a configuration, "16:00". ValueError with a sentence where it is none."""
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", str(text).strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueError(f'an hour is written like "16:00", not {text!r}')
    return time(int(found[1]), int(found[2]))


def _choice(kind: Any, value: object, key: str) -> Any:
    try:
        return kind(value)
    except ValueError:
        raise ValueError(f"`{key}` may name {', '.join(kind)}, not {value!r}") from None
