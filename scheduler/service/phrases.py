"""What a phrase says of time, for `sched when` and for typing on the pages; needs no calendar or configuration.

The JSON of `sched when` is shaped here, since scripts depend on it.
"""

import re
from datetime import date
from typing import Any

from calendars.grammar import told, understand
from calendars.grammar.rule import Context, Reading, Understanding
from calendars.times import month_span
from calendars.when import when_to_json

__all__ = ["LONGEST_TYPED", "Context", "Understanding", "parse_reference", "phrase_json", "read_phrase"]

LONGEST_TYPED = 2_000
"""How many letters a person may type to say a time, or what is to be put on the calendar."""
_REFERENCE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def parse_reference(text: str) -> Context | None:
    """The programme's month for "2023-11", the day of issue for "2023-11-20", None for anything else."""
    found = _REFERENCE.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2]), found[3]
    try:
        return Context(issued=date(year, month, int(day))) if day else Context(period=month_span(year, month))
    except ValueError:
        return None


def read_phrase(text: str, context: Context, *, language: str = "vi") -> Understanding:
    """What a phrase says of time."""
    return understand(text, context, language=language)


def phrase_json(text: str, understanding: Understanding, *, explained: bool = False) -> dict[str, Any]:
    """The documented JSON of `sched when` for one phrase; explained adds rules and what was left out."""
    answer: dict[str, Any] = {
        "text": text,
        "readings": [_reading_json(reading, explained=explained) for reading in told(understanding)],
    }
    if understanding.issues:
        answer["issues"] = [str(issue) for issue in understanding.issues]
    if explained:
        answer["ignored"] = [
            {"at": list(seen.at), "text": text[slice(*seen.at)], "reason": seen.reason, "rule": seen.rule}
            for seen in understanding.no_times
        ]
    return answer


def _reading_json(reading: Reading, *, explained: bool) -> dict[str, Any]:
    body: dict[str, Any] = {
        "at": list(reading.at),
        "status": reading.status.value,
        "deadline": reading.deadline,
        "when": when_to_json(reading.when),
    }
    if reading.issues:
        body["issues"] = [str(issue) for issue in reading.issues]
    if explained:
        body["rules"] = list(reading.rules)
    return body
