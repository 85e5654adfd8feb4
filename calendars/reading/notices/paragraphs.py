"""Each paragraph of a notice as an item of its own: it tells what was planned, another what holds now.

The layout of a letter leaves its unnumbered paragraphs together, since a programme's are one thing and its remarks.
What is hard is that some paragraphs only go on with what the one above says ("Tuy nhiên, do trùng lịch họp, nay ...").
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from calendars.layouts.changed_lines import joined_lines
from calendars.layouts.layout import Item, Section
from calendars.layouts.words import fold
from calendars.reading.naming.passages import passages_of
from calendars.reading.notices.made_one import made_one

_GOES_ON = re.compile(
    r"\W*(?:tuy nhien|tuy vay|nhung|nay|do|vi|de (?:bao dam|dam bao|phu hop|thuan loi)|theo do)\b"
)


def each_paragraph(section: Section) -> Section:
    """The section with an item for each paragraph; what stands below an item stays below the last of its paragraphs."""
    return replace(section, items=tuple(part for item in section.items for part in _apart(item)))


def _apart(item: Item) -> Iterable[Item]:
    item = replace(item, children=tuple(part for child in item.children for part in _apart(child)))
    lines: list[str] = []
    told = (part for whole in joined_lines(item.text.split("\n")) for part in made_one(whole))
    for line in told:
        if lines and _GOES_ON.match(fold(line)):
            lines[-1] += f"\n{line}"
        else:
            lines.append(line)
    if len(lines) == 1 or item.day or item.time:
        joined = lines[0] if len(lines) == 1 and not (item.day or item.time) else item.text
        yield replace(item, text=joined)
        return
    for place, line in enumerate(lines):
        last = place == len(lines) - 1
        yield replace(
            item,
            text=line,
            mark=item.mark if place == 0 else None,
            passages=passages_of(item.passages, line),
            children=item.children if last else (),
        )
