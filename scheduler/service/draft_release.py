"""What a draft changes on its calendar now, and putting it there.

It is a document as people corrected it, or a foreign calendar's file as it is. The functions work within an open
transaction; a preview and the deed make the same revision.
"""

from datetime import datetime
from typing import NamedTuple

from calendars.changes import Change, Revision, split_for_review
from calendars.groups import with_groups
from calendars.programme import Programme
from calendars.queries import Connection
from calendars.releases import Release
from calendars.revision import entry_key
from scheduler.errors import Stale
from scheduler.service.comparing import compared, is_known
from scheduler.service.drafts import NEW, Draft, Verdict, content_of
from scheduler.service.foreign import Foreign, read_foreign
from scheduler.service.foreign_release import publish_foreign, sifted
from scheduler.service.grouping import known_groups
from scheduler.service.planning import Policy
from scheduler.service.releasing import publish_document
from scheduler.settings import Settings

REVIEW = "unsure"
"""What waits of a draft that is released: what is in doubt, whatever the calendar lets wait of an import."""


class Parts(NamedTuple):
    """All that a draft changes and asks, the part that is published, and the changes that wait."""

    revision: Revision
    at_once: Revision
    waiting: tuple[Change, ...]


def parts_of(connection: Connection, draft: Draft, *, settings: Settings, now: datetime) -> Parts:
    """What releasing the draft would do now."""
    if draft.is_calendar:
        foreign = _foreign(draft, content_of(connection, draft), settings, now)
        found = sifted(connection, foreign, draft.calendar, review=REVIEW, settings=settings, now=now)
        return Parts(found.revision, found.at_once, found.waiting)
    answers = {
        entry_key(draft.entry(number).entry): None if uid == NEW else uid
        for number, uid in draft.answers.items()
    }
    whole = all(one.verdict is not Verdict.REJECTED for one in draft.entries)
    programme = _approved(connection, draft, settings)
    revision = compared(connection, programme, draft.calendar, now=now, answers=answers, whole=whole)
    return Parts(revision, *split_for_review(revision, REVIEW))


def publish_draft(
    connection: Connection, draft: Draft, *, settings: Settings, policy: Policy, by: str, now: datetime
) -> tuple[Parts, Release | None]:
    """Publish what is sure or accepted, and hold the rest; no release for a calendar's file with nothing to change.

    Stale where the document has been imported by somebody else meanwhile.
    """
    content = content_of(connection, draft)
    if draft.is_calendar:
        found, release = publish_foreign(
            connection,
            _foreign(draft, content, settings, now),
            content,
            draft.calendar,
            review=REVIEW,
            settings=settings,
            policy=policy,
            by=by,
            now=now,
        )
        return Parts(found.revision, found.at_once, found.waiting), release
    if is_known(connection, draft.document.sha256, draft.calendar):
        raise Stale(f"{draft.document.name} has been imported by somebody else meanwhile")
    parts = parts_of(connection, draft, settings=settings, now=now)
    return parts, publish_document(
        connection,
        parts.revision,
        _approved(connection, draft, settings),
        content,
        review=REVIEW,
        settings=settings,
        policy=policy,
        now=now,
        by=by,
    )


def _approved(connection: Connection, draft: Draft, settings: Settings) -> Programme:
    return with_groups(draft.approved(), known_groups(connection, settings))


def _foreign(draft: Draft, content: bytes, settings: Settings, now: datetime) -> Foreign:
    name = draft.document.name
    return read_foreign(content, name, calendar=draft.calendar, settings=settings, now=now)
