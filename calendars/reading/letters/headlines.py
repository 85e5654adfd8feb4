"""The headline of a page that has no type of document over it: "Hiến máu tình nguyện - việc cần làm ngay".

Offices copy their papers to web pages without heads and with a headline in small letters, over sentences and labelled
lines. What is hard is that the first line of a message is as short ("Chị Lan ơi", "Kính gửi: ..."), so that it is
asked only where a labelled time has no other name.
"""

import re

from calendars.documents.document import Line
from calendars.layouts.labels import read_label
from calendars.layouts.outline import mark_of
from calendars.layouts.words import fold
from calendars.reading.framing.frame import Frame

_SPEAKS_TO = re.compile(
    r"\W*(?:kinh|than|than ai|tran trong|xin)?\s*(?:gui|chao|thua|moi|bach|hi|hello|alo|dear|toi|tu)\b"
    r"|.{0,30}\b(?:oi|nhe|nha|a)$|\W*(?:can cu|theo|thuc hien|de|nham|nhan|vi|do|duoc su|hom nay|ngay|tiep theo"
    r"|noi dung|so)\b"
)
_ANNOUNCES = re.compile(
    r"(?:thông báo|thông tin|báo)\b[^.:;]{0,90}?\s(?:về việc|về)\s+(?P<what>[^.:;\n]{12,200}?)"
    r"(?:,?\s+(?:cụ thể )?như sau)?\s*:",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 30  # words


def headline(frame: Frame) -> str | None:
    """What the first line of a page without a title names, or the sentence that leads to its labelled lines."""
    lines = [block for block in frame.body if isinstance(block, Line)]
    for line in lines[:3]:
        if found := _ANNOUNCES.search(line.text):
            return found["what"].strip(" ,")
    first = next(iter(lines), None)
    if first is None or len(lines) < _FEWEST or mark_of(first) is not None:
        return None
    text = first.text.strip()
    if text[-1:] in ".:;,?" or not _FEWEST <= len(text.split()) <= _MOST or not text[:1].isupper():
        return None
    spoken = _SPEAKS_TO.match(fold(text)) is not None or read_label(text) is not None
    return None if spoken or any(map(str.isdigit, text[:2])) else text.rstrip("!")
