"""What an event becomes when an entry speaks of it: the more precise side wins, what is not said stays.

What is hard is a standing meeting. Its next month extends it under the same UID. Where its weekday or hours change, the
UID stays with the meeting as it goes on, and the days that it has had become an event of their own, ended, so that
every calendar program shows past and future rightly with plain rules. One day of it that differs is an override.
"""

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from calendars.changes import ChangeKind
from calendars.events import Event, Origin, Override, reach
from calendars.expansion import days_between
from calendars.grammar.spelling import fold
from calendars.marks import Status
from calendars.programme import Entry, Kind, Programme
from calendars.recurrence import Recurrence
from calendars.revision.relations import same_pattern, told_on
from calendars.times import ONE_DAY, DaySpan
from calendars.when import NO_HOURS, Day, Days, Hours, Repeat, Span, Undated, When, Window, with_hours

UID_SPACE = uuid.UUID("0c7c24b6-6a5e-5d0f-9d0b-3f6f7c0e9a11")
DETAIL_FIELDS = ("location", "chair", "attendees", "prepared_by", "note")


@dataclass(frozen=True, slots=True)
class Merged:
    """An event after an entry, its sequence number not yet raised; former: its ended part (see above)."""

    kind: ChangeKind
    event: Event
    former: Event | None = None


def origin_of(programme: Programme, entries: Iterable[Entry]) -> Origin:
    """Where an event comes from that these entries of a programme made or changed."""
    return Origin(
        document=programme.source.sha256,
        name=programme.source.name,
        number=programme.number,
        issuer=programme.issuer,
        issued=programme.issued,
        passages=tuple(passage for entry in entries for passage in entry.evidence),
        as_of=told_on(programme),
    )


def new_event(entry: Entry, programme: Programme, *, calendar: str, uid: str, now: datetime) -> Event:
    """The event that a new entry makes."""
    return Event(
        uid=uid,
        calendar=calendar,
        title=entry.title,
        category=entry.category,
        status=entry.status,
        when=entry.when,
        created=now,
        revised=now,
        **{name: getattr(entry, name) for name in DETAIL_FIELDS},
        origin=origin_of(programme, (entry,)),
        confidence=entry.confidence,
        issues=entry.issues,
        groups=entry.groups or (),
        preparing=entry.preparing,
    )


def merge(event: Event, entry: Entry, origin: Origin, *, title: str | None = None) -> Merged:
    """The event after an entry that speaks of all of it; title: its title from now on, None as it was."""
    merged = _merged(event, entry, origin)
    if title is None or title == event.title:
        return merged
    kind = ChangeKind.ALTERED if merged.kind is ChangeKind.UNCHANGED else merged.kind
    return replace(
        merged, kind=kind, event=_told_by(event, merged.event._replace(title=title), entry, origin)
    )


def _merged(event: Event, entry: Entry, origin: Origin) -> Merged:
    if isinstance(event.when, Repeat) and isinstance(entry.when, Repeat):
        return _merge_series(event, event.when, entry, entry.when, origin)
    if isinstance(event.when, Day) and isinstance(entry.when, Repeat):
        return _series_of(event, event.when, entry, entry.when, origin)
    when = merged_when(event.when, entry.when)
    status = event.status
    if when != event.when or status is Status.CANCELLED or entry.status is Status.CONFIRMED:
        # A document that only leaves open what is known does not make it doubtful again.
        less = when == event.when and when != entry.when
        status = status if less and status is not Status.CANCELLED else entry.status
    after = _detailed(event._replace(when=when, status=status), entry)
    if isinstance(event.when, Window | Undated) and not isinstance(when, Window | Undated):
        # "Thời gian cụ thể sẽ thông báo sau" is no longer true.
        after = after._replace(note=entry.note or _without_promise(event.note))
    return Merged(_kind_of(event, after), _told_by(event, after, entry, origin))


