"""`sched init`, `doctor`, `backup`, `restore`, `upgrade`: looking after an installation."""

from pathlib import Path
from typing import Annotated

import typer

from scheduler.cli.open import now, open_configuration, settings_of
from scheduler.cli.options import Json
from scheduler.cli.output import print_json, show
from scheduler.cli.words import WORDS
from scheduler.service import care

init_app = typer.Typer()
doctor_app = typer.Typer()
backup_app = typer.Typer()
restore_app = typer.Typer()
upgrade_app = typer.Typer()
COMMANDS = {
    "init": init_app,
    "doctor": doctor_app,
    "backup": backup_app,
    "restore": restore_app,
    "upgrade": upgrade_app,
}

_MARKS = {"good": "✓", "note": "·", "bad": "✗"}


@init_app.command("init")
def init(folder: Annotated[Path, typer.Argument(help="Where config.toml is written.")] = Path()) -> None:
    """Write a configuration to begin with."""
    path = care.initialise(folder)
    show(WORDS["vi"]["initialised"].format(path=path))


@doctor_app.command("doctor")
def doctor(ctx: typer.Context, as_json: Json = False) -> None:
    """Look whether everything is well; each finding says what to do. Exit status 4 where something is not."""
    from scheduler.service.doctor import Level, examine
    from scheduler.telling_config import channel_settings, policy

    configuration = open_configuration(ctx)
    settings = configuration.settings()
    policy(configuration)
    findings = list(examine(settings, channel_settings(configuration), now()))
    if as_json:
        print_json(
            [{"level": f.level.value, "what": f.what, "found": f.found, "advice": f.advice} for f in findings]
        )
    else:
        for finding in findings:
            show(f"{_MARKS[finding.level.value]} {finding.what}: {finding.found}")
            if finding.advice:
                show(f"    → {finding.advice}")
    if any(finding.level is Level.BAD for finding in findings):
        raise typer.Exit(4)


@backup_app.command("backup")
def backup(
    ctx: typer.Context, file: Annotated[Path, typer.Argument(help="The file to write; never overwritten.")]
) -> None:
    """Copy the database while it is in use, and read the copy back."""
    settings = settings_of(ctx)
    written = care.backup(settings, file)
    show(WORDS[settings.language]["backed up"].format(path=written, size=written.stat().st_size // 1024))


@restore_app.command("restore")
def restore(
    ctx: typer.Context, file: Annotated[Path, typer.Argument(help="A file that `sched backup` wrote.")]
) -> None:
    """Put a backup in the place of the database; what was there is kept beside it."""
    settings = settings_of(ctx)
    kept = care.restore(settings, file)
    show(WORDS[settings.language]["restored"].format(path=file))
    if kept:
        show(WORDS[settings.language]["set aside"].format(path=kept))


@upgrade_app.command("upgrade")
def upgrade(ctx: typer.Context) -> None:
    """Bring the database up to date with this version, after a backup."""
    settings = settings_of(ctx)
    words = WORDS[settings.language]
    steps, copy = care.upgrade(settings, now())
    if copy:
        show(words["backed up"].format(path=copy, size=copy.stat().st_size // 1024))
    for step in steps:
        show(f"✓ {step}")
    show(words["upgraded"] if steps else words["up to date"])
