"""Values of time written for a reader, in Vietnamese or English: "chiều thứ Sáu, ngày 24/11/2023".

Hard here: what is written must say no more than the value does (a window stays a window, an hour that is not known is
not named) and, in Vietnamese, must be read back by `grammar` as the same value. So it keeps to the forms that offices
use: days and the months 01 and 02 with two digits, a stretch by its name where it has one. One table of wordings a
language; mail, pages and feeds share them.
"""

import datetime as dt
from collections.abc import Sequence
from datetime import time, timedelta

from calendars.marks import Status
from calendars.phrasing.wording import WORDINGS, Wording
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.times import DayPart, DaySpan, iso_week_span, month_span, year_span
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, When, Window
from calendars.workdays import is_public_holiday

WORKING_WEEK = tuple(WeekdayOf(day) for day in range(5))
_QUARTER = 3  # months
ROMAN = ("I", "II", "III", "IV")


def phrase(
    when: When,
    *,
    language: str = "vi",
    status: Status = Status.CONFIRMED,
    deadline: bool = False,
    year: int | None = None,
) -> str:
    """The value in words, without a capital at the beginning or a stop at the end.

    language: "vi" or "en"; status: adds "dự kiến" and the like; deadline: the day is the last on which one is in time;
    year: the year that the reader has in mind, which is then left out where it is the only one.
    """
    writer = _Writer(WORDINGS[language], year, deadline=deadline)
    words = writer.when(when)
    if deadline:
        words = writer.words.by_deadline.format(when=words)
    return writer.words.status.get(status, "") + words


def hours_phrase(hours: Hours, *, language: str = "vi") -> str:
    """The time of day alone, and plainly where it is not known: "08h00 - 11h30", "buổi chiều, giờ chưa nêu"."""
    words = WORDINGS[language]
    if hours.start is not None or hours.end is not None:
        return _Writer(words, None).hours(hours)
    if hours.part is DayPart.ALL_DAY:
        return words.part_alone[hours.part]
    return f"{words.part_alone[hours.part]}, {words.hour_unknown}" if hours.part else words.hour_unknown


def date_text(day: dt.date, *, year: bool = True) -> str:
    """ "24/11/2023", "05/02/2024", "02/6/2023": days and the months 01, 02 with two digits (reference A.1)."""
    return f"{day.day:02d}/{_month(day.month)}" + (f"/{day.year}" if year else "")


def weekday_text(day: dt.date, *, language: str = "vi") -> str:
    """ "thứ Sáu" or "Friday"."""
    return WORDINGS[language].weekdays[day.weekday()]


def clock_words(at: time, *, language: str = "vi") -> str:
    """ "08h00" or "08:00"; hour 24 stands for the end of a day."""
    return _clock_text(at, WORDINGS[language])


def _clock_text(at: time, words: Wording) -> str:
    hour, minute = (24, 0) if at == time.max else (at.hour, at.minute)
    return words.clock.format(hour=hour, minute=minute)


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


