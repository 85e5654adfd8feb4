"""What becomes of a standing meeting when a document speaks of it, or of one of its days.

Its next month extends it under the same UID. Where its weekday or hours change, the UID stays with the meeting as it
goes on, and the days that it has had become an event of their own, ended, so that every calendar program shows past and
future rightly with plain rules. One day of it that differs is an override.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from calendars.changes import ChangeKind
from calendars.events import Event, Origin, Override, reach
from calendars.expansion import days_between
from calendars.programme import Entry, Programme
from calendars.recurrence import Recurrence
from calendars.revision.precision import (
    adds_hours,
    days_of,
    detailed,
    differing,
    merged_hours,
    merged_when,
    told_by,
)
from calendars.revision.relations import OF_A_PERIOD, same_pattern
from calendars.revision.uids import former_uid
from calendars.times import ONE_DAY, DaySpan
from calendars.when import Day, Repeat, Span, When


@dataclass(frozen=True, slots=True)
class Merged:
    """An event after an entry, its sequence number not yet raised; former: its ended part (see above)."""

    kind: ChangeKind
    event: Event
    former: Event | None = None


def holds_from(programme: Programme, now: When) -> date | None:
    """From when on a programme's word of a standing meeting holds; None where it tells no first day.

    Of its whole period, since "thứ Ba hằng tuần", said of all October, leaves no Friday before the first Tuesday. But
    not of days before it was issued, which were held as they were known, and of none before a first day of its own.
    """
    if not isinstance(now, Repeat) or (first := now.recurrence.first) is None:
        return None
    period, issued = programme.period, programme.issued
    if (
        period is None
        or first not in period
        or programme.kind not in OF_A_PERIOD
        or now.recurrence.interval > 1
    ):
        return first
    begins = period.first if issued is None else max(period.first, issued + ONE_DAY)
    if begins >= first:
        return first
    whenever_begun = now.recurrence._replace(first=None, roll=None)
    is_own = next(days_between(whenever_begun, DaySpan(begins, first - ONE_DAY)), None) is not None
    return first if is_own else begins


def merge_series(
    event: Event, told: Repeat, entry: Entry, now: Repeat, origin: Origin, begins: date | None = None
) -> Merged:
    """A standing meeting after an entry that tells all of it; told, now: its times; begins: see `holds_from`."""
    hours = merged_hours(told.hours, now.hours)
    old, new = told.recurrence, now.recurrence
    begins = begins or new.first or old.first
    has_past = old.first is not None and begins is not None and old.first < begins
    if has_other_pattern(told, now):
        began = begins if has_past else None
        return changed_pattern(event, entry, now._replace(hours=hours), origin, begins=began)
    after = detailed(event._replace(when=Repeat(_joined(old, new), hours), ended=None), entry)
    if after == event._replace(ended=None):
        if event.ended is None:
            return Merged(ChangeKind.UNCHANGED, event)
        return Merged(ChangeKind.CONTINUED, after)
    longer = reach(after.when) != reach(event.when)
    kind = ChangeKind.CONTINUED if longer else ChangeKind.ALTERED
    status = entry.status if longer else event.status
    return Merged(kind, told_by(event, after._replace(status=status), entry, origin))


def has_other_pattern(told: Repeat, now: Repeat) -> bool:
    """Whether a standing meeting is told to be on other days or at other hours, not only more exactly."""
    hours = merged_hours(told.hours, now.hours)
    changes_hours = bool(told.hours) and told.hours.start is not None and hours != told.hours
    changes_part = told.hours.part is not None and hours.part not in (None, told.hours.part)
    return not same_pattern(told.recurrence, now.recurrence) or changes_hours or changes_part


def _joined(old: Recurrence, new: Recurrence) -> Recurrence:
    """One recurrence over both periods; the days between them, of which neither document speaks, are left out."""
    finer = new if len(new.rrule()) > len(old.rrule()) else old
    first = min((d for d in (old.first, new.first) if d is not None), default=None)
    until = None if old.until is None or new.until is None else max(old.until, new.until)
    joined = finer._replace(
        first=first,
        until=until,
        left_out=(),
        skips_days_off=new.skips_days_off or old.skips_days_off,
        roll=new.roll or old.roll,
    )
    silent: Iterable[date] = ()
    ends = sorted((r.first, r.until) for r in (old, new) if r.first is not None and r.until is not None)
    if len(ends) == 2 and ends[0][1] + ONE_DAY < ends[1][0]:
        silent = days_between(joined._replace(roll=None), DaySpan(ends[0][1] + ONE_DAY, ends[1][0] - ONE_DAY))
    earlier = (day for day in old.left_out if not _covers(new, day))
    return joined._replace(left_out=tuple(sorted({*earlier, *new.left_out, *silent})))


def _covers(recurrence: Recurrence, day: date) -> bool:
    return (recurrence.first or date.min) <= day <= (recurrence.until or date.max)


def changed_pattern(
    event: Event, entry: Entry, now: Repeat, origin: Origin, *, begins: date | None
) -> Merged:
    """A standing meeting with another weekday or hours from a day on; see the module's beginning.

    begins: that day; None where the meeting has had no day before it.
    """
    if begins is None or not isinstance(event.when, Repeat):
        after = detailed(event._replace(when=now, status=entry.status, overrides=(), ended=None), entry)
        return Merged(ChangeKind.MOVED, told_by(event, after, entry, origin))
    former = held_before(event, event.when, begins)
    after = event._replace(when=now, status=entry.status, overrides=(), ended=None)
    return Merged(ChangeKind.MOVED, told_by(event, detailed(after, entry), entry, origin), former)


def held_before(event: Event, told: Repeat, begins: date) -> Event:
    """The days of a standing meeting before one, as an ended event of their own; told: its time."""
    last = min(told.recurrence.until or date.max, begins - ONE_DAY)
    left_out = tuple(day for day in told.recurrence.left_out if day <= last)
    until_then = told._replace(recurrence=told.recurrence._replace(left_out=left_out))
    return ended_with(event, until_then, last)._replace(uid=former_uid(event.uid, last), sequence=0)


def ended_with(event: Event, told: Repeat, last: date) -> Event:
    """A standing meeting that has its last day then, or has had it before; told: its time."""
    until = min(told.recurrence.until or date.max, last)
    return event._replace(
        when=told._replace(recurrence=told.recurrence._replace(until=until)),
        overrides=tuple(override for override in event.overrides if override.day <= until),
        ended=until,
    )


def became_series(event: Event, known: Day, entry: Entry, series: Repeat, origin: Origin) -> Merged:
    """A meeting of which one day was known, and that now turns out to be a standing one: that day stays as it was."""
    told_of_all = {name: getattr(entry, name) for name in ("location", "chair", "note")}
    after = event._replace(when=series, status=entry.status, **told_of_all)
    told = Override(
        day=known.day,
        when=known._replace(hours=merged_hours(series.hours, known.hours)),
        **{name: differing(getattr(event, name), text) for name, text in told_of_all.items()},
    )
    if told != Override(day=known.day, when=Day(known.day, series.hours)):
        after = _with_override(after, told)
    return Merged(ChangeKind.CONTINUED, told_by(event, detailed(after, entry), entry, origin))


def only_extends(event: Event, entry: Entry) -> bool:
    """Whether an outranked entry only tells of days of a standing meeting on which nobody has spoken yet."""
    if not isinstance(entry.when, Repeat) or not isinstance(event.when, Repeat | Day):
        return False
    if isinstance(event.when, Day):
        return True
    told, now = reach(event.when), reach(entry.when)
    return told is not None and now is not None and not told.overlaps(now)


def merge_occurrence(event: Event, entry: Entry, day: date, origin: Origin) -> Merged:
    """The event after an entry that speaks of one day of its series."""
    if isinstance(event.when, Span) and not (event.when.daily and event.when.hours):
        # Its days have no names of their own, so what is said of one of them alone has no place to stand.
        return Merged(ChangeKind.UNCHANGED, event)
    known = next((o for o in event.overrides if o.day == day), None)
    planned = known.when if known is not None else None
    usual = planned or Day(day, event.when.hours)
    when = merged_when(usual, entry.when)
    override = Override(
        day=day,
        when=when,
        title=known.title if known else None,
        location=differing(entry.location, event.location) or (known.location if known else None),
        chair=differing(entry.chair, event.chair) or (known.chair if known else None),
        note=differing(entry.note, event.note) or (known.note if known else None),
    )
    plain = Override(day=day, when=Day(day, event.when.hours))
    if override in (known, plain):
        return Merged(ChangeKind.UNCHANGED, event)
    kind = (
        ChangeKind.ALTERED
        if days_of(when) == days_of(usual) and adds_hours(usual, when)
        else ChangeKind.MOVED
    )
    return Merged(kind, told_by(event, _with_override(event, override), entry, origin))


def cancel_occurrence(event: Event, day: date) -> Event:
    """The event without one day of its series."""
    return _with_override(event, Override(day=day, when=None))


def _with_override(event: Event, override: Override) -> Event:
    others = (o for o in event.overrides if o.day != override.day)
    return event._replace(overrides=tuple(sorted((*others, override), key=lambda o: o.day)))
