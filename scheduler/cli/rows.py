"""The month in a terminal: a table with clashes marked, and the same for scripts. It loads no more than it prints."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from calendars.marks import Issue, Status
from calendars.when import Day, Days, Repeat, Span, Undated, When, Window, clock_text, when_to_json
from scheduler.cli.output import show
from scheduler.cli.styles import style_of
from scheduler.cli.table import Column, print_table
from scheduler.cli.words import WORDS
from scheduler.service.keeping import Listing

SHOWN_ID = 8
ODD = {"holiday": "holiday", "weekday": "weekday-conflict"}
"""What is odd about a day alone, and the words for it."""


class Row(NamedTuple):
    """One occurrence as cells: day, weekday, hours, title, place, status; and the style of the row."""

    cells: tuple[str, str, str, str, str, str]
    style: str


def listing_rows(
    listing: Listing, language: str, *, with_year: bool = False, with_groups: bool = False
) -> list[Row]:
    """A row for each occurrence, in the order of the listing; groups and clashes are told under the title."""
    words = WORDS[language]
    with_year = with_year or listing.span.first.year != listing.span.last.year
    rows = []
    for occurrence in listing.occurrences:
        clashes = listing.clashes_with(occurrence)
        notes = "".join(f"\n⚠ {_clash(clash, words)}" for clash in clashes)
        if with_groups and occurrence.event.groups:
            notes = f"\n→ {', '.join(occurrence.event.groups)}" + notes
        notes += "".join(f"\n! {_doubt(issue, language)}" for issue in occurrence.event.issues)
        status = words[occurrence.status.value] if occurrence.status is not Status.CONFIRMED else ""
        day, weekday = day_cells(occurrence.when, language, with_year=with_year)
        cells = (day, weekday, hours_cell(occurrence.when, language), occurrence.title + notes)
        rows.append(
            Row(
                (*cells, occurrence.location or "", status),
                style_of(occurrence.event.category, occurrence.status, bool(clashes)),
            )
        )
    return rows


def _clash(told: str, words: Mapping[str, Any]) -> str:
    """What clashes: the other event's title, or what is odd about the day itself, by its code."""
    return words[ODD[told]] if told in ODD else f"{words['clash']}: {told}"


def _doubt(issue: Issue, language: str) -> str:
    # Little of a month is in doubt, and a listing waits for nothing that it does not show.
    from scheduler.service.doubts import issue_words

    return issue_words(issue, language)


def print_listing(listing: Listing, language: str, *, with_ids: bool = False) -> None:
    """The month as a table; with_ids: each event's short id before it."""
    words = WORDS[language]
    if not listing.occurrences:
        show(words["empty"].format(first=listing.span.first, last=listing.span.last))
        return
    columns = [
        Column(words["day"]),
        Column(words["weekday"]),
        Column(words["hours"]),
        Column(words["title"], 24, grows=True),
        Column(words["where"], 12, grows=True),
        Column(words["status"]),
    ]
    rows = listing_rows(listing, language, with_groups=True)
    cells: list[tuple[str, ...]] = [row.cells for row in rows]
    if with_ids:
        columns.insert(0, Column(words["uid"]))
        pairs = zip(listing.occurrences, cells, strict=True)
        cells = [(occurrence.event.uid[:SHOWN_ID], *row) for occurrence, row in pairs]
    print_table(columns, cells, styles=[row.style for row in rows])


def day_cells(when: When, language: str, *, with_year: bool) -> tuple[str, str]:
    """The day or days of one occurrence, and its weekday ("" for several days)."""
    names = WORDS[language]["weekdays"]
    match when:
        case Day(day=day):
            return _day_text(day, with_year), names[day.weekday()]
        case Span(first=first, last=last) | Window(first=first, last=last):
            if last is None:
                return f"{_day_text(first, with_year)} →", names[first.weekday()]
            sign = "…" if isinstance(when, Window) else "–"
            return f"{_day_text(first, with_year)}{sign}{_day_text(last, with_year)}", ""
        case Days(days=days):
            return ", ".join(_day_text(day, with_year) for day in days), ""
        case Repeat() | Undated():
            return "?", ""


def _day_text(day: date, with_year: bool) -> str:
    text = f"{day.day:02}/{day.month:02}"
    return f"{text}/{day.year:04}" if with_year else text


def hours_cell(when: When, language: str) -> str:
    """The clock times, else the part of the day that is told, else nothing."""
    hours = when.hours
    start, end = clock_text(hours.start), clock_text(hours.end)
    if start or end:
        return f"{start or '…'}–{end}" if end else start or ""
    words = WORDS[language]
    parts = [part for part in (hours.part, hours.end_part) if part]
    return " – ".join([words["parts"].get(part.value) or words[part.value] for part in parts])


def listing_json(listing: Listing) -> list[dict[str, Any]]:
    """The occurrences for scripts, clashes included."""
    return [
        {
            "uid": occurrence.event.uid,
            "calendar": occurrence.event.calendar,
            "day": occurrence.day and occurrence.day.isoformat(),
            "title": occurrence.title,
            "category": occurrence.event.category.value,
            "status": occurrence.status.value,
            "when": when_to_json(occurrence.when),
            "location": occurrence.location,
            "chair": occurrence.event.chair,
            "attendees": occurrence.event.attendees,
            "prepared_by": occurrence.event.prepared_by,
            "note": occurrence.event.note,
            "groups": list(occurrence.event.groups),
            "clashes": list(listing.clashes_with(occurrence)),
            "issues": [str(issue) for issue in occurrence.event.issues],
        }
        for occurrence in listing.occurrences
    ]
