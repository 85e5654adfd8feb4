"""`sched when` and `sched read`: what words and documents say; they touch no calendar and need no configuration."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from calendars.errors import UnreadableDocument
from calendars.phrasing import phrase
from calendars.programme import Programme
from scheduler.cli.options import Json
from scheduler.cli.output import complain, print_json, print_json_line, say, show
from scheduler.cli.printing import print_explained, print_programme
from scheduler.service.reading import (
    Context,
    ReadDocument,
    Understanding,
    explain,
    parse_reference,
    phrase_json,
    programme_to_json,
    read_file,
    read_phrase,
)

when_app = typer.Typer()
read_app = typer.Typer()
COMMANDS = {"when": when_app, "read": read_app}


@when_app.command()
def when(
    text: Annotated[
        list[str],
        typer.Argument(help="The phrase; - reads one a line, each perhaps after REFERENCE and a tab."),
    ],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="2023-11[-DD]", help="The programme's month, or the day it was issued."),
    ] = None,
    language: Annotated[str, typer.Option("--language", help="vi or en.")] = "vi",
    explained: Annotated[bool, typer.Option("--explain", help="Show which rules made each reading.")] = False,
    as_json: Json = False,
) -> None:
    """What a phrase says of time."""
    reference = context_of(on) if on else Context(issued=date.today())  # noqa: DTZ011  the person's own day
    for phrase_text, context in _phrases(text, reference):
        understanding = read_phrase(phrase_text, context, language=language)
        if as_json:
            print_json_line(phrase_json(phrase_text, understanding, explained=explained))
        else:
            _print_readings(phrase_text, understanding, language, explained=explained)


def context_of(reference: str) -> Context:
    """The context that --on names; typer.BadParameter for anything else."""
    context = parse_reference(reference)
    if context is None:
        raise typer.BadParameter(
            f"{reference!r} is neither a month such as 2023-11 nor a day such as 2023-11-24"
        )
    return context


def _phrases(words: list[str], reference: Context) -> Iterator[tuple[str, Context]]:
    if words != ["-"]:
        yield " ".join(words), reference
        return
    for line in sys.stdin:
        head, tab, rest = line.rstrip("\r\n").partition("\t")
        context = parse_reference(head) if tab else None
        yield (rest, context) if context else (line.rstrip("\r\n"), reference)


def _print_readings(text: str, understanding: Understanding, language: str, *, explained: bool) -> None:
    show(text)
    for reading in understanding.readings:
        marks = [reading.status.value] + ["deadline"] * reading.deadline
        show(
            f"  {text[slice(*reading.at)]!r} -> {phrase(reading.when, language=language)} ({', '.join(marks)})"
        )
        if explained:
            show(f"      {' < '.join(reading.rules)}")
        for issue in reading.issues:
            show(f"      ! {issue}")
    for observance in understanding.observances:
        told = phrase(observance.when, language=language) if observance.when else "-"
        show(f"  {observance.name} -> {told} (observance)")
    if explained:
        for no_time in understanding.no_times:
            show(f"  {text[slice(*no_time.at)]!r}: {no_time.reason} ({no_time.rule})")
    for issue in understanding.issues:
        show(f"  ! {issue}")
    if not understanding.readings and not understanding.observances:
        show("  (không nói gì về thời gian)" if language == "vi" else "  (says nothing of time)")


@read_app.command()
def read(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Documents; - reads one from standard input.")
    ],
    explained: Annotated[
        bool, typer.Option("--explain", help="Print the document with every passage marked.")
    ] = False,
    as_json: Json = False,
) -> None:
    """What documents say; no calendar is touched."""
    programmes: list[Programme] = []
    failed = 0
    for number, path in enumerate(files, start=1):
        if len(files) > 1:
            say(f"[{number}/{len(files)}] {path}")
        try:
            for read_document in load(path):
                programmes.append(read_document.programme)
                if explained and not as_json:
                    print_explained(explain(read_document.document, read_document.programme))
                elif not as_json:
                    print_programme(read_document.programme)
        except UnreadableDocument as error:
            complain(str(error))
            failed += 1
    if as_json:
        print_json([programme_to_json(programme) for programme in programmes])
    if len(files) > 1:
        entries = sum(len(programme.entries) for programme in programmes)
        say(
            f"{len(files)} files: {len(programmes)} documents with {entries} entries read, {failed} files not"
        )
    if failed:
        raise typer.Exit(3 if failed == len(files) else 4)


def load(path: Path) -> tuple[ReadDocument, ...]:
    """The documents in that file, or on standard input for "-", and what they say; progress goes to a terminal."""
    return read_file(
        bytes_of(path), "standard input" if str(path) == "-" else path.name, progress=page_progress
    )


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, of standard input for "-". UnreadableDocument says why where there are none to be had."""
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableDocument(str(path), "there is no such file") from None
    except IsADirectoryError:
        raise UnreadableDocument(
            str(path), "is a folder; name the files in it, or import the folder"
        ) from None
    except OSError as error:
        raise UnreadableDocument(str(path), f"cannot be opened: {error.strerror}") from None


def page_progress(done: int, pages: int | None) -> None:
    """Say on a terminal how far a document of several pages is read."""
    if pages and pages > 1 and sys.stderr.isatty():
        say(f"  {done}/{pages}")
