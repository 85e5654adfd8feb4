"""Lines that name only who does something: those of a column that a page printed below the one of what is done.

"- Hiệu trưởng", "- BGH+KT", "- 100% CBGV", "- Trường Mầm non". What is hard: a title in capitals may be as short, and
in a roster the name is what a day is for; so only known posts and groups count, where neither an hour nor a day is
theirs.
"""

import re

from calendars.layouts.words import fold
from calendars.reading.counting.candidate import Candidate
from calendars.reading.timing.precedence import Origin
from calendars.when import Day

_WHO = (
    r"(?:bgh|ban giam hieu|p?ht|(?:pho )?hieu truong|hp|cm|cb ?cc ?vc|cb ?vc|cb ?,? ?gv(?: ?,? ?nv)?|cb ?nv|gv ?,? ?nv"
    r"|gv ?cn|gv ?bm|gv|nv|ph|phhs|cmhs|hs|kt|vt|tv|tb|yt|ytth|tpt|tptd|ttcm|tt|tk|ct ?cd|bch ?cd|cdcs|cd|bt ?ct|bt ?cd"
    r"|giao vien(?: chu nhiem| bo mon| phu trach)?|nhan vien|can bo|hoc sinh|phu huynh|ke toan|van thu|thu vien"
    r"|thiet bi|y te|bao ve|cap duong|tong phu trach(?: doi)?|(?:pho )?bi thu(?: chi bo| chi doan| doan)?"
    r"|(?:to|khoi|nhom) truong(?: chuyen mon)?|to(?: chuyen mon| van phong| hanh chinh| nuoi| cm| vp| khoi)"
    r"|khoi chuyen mon|cong doan|chi bo|chi doan|doan (?:tn|thanh nien)|doan, doi|lien doi|doi tntp"
    r"|hoi dong su pham|hdsp|(?:ban dai dien|ban chap hanh)(?: cmhs| cha me hoc sinh| cong doan)?"
    r"|(?:cac )?(?:bo phan|doan the|to|khoi|lop|nhom)"
    r"|(?:nha )?truong(?: (?:mam non|mn|tieu hoc|th|thcs|thpt))?|tap the (?:su pham|giao vien))"
)
_ALL = r"(?:100 ?%|toan the|toan bo|tat ca|cac|toan|moi)"
_WHERE = r"(?:(?:trong|toan|cua|cac)(?: (?:toan|cac|nha|truong|don vi|to|khoi|lop|bo phan|lien quan|mn|mam non)){1,3})"
_NAMED = re.compile(
    rf"\W*(?:{_ALL} )?{_WHO}(?:(?: ?[,;+&/–-] ?| va )(?:{_ALL} )?{_WHO}){{0,6}}(?: {_WHERE})?\W*"
)
_LONGEST = 80  # letters


def names_only_who(it: Candidate) -> bool:
    """Nothing is told but who is meant, and neither a day nor an hour of its own."""
    if it.scope.named or it.scope.recurring or len(it.item.text) > _LONGEST:
        return False
    one = it.one
    if one.origin is Origin.OWN or one.when.hours.start is not None or it.in_half:
        return False
    listed = it.item.mark is not None or not isinstance(one.when, Day)
    return listed and _NAMED.fullmatch(fold(it.item.text)) is not None
