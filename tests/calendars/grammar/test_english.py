"""Quick entry in English, read on Tuesday 21 November 2023."""

from datetime import date, time

import pytest

from calendars.grammar import Context, understand
from calendars.recurrence import Recurrence
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, Window

ISSUED = Context(issued=date(2023, 11, 21))


def repeats(rule, first=None, hours=None, until=None):
    return Repeat(Recurrence.from_rrule(rule, first=first, until=until), hours or Hours())


def november(day):
    return date(2023, 11, day)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("every Friday 14:00", repeats("FREQ=WEEKLY;BYDAY=FR", november(24), Hours(time(14)))),
        ("24 Nov 2026", Day(date(2026, 11, 24))),
        ("next Monday", Day(november(27))),
        ("first Thursday of each month", repeats("FREQ=MONTHLY;BYDAY=1TH", date(2023, 12, 7))),
        ("tomorrow at 9am", Day(november(22), Hours(time(9)))),
        ("Friday 24 November 2023, 8:00 to 11:30", Day(november(24), Hours(time(8), time(11, 30)))),
        ("24, 25 and 28 November", Days((november(24), november(25), november(28)))),
        ("from 24 to 26 November 2023", Span(november(24), november(26))),
        ("mid-November 2023", Window(november(11), november(20))),
        (
            "every Monday until 31 December 2023",
            repeats("FREQ=WEEKLY;BYDAY=MO", november(27), until=date(2023, 12, 31)),
        ),
        (
            "last working day of each month",
            repeats("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", november(30)),
        ),
        ("date to be announced", Undated()),
        ("first half of 2024", Window(date(2024, 1, 1), date(2024, 6, 30))),
        ("second half of 2024", Window(date(2024, 7, 1), date(2024, 12, 31))),
        ("the first ten days of December 2023", Window(date(2023, 12, 1), date(2023, 12, 10))),
        ("the last ten days of December", Window(date(2023, 12, 21), date(2023, 12, 31))),
        ("early December 2023", Window(date(2023, 12, 1), date(2023, 12, 10))),
        ("end of November", Window(november(21), november(30))),
        ("next week", Window(november(27), date(2023, 12, 3))),
        ("last month", Window(date(2023, 10, 1), date(2023, 10, 31))),
        ("next year", Window(date(2024, 1, 1), date(2024, 12, 31))),
        ("12 am tomorrow", Day(november(22), Hours(time(0)))),
        ("12 pm tomorrow", Day(november(22), Hours(time(12)))),
        ("12:30 am on 24 November", Day(november(24), Hours(time(0, 30)))),
        ("7 pm on 24 November", Day(november(24), Hours(time(19)))),
        ("3 days from 24 November", Span(november(24), november(26))),
        ("3 working days from 24 November", Span(november(24), november(28))),
        ("2 weeks from 24 November", Span(november(24), date(2023, 12, 7))),
        ("weekly on Friday", repeats("FREQ=WEEKLY;BYDAY=FR", november(24))),
        ("every month on the 15th", repeats("FREQ=MONTHLY;BYMONTHDAY=15", date(2023, 12, 15))),
        ("every other Monday", repeats("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")),
        ("day after tomorrow", Day(november(23))),
        ("yesterday", Day(november(20))),
        ("Friday next week", Day(date(2023, 12, 1))),
    ],
)
def test_phrase(text, when):
    (reading,) = understand(text, ISSUED, "en").readings
    assert reading.when == when


def test_deadline_before_a_day_is_the_day_before():
    (reading,) = understand("before 24 November", ISSUED, "en").readings
    assert (reading.when, reading.deadline) == (Day(november(23)), True)


def test_text_without_a_time_says_nothing():
    assert understand("I met 24 people in room 12", ISSUED, "en").readings == ()
