"""The doctor: everything that can be wrong with an installation is looked at, and each finding says what to do.

A finding is a value, so that the command line, scripts and tests see the same. Nothing is mended here, and nothing that
is looked at is changed; the network is not asked: `sched test` sends a real message.
"""

import platform
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Any

from calendars.errors import NewerDatabase
from calendars.releases import ReleaseStore
from calendars.store import CalendarStore
from scheduler.channels import CHANNELS
from scheduler.channels.channel import Surroundings
from scheduler.database import Database, connect, shown
from scheduler.delivery.vitals import Vitals
from scheduler.directory import Directory
from scheduler.errors import ConfigurationError, DatabaseUnavailable
from scheduler.outbox import Outbox
from scheduler.people import ChannelKind
from scheduler.service.care import database_file
from scheduler.service.health import problems_of
from scheduler.settings import Settings
from scheduler.tellings import State

ROOM_NEEDED = 500_000_000


class Level(StrEnum):
    """How much a finding matters."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, how it is, and what to do where it is not well."""

    level: Level
    what: str
    found: str
    advice: str = ""


def examine(settings: Settings, channels: Mapping[ChannelKind, Any], now: datetime) -> Iterator[Finding]:
    """Look at everything; `now` is the present instant (UTC), channels the settings of those that are configured."""
    yield Finding(Level.GOOD, "versions", f"sched {version('sched')}, Python {platform.python_version()}")
    yield from _calendars(settings)
    yield from _channels(channels)
    yield from _disk(settings)
    try:
        database = connect(settings.database)
    except (DatabaseUnavailable, ConfigurationError, NewerDatabase) as error:
        yield Finding(Level.BAD, "database", str(error), "look at `database` in config.toml")
        return
    with database:
        yield from _database(database, settings)
        yield from _people(database, channels)
        yield from _sending(database, now)
        yield from _review(database)


def _calendars(settings: Settings) -> Iterator[Finding]:
    if not settings.calendars:
        yield Finding(Level.BAD, "calendars", "there is none", "add a table [calendars.NAME] to config.toml")
    for calendar in settings.calendars:
        if calendar.inbox is not None and not calendar.inbox.is_dir():
            advice = f"make the folder, or take `inbox` out of [calendars.{calendar.slug}]"
            yield Finding(Level.BAD, "inbox", f"{calendar.inbox} is no folder", advice)
    if settings.calendars:
        yield Finding(Level.GOOD, "calendars", ", ".join(calendar.slug for calendar in settings.calendars))


def _channels(channels: Mapping[ChannelKind, Any]) -> Iterator[Finding]:
    real = []
    for kind, settings in channels.items():
        try:
            CHANNELS[kind][1](settings, Surroundings()).close()
        except ConfigurationError as error:
            yield Finding(
                Level.BAD, "channels", f"{kind.value}: {error}", f"mend [{kind.value}] in config.toml"
            )
        else:
            real += [kind.value] if kind is not ChannelKind.CONSOLE else []
    if real:
        yield Finding(Level.GOOD, "channels", f"{', '.join(real)}; `sched test` tries one out")
    else:
        yield Finding(
            Level.NOTE,
            "channels",
            "none but the console",
            "set up [email] or [zalo_bot] in config.toml, so that messages leave this machine",
        )


def _disk(settings: Settings) -> Iterator[Finding]:
    place = database_file(settings.database)
    if place is None:
        return
    folder = next((parent for parent in (place.parent, *place.parents) if parent.exists()), Path("/"))
    free = shutil.disk_usage(folder).free
    level = Level.GOOD if free > ROOM_NEEDED else Level.BAD
    advice = "" if level is Level.GOOD else "make room: on a full disk nothing can be imported or sent"
    yield Finding(level, "disk", f"{free // 1_000_000} MB free in {folder}", advice)


def _database(database: Database, settings: Settings) -> Iterator[Finding]:
    with database.reading() as connection:
        events = CalendarStore(connection).count()
    yield Finding(Level.GOOD, "database", f"{shown(settings.database)}: up to date, {events} events")
    place = database_file(settings.database)
    if place is not None:
        with sqlite3.connect(f"file:{place}?mode=ro", uri=True) as raw:
            verdict = raw.execute("PRAGMA quick_check").fetchone()[0]
        raw.close()
        if verdict != "ok":
            advice = "restore a backup with `sched restore FILE`"
            yield Finding(Level.BAD, "database", f"the file is damaged: {verdict}", advice)


def _people(database: Database, channels: Mapping[ChannelKind, Any]) -> Iterator[Finding]:
    with database.reading() as connection:
        people = Directory(connection).everybody()
    if not people:
        yield Finding(Level.NOTE, "people", "there is nobody to remind", "add them with `sched people add`")
        return
    yield Finding(Level.GOOD, "people", f"{len(people)} are known")
    unreached = [
        person.name
        for person in people
        if not person.opted_out and not any(address.channel in channels for address in person.addresses)
    ]
    if unreached:
        yield Finding(
            Level.BAD,
            "people",
            f"{len(unreached)} cannot be reached by any configured channel: {', '.join(unreached[:5])}",
            "give them an address, or set up the channel that they have",
        )


def _sending(database: Database, now: datetime) -> Iterator[Finding]:
    with database.reading() as connection:
        metrics = Vitals(connection).metrics(now)
        waits = bool(Outbox(connection).find(state=State.PENDING, count=1))
    problems = problems_of(metrics, now, waits=waits)
    for problem in problems:
        found, _, advice = problem.partition(": ")
        yield Finding(Level.BAD, "sending", found, advice)
    if metrics.beats and max(beat.beat for beat in metrics.beats) > now:
        advice = "set the clocks of the machines by the network (timedatectl set-ntp true)"
        yield Finding(Level.NOTE, "clock", "a sign of life lies in the future", advice)
    if not problems:
        alive = sum(beat.is_alive(now) for beat in metrics.beats)
        told = f"{alive} processes are sending" if alive else "nothing waits to be sent"
        yield Finding(Level.GOOD, "sending", told)


def _review(database: Database) -> Iterator[Finding]:
    with database.reading() as connection:
        waiting = len(ReleaseStore(connection).proposals())
    if waiting:
        yield Finding(
            Level.NOTE, "review", f"{waiting} entries wait for a person", "settle them: `sched review`"
        )
