"""Occurrences that claim the same people, room or half-day, or fall on a day off: shown to a person, never mended.

What is hard is that offices often give no hour. Two meetings whose hours are told clash where these overlap, and only
then; where one has no hour, or only a part of the day, they may clash, and `is_certain` says which it is. Leaders of
different names hold their meetings at once without a clash. Windows and undated events claim no day yet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from itertools import combinations
from typing import Any

from calendars.events import Event, Occurrence, occurrences_between
from calendars.programme import Category, Status
from calendars.recurrence import DaysOff
from calendars.times import DayPart, DaySpan
from calendars.when import Day, Hours, Repeat, Span, when_to_json


class ConflictKind(StrEnum):
    """What is claimed twice, or what is odd."""

    SAME_CHAIR = "same-chair"  # one person chairs two meetings at one time
    SAME_GROUP = "same-group"  # one group is asked to two meetings at one time
    SAME_ROOM = "same-room"  # two meetings in one room at one time
    STANDING_MEETING = "standing-meeting"  # a single meeting on the half-day of a standing one
    SAME_DAY = "same-day"  # two meetings of one office on one day, perhaps at one time
    HOLIDAY = "holiday"  # a meeting on a public holiday or a day off in its stead
    WEEKDAY = "weekday"  # the document's weekday contradicts its date


_RANK = {kind: place for place, kind in enumerate(ConflictKind)}
_WEEKDAY_ISSUE = "weekday-conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One clash.

    occurrences: the two that clash, or the one that is odd; is_certain: False where an hour is not told; detail: what
    is claimed twice ("Phòng họp số 2"), None where the kind says all.
    """

    kind: ConflictKind
    day: date
    occurrences: tuple[Occurrence, ...]
    is_certain: bool = True
    detail: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The same for scripts."""
        return {
            "kind": self.kind.value,
            "day": self.day.isoformat(),
            "certain": self.is_certain,
            "detail": self.detail,
            "occurrences": [
                {
                    "uid": occurrence.event.uid,
                    "title": occurrence.title,
                    "location": occurrence.location,
                    "when": when_to_json(occurrence.when),
                }
                for occurrence in self.occurrences
            ],
        }


def conflicts_between(
    events: Iterable[Event], span: DaySpan, *, is_day_off: DaysOff | None = None
) -> list[Conflict]:
    """The conflicts within these days, by day, the gravest first. is_day_off None: holidays are not looked at."""
    return conflicts_among(
        occurrences_between(events, span, is_day_off=is_day_off), span, is_day_off=is_day_off
    )


def conflicts_among(
    occurrences: Iterable[Occurrence], span: DaySpan, *, is_day_off: DaysOff | None = None
) -> list[Conflict]:
    """The same for occurrences that are at hand already."""
    on_day: dict[date, list[Occurrence]] = defaultdict(list)
    found: list[Conflict] = []
    for occurrence in occurrences:
        if occurrence.event.category is not Category.MEETING or occurrence.status is Status.CANCELLED:
            continue
        days = [day for day in _days(occurrence) if day in span]
        found += _odd(occurrence, days, is_day_off)
        for day in days:
            on_day[day].append(occurrence)
    for day, together in on_day.items():
        for one, other in combinations(together, 2):
            if one.event.uid != other.event.uid and (conflict := _clash(day, one, other)) is not None:
                found.append(conflict)
    found.sort(key=lambda c: (c.day, not c.is_certain, _RANK[c.kind], [o.title for o in c.occurrences]))
    return found


def _odd(occurrence: Occurrence, days: list[date], is_day_off: DaysOff | None) -> Iterator[Conflict]:
    for day in days:
        # A meeting on a Saturday is meant; on a working day that is off it was likely put there unawares.
        if is_day_off is not None and day.weekday() < 5 and is_day_off(day):
            yield Conflict(kind=ConflictKind.HOLIDAY, day=day, occurrences=(occurrence,))
    for issue in occurrence.event.issues:
        if issue.code == _WEEKDAY_ISSUE and days:
            yield Conflict(
                kind=ConflictKind.WEEKDAY, day=days[0], occurrences=(occurrence,), detail=issue.detail
            )


def _clash(day: date, one: Occurrence, other: Occurrence) -> Conflict | None:
    overlap = _overlap(_hours_on(one, day), _hours_on(other, day))
    if overlap is None:
        return None
    kind, detail = _claimed_twice(one, other)
    if kind is None:
        return None
    return Conflict(kind=kind, day=day, occurrences=(one, other), is_certain=overlap, detail=detail)


def _claimed_twice(one: Occurrence, other: Occurrence) -> tuple[ConflictKind | None, str | None]:
    chair, room = _chair(one), _key(one.location)
    if chair and chair == _chair(other):
        return ConflictKind.SAME_CHAIR, one.event.chair
    if groups := _asked(one.event) & _asked(other.event):
        return ConflictKind.SAME_GROUP, ", ".join(sorted(groups))
    if room and room == _key(other.location) and "trực tuyến" not in room:
        return ConflictKind.SAME_ROOM, one.location
    if one.event.calendar != other.event.calendar or (chair and _chair(other)):
        return None, None
    if (one.day is not None and _is_standing(one)) is not (other.day is not None and _is_standing(other)):
        return ConflictKind.STANDING_MEETING, None
    if _has_clock(one) and _has_clock(other):
        # Two hours told on purpose, at different places, are two meetings of different people.
        return None, None
    return ConflictKind.SAME_DAY, None


def _overlap(one: Hours, other: Hours) -> bool | None:
    """True where the two are at one time, False where they may be, None where they are not."""
    if one.start is not None and other.start is not None:
        (first, first_end), (second, _) = sorted(
            ((one.start, one.end), (other.start, other.end)), key=lambda pair: pair[0]
        )
        if first == second or (first_end is not None and second < first_end):
            return True
        return None
    parts = _parts(one), _parts(other)
    return False if parts[0] & parts[1] else None


_HALVES = {
    DayPart.MORNING: frozenset({"am"}),
    DayPart.NOON: frozenset({"noon"}),
    DayPart.AFTERNOON: frozenset({"pm"}),
    DayPart.EVENING: frozenset({"evening"}),
    DayPart.NIGHT: frozenset({"evening"}),
}
# Where nothing is said of the hour it is in office time, morning or afternoon.
_OFFICE_TIME = frozenset({"am", "pm"})


def _parts(hours: Hours) -> frozenset[str]:
    if hours.start is None:
        return _OFFICE_TIME if hours.part is None else _HALVES.get(hours.part, _OFFICE_TIME)
    halves = {"am"} if hours.start < time(12) else {"pm"} if hours.start < time(17, 30) else {"evening"}
    if hours.end is not None and hours.start < time(12) < hours.end:
        halves.add("pm")
    return frozenset(halves)


def _days(occurrence: Occurrence) -> Iterable[date]:
    match occurrence.when:
        case Day(day=day):
            return (day,)
        case Span(first=first, last=last):
            return DaySpan(first, last or first)
        case _:
            return ()


def _hours_on(occurrence: Occurrence, day: date) -> Hours:
    """The hours of one day of it: of a span that is not daily only the first and last are told."""
    when = occurrence.when
    if not isinstance(when, Span) or when.daily:
        return when.hours
    if day == when.first:
        return Hours(start=when.hours.start, part=None if when.hours.start else when.hours.part)
    return Hours()


def _asked(event: Event) -> frozenset[str]:
    """The groups that are to come; who prepares two meetings need not sit in both."""
    return frozenset(event.groups).difference(event.preparing)


def _chair(occurrence: Occurrence) -> str:
    chair = occurrence.event.chair
    override = next((o for o in occurrence.event.overrides if o.day == occurrence.day), None)
    if override is not None and override.chair is not None:
        chair = override.chair
    key = _key(chair)
    for title in ("đ/c", "đồng chí"):
        key = key.removeprefix(title).strip()
    return key


def _key(text: str | None) -> str:
    return " ".join((text or "").casefold().replace(".", " ").split())


def _is_standing(occurrence: Occurrence) -> bool:
    return isinstance(occurrence.event.when, Repeat)


def _has_clock(occurrence: Occurrence) -> bool:
    return occurrence.when.hours.start is not None
