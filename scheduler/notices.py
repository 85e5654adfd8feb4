"""What is told beside reminders: what a release changes, and the digests of a day, a week or a month.

Hard here: one message a person and release, which says only what matters to its reader (moved, cancelled, confirmed,
given a place; not what is long over), and the same tellings however often they are planned. Other words alone, a title,
a chair or a note, change nobody's day and are told to nobody: pages, feeds and the next reminder have them. Wording is
the work of `messages`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from calendars.changes import Change, ChangeKind
from calendars.events import Event, Occurrence
from calendars.marks import Status
from calendars.releases import Version
from calendars.times import ONE_DAY, DaySpan, month_span, week_of
from calendars.when import When, extent
from scheduler.channels.channel import Purpose
from scheduler.messages import ChangeSaid, change_said, notice_body
from scheduler.people import Person
from scheduler.reminders import Audience, Office, channels_of, out_of_quiet, parse_hour
from scheduler.tellings import Telling, telling_about

TOLD_KINDS = (
    ChangeKind.CLOSED,
    ChangeKind.MOVED,
    ChangeKind.ALTERED,
    ChangeKind.CANCELLED,
    ChangeKind.ENDED,
)
CHANGE_RULE = "change-"
"""A notice's rule is this and the number of its release."""

CHANGE_TOLD_FOR = timedelta(days=2)
"""How long a change is worth telling at least."""

MISSED_DIGEST = timedelta(hours=3)
"""A digest that nobody planned in time is still told for so long."""

DAYS_OF_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


# --- changes ----------------------------------------------------------------------------------------------------------


def change_notices(
    changes: Iterable[Change],
    people: Sequence[Person],
    *,
    release: str,
    made: datetime,
    document: str,
    now: datetime,
    office: Office,
) -> Iterator[Telling]:
    """One telling for each follower of what a release changes.

    release: names it, the same each time; made: when it was made (UTC), the same each time; document: as it is cited.
    """
    audience = Audience(people)
    told: dict[str, list[ChangeSaid]] = {}
    by_id: dict[str, Person] = {}
    for change in changes:
        said = _said(change)
        if said is None or _is_long_over(said, now, office):
            continue
        for person in _followers(audience, change):
            by_id[person.id] = person
            told.setdefault(person.id, []).append(said)
    # Most people are told the same, which is worked out once.
    terms: dict[tuple[int, ...], tuple[datetime, datetime, dict[str, Any]]] = {}
    for person_id, items in told.items():
        key = tuple(map(id, items))
        if key not in terms:
            limit = first_start(items, office, now) or now + CHANGE_TOLD_FOR
            ends = max(now + CHANGE_TOLD_FOR, *(_last_end(said, office) for said in items))
            terms[key] = ends, out_of_quiet(now, limit, office, now), notice_body(items, document)
        ends, due, body = terms[key]
        yield telling_about(
            Purpose.CHANGE,
            rule=f"{CHANGE_RULE}{release}",
            person=person_id,
            starts=made,
            ends=ends,
            due=due,
            channels=channels_of(by_id[person_id], ()),
            body=body,
        )


def undoing_changes(versions: Iterable[Version]) -> Iterator[Change]:
    """What the undoing of a release changes for followers; versions: those of the undoing itself.

    What comes back is told as what it is beside what they knew: an event that was taken off, as one that did not take
    place. The days that a standing meeting had until its hours changed were an event of their own, of which nobody was
    told. That a standing meeting goes on for another month nobody was told either; but its days may have been, in
    digests, so that it ends sooner is told.
    """
    for version in versions:
        before, after = version.before, version.after
        if after is None and before is not None and before.ended is None:
            gone = before._replace(status=Status.CANCELLED, sequence=before.sequence + 1)
            yield Change(kind=ChangeKind.CANCELLED, before=before, after=gone)
        elif before is None and after is not None and after.ended is None:
            unknown = after._replace(status=Status.CANCELLED, sequence=after.sequence - 1)
            yield Change(kind=ChangeKind.ALTERED, before=unknown, after=after)
        elif before is not None and after is not None:
            yield from _set_back(before, after)


def _set_back(before: Event, after: Event) -> Iterator[Change]:
    """The event as a whole, and each day of a series that differed from it or differs now."""
    if before.when != after.when or before.status is not after.status:
        yield Change(kind=ChangeKind.MOVED, before=before, after=after)
    elif before.location != after.location:
        yield Change(kind=ChangeKind.ALTERED, before=before, after=after)
    was, now = ({one.day: one for one in event.overrides} for event in (before, after))
    for day in sorted(was.keys() | now.keys()):
        if was.get(day) != now.get(day):
            yield Change(kind=ChangeKind.MOVED, before=before, after=after, day=day)


def _said(change: Change) -> ChangeSaid | None:
    """What its followers are told of it; None where it does not matter to them."""
    if change.kind not in TOLD_KINDS or change.before is None or not change.is_published:
        return None
    return change_said(change.before, change.after, change.kind, change.day)


def _followers(audience: Audience, change: Change) -> list[Person]:
    """Those of the event as it was and as it is: who was left out of it must learn so too."""
    found: dict[str, Person] = {}
    for event in (change.before, change.after):
        if event is not None:
            found |= {person.id: person for person in audience.of(_plain(event, event.when))}
    return list(found.values())


def _plain(event: Event, when: When) -> Occurrence:
    return Occurrence(
        event=event, day=None, when=when, title=event.title, location=event.location, status=event.status
    )


