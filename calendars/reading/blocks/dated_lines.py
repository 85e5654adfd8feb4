"""Lines written in haste, each with its date in front: "ngày 9/11 diễn tập", "8h30 ngày 21/11 tổng vệ sinh".

They begin with small letters, and are yet no lines that a width cut.
"""

from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.timelabels import begins_with_date

_A_LIST = 4
_MOST = 0.7


def with_dated_whole(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those that begin with a date marked as whole where nearly all of a stretch do."""
    small = (text for line in lines if (text := line.text.strip())[:1].islower())
    if not any(map(begins_with_date, small)):
        return lines
    places = [n for n, line in enumerate(lines) if begins_with_date(line.text.strip())]
    if len(places) < _A_LIST:
        return lines
    stretch = sum(bool(line.text.strip()) for line in lines[places[0] : places[-1] + 1])
    if len(places) < _MOST * stretch:
        return lines
    dated = set(places)
    return [replace(line, whole=True) if n in dated else line for n, line in enumerate(lines)]
