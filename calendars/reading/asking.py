"""What an item asks of somebody by a time of its own, beside what is held.

"8h00: Họp tổ, các phòng gửi số liệu trước 11/3", "Hội thi: 20/5 (đăng ký trước 10/5)".

What is hard: "(xong trước 10/5)" tells by when the thing itself is done, and "Gửi báo cáo trước 10/5" is nothing but
asked for; only a clause behind something that is held asks for another thing.
"""

import re
from collections.abc import Sequence

from calendars.layouts.timelabels import begins_with_clock
from calendars.layouts.words import fold, lowered
from calendars.reading.naming.titles import mentions_head
from calendars.reading.scope import Draft
from calendars.reading.words import item_words

_ASKS = ("đăng ký", "gửi", "nộp", "báo", "xác nhận")
_VERB = r"\b(?:đăng ký|gửi|nộp|xác nhận|báo(?! cáo viên| cáo chuyên đề))\b"
_TAKES = ("(nhận ", "(đăng ký", "(bình chọn", "(góp ý", "(nộp", "(gửi")
_LIMITS = ("trước", "chậm nhất", "muộn nhất", "hạn")
_BY = rf"\b(?:{'|'.join(_LIMITS)})\b"
_BARE_VERB = 2  # words
_BRACKET = re.compile(rf"\s*\((?P<what>[^()\d]{{0,80}}{_VERB}[^()\d]{{0,60}}?{_BY}[^()]*)\)", re.IGNORECASE)
_CLAUSE = re.compile(
    rf"[,;.]\s+(?P<what>(?:(?:kính )?đề nghị |yêu cầu |nhắc )?[^,;.()\d\n]{{0,60}}{_VERB}[^,;()\n]{{0,80}}?{_BY}\s"
    r"(?:[^;()\n.]|\.(?!\s)){0,200})\.?[^\S\n]*(?=\n|$)",
    re.IGNORECASE,
)
_OPEN_UNTIL = re.compile(  # "Trao giải: chiều 16/12 (bình chọn đến 11 giờ ngày 15/12)"
    r"\s*\((?P<what>(?:nhận (?:bài|hồ sơ|đơn|đăng ký|tác phẩm)|đăng ký|bình chọn|góp ý|nộp|gửi)\b[^()\d]{0,40}?"
    r"\b(?:đến|tới)\s[^()]{0,80}\d[^()]{0,60})\)",
    re.IGNORECASE,
)

_WHOLE = re.compile(r"\((?P<inner>[^()]+(?:\([^()]*\)[^()]*)*)\)[.;]?\Z")
_CHANGED = re.compile(
    r"\((?:cập nhật|thay đổi|điều chỉnh)\s*:\s*(?P<inner>[^()]+(?:\([^()]*\)[^()]*)*)\)[.;]?", re.IGNORECASE
)
_ASKED = re.compile(rf"(?:{_VERB}|\b(?:liên hệ|nhắn)\b).*{_BY}\s", re.IGNORECASE | re.DOTALL)


def asked_in_bracket(text: str) -> str | None:
    """What a line that is nothing but a bracket asks for, or says that is changed.

    "(Ai cần chỗ nghỉ xin báo thầy Sáu trước 12/11.)", "(Cập nhật: họp tổ lùi đến 15h30 thứ Tư 28/10)".
    """
    changed = _CHANGED.fullmatch(text.strip()) if text.startswith("(") else None
    if changed is not None:
        return changed["inner"]
    found = _WHOLE.match(text.strip()) if text.startswith("(") else None
    return found["inner"] if found and _ASKED.search(found["inner"]) else None


def asking_clauses(text: str) -> list[re.Match[str]]:
    """The brackets and the last clause of a text that ask for something by a time; what they say is their `what`."""
    words = lowered(text)
    if "(" in words and any(map(words.__contains__, _TAKES)) and (found := list(_OPEN_UNTIL.finditer(text))):
        return found
    if not any(map(words.__contains__, _ASKS)) or not any(map(words.__contains__, _LIMITS)):
        return []
    leads = item_words()["items.deadline_leads"]
    brackets = [
        found
        for found in (_BRACKET.finditer(text) if "(" in text else ())
        if found.start() and leads.search(fold(found["what"]))
    ]
    clause = _CLAUSE.search(text)
    held = clause is not None and (mentions_head(text[: clause.start()]) or begins_with_clock(text))
    return [*brackets, *([clause] if clause is not None and held else [])]


def named_with(asked: Sequence[Draft], what: str) -> list[Draft]:
    """The drafts of what is asked for, one that is but a verb ("Đăng ký") with what it is asked for."""
    for draft in asked:
        if len(draft.title.split()) <= _BARE_VERB and what and fold(draft.title) not in fold(what):
            draft.title = f"{draft.title}: {what[:1].lower()}{what[1:]}"
    return list(asked)