_PROMISE = re.compile(r"(?:se )?(?:co )?(?:thong bao|bao) (?:sau|rieng)|giay moi rieng|theo giay moi")


def _without_promise(note: str | None) -> str | None:
    """The note without the parts that only say that the time will be told."""
    if note is None:
        return None
    kept = [part for part in note.split(";") if not _PROMISE.search(fold(part))]
    return ";".join(kept).strip() or None


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
        location=_differing(entry.location, event.location) or (known.location if known else None),
        chair=_differing(entry.chair, event.chair) or (known.chair if known else None),
        note=_differing(entry.note, event.note) or (known.note if known else None),
    )
    plain = Override(day=day, when=Day(day, event.when.hours))
    if override in (known, plain):
        return Merged(ChangeKind.UNCHANGED, event)
    kind = (
        ChangeKind.ALTERED
        if _days_of(when) == _days_of(usual) and _adds_hours(usual, when)
        else ChangeKind.MOVED
    )
    return Merged(kind, _told_by(event, _with_override(event, override), entry, origin))


def cancelled(event: Event, when: When, origin: Origin) -> Merged:
    """The event called off at a time; of a standing meeting that began before, the days from that time on."""
    if isinstance(event.when, Repeat) and isinstance(when, Repeat):
        recurrence, begins = event.when.recurrence, when.recurrence.first
        if recurrence.first is not None and begins is not None and recurrence.first < begins:
            until = min(recurrence.until or date.max, begins - ONE_DAY)
            ended = event.when._replace(recurrence=recurrence._replace(until=until))
            kept = tuple(override for override in event.overrides if override.day <= until)
            after = event._replace(when=ended, overrides=kept, ended=until, origin=origin)
            return Merged(ChangeKind.ENDED, after)
    return Merged(ChangeKind.CANCELLED, event._replace(status=Status.CANCELLED, origin=origin))


def part_within(event: Event, period: DaySpan, kind: Kind) -> When | None:
    """The part of an event for which a programme of that period speaks alone; None where others have said it too."""
    if isinstance(event.when, Repeat):
        recurrence = event.when.recurrence
        if kind is not Kind.MONTHLY or recurrence.until is None or recurrence.until not in period:
            return None
        first = max(recurrence.first or period.first, period.first)
        left_out = tuple(day for day in recurrence.left_out if day >= first)
        return event.when._replace(recurrence=recurrence._replace(first=first, left_out=left_out))
    span = reach(event.when)
    return event.when if span is None or (span.first in period and span.last in period) else None


def cancel_occurrence(event: Event, day: date) -> Event:
    """The event without one day of its series."""
    return _with_override(event, Override(day=day, when=None))


def merged_when(told: When, now: When) -> When:
    """The time after a document has spoken again: the newer, except where it only tells less of the same."""
    if isinstance(now, Undated) and not isinstance(told, Undated):
        return told
    if _tells_less(told, now):
        return with_hours(told, _merged_hours(told.hours, now.hours))
    if _days_of(told) == _days_of(now) and type(told) is type(now):
        return with_hours(now, _merged_hours(told.hours, now.hours))
    return now


def _tells_less(told: When, now: When) -> bool:
    """Whether `now` is a window around days that are known more exactly."""
    if not isinstance(now, Window) or isinstance(told, Undated):
        return False
    days, around = reach(told), DaySpan(now.first, now.last)
    return days is not None and days != around and days.first in around and days.last in around


def _merged_hours(told: Hours, now: Hours) -> Hours:
    """The newer hours, or the old ones where the newer say less of the same part of the day."""
    if not now:
        return told
    if now.start is None and told.start is not None and now.part in (None, told.part):
        return told
    if now.start is not None and now.start == told.start and now.end is None:
        return now._replace(end=told.end, part=now.part or told.part)
    return now


