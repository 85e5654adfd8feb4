"""What the machine has, for the doctor: programs and their versions, room on the disk, files and who may read them."""

import ctypes
import os
import platform
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from scheduler.service.findings import Finding, bad, good, note
from scheduler.settings import Settings

ROOM_NEEDED = 500_000_000
ASKED_FOR = 20.0
"""Seconds that a program has to tell its version."""
_TIMEX_BYTES = 512
"""More than a `struct timex` of Linux takes; all nought, it asks and sets nothing (adjtimex(2))."""
_TIME_ERROR = 5
"""What adjtimex(2) answers where nobody keeps the clock."""


def programs() -> Iterator[Finding]:
    """Our version and those of what we call."""
    yield good("versions", "versions", sched=version("sched"), python=platform.python_version())
    tesseract = _answer("tesseract", "--version")
    if tesseract is None:
        yield note("versions", "no-tesseract")
    elif "vie" not in (_answer("tesseract", "--list-langs") or "").split():
        yield note("versions", "no-vietnamese", version=_first_line(tesseract))
    else:
        yield good("versions", "program", version=_first_line(tesseract))
    office = next((found for name in ("soffice", "libreoffice") if (found := shutil.which(name))), None)
    if office is None:
        yield note("versions", "no-libreoffice")
    else:
        yield good("versions", "program", version=_first_line(_answer(office, "--version") or "LibreOffice"))


def disk(settings: Settings, place: Path | None) -> Iterator[Finding]:
    """Room where the database grows and where documents are unpacked."""
    looked_at: dict[int, Path] = {}
    for folder in (place.parent if place else settings.folder, Path(tempfile.gettempdir())):
        there = next((parent for parent in (folder, *folder.parents) if parent.exists()), Path("/"))
        looked_at.setdefault(there.stat().st_dev, there)
    size = place.stat().st_size if place is not None and place.exists() else 0
    for folder in looked_at.values():
        free = shutil.disk_usage(folder).free
        # A backup beside the database, and its compaction, need its size once more.
        found = good if free > max(ROOM_NEEDED, 2 * size) else bad
        yield found(
            "disk", "disk" if found is good else "disk-full", free=free // 1_000_000, folder=str(folder)
        )


def files(settings: Settings) -> Iterator[Finding]:
    """Inboxes that cannot be used, and files that everybody on the machine may read."""
    for calendar in settings.calendars:
        if calendar.inbox is None:
            continue
        if not calendar.inbox.is_dir():
            yield bad("inbox", "no-inbox", folder=str(calendar.inbox), slug=calendar.slug)
        elif not os.access(calendar.inbox, os.R_OK | os.X_OK):
            yield bad("inbox", "closed-inbox", folder=str(calendar.inbox), slug=calendar.slug)
        else:
            yield good("inbox", "inbox", folder=str(calendar.inbox), slug=calendar.slug)


def clock_is_kept() -> bool | None:
    """Whether something keeps the machine's clock by the network; None where the system does not tell."""
    try:
        ask = ctypes.CDLL(None).adjtimex
    except (AttributeError, OSError, TypeError):
        return None
    answer: int = ask(ctypes.create_string_buffer(_TIMEX_BYTES))
    return None if answer < 0 else answer != _TIME_ERROR


def readable_by_all(path: Path) -> bool:
    """Whether every user of the machine may read the file."""
    try:
        return bool(path.stat().st_mode & stat.S_IROTH)
    except OSError:
        return False


def _answer(program: str, *arguments: str) -> str | None:
    found = shutil.which(program)
    if found is None:
        return None
    try:
        # Not from where the administrator stands: LibreOffice ends where its user may not enter.
        run = subprocess.run(
            [found, *arguments], cwd="/", capture_output=True, text=True, timeout=ASKED_FOR, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return run.stdout or run.stderr


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0][:80] if text.strip() else ""
