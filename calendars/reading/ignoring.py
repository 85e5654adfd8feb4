"""What looks like a time in a document and is none, with its reason and the line on which it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from calendars.documents.document import Document, Line, Table
from calendars.grammar.rule import Context
from calendars.layouts.outline import mark_of, own_text
from calendars.programme import Ignored
from calendars.reading.frame import Frame
from calendars.reading.issue_days import place_and_day
from calendars.reading.lines import tidy
from calendars.reading.understanding import understood


@dataclass(frozen=True, slots=True)
class _Located:
    """The lines of a document as written, to find on which of them a passage of a joined paragraph begins."""

    lines: tuple[tuple[int, str], ...]

    def line_of(self, snippet: str, paragraph: int) -> int:
        """The line, at or after `paragraph`, on which the passage begins; `paragraph` where it is not found."""
        beginning = " ".join(snippet.split())[:12]
        joined, starts = "", []
        for number, text in self.lines:
            if number < paragraph or number > paragraph + 60:
                continue
            starts.append((len(joined), number))
            joined += " ".join(text.split()) + " "
        place = joined.find(beginning)
        if place < 0:
            return paragraph
        return max((number for start, number in starts if start <= place), default=paragraph)


def ignored_in(
    document: Document, footnotes: Iterable[Line], frame: Frame, context: Context
) -> tuple[Ignored, ...]:
    """Citations, terms, numbers and the like of the whole document, in the order of its lines."""
    located = _Located(tuple((line.number, tidy(line.text)) for line in document.lines()))
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
