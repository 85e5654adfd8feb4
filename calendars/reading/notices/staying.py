"""What a paper says of everything else: it stays, it is so again, the paper holds, it is read out.

"Các cuộc họp khác trong tuần từ 09 đến 13/9 giữ nguyên" tells of no meeting of its own; "Hội thi giữ nguyên 8h00 ngày
12/9" does. What is hard is that both end with the same words (reference section A.8).
"""

import re

from calendars.layouts.words import fold
from calendars.reading.timing.precedence import Settled
from calendars.when import Day, Days, Repeat, Undated, Window
from calendars.when import Span as DaysFromTo

_OTHERS = re.compile(
    r"\W*(?:doi voi |rieng )?(?:cac|nhung|moi|tat ca|toan bo|"
    r"(?:lich|thoi gian)(?: [^\W\d_]+){0,4} cac)\b[^.;:]{0,60}?"
    r"\b(?:khac|con lai)\b"
)
_STAYS = re.compile(
    r"\b(?:giu nguyen|khong (?:co (?:gi )?)?(?:thay )?doi|nhu cu|binh thuong|van (?:theo|nhu|thuc hien)"
    r"|nhu (?:da )?(?:thong bao|lich|ke hoach)|theo (?:dung )?(?:lich|ke hoach|thong bao|chuong trinh"
    r"|thoi khoa bieu|tkb)(?: (?:cu|da|so|cong tac|hoc|thi|ban dau))*\W*$)"
)
_AGAIN = re.compile(
    r"\b(?:nhu (?:cu|truoc|thuong le|da thong bao)|binh thuong|theo (?:lich|thoi gian|thoi khoa bieu|tkb|gio) "
    r"(?:cu|binh thuong|thuong le|truoc day))\b"
)
_AS_USUAL = re.compile(r"\bbinh thuong\b")
_FROM = re.compile(r"\b(?:tu|ke tu|sau|qua|trong)\b")
_THIS_PAPER = re.compile(
    r"\W*(?:quy che|quy dinh|quy uoc|huong uoc|thong bao|lich|noi quy|che do|van ban|cong van|giay moi)"
    r"(?: (?:hoc|hop|lam viec|cong tac|tuan))?(?: nay)?(?: duoc| se)? (?:ap dung|thuc hien|co hieu luc|co gia tri"
    r"|niem yet"
    r"|duoc niem yet|thay the)\b"
)
_READ_OUT = re.compile(
    r"\b(?:dai (?:phat thanh|truyen thanh)|loa|he thong truyen thanh|phat thanh vien)\b.{0,200}?\b(?:thong bao|phat|doc"
    r"|tiep am|tuyen truyen)\b|\b(?:thong bao|phat|doc)\b.{0,200}?\b(?:loa|truyen thanh)\b",
    re.DOTALL,
)


_NAMED_BEFORE = re.compile(r"[^:\d]{8,90}:\s+(?:vẫn\s+)?(?:từ\s+)?(?:ngày\s+)?\d", re.IGNORECASE)
_REFUNDED = re.compile(
    r"\W*(?:so )?(?:tien|kinh phi|hoc phi|phi|le phi)\b[^;:]{0,60}\b(?:duoc|se)\s+(?:tru|hoan|tra lai"
    r"|khau tru|bao luu)\b"
)
_SPREAD = re.compile(
    r"\W*(?:[^\W\d_]+ )?(?:de nghi|yeu cau|giao|nho|kinh nho)\b"
    r"[^;:]{0,200}?\b(?:pho bien|thong bao|quan triet|truyen dat)\b"
    r"[^;:]{0,200}?\b(?:den|toi|cho|rong rai)\b"
)


def tells_no_change(one: Settled, text: str) -> bool:
    """Whether a sentence of a notice only says what stays, that the notice holds, or how often it is read out."""
    folded = fold(text)
    if one.deadline:
        return False
    if _THIS_PAPER.match(folded) or _REFUNDED.match(folded):
        return True
    if isinstance(one.when, Repeat) and _READ_OUT.search(folded):
        return True
    if isinstance(one.when, Day) and one.when.hours.start is None and _SPREAD.match(folded):
        return True  # "Đề nghị GVCN phổ biến đến sinh viên trong ngày 08/5"
    named = isinstance(one.when, Days) or (isinstance(one.when, Day) and one.when.hours.start is not None)
    stays = _AS_USUAL if named else _STAYS  # "Các ngày tiếp dân khác (08 và 22/10) không thay đổi" names them
    if _OTHERS.match(folded) and stays.search(folded):
        return True
    if isinstance(one.when, DaysFromTo) and one.when.last is not None and _NAMED_BEFORE.match(text):
        return False  # "Đoàn công tác đi khảo sát: vẫn từ 14 đến 16/3 như cũ"
    lasting = isinstance(one.when, (DaysFromTo, Window, Undated))
    return lasting and _AGAIN.search(folded) is not None and _FROM.search(folded) is not None
