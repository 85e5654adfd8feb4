"""The head of a mail copied as text: "Từ:", "Ngày gửi:", "Tiêu đề:" (reference section A.1)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from email.utils import parsedate_to_datetime

from calendars.documents.document import Block, Line, Table
from calendars.layouts.words import fold, layout_words

_MAIL_FIELD = re.compile(
    r"\s*(?:(?P<subject>tieu de|chu de|subject)|(?P<sent>ngay gui|ngay|gui luc|thoi gian gui|date|sent)"
    r"|tu|den|toi|from|to|cc|bcc|nguoi gui|nguoi nhan|gui toi|gui|dinh kem|attachments?)\s*:\s*"
)
_MAIL_TAG = re.compile(r"^\s*(?:(?:\[[^\]]*\]|re:|fwd?:|tr:)\s*)+", re.IGNORECASE)


def mail_head(
    blocks: tuple[Block, ...],
) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Block, ...]] | None:
    """The same for a mail copied as text ("Từ:", "Ngày gửi:", "Tiêu đề:" at the very top); None for anything else."""
    head: list[Line] = []
    title: list[Line] = []
    first = next((n for n, block in enumerate(blocks[:3]) if _is_mail_field(block)), 0)
    for block in blocks[first : first + 8]:
        found = _MAIL_FIELD.match(fold(block.text)) if isinstance(block, Line) else None
        if found is None or isinstance(block, Table):
            break
        if found["subject"]:
            title.append(replace(block, text=_subject(block.text[found.end() :])))
        head.append(replace(block, text=_sent(block.text[found.end() :])) if found["sent"] else block)
    if not title or len(head) < 2:
        return None
    lines = tuple(line for line in head if line.number != title[0].number)
    above = tuple(block for block in blocks[:first] if isinstance(block, Line))
    return (*above, *lines, *title), tuple(title[:1]), blocks[first + len(head) :]


def _subject(text: str) -> str:
    """The subject of a mail without its tags; one that says that something is changed stays ("[ĐỔI LỊCH] Họp")."""
    tags = _MAIL_TAG.match(text)
    rest = text[tags.end() :].strip() if tags else text.strip()
    changed = tags is not None and layout_words()["document.signs.notice"].search_spelled(tags[0].lower())
    if tags is None or not changed:
        return rest
    told = " ".join(re.findall(r"\w+", tags[0])).lower()
    return f"{told[:1].upper()}{told[1:]}: {rest}"


def _sent(text: str) -> str:
    """The line that says when a mail was sent, as in Vietnamese ("Mon, 17 May 2021 09:42" is 17/05/2021)."""
    try:
        when = parsedate_to_datetime(text.strip())
    except ValueError:
        return f"Ngày gửi: {text}"
    return f"Ngày gửi: {when:%d/%m/%Y}"


def is_mail(head: Sequence[Line]) -> bool:
    """Whether the lines of a head are those of a mail."""
    return sum(map(_is_mail_field, head)) > 1


def _is_mail_field(block: Block) -> bool:
    return isinstance(block, Line) and _MAIL_FIELD.match(fold(block.text)) is not None
