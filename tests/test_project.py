"""The project as a whole: what stands at the top, what is pinned, and what must be said nowhere."""

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scheduler.errors import ConfigurationError, DatabaseUnavailable

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ("run.txt", "dev.txt", "bench.txt")
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?==(?P<version>\S+)")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}(?: \\)?")


def tracked_files() -> list[Path]:
    """The project's own files: those that git keeps or would keep, or all where this is no checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        return [
            ROOT / name for name in os.fsdecode(listed.stdout).split("\0") if name and (ROOT / name).is_file()
        ]
    hidden = {".venv", ".venv-bench", "node_modules", "__pycache__"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not hidden & set(path.parts)]


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, str]:
    """Each package of a requirements file and its version."""
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    found = (PINNED.match(line) for line in lines)
    return {canonicalize_name(match["name"]): match["version"] for match in found if match}


def declared(*, development: bool) -> list[Requirement]:
    """What pyproject.toml asks for: to run with every optional part, and for development."""
    data = pyproject()
    lists = [data["project"]["dependencies"], *data["project"]["optional-dependencies"].values()]
    lists.append(data["dependency-groups"]["build"])
    if development:
        lists.append(data["dependency-groups"]["dev"])
    return [Requirement(text) for texts in lists for text in texts]


@pytest.mark.parametrize(
    "name",
    [
        "calendars/__init__.py",
        "scheduler/__init__.py",
        "tests",
        "benchmarks",
        "docs",
        "config.toml",
        "pyproject.toml",
        "Makefile",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        ".ci/run",
    ],
)
def test_what_people_look_for_stands_at_the_top(name: str) -> None:
    assert (ROOT / name).exists()


@pytest.mark.parametrize("path", [ROOT / ".ci" / "run", *sorted((ROOT / "scripts").glob("*.sh"))], ids=str)
def test_scripts_can_be_run_and_are_well_formed(path: Path) -> None:
    assert os.access(path, os.X_OK)
    assert subprocess.run(["bash", "-n", path], capture_output=True, text=True, check=False).stderr == ""


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_name_no_host(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if "://" in line or line.startswith("-")] == []


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_each_requirement_is_pinned_by_version_and_hash(name: str) -> None:
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    code = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    assert [line for line in code if not PINNED.match(line) and not HASH.fullmatch(line)] == []
    unhashed = [
        line
        for line, following in zip(code, [*code[1:], ""], strict=True)
        if PINNED.match(line) and not HASH.fullmatch(following)
    ]
    assert unhashed == []


@pytest.mark.parametrize(("name", "development"), [("run.txt", False), ("dev.txt", True)])
def test_requirements_hold_what_the_project_declares(name: str, development: bool) -> None:
    pins = locked(name)
    unmet = [
        str(wish)
        for wish in declared(development=development)
        if not wish.specifier.contains(pins.get(canonicalize_name(wish.name), "0"), prereleases=True)
    ]
    assert unmet == []


def test_development_uses_the_versions_that_run() -> None:
    run, dev = locked("run.txt"), locked("dev.txt")
    assert {name: dev.get(name) for name in run} == run


def test_no_dependency_is_fetched_from_an_address() -> None:
    assert [str(wish) for wish in declared(development=True) if wish.url] == []


def test_npm_lock_names_hashes_and_no_addresses() -> None:
    lock = json.loads((ROOT / "tests" / "js" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert [name for name, entry in packages.items() if "resolved" in entry or "integrity" not in entry] == []


def test_versions_agree() -> None:
    javascript = json.loads((ROOT / "tests" / "js" / "package.json").read_text(encoding="utf-8"))
    assert {pyproject()["project"]["version"], version("sched"), javascript["version"]} == {version("sched")}


def test_changelog_speaks_of_this_version_or_of_what_comes() -> None:
    headings = re.findall(
        r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert headings
    assert headings[0] == "Unreleased" or headings[0].split()[0] == version("sched")


MACHINE_PATH = re.compile(r"(?<![\w./*-])/(?:home|root|work|Users)/[\w.-]+")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
SECRET = re.compile(
    r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b"
)


@pytest.mark.parametrize(
    ("pattern", "sample"),
    [
        pytest.param(MACHINE_PATH, "see /ro" + "ot/notes", id="a path of somebody's machine"),
        pytest.param(UNFINISHED, "# TO" + "DO later", id="a mark of unfinished work"),
        pytest.param(SECRET, "-----BEGIN PRIVATE" + " KEY-----", id="a secret"),
    ],
)
def test_no_file_holds(pattern: re.Pattern[str], sample: str) -> None:
    assert pattern.search(sample)
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in tracked_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="ignore").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_package_carries_its_data_files(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    carried = {name for name in names if ".dist-info/" not in name and ".data/" not in name}
    packages = (ROOT / "calendars", ROOT / "scheduler")
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in tracked_files()
        if any(path.is_relative_to(package) for package in packages)
    }
    assert carried == ours


def test_an_installed_package_can_begin_an_office_and_has_its_manual_page(
    wheel: Path, tmp_path: Path
) -> None:
    place = tmp_path / "installed"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", place, wheel],
        check=True,
        capture_output=True,
    )
    subprocess.run(
        [sys.executable, "-m", "scheduler.cli", "init", "office"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(place)},
        check=True,
        capture_output=True,
    )
    assert (tmp_path / "office" / "config.toml").read_bytes() == (ROOT / "config.toml").read_bytes()
    assert (place / "share" / "man" / "man1" / "sched.1").is_file()
    assert (place / "share" / "sched" / "sched.service").is_file()


def test_the_container_is_built_from_all_that_the_package_is_made_of() -> None:
    copied = {
        word
        for line in (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8").splitlines()
        if line.startswith("COPY ")
        for word in line.split()[1:]
    }
    wheel = pyproject()["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = [*wheel["packages"], *wheel["shared-data"], "requirements/run.txt", "pyproject.toml"]
    missing = [name for name in needed if not ({name, *map(str, Path(name).parents)} & copied)]
    assert missing == []


def test_the_service_is_not_started_again_and_again_with_a_configuration_that_cannot_be_used() -> None:
    unit = (ROOT / "deploy" / "sched.service").read_text(encoding="utf-8").splitlines()
    assert f"RestartPreventExitStatus={ConfigurationError.exit_status}" in unit
    assert DatabaseUnavailable.exit_status != ConfigurationError.exit_status, "a database may be there later"
