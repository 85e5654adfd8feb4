"""`sched changes`, `undo`: what was published, release by release, and taking one back."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.cli.differences import difference
from scheduler.cli.open import now, open_revising, who
from scheduler.cli.options import Calendar, Json, parse_day
from scheduler.cli.output import print_json, show
from scheduler.cli.table import Column, print_table
from scheduler.cli.words import WORDS

if TYPE_CHECKING:
    from scheduler.service.revising import Release, RevisionService

changes_app = typer.Typer(add_completion=False)
undo_app = typer.Typer(add_completion=False)
COMMANDS = {"changes": changes_app, "undo": undo_app}


@changes_app.command("changes")
def changes(
    ctx: typer.Context,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="From this day on; else 30 days.")
    ] = None,
    calendar: Calendar = None,
    as_json: Json = False,
) -> None:
    """What was published: each release with its document and its changes."""
    with open_revising(ctx) as service:
        zone, language = service.settings.timezone, service.settings.language
        start = (
            datetime.combine(parse_day(since), datetime.min.time(), zone)
            if since
            else now() - timedelta(days=30)
        )
        releases = service.releases(calendar, start)
        if as_json:
            from scheduler.service.revising import release_json

            print_json([release_json(release) for release in releases])
            return
        if not releases:
            show(WORDS[language]["no releases"])
        for release in releases:
            _print_release(release, service)


@undo_app.command("undo")
def undo(ctx: typer.Context, release: int) -> None:
    """Take a release back: its events are again what they were before."""
    with open_revising(ctx) as service:
        undoing = service.undo(release, now=now(), by=who())
        show(WORDS[service.settings.language]["release undone"].format(release=release))
        _print_release(undoing, service)


def _print_release(release: "Release", service: "RevisionService") -> None:
    language = service.settings.language
    words = WORDS[language]
    made = release.made.astimezone(service.settings.timezone)
    by = f", {release.approved_by}" if release.approved_by else ""
    source = release.document_name or words["by hand"]
    show(f"#{release.number}  {made:%d/%m/%Y %H:%M}  {source}  [{words[release.state.value]}]{by}")
    columns = (
        Column(words["change"]),
        Column(words["title"], 24, grows=True),
        Column(words["when"], 16, grows=True),
    )
    rows = [
        (words.get(change["kind"], change["kind"]), change["title"], "\n".join(difference(change, language)))
        for change in release.changes
    ]
    if rows:
        print_table(columns, rows)
    show("")
