"""Lists of chats whose bullets are pictures: "📌 Họp phụ huynh: 8h30 Chủ nhật", "📌 Tiêm vắc xin: sáng thứ 5".

What is hard: a picture also stands before days, headings and labelled lines ("📍 Địa điểm: ..."), which are no items.
Only one that leads several lines, each a name before its time, is a bullet.
"""

import re
from collections import Counter
from collections.abc import Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.labels import read_label
from calendars.layouts.timelabels import begins_with_clock, begins_with_weekday, is_time_label

_LEADS = re.compile(
    "\\s*(?P<picture>[\u2600-\u26ff\u2b00-\u2bff\U0001f000-\U0001faff])\ufe0f?\\s*(?=[^\\W\\d])"
)
_FIRST_PICTURE = "\u2600"
_NAME = re.compile(r"[^:;.\n]{3,80}?:\s*[^\n]*(?:\d|tháng|tuần|thứ|chủ nhật|cuối|đầu)", re.IGNORECASE)
_FEWEST = 2


def with_pictured_items(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, such lines with a dash in the place of their picture."""
    led = {
        n: found
        for n, block in enumerate(blocks)
        # Letters, figures and the signs of sentences stand before all pictures.
        if isinstance(block, Line)
        and block.text.lstrip()[:1] >= _FIRST_PICTURE
        and (found := _LEADS.match(block.text))
    }
    if len(led) < _FEWEST:
        return blocks
    lines = {n: block for n, block in enumerate(blocks) if n in led and isinstance(block, Line)}
    items = Counter(led[n]["picture"] for n, line in lines.items() if _is_item(line.text[led[n].end() :]))
    every = Counter(found["picture"] for found in led.values())
    bullets = {picture for picture, count in items.items() if count >= _FEWEST and count == every[picture]}
    return [
        lines[n].with_text(f"- {lines[n].text[led[n].end() :]}")
        if n in led and led[n]["picture"] in bullets
        else block
        for n, block in enumerate(blocks)
    ]


def _is_item(text: str) -> bool:
    """Whether a line tells a name before its time."""
    told = text.strip()
    name = told.partition(":")[0]
    return (
        _NAME.match(told) is not None
        and read_label(told) is None
        and not is_time_label(name)
        and not begins_with_weekday(told)
        and not begins_with_clock(told)
        and not name.isupper()
    )