def _is_long_over(said: ChangeSaid, now: datetime, office: Office) -> bool:
    """Whether both the old and the new time lie before today."""
    today = now.astimezone(office.zone).date()
    spans = [extent(when) for when in (said.before, said.after) if when is not None]
    return bool(spans) and all(span is not None and span.last < today for span in spans)


def first_start(changes: Iterable[ChangeSaid], office: Office, now: datetime) -> datetime | None:
    """When the first of what was changed begins, by its old or its new time (UTC); None where nothing is ahead."""
    starts = [start for said in changes if (start := _first_start(said, office)) is not None]
    return min((start for start in starts if start > now), default=None)


def _first_start(said: ChangeSaid, office: Office) -> datetime | None:
    starts = []
    for when in (said.before, said.after):
        span = extent(when) if when is not None else None
        if span is not None:
            hours = getattr(when, "hours", None)
            begins = hours.start if hours is not None else None
            at = min(begins or time.max, office.hours.morning[0])
            starts.append(datetime.combine(span.first, at, office.zone).astimezone(UTC))
    return min(starts, default=None)


def _last_end(said: ChangeSaid, office: Office) -> datetime:
    """The end of the last day that the old or the new time touches: until then the change is worth telling."""
    spans = [extent(when) for when in (said.before, said.after) if when is not None]
    last = max((span.last for span in spans if span is not None), default=None)
    if last is None:
        return datetime.min.replace(tzinfo=UTC)
    return datetime.combine(last, office.hours.afternoon[1], office.zone).astimezone(UTC)


# --- digests ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Digests:
    """Which digests there are: daily at an hour, weekly on a weekday (0 Monday) at an hour, monthly on release."""

    daily: time | None = None
    weekly: tuple[int, time] | None = None
    monthly: bool = False

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> "Digests":
        """The digests that the table [digests] describes. ValueError with a sentence where it is wrong."""
        return cls(
            daily=parse_hour(table["daily"]) if table.get("daily") else None,
            weekly=_weekly(table["weekly"]) if table.get("weekly") else None,
            monthly=bool(table.get("monthly", False)),
        )


def plan_digests(
    digests: Digests,
    people: Sequence[Person],
    *,
    now: datetime,
    office: Office,
    ahead: timedelta = ONE_DAY,
) -> Iterator[Telling]:
    """The daily digests of today and of the days `ahead`, and the weekly ones, the next at least.

    To be planned at least once a day.
    """
    today = now.astimezone(office.zone).date()
    dues: list[tuple[str, datetime, DaySpan]] = []
    if digests.daily is not None:
        hour = digests.daily
        dues += [
            ("daily", _local(day, hour, office), DaySpan(day, day)) for day in DaySpan(today, today + ahead)
        ]
    if digests.weekly is not None:
        weekday, hour = digests.weekly
        for day in DaySpan(today, today + max(ahead, 6 * ONE_DAY)):
            if day.weekday() == weekday:
                # From Friday noon on, the week that matters is the next one.
                over = 3 if weekday > 4 or (weekday == 4 and hour >= time(12)) else 0
                dues.append(("weekly", _local(day, hour, office), week_of(day + over * ONE_DAY)))
    for kind, due, span in dues:
        if due > now - MISSED_DIGEST:
            yield from _digests(kind, kind, span, people, due=due, office=office, calendar="")


def monthly_digests(
    calendar: str, month: date, people: Sequence[Person], *, release: str, now: datetime, office: Office
) -> Iterator[Telling]:
    """The month of a calendar, told to its followers when its programme is released; month: any day of it."""
    span = month_span(month.year, month.month)
    due = out_of_quiet(now, _local(span.last, time(12), office), office, now)
    followers = [person for person in people if _may_concern(person, calendar)]
    yield from _digests(
        "monthly",
        f"monthly-{calendar}-{release}",
        span,
        followers,
        due=due,
        office=office,
        calendar=calendar,
    )


def _digests(
    kind: str,
    rule: str,
    span: DaySpan,
    people: Sequence[Person],
    *,
    due: datetime,
    office: Office,
    calendar: str,
) -> Iterator[Telling]:
    ends = max(_local(span.last, office.hours.afternoon[1], office), due + timedelta(hours=1))
    body = {
        "kind": kind,
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "calendar": calendar,
    }
    for person in people:
        channels = channels_of(person, ())
        if channels and not person.opted_out and (person.follows or person.groups):
            yield telling_about(
                Purpose.DIGEST,
                rule=rule,
                person=person.id,
                starts=_local(span.first, time(), office),
                ends=ends,
                due=due,
                channels=channels,
                body=body,
            )


def _may_concern(person: Person, calendar: str) -> bool:
    """Whether the month may hold something for the person; one of which nothing is theirs is dropped when it is due."""
    by_group_or_event = person.groups or any(follow.group or follow.event for follow in person.follows)
    return bool(by_group_or_event) or any(follow.calendar in ("*", calendar) for follow in person.follows)


def _local(day: date, at: time, office: Office) -> datetime:
    return datetime.combine(day, at, office.zone).astimezone(UTC)


def _weekly(text: object) -> tuple[int, time]:
    found = re.fullmatch(r"([A-Za-z]{3})[a-z]*\s+(\d{1,2}:\d{2})", str(text).strip())
    if found is None or found[1].lower() not in DAYS_OF_WEEK:
        raise ValueError(f'`weekly` is a day and an hour such as "Mon 07:00", not {text!r}')
    return DAYS_OF_WEEK.index(found[1].lower()), parse_hour(found[2])
