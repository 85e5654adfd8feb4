"""Things behind dashes that one line of a cell lists: "- 8h00: Giao ban; - 9h00: Họp tổ", "• 7h: ... • 14h: ..."."""

import re
from collections.abc import Iterable
from dataclasses import replace

from calendars.documents.document import Line

_NEXT_DASH = re.compile(
    r"(?<=[;.])\s*(?=[-+•]\s+[^\W\da-zà-ỹđ_])|\s+(?=[+•]\s+(?:\d{1,2}\s?(?:h|g|:)|(?:Sáng|Chiều|Tối)\s*:))"
)


def parted_lines(lines: Iterable[Line]) -> Iterable[Line]:
    """The lines of a cell, those that list several things behind dashes parted at each dash."""
    for line in lines:
        if line.text.lstrip()[:1] in "-+•":
            yield from (replace(line, text=part) for part in _NEXT_DASH.split(line.text))
        else:
            yield line
