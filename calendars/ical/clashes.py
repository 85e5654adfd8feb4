"""What a description says of an event's clashes: no client marks them, so they stand in words before all else.

A standing meeting has one description for all its days, so each line names the days that it is about.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from calendars.conflicts import Clash, ConflictKind
from calendars.ical.text import clean_line, day_text
from calendars.ical.words import Words

MOST_LINES = 6
MOST_DAYS = 5


def clash_lines(clashes: Iterable[Clash], words: Words) -> tuple[str, ...]:
    """A line for each that it clashes with, in the order of the clashes; of many the first, and how many there are."""
    together: dict[tuple[object, ...], list[Clash]] = defaultdict(list)
    for clash in clashes:
        together[clash[1:]].append(clash)
    lines = [_line(alike[0], [clash.day for clash in alike], words) for alike in together.values()]
    if len(lines) > MOST_LINES:
        rest = len(lines) - MOST_LINES + 1
        lines[MOST_LINES - 1 :] = [words.more_clashes.format(count=rest)]
    return tuple(lines)


def _line(clash: Clash, days: list[date], words: Words) -> str:
    told = ", ".join(map(day_text, days[:MOST_DAYS])) + (" …" if len(days) > MOST_DAYS else "")
    if clash.kind is ConflictKind.HOLIDAY:
        return words.holiday.format(days=told)
    if clash.kind is ConflictKind.WEEKDAY:
        return words.wrong_weekday.format(days=told)
    what = words.clashes[clash.kind].format(detail=clean_line(clash.detail or ""))
    form = words.clash if clash.is_certain else words.perhaps
    return form.format(days=told, title=clean_line(clash.title or ""), what=what)
