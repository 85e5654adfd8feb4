"""Notes that run on behind their name on one line, each with its sign: "Lưu ý: + Trực trưa: tổ 1. + Thu tiền: 09/3".

What is hard is a dash inside a note, so that only the first one's sign behind the end of a sentence is one.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from calendars.documents.document import Line

_OPENS = re.compile(
    r"(?P<name>\s*[*_(]{0,3}(?:ghi chú|lưu ý|chú ý)(?: (?:chung|thêm|khác))?[*_)]{0,3}\s?:)"
    r"\s*(?P<sign>[-–+•*])\s+(?=\S)",
    re.IGNORECASE,
)
_NEXT = {sign: re.compile(rf"(?<=[.;])\s+{re.escape(sign)}\s+(?=[^\W\d_]|\d)") for sign in "-–+•*"}


def with_notes_apart(lines: Iterable[Line]) -> Iterable[Line]:
    """The lines, notes that run on behind "Ghi chú:" each on one of its own."""
    for line in lines:
        begins = line.text[:20].lower()
        found = _OPENS.match(line.text) if "hú" in begins or "ưu ý" in begins else None
        parts = _NEXT[found["sign"]].split(line.text[found.end() :]) if found else []
        if found is None or len(parts) == 1:
            yield line
            continue
        yield replace(line, text=found["name"].strip(), whole=True)
        for part in parts:
            yield replace(line, text=f"{found['sign']} {part.strip()}", mark=None, whole=True)
