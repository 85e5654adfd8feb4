"""One time of a class that rests and is made up for: "Lớp K12 tối 01/5: nghỉ, học bù tối 06/5".

It comes to two sentences, what is not held and what is. What is hard is that the time may stand before the word or
behind it, and that a whole school's day off ("Toàn trường nghỉ học ngày 07/9") calls off nothing of a name.
"""

import re

from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_THING = (
    r"(?P<lead>(?:^|[.;]\s+)[^\w(]*(?:\d{1,2}[.)/]\s*)?(?:riêng\s+)?)"
    r"(?P<thing>(?:các\s+)?(?:buổi|lớp|ca|môn|học phần|câu lạc bộ|clb|nhóm|đội|khóa|tiết)\s[^.;:,()\n]{1,70}?)"
)
_TIME = (
    r"(?:(?:buổi|vào|ngày|lúc|các)\s+){0,2}"
    r"(?:sáng|chiều|tối|trưa|thứ|chủ nhật|cn|t[2-7]|ngày|\d{1,2}\s*(?:h|g|giờ|:|/))(?!\w*\s+học)[^.;:\n]{0,45}?"
)
_RESTS = (
    r"(?:(?:thì|cô|thầy|xin|tạm|được|cho|sẽ|đều)\s+){0,3}"
    r"(?:nghỉ(?:\s+(?:học|dạy|tập|sinh hoạt))?|không\s+(?:học|tập|dạy|sinh hoạt|lên lớp))"
)
_MADE_UP = (
    r"\s*(?:[,;(]\s*)?(?:(?:và|sẽ|được|trung tâm|cô|thầy|nhà trường|lớp)\s+){0,3}"
    r"(?:cho\s+)?(?P<how>(?:học|dạy|tập|sinh hoạt|tổ chức|thi đấu|lên lớp)\s+)?bù(?:\s+(?:lại|vào|sang|trong))*\s+"
    r"(?P<new>[^;\n]*?)\)?(?=\s*(?:[;\n]|\.(?:\s|$)|$))"
)
_BARE = re.compile(r"(?:^|(?<=buổi )|(?<=các ))(?=\d{1,2}/)", re.IGNORECASE)
_DIGIT = re.compile(r"\d|\b(?:thứ|chủ nhật|cn|mai)\b", re.IGNORECASE)


def _two_sentences(found: re.Match[str], _period: DaySpan | None) -> str:
    thing = found["thing"].strip()
    old = (found["before"] or found["behind"] or "").strip(" (),:")
    first = f"{found['lead']}{thing}: không tổ chức {_BARE.sub('ngày ', old)}"
    new = found["new"].strip()
    if not _DIGIT.search(new):
        return first  # "sẽ học bù sau"
    return f"{first}.\n{thing}: {(found['how'] or 'học ').strip().lower()} bù {new}"


MADE_UP = (
    Turn(
        # For which day a lesson is made up.
        name="made-up-for-in-brackets",
        says=("(bù ", "(học bù ", "(dạy bù ", "(làm bù "),
        pattern=re.compile(
            r"(?<=\d)\s*\((?:(?:học|dạy|làm|tập) )?bù(?: (?:cho|của))?"
            r"(?: (?:ngày|buổi|sáng|chiều|tối|tiết|thứ [^\W_]+)){0,3} \d[^()\n]{0,30}\)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Lịch học bù: sáng 14/9 (bù ngày 07/9), sáng 21/9 (bù ngày 09/9).",
                "Lịch học bù: sáng 14/9, sáng 21/9.",
            ),
            ("Nghỉ sáng 14/9 (học bù sau)", "Nghỉ sáng 14/9 (học bù sau)"),
        ),
    ),
    Turn(
        name="rests-and-is-made-up",
        says=(" bù",),
        pattern=re.compile(
            rf"{_THING}(?:[\s,:(]+(?P<before>{_TIME})[\s),:;]+{_RESTS}|[\s,:]+{_RESTS}\s+(?P<behind>{_TIME})){_MADE_UP}",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=_two_sentences,
        examples=(
            (
                "Lớp liên thông K12 tối 01/5: nghỉ, học bù tối 06/5.",
                "Lớp liên thông K12: không tổ chức tối 01/5.\nLớp liên thông K12: học bù tối 06/5.",
            ),
            (
                "Lớp Toán 2: nghỉ buổi sáng Chủ nhật 15/12, học bù sáng Chủ nhật 22/12",
                "Lớp Toán 2: không tổ chức buổi sáng Chủ nhật 15/12.\nLớp Toán 2: học bù sáng Chủ nhật 22/12",
            ),
            ("Lớp Bơi chiều 17/12 nghỉ, sẽ học bù sau.", "Lớp Bơi: không tổ chức chiều 17/12."),
            (
                "Toàn trường nghỉ học ngày 07/9; học bù ngày 15/9",
                "Toàn trường nghỉ học ngày 07/9; học bù ngày 15/9",
            ),
        ),
    ),
)
