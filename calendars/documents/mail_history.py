"""The earlier mails that an answer drags along: quoted lines ("> ..."), and all behind "Vào ..., X đã viết:".

What is hard: a mail that says nothing itself ("Kính chuyển") passes on what stands below it, so its history is its
content. History goes only where the mail's own words tell a time; what was forwarded stays.
"""

import re
import unicodedata
from dataclasses import replace

from calendars.documents.document import Block, Document, Line

_QUOTED = re.compile(r"\s*>")
_WROTE = re.compile(
    r"\s*(?:vào|on|lúc|ngày)\s.{5,200}(?:đã viết|viết|wrote)\s*:\s*$|\s*-{2,}\s*(?:original message|thư gốc|thư gửi"
    r" ban đầu)\s*-{2,}\s*$|.{2,120}<[^<>@\s]+@[^<>@\s]+>\s*(?:đã viết|viết|wrote)\s*:\s*$"
    r"|\s*(?:vào|on|lúc|ngày)\s[^\d\n]{0,20}\d[^\n]{5,160}(?:đã viết|wrote)\s*:\s*[\"“«]",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*(?:từ|from)\s*:\s*\S", re.IGNORECASE)
_SENT = re.compile(r"\s*(?:đã gửi|ngày gửi|gửi|sent|date)\s*:\s*\S", re.IGNORECASE)
_NEAR = 3
_TELLS_A_TIME = re.compile(
    r"\d{1,2}\s*(?:h(?:\d\d)?\b|giờ\b|:\d\d)|\d{1,2}\s*/\s*\d{1,2}|\bngày \d|\bthứ (?:hai|ba|tư|năm|sáu|bảy|\d)",
    re.IGNORECASE,
)


def without_history(document: Document) -> Document:
    """The text of a mail without the mails it answers; as it is where its own words tell no time."""
    own = own_blocks(document.blocks)
    if len(own) == len(document.blocks):
        return document
    note = "Earlier mails that this one quotes were left out."
    return replace(document, blocks=own, notes=(*document.notes, note))


def own_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a mail's text that are its own; all of them where those tell no time."""
    own = _own(blocks)
    told = (line.text for block in own for line in _lines(block))
    return own if any(_TELLS_A_TIME.search(unicodedata.normalize("NFC", text)) for text in told) else blocks


def _own(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without quoted lines, and without all that stands behind the head of an earlier mail."""
    own: list[Block] = []
    for place, block in enumerate(blocks):
        if not isinstance(block, Line):
            own.append(block)
        elif _begins_history(blocks, place):
            quoted = any(isinstance(b, Line) and _QUOTED.match(b.text) for b in blocks[place + 1 :])
            if not quoted:
                break
        elif not _QUOTED.match(block.text):
            own.append(block)
    return tuple(own)


def _begins_history(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether a line heads an earlier mail: it says who wrote when, or stands as "Từ:" over "Đã gửi:"."""
    text = unicodedata.normalize("NFC", "\n".join(line.text for line in _lines(blocks[place])))
    if _WROTE.match(text):
        return True
    if not _FROM.match(text):
        return False
    below = [line.text for block in blocks[place + 1 : place + 1 + _NEAR] for line in _lines(block)]
    return any(_SENT.match(unicodedata.normalize("NFC", line)) for line in [*below, *text.split("\n")[1:]])


def _lines(block: Block) -> tuple[Line, ...]:
    return (block,) if isinstance(block, Line) else tuple(line for cell in block.cells for line in cell.lines)
