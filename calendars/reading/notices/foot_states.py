"""Notes at the foot of a schedule that call a meeting off and tell no time: "Họp công đoàn không tổ chức".

The meeting stands in the list above with its day. What is hard is that a note may tell of people who do not come, or of
what is not to be brought: it counts only where it begins with something that is held, and that stands above.
"""

import re

from calendars.layouts.layout import Item
from calendars.layouts.words import fold, lowered
from calendars.marks import Category, Status
from calendars.reading.naming.titles import mentions_head
from calendars.reading.scope import Draft
from calendars.reading.timing.precedence import Origin
from calendars.when import NO_HOURS, Undated

_LONGEST = 160  # letters
_OFF = re.compile(
    r"^(?P<led>(?:hoãn|tạm hoãn|(?:đã )?hủy|(?:đã )?huỷ|không tổ chức|bỏ)\s+"
    r"(?:cuộc\s+|buổi\s+)?(?P<behind>[^.;:\d]{6,90}))"
    r"|^(?:cuộc\s+|buổi\s+)?(?P<what>[^;:.]{6,90}?)\s*[:,–-]?\s+(?:(?:tuần này|nay|sẽ|được|phải|đã|tạm)\s+){0,3}"
    r"(?P<state>tạm hoãn|hoãn|hủy|huỷ|không (?:tổ chức|họp|diễn ra))\b(?!\s+(?:tập thể|xét xử|phiên))",
    re.IGNORECASE,
)
_SAYS = ("hoãn", "hủy", "huỷ", "không tổ chức", "không họp", "không diễn ra", "bỏ ")
_LABEL = re.compile(r"^\W*(?:ghi chú|lưu ý|chú ý|điều chỉnh|thay đổi)\s*:\s*", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s+|\n")
_FIGURE = re.compile(r"\d\s?(?:[/:hg]|giờ)|\bthứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|\bchủ nhật\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:do|vì|để|đến|cho)\b.*$", re.IGNORECASE)


def called_off_in(item: Item) -> list[Draft]:
    """The drafts, without a time, of the sentences of a note and those below it that call something off."""
    if item.day or item.time:
        return []
    below = [draft for child in item.children for draft in called_off_in(child)]
    said = lowered(item.text)
    told = _SENTENCE.split(_LABEL.sub("", item.text)) if any(map(said.__contains__, _SAYS)) else ()
    return [draft for each in told if (draft := _called_off(each.strip(" .;"), item)) is not None] + below


def _called_off(text: str, item: Item) -> Draft | None:
    found = _OFF.match(text) if len(text) < _LONGEST else None
    if found is None or _FIGURE.search(text):
        return None
    title = _BEHIND.sub("", found["behind"] or found["what"]).strip(" ,:–-")
    if not mentions_head(title):
        return None
    said = fold(found["state"] or found["led"])
    return Draft(
        title=title,
        category=Category.MEETING,
        status=Status.POSTPONED if "hoan" in said else Status.CANCELLED,
        when=Undated(NO_HOURS),
        origin=Origin.OWN,
        evidence=item.passages,
    )
