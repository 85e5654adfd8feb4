"""Cells that lost their grid and hold the hour on a line over its day: "8h30" over "Thứ Hai 05/10"."""

from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.timelabels import is_day_label, is_time_label, names_a_day

_SOME = 2


def hours_with_days(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, an hour or half and the day below it as one label, where all begin so; otherwise as they are."""
    days = [n for n, line in enumerate(lines) if is_day_label(line.text)]
    hours = {n - 1 for n in days if n and _is_hour(lines[n - 1].text)}
    if len(days) < _SOME or 0 not in hours or len(hours) < len(days):
        return lines
    return [
        replace(line, text=f"{line.text.strip()} {lines[n + 1].text.strip()}") if n in hours else line
        for n, line in enumerate(lines)
        if n - 1 not in hours
    ]


def _is_hour(text: str) -> bool:
    return is_time_label(text) and not names_a_day(text)


def days_with_hours(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, an hour or a half right below a day as the end of that day's label: "Thứ Hai 05/10" over "13h30"."""
    joined: list[Line] = []
    for line in lines:
        text = line.text.strip()
        if joined and _is_hour(text) and is_day_label(joined[-1].text):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text.strip()} {text}")
        else:
            joined.append(line)
    return joined
