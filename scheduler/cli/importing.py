"""`sched import`: documents, folders and addresses onto the calendar, shown before and after."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from calendars.changes import Change, ChangeKind
from calendars.errors import InvalidCalendarData, UnreadableDocument
from calendars.events import Event, place_of, time_of
from calendars.marks import Status
from calendars.phrasing import date_text, phrase
from calendars.when import Day
from scheduler.cli.open import now, open_importing, who
from scheduler.cli.options import Calendar, DryRun, Json
from scheduler.cli.output import complain, print_json, say, show
from scheduler.cli.printing import print_issues
from scheduler.cli.reading import bytes_of, page_progress
from scheduler.cli.table import Column, print_table
from scheduler.cli.words import WORDS
from scheduler.service.doubts import issue_words, reason_words
from scheduler.service.fetching import fetch, is_address
from scheduler.service.importing import Imported

import_app = typer.Typer(add_completion=False)
COMMANDS = {"import": import_app}

_STYLES = {ChangeKind.CANCELLED: "31", ChangeKind.ENDED: "2", ChangeKind.MOVED: "33", ChangeKind.CLOSED: "32"}


@import_app.command("import")
def import_documents(
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|FOLDER|URL...",
            help="Documents, folders of them, or addresses; an .ics file changes only what it brought itself.",
        ),
    ],
    calendar: Calendar = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Read documents and put what they announce on the calendar; what is in doubt waits for `sched review`."""
    paths = list(_paths(files))
    results: list[Imported] = []
    failed = 0
    with open_importing(ctx) as service:
        words = WORDS[service.settings.language]
        service.settings.calendar(calendar)
        for number, path in enumerate(paths, start=1):
            if len(paths) > 1:
                say(f"[{number}/{len(paths)}] {path}")
            try:
                data, name = fetch(path) if is_address(path) else (bytes_of(Path(path)), Path(path).name)
                imported = service.import_file(
                    data,
                    name,
                    calendar=calendar,
                    keep=not dry_run,
                    by=who(),
                    now=now(),
                    progress=page_progress,
                )
            except (UnreadableDocument, InvalidCalendarData) as error:
                complain(str(error) if isinstance(error, UnreadableDocument) else f"{path}: {error}")
                failed += 1
                continue
            results += imported
            if not as_json:
                for one in imported:
                    print_imported(one, service.settings.language, dry_run=dry_run)
    if as_json:
        print_json([imported.to_json() for imported in results])
    if len(paths) > 1:
        changed = sum(not one.already and not one.revision.is_empty for one in results)
        say(
            words["import summary"].format(
                files=len(paths), released=changed, unchanged=len(results) - changed, failed=failed
            )
        )
    if failed:
        raise typer.Exit(3 if failed == len(paths) else 4)


def print_imported(imported: Imported, language: str, *, dry_run: bool) -> None:
    """What a document changed, as a table; what it asks; and what became of it."""
    words, name = WORDS[language], imported.programme.source.name
    if imported.already:
        show(words["already"].format(name=name))
        return
    if imported.revision.is_empty:
        show(words["no changes"].format(name=name))
        _print_kept_by_hand(imported, language)
        print_issues((*imported.programme.issues, *imported.revision.issues), language=language)
        return
    if imported.programme.title:
        show(f"{name}: {imported.programme.title}")
    print_changes(imported.published, language)
    if imported.waiting or imported.revision.questions:
        show("")
        show(words["waiting for review"].format(count=imported.asked))
        print_changes(imported.waiting, language)
        for question in imported.revision.questions:
            show(f"  ? {question.entries[-1].title}: {reason_words(question.reason, language)}")
            for candidate in question.candidates:
                why = ", ".join(reason_words(code, language) for code in candidate.why)
                show(f"      {candidate.score:.0%}  {candidate.event.title}  ({why})")
    _print_kept_by_hand(imported, language)
    print_issues((*imported.programme.issues, *imported.revision.issues), language=language)
    show("")
    if dry_run:
        show(words["dry run"])
    elif imported.release is not None:
        show(words["kept"].format(name=name, published=len(imported.published), release=imported.release))


def _print_kept_by_hand(imported: Imported, language: str) -> None:
    """The events of which the document says otherwise than a hand, and that stay as the hand has set them."""
    for change in imported.kept_by_hand:
        changed = change.after.origin.as_of
        show(
            WORDS[language]["kept as by hand"].format(
                day="?" if changed is None else date_text(changed),
                title=change.after.title,
                time=_time_words(change.after, change.day, language),
            )
        )


def print_changes(changes: Sequence[Change], language: str) -> None:
    """Changes as a table: what happens, to what, what it was and what it is now."""
    if not changes:
        return
    words = WORDS[language]
    columns = (
        Column(words["change"]),
        Column(words["title"], 24, grows=True),
        Column(words["was"], 16, grows=True),
        Column(words["is"], 16, grows=True),
    )
    rows = []
    for change in changes:
        before = _time_words(change.before, change.day, language) if change.before else ""
        after = _time_words(change.after, change.day, language)
        doubts = "".join(f"\n! {issue_words(issue, language)}" for issue in change.after.issues)
        title = change.after.title + doubts
        place = place_of(change.after, change.day)
        rows.append((words[change.kind.value], title, before, after + (f"\n{place}" if place else "")))
    print_table(columns, rows, styles=[_STYLES.get(change.kind, "") for change in changes])


def _time_words(event: Event, day: date | None, language: str) -> str:
    """When the event is, or the one day of a series that is concerned."""
    when = time_of(event, day)
    if when is None and day is not None:
        return phrase(Day(day, event.when.hours), language=language, status=Status.CANCELLED)
    return phrase(when or event.when, language=language, status=event.status)


def _paths(files: Sequence[str]) -> Iterator[str]:
    for name in files:
        path = Path(name)
        if not is_address(name) and path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith((".", "~$")))
            if not found:
                complain(f"{path}: there is no document in this folder")
            yield from map(str, found)
        else:
            yield name
