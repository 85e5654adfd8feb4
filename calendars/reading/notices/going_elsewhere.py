"""A meeting that a notice moves elsewhere: "chuyển Hội nghị từ trực tiếp sang trực tuyến qua phần mềm Zoom".

Its day may stay, and be told in another sentence; where it was to be held is then no place of it any more ("Nay chuyển
địa điểm đến Nhà văn hóa"). What is hard is to know of which meeting such a sentence speaks: the one in whose words it
stands, else the last one told above it.
"""

import re
from collections.abc import Iterable, Sequence

from calendars.documents.document import Block, Line
from calendars.marks import Category
from calendars.reading.naming.places import place_name
from calendars.reading.naming.titles import has_head
from calendars.reading.scope import Draft
from calendars.reading.spans import first_sentence
from calendars.reading.timing.precedence import OLD

_ONLINE = r"(?P<how>(?:trực tuyến|online)(?:\s+(?:qua|trên|bằng)\s+[^.,;:()\n]{2,50})?)"
_SAYS = ("sang", "thay", "địa điểm", "chuyển ", "dời ", " lên ", " mà ")
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

_TO_A_PLACE = re.compile(
    r"\b(?:chuyển|(?<!thay )đổi|thay đổi|điều chỉnh|dời)\s+địa điểm(?:\s+(?:cuộc|buổi|họp|tổ chức|của|hội nghị|này|trên"
    r"|nói trên|nêu trên)){0,4}\s+(?:từ\s+[^.;:\n]{3,60}?\s+)?(?:sang|đến|về|thành|qua)\s*:?\s+(?P<how>[^;\n]{4,120})",
    re.IGNORECASE,
)

_ROOM = (
    r"(?:hội trường|phòng|p\.|nhà (?:văn hóa|thi đấu|khách|hát|truyền thống)|trung tâm|trụ sở|sân|tầng|ubnd|khách sạn"
    r"|rạp|thư viện|trường|khu|cơ sở|quảng trường)\b"
)
_TO_ANOTHER_ROOM = re.compile(  # "nay chuyển xuống Hội trường", "từ phòng 2 lên phòng 4", "không họp ở A mà họp ở B"
    r"(?:\b(?:chuyển|đổi|dời)\s+(?:(?:họp|tổ chức)\s+)?(?:xuống|lên|sang|đến|về|tới|qua|ra|vào)"
    rf"|\btừ\s+(?=[^.;:,\n]{{3,40}}?\s(?:xuống|lên|sang|qua|về)\s){_ROOM}[^.;:,\n]{{0,40}}?\s(?:xuống|lên|sang|qua|về)"
    rf"|\bkhông\s+[^.;:,\n]{{0,40}}?(?:ở|tại)\s+{_ROOM}[^.;:\n]{{0,40}}?\smà\s+(?:[^\W\d_]+\s+){{0,3}}?(?:ở|tại|sang))"
    rf"\s+(?P<how>{_ROOM}[^;\n]{{0,100}})",
    re.IGNORECASE,
)

_REST = re.compile(
    r"[,(]?\s+(?:thời gian|ngày giờ|giờ|thành phần|nội dung|do|vì|để|các nội dung)\s"
)  # what stays, and why


def go_elsewhere(drafts: Sequence[Draft], body: Iterable[Block]) -> None:
    """Give each meeting that goes on the network, or elsewhere, that as its place, in place."""
    firm = [
        draft
        for draft in drafts
        if draft.category is Category.MEETING and draft.status not in OLD and has_head(draft.title)
    ]
    for line in body:
        if not isinstance(line, Line) or not any(map(line.text.__contains__, _SAYS)):
            continue
        found = _GOES.search(line.text) or _INSTEAD.search(line.text)
        moved = None if found else _TO_A_PLACE.search(line.text) or _TO_ANOTHER_ROOM.search(line.text)
        if moved is not None:
            _move(firm, line, moved)
            continue
        above = [draft for draft in firm if _line_of(draft) <= line.number] if found else []
        if found is None or not above:
            continue
        last = max(above, key=_line_of)
        if _line_of(last) < line.number or found["how"][:8].lower() not in (last.location or "").lower():
            last.location = " ".join(found["how"].split())


def _move(firm: Sequence[Draft], line: Line, moved: re.Match[str]) -> None:
    """The last meeting told before a sentence that moves it has its place, but for one that has that already."""
    above = [draft for draft in firm if _line_of(draft) <= line.number]
    place = place_name(_REST.split(first_sentence(moved["how"]), maxsplit=1)[0]) if above else ""
    last = max(above, key=_line_of) if place else None
    if last is None:
        return
    here = _line_of(last) == line.number
    if (
        last.location is None
        or not here
        or last.location in line.text[: moved.start()]
        or place in last.location
    ):
        last.location = place


def _line_of(draft: Draft) -> int:
    return draft.evidence[0].line if draft.evidence else 0
