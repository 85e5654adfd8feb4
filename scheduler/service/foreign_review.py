"""What is in doubt of a foreign calendar: asked once, and settled from the file as it was kept.

What is hard is that such a file comes again and again. What waits, or was rejected, is not asked anew while its event
says the same; what a newer copy says otherwise is, and the older question is taken back. An answer reads the kept bytes
again, so an event has all that its entry does not show: the days of a series that differ, its UID, its sequence.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from calendars.changes import Candidate, Change, ChangeKind, Question, Revision, split_for_review
from calendars.events import Event
from calendars.marks import Issue
from calendars.programme import Entry
from calendars.proposals import Proposal, ProposalStore
from calendars.queries import Connection
from calendars.store import CalendarStore
from scheduler.errors import Stale
from scheduler.service.comparing import is_known
from scheduler.service.foreign import (
    MEDIA_TYPE,
    NO_LONGER_NAMED,
    Foreign,
    change_of,
    digest_of,
    entry_of,
    read_foreign,
)
from scheduler.settings import Settings

CORRECTED = ("title", "category", "status", "when", "location", "chair", "attendees", "note")
"""The fields that an entry and an event have in common, which a reviewer may correct."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """A revision by a foreign calendar, parted by what is to be done.

    at_once: what is published; waiting: the changes that wait and have not before; questions: all that is asked anew,
    those changes last; outdated: what waits and is no longer asked; passed_over: how much was asked before.
    """

    at_once: Revision
    waiting: tuple[Change, ...]
    questions: tuple[Question, ...]
    outdated: tuple[Proposal, ...]
    passed_over: int

    @property
    def revision(self) -> Revision:
        """All that it changes, and asks anew, as it is shown; what is not asked again is told."""
        issues = self.at_once.issues
        if self.passed_over:
            told = (
                f"{self.passed_over} of its events wait for review since an earlier import, or were rejected"
            )
            issues = (*issues, Issue("asked-before", told))
        return replace(
            self.at_once,
            changes=(*self.at_once.changes, *self.waiting),
            questions=self.questions[: len(self.questions) - len(self.waiting)],
            issues=issues,
        )


def sift(connection: Connection, foreign: Foreign, revision: Revision, review: str) -> Sifted:
    """Part a revision. review: as for `split_for_review`; what the revision itself asks waits in any case."""
    at_once, held = split_for_review(replace(revision, questions=()), review)
    asked: list[tuple[Change | None, Question]] = [(None, question) for question in revision.questions]
    asked += [(change, _question(change)) for change in held]
    waiting = _asked(connection, foreign, revision.calendar, "waiting")
    known = {_key(one) for one in waiting} | _rejected(connection, foreign, revision.calendar)
    # A few that are missing are cancelled without a question, unless one was asked while more were missing.
    kept_back = [
        change for change in at_once.changes if _is_missing(change) and _key_of(_question(change)) in known
    ]
    asked += [(change, _question(change)) for change in kept_back]
    left = {id(change) for change in kept_back}
    anew = [(change, question) for change, question in asked if _key_of(question) not in known]
    still = {_key_of(question) for _, question in asked}
    return Sifted(
        at_once=replace(at_once, changes=tuple(c for c in at_once.changes if id(c) not in left)),
        waiting=tuple(change for change, _ in anew if change is not None),
        questions=tuple(question for _, question in anew),
        outdated=tuple(one for one in waiting if _key(one) not in still),
        passed_over=len(asked) - len(anew),
    )


def is_foreign(proposal: Proposal) -> bool:
    """Whether a foreign calendar asks it, and no document."""
    return proposal.programme.source.media_type == MEDIA_TYPE


def answered(
    connection: Connection,
    proposal: Proposal,
    entries: Sequence[Entry] | None,
    *,
    settings: Settings,
    by: str | None,
    now: datetime,
) -> Revision:
    """What accepting it changes. entries: as a person corrected them: then the event is a hand's from then on.

    Stale where the file is no longer kept, or the event has become another since.
    """
    source, calendar = proposal.programme.source, proposal.calendar
    kept = CalendarStore(connection).document(source.sha256)
    if kept is None or not kept.content:
        raise Stale(f"{source.name} is no longer kept; import it again")
    # As on the day on which it was asked: a series that is written out is followed as far as then.
    foreign = read_foreign(kept.content, source.name, calendar=calendar, settings=settings, now=proposal.made)
    change = change_of(connection, foreign, str(proposal.candidates[0]["uid"]), calendar=calendar, now=now)
    if change is None:
        raise Stale(f"“{proposal.entries[-1].title}” has changed since; reject what {source.name} asks of it")
    after = change.after._replace(issues=())
    if entries:
        after = _corrected(after, proposal.entries[-1], entries[-1], by, settings, now)
    return Revision(calendar=calendar, source=source, changes=(replace(change, after=after, entry=None),))


def _corrected(
    event: Event, asked: Entry, told: Entry, by: str | None, settings: Settings, now: datetime
) -> Event:
    changed = {name: getattr(told, name) for name in CORRECTED if getattr(told, name) != getattr(asked, name)}
    if told.groups != asked.groups:
        changed["groups"] = told.groups or ()
    if not changed:
        return event
    if "when" in changed:
        changed["overrides"] = ()
    day = now.astimezone(settings.timezone).date()
    return event._replace(**changed, origin=event.origin._replace(hand=by or "review", as_of=day))


def _is_missing(change: Change) -> bool:
    return change.kind is ChangeKind.CANCELLED and NO_LONGER_NAMED in change.why


def _question(change: Change) -> Question:
    """A change that waits, as a question whose candidate is the foreign event."""
    entry = change.entry or entry_of(change.after)
    reason = "; ".join(map(str, entry.issues)) or f"{change.kind.value}, to be approved"
    candidate = Candidate(event=change.after, score=1.0, why=change.why, says=digest_of(change.after))
    return Question(entries=(entry,), reason=reason, candidates=(candidate,))


Key = tuple[str, str]
"""Which event, and what it would be."""


def _key_of(question: Question) -> Key:
    candidate = question.candidates[0]
    return candidate.event.uid, candidate.says


def _key(proposal: Proposal) -> Key:
    candidate = proposal.candidates[0]
    return str(candidate["uid"]), str(candidate["says"])


def _asked(connection: Connection, foreign: Foreign, calendar: str, state: str) -> list[Proposal]:
    proposals = ProposalStore(connection).proposals(calendar, state)
    return [one for one in proposals if is_foreign(one) and one.programme.title == foreign.name]


def _rejected(connection: Connection, foreign: Foreign, calendar: str) -> set[Key]:
    """What a person has rejected. What was taken back with its release, or by a newer copy, is asked again."""
    return {
        _key(one)
        for one in _asked(connection, foreign, calendar, "rejected")
        if one.settled_by is not None and is_known(connection, one.programme.source.sha256, calendar)
    }
