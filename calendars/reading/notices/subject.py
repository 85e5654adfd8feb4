"""The meeting that the subject of a notice names, and what its verb makes of it ("V/v tạm hoãn Hội nghị ...")."""

import re

from calendars.layouts.words import fold
from calendars.marks import Status
from calendars.reading.framing.frame import Frame
from calendars.reading.naming.titles import has_head, title_of
from calendars.reading.notices.decided import decided_plainly
from calendars.reading.words import item_words

_SUBJECT = re.compile(
    r"^(?:(?:thông báo|\(lần (?:thứ )?\d+\)|\(|công văn|về việc|v/v|[\s:,.\-])*"
    r"|[^,.;:\d]{3,90}?\s(?=(?:tạm\s+)?(?:hoãn|dời|lùi|hủy|huỷ)\s|(?:thay đổi|điều chỉnh)\s+(?:thời gian|lịch|ngày)\s))"
    r"(?:(?:(?:tạm\s+)?(?:hoãn|dừng)|hủy(?: bỏ)?|huỷ(?: bỏ)?)(?:\s+(?:thời gian|lịch|ngày"
    r"|việc))*(?:\s+(?:không\s+)?tổ chức)?"
    r"|(?:thay đổi|điều chỉnh|chuyển|dời|lùi|đổi)"
    r"(?:[\s,]+(?:thời gian|địa điểm|lịch|ngày|giờ|và|thành phần|chương trình|nội dung))*"
    r"(?:\s+(?:tổ chức|tham dự|dự))?)\s+",
    re.IGNORECASE,
)
_SUBJECT_END = re.compile(
    r"\s+(?:ngày mai|hôm nay|(?:sáng|chiều|tối) (?:nay|mai)|tuần này|tuần sau)\b"
    r"|\s+\(|\s+(?:ngày|sang ngày|tuần)\s+\d|\s+và\s+(?=(?:bổ sung|điều chỉnh|thay đổi|hủy|hoãn)\s)"
    r"|(?:,|\s+và)\s+"
    r"(?=(?:hội nghị|hội thi|hội thảo|hội thao|đại hội|lễ|đêm|ngày hội|cuộc họp|phiên họp|kỳ họp|lớp|giải)\s)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?:các|một số|những)\s", re.IGNORECASE)
_WORK = (
    r"(?:lam viec|cong tac|hop|hoi hop|hoi nghi|sinh hoat|lich|cuoc hop"
    r"|dai hoi|hoi thao|hoi thi|tap huan|lop tap huan)"
)
_NAMES_NONE = re.compile(rf"{_WORK}(?:(?:,| va|, va)? {_WORK})*(?: (?:tuan|thang)(?: \d+)?)?")


def subject_of(frame: Frame) -> tuple[str, Status | None] | None:
    """(the meeting that the subject names, the state that its verb gives)."""
    title = frame.title or ""
    found = _SUBJECT.match(title)
    if not found and (plainly := decided_plainly(title)) != title:  # a page whose first sentence is its title
        title = plainly
        found = _SUBJECT.match(title)
    if not found:
        return None
    folded, words = fold(found[0]), item_words()
    if words["change.cancelled"].search(folded):
        status: Status | None = Status.CANCELLED
    elif words["change.postponed"].search(folded):
        status = Status.POSTPONED
    else:
        status = None
    about = _SUBJECT_END.split(title[found.end() :])[0]
    if _SEVERAL.match(about):
        return "", status
    name = title_of(about)
    held = has_head(name) or folded.rstrip().endswith(
        " to chuc"
    )  # what is "tổ chức" is held, whatever its name
    held = held and " " in name  # "Điều chỉnh thời gian thi" names no one examination
    return (name if held and not _NAMES_NONE.fullmatch(fold(name)) else ""), status


def moves_only_the_place(frame: Frame) -> bool:
    """Whether the subject changes where something is, and nothing else: "V/v thay đổi địa điểm tổ chức Hội nghị A"."""
    found = _SUBJECT.match(frame.title or "")
    words = fold(found[0]) if found else ""
    return "dia diem" in words and not any(
        map(words.__contains__, ("thoi gian", "ngay", "gio", "lich", "hoan"))
    )


def is_bare_subject(title: str) -> bool:
    """Whether a title is the subject's own words and names no one meeting: "Thay đổi địa điểm, thời gian Hội nghị"."""
    found = _SUBJECT.match(title)
    return found is not None and _NAMES_NONE.fullmatch(fold(title[found.end() :]).strip(" .")) is not None
