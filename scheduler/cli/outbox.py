"""`sched outbox`: what waits to be told, what was told, and what went wrong."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from scheduler.cli.open import open_telling
from scheduler.cli.options import Json
from scheduler.cli.output import complain, print_json, show
from scheduler.cli.table import Column, print_table
from scheduler.cli.words import WORDS
from scheduler.sentences import vietnamese
from scheduler.service.telling import Waiting
from scheduler.service.telling_words import about_words, outcome_name, state_words
from scheduler.tellings import State

outbox_app = typer.Typer(
    add_completion=False, help="What waits to be told, what was told, and what went wrong."
)
COMMANDS = {"outbox": outbox_app}


OnlyState = Annotated[State | None, typer.Option(help="Only those that stand so.")]
Count = Annotated[int, typer.Option(help="How many at most.")]


@outbox_app.callback(invoke_without_command=True)
def outbox(ctx: typer.Context, state: OnlyState = None, count: Count = 200, as_json: Json = False) -> None:
    """What waits to be told, what was told, and what went wrong."""
    if ctx.invoked_subcommand is None:
        list_outbox(ctx, state, count, as_json)


@outbox_app.command("list")
def list_outbox(
    ctx: typer.Context, state: OnlyState = None, count: Count = 200, as_json: Json = False
) -> None:
    """What is in the outbox, in the order of its hours."""
    with open_telling(ctx) as service:
        waiting = service.outbox(state, count)
        settings = service.settings
    if as_json:
        print_json([waiting_json(one) for one in waiting])
    else:
        print_waiting(waiting, settings.language, settings.timezone)


@outbox_app.command("explain")
def explain(ctx: typer.Context, message: str) -> None:
    """One message with every try at it and what came of each."""
    with open_telling(ctx) as service:
        one = service.explain(message)
        zone, language = service.settings.timezone, service.settings.language
    words = WORDS[language]
    kept = one.kept
    title = about_words(one.title, language)
    show(f"{kept.telling.id}  {title}  → {one.person.name if one.person else kept.telling.person}")
    show(f"  {words['state']}: {_state(one, language)}")
    show(f"  {words['due']}: {_local(kept.telling.due, zone)}  ({kept.telling.rule})")
    show(f"  {words['channel']}: {', '.join(kind.value for kind in kept.telling.channels)}")
    for attempt in one.attempts:
        outcome = attempt.outcome
        told = _told(getattr(outcome, "reason", ""), language) or getattr(outcome, "receipt", "")
        came = outcome_name(type(outcome).__name__, language) + (f": {told}" if told else "")
        show(f"  {attempt.number}. {_local(attempt.started, zone)} {attempt.channel}: {came}")


@outbox_app.command("retry")
def retry(ctx: typer.Context, messages: list[str]) -> None:
    """Try messages again: at once, or at their hour if that is still to come."""
    with open_telling(ctx) as service:
        refused = [message for message in messages if not service.retry(message)]
    _tell_refused(refused, "was sent already, or is being sent")


@outbox_app.command("cancel")
def cancel(
    ctx: typer.Context,
    messages: list[str],
    reason: Annotated[str, typer.Option(help="Why, kept with the message.")] = "cancelled by hand",
) -> None:
    """Take waiting messages out."""
    with open_telling(ctx) as service:
        refused = [message for message in messages if not service.cancel(message, reason)]
    _tell_refused(refused, "does not wait any more")


def print_waiting(waiting: Sequence[Waiting], language: str, zone: ZoneInfo) -> None:
    """Messages as a table: when, to whom, about what, by which way, how it stands."""
    words = WORDS[language]
    if not waiting:
        show(words["outbox empty"])
        return
    headings = ("due", "to", "title", "channel", "state", "id")
    rows = [
        (
            _local(one.kept.next if one.kept.state is State.PENDING else one.kept.telling.due, zone),
            one.person.name if one.person else one.kept.telling.person,
            _about(one, language),
            one.kept.channel.value,
            _state(one, language),
            one.kept.telling.id,
        )
        for one in waiting
    ]
    columns = [Column(words[heading], 8, grows=heading in ("title", "state", "to")) for heading in headings]
    print_table(columns, rows)


def waiting_json(one: Waiting) -> dict[str, object]:
    """A message for scripts."""
    kept = one.kept
    return {
        "id": kept.telling.id,
        "purpose": kept.telling.purpose.value,
        "event": kept.telling.event,
        "day": kept.telling.day and kept.telling.day.isoformat(),
        "title": one.title,
        "rule": kept.telling.rule,
        "person": kept.telling.person,
        "name": one.person.name if one.person else None,
        "due": kept.telling.due.isoformat(),
        "next": kept.next.isoformat(),
        "channels": [kind.value for kind in kept.telling.channels],
        "channel": kept.channel.value,
        "state": kept.state.value,
        "tries": kept.tries,
        "reason": kept.reason,
    }


def _about(one: Waiting, language: str) -> str:
    about = about_words(one.title, language)
    return f"{about} ({one.kept.telling.rule})" if about == one.title else about


def _state(one: Waiting, language: str) -> str:
    told = _told(one.kept.reason, language)
    return state_words(one.kept.state.value, language) + (f": {told}" if told else "")


def _told(reason: str, language: str) -> str:
    return vietnamese(reason) if language == "vi" and reason else reason


def _tell_refused(refused: Sequence[str], why: str) -> None:
    for message in refused:
        complain(f"{message} {why}")
    if refused:
        raise typer.Exit(4)


def _local(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%d/%m/%Y %H:%M}"
