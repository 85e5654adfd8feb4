"""Whether the time of an entry can be that of an event, and how near the two are.

Time is a condition, never part of the likeness of titles: two "sơ kết 6 tháng" a year apart are two events however
alike. What is hard is what a document leaves unsaid: a day within a window closes it, a day a fortnight from a firm one
may be a move or another meeting, and a standing meeting goes on although its month is over.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from calendars.events import Event, reach
from calendars.expansion import days_between
from calendars.marks import Status
from calendars.programme import Entry, Kind, Programme
from calendars.recurrence import DaysOff, Frequency, Recurrence
from calendars.revision.moved_from import moved_from
from calendars.revision.reasons import reason
from calendars.times import DaySpan, week_of
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, When, Window

NEAR_WINDOW = 14
"""Days that a closing day may lie outside its window (reference section F.6)."""

OF_A_PERIOD = (Kind.MONTHLY, Kind.WEEKLY, Kind.OTHER)
"""Programmes that speak for the whole of their period."""

SIX_WEEKS = 42
SERIES_GAP = 62
OPEN_FOR = 200
WEAK = 0.4
"""The nearness from which on a pair is asked about rather than taken."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How an entry's time stands to an event's. nearness: 0 to 1; day: the one day of a series that is meant."""

    nearness: float
    why: str
    day: date | None = None


def relate(
    event: Event, entry: Entry, programme: Programme, *, is_day_off: DaysOff | None = None
) -> Relation | None:
    """How near the entry's time is to the event's; None where it cannot be the same thing."""
    if event.category is not entry.category:
        return None
    if _is_called_again(event, programme):
        planned, again = reach(event.when), reach(entry.when)
        if planned is None or again is None or gap_between(planned, again) > NEAR_WINDOW:
            return None
        return Relation(WEAK, reason("hand-cancelled", event.origin.as_of))
    if event.when == entry.when:
        return Relation(1.0, reason("same-time"))
    if event.status is Status.CANCELLED:
        # Said again at about its time, it may be called after all; else it is another meeting.
        return _overlapping(event.when, entry.when)
    match event.when, entry.when:
        case Repeat() as told, Repeat() as now:
            return _of_series(told.recurrence, now.recurrence)
        case Undated(), Repeat() as now if isinstance(event.postponed_from, Repeat):
            # A standing meeting that was put off is taken up again.
            return _of_series(event.postponed_from.recurrence, now.recurrence)
        case Repeat() as told, _:
            return _occurrence(event, told, entry.when, programme, is_day_off)
        case Day(day=day), Repeat(recurrence=recurrence):
            # A week's schedule that came before the programme of its month: the series is what its day belongs to.
            if day in days_between(recurrence, DaySpan(day, day), is_day_off=is_day_off):
                return Relation(0.9, reason("occurrence", day.isoformat()))
            return None
        case _, Repeat():
            return None
        case Undated(), _:
            return _closing_open_time(event, entry.when, programme)
        case _, Undated():
            return _less_told(event.when, programme)
        case _:
            return _of_days(event, entry, programme)


def _is_called_again(event: Event, programme: Programme) -> bool:
    """Whether a hand has cancelled it, and a document that is no older speaks of it: then a person decides."""
    origin, told = event.origin, told_on(programme)
    if (
        event.status is not Status.CANCELLED
        or origin.hand is None
        or origin.document == programme.source.sha256
    ):
        return False
    return told is not None and origin.as_of is not None and told >= origin.as_of


def _overlapping(told: When, now: When) -> Relation | None:
    one, other = reach(told), reach(now)
    if one is not None and other is not None and one.overlaps(other) and not isinstance(told, Repeat):
        return Relation(0.8, reason("same-day"))
    return None


def _of_series(told: Recurrence, now: Recurrence) -> Relation | None:
    gap = gap_between(
        DaySpan(told.first or date.min, _last(told)), DaySpan(now.first or date.min, _last(now))
    )
    most = 400 if Frequency.YEARLY in (told.frequency, now.frequency) else SERIES_GAP
    if gap > most:
        return None
    if same_pattern(told, now):
        return Relation(1.0, reason("same-pattern"))
    return Relation(0.6, reason("other-pattern"))


def same_pattern(told: Recurrence, now: Recurrence) -> bool:
    """Whether two patterns agree, one perhaps telling less (a weekday left out)."""
    if told.rrule() == now.rrule():
        return True
    if (told.frequency, told.interval) != (now.frequency, now.interval):
        return False
    pairs = ((told.by_day, now.by_day), (told.by_month_day, now.by_month_day), (told.by_month, now.by_month))
    return told.by_set_pos == now.by_set_pos and all(not a or not b or a == b for a, b in pairs)


