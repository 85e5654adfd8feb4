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
from calendars.reading.notices.announced import announced_thing

_WRONG = re.compile(
    r"\W*(?:(?:nội dung|thông tin|trong|tại|ở|(?P<time>thời gian|ngày giờ|ngày|giờ))\b[^:“\"]{0,60}?)?"
    r"\b(?:đã|có|bị|in|ghi|viết)\s*(?:in|ghi|viết|nêu|thông báo|đăng)?(?: nhầm| sai)?(?: là)?\s*:\s*(?P<told>\S.*)",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"\W*(?:(?:nay\s+)?(?:xin\s+)?(?:được\s+)?(?:sửa|đính chính|đọc|viết|ghi|điều chỉnh|chỉnh)"
    r"(?:\s+đúng|\s+lại)?(?:\s+(?:là|thành|đúng|như sau|cho đúng))*"
    r"|(?:nội dung|thời gian|ngày giờ|ngày|giờ|thông tin)\s+(?:đúng|chính xác|sửa lại|đính chính)"
    r"(?:\s+(?:là|phải là))?)"
    r"\s*:\s*(?P<told>\S.*)",
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
_BARE_TIME = r"(?:(?:lúc|vào|hồi|ngày|thứ|sáng|chiều|tối)\s+){0,3}\d"
# "Thư mời ghi nhầm ngày quay số “X”: 16h ngày 21/5. Xin đính chính: 16h00 ngày 22/5", "... ghi thời gian Hội nghị là
# “7 giờ 30 ngày 16/6”" over "Nay xin đính chính lại là: 7 giờ 30 ngày 19/6"
_WROTE_AND_RIGHT = re.compile(
    r"(?P<lead>[^;\n]{0,400}?)\b(?:đã |có |bị )?(?:ghi|in(?! ấn)|viết|nêu)(?: (?:nhầm|sai|lộn))?"
    r"(?: (?:thời gian|ngày giờ|lịch|ngày|giờ))?(?: (?P<thing>[^\d;:\n“\"(]{2,80}?(?:[“\"][^“”\"\n]{2,60}[”\"])?))??"
    rf"(?: (?:là|thành)(?= ?[“\":\d]| ngày| lúc))?\s?[:(]?\s?[“\"]?"
    rf"(?:(?:thời gian|ngày|giờ)(?: họp)?: ?)?(?P<old>{_BARE_TIME}[^;“”\"\n]{{1,60}}?)[”\")]?"
    r"\)?(?:[.;,]{1,2}\s+|\.?\n+)(?:(?:nay|xin|được|đề nghị|vì vậy|do đó|(?:do|vì) [^,;.\n\d]{3,60}),? ){0,3}"
    r"(?:sửa|đính chính|đọc|điều chỉnh|chỉnh|(?:thời gian |ngày |giờ )?đúng)"
    r"(?: (?:đúng|lại|phải|là|thành|như sau)){0,4}\s?:?\s?[“\"]?(?:(?:thời gian|ngày|giờ)(?: họp)?: ?)?"
    rf"(?:(?P<again>[^\d“”\"\n;:.]{{3,110}}?) (?:vào lúc|vào|lúc) (?=\d))?(?P<new>{_BARE_TIME}[^“”\"\n]*)[”\"]?"
    r"(?P<rest>(?:.|\n)*)",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:(?:của\s+)?(?:hội nghị|cuộc họp|buổi họp|họp|khai mạc|tổ chức|lễ|đại hội))?", re.IGNORECASE
)
_A_PAPER = re.compile(
    r"\b(?:giấy mời|thư mời|thông báo|công văn|lịch|kế hoạch|giấy triệu tập)\b", re.IGNORECASE
)
_OF_A_PAPER = re.compile(
    r".*\b(?:giấy mời|thư mời|thông báo|công văn|lịch|kế hoạch)(?: số \S+)?(?:,? ngày \d\S+)?\s+"
    r"(?:(?:về việc|mời|dự|về)\s+){0,3}(?P<what>\S.*)",
    re.IGNORECASE,
)
_WRONG_PAPER = re.compile(
    r"\b(?:giấy mời|thư mời|giấy triệu tập|thông báo|công văn|kế hoạch)(?: số)?:? \d\S*(?:,? ngày \d\S+)?,?\s+"
    r"(?:(?:về việc|mời|tham dự|dự|về|tổ chức)\s+){1,4}(?P<what>[^.;:\n]{6,120}?)"
    r"(?=,?\s+(?:có|bị|do|đã|ghi|in)\s|[.;:\n]|$)",
    re.IGNORECASE,
)
_HANDED_IN = re.compile(r"(?<!đã )\b(?:nộp|gửi|đăng ký|hạn)\b", re.IGNORECASE)
_OF_THE_TIME = re.compile(r"\bmục\s+[“\"'‘]?\s*thời gian\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn)\b[\s,(]*", re.IGNORECASE)
_DUE = re.compile(r"\b(?:trước|chậm nhất|hạn|muộn nhất|đến hết)\b", re.IGNORECASE)
_QUOTES = " .;,“”\"'"
_MEETING = "Cuộc họp"
_LEAST = 5  # letters of a name
_FOUR = 4  # lines of a misprint
# Of a line of the paper: “A”, to be read as B.
_READ_AS = re.compile(
    r"(?P<lead>[^\n“\"]{0,120}?)[“\"](?P<wrong>[^“”\"\n]{3,120})[”\"],?\s+(?:nay |xin |được |cần |phải ){0,3}"
    r"(?:sửa|đính chính|đọc|điều chỉnh|chỉnh)(?: (?:đúng|lại|là|thành|như sau)){0,3}\s*:?\s*[“\"]?"
    r"(?P<right>[^\n“”]*)[”\"]?",
    re.IGNORECASE,
)
_PLACE_IN_PAPER = re.compile(
    r"^\W*(?:tại |ở )?(?:dòng|mục|điểm|trang|phần|khoản|đoạn)(?: thứ| số)? [\w.]{1,6}\s*[:,]?\s*(?:(?:ghi|có ghi)"
    r"\s*:?)?",
    re.IGNORECASE,
)


