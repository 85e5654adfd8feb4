"""A labelled time that tells of more than when: "Thời gian: nhận bài đến 15/11; chấm 16-18/11; công bố 20/11".

Each of several named times is a thing of its own, and what a bracket asks for belongs to the words of the item.
"""

import re
from dataclasses import replace

from calendars.layouts.layout import Item

_ASKED = re.compile(
    r"\s*\((?P<asked>[^()\d]{3,60}?\s?(?:gửi|nộp|đăng ký|hoàn thành)\b[^()]{0,60}?"
    r"(?:trước|chậm nhất|hạn|đến)[^()]{0,20}\d[^()]{0,20})\)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?!(?:sáng|chiều|tối|từ|đến|trước|ngày|thứ|tuần|tháng|lúc|vào|hồi|dự kiến|cả|buổi|khai mạc|bế mạc|bắt đầu"
    r"|kết thúc)\b)[^\W\d_]+(?:\s[^\W\d_]+){1,8}?:?\s"
    r"(?:(?:từ|đến|hết|trước|lúc|ngày|vào|sáng|chiều|tối|chậm nhất)\s){0,4}\d[^;]{0,60}",
    re.IGNORECASE,
)
_FEWEST = 2


def with_asked_for(item: Item) -> Item:
    """The item, what a bracket of its labelled time asks for as words of its own."""
    if item.time is None or "(" not in item.time or (found := _ASKED.search(item.time)) is None:
        return item
    time = item.time[: found.start()] + item.time[found.end() :]
    return replace(item, text=f"{item.text.rstrip(' .')} ({found['asked']})", time=time)


def things_of_time(item: Item) -> list[Item]:
    """An item for each of the named times that its label tells, one after the other; [] where it tells only when."""
    if item.time is None or ";" not in item.time or item.day is not None:
        return []
    parts = [part.strip(" .") for part in item.time.split(";")]
    if len(parts) < _FEWEST or not all(map(_NAMED.fullmatch, parts)):
        return []
    return [replace(item, text=part[:1].upper() + part[1:], time=None, children=()) for part in parts]
