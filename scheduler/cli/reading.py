"""`sched read`: what documents say; it touches no calendar and needs no configuration."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from calendars.errors import UnreadableDocument
from calendars.programme import Programme
from scheduler.cli.options import Json
from scheduler.cli.output import complain, language, print_json, say, show
from scheduler.cli.printing import print_programme
from scheduler.cli.table import uses_colour
from scheduler.cli.words import WORDS
from scheduler.service.doubts import passed_over
from scheduler.service.reading import Fate, Marked, ReadDocument, explain, programme_to_json, read_file

read_app = typer.Typer(add_completion=False)
COMMANDS = {"read": read_app}

MOST_BYTES = 2_000_000_000
"""Never read more, whatever the configuration allows: what has no end (a device) must end somewhere."""


@read_app.command()
def read(
    names: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Documents; - reads one from standard input.")
    ],
    explained: Annotated[
        bool, typer.Option("--explain", help="Print the document with every passage marked.")
    ] = False,
    as_json: Json = False,
) -> None:
    """What documents say; no calendar is touched."""
    files = [Path(name) for name in names]
    programmes: list[Programme] = []
    failed = 0
    for number, path in enumerate(files, start=1):
        if len(files) > 1:
            say(f"[{number}/{len(files)}] {path}")
        try:
            for read_document in load(path):
                programmes.append(read_document.programme)
                if explained and not as_json:
                    print_explained(explain(read_document.document, read_document.programme), language())
                elif not as_json:
                    print_programme(read_document.programme, language=language())
        except UnreadableDocument as error:
            complain(str(error))
            failed += 1
    if as_json:
        print_json([programme_to_json(programme) for programme in programmes])
    if len(files) > 1:
        entries = sum(len(programme.entries) for programme in programmes)
        told = WORDS[language()]["read summary"]
        say(told.format(files=len(files), documents=len(programmes), entries=entries, failed=failed))
    if failed:
        raise typer.Exit(3 if failed == len(files) else 4)


def print_explained(lines: Iterable[Marked], spoken: str) -> None:
    """Every line of a document with what became of it in the margin; spoken: "vi" or "en"."""
    words = WORDS[spoken]
    for line in lines:
        match line.fate:
            case Fate.ENTRY:
                told, style = words["entry"].format(number=", ".join(map(str, line.entries))), "32"
            case Fate.IGNORED:
                told, style = (
                    f"{words['ignored'].lower()}: {', '.join(passed_over(reason, spoken) for reason in line.reasons)}",
                    "2",
                )
            case Fate.FURNITURE:
                told, style = "·", "2"
            case Fate.NOT_UNDERSTOOD:
                told, style = "–", ""
        text = f"{line.line:>4}  {told:<22}  {line.text.strip()}"
        show(f"\x1b[{style}m{text}\x1b[0m" if style and uses_colour() else text)


def load(path: Path) -> tuple[ReadDocument, ...]:
    """The documents in that file, or on standard input for "-", and what they say; progress goes to a terminal."""
    return read_file(
        bytes_of(path), "standard input" if str(path) == "-" else path.name, progress=page_progress
    )


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, of standard input for "-". UnreadableDocument says why where there are none to be had."""
    if str(path) == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
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
