"""A letterhead that a web page prints below its own headline, and how far it reaches.

"Liên đội", "Kế hoạch tháng 3 năm 2017", then the paper as it was written: issuer, motto, number, "Tân Mỹ, ngày 3
tháng 3 năm 2017", and its own title. What is hard: the last lines of a short paper are a place and a day too, and its
first may be a sentence; so every line before the last sure one must be short and tell nothing.
"""

import re
from collections.abc import Callable, Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.labels import read_label
from calendars.layouts.marks import read_mark
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import begins_with_clock, begins_with_weekday, is_time_label
from calendars.layouts.words import fold
from calendars.reading.framing.first_things import tells_a_day

_REACH = 18  # lines from the top
_LONGEST = 110
_SURE = 2  # signs of a letterhead without which a place and a day may be the foot of a short text
_MOTTO_CUT = re.compile(
    r"cong hoa xa\b|hoi chu nghia viet nam|doc lap\b.{0,5}\btu\b|\btu do\b.{0,5}\bhanh phuc"
)
_YEAR = re.compile(r"\b20\d\d\b")
_A_DAY = re.compile(r"\bngay \d|\d\s?[/.]\s?\d|\d ?(?:h\b|gio\b)")
_CALLS = re.compile(
    r"(?:\W*)(?:kinh|than|tran trong|can cu|thuc hien|theo|nham|de|nhan|noi nhan|thoi gian|dia diem)\b"
)

# Over a title that a web page has in small letters: "Cổng thông tin điện tử", "Huyện Phú Lâm", "Trường THCS Hòa An".
_BODY = re.compile(
    r"(?:(?:cong|trang) (?:thong tin|tin)\b|website\b|bao (?:dien tu|[^\d:;.]{2,40} (?:dien tu|online)$)"
    r"|trang chu$|tin tuc$|thong bao$|ubnd|hdnd|uy ban|hoi dong|mttq"
    r"|(?:tinh|thanh|huyen|quan|dang|thi) (?:uy|doan)\b|dang bo|chi bo|so|bo|cuc|chi cuc|phong|ban|huyen|quan|thi xa"
    r"|thi tran|thanh pho|tinh|xa|phuong|truong|trung tam|benh vien|hoc vien|vien|lien doan|hoi|cong doan|cong ty)\b"
    r"[^\d:;.]{0,80}$"
)


def names_a_body(text: str) -> bool:
    """Whether a line is but the name of a site or an office, as web pages have it over a headline."""
    return _BODY.match(fold(text).strip()) is not None


def letterhead_reach(
    blocks: Sequence[Block],
    *,
    is_sign: Callable[[Line], bool],
    is_title: Callable[[Line], bool],
) -> int:
    """How many blocks stand before the end of a letterhead at the top of a paper; 0 where none is sure.

    is_sign: whether a line is a motto, a number, or a place and a day; is_title: whether it begins a title.
    """
    reach = signs = 0
    for n, block in enumerate(blocks[:_REACH]):
        if not isinstance(block, Line):
            break
        if is_sign(block):
            reach, signs = n + 1, signs + 1
        elif _MOTTO_CUT.search(fold(block.text)):
            signs += 1
        elif _may_tell(block, is_title=is_title(block)) or (signs and is_title(block)):
            break  # a title below the letterhead is the paper's own, and what is below it is its body
    return reach if signs >= _SURE and reach < len(blocks) - 1 else 0


def headline_over(head: Sequence[Line], title: list[Line], is_title: Callable[[Line], bool]) -> list[Line]:
    """The title of a paper below a page's headline: its own, but for one that lacks a title or the year of it.

    head: the lines as far as the letterhead reaches; title: those of the paper's own title.
    """
    headline = next(([line] for line in head if is_title(line)), [])
    if not headline or (title and (_tells_year(title) or not _tells_year(headline))):
        return title
    return headline


def _tells_year(title: Sequence[Line]) -> bool:
    return any(_YEAR.search(line.text) for line in title)


def _may_tell(line: Line, *, is_title: bool) -> bool:
    """Whether a line may be the first of the body: an item, a label, a sentence, or anything with a time."""
    text = line.text.strip()
    if line.mark is not None or read_mark(text) is not None or read_label(text) is not None:
        return True
    if len(text) > _LONGEST or text.endswith((":", ";")) or _CALLS.match(fold(text)) or heading_role(text):
        return True
    if not is_title and _A_DAY.search(fold(text)):
        return True
    if text.endswith(".") and not text.isupper():
        return True
    timed = begins_with_clock(text) or begins_with_weekday(text) or tells_a_day(text)
    return timed or (is_time_label(text) and not re.match(r"\W*(?:thang|nam|quy|tuan)\b", fold(text)))
