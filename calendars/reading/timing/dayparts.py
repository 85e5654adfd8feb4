"""Parts of the day that stand alone: in a label, at the beginning of a clause, as a piece of a bracket.

The grammar leaves a lone "sáng" or "ngày" in peace, since in running text it may mean anything; where the form
shows that it can only be a time ("(sáng; dự: đ/c A)", "Chiều: họp B"), it is read here (reference section A.6,
trailing brackets).
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from calendars.grammar.rule import Reading
from calendars.layouts.words import fold
from calendars.reading.naming.titles import has_head
from calendars.reading.spans import Span, brackets, inside
from calendars.times import DayPart
from calendars.when import Day, Hours, Undated, with_hours

_PARTS = {
    "sang": DayPart.MORNING,
    "trua": DayPart.NOON,
    "chieu": DayPart.AFTERNOON,
    "toi": DayPart.EVENING,
    "dem": DayPart.NIGHT,
    "ca ngay": DayPart.ALL_DAY,
    "tron ngay": DayPart.ALL_DAY,
    "sang va chieu": DayPart.ALL_DAY,
    "sang chieu": DayPart.ALL_DAY,
    "ngay": DayPart.ALL_DAY,
}
_OF_HALF = (  # "cả buổi sáng", "cuối giờ chiều", "trong sáng"
    r"(?:(?:ca|trong|suot|nguyen|tron|dau|giua|cuoi)\s+)?(?:(?:buoi|gio)\s+)?"
)
_WORDS = rf"{_OF_HALF}(?P<part>sang va chieu|ca ngay|tron ngay|sang|trua|chieu|toi|dem)"
_LABEL = re.compile(rf"[\s:.,()\-]*{_WORDS}[\s:.,()\-]*")
_OPENING = re.compile(
    rf"(?:^|(?<=[.;:\n–])\s|(?<=\n))\s*[-+•*]?\s*\[?(?:vao\s+)?{_WORDS}(?=\s*[:,(\]]|\s+(?:[-–→]|=>)\s|\s+\w)"
)
_PIECE = re.compile(
    rf"[(;,]\s*(?:tiet\s+\d[\d\s,–-]*\s)?{_OF_HALF}"
    r"(?P<part>ca ngay|tron ngay|sang|trua|chieu|toi|dem|ngay)\s*(?=[);,])"
)
# A line that ends with it: "Ngày 8/11 kiểm tra tài chính Công ty A, buổi chiều".
_AT_END = re.compile(rf"[,:–-]\s*{_OF_HALF}(?P<part>ca ngay|tron ngay|sang|trua|chieu|toi|dem)\s*[.;]?\s*$")
# Between commas behind a thing of that day: "10/5: Hội thảo khoa học, sáng, hội trường lớn".
_BETWEEN = re.compile(
    rf"(?:,|\s[-–])\s*{_OF_HALF}(?P<part>ca ngay|tron ngay|sang|trua|chieu|toi|dem)\s*(?=,|\s[-–]\s)"
)
# A sentence that ends with it: "Tổ 4, 5 sinh hoạt chuyên môn buổi chiều. Cô Lan dự."
_AT_END_OF_SENTENCE = re.compile(
    r"(?<=\w)\s+(?:vao\s+)?(?:buoi\s+(?P<part>sang|trua|chieu|toi))(?=\s*(?:[.;]\s|[.;]?\s*$)|\s+tai\s)"
)
# "Sáng họp BTV, chiều họp BCH": a later part of the day before what is held then.
_LATER = re.compile(r",\s*(?:va\s+)?(?:buoi\s+)?(?P<part>trua|chieu|toi)(?=\s*:|\s+\w)")
# Both with their places: "Tổ 2 tiếp xúc cử tri, buổi sáng tại xã A, buổi chiều tại xã B".
_AT_PLACES = re.compile(
    r"[,;:)]\s+(?:va\s+)?(?:vao\s+)?(?P<whole>(?:buoi\s+)?(?P<part>sang|chieu|toi))(?=\s+(?:tai|o)\s)"
)
_SAME_DAY = re.compile(r"\b(?P<part>sang|trua|chieu|toi|dem)(?=\s+cung ngay\b)")
_CLAUSE_END = re.compile(r"[;\n]|\.\s")
_CUNG_NGAY = re.compile(r"\s+cung ngay\b")
_NO_TIME = re.compile(
    r"\s+(?:kien|tao|suot|nay|doi(?! thoai)|huyen|tac|lap|che|sua)\b"
    r"|(?<=dem)\s+(?:hoi|nhac|gala|dien|tho|van nghe|ca nhac|lua trai|hoa dang|nghe thuat|giao luu"
    r"|chung ket|trung thu|pho|cong chieng|trinh dien|hoa nhac|khai mac|be mac|ca mua|da hoi|dan vu|le hoi|tri an"
    r"|trang|xoe|thi)\b"
)


_ENDS_WITH_DAY = re.compile(r"ngay\s*[);,]")
_OPENING_NAMES = ("sang", "chieu", "toi", "trua", "dem", "ca ngay", "tron ngay")
# Each begins with its letter, which lets the search skip where none of them does.
_EACH_NAME = "|".join(rf"{name[0]}(?<!\w.){name[1:]}" for name in _OPENING_NAMES)
_NAME = re.compile(rf"(?:{_EACH_NAME})(?!\w)")
_SPELLINGS = {
    "sáng",
    "trưa",
    "chiều",
    "tối",
    "đêm",
    "cả ngày",
    "trọn ngày",
    "ngày",
    "sáng và chiều",
    "sáng chiều",
}


def label_part(text: str) -> Reading | None:
    """A label that is only a part of the day ("Buổi sáng:")."""
    found = _LABEL.fullmatch(fold(text))
    return _reading(found) if found else None


def part_readings(text: str, readings: Sequence[Reading], taken: Iterable[Span]) -> list[Reading]:
    """The readings with those of parts of the day that stand alone in the text, in order."""
    folded = fold(text)
    closed = [*(reading.at for reading in readings), *taken]
    found = list(readings)
    in_brackets = brackets(text)
    named = any(map(folded.__contains__, _OPENING_NAMES)) and any(
        not inside(name.start(), closed) for name in _NAME.finditer(folded)
    )
    pieces = named or ("ngay" in folded and _ENDS_WITH_DAY.search(folded) is not None)
    same_day = named and "cung ngay" in folded
    for pattern, sought in ((_OPENING, named), (_PIECE, pieces), (_SAME_DAY, same_day)):
        for match in pattern.finditer(folded) if sought else ():
            span = match.span("part")
            if not _is_spelled(text, span) or inside(span[0], closed) or _NO_TIME.match(folded, match.end()):
                continue
            if pattern is _PIECE and not inside(span[0], in_brackets):
                continue
            told = _CUNG_NGAY.match(folded, span[1])
            span = (span[0], told.end() if told else span[1])
            found.append(_reading(match)._replace(at=span))
            closed.append(span)
    ends = named and folded.endswith(_OPENING_NAMES, 0, len(folded.rstrip(" .;")))
    last = _AT_END.search(folded) if ends else None
    if last and _is_spelled(text, last.span("part")) and not inside(last.start("part"), closed):
        found.append(_reading(last))
        closed.append(last.span("part"))
    if named and found == list(readings):
        found += _between(text, folded, found, [*closed, *in_brackets])
    if named and not found and "buoi " in folded:
        for match in _AT_END_OF_SENTENCE.finditer(folded):
            if _is_spelled(text, match.span("part")) and not inside(match.start("part"), closed):
                found.append(_reading(match)._replace(at=(match.start() + 1, match.end())))
                closed.append(match.span())
    if named and " tai " in folded:
        found += _at_places(text, folded, [*closed, *(one.at for one in found)])
    if named:
        found += _later_parts(text, folded, found, [*closed, *in_brackets])
    return _lasting(text, sorted(found, key=lambda reading: reading.at))


def _lasting(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings, half a day as the whole where its clause ends with that ("Sáng: Tập huấn (cả ngày)")."""
    for n, (half, whole) in enumerate(pairwise(readings)):
        if (
            whole.when.hours.part is DayPart.ALL_DAY
            and half.when.hours.part in (DayPart.MORNING, DayPart.AFTERNOON)
            and isinstance(whole.when, Undated)
            and _CLAUSE_END.search(text, half.at[1], whole.at[0]) is None
        ):
            readings[n] = half._replace(
                when=with_hours(half.when, half.when.hours._replace(part=DayPart.ALL_DAY))
            )
    return readings


