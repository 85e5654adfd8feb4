"""Documents onto the calendar: read, compare, show, keep.

What is hard is that a preview and an import must be the same: both make the revision in the same way, and the preview
only leaves the transaction without keeping it. A document that was imported before changes nothing; one in which
something is in doubt publishes what is sure and lets the rest wait for a person.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from calendars.changes import Change, Question, Revision, split_for_review
from calendars.documents.document import Progress
from calendars.groups import with_groups
from calendars.ical.recognising import is_calendar
from calendars.programme import Programme
from calendars.programme_records import entry_to_json
from calendars.queries import Connection
from calendars.records import change_to_json
from calendars.revision import in_words, kept_by_hand
from calendars.store import CalendarStore
from scheduler.service.comparing import compared, is_known
from scheduler.service.foreign import read_foreign
from scheduler.service.foreign_release import publish_foreign, sifted
from scheduler.service.grouping import known_groups
from scheduler.service.opening import PlanningService
from scheduler.service.reading import read_file
from scheduler.service.releasing import publish_document
from scheduler.settings import CalendarSettings

__all__ = ["ImportService", "Imported", "in_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What one document did, or would do.

    already: it was imported before; revision: all that it changes and asks; waiting: the changes of it that wait for a
    person; release: the number under which it was kept, None for a preview or where nothing was kept.
    """

    programme: Programme
    calendar: str
    revision: Revision
    waiting: tuple[Change, ...] = ()
    release: int | None = None
    already: bool = False

    @property
    def published(self) -> tuple[Change, ...]:
        """The changes that readers see at once."""
        held = {id(change) for change in self.waiting}
        return tuple(change for change in self.revision.kept_changes if id(change) not in held)

    @property
    def kept_by_hand(self) -> tuple[Change, ...]:
        """What the document says otherwise than a hand, whose word stands."""
        return kept_by_hand(self.revision)

    @property
    def asked(self) -> int:
        """How many things wait for a person."""
        return len(self.waiting) + len(self.revision.questions)

    def to_json(self) -> dict[str, object]:
        """The same for scripts."""
        return {
            "document": self.programme.source.name,
            "sha256": self.programme.source.sha256,
            "calendar": self.calendar,
            "already": self.already,
            "release": self.release,
            "changes": [change_to_json(change) for change in self.published],
            "waiting": [change_to_json(change) for change in self.waiting],
            "kept_by_hand": [change_to_json(change) for change in self.kept_by_hand],
            "questions": [_question_to_json(question) for question in self.revision.questions],
            "issues": [str(issue) for issue in (*self.programme.issues, *self.revision.issues)],
        }


class ImportService(PlanningService):
    """Takes documents in, for one installation."""

    def import_file(
        self,
        data: bytes,
        name: str,
        *,
        now: datetime,
        calendar: str | None = None,
        by: str | None = None,
        keep: bool = True,
        progress: Progress | None = None,
    ) -> tuple[Imported, ...]:
        """Put what a file announces on a calendar, a release for each document in it.

        keep: False shows what would happen and keeps nothing; by: who asked for it. UnreadableDocument where the file
        cannot be read, UnknownCalendar where there is none of that slug.
        """
        chosen = self.settings.calendar(calendar)
        if is_calendar(data, name):
            return (self._import_foreign(data, name, chosen, by, now, keep=keep),)
        documents = read_file(data, name, limits=self.settings.documents, progress=progress)
        imported = []
        for read in documents:
            if keep:
                with self.database.transaction() as connection:
                    imported.append(self._keep(connection, read.programme, data, chosen, by, now))
            else:
                with self.database.reading() as connection:
                    programme = with_groups(read.programme, known_groups(connection, self.settings))
                    imported.append(self._compare(connection, programme, chosen, now))
        return tuple(imported)

    def _import_foreign(
        self, data: bytes, name: str, calendar: CalendarSettings, by: str | None, now: datetime, *, keep: bool
    ) -> Imported:
        foreign = read_foreign(data, name, calendar=calendar.slug, settings=self.settings, now=now)
        review, release = calendar.review.value, None
        if keep:
            with self.database.transaction() as connection:
                found, release = publish_foreign(
                    connection,
                    foreign,
                    data,
                    calendar.slug,
                    review=review,
                    settings=self.settings,
                    policy=self.policy,
                    by=by,
                    now=now,
                )
        else:
            with self.database.reading() as connection:
                found = sifted(
                    connection, foreign, calendar.slug, review=review, settings=self.settings, now=now
                )
        return Imported(
            programme=foreign.programme,
            calendar=calendar.slug,
            revision=found.revision,
            waiting=found.waiting,
            release=None if release is None else release.number,
        )

    def is_known(self, sha256: str, calendar: str | None = None) -> bool:
        """Whether a document of these bytes has been imported on the calendar, and not taken back."""
        slug = self.settings.calendar(calendar).slug
        with self.database.reading() as connection:
            return is_known(connection, sha256, slug)

    def _keep(
        self,
        connection: Connection,
        programme: Programme,
        data: bytes,
        calendar: CalendarSettings,
        by: str | None,
        now: datetime,
    ) -> Imported:
        CalendarStore(connection).open_calendar(calendar.slug, now)
        programme = with_groups(programme, known_groups(connection, self.settings))
        found = self._compare(connection, programme, calendar, now)
        if found.already or not programme.entries:
            return found
        release = publish_document(
            connection,
            found.revision,
            programme,
            data,
            review=calendar.review.value,
            settings=self.settings,
            policy=self.policy,
            now=now,
            by=by,
        )
        return replace(found, release=release.number)

    def _compare(
        self, connection: Connection, programme: Programme, calendar: CalendarSettings, now: datetime
    ) -> Imported:
        if is_known(connection, programme.source.sha256, calendar.slug):
            return Imported(
                programme=programme,
                calendar=calendar.slug,
                revision=Revision(calendar=calendar.slug),
                already=True,
            )
        revision = compared(connection, programme, calendar.slug, now=now)
        _, waiting = split_for_review(revision, calendar.review.value)
        return Imported(programme=programme, calendar=calendar.slug, revision=revision, waiting=waiting)


def _question_to_json(question: Question) -> dict[str, object]:
    return {
        "reason": question.reason,
        "entries": [entry_to_json(entry) for entry in question.entries],
        "candidates": [
            {
                "uid": candidate.event.uid,
                "title": candidate.event.title,
                "score": candidate.score,
                "why": candidate.why,
            }
            for candidate in question.candidates
        ],
    }
