"""The calendar on paper: the week's table and the month's programme, as Word file or as a page for print.

Who issues and signs is taken from the newest document of that kind on the calendar, since who signs a month's programme
seldom signs the week's, else from the newest of any; what no document says is left as a dotted blank. The form is
`calendars.paper`'s.
"""

from enum import StrEnum

from calendars.events import occurrences_between
from calendars.paper import Letterhead, Paper, monthly_paper, to_docx, to_html, weekly_paper
from calendars.programme import Kind
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
            letterhead = _letterhead(connection, chosen, Kind.WEEKLY)
        occurrences = occurrences_between(events, week, is_day_off=is_day_off)
        return _written(weekly_paper(occurrences, week, letterhead), form)

    def month(self, month: DaySpan, form: PaperForm, calendar: str | None = None) -> bytes:
        """The programme of a month, ready to sign."""
        chosen = self.settings.calendar(calendar)
        with self.database.reading() as connection:
            store = CalendarStore(connection)
            events = [*store.events_between(month, calendar=chosen.slug), *store.undated(chosen.slug)]
            letterhead = _letterhead(connection, chosen, Kind.MONTHLY)
        return _written(monthly_paper(events, month, letterhead, is_day_off=is_day_off), form)


def _letterhead(connection: Connection, calendar: CalendarSettings, kind: Kind) -> Letterhead:
    releases = ReleaseStore(connection).releases(calendar.slug)
    signed = [release.programme for release in releases if release.programme and release.programme.issuer]
    if not signed:
        return Letterhead(issuer=calendar.name)
    newest = ([programme for programme in signed if programme.kind is kind] or signed)[-1]
    return Letterhead(
        issuer=newest.issuer or calendar.name,
        signatory=newest.signatory,
        distribution=newest.distribution,
    )


def _written(paper: Paper, form: PaperForm) -> bytes:
    return to_docx(paper) if form is PaperForm.DOCX else to_html(paper).encode()
