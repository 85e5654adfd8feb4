"""Names of parts of a thing, which a calendar shows with the thing's own name: "Vòng 2", "Bế mạc", "Khối 8, 9"."""

import re

from calendars.layouts.shapes import names_a_unit
from calendars.layouts.words import fold
from calendars.reading.naming.titles import has_head

_UNIT = r"thon|xom|ap|ban|buon|khu pho|khu dan cu|to dan pho|xa|phuong|thi tran|chi bo|chi hoi|chi doan"
_PART_OF_IT = re.compile(
    r"(?:dot|lop|vong|khoa|buoi|phien|ca|nhom|ngay thu|giai doan|to|cum|diem) (?:thu |so )?"
    r"(?:[\divx]+|nhat|hai|ba|tu)(?: \(.*\))?"
    r"|(?:khoi|cum|doi tuong|csdt|co so(?: dao tao)?|diem truong|phan hieu|khu vuc"
    r"|cac (?:xa|phuong|huyen|truong|don vi|co quan|nganh|so)) [^:;]{2,60}"
    rf"|(?:{_UNIT})(?: [^\W_]+){{1,3}}(?:(?:,| va) (?:{_UNIT})(?: [^\W_]+){{1,3}}){{0,3}}(?: \([^()]{{3,40}}\))?"
    r"|thi tran|trung tam xa|(?:lop|khoi) \w{1,4}(?:(?:[-–,]| va) ?\w{1,4}){0,5}|k\d{1,3}"
)
_NUMBERED = re.compile(
    r"(?:phien|buoi|dot|vong|luot|ky) (?:thu |so )?(?:[\divx]+|nhat|hai|ba|tu)(?: \([^()]*\))?"
    r"|lop \d{1,2} ?[a-z]\d?"  # a class, and no course
    r"|lop (?:thu |so )?\d{1,2} \([^()]*\)"
)
_BARE_PART = re.compile(  # of a match, a contest, a festival that stands over it
    r"(?:le )?(?:khai mac|be mac|be giang|thi dau|trao giai|chung ket|ban ket|vong (?:loai|bang)"
    r"|so khao|chung khao|tong duyet|(?:phan |thi )?(?:ly thuyet|thuc hanh|van dap)|thi (?:viet|giang|noi|nang khieu))"
    r"(?:,? (?:va )?(?:be mac|trao giai|thi dau|chung ket|tong ket))*"
)
_HAS_PARTS = re.compile(
    r"(?:lop|khoa|giai|thi|sat hach|kiem tra|hoi (?:thi|thao|dien|cho|trai)|cuoc thi|lien hoan|le hoi)\b"
)
_OPENS = re.compile(r",?\s+(?:khai mạc|khai giảng|bế mạc)$", re.IGNORECASE)


def has_parts(title: str) -> bool:
    """Whether a title names a course, a match or a contest, whose close may be told behind it."""
    return _HAS_PARTS.match(fold(title)) is not None


def names_opening(title: str) -> bool:
    """Whether a title says no more than which part of a match, a contest or a festival it is ("Chung kết")."""
    return _BARE_PART.fullmatch(fold(title)) is not None


def names_part(title: str) -> bool:
    """Whether a title says no more than which part of a thing it is, or for whom of those who take part."""
    folded = fold(title)
    if _NUMBERED.fullmatch(folded) or names_opening(title):
        return True
    return not has_head(title) and _PART_OF_IT.fullmatch(folded) is not None


def part_of(thing: str, part: str) -> str:
    """The title of a part of a thing."""
    named = part.split(" ", maxsplit=1)[-1][:1].isupper() and names_a_unit(fold(part))  # "Ban Pháp chế"
    as_written = named or part[1:2].isdigit() or part[1:2].isupper()  # "K21", "PHIÊN THỨ NHẤT"
    return f"{_OPENS.sub('', thing)}: {part if as_written else f'{part[:1].lower()}{part[1:]}'}"
