"""What every command prints with: JSON alone on standard output, messages on standard error.

Nothing here knows what is printed; words and tables of the calendar are in `printing`.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scheduler.redaction import Redactor

_named: Path | None = None
_discretion: Callable[[], Redactor] = Redactor


def be_discreet(redactor: Callable[[], Redactor]) -> None:
    """From now on errors are told without these secrets; asked for when an error is told."""
    global _discretion  # noqa: PLW0603 - one process, one configuration
    _discretion = redactor


def print_json(value: Any) -> None:
    """One JSON value on standard output, readable, Vietnamese letters as themselves."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_json_line(value: Any) -> None:
    """One JSON value on one line of standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def show(text: str) -> None:
    """A line of what was asked for, on standard output."""
    sys.stdout.write(_straight(text) + "\n")


def say(text: str) -> None:
    """A message or progress for the person: on standard error, so that output can be piped."""
    sys.stderr.write(_straight(text) + "\n")


def complain(text: str) -> None:
    """An error for the person, on standard error, in the language chosen; no secret stands in it."""
    sys.stderr.write(_straight(f"sched: {_discretion()(in_words(text))}\n"))


def _straight(text: str) -> str:
    """The text without marks of direction, which a terminal would let turn all that follows."""
    if text.isprintable():
        return text
    from calendars.wording import straight

    return straight(text)


def in_words(sentence: str) -> str:
    """The sentence of an error in the language chosen."""
    if language() == "en":
        return sentence
    from scheduler.sentences import vietnamese

    return vietnamese(sentence)


def language() -> str:
    """The language of help and errors: SCHED_LANGUAGE, else that of the configuration, else Vietnamese.

    It is looked up when there is something to say, since a configuration that cannot be used is such a thing.
    """
    import tomllib

    from scheduler import config

    chosen = os.environ.get("SCHED_LANGUAGE")
    if not chosen:
        try:
            with config.find(_named).open("rb") as file:
                chosen = tomllib.load(file).get("language")
        except (OSError, ValueError):
            pass
    return "en" if chosen == "en" else "vi"


def configured_by(named: Path | None) -> None:
    """Remember the configuration file that --config names."""
    global _named  # noqa: PLW0603 - one process, one configuration
    _named = named


def agreed(question: str) -> bool:
    """Whether the person says yes; no answer, as where nobody sits at a terminal, is a no."""
    import typer

    try:
        return typer.confirm(question, err=True)
    except typer.Abort:
        say("")
        return False