def _merge_series(event: Event, told: Repeat, entry: Entry, now: Repeat, origin: Origin) -> Merged:
    hours = _merged_hours(told.hours, now.hours)
    old, new = told.recurrence, now.recurrence
    begins = new.first or old.first
    has_past = old.first is not None and begins is not None and old.first < begins
    if has_other_pattern(told, now):
        return changed_pattern(event, entry, now._replace(hours=hours), origin, has_past=has_past)
    after = _detailed(event._replace(when=Repeat(_joined(old, new), hours), ended=None), entry)
    if after == event._replace(ended=None):
        if event.ended is None:
            return Merged(ChangeKind.UNCHANGED, event)
        return Merged(ChangeKind.CONTINUED, after)
    longer = reach(after.when) != reach(event.when)
    kind = ChangeKind.CONTINUED if longer else ChangeKind.ALTERED
    status = entry.status if longer else event.status
    return Merged(kind, _told_by(event, after._replace(status=status), entry, origin))


def has_other_pattern(told: Repeat, now: Repeat) -> bool:
    """Whether a standing meeting is told to be on other days or at other hours, not only more exactly."""
    hours = _merged_hours(told.hours, now.hours)
    changes_hours = bool(told.hours) and told.hours.start is not None and hours != told.hours
    changes_part = told.hours.part is not None and hours.part not in (None, told.hours.part)
    return not same_pattern(told.recurrence, now.recurrence) or changes_hours or changes_part


def _series_of(event: Event, known: Day, entry: Entry, series: Repeat, origin: Origin) -> Merged:
    """A meeting of which one day was known, and that now turns out to be a standing one: that day stays as it was."""
    told_of_all = {name: getattr(entry, name) for name in ("location", "chair", "note")}
    after = event._replace(when=series, status=entry.status, **told_of_all)
    told = Override(
        day=known.day,
        when=known._replace(hours=_merged_hours(series.hours, known.hours)),
        **{name: _differing(getattr(event, name), text) for name, text in told_of_all.items()},
    )
    if told != Override(day=known.day, when=Day(known.day, series.hours)):
        after = _with_override(after, told)
    return Merged(ChangeKind.CONTINUED, _told_by(event, _detailed(after, entry), entry, origin))


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


def changed_pattern(event: Event, entry: Entry, now: Repeat, origin: Origin, *, has_past: bool) -> Merged:
    """A standing meeting with another weekday or hours from its new first day on; see the module's beginning."""
    begins = now.recurrence.first
    if not has_past or begins is None or not isinstance(event.when, Repeat):
        after = _detailed(event._replace(when=now, status=entry.status, overrides=(), ended=None), entry)
        return Merged(ChangeKind.MOVED, _told_by(event, after, entry, origin))
    former = held_before(event, event.when, begins)
    after = event._replace(when=now, status=entry.status, overrides=(), ended=None)
    return Merged(ChangeKind.MOVED, _told_by(event, _detailed(after, entry), entry, origin), former)


def held_before(event: Event, told: Repeat, begins: date) -> Event:
    """The days of a standing meeting before one, as an ended event of their own; told: its time."""
    old = told.recurrence
    last = min(old.until or date.max, begins - ONE_DAY)
    return event._replace(
        uid=former_uid(event.uid, last),
        sequence=0,
        when=Repeat(
            old._replace(until=last, left_out=tuple(d for d in old.left_out if d <= last)), told.hours
        ),
        overrides=tuple(o for o in event.overrides if o.day <= last),
        ended=last,
    )


def former_uid(uid: str, last: date) -> str:
    """The UID of the days until `last` of the standing meeting of that UID; it names them the same each time."""
    return str(uuid.uuid5(UID_SPACE, f"{uid} until {last.isoformat()}"))


