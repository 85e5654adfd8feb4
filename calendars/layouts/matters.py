"""What a section is about, by the words of its heading: what is held, what is to be done, what was done.

What is hard is that the same words stand in sentences that open a list: "Căn cứ tình hình mưa lũ, Sở thông báo:"
reports nothing, "Chấm thi và công bố kết quả" tells what is to come (reference section A.5).
"""

import re

from calendars.layouts.layout import Matter
from calendars.layouts.words import fold, layout_words

_MEETS = re.compile(r"(?:(?:[ivx]+|\d+)[./)]\s*)?(?:hop|hoi nghi|kiem tra thuc dia)\s")  # "II. Họp đánh giá"
_INVITES = re.compile(
    r"(?:tran trong )?(?:kinh )?moi\b[^:]{0,160}\bdu\b[^:]{0,80}:"
)  # "Kính mời ... tới dự:"
_MADE_KNOWN = (
    "cong bo",
    "thong bao",
    "tra",
    "niem yet",
)  # "III. Chấm thi và công bố kết quả" tells what is to come
# "Căn cứ tình hình mưa lũ, Sở thông báo:" opens what is announced and reports nothing.
_ANNOUNCES = re.compile(
    r"(?:can cu|thuc hien|tren co so|theo|do|de|nham|xet|truoc)\b.*"
    r"\b(?:thong bao|de nghi|yeu cau|quyet dinh|dieu chinh|thay doi)\b[^:]{0,40}:"
)


def matter_of(heading: str | None, inherited: Matter = Matter.UNKNOWN) -> Matter:
    """What a section is about, by the words in its heading (reference section A.5)."""
    if heading is None:
        return inherited
    folded, words = fold(heading), layout_words()
    if _MEETS.match(folded) or _INVITES.fullmatch(folded.strip()):
        return Matter.EVENTS
    if _ANNOUNCES.fullmatch(folded.strip()):
        return inherited
    for name in ("tail", "report", "events", "tasks"):
        found = words[f"sections.{name}"].search(folded)
        if found and not (name == "report" and folded[: found.start()].rstrip().endswith(_MADE_KNOWN)):
            return Matter(name)
    return inherited
