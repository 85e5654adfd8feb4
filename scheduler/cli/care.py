"""`sched init`, `doctor`, `backup`, `restore`, `upgrade`, `forget`: looking after an installation."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.cli.open import now, open_configuration, settings_of
from scheduler.cli.options import DryRun, Json, Yes
from scheduler.cli.output import agreed, complain, print_json, say, show
from scheduler.cli.words import WORDS
from scheduler.errors import ConfigurationError
from scheduler.service import care

if TYPE_CHECKING:
    from scheduler.config import Configuration
    from scheduler.service.backups import Contents
    from scheduler.service.findings import Finding
    from scheduler.settings import Settings

init_app = typer.Typer(add_completion=False)
doctor_app = typer.Typer(add_completion=False)
backup_app = typer.Typer(add_completion=False)
restore_app = typer.Typer(add_completion=False)
upgrade_app = typer.Typer(add_completion=False)
forget_app = typer.Typer(add_completion=False)
COMMANDS = {
    "init": init_app,
    "doctor": doctor_app,
    "backup": backup_app,
    "restore": restore_app,
    "upgrade": upgrade_app,
    "forget": forget_app,
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
    from scheduler.cli.findings import place_of, plain_facts, words_of
    from scheduler.service.findings import Level

    configuration = open_configuration(ctx)
    settings = configuration.settings()
    findings = list(_findings(configuration))
    told = [words_of(finding, settings.language, settings.timezone) for finding in findings]
    if as_json:
        print_json(
            [
                {
                    "level": finding.level.value,
                    "what": finding.what,
                    "code": finding.code,
                    "found": found,
                    "advice": advice,
                    "facts": plain_facts(finding.facts),
                }
                for finding, (found, advice) in zip(findings, told, strict=True)
            ]
        )
    else:
        for finding, (found, advice) in zip(findings, told, strict=True):
            show(f"{_MARKS[finding.level.value]} {place_of(finding, settings.language)}: {found}")
            if advice:
                show(f"    → {advice}")
    if any(finding.level is Level.BAD for finding in findings):
        raise typer.Exit(4)


def _findings(configuration: "Configuration") -> "Iterator[Finding]":
    """What the configuration itself shows, then the rest by what of it can be used."""
    from scheduler.service.doctor import examine
    from scheduler.service.findings import bad, good, note
    from scheduler.service.machine import readable_by_all
    from scheduler.telling_config import channel_settings, delivery_settings, policy

    redactor = configuration.redactor()
    faults = []
    telling = None
    try:
        telling = policy(configuration)
    except ConfigurationError as error:
        faults.append(str(error))
    try:
        delivery_settings(configuration)
    except ConfigurationError as error:
        faults.append(str(error))
    try:
        channels = channel_settings(configuration)
    except ConfigurationError as error:
        channels = {}
        faults.append(str(error))
    for fault in faults:
        yield bad("configuration", "bad-part", error=redactor(fault))
    if (keys := configuration.written_secrets()) and readable_by_all(configuration.path):
        yield note("configuration", "readable-secrets", path=str(configuration.path), keys=", ".join(keys))
    elif not faults:
        yield good("configuration", "configuration", path=str(configuration.path.resolve()))
    yield from examine(configuration.settings(), channels, now(), policy=telling, redactor=redactor)


@backup_app.command("backup")
def backup(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file to write; never overwritten.")],
    as_json: Json = False,
) -> None:
    """Copy the database, while it is in use, into one file, and read the copy back."""
    from scheduler.service.backups import backup as make_backup
    from scheduler.service.backups import note_backup

    settings = settings_of(ctx)
    made = make_backup(settings, file)
    note_backup(settings, now())
    words = WORDS[settings.language]
    if as_json:
        print_json({"file": str(made.path), **_contents_json(made.contents)})
        return
    show(words["backed up"].format(path=made.path, size=made.contents.size // 1024))
    show(_contents_line(made.contents, settings))


@restore_app.command("restore")
def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="A file that `sched backup` wrote.")],
    yes: Yes = False,
) -> None:
    """Put a backup in the place of the database; what was there is kept beside it. Asks before it does."""
    from scheduler.service.backups import readable, shown
    from scheduler.service.backups import restore as put_back

    settings = settings_of(ctx)
    words = WORDS[settings.language]
    contents = readable(file)
    say(f"{file}: {_contents_line(contents, settings)}")
    if not yes and not agreed(words["restore this"].format(database=shown(settings.database))):
        complain(words["nothing was changed"])
        raise typer.Exit(4)
    kept = put_back(settings, file, now())
    show(words["restored"].format(path=file))
    if kept:
        show(words["set aside"].format(path=kept))


@upgrade_app.command("upgrade")
def upgrade(ctx: typer.Context) -> None:
    """Bring the database up to date with this version: a backup first, and back to it where a step fails."""
    settings = settings_of(ctx)
    words = WORDS[settings.language]
    done = care.upgrade(settings, now())
    if done.backup:
        show(words["backed up"].format(path=done.backup.path, size=done.backup.contents.size // 1024))
        show(_contents_line(done.backup.contents, settings))
    for step in done.steps:
        show(f"✓ {step}")
    show(words["upgraded"] if done.steps else words["up to date"])


@forget_app.command("forget")
def forget(
    ctx: typer.Context,
    dry_run: DryRun = False,
    compact: Annotated[
        bool, typer.Option("--compact", help="Also give back the room of what was removed, now or before.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Remove what is kept no longer, as `keeping` in config.toml says; `sched run` and `up` do it each night."""
    from scheduler.service.retention import RetentionService

    with RetentionService.opened(settings_of(ctx)) as service:
        words = WORDS[service.settings.language]
        found = service.look(now()) if dry_run else service.forget(now())
        if compact and not dry_run and not service.database.compact():
            complain(words["not compacted"])
    if as_json:
        print_json([{"what": one.what, "days": one.days, "count": one.count} for one in found])
        return
    for one in found:
        show(words["forget line"][one.what].format(days=one.days, count=one.count))
    show(words["would forget"] if dry_run else words["forgot"])


def _contents_line(contents: "Contents", settings: "Settings") -> str:
    words = WORDS[settings.language]
    last = words["no releases"]
    if contents.released is not None:
        released = datetime.fromisoformat(contents.released).astimezone(settings.timezone)
        last = words["last release"].format(number=contents.last_release, at=f"{released:%d/%m/%Y %H:%M}")
    template: str = words["backup holds"]
    return template.format(**contents.counts, last=last)


def _contents_json(contents: "Contents") -> dict[str, object]:
    return {
        "bytes": contents.size,
        "rows": contents.counts,
        "last_release": contents.last_release,
        "released": contents.released,
    }
