"""Rows below heads that a dash parts: "Nội dung - Thời gian - Người phụ trách" over "1. Họp tổ - 05/11 - ô. Bảo".

What is hard: the same sign stands within what is told and in ranges of days, so that only the last cells are parted
off, as many as the heads have behind the first; a row may lack its time.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.marks import NUMBER, read_mark
from calendars.layouts.tables import heading_role

_SIGN = re.compile(r"\s[-–—]\s")
_NUMBER_HEAD = re.compile(r"\s*(?:stt|tt)\s*[.:)–-]*\s*", re.IGNORECASE)
_TIMES = frozenset({"day", "time"})
_FEWEST_HEADS, _MOST_HEADS = 3, 5
_FEWEST_ROWS = 3
_LONGEST_HEADS = 90  # letters
_STRETCHES = (  # "7h20 - 7h30", "thứ Hai - thứ Sáu", "05/11 - 09/11"
    (
        re.compile(r"\d\s?(?:[hg]\s?\d{0,2}|:\d\d|giờ(?:\s\d\d)?)$", re.IGNORECASE),
        re.compile(r"\d{1,2}\s?(?:[hg:]|giờ)", re.IGNORECASE),
    ),
    (re.compile(r"thứ\s\w+$", re.IGNORECASE), re.compile(r"(?:thứ\s\w+|chủ nhật)(?!\w)", re.IGNORECASE)),
    (re.compile(r"\d[/.]\d{1,2}$"), re.compile(r"\d{1,2}[/.]\d{1,2}\b")),
)
_TIME = re.compile(
    r"\d\s?[/.-]\s?\d|\d\s?(?:h|g|giờ)\b|\b(?:tháng|tuần|quý|hằng|hàng|thứ)\s|\bngày\s\d", re.IGNORECASE
)


def rows_below_heads(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, bars between the cells of such heads and of the numbered rows below them."""
    for place, block in enumerate(blocks):
        if not isinstance(block, Line) or len(text := block.text) > _LONGEST_HEADS:
            continue
        has_dash = "-" in text or "–" in text or "—" in text
        heads = _heads(text) if has_dash else None
        if heads is None:
            continue
        rows: dict[int, Line] = {}
        end = place + 1
        while end < len(blocks) and (_is_blank(blocks[end]) or _is_row(blocks[end])):
            line = blocks[end]
            if isinstance(line, Line) and not _is_blank(line):
                rows[end] = line.with_text(" | ".join(_cells(line.text, heads)))
            end += 1
        if len(rows) >= _FEWEST_ROWS:
            head = block.with_text(" | ".join(["TT", *heads]))
            return [*blocks[:place], head, *rows.values(), *blocks[max(rows) + 1 :]]
    return blocks


def _heads(text: str) -> list[str] | None:
    """The heads of such columns, that of the numbers left out; None for any other line."""
    if not _SIGN.search(text):
        return None
    heads = [part.strip() for part in _SIGN.split(_NUMBER_HEAD.sub("", text, count=1))]
    roles = [heading_role(head) for head in heads]
    known = _FEWEST_HEADS <= len(heads) <= _MOST_HEADS and None not in roles
    return heads if known and roles[0] == "content" and _TIMES.intersection(map(str, roles)) else None


def _is_blank(block: Block) -> bool:
    return isinstance(block, Line) and not block.text.strip()


def _is_row(block: Block) -> bool:
    mark = read_mark(block.text) if isinstance(block, Line) else None
    return (
        mark is not None
        and mark.rank == NUMBER
        and isinstance(block, Line)
        and bool(_SIGN.search(block.text))
    )


def _parted(text: str) -> list[str]:
    """The parts of a text between the signs; those of a stretch of hours, days or weekdays stay together."""
    parts: list[str] = []
    for part in _SIGN.split(text):
        if parts and any(ends.search(parts[-1]) and goes_on.match(part) for ends, goes_on in _STRETCHES):
            parts[-1] = f"{parts[-1]} - {part}".strip()
        else:
            parts.append(part.strip())
    return parts


def _cells(text: str, heads: Sequence[str]) -> list[str]:
    """The number of a row, and its words as many cells as there are heads."""
    mark = read_mark(text)
    number, rest = (mark.text, text[mark.end :]) if mark else ("", text)
    parts = _parted(rest)
    many = len(parts) - len(heads) + 1
    if many > 1:
        parts = [" - ".join(parts[:many]), *parts[many:]]
    timed = next(n for n, head in enumerate(heads) if heading_role(head) in _TIMES)
    while len(parts) < len(heads):
        parts.insert(len(parts) if len(parts) > timed and _TIME.search(parts[timed]) else timed, "")
    return [number, *parts]
