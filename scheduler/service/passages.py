"""The passages of a document as they stand on the pictures of its pages.

A passage is the run of lines that the same entries were read from; it is one link, so that the keyboard steps from
passage to passage and a screen reader says its words, which a picture keeps to itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from calendars.documents.document import Corners, Line
from scheduler.service.drafts import Draft

NOT_UNDERSTOOD = "not understood"


@dataclass(frozen=True, slots=True)
class Shape:
    """A line on the picture: its number, and its outline as an SVG polygon in shares of the picture."""

    line: int
    points: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that became the entries of these numbers, none where they became nothing; left, top: where it begins."""

    entries: tuple[int, ...]
    text: str
    shapes: tuple[Shape, ...]
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """The passages of a page, in reading order."""

    page: int
    passages: tuple[Passage, ...]


def sheets_of(draft: Draft) -> tuple[Sheet, ...]:
    """The pages of a draft's document with what became of their lines."""
    pages: dict[int, list[Line]] = {page: [] for page in range(1, (draft.document.pages or 1) + 1)}
    for line in draft.document.lines():
        if line.corners and line.page in pages and line.text.strip():
            pages[line.page].append(line)
    return tuple(Sheet(page, tuple(_passages(draft, lines))) for page, lines in pages.items())


def has_places(draft: Draft) -> bool:
    """Whether lines of the document know where they stand on their page's picture."""
    return any(line.corners for line in draft.document.lines())


def _passages(draft: Draft, lines: Iterable[Line]) -> Iterator[Passage]:
    def fate(line: Line) -> tuple[str, tuple[int, ...]]:
        mark = draft.marks.get(line.number)
        return (mark.fate, mark.entries) if mark else ("", ())

    for (became, entries), run in groupby(lines, fate):
        if not entries and became != NOT_UNDERSTOOD:
            continue
        placed = [(line, line.corners) for line in run if line.corners]
        first = placed[0][1]
        yield Passage(
            entries=entries,
            text=" ".join(" ".join(f"{line.mark or ''} {line.text}".split()) for line, _ in placed),
            shapes=tuple(Shape(line.number, _points(corners)) for line, corners in placed),
            left=round(100 * first[0], 2),
            top=round(100 * (first[1] + first[7]) / 2, 2),
        )


def _points(corners: Corners) -> str:
    return " ".join(f"{corners[i]:g},{corners[i + 1]:g}" for i in range(0, len(corners), 2))
