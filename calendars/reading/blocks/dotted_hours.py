"""Hours written with a dot, "07.30: Chào cờ", with a colon, where the lines of a document begin so.

One such figure may be a day (07.10), an amount or a number of a list. What settles it is that several lines begin with
one whose minutes no month can be (reference section B.1).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from calendars.documents.document import Block, Line, Table

_HOUR = r"(?:[01]?\d|2[0-3])"
_OPENS = re.compile(
    rf"[-–+*•\s]*{_HOUR}\.(?:00|15|30|45)(?![\d./%]|,\d)\s*(?:[:,—]|[-–]\s*{_HOUR}\.\d\d|$|\s[^\W\d]|[-–|]\s+[^\W\d])"
)
_BEHIND = re.compile(
    rf"(?:[(,]|:\s[-–+•*])\s{{0,2}}{_HOUR}\.(?:00|15|30|45)(?:[,:]\s+[^\W\d]|\))"
)  # "Họp tổ (07.30, phòng 2)"
_FROM_TO = re.compile(rf"\btừ {_HOUR}\.(?:00|15|30|45) (?:đến|-|–) {_HOUR}\.(?:00|15|30|45)(?![\d./%]|,\d)")
_ANY = re.compile(
    rf"(?<![\d.,/-])(?P<hour>{_HOUR})\.(?P<minute>00|15|30|45)(?![\d./%]|,\d)(?!\s*(?:điểm|tỷ|triệu|đồng|kg|ha|m2?\b))"
)
_MINUTES = (".00", ".15", ".30", ".45")
_ENOUGH = 2


def with_colons(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with each such hour as "07:30", where two lines or more begin with one; the same blocks elsewhere."""
    texts = list(_texts(blocks))
    whole = "\n".join(texts)
    if not _may_open(whole) or sum(map(_opens, texts)) + len(_FROM_TO.findall(whole)) < _ENOUGH:
        return blocks
    return [_as_table(block) if isinstance(block, Table) else _as_line(block) for block in blocks]


def _may_open(text: str) -> bool:
    """Whether minutes behind a dot, which are quick to count in all lines at once, stand there often enough."""
    return sum(map(text.count, _MINUTES)) >= _ENOUGH


def _opens(text: str) -> bool:
    return ("." in text[:8] and _OPENS.match(text) is not None) or (
        "." in text and _BEHIND.search(text) is not None
    )


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (line.text for cell in block.cells for line in cell.lines)
        else:
            yield block.text


def _as_line(line: Line) -> Line:
    return line.with_text(_ANY.sub(r"\g<hour>:\g<minute>", line.text))


def _as_table(table: Table) -> Table:
    cells = (replace(cell, lines=tuple(map(_as_line, cell.lines))) for cell in table.cells)
    return replace(table, cells=tuple(cells))
