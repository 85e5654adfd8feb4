"""Occurrences that claim the same people, room or half-day, or fall on a day off: shown to a person, never mended.

What is hard is that offices often give no hour. Two meetings whose hours are told clash where these overlap, and only
then; where one has no hour, or only a part of the day, they may clash, and `is_certain` says which it is. Leaders of
different names hold their meetings at once without a clash. Windows and undated events claim no day yet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import Any, NamedTuple

from calendars.claims import Claim, claim_on, is_within_bar, rivals
from calendars.events import Event, Occurrence, occurrences_between, reach
from calendars.marks import Category, Status
from calendars.recurrence import DaysOff
from calendars.same_names import same_to_the_eye
from calendars.times import DaySpan
from calendars.when import Day, Span, when_to_json


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


class Conflict(NamedTuple):
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
    on_day: dict[date, list[Claim]] = defaultdict(list)
    found: list[Conflict] = []
    for occurrence in occurrences:
        if not _takes_part(occurrence):
            continue
        days = [day for day in _days(occurrence) if day in span]
        found += _odd(occurrence, days, is_day_off)
        for day in days:
            on_day[day].append(claim_on(occurrence, day))
    for day, together in on_day.items():
        for one, other in rivals(together):
            if (conflict := _clash(day, one, other)) is not None:
                found.append(conflict)
    found.sort(key=lambda c: (c.day, not c.is_certain, _RANK[c.kind], [o.title for o in c.occurrences]))
    return found


class Clash(NamedTuple):
    """An event's side of a conflict: when, what is claimed twice, and by which other event (None: it is odd alone)."""

    day: date
    kind: ConflictKind
    is_certain: bool
    detail: str | None
    uid: str | None
    title: str | None

    def to_row(self) -> list[str | bool | None]:
        """The same as a JSON list."""
        return [self.day.isoformat(), self.kind.value, *self[2:]]

    @classmethod
    def of_row(cls, row: Sequence[Any]) -> "Clash":
        """The clash that `to_row` wrote."""
        return cls(date.fromisoformat(row[0]), ConflictKind(row[1]), *row[2:])

    @staticmethod
    def uid_of_row(row: Sequence[Any]) -> str | None:
        """The UID in what `to_row` wrote."""
        uid: str | None = row[4]
        return uid


def clashes_among(
    changed: Iterable[Event], near: Iterable[Event], *, is_day_off: DaysOff | None = None
) -> dict[str, list[Clash]]:
    """The clashes of each changed event, by UID; and of each other event those with a changed one.

    near: the events that can touch the days of `claimed_stretches`. Whether two events clash depends on them alone, so
    that what was told of others stays true.
    """
    mine = {event.uid: event for event in changed}
    by_day: dict[date, list[Claim]] = defaultdict(list)
    own_days: set[date] = set()
    found: dict[str, list[Clash]] = {uid: [] for uid in mine}
    for event in mine.values():
        for occurrence, day in _claims(event, is_day_off):
            own_days.add(day)
            by_day[day].append(claim_on(occurrence, day))
            odd = _odd(occurrence, [day], is_day_off)
            found[event.uid] += [Clash(c.day, c.kind, c.is_certain, c.detail, None, None) for c in odd]
    within = DaySpan(min(own_days), max(own_days)) if own_days else None
    for event in near if within else ():
        if event.uid not in mine:
            for occurrence, day in _claims(event, is_day_off, within):
                if day in own_days:
                    by_day[day].append(claim_on(occurrence, day))
    for day, together in by_day.items():
        # Those that changed stand first, so that where the first did not, neither did.
        for one, other in takewhile(lambda pair: pair[0].uid in mine, rivals(together)):
            for side, opposite in ((one, other), (other, one)):
                told = _clash(day, side, opposite)
                if told is None:
                    break
                title = opposite.occurrence.title
                clash = Clash(day, told.kind, told.is_certain, told.detail, opposite.uid, title)
                found.setdefault(side.uid, []).append(clash)
    return {uid: in_order(clashes) for uid, clashes in found.items()}


def in_order(clashes: Iterable[Clash]) -> list[Clash]:
    """Each once, by day, the gravest first."""
    return sorted(
        set(clashes),
        key=lambda c: (c.day, not c.is_certain, _RANK[c.kind], c.title or "", c.uid or "", c.detail or ""),
    )


LOOKED_BACK, LOOKED_AHEAD = timedelta(days=31), timedelta(days=400)
MOST_STRETCHES = 60


