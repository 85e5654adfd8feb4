"""Stretches of a text: brackets, quotations, clauses, and what is left when pieces are cut out.

A cut leaves a hole (one character that stands for what was there), so that the words before and after it can be
tidied together. What is hard: full stops end abbreviations ("PCT. Thường trực") and colons stand inside hours
and names.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

Span = tuple[int, int]
HOLE = "\x00"
_BRACKET = re.compile(r"[()]")

_ABBREVIATION = re.compile(
    r"(?:^|[\s(,;:.])(?:PCT|CT|PGĐ|GĐ|PHT|HT|PBT|BT|PTP|PCVP|CVP|TS|ThS|PGS|GS|BS|KS|CN|TP|Tp|tp|TX|TT|Ô|B|P|Q|H|TM|KT|TL|UV|PL|Đ/c|đ/c|St|Dr|tr|vv|v|SN|KP|DN|A|T|[a-z])\.$"
)
_LETTERED = re.compile(
    r"(?:tòa|nhà|khu|block|dãy|lớp|bảng|khối|cổng|sân|phòng|phòng họp|hội trường)\s[A-H]\.$", re.IGNORECASE
)
# In the lists of a court: "Vụ Trần Văn K. ...", "Vụ Lý A S. ..."
_PARTY = re.compile(r"\b[A-ZĐÀ-Ỹ][a-zà-ỹđ]+\s[A-ZĐÀ-Ỹ][a-zà-ỹđ]*\s[A-ZĐ]\.$")
_LONGEST_PARTY = 24  # letters
_LONGEST_NAME = 14  # letters of "hội trường B."
_CLOCK_FOLLOWS = re.compile(
    r"\d{1,2}\s*(?:giờ|[hg]\d{0,2}|:\d\d)\b", re.IGNORECASE
)  # "tại Phòng A. 14 giờ, họp"
_SENTENCE_END = re.compile(  # begins with a sign, which lets the search skip where there is none
    r"[.!?…;\n](?:(?<=[.!?…])[.!?…]*[\"”»)]*\s+(?=[\"“«(]?[A-ZĐÀ-ỸƯƠ0-9\-–+]|(?:sáng|chiều|tối)\s)"
    r"|(?<=;)\s*|(?<=\n)\s*(?=\S))"
)
_LEADS = (
    "thời gian tổ chức|thời gian|bắt đầu|dự kiến|được tổ chức|tổ chức vào|diễn ra|vào|lúc|hồi|từ|trong|khoảng|"
    "ngày|buổi|xong|hoàn thành|chậm nhất|trước|đến|hết|và|nay|là|sang"
)
_BEFORE_HOLE = re.compile(  # "Phản hồi trước 03/5" keeps its verb
    rf"(?:(?<!phản )(?<!phục )(?<![^\W_])(?:{_LEADS}|(?<!tuần )(?<!tháng )(?<!năm )tới)(?![^\W_])\s*[:,]?\s*)+(?=\x00)",
    re.IGNORECASE,
)
_LEADING = (*_LEADS.split("|"), "tới")
_LONGEST_LEAD = max(map(len, _LEADING))
_HOLE_RUN = re.compile(r"\x00(?:[\s,;:.\-–()]*\x00)+")
BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))
"""Every sign that is white space."""
_EDGES = f"{BLANKS},;:-–{HOLE}"
_HOLE_IN_DASHES = re.compile(rf"\s[-–]\s*{HOLE}\s*[-–]\s")
_HOLE_IN_COMMAS = re.compile(r"\s*,\s*\x00\s*,\s*")
_AROUND_HOLE = re.compile(r"\s*\x00\s*")
_HOLE_BEFORE_CLOSING = re.compile(r"[\s,;:]*\x00[\s,;:]*(?=[)\]])")
_HOLE_BEHIND_OPENING = re.compile(r"([(\[])[\s,;:]*\x00[\s,;:]*")
_SIGNS_APART = (*((f" {sign}", sign) for sign in ",;.:)"), ("::", ":"))
_AFTER_BRACKET = re.compile(r"\(\s+")
_QUOTATION = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"\n]*\"")
_COLON = re.compile(r":(?:(?!\d)|(?<!\d:))")
_FEW = 20  # spans of which each is asked
_LONGEST_ABBREVIATION = 8  # letters, with the full stop and what stands before
_EMPTY_BRACKET = re.compile(r"[(\[][\s,;:.\-–\x00]*\x00[\s,;:.\-–\x00]*[)\]]|\(\s*\)")


@lru_cache(maxsize=128)
def brackets(text: str) -> Sequence[Span]:
    """Begin and end (excluded) of each outermost pair of round brackets; one that is not closed ends the text.

    All the times in a text ask whether they stand in one, so that it is remembered.
    """
    if "(" not in text:
        return ()
    found: list[Span] = []
    depth, begin = 0, 0
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "(":
            begin = bracket.start() if depth == 0 else begin
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append((begin, bracket.end()))
    return tuple(found)


def quotations(text: str) -> list[Span]:
    """Begin and end of each quoted stretch."""
    if '"' not in text and "“" not in text and "«" not in text:
        return []
    return [found.span() for found in _QUOTATION.finditer(text)]


def inside(place: int, spans: Iterable[Span]) -> bool:
    """Whether a place lies within one of the spans."""
    for begin, end in spans:  # noqa: SIM110 - asked of each time and piece of a text
        if begin <= place < end:
            return True
    return False


def covered_by(spans: Collection[Span]) -> Callable[[int], bool]:
    """Tells of a place whether it lies within one of the spans; quickly too where a hostile text has thousands."""
    if len(spans) <= _FEW:
        return lambda place: inside(place, spans)
    joined: list[Span] = []
    for begin, end in sorted(spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    begins = [begin for begin, _ in joined]

    def within(place: int) -> bool:
        before = bisect_right(begins, place) - 1
        return before >= 0 and place < joined[before][1]

    return within


def clauses(text: str, protected: Sequence[Span] = ()) -> list[Span]:
    """The sentences of a text, parted at semicolons and line breaks too, never inside brackets or `protected`."""
    is_closed = covered_by([*brackets(text), *quotations(text), *protected])
    found: list[Span] = []
    begin = 0
    for end in _SENTENCE_END.finditer(text):
        stop = end.start()
        if is_closed(stop) or (
            text[stop] == "."
            and is_abbreviated(text[: stop + 1])
            and not _CLOCK_FOLLOWS.match(text, end.end())
        ):
            continue
        if text[stop] == "\n" and text[end.end()].islower():
            continue
        if text[begin : end.end()].strip():
            found.append((begin, end.end()))
        begin = end.end()
    if text[begin:].strip():
        found.append((begin, len(text)))
    return found


def is_abbreviated(text: str) -> bool:
    """Whether the full stop at the end of a text belongs to an abbreviation ("TP."), and no building ("tòa B.")."""
    last = text[-4:-1]
    if "." not in text[-2:] or (text[-1] == "." and len(last) > 2 and last.isalpha() and last.islower()):
        return False  # no abbreviation has three small letters before its full stop
    if _LETTERED.search(text, max(0, len(text) - _LONGEST_NAME)):
        return False
    if _ABBREVIATION.search(text, max(0, len(text) - _LONGEST_ABBREVIATION)):
        return True
    return _PARTY.search(text, max(0, len(text) - _LONGEST_PARTY)) is not None


def first_sentence(text: str) -> str:
    """The text up to the end of its first sentence."""
    spans = clauses(text)
    return text[slice(*spans[0])].strip() if spans and not re.match(r".*;", text) else text


def with_holes(text: str, cuts: Iterable[Span]) -> str:
    """The text with a hole in place of each cut stretch."""
    places = sorted(cuts)
    if not places:
        return text
    pieces: list[str] = []
    at = 0
    for begin, end in places:
        if end <= at:
            continue
        pieces += [text[at : max(begin, at)], HOLE]
        at = end + (text.startswith(")", end) and _opens_more(text[begin:end]))
    return "".join([*pieces, text[at:]])


def _opens_more(text: str) -> bool:
    """Whether a bracket of a stretch is closed behind it ("Sáng 07/3 (Chủ nhật")."""
    return text.count("(") > text.count(")")


def tidy_holes(text: str) -> str:
    """The same text without brackets that hold only holes and without the words that led to a hole."""
    for _ in range(4):
        if HOLE not in text:
            break
        before = text
        if "(" in text or "[" in text:
            text = _EMPTY_BRACKET.sub(HOLE, text)
        if _leads_to_hole(text):
            text = _BEFORE_HOLE.sub("", text)
        if text.count(HOLE) > 1:
            text = _HOLE_RUN.sub(HOLE, text)
        if ")" in text or "]" in text:
            text = _HOLE_BEFORE_CLOSING.sub("", text)
        if "(" in text or "[" in text:
            text = _HOLE_BEHIND_OPENING.sub(r"\1", text)
        if text == before:
            break
    return text


def _leads_to_hole(text: str) -> bool:
    """Whether the last letters before a hole are those of a word that leads to one."""
    for before in text.split(HOLE)[:-1]:
        if before.rstrip().rstrip(":,").rstrip()[-_LONGEST_LEAD:].lower().endswith(_LEADING):
            return True
    return False


def filled(text: str) -> str:
    """The text with its holes closed: one space or comma where words stand on both sides, nothing at the ends."""
    text = text.lstrip(_EDGES + ".").rstrip(_EDGES)
    if HOLE in text:
        if "- " in text or "– " in text:
            text = _HOLE_IN_DASHES.sub(" - ", text)
        text = _AROUND_HOLE.sub(" ", _HOLE_IN_COMMAS.sub(", ", text))
    if "(" in text:
        text = _AFTER_BRACKET.sub("(", text)
    text = " ".join(text.split())
    for apart, sign in _SIGNS_APART:
        text = text.replace(apart, sign)
    return text


def colon(text: str) -> int | None:
    """The first colon that parts a text in two: not in an hour, a bracket or a quotation."""
    if ":" not in text:
        return None
    closed = [*brackets(text), *quotations(text)]
    for found in _COLON.finditer(text):
        if not inside(found.start(), closed):
            return found.start()
    return None
