"""`sched add`, `confirm`, `move`, `cancel`, `edit`: the calendar by hand, each with the same preview as a document."""

from typing import Annotated, Any

import typer

from scheduler.cli.importing import print_changes
from scheduler.cli.open import now, open_by_hand, who
from scheduler.cli.options import Calendar, DryRun, Groups, Json, parse_day
from scheduler.cli.output import print_json, show
from scheduler.cli.words import WORDS
from scheduler.service.by_hand import Done, Hand

add_app = typer.Typer(add_completion=False)
confirm_app = typer.Typer(add_completion=False)
move_app = typer.Typer(add_completion=False)
cancel_app = typer.Typer(add_completion=False)
edit_app = typer.Typer(add_completion=False)
COMMANDS = {"add": add_app, "confirm": confirm_app, "move": move_app, "cancel": cancel_app, "edit": edit_app}

Uid = Annotated[str, typer.Argument(help="The event, as `sched list --ids` shows it.")]
Day = Annotated[str | None, typer.Option("--day", metavar="DAY", help="Only the occurrence of this day.")]


@add_app.command("add")
def add(
    ctx: typer.Context,
    text: Annotated[
        list[str], typer.Argument(help="Such as: Họp giao ban chiều thứ Sáu hằng tuần từ 01/12.")
    ],
    calendar: Calendar = None,
    group: Groups = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Put something on the calendar, as you would write it."""
    with open_by_hand(ctx) as service:
        done = service.add(" ".join(text), _hand(keep=not dry_run), calendar=calendar, groups=group or ())
        _print(done, service.settings.language, as_json=as_json, dry_run=dry_run)


@confirm_app.command("confirm")
def confirm(
    ctx: typer.Context,
    uid: Uid,
    at: Annotated[
        list[str] | None, typer.Argument(help="The time, where it was open: 8h00 ngày 26/11/2026.")
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Make an event certain."""
    with open_by_hand(ctx) as service:
        done = service.confirm(uid, _hand(keep=not dry_run), at=" ".join(at or ()) or None)
        _print(done, service.settings.language, as_json=as_json, dry_run=dry_run)


@move_app.command("move")
def move(
    ctx: typer.Context,
    uid: Uid,
    to: Annotated[list[str], typer.Argument(help="The new time: 14h00 ngày 27/11/2026.")],
    day: Day = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Move an event, or one occurrence of it."""
    with open_by_hand(ctx) as service:
        only = parse_day(day) if day else None
        done = service.move(uid, " ".join(to), _hand(keep=not dry_run), day=only)
        _print(done, service.settings.language, as_json=as_json, dry_run=dry_run)


@cancel_app.command("cancel")
def cancel(
    ctx: typer.Context, uid: Uid, day: Day = None, dry_run: DryRun = False, as_json: Json = False
) -> None:
    """Cancel an event, or one occurrence of it."""
    with open_by_hand(ctx) as service:
        only = parse_day(day) if day else None
        done = service.cancel(uid, _hand(keep=not dry_run), day=only)
        _print(done, service.settings.language, as_json=as_json, dry_run=dry_run)


@edit_app.command("edit")
def edit(
    ctx: typer.Context,
    uid: Uid,
    title: Annotated[str | None, typer.Option(help="Another title.")] = None,
    place: Annotated[str | None, typer.Option(help="Another place.")] = None,
    chair: Annotated[str | None, typer.Option(help="Another chair.")] = None,
    attendees: Annotated[str | None, typer.Option(help="Other attendees.")] = None,
    note: Annotated[str | None, typer.Option(help="Another note.")] = None,
    group: Groups = None,
    no_groups: Annotated[bool, typer.Option("--no-groups", help="It concerns no group.")] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Give an event other words."""
    told = {"title": title, "location": place, "chair": chair, "attendees": attendees, "note": note}
    fields: dict[str, Any] = {name: value for name, value in told.items() if value is not None}
    if not fields and not group and not no_groups:
        raise typer.BadParameter(
            "say what is to be different: --title, --place, --chair, --attendees, --note, --group or --no-groups"
        )
    groups = group or (() if no_groups else None)
    with open_by_hand(ctx) as service:
        done = service.edit(uid, _hand(keep=not dry_run), groups=groups, **fields)
        _print(done, service.settings.language, as_json=as_json, dry_run=dry_run)


def _hand(*, keep: bool) -> Hand:
    return Hand(by=who(), now=now(), keep=keep)


def _print(done: Done, language: str, *, as_json: bool, dry_run: bool) -> None:
    words = WORDS[language]
    if as_json:
        print_json(done.to_json())
        return
    if not done.changes:
        show(words["nothing changes"])
        return
    print_changes(done.changes, language)
    for change in done.changes:
        show(f"  {words['uid']}: {change.uid}")
    show(words["dry run"] if dry_run else words["kept by hand"].format(release=done.release))
