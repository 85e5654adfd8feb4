"""Halves of the day against hours: which hour may lie in which half."""

from calendars.times import DayPart
from calendars.when import Hours

_NOON = 12


def may_be_in(own: Hours, label: Hours) -> bool:
    """Whether an hour may lie in the half of the day that a label tells ("13h30" does not in "Sáng thứ Hai")."""
    if own.start is None or label.start is not None:
        return True
    if label.part is DayPart.MORNING:
        return own.start.hour < _NOON
    return label.part not in (DayPart.AFTERNOON, DayPart.EVENING) or own.start.hour >= _NOON - 1
