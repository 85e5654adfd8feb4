"""What a document says otherwise than a hand, whose later word stands: a reader is told of it, for nothing changes.

What is hard is that such an entry leaves no trace in the event, and that most entries that a hand outranks say nothing
else than it did: whether they do is known only by merging them once more.
"""

from datetime import date

from calendars.changes import Change, ChangeKind, Revision
from calendars.events import Event
from calendars.marks import Status
from calendars.programme import Entry
from calendars.revision.merging import merge
from calendars.revision.reasons import reason
from calendars.revision.standing import merge_occurrence


def kept_by_hand(revision: Revision) -> tuple[Change, ...]:
    """The changes of kind "unchanged" whose entry says otherwise than the hand, each event or day of one once."""
    kept = {
        (change.uid, change.day): change
        for change in revision.of_kind(ChangeKind.UNCHANGED)
        if change.entry is not None and _is_outranked(change)
        if _says_otherwise(change.after, change.entry, change.day)
    }
    return tuple(kept.values())


def _is_outranked(change: Change) -> bool:
    return any(code.partition(":")[0] == reason("hand-outranks") for code in change.why)


def _says_otherwise(event: Event, entry: Entry, day: date | None) -> bool:
    if entry.status in (Status.CANCELLED, Status.POSTPONED):
        is_off = any(override.day == day and override.when is None for override in event.overrides)
        return event.status is not Status.CANCELLED and not is_off
    if day is not None:
        return merge_occurrence(event, entry, day, event.origin).kind is not ChangeKind.UNCHANGED
    return merge(event, entry, event.origin).kind is not ChangeKind.UNCHANGED
