"""The kind of a document by the words of its title: a programme, a week, a rule, a notice, an invitation.

What is hard is that a title may name two ("V/v mời họp ...", "Về việc dời lịch tiếp công dân"): the first words decide,
but for what is put off.
"""

import re
from collections.abc import Sequence
from functools import cache

from calendars.documents.document import Line
from calendars.layouts.month_names import names_a_month
from calendars.layouts.words import Phrases, fold, layout_words
from calendars.programme import Kind

OF_A_PERIOD = re.compile(r"\w \b(?:quy\s+(?:[iv]+|[1-4])|thang\s*\d{1,2}|hoc ky\s+(?:[iv]+|[12]))\b")
"""A month, quarter or term that words name behind what is of it (folded)."""

_SHEET = re.compile(
    r"(?:bang|bieu|tong hop|danh muc)\s+(?:thong ke\s+|tong hop\s+)?"
    r"(?=(?:lich|ke hoach|chuong trinh|quy dinh|noi quy)\b)"
    r"|(?:tin |nhung |cac |mot so )(?=(?:su kien|hoat dong) )"
)  # "BẢNG LỊCH ...", "Những sự kiện trong tuần"
_IS_PUT_OFF = re.compile(r"\bbi (?:tam )?(?:hoan|doi|lui|huy)\b")  # "Hội thảo ... bị hoãn" invites nobody
_OF_A_MONTH = re.compile(r"lich sinh hoat (?:he\b|(?:thang|quy) \d)")  # "LỊCH SINH HOẠT THÁNG 5/2024"
_OF_A_BODY = re.compile(  # "KẾ HOẠCH HOẠT ĐỘNG LIÊN ĐỘI THÁNG 03": what a body does in a month, not one thing
    r"ke hoach (?:hoat dong|cong tac|lam viec|nhiem vu|trong tam|chuyen mon|to|lien doi|doi|cong doan|chi doan|doan"
    r"|hieu truong|ban giam hieu|nha truong|truong|bo phan|thu vien|khoi)\b[^,;:.]{0,60}\bthang \d"
)
_OF_A_SCHOOL_YEAR = re.compile(r"\bnam hoc\b.{0,30}\b20\d\d ?[-–/] ?20\d\d|\b20\d\d ?[-–] ?20\d\d$")
_OF_LESS = re.compile(r"\btuan\b|\d ?[/.] ?\d{1,2}\b(?! ?[-–/] ?20)")  # a week of it, or days
_INVITES = re.compile(r"(?:kinh |tran trong )?moi (?:hop|du|tham du|tham gia)\b")
_OF_A_WEEK = re.compile(  # "Thông báo tuần 12", "Thông báo sinh hoạt trong tuần"
    r"thong bao\W+(?:(?:lich )?tuan\W*\d"
    r"|(?:cac |ve )?(?:lich )?(?:sinh hoat|hoat dong|phung vu|muc vu|cong tac|lam viec|le)\b[^,;:]{0,40}\btuan\b)"
)


# "CHƯƠNG TRÌNH" over "HỘI NGHỊ TẬP HUẤN CÔNG TÁC HỘI NĂM 2024" is that of one meeting, "... CÁC HỘI NGHỊ" of many.
_AGENDA_OF = re.compile(
    r"chuong trinh (?:chi tiet |du kien |lam viec )?"
    r"(?:hoi nghi|hoi thao|dien dan|toa dam|dai hoi|le|lop|ky hop|phien hop|buoi|hoi thi|tap huan|khoa) "
    r"(?!va |cac |hoi )"
)


def kind_at(folded: str) -> Kind | None:
    """The kind that the first words of a title name."""
    best: tuple[int, Kind] | None = None
    sheet = _SHEET.match(folded)
    start = sheet.end() if sheet else 0
    for kind, phrases in _kinds():
        found = phrases.match(folded) or (phrases.match(folded, start) if start else None)
        if found and (best is None or found.end() > best[0]):
            best = found.end(), kind
    return best[1] if best else None


@cache
def _kinds() -> tuple[tuple[Kind, Phrases], ...]:
    """The kinds of document, each with how its titles begin."""
    words = layout_words()
    return tuple((Kind(name), words[f"document.{name}"]) for name in words.names("document"))


def kind_of(title: Sequence[Line]) -> Kind | None:
    """The kind of document that a title names; None where there is no title."""
    if not title:
        return None
    words = layout_words()
    text = " ".join(line.text.strip() for line in title)
    folded = fold(text).strip(" \"“'*")
    folded = re.sub(r"^(?:v/v|ve viec)\s+", "", folded)
    if _INVITES.match(folded) and _IS_PUT_OFF.search(folded) is None:
        return Kind.INVITATION  # "V/v mời họp trực tuyến triển khai tiêm chủng"
    if _AGENDA_OF.match(folded):
        return Kind.INVITATION
    after = re.search(r"\s[-–]\s(.+)$", folded)
    kind = kind_at(folded) or (kind_at(after[1]) if after else None)
    if kind is Kind.OTHER and _OF_A_BODY.match(folded):
        kind = Kind.MONTHLY
    if kind is Kind.WEEKLY and _OF_A_SCHOOL_YEAR.search(folded) and not _OF_LESS.search(folded):
        kind = Kind.MONTHLY
    if kind is None:
        kind = Kind.MONTHLY if OF_A_PERIOD.search(folded) and text.isupper() else Kind.OTHER
    if kind is Kind.INVITATION and _IS_PUT_OFF.search(folded) is None:
        return kind
    rule = words["document.signs.recurring"].search(fold(text))
    change = words["document.signs.notice"].search_spelled(text)
    moved = change is not None and rule is not None and change.start() < rule.start()
    if rule and _OF_A_MONTH.match(fold(text)[rule.start() :]):
        return Kind.MONTHLY
    if rule and not moved and not re.search(r"\btuan \d", folded):
        return Kind.RECURRING  # but for "Về việc dời lịch tiếp công dân"
    if kind is not Kind.MONTHLY and change:
        return Kind.NOTICE
    if kind is Kind.NOTICE and _OF_A_WEEK.match(folded):
        return Kind.WEEKLY
    if kind in (Kind.MONTHLY, Kind.WEEKLY, Kind.OTHER):
        if re.search(r"\b(?:lam viec|cong tac|hoat dong|lanh dao) tuan\b|\btuan\s*(?:thu\s*)?\d", folded) or (
            kind is Kind.WEEKLY and "tuan" in folded.split()
        ):
            return Kind.WEEKLY
        if (names_a_month(text) or re.search(r"\bquy\s+(?:[iv]+|\d)\b", folded)) and kind is not Kind.OTHER:
            return Kind.MONTHLY
    return kind
