"""The days that head and tail of a document bear: of issue, of a stamp, of a signature.

What is hard: blanks that were never filled in ("ngày    tháng    năm 2023"), and scans that show l for 1 and O for 0.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from calendars.documents.document import Line
from calendars.layouts.timelabels import begins_with_weekday
from calendars.layouts.words import fold, layout_words
from calendars.reading.framing.page_clock import PRINTED

_T = TypeVar("_T")

_DIGIT = r"[\dolis]"
PLACE_AND_DAY = re.compile(
    rf"(?P<place>[^,;:()\d]{{2,40}}),?\s*ng[aà]y\s*(?P<day>{_DIGIT}{{1,2}})\s*(?:thang|[/.-])\s*(?P<month>{_DIGIT}{{1,2}})\s*"
    rf"(?:nam|[/.-])\s*(?P<year>{_DIGIT}{{4}})\s*\.?$"
)
BLANK_DAY = re.compile(  # a weekday before it heads what is on then
    r"^(?!(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)\b)"
    r"[^,;:()\d]{2,40},?\s*ngay\s*(?:\d{0,2}|[.…\s]*)\s*thang\s*(?:\d{0,2}|[.…\s]*)\s*"
    r"nam\s*(?:\d{4}|(?:giap|at|binh|dinh|mau|ky|canh|tan|nham|quy)\s[a-z]{2,4})?[.…\s]*$"  # or by the moon
)
DAY_ALONE = re.compile(
    r"ngay\s*(?P<day>\d{1,2})\s*(?:thang|[/.-])\s*(?P<month>\d{1,2})\s*(?:nam|[/.-])\s*(?P<year>\d{4})\s*\.?$"
)
GIVEN_AT = re.compile(
    r"(?P<who>[^,;:()\d]{2,40}),? (?:luc |hoi )?\d{1,2}\s?(?:h|g|gio|:)\s?(?:\d{2})?(?: phut)?,? (?:ngay )?"
    r"(?P<day>\d{1,2})\s?(?:thang|[/.-])\s?(?P<month>\d{1,2})\s?(?:nam|[/.-])\s?(?P<year>\d{4})\s*\.?"
)
"""The last line of a notice, folded: "Phòng Đào tạo, 17h00 ngày 20/3/2023."."""

_NUMBERED = re.compile(
    r"(?:thong bao |ke hoach |quy dinh |quy che )?so\s*:?\s*[\w./&-]{2,30},?\s+ngay\s*(?P<day>\d{1,2})\s*"
    r"(?:thang|[/.-])\s*(?P<month>\d{1,2})\s*(?:nam|[/.-])\s*(?P<year>\d{4})\.?"
)
_SIGNED = re.compile(
    r"(?P<place>[^,;:()\d]{2,40}),\s*"
    r"(?:(?i:thứ \w{1,3}|ch[uúủ]a? nhật|CN|lễ|mùa|tuần)\b[^,;:()\d]{0,40},?\s*)?"  # "Chúa nhật I Mùa Vọng 27/11/2022"
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})\.?"
)
_ASKS = re.compile(
    r"\b(?:truoc|sau|den|het|tu|vao|cham nhat|khai mac|be mac|khai giang|dien ra|to chuc|bat dau|ket thuc)\s*$"
)  # "Các thôn giao quân số trước ngày 03/4/2026", "Kỳ họp thứ sáu khai mạc ngày 25/8/2026."
_ANNOUNCES = re.compile(  # "Hủy Hội thao ngày 09/5/2026.", "Hội nghị sơ kết ngày 09/5/2026"
    r"(?:tam |xin )?(?:hoan|huy(?: bo)?|doi|lui|chuyen|dieu chinh|bo sung|khong) [^,]*$"
    r"|(?:hoi nghi|hoi thao|hoi thi|dai hoi|cuoc hop|buoi|phien hop|ky hop|ngay hoi) [^,]*$"
    r"|(?:chuong trinh|lich (?:trinh|cong tac|lam viec|hop|tiep)|kich ban|agenda)\b[^,]*$"
)
_VERBS = {
    "huy": ("hủy", "huỷ"),
    "doi": ("dời", "đổi"),
    "hoan": ("hoãn",),
    "lui": ("lùi",),
    "chuyen": ("chuyển",),
}
_IS_HELD = re.compile(  # "Lễ Phật Đản, 26/5/2021"
    r"(?:le|tet|hop|hoi|dai hoi|thu|ngay|dem|giao|ky|chua nhat|chu nhat|tuan|gio|khai|be|chung ket|ban ket)\b"
)
_HALF_OF_DAY = re.compile(
    r"(?:buoi )?(?:sang|chieu|toi),? (?:ngay \d|thu (?:hai|ba|tu|nam|sau|bay)\b|chu nhat\b)"
)
_FEW = 3  # words
_STAMP_DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")


def first_of(values: Iterable[_T | None]) -> _T | None:
    """The first value that is not None."""
    return next((value for value in values if value is not None), None)


def _date(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    year, month, day = (
        found[name].translate(str.maketrans("olis", "0115")) for name in ("year", "month", "day")
    )
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def place_and_day(line: Line) -> date | None:
    """The day of a line that is a place and a day ("Bắc Giang, ngày 25 tháng 5 năm 2020")."""
    folded = fold(line.text).strip(" *_()")
    if begins_with_weekday(folded) or _HALF_OF_DAY.match(folded):
        return None
    found = PLACE_AND_DAY.match(folded) if len(folded) < 80 else None
    if (
        found is None
        or _ASKS.search(found["place"])
        or _announces(line.text.strip(" *_()"), found["place"])
        or not _is_name(line.text.strip(" *_()")[: found.end("place")])
    ):
        return None
    return _date(found)


def _announces(text: str, place: str) -> bool:
    """Whether words right before a day, without a comma, tell what is held or called off then."""
    spelled = text[: len(place)].lower()
    if _ANNOUNCES.fullmatch(place.strip()) is None:
        return False
    first = spelled.split(maxsplit=1)[0]
    verb = fold(first)
    return first in _VERBS.get(verb, (first,))  # "Đồi Chè, ngày ..."


def _is_name(place: str) -> bool:
    """Whether words may name a place: hardly one that has a name is small ("Thành phố Vân Giang"), or all are few."""
    words = place.split()
    return len(words) <= _FEW or sum(word[0].isupper() for word in words) >= len(words) / 2


def signed_on(line: Line) -> date | None:
    """The day of a line that is a name and a day above a signature ("Đông Hòa, 20/01/2027")."""
    found = _SIGNED.fullmatch(line.text.strip(" *_"))
    if found is None or not all(word[0].isupper() for word in found["place"].split()):
        return None
    return _date(found)


def placed_on(line: Line) -> date | None:
    """The day of a line of the head that is a place and a day without the word for it ("Mỹ Khê, 5/12/2015")."""
    return None if _IS_HELD.match(fold(line.text).strip(" *_")) else signed_on(line)


def issued_on(pieces: Iterable[Line]) -> date | None:
    """The day of the first place-and-day line."""
    return first_of(place_and_day(line) or placed_on(line) for line in pieces)


def day_alone(pieces: Iterable[Line]) -> date | None:
    """The first day that stands on a line of its own, or behind a name and a comma, perhaps with the hour."""
    return first_of(
        _date(DAY_ALONE.match(folded) or GIVEN_AT.fullmatch(folded)) or signed_on(line)
        for line in pieces
        for folded in (fold(line.text).strip(" *_()"),)
    )


def numbered_on(pieces: Iterable[Line]) -> date | None:
    """The day behind the paper's own number below its title ("(số 41/TB-SCT ngày 28/11/2018)")."""
    return first_of(_date(_NUMBERED.fullmatch(fold(line.text).strip(" *_()"))) for line in pieces)


def stamped_on(pieces: Iterable[Line]) -> date | None:
    """The day that a web page or a signature printed."""
    words = layout_words()
    return first_of(
        _date(_STAMP_DAY.search(line.text))
        for line in pieces
        if words["frame.stamps"].search(fold(line.text)) or PRINTED.match(fold(line.text).strip())
    )


def first_day(lines: Iterable[Line]) -> date | None:
    """The first full day that stands in lines."""
    return first_of(_date(_STAMP_DAY.search(line.text)) for line in lines)
