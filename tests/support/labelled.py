"""Labelled documents: how much of what a careful reader takes from them is read, and what is read besides.

`NAME.gold.json` beside `NAME.txt` lists the events, one a line: phrases of the title, when, status, category, place;
`optional` where leaving it out is as right. An entry counts only if title, days, hours, status and category all agree.
"""

import json
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from calendars.documents.text import decode
from calendars.expansion import days_between
from calendars.marks import Category, Status
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.recurrence import Recurrence
from calendars.times import DayPart, DaySpan
from calendars.when import Day, Days, Repeat, Span, Undated, When, Window

FOLDER = Path(__file__).parents[1] / "documents" / "offices"
_YEAR = timedelta(days=400)
_DAY = timedelta(days=1)


@dataclass(slots=True)
class Tally:
    """What was found of the labels of some documents."""

    wanted: int = 0
    found: int = 0
    read: int = 0
    explained: int = 0
    sure: int = 0
    sure_right: int = 0
    forbidden: int = 0
    remarks: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The harmonic mean of the shares of labels found and of entries that a label explains."""
        recall = self.found / self.wanted if self.wanted else 1.0
        precision = self.explained / self.read if self.read else 1.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def names() -> list[str]:
    """The labelled documents."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def weighed(name: str, tally: Tally) -> None:
    """Add what is read from a document to the tally."""
    path = FOLDER / f"{name}.txt"
    gold = json.loads((FOLDER / f"{name}.gold.json").read_text("utf-8"))
    programme = read_programme(decode(path.read_bytes(), path.name))
    entries = [entry for entry in programme.entries if not isinstance(entry.when, Undated)]
    told: set[int] = set()
    for label in gold["events"]:
        matches = [n for n, entry in enumerate(entries) if _agrees(label, entry)]
        told.update(matches)
        if not label.get("optional"):
            tally.wanted += 1
            tally.found += bool(matches)
            if not matches:
                tally.remarks.append(f"{name}: not read: {label['title_contains']} {label['when']}")
    tally.read += len(entries)
    tally.explained += len(told)
    for n, entry in enumerate(entries):
        if n not in told:
            tally.remarks.append(f"{name}: not told: {entry.title!r} {entry.when}")
        if entry.confidence >= 0.9:
            tally.sure += 1
            tally.sure_right += n in told
        active = (
            entry.status in (Status.CONFIRMED, Status.TENTATIVE) and entry.category is not Category.OBSERVANCE
        )
        days = _days(entry.when)
        tally.forbidden += active and bool(days) and str(days[0]) in gold["not_dates"]


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def _agrees(label: dict[str, Any], entry: Entry) -> bool:
    words = _fold(" ".join([entry.title, *(passage.text for passage in entry.evidence)]))
    if not all(_fold(phrase) in words for phrase in label["title_contains"]):
        return False
    old = {Status.POSTPONED, Status.CANCELLED}
    status = Status(label["status"])
    if entry.status is not status and not {entry.status, status} <= old:
        return False
    return (
        entry.category.value == label["category"]
        and _same_days(label, entry, "truoc" in words.split())
        and _same_hours(label, entry)
    )


def _same_days(label: dict[str, Any], entry: Entry, before: bool) -> bool:
    when = label["when"]
    if when["type"] == "window" or isinstance(entry.when, Window):
        span = (entry.when.first, entry.when.last) if isinstance(entry.when, Window) else None
        return when["type"] == "window" and span == (_date(when["from"]), _date(when["to"]))
    if isinstance(entry.when, Span) and entry.when.last is None:
        return when["type"] == "range" and when["to"] is None and _date(when["from"]) == entry.when.first
    if when["type"] == "range" and when["to"] is None:
        return False
    wanted, got = _labelled_days(when), _days(entry.when)
    if when["type"] == "recurring":
        roll = entry.when.recurrence.roll if isinstance(entry.when, Repeat) else None
        if not isinstance(entry.when, Repeat) or (roll.value if roll else None) != when.get("roll"):
            return False
    shifts = (timedelta(0), _DAY) if label["category"] == "deadline" and before else (timedelta(0),)
    if when["type"] == "date" and isinstance(entry.when, (Days, Span)):
        return wanted[0] in got
    return any(wanted == [day + shift for day in got] for shift in shifts)


def _labelled_days(when: dict[str, Any]) -> list[date]:
    if when["type"] == "date":
        return [_date(when["date"])]
    if when["type"] == "range":
        return _run(_date(when["from"]), _date(when["to"]))
    first = _date(when["first"])
    last = _date(when["until"]) if when.get("until") else first + _YEAR
    left_out = {_date(day) for day in when.get("except", ())}
    recurrence = Recurrence.from_rrule(when["rrule"], first=first)
    return [day for day in days_between(recurrence, DaySpan(first, last)) if day not in left_out]


def _days(when: When) -> list[date]:
    if isinstance(when, Day):
        return [when.day]
    if isinstance(when, Days):
        return list(when.days)
    if isinstance(when, Span):
        return _run(when.first, when.last or when.first)
    if isinstance(when, Repeat) and when.recurrence.first:
        first = when.recurrence.first
        nominal = when.recurrence._replace(roll=None)
        return list(days_between(nominal, DaySpan(first, when.recurrence.until or first + _YEAR)))
    return []


def _same_hours(label: dict[str, Any], entry: Entry) -> bool:
    if isinstance(entry.when, Window):
        return True
    when, hours = label["when"], entry.when.hours
    start, end = (f"{clock:%H:%M}" if clock else None for clock in (hours.start, hours.end))
    if label["category"] == "deadline":
        return bool((when.get("start") or when.get("end")) == (start or end))
    if (when.get("start"), when.get("end")) != (start, end):
        return False
    part, got = when.get("daypart"), hours.part.value if hours.part else None
    return (
        part == got
        or {part, got} <= {None, DayPart.ALL_DAY.value}
        or (start is not None and None in (part, got))
    )


def _run(first: date, last: date) -> list[date]:
    return [first + n * _DAY for n in range((last - first).days + 1)]


def _date(text: str) -> date:
    return date.fromisoformat(text)
