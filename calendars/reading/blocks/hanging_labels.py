"""Labels with the first thing of their list behind them on the same line: "Hàng tuần:  - Giao ban" over "- Chào cờ".

What is hard: a dash behind a colon also begins the only thing that a line tells, so that the next line must begin with
the same sign; and below columns set with spaces such lines are none of the rows.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.documents.document import Line

_OPENS = re.compile(
    r"\s{0,4}(?P<name>(?:[*•+]\s?|[IVX]{1,4}\.\s|\d{1,2}[.)]\s)?[^\W\d_][^:;.\d]{4,40}:)\s{1,12}(?P<sign>[-–+•*])\s+(?=\S)"
)
_LONGEST = 60  # letters before the sign


def with_labels_apart(lines: Iterable[Line]) -> Sequence[Line]:
    """The lines, such a label on one of its own."""
    lines = tuple(lines)
    opening = {
        n: found
        for n, line in enumerate(lines)
        if ":" in line.text and (found := _opening(line.text)) is not None
    }
    if not opening:
        return lines
    parted: list[Line] = []
    for n, line in enumerate(lines):
        found = opening.get(n)
        below = lines[n + 1].text.lstrip() if found and n + 1 < len(lines) else ""
        if found is None or below[:1] != found["sign"] or below[1:2] not in (" ", "\t"):
            parted.append(line)
            continue
        parted.append(replace(line, text=found["name"], whole=True))
        parted.append(replace(line, text=line.text[found.start("sign") :], mark=None))
    return parted


def _opening(text: str) -> re.Match[str] | None:
    return _OPENS.match(text) if ":" in text[:_LONGEST] else None
