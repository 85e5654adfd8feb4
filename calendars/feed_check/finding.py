"""What a check finds: which rule of `docs/feeds.md` is broken, where, who suffers, and what to do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """MUST: a standard says so or a named client breaks. SHOULD: a named client behaves better."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that can be wrong. clients: who suffers; advice: what the publisher should do."""

    number: str
    severity: Severity
    clients: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule that is broken. line: the first line of the file where it is, from 1, None where it has no place.

    detail: what was seen there; times: how often the rule is broken.
    """

    rule: Rule
    line: int | None
    detail: str
    times: int = 1


Seen = tuple[int | None, str]
"""The line and what was seen there."""


def gathered(rule: Rule, seen: Iterable[Seen]) -> Iterator[Finding]:
    """One finding for all that was seen of a rule, with the place of the first; none where nothing was."""
    places = list(seen)
    if places:
        line, detail = places[0]
        yield Finding(rule=rule, line=line, detail=detail, times=len(places))
