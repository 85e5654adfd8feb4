"""What a document or a hand changes on the calendar, as values: a change, a question, a revision.

They are kept apart from `revision`, which finds them, so that a calendar can be listed without loading what compares
titles. A change holds the event as it was and as it will be; nothing here decides anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from calendars.events import Event
from calendars.marks import Issue
from calendars.programme import Entry, Source


class ChangeKind(StrEnum):
    """What happens to an event."""

    ADDED = "added"  # it is new
    CLOSED = "closed"  # its window, or its open time, became a day
    MOVED = "moved"  # it is at another time
    ALTERED = "altered"  # its time stays; the place, the chair, the hour of an open day ... are other
    CONTINUED = "continued"  # a standing meeting goes on for another period
    CANCELLED = "cancelled"  # it does not take place, or one of its days does not
    ENDED = "ended"  # a standing meeting that a later programme no longer names
    UNCHANGED = "unchanged"  # the document says what the calendar knows


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One event before and after.

    before None: it is new. entry: what the document says of it, former_entry: what a notice says of its old time. day:
    the one day of a series that is concerned (its recurrence-id), None for the whole event. former: the days that a
    standing meeting has had until its weekday or hours changed, kept as an ended event of its own. why: what matched,
    in words a clerk understands. is_borne_out: a document names by title and old time, or by a day within its
    window, an event of the calendar, so that the calendar itself speaks for how it was read.
    """

    kind: ChangeKind
    before: Event | None
    after: Event
    entry: Entry | None = None
    former_entry: Entry | None = None
    day: date | None = None
    former: Event | None = None
    why: tuple[str, ...] = ()
    is_borne_out: bool = False

    @property
    def uid(self) -> str:
        """The UID of the event concerned."""
        return self.after.uid

    @property
    def is_published(self) -> bool:
        """Whether readers of the calendar see it: then the sequence number rises."""
        return self.before is None or self.after.sequence != self.before.sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An event that an entry may speak of. score: the likeness from 0 to 1.

    says: of a foreign calendar's event, a digest of what it would be, by which the same question is known again.
    """

    event: Event
    score: float
    why: tuple[str, ...]
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An entry of which it is not sure what it continues; nothing is changed until a person answers.

    entries: the entry, preceded by that of its old time where a notice gives one; reason: what is in doubt; candidates:
    the events it may be, best first, none where it should change something and nothing was found.
    """

    entries: tuple[Entry, ...]
    reason: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """All that one document changes on one calendar. source None: a hand."""

    calendar: str
    source: Source | None = None
    changes: tuple[Change, ...] = ()
    questions: tuple[Question, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes and nothing is asked."""
        return not self.questions and not self.kept_changes

    @property
    def kept_changes(self) -> tuple[Change, ...]:
        """The changes that alter an event, even where no reader sees it."""
        return tuple(change for change in self.changes if change.kind is not ChangeKind.UNCHANGED)

    def states(self) -> list[tuple[Event | None, Event]]:
        """Each event that changes once: as it was before its first change (None: new) and after its last."""
        states: dict[str, tuple[Event | None, Event]] = {}
        for change in self.kept_changes:
            before, _ = states.get(change.uid, (change.before, None))
            states[change.uid] = (before, change.after)
            if change.former is not None:
                states[change.former.uid] = (None, change.former)
        return list(states.values())

    def entries_of_days(self) -> tuple[Entry, ...]:
        """The entries that speak of one day of a standing meeting, whether they change it or not."""
        return tuple(c.entry for c in self.changes if c.entry is not None and c.day is not None)

    def of_kind(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """The changes of these kinds, in order."""
        return tuple(change for change in self.changes if change.kind in kinds)


UNSURE_BELOW = 0.8
"""The confidence under which an entry waits for a person when `review = "unsure"`."""


BORNE_OUT_BELOW = 0.6
"""The same where title and old time, or a window, are those of an event on the calendar."""


def is_unsure(change: Change) -> bool:
    """Whether the entry that makes the change, or that of its old time, has an issue or little confidence."""
    least = BORNE_OUT_BELOW if change.is_borne_out else UNSURE_BELOW
    told = (change.entry, change.former_entry)
    return any(entry.issues or entry.confidence < least for entry in told if entry is not None)


def split_for_review(revision: Revision, review: str) -> tuple[Revision, tuple[Change, ...]]:
    """The part that may be published now, and the changes that wait for a person.

    review: "none" (nothing waits), "unsure" (what `is_unsure` waits), "required" (all that changes something waits).
    """
    waiting = tuple(
        change
        for change in revision.kept_changes
        if review == "required" or (review == "unsure" and is_unsure(change))
    )
    if not waiting:
        return revision, ()
    # By identity: two entries of one document may well be equal.
    held = {id(change) for change in waiting}
    return replace(revision, changes=tuple(c for c in revision.changes if id(c) not in held)), waiting


def apply(events: Iterable[Event], revision: Revision) -> list[Event]:
    """The events after the revision, in their order, new ones at the end."""
    after = {event.uid: event for event in events}
    for change in revision.kept_changes:
        after[change.uid] = change.after
        if change.former is not None:
            after[change.former.uid] = change.former
    return list(after.values())


def undo(events: Iterable[Event], revision: Revision) -> list[Event]:
    """The events as they were before the revision was applied, each in its place: the inverse of `apply`."""
    after = {event.uid: event for event in events}
    for change in reversed(revision.kept_changes):
        if change.former is not None:
            after.pop(change.former.uid, None)
        if change.before is None:
            after.pop(change.uid, None)
        else:
            after[change.uid] = change.before
    return list(after.values())


def to_the_second(instant: datetime) -> datetime:
    """The instant in UTC without its fraction, as feeds write it; ValueError where it bears no zone."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(UTC).replace(microsecond=0)
