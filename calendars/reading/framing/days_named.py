"""Near which day the days of a paper lie that tell no year, where neither head nor tail says when it was issued."""

from collections.abc import Sequence
from datetime import date, timedelta

from calendars.programme import Kind
from calendars.reading.framing.frame import Frame
from calendars.reading.framing.full_dates import full_dates
from calendars.reading.framing.kinds import is_letter
from calendars.reading.framing.period import Period
from calendars.reading.framing.weekday_years import SOME_YEAR, year_by_weekdays

_NOTICE_GIVEN = timedelta(days=60)


def day_near(
    frame: Frame, period: Period | None, kind: Kind, lines: Sequence[str], today: date | None
) -> date | None:
    """The day of issue or of a stamp; else one near which the paper's days lie, by its full dates or its weekdays.

    today: the last resort, for a paper that says nothing of its year; without it such days stay unknown.
    """
    if frame.issued or frame.stamped:
        return frame.issued or frame.stamped
    of_a_letter = period is None or (period.guessed and is_letter(kind, frame))
    named = _named(full_dates(lines), notice=kind is Kind.NOTICE) if of_a_letter else None
    if named is not None and kind in (Kind.INVITATION, Kind.NOTICE):
        # Only the meeting's day is known, and what is asked for is asked for before it.
        named -= _NOTICE_GIVEN
    titled_on = None if period else next(iter(full_dates([frame.title or ""])), None)
    if titled_on is not None and named is None:
        named = titled_on - _NOTICE_GIVEN  # of this year are the days below
    named = named or _first_guessed(period, lines, weekly=frame.kind is Kind.WEEKLY)
    if named is None and period is None:
        named = year_by_weekdays(lines, [line.text for line in frame.head], today) or _year_of_head(frame)
    told = full_dates([frame.title or "", *lines]) if period and period.guessed else []
    asks_today = period is None or (period.guessed and not any(day in period.span for day in told))
    return named or (today if asks_today else None)


def _named(days: Sequence[date], *, notice: bool) -> date | None:
    """The full date near which the days of a paper without a day of issue lie; None where it has none.

    An invitation's is its meeting's, told first; a notice may first tell when that was made known which it changes.
    """
    if notice and days:
        return sorted(days)[len(days) // 2]
    return next(iter(days), None)


def _first_guessed(period: Period | None, lines: Sequence[str], *, weekly: bool) -> date | None:
    """The first day of a period guessed from full dates: what tells no year is of that time, not of today's."""
    tells = period is not None and period.guessed and (weekly or full_dates(lines))
    return period.span.first if period and tells else None


def _year_of_head(frame: Frame) -> date | None:
    """The middle of the one year that the head of a paper names ("BAN TỔ CHỨC HỘI THAO NĂM 2020")."""
    years = {int(year) for line in frame.head for year in SOME_YEAR.findall(line.text)}
    return date(years.pop(), 7, 1) if len(years) == 1 else None
