"""What somebody was told of an event against how it stands: the news between the two, if there is any.

Hard here: a notice may wait while the event changes again. What it says is then put right from the event, and what a
later notice overtakes passes to that one the time that the person knows, so that the old and the new of a message are
what the person was told last and what holds, however many releases lie between them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from calendars.changes import ChangeKind
from calendars.events import Event, place_of, time_of
from calendars.marks import Status
from calendars.when import Repeat, Undated, When, Window
from scheduler.messages.changes import ChangeSaid

Stand = tuple[When | None, str | None, Status]
"""Time, place and status; without a time it does not take place."""

_NOTHING: Stand = (None, None, Status.CANCELLED)
_OPEN = (Window, Undated)


def change_said(before: Event, after: Event, kind: ChangeKind, day: date | None) -> ChangeSaid | None:
    """A change of an event, or of one day of a series; None where its followers would see no difference."""
    old, new = _stand(before, day), _stand(after, day)
    if old == new:
        return None
    said = ChangeSaid(
        kind=kind,
        title=after.title,
        category=after.category,
        before=old[0],
        old_place=old[1],
        old_status=old[2],
        after=new[0],
        place=new[1],
        status=new[2],
        event=after.uid,
        calendar=after.calendar,
        day=day,
    )
    if _NOTHING in (old, new):
        return replace(said, kind=_kind(said))
    if kind is not ChangeKind.CANCELLED and (lasting := _lasting(said)):
        return replace(said, kind=lasting)
    return (
        replace(said, kind=ChangeKind.CLOSED) if kind is ChangeKind.ALTERED and _is_confirmed(said) else said
    )


def as_it_stands(said: ChangeSaid, event: Event | None) -> ChangeSaid:
    """The change put right: what is new is what holds now. event: as it stands, None where it was taken off."""
    if event is None:
        return replace(said, kind="removed", after=None, place=None, status=Status.CANCELLED)
    when, place, status = new = _stand(event, said.day)
    if new == _new(said):
        return replace(said, title=event.title, category=event.category)
    now = replace(said, title=event.title, category=event.category, after=when, place=place, status=status)
    return replace(now, kind=_kind(now))


def is_news(said: ChangeSaid) -> bool:
    """Whether it says anything that the person does not know for certain."""
    return said.perhaps_told or _old(said) != _new(said)


def merged(
    earlier: Sequence[ChangeSaid], later: Sequence[ChangeSaid], *, perhaps_told: bool
) -> tuple[list[ChangeSaid], list[ChangeSaid]]:
    """What is left of an earlier notice, and the later one that overtakes it.

    The later one starts from what the person knew before both, unless perhaps_told: then the earlier may have been
    read, and the later is told even where all is as it was. What they do not share each keeps.
    """
    known = {said.about: said for said in earlier if said.event}
    shared = known.keys() & {said.about for said in later}
    rest = [said for said in earlier if said.about not in shared]
    whole = [
        _after(known[said.about], said, perhaps_told) if said.about in shared else said for said in later
    ]
    return rest, [said for said in whole if said.about not in shared or is_news(said)]


def _after(earlier: ChangeSaid, later: ChangeSaid, perhaps_told: bool) -> ChangeSaid:
    if perhaps_told:
        return replace(later, perhaps_told=True)
    said = replace(
        later,
        before=earlier.before,
        old_place=earlier.old_place,
        old_status=earlier.old_status,
        perhaps_told=earlier.perhaps_told or later.perhaps_told,
    )
    return replace(said, kind=_kind(said))


def _stand(event: Event, day: date | None) -> Stand:
    when = time_of(event, day)
    if when is None or event.status is Status.CANCELLED:
        return _NOTHING
    return when, place_of(event, day), event.status


def _old(said: ChangeSaid) -> Stand:
    return said.before, said.old_place, said.old_status


def _new(said: ChangeSaid) -> Stand:
    return said.after, said.place, said.status


def _kind(said: ChangeSaid) -> str:
    """What the change is called, by its two sides."""
    old, new = _old(said), _new(said)
    if new == _NOTHING:
        return ChangeKind.CANCELLED
    if old == new:
        return "stands"
    if old == _NOTHING:
        return "restored"
    if isinstance(said.before, _OPEN) and not isinstance(said.after, _OPEN):
        return ChangeKind.CLOSED
    if lasting := _lasting(said):
        return lasting
    if said.before != said.after:
        return ChangeKind.MOVED
    return ChangeKind.CLOSED if _is_confirmed(said) else ChangeKind.ALTERED


def _lasting(said: ChangeSaid) -> ChangeKind | None:
    """Of a standing meeting that only ends sooner or later than it did: which of the two."""
    before, after = said.before, said.after
    if not isinstance(before, Repeat) or not isinstance(after, Repeat):
        return None
    until = after.recurrence.until
    if before == after or before._replace(recurrence=before.recurrence._replace(until=until)) != after:
        return None
    is_shorter = (until or date.max) < (before.recurrence.until or date.max)
    return ChangeKind.ENDED if is_shorter else ChangeKind.CONTINUED


def _is_confirmed(said: ChangeSaid) -> bool:
    """Whether nothing but its being certain now is new to somebody who has the place."""
    became_sure = (said.old_status, said.status) == (Status.TENTATIVE, Status.CONFIRMED)
    return became_sure and said.old_place == said.place
