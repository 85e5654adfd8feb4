"""`sched export`, `publish`, `feed`: the calendar as files, and what other people's feeds do wrong."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.cli.listing import Month, Week, Year, span_of
from scheduler.cli.open import now, open_feeds, open_papers, settings_of
from scheduler.cli.options import Calendar, Json
from scheduler.cli.output import language, print_json, say, show
from scheduler.cli.words import WORDS
from scheduler.service.files import write_file
from scheduler.service.papers import PaperForm

if TYPE_CHECKING:
    from scheduler.service.checking import Finding

export_app = typer.Typer(add_completion=False)
publish_app = typer.Typer(add_completion=False)
feed_app = typer.Typer(add_completion=False, help="Feeds of other people.", no_args_is_help=True)
COMMANDS = {"export": export_app, "publish": publish_app, "feed": feed_app}


@feed_app.callback()
def feed() -> None:
    """Feeds of other people."""


@export_app.command("export")
def export(
    ctx: typer.Context,
    calendar: Calendar = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE|FOLDER", help="Where to; else standard output."),
    ] = None,
    week: Week = None,
    month: Month = None,
    year: Year = None,
    form: Annotated[PaperForm | None, typer.Option("--format", help="Paper, with --week or --month.")] = None,
) -> None:
    """A calendar as iCalendar; or a week or a month of it on paper, ready to sign."""
    settings = settings_of(ctx)
    words, slug = WORDS[settings.language], settings.calendar(calendar).slug
    if not (week or month):
        if form is not None:
            raise typer.BadParameter("say which week or month goes on paper: --week 47 or --month 11")
        with open_feeds(ctx) as feeds:
            body, name = feeds.export(slug).body, f"{slug}.ics"
    else:
        span = span_of(month, week, None, None, year, now().astimezone(settings.timezone).date())
        form = form or PaperForm.DOCX
        with open_papers(ctx) as papers:
            body = (papers.week if week else papers.month)(span, form, slug)
        name = f"{slug}-{span.first:%Y-%m-%d}.{form.value}"
    if output is None:
        sys.stdout.buffer.write(body)
        return
    target = write_file(output / name if output.is_dir() else output, body)
    show(words["exported"].format(count=1, path=target))


@publish_app.command("publish")
def publish(ctx: typer.Context, folder: Path) -> None:
    """Write the feeds of the public calendars into a folder, for any web server; those no longer public go."""
    with open_feeds(ctx) as service:
        done = service.publish(folder)
        words = WORDS[service.settings.language]
    for path in done.written:
        show(str(path))
    for path in done.removed:
        show(words["feed removed"].format(path=path))
    for path in done.left:
        say(words["feed left"].format(path=path))
    show(words["exported"].format(count=len(done.written), path=folder))


@feed_app.command("check")
def check(
    feed: Annotated[str, typer.Argument(metavar="FILE|URL", help="A feed of anybody's.")],
    as_json: Json = False,
) -> None:
    """Which rules a feed breaks, and which calendar programs will suffer; exit status 4 where one must be mended."""
    from scheduler.cli.reading import bytes_of
    from scheduler.service.checking import Severity, check_address, check_file
    from scheduler.service.fetching import is_address

    findings = check_address(feed) if is_address(feed) else check_file(bytes_of(Path(feed)), feed)
    if as_json:
        print_json([_finding_json(finding) for finding in findings])
    else:
        _print_findings(findings)
    if any(finding.rule.severity is Severity.MUST for finding in findings):
        raise typer.Exit(4)


def _finding_json(finding: "Finding") -> dict[str, object]:
    return {
        "rule": finding.rule.number,
        "severity": finding.rule.severity.value,
        "clients": finding.rule.clients,
        "advice": finding.rule.advice,
        "line": finding.line,
        "detail": finding.detail,
        "times": finding.times,
    }


def _print_findings(findings: Sequence["Finding"]) -> None:
    """Each finding with its place, who suffers and what to do, in the language chosen; a tick where there is none."""
    from scheduler.sentences import feed_fault

    spoken = language()
    words, told = WORDS[spoken], feed_fault if spoken == "vi" else str
    for finding in findings:
        place = f"{words['line']} {finding.line}: " if finding.line else ""
        times = words["times"].format(count=finding.times) if finding.times > 1 else ""
        strength = words[finding.rule.severity.value]
        show(f"{strength:<6} {finding.rule.number:<5} {place}{told(finding.detail)}{times}")
        show(f"             {told(finding.rule.clients)}")
        show(f"             → {told(finding.rule.advice)}")
    if not findings:
        show("✓")
