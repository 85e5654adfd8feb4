"""One thing held for several groups, each at its hours: "Họp phụ huynh" over "- Khối 10: 7h30" and "- Khối 11: 14h00".

What stands below has no day and no name of its own, and is no agenda: every line is a group and its hours.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.grammar.rule import Context
from calendars.layouts.layout import Item
from calendars.marks import Category
from calendars.reading.as_written import CLOCK
from calendars.reading.naming.places import place_name
from calendars.reading.naming.titles import has_head
from calendars.reading.scope import Draft
from calendars.reading.timing.understanding import understood
from calendars.when import Day, with_hours

_HOURS = rf"(?:(?:lúc|từ)\s+)?{CLOCK}(?:\s*(?:[-–]|đến)\s*{CLOCK})?"
_REMARK = r"(?:\s*\((?P<remark>[^()]{1,120})\)|,?\s+tại\s+(?P<place>[^.;:,]{3,80}))?\s*[.;,]?"
_GROUP = re.compile(rf"(?P<group>[^:;.\n]{{1,60}}?)\s*[:–-]\s*(?P<hours>{_HOURS}){_REMARK}", re.IGNORECASE)
_HOURS_FIRST = re.compile(
    rf"(?P<hours>{_HOURS})\s*[:–-]\s*(?P<group>(?:khối|lớp|nhóm|thôn|ấp|bản|tổ|khu|cụm)\s[^:;.\n()]{{1,60}}?){_REMARK}",
    re.IGNORECASE,
)


def of_each_group(own: Sequence[Draft], children: Sequence[Item], context: Context) -> list[Draft]:
    """A draft for each group told below a meeting whose own day has no hour; nothing where that is not told.

    own: what the item itself announces; children: the items below it.
    """
    if len(own) != 1 or own[0].category is not Category.MEETING or not isinstance(own[0].when, Day):
        return []
    meeting, found = (
        own[0],
        [
            _GROUP.fullmatch(text) or _HOURS_FIRST.fullmatch(text)
            for text in (child.text.strip() for child in children)
        ],
    )
    if meeting.when.hours or any(child.children or child.day or child.time for child in children):
        return []
    told = [each for each in found if each is not None and not has_head(each["group"])]
    if not told or len(told) < len(children):
        return []
    drafts = []
    for child, each in zip(children, told, strict=True):
        hours = next((r.when.hours for r in understood(each["hours"], context).readings), None)
        if not hours:
            return []
        drafts.append(
            replace(
                meeting,
                title=f"{meeting.title} ({each['group'].strip()})",
                location=place_name(each["place"]) if each["place"] else meeting.location,
                note="; ".join(filter(None, (meeting.note, each["remark"]))) or None,
                when=with_hours(meeting.when, hours),
                evidence=(*child.passages, *meeting.evidence)[:3],
                issues=list(meeting.issues),
                clues=set(meeting.clues),
            )
        )
    return drafts
