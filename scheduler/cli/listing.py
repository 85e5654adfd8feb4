"""`sched list`: what is on the calendar. It answers at once, so it imports little."""

import re
import sys
from datetime import date, timedelta
from typing import Annotated, Any

import typer

from calendars.marks import Category, Status
from calendars.times import DaySpan, iso_week_span, month_span, year_span
from scheduler.cli.open import now, open_calendars, open_feeds, settings_of
from scheduler.cli.options import Calendar, Json, parse_day
from scheduler.cli.output import print_json, say
from scheduler.cli.rows import listing_json, listing_rows, print_listing
from scheduler.cli.words import WORDS
from scheduler.service.query import ListQuery

list_app = typer.Typer(add_completion=False)
COMMANDS = {"list": list_app}

Month = Annotated[
    str | None, typer.Option("--month", metavar="11|2023-11", help="A month, of this year if none is given.")
]
Week = Annotated[
    str | None, typer.Option("--week", metavar="47|2023-47", help="An ISO week, Monday to Sunday.")
]
From = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="The first day, 2023-11-24 or 24/11/2023.")
]
To = Annotated[str | None, typer.Option("--to", metavar="DAY", help="The last day.")]
Year = Annotated[
    int | None, typer.Option("--year", metavar="Y", help="A year; with --month or --week, that year's.")
]


@list_app.command("list")
def list_events(
    ctx: typer.Context,
    month: Month = None,
    week: Week = None,
    from_day: From = None,
    to_day: To = None,
    year: Year = None,
    calendar: Calendar = None,
    category: Annotated[Category | None, typer.Option(help="Only this kind.")] = None,
    status: Annotated[Status | None, typer.Option(help="Only this status.")] = None,
    group: Annotated[
        str | None, typer.Option("--group", metavar="NAME", help="Only what concerns this group.")
    ] = None,
    with_ids: Annotated[
        bool, typer.Option("--ids", help="Show the id by which show, move, cancel ... take an event.")
    ] = False,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV, for a spreadsheet.")] = False,
    as_ics: Annotated[bool, typer.Option("--ics", help="Print iCalendar.")] = False,
) -> None:
    """What is on the calendar: this month, or the time that is asked for."""
    settings = settings_of(ctx)
    span = span_of(month, week, from_day, to_day, year, now().astimezone(settings.timezone).date())
    query = ListQuery(span=span, calendar=calendar, category=category, status=status, group=group)
    if as_ics:
        with open_feeds(ctx) as feeds:
            sys.stdout.buffer.write(feeds.export_listing(query))
        return
    with open_calendars(ctx, settings) as service:
        listing = service.listing(query)
    language = settings.language
    if as_json:
        print_json(listing_json(listing))
    elif as_csv:
        import csv

        words = WORDS[language]
        sys.stdout.write("\ufeff")  # spreadsheets take the file for UTF-8 by this mark
        writer = csv.writer(sys.stdout)
        writer.writerow(
            [
                *(words["day"], words["weekday"], words["hours"], words["title"], words["where"]),
                *(words["status"], words["groups"]),
            ]
        )
        rows = zip(listing_rows(listing, language, with_year=True), listing.occurrences, strict=True)
        writer.writerows((*row.cells, "; ".join(of.event.groups)) for row, of in rows)
    else:
        print_listing(listing, language, with_ids=with_ids)
        if not listing.occurrences and month and "-" not in month and listing.same_month_elsewhere:
            others = ", ".join(f"{other}-{span.first:%m}" for other in listing.same_month_elsewhere)
            say(WORDS[language]["month elsewhere"].format(month=f"{span.first:%m/%Y}", others=others))


def span_of(
    month: str | None,
    week: str | None,
    from_day: str | None,
    to_day: str | None,
    year: int | None,
    today: date,
) -> DaySpan:
    """The days that the options name; this month where they name none. typer.BadParameter where they make no sense."""
    if sum(map(bool, (month, week, from_day or to_day))) > 1:
        raise typer.BadParameter("say one of --month, --week, or --from and --to")
    try:
        if month:
            number, of_year = _month_and_year(month.strip())
            return month_span(of_year or year or today.year, number)
        if week:
            found = re.fullmatch(r"(?:(\d{4})-?W?)?(\d{1,2})", week.strip())
            if found is None:
                raise ValueError
            return iso_week_span(int(found[1] or year or today.isocalendar().year), int(found[2]))
        if year:
            return year_span(year)
    except ValueError:
        what: Any = f"--month {month}" if month else f"--week {week}" if week else f"--year {year}"
        raise typer.BadParameter(
            f"{what}: there is none such; write --month 11, --month 2023-11 or --week 47"
        ) from None
    if from_day or to_day:
        first = parse_day(from_day) if from_day else today
        last = parse_day(to_day) if to_day else first + timedelta(days=31)
        if last < first:
            raise typer.BadParameter(f"--to {last} lies before --from {first}")
        return DaySpan(first, last)
    return month_span(today.year, today.month)


def _month_and_year(text: str) -> tuple[int, int | None]:
    """The numbers in "11", "2023-11" or "11/2023"; ValueError for anything else."""
    *year, month = reversed(text.split("/")) if "/" in text else text.split("-")
    if len(month) > 2 or [len(part) for part in year] not in ([], [4]):
        raise ValueError
    return int(month), int(year[0]) if year else None
