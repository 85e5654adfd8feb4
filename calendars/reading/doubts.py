"""What is odd about a document as a whole: what a person is told of it, and what makes all its entries less sure."""

from collections.abc import Sequence

from calendars.documents.document import Document
from calendars.marks import Issue
from calendars.programme import Entry, Kind
from calendars.reading.checks import unsure_layout
from calendars.reading.framing.period import Period
from calendars.times import DaySpan


def clues_of(document: Document, period: Period | None, kind: Kind, likelihood: float) -> frozenset[str]:
    """What makes every entry of the document less sure, by the names that `checks` weighs.

    likelihood: how well the form was recognised that the document was read by.
    """
    clues = set()
    if document.from_picture:
        clues.add("picture")
    if document.doubtful:
        clues.add("untold-letters")
    if kind is Kind.NOTICE:
        clues.add("notice")
    if kind is Kind.INVITATION:
        clues.add("invitation")
    if kind is Kind.RECURRING:
        clues.add("standing-rule")
    if period is not None and period.guessed:
        clues.add("guessed-period")
    if period is None and kind is Kind.WEEKLY:
        clues.add("no-period")
    if unsure_layout(likelihood):
        clues.add("unsure-layout")
    return frozenset(clues)


def issues_of(
    document: Document, period: Period | None, kind: Kind, entries: Sequence[Entry], lines: Sequence[str]
) -> tuple[Issue, ...]:
    """What a person should know of the document as a whole: no text, no period or a guessed one, no entries."""
    issues: list[Issue] = [Issue("document", note) for note in document.notes]
    if not any(line.strip() for line in lines):
        issues.append(Issue("no-text", "the document holds no text that could be read"))
    if period is None and kind in (Kind.MONTHLY, Kind.WEEKLY, Kind.OTHER):
        issues.append(Issue("no-period", "nothing in the document says which month or week it is for"))
    if period is not None and period.guessed:
        issues.append(
            Issue(
                "guessed-period",
                f"no sentence names the period; {_span(period.span)} was taken from the days in it",
            )
        )
    if not entries and any(line.strip() for line in lines):
        issues.append(Issue("no-entries", "nothing in the document was understood as an entry"))
    return tuple(issues)


def _span(span: DaySpan) -> str:
    return f"{span.first} to {span.last}"
