"""List marks at the beginning of a line: "I.", "A/.", "Điều 1.", "1.", "2.1.", "a)", "-", "+".

What is hard: "1.1. Hội nghị" is a heading and "24.11." a day, "đ/c" is a person and "đ/" a point, "2024" / "-
2029" a term cut by a line break. A mark has a rank; a smaller rank stands higher in the outline (reference
section A.2).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

PART, CHAPTER, ARTICLE, NUMBER, POINT, STAR, DASH, PLUS = 10, 20, 25, 30, 50, 58, 60, 70

_ROMAN = re.compile(
    r"(?:(?:phần|chương|mục)\s+)?(?=[IVX])(?P<mark>X{0,2}(?:IX|IV|V?I{0,3}))\s*(?:[./):]{1,2}|[-–](?!\s*\d))\s*(?=\S)",
    re.IGNORECASE,
)
# "Phần 1. Kết quả tháng 4"; of an agenda "Phần 1. Phần lễ (7h30 - 8h00)".
_PART_IN_FIGURES = re.compile(
    r"(?:phần|chương)\s+(?:thứ\s+)?(?P<mark>\d{1,2}|nhất|hai|ba|tư|bốn|năm)\s*[.:]\s*(?=[^\W\d])(?!.*\d\s?[hg:]\s?\d\d)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"Điều\s+(?P<mark>\d{1,3})\s?[.:]\s*(?=[^\W\d_])", re.IGNORECASE)
_CAPITAL = re.compile(
    r"(?P<mark>[A-HĐ])\s*(?:[.)]|/\.?)\s*[.)]?\s+(?=\S)|(?P<mark2>[A-H])\s*[-–]\s+(?=[^\W\da-z_])"
)
_NUMBER = re.compile(
    r"(?P<mark>\d{1,2})\s?(?:[.)]\s+|/\.\s*|[.)](?=[^\W\d_])|[/:-]\s*(?=[^\W\d_])|-\s+(?=\d{1,2}[hg:]\d\d\s?:))(?=\S)"
)
_NUMBER_AND_WORD = re.compile(r"(?P<mark>\d{1,2})[.)] (?=[^\W\d_])")
_SUBNUMBER = re.compile(r"(?P<mark>[1-9]\d?(?:\.[1-9]\d?){1,3})(?:[.):/]\s*|[-–]\s{0,2}|\s+)(?=[^\W\da-z_])")
_THING = "hoạt động|nội dung|sự kiện|nhiệm vụ|công việc|đầu việc|việc|cuộc họp"
# "Hoạt động 1: Trưng bày", "Nội dung 2. Hội thảo", "Việc thứ 3: Họp tổ": the number is called by what it counts.
_COUNTED = re.compile(
    rf"(?:{_THING}|mục)\s(?:số\s|thứ\s)?\s?"
    r"(?P<mark>\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy)\s?[.:)/–-]\s{0,3}(?=[^\W\d_]|[\"“])",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"(?P<mark>[a-zđ])(?:\s?(?:\)|[./])\s*(?=[^\W\da-z_/]|(?<=[\s)])\S)|[-–]\s+(?=[A-ZĐÀ-Ỹ]))"  # "a- Họp cơ quan"
)
DINGBATS = tuple("➢➤➜➔✓✔❖❑✦★☆☐")
"""Signs that word processors and chats offer as bullets."""

_BULLETS = f"–—+*•●▪■□◦‣►▶{''.join(DINGBATS)}\uf0b7\uf02d\uf0a7\uf0d8\uf076-"
_BULLET = re.compile(rf"(?P<mark>[{_BULLETS}])\s*(?=[^\s\-–—*])")
# Few lines that begin with a letter have a mark: a sign behind one, or a word that is counted, is looked for first.
_MAY_BE_LETTERED = re.compile(
    rf"[A-HĐ]\s*[.)/–-]|[IVXivx]{{1,6}}\s*[./):–-]|[a-zđ]\s?[)./–-]|(?i:phần|chương|mục|điều|{_THING})"
)
_YEAR_AFTER_DASH = re.compile(r"[-–]\s*(?:19|20)\d\d\b")
_CLOCK_OR_DAY = re.compile(
    r"\d{1,2}\s*[.:/-]\s*(?:0\d|[3-5]\d)\b|\d{1,2}\s?[./-]\s?\d{1,2}\s?(?:[./-]\s?\d{4}|[:,)(;]|[-–]\s*\d|$)"
)
# "2. 08h30: Họp", "3. 05-07/11: Tập huấn": a number of its own before a whole time.
_NUMBER_BEFORE_TIME = re.compile(
    r"\d{1,2}[.)]\s+(?=\d{1,2}\s?(?:(?:h|g|giờ)(?![^\W\d])|:\s?[0-5]\d(?!\d)|/\s?\d{1,2}(?!\d)"
    r"|(?:[-–,;]|và|đến)\s?\d{1,2}\s?/\s?\d{1,2}(?!\d)))"
)
# "2- 14-15/9: ...": the days of what the number marks are a range by themselves.
_NUMBER_BEFORE_DAYS = re.compile(
    r"(?P<mark>[1-9]\d?)[-/]\s+(?=\d{1,2}(?:/\d{1,2})?\s?[-–]\s?\d{1,2}\s?[/.]\s?\d)"
)
# "1/- Họp", "I.- HỘI NGHỊ", "a)- Ấp Một": the sign of the mark and a dash behind it, one mark together.
_SIGN_AND_DASH = re.compile(
    r"(?P<mark>\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}|[A-HĐa-hđ])\s?[./)]\s?[-–]"
    r"(?:\s*(?=[^\W\d_])|\s+(?=\d))(?!\s*(?:19|20)\d\d\b)"
)
_IN_WORDS = re.compile(r"(?P<mark>một|hai|ba|bốn|năm|sáu|bảy|tám)\s+là\s*[,:]\s+(?=\S)", re.IGNORECASE)
_COUNTS = {"một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8"}
_NEAR = 9  # letters of the longest number with its sign and a dash: "12.10 / -"
_DOCUMENT_NUMBER = re.compile(r"\d{1,4}\s?[-/]\s?[A-ZĐ][\wĐ]{0,6}\s?[-/]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A list mark: its text ("2.1", "a", "-"), its rank and where the item's own words begin."""

    text: str
    rank: int
    end: int


