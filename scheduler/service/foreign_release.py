"""A foreign calendar's file onto the calendar that holds it: the same for an import, a preview and a draft.

Unlike a document it may come again, and changes what it brought before; what is in doubt of it waits for a person,
once, and what an earlier copy asked and this one no longer does is asked no more.
"""

from dataclasses import replace
from datetime import datetime

from calendars.proposals import ProposalStore
from calendars.queries import Connection
from calendars.releases import Release
from calendars.store import CalendarStore
from scheduler.service.foreign import Foreign, compare_foreign
from scheduler.service.foreign_review import Sifted, sift
from scheduler.service.planning import Policy
from scheduler.service.releasing import publish
from scheduler.settings import Settings


def sifted(
    connection: Connection, foreign: Foreign, calendar: str, *, review: str, settings: Settings, now: datetime
) -> Sifted:
    """What the file changes on the calendar and asks, parted by what is to be done; review: how much waits."""
    revision = compare_foreign(connection, foreign, calendar=calendar, settings=settings, now=now)
    return sift(connection, foreign, revision, review)


def publish_foreign(
    connection: Connection,
    foreign: Foreign,
    data: bytes,
    calendar: str,
    *,
    review: str,
    settings: Settings,
    policy: Policy,
    by: str | None,
    now: datetime,
) -> tuple[Sifted, Release | None]:
    """Publish what is sure of the file and hold what is not; no release where it changes and asks nothing."""
    proposals = ProposalStore(connection)
    CalendarStore(connection).open_calendar(calendar, now)
    found = sifted(connection, foreign, calendar, review=review, settings=settings, now=now)
    for outdated in found.outdated:
        proposals.settle(outdated.number, accepted=False, now=now)
    if found.revision.is_empty:
        return found, None
    CalendarStore(connection).keep_document(foreign.programme.source, data, now)
    release = publish(
        connection,
        found.at_once,
        settings=settings,
        policy=policy,
        programme=foreign.programme,
        approved_by=by,
        now=now,
        waiting=not found.at_once.kept_changes,
    )
    asked = replace(found.revision, changes=(), questions=found.questions)
    proposals.hold(asked, programme=foreign.programme, now=now)
    return found, release
