"""One measurement as a process of its own, bounded in time, of which nothing is left: no process, no file.

What is hard is the end. A measurement starts servers and workers; where it fails, or its time is over, they would live
on. So each stands in a process group of its own, and the group is ended before its leader is waited for, when its
number can be nobody else's. Temporary files lie in a folder that the run removes.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure, figures_in
from benchmarks.measurements import Measurement

ROOT = Path(__file__).resolve().parents[1]
OF_A_DEVELOPER = ("SCHED_CONFIG", "SCHED_SECRET", "FORCE_COLOR", "NO_COLOR", "COLUMNS", "LINES")
GRACE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a measurement gave, how long it took, and a sentence where it did not come to its end."""

    measurement: str
    figures: tuple[Figure, ...]
    seconds: float
    trouble: str = ""


@contextmanager
def workplace() -> Iterator[Path]:
    """A temporary folder that PostgreSQL, run as its own user, may pass through; removed at the end."""
    with tempfile.TemporaryDirectory(prefix="sched-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o711)
        yield folder


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a measurement: nothing of the developer's own, temporary files in our folder."""
    kept = {name: value for name, value in os.environ.items() if name not in OF_A_DEVELOPER}
    config = folder / "config"
    return kept | {"TMPDIR": str(folder), "XDG_CONFIG_HOME": str(config), "PYTHONPATH": str(ROOT)}


def command(measurement: Measurement, sizes: Mapping[str, object]) -> list[str]:
    """How a measurement is called for values."""
    options = [word for name, value in sizes.items() for word in (f"--{name.replace('_', '-')}", str(value))]
    return [sys.executable, "-m", f"benchmarks.{measurement.name}", *options, "--json"]


def _has_ended(pid: int) -> bool:
    """Whether the process ended; it is not yet waited for, so its number is still its own."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _end_group(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(pid, number)


def _watch(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Wait for the end, at most so long, then end the whole group; whether it ended by itself."""
    deadline = time.monotonic() + seconds
    try:
        while not (ended := _has_ended(process.pid)) and time.monotonic() < deadline:
            time.sleep(0.02)
        if not ended:
            _end_group(process.pid, signal.SIGTERM)
            deadline = time.monotonic() + GRACE_SECONDS
            while not _has_ended(process.pid) and time.monotonic() < deadline:
                time.sleep(0.02)
        return ended
    finally:
        _end_group(process.pid, signal.SIGKILL)
        process.wait()


def _last_words(errors: str) -> str:
    """The line that says what was wrong: the last one of a traceback."""
    return next((line.strip() for line in reversed(errors.splitlines()) if line.strip()), "no word of why")


def run(
    measurement: Measurement, words: list[str], seconds: float, environment: Mapping[str, str]
) -> Outcome:
    """Call a measurement by these words; whatever becomes of it, the figures that it told are kept."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            words,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=errors,
            env=dict(environment),
            start_new_session=True,
        )
        ended = _watch(process, seconds)
        taken = time.monotonic() - began
        out.seek(0)
        errors.seek(0)
        figures = tuple(figures_in(out.read().decode("utf-8", "replace")))
        said = errors.read().decode("utf-8", "replace")
    trouble = ""
    if not ended:
        trouble = f"It was stopped after {seconds:.0f} s."
    elif process.returncode:
        trouble = f"It ended with status {process.returncode}: {_last_words(said)}"
    return Outcome(measurement.name, figures, taken, trouble)
