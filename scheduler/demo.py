"""The main job on a sample office, for `make run`: three documents read, the month listed, somebody reminded, feeds up.

It runs the same commands that a person would type, each shown before its output, against a calendar of its own in
`demo/`, which is made anew each time. Nothing here knows how a command works.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import calendars
from scheduler.service.care import initialise

SAMPLES = Path(calendars.__file__).parent / "samples"
MARK = ".made-by-make-run"
"""Tells our folder from somebody's own: only ours is made anew."""
MORNING_BEFORE = "2026-11-25T16:00:30+07:00"
"""Half a minute after the reminder of the day before the conference of 26/11/2026 is due."""


def main(arguments: Sequence[str] = ()) -> int:
    """Do it all; `--no-serve` stops before serving. The exit status of the first command that fails, or 0."""
    folder = Path("demo")
    if folder.exists() and not (folder / MARK).exists():
        print(f"{folder} is there and is not ours: move it away, or run this elsewhere", file=sys.stderr)
        return 2
    shutil.rmtree(folder, ignore_errors=True)
    config = initialise(folder)
    (folder / MARK).touch()
    first, second, notice = sorted(SAMPLES.glob("*.txt"))
    person = [
        "people",
        "add",
        "Lê Thị Thanh Vân",
        "--console",
        "--group",
        "văn phòng",
        "--follow",
        "hoi-lhpn",
    ]
    commands = [
        ["import", str(first)],
        ["import", str(second)],
        ["import", str(notice)],
        ["list", "--month", "2026-11"],
        person,
        ["remind", "--now", MORNING_BEFORE],
    ]
    if "--no-serve" not in arguments:
        commands.append(["up"])
    for command in commands:
        print(f"\n$ sched {' '.join(_shown(word) for word in command)}\n", flush=True)
        status = subprocess.call([sys.executable, "-m", "scheduler.cli", "--config", str(config), *command])
        if status:
            return status
    return 0


def _shown(word: str) -> str:
    path = Path(word)
    if path.is_absolute():
        return f"calendars/samples/{path.name}"
    return f'"{word}"' if " " in word else word


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