def _between(text: str, folded: str, told: Sequence[Reading], closed: Sequence[Span]) -> Iterable[Reading]:
    """The one part of the day that stands between commas behind a day without hours, or in a row of a day."""
    if len(told) > 1 or any(not isinstance(one.when, Day) or one.when.hours or one.deadline for one in told):
        return
    matches = [*_BETWEEN.finditer(folded, told[0].at[1] if told else 0)]
    alone = len(matches) == 1 and not inside(matches[0].start("part"), closed)
    if alone and _is_spelled(text, matches[0].span("part")):
        yield _reading(matches[0])


def _at_places(text: str, folded: str, closed: Sequence[Span]) -> list[Reading]:
    """The parts of the day that stand between commas, each with a place of its own behind it."""
    matches = [
        found
        for found in _AT_PLACES.finditer(folded)
        if _is_spelled(text, found.span("part")) and not inside(found.start("part"), closed)
    ]
    several = len({found["part"] for found in matches}) > 1
    return [_reading(found)._replace(at=found.span("whole")) for found in matches] if several else []


def _later_parts(
    text: str, folded: str, readings: Sequence[Reading], closed: Sequence[Span]
) -> Iterable[Reading]:
    """The parts of the day behind a comma, where a day or an earlier part was told and a thing that is held follows."""
    told = [
        reading.at[1]
        for reading in readings
        if reading.when.hours.part is not None or (isinstance(reading.when, Day) and not reading.when.hours)
    ]
    for match in _LATER.finditer(folded) if told else ():
        at = match.start("part")
        if min(told) > at or inside(at, closed) or not _is_spelled(text, match.span("part")):
            continue
        if not _NO_TIME.match(folded, match.end()) and has_head(text[match.end() :].lstrip(" :")):
            yield _reading(match)


def _is_spelled(text: str, span: Span) -> bool:
    """Whether the word is the part of the day and not another that folds alike ("tới", "sang", "chiếu")."""
    word = text[slice(*span)].lower()
    return word in _SPELLINGS or (word.isascii() and text.isascii())


def _reading(found: re.Match[str]) -> Reading:
    return Reading(
        found.span("part"), Undated(Hours(part=_PARTS[found["part"]])), rules=("lone-part-of-day",)
    )
