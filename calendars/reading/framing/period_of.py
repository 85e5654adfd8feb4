"""Which stretch of time a document is for: by its title, headings, lines or day labels, whichever tells it best."""

import re
from collections.abc import Sequence
from datetime import date

from calendars.layouts.layout import Section
from calendars.layouts.timelabels import is_day_label
from calendars.layouts.words import fold
from calendars.programme import Kind
from calendars.reading.framing.frame import Frame
from calendars.reading.framing.full_dates import full_dates
from calendars.reading.framing.greeted_weeks import week_of_greeting
from calendars.reading.framing.led_in import period_led_in
from calendars.reading.framing.period import (
    Period,
    find_period,
    guess_period,
    guess_week,
    year_of_headline,
)
from calendars.reading.framing.school_years import school_year
from calendars.reading.framing.weekday_years import year_by_weekdays
from calendars.reading.framing.weeks_told import counted_week, day_of_head, week_by_issue, week_told

_FIRST_LINES = 8
_WEEKS, _MONTH = 15, 31  # days: more than any week that a schedule is for
_PART_OF_SCHOOL_YEAR = re.compile(r"\bnam hoc\b.{0,20}20\d\d.{0,40}\b(?:hoc ky|hoc ki|hk) ?[i\d]")
_SCHEDULE = re.compile(r"\b(?:lich|chuong trinh|ke hoach (?:cong tac|hoat dong|thang|tuan))\b")


def period_of(
    frame: Frame, sections: Sequence[Section], lines: list[str], today: date | None
) -> Period | None:
    """The period of a document with this frame and these sections; None where nothing tells one.

    lines: those of its body; today: helps to find a year that the document does not name.
    """
    if frame.kind is Kind.INVITATION or (
        frame.kind is Kind.NOTICE and not _SCHEDULE.search(fold(frame.title or ""))
    ):
        return None
    headings = [text for section in sections for text in (section.heading, section.note) if text]
    near = frame.issued or frame.stamped
    labels = [
        item.day for section in sections for item in section.items if item.day and is_day_label(item.day)
    ]
    weekly, head = frame.kind is Kind.WEEKLY, [line.text for line in frame.head]
    by_weekdays = None
    if weekly and near is None:
        by_weekdays = year_by_weekdays(labels, [*head, *lines], today)
        today = by_weekdays or day_of_head(head) or today
    found = find_period(frame.title, headings, lines, near, today, by_weekdays)
    if weekly and (found is None or _WEEKS < len(found.span) <= _MONTH):
        found = (
            week_told([*head, *lines[:_FIRST_LINES]], near or (found.span.middle() if found else today))
            or found
        )
    found = found or (week_of_greeting(lines, near) if frame.title is None else None)
    if frame.kind is Kind.RECURRING and (found is None or found.guessed):
        found = period_led_in(lines, near or today) or found
    counted = counted_week(frame.title, found.span) if weekly and found else None
    if found and not counted:
        return found
    if frame.title is None and near is None and (year := year_of_headline(lines)):
        return year
    school = school_year(frame.title)
    if (
        labels
        and (
            frame.kind is Kind.WEEKLY
            or (school is None and not _PART_OF_SCHOOL_YEAR.search(fold(frame.title or "")))
        )
        and (week := guess_week(labels, found.span.middle() if found else near, [*head, *lines], today))
        and (found is None or week.span.overlaps(found.span))
    ):
        return week
    if counted or (weekly and near and (counted := week_by_issue(frame.title, labels, near))):
        return counted
    greeted = week_of_greeting(lines, today) if today and not (frame.title or full_dates(lines)) else None
    return (Period(school) if school else greeted) or guess_period(lines, frame.issued or frame.stamped)
