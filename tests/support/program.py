"""The program as people run it: a process in a folder of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import calendars

SAMPLES = sorted((Path(calendars.__file__).parent / "samples").glob("*.txt"))


@dataclass
class Sched:
    """Runs `sched` in a folder that holds its configuration."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __call__(
        self, *arguments: str, stdin: str | bytes | None = None, status: int | None = 0
    ) -> subprocess.CompletedProcess[str]:
        """Run it; the exit status must be `status` (None: any), and no traceback is ever shown."""
        run = subprocess.run(
            [sys.executable, "-m", "scheduler.cli", *arguments],
            cwd=self.folder,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            timeout=100,
            check=False,
            env=os.environ | {"COLUMNS": "110"} | self.environment,
        )
        done = subprocess.CompletedProcess(run.args, run.returncode, run.stdout.decode(), run.stderr.decode())
        assert "Traceback" not in done.stderr, done.stderr
        assert status is None or done.returncode == status, (done.returncode, done.stdout, done.stderr)
        return done

    def json(self, *arguments: str, status: int = 0) -> Any:
        """Run it and read the JSON that it prints."""
        return json.loads(self(*arguments, status=status).stdout)

    def configure(self, text: str) -> None:
        """Write the configuration."""
        (self.folder / "config.toml").write_text(text, "utf-8")