class _Writer:
    """Writes values in one wording for one reader."""

    def __init__(self, words: Wording, year: int | None, *, deadline: bool = False) -> None:
        self.words = words
        self.year = year
        self.deadline = deadline

    def when(self, when: When) -> str:
        words, hours = self.words, when.hours
        match when:
            case Day(day=day):
                return self._before(hours) + words.day.format(
                    weekday=words.weekdays[day.weekday()], date=self.date(day)
                )
            case Days(days=days):
                return self._before(hours, " ") + words.days.format(days=self.dates(days))
            case Span():
                return self.span(when)
            case Window(first=first, last=last):
                return self._before(hours, ", ") + self.window(DaySpan(first, last))
            case Repeat(recurrence=Recurrence(first=first, until=until)) if (
                first is not None and first == until
            ):
                return self.when(Day(first, hours))
            case Repeat(recurrence=recurrence):
                return self._before(hours) + self.recurrence(recurrence)
            case Undated():
                return self._before(hours, ", ") + words.undated_day if hours else words.undated

    def hours(self, hours: Hours) -> str:
        """Clock times and the part of the day, "" where nothing is said of either."""
        clock = self._clock(hours)
        if hours.part is None:
            return clock
        if not clock:
            return self.words.parts[hours.part]
        part = self.words.part_alone[hours.part].removeprefix("buổi ")
        return self.words.clock_and_part.format(clock=clock, part=part)

    def _clock(self, hours: Hours) -> str:
        if hours.start is not None and hours.end is not None:
            return f"{_clock_text(hours.start, self.words)} - {_clock_text(hours.end, self.words)}"
        if hours.start is not None:
            return _clock_text(hours.start, self.words)
        if hours.end is None:
            return ""
        end = _clock_text(hours.end, self.words)
        return end if self.deadline else self.words.ends_at.format(end=end)

    def _before(self, hours: Hours, parting: str | None = None) -> str:
        """The hours with what parts them from the day: a part of the day stands close to it, a clock time apart."""
        said = self.hours(hours)
        if not said:
            return ""
        return said + (parting or (" " if hours.part else ", "))

    def date(self, day: dt.date) -> str:
        return date_text(day, year=day.year != self.year)

    def dates(self, days: Sequence[dt.date]) -> str:
        """Separate days, month and year said once where they are the same for all."""
        last = days[-1]
        if len({(day.year, day.month) for day in days}) == 1:
            texts = [f"{day.day:02d}" for day in days[:-1]]
        else:
            same_year = len({day.year for day in days}) == 1
            texts = [date_text(day, year=not same_year) for day in days[:-1]]
        return ", ".join(texts) + self.words.and_ * bool(texts) + self.date(last)

    def pair(self, first: dt.date, last: dt.date) -> dict[str, str]:
        """First and last day; the year with the last alone where it is the same."""
        return {"first": date_text(first, year=first.year != last.year), "last": self.date(last)}

    def span(self, span: Span) -> str:
        words, hours = self.words, span.hours
        if span.last is None:
            return self._before(hours) + words.span_from.format(first=self.date(span.first))
        days = self.pair(span.first, span.last)
        if span.daily or not hours or hours.part is DayPart.ALL_DAY:
            each_day = words.hours_each_day.format(hours=self.hours(hours)) if hours else ""
            return each_day + words.span.format(**days)
        begin = self._edge(hours.start, hours.part)
        end = self._edge(hours.end, hours.end_part)
        opening = words.span_edge if begin else words.span_from
        closing = words.span_end_edge if end else words.span.partition("{first} ")[2]
        return f"{opening.format(hours=begin, **days)} {closing.format(hours=end, **days)}"

    def _edge(self, at: time | None, part: DayPart | None) -> str:
        texts = [_clock_text(at, self.words)] if at is not None else []
        if part is not None:
            texts.append(self.words.part_alone[part].removeprefix("buổi "))
        return " ".join(texts)

    def window(self, span: DaySpan) -> str:
        return self.stretch_name(span) or self.words.window.format(**self.pair(span.first, span.last))

    def stretch_name(self, span: DaySpan) -> str | None:
        """The name that offices give to exactly these days, if they have one."""
        words, first, last = self.words, span.first, span.last
        month = month_span(first.year, first.month)
        month_name = words.month.format(name=words.months[first.month - 1], year=first.year)
        names: list[tuple[DaySpan, str]] = [
            (year_span(first.year), words.year.format(year=first.year)),
            (
                DaySpan(dt.date(first.year, 1, 1), dt.date(first.year, 6, 30)),
                words.half_years[0].format(year=first.year),
            ),
            (
                DaySpan(dt.date(first.year, 7, 1), dt.date(first.year, 12, 31)),
                words.half_years[1].format(year=first.year),
            ),
            (month, month_name),
            (
                DaySpan(month.first, month.first + timedelta(days=9)),
                words.decades[0].format(month=month_name),
            ),
            (
                DaySpan(month.first + timedelta(days=10), month.first + timedelta(days=19)),
                words.decades[1].format(month=month_name),
            ),
            (
                DaySpan(month.first + timedelta(days=20), month.last),
                words.decades[2].format(month=month_name),
            ),
            (
                DaySpan(month.first, month.first + timedelta(days=14)),
                words.halves[0].format(month=month_name),
            ),
            (DaySpan(month.first + timedelta(days=15), month.last), words.halves[1].format(month=month_name)),
        ]
        for quarter, name in enumerate(ROMAN):
            days = DaySpan(
                dt.date(first.year, 3 * quarter + 1, 1), month_span(first.year, 3 * quarter + 3).last
            )
            names.append((days, words.quarter.format(quarter=name, year=first.year)))
        iso = first.isocalendar()
        if iso_week_span(iso.year, iso.week) == span:
            names.append((span, words.week.format(week=iso.week, year=iso.year)))
        return next((name for days, name in names if days == DaySpan(first, last)), None)

    # --- recurrences ----------------------------------------------------------------------------------------------

    def recurrence(self, recurrence: Recurrence) -> str:
        return self._pattern(recurrence) + self._bounds(recurrence)

    def _pattern(self, recurrence: Recurrence) -> str:
        words, count = self.words, recurrence.interval
        days = self._pattern_days(recurrence)
        if not days:
            if recurrence.frequency is Frequency.DAILY and count == 1 and _is_bounded(recurrence):
                return words.daily_bounded
            every = words.every_one if count == 1 else words.every
            return every[recurrence.frequency].format(count=count)
        match recurrence.frequency:
            case Frequency.DAILY:
                return f"{words.every_one[Frequency.DAILY]}, {days}"
            case Frequency.WEEKLY:
                template = words.weekly if count == 1 else words.weeks_apart
            case Frequency.MONTHLY:
                if count == _QUARTER and recurrence.first is None and not _is_plain_day(recurrence):
                    template = words.months_apart  # "cuối cùng hằng quý" would be of the calendar's quarters
                else:
                    template = {1: words.monthly, _QUARTER: words.quarterly}.get(count, words.months_apart)
            case Frequency.YEARLY:
                if (place := _place_in_quarter(recurrence.by_month)) is not None:
                    return words.of_quarter[place].format(days=days)
                if recurrence.by_month and not _are_plain_dates(recurrence):
                    months = [words.month_number.format(month=month) for month in recurrence.by_month]
                    return words.of_months.format(days=days, months=self._joined(months))
                template = words.yearly
        return template.format(days=days, count=count)

    def _pattern_days(self, recurrence: Recurrence) -> str:
        words = self.words
        if recurrence.by_day == WORKING_WEEK:
            if recurrence.by_set_pos:
                return self._joined(
                    [
                        words.working_day.get(place) or words.nth_working_day.format(nth=place)
                        for place in recurrence.by_set_pos
                    ]
                )
            return words.working_week
        if recurrence.by_day:
            if len(recurrence.by_day) > 1 and any(one.nth for one in recurrence.by_day):
                return self._nth_of_weeks(recurrence.by_day)
            return self._joined(
                [self._weekday(weekday, recurrence.by_set_pos) for weekday in recurrence.by_day]
            )
        quarterly = _place_in_quarter(recurrence.by_month) is not None
        if _are_plain_dates(recurrence) and not quarterly:
            return self._joined(
                [
                    words.of_year.format(day=day, month=_month(month))
                    for month in recurrence.by_month
                    for day in recurrence.by_month_day
                ]
            )
        return self._joined(
            [
                words.last_month_day if day == -1 else words.on_month_day.format(day=day)
                for day in sorted(recurrence.by_month_day, key=lambda day: (day < 0, day))
            ]
        )

    def _weekday(self, weekday: WeekdayOf, positions: tuple[int, ...]) -> str:
        name = self.words.weekdays[weekday.weekday]
        nth = weekday.nth or (positions[0] if len(positions) == 1 else 0)
        return self.words.nth_weekday.format(weekday=name, nth=self.words.ordinals[nth]) if nth else name

    def _nth_of_weeks(self, by_day: Sequence[WeekdayOf]) -> str:
        """ "thứ Hai tuần thứ hai và tuần thứ tư": weekdays of several weeks."""
        weekdays = [self.words.weekdays[day] for day in dict.fromkeys(one.weekday for one in by_day)]
        weeks = [self.words.in_week[nth] for nth in dict.fromkeys(one.nth for one in by_day)]
        return self.words.nth_weekday.format(weekday=self._joined(weekdays), nth=self._joined(weeks))

    def _joined(self, texts: Sequence[str]) -> str:
        return (
            texts[0]
            if len(texts) == 1
            else ", ".join(texts[:-1]) + self.words.and_ * bool(texts) + "".join(texts[-1:])
        )

    def _bounds(self, recurrence: Recurrence) -> str:
        words, first, until = self.words, recurrence.first, recurrence.until
        text = words.not_on_holidays if recurrence.skips_days_off else ""
        if first is not None and until is not None:
            text += words.between.format(**self.pair(first, until))
        elif first is not None:
            text += words.since.format(first=self.date(first))
        elif until is not None:
            aside = recurrence.interval > 1 and bool(recurrence.by_month_day)
            text += (words.until_aside if aside else words.until).format(last=self.date(until))
        out = recurrence.left_out
        if recurrence.skips_days_off:
            out = tuple(day for day in out if not is_public_holiday(day))
        if out:
            days = words.days if len(out) > 1 else words.short_day
            text += words.left_out.format(days=days.format(days=self.dates(out), date=self.date(out[-1])))
        return text + (words.roll[recurrence.roll] if recurrence.roll else "")


def _is_bounded(recurrence: Recurrence) -> bool:
    return recurrence.first is not None or recurrence.until is not None


def _is_plain_day(recurrence: Recurrence) -> bool:
    """Whether it is on days by their number, counted from the first of the month."""
    return bool(recurrence.by_month_day) and min(recurrence.by_month_day) > 0


def _are_plain_dates(recurrence: Recurrence) -> bool:
    """Whether the days of a yearly repeat are written "ngày 20/11"."""
    return bool(recurrence.by_month and recurrence.by_month_day) and min(recurrence.by_month_day) > 0


def _place_in_quarter(months: tuple[int, ...]) -> int | None:
    """Which month of each quarter these are (1 to 3); None where they are no such four months."""
    for place in (1, 2, 3):
        if months == tuple(range(place, 13, 3)):
            return place
    return None
