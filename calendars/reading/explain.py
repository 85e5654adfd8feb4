"""A document with every passage marked by what became of it: for a person who wants to know why.

Each line is an entry's (with its number), ignored with the reason, furniture (letterhead, recipients, headings,
formulas), or not understood: it announced nothing that could be taken up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from calendars.documents.document import Document
from calendars.layouts.layout import Item
from calendars.layouts.outline import is_furniture
from calendars.programme import Programme
from calendars.reading.read import take_apart


class Fate(StrEnum):
    """What became of a passage."""

    ENTRY = "entry"
    IGNORED = "ignored"
    FURNITURE = "furniture"
    NOT_UNDERSTOOD = "not understood"


@dataclass(frozen=True, slots=True)
class Marked:
    """A line as written and what became of it.

    entries: the numbers, from 1, of the entries read from it; reasons: why times in it were ignored, each once.
    """

    line: int
    page: int | None
    text: str
    fate: Fate
    entries: tuple[int, ...] = ()
    reasons: tuple[str, ...] = ()


def explain(document: Document, programme: Programme) -> tuple[Marked, ...]:
    """Every line of the document that is not blank, in order, marked; `programme` is what was read from it."""
    lines = [line for line in document.lines() if line.text.strip()]
    taken = take_apart(document)
    furniture = {line.number for line in (*taken.frame.head, *taken.frame.tail)}
    beginnings = set(furniture) | {line.number for line in taken.footnotes}
    for section in taken.sections:
        headings = {passage.line for passage in section.passages}
        furniture |= headings
        beginnings |= headings
        for item in section.items:
            for part in _with_children(item):
                beginnings |= {passage.line for passage in part.passages}
                if is_furniture(part.text):
                    furniture |= {passage.line for passage in part.passages}
    entries: dict[int, list[int]] = {}
    for number, entry in enumerate(programme.entries, 1):
        for passage in entry.evidence:
            entries.setdefault(passage.line, []).append(number)
    reasons: dict[int, list[str]] = {}
    for item_ignored in programme.ignored:
        reasons.setdefault(item_ignored.line, []).append(item_ignored.reason)
    marked: list[Marked] = []
    start = 0
    for line in lines:
        # A wrapped line shares the fate of the paragraph that it goes on.
        start = line.number if line.number in beginnings or not marked else start
        own = tuple(dict.fromkeys(entries.get(start, ())))
        why = tuple(dict.fromkeys(reasons.get(line.number, ())))
        fate = _fate(bool(own), start in furniture, bool(why))
        marked.append(Marked(line.number, line.page, line.text, fate, own, why))
    return tuple(marked)


def _fate(has_entries: bool, is_frame: bool, has_reasons: bool) -> Fate:
    if has_entries:
        return Fate.ENTRY
    if is_frame:
        return Fate.FURNITURE
    return Fate.IGNORED if has_reasons else Fate.NOT_UNDERSTOOD


def _with_children(item: Item) -> Iterator[Item]:
    yield item
    for child in item.children:
        yield from _with_children(child)
