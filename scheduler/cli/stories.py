"""`sched show` and `sched conflicts`: one event with its story, and what clashes."""

from collections.abc import Sequence
from datetime import timedelta

import typer

from calendars.conflicts import Conflict
from calendars.phrasing import phrase
from calendars.records import lines_between
from calendars.times import DaySpan
from scheduler.cli.differences import difference
from scheduler.cli.listing import From, Month, To, Week, Year, span_of
from scheduler.cli.open import now, open_calendars, open_stories
from scheduler.cli.options import Calendar, Json
from scheduler.cli.output import in_words, print_json, show
from scheduler.cli.words import WORDS
from scheduler.service.doubts import issue_words
from scheduler.service.query import ListQuery
from scheduler.service.stories import Story

show_app = typer.Typer(add_completion=False)
conflicts_app = typer.Typer(add_completion=False)
COMMANDS = {"show": show_app, "conflicts": conflicts_app}


@show_app.command("show")
def show_event(ctx: typer.Context, uid: str, as_json: Json = False) -> None:
    """One event, with the passage it was read from and what has happened to it."""
    with open_stories(ctx) as service:
        story = service.story(uid)
        language = service.settings.language
    if as_json:
        print_json(story.to_json())
    else:
        print_event(story, language)


@conflicts_app.command("conflicts")
def show_conflicts(
    ctx: typer.Context,
    month: Month = None,
    week: Week = None,
    from_day: From = None,
    to_day: To = None,
    year: Year = None,
    calendar: Calendar = None,
    as_json: Json = False,
) -> None:
    """Meetings that claim the same people, room or hour, or fall on a day off."""
    with open_calendars(ctx) as service:
        today = now().astimezone(service.settings.timezone).date()
        span = DaySpan(today, today + timedelta(days=92))
        if any((month, week, from_day, to_day, year)):
            span = span_of(month, week, from_day, to_day, year, today)
        conflicts = service.conflicts(ListQuery(span=span, calendar=calendar))
        language = service.settings.language
    if as_json:
        print_json([conflict.to_json() for conflict in conflicts])
    else:
        print_conflicts(conflicts, language)
        if not conflicts:
            show(WORDS[language]["no conflicts"].format(first=span.first, last=span.last))


def print_event(story: Story, language: str) -> None:
    """One event: what, when, where, who; the passage it was read from; what changed and when."""
    words, event = WORDS[language], story.event
    show(f"{event.title}  [{words[event.status.value]}]")
    facts = {
        "when": phrase(event.when, language=language),
        "where": event.location,
        "chair": event.chair,
        "attendees": event.attendees,
        "prepared by": event.prepared_by,
        "note": event.note,
        "groups": ", ".join(event.groups),
        "calendar": event.calendar,
        "uid": f"{event.uid} (SEQUENCE {event.sequence})",
    }
    for name, value in facts.items():
        if value:
            show(f"  {words[name]}: {value}")
    if event.origin.name:
        number = f", {words['number'].lower()} {event.origin.number}" if event.origin.number else ""
        show(f"  {words['source']}: {event.origin.name}{number}")
    for passage in event.origin.passages:
        place = f"{words['line']} {passage.line}" + (
            f", {words['page']} {passage.page}" if passage.page else ""
        )
        show(f"    {place}: {' '.join(passage.text.split())}")
    if event.origin.hand:
        show(f"  {words['by hand']}: {event.origin.hand}")
    for override in event.overrides:
        told = phrase(override.when, language=language) if override.when else words["cancelled"]
        show(f"  {override.day:%d/%m/%Y}: {told}")
    for issue in event.issues:
        show(f"  ! {issue_words(issue, language)}")
    for version in story.history:
        for line in lines_between("changed", version.before, version.after):
            show(f"  #{version.release}: {'; '.join(difference(line, language))}")


def print_conflicts(conflicts: Sequence[Conflict], language: str) -> None:
    """Each clash with the day and what claims it."""
    words = WORDS[language]
    for conflict in conflicts:
        titles = " / ".join(dict.fromkeys(occurrence.title for occurrence in conflict.occurrences))
        weekday = words["weekdays"][conflict.day.weekday()]
        key = "weekday-conflict" if conflict.kind.value == "weekday" else conflict.kind.value
        told = words[key] if conflict.is_certain else f"{words['perhaps']} {words[key]}"
        # Names are shown as they are; what a document says of a weekday is a sentence.
        said = in_words(conflict.detail) if conflict.detail and key == "weekday-conflict" else conflict.detail
        detail = f" ({said})" if said else ""
        show(f"{conflict.day:%d/%m/%Y} ({weekday})  {told}{detail}: {titles}")
