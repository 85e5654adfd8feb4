"""A month, a week and a list of days as values, ready to be drawn: which bars lie over a week and which items on a day.

What is hard is what has no single day. A window is a bar over its days and never an item on one of them; a span of
several days is a bar too. Bars of one week get lanes, so that none covers another. Pure: no request and no clock.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from calendars.events import Occurrence
from calendars.marks import Category, Status
from calendars.times import ONE_DAY, DayPart, DaySpan, week_of
from calendars.when import Day, Days, Hours, Repeat, Span, Window
from scheduler.service.keeping import Listing

MOST_LANES = 8
"""How many bars a week of the month shows one below the other; what is left is on the week's own page."""
LASTING = 3
"""What goes on for more days than these is told once a week."""


class Item(NamedTuple):
    """One occurrence with what clashes with it, in words."""

    occurrence: Occurrence
    clashes: tuple[str, ...] = ()

    @property
    def is_standing(self) -> bool:
        """Whether it is one day of a standing meeting."""
        return isinstance(self.occurrence.event.when, Repeat)

    @property
    def is_window(self) -> bool:
        """Whether its day is not yet known."""
        return isinstance(self.occurrence.when, Window)

    @property
    def days(self) -> DaySpan | None:
        """The days it touches."""
        return days_of(self.occurrence)

    @property
    def is_of_one_day(self) -> bool:
        """Whether it touches one day alone, and that is known."""
        return isinstance(self.occurrence.when, Day) or ((days := self.days) is not None and len(days) == 1)

    @property
    def classes(self) -> str:
        """Its kind and state, as the style sheet names them."""
        category, status = self.occurrence.event.category, self.occurrence.status
        return classes_of(category, status, is_window=self.is_window, clashes=bool(self.clashes))


def classes_of(category: Category, status: Status, *, is_window: bool, clashes: bool) -> str:
    """The names that the style sheet has for a kind and a state."""
    names = f"is-{category.value} is-{status.value}"
    return names + (" is-window" if is_window else "") + (" is-clash" if clashes else "")


@dataclass(frozen=True, slots=True)
class Bar:
    """An item over several days of one week: from column `first` over `length` columns (1 to 7), in a lane from 0."""

    item: Item
    first: int
    length: int
    lane: int
    begins_before: bool
    ends_after: bool


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day and what happens on it."""

    day: date
    inside: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, Monday first, and the bars over them."""

    days: tuple[DayCell, ...]
    bars: tuple[Bar, ...]

    @property
    def number(self) -> int:
        """The ISO number of the week."""
        return self.days[0].day.isocalendar().week

    @property
    def lanes(self) -> int:
        """How many lanes are shown."""
        return min(self._needed, MOST_LANES)

    @property
    def shown(self) -> tuple[Bar, ...]:
        """The bars that find room, with a lane left for a word on the others."""
        fitting = MOST_LANES if self._needed <= MOST_LANES else MOST_LANES - 1
        return tuple(bar for bar in self.bars if bar.lane < fitting)

    @property
    def _needed(self) -> int:
        return max((bar.lane + 1 for bar in self.bars), default=0)


def month_weeks(listing: Listing, month: DaySpan) -> tuple[Week, ...]:
    """The weeks that touch a month; the listing covers their days (`around`)."""
    single: dict[date, list[Item]] = {}
    long: list[tuple[Item, DaySpan]] = []
    for item in items_of(listing):
        when = item.occurrence.when
        if isinstance(when, Day):
            single.setdefault(when.day, []).append(item)
        elif (span := item.days) is not None:
            if item.is_of_one_day and not item.is_window:
                single.setdefault(span.first, []).append(item)
            else:
                long.append((item, span))
    first = week_of(month.first).first
    count = len(around(month)) // 7
    return tuple(_week(single, long, first + timedelta(weeks=number), month) for number in range(count))


def around(month: DaySpan) -> DaySpan:
    """The days of the whole weeks that touch a span."""
    return DaySpan(week_of(month.first).first, week_of(month.last).last)


def items_of(listing: Listing) -> list[Item]:
    """The listing's occurrences as items."""
    clashing = {uid for uid, _ in listing.clashes}
    return [
        Item(one, listing.clashes_with(one)) if one.event.uid in clashing else Item(one)
        for one in listing.occurrences
    ]


