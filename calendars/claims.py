"""What an occurrence claims on one day: people, a room, a part of the day; and who may claim the same.

What is hard is that a busy calendar holds thousands of meetings on the days of one that changed: most have their own
chair and room, which is told from a few fields of a row before an event is read whole. Which of two claims clash is
told by `conflicts`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

from calendars.events import Event, Occurrence
from calendars.same_names import forms, same_to_the_eye
from calendars.times import DayPart
from calendars.when import Hours, Repeat, Span, When


class Claim(NamedTuple):
    """What an occurrence claims on one day, made ready once: it is held against all others of that day."""

    occurrence: Occurrence
    uid: str
    hours: Hours
    parts: frozenset[str]
    chair: str
    room: str
    groups: frozenset[str]
    is_standing: bool
    has_clock: bool
    is_long: bool


LONGEST_MEETING = 2
"""What lasts for more days without an hour is a bar over them (a course, a fair), which claims no hour of any."""


def is_within_bar(occurrence: Occurrence, day: date) -> bool:
    """Whether a day lies within such a bar, neither its first nor its last."""
    when = occurrence.when
    return isinstance(when, Span) and _is_bar(when) and day not in (when.first, when.last)


def _is_bar(when: When) -> bool:
    if not isinstance(when, Span) or when.last is None or (when.daily and when.hours):
        return False
    return (when.last - when.first).days >= LONGEST_MEETING


def claim_on(occurrence: Occurrence, day: date) -> Claim:
    """What the occurrence claims on one of its days."""
    hours = _hours_on(occurrence, day)
    return Claim(
        occurrence=occurrence,
        uid=occurrence.event.uid,
        hours=hours,
        parts=_parts(hours),
        chair=_chair(occurrence),
        room=_room_key(occurrence.location),
        groups=_asked(occurrence.event),
        is_standing=occurrence.day is not None and isinstance(occurrence.event.when, Repeat),
        has_clock=occurrence.when.hours.start is not None,
        is_long=_is_bar(occurrence.when),
    )


def rivals(together: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of one day that may claim the same: most of a busy day have an hour, a chair and a room alone.

    In order, all pairs of the first before those of the second.
    """
    shared = [tuple(_shared_by(claim)) for claim in together]
    sharing: dict[tuple[str, str], list[int]] = defaultdict(list)
    anybodys: dict[tuple[bool, bool], list[int]] = defaultdict(list)
    everybodys: dict[tuple[bool, bool], list[int]] = defaultdict(list)
    for place, claim in enumerate(together):
        for key in shared[place]:
            sharing[key].append(place)
        kind = claim.is_standing, claim.has_clock
        everybodys[kind].append(place)
        if not claim.chair:
            anybodys[kind].append(place)
    for place, one in enumerate(together):
        alike = [sharing[key] for key in shared[place]]
        for (is_standing, has_clock), others in (anybodys if one.chair else everybodys).items():
            # Two hours told on purpose: nothing to ask of them (`conflicts`).
            if not (has_clock and one.has_clock and is_standing is one.is_standing):
                alike.append(others)
        later = [others for others in alike if others[-1] > place]
        for other in later[0] if len(later) == 1 else sorted(set[int]().union(*later)):
            if other > place:
                yield one, together[other]


def _shared_by(claim: Claim) -> Iterator[tuple[str, str]]:
    if claim.chair:
        yield "chair", claim.chair
    if claim.room:
        yield "room", claim.room
    for group in claim.groups:
        yield "group", group


class Sought(NamedTuple):
    """What decides, without an event being read whole, whether it can clash with some others at all."""

    chairs: frozenset[str]
    rooms: frozenset[str]
    has_groups: bool

    @classmethod
    def by(cls, events: Iterable[Event]) -> "Sought":
        """What these claim."""
        chairs, rooms, has_groups = set(), set(), False
        for event in events:
            chairs |= {_chair_key(event.chair), *(_chair_key(o.chair) for o in event.overrides if o.chair)}
            rooms |= {_room_key(event.location), *(_room_key(o.location) for o in event.overrides)}
            has_groups = has_groups or bool(event.groups)
        return cls(frozenset(chairs), frozenset(rooms - {""}), has_groups)

    def concerns(self, chair: str | None, location: str | None, details: str) -> bool:
        """Whether the event with this chair and place may clash; details: the rest of it, as JSON text."""
        key = _chair_key(chair)
        return (
            not key
            or "" in self.chairs
            or key in self.chairs
            or _room_key(location) in self.rooms
            or '"overrides":' in details
            or (self.has_groups and '"groups":' in details)
        )


_NOBODY: frozenset[str] = frozenset()
_HALVES = {
    DayPart.MORNING: frozenset({"am"}),
    DayPart.NOON: frozenset({"noon"}),
    DayPart.AFTERNOON: frozenset({"pm"}),
    DayPart.EVENING: frozenset({"evening"}),
    DayPart.NIGHT: frozenset({"evening"}),
}
# Where nothing is said of the hour it is in office time, morning or afternoon.
_OFFICE_TIME = frozenset({"am", "pm"})
_NOON, _EVENING = time(12), time(17, 30)


@lru_cache(maxsize=512)
def _parts(hours: Hours) -> frozenset[str]:
    start, end = hours.start, hours.end
    if start is None:
        return _OFFICE_TIME if hours.part is None else _HALVES.get(hours.part, _OFFICE_TIME)
    if start < _NOON:
        return _OFFICE_TIME if end is not None and end > _NOON else _HALVES[DayPart.MORNING]
    return _HALVES[DayPart.AFTERNOON if start < _EVENING else DayPart.EVENING]


def _hours_on(occurrence: Occurrence, day: date) -> Hours:
    """The hours of one day of it: of a span that is not daily only the first and last are told."""
    when = occurrence.when
    if not isinstance(when, Span) or when.daily:
        return when.hours
    if day == when.first:
        return Hours(start=when.hours.start, part=None if when.hours.start else when.hours.part)
    return Hours()


def _asked(event: Event) -> frozenset[str]:
    """The groups that are to come, as the eye compares names; who prepares two meetings need not sit in both."""
    return forms(event.groups) - forms(event.preparing) if event.groups else _NOBODY


def _chair(occurrence: Occurrence) -> str:
    chair = occurrence.event.chair
    for override in occurrence.event.overrides:
        if override.day == occurrence.day:
            chair = chair if override.chair is None else override.chair
    return _chair_key(chair)


def _room_key(location: str | None) -> str:
    key = _key(location)
    return "" if "trực tuyến" in key else key


@lru_cache(maxsize=4096)
def _chair_key(chair: str | None) -> str:
    key = _key(chair)
    for title in ("đ/c", "đồng chí"):
        key = key.removeprefix(title).strip()
    return key


@lru_cache(maxsize=4096)
def _key(text: str | None) -> str:
    return " ".join(same_to_the_eye(text or "").replace(".", " ").split())
