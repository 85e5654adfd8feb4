"""The log of a running `sched`: lines on standard error that a person can read, or one JSON object a line.

What is hard is to keep secrets out of what others wrote, tracebacks of libraries among them: each line is cleaned as a
whole just before it is written.
"""

import json
import logging
import sys
from datetime import UTC, datetime

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


def set_up_log(form: LogForm, redactor: Redactor) -> None:
    """Write what is logged from now on to standard error, in that form, without secrets."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json(redactor) if form is LogForm.JSON else _Lines(redactor))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name, level in _QUIET.items():
        logging.getLogger(name).setLevel(level)
