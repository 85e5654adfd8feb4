"""The contract of a rule over the readings of a text in which a change is announced."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from calendars.grammar.rule import Reading

Change = Callable[[re.Match[str], list[Reading]], list[Reading] | None]
"""From the match and the readings it took in, in order, the readings that stand instead; None to leave them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRule:
    """A way of announcing a change.

    says: words of which the text must hold one, else the pattern is not looked for. pattern: words with @ for a
    reading; ... for words without one, within a sentence; least: how many readings it must have. meaning: see
    `Change`. examples: texts with the statuses of their readings, in order.
    """

    name: str
    says: tuple[str, ...]
    pattern: str
    least: int = 1
    meaning: Change
    examples: Mapping[str, str]
