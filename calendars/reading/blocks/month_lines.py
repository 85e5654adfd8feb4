"""Lines of a longer programme that begin with their month and tell several things: "Tháng 3: Diễn đàn; hội thi (08/3)".

What is hard is a comma inside the name of a thing, so that one parts things only behind the bracket of a time; and a
single such line may be anything, so that there must be two of different months.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.marks import read_mark

_LEAD = re.compile(
    r"(?P<month>tháng\s+(?:0?[1-9]|1[0-2])(?:\s?/\s?20\d\d)?)\s*(?::|\s[-–](?=\s))\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_FEWEST = 2
_LONGEST_MARK = 12


def with_months_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, each thing of such a month on one of its own behind the month's name."""
    told: dict[int, re.Match[str]] = {}
    for n, line in enumerate(lines):
        near = line.text[: 2 * _LONGEST_MARK]
        if "háng" in near or "HÁNG" in near:
            text = line.text.strip()
            mark = read_mark(text)
            if found := _LEAD.match(text, mark.end if mark and mark.end <= _LONGEST_MARK else 0):
                told[n] = found
    if len({found["month"].lower() for found in told.values()}) < _FEWEST:
        return lines
    parted: list[Line] = []
    for n, line in enumerate(lines):
        found = told.get(n)
        if found is None:
            parted.append(line)
            continue
        month = f"Tháng {found['month'].split(maxsplit=1)[1]}"
        things = things_of_month(found.string[found.end() :])
        parted += [replace(line, text=f"- {month}: {thing}", mark=None, whole=True) for thing in things]
    return parted


def things_of_month(text: str) -> list[str]:
    """The things of a month: parted by semicolons, or by commas behind a bracket that holds a day, outside brackets."""
    parts: list[str] = []
    depth = begin = 0
    dated = False
    for n, char in enumerate(text):
        if char == "(":
            depth, dated = depth + 1, False
        elif char == ")":
            depth = max(0, depth - 1)
            behind = text[n + 1 : n + 4]
            if depth == 0 and dated and behind[:2] == ", " and behind[2:3].isalpha():
                parts.append(text[begin : n + 1])
                begin = n + 2
        elif depth == 0 and char == ";":
            parts.append(text[begin:n])
            begin = n + 1
        elif char.isdigit():
            dated = True
    parts.append(text[begin:])
    named = [part.strip(" .;") for part in parts if part.strip(" .;")]
    return [part[:1].upper() + part[1:] for part in named]
