"""Rows whose cells are parted by another sign than a bar: "Thứ 2, 12/10 / 8h00 / Họp giao ban / Phòng họp 1".

What is hard: the same signs stand in dates and names, so that each row must begin with a day and then an hour, and
there must be several of them.
"""

from collections.abc import Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.timelabels import is_day_label, is_time_label
from calendars.reading.blocks.whole_text import has_row_of, whole_text

_SIGNS = (" // ", " / ", " ; ", "; ")
# Behind the hour of what is on below a day: "8h30 // Phỏng vấn // Sở Nội vụ".
_SIGNS_OF_HOURS = (" // ", " · ", " ~ ", " » ")
_BULLETS = " -+*•◇○●"
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_LONGEST_DAY = 40  # letters before the first sign


def rows_by_signs(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, bars between the cells of rows that begin with a day and an hour and that another sign parts."""
    text = whole_text(blocks)
    frequent = _frequent(text)
    if not frequent:
        return blocks
    if ";" in frequent and has_row_of(";", text):
        blocks = _semicolons_as_bars(blocks)
    blocks = _below_days(blocks, frequent)
    for sign in filter(frequent.__contains__, _SIGNS):
        rows = [
            n
            for n, block in enumerate(blocks)
            if isinstance(block, Line) and sign in block.text and _is_row(block.text, sign)
        ]
        if len(rows) >= _FEWEST_ROWS:
            parted = list(blocks)
            for n in rows:
                line = blocks[n]
                if isinstance(line, Line):
                    parted[n] = line.with_text(line.text.replace(sign, " | "))
            return parted
    return blocks


def _frequent(text: str) -> frozenset[str]:
    """The signs that stand in a text often enough to part the cells of some rows: of most texts none."""
    signs = (";", *_SIGNS, *_SIGNS_OF_HOURS)
    # To look for one sign first, which most texts lack, costs less than to count it with the blanks about it.
    return frozenset(sign for sign in signs if sign.strip() in text and text.count(sign) >= _FEWEST_ROWS)


def _below_days(blocks: Sequence[Block], frequent: frozenset[str]) -> Sequence[Block]:
    """The blocks, bars between the cells of rows that begin with an hour or a half of the day."""
    for sign in filter(frequent.__contains__, _SIGNS_OF_HOURS):
        rows = {
            n: block.with_text(block.text.replace(sign, " | "))
            for n, block in enumerate(blocks)
            if isinstance(block, Line)
            and sign in block.text[:_LONGEST_DAY]
            and _begins_with_hour(block.text, sign)
        }
        if len(rows) >= _FEWEST_ROWS:
            return [rows.get(n, block) for n, block in enumerate(blocks)]
    return blocks


def _begins_with_hour(text: str, sign: str) -> bool:
    hour = text.split(sign, maxsplit=1)[0].strip(_BULLETS)
    return "|" not in text and is_time_label(hour) and not is_day_label(hour)


def _semicolons_as_bars(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, bars for the semicolons of rows that stand below each other, are as many and begin with days."""
    counts = [
        block.text.count(";") if isinstance(block, Line) and "|" not in block.text else 0 for block in blocks
    ]
    if sum(count >= _FEWEST_CELLS - 1 for count in counts) < _FEWEST_ROWS:
        return blocks
    place = 0
    parted = list(blocks)
    while place < len(blocks):
        end = place + 1
        while end < len(blocks) and counts[place] >= _FEWEST_CELLS - 1 and counts[end] == counts[place]:
            end += 1
        days = sum(is_day_label(_first_cell(block)) for block in blocks[place:end])
        if days >= _FEWEST_ROWS and days >= end - place - 1:
            for n in range(place, end):
                line = blocks[n]
                if isinstance(line, Line):
                    parted[n] = line.with_text(" | ".join(cell.strip() for cell in line.text.split(";")))
        place = end
    return parted


def _first_cell(block: Block) -> str:
    return block.text.split(";", maxsplit=1)[0].strip() if isinstance(block, Line) else ""


def _is_row(text: str, sign: str) -> bool:
    if not 0 < text.find(sign) <= _LONGEST_DAY or "|" in text:
        return False
    cells = [cell.strip() for cell in text.split(sign)]
    return len(cells) >= _FEWEST_CELLS and is_day_label(cells[0]) and is_time_label(cells[1])
