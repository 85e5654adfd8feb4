"""The calendar on paper: the week's table and the month's programme, as Word file or as a page for print.

Who issues and signs is taken from the newest document of the calendar that says so; what no document says is left as a
dotted blank. The form is `calendars.paper`'s.
"""

from enum import StrEnum

from calendars.events import occurrences_between
from calendars.paper import Letterhead, Paper, monthly_paper, to_docx, to_html, weekly_paper
from calendars.queries import Connection
from calendars.releases import ReleaseStore
from calendars.store import CalendarStore
from calendars.times import DaySpan
from calendars.workdays import is_day_off
from scheduler.service.opening import Service
from scheduler.settings import CalendarSettings


class PaperForm(StrEnum):
    """The files that paper is written as."""

    DOCX = "docx"
    HTML = "html"


class PaperService(Service):
    """Paper for one installation."""

    def week(self, week: DaySpan, form: PaperForm, calendar: str | None = None) -> bytes:
        """The schedule of a week (Monday to Sunday) in the table form that offices post."""
        chosen = self.settings.calendar(calendar)
        with self.database.reading() as connection:
            events = CalendarStore(connection).events_between(week, calendar=chosen.slug)
            letterhead = _letterhead(connection, chosen)
        occurrences = occurrences_between(events, week, is_day_off=is_day_off)
        return _written(weekly_paper(occurrences, week, letterhead), form)

    def month(self, month: DaySpan, form: PaperForm, calendar: str | None = None) -> bytes:
        """The programme of a month, ready to sign."""
        chosen = self.settings.calendar(calendar)
        with self.database.reading() as connection:
            store = CalendarStore(connection)
            events = [*store.events_between(month, calendar=chosen.slug), *store.undated(chosen.slug)]
            letterhead = _letterhead(connection, chosen)
        return _written(monthly_paper(events, month, letterhead, is_day_off=is_day_off), form)


def _letterhead(connection: Connection, calendar: CalendarSettings) -> Letterhead:
    for release in reversed(ReleaseStore(connection).releases(calendar.slug)):
        programme = release.programme
        if programme is not None and programme.issuer:
            return Letterhead(
                issuer=programme.issuer,
                signatory=programme.signatory,
                distribution=programme.distribution,
            )
    return Letterhead(issuer=calendar.name)


def _written(paper: Paper, form: PaperForm) -> bytes:
    return to_docx(paper) if form is PaperForm.DOCX else to_html(paper).encode()