def with_corrections(section: Section) -> Section:
    """The section with each misprint and what is right as one item that says so."""
    if not any(_MAY_CORRECT.search(item.text) for item in _all(section.items)):
        return section
    corrected = tuple(_corrected(section.items))
    name = _named_in_paper(section) if any(_is_nameless(item) for item in _all(corrected)) else None
    return replace(section, items=tuple(_with_name(item, name) for item in corrected) if name else corrected)


def _is_nameless(item: Item) -> bool:
    return item.text.startswith(f"{_MEETING}: ")


def _with_name(item: Item, name: str) -> Item:
    text = f"{name}{item.text.removeprefix(_MEETING)}" if _is_nameless(item) else item.text
    return replace(item, text=text, children=tuple(_with_name(child, name) for child in item.children))


def _named_in_paper(section: Section) -> str | None:
    """What the paper with the misprint called people to ("Giấy mời số 12/GM ngày 07/5 về Hội nghị X có sai sót")."""
    for item in _all(section.items):
        found = _WRONG_PAPER.search(item.text)
        if found and has_head(found["what"]):
            return f"{found['what'][:1].upper()}{found['what'][1:]}".strip(" ,")
    return None


_MAY_CORRECT = re.compile(r"\b(?:in|ghi|viết|nêu|đã|sửa|đọc|đính chính)\b", re.IGNORECASE)


def _all(items: Iterable[Item]) -> Iterable[Item]:
    for item in items:
        yield item
        yield from _all(item.children)


