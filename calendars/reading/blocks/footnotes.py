"""Footnotes that stand in the middle of a text: a block that begins with a number glued to a word above it.

They are citations and nothing else, so they are taken out before the body is divided (reference section A.3).
What is hard is to know them from a list item: the number has no full stop, and the same number ends a word
before ("Bộ chính trị1").
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Block, Line, Role, Table
from calendars.layouts.marks import read_mark

_NOTE = re.compile(r"^\s*(?:\[(?P<bracketed>\d{1,2})\]|(?P<number>\d{1,2}))\s+(?=[A-ZĐÀ-Ỹ])")
_CITES = re.compile(r"\b(?:số|Luật|Điều|Nghị|Quyết|Kế hoạch|Công văn|Thông tư|Chỉ thị|Kết luận|Quy định)\b")


def take_footnotes(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Line, ...]]:
    """(the blocks without footnotes, the footnotes)."""
    kept: list[Block] = []
    notes: list[Line] = []
    above = ""
    inside = False
    for block in blocks:
        if isinstance(block, Table):
            inside = False
            kept.append(block)
            continue
        if block.role is Role.FOOTNOTE or _is_footnote(block.text, above):
            inside = True
            notes.append(block)
            continue
        if (
            inside
            and block.mark is None
            and read_mark(block.text) is None
            and _CITES.search(block.text)
            and len(block.text) > 60
        ):
            notes.append(block)
            continue
        inside = False
        above += " " + block.text
        kept.append(block)
    return tuple(kept), tuple(notes)


def _is_footnote(text: str, above: str) -> bool:
    found = _NOTE.match(text)
    if not found or not _CITES.search(text):
        return False
    number = found["number"] or found["bracketed"]
    return re.search(rf"(?:[^\W\d_]{{2,}}|\])\[?{number}\]?(?=[\s;,.:)]|$)", above) is not None
