"""`sched export`, `publish`, `feed`: the calendar as files, and what other people's feeds do wrong."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from scheduler.cli.open import open_feeds
from scheduler.cli.options import Calendar
from scheduler.cli.output import show
from scheduler.cli.words import WORDS

export_app = typer.Typer()
publish_app = typer.Typer()
COMMANDS = {"export": export_app, "publish": publish_app}


@export_app.command("export")
def export(
    ctx: typer.Context,
    calendar: Calendar = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE|FOLDER", help="Where to; else standard output."),
    ] = None,
) -> None:
    """A calendar as iCalendar."""
    with open_feeds(ctx) as service:
        slug = service.settings.calendar(calendar).slug
        body = service.export(slug).body
        words = WORDS[service.settings.language]
    if output is None:
        sys.stdout.buffer.write(body)
        return
    target = output / f"{slug}.ics" if output.is_dir() else output
    part = target.with_name(f".{target.name}.part")
    part.write_bytes(body)
    part.replace(target)
    show(words["exported"].format(count=1, path=target))


@publish_app.command("publish")
def publish(ctx: typer.Context, folder: Path) -> None:
    """Write the feeds of the public calendars into a folder, for any web server."""
    with open_feeds(ctx) as service:
        written = service.publish(folder)
        words = WORDS[service.settings.language]
    for path in written:
        show(str(path))
    show(words["exported"].format(count=len(written), path=folder))
