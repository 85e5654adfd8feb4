"""Things of a printed card, each a name over its time, as one line: "2. Lễ kỷ niệm" over "Chủ nhật, ngày 16/11/2025".

Hours that stand below a day alone are its agenda and follow it: "Lễ kỷ niệm: Chủ nhật, 16/11/2025; 8h00: Khai mạc".
What is hard is that a day also heads a list of other things, so that only what has a mark before it is such a name.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.labels import read_label
from calendars.layouts.marks import NUMBER
from calendars.layouts.outline import mark_of, own_text
from calendars.layouts.timelabels import begins_with_clock, begins_with_weekday, names_a_day, tells_an_hour
from calendars.layouts.words import fold, layout_words

_LONGEST_NAME = 110
_LONGEST_TIME = 130
_BEGINS = re.compile(
    r"(?:(?:vào|lúc|hồi)\s+)*(?:\d{1,2}\s*(?:giờ|h|g|:)|(?:sáng|chiều|tối|ngày|thứ|chủ nhật)\s)",
    re.IGNORECASE,
)
_ROWS = 12
_NEAR = 24  # letters of a row in which its own day would be told; farther on is "đường 3/2"


def with_cards(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, each name with a mark joined with the time below it and with the hours of its agenda."""
    joined: list[Block] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        end = _end_of_card(blocks, place)
        if isinstance(block, Line) and end > place + 1:
            below = [line.text.strip(" .;") for line in blocks[place + 1 : end] if isinstance(line, Line)]
            joined.append(block.with_text(f"{block.text.rstrip(' :.;')}: {'; '.join(below)}"))
        else:
            joined.append(block)
            end = place + 1
        place = end
    return tuple(joined)


def _end_of_card(blocks: Sequence[Block], place: int) -> int:
    """The place behind the lines of a card that begins here; the place itself where none does."""
    name, time = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    if not isinstance(name, Line) or not isinstance(time, Line) or not _is_name(name) or not _is_time(time):
        return place
    end = place + 2
    if tells_an_hour(time.text):
        return end
    while end < len(blocks) and end - place < _ROWS:
        row = blocks[end]
        if not isinstance(row, Line) or mark_of(row) is not None or names_a_day(row.text.strip()[:_NEAR]):
            break
        if not begins_with_clock(row.text.strip()):
            break
        end += 1
    return end


def _is_name(line: Line) -> bool:
    mark = mark_of(line)
    text = own_text(line, mark)
    return (
        mark is not None
        and mark.rank >= NUMBER
        and 0 < len(text) < _LONGEST_NAME
        and text[0].isalpha()
        and not tells_an_hour(text)
        and not names_a_day(text)
        and layout_words()["furniture.agenda"].match(fold(text)) is None
        and read_label(f"{text.rstrip(' :')}:") is None
        and not text.rstrip().endswith((".", ",", ";"))
    )


def _is_time(line: Line) -> bool:
    text = line.text.strip()
    return (
        mark_of(line) is None
        and len(text) < _LONGEST_TIME
        and names_a_day(text)
        and (begins_with_weekday(text) or _BEGINS.match(text) is not None)
        and read_label(text) is None
    )
