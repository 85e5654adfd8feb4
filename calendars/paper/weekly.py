"""The schedule of a week as offices post it: a row for each thing, the day's cell over all its rows.

What is hard is what is no plain day: a span, a window, a deadline or a tentative day stands under a label of its own,
so that it is read again as what it is.
"""

from collections.abc import Iterable

from calendars.events import Occurrence
from calendars.marks import Category, Status
from calendars.paper.sheet import Letterhead, Paper, Row, Schedule, as_announced, capital
from calendars.phrasing import clock_words, date_text, phrase
from calendars.phrasing.wording import VIETNAMESE
from calendars.times import DaySpan
from calendars.when import NO_HOURS, Hours, with_hours


def weekly_paper(occurrences: Iterable[Occurrence], week: DaySpan, letterhead: Letterhead) -> Paper:
    """The schedule of what happens in a week, in the order given (that of `events.occurrences_between`).

    What is cancelled or put off is left out: a posted schedule holds what takes place.
    """
    rows = tuple(_row(o) for o in occurrences if o.status not in (Status.CANCELLED, Status.POSTPONED))
    first, last = date_text(week.first), date_text(week.last)
    return Paper(
        letterhead=letterhead,
        title=(
            f"LỊCH CÔNG TÁC TUẦN {week.first.isocalendar().week}",
            f"(Từ ngày {first} đến ngày {last})",
        ),
        body=(Schedule(rows),),
        wide=True,
    )


def _row(occurrence: Occurrence) -> Row:
    event, when = occurrence.event, occurrence.when
    deadline = event.category is Category.DEADLINE
    return Row(
        day=capital(phrase(with_hours(when, NO_HOURS), status=occurrence.status, deadline=deadline)),
        hours=hours_text(when.hours, deadline=deadline),
        content=as_announced(occurrence.title, event.category),
        location=occurrence.location or "",
        chair=event.chair or "",
        attendees=event.attendees or "",
    )


def hours_text(hours: Hours, *, deadline: bool = False) -> str:
    """What stands in the column of hours: clock times, else the part of the day, else nothing."""
    clocks = [clock_words(at) for at in (hours.start, hours.end) if at is not None]
    if hours.start is None and hours.end is not None:
        return f"{'Trước' if deadline else 'Đến'} {clocks[0]}"
    if clocks:
        return " - ".join(clocks)
    return capital(VIETNAMESE.parts[hours.part]) if hours.part else ""
