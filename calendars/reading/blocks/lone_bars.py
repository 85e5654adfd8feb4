"""Bars that a page left of the cells of its letterhead: one that parts nothing on its own line.

What is hard: a row of a table may have an empty last cell ("Thứ Hai |"), and is known by the rows around it.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Line

_LONE = re.compile(r"[^|]*\|\s*")
_PARTS = re.compile(r"[^|\s]\s*\|\s*[^|\s]")


def without_lone_bars(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without a bar that ends a line or is all of it, where no row of a table stands next to them.

    "Tân Mỹ, ngày 05 tháng 3 năm 2024 |" is a whole line; a bar alone parts two cells as an empty line does.
    """
    barred = [line.text for line in lines if "|" in line.text]
    if not any(map(_is_lone, barred)):
        return lines
    told = [n for n, line in enumerate(lines) if line.text.strip()]
    plain = list(lines)
    for place, n in enumerate(told):
        if not _is_lone(lines[n].text):
            continue
        beside = [told[at] for at in (place - 1, place + 1) if 0 <= at < len(told)]
        if not any(_PARTS.search(lines[near].text) for near in beside):
            plain[n] = lines[n].with_text(lines[n].text.rstrip(" |"))
    return plain


def _is_lone(text: str) -> bool:
    return _LONE.fullmatch(text) is not None
