"""One way onto the calendar: whatever changes it, from a document or a hand, is published here, in one transaction.

A release keeps the events' new and old states, the VEVENTs that readers will see, the reminders that follow from
them and the notices of what changed, all or nothing. So the pending reminder of a moved meeting is gone in the same
instant in which the meeting moves.
"""

from collections.abc import Sequence
from datetime import datetime

from calendars.changes import Change, Revision, split_for_review
from calendars.events import Origin
from calendars.programme import Kind, Programme
from calendars.proposals import ProposalStore
from calendars.queries import Connection
from calendars.releases import Release, ReleaseState, ReleaseStore
from calendars.store import CalendarStore
from scheduler.delivery.overtaking import overtake
from scheduler.directory import Directory
from scheduler.messages import document_said
from scheduler.notices import change_notices, monthly_digests, undoing_changes
from scheduler.outbox import Outbox
from scheduler.service.planning import Policy, replan_events
from scheduler.service.rendering import render_changed
from scheduler.settings import Settings
from scheduler.tellings import Telling


def publish(
    connection: Connection,
    revision: Revision,
    *,
    settings: Settings,
    policy: Policy,
    now: datetime,
    programme: Programme | None = None,
    approved_by: str | None = None,
    waiting: bool = False,
) -> Release:
    """Put a revision on its calendar, with its feed and its reminders; the release.

    programme: the document's, None for a hand's change; waiting: all that the document says waits for a person.
    """
    release = ReleaseStore(connection).publish(
        revision, programme=programme, approved_by=approved_by, now=now, waiting=waiting
    )
    follow_up(connection, revision.calendar, uids_of(revision), settings=settings, policy=policy, now=now)
    tell_followers(connection, release, revision.kept_changes, programme, policy=policy, now=now)
    return release


def publish_document(
    connection: Connection,
    revision: Revision,
    programme: Programme,
    content: bytes,
    *,
    review: str,
    settings: Settings,
    policy: Policy,
    now: datetime,
    by: str | None,
) -> Release:
    """Keep a document, publish what is sure of its revision, and let the rest wait for a person; review: how much."""
    at_once, waiting = split_for_review(revision, review)
    CalendarStore(connection).keep_document(programme.source, content, now)
    asked = bool(waiting or revision.questions)
    release = publish(
        connection,
        at_once,
        settings=settings,
        policy=policy,
        programme=programme,
        approved_by=by,
        now=now,
        waiting=asked and not at_once.kept_changes,
    )
    ProposalStore(connection).hold(revision, waiting, programme=programme, now=now)
    return release


def undo(
    connection: Connection,
    number: int,
    *,
    settings: Settings,
    policy: Policy,
    now: datetime,
    by: str | None,
) -> Release:
    """Take a release back, with feed and reminders, and tell its followers so.

    What it answered is asked again; where it took a release back itself, that one's answers are given again.
    UnknownRelease and LaterRelease as told there.
    """
    store = ReleaseStore(connection)
    undone = store.release(number).undoes
    concerned = [version.uid for version in store.versions(number)]
    undoing = store.undo(number, by=by, now=now)
    proposals = ProposalStore(connection)
    proposals.reopen(number)
    if undone is not None:
        proposals.close_again(undone, release=undoing.number, now=now, by=by)
    if undoing.document is not None:
        made = store.of_document(undoing.document, undoing.calendar)
        if all(one.state is ReleaseState.UNDONE or one.undoes is not None for one in made):
            # What the document asked is asked anew when it comes back.
            proposals.withdraw(undoing.document, undoing.calendar, now=now, by=by)
    follow_up(connection, undoing.calendar, concerned, settings=settings, policy=policy, now=now)
    changes = tuple(undoing_changes(store.versions(undoing.number)))
    tell_followers(connection, undoing, changes, None, policy=policy, now=now)
    return undoing


def follow_up(
    connection: Connection,
    calendar: str,
    uids: list[str],
    *,
    settings: Settings,
    policy: Policy,
    now: datetime,
) -> None:
    """What follows from changed events: their bytes in the feeds, and their reminders."""
    render_changed(connection, settings, calendar)
    replan_events(connection, policy, uids, now)


def tell_followers(
    connection: Connection,
    release: Release,
    changes: Sequence[Change],
    programme: Programme | None,
    *,
    policy: Policy,
    now: datetime,
) -> None:
    """Put what a release tells people into the outbox: one notice a person, and the month where a programme is new.

    A notice takes in those of before that still wait and are of the same events.
    """
    tellings = tellings_of(
        connection,
        release.calendar,
        changes,
        programme,
        release=str(release.number),
        made=release.made,
        policy=policy,
        now=now,
    )
    Outbox(connection).add(overtake(connection, tellings, now))


def tellings_of(
    connection: Connection,
    calendar: str,
    changes: Sequence[Change],
    programme: Programme | None,
    *,
    release: str,
    made: datetime,
    policy: Policy,
    now: datetime,
) -> list[Telling]:
    """What a release tells people, as it would be put into the outbox. release: its name; made: its instant."""
    people = Directory(connection).everybody()
    cited = _cited(programme) if programme else ""
    tellings = list(
        change_notices(
            changes,
            people,
            release=release,
            made=made,
            document=cited,
            now=now,
            office=policy.office,
        )
    )
    if policy.digests.monthly and programme and programme.kind is Kind.MONTHLY and programme.period:
        month = programme.period.first
        tellings += monthly_digests(calendar, month, people, release=release, now=now, office=policy.office)
    return tellings


def uids_of(revision: Revision) -> list[str]:
    """The events that a revision touches."""
    found = [change.uid for change in revision.kept_changes]
    found += [change.former.uid for change in revision.kept_changes if change.former is not None]
    return list(dict.fromkeys(found))


def _cited(programme: Programme) -> str:
    """The document as a person would cite it."""
    origin = Origin(
        name=programme.title or programme.source.name,
        number=programme.number,
        issued=programme.issued,
        issuer=programme.issuer,
    )
    return document_said(origin)
