"""What a change made of an event, in the words of a terminal: its times before and after, and what else is another."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calendars.marks import Status
from calendars.phrasing import phrase
from calendars.when import Day, When, when_from_json
from scheduler.cli.words import WORDS

_FIELDS = {
    "title": "title",
    "location": "where",
    "chair": "chair",
    "attendees": "attendees",
    "prepared_by": "prepared by",
    "note": "note",
    "groups": "groups",
}
"""By the name of an event's field: that of its word."""


def difference(line: Mapping[str, Any], language: str) -> list[str]:
    """The time before a kept change and after it, once where it stayed; then each word that is another.

    line: as `records.change_to_json` and `records.lines_between` write it.
    """
    before, after = (
        phrase(when, language=language, status=status) if when else "–" for when, status in _times(line)
    )
    words = WORDS[language]
    return [
        before if before == after else f"{before} → {after}",
        *(
            f"{words[_FIELDS[name]]}: {was or '–'} → {now or '–'}"
            for name, (was, now) in line.get("fields", {}).items()
        ),
    ]


def _times(line: Mapping[str, Any]) -> list[tuple[When | None, Status]]:
    """The time and status before a kept change and after it: the event's, or those of the one day concerned."""
    sides: list[tuple[When | None, Status]] = [
        (when_from_json(side["when"]), Status(side["status"])) if side else (None, Status.CONFIRMED)
        for side in (line.get("before"), line.get("after"))
    ]
    (before, old_status), (_, status) = sides
    if "day" not in line or before is None:
        return sides
    was, moved = (line.get(name) and when_from_json(line[name]) for name in ("was", "occurrence"))
    if "was" not in line:
        # Kept before it was written down: the day on which the pattern has it.
        was = Day(date.fromisoformat(line["day"]), before.hours)
    return [(was, old_status), (moved, status)]
