"""Rows of two columns joined by dots, as price lists and timetables on a wall have them.

    Tiêm chủng mở rộng ............ ngày 05 hằng tháng, trùng ngày nghỉ
                                    thì làm vào ngày làm việc tiếp theo

What is hard: the right column goes on below itself. Dots for a hand to write on stand alone, or behind all words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Block, Line

_LEADER = re.compile(r"(?<=\S)[ \t]*(?:\.{4,}|…{2,})[ \t]*(?=\S)")
_SOME = 3  # rows
_SLACK = 3  # columns
_LONGEST_NAME = 90  # letters


def with_leaders(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, each of such rows as "name: what is told of it", with what goes on below it."""
    dotted = [
        (n, block.text)
        for n, block in enumerate(blocks)
        if isinstance(block, Line) and ("...." in block.text or "……" in block.text)
    ]
    found = {
        n: match
        for n, text in dotted
        if (match := _LEADER.search(text)) and 1 < match.start() < _LONGEST_NAME
    }
    if len(found) < _SOME:
        return blocks
    rows: list[Block] = []
    column: int | None = None
    for n, block in enumerate(blocks):
        above = rows[-1] if rows else None
        if (match := found.get(n)) and isinstance(block, Line):
            name, told = block.text[: match.start()].strip(), block.text[match.end() :].strip()
            rows.append(replace(block, text=f"{name}: {told}", whole=True))
            column = match.end()
        elif column is not None and isinstance(above, Line) and (rest := _below(block, column)):
            rows[-1] = replace(above, text=f"{above.text} {rest}")
        else:
            rows.append(block)
            column = None
    return rows


def _below(block: Block, column: int) -> str:
    """What a line holds that stands below the right column; "" for any other."""
    if not isinstance(block, Line) or len(block.text) - len(block.text.lstrip()) + _SLACK < column:
        return ""
    return block.text.strip()
