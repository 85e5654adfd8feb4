"""Who is to be told of which occurrence, and at which instant: a plan, made of values alone.

Hard here: somebody who learns of a meeting late is told once; a window rings for nobody, and asks the office instead;
and planning again must give the same reminders, so each has an identity made of what it is about. A million of them
must need no memory and little time, so they are given one by one, and what is the same for many is worked out once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from hashlib import blake2b

from calendars.events import Occurrence
from calendars.marks import Status
from calendars.when import Window
from scheduler.channel_kinds import ChannelKind
from scheduler.people import Person
from scheduler.reminders.audience import Audience, channels_of
from scheduler.reminders.rules import ReminderRule
from scheduler.reminders.timing import (
    Office,
    due_of,
    extent_of,
    local_instant,
    out_of_quiet,
    working_days_before,
)

NUDGE_RULE = "open-window"
NUDGE_LEAD_WORKING_DAYS = 3
NUDGE_HOUR = time(8, 0)


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
    latest is given: somebody who learns of a meeting late is told once. Of those that quiet hours bring to one instant,
    by the same channels, one is given. keepers: the people of the office, who are
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
    told: set[tuple[str, tuple[ChannelKind, ...]]] = set()
    moment = starts
    may_repeat = len({max(due, now) for due, _ in ringing}) < len(ringing)
    event = occurrence.event
    for due, rule in ringing:
        # Rules whose hours have come, or that quiet hours bring to one instant, say the same thing once.
        if max(due, now) != moment:
            moment = max(due, now)
            told.clear()
        for person in followers:
            channels = audience.channels(person, rule.channels)
            if not channels or (rule.groups and not audience.is_in(person, rule.groups)):
                continue
            if may_repeat:
                # Two rules for one hour may be meant for two channels.
                telling = (person.id, () if due <= now else channels)
                if telling in told:
                    continue
                told.add(telling)
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
    starts = local_instant(window.first, office.hours.morning[0], office.zone).astimezone(UTC)
    ends = local_instant(window.last, office.hours.afternoon[1], office.zone).astimezone(UTC)
    if ends <= now:
        return
    day = working_days_before(window.first, NUDGE_LEAD_WORKING_DAYS, office)
    due = local_instant(day, NUDGE_HOUR, office.zone).astimezone(UTC)
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