def _corrected(items: Sequence[Item]) -> Iterable[Item]:
    place = 0
    while place < len(items):
        item = _corrected_lines(items[place])
        below = items[place + 1] if place + 1 < len(items) else None
        if plainly := _put_right(item.text):
            yield replace(item, text=plainly)
            place += 1
            continue
        if below and not item.children and (plainly := _put_right(f"{item.text}\n{below.text}")):
            yield replace(below, text=plainly, passages=(*item.passages, *below.passages))
            place += 2
            continue
        parts = _of_four_lines(items[place : place + _FOUR])
        if parts and (plainly := _put_right(_in_two_sentences([part.text for part in parts]))):
            yield replace(
                parts[-1], text=plainly, passages=tuple(told for part in parts for told in part.passages)
            )
            place += len(parts)
            continue
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


def _of_four_lines(items: Sequence[Item]) -> Sequence[Item]:
    """The first of the items, which have four lines together; none where the first does not lead to others."""
    count = 0
    for place, item in enumerate(items, 1):
        count += item.text.count("\n") + 1
        if count >= _FOUR or not items[0].text.rstrip().endswith(":"):
            return items[:place] if count == _FOUR else ()
    return ()


def _in_two_sentences(texts: Sequence[str]) -> str:
    """A misprint that is told over four lines, each quotation below the words that lead to it, in two of them."""
    lead, wrong, leads, right = (line.strip() for text in texts for line in text.split("\n"))
    return f"{lead} {wrong}\n{leads} {right}" if leads.endswith(":") else ""


def _put_right(text: str) -> str | None:
    """What a paper had wrongly and what is right, in two sentences, as one that tells of a move; None for any other."""
    found = _WROTE_AND_RIGHT.fullmatch(text) if _MAY_PUT_RIGHT.search(text) else None
    if found is None or _HANDED_IN.search(found["lead"] + (found["thing"] or "")):
        return None
    before, _, last = found["lead"].rpartition(". ")
    name = (found["again"] or found["thing"] or "").strip(" ,")
    if _GENERIC.fullmatch(name):
        of_paper = _OF_A_PAPER.fullmatch(last.strip(" ,:-"))
        named = of_paper["what"] if of_paper and has_head(of_paper["what"]) else ""
        own = "" if _A_PAPER.search(last) else last.strip(" ,:-")
        name = announced_thing([found["lead"]]) or named or own
    old, new = found["old"].strip(_QUOTES), found["new"].strip()
    alike = _told_alike(old, new.strip(_QUOTES))
    told = f"{name or _MEETING}: {new}" if alike else f"{name or _MEETING}: từ {old} chuyển sang {new}"
    return "\n".join(filter(None, (before, told + found["rest"])))


_MAY_PUT_RIGHT = re.compile(r"\b(?:sửa|đính chính|đúng|đọc là|đọc lại)\b", re.IGNORECASE)


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
        return _read_as(line)
    wrong = found["wrong"].strip(_QUOTES)
    right = (found["right"] or found["bare"]).strip(_QUOTES)
    if _DUE.search(right) or _told_alike(wrong, right):
        named = read_label(right) or _names_a_thing(right)
        return right if named else f"{_MEETING}: {right}"
    if _names_a_thing(right):
        return _sentence(wrong, right) if _names_a_thing(wrong) else right
    of_time = _OF_THE_TIME.search(found["lead"]) is not None
    return f"{_MEETING}: từ {wrong} chuyển sang {right}" if of_time else _sentence(wrong, right)


def _read_as(line: str) -> str:
    """A line that quotes what is to be read otherwise; any other, or one of a figure or a place, as it is."""
    found = _READ_AS.fullmatch(line) if "“" in line or '"' in line else None
    if found is None or not (_TELLS_TIME.search(found["wrong"]) and _TELLS_TIME.search(found["right"])):
        return line
    name = _PLACE_IN_PAPER.sub("", found["lead"]).strip(" :-–,")
    wrong, right = (found[part].strip(_QUOTES) for part in ("wrong", "right"))
    if name:
        return f"{name}: từ {wrong} chuyển sang {right}"
    return right if _names_a_thing(right) else _sentence(wrong, right)


_TELLS_TIME = re.compile(r"\d\s?(?:h|g|giờ|/)\s?\d?", re.IGNORECASE)


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