def claimed_stretches(events: Iterable[Event], *, is_day_off: DaysOff | None = None) -> list[DaySpan]:
    """The days on which these meetings happen and their clashes are looked for; of very many stretches one."""
    days = sorted({day for event in events for _, day in _claims(event, is_day_off)})
    stretches: list[DaySpan] = []
    for day in days:
        if stretches and (day - stretches[-1].last).days <= 1:
            stretches[-1] = DaySpan(stretches[-1].first, day)
        else:
            stretches.append(DaySpan(day, day))
    return stretches if len(stretches) <= MOST_STRETCHES else [DaySpan(days[0], days[-1])]


def _claims(
    event: Event, is_day_off: DaysOff | None, within: DaySpan | None = None
) -> Iterator[tuple[Occurrence, date]]:
    """The occurrences of a meeting with each of their days on which clashes are looked for, within these days."""
    span = _looked_at(event)
    if span is None:
        return
    if within is not None:
        if not span.overlaps(within):
            return
        span = DaySpan(max(span.first, within.first), min(span.last, within.last))
    for occurrence in filter(_takes_part, occurrences_between([event], span, is_day_off=is_day_off)):
        for day in _days(occurrence):
            if day in span:
                yield occurrence, day


def _looked_at(event: Event) -> DaySpan | None:
    """What lasts for years is looked at around the day of its last change, whatever day it is today."""
    span = reach(event.when, event.overrides)
    if span is None or event.category is not Category.MEETING:
        return None
    if (span.last - span.first).days <= LOOKED_AHEAD.days:
        return span
    changed = event.revised.date()
    first, last = max(span.first, changed - LOOKED_BACK), min(span.last, changed + LOOKED_AHEAD)
    return DaySpan(first, last) if first <= last else None


def _takes_part(occurrence: Occurrence) -> bool:
    return occurrence.event.category is Category.MEETING and occurrence.status is not Status.CANCELLED


def _odd(occurrence: Occurrence, days: list[date], is_day_off: DaysOff | None) -> Iterator[Conflict]:
    for day in days:
        # A meeting on a Saturday is meant; on a working day that is off it was likely put there unawares.
        is_off = is_day_off is not None and day.weekday() < 5 and is_day_off(day)
        if is_off and not is_within_bar(occurrence, day):
            yield Conflict(kind=ConflictKind.HOLIDAY, day=day, occurrences=(occurrence,))
    for issue in occurrence.event.issues:
        if issue.code == _WEEKDAY_ISSUE and days:
            yield Conflict(
                kind=ConflictKind.WEEKDAY, day=days[0], occurrences=(occurrence,), detail=issue.detail
            )


def _clash(day: date, one: Claim, other: Claim) -> Conflict | None:
    if one.uid == other.uid:
        return None
    kind, detail = _claimed_twice(one, other)
    if kind is None:
        return None
    overlap = _overlap(one, other)
    if overlap is None:
        return None
    both = (one.occurrence, other.occurrence)
    return Conflict(kind=kind, day=day, occurrences=both, is_certain=overlap, detail=detail)


def _claimed_twice(one: Claim, other: Claim) -> tuple[ConflictKind | None, str | None]:
    if one.chair and one.chair == other.chair:
        return ConflictKind.SAME_CHAIR, one.occurrence.event.chair
    if groups := one.groups & other.groups:
        asked = one.occurrence.event.groups
        return ConflictKind.SAME_GROUP, ", ".join(
            sorted(name for name in asked if same_to_the_eye(name) in groups)
        )
    if one.room and one.room == other.room:
        return ConflictKind.SAME_ROOM, one.occurrence.location
    if one.occurrence.event.calendar != other.occurrence.event.calendar or (one.chair and other.chair):
        return None, None
    if one.is_long or other.is_long:
        # Other people may well meet while a course lasts.
        return None, None
    if one.is_standing is not other.is_standing:
        return ConflictKind.STANDING_MEETING, None
    if one.has_clock and other.has_clock:
        # Two hours told on purpose, at different places, are two meetings of different people.
        return None, None
    return ConflictKind.SAME_DAY, None


def _overlap(one: Claim, other: Claim) -> bool | None:
    """True where the two are at one time, False where they may be, None where they are not."""
    if one.hours.start is not None and other.hours.start is not None:
        (first, first_end), (second, _) = sorted(
            ((one.hours.start, one.hours.end), (other.hours.start, other.hours.end)), key=lambda pair: pair[0]
        )
        if first == second or (first_end is not None and second < first_end):
            return True
        return None
    return False if one.parts & other.parts else None


def _days(occurrence: Occurrence) -> Iterable[date]:
    match occurrence.when:
        case Day(day=day):
            return (day,)
        case Span(first=first, last=last):
            return DaySpan(first, last or first)
        case _:
            return ()
