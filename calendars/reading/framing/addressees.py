"""To whom a letter is sent: the list below "Kính gửi:", of which nothing is held (reference section A.1).

What is hard is that the first paragraph of the letter follows the last of the list without a sign, and that a message
may greet its readers and go on with a list of meetings.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.marks import read_mark
from calendars.layouts.words import fold

_GREETS = re.compile(r"\W*(?:kinh|than) gui\s*:?\s*(?P<first>[-–+•*]\s*\S.*)?")
_BULLETS = "-–+•*"
_TELLS_A_TIME = re.compile(
    r"\d\s*(?:h|g|gio|:|/)\s*(?:\d|\b)|\b(?:ngay|luc)\s+\d|\bthu (?:hai|ba|tu|nam|sau|bay|[2-7])\b"
)
_FIRST_LINES = 6
_MOST = 25  # addressees


def take_addressees(body: tuple[Block, ...]) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
    """(the lines of "Kính gửi:" and of the list below it, the body without them); nothing where there is no list."""
    for place, block in enumerate(body[:_FIRST_LINES]):
        greeting = _GREETS.fullmatch(fold(block.text).strip()) if isinstance(block, Line) else None
        if greeting is None or not isinstance(block, Line):
            continue
        listed = _listed(body[place + 1 :])
        if not listed and greeting["first"] is None:
            return (), body
        return (block, *listed), body[:place] + body[place + 1 + len(listed) :]
    return (), body


def _listed(blocks: Sequence[Block]) -> tuple[Line, ...]:
    """The points of a list at the very beginning that name who is written to; none where one tells a time."""
    listed: list[Line] = []
    for block in blocks[:_MOST]:
        if not isinstance(block, Line) or not _is_point(block):
            break
        if _TELLS_A_TIME.search(fold(block.text)):
            return ()
        listed.append(block)
    return tuple(listed)


def _is_point(line: Line) -> bool:
    mark = line.mark or line.text.strip()[:1]
    return mark[:1] in _BULLETS and (line.mark is not None or read_mark(line.text.strip()) is not None)
