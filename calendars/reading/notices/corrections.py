"""A misprint beside what is right: "- Đã in: "Khai mạc: 7h30 ngày 16/5"." over "- Sửa lại là: "... ngày 17/5"".

The two lines of a correction are put as the sentence that says the same ("... chuyển sang ... ngày 17/5"), which
the grammar reads as an old and a new time (reference section A.8, "đính chính"). What is hard is that either line may
name the thing, and that a sentence may hold both.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.layouts.labels import read_label
from calendars.layouts.layout import Item, Section
from calendars.reading.naming.titles import has_head, mentions_head

_WRONG = re.compile(
    r"\W*(?:(?:nội dung|trong|tại|ở|(?P<time>thời gian|ngày giờ|ngày|giờ))\b[^:“\"]{0,60}?)?"
    r"\b(?:đã|có|bị|in|ghi|viết)\s*(?:in|ghi|viết|nêu|thông báo|đăng)?(?: nhầm| sai)?(?: là)?\s*:\s*(?P<told>\S.*)",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"\W*(?:nay\s+)?(?:xin\s+)?(?:được\s+)?(?:sửa|đính chính|đọc|viết|ghi|điều chỉnh|chỉnh)(?:\s+đúng|\s+lại)?"
    r"(?:\s+(?:là|thành|đúng|như sau|cho đúng))*\s*:\s*(?P<told>\S.*)",
    re.IGNORECASE,
)
_QUOTED = r"[“\"'‘](?P<{0}>[^“”\"]{{3,200}})[”\"'’]"
# Of the section on time: it is printed “A”, to be read as “B”; or an invitation wrongly has “A”, rightly “B”.
_IN_ONE_SENTENCE = re.compile(
    r"(?P<lead>[^\n]{0,200}?)\b(?:đã|có|bị|in|ghi|viết|nêu)\s*(?:in|ghi|viết|nêu|thông báo)?(?: nhầm| sai)?(?: là)?"
    r"\s*:?\s*"
    + _QUOTED.format("wrong")
    + r"\s*[,;.–-]?\s*(?:nay\s+)?(?:xin\s+)?(?:được\s+)?(?:sửa|đính chính|đọc|viết|ghi|điều chỉnh|chỉnh|đúng(?: phải)?)"
    r"(?:\s+(?:đúng|lại|là|thành|như sau|cho đúng))*\s*:?\s*"
    r"(?:" + _QUOTED.format("right") + r"|(?P<bare>[^“”\"\n]{3,240}))(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_OF_THE_TIME = re.compile(r"\bmục\s+[“\"'‘]?\s*thời gian\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn)\b[\s,(]*", re.IGNORECASE)
_DUE = re.compile(r"\b(?:trước|chậm nhất|hạn|muộn nhất|đến hết)\b", re.IGNORECASE)
_QUOTES = " .;,“”\"'"
_MEETING = "Cuộc họp"
_LEAST = 5  # letters of a name


def with_corrections(section: Section) -> Section:
    """The section with each misprint and what is right as one item that says so."""
    if not any(_MAY_CORRECT.search(item.text) for item in _all(section.items)):
        return section
    return replace(section, items=tuple(_corrected(section.items)))


_MAY_CORRECT = re.compile(r"\b(?:in|ghi|viết|nêu|đã)\b", re.IGNORECASE)


def _all(items: Iterable[Item]) -> Iterable[Item]:
    for item in items:
        yield item
        yield from _all(item.children)


def _corrected(items: Sequence[Item]) -> Iterable[Item]:
    place = 0
    while place < len(items):
        item = _corrected_lines(items[place])
        below = items[place + 1] if place + 1 < len(items) else None
        wrong = _WRONG.match(item.text.partition("\n")[0])
        first, _, rest = below.text.partition("\n") if below else ("", "", "")
        right = _RIGHT.match(first) if wrong else None
        if wrong is None or right is None or below is None:
            yield replace(item, children=tuple(_corrected(item.children))) if item.children else item
            place += 1
            continue
        old, new = (found["told"].strip(_QUOTES) for found in (wrong, right))
        of_time = wrong["time"] and not _names_a_thing(old)
        text = f"{_MEETING}: từ {old} chuyển sang {new}" if of_time else _sentence(old, new)
        yield replace(item, text=text, passages=(*item.passages, *below.passages[:1]))
        if rest:
            yield replace(below, text=rest, mark=None, passages=below.passages[1:] or below.passages)
        yield from below.children
        place += 2


def _corrected_lines(item: Item) -> Item:
    """An item of several lines with two of them that correct as one."""
    lines = [_corrected_sentence(line) for line in item.text.split("\n")]
    for place in range(len(lines) - 2, -1, -1):
        wrong, right = _WRONG.match(lines[place]), _RIGHT.match(lines[place + 1])
        if wrong and right:
            lines[place : place + 2] = [_sentence(wrong["told"].strip(_QUOTES), right["told"].strip(_QUOTES))]
    text = "\n".join(lines)
    return item if text == item.text else replace(item, text=text)


def _corrected_sentence(line: str) -> str:
    """A line that quotes a misprint as what holds now, with the old time where that is another."""
    found = _IN_ONE_SENTENCE.fullmatch(line)
    if found is None:
        return line
    wrong = found["wrong"].strip(_QUOTES)
    right = (found["right"] or found["bare"]).strip(_QUOTES)
    if _DUE.search(right) or _told_alike(wrong, right):
        named = read_label(right) or _names_a_thing(right)
        return right if named else f"{_MEETING}: {right}"
    if _names_a_thing(right):
        return _sentence(wrong, right) if _names_a_thing(wrong) else right
    of_time = _OF_THE_TIME.search(found["lead"]) is not None
    return f"{_MEETING}: từ {wrong} chuyển sang {right}" if of_time else _sentence(wrong, right)


def _told_alike(wrong: str, right: str) -> bool:
    """Whether only the name of a weekday was wrong, whatever else the right words add."""
    bare = [" ".join(_WEEKDAY.sub("", text.lower()).replace("ngày ", "").split()) for text in (wrong, right)]
    return bare[0].strip(" ,.)") in bare[1]


def _names_a_thing(text: str) -> bool:
    """Whether the words tell more than a time: what is held or due."""
    return has_head(text) or mentions_head(text) or _DUE.search(text) is not None


def _sentence(wrong: str, right: str) -> str:
    """ "Khai mạc: 7h30 ngày 16/5" and "Khai mạc: 7h30 ngày 17/5" as "Khai mạc: từ 7h30 ... chuyển sang 7h30 ..."."""
    if read_label(wrong) and read_label(
        right
    ):  # "Thời gian: 14h00 ngày 11/6": of the meeting that the notice is about
        wrong, right = (
            f"{_MEETING}: {text[label.end :]}" for text in (wrong, right) if (label := read_label(text))
        )
    shared = 0
    while shared < min(len(wrong), len(right)) and wrong[shared] == right[shared]:
        shared += 1
    colon = wrong.rfind(": ", 0, shared)
    named = right.find(": ")
    if colon >= _LEAST:
        return f"{wrong[:colon]}: từ {wrong[colon + 2 :]} chuyển sang {right[colon + 2 :]}"
    if named >= _LEAST:
        return f"{right[:named]}: từ {wrong} chuyển sang {right[named + 2 :]}"
    return f"{wrong} chuyển sang {right}"
