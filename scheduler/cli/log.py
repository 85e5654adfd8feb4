"""The log of a running `sched`: lines on standard error that a person can read, or one JSON object a line.

What is hard is to keep secrets out of what others wrote, tracebacks of libraries among them: each line is cleaned as a
whole just before it is written. Where the lines go to systemd's journal, each begins with its priority, without which
`journalctl -p warning` would find none of them (sd-daemon(3)).
"""

import json
import logging
import os
import sys
from datetime import UTC, datetime
from typing import TextIO

from scheduler.redaction import Redactor
from scheduler.settings import LogForm

_QUIET = {"apscheduler": logging.ERROR, "uvicorn.access": logging.WARNING}
"""From which level on others are heard; that a tick was left out is explained by a line of our own."""


class _Lines(logging.Formatter):
    """`2026-11-25 16:00:00 warning clock: what happened`; a traceback follows on further lines."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        return self._redactor(super().format(record))


class _Json(logging.Formatter):
    """One object: at (UTC), level, part, message, and where there is one the traceback as `fault`."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "part": record.name,
            "message": self._redactor(record.getMessage()),
        }
        if record.exc_info:
            told["fault"] = self._redactor(self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=False)


class _Prioritised(logging.Formatter):
    """Another form whose every line, a traceback's too, begins with a priority that the journal takes off again."""

    def __init__(self, form: logging.Formatter) -> None:
        super().__init__()
        self._form = form

    def format(self, record: logging.LogRecord) -> str:
        priority = next(number for level, number in _PRIORITIES if record.levelno >= level)
        return "\n".join(f"<{priority}>{line}" for line in self._form.format(record).splitlines())


_PRIORITIES = ((logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6), (0, 7))
"""From which level on: the journal's priority."""


def _is_journal(stream: TextIO) -> bool:
    """Whether what is written there goes to systemd's journal (JOURNAL_STREAM of systemd.exec(5) names it)."""
    try:
        there = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return False
    return os.environ.get("JOURNAL_STREAM") == f"{there.st_dev}:{there.st_ino}"


def set_up_log(form: LogForm, redactor: Redactor) -> None:
    """Write what is logged from now on to standard error, in that form, without secrets."""
    handler = logging.StreamHandler(sys.stderr)
    lines = _Json(redactor) if form is LogForm.JSON else _Lines(redactor)
    handler.setFormatter(_Prioritised(lines) if _is_journal(sys.stderr) else lines)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name, level in _QUIET.items():
        logging.getLogger(name).setLevel(level)
