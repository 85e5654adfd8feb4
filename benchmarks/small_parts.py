"""The small parts that `parts` measures, each a function named as its row in `budgets.toml`."""

from datetime import timedelta
from typing import Any

from benchmarks.calendar.comparing import old_events, programme_of
from benchmarks.documents.papers import programme_text
from benchmarks.email_throughput import NOW as MAIL_NOW
from benchmarks.email_throughput import SENDER, messages
from benchmarks.feeds.events import event
from benchmarks.grammar.phrases import context
from benchmarks.reminders.planning import NOW, RULE, followers, occurrences
from calendars.documents import read_document
from calendars.expansion import days_between
from calendars.grammar import understand
from calendars.grammar.spelling import normalise
from calendars.ical.render import render_event
from calendars.reading import read_programme
from calendars.recurrence import Recurrence
from calendars.revision import compare
from calendars.times import VIETNAM, OfficeHours, month_span
from scheduler.attempts import Deferred
from scheduler.channels.mail import mailbox, render_mail
from scheduler.reminders import Office, plan_reminders
from scheduler.retry import next_attempt

TEXT = programme_text()


def test_part_when(benchmark: Any) -> None:
    where = context("2026-11")
    assert benchmark(understand, "chiều thứ Sáu hằng tuần, từ 05/11 đến 26/11/2026", where).readings


def test_part_spelling(benchmark: Any) -> None:
    assert benchmark(normalise, TEXT[:1000]).text


def test_part_programme(benchmark: Any) -> None:
    document = read_document(TEXT.encode(), "a.txt")
    assert benchmark(read_programme, document).entries


def test_part_compare(benchmark: Any) -> None:
    events = old_events(200)
    programme = programme_of(events)
    assert benchmark(lambda: compare(events, programme, calendar="bench", now=NOW)).changes


def test_part_vevent(benchmark: Any) -> None:
    one = event(10)
    assert benchmark(lambda: render_event(one, zone=VIETNAM, office_hours=OfficeHours(), language="vi"))


def test_part_month(benchmark: Any) -> None:
    month = month_span(2026, 11)
    weekly = Recurrence.from_rrule("FREQ=WEEKLY;BYDAY=FR", first=month.first - timedelta(days=3000))
    assert len(benchmark(lambda: list(days_between(weekly, month)))) == 4


def test_part_plan(benchmark: Any) -> None:
    people, meetings = followers(1), list(occurrences(1))
    office = Office()
    assert benchmark(lambda: list(plan_reminders([RULE], meetings, people, now=NOW, office=office)))


def test_part_mail(benchmark: Any) -> None:
    (message,) = messages(1)
    assert benchmark(render_mail, message, mailbox(SENDER), MAIL_NOW).content


def test_part_retry(benchmark: Any) -> None:
    assert benchmark(next_attempt, Deferred("busy"), 2, NOW, NOW + timedelta(days=1)).at
