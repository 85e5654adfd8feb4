"""The plan of reminders kept true: made anew, for what changed, within the transaction that changed it.

Hard is only to plan neither too much nor too little: a change of an event concerns all its followers, a change of a
person all that they follow, and each new day brings what has come within the horizon. Planning twice changes nothing,
so there is no leader and no lock; what a plan holds is decided by `reminders`, how it is kept by `outbox`.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from calendars.events import Event, occurrences_between
from calendars.queries import Connection
from calendars.store import CalendarStore
from calendars.times import DaySpan
from scheduler.directory import Directory
from scheduler.notices import Digests, plan_digests
from scheduler.outbox import Outbox, Scope
from scheduler.people import Person
from scheduler.reminders import DEFAULT_RULES, Office, ReminderRule, channels_of, plan_reminders

HORIZON = timedelta(days=100)
"""How far ahead reminders are planned; longer than any lead, short enough for a plan to be made anew every day."""

KEEPERS = ("văn phòng", "office")
"""Who is the office where the configuration does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """When people are told: the rules of the configuration, and what planning must know of the office.

    keepers: the groups, in small letters, whose members are asked about what is still open.
    """

    rules: tuple[ReminderRule, ...] = DEFAULT_RULES
    office: Office
    digests: Digests = field(default_factory=Digests)
    keepers: tuple[str, ...] = KEEPERS


def replan_events(connection: Connection, policy: Policy, uids: Iterable[str], now: datetime) -> int:
    """Make the reminders of these events what they must be at `now` (UTC); their number.

    Events that are gone lose their pending reminders.
    """
    wanted = tuple(dict.fromkeys(uids))
    if not wanted:
        return 0
    store = CalendarStore(connection)
    events = [event for uid in wanted if (event := store.find_event(uid)) is not None]
    people = Directory(connection).everybody()
    return _replan(connection, policy, events, people, Scope(events=wanted, until=now + HORIZON), now)


def replan_people(
    connection: Connection,
    policy: Policy,
    ids: Sequence[str],
    now: datetime,
    *,
    reached_anew: Collection[str] = (),
) -> int:
    """Make the reminders of these people what they must be at `now` (UTC); their number.

    reached_anew: those among them who have a new address, so that what failed for them has a chance again.
    """
    if not ids:
        return 0
    everybody = Directory(connection).everybody()
    chosen = [person for person in everybody if person.id in set(ids)]
    for person in chosen:
        if person.id in reached_anew:
            Outbox(connection).revive(person.id, channels_of(person, ()), now=now)
    events = _events_ahead(connection, policy, now)
    return _replan(connection, policy, events, chosen, Scope(people=tuple(ids), until=now + HORIZON), now)


def replan_all(connection: Connection, policy: Policy, now: datetime) -> int:
    """Make every reminder within the horizon what it must be at `now` (UTC), and plan digests; their number."""
    people = Directory(connection).everybody()
    events = _events_ahead(connection, policy, now)
    Outbox(connection).add(plan_digests(policy.digests, people, now=now, office=policy.office))
    return _replan(connection, policy, events, people, Scope(until=now + HORIZON), now)


def _events_ahead(connection: Connection, policy: Policy, now: datetime) -> list[Event]:
    today = now.astimezone(policy.office.zone).date()
    return CalendarStore(connection).events_between(DaySpan(today, today + HORIZON))


def _replan(
    connection: Connection,
    policy: Policy,
    events: Iterable[Event],
    people: Sequence[Person],
    scope: Scope,
    now: datetime,
) -> int:
    today = now.astimezone(policy.office.zone).date()
    span = DaySpan(today, today + HORIZON)
    occurrences = occurrences_between(list(events), span, is_day_off=policy.office.closed)
    keepers = [
        person for person in people if any(group.casefold() in policy.keepers for group in person.groups)
    ]
    reminders = plan_reminders(
        policy.rules, occurrences, people, now=now, office=policy.office, keepers=keepers
    )
    return Outbox(connection).replace_plan(reminders, scope, now=now)
