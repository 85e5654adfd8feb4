"""When a web page was put up: lines near its top that tell it and announce nothing.

What is hard is that a schedule heads its rows in the same way ("24/8/2026", "08:00, 24/11/2026"): a page's clock shows
any minute, and a bare day stands over prose that names other days.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Block, Line, Table
from calendars.layouts.timelabels import begins_with_clock, is_part_label
from calendars.layouts.words import fold

_WEEKDAY = r"(?:(?:thu \w+|chu nhat),? )?"
_DAY = rf"{_WEEKDAY}(?:ngay )?(?:\d{{1,2}}/\d{{1,2}}/|\d{{1,2}} thang \w+,? (?:nam )?)\d{{4}}"
_MINUTE = rf"{_WEEKDAY}(?:00:00|\d{{1,2}}:(?!00|15|30|45)\d{{2}})(?::\d{{2}})?"
# so that "Thứ năm, 31/10/2024 10:12 | Lượt xem: 356" is one, and "00:00 17/09/2018"
PRINTED = re.compile(rf"{_DAY}[\s,|-]*\d{{1,2}}:\d{{2}}(?::\d{{2}})?|{_MINUTE}[\s,|-]+{_DAY}$")
PAGE_STAMP = re.compile(
    rf"(?:{_DAY}[\s,|-]*\d{{1,2}}:\d{{2}}(?::\d{{2}})?|{_MINUTE}[\s,|-]+{_DAY}"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \d{1,2}/\d{1,2}/\d{4})"
    r"(?:\s*(?:am|pm|gmt.{0,3}|\[gmt.{0,3}\]))?\s*(?:[|(].*|luot (?:xem|doc).*)?"
)
# What a page puts beside its day, so that nothing else on the line is a meeting: how often it was read, what a reader
# may do with it.
_OF_A_PAGE = (
    r"(?:(?:so )?(?:luot|lan) (?:xem|doc|truy cap|tai)|(?:da )?xem)\s*:?\s*\d[\d.,]*"
    r"|\d[\d.,]* (?:luot|lan) (?:xem|doc|truy cap)"
    r"|in (?:bai viet|trang|ban tin)|ban in|gui (?:email|mail|bai viet)|chia se(?: (?:bai viet|facebook|zalo))?"
    r"|\d* ?binh luan"
)
_PAGE_DAY = rf"(?:tin |dang |bai )?(?:luc |ngay )?{_WEEKDAY}(?:ngay )?\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}"
_PAGE_HOUR = r"(?:luc |vao luc )?\d{1,2}(?:[:h]\d{2}){1,2}"
_BETWEEN = r"[\s,;|•·–—-]+(?:ngay )?"
PAGE_FURNITURE = re.compile(
    rf"(?={_PAGE_DAY}|{_PAGE_HOUR}|{_OF_A_PAGE})(?=.{{0,80}}?(?:{_OF_A_PAGE}))"
    rf"(?:{_PAGE_DAY}|{_PAGE_HOUR}|{_OF_A_PAGE})"
    rf"(?:{_BETWEEN}(?:{_PAGE_DAY}|{_PAGE_HOUR}|{_OF_A_PAGE})){{1,5}}"
)
_NO_MEETING = re.compile(r"\b00:00\b|\b\d{1,2}:(?!00|15|30|45)\d\d\b|:\d\d:\d\d|\bgmt|\|")
_AUTHOR = re.compile(  # "PV 24/08/2025 10:06"
    r"^(?!thu |chu nhat|ngay )[^\W\d][^\d:,]{0,25}(?=\s\d{1,2}/\d{1,2}/\d{4})"
)
_PIECE_OF_PAGE = rf"(?:{_PAGE_DAY}|{_PAGE_HOUR}|{_OF_A_PAGE})"
_PUT_UP = re.compile(  # "Đăng lúc: 09:47 08/11/2025 - Lượt xem: 213", "Văn hóa - Ngày đăng : 08/11/2025"
    r"(?:[^\W\d][^\d:;.]{2,24}\s[-–|]\s?)?"
    r"(?:(?:(?:da |duoc )?dang(?: tai)?(?: luc| ngay| vao)?|ngay dang(?: bai| tai)?|thoi gian dang|xuat ban"
    r"|(?:ngay )?cap nhat(?: luc| ngay| lan cuoi)?|(?:(?:thoi diem|ngay|gio|ngay gio) )?in(?: ra)?(?: luc| ngay)?"
    r"|(?:ngay )?(?:ket |trich )?xuat(?: luc| ngay)?|tai ve(?: luc| ngay)?)\s*:?\s+"
    r"|(?:nguoi dang|nguoi gui|dang boi|tac gia)\s*:\s*[^|·•\d]{2,40}[|·•–-]\s*)"
    rf"{_PIECE_OF_PAGE}(?:{_BETWEEN}{_PIECE_OF_PAGE}){{0,5}}(?:\W*boi:? [^;:]{{2,40}})?"
)
_PART_OF_SITE = (
    r"(?:logo|menu|banner|(?:ban )?tin tuc|tin (?:moi|nong|noi bat|hoat dong)|su kien|hoat dong|thong bao|thong tri"
    r"|thong tin|van ban|gioi thieu|tuyen sinh|dao tao|chuyen muc|lich cong tac|khoa hoc cong nghe|van hoa|xa hoi)"
)
_WAY_TO_PAGE = re.compile(  # "Trang chủ > Thông báo", "Văn bản » Thông báo", "Tin tức - Sự kiện"
    r"(?:trang chu|trang nhat|home(?:page)?)\s*(?:>|»|›|/|\|).{0,120}"
    r"|[^\W\d][^»›>:;.\d]{2,40}(?:\s[»›>]\s?[^»›>:;.\d]{3,60}){1,4}"
    r"|(?:logo|menu|banner|tin (?:tuc|moi|nong|noi bat|hoat dong)|su kien noi bat)"
    r"|(?:en|vn|vi|english|tieng anh|tieng viet)(?:\W{1,3}(?:en|vn|vi|english|tieng anh|tieng viet))?"
    rf"|{_PART_OF_SITE}(?:\s?(?:[-–&|,/]|va)\s?{_PART_OF_SITE}){{1,3}}"
)
_DAYS_OF_WEEK = r"\d{1,2}/\d{1,2}(?:/\d{4})?\s*(?:-|–|—|→|÷|den|->|=>)\s*(?:ngay )?\d{1,2}/\d{1,2}/\d{4}"
_WAY_TO_WEEK = (
    re.compile(  # "« Tuần trước   22/09/2025 - 28/09/2025   Tuần sau »", "Chọn tuần: Tuần 32 - 2015"
        r"(?:xem|chon)(?: lich)?(?: theo)? tuan\b.{0,60}"
        rf"|\W{{0,6}}tuan truoc\b"
        rf"(?:[\W\d]{{0,40}}|.{{0,6}}{_DAYS_OF_WEEK}.{{0,6}}|\W{{0,6}}(?:tuan nay|hien tai)\W{{0,6}})"
        r"tuan (?:sau|toi|ke|tiep)\b.{0,12}"
        rf"|\[\s?{_DAYS_OF_WEEK}\s?\]|(?:in|tai|xuat|dang ky) lich(?: cong tac| tuan| lam viec)?"
    )
)
_POSTED_BY = re.compile(  # "Cô Hương · 19:12 28/09/2024", "[Văn phòng xã] 06/08/2021 09:45" over a message
    r"(?:\[[^\[\]]{2,80}\]\s*[-–,:·|]?(?:\s*[^\W\d][^:,\d]{1,40}(?:,|\s[-–·|]))?|[^\W\d][^:,]{1,40}\s[·•|])\s*"
    r"(?:luc |ngay )?(?=\d{1,2}[:/]\d|\d{1,2}h(?!00|15|30|45)\d\d)"
    rf"|[^\W\d][^:,\d]{{1,40}}(?:,|\s[-–])\s*(?:luc )?(?=(?:{_DAY}[\s,]+)?{_MINUTE})"  # "Cô Hương, 19:12 28/09/2024"
)
_POSTED_AT = re.compile(
    rf"(?:{_DAY}[\s,|·-]*(?:luc )?\d{{1,2}}[:h]\d{{2}}(?::\d{{2}})?"
    rf"|\d{{1,2}}[:h]\d{{2}}(?::\d{{2}})?[\s,|·-]+{_DAY})\W*"
)
_IN_A_GROUP = re.compile(  # "Nhóm Zalo: PHHS lớp 5A (cô Thu gửi lúc 20:05, ngày 11/6/2025)"
    r"(?:nhom|zalo|viber|messenger|facebook|tin nhan|sms|group)\b[^;\n]{2,70}?[\s,(|·–-]+"
    r"(?:(?:gui|dang|luc|nhan|vao)\s+)*"
    rf"(?={_POSTED_AT.pattern}$)"
)
_BY_AN_AUTHOR = re.compile(  # "16/09/2014 | Administrator"
    rf"{_PAGE_DAY}\s*[|·•]\s*(?:admin\w*|super user|webmaster|quan tri(?: vien)?|(?:ban )?bien tap(?: vien)?|btv|pv)"
)
_DAY_ALONE = re.compile(r"(?:(?:thu \w+|chu nhat),? )?(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_OTHER_DAY = re.compile(r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\b|\bngay \d|\bthang \d")
_SEVERAL = 3  # lines that name days of their own
_PART_OF_DAY = re.compile(r"(?:buoi )?(?:sang|chieu|toi)\s*:")
_LONGEST = 80
_PROSE = 150  # letters of a line that no schedule has below its days
_MARKS = " •*-–+"
# The hours of an office, which are no row of a day: "Buổi sáng: Từ 7 giờ 30 phút đến 11 giờ 30 phút".
_OFFICE_HOURS = re.compile(
    r"(?:buoi )?(?:sang|chieu)(?: tu)?\s*:?\s*(?:tu\s*:?\s*)?\d{1,2} ?(?:gio|h|g|:)[\d ]{0,4}(?:phut)?['’]?\s*"
    r"(?:den|toi|-|–)\s*\d{1,2} ?(?:gio|h|g|:)[\d ]{0,4}(?:phut)?['’]?\W*"
)


def lines_of_page(blocks: Sequence[Block], near: int) -> tuple[Line, ...]:
    """The lines among the first `near` that tell only when a page was put up."""
    top = [block for block in blocks[:near] if isinstance(block, Line)]
    printed = tuple(line for line in top if _is_clock(line))
    bare = tuple(line for line in top if _is_day_alone(line))
    rest = [block for block in blocks if block not in bare and block not in printed] if bare else []
    return (*printed, *bare) if _are_prose(rest) else printed


def _is_clock(line: Line) -> bool:
    """Whether a line is a day and a minute: no meeting begins at 16:37."""
    if len(line.text) >= _LONGEST:
        return False
    bare = fold(line.text).strip(_MARKS)
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip()  # "(14:03 | 02/08/2017)"
    if (posted := _POSTED_BY.match(bare)) is not None and _POSTED_AT.fullmatch(bare, posted.end()):
        return True
    if _IN_A_GROUP.match(bare):
        return True
    if (
        _PUT_UP.fullmatch(bare)
        or _BY_AN_AUTHOR.fullmatch(bare)
        or _WAY_TO_PAGE.fullmatch(bare)
        or _WAY_TO_WEEK.fullmatch(bare)
    ):
        return True
    folded = _AUTHOR.sub("", bare).strip()
    return PAGE_FURNITURE.fullmatch(folded) is not None or (
        PAGE_STAMP.fullmatch(folded) is not None and _NO_MEETING.search(folded) is not None
    )


def _is_day_alone(line: Line) -> bool:
    return len(line.text) < _LONGEST and _DAY_ALONE.fullmatch(fold(line.text).strip(_MARKS)) is not None


def _are_prose(blocks: Sequence[Block]) -> bool:
    """Whether blocks are no rows below days and hours, and name days themselves."""
    if any(isinstance(block, Table) or _is_day_alone(block) or _begins_row(block) for block in blocks):
        return False
    lines = [block.text for block in blocks if isinstance(block, Line)]
    told = sum(_OTHER_DAY.search(fold(text)) is not None for text in lines)
    return told >= _SEVERAL or (told > 0 and any(len(text) > _PROSE for text in lines))


def _begins_row(line: Line) -> bool:
    text = line.text.strip(_MARKS)
    if _OFFICE_HOURS.fullmatch(fold(text)):
        return False
    return begins_with_clock(text) or is_part_label(text) or _PART_OF_DAY.match(fold(text)) is not None
