"""The calendar object that goes with a message: which event, which day of it, and what a calendar is to do with it.

What a change notice encloses is made from the event as it stands, like its words, so that text, METHOD and SEQUENCE say
the same. What has no day any more, or is off the calendar, is a CANCEL of what the reader's calendar holds.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from calendars.events import Event
from calendars.ical.render import Method
from calendars.marks import Status
from calendars.when import Undated
from scheduler.messages import ChangeSaid


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An event, or one day of a series, and the METHOD under which it is sent."""

    event: Event
    day: date | None
    method: Method


def enclosure_of(
    said: ChangeSaid, event: Event | None, former: Callable[[], Event | None]
) -> Enclosure | None:
    """What goes with a change; None where a calendar can have nothing of it.

    event: as it stands, None where it was taken off the calendar; former: asks how it stood last, then.
    """
    if event is None:
        last = former()
        # One more than any reader has seen, as `ReleaseStore` keeps it for an event that comes back.
        return _cancelled(last._replace(sequence=last.sequence + 1), said) if last is not None else None
    if said.is_gone:
        return _cancelled(event, said)
    if isinstance(said.after, Undated):
        if said.before is None or isinstance(said.before, Undated):
            return None
        return _cancelled(event._replace(when=said.before) if said.day is None else event, said)
    return Enclosure(event, said.day, Method.REQUEST)


def _cancelled(event: Event, said: ChangeSaid) -> Enclosure:
    return Enclosure(event._replace(status=Status.CANCELLED), said.day, Method.CANCEL)