def postponed(event: Event, begins: date | None, origin: Origin) -> Merged:
    """The event at a time that is to be told; of a standing meeting the days before `begins` were held, and stay."""
    after = event._replace(when=Undated(), status=Status.TENTATIVE, overrides=(), ended=None, origin=origin)
    if not isinstance(event.when, Repeat):
        return Merged(ChangeKind.MOVED, after)
    first = event.when.recurrence.first
    if first is None or begins is None or first >= begins:
        return Merged(ChangeKind.MOVED, after)
    ahead = event.when._replace(recurrence=event.when.recurrence._replace(first=begins))
    return Merged(
        ChangeKind.MOVED, after._replace(postponed_from=ahead), held_before(event, event.when, begins)
    )


def only_extends(event: Event, entry: Entry) -> bool:
    """Whether an outranked entry only tells of days of a standing meeting on which nobody has spoken yet."""
    if not isinstance(entry.when, Repeat) or not isinstance(event.when, Repeat | Day):
        return False
    if isinstance(event.when, Day):
        return True
    told, now = reach(event.when), reach(entry.when)
    return told is not None and now is not None and not told.overlaps(now)


def _detailed(event: Event, entry: Entry) -> Event:
    """The event with what the entry says beside its time; other capitals or marks alone are no change."""
    told = {
        name: text
        for name in DETAIL_FIELDS
        if (text := getattr(entry, name)) is not None and _differing(text, getattr(event, name))
    }
    if entry.groups is not None:
        event = _with_groups(event, entry, told)
    return event._replace(**told) if told else event


def _with_groups(event: Event, entry: Entry, told: Mapping[str, str]) -> Event:
    """The event for the groups that the entry names: in place of the former where it tells them anew."""
    asked = tuple(group for group in entry.groups or () if group not in entry.preparing)
    preparing = entry.preparing
    if "attendees" not in told:
        asked = tuple(group for group in event.groups if group not in event.preparing) + asked
    if "prepared_by" not in told:
        preparing = event.preparing + preparing
    preparing = tuple(dict.fromkeys(group for group in preparing if group not in asked))
    groups = tuple(dict.fromkeys((*asked, *preparing)))
    if (set(groups), set(preparing)) == (set(event.groups), set(event.preparing)):
        return event
    return event._replace(groups=groups, preparing=preparing)


def _differing(text: str | None, known: str | None) -> str | None:
    if text is None or (known is not None and fold(text).split() == fold(known).split()):
        return None
    return text


def _told_by(before: Event, after: Event, entry: Entry, origin: Origin) -> Event:
    if after == before:
        return before
    return after._replace(origin=origin, confidence=entry.confidence, issues=entry.issues)


def _with_override(event: Event, override: Override) -> Event:
    others = (o for o in event.overrides if o.day != override.day)
    return event._replace(overrides=tuple(sorted((*others, override), key=lambda o: o.day)))


def _kind_of(before: Event, after: Event) -> ChangeKind:
    if after == before:
        return ChangeKind.UNCHANGED
    if after.when == before.when:
        return ChangeKind.ALTERED
    if isinstance(before.when, Window | Undated) and isinstance(after.when, Day | Days | Span):
        return ChangeKind.CLOSED
    if _days_of(before.when) == _days_of(after.when) and _adds_hours(before.when, after.when):
        return ChangeKind.ALTERED
    return ChangeKind.MOVED


def _adds_hours(before: When, after: When) -> bool:
    """Whether the later hours only say more than the earlier."""
    if before.hours == NO_HOURS or before.hours == after.hours:
        return True
    if before.hours.start is None:
        return after.hours.start is not None and after.hours.part in (None, before.hours.part)
    return after.hours.start == before.hours.start


def _days_of(when: When) -> object:
    """The days of it without the hours."""
    return with_hours(when, NO_HOURS)


def raised(before: Event, after: Event, now: datetime) -> Event:
    """The event with the next sequence number, changed now; an undated one keeps the time that readers have of it."""
    former = None
    if isinstance(after.when, Undated):
        former = after.postponed_from or (None if isinstance(before.when, Undated) else before.when)
    return after._replace(sequence=before.sequence + 1, revised=now, postponed_from=former)
