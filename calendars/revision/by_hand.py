"""Changes that a person makes to the calendar: add, confirm, move, cancel, edit; of an event or of one of its days.

Each gives the same `Revision` as a document's, so that preview, release, feed and undo are the same. What a hand has
set outranks older documents (`Origin.as_of` is the day of the change). What is hard is again the standing meeting: past
days stay what they were, so moving or cancelling it concerns the days from now on.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo

from calendars.changes import Change, ChangeKind, Revision, to_the_second
from calendars.errors import UnknownOccurrence
from calendars.events import Event, Origin, Override, reach
from calendars.expansion import days_between
from calendars.marks import Status
from calendars.programme import Entry
from calendars.recurrence import DaysOff, Recurrence
from calendars.revision.merging import postponed, raised
from calendars.revision.precision import DETAIL_FIELDS
from calendars.revision.reasons import reason
from calendars.revision.relations import same_pattern
from calendars.revision.standing import cancel_occurrence, changed_pattern, ended_with
from calendars.revision.uids import typed_uid
from calendars.times import ONE_DAY, VIETNAM, DaySpan
from calendars.when import Day, Days, Repeat, Span, Undated, When, Window
from calendars.wording import check_words, tidied


def add(
    entries: Iterable[Entry], *, calendar: str, hand: str, now: datetime, zone: tzinfo = VIETNAM
) -> Revision:
    """New events as a person typed them.

    hand: who; now: the instant, with a zone; zone: in which its day is counted. UnusableWords.
    """
    instant = to_the_second(now)
    changes = []
    for place, entry in enumerate(entries):
        check_words(entry)
        event = Event(
            uid=typed_uid(calendar, hand, now, place, entry),
            calendar=calendar,
            title=entry.title,
            category=entry.category,
            status=entry.status,
            when=entry.when,
            created=instant,
            revised=instant,
            **{field: getattr(entry, field) for field in DETAIL_FIELDS},
            origin=_origin(Origin(passages=entry.evidence), hand, now, zone),
            groups=entry.groups or (),
            preparing=entry.preparing,
        )
        why = (reason("by-hand"),)
        changes.append(Change(kind=ChangeKind.ADDED, before=None, after=event, entry=entry, why=why))
    return Revision(calendar=calendar, changes=tuple(changes))


def confirm(
    event: Event,
    *,
    hand: str,
    now: datetime,
    when: When | None = None,
    location: str | None = None,
    zone: tzinfo = VIETNAM,
) -> Revision:
    """The event is certain, at `when` where that closes an open time; location: another place, None as it was.

    ValueError where its time is open and none is given.
    """
    told = event.when if when is None else when
    if isinstance(told, Window | Undated):
        raise ValueError(f"the time of {event.title!r} is still open: say the day with the confirmation")
    if isinstance(told, Repeat) and isinstance(event.when, Repeat) and told != event.when:
        return move(event, told, hand=hand, now=now, location=location, zone=zone)
    after = event if location is None else event._replace(location=location)
    if told != event.when or event.status is not Status.CONFIRMED or event.issues:
        after = after._replace(when=told, status=Status.CONFIRMED, issues=(), confidence=1.0)
    closes = isinstance(event.when, Window | Undated) and isinstance(told, Day | Days | Span)
    moves = ChangeKind.CLOSED if closes else ChangeKind.MOVED
    return _revision(event, after, moves if told != event.when else ChangeKind.ALTERED, hand, now, zone)


def move(
    event: Event,
    when: When,
    *,
    hand: str,
    now: datetime,
    day: date | None = None,
    location: str | None = None,
    zone: tzinfo = VIETNAM,
    is_day_off: DaysOff | None = None,
) -> Revision:
    """The event at another time; `day`: only that day of a standing meeting; location: another place, None as it was.

    A standing meeting that is given another pattern changes from the pattern's first day on, or from today where it
    has none. UnknownOccurrence where the event does not happen on `day`; UnusableWords of the place. ValueError where
    nothing of it lies ahead, or it would end before it begins.
    """
    if day is not None:
        check_words(event._replace(location=location), event)
        day = named_day(event, day, is_day_off)
        known = next((o for o in event.overrides if o.day == day), Override(day=day, when=None))
        others = tuple(o for o in event.overrides if o.day != day)
        moved = tuple(
            sorted(
                (*others, known._replace(when=when, location=location or known.location)), key=lambda o: o.day
            )
        )
        after = event._replace(overrides=moved)
        return _revision(event, after, ChangeKind.MOVED, hand, now, zone, day=day)
    if isinstance(event.when, Repeat) and isinstance(when, Undated):
        today = now.astimezone(zone).date()
        _check_days(event, event.when.recurrence, begins=today)
        merged = postponed(event, today, event.origin)
        after = merged.event._replace(when=when)
        return _revision(event, after, ChangeKind.MOVED, hand, now, zone, former=merged.former)
    status = Status.TENTATIVE if isinstance(when, Window | Undated) else Status.CONFIRMED
    if isinstance(event.when, Repeat) and isinstance(when, Repeat):
        return _move_series(event, event.when, when, hand, now, zone, location)
    closes = isinstance(event.when, Window | Undated) and not isinstance(when, Window | Undated | Repeat)
    place = location or event.location
    after = event._replace(when=when, status=status, location=place, overrides=(), ended=None)
    return _revision(event, after, ChangeKind.CLOSED if closes else ChangeKind.MOVED, hand, now, zone)


def cancel(
    event: Event,
    *,
    hand: str,
    now: datetime,
    day: date | None = None,
    zone: tzinfo = VIETNAM,
    is_day_off: DaysOff | None = None,
) -> Revision:
    """The event, or only its `day`, does not take place.

    A standing meeting that has begun is ended with yesterday: what was held was held. UnknownOccurrence where the event
    does not happen on `day`.
    """
    if day is not None:
        day = named_day(event, day, is_day_off)
        return _revision(event, cancel_occurrence(event, day), ChangeKind.CANCELLED, hand, now, zone, day=day)
    yesterday = now.astimezone(zone).date() - ONE_DAY
    after = event._replace(status=Status.CANCELLED)
    if isinstance(event.when, Repeat):
        first = event.when.recurrence.first
        if first is not None and first <= yesterday:
            after = ended_with(event, event.when, yesterday)
    return _revision(event, after, ChangeKind.CANCELLED, hand, now, zone)


def edit(
    event: Event,
    *,
    hand: str,
    now: datetime,
    zone: tzinfo = VIETNAM,
    groups: Iterable[str] | None = None,
    **fields: str | None,
) -> Revision:
    """The event with other words: title, location, chair, attendees, prepared_by, note. TypeError for another field.

    groups: those whom it concerns instead of the present ones; None leaves them. UnusableWords.
    """
    if unknown := fields.keys() - {"title", *DETAIL_FIELDS}:
        raise TypeError(f"an event has no {', '.join(sorted(unknown))} to edit by hand")
    words = {name: tidied(name, text or "", getattr(event, name)) for name, text in fields.items()}
    after: Event = event._replace(**words)  # type: ignore[arg-type]  # the title, which is looked at below
    if groups is not None:
        told = tuple(dict.fromkeys(groups))
        kept = tuple(group for group in event.preparing if group in told)
        after = after._replace(groups=told, preparing=kept)
    return _revision(event, after, ChangeKind.ALTERED, hand, now, zone)


def _move_series(
    event: Event, told: Repeat, when: Repeat, hand: str, now: datetime, zone: tzinfo, location: str | None
) -> Revision:
    today = now.astimezone(zone).date()
    old, new = told.recurrence, when.recurrence
    if same_pattern(old, new) and told.hours == when.hours:
        # Only its bounds: what begins or ends otherwise.
        bounds = old._replace(first=new.first or old.first, until=new.until or old.until)
        _check_days(event, bounds, begins=bounds.first)
        place = location or event.location
        after = event._replace(when=told._replace(recurrence=bounds), location=place, ended=None)
        return _revision(event, after, ChangeKind.MOVED, hand, now, zone)
    begins = new.first or max(today, old.first or today)
    changed = new._replace(first=begins, until=new.until or old.until)
    _check_days(event, changed, begins=begins)
    when = when._replace(recurrence=changed)
    entry = Entry(
        title=event.title, category=event.category, status=Status.CONFIRMED, when=when, location=location
    )
    began = begins if old.first is not None and old.first < begins else None
    origin = _origin(event.origin, hand, now, zone)
    merged = changed_pattern(event, entry, when, origin, begins=began)
    after = merged.event
    if same_pattern(old, new):
        # Its days stay, and so does what was said of single ones of them.
        after = after._replace(overrides=tuple(o for o in event.overrides if o.day >= begins))
    return _revision(event, after, ChangeKind.MOVED, hand, now, zone, former=merged.former)


def _check_days(event: Event, recurrence: Recurrence, begins: date | None) -> None:
    """ValueError where a series would end before the day on which it begins or goes on."""
    last = recurrence.until
    if begins is None or last is None or begins <= last:
        return
    if isinstance(event.when, Repeat) and last == event.when.recurrence.until:
        raise ValueError(f"{event.title!r} is over; its last day was {last}")
    raise ValueError(f"{event.title!r} would end on {last}, before it begins on {begins}")


def _revision(
    before: Event,
    after: Event,
    kind: ChangeKind,
    hand: str,
    now: datetime,
    zone: tzinfo,
    *,
    day: date | None = None,
    former: Event | None = None,
) -> Revision:
    check_words(after, before)
    why = (reason("by-hand"),)
    if after == before:
        kind = ChangeKind.UNCHANGED
    else:
        instant = to_the_second(now)
        after = raised(before, after._replace(origin=_origin(before.origin, hand, now, zone)), instant)
        former = former and former._replace(revised=instant)
    change = Change(kind=kind, before=before, after=after, day=day, former=former, why=why)
    return Revision(calendar=before.calendar, changes=(change,))


def _origin(known: Origin, hand: str, now: datetime, zone: tzinfo) -> Origin:
    """The document that first spoke of it stays named; the hand is who changed it last."""
    return known._replace(hand=hand, as_of=now.astimezone(zone).date())


def named_day(event: Event, day: date, is_day_off: DaysOff | None) -> date:
    """The day that names an occurrence: the pattern's, also where the day to which it was moved is given.

    UnknownOccurrence where the event does not happen on it.
    """
    around = DaySpan(day - timedelta(days=1), day + timedelta(days=1))
    match event.when:
        case Repeat(recurrence=recurrence):
            happens = day in days_between(recurrence._replace(roll=None), around, is_day_off=is_day_off)
        case Days(days=days):
            happens = day in days
        case Span(first=first, last=last, daily=True):
            happens = first <= day <= (last or first)
        case _:
            happens = False
    if happens or any(o.day == day for o in event.overrides):
        return day
    for override in event.overrides:
        if override.when is not None and reach(override.when) == DaySpan(day, day):
            return override.day
    raise UnknownOccurrence(event.title, day)
