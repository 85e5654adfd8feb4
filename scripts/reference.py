#!/usr/bin/env python3
"""Writes what the program says of itself into files: docs/commands.md, and the manual page docs/man/sched.1.

Run it by `make docs` after a change of a command; `--check` only says whether the files are up to date (exit status 1
where not). A test does the same.
"""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# The reference is English whatever the configuration of whoever writes it.
os.environ["SCHED_CONFIG"] = str(ROOT / "scripts" / "none.toml")
os.environ["SCHED_LANGUAGE"] = "en"
os.environ["COLUMNS"] = "100"

import typer  # noqa: E402 - after the environment that it looks at
from typer.main import get_command  # noqa: E402

from scheduler.cli import app  # noqa: E402

EXIT_STATUS = (
    ("0", "done"),
    ("1", "a fault of the program or of the machine"),
    ("2", "wrong usage or configuration"),
    ("3", "a document or file could not be read"),
    ("4", "done in part, or a finding that somebody has to see to; what is listed says which"),
)
ENVIRONMENT = (
    ("SCHED_CONFIG", "the configuration file, where --config names none"),
    ("SCHED_DEBUG", "shows the details of a fault of the program, to report them"),
    ("XDG_CONFIG_HOME", "where sched/config.toml is looked for when there is none in the working folder"),
)


@dataclass(frozen=True)
class Described:
    """A command as it is called, what it does, and its arguments and options with their words."""

    name: str
    help: str
    usage: str
    params: tuple[tuple[str, str], ...]


def commands() -> Iterator[Described]:
    """Every command and subcommand, in the order of `sched --help`; the whole program first."""
    root = get_command(app)
    context = typer.Context(root, info_name="sched")
    yield _described("sched", root, context)
    yield from _below("sched", root, context)


def _below(path: str, group: Any, context: Any) -> Iterator[Described]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        inner = typer.Context(command, info_name=name, parent=context)
        yield _described(f"{path} {name}", command, inner)
        if hasattr(command, "list_commands"):
            yield from _below(f"{path} {name}", command, inner)


def _described(path: str, command: Any, context: Any) -> Described:
    pieces = " ".join(command.collect_usage_pieces(context))
    params = []
    for param in command.get_params(context):
        if param.name in ("help", "install_completion", "show_completion") or getattr(param, "hidden", False):
            continue
        params.append((_spelled(param, context), _plain(getattr(param, "help", "") or "")))
    return Described(path, _plain(command.help or ""), f"{path} {pieces}".strip(), tuple(params))


def _spelled(param: Any, context: Any) -> str:
    metavar = param.make_metavar(context)
    if param.param_type_name == "argument":
        return str(metavar)
    names = ", ".join([*param.opts, *(f"/ {name}" for name in param.secondary_opts)]).replace(", /", " /")
    return names if param.is_flag else f"{names} {metavar}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def markdown() -> str:
    """docs/commands.md."""
    lines = [
        "# Commands",
        "",
        "Written by `make docs` from the program itself; a test fails where it is out of date.",
        "Every command takes `--help`.",
        "`--json` prints JSON alone on standard output; messages and progress go to standard error.",
        "",
        "| exit status | means |",
        "| --- | --- |",
        *(f"| {status} | {meaning} |" for status, meaning in EXIT_STATUS),
        "",
    ]
    for one in commands():
        lines += [f"## {one.name}", "", one.help, "", f"    {one.usage}", ""]
        if one.params:
            lines += ["| | |", "| --- | --- |"]
            lines += [f"| `{spelled}` | {_cell(words)} |" for spelled, words in one.params]
            lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def manual() -> str:
    """docs/man/sched.1, for man(1)."""
    described = list(commands())
    lines = [
        '.\\" -*- coding: utf-8 -*-',
        '.\\" Written by `make docs` from the program itself.',
        f'.TH SCHED 1 "" "sched {version("sched")}" "User Commands"',
        ".SH NAME",
        "sched \\- reads work programmes, keeps the calendar they announce, tells people in time",
        ".SH SYNOPSIS",
        ".B sched",
        "[\\fB\\-\\-config\\fR \\fIFILE\\fR] \\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]",
        ".SH DESCRIPTION",
        _roff(described[0].help),
        "Every command takes \\fB\\-\\-help\\fR.",
        ".SH COMMANDS",
    ]
    for one in described[1:]:
        lines += [f".SS {_roff(one.usage)}", _roff(one.help)]
        for spelled, words in one.params:
            lines += [".TP", f"\\fB{_roff(spelled)}\\fR", _roff(words) or "."]
    lines += [".SH EXIT STATUS"]
    for status, meaning in EXIT_STATUS:
        lines += [".TP", f"\\fB{status}\\fR", _roff(meaning)]
    lines += [".SH ENVIRONMENT"]
    for name, meaning in ENVIRONMENT:
        lines += [".TP", f"\\fB{name}\\fR", _roff(meaning)]
    lines += [
        ".SH FILES",
        ".TP",
        "\\fIconfig.toml\\fR",
        "the configuration; \\fBsched init\\fR writes one in which every key is explained",
    ]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "'")
    return re.sub(r"^([.'])", r"\\&\1", escaped)


def files() -> dict[Path, str]:
    """What each file must hold."""
    return {ROOT / "docs" / "commands.md": markdown(), ROOT / "docs" / "man" / "sched.1": manual()}


def main(arguments: list[str]) -> int:
    """Write the files, or with --check say which are out of date."""
    stale = [path for path, text in files().items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of date: run `make docs`", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files()[path], "utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
