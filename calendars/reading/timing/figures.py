"""Days as of which figures are told: "Số liệu thu lấy đến hết ngày 25/4", "Tỷ lệ tiêm đến 28/3: 12/54 xã".

Nothing is held then and nothing is due. What is hard is that figures are also asked for by a day ("số liệu gửi trước
ngày 25"), and that a bracket of figures stands within what is asked ("gửi báo cáo (số liệu đến 31/8) trước ngày 14/9").
"""

import re

from calendars.grammar.rule import Reading
from calendars.layouts.words import fold

_FAR = 160  # letters before the day in which its sentence begins
_NAMES = ("so lieu", "ty le", "ti le", "du no", "so du", "luy ke")
_CLAUSE = re.compile(r"[.;\n(]\s*")
_FIGURES = re.compile(
    rf"\W*(?:(?:ghi chu|luu y)\s*:\s*)?(?:{'|'.join(_NAMES)})\b"
    r"(?:(?!gui|nop|hoan thanh|cong bo|cung cap|nhap(?! hoc)|chot|truoc)[^:)]){0,80}?"
    r"\b(?:den|tinh|lay)(?: (?:den|het|tu|ngay))*\s*"
)
_UNTIL = re.compile(r"(?:(?:den|het|tu|ngay)\s+)*")


def is_of_figures(text: str, reading: Reading) -> bool:
    """Whether a day is that up to which the figures of a sentence are counted."""
    begin, end = reading.at
    folded = fold(text)
    far = folded[max(0, begin - _FAR) : begin]
    if not any(map(far.__contains__, _NAMES)):
        return False
    sentence = _CLAUSE.split(far)[-1]
    leads = _UNTIL.match(folded[begin:end])
    return _FIGURES.fullmatch(sentence + (leads[0] if leads else "")) is not None
