"""The doctor: everything that can be wrong with an installation is looked at, and each finding says what to do.

A finding is a value, a code with facts, so that scripts and tests see the same in every language; its words are the
command line's. Nothing is mended here, nothing that is looked at is changed, and the network is not asked: `sched test`
sends a real message. What the machine itself has is looked at in `machine`.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from unicodedata import normalize

from calendars.errors import NewerDatabase
from calendars.proposals import ProposalStore
from calendars.queries import Connection
from calendars.store import CalendarStore
from scheduler.channel_kinds import ChannelKind
from scheduler.database import Database, connect, shown
from scheduler.delivery.circuit import ChannelTrouble
from scheduler.delivery.vitals import Vitals
from scheduler.directory import Directory
from scheduler.errors import ConfigurationError, DatabaseUnavailable
from scheduler.outbox import Outbox
from scheduler.people import Person
from scheduler.redaction import Redactor
from scheduler.service.care import sqlite_fault
from scheduler.service.feed_clients import QUERIES, feed_clients
from scheduler.service.findings import Finding, Level, bad, good, note
from scheduler.service.health import TOO_LATE
from scheduler.service.machine import clock_is_kept, disk, files, programs
from scheduler.service.planning import Policy
from scheduler.service.trials import channel_faults
from scheduler.settings import Settings, Visibility, file_of
from scheduler.tellings import State, instant_of, instant_text

__all__ = ["Finding", "Level", "examine"]

BACKUP_WITHIN = timedelta(days=8)
FETCHED_WITHIN = timedelta(days=14)
CLOCKS_AGREE = timedelta(seconds=5)
REFRESH_LIFE = timedelta(days=90)
"""A Zalo refresh token is good for three months after its last use (reference on Zalo, section 1.3)."""
REFRESH_WARNING = timedelta(days=60)


def examine(
    settings: Settings,
    channels: Mapping[ChannelKind, Any],
    now: datetime,
    *,
    policy: Policy | None = None,
    redactor: Redactor | None = None,
) -> Iterator[Finding]:
    """Look at everything; `now` is the present instant (UTC), channels the settings of those that are configured.

    policy: when people are told, where that can be known; redactor: takes secrets out of whatever a finding repeats.
    """
    redactor = redactor or Redactor()
    for finding in _examine(settings, channels, policy, now):
        facts = {
            name: redactor(fact) if isinstance(fact, str) else fact for name, fact in finding.facts.items()
        }
        yield Finding(finding.level, finding.what, finding.code, facts)


def _examine(
    settings: Settings, channels: Mapping[ChannelKind, Any], policy: Policy | None, now: datetime
) -> Iterator[Finding]:
    yield from programs()
    yield from _calendars(settings)
    yield from _web(settings)
    yield from _channels(channels)
    yield from files(settings)
    place = file_of(settings.database)
    yield from disk(settings, place)
    if place is not None and not place.exists():
        yield note("database", "no-database", url=shown(settings.database))
        return
    try:
        database = connect(settings.database, upgrade=False)
        with database:
            pending = database.pending()
            if pending:
                names = ", ".join(f"{step.package} {step.number}" for step in pending)
                yield bad("database", "schema-behind", steps=names)
                return
            yield from _database(database, settings)
            with database.reading() as connection:
                yield from _clock(connection, now)
                yield from _backups(connection, now)
                yield from _people(connection, channels, policy, now)
                yield from _history(connection, channels)
                yield from _sending(connection, now)
                yield from _feeds(connection, settings, now)
                yield from _tokens(connection, channels, now)
                yield from _review(connection)
    except (DatabaseUnavailable, ConfigurationError, NewerDatabase) as error:
        yield bad("database", "no-answer", error=str(error))


def _calendars(settings: Settings) -> Iterator[Finding]:
    if not settings.calendars:
        yield bad("calendars", "no-calendar")
        return
    yield good("calendars", "calendars", slugs=", ".join(one.slug for one in settings.calendars))


def _web(settings: Settings) -> Iterator[Finding]:
    url = settings.web.public_url
    local = any(host in url for host in ("//127.", "//localhost", "//[::1]"))
    if local and settings.web.host not in ("127.0.0.1", "localhost", "::1"):
        yield note("web", "address-local", url=url)
    elif not local and url.startswith("http://"):
        yield note("web", "address-plain", url=url)
    else:
        yield good("web", "address", url=url)


def _channels(channels: Mapping[ChannelKind, Any]) -> Iterator[Finding]:
    faults = dict(channel_faults(channels))
    for kind, error in faults.items():
        yield bad("channels", "channel-settings", channel=kind.value, error=str(error))
    real = [kind.value for kind in channels if kind not in faults and kind is not ChannelKind.CONSOLE]
    if real:
        yield good("channels", "channels", channels=", ".join(real))
    else:
        yield note("channels", "console-only")


def _database(database: Database, settings: Settings) -> Iterator[Finding]:
    with database.reading() as connection:
        [[size]] = connection.execute(QUERIES["database_size"])
        [[server]] = connection.execute(QUERIES["server_version"])
        schema = ", ".join(
            f"{name} {number}" for name, number in connection.execute(QUERIES["applied_schema"])
        )
        events = CalendarStore(connection).count()
    kind = "SQLite" if settings.database.startswith("sqlite") else "PostgreSQL"
    yield good(
        "database",
        "database",
        url=shown(settings.database),
        kind=f"{kind} {server}",
        schema=schema,
        size=max(1, size // 1000),
        events=events,
    )
    with database.reading() as connection:
        fault = sqlite_fault(connection)
    if fault:
        yield bad("database", "damaged", fault=fault)


def _clock(connection: Connection, now: datetime) -> Iterator[Finding]:
    """The machine's clock against the database server's and against what is known to have happened."""
    [[told]] = connection.execute(QUERIES["database_now"])
    away = instant_of(told) - now
    [[latest]] = connection.execute(QUERIES["latest_instant"])
    beats = [beat.beat for beat in Vitals(connection).beats()]
    known = max([*beats, *([instant_of(latest)] if latest else [])], default=now)
    if connection.dialect == "postgresql" and abs(away) > CLOCKS_AGREE:
        yield bad("clock", "clocks-differ", seconds=round(away.total_seconds()))
    elif known > now + CLOCKS_AGREE:
        yield bad("clock", "clock-went-back", at=known)
    else:
        yield good("clock", "clock", at=now)
        # A clock that is ahead contradicts nothing that was ever written: nobody but the network could tell.
        if clock_is_kept() is False:
            yield note("clock", "clock-alone")


def _backups(connection: Connection, now: datetime) -> Iterator[Finding]:
    rows = connection.execute(QUERIES["done_last"], {"name": "backup"})
    if not rows:
        yield note("backup", "no-backup")
    elif now - instant_of(rows[0][0]) > BACKUP_WITHIN:
        # Whoever backs up daily hears of no end of it unless it is told to be wrong.
        yield bad("backup", "backup-old", at=instant_of(rows[0][0]), days=(now - instant_of(rows[0][0])).days)
    else:
        yield good("backup", "backup", at=instant_of(rows[0][0]))


def _people(
    connection: Connection, channels: Mapping[ChannelKind, Any], policy: Policy | None, now: datetime
) -> Iterator[Finding]:
    people = Directory(connection).everybody()
    if not people:
        yield note("people", "nobody")
        return
    yield good("people", "people", count=len(people))
    unreached = [
        person.name
        for person in people
        if not person.opted_out and not any(address.channel in channels for address in person.addresses)
    ]
    if unreached:
        yield bad("people", "unreached", count=len(unreached), names=", ".join(unreached[:5]))
    if policy is not None:
        yield from _groups(people, policy)
    links = connection.execute(QUERIES["unopened_accounts"], {"now": instant_text(now)})
    if links:
        yield note("people", "unopened", logins=", ".join(row[0] for row in links[:5]))


def _groups(people: Sequence[Person], policy: Policy) -> Iterator[Finding]:
    """Groups that the configuration tells of something, and that nobody is in."""
    known = {normalize("NFC", group).casefold() for person in people for group in person.groups}
    if not known.intersection(policy.keepers):
        yield note("people", "no-keepers", groups=", ".join(policy.keepers))
    for rule in policy.rules:
        empty = [group for group in rule.groups if normalize("NFC", group).casefold() not in known]
        if empty:
            yield note("people", "empty-group", rule=rule.name, groups=", ".join(empty))


def _history(connection: Connection, channels: Mapping[ChannelKind, Any]) -> Iterator[Finding]:
    """What each channel did last."""
    last = {
        (channel, bool(went)): instant_of(at)
        for channel, went, at in connection.execute(QUERIES["last_by_channel"])
    }
    for kind in channels:
        success, failure = last.get((kind.value, True)), last.get((kind.value, False))
        if success is None and failure is None:
            if kind is not ChannelKind.CONSOLE:
                yield note("channels", "never-used", channel=kind.value)
        elif failure is not None and (success is None or failure > success):
            yield note("channels", "last-failed", channel=kind.value, failure=failure, success=success)
        else:
            yield good("channels", "last-sent", channel=kind.value, success=success, failure=failure)


def _sending(connection: Connection, now: datetime) -> Iterator[Finding]:
    metrics = Vitals(connection).metrics(now)
    waits = bool(Outbox(connection).find(state=State.PENDING, count=1))
    alive = sum(beat.is_alive(now) for beat in metrics.beats)
    if waits and not metrics.is_sending(now):
        last = max((beat.beat for beat in metrics.beats), default=None)
        yield bad("sending", "no-sender", since=last)
    elif alive:
        yield good("sending", "sending", count=alive)
    else:
        yield good("sending", "idle")
    if metrics.neglected > TOO_LATE:
        yield bad("sending", "waits-long", minutes=int(metrics.neglected.total_seconds() // 60))
    for state in metrics.trouble:
        told = {"channel": state.channel.value, "reason": state.reason, "since": state.since}
        if state.trouble is ChannelTrouble.FAILING:
            yield note("sending", "channel-failing", **told)
        else:
            yield bad("sending", f"channel-{state.trouble.value}", **told)
    for waiting in Vitals(connection).turned_away(now):
        yield note(
            "sending",
            "turned-away",
            channel=waiting.channel.value,
            count=waiting.count,
            reason=waiting.reason,
            start=waiting.first_start,
        )


def _feeds(connection: Connection, settings: Settings, now: datetime) -> Iterator[Finding]:
    """Which programs fetched which feed, when last."""
    seen = feed_clients(connection)
    for calendar in settings.calendars:
        if calendar.visibility is not Visibility.PUBLIC:
            continue
        came = [one for one in seen if one.feed == f"calendar:{calendar.slug}"]
        lately = [one for one in came if now - one.last < FETCHED_WITHIN]
        if lately:
            clients = tuple((one.client, one.last) for one in lately[:6])
            yield good("feeds", "fetched", slug=calendar.slug, clients=clients)
        elif came:
            yield note("feeds", "fetched-long-ago", slug=calendar.slug, at=came[0].last)
        else:
            yield note("feeds", "never-fetched", slug=calendar.slug)
    [[given]] = connection.execute(QUERIES["live_feeds"])
    personal = {one.feed for one in seen if one.feed.startswith("token:") and now - one.last < FETCHED_WITHIN}
    if given:
        yield good("feeds", "personal-feeds", given=given, fetched=len(personal))


def _tokens(connection: Connection, channels: Mapping[ChannelKind, Any], now: datetime) -> Iterator[Finding]:
    if ChannelKind.ZALO_OA not in channels:
        return
    for (changed,) in connection.execute(QUERIES["refreshed"]):
        ends = instant_of(changed) + REFRESH_LIFE
        if now >= ends:
            yield bad("tokens", "token-ended", at=ends)
        elif now - instant_of(changed) > REFRESH_WARNING:
            yield note("tokens", "token-ends", at=ends)
        else:
            yield good("tokens", "token", at=ends)


def _review(connection: Connection) -> Iterator[Finding]:
    waiting = len(ProposalStore(connection).proposals())
    if waiting:
        yield note("review", "review", count=waiting)
