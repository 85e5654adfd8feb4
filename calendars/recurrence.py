"""How a thing repeats, and which dates that gives.

The parts are those of an RFC 5545 recurrence rule, with three things offices say that a rule cannot: days left
out, holidays left out, and a day that moves when it meets a day off (`roll`). What is hard is speed: the dates in
a window are computed from the window, not walked to from the first occurrence, so a series of years costs no more
than one of weeks: see `expansion`. Which days are days off is asked of the caller (`DaysOff`), see `workdays`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

DaysOff = Callable[[date], bool]
"""Whether offices are closed on a day (weekend, public holiday, compensatory day)."""


class Frequency(StrEnum):
    """The unit of repetition, RFC 5545 section 3.3.10 FREQ."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class Roll(StrEnum):
    """Where a day goes that falls on a day off."""

    NEXT = "next_working_day"
    PREVIOUS = "previous_working_day"
    NEAREST = "nearest_working_day"


class WeekdayOf(NamedTuple):
    """A weekday (0 Monday to 6 Sunday), and which one of the month (1 first, -1 last), 0 for every one."""

    weekday: int
    nth: int = 0

    def __str__(self) -> str:
        return f"{self.nth or ''}{WEEKDAY_CODES[self.weekday]}"


WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Recurrence(NamedTuple):
    """How a thing repeats.

    first: its first day, None where the words give no anchor ("02 tuần một lần"); until: the last day it may fall on,
    None for no end. left_out: days of the pattern on which it does not happen; skips_days_off: neither on public
    holidays ("trừ ngày lễ"); roll: where a day goes that meets a day off (`until` bounds the pattern's day, the rolled
    one may fall a little later). A rule without by_* parts whose `first` is None says only how often, not when, and so
    does every interval without an anchor; "hằng ngày" alone needs none.
    """

    frequency: Frequency
    interval: int = 1
    by_month: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[WeekdayOf, ...] = ()
    by_set_pos: tuple[int, ...] = ()
    first: date | None = None
    until: date | None = None
    left_out: tuple[date, ...] = ()
    skips_days_off: bool = False
    roll: Roll | None = None

    def rrule(self) -> str:
        """The RFC 5545 RECUR value without its bound, parts in the documented order, weekdays Monday first."""
        parts = [f"FREQ={self.frequency}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        for name, values in (
            ("BYMONTH", self.by_month),
            ("BYMONTHDAY", self.by_month_day),
            ("BYDAY", self.by_day),
            ("BYSETPOS", self.by_set_pos),
        ):
            if values:
                parts.append(f"{name}={','.join(map(str, values))}")
        return ";".join(parts)

    def to_json(self) -> dict[str, Any]:
        """The keys of the documented WHEN that describe a recurrence."""
        body: dict[str, Any] = {
            "rrule": self.rrule(),
            "first": self.first and self.first.isoformat(),
            "until": self.until and self.until.isoformat(),
            "except": [day.isoformat() for day in self.left_out],
            "roll": self.roll and self.roll.value,
        }
        if self.skips_days_off:
            body["holidays"] = "skip"
        return body

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Recurrence":
        """The recurrence that `to_json` wrote; ValueError for a rule outside the parts above."""
        return cls.from_rrule(
            body["rrule"],
            first=date.fromisoformat(body["first"]) if body.get("first") else None,
            until=date.fromisoformat(body["until"]) if body.get("until") else None,
            left_out=tuple(date.fromisoformat(day) for day in body.get("except") or ()),
            skips_days_off=body.get("holidays") == "skip",
            roll=Roll(body["roll"]) if body.get("roll") else None,
        )

    @classmethod
    def from_rrule(cls, text: str, **bounds: Any) -> "Recurrence":
        """A recurrence from an RRULE's parts FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS.

        bounds: the remaining fields by name. ValueError where the text has another part or a bad value.
        """
        values: dict[str, Any] = {}
        for part in text.removeprefix("RRULE:").split(";"):
            name, _, value = part.partition("=")
            match name:
                case "FREQ":
                    values["frequency"] = Frequency(value)
                case "INTERVAL":
                    values["interval"] = int(value)
                case "BYMONTH" | "BYMONTHDAY" | "BYSETPOS":
                    values[_FIELD_OF[name]] = tuple(int(item) for item in value.split(","))
                case "BYDAY":
                    values["by_day"] = tuple(_weekday_of(item) for item in value.split(","))
                case _:
                    raise ValueError(f"a recurrence here has no part {name!r} (in {text!r})")
        if "frequency" not in values:
            raise ValueError(f"a recurrence needs FREQ (in {text!r})")
        return cls(**values, **bounds)


PARTS = 6
"""So many of a recurrence's fields, the first, are parts of a rule; the others say when it begins and what differs."""

_FIELD_OF = {"BYMONTH": "by_month", "BYMONTHDAY": "by_month_day", "BYSETPOS": "by_set_pos"}


def _weekday_of(text: str) -> WeekdayOf:
    number, code = text[:-2], text[-2:]
    return WeekdayOf(WEEKDAY_CODES.index(code), int(number) if number else 0)
