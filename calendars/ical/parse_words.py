"""What a foreign VEVENT says in words: its title, its place, its people, how sure it is and what sort of thing.

What is hard is that our own feeds come back, with the words that they put before a title; these are taken off again.
"""

from datetime import datetime
from typing import Any

from calendars.ical.parse_times import Properties
from calendars.ical.text import clean, clean_line
from calendars.ical.words import ENGLISH, VIETNAMESE
from calendars.marks import Category, Status

UNTITLED = "(Không có tiêu đề)"


def status_of(part: Properties) -> Status:
    """How sure it is; what is not said is confirmed."""
    written = str(part.get("STATUS", "")).upper()
    return {"CANCELLED": Status.CANCELLED, "TENTATIVE": Status.TENTATIVE}.get(written, Status.CONFIRMED)


def category_of(part: Properties, whole_days: bool) -> Category:
    """By our own words where it is our feed; days that take nobody's time are observances, as holidays are written."""
    names = {str(name) for value in _listed(part.get("CATEGORIES")) for name in value.cats}
    for words in (VIETNAMESE, ENGLISH):
        for category, word in words.categories.items():
            if word in names:
                return category
    free = str(part.get("TRANSP", "")).upper() == "TRANSPARENT"
    return (
        Category.OBSERVANCE
        if whole_days and free and status_of(part) is Status.CONFIRMED
        else Category.MEETING
    )


def title_of(part: Properties, category: Category, status: Status) -> str:
    """The title without the words that a feed of ours puts before it."""
    title = clean_line(str(part.get("SUMMARY", ""))) or UNTITLED
    for words in (VIETNAMESE, ENGLISH):
        if status is not Status.CONFIRMED:
            for word in (words.tentative, words.cancelled, words.postponed):
                title = title.removeprefix(f"{word} ")
        if category is Category.DEADLINE:
            title = title.removeprefix(f"{words.deadline} ")
    return title


def text_of(part: Properties, name: str) -> str | None:
    """A text without its control characters; None where there is none."""
    value = part.get(name)
    return (clean(str(value)) or None) if value is not None else None


def instant_of(part: Properties, name: str) -> datetime | None:
    """An instant with its zone; None where there is no usable one."""
    try:
        at = part[name].dt
    except (KeyError, ValueError, AttributeError):
        return None
    return at if isinstance(at, datetime) and at.tzinfo is not None else None


def number_of(part: Properties, name: str) -> int:
    """A whole number, 0 where there is none."""
    try:
        return int(part.get(name, 0))
    except (TypeError, ValueError):
        return 0


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def person_of(value: Any) -> str | None:
    """The name of an ORGANIZER or ATTENDEE; an address alone is nobody's name."""
    name = getattr(value, "params", {}).get("CN")
    return (clean_line(str(name)) or None) if name else None


def people_of(value: Any) -> str | None:
    """The names of one or several of them, each once."""
    names = [name for one in _listed(value) if (name := person_of(one))]
    return ", ".join(dict.fromkeys(names)) or None
