"""What a letter tells behind the time of its meeting: "19h30 tối nay. Kiểm tra kỹ thuật đường truyền từ 18h45".

What is hard is that a second sentence mostly tells more of the meeting's own time ("Dự kiến kết thúc 11h30").
"""

import re

from calendars.layouts.words import fold
from calendars.reading.naming.titles import has_head
from calendars.reading.words import item_words

_NEXT = re.compile(r"(?<=[\w)])\s*(?:\.\s+(?=[^\W\da-zà-ỹđ])|;\s+(?:riêng\s+)?(?=[^\W\d]))")
_REHEARSED = re.compile(
    r",\s+(?=(?:tổng duyệt|sơ duyệt|duyệt chương trình|chạy thử)\b[^,;.\d]{0,20}\d)", re.IGNORECASE
)
_HOUR = re.compile(r"\d\s*(?:h|g|giờ|:)", re.IGNORECASE)
_MORE_OF_IT = re.compile(
    r"(?:du kien|thoi gian|thoi luong|bat dau|khai mac|be mac|ket thuc|tu|den|vao|luc|hoi|buoi|sang|chieu|toi|ca|ngay"
    r"|thu|chu nhat|neu|truong hop|va|hoac|trong|cung|moi|hang|tuan|thang|hai|ba|dot|lan|lich|hop|dai bieu"
    r"|de nghi|luu y)\b"
)
_WORD = re.compile(r"[a-z]{2,}")
_NAMED = 3  # words at the least


def parted(time: str) -> tuple[str, list[str]]:
    """(the words of the meeting's own time, those of other things told behind it with an hour of theirs)."""
    parts = [part for one in _NEXT.split(time) for part in _REHEARSED.split(one)]
    if len(parts) == 1 or not _HOUR.search(parts[0]):
        return time, []
    others = [part for part in parts[1:] if _is_another_thing(part)]
    return (time, []) if len(others) < len(parts) - 1 else (parts[0], others)


def _is_another_thing(part: str) -> bool:
    folded = fold(part)
    hour = _HOUR.search(part)
    return (
        hour is not None
        and _MORE_OF_IT.match(folded) is None
        and item_words()["items.assembly"].search(folded) is None
        and (has_head(part) or len(_WORD.findall(folded[: hour.start()])) >= _NAMED)
    )
