"""Titles that are nothing but the public holidays on which all are free: "Tết Âm lịch - 2 tuần", "Lễ Quốc khánh".

What is hard: what is held on such a day bears its name too ("Mít tinh Quốc khánh"), so that no other word may be left.
"""

import re

from calendars.layouts.words import fold

_HOLIDAY = (
    r"(?:tet(?: (?:duong lich|tay|nguyen dan|am lich|co truyen|ta))?(?: [a-z]{2,4} (?:ty|suu|dan|mao|thin|ngo|mui|than"
    r"|dau|tuat|hoi))?|nam moi duong lich|gio to(?: hung vuong)?|quoc khanh|quoc te lao dong|giang sinh|noel"
    r"|(?:ngay )?giai phong (?:hoan toan )?mien nam(?:,? thong nhat (?:dat nuoc|to quoc))?"
    r"|ngay (?:chien thang|thong nhat)|(?:30 ?/ ?0?4|0?1 ?/ ?0?5|0?2 ?/ ?0?9|10 ?/ ?0?3(?: am lich| al)?))"
)
_LED = r"(?:(?:cac )?(?:ngay |le |dip |ngay le )?)"
_LENGTH = r"(?:\s*[(–-]\s*\d{1,2} (?:tuan|ngay)\)?)?(?:(?: nam)? 20\d\d)?"
_ALL = re.compile(
    rf"(?:(?:duoc )?nghi (?:bu )?)?{_LED}{_HOLIDAY}(?:(?: ?[,;+&–-] ?| va ){_LED}{_HOLIDAY}){{0,4}}{_LENGTH}\W*"
)
_LONGEST = 90


def names_holidays(title: str) -> bool:
    """Whether a title is the name of one holiday or several, perhaps with how long it lasts, and nothing else."""
    return len(title) < _LONGEST and _ALL.fullmatch(fold(title).strip(" .")) is not None
