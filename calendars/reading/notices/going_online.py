"""A meeting that a notice moves to the network: "chuyển Hội nghị từ trực tiếp sang trực tuyến qua phần mềm Zoom".

Its day may stay, and be told in another sentence; where it was to be held is then no place of it any more. What is hard
is to know of which meeting such a sentence speaks: the one in whose words it stands, else the last one told above it.
"""

import re
from collections.abc import Iterable, Sequence

from calendars.documents.document import Block, Line
from calendars.marks import Category
from calendars.reading.naming.titles import has_head
from calendars.reading.scope import Draft
from calendars.reading.timing.precedence import OLD

_ONLINE = r"(?P<how>(?:trực tuyến|online)(?:\s+(?:qua|trên|bằng)\s+[^.,;:()\n]{2,50})?)"
_GOES = re.compile(
    r"\b(?:chuyển|đổi|điều chỉnh)\b[^.;\n]{0,120}?\bsang\s+(?:hình thức\s+)?(?:(?:họp|tổ chức|học|dạy)\s+)?"
    rf"{_ONLINE}",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    rf"\b(?:hình thức|họp|tổ chức)\s+{_ONLINE}[^.;\n]{{0,20}}?\s(?:thay cho|thay vì)\s+(?:[^\W\d]+\s+){{0,3}}?"
    r"(?:trực tiếp|tập trung)\b",
    re.IGNORECASE,
)


def go_online(drafts: Sequence[Draft], body: Iterable[Block]) -> None:
    """Give each meeting that goes on the network that as its place, in place."""
    firm = [
        draft
        for draft in drafts
        if draft.category is Category.MEETING and draft.status not in OLD and has_head(draft.title)
    ]
    for line in body:
        if not isinstance(line, Line) or not any(map(line.text.__contains__, ("sang", "thay"))):
            continue
        found = _GOES.search(line.text) or _INSTEAD.search(line.text)
        above = [draft for draft in firm if _line_of(draft) <= line.number] if found else []
        if found is None or not above:
            continue
        last = max(above, key=_line_of)
        if _line_of(last) < line.number or found["how"][:8].lower() not in (last.location or "").lower():
            last.location = " ".join(found["how"].split())


def _line_of(draft: Draft) -> int:
    return draft.evidence[0].line if draft.evidence else 0
