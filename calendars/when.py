"""What words say of time: a day, several days, a span, a window, a repeat, or only that it is still open.

The six classes are the whole vocabulary between reader, calendar and feed, and are the WHEN of the documented
JSON. What is hard is what they leave out: an hour that the words do not give is None, and a window stays a
window until a later document closes it. Reading words into them is `grammar`'s work, writing them for people
`phrasing`'s, expanding a repeat `recurrence`'s.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from functools import lru_cache
from typing import Any, NamedTuple

from calendars.recurrence import Recurrence
from calendars.times import DayPart, DaySpan


class Hours(NamedTuple):
    """What is said of the time of day: clock times in local time, a part of the day, or nothing (all None).

    `end_part` is the part of the day with which a span of days ends ("đến hết sáng 26/11").
    `end` may be time.max for the end of a day written as 24h00.
    """

    start: time | None = None
    end: time | None = None
    part: DayPart | None = None
    end_part: DayPart | None = None

    def __bool__(self) -> bool:
        return self is not NO_HOURS and self != NO_HOURS


NO_HOURS = Hours()


class Day(NamedTuple):
    """One day."""

    day: date
    hours: Hours = NO_HOURS


@dataclass(frozen=True, slots=True)
class Days:
    """Separate days, in order, at least two; the hours hold for each."""

    days: tuple[date, ...]
    hours: Hours = NO_HOURS

    def __post_init__(self) -> None:
        if len(self.days) < 2 or list(self.days) != sorted(set(self.days)):
            raise ValueError("Days needs two or more different days in order; one day is a Day")


@dataclass(frozen=True, slots=True)
class Span:
    """Every day from `first` to `last`; `last` None where the words give no end.

    daily: the hours are those of each day ("8h00-11h30 hằng ngày, từ 18 đến 20/3"); else `hours.start` is on the
    first day and `hours.end` on the last.
    """

    first: date
    last: date | None
    hours: Hours = NO_HOURS
    daily: bool = False

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise ValueError(f"a span cannot end ({self.last}) before it begins ({self.first})")


@dataclass(frozen=True, slots=True)
class Window:
    """Some day from `first` to `last`, not yet known which."""

    first: date
    last: date
    hours: Hours = NO_HOURS

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a window cannot end ({self.last}) before it begins ({self.first})")


class Repeat(NamedTuple):
    """The days that a recurrence gives; the hours hold for each."""

    recurrence: Recurrence
    hours: Hours = NO_HOURS


class Undated(NamedTuple):
    """The words say that the time will be told later, or only a time of day."""

    hours: Hours = NO_HOURS


When = Day | Days | Span | Window | Repeat | Undated


def with_hours(when: When, hours: Hours) -> When:
    """The same days at other hours."""
    if isinstance(when, Days | Span | Window):
        return replace(when, hours=hours)
    return when._replace(hours=hours)


def extent(when: When) -> DaySpan | None:
    """The first and last day that it can touch; None where either is open (undated, no end, no known anchor)."""
    if isinstance(when, Day):
        return DaySpan(when.day, when.day)
    if isinstance(when, Undated):
        return None
    if isinstance(when, Repeat):
        first, last = when.recurrence.first, when.recurrence.until
    elif isinstance(when, Days):
        first, last = when.days[0], when.days[-1]
    else:
        first, last = when.first, when.last
    return DaySpan(first, last) if first is not None and last is not None else None


def when_to_json(when: When) -> dict[str, Any]:
    """The documented WHEN object (design section 3): ISO dates, "HH:MM" hours, null for what is not said.

    "daypart_end" is added only where a span ends with a part of a day, and "24:00" stands for the end of a day.
    """
    match when:
        case Day(day=day):
            body: dict[str, Any] = {"type": "date", "date": day.isoformat()}
        case Days(days=days):
            body = {"type": "dates", "dates": [d.isoformat() for d in days]}
        case Span(first=first, last=last, daily=daily):
            mode = "daily" if daily else "span"
            body = {"type": "range", "from": first.isoformat(), "to": last and last.isoformat(), "mode": mode}
        case Window(first=first, last=last):
            body = {"type": "window", "from": first.isoformat(), "to": last.isoformat()}
        case Repeat(recurrence=recurrence):
            body = {"type": "recurring", **recurrence.to_json()}
        case Undated():
            body = {"type": "undated"}
    hours = when.hours
    body |= {
        "start": clock_text(hours.start),
        "end": clock_text(hours.end),
        "daypart": hours.part and hours.part.value,
    }
    if hours.end_part is not None:
        body["daypart_end"] = hours.end_part.value
    return body


def when_from_json(body: Mapping[str, Any]) -> When:
    """The value that `when_to_json` wrote. KeyError or ValueError where the object is not a WHEN."""
    hours = _hours(body.get("start"), body.get("end"), body.get("daypart"), body.get("daypart_end"))
    match body["type"]:
        case "date":
            return Day(date.fromisoformat(body["date"]), hours)
        case "dates":
            return Days(tuple(date.fromisoformat(d) for d in body["dates"]), hours)
        case "range":
            last = date.fromisoformat(body["to"]) if body.get("to") else None
            return Span(date.fromisoformat(body["from"]), last, hours, daily=body.get("mode") == "daily")
        case "window":
            return Window(date.fromisoformat(body["from"]), date.fromisoformat(body["to"]), hours)
        case "recurring":
            return Repeat(Recurrence.from_json(body), hours)
        case "undated":
            return Undated(hours)
        case other:
            raise ValueError(f"{other!r} is no kind of WHEN")


def clock_text(at: time | None) -> str | None:
    """ "HH:MM", "24:00" for time.max (the end of the day), None for None."""
    if at is None:
        return None
    return "24:00" if at == time.max else f"{at.hour:02}:{at.minute:02}"


@lru_cache(maxsize=4096)
def _hours(start: str | None, end: str | None, part: str | None, end_part: str | None) -> Hours:
    """The hours in these words; a calendar of thousands of events has some hundred."""
    return Hours(
        start=_clock(start),
        end=_clock(end),
        part=DayPart(part) if part else None,
        end_part=DayPart(end_part) if end_part else None,
    )


def _clock(text: str | None) -> time | None:
    if not text:
        return None
    return time.max if text == "24:00" else time.fromisoformat(text)
