"""Whom a release would tell, said before it is let go: each person once, by which ways, of what, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from calendars.queries import Connection
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Purpose
from scheduler.directory import Directory
from scheduler.tellings import Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One person. channels: those tried, in order; due: the first instant (UTC)."""

    name: str
    channels: tuple[ChannelKind, ...]
    purposes: tuple[Purpose, ...]
    due: datetime


def recipients_of(connection: Connection, tellings: Iterable[Telling]) -> tuple[Recipient, ...]:
    """Who is told by these tellings, by name; without those whom no channel reaches."""
    by_person: dict[str, list[Telling]] = {}
    for telling in tellings:
        if telling.channels:
            by_person.setdefault(telling.person, []).append(telling)
    if not by_person:
        return ()
    names = {person.id: person.name for person in Directory(connection).everybody()}
    found = [
        Recipient(
            name=names[person],
            channels=theirs[0].channels,
            purposes=tuple(dict.fromkeys(telling.purpose for telling in theirs)),
            due=min(telling.due for telling in theirs),
        )
        for person, theirs in by_person.items()
    ]
    return tuple(sorted(found, key=lambda one: one.name.casefold()))
