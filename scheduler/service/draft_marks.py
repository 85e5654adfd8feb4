"""What became of each line of a document under review, so that the page can show it in the colour of its entry.

What is hard is a table, where what names an entry, when it is and where stand in cells of their own.
"""

from collections.abc import Iterable
from dataclasses import replace

from calendars.documents.document import Cell, Table
from calendars.programme import Programme
from scheduler.service.reading import Fate, Marked, ReadDocument, explain


def marks_of(read: ReadDocument) -> Iterable[Marked]:
    """What became of each line. A line in a cell belongs to what names it, and not to the cell before it.

    So does a cell of the same row that says where, with whom or in which part of the day.
    """
    rows: dict[int, tuple[int, int]] = {}
    cells: dict[int, Cell] = {}
    for index, block in enumerate(read.document.blocks):
        if isinstance(block, Table):
            for cell in block.cells:
                rows |= {line.number: (index, cell.row) for line in cell.lines}
                cells |= {line.number: cell for line in cell.lines}
    named = [
        {passage.line: _plain(passage.text) for passage in entry.evidence} for entry in read.programme.entries
    ]
    in_row: dict[tuple[int, int], set[int]] = {}
    for number, told in enumerate(named, 1):
        for line in told:
            if line in rows:
                in_row.setdefault(rows[line], set()).add(number)
    for marked in explain(read.document, read.programme):
        if marked.line not in cells or marked.fate in (Fate.FURNITURE, Fate.IGNORED):
            yield marked
            continue
        text, whole = _plain(marked.text), _plain(cells[marked.line].text)
        own = tuple(
            number
            for number, told in enumerate(named, 1)
            if marked.line in told
            or any(text in passage for passage in told.values())
            or (number in in_row.get(rows[marked.line], ()) and _tells_more(whole, read.programme, number))
        )
        fate = Fate.ENTRY if own else Fate.IGNORED if marked.reasons else Fate.NOT_UNDERSTOOD
        yield replace(marked, entries=own, fate=fate)


_PARTS = ("sáng", "trưa", "chiều", "tối", "cả ngày")


def _tells_more(cell: str, programme: Programme, number: int) -> bool:
    """Whether a cell gave an entry of its row the place, the people, or the part of the day."""
    entry = programme.entries[number - 1]
    told = (entry.location, entry.chair, entry.attendees, entry.prepared_by, entry.note)
    return cell.casefold() in _PARTS or any(cell in _plain(text) for text in told if text and cell)


def _plain(text: str) -> str:
    return " ".join(text.split())
