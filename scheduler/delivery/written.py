"""What is said to all alike, written once and kept for the next round; ten thousand people are told of one meeting."""

from collections.abc import Callable
from dataclasses import dataclass

from calendars.ical.render import Method, render_invitation
from calendars.ical.vevent import readdressed
from scheduler.delivery.enclosures import Enclosure
from scheduler.messages import Content
from scheduler.reminders import Office

KEPT = 2_000
"""So many contents are kept, then all are forgotten: they are soon written again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposerSettings:
    """How messages are written.

    organizer: the e-mail address in attached calendar objects, None for none attached; stop_link: the address for a
    person's token at which messages are stopped; calendar_link: that of a calendar's page; keepers: groups, in small
    letters, told of halted channels.
    """

    office: Office
    language: str = "vi"
    organizer: str | None = None
    stop_link: Callable[[str], str] | None = None
    calendar_link: Callable[[str], str] | None = None
    keepers: tuple[str, ...] = ()


class Written:
    """Contents and calendar objects by what they were made of."""

    def __init__(self, settings: ComposerSettings) -> None:
        self.settings = settings
        if settings.organizer is not None:
            # What writes iCalendar takes a fifth of a second to load: now, and not while the first message waits.
            import calendars.ical.writing  # noqa: F401, PLC0415

        self._contents: dict[tuple[object, ...], Content] = {}
        self._attachments: dict[tuple[object, ...], bytes | None] = {}

    def content(self, key: tuple[object, ...], make: Callable[[], Content]) -> Content:
        """What is said to all alike, written once."""
        found = self._contents.get(key)
        if found is None:
            if len(self._contents) >= KEPT:
                self._contents.clear()
            found = self._contents[key] = make()
        return found

    def attachment(self, enclosure: Enclosure, attendee: str | None) -> bytes | None:
        """The calendar object for mail to that address; None where there is none, or none is to be attached."""
        settings, event, method = self.settings, enclosure.event, enclosure.method
        if settings.organizer is None:
            return None
        to = attendee if method is not Method.PUBLISH else None
        key = (event.uid, event.sequence, event.revised, event.status, event.when, enclosure.day, method)
        if key not in self._attachments:
            if len(self._attachments) >= KEPT:
                self._attachments.clear()
            try:
                content = render_invitation(
                    event,
                    method,
                    settings.organizer,
                    to,
                    zone=settings.office.zone,
                    office_hours=settings.office.hours,
                    language=settings.language,
                    is_day_off=settings.office.closed,
                    day=enclosure.day,
                )
            except ValueError:
                # Such an event cannot be one calendar object; the words say all of it.
                content = None
            self._attachments[key] = content
        written = self._attachments[key]
        return written if written is None or to is None else readdressed(written, to)
