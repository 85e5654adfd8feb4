"""Two meetings that a notice makes one: "ghép Hội nghị A (8h00 ngày 20/3) và Lễ B (21/3) thành một, vào ngày 24/3".

Each had a time of its own, which is the old one now; what they become is told behind, here or in another paragraph.
"""

import re

from calendars.reading.naming.titles import has_head

_TIME = r"\(\s*(?:(?:lịch cũ|lịch|dự kiến|đã thông báo)\s*:?\s*)?(?P<{}>[^()\n]*\d[^()\n]*)\)"
_MADE_ONE = re.compile(
    r"(?P<lead>[^.;\n]{0,160}?)\b(?:ghép|gộp|dồn|nhập)\s+(?:lịch\s+|tổ chức\s+)?(?P<one>[^()\n]{6,100}?)\s*"
    + _TIME.format("first")
    + r"\s*(?:,|và|với|cùng(?: với)?)\s+(?P<other>[^()\n]{6,100}?)\s*"
    + _TIME.format("second")
    + r"\s*(?:thành (?:một|0?1) [^\W\d]+(?: (?:họp|nghị|chung))?)?,?\s*(?:(?:tổ chức|học|họp|diễn ra)\s+)?(?:chung\s+)?"
    r"(?:(?:vào|lúc)\s+)*(?P<new>(?:\d|ngày\s|thứ\s|sáng\s|chiều\s|tối\s)[^\n]*)?\W*",
    re.IGNORECASE,
)
_SAYS = ("ghép ", "gộp ", "dồn ", "nhập ")


def made_one(line: str) -> list[str]:
    """A line that makes two meetings one as what it says of each, and of both; any other line as it is."""
    found = _MADE_ONE.fullmatch(line) if any(map(line.lower().__contains__, _SAYS)) else None
    if found is None or not (has_head(found["one"]) and has_head(found["other"])):
        return [line]
    told = [
        f"{found['one']} (lịch cũ: {found['first']}).",
        f"{found['other']} (lịch cũ: {found['second']}).",
    ]
    return [*told, f"{found['one']} và {found['other']}: {found['new']}"] if found["new"] else told
