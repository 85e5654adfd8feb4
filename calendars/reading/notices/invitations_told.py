"""What a notice says of an invitation that names its meeting: it is withdrawn, or still holds.

"thu hồi Giấy mời số 219 về việc họp A (14 giờ, ngày 26/12)" calls the meeting off, "Giấy mời số 220 (họp B, 16 giờ ngày
26/12) vẫn có hiệu lực" tells it anew. What is hard is that the invitation's own day stands before that of the meeting.
"""

import re

from calendars.reading.naming.titles import has_head

_PAPER = r"(?:giấy mời|thư mời|giấy triệu tập|thông báo mời|công văn mời)"
_WHICH = (
    r"(?:\s+(?:họp|dự))?(?:\s+số\s*:?\s*[\w/.-]+)?(?:,?\s*ngày\s+\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)?"
    r"(?:\s+của\s+[^,;:()\n]{2,60}?)?"
)
_FOR = r"(?:(?:về việc|về|v/v|mời|mời dự|mời họp|dự|tham dự)\s+)+"
_OFF = r"(?:thu hồi|rút lại|rút|hủy(?: bỏ)?|huỷ(?: bỏ)?)"
_WITHDRAWN = re.compile(
    rf"[^.;\n]{{0,120}}?\b{_OFF}(?:\s*(?:và|,)\s*{_OFF})?\s+{_PAPER}{_WHICH},?\s*{_FOR}(?P<what>[^\n]{{6,}})",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    rf"(?:riêng\s+)?{_PAPER}{_WHICH}\s*(?:\((?P<inner>[^()\n]{{10,200}})\)|{_FOR}(?P<what>[^\n]{{6,200}}?)),?\s*"
    r"(?:vẫn\s+(?:(?:có|còn|giữ)\s+)?(?:nguyên\s+)?(?:hiệu lực|giá trị)|vẫn giữ nguyên|không thay đổi"
    r"|thực hiện như cũ)\b[^\n]*",
    re.IGNORECASE,
)
_PUT_INTO = re.compile(
    r"(?:lý do\s*:\s*)?(?:các\s+)?(?:nội dung|vấn đề|việc)[^.;:\n]{0,80}?\s(?:được|sẽ|đã)\s+(?:được\s+)?"
    r"(?:đưa|lồng ghép|ghép|chuyển|kết hợp)\s+(?:vào|trong|tại|cùng)\s+(?P<what>\S[^\n]{6,})",
    re.IGNORECASE,
)
_SAYS = ("giấy mời", "thư mời", "triệu tập", "mời", "lý do", "nội dung", "vấn đề")


def invitation_plainly(line: str) -> str:
    """A line that withdraws or upholds an invitation as what this says of its meeting; any other line as it is."""
    if not any(map(line.lower().__contains__, _SAYS)):
        return line
    if (found := _WITHDRAWN.match(line)) and has_head(found["what"]):
        return f"Hủy {found['what']}"
    if (found := _HOLDS.match(line)) and has_head(told := found["inner"] or found["what"]):
        return f"{told[0].upper()}{told[1:]}."
    if (found := _PUT_INTO.match(line)) and has_head(found["what"]):
        return found["what"]
    return line
