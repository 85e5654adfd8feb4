"""Lines on which a sign stands between a thing and its time: "Trung tuần → Bồi dưỡng", "Đại hội ..... 13/11".

Each is put as an item with a colon. What is hard: such signs stand inside times and names, and between an old time and
a new one, so that one side must be nothing but a time and the other tell none, on several lines of the paper.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Line
from calendars.layouts.marks import DASH, read_mark
from calendars.layouts.timelabels import is_time_label, names_a_day
from calendars.reading.blocks.whole_text import whole_text

_SIGN = re.compile(
    r"\s*(?:→|⇒|➔|►|▶|»|>>|[=-]{1,3}>|~>|[.…·]{3,200}|_{3,200}|\s[-–—]{2,20}(?=\s)|\s[·•~](?=\s))\s*"
)
_SIGNS = (
    "→",
    "⇒",
    "➔",
    "►",
    "▶",
    "»",
    ">>",
    "=>",
    "->",
    "~>",
    "...",
    "……",
    "…",
    "__",
    "--",
    "——",
    "––",
    " · ",
    " • ",
    " ~ ",
)
_DATED = re.compile(r"\d\s?[/h:]\s?\d|\bngày\s+\d|\d\s?(?:h|giờ)\b", re.IGNORECASE)
_FEWEST = 3
_LONGEST = 300  # letters of a line


def with_times_beside(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those on which a sign parts a thing from its time as items with the time, a colon and the thing."""
    text = whole_text(lines)
    # To look for one letter first, which most texts lack, costs less than to count what it begins.
    if not any(sign.strip()[0] in text and text.count(sign) >= _FEWEST for sign in _SIGNS):
        return lines
    told = {n: parts for n, line in enumerate(lines) if (parts := _parts(line)) is not None}
    before = {n for n, (left, right) in told.items() if _is_time(left) and not _DATED.search(right)}
    behind = {n for n, (left, right) in told.items() if _is_time(right) and not _DATED.search(left)}
    chosen = {n for side in (before, behind) if len(side) >= _FEWEST for n in side}
    if not chosen:
        return lines
    return [_put(line, *told[n]) if n in chosen else line for n, line in enumerate(lines)]


def _parts(line: Line) -> tuple[str, str] | None:
    """The words on both sides of the first such sign; None where a line has none, or nothing beside it."""
    text = line.text.strip()
    if len(text) > _LONGEST or "|" in text:
        return None
    found = _SIGN.search(text, 1)
    if found is None:
        return None
    left, right = text[: found.start()].strip(), text[found.end() :].strip(" .;")
    return (left, right) if len(left) > 1 and len(right) > 1 else None


def _is_time(text: str) -> bool:
    mark = read_mark(text)
    text = text[mark.end :] if mark else text
    return is_time_label(text) and names_a_day(text)


def _put(line: Line, left: str, right: str) -> Line:
    mark = read_mark(left)
    sign = left[: mark.end] if mark else "- "
    own = left[mark.end :] if mark else left
    if mark and mark.rank >= DASH:
        sign = "- "
    return line.with_text(f"{sign}{own.rstrip(' :')}: {right}")
