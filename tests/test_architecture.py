"""The import contracts of pyproject.toml hold for the code as it is, and each is broken by an import turned wrong."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-logo", "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The two packages and their contracts, to be spoilt."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("calendars", "scheduler"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_contracts_hold(copy: Path) -> None:
    result = lint_imports(copy)
    assert result.returncode == 0, result.stdout
    assert " 0 broken" in result.stdout


@pytest.mark.parametrize(
    ("module", "statement", "contract"),
    [
        pytest.param(
            "calendars/when.py",
            "import scheduler.errors",
            "scheduler knows calendars, never the reverse",
            id="calendars looks at scheduler",
        ),
        pytest.param(
            "calendars/times.py",
            "import calendars.programme",
            "The floors of calendars: a document's way, bottom up",
            id="a lower floor of calendars looks up",
        ),
        pytest.param(
            "scheduler/attempts.py",
            "import scheduler.config",
            "The floors of scheduler: a reminder's way, bottom up",
            id="a lower floor of scheduler looks up",
        ),
        pytest.param(
            "calendars/attic.py",
            "",
            "The floors of calendars: a document's way, bottom up",
            id="a module without a floor",
        ),
        pytest.param(
            "calendars/grammar/rule.py",
            "import sqlite3",
            "The core knows no SQL, HTTP, mail, pages, clock or command line",
            id="the grammar asks a database",
        ),
        pytest.param(
            "scheduler/retry.py",
            "import requests",
            "The core knows no SQL, HTTP, mail, pages, clock or command line",
            id="the rule of retries asks the network",
        ),
        pytest.param(
            "scheduler/cli/__init__.py",
            "import scheduler.database",
            "The command line and the pages reach the rest through service",
            id="the command line opens the database itself",
        ),
        pytest.param(
            "scheduler/settings.py",
            "import apscheduler",
            "APScheduler is the clock, and nothing else knows it",
            id="somebody else sets the clock",
        ),
    ],
)
def test_import_turned_the_wrong_way_is_named(copy: Path, module: str, statement: str, contract: str) -> None:
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{statement}\n")
    result = lint_imports(copy)
    assert result.returncode == 1
    assert f"{contract} BROKEN" in " ".join(result.stdout.split())
