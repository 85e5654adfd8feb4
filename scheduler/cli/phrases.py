"""`sched when`: what a phrase says of time; it touches no calendar and needs no configuration."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from calendars.phrasing import phrase
from calendars.times import VIETNAM
from scheduler.cli.open import now
from scheduler.cli.options import Json
from scheduler.cli.output import print_json_line, show
from scheduler.cli.words import WORDS
from scheduler.service.doubts import issue_words
from scheduler.service.phrases import Context, Understanding, parse_reference, phrase_json, read_phrase

when_app = typer.Typer(add_completion=False)
COMMANDS = {"when": when_app}


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
    reference = context_of(on) if on else Context(issued=now().astimezone(VIETNAM).date())
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
    words = WORDS["en" if language == "en" else "vi"]
    show(text)
    for reading in understanding.readings:
        marks = [words[reading.status.value]] + [words["deadline"]] * reading.deadline
        show(
            f"  {text[slice(*reading.at)]!r} -> {phrase(reading.when, language=language)} ({', '.join(marks)})"
        )
        if explained:
            show(f"      {' < '.join(reading.rules)}")
        for issue in reading.issues:
            show(f"      ! {issue_words(issue, language)}")
    for observance in understanding.observances:
        told = phrase(observance.when, language=language) if observance.when else "-"
        show(f"  {observance.name} -> {told} ({words['observance']})")
    if explained:
        for no_time in understanding.no_times:
            show(f"  {text[slice(*no_time.at)]!r}: {no_time.reason} ({no_time.rule})")
    for issue in understanding.issues:
        show(f"  ! {issue_words(issue, language)}")
    if not understanding.readings and not understanding.observances:
        show("  (không nói gì về thời gian)" if language == "vi" else "  (says nothing of time)")
