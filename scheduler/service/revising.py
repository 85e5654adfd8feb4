"""Changes that a person makes: settling what waits, taking a release back, and the calendar by hand.

What is hard is that two people may be at it at once, and that a preview must be the same as the deed: every change is
made again, from the present state, within the transaction that keeps it, and a proposal is settled once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from calendars.changes import Revision
from calendars.events import Event
from calendars.groups import with_groups
from calendars.programme import Entry, Programme
from calendars.programme_records import entry_to_json
from calendars.proposals import Proposal, ProposalStore
from calendars.queries import Connection
from calendars.releases import Release, ReleaseStore
from calendars.revision import entry_key
from calendars.store import CalendarStore
from calendars.wording import check_words
from scheduler.errors import SchedulerError, Stale
from scheduler.service.comparing import compared
from scheduler.service.corrections import told_anew
from scheduler.service.foreign_review import answered, is_foreign
from scheduler.service.grouping import chosen_groups, known_groups
from scheduler.service.opening import PlanningService
from scheduler.service.releasing import publish, undo

__all__ = [
    "NEW",
    "CannotUnderstand",
    "Proposal",
    "Release",
    "RevisionService",
    "Settled",
    "proposal_json",
    "release_json",
]

NEW = "new"
"""The answer "it is none of those: a new event"."""
_UNNAMED = "no-longer-named"


class CannotUnderstand(SchedulerError):
    """What was typed says no time, or names nothing that can be done."""

    exit_status = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What became of a proposal: the release that it made, None where it was rejected; and what it changed."""

    proposal: int
    accepted: bool
    release: Release | None
    revision: Revision | None = None


