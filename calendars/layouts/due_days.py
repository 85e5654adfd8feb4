"""Days under a head that says by when things are to be done, or foreseen: "Thời hạn hoàn thành" over "20/5".

What is hard is that clerks put under the same head what is held on a day: a conference, a drill, a tender that is
opened at its hour.
"""

import re

from calendars.layouts.timelabels import tells_an_hour
from calendars.layouts.words import fold

_BY_WHEN = re.compile(
    r"(?:thoi )?han\b|thoi gian (?:phai )?hoan thanh\b|ngay (?:phai )?hoan thanh\b"
    r"|(?:(?:ngay|thoi gian|thoi diem) )?(?:cham|muon) nhat\b"
)
_AT_LATEST = re.compile(r"\b(?:cham|muon) nhat\b")  # so says no head over what is held on its day
_TIME_OF = re.compile(r"thoi gian\b")
_SAYS_DUE = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat|den het|han|xong|hang|tu|sau|theo|trong|khi|thuong xuyen|lien tuc)\b"
    r"|\d\s*[-–]\s*\d"
)
_HALF = re.compile(r"(?:du kien )?(?:buoi )?(?:sang|chieu|toi|ca ngay)\b")
_IS_HELD = re.compile(
    r"(?:to chuc |du |chu tri |khai mac |be mac )?(?:cuoc |buoi |phien |le )?"
    r"(?:hop(?! dong| tac| ly| thuc| nhat)|hoi nghi|hoi thao|hoi thi|hoi dien|dai hoi|giao ban|dien tap|tap huan"
    r"|toa dam|doi thoai|mit tinh|sinh hoat|gap mat|tiep (?:xuc|cong dan|dan|doan)|ky hop|khai giang|be giang"
    r"|lop (?:tap huan|boi duong|hoc)|boi duong|lam viec (?:voi|tai)|don (?:doan|tiep)|tham (?:va |,|hoi |tang )"
    r"|trao (?:giai|thuong|qua|nha|hoc bong)|chung ket|giai (?:bong|cau|chay|co|the thao|quan|viet|dua|bo|boi)"
    r"|ngay hoi|le hoi|hoi (?:cho|trai|thao|nghi|xuan|dong)|lien hoan|phien|xet xu|khai truong|kham|thi"
    r"|khai mac|be mac|tong ket|so ket|ra quan|chao co|hoi y"
    r"|le (?:ky niem|khai|trao|be|ra|phat|ket nap|cong bo|don|tong ket|so ket|dang huong))\b"
)
_HELD_THEN = re.compile(
    r"(?:họp|tổ chức|khai mạc|báo cáo hội nghị)[:,]?\s+(?=\d{1,2}\s?[hg:/]|ngày|sáng|chiều|thứ)",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?:da )?(?:xong|hoan thanh|thuc hien|to chuc|ket thuc)(?: xong)?")
# "Tuần 3" beside "Kiểm tra nội bộ": what takes days is done in it, and not by its end.
_SOME_TIME_IN = re.compile(r"(?:tuan|dau|giua|cuoi|(?:thuong|trung|ha) tuan)\b")
_DONE_FOR_DAYS = re.compile(r"(?:kiem tra|giam sat|thanh tra|khao sat|tham dinh|to chuc|lam viec|di)\b")
_HANDED_IN = re.compile(r"(?:gui|nop|bao cao|trinh|dang ky|danh sach|hoan thanh|lap|tong hop|quyet toan)\b")


def due_day(day: str, head: str, content: str) -> str:
    """A day in a row as its last one ("chậm nhất 20/5") where the head of its column says that by then it is done."""
    heading, told, what = fold(head).strip(), fold(day), fold(content).strip(" -+*")
    if _BY_WHEN.match(heading) and (verb := _HELD_THEN.match(day)):
        return day[verb.end() :]
    if not _BY_WHEN.match(heading) or _SAYS_DUE.search(told):
        return day
    if _IS_HELD.match(what) and _AT_LATEST.search(heading) is None:
        return day
    if _SOME_TIME_IN.match(told) and _DONE_FOR_DAYS.match(what):
        return day
    timed = tells_an_hour(day) or _HALF.match(told.strip()) is not None
    if timed and _TIME_OF.match(heading) and not _HANDED_IN.match(what):
        return day
    return f"chậm nhất {day[:1].lower()}{day[1:]}"


def foreseen_day(day: str, head: str) -> str:
    """A day as one that is only foreseen, where the head of its column says so ("Thời gian dự kiến")."""
    if "du kien" not in fold(head) or "du kien" in fold(day):
        return day
    return f"Dự kiến {day[:1].lower()}{day[1:]}"


def says_done(day: str) -> bool:
    """Whether the cell of a row's day tells no day but that the thing is done: "đã xong"."""
    return _DONE.fullmatch(fold(day).strip(" .()")) is not None
