"""The watched inbox: documents are taken in as they arrive, once each, and nothing of the user's is moved.

What is hard is a file that is still being copied, and one that cannot be read: the first is left until it has rested,
the second is told once and looked at again only when it changes. A document that is known by its bytes is not read
again, so a restart costs nothing but a look.
"""

import hashlib
import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from calendars.errors import InvalidCalendarData, UnreadableDocument
from scheduler.service.importing import Imported, ImportService
from scheduler.settings import CalendarSettings

RESTS_FOR = 2.0
"""Seconds for which a file must not have changed before it is taken to be whole."""

_log = logging.getLogger(__name__)


class Inbox:
    """The folders that the configuration names, for as long as the process lives."""

    def __init__(self, service: ImportService) -> None:
        self._service = service
        self._seen: dict[Path, tuple[int, int]] = {}

    def look(self, now: datetime) -> list[Imported]:
        """Take in what has arrived in any inbox by `now` (an instant with a zone); what was taken in."""
        found: list[Imported] = []
        for calendar in self._service.settings.calendars:
            for path in _arrived(calendar, now):
                found += self._take(path, calendar, now)
        return found

    def _take(self, path: Path, calendar: CalendarSettings, now: datetime) -> tuple[Imported, ...]:
        try:
            stat = path.stat()
            state = (stat.st_mtime_ns, stat.st_size)
            if self._seen.get(path) == state:
                return ()
            data = path.read_bytes()
            if self._service.is_known(hashlib.sha256(data).hexdigest(), calendar.slug):
                self._seen[path] = state
                return ()
            imported = self._service.import_file(
                data, path.name, calendar=calendar.slug, now=now, by=f"inbox of {calendar.slug}"
            )
            self._seen[path] = state
        except (UnreadableDocument, InvalidCalendarData) as error:
            self._seen[path] = state
            told = error if isinstance(error, UnreadableDocument) else f"{path.name}: {error}"
            _log.warning("inbox of %s: %s", calendar.slug, told)
            return ()
        except OSError as error:
            _log.warning("inbox of %s: %s cannot be opened: %s", calendar.slug, path.name, error.strerror)
            return ()
        for one in imported:
            _log.info(
                "inbox of %s: %s: %d changes published, %d wait for review",
                calendar.slug,
                path.name,
                len(one.published),
                one.asked,
            )
        return imported


def _arrived(calendar: CalendarSettings, now: datetime) -> Iterator[Path]:
    if calendar.inbox is None or not calendar.inbox.is_dir():
        return
    for path in sorted(calendar.inbox.iterdir()):
        if path.is_file() and not path.name.startswith((".", "~$")):
            try:
                rested = now.timestamp() - path.stat().st_mtime >= RESTS_FOR
            except OSError:
                continue
            if rested:
                yield path
