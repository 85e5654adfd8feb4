"""`make bench`: every measurement of this folder in turn, each a process of its own, written to docs/benchmarks.md.

    python -m benchmarks [NAME ...] [--seconds N]

A measurement that needs what is not there (a database server, a peer's package) says so itself. What is printed is what
was measured in this run: quote the ratios, for two machines never agree on the seconds.
"""

import argparse
import ast
import platform
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

FOLDER = Path(__file__).parent
PAGE = FOLDER.parent / "docs" / "benchmarks.md"
HELPERS = {"__main__", "grammar.phrases", "feeds.events"}
NEEDS_ARGUMENTS = {"grammar.compare", "reminders.workers", "reminders.kill"}
PEERS = (
    *("icalendar", "recurring-ical-events", "python-dateutil", "starlette", "uvicorn", "typer", "khal"),
    *("dateparser", "Radicale", "procrastinate"),
)


def names() -> list[str]:
    """The measurements, by the names of their modules."""
    found = (path.relative_to(FOLDER).with_suffix("") for path in sorted(FOLDER.rglob("*.py")))
    return [name for path in found if (name := ".".join(path.parts)) not in HELPERS | NEEDS_ARGUMENTS]


def about(name: str) -> str:
    """The first paragraph of a measurement's description."""
    source = (FOLDER / Path(*name.split("."))).with_suffix(".py").read_text("utf-8")
    return (ast.get_docstring(ast.parse(source)) or name).split("\n\n")[0].replace("\n", " ")


def versions() -> str:
    """The interpreter and the peers that are installed, with their versions."""
    told = [f"Python {platform.python_version()}"]
    for peer in PEERS:
        try:
            told.append(f"{peer} {version(peer)}")
        except PackageNotFoundError:
            continue
    return ", ".join(told)


def run(name: str, seconds: float) -> str:
    """What a measurement printed; a sentence where it failed or took too long."""
    command = [sys.executable, "-m", f"benchmarks.{name}"]
    try:
        done = subprocess.run(
            command, cwd=FOLDER.parent, capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return f"(stopped after {seconds:.0f} s)"
    told = done.stdout.rstrip()
    if done.returncode:
        told += f"\n(ended with status {done.returncode}: {done.stderr.strip()[-300:]})"
    return told


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only these")
    parser.add_argument("--seconds", type=float, default=150.0, help="the most that one may take")
    options = parser.parse_args()
    parts = [
        "# Measured",
        "",
        "Written by `make bench`: each part is what one command of `benchmarks/` printed. Quote the ratios; the",
        "seconds are those of one machine on one day.",
        "",
        f"{versions()}; {platform.machine()}, {platform.system()}.",
    ]
    for name in options.names or names():
        print(f"== {name}: {about(name)}", flush=True)
        begin = time.monotonic()
        told = run(name, options.seconds)
        print(f"{told}\n   ({time.monotonic() - begin:.0f} s)\n", flush=True)
        parts += ["", f"## {name}", "", about(name), "", "```text", told, "```"]
    if not options.names:
        PAGE.write_text("\n".join([*parts, ""]), "utf-8")
        print(f"written: {PAGE}")


if __name__ == "__main__":
    main()
