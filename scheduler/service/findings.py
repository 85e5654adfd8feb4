"""What the doctor finds, as values: how much it matters, where, and what, with its facts; the words are the edge's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How much a finding matters."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. what: where (a stable word); code: what was found; facts: what its words name."""

    level: Level
    what: str
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def good(what: str, code: str, **facts: Any) -> Finding:
    """All is well there."""
    return Finding(Level.GOOD, what, code, facts)


def note(what: str, code: str, **facts: Any) -> Finding:
    """Worth knowing; nothing fails for it."""
    return Finding(Level.NOTE, what, code, facts)


def bad(what: str, code: str, **facts: Any) -> Finding:
    """Somebody has to act."""
    return Finding(Level.BAD, what, code, facts)
