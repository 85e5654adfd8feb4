"""Who follows what: the people concerned by an occurrence, found without asking everybody, and how they are reached."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from calendars.events import Occurrence
from calendars.same_names import forms, same_to_the_eye
from scheduler.channel_kinds import ChannelKind
from scheduler.people import Person


class Audience:
    """People by what they follow, so that the followers of an occurrence are found without asking everybody."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Those who opted out or have no address are left out."""
        self.everybody = tuple(p for p in people if p.addresses and not p.opted_out)
        self._order = {person.id: place for place, person in enumerate(self.everybody)}
        self._sets: dict[tuple[str, tuple[str, ...]], tuple[Person, ...]] = {}
        self._members: dict[tuple[str, ...], set[str]] = {}
        self._wanted: dict[tuple[str, tuple[ChannelKind, ...]], tuple[ChannelKind, ...]] = {}

    @cached_property
    def _by_follow(self) -> Mapping[tuple[str, str], list[Person]]:
        found: dict[tuple[str, str], list[Person]] = {}
        for person in self.everybody:
            keys = {("group", group) for group in forms(person.groups)}
            for follow in person.follows:
                for kind in ("calendar", "group", "event"):
                    if name := getattr(follow, kind):
                        keys.add((kind, same_to_the_eye(name) if kind == "group" else name))
            for key in keys:
                found.setdefault(key, []).append(person)
        return found

    def of(self, occurrence: Occurrence) -> tuple[Person, ...]:
        """Who follows its calendar, the event, or a group it is for (members follow their groups)."""
        event = occurrence.event
        key = event.calendar, event.groups
        if key not in self._sets:
            self._sets[key] = self._union(
                ("calendar", "*"),
                ("calendar", event.calendar),
                *(("group", name) for name in forms(event.groups)),
            )
        own = self._by_follow.get(("event", event.uid))
        return self._sets[key] if not own else self._merged([self._sets[key], own])

    def _union(self, *keys: tuple[str, str]) -> tuple[Person, ...]:
        return self._merged([self._by_follow.get(key, []) for key in keys])

    def _merged(self, lists: Iterable[Sequence[Person]]) -> tuple[Person, ...]:
        found = {person.id: person for people in lists for person in people}
        return tuple(sorted(found.values(), key=lambda person: self._order[person.id]))

    def is_in(self, person: Person, groups: tuple[str, ...]) -> bool:
        """Whether the person is in one of these groups, as the eye compares names; remembered."""
        if groups not in self._members:
            wanted = forms(groups)
            self._members[groups] = {
                one.id for one in self.everybody if not wanted.isdisjoint(forms(one.groups))
            }
        return person.id in self._members[groups]

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