def _occurrence(
    event: Event, told: Repeat, now: When, programme: Programme, is_day_off: DaysOff | None
) -> Relation | None:
    if not isinstance(now, Day):
        return None
    moved = next(
        (o for o in event.overrides if o.when is not None and reach(o.when) == DaySpan(now.day, now.day)),
        None,
    )
    if moved is not None:
        return Relation(1.0, reason("occurrence", moved.day.isoformat()), moved.day)
    if now.day in days_between(told.recurrence, DaySpan(now.day, now.day), is_day_off=is_day_off):
        return Relation(1.0, reason("occurrence", now.day.isoformat()), now.day)
    if told.recurrence.frequency is not Frequency.WEEKLY or programme.kind not in (
        Kind.WEEKLY,
        Kind.INVITATION,
    ):
        return None
    days = list(days_between(told.recurrence, week_of(now.day), is_day_off=is_day_off))
    if len(days) != 1 or any(o.day == days[0] for o in event.overrides):
        return None
    # A week's schedule that names the meeting once, on another day than its usual one.
    return Relation(0.6, reason("occurrence-moved", days[0].isoformat()), days[0])


def _closing_open_time(event: Event, now: When, programme: Programme) -> Relation | None:
    days = reach(now)
    told = event.origin.as_of or event.revised.date()
    spoken = days.first if days else programme.issued
    if spoken is not None and not timedelta(0) <= spoken - told <= timedelta(days=OPEN_FOR):
        return None
    return Relation(0.8, reason("time-open"))


def _less_told(told: When, programme: Programme) -> Relation | None:
    """The document leaves open what is known: the same thing where it lies in the document's time."""
    days = reach(told)
    about = programme.period
    if about is None and programme.issued is not None:
        about = DaySpan(programme.issued, programme.issued)
    if days is None or about is None or gap_between(days, about) > NEAR_WINDOW:
        return None
    return Relation(0.6, reason("same-period"))


def _of_days(event: Event, entry: Entry, programme: Programme) -> Relation | None:
    told, now = reach(event.when), reach(entry.when)
    if told is None or now is None:
        return None
    gap = gap_between(told, now)
    is_open = isinstance(event.when, Window)
    if gap > 0 and gap <= OPEN_FOR and (old := moved_from(entry)) is not None and told.overlaps(old):
        return Relation(0.9, reason("moved-from", _in_short(old)))
    if _is_part(event.when, entry.when, programme):
        return Relation(1.0, reason("part-of", now.first.isoformat()), now.first)
    if len(told) == len(now) == 1 and gap == 0:
        return Relation(_nearness_of_hours(event.when.hours, entry.when.hours), reason("same-day"))
    if gap == 0:
        return Relation(0.9, reason("within-window" if is_open else "same-period"))
    if is_open or event.status is Status.TENTATIVE:
        if gap <= NEAR_WINDOW:
            return Relation(0.7, reason("near-window"))
        return Relation(WEAK, reason("far-in-time")) if gap <= SIX_WEEKS else None
    known, spoken = event.origin.as_of, told_on(programme)
    if gap <= NEAR_WINDOW and known is not None and spoken is not None and spoken < known:
        return Relation(0.75, reason("moved-since"))
    period = programme.period
    if period is not None and told.overlaps(period) and programme.kind in OF_A_PERIOD:
        # What it puts on another day there, it moves.
        return Relation(0.6 if gap <= NEAR_WINDOW else 0.5, reason("same-period"))
    issued = programme.issued
    if gap <= NEAR_WINDOW and issued is not None and told.first >= issued:
        return Relation(WEAK, reason("unsaid-move"))
    return None


def _in_short(span: DaySpan) -> str:
    return f"{span.first:%d/%m/%Y}" if len(span) == 1 else f"{span.first:%m/%Y}"


def _is_part(told: When, now: When, programme: Programme) -> bool:
    """Whether a schedule names one day of what lasts several: it tells of that day, and shortens nothing."""
    if programme.kind not in (Kind.WEEKLY, Kind.INVITATION) or not isinstance(now, Day):
        return False
    match told:
        case Days(days=days):
            return now.day in days
        case Span(first=first, last=last) if last is not None and last > first:
            return first <= now.day <= last
        case _:
            return False


def told_on(programme: Programme) -> date | None:
    """The day by which the document is ranked among others: issued, else the first day of its period."""
    if programme.issued is not None:
        return programme.issued
    return None if programme.period is None else programme.period.first


def _nearness_of_hours(told: Hours, now: Hours) -> float:
    """How near two hours of one day are: two sessions of one name are told apart by them."""
    if told.start is not None and now.start is not None:
        return 1.0 if told.start == now.start else 0.55
    if told.part is not None and now.part is not None:
        return 1.0 if told.part is now.part else 0.55
    return 0.95


def gap_between(one: DaySpan, other: DaySpan) -> int:
    """The days from the end of the earlier to the beginning of the later; 0 where they have a day in common."""
    if one.overlaps(other):
        return 0
    earlier, later = sorted((one, other), key=lambda span: span.first)
    return (later.first - earlier.last).days


def _last(recurrence: Recurrence) -> date:
    return max(recurrence.until or date.max, recurrence.first or date.min)
