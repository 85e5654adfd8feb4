"""What looks like a time in a document and is none, with its reason and the line on which it stands."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from calendars.documents.document import Document, Line, Table
from calendars.grammar.rule import Context
from calendars.layouts.outline import mark_of, own_text
from calendars.programme import Ignored
from calendars.reading.blocks.tidying import tidy
from calendars.reading.framing.frame import Frame
from calendars.reading.framing.issue_days import place_and_day
from calendars.reading.timing.understanding import understood

_LONGEST = 60  # lines of a paragraph


class _Located:
    """The lines of a document as written, to find on which of them a passage of a joined paragraph begins."""

    def __init__(self, lines: Iterable[Line]) -> None:
        numbered = sorted((line.number, " ".join(tidy(line.text).split())) for line in lines)
        self._numbers: Sequence[int] = [number for number, _ in numbered]
        self._texts: Sequence[str] = [text for _, text in numbered]

    def line_of(self, snippet: str, paragraph: int) -> int:
        """The line, at or after `paragraph`, on which the passage begins; `paragraph` where it is not found."""
        beginning = " ".join(snippet.split())[:12]
        first = bisect_left(self._numbers, paragraph)
        last = bisect_left(self._numbers, paragraph + _LONGEST + 1)
        place = " ".join(self._texts[first:last]).find(beginning)
        if place < 0:
            return paragraph
        for number, text in zip(self._numbers[first:last], self._texts[first:last], strict=True):
            place -= len(text) + 1
            if place < 0:
                return number
        return paragraph


def ignored_in(
    document: Document, footnotes: Iterable[Line], frame: Frame, context: Context
) -> tuple[Ignored, ...]:
    """Citations, terms, numbers and the like of the whole document, in the order of its lines."""
    located = _Located(document.lines())
    found: list[Ignored] = []
    found += [
        Ignored(" ".join(line.text.split()), "issue-date", line.number)
        for line in (*frame.head, *frame.tail)
        if frame.issued is not None and place_and_day(line) == frame.issued
    ]
    paragraphs = [block for block in frame.body if not isinstance(block, Table)]
    cells = [
        line
        for block in frame.body
        if isinstance(block, Table)
        for cell in block.cells
        for line in cell.lines
    ]
    for line in (*frame.head, *paragraphs, *cells, *footnotes):
        words = own_text(line, mark_of(line))
        for no_time in understood(words, context).no_times:
            text = words[slice(*no_time.at)]
            found.append(Ignored(" ".join(text.split()), no_time.reason, located.line_of(text, line.number)))
    for line in footnotes:
        for reading in understood(line.text, context).readings:
            text = line.text[slice(*reading.at)]
            found.append(Ignored(text, "citation", located.line_of(text, line.number)))
    return tuple(sorted(dict.fromkeys(found), key=lambda item: item.line))
