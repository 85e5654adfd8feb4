"""How the calendar and what documents say are shown in a terminal, in the office's language."""

from collections.abc import Iterable, Sequence

from calendars.marks import Issue
from calendars.phrasing import phrase
from calendars.programme import Entry, Programme
from scheduler.cli.output import show
from scheduler.cli.styles import style_of
from scheduler.cli.table import Column, print_table, uses_colour
from scheduler.cli.words import WORDS
from scheduler.service.doubts import issue_words, passed_over


def print_programme(programme: Programme, *, language: str = "vi") -> None:
    """What a document says: its head, its entries each beside the place it was read from, and its issues."""
    words = WORDS[language]
    heading = programme.title or programme.source.name
    show(f"\x1b[1m{heading}\x1b[0m" if uses_colour() else heading)
    facts = {
        "number": programme.number,
        "issuer": programme.issuer,
        "issued": programme.issued and f"{programme.issued:%d/%m/%Y}",
        "period": programme.period
        and f"{programme.period.first:%d/%m/%Y} - {programme.period.last:%d/%m/%Y}",
        "signatory": programme.signatory,
    }
    show("  ".join(f"{words[name]}: {value}" for name, value in facts.items() if value))
    show("")
    if programme.entries:
        print_entries(programme.entries, language=language)
    else:
        show(words["nothing"])
    for reason, texts in _by_reason(programme).items():
        show(f"\n{words['ignored']} ({passed_over(reason, language)}): {'; '.join(texts)}")
    print_issues(programme.issues, language=language)
    show("")


def print_entries(entries: Sequence[Entry], *, language: str = "vi") -> None:
    """Entries as a table, a line of evidence and the issues under each."""
    words = WORDS[language]
    columns = (
        Column(words["title"], 30, grows=True),
        Column(words["when"], 24, grows=True),
        Column(words["where"], 12, grows=True),
        Column(words["kind"]),
        Column(words["status"]),
        Column(words["sure"]),
        Column(words["line"].capitalize()),
    )
    rows = []
    for entry in entries:
        place = entry.evidence[0] if entry.evidence else None
        issues = "".join(f"\n! {issue_words(issue, language)}" for issue in entry.issues)
        rows.append(
            (
                entry.title + issues,
                phrase(entry.when, language=language),
                entry.location or "",
                words[entry.category.value],
                words[entry.status.value],
                f"{entry.confidence:.0%}",
                str(place.line) if place else "",
            )
        )
    print_table(
        columns,
        rows,
        styles=[style_of(entry.category, entry.status, bool(entry.issues)) for entry in entries],
    )


def print_issues(issues: Iterable[Issue], *, language: str = "vi") -> None:
    """Issues, one a line with their place."""
    for issue in issues:
        place = f" ({WORDS[language]['line']} {issue.passage.line})" if issue.passage else ""
        show(f"! {issue_words(issue, language)}{place}")


def _by_reason(programme: Programme) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for ignored in programme.ignored:
        grouped.setdefault(ignored.reason, []).append(" ".join(ignored.text.split()))
    return grouped
