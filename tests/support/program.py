"""The program as people run it: in a folder of its own, with arguments, output and an exit status.

Most tests run it within their own process, which spares half a second a command; `in_a_process` starts it as one, for
what only that can show (what it imports, how it ends).
"""

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import calendars
from scheduler.cli import app

SAMPLES = sorted((Path(calendars.__file__).parent / "samples").glob("*.txt"))


@dataclass(frozen=True)
class Run:
    """What a command printed and how it ended."""

    returncode: int
    stdout: str
    stderr: str


@dataclass
class Sched:
    """Runs `sched` in a folder that holds its configuration."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: str, stdin: str = "", status: int | None = 0) -> Run:
        """Run it; the exit status must be `status` (None: any), and no traceback is ever shown."""
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        environment = {"COLUMNS": "110", "SCHED_LANGUAGE": "en"} | self.environment
        with (
            contextlib.chdir(self.folder),
            mock.patch.dict(os.environ, environment),
            mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8")),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            try:
                app(list(arguments), prog_name="sched")
                code: object = 0
            except SystemExit as end:
                code = end.code
        return self._checked(Run(code if isinstance(code, int) else 0, _text(out), _text(err)), status)

    def in_a_process(self, *arguments: str, status: int | None = 0) -> Run:
        """The same as a process of its own."""
        run = subprocess.run(
            [sys.executable, "-m", "scheduler.cli", *arguments],
            cwd=self.folder,
            capture_output=True,
            timeout=100,
            check=False,
            env=os.environ | {"COLUMNS": "110", "SCHED_LANGUAGE": "en"} | self.environment,
        )
        return self._checked(Run(run.returncode, run.stdout.decode(), run.stderr.decode()), status)

    def json(self, *arguments: str, status: int = 0) -> Any:
        """Run it and read the JSON that it prints."""
        return json.loads(self(*arguments, status=status).stdout)

    def configure(self, text: str) -> None:
        """Write the configuration."""
        (self.folder / "config.toml").write_text(text, "utf-8")

    @staticmethod
    def _checked(run: Run, status: int | None) -> Run:
        assert "Traceback" not in run.stderr, run.stderr
        assert status is None or run.returncode == status, run
        return run


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()
