"""What looks like a time in a document and is none, with its reason and the line on which it stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

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
        self._lines: Sequence[Line] = sorted(lines, key=attrgetter("number"))
        self._numbers: Sequence[int] = [line.number for line in self._lines]
        self._as_read: dict[int, str] = {}

    def line_of(self, snippet: str, paragraph: int) -> int:
        """The line, at or after `paragraph`, on which the passage begins; `paragraph` where it is not found."""
        beginning = " ".join(snippet.split())[:12]
        first = bisect_left(self._numbers, paragraph)
        last = bisect_left(self._numbers, paragraph + _LONGEST + 1)
        if (
            first < last and beginning in self._lines[first].text
        ):  # as of most, which then are not tidied again
            return self._numbers[first]
        read = ""
        begins: list[int] = []  # where in it each of its lines begins
        for place in range(first, last):
            begins.append(len(read))
            read = f"{read}{self._text(place)} "
            found = read.find(beginning, max(0, begins[-1] - len(beginning)))
            if found >= 0:
                return self._numbers[first + bisect_right(begins, found) - 1]
        return paragraph

    def _text(self, place: int) -> str:
        """A line as it was read, which for most of them nobody asks."""
        if place not in self._as_read:
            self._as_read[place] = " ".join(tidy(self._lines[place].text).split())
        return self._as_read[place]


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
