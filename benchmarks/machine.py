"""The machine and the versions that a run was made with; no name of the machine and no day."""

import os
import platform
import sqlite3
import subprocess
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PEERS = (
    *("icalendar", "recurring-ical-events", "python-dateutil", "starlette", "uvicorn", "uvloop", "typer"),
    *("dateparser", "khal", "Radicale", "procrastinate", "pytest-benchmark"),
)
PROGRAMS = (
    ("node", "--version"),
    ("tesseract", "--version"),
)
CHRONO = Path(__file__).parents[1] / "tests" / "js" / "node_modules" / "chrono-node" / "package.json"


def processor() -> str:
    """The model of the processor, its architecture where the system does not tell."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def machine() -> str:
    """Processor, cores, memory, system."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return f"{processor()}, {cores} cores, {memory:.0f} GB of memory, {platform.system()}"


def _said(command: Sequence[str]) -> str:
    """The first line that a program prints; nothing where it is not here."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return next(iter((done.stdout or done.stderr).splitlines()), "")


def _chrono() -> str:
    text = CHRONO.read_text("utf-8") if CHRONO.exists() else ""
    return text.partition('"version": "')[2].partition('"')[0]


def versions() -> list[str]:
    """The interpreter, the libraries and the peers that are here, each with its version."""
    told = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    for peer in PEERS:
        try:
            told.append(f"{peer} {version(peer)}")
        except PackageNotFoundError:
            continue
    if chrono := _chrono():
        told.append(f"chrono-node {chrono}")
    said = ((command[0], _said(command)) for command in PROGRAMS)
    told += [words if name in words.lower() else f"{name} {words}" for name, words in said if words]
    return told


def busy() -> float:
    """How many processes wanted to run over the last minute, on average."""
    return os.getloadavg()[0]