@lru_cache(maxsize=512)
def read_mark(text: str) -> Mark | None:
    """The list mark with which a line begins, None for a line that has none."""
    first = text[:1]
    if first.isdecimal():
        return _number(text)
    if first.isalpha():
        return _letter(text)
    return _bullet(text) if first and first in _BULLETS else None


def _number(text: str) -> Mark | None:
    if found := _NUMBER_AND_WORD.match(text):  # as nearly all: none of the others can be meant
        return Mark(found["mark"], NUMBER, found.end())
    if found := _NUMBER_BEFORE_DAYS.match(text) or _sign_and_dash(text):
        return Mark(found["mark"], rank_of_generated(found["mark"] + "."), found.end())
    if (_CLOCK_OR_DAY.match(text) and not _NUMBER_BEFORE_TIME.match(text)) or _DOCUMENT_NUMBER.match(text):
        return None
    if found := _SUBNUMBER.match(text):
        return Mark(found["mark"], NUMBER + found["mark"].count("."), found.end())
    found = _NUMBER.match(text)
    return Mark(found["mark"], NUMBER, found.end()) if found else None


def _letter(text: str) -> Mark | None:
    if found := _sign_and_dash(text):
        return Mark(found["mark"], rank_of_generated(found["mark"] + "."), found.end())
    if text[0] in "mhbnstMHBNST" and (found := _IN_WORDS.match(text)):  # "Hai là, buổi tổng vệ sinh ..."
        return Mark(_COUNTS[found["mark"].lower()], NUMBER, found.end())
    if not _MAY_BE_LETTERED.match(text) or text[:3].lower() == "v/v":
        return None
    if (found := _ROMAN.match(text)) and not (found["mark"].islower() and found.start("mark") == 0):
        return Mark(found["mark"].upper(), PART, found.end())
    if found := _PART_IN_FIGURES.match(text):
        return Mark(found["mark"], PART, found.end())
    if found := _ARTICLE.match(text):
        return Mark(found["mark"], ARTICLE, found.end())
    if found := _COUNTED.match(text):
        return Mark(found["mark"], NUMBER, found.end())
    if found := _CAPITAL.match(text):
        return Mark(found["mark"] or found["mark2"], CHAPTER, found.end())
    found = _LETTER.match(text)
    return Mark(found["mark"], POINT, found.end()) if found else None


def _sign_and_dash(text: str) -> re.Match[str] | None:
    near = text[:_NEAR]
    return _SIGN_AND_DASH.match(text) if "-" in near or "–" in near else None


def _bullet(text: str) -> Mark | None:
    found = _BULLET.match(text)
    if found is None or _YEAR_AFTER_DASH.match(text):
        return None
    rank = {"+": PLUS, "*": STAR}.get(found["mark"], DASH)
    return Mark("-" if rank == DASH else found["mark"], rank, found.end())


def rank_of_generated(mark: str) -> int:
    """The rank of a mark that the format generated and keeps apart ("1.", "a)", "-")."""
    read = read_mark(f"{mark} X")
    return read.rank if read else DASH
