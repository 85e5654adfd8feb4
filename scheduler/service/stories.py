"""One event with all that has happened to it; apart from `keeping`, so that a listing does not load releases."""

from dataclasses import dataclass
from typing import Any

from calendars.events import Event
from calendars.records import event_to_json
from calendars.releases import ReleaseStore, Version
from calendars.store import CalendarStore
from scheduler.service.opening import Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An event and all its states, the earliest first."""

    event: Event
    history: tuple[Version, ...]

    def to_json(self) -> dict[str, Any]:
        """The event and its history for scripts."""
        return event_to_json(self.event) | {
            "history": [
                {
                    "release": version.release,
                    "before": version.before and event_to_json(version.before),
                    "after": version.after and event_to_json(version.after),
                }
                for version in self.history
            ]
        }


class StoryService(Service):
    """The stories of one installation's events."""

    def story(self, uid: str) -> Story:
        """An event and its states. UnknownEvent where there is none of that UID."""
        with self.database.reading() as connection:
            event = CalendarStore(connection).event(uid)
            versions = ReleaseStore(connection).history(uid)
        return Story(event=event, history=tuple(versions))