class RevisionService(PlanningService):
    """Changes by a person, for one installation."""

    # --- what waits -----------------------------------------------------------------------------------------------

    def proposals(self, calendar: str | None = None) -> list[Proposal]:
        """What waits for a person, in the order in which it came."""
        with self.database.reading() as connection:
            return ProposalStore(connection).proposals(calendar)

    def proposal(self, number: int) -> Proposal:
        """What waits, or was settled, under that number. UnknownProposal where there is nothing."""
        with self.database.reading() as connection:
            return ProposalStore(connection).proposal(number)

    def preview(self, number: int, *, now: datetime, answer: str | None = None) -> Revision:
        """What accepting a proposal would change, and still ask; nothing is kept. Arguments and errors of `accept`."""
        with self.database.reading() as connection:
            proposal = _waiting(ProposalStore(connection).proposal(number))
            return self._revision(connection, proposal, answer, None, None, now)

    def corrected(
        self,
        entries: Sequence[Entry],
        programme: Programme,
        *,
        when: str | None = None,
        groups: Sequence[str] | None = None,
        **words: str | None,
    ) -> tuple[Entry, ...]:
        """A proposal's entries as a person corrects them: the last is the one in doubt, before it stands its old time.

        None leaves a field as it is, "" empties a text; when: a time in words. NoTimeInText, UnusableWords,
        UnknownGroup.
        """
        if not entries:
            return ()
        *old, entry = entries
        told = told_anew(entry, programme, when, **words)
        if groups is not None and list(groups) != list(entry.groups or ()):
            with self.database.reading() as connection:
                chosen = chosen_groups(connection, self.settings, groups)
            told = replace(told, groups=chosen, preparing=())
        return (*old, told)

    def accept(
        self,
        number: int,
        *,
        now: datetime,
        by: str | None = None,
        answer: str | None = None,
        entries: Sequence[Entry] | None = None,
    ) -> Settled:
        """Put a proposal on the calendar.

        answer: the UID of the event that it is, NEW for none of those, None to let the comparison decide; entries: the
        proposal's entries as a person corrected them (`corrected`). Stale where somebody else has settled it
        meanwhile; CannotUnderstand where the comparison still cannot decide; UnknownEvent where the calendar has none
        of the UID that was answered, or has it no longer.
        """
        with self.database.transaction() as connection:
            proposals = ProposalStore(connection)
            proposal = _waiting(proposals.proposal(number))
            for told, read in zip(entries or (), proposal.entries, strict=False):
                check_words(told, read)
            # Locks the calendar's row on PostgreSQL, so that two reviewers compare with the same state.
            CalendarStore(connection).open_calendar(proposal.calendar, now)
            revision = self._revision(connection, proposal, answer, entries, by, now)
            if revision.questions:
                candidates = [candidate.event.uid for q in revision.questions for candidate in q.candidates]
                raise CannotUnderstand(
                    f"proposal {number} may be one of {', '.join(candidates) or 'several'}: say which, or {NEW!r}"
                )
            release = publish(
                connection,
                revision,
                settings=self.settings,
                policy=self.policy,
                programme=proposal.programme,
                approved_by=by,
                now=now,
            )
            if not proposals.settle(number, accepted=True, now=now, by=by, release=release.number):
                raise Stale(
                    f"proposal {number} has been settled by somebody else meanwhile; nothing was done"
                )
        return Settled(proposal=number, accepted=True, release=release, revision=revision)

    def reject(self, number: int, *, now: datetime, by: str | None = None) -> Settled:
        """Leave a proposal off the calendar. Stale where somebody else has settled it meanwhile."""
        with self.database.transaction() as connection:
            proposals = ProposalStore(connection)
            proposals.proposal(number)
            if not proposals.settle(number, accepted=False, now=now, by=by):
                raise Stale(f"proposal {number} has been settled by somebody else already")
        return Settled(proposal=number, accepted=False, release=None)

    def find_event(self, uid: str) -> Event | None:
        """The event of that UID as it stands, or None."""
        with self.database.reading() as connection:
            return CalendarStore(connection).find_event(uid)

    # --- releases -------------------------------------------------------------------------------------------------

    def releases(self, calendar: str | None = None, since: datetime | None = None) -> list[Release]:
        """What was published, in order, from an instant on."""
        with self.database.reading() as connection:
            return ReleaseStore(connection).releases(calendar, since=since)

    def release(self, number: int) -> Release:
        """The release of that number. UnknownRelease."""
        with self.database.reading() as connection:
            return ReleaseStore(connection).release(number)

    def undo(self, number: int, *, now: datetime, by: str | None = None) -> Release:
        """Take a release back. UnknownRelease and LaterRelease as told there."""
        with self.database.transaction() as connection:
            return undo(connection, number, settings=self.settings, policy=self.policy, now=now, by=by)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _revision(
        self,
        connection: Connection,
        proposal: Proposal,
        answer: str | None,
        entries: Sequence[Entry] | None,
        by: str | None,
        now: datetime,
    ) -> Revision:
        if is_foreign(proposal):
            own = proposal.candidates[0]["uid"]
            if answer not in (None, NEW, own):
                raise CannotUnderstand(f"an event of an imported calendar keeps its own UID, {own}")
            revision = answered(connection, proposal, entries, settings=self.settings, by=by, now=now)
            if answer == NEW and any(change.before is not None for change in revision.changes):
                raise CannotUnderstand(f"an event of an imported calendar keeps its own UID, {own}")
            return revision
        known = known_groups(connection, self.settings)
        programme = with_groups(_approved(proposal.programme, entries), known)
        answers: dict[str, str | None] = {}
        if answer is None and _UNNAMED in proposal.reason and len(proposal.candidates) == 1:
            # No paper says so: it is the person who takes it off, whatever paper spoke of it last.
            answer = str(proposal.candidates[0]["uid"])
        if answer is not None and programme.entries:
            uid = None if answer == NEW else CalendarStore(connection).event(answer, proposal.calendar).uid
            answers[entry_key(programme.entries[-1])] = uid
        titled = [
            entry_key(told)
            for known, told in zip(reversed(proposal.entries), reversed(programme.entries), strict=False)
            if told.title != known.title
        ]
        return compared(
            connection, programme, proposal.calendar, now=now, answers=answers, whole=False, titled=titled
        )


def _waiting(proposal: Proposal) -> Proposal:
    """The proposal, if nobody has settled it. Stale."""
    if proposal.state != "waiting":
        who = proposal.settled_by or "somebody"
        raise Stale(f"proposal {proposal.number} has been {proposal.state} by {who} already")
    return proposal


def _approved(programme: Programme, entries: Sequence[Entry] | None) -> Programme:
    """The programme with its entries as a person saw them: what was in doubt is no longer so."""
    told = programme.entries if entries is None else tuple(entries)
    return replace(programme, entries=tuple(replace(entry, issues=(), confidence=1.0) for entry in told))


def proposal_json(proposal: Proposal) -> dict[str, Any]:
    """A proposal for scripts."""
    return {
        "number": proposal.number,
        "calendar": proposal.calendar,
        "document": proposal.programme.source.name,
        "reason": proposal.reason,
        "entries": [entry_to_json(entry) for entry in proposal.entries],
        "candidates": [dict(candidate) for candidate in proposal.candidates],
        "made": proposal.made.isoformat(),
        "state": proposal.state,
        "settled_by": proposal.settled_by,
        "release": proposal.release,
    }


def release_json(release: Release) -> dict[str, Any]:
    """A release for scripts."""
    return {
        "release": release.number,
        "calendar": release.calendar,
        "document": release.document_name,
        "sha256": release.document,
        "state": release.state.value,
        "made": release.made.isoformat(),
        "approved_by": release.approved_by,
        "undoes": release.undoes,
        "changes": [dict(change) for change in release.changes],
    }
