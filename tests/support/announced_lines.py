"""What a small paper announces, each entry in one line that is short to write and to compare."""

from datetime import date

from calendars.documents.text import decode
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.when import Day, Days, Repeat, Span, When, Window


def days_of(when: When) -> str:
    """The days in words that are short to write: "05-16", "05-15..05-16", "~05-11..05-20", or a rule."""
    match when:
        case Day(day=day):
            return f"{day:%m-%d}"
        case Days(days=days):
            return " ".join(f"{day:%m-%d}" for day in days)
        case Span(first=first, last=last):
            return f"{first:%m-%d}..{last:%m-%d}" if last else f"{first:%m-%d}.."
        case Window(first=first, last=last):
            return f"~{first:%m-%d}..{last:%m-%d}"
        case Repeat(recurrence=recurrence):
            return str(recurrence.frequency)
    return "?"


def told(entry: Entry) -> str:
    """Days, hours or part of the day, and what of it is no confirmed meeting, before the title."""
    hours = entry.when.hours
    start = f" {hours.start:%H:%M}" if hours.start else f" {hours.part}" if hours.part else ""
    end = f"-{hours.end:%H:%M}" if hours.end else ""
    marks = "".join(
        f" {mark}" for mark in (entry.category, entry.status) if str(mark) not in ("meeting", "confirmed")
    )
    return f"{days_of(entry.when)}{start}{end}{marks}: {entry.title}"


def lines_of(text: str) -> list[str]:
    """What a paper tells, each entry in one line."""
    return [
        told(entry)
        for entry in read_programme(decode(text.encode(), "a.txt"), today=date(2024, 4, 28)).entries
    ]
