"""Reminder rules: whom to tell, about what, how long before, as the configuration says it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from calendars.events import Occurrence
from calendars.marks import Category
from scheduler.channel_kinds import ChannelKind


@dataclass(frozen=True, slots=True)
class Lead:
    """How long before an event: whole days of the calendar, or a stretch of the clock (one of the two is zero).

    working: the days counted are working days.
    """

    days: int = 0
    clock: timedelta = timedelta()
    working: bool = False


MOST_DAYS = 90
MOST_WORKING_DAYS = 60
"""Of a lead. Reminders are planned for the events of a hundred days (`service.planning`), which must be more."""

_LEAD = re.compile(r"(\d+)\s*(working\s+)?(day|week|hour|minute|second)s?")
_SECONDS = {"week": 604_800, "day": 86_400, "hour": 3_600, "minute": 60, "second": 1}
_CLOCK_UNITS = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(seconds=1)}


def parse_lead(text: str, *, working: bool = False) -> Lead:
    """The lead that a configuration names: "1 day", "3 working days", "2 weeks", "90 minutes", "45 seconds", "0 days".

    ValueError with a sentence where it is none of these.
    """
    found = _LEAD.fullmatch(text.strip().lower())
    if found is None or (found[2] and found[3] != "day"):
        raise ValueError(f'`before` is a number and a unit such as "1 day" or "90 minutes", not {text!r}')
    number, unit = int(found[1][:9]), found[3]
    working = unit == "day" and (working or bool(found[2]))
    most = MOST_WORKING_DAYS if working else MOST_DAYS
    if number * _SECONDS[unit] > most * _SECONDS["day"]:
        days = "working days" if working else "days"
        raise ValueError(
            f"`before` is at most {most} {days}, since no reminder is planned earlier, not {text!r}"
        )
    if unit in _CLOCK_UNITS:
        if not number:
            raise ValueError(f"`before` must leave time until the event begins, unlike {text!r}")
        return Lead(clock=number * _CLOCK_UNITS[unit])
    return Lead(days=number * (7 if unit == "week" else 1), working=working)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRule:
    """Whom to tell, about what, how long before, by which channel.

    calendars: slugs, "*" for all; categories: empty for all; groups: only people in one of these, empty for every
    follower; at: the local hour on the day that `before` gives, which must then be whole days; channels: in the order
    in which they are tried, empty for each person's own order.
    """

    name: str
    before: Lead
    at: time | None = None
    calendars: tuple[str, ...] = ("*",)
    categories: tuple[Category, ...] = ()
    groups: tuple[str, ...] = ()
    channels: tuple[ChannelKind, ...] = ()

    def __post_init__(self) -> None:
        if self.at is not None and self.before.clock:
            raise ValueError(f"the reminder {self.name!r} has `at`, so `before` must be whole days")

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> "ReminderRule":
        """The rule that a table [[reminders]] describes. ValueError with a sentence that names what is wrong in it."""
        for key in ("name", "before"):
            if not isinstance(table.get(key), str) or not table[key].strip():
                raise ValueError(f"a reminder needs `{key}`, a text in quotes")
        working = table.get("working_days", False)
        if not isinstance(working, bool):
            raise ValueError(f"`working_days` is true or false, not {working!r}")
        return cls(
            name=table["name"],
            before=parse_lead(table["before"], working=working),
            at=parse_hour(table["at"]) if table.get("at") else None,
            calendars=listed(table, "calendars") if "calendars" in table else ("*",),
            categories=tuple(_choice(Category, value, "categories") for value in listed(table, "categories")),
            groups=listed(table, "groups"),
            channels=tuple(_choice(ChannelKind, value, "channels") for value in listed(table, "channels")),
        )

    def concerns(self, occurrence: Occurrence) -> bool:
        """Whether it speaks of that occurrence's calendar and category."""
        event = occurrence.event
        return ("*" in self.calendars or event.calendar in self.calendars) and (
            not self.categories or event.category in self.categories
        )


DEFAULT_RULES = (
    ReminderRule(name="day-before", before=Lead(days=1), at=time(16), categories=(Category.MEETING,)),
    ReminderRule(name="soon", before=Lead(clock=timedelta(minutes=45)), categories=(Category.MEETING,)),
    ReminderRule(name="deadline", before=Lead(days=3), at=time(8), categories=(Category.DEADLINE,)),
    ReminderRule(name="deadline-eve", before=Lead(days=1), at=time(8), categories=(Category.DEADLINE,)),
)
"""What holds where the configuration names no reminders: deadlines ring earlier than meetings."""


def parse_hour(text: object) -> time:
    """The time of day of a configuration, "16:00". ValueError with a sentence where it is none."""
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", str(text).strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueError(f'an hour is written like "16:00", not {text!r}')
    return time(int(found[1]), int(found[2]))


def listed(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The names that a configuration lists under a key, none where it is missing. ValueError where it is no list."""
    names = table.get(key, [])
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise ValueError(f'`{key}` is a list of names such as ["a", "b"], not {names!r}')
    return tuple(names)


def _choice(kind: Any, value: object, key: str) -> Any:
    try:
        return kind(value)
    except ValueError:
        raise ValueError(f"`{key}` may name {', '.join(kind)}, not {value!r}") from None
