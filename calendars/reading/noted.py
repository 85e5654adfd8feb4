"""What a note announces, as it stands below a table or a list ("Ghi chú: ...").

A note mostly explains. What is hard is to tell from that the few things for which people come together after all.
"""

import re

from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.reading.naming.titles import has_head, mentions_head
from calendars.reading.notices.foot_changes import MOVES
from calendars.reading.scope import Draft
from calendars.reading.timing.precedence import OLD, Origin
from calendars.when import Day, Days, Repeat
from calendars.when import Span as DaysFromTo

_RESULTS = re.compile(
    r"(?:danh gia |nhan xet |kiem diem )?(?:ket qua|tinh hinh)(?! va\b)(?: (?!va\b|nhiem\b|ke\b)[^\W\d]+){0,8}"
    r" (?:quy|thang|tuan|nam)(?: (?:[ivx]{1,3}|\d{1,2}|truoc|qua|vua qua))?(?:\s?/\s?\d{4}| nam \d{4}| \d{4})?"
)
_NOTES_BELOW = re.compile(
    r"[\W_]*(?:mot so |cac )?(?:ghi chu|luu y|chu y)(?: chung| them| khac)?[\W_]*"
    r"|\W*(?:ghi chu|luu y|chu y)\b[^\d;][^;]{0,200}\b(?:lich|thoi gian|nhu)(?: nhu)? sau(?: day)?\s*:"
)
# "Lịch trực lễ 2.9 gửi kèm.", "Thay thế lịch gửi kèm Công văn số 12 ngày 17/6"; and what opens a programme: "Thực hiện
# Kế hoạch số 41 của Tỉnh Đoàn, Huyện Đoàn xây dựng chương trình tháng 3 như sau:".
_BESIDE_THE_POINT = re.compile(
    r"\W*(?:lich|danh sach|phu luc|bieu|mau|bang|de cuong|so do)\b(?:[^.;:]|\.(?=\d)){0,60}"
    r"\b(?:gui|dinh|ban hanh) kem\b[^.;:]{0,20}[.;]?(?:\s*(?:lich|ban) nay thay (?:cho |the )?(?:giay|thu) moi\W*)?"
    r"|\W*(?:lich|chuong trinh|ke hoach)?(?: nay)? ?thay (?:the|cho) (?:cho )?"
    r"(?:lich|chuong trinh|ke hoach|ban)\b.{0,120}"
    r"|(?:thuc hien|can cu|trien khai|tren co so) .{3,300}?, [^;]{3,120}\b(?:xay dung|ban hanh|de ra|du kien) "
    r"(?:lich|chuong trinh|ke hoach|nhiem vu)\b[^;.]{0,160}:"
)
_DAYS_OFF = re.compile(r"\W*(?:nghi (?:le|tet|bu|quoc khanh|gio to)|(?:lam|hoc|day) bu|treo co)\b")

_OPENS = re.compile(
    r"\b(?:khai giang|khai mac|ra quan|be giang|phat dong)$|^(?:le )?(?:khai giang|khai mac|ra quan)\b"
)


def is_held(draft: Draft, *, named: bool) -> bool:
    """Whether a draft is a meeting with its day and hour, something that opens on a day, or days off and their lieu.

    named: its title must begin with what is held.
    """
    if _DAYS_OFF.match(fold(draft.title)):
        return isinstance(draft.when, (Day, Days, DaysFromTo))
    if isinstance(draft.when, Day) and draft.origin is Origin.OWN and _OPENS.search(fold(draft.title)):
        return draft.category is Category.MEETING
    own = draft.origin is Origin.OWN and draft.status is Status.CONFIRMED
    if own and isinstance(draft.when, DaysFromTo) and draft.when.last is not None and has_head(draft.title):
        return (
            draft.category is Category.MEETING
        )  # "Lưu ý: ... Từ 21/10 đến 26/10 kiểm tra giữa kì tập trung."
    if own and isinstance(draft.when, Repeat) and draft.when.hours and has_head(draft.title):
        return draft.category is Category.MEETING  # "Ghi chú: Giao ban nội dung 7h45 thứ Hai hằng tuần"
    # "Hội diễn dự kiến chiều 18/11 tại Nhà văn hóa": its half of the day and its place tell as much as an hour.
    placed = draft.when.hours.part is not None and bool(draft.location) and draft.origin is Origin.OWN
    firm = isinstance(draft.when, Day) and (draft.when.hours.start is not None or placed)
    headed = has_head(draft.title) or (not named and mentions_head(draft.title))
    return firm and draft.category is Category.MEETING and headed


def heads_notes(text: str) -> bool:
    """Whether a line only names the notes below it, or leads to them: "GHI CHÚ:", "Lưu ý: lớp 5 thi theo lịch sau:"."""
    return _NOTES_BELOW.fullmatch(fold(text)) is not None


def heads_results(text: str) -> bool:
    """Whether a line is only the name of a report on a time before, which is told below it: "1. Kết quả quý III"."""
    return _RESULTS.fullmatch(fold(text).strip(" .:")) is not None


def to_the_point(text: str) -> str:
    """A text without the lines that tell nothing to come: what is enclosed, which paper this replaces."""
    lines = [line for line in text.split("\n") if not _BESIDE_THE_POINT.fullmatch(fold(line).strip())]
    return "\n".join(lines)


def is_changed(draft: Draft, note: str) -> bool:
    """Whether a draft of a note is a meeting that the note calls off or moves."""
    firm = isinstance(draft.when, Day) and draft.category is Category.MEETING
    return firm and (draft.status in OLD or MOVES.search(fold(note)) is not None)
