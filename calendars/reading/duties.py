"""Who is on duty, told among what is held: no meetings, and what stands behind them may be.

What is hard: "trực tuyến", "trực tiếp" and "thường trực" have nothing to do with it, and a duty with its own date is an
entry ("Trực lãnh đạo: T7 25/9 đ/c Sinh").
"""

import re

from calendars.layouts.words import fold

_ON_DUTY = re.compile(  # "Trực lãnh đạo: T2, T4: BS. Lan; T3: BS. Hoa": who is there, and nothing that is held
    r"\W*(?:(?:ghi chu|luu y)\W+)?(?:(?:phan cong|lich|lanh dao) )?truc(?: (?:lanh dao|ban|chi huy|co quan|bgh"
    r"|ban giam hieu|ngay nghi|cuoi tuan|ngoai gio))?\s*:(?![^\n]*\d[/h])"
    r"[^\n]*(?<!\w)(?:t[2-7]|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|cn|chu nhat)(?!\w)"
)
_WHO_IS_ON_DUTY = re.compile(  # "Trực lãnh đạo 24, 25/4: PGĐ Tùng"
    r"\W*(?:phan cong )?truc (?:lanh dao|ban|co quan|nghiep vu|chi huy|benh vien|cuoi tuan|ngay nghi)"
    r"(?: (?:lanh dao|cuoi tuan|ngay nghi))?"
    r"(?: \(?[\d/, va–-]+\)?)?\s*:\s*(?:p?gd|p?ct|p?ht|d/c|dong chi|ong|ba|bs|ths|phong \d|doi \d|to \d)\b"
)
_LEGEND = re.compile(  # "(P: phòng; S: sáng; C: chiều)" below a table explains its letters
    r"\W*(?:ghi chu\W*)?(?:[a-z]{1,4}\s*:\s*[^\W\d][^;:,.\d]{1,25}[;,]\s*){2,}"
    r"[a-z]{1,4}\s*:\s*[^\W\d][^;:,.\d]{1,25}[).](?![^\n]*\d\s?[/h])"
)
_OF_THE_PAPER = re.compile(
    r"(?<=[.;])\s+(?:lich nay |lich )?thay (?:the |cho )*(?:lich|giay moi|thu moi)\b[^\n]*$"
)
_TELLING = (_ON_DUTY, _WHO_IS_ON_DUTY, _LEGEND)
_ALL_THE_TIME = re.compile(  # "Trực 24/24h, giao ca 7h00 hằng ngày", "Trực vận hành theo ca"
    r"[-+*•\s]*truc\b(?! tuyen| tiep| bao)[^:;.\n]{0,30}?\s"
    r"(?:24\s?/\s?(?:24|7)h?|theo (?:ca|lich|(?:bang )?phan cong))\b[^;.\n]*(?:[;.\n]\s*|$)"
)


def tells_duty(text: str) -> bool:
    """Whether a text without a day of its own only tells who is on duty, or what letters mean."""
    folded = fold(text)
    if ":" not in folded:  # as each of them has
        return False
    if "thay " in folded:
        folded = _OF_THE_PAPER.sub("", folded)
    return any(telling.match(folded) for telling in _TELLING)


def without_lasting_duty(text: str) -> str:
    """The text behind words of a duty that lasts all the time, as it is where it begins with none."""
    found = _ALL_THE_TIME.match(fold(text)) if "rực" in text[:12] or "ruc" in text[:12] else None
    return text[found.end() :] if found else text


_DUTY_HEADING = re.compile(
    r"\W*(?P<duty>(?:(?:lịch|phân công|danh sách)\s+)?(?:người\s+)?trực\b(?! tuyến| thuộc| tiếp)[^\d:(]{0,50}?)"
    r"\s*(?:\(|:|$|\b(?:tháng|tuần|quý|năm|từ|các ngày)\s)",
    re.IGNORECASE,
)
_WORDS_OF_A_NAME = 6


def named_by_duty(heading: str, title: str) -> str | None:
    """The title of a row below a heading that names but who is on duty ("Trực Chủ nhật tháng 9" over "10/9: Lan")."""
    found = _DUTY_HEADING.match(heading) if "rực" in heading.lower() else None
    if found is None or "rực" in title or ":" in title or len(title.split()) > _WORDS_OF_A_NAME:
        return None
    return f"{found['duty'].strip()}: {title}"