def days_of(occurrence: Occurrence) -> DaySpan | None:
    """The days that an occurrence touches; None where they are not known."""
    match occurrence.when:
        case Day(day=day):
            return DaySpan(day, day)
        case Days(days=days):
            return DaySpan(days[0], days[-1])
        case Span(first=first, last=last):
            return DaySpan(first, last or first)
        case Window(first=first, last=last):
            return DaySpan(first, last)
        case _:
            return None


def on_day(items: Iterable[Item], day: date) -> tuple[Item, ...]:
    """The items that touch that day, without windows."""
    return tuple(item for item in items if not item.is_window and (days := item.days) and day in days)


def windows(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items whose day is not yet known."""
    return tuple(item for item in items if item.is_window)


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of the weekly table: what has no hour, then morning, afternoon and evening."""

    day: date
    whole: tuple[Item, ...] = ()
    morning: tuple[Item, ...] = ()
    afternoon: tuple[Item, ...] = ()
    evening: tuple[Item, ...] = ()

    @property
    def count(self) -> int:
        """How many items it has."""
        return sum(map(len, (self.whole, self.morning, self.afternoon, self.evening)))


def lasting(listing: Listing) -> tuple[Item, ...]:
    """The items that go on for days without an hour of each: shown once and not on each of their days."""
    return tuple(item for item in items_of(listing) if _is_lasting(item))


def _is_lasting(item: Item) -> bool:
    days = item.days
    return isinstance(item.occurrence.when, Span) and days is not None and len(days) > LASTING


def week_table(listing: Listing) -> tuple[WeekDay, ...]:
    """The days of the listing's span, each item in its part of the day; without what is `lasting`."""
    on: dict[date, list[Item]] = {day: [] for day in listing.span}
    for item in items_of(listing):
        if item.is_window or _is_lasting(item):
            continue
        for day in item.days or ():
            if day in on:
                on[day].append(item)
    return tuple(_parted(day, items) for day, items in on.items())


def _parted(day: date, items: Sequence[Item]) -> WeekDay:
    parts: dict[str, list[Item]] = {"whole": [], "morning": [], "afternoon": [], "evening": []}
    for item in items:
        parts[_part(item, day)].append(item)
    return WeekDay(day, *(tuple(parts[name]) for name in ("whole", "morning", "afternoon", "evening")))


def _part(item: Item, day: date) -> str:
    when = item.occurrence.when
    hours = when.hours
    if isinstance(when, Span) and not when.daily and when.first != day:
        hours = Hours()  # its hour is that of the first day
    if hours.start is not None:
        return "morning" if hours.start.hour < 12 else "afternoon" if hours.start.hour < 18 else "evening"
    match hours.part:
        case DayPart.MORNING | DayPart.NOON:
            return "morning"
        case DayPart.AFTERNOON:
            return "afternoon"
        case DayPart.EVENING | DayPart.NIGHT:
            return "evening"
        case _:
            return "whole"


def groups_of(listing: Listing) -> tuple[str, ...]:
    """The groups that the occurrences are for, by name."""
    return tuple(sorted({group for occurrence in listing.occurrences for group in occurrence.event.groups}))


def is_open(item: Item) -> bool:
    """Whether a person still has to say when it is."""
    return item.is_window or item.occurrence.status is Status.TENTATIVE


@dataclass(slots=True)
class _Lanes:
    """Which columns of which lane are taken."""

    taken: list[set[int]] = field(default_factory=list)

    def place(self, columns: range) -> int:
        for lane, taken in enumerate(self.taken):
            if taken.isdisjoint(columns):
                taken.update(columns)
                return lane
        self.taken.append(set(columns))
        return len(self.taken) - 1


def _week(
    single: Mapping[date, Sequence[Item]], long: Iterable[tuple[Item, DaySpan]], first: date, month: DaySpan
) -> Week:
    """single: what is on one day, by that day; long: the rest with its days."""
    days = DaySpan(first, first + timedelta(days=6))
    lanes = _Lanes()
    bars = []
    for item, span in long:
        if not span.overlaps(days):
            continue
        begin, end = max(span.first, days.first), min(span.last, days.last)
        column, length = (begin - first).days + 1, (end - begin).days + 1
        lane = lanes.place(range(column, column + length))
        bars.append(Bar(item, column, length, lane, span.first < days.first, span.last > days.last))
    cells = tuple(DayCell(day, day in month, tuple(single.get(day, ()))) for day in days)
    return Week(cells, tuple(bars))


def next_month(month: DaySpan) -> date:
    """The first day of the month after."""
    return month.last + ONE_DAY


def month_before(month: DaySpan) -> date:
    """A day of the month before."""
    return month.first - ONE_DAY
