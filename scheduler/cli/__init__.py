"""`sched`, the command line: thin, and quick to start.

Each command is loaded when it is called, by the table below, so that `sched list` pays for nothing that `sched serve`
needs. Options become values, the service does the work, `printing` shows it. Errors that a person may meet become a
sentence and the exit status of the design: 0 done, 1 a fault of ours, 2 usage or configuration, 3 a document that
cannot be read, 4 done in part.
"""

import atexit
import errno
import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from calendars.errors import (
    CalendarsError,
    LaterRelease,
    NewerDatabase,
    UnknownEvent,
    UnknownOccurrence,
    UnknownProposal,
    UnknownRelease,
    UnusableWords,
)
from scheduler.cli.arguments import name_arguments
from scheduler.cli.output import complain, configured_by, in_words, language
from scheduler.errors import SchedulerError

COMMANDS = {
    "when": "phrases",
    "read": "reading",
    "import": "importing",
    "list": "listing",
    "show": "stories",
    "export": "exporting",
    "publish": "exporting",
    "feed": "exporting",
    "add": "changing",
    "confirm": "changing",
    "move": "changing",
    "cancel": "changing",
    "edit": "changing",
    "review": "reviewing",
    "changes": "releases",
    "undo": "releases",
    "conflicts": "stories",
    "people": "people",
    "remind": "telling",
    "run": "telling",
    "serve": "telling",
    "up": "telling",
    "outbox": "outbox",
    "test": "telling",
    "zalo": "zalo",
    "init": "care",
    "doctor": "care",
    "backup": "care",
    "restore": "care",
    "upgrade": "care",
    "forget": "care",
}
"""The module of this package in which each command stands as `COMMANDS[name]`.

None of them adds completion: that is the whole program's, and each would offer to install it under a name of its own.
"""

COLLECTED_AFTER = 50_000
"""So many values are made before those that nothing holds are looked for.

Loading makes tens of thousands that all stay: a command is over before looking through them would pay."""

_CANNOT_READ = (errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOTDIR, errno.ELOOP)
_ADVICE = {
    errno.ENOSPC: ": make room and run the same command again; nothing was half written",
    errno.EACCES: ": give this user the right to read it",
    errno.ENOENT: ": look at the name",
}


class Commands(TyperGroup):
    """The commands, each loaded when it is asked for; errors of ours become a sentence and an exit status."""

    _in_vietnamese = False

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the table, which is that of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = get_command(import_module(f"scheduler.cli.{COMMANDS[cmd_name]}").COMMANDS[cmd_name])
        command.name = cmd_name
        name_arguments(command)
        if self._in_vietnamese:
            from scheduler.cli.help import speak_vietnamese

            speak_vietnamese(command, ctx)
        return command

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """The options before the command; what is wrong with them is told in the language chosen."""
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            _in_our_words(error)
            raise

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the arguments name, its help in the language chosen where help is asked for."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None and ("--help" in rest or not rest) and language() == "vi":
            from scheduler.cli.help import speak_vietnamese

            speak_vietnamese(command, ctx)
        return name, command, rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The list of commands, in the language chosen."""
        if language() == "vi":
            from scheduler.cli.help import speak_vietnamese

            self._in_vietnamese = True
            speak_vietnamese(self, ctx)
        super().format_help(ctx, formatter)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; see the module's first lines for what errors become."""
        try:
            return super().invoke(ctx)
        except (SchedulerError, CalendarsError) as error:
            complain(str(error))
            raise typer.Exit(exit_status_of(error)) from error
        except BrokenPipeError:
            # The reader of our output went away (`sched list | head`); that is no fault of anybody.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            complain(f"{where}{error.strerror or error}{_ADVICE.get(error.errno or 0, '')}")
            raise typer.Exit(3 if error.errno in _CANNOT_READ else 1) from error
        except Exception as error:
            _in_our_words(error)
            if os.environ.get("SCHED_DEBUG") or isinstance(
                error, typer.Exit | typer.Abort | typer.BadParameter
            ):
                raise
            if hasattr(error, "exit_code"):  # usage errors of the command-line library print themselves
                raise
            complain(
                f"stopped on a fault of its own ({type(error).__name__}: {error}). What was kept is not lost. "
                "Run it again with SCHED_DEBUG=1 in the environment for the details to report."
            )
            raise typer.Exit(1) from error


def _in_our_words(error: Exception) -> None:
    """Have a usage error of the command-line library told in the language chosen."""
    if hasattr(error, "format_message") and language() == "vi":
        from scheduler.cli.help import speak_of_usage

        speak_of_usage(error, in_words)


def exit_status_of(error: SchedulerError | CalendarsError) -> int:
    """The exit status for an error, by the table of the design (section 3)."""
    if isinstance(error, SchedulerError):
        return error.exit_status
    if isinstance(
        error,
        UnknownEvent | UnknownRelease | UnknownProposal | UnknownOccurrence | LaterRelease | UnusableWords,
    ):
        return 2
    return 1 if isinstance(error, NewerDatabase) else 3


app = typer.Typer(cls=Commands, add_completion=True, no_args_is_help=True, pretty_exceptions_enable=False)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"sched {version('sched')}")
        raise typer.Exit


@app.callback()
def _options(
    ctx: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config", metavar="FILE", help="The configuration; else SCHED_CONFIG, else ./config.toml."
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001  read by its callback
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Read work programmes, keep the calendar they announce, tell people in time."""
    ctx.obj = config
    configured_by(config)


def main() -> None:
    """The console script `sched`."""
    gc.set_threshold(COLLECTED_AFTER)
    # At the end nothing is collected that the system takes back anyhow.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Vietnamese is written as UTF-8 even where the locale says ASCII
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
