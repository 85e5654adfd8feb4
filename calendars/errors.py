"""The errors of this package: each means that the call could not do its work.

Trouble *in* a document (a date that does not exist, a weekday against its date) is no exception but an
`marks.Issue`, kept with its place, and the other entries are still read.

    CalendarsError
      UnreadableDocument    no text could be had from the bytes
      UnknownEvent          no event has that UID
      UnknownOccurrence     the event does not happen on that day
      UnknownRelease        no release has that number
      UnknownProposal       nothing with that number waits
      LaterRelease          a release cannot be taken back any more
      UnusableWords         a title, a place or a note that cannot be taken
      InvalidCalendarData   iCalendar bytes that cannot be understood
      NewerDatabase         the database was written by a newer version
"""

from datetime import date


class CalendarsError(Exception):
    """The base of every error raised by `calendars`."""


class UnreadableDocument(CalendarsError):
    """No text could be had from a document.

    name: the file's name as the person knows it; reason: what is wrong and what to do, as one or two sentences.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class UnknownEvent(CalendarsError):
    """No event of the calendar has that UID."""

    def __init__(self, uid: str) -> None:
        super().__init__(f"there is no event {uid}; `sched list --ids` shows those there are")
        self.uid = uid


class UnknownOccurrence(CalendarsError):
    """The event does not happen on that day, so nothing of that day can be changed."""

    def __init__(self, title: str, day: date) -> None:
        super().__init__(f"{title!r} does not happen on {day.isoformat()}; `sched show UID` shows its days")
        self.day = day


class UnknownRelease(CalendarsError):
    """No release has that number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"there is no release {number}; `sched changes` shows those there are")
        self.number = number


class UnknownProposal(CalendarsError):
    """Nothing with that number waits for a person."""

    def __init__(self, number: int) -> None:
        super().__init__(f"nothing with the number {number} waits; `sched review` shows what does")
        self.number = number


class LaterRelease(CalendarsError):
    """A release cannot be taken back: it is not published, or a later one changed the same events."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"release {number} cannot be undone: {reason}")
        self.number = number


class UnusableWords(CalendarsError):
    """What somebody typed cannot be taken; field: which of an event's texts, by its name in `Event`."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class InvalidCalendarData(CalendarsError):
    """Bytes that are no usable iCalendar object; the sentence says which rule they break."""


class NewerDatabase(CalendarsError):
    """The database was written by a newer version of this program, which alone may change it."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            f"the database has schema step {found}, this program knows steps up to {known}: "
            "install the newer version of sched, or restore a backup made by this one"
        )
        self.found = found
        self.known = known
