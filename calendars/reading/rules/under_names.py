"""Standing things named by a heading of their own, with the rule on the line below it.

    CÂU LẠC BỘ "BẠN YÊU SÁCH"
       Chủ nhật đầu tiên hằng tháng, 9h00 (riêng tháng 2 nghỉ)
       Phòng đa phương tiện

What is hard: the hours may stand on a line between the rule and the place, and a heading over a list names none of its
items.
"""

import re
from dataclasses import replace

from calendars.layouts.layout import Item, Matter, Section
from calendars.layouts.shapes import looks_like_place
from calendars.layouts.timelabels import opens_with_hour
from calendars.reading.naming.titles import has_head

_BEGINS = re.compile(
    r"\W*(?:(?:từ|vào|các|mỗi|hằng|hàng|buổi|sáng|chiều|tối)\s+){0,3}(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])\b"
    r"|chủ nhật\b"
    r"|ngày\s+(?:\d|làm việc|đầu|cuối)|\d{1,2}\s?(?:h|g|giờ|:)\d{0,2}\s)",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\b(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm|ngày)\b|\blần\b", re.IGNORECASE)
_ROOM = re.compile(r"(?:phòng|hội trường|nhà|sân|tầng)\b", re.IGNORECASE)  # and here no unit of an office
_MOST_LINES = 3


def named_by_heading(section: Section) -> Section:
    """A section of one thing whose heading is its name, as one item that tells all; any other as it is."""
    if section.heading and section.matter is Matter.TASKS and has_head(section.heading):
        section = replace(section, matter=Matter.EVENTS)  # "III. GIAO BAN CÔNG TÁC ĐƠN THƯ" over its rule
    if not section.heading or len(section.items) != 1:
        return section
    item = section.items[0]
    lines = [line.strip() for line in item.text.split("\n")]
    if item.day or item.time or len(lines) > _MOST_LINES or not _tells_rule(lines[0]):
        return section
    told = _told(section.heading, lines, replace(item, children=()), section)
    return replace(
        section, heading=None, passages=(), items=(told, *item.children)
    )  # what stands below is beside it


def _told(heading: str, lines: list[str], item: Item, section: Section) -> Item:
    """The item with the name before its rule, and a line that begins as a place does as its place."""
    rule, *rest = lines
    if rest and opens_with_hour(rest[0]):
        rule = f"{rule}, {rest.pop(0)}"
    place = next(
        (line for line in rest if _ROOM.match(line) or looks_like_place(line.partition(";")[0])), None
    )
    behind = [line for line in rest if line is not place]
    text = "\n".join((f"{heading.strip(' :')}: {rule}", *behind))
    location = place.partition(";")[0].strip() if place else item.location
    return replace(item, text=text, location=location, passages=(*section.passages, *item.passages))


def _tells_rule(line: str) -> bool:
    return _BEGINS.match(line) is not None and _OFTEN.search(line) is not None
