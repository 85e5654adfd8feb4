"""What the last words of a line tell of the line below: whether they end a sentence, or want another word or number.

Most lines want nothing. Whether their last letters are those of a word that does is asked first, which costs a
twentieth of looking for all these words wherever they may stand.
"""

import re

LAST = 30
"""Letters in which the end of a line is looked for."""

_SENTENCE_ENDS = frozenset(".;:!?…")
_CLOSING = "\"”»')]"
# ", cả ngày", "Việc thường xuyên cả quý"
_ALL_DAY = re.compile(r",\s*(?:cả|trọn)\s+ngày$|\b(?:cả|trọn) (?:tháng|quý|năm)$", re.IGNORECASE)
_SIGNS = (",", "-", "–", "/", "(", "“")
_UNITS = ("ngày", "tháng", "năm")  # behind a number they want none
_WORDS = (
    "số", "thứ", "từ", "đến", "lúc", "và", "của", "tại", "các", "với", "về", "theo", "cho", "do", "để", "là", "vào",
    "trong", "hoặc", "sang", "chuyển", "lùi", "quý", "khóa", "giai đoạn", "nhiệm kỳ", "năm học", "hồi", "thời gian",
    "trên", "lần", "khoá", "đ/c", "ông", "bà",
)  # fmt: skip
_OPEN_END = re.compile(
    rf"(?:[{''.join(map(re.escape, _SIGNS))}]|\b(?:(?<!\d )(?:{'|'.join(_UNITS)})|{'|'.join(_WORDS)}|"
    r"(?<!mặt )(?<!đồng )(?<!công )(?<!cân )bằng))\s*$",
    re.IGNORECASE,
)
_MAY_BE_OPEN = (*_SIGNS, *_UNITS, *_WORDS, "bằng")
_LONGEST_WORD = max(map(len, _MAY_BE_OPEN))
# "Chào cờ đầu tháng" / "Toàn thể cơ quan": a cell may end with a word that elsewhere waits for its number.
_WANTS_FIGURE = re.compile(
    r"\b(?:đầu|cuối|giữa|trong|hằng|hàng|mỗi|các|của|từng) (?:tháng|năm|quý|ngày)$", re.IGNORECASE
)
_NUMBER_WORDS = ("số", "ngày", "tháng", "thứ", "lần thứ", "từ", "đến", "trước", "quý")
_NUMBER_FOLLOWS = re.compile(rf"\b(?:{'|'.join(_NUMBER_WORDS)})$")
# "Phòng Dân số", "chuyển đổi số": no number follows.
_NAMED_SO = re.compile(r"\b(?:dân|tổng|đổi|hệ|kỹ thuật|chữ|thiểu|đa|công nghệ|bảng)\s+số$", re.IGNORECASE)
_YEAR_AT_END = re.compile(r"(?:19|20)\d\d$")


def ends(text: str) -> bool:
    """Whether the text ends a sentence or a clause."""
    return text[-LAST:].rstrip().rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS


def is_open(text: str) -> bool:
    """Whether the text ends with a word that wants another."""
    last = text[-LAST:]
    told = last.rstrip()
    if not told.lower().endswith(_MAY_BE_OPEN):
        return False
    if last.endswith(("//", "tháng Năm", "Tháng Năm")) or last.lower().endswith(("thứ năm", "thu nam")):
        return False  # nothing is on then; May; Thursday
    wants = _OPEN_END.search(last, max(0, len(told) - _LONGEST_WORD)) is not None
    return wants and _NAMED_SO.search(last) is None and not _ALL_DAY.search(last)


def wants_number(text: str) -> bool:
    """Whether the end of a line wants a number ("Nghị quyết số"), and does not name one ("chuyển đổi số")."""
    last = text[-LAST:]
    return (
        last.endswith(_NUMBER_WORDS)
        and _NUMBER_FOLLOWS.search(last) is not None
        and _NAMED_SO.search(last) is None
        and _ALL_DAY.search(last) is None
    )


def wants_figure(text: str) -> bool:
    """Whether the text ends with a stretch of time that a number may tell, and that needs none ("đầu tháng")."""
    return _WANTS_FIGURE.search(text[-LAST:]) is not None


def has_open_bracket(text: str) -> bool:
    """Whether a bracket of the last words is still open."""
    last = text[-160:]
    return "(" in last and last.count("(") > last.count(")") and not ends(text[-3:].replace(";", ""))


def ends_open_number(text: str) -> bool:
    """Whether the text ends with a year, which may begin a stretch of years."""
    return text[-1:].isdecimal() and _YEAR_AT_END.search(text[-LAST:]) is not None
