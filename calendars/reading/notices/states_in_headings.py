"""The state that a heading gives to all that is listed below it ("Không tổ chức:", "Các cuộc họp tạm hoãn:").

What is hard is that such words also stand in the middle of sentences; a heading says nothing but which things are meant
and how they stand.
"""

import re

from calendars.layouts.words import fold
from calendars.marks import Status
from calendars.reading.words import item_words

_LONGEST = 90  # letters
_LONGEST_SENTENCE = 180
_DONE = re.compile(r"\W*(?:hoàn|hoan (?:thanh|thien|tat|chinh|tra)\b)", re.IGNORECASE)  # and not "hoãn"
_THINGS = (
    r"(?:(?:cac|nhung|mot so|toan bo) )?(?:noi dung|hoat dong|cuoc hop|cuoc|buoi hop|buoi|hoi nghi|su kien|lich|viec"
    r"|chuong trinh|lop|mon|phien|lich hop|lich lam viec|cong viec|nhiem vu|hoi hop|giai)"
    r"(?: (?:hop|hoc|tap huan|lam viec|cong tac|truc tiep|toa|xet xu|tiep (?:cong )?dan|thi|sinh hoat"
    r"|sau|nay|duoc neu)){0,3}"
)
_CALLED_OFF = r"huy(?: bo)?(?: lich)?|bai bo|cat(?: bo)?|bo|khong (?:to chuc|dien ra|thuc hien|hop)(?: nua)?"
_PUT_OFF = r"(?:tam )?(?:hoan|dung|ngung|dinh)(?: lai| to chuc)?|chua to chuc"
_TOLD = re.compile(  # "Phòng Tổ chức thông báo hủy các cuộc họp sau do Giám đốc đi công tác:"
    r"[^:;.]{0,100}?\b(?:thong bao|quyet dinh|thong nhat|xin)(?: (?:ve )?(?:viec|den [^:;.]{3,60}?))? "
    rf"(?=(?:{_CALLED_OFF}|{_PUT_OFF})(?: to chuc)? {_THINGS}\b)"
)
_WHY = re.compile(r",? (?:do|vi|de) [^:;.]{3,80}$")
_ENDS = r"(?: (?:trong (?:tuan|thang)(?: nay)?|sau(?: day)?|gom|nhu sau|tu \d[^:]{0,20}))?\W*(?:\([^()]{0,60}\)\W*)?"
_STANDS = re.compile(
    rf"(?:{_THINGS},? (?:(?:phai|bi|duoc|se|tam thoi|da|xin) ){{0,2}}(?:(?P<off>{_CALLED_OFF})|(?P<put_off>{_PUT_OFF}))"
    rf"|(?:(?P<off_first>{_CALLED_OFF})|(?P<put_off_first>{_PUT_OFF})(?: to chuc)?)(?: {_THINGS})?){_ENDS}"
)


def change_of(text: str) -> tuple[Status | None, bool]:
    """(the state that a heading gives to what stands below it, whether it says that the place changes)."""
    folded, words = fold(text).strip(" :."), item_words()
    if _DONE.match(text):
        return None, False
    if len(folded) > _LONGEST:
        return state_of_all(folded), False
    if words["change.venue"].match(folded):
        return None, True
    if words["change.cancelled"].match(folded):
        return Status.CANCELLED, False
    if words["change.postponed"].match(folded):
        return Status.POSTPONED, False
    return state_of_all(folded), False


def state_of_all(folded: str) -> Status | None:
    """The state of a heading that names but the things that it is of; folded: its words without diacritics."""
    words = folded.strip(" -+*:.")
    if len(folded) <= _LONGEST_SENTENCE and (told := _TOLD.match(words)):
        words = _WHY.sub("", words[told.end() :])
    found = _STANDS.fullmatch(words) if len(words) <= _LONGEST else None
    if found is None:
        return None
    return Status.CANCELLED if found["off"] or found["off_first"] else Status.POSTPONED
