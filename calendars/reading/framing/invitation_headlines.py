"""The headline of an invitation on a web page, which names no kind of paper: "Triệu tập Kỳ họp thứ 19 HĐND tỉnh".

What is hard is that a sentence of invitation begins in the same way ("Kính mời đồng chí dự họp lúc 8h00"): a
headline is the first line, ends without a stop and tells no hour.
"""

import re
from dataclasses import replace

from calendars.documents.document import Line
from calendars.programme import Kind
from calendars.reading.framing.frame import Frame
from calendars.reading.naming.titles import has_head

_HEADLINE = re.compile(
    r"\W*(?:(?P<who>[^.;:,\d\n]{3,60}?):?\s)?(?:triệu tập|(?:(?:trân trọng|kính|thân|thông báo|thư)\s)?mời)"
    r"(?:\s(?:tham dự|đến dự|tới dự|tham gia|về dự|dự))?\s(?P<what>(?!quý |các |toàn |đồng chí|ông |bà "
    r"|bạn)(?:[^.;:\n]|\.(?=\w)){6,160})",
    re.IGNORECASE,
)
_TELLS_HOUR = re.compile(r"\d\s?(?:h|g|giờ|:)\s?\d{0,2}\b|\bngày \d", re.IGNORECASE)


def with_headline(frame: Frame) -> Frame:
    """The frame, the headline that invites people as its title where it has none."""
    first = frame.body[0] if len(frame.body) > 1 else None
    if frame.title is not None or not isinstance(first, Line):
        return frame
    if not frame.kind and (line := next((line for line in reversed(frame.head) if _invites(line)), None)):
        return replace(frame, title=_without_area(line), kind=Kind.INVITATION)
    if first.mark is None and _invites(first):
        return replace(
            frame,
            title=_without_area(first),
            kind=frame.kind or Kind.INVITATION,
            body=frame.body[1:],
            head=(*frame.head, first),
        )
    return frame


def _without_area(line: Line) -> str:
    """The headline without the area that a page puts before it ("Đông Khê: Triệu tập kỳ họp thứ 4")."""
    text = line.text.strip()
    found = _HEADLINE.fullmatch(text)
    area, colon, rest = text.partition(":")
    return rest.strip() if found is not None and colon and area == found["who"] else text


def _invites(line: Line) -> bool:
    text = line.text.strip()
    found = None if _TELLS_HOUR.search(text) else _HEADLINE.fullmatch(text)
    if found is None:
        return False
    what = found["what"]
    return has_head(what if not what.isupper() else what.lower())
