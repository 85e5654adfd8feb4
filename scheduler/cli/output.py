"""What every command prints with: JSON alone on standard output, messages on standard error.

Nothing here knows what is printed; words and tables of the calendar are in `printing`.
"""

import json
import sys
from typing import Any


def print_json(value: Any) -> None:
    """One JSON value on standard output, readable, Vietnamese letters as themselves."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_json_line(value: Any) -> None:
    """One JSON value on one line of standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def show(text: str) -> None:
    """A line of what was asked for, on standard output."""
    sys.stdout.write(text + "\n")


def say(text: str) -> None:
    """A message or progress for the person: on standard error, so that output can be piped."""
    sys.stderr.write(text + "\n")


def complain(text: str) -> None:
    """An error for the person, on standard error."""
    sys.stderr.write(f"sched: {text}\n")
