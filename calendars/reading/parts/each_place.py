"""One thing held at several places in turn: "Tiếp xúc cử tri: 7h30 ngày 18/11 tại xã A, 14h00 cùng ngày tại xã B".

Each time with the place behind it is a meeting of its own. What is hard is to tell this from one meeting whose
assembly or second day is told beside it: every time must be followed by a place and by nothing else.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from calendars.grammar.rule import Reading
from calendars.layouts.shapes import looks_like_place
from calendars.reading.parts.each_area import day_in_front, in_each_area
from calendars.when import Day, Days, Span

_WIDER = r"(?:,\s(?:xã|phường|thị trấn|huyện|quận|thành phố|thị xã|tỉnh)\s[^,;.()\n]{2,40}?){0,2}"
_BEHIND = re.compile(
    r"(?P<same>,?\s*(?:cùng ngày)\b)?\s*,?\s*"
    rf"(?:(?P<by>tại|ở|điểm:?|:)\s+(?P<place>[^,;.()\n]{{3,70}}?{_WIDER})"
    r"|(?P<bare>(?:liên\s+)?(?:thôn|xã|phường|tổ|khu|ấp|bản|khóm|khối|thị trấn|làng|trường)\s[^,;.()\n]{1,60}?)"
    r"|\((?:tại\s+|ở\s+)?(?P<inner>[^,;()\n]{3,70})\))"
    r"\s*(?:\)?[.;]?$|[.;\n]\s*(?:-\s*)?|,?\s+và\s+|,\s*)"
    r"(?P<next>(?:lớp|đợt|nhóm|ca|vòng|khóa)\s+\d{1,2}\s*:?\s*)?",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\s*[:–-]?\s*\(?(?P<group>(?:các\s+)?(?:khối|lớp|nhóm|cụm|tổ|bậc|cấp|đối tượng|ngành|môn|bảng|đội|khoa)"
    r"\s[^,;.()\n\d]{1,50}?)"
    r"\)?\s*(?:,|;|\.|$|\s+và)\s*",
    re.IGNORECASE,
)
_SOME_CLASSES = re.compile(r"[:,]?\s*(?:gồm\s+)?\d{1,2}\s+(?:lớp|đợt|nhóm|ca)[\s:,]*$", re.IGNORECASE)
_COUNTED = re.compile(r"[\s,;:(]*(?P<group>(?:lớp|đợt|nhóm|ca|vòng|khóa)\s+\d{1,2})\s*:?$", re.IGNORECASE)
_SAME_DAY = re.compile(r",?\s*\bcùng ngày\b", re.IGNORECASE)
_PLACE_FIRST = re.compile(
    r"(?P<name>.{3,200}?)(?::\s*(?P<by>tại\s+)?|\s+tại\s+)(?P<place>[^:,;()\n]{3,60})", re.IGNORECASE
)
_NEXT_PLACE = re.compile(
    r"\)?\s*(?:;|,)\s*(?:và\s+)?(?P<by>tại\s+)?(?P<place>[^:,;()\n]{3,60})", re.IGNORECASE
)
# Of all of them: "xã A 25/7; xã B 26/7, đều bắt đầu lúc 8 giờ".
_HOURS_OF_ALL = re.compile(
    r"\s*[,;(]\s*(?:tất cả\s+)?(?:đều|cùng)\s+(?:(?:bắt đầu|khai mạc|tổ chức|diễn ra|họp)\s+)?"
    r"(?P<hours>(?:(?:từ|lúc|vào|hồi)\s+|buổi\s+)*(?:\d{1,2}\s?(?:h|g|giờ)|(?:sáng|chiều|tối)\b)[^;,.()\n]{0,20}?)"
    r"\s*\)?[.;]?\s*$",
    re.IGNORECASE,
)
# Where every time has one of these behind it they are where it is held, though elsewhere they may be who takes part.
_HOUSES = re.compile(
    r"(?:liên (?:thôn|xã)|tổ dân phố|(?:trường )?(?:tiểu học|thcs|thpt|mầm non|mẫu giáo)|th|ubnd|đảng ủy)\s",
    re.IGNORECASE,
)
_SOME_WORDS = 3


def at_each_place(text: str, readings: Sequence[Reading]) -> list[str]:
    """The text as one for each of its times with their places; nothing where it does not tell them so.

    A time without a day is of the day told before it; `readings` are those of the text, in order.
    """
    if len(readings) < 2 or any(reading.deadline for reading in readings):
        return []
    if shared := _HOURS_OF_ALL.search(text):
        return _with_hours_of_all(text, readings, shared)
    lead, readings = day_in_front(text, readings)
    if lead and (areas := in_each_area(text, lead, readings)):
        return areas
    name = text[lead.at[1] if lead else 0 : readings[0].at[0]].lstrip(" :,").rstrip()
    name = f"{name.rstrip(' :(')}:" if name.endswith("(") else name
    opens = lead is not None or (
        isinstance(readings[0].when, Day) and not name
    )  # "Ngày 5/5: 8h tại xã A, ..."
    if len(readings) < 2 or (not opens and sum(c.isalpha() for c in name) < _SOME_WORDS):
        return []
    if not lead and (behind := _at_places_before(text, readings) or _of_groups(name, text, readings)):
        return behind
    if not lead and (areas := in_each_area(text, None, readings)):
        return areas
    day = lead.when if lead and isinstance(lead.when, Day) else None
    texts: list[str] = []
    places: set[str] = set()
    group = _COUNTED.search(name)  # "lớp 1 sáng 12/6 tại xã A, lớp 2 chiều 13/6 tại xã B"
    if group is not None and (thing := _SOME_CLASSES.sub("", name[: group.start()])):
        name = f"{thing}:"
    for number, reading in enumerate(readings):
        begin, end = reading.at
        stop = readings[number + 1].at[0] if number + 1 < len(readings) else len(text)
        found = _BEHIND.fullmatch(text, end, stop)
        place = (found["place"] or found["inner"] or found["bare"] or "").strip() if found else ""
        if found is None or not (found["bare"] or _is_place(place)):
            return []
        when = reading.when
        told = _SAME_DAY.sub("", text[begin:end]).strip()
        if isinstance(when, Day):
            day = when
        elif day is not None and when.hours and not isinstance(when, Days):
            told = f"{told} ngày {day.day:%d/%m/%Y}"
        else:
            return []
        texts.append(f"{name} {told} tại {place}")
        places.add(place)
    return texts if len(places) == len(texts) else []


def _is_place(text: str) -> bool:
    return looks_like_place(text) or _HOUSES.match(text) is not None


def _with_hours_of_all(text: str, readings: Sequence[Reading], shared: re.Match[str]) -> list[str]:
    """The same where the hours of all of them stand behind the last."""
    stop = shared.start()
    own = [r._replace(at=(r.at[0], min(r.at[1], stop))) for r in readings if r.at[0] < stop]
    return [f"{one} {shared['hours']}" for one in at_each_place(text[:stop], own)]


def _of_groups(name: str, text: str, readings: Sequence[Reading]) -> list[str]:
    """The same where each day is of a group: "Tập huấn: 10/9 khối Tự nhiên, 11/9 khối Xã hội"."""
    if not name.endswith(":") or not all(isinstance(reading.when, Day) for reading in readings):
        return []
    ends = [*(reading.at[0] for reading in readings[1:]), len(text)]
    groups = [_GROUP.fullmatch(text, reading.at[1], end) for reading, end in zip(readings, ends, strict=True)]
    told = [found["group"].strip() for found in groups if found is not None]
    if len(told) < len(readings) or len(set(told)) < len(told):
        return []
    return [
        f"{name[:-1]} ({group}): {text[slice(*reading.at)]}"
        for group, reading in zip(told, readings, strict=True)
    ]


def _at_places_before(text: str, readings: Sequence[Reading]) -> list[str]:
    """The same where each place stands before its day: "Giám sát: tại xã A ngày 05/11; xã B ngày 06/11 (sáng)"."""
    dated = all(isinstance(reading.when, (Day, Days, Span)) for reading in readings)
    if not dated or text[readings[-1].at[1] :].strip(" ).;"):
        return []
    opening = _PLACE_FIRST.fullmatch(text[: readings[0].at[0]].rstrip(" (,:"))
    if opening is None:
        return []
    places, all_at = [opening["place"].strip()], True
    for before, reading in pairwise(readings):
        found = _NEXT_PLACE.fullmatch(text[before.at[1] : reading.at[0]].rstrip(" (,:"))
        if found is None:
            return []
        places.append(found["place"].strip())
        all_at = all_at and found["by"] is not None
    told = all_at and opening["by"]  # "tại Đảng ủy xã A sáng 14/12; tại Đảng ủy xã B chiều 14/12"
    if len(set(places)) < len(places) or not (told or all(map(_is_place, places))):
        return []
    return [
        f"{opening['name']} tại {place}: {text[slice(*reading.at)].replace('(', '')}"
        for place, reading in zip(places, readings, strict=True)
    ]
