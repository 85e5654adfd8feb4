"""The documents tell the truth: commands parse, keys are known, links lead somewhere, the reference is up to date."""

import importlib.util
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer
from typer.main import get_command

from scheduler.cli import COMMANDS, app
from scheduler.config import Configuration
from scheduler.config_keys import KEYS, LISTED_KEYS, NAMED_KEYS, TOP
from scheduler.errors import ConfigurationError

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
DEPLOYED = (ROOT / "deploy" / "sched.service", ROOT / "deploy" / "Dockerfile")
_INLINE = re.compile(r"`((?:sudo -u sched )?sched [^`\n]+)`")
_LINE = re.compile(r"^(?: {4}|\$ )+(?:\$ )?(?:sudo (?:-u \w+ )?)?(?:/\S+/)?(sched [a-z].*)$")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["reference"] = module
    kept = dict(os.environ)
    try:
        spec.loader.exec_module(module)
    finally:
        os.environ.clear()
        os.environ.update(kept)
    return module


def test_the_reference_and_the_manual_page_are_up_to_date() -> None:
    stale = [path.name for path, text in reference().files().items() if path.read_text("utf-8") != text]
    assert stale == [], "run `make docs`"


def test_the_manual_page_is_read_without_a_warning() -> None:
    page = ROOT / "docs" / "man" / "sched.1"
    run = subprocess.run(
        ["groff", "-man", "-Tutf8", "-k", "-ww", "-z", page], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


def invocations() -> Iterator[tuple[str, str, bool]]:
    """Each call of `sched` in the documents: where, the call, and whether it is to be taken as a whole."""
    for path in DOCUMENTS:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            where = f"{path.name}:{number}"
            for found in _INLINE.findall(line):
                yield where, found.removeprefix("sudo -u sched "), False
            if found := _LINE.match(line):
                yield where, found[1], "..." not in line and path.name != "commands.md"


CALLS = list(dict.fromkeys(invocations()))


@pytest.mark.parametrize(("where", "call", "whole"), CALLS, ids=[f"{w} {c}"[:60] for w, c, _ in CALLS])
def test_each_call_in_the_documents_is_one_that_the_program_takes(where: str, call: str, whole: bool) -> None:
    call = re.sub(r"\$\([^)]*\)", "x", re.split(r"\s[|>&;]", call)[0])
    words = shlex.split(call, comments=True)[1:]
    while words and words[0] == "--config":
        words = words[2:]
    command: Any = get_command(app)
    context: Any = typer.Context(command, info_name="sched")
    while words and hasattr(command, "list_commands"):
        if words[0].startswith("-") or not words[0].isascii():
            break
        if not re.fullmatch(r"[a-z]+", words[0]):
            return  # "sched COMMAND", "sched confirm|move|cancel"
        inner = command.get_command(context, words[0])
        assert inner is not None, f"{where}: there is no command {words[0]}"
        command, context = inner, typer.Context(inner, info_name=words[0], parent=context)
        words = words[1:]
    known = {name for param in command.get_params(context) for name in (*param.opts, *param.secondary_opts)}
    named = {word.split("=")[0] for word in words if re.fullmatch(r"--?[a-z][a-z-]*(=.*)?", word)}
    assert named <= known, where
    if whole and not any(mark in call for mark in ("[", "…")):
        with command.make_context(context.info_name, list(words), parent=context.parent):
            pass


def blocks() -> Iterator[tuple[str, str]]:
    """Each piece of configuration in the documents: where it begins, and its text."""
    for path in DOCUMENTS:
        text = path.read_text("utf-8")
        found = re.finditer(r"(?m)^```toml\n([\s\S]*?)^```|((?:^ {4}.*\n|^\n(?= {4}))+)", text)
        for match in found:
            block = match[1] or re.sub(r"(?m)^ {4}", "", match[2])
            first = block.strip().partition("\n")[0]
            if match[1] or re.match(r"\[{1,2}[a-z_.-]+\]{1,2}\s*(#|$)|(?:database|language|log) = ", first):
                yield f"{path.name}:{text.count(chr(10), 0, match.start()) + 1}", block


@pytest.mark.parametrize(("where", "block"), list(blocks()))
def test_each_piece_of_configuration_has_known_keys(where: str, block: str) -> None:
    Configuration(tomllib.loads(block), Path(where))


def test_pieces_of_configuration_are_found() -> None:
    assert len(list(blocks())) >= 2
    assert len(CALLS) >= 100


def test_each_table_and_key_that_is_spoken_of_exists() -> None:
    tables = {**KEYS, **NAMED_KEYS, **LISTED_KEYS}
    unknown = []
    for path in DOCUMENTS:
        text = path.read_text("utf-8")
        for table, key in re.findall(r"`\[+([a-z_]+)(?:\.[\w-]+)?\]+(?: ([a-z_]+))?[^`]*`", text):
            if table not in tables or (key and key not in tables[table]):
                unknown.append(f"{path.name}: [{table}] {key}")
        for key, table in re.findall(r"`([a-z_]+)` in `\[+([a-z_]+)(?:\.\w+)?\]+`", text):
            if key not in tables[table]:
                unknown.append(f"{path.name}: {key} in [{table}]")
    assert unknown == []


def test_every_key_is_explained_in_the_configuration_that_init_writes() -> None:
    text = (ROOT / "config.toml").read_text("utf-8")
    spelled_out = re.sub(r"(?m)^# (?=\[|[a-z_]+ = )", "", text)
    tables = tomllib.loads(spelled_out)
    Configuration(tables, ROOT / "config.toml")
    assert set(TOP) <= set(tables)
    for table, keys in KEYS.items():
        assert set(keys) <= set(tables[table]), table
    for table, keys in NAMED_KEYS.items():
        assert set(keys) <= {key for one in tables[table].values() for key in one}, table
    for table, keys in LISTED_KEYS.items():
        assert set(keys) <= {key for one in tables[table] for key in one}, table


def test_a_key_that_no_document_may_invent_is_noticed() -> None:
    with pytest.raises(ConfigurationError, match="hots"):
        Configuration(tomllib.loads('[email]\nhots = "x"\n'), Path("x.md"))


@pytest.mark.parametrize("path", [*DOCUMENTS, ROOT / "CHANGELOG.md"], ids=lambda path: path.name)
def test_links_and_pictures_lead_somewhere(path: Path) -> None:
    named = _LINK.findall(path.read_text("utf-8"))
    measured = {"benchmarks.md", "docs/benchmarks.md"}  # `make bench` writes it
    assert [name for name in named if name not in measured and not (path.parent / name).exists()] == []


def test_what_is_deployed_calls_commands_that_exist() -> None:
    assert (ROOT / "deploy" / "sched.service").read_text("utf-8").count("bin/sched --config") >= 1
    for path in DEPLOYED:
        for name in re.findall(r"\bsched (?:--config \S+ )?([a-z]+)\b", path.read_text("utf-8")):
            assert name in COMMANDS or name in ("sched", "is", "office"), path.name


@pytest.mark.parametrize(
    ("shell", "typed", "offered"),
    [
        ("bash", "sched ba", "backup"),
        ("bash", "sched people er", "erase"),
        ("zsh", "sched ba", "backup"),
        ("fish", "sched ba", "backup"),
    ],
)
def test_the_shell_completes_commands(shell: str, typed: str, offered: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", "from scheduler.cli import main; main()", "--show-completion", shell],
        env=os.environ | {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "complete" in shown.stdout
    asked = {
        "_SCHED_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split()) - 1),
        "_TYPER_COMPLETE_ARGS": typed,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    answer = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv[0] = 'sched'; from scheduler.cli import main; main()"],
        env=os.environ | asked,
        capture_output=True,
        text=True,
        check=True,
    )
    assert offered in answer.stdout
