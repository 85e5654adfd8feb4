"""Consecutive papers: each item of the later one is known again, or new, or asked about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from papers import paper

from calendars.changes import ChangeKind, Revision, apply
from calendars.events import Event
from calendars.programme import Entry, Programme
from calendars.revision import compare

NOW = datetime(2024, 1, 2, tzinfo=UTC)
MARKS = {
    ChangeKind.UNCHANGED: "=",
    ChangeKind.CONTINUED: ">",
    ChangeKind.CLOSED: "!",
    ChangeKind.MOVED: "~",
    ChangeKind.ALTERED: "*",
    ChangeKind.CANCELLED: "x",
}


@dataclass(frozen=True)
class Sequel:
    """What came before, what comes now, and the outcome of each of its items."""

    name: str
    before: tuple[Programme, ...]
    now: Programme
    outcomes: list[str]


def sequels(path: Path) -> Iterator[Sequel]:
    """The pairs of a file; it says itself how they are written."""
    preface, *pairs = path.read_text("utf-8").split("\n== ")
    headings = dict(
        line.strip().split(" = ")
        for line in preface.splitlines()
        if " = monthly" in line or " = weekly" in line
    )
    for pair in pairs:
        name, *lines = pair.strip("\n").splitlines()
        papers: list[list[str]] = []
        for line in lines:
            if line.startswith(" "):
                papers[-1].append(line)
            else:
                papers.append([headings.get(line, line)])
        *before, (heading, *items) = papers
        yield Sequel(
            name=name,
            before=tuple(paper(first, *(item.strip() for item in rest)) for first, *rest in before),
            now=paper(heading, *(item[4:].strip() for item in items)),
            outcomes=[item[:4].strip() for item in items],
        )


SEQUELS = tuple(sequels(Path(__file__).with_name("consecutive_papers.txt")))


def revised(papers: Iterable[Programme], events: list[Event]) -> list[Event]:
    for programme in papers:
        events = apply(events, compare(events, programme, calendar="vp", now=NOW))
    return events


def outcome(entry: Entry, revision: Revision, events: list[Event]) -> str:
    for change in revision.changes:
        if change.entry is entry or (change.entry == entry and change.before is None):
            if change.before is None:
                return "+"
            place = next(i for i, event in enumerate(events) if event.uid == change.uid)
            return f"{place}{MARKS[change.kind]}"
    if any(entry in question.entries for question in revision.questions):
        return "?"
    flagged = [
        c.entry for c in revision.changes if c.entry and c.entry.title == entry.title and c.before is None
    ]
    return "+" if any(e.when == entry.when for e in flagged) else "-"


def outcomes(sequel: Sequel) -> list[str]:
    events = revised(sequel.before, [])
    revision = compare(events, sequel.now, calendar="vp", now=NOW)
    return [outcome(entry, revision, events) for entry in sequel.now.entries]


@pytest.mark.parametrize("sequel", SEQUELS, ids=lambda sequel: sequel.name)
def test_each_item_is_known_again_or_new_or_asked_about(sequel: Sequel) -> None:
    assert outcomes(sequel) == sequel.outcomes


def test_at_least_sixty_pairs_with_the_precision_and_recall_that_are_promised() -> None:
    assert len(SEQUELS) >= 60
    right = found = wanted = 0
    for sequel in SEQUELS:
        for told, meant in zip(outcomes(sequel), sequel.outcomes, strict=True):
            found += told[0].isdigit()
            wanted += meant[0].isdigit()
            right += meant[0].isdigit() and told[:-1] == meant[:-1]
    assert right / found >= 0.98
    assert right / wanted >= 0.95


@pytest.mark.parametrize("sequel", SEQUELS, ids=lambda sequel: sequel.name)
def test_the_same_document_again_changes_nothing(sequel: Sequel) -> None:
    once = revised((*sequel.before, sequel.now), [])
    again = compare(once, sequel.now, calendar="vp", now=NOW)
    assert again.kept_changes == ()
